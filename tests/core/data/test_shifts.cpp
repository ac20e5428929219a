#include "core/data/shift_registry.h"

#include "tests/core/data/data_test_util.h"
#include "tests/support/test_registry.h"

#include <cmath>
#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

namespace {

constexpr int kClassesShifts = 4;

std::vector<InputSpec> inputKinds() {
    return {{InputKind::Image, 8, 8, 1, 0}, {InputKind::Image, 5, 9, 3, 0},
            {InputKind::Image, 1, 1, 1, 0}, {InputKind::Rows, 4, 3, 1, 0},
            {InputKind::Flat, 6, 0, 1, 0},  {InputKind::Tokens, 7, 0, 1, 50}};
}

LabelledRows draw(std::int64_t count, const InputSpec& input) {
    std::vector<std::int64_t> shape = {count, input.length};
    if (input.kind == InputKind::Image) {
        shape = {count, input.channels, input.length, input.width};
    } else if (input.kind == InputKind::Rows) {
        shape.push_back(input.width);
    }
    const auto inputs = input.kind == InputKind::Tokens
                            ? torch::randint(input.vocabulary, shape, torch::kInt64)
                            : torch::rand(shape);
    return {inputs, torch::arange(count, torch::kInt64).remainder(kClassesShifts)};
}

SplitData partsOfShifts(const InputSpec& input, std::int64_t count = 40) {
    torch::manual_seed(5);
    SplitData parts;
    parts.input = input;
    parts.classes = kClassesShifts;
    parts.sourceTrain = draw(count, input);
    parts.reference = draw(count, input).inputs;
    parts.validation = draw(count, input);
    parts.test = draw(count, input);
    return parts;
}

SplitData shifted(SplitData parts, const std::string& kind, double strength,
                  std::uint64_t seed = 3) {
    if (auto good = applyShift(parts, {kind, strength}, seed); !good) {
        qFatal("%s", good.error().detail.c_str());
    }
    return parts;
}

double distance(const torch::Tensor& a, const torch::Tensor& b) {
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).norm().item<double>();
}

// Every shift with every kind of inputs.
void everyPair() {
    QTest::addColumn<QByteArray>("shift");
    QTest::addColumn<int>("input");
    for (const auto& shift : shifts()) {
        for (std::size_t i = 0; i < inputKinds().size(); ++i) {
            QTest::addRow("%s %d", shift.id.c_str(), int(i))
                << QByteArray::fromStdString(shift.id) << int(i);
        }
    }
}

} // namespace

