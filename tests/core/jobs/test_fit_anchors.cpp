#include "core/jobs/fit_anchors.h"

#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/linalg.h>
#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <set>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

using ChangeFitAnchors = std::function<void(AnchorFitRequest&)>;

constexpr std::int64_t kRows = 200;

std::shared_ptr<NetworkRows> networkOf(const torch::Tensor& features) {
    const auto rows = features.to(torch::kFloat32).contiguous();
    const auto* first = rows.data_ptr<float>();
    auto network = std::make_shared<NetworkRows>();
    network->layers.push_back({"layers.0", {rows.size(0), 1, std::vector<float>(kRows)}});
    network->layers.push_back(
        {"feature", {rows.size(0), rows.size(1), {first, first + rows.numel()}}});
    return network;
}

// Six dimensions, each with less variance than the one before.
torch::Tensor sourceFeatures() {
    torch::manual_seed(11);
    return torch::randn({kRows, 6}, torch::kFloat64) *
               torch::tensor({6.0, 5.0, 4.0, 3.0, 2.0, 1.0}, torch::kFloat64) +
           10.0;
}

AnchorFitRequest requestOf(const torch::Tensor& source, const torch::Tensor& receiver,
                           std::int64_t anchors) {
    return {networkOf(source), networkOf(receiver), anchors, 1};
}

AnchorFitRequest rotatedCopy(std::int64_t anchors) {
    const auto source = sourceFeatures();
    const auto [rotation, rest] = torch::linalg_qr(torch::randn({6, 6}, torch::kFloat64));
    return requestOf(source, torch::matmul(source, rotation) * 2.5 - 3.0, anchors);
}

} // namespace

Q_DECLARE_METATYPE(ChangeFitAnchors)

