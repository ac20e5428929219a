#include "core/transfer/readout.h"

#include "core/transfer/dual_readout.h"

#include "tests/support/test_registry.h"
#include "tests/support/toy_task.h"

#include <torch/linalg.h>

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::test;
using tessera::transfer::fitDualReadout;
using tessera::transfer::fitReadout;

namespace {

constexpr double kNaNReadout = std::numeric_limits<double>::quiet_NaN();

bool isNear(const torch::Tensor& a, const torch::Tensor& b, double tolerance) {
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>() <= tolerance;
}

torch::Tensor column(std::initializer_list<double> values) {
    return torch::tensor(std::vector<double>(values), torch::kFloat32).view({-1, 1});
}

} // namespace

class TestReadout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHand_data() {
        // x = 0..3, y = 2x + 1: variance 5/4, covariance 5/2, means 3/2 and 4.
        // w = 5/2 / (5/4 (1 + ridge)), b = 4 - 3/2 w.
        QTest::addColumn<double>("ridge");
        QTest::addColumn<double>("weight");
        QTest::addColumn<double>("bias");
        QTest::newRow("none") << 0.0 << 2.0 << 1.0;
        QTest::newRow("as large as the variance") << 1.0 << 1.0 << 2.5;
        QTest::newRow("three times that") << 3.0 << 0.5 << 3.25;
        QTest::newRow("huge: only the mean is left") << 1e12 << 0.0 << 4.0;
    }
    void byHand() {
        QFETCH(double, ridge);
        QFETCH(double, weight);
        QFETCH(double, bias);
        torch::nn::Linear head(1, 1);
        must(fitReadout(head, column({0, 1, 2, 3}), column({1, 3, 5, 7}), ridge));
        QVERIFY(std::abs(head->weight.item<double>() - weight) < 1e-6);
        QVERIFY(std::abs(head->bias.item<double>() - bias) < 1e-6);
    }

    void solvesTheNormalEquations() {
        const auto x = randomRows(60, 5, 1) * 2.0 + 1.0;
        const auto y = randomRows(60, 3, 2);
        constexpr double kRidge = 0.3;
        torch::nn::Linear head(5, 3);
        must(fitReadout(head, x, y, kRidge));
        // Xc'Xc W' + n lambda W' = Xc'Yc, lambda = ridge tr(Xc'Xc / n) / d
        const auto xc = (x - x.mean(0)).to(torch::kFloat64);
        const auto yc = (y - y.mean(0)).to(torch::kFloat64);
        const auto gram = torch::matmul(xc.t(), xc);
        const double level = kRidge * gram.trace().item<double>() / 5.0;
        const auto w = head->weight.detach().to(torch::kFloat64).t();
        QVERIFY(
            isNear(torch::matmul(gram, w) + level * w, torch::matmul(xc.t(), yc), 1e-4 * level));
        // The mean prediction is the mean target: a free bias.
        QVERIFY(isNear(head->forward(x).mean(0).detach(), y.mean(0), 1e-5));
    }

    void recoversAPlantedMap() {
        const auto x = randomRows(40, 6, 3);
        const auto w = randomRows(3, 6, 4);
        const auto b = randomRows(1, 3, 5) * 10.0;
        torch::nn::Linear head(6, 3);
        must(fitReadout(head, x, torch::matmul(x, w.t()) + b, 0.0));
        QVERIFY(isNear(head->weight.detach(), w, 1e-4));
        QVERIFY(isNear(head->bias.detach(), b.view({3}), 1e-4));
    }

    // Of more numbers than inputs: the same map from n x n numbers.
    void dualIsTheSameMap() {
        const auto x = randomRows(30, 700, 8) * 3.0 + 2.0;
        const auto y = randomRows(30, 4, 9) + 1.0;
        torch::nn::Linear primal(700, 4), dual(700, 4);
        must(fitReadout(primal, x, y, 0.2));
        must(fitDualReadout(dual, x, y, 0.2, {}));
        QVERIFY(isNear(primal->weight.detach(), dual->weight.detach(), 1e-6));
        QVERIFY(isNear(primal->bias.detach(), dual->bias.detach(), 1e-5));
        // Wide enough for several blocks of columns.
        const auto wide = randomRows(3, 400'000, 10);
        torch::nn::Linear map(400'000, 2);
        must(fitDualReadout(map, wide, randomRows(3, 2, 11), 1e-6, {}));
        QVERIFY(isNear(map->forward(wide).detach(), randomRows(3, 2, 11), 1e-3));
    }

    void dualRefuses() {
        torch::nn::Linear map(5, 1);
        const auto x = randomRows(3, 5, 1);
        // Without a ridge nothing decides among the lines through all points.
        QCOMPARE(fitDualReadout(map, x, randomRows(3, 1, 2), 0.0, {}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(fitDualReadout(map, x, column({1, kNaNReadout, 2}), 0.1, {}).error().code,
                 ErrorCode::InvalidArgument);
    }

    void stoppedItLeavesTheHead() {
        std::stop_source stop;
        stop.request_stop();
        const auto x = randomRows(3, 5, 1);
        for (const bool dual : {false, true}) {
            torch::nn::Linear map(5, 2);
            const auto before = map->weight.detach().clone();
            must(dual ? fitDualReadout(map, x, randomRows(3, 2, 2), 0.1, stop.get_token())
                      : fitReadout(map, x, randomRows(3, 2, 2), 0.1, stop.get_token()));
            QVERIFY(torch::equal(map->weight.detach(), before));
        }
    }

    void biasIsNotPenalised() {
        const auto x = randomRows(50, 4, 6);
        const auto y = randomRows(50, 2, 7) + 5.0;
        torch::nn::Linear plain(4, 2), shifted(4, 2);
        must(fitReadout(plain, x, y, 0.5));
        must(fitReadout(shifted, x + 8.0, y, 0.5));
        QVERIFY(isNear(plain->weight.detach(), shifted->weight.detach(), 1e-5));
        QVERIFY(isNear(plain->forward(x).detach(), shifted->forward(x + 8.0).detach(), 1e-4));
        torch::nn::Linear scaled(4, 2); // lambda follows the features' scale
        must(fitReadout(scaled, 10.0 * x, y, 0.5));
        QVERIFY(isNear(scaled->forward(10.0 * x).detach(), plain->forward(x).detach(), 1e-4));
    }

    void refused_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"zero features", "constant features", "equal rows", "NaN features",
                                 "infinite features", "NaN targets", "fewer targets",
                                 "more classes", "wider features", "no rows"}) {
            QTest::newRow(what) << what;
        }
    }
    void refused() {
        QFETCH(QString, what);
        auto x = randomRows(20, 4, 8);
        auto y = randomRows(20, 3, 9);
        if (what == "zero features") {
            x.zero_();
        } else if (what == "constant features") {
            x.fill_(0.1);
        } else if (what == "equal rows") {
            x = randomRows(1, 4, 8).repeat({20, 1});
        } else if (what == "NaN features") {
            x[3][1] = kNaNReadout;
        } else if (what == "infinite features") {
            x[3][1] = std::numeric_limits<double>::infinity();
        } else if (what == "NaN targets") {
            y[2][2] = kNaNReadout;
        } else if (what == "fewer targets") {
            y = y.narrow(0, 0, 19);
        } else if (what == "more classes") {
            y = randomRows(20, 5, 9);
        } else if (what == "wider features") {
            x = randomRows(20, 6, 8);
        } else {
            x = x.narrow(0, 0, 0);
            y = y.narrow(0, 0, 0);
        }
        torch::nn::Linear head(4, 3);
        const auto weight = head->weight.detach().clone();
        const auto bias = head->bias.detach().clone();
        const auto result = fitReadout(head, x, y, 0.0);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY(torch::equal(head->weight, weight));
        QVERIFY(torch::equal(head->bias, bias));
    }

    void gradientsStayOn() {
        torch::nn::Linear head(4, 3);
        must(fitReadout(head, randomRows(20, 4, 10), randomRows(20, 3, 11), 1e-2));
        QVERIFY(head->weight.requires_grad());
        QVERIFY(head->bias.requires_grad());
    }
};

TESSERA_TEST(TestReadout)

#include "test_readout.moc"
