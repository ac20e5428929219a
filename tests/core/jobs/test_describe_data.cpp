#include "core/jobs/describe_data.h"

#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_image_decoder.h"
#include "tests/support/test_registry.h"

#include <algorithm>
#include <set>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

using Description = std::shared_ptr<const DataDescription>;

Result<Description> describe(const DataSpec& spec, const std::stop_token& stop = {}) {
    return describeData(spec, {dataDir(), {}}, stop);
}

DataSpec builtIn(const std::string& name) {
    DataSpec spec;
    spec.name = name;
    return spec;
}

DataSpec fileSpec(const std::filesystem::path& file) {
    DataSpec spec;
    spec.file = file;
    return spec;
}

// `each` samples of every class, with the class as the only number that differs.
QByteArray table(const QStringList& classes, int each) {
    QByteArray text = "x,z,label\n";
    for (int i = 0; i < each; ++i) {
        for (int k = 0; k < classes.size(); ++k) {
            text += QByteArray::number(k) + ",100," + classes[k].toUtf8() + "\n";
        }
    }
    return text;
}

bool warns(const DataDescription& about, const std::string& part) {
    return std::any_of(about.warnings.begin(), about.warnings.end(), [&](const auto& warning) {
        return warning.find(part) != std::string::npos;
    });
}

std::set<int> labelsOf(const std::vector<DataSample>& samples) {
    std::set<int> labels;
    for (const auto& sample : samples) {
        labels.insert(sample.label.value_or(-1));
    }
    return labels;
}

} // namespace