class TestFitAnchors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What is the source, turned, stretched and moved, fits exactly, from few rows already.
    void aRotatedCopyCarriesOver() {
        const auto fit = must(fitAnchors(rotatedCopy(20), {}));
        QVERIFY(fit != nullptr);
        QCOMPARE(fit->anchors, std::int64_t{20});
        QVERIFY(*fit->errorOnAnchors < 1e-5);
        QVERIFY(*fit->errorOnOthers < 1e-5);
        QCOMPARE(fit->source.rows, kRows);
        QCOMPARE(fit->source.columns, std::int64_t{6});
        for (std::int64_t row = 0; row < kRows; ++row) {
            for (std::int64_t axis = 0; axis < 6; ++axis) {
                QVERIFY(std::abs(fit->source.at(row, axis) - fit->receiver.at(row, axis)) < 1e-3F);
            }
        }
        QCOMPARE(fit->axisShares.size(), std::size_t{6});
        QVERIFY(std::is_sorted(fit->axisShares.rbegin(), fit->axisShares.rend()));
        double sum = 0.0;
        for (const double share : fit->axisShares) {
            sum += share;
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-6);
    }

    // Fewer anchors than dimensions fit themselves better than the rest.
    void tooFewAnchorsDoNotCarryOver() {
        const auto source = sourceFeatures();
        const auto noisy = source + torch::randn(source.sizes(), torch::kFloat64);
        const auto few = must(fitAnchors(requestOf(source, noisy, 4), {}));
        const auto many = must(fitAnchors(requestOf(source, noisy, 150), {}));
        QCOMPARE(few->source.columns, std::int64_t{3}); // what four rows can span
        QVERIFY(*few->errorOnAnchors < *few->errorOnOthers);
        QVERIFY(*many->errorOnOthers < *few->errorOnOthers);
        QVERIFY(*many->errorOnOthers < 0.35);
    }

    // Coordinates of the same size that have nothing to do with each other: sqrt(2), or less where
    // the axes are few.
    void whatIsUnrelatedDoesNotCarryOver() {
        const auto source = sourceFeatures();
        const auto other = torch::randn({kRows, 6}, torch::kFloat64);
        const auto fit = must(fitAnchors(requestOf(source, other, 100), {}));
        QVERIFY2(*fit->errorOnOthers > 0.9 && *fit->errorOnOthers < 1.8,
                 std::to_string(*fit->errorOnOthers).c_str());
    }

    void allRowsAsAnchors() {
        const auto fit = must(fitAnchors(rotatedCopy(kRows), {}));
        QVERIFY(fit->errorOnAnchors.has_value());
        QVERIFY(!fit->errorOnOthers.has_value());
    }

    // A receiver that is narrower than the hub has fewer of its axes.
    void axesThatBothHave() {
        const auto source = sourceFeatures();
        const auto fit = must(fitAnchors(requestOf(source, source.narrow(1, 0, 2), 50), {}));
        QCOMPARE(fit->source.columns, std::int64_t{2});
        QCOMPARE(fit->receiver.columns, std::int64_t{2});
        QCOMPARE(fit->axisShares.size(), std::size_t{2});
    }

    void sixteenAxesAreShownAtMost() {
        torch::manual_seed(3);
        const auto wide = torch::randn({kRows, 30});
        const auto fit = must(fitAnchors(requestOf(wide, wide, 100), {}));
        QCOMPARE(fit->source.columns, std::int64_t{16});
        QVERIFY(*fit->errorOnOthers < 1e-5); // of all axes
    }

    void sameSeedSameNumbers() {
        auto request = rotatedCopy(5);
        const auto first = must(fitAnchors(request, {}));
        const auto again = must(fitAnchors(request, {}));
        QCOMPARE(again->source.values, first->source.values);
        QCOMPARE(again->receiver.values, first->receiver.values);
        QCOMPARE(*again->errorOnOthers, *first->errorOnOthers);
        request.seed = 2;
        QVERIFY(must(fitAnchors(request, {}))->source.values != first->source.values);
    }

    // The choice for fewer anchors is part of that for more. Where each row has a direction of its
    // own, all rows that are no anchors lie at 0.
    void anchorsAreNested() {
        const auto eye = torch::eye(kRows, torch::kFloat64);
        std::set<std::int64_t> before;
        for (const std::int64_t anchors : {2, 3, 10, 17}) {
            const auto fit = must(fitAnchors(requestOf(eye, eye, anchors), {}));
            std::set<std::int64_t> found;
            for (std::int64_t row = 0; row < kRows; ++row) {
                for (std::int64_t axis = 0; axis < fit->source.columns; ++axis) {
                    if (std::abs(fit->source.at(row, axis)) > 1e-3F) {
                        found.insert(row);
                    }
                }
            }
            QCOMPARE(static_cast<std::int64_t>(found.size()), anchors);
            QVERIFY(std::includes(found.begin(), found.end(), before.begin(), before.end()));
            before = found;
        }
    }

    void refuses_data() {
        QTest::addColumn<ChangeFitAnchors>("change");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, ChangeFitAnchors change, const char* why) {
            QTest::newRow(name) << change << why;
        };
        row(
            "no anchor", [](AnchorFitRequest& r) { r.anchors = 0; }, "2 to 200 anchors");
        row(
            "one anchor", [](AnchorFitRequest& r) { r.anchors = 1; }, "2 to 200 anchors");
        row(
            "fewer than none", [](AnchorFitRequest& r) { r.anchors = -7; }, "2 to 200 anchors");
        row(
            "more than rows", [](AnchorFitRequest& r) { r.anchors = 201; }, "2 to 200 anchors");
        row(
            "no source", [](AnchorFitRequest& r) { r.source = nullptr; }, "source were not");
        row(
            "no receiver", [](AnchorFitRequest& r) { r.receiver = nullptr; }, "receiver were not");
        row(
            "no layers", [](AnchorFitRequest& r) { r.receiver = std::make_shared<NetworkRows>(); },
            "receiver were not");
        row(
            "no features",
            [](AnchorFitRequest& r) {
                auto changed = std::make_shared<NetworkRows>(*r.source);
                changed->layers.pop_back();
                r.source = changed;
            },
            "source were not");
        row(
            "other rows",
            [](AnchorFitRequest& r) {
                r.receiver = networkOf(torch::randn({kRows - 1, 6}));
            },
            "same samples");
        row(
            "constant source",
            [](AnchorFitRequest& r) {
                r.source = networkOf(torch::ones({kRows, 6}));
            },
            "source");
        row(
            "constant receiver",
            [](AnchorFitRequest& r) {
                r.receiver = networkOf(torch::zeros({kRows, 6}));
            },
            "receiver");
        row(
            "not a number",
            [](AnchorFitRequest& r) {
                auto features = torch::randn({kRows, 6});
                features[7][2] = std::nan("");
                r.receiver = networkOf(features);
            },
            "not finite");
    }
    void refuses() {
        QFETCH(ChangeFitAnchors, change);
        QFETCH(QString, why);
        auto request = rotatedCopy(20);
        change(request);
        const auto fit = fitAnchors(request, {});
        QVERIFY(!fit);
        QCOMPARE(fit.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(fit.error().detail).contains(why),
                 fit.error().detail.c_str());
    }

    void stopped() {
        std::stop_source stop;
        stop.request_stop();
        const auto fit = fitAnchors(rotatedCopy(20), stop.get_token());
        QVERIFY(fit.has_value());
        QVERIFY(*fit == nullptr);
    }
};

TESSERA_TEST(TestFitAnchors)
#include "test_fit_anchors.moc"
