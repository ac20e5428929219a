#include "core/data/task_registry.h"

#include "tests/core/data/data_test_util.h"
#include "tests/support/test_registry.h"

#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

namespace {

SplitData partsOfTasks(int classes, std::int64_t width = 3) {
    const auto count = 4 * classes;
    const auto rows = [&](float first) {
        return LabelledRows{torch::full({count, width}, first),
                            torch::arange(count, torch::kInt64).remainder(classes)};
    };
    SplitData parts;
    parts.input = {InputKind::Flat, width, 0, 1, 0};
    parts.classes = classes;
    parts.sourceTrain = rows(1);
    parts.reference = rows(2).inputs;
    parts.validation = rows(3);
    parts.test = rows(4);
    return parts;
}

Result<SplitData> noOther(const DataSpec&) {
    return fail(ErrorCode::Internal, "nothing else is loaded");
}

DataSpec taskSpec(const std::string& kind, double strength, const std::string& data = {}) {
    DataSpec spec;
    spec.name = "first";
    spec.task = {kind, strength, data};
    return spec;
}

SplitData changed(SplitData parts, const std::string& kind, double strength,
                  std::uint64_t seed = 3) {
    if (auto good = applyTask(parts, taskSpec(kind, strength), seed, noOther); !good) {
        qFatal("%s", good.error().detail.c_str());
    }
    return parts;
}

// The new label of each class.
std::vector<int> table(const SplitData& parts) {
    std::vector<int> labels;
    for (int i = 0; i < parts.classes; ++i) {
        labels.push_back(parts.sourceTrain.labels[i].item<int>());
    }
    return labels;
}

// Everything but the source's labels.
bool isOtherwiseSame(const SplitData& a, const SplitData& b) {
    auto same = b;
    same.sourceTrain.labels = a.sourceTrain.labels;
    return isSame(a, same);
}

} // namespace

class TestTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique() {
        std::set<std::string> ids;
        for (const auto& task : tasks()) {
            QVERIFY(!task.id.empty() && !task.description.empty());
            QVERIFY(ids.insert(task.id).second);
        }
    }

    void permuted_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("moved");
        QTest::newRow("none") << 10 << 0.0 << 0;
        QTest::newRow("two at least") << 10 << 0.01 << 2;
        QTest::newRow("half") << 10 << 0.5 << 5;
        QTest::newRow("all") << 10 << 1.0 << 10;
        QTest::newRow("both of two") << 2 << 1.0 << 2;
        QTest::newRow("both of two at little strength") << 2 << 0.1 << 2;
    }
    void permuted() {
        QFETCH(int, classes);
        QFETCH(double, strength);
        QFETCH(int, moved);
        const auto before = partsOfTasks(classes);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto after = changed(before, "permuted", strength, seed);
            const auto labels = table(after);
            int away = 0;
            for (int i = 0; i < classes; ++i) {
                away += labels[std::size_t(i)] != i ? 1 : 0;
            }
            QCOMPARE(away, moved);
            QCOMPARE(int(std::set<int>(labels.begin(), labels.end()).size()), classes);
            QVERIFY(isOtherwiseSame(after, before));
            QVERIFY(isSame(changed(before, "permuted", strength, seed), after));
        }
    }

    void coarser_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("left");
        QTest::newRow("none") << 10 << 0.0 << 10;
        QTest::newRow("one at least") << 10 << 0.01 << 9;
        QTest::newRow("half") << 10 << 0.5 << 5;
        QTest::newRow("two stay") << 10 << 1.0 << 2;
        QTest::newRow("three") << 3 << 0.1 << 2;
    }
    void coarser() {
        QFETCH(int, classes);
        QFETCH(double, strength);
        QFETCH(int, left);
        const auto before = partsOfTasks(classes);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const auto after = changed(before, "coarser", strength, seed);
            const auto labels = table(after);
            const std::set<int> different(labels.begin(), labels.end());
            QCOMPARE(int(different.size()), left);
            QVERIFY(*different.begin() >= 0 && *different.rbegin() < classes);
            for (const int label : different) { // a class that stays keeps its own label
                QCOMPARE(labels[std::size_t(label)], label);
            }
            QCOMPARE(after.classes, classes);
            QVERIFY(isOtherwiseSame(after, before));
        }
    }

    void seeds() {
        const auto before = partsOfTasks(10);
        for (const char* kind : {"permuted", "coarser"}) {
            QVERIFY(table(changed(before, kind, 0.5, 1)) != table(changed(before, kind, 0.5, 2)));
        }
    }

    void other() {
        auto parts = partsOfTasks(4);
        const auto before = parts;
        auto spec = taskSpec("other", 1.0, "second");
        spec.splits = {16, 8, 4, 4};
        spec.shift.kind = "noise";
        DataSpec asked;
        const auto good = applyTask(parts, spec, 1, [&](const DataSpec& wanted) {
            asked = wanted;
            auto others = partsOfTasks(3);
            others.sourceTrain.inputs = torch::full_like(others.sourceTrain.inputs, 9.0F);
            return Result<SplitData>(others);
        });
        QVERIFY2(good.has_value(), good ? "" : good.error().detail.c_str());
        QCOMPARE(asked.name, std::string("second"));
        QVERIFY(asked.file.empty() && asked.task.kind.empty() && asked.shift.kind.empty());
        QCOMPARE(asked.splits, (SplitSpec{16, 1, 4, 0})); // it may be smaller than the first
        QCOMPARE(parts.sourceTrain.inputs.max().item<float>(), 9.0F);
        QCOMPARE(parts.sourceTrain.size(), 12);
        QCOMPARE(parts.sourceHeldOut.size(0), 12); // the other's, of its three classes
        QVERIFY(isSame(parts.reference, before.reference));
        QVERIFY(isSame(parts.test.labels, before.test.labels));
    }

    // It teaches all the same, and nothing is held out.
    void otherTooSmallToHoldAnythingOut() {
        auto parts = partsOfTasks(4);
        auto spec = taskSpec("other", 1.0, "second");
        spec.splits = {16, 8, 4, 4};
        const auto good = applyTask(parts, spec, 1, [&](const DataSpec& wanted) {
            if (wanted.splits.validation > 0) {
                return Result<SplitData>(fail(ErrorCode::InvalidArgument, "not that many"));
            }
            auto others = partsOfTasks(3);
            others.validation = {};
            return Result<SplitData>(others);
        });
        QVERIFY2(good.has_value(), good ? "" : good.error().detail.c_str());
        QCOMPARE(parts.sourceTrain.size(), 12);
        QVERIFY(!parts.sourceHeldOut.defined());
    }

    void otherFiles_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<bool>("isFile");
        QTest::newRow("name") << QByteArray("token-mean") << false;
        QTest::newRow("file") << QByteArray("other.csv") << true;
        QTest::newRow("folder") << QByteArray("pictures/") << true;
        QTest::newRow("path") << QByteArray("/data/other") << true;
    }
    void otherFiles() {
        QFETCH(QByteArray, data);
        QFETCH(bool, isFile);
        auto parts = partsOfTasks(4);
        DataSpec asked;
        const auto refused = applyTask(parts, taskSpec("other", 1.0, data.toStdString()), 1,
                                       [&](const DataSpec& wanted) -> Result<SplitData> {
                                           asked = wanted;
                                           return fail(ErrorCode::NotFound, "it is not there");
                                       });
        QCOMPARE(asked.file.string(), isFile ? data.toStdString() : std::string());
        QCOMPARE(asked.name, isFile ? std::string() : data.toStdString());
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY(says(refused.error().detail, "data.task.data: it is not there"));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* kind, double strength, int classes,
                            ErrorCode code, const char* said) {
            QTest::newRow(name) << QByteArray(kind) << strength << classes << int(code)
                                << QByteArray(said);
        };
        using enum ErrorCode;
        row("unknown", "finer", 0.5, 10, NotFound, "permuted, coarser, other");
        row("permuted, one class", "permuted", 1.0, 1, InvalidArgument, "2 classes at least");
        row("coarser, two classes", "coarser", 0.5, 2, InvalidArgument, "3 classes at least");
        row("too strong", "permuted", 1.5, 10, InvalidArgument, "from 0 to 1");
        row("NaN", "coarser", std::numeric_limits<double>::quiet_NaN(), 10, InvalidArgument,
            "from 0 to 1");
    }
    void refused() {
        QFETCH(QByteArray, kind);
        QFETCH(double, strength);
        QFETCH(int, classes);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        auto parts = partsOfTasks(classes);
        const auto before = parts;
        const auto good = applyTask(parts, taskSpec(kind.toStdString(), strength), 1, noOther);
        QVERIFY(!good.has_value());
        QCOMPARE(int(good.error().code), code);
        QVERIFY(says(good.error().detail, said.toStdString()));
        QVERIFY(isSame(parts, before));
    }

    void otherInputsOrMoreClasses() {
        for (const auto& others : {partsOfTasks(4, 5), partsOfTasks(5)}) {
            auto parts = partsOfTasks(4);
            const auto refused =
                applyTask(parts, taskSpec("other", 1.0, "second"), 1,
                          [&](const DataSpec&) { return Result<SplitData>(others); });
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY(isSame(parts, partsOfTasks(4)));
        }
    }

    void noTask() {
        auto parts = partsOfTasks(4);
        QVERIFY(applyTask(parts, taskSpec("", 1.0), 1, noOther));
        QVERIFY(isSame(parts, partsOfTasks(4)));
    }
};

TESSERA_TEST(TestTasks)
#include "test_tasks.moc"