class TestDescribeData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digits() {
        const auto about = must(describe(builtIn("digits")));
        QCOMPARE(about->format, std::string("built in"));
        QCOMPARE(about->input, (InputSpec{InputKind::Image, 8, 8, 1, 0}));
        QCOMPARE(about->samples, 1797);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < about->classes.size(); ++i) {
            QCOMPARE(about->classes[i].name, std::to_string(i));
            sum += about->classes[i].count;
        }
        QCOMPARE(sum, 1797); // those of the reference set too
        QCOMPARE(about->preview.size(), DataDescription::kPreview);
        QCOMPARE(labelsOf(about->preview).size(), std::size_t(10));
        QCOMPARE(about->preview.front().values.size(), std::size_t(64));
        QVERIFY(about->shifted.empty());
        QCOMPARE(about->smallest, 0.0);
        QCOMPARE(about->largest, 1.0);
        QCOMPARE(about->bytes, 1797 * 64 * 4);
        QVERIFY(about->warnings.empty());
    }

    void tokensThatAreDrawn() {
        const auto about = must(describe(builtIn("token-mean")));
        QCOMPARE(about->classes.size(), std::size_t(2));
        QVERIFY(about->classes[0].count > 0 && about->classes[1].count > 0);
        QCOMPARE(about->preview.front().values.size(), std::size_t(16));
        QVERIFY(about->largest > 200 && about->largest <= 255);
    }

    // A change of the task is the source's; the data stay what they are.
    void tasksChangeNothing() {
        auto spec = builtIn("digits");
        const auto plain = must(describe(spec));
        spec.task.kind = "coarser";
        const auto changed = must(describe(spec));
        for (std::size_t i = 0; i < plain->classes.size(); ++i) {
            QCOMPARE(changed->classes[i].count, plain->classes[i].count);
        }
    }

    void file() {
        const DataFolder folder;
        auto spec = fileSpec(folder.write("d.csv", table({"a", "b", "c"}, 6) + "oops\n1,2,\n"));
        spec.reading.normalise = Normalisation::Unit;
        const auto about = must(describe(spec));
        QCOMPARE(about->format, std::string("CSV"));
        QCOMPARE(about->samples, 18);
        QCOMPARE(about->droppedCount, 2);
        QCOMPARE(about->dropped[0].place, std::string("line 20"));
        QCOMPARE(about->classes.size(), std::size_t(3));
        QCOMPARE(about->classes[1].name, std::string("b"));
        QCOMPARE(about->classes[1].count, 6);
        QCOMPARE(about->columns.size(), std::size_t(3));
        QCOMPARE(about->largest, 1.0); // scaled
        QCOMPARE(about->bytes, 18 * 2 * 4);
        QCOMPARE(about->defaultSplits, (SplitSpec{6, 6, 2, 4}));
        QCOMPARE(about->reading.label, std::string("label"));
        QVERIFY(!about->preview.empty());
        for (const auto& sample : about->preview) { // the label belongs to its numbers
            QCOMPARE(sample.values[0] * 100, float(*sample.label));
        }
        QVERIFY(about->warnings.empty());
    }

    void imagesThroughTheDecoder() {
        const DataFolder folder;
        for (const char* name : {"a/1", "a/2", "b/1", "b/2"}) {
            folder.write(std::string("p/") + name + ".png", rawImage(1, 2, 1, "\xFF\x33"));
        }
        FakeDecoder decoder;
        data::DataAccess access{dataDir(), {}};
        access.limits.images = &decoder;
        const auto about = must(describeData(fileSpec(folder.path("p")), access, {}));
        QCOMPARE(about->samples, 4);
        QCOMPARE(about->largest, 1.0); // bytes are shares of 255
        QVERIFY(std::abs(about->smallest - 0.2) < 1e-6);
    }

    void shifts_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<double>("strength");
        QTest::addColumn<bool>("changes");
        QTest::newRow("none") << QByteArray("noise") << 0.0 << false;
        QTest::newRow("noise") << QByteArray("noise") << 0.5 << true;
        QTest::newRow("rotation") << QByteArray("rotation") << 1.0 << true;
    }
    void shifts() {
        QFETCH(QByteArray, kind);
        QFETCH(double, strength);
        QFETCH(bool, changes);
        auto spec = builtIn("digits");
        spec.shift = {kind.toStdString(), strength};
        const auto about = must(describe(spec));
        QCOMPARE(about->shifted.size(), about->preview.size());
        bool same = true;
        for (std::size_t i = 0; i < about->preview.size(); ++i) {
            QCOMPARE(about->shifted[i].label, about->preview[i].label);
            same = same && about->shifted[i].values == about->preview[i].values;
        }
        QCOMPARE(same, !changes);
        const auto again = must(describe(spec));
        QVERIFY(again->shifted[3].values == about->shifted[3].values);
    }

    void priorShift() {
        auto spec = builtIn("digits");
        spec.shift = {"classes", 0.5};
        const auto about = must(describe(spec));
        QCOMPARE(labelsOf(about->preview).size(), std::size_t(10));
        QCOMPARE(labelsOf(about->shifted), (std::set<int>{0, 1, 2, 3, 4}));
    }

    void warnings_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("warning");
        const auto rare = table({"a", "b"}, 5) + "9,9,odd\n";
        QTest::newRow("a label seen once") << rare << QByteArray("'odd' has one sample");
        QTest::newRow("several labels seen once") << rare + "9,9,odder\n"
                                                  << QByteArray("2 classes have one sample");
        QTest::newRow("one class") << table({"a"}, 9) << QByteArray("one class only");
        QTest::newRow("three samples") << table({"a", "b", "b"}, 1) << QByteArray("too few");
    }
    void warnings() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, warning);
        const DataFolder folder;
        const auto about = must(describe(fileSpec(folder.write("d.csv", text))));
        QVERIFY(warns(*about, warning.toStdString()));
    }

    void splitsThatDoNotFitAreAWarning() {
        const DataFolder folder;
        auto spec = fileSpec(folder.write("d.csv", table({"a", "b"}, 5)));
        spec.splits = {100, 100, 100, 100};
        const auto about = must(describe(spec));
        QCOMPARE(about->samples, 10);
        QVERIFY(warns(*about, "400 samples"));
        QVERIFY(about->preview.empty());
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("shift");
        QTest::addColumn<int>("code");
        QTest::newRow("no such set")
            << QByteArray("imagenet") << QByteArray() << int(ErrorCode::NotFound);
        QTest::newRow("no such file")
            << QByteArray("/nonexistent.csv") << QByteArray() << int(ErrorCode::NotFound);
        QTest::newRow("no such shift")
            << QByteArray("digits") << QByteArray("fog") << int(ErrorCode::NotFound);
        QTest::newRow("a shift that does not fit")
            << QByteArray("token-mean") << QByteArray("blur") << int(ErrorCode::InvalidArgument);
    }
    void refused() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, shift);
        QFETCH(int, code);
        auto spec =
            name.startsWith('/') ? fileSpec(name.toStdString()) : builtIn(name.toStdString());
        spec.shift.kind = shift.toStdString();
        const auto about = describe(spec);
        QVERIFY(!about.has_value());
        QCOMPARE(int(about.error().code), code);
    }

    void stops() {
        const DataFolder folder;
        std::stop_source stop;
        stop.request_stop();
        const auto file = folder.write("d.csv", table({"a", "b"}, 5));
        for (const auto& spec : {builtIn("digits"), fileSpec(file), fileSpec("/nonexistent.csv")}) {
            const auto about = describe(spec, stop.get_token());
            QVERIFY(about.has_value());
            QVERIFY(*about == nullptr);
        }
    }
};

TESSERA_TEST(TestDescribeData)
#include "test_describe_data.moc"