class TestShifts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique() {
        std::set<std::string> ids;
        for (const auto& shift : shifts()) {
            QVERIFY(!shift.id.empty() && !shift.description.empty());
            QVERIFY(ids.insert(shift.id).second);
        }
    }

    void contract_data() { everyPair(); }
    void contract() {
        QFETCH(QByteArray, shift);
        QFETCH(int, input);
        const auto kind = shift.toStdString();
        const auto before = partsOfShifts(inputKinds()[std::size_t(input)]);
        if (!findShift(kind, before.input)) {
            auto parts = before;
            const auto refused = applyShift(parts, {kind, 0.5}, 3);
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY(says(refused.error().detail, kind));
            QVERIFY(isSame(parts, before));
            return;
        }
        QVERIFY(isSame(shifted(before, kind, 0.0), before));
        const auto half = shifted(before, kind, 0.5);
        QVERIFY(isSame(shifted(before, kind, 0.5), half));
        // The source never sees the shift.
        QVERIFY(isSame(half.sourceTrain.inputs, before.sourceTrain.inputs));
        QVERIFY(isSame(half.sourceTrain.labels, before.sourceTrain.labels));
        QVERIFY(isSame(half.reference, shifted(before, kind, 0.5).reference));
        QCOMPARE(half.reference.sizes(), before.reference.sizes());
        QCOMPARE(half.reference.scalar_type(), before.reference.scalar_type());
        QCOMPARE(half.test.inputs.size(0), half.test.labels.size(0));
        for (const auto& inputs : {half.reference, half.validation.inputs, half.test.inputs}) {
            QVERIFY(torch::isfinite(inputs).all().item<bool>());
            if (before.input.kind == InputKind::Tokens) {
                QVERIFY(inputs.min().item<int>() >= 0);
                QVERIFY(inputs.max().item<int>() < before.input.vocabulary);
            }
        }
    }

    // The more strength, the further away; at the end, somewhere else altogether.
    void monotone_data() { everyPair(); }
    void monotone() {
        QFETCH(QByteArray, shift);
        QFETCH(int, input);
        const auto kind = shift.toStdString();
        const auto before = partsOfShifts(inputKinds()[std::size_t(input)]);
        const auto found = findShift(kind, before.input);
        const bool onePixel = before.input.kind == InputKind::Image && before.input.length == 1;
        if (!found || (*found)->apply == nullptr || (onePixel && kind != "noise")) {
            return; // nothing that could be measured
        }
        double last = 0.0;
        for (const double strength : {0.1, 0.3, 0.5, 0.7, 1.0}) {
            const auto after = shifted(before, kind, strength);
            const auto away = distance(after.validation.inputs, before.validation.inputs);
            // Turned images may come to look like themselves again.
            QVERIFY2(away >= last * (kind == "rotation" ? 0.9 : 1.0), qPrintable(shift));
            last = away;
        }
        QVERIFY(last > 0.0);
    }

    void seeds() {
        for (const auto& shift : shifts()) {
            const auto before = partsOfShifts(shift.id == "substitution" ? inputKinds().back()
                                                                         : inputKinds().front());
            const auto one = shifted(before, shift.id, 0.5, 1);
            const auto two = shifted(before, shift.id, 0.5, 2);
            const bool drawn = shift.id != "blur" && shift.apply != nullptr;
            QCOMPARE(isSame(one.test.inputs, two.test.inputs), !drawn);
        }
    }

    void noise() {
        const auto before = partsOfShifts(inputKinds().front(), 500);
        const auto after = shifted(before, "noise", 0.5);
        const auto added = after.reference - before.reference;
        const double deviation = before.reference.std(false).item<double>();
        QVERIFY(std::abs(added.mean().item<double>()) < 0.01);
        QVERIFY(std::abs(added.std(false).item<double>() / deviation - 0.5) < 0.02);
        // Every part has its own.
        QVERIFY(distance(added, after.test.inputs - before.test.inputs) > 1.0);
    }

    // A feature changes alike wherever it is met: that is what can be adapted to.
    void scalingIsTheSameInAllParts() {
        const auto before = partsOfShifts({InputKind::Flat, 6, 0, 1, 0});
        const auto after = shifted(before, "scaling", 1.0);
        const auto factors = (after.reference / before.reference)[0];
        QVERIFY(torch::allclose(after.test.inputs, before.test.inputs * factors, 1e-4));
        QVERIFY(torch::allclose(after.validation.inputs, before.validation.inputs * factors, 1e-4));
        QVERIFY(distance(factors, torch::ones_like(factors)) > 0.1);
    }

    void rotation() {
        // A point in a corner stays as far from the middle, in images that are not square too.
        auto parts = partsOfShifts({InputKind::Image, 21, 41, 1, 0}, 30);
        parts.reference = torch::zeros_like(parts.reference);
        parts.reference.select(2, 10).select(2, 26).fill_(1.0F); // 6 beside the middle
        const auto after = shifted(parts, "rotation", 1.0).reference;
        const auto rows = torch::arange(-10, 11).view({21, 1}), columns = torch::arange(-20, 21);
        const auto radius = (rows.square() + columns.square()).to(torch::kFloat32).sqrt();
        for (std::int64_t i = 0; i < after.size(0); ++i) {
            const auto sum = after[i][0].sum().item<double>();
            const auto mean = (after[i][0] * radius).sum().item<double>() / sum;
            QVERIFY(std::abs(sum - 1.0) < 0.3);
            QVERIFY(std::abs(mean - 6.0) < 0.6);
        }
    }

    void blur() {
        // What is even stays so up to the edges, and nothing is lost.
        for (const auto& input : inputKinds()) {
            if (input.kind != InputKind::Image) {
                continue;
            }
            auto parts = partsOfShifts(input);
            parts.reference = torch::full_like(parts.reference, 0.7);
            const auto after = shifted(parts, "blur", 1.0).reference;
            QVERIFY(torch::allclose(after, parts.reference, 1e-5, 1e-6));
        }
        // A point spreads alike to all sides; against the formula.
        auto parts = partsOfShifts({InputKind::Image, 41, 41, 1, 0}, 1);
        parts.reference = torch::zeros_like(parts.reference);
        parts.reference[0][0][20][20] = 1.0F;
        const auto after = shifted(parts, "blur", 0.2).reference[0][0];
        const double deviation = 0.2 * 0.25 * 41;
        for (const auto& [y, x] :
             {std::pair(0, 0), std::pair(1, 0), std::pair(0, 3), std::pair(2, 2)}) {
            const double ratio = std::exp(-(x * x + y * y) / (2.0 * deviation * deviation));
            const auto at = [&](int dy, int dx) {
                return after[20 + dy][20 + dx].item<double>() / after[20][20].item<double>();
            };
            QVERIFY(std::abs(at(y, x) - ratio) < 1e-5);
            QVERIFY(std::abs(at(-y, -x) - ratio) < 1e-5);
        }
    }

    void occlusion() {
        auto parts = partsOfShifts(inputKinds().front());
        parts.reference = parts.reference + 1.0;
        parts.reference[0][0][0][0] = -2.0F; // the smallest value
        const auto after = shifted(parts, "occlusion", 1.0).reference;
        for (std::int64_t i = 0; i < after.size(0); ++i) {
            QVERIFY((after[i] == -2.0F).sum().item<int>() >= 36); // 6 x 6
        }
        // A stronger one covers a weaker one.
        const auto weak = shifted(parts, "occlusion", 0.3).reference == -2.0F;
        QVERIFY((after == -2.0F).logical_or(weak.logical_not()).all().item<bool>());
    }

    void classes_data() {
        QTest::addColumn<double>("strength");
        QTest::addColumn<int>("left");
        QTest::newRow("few") << 0.1 << 4;
        QTest::newRow("half") << 0.5 << 2;
        QTest::newRow("all but one") << 1.0 << 1;
    }
    void classes() {
        QFETCH(double, strength);
        QFETCH(int, left);
        const auto before = partsOfShifts(inputKinds().front());
        const auto after = shifted(before, "classes", strength);
        QCOMPARE(after.test.labels.max().item<int>(), left - 1);
        QCOMPARE(after.test.size(), 10 * left);
        QCOMPARE(after.validation.size(), 10 * left);
        // The reference set has no labels, so that nothing can be chosen by them.
        QVERIFY(isSame(after.reference, before.reference));
    }

    void refused() {
        auto parts = partsOfShifts(inputKinds().front());
        QVERIFY(applyShift(parts, {"", std::numeric_limits<double>::quiet_NaN()}, 1));
        const auto unknown = applyShift(parts, {"fog", 0.5}, 1);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        for (const auto& shift : shifts()) {
            QVERIFY(says(unknown.error().detail, shift.id));
        }
        for (const double strength : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
            QCOMPARE(applyShift(parts, {"noise", strength}, 1).error().code,
                     ErrorCode::InvalidArgument);
        }
    }

    void emptyParts() {
        for (const auto& input : inputKinds()) {
            for (const auto& shift : shifts()) {
                auto parts = partsOfShifts(input, 0);
                if (findShift(shift.id, input)) {
                    QVERIFY(applyShift(parts, {shift.id, 1.0}, 1));
                    QCOMPARE(parts.test.size(), 0);
                }
            }
        }
    }
};

TESSERA_TEST(TestShifts)
#include "test_shifts.moc"
