#include "core/hub/orthogonal_hub.h"

#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

constexpr std::int64_t kRowsOrthogonalHub = 120;

bool hasDetail(const FitReport& report, const std::string& part) {
    return std::any_of(report.details.begin(), report.details.end(), [&](const std::string& text) {
        return text.find(part) != std::string::npos;
    });
}

// Receivers of six units whose features span only five dimensions.
torch::Tensor deficient(const std::string& how) {
    auto rows = draw(kRowsOrthogonalHub, 6, 21) + 0.5;
    if (how == "constant") {
        rows.select(1, 2).fill_(0.1);
    } else if (how == "duplicate") {
        rows.select(1, 4).copy_(rows.select(1, 1));
    } else {
        rows = rows - rows.mean(1, true);
    }
    return rows;
}

} // namespace

class TestOrthogonalHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstNetworkSetsTheAxes() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 1);
        const auto report = must(hub->add(anchor("source", x)));
        QVERIFY(report.setTheAxes);
        QCOMPARE(hub->rank(), std::int64_t{6});
        QCOMPARE(report.lostVariance, std::optional<double>(0.0));
        QCOMPARE(report.fitError, 0.0);
        QVERIFY(report.warnings.empty());
        QVERIFY(report.effectiveRank && *report.effectiveRank > 1.0 && *report.effectiveRank < 6.0);

        const auto saved = savedAnchor(*hub, "source");
        QVERIFY(isIdentity(torch::matmul(saved.axes, saved.axes.t()), 1e-10));
        QVERIFY(largest(saved.mean - x.mean(0)) < 1e-12);
        // Coordinates on principal axes: no correlations, variances in falling order.
        const auto h = must(hub->encode({"source", "weights"}, x)).to(torch::kFloat64);
        const auto centred = h - h.mean(0);
        const auto covariance =
            torch::matmul(centred.t(), centred) / double(kRowsOrthogonalHub - 1);
        const auto variances = covariance.diagonal();
        QVERIFY(largest(covariance - torch::diag(variances)) < 1e-4);
        QVERIFY((variances.slice(0, 0, 5) >= variances.slice(0, 1, 6)).all().item<bool>());
        QVERIFY(largest(h.mean(0)) < 1e-6);
    }

    // Whitened axes: variances l^(1-w), scaled so that their sum stays.
    void whiteningLevelsTheVariances_data() {
        QTest::addColumn<double>("whitening");
        QTest::newRow("none") << 0.0;
        QTest::newRow("half") << 0.5;
        QTest::newRow("whole") << 1.0;
    }
    void whiteningLevelsTheVariances() {
        QFETCH(double, whitening);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 5);
        const auto variancesIn = [&](Hub& hub) {
            must(hub.add(anchor("source", x)));
            return must(hub.encode({"source", "weights"}, x)).to(torch::kFloat64).var(0);
        };
        const auto plain = variancesIn(*makeHub(6));
        const auto hub = makeHub(6, whitening);
        const auto own = variancesIn(*hub);
        const auto shape = plain.pow(1.0 - whitening);
        QVERIFY(largest(own / (shape * plain.sum() / shape.sum()) - 1.0) < 1e-4);
        const auto gains = hub->principalGains();
        QVERIFY(largest(own / gains.square() / plain - 1.0) < 1e-4);
        QCOMPARE(bool((gains == 1.0).all().item<bool>()), whitening == 0.0);
        QVERIFY(!makeHub(6, whitening)->principalGains().defined()); // empty
        const auto error = roundTripError(*hub, {"source", "weights"}, spreadRows(50, 6, 3));
        QVERIFY(error && *error < 1e-5);
        // What a further network is asked for has the source's axes in the same proportions.
        must(hub->add(anchor("receiver", spreadRows(kRowsOrthogonalHub, 9, 6))));
        const auto h = must(hub->encode({"source", "weights"}, x));
        const auto asked = must(hub->decode({"receiver", "weights"}, h));
        const auto back = must(hub->encode({"receiver", "weights"}, asked));
        QVERIFY(largest((back - h).to(torch::kFloat64)) < 1e-4);
    }

    void whiteningIsAShare() {
        for (const double wrong : {-0.1, 1.1, std::nan("")}) {
            const auto hub = OrthogonalHub::create("name", 4, wrong);
            QVERIFY(!hub);
            QCOMPARE(hub.error().code, ErrorCode::InvalidArgument);
        }
    }

    void roundTripOfTheFirstIsExact() {
        const auto hub = makeHub(6);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 2);
        must(hub->add(anchor("source", x)));
        const auto fresh = spreadRows(50, 6, 3);
        const auto error = roundTripError(*hub, {"source", "weights"}, fresh);
        QVERIFY(error && *error < 1e-5);
        const auto h = must(hub->encode({"source", "weights"}, fresh));
        QCOMPARE(h.scalar_type(), torch::kFloat32);
        const auto back = must(hub->decode({"source", "weights"}, h)).to(torch::kFloat64);
        QVERIFY(largest(back - fresh) < 1e-5);
    }

    void roundTripErrorByHand() {
        const auto hub = makeHub(1);
        // Variance 4 along the first unit, 1 along the second: one axis keeps 4 of 5.
        const auto x = torch::tensor({2.0, 0.0, -2.0, 0.0, 0.0, 1.0, 0.0, -1.0}, torch::kFloat64);
        must(hub->add(anchor("source", x.view({4, 2}))));
        const auto error = roundTripError(*hub, {"source", "weights"}, x.view({4, 2}));
        QVERIFY(error && std::abs(*error - std::sqrt(0.2)) < 1e-6);
        QVERIFY(!roundTripError(*hub, {"nobody", "weights"}, x.view({4, 2})));
        QVERIFY(!roundTripError(*hub, {"source", "weights"},
                                torch::ones({3, 2}, torch::kFloat64))); // rows that do not vary
    }

    void recoversAPlantedRelation_data() {
        QTest::addColumn<int>("receiverWidth");
        QTest::newRow("same width") << 6;
        QTest::newRow("wider") << 11;
    }
    void recoversAPlantedRelation() {
        QFETCH(int, receiverWidth);
        constexpr double kScale = 2.5;
        const auto q = frame(6, receiverWidth, 4);
        const auto shift = draw(1, receiverWidth, 5);
        const auto receiverOf = [&](const torch::Tensor& x) {
            return kScale * torch::matmul(x, q) + shift;
        };
        const auto hub = makeHub(2048);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 6);
        must(hub->add(anchor("source", x)));
        const auto report = must(hub->add(anchor("receiver", receiverOf(x))));
        QVERIFY(!report.setTheAxes);
        QVERIFY(report.fitError < 1e-6);
        const auto saved = savedAnchor(*hub, "receiver");
        QVERIFY(std::abs(saved.scale - kScale) < 1e-9);
        QVERIFY(isIdentity(torch::matmul(saved.axes, saved.axes.t()), 1e-9));

        const auto fresh = spreadRows(40, 6, 7); // rows that the fit has not seen
        const auto h = must(hub->encode({"source", "weights"}, fresh));
        const auto decoded = must(hub->decode({"receiver", "weights"}, h)).to(torch::kFloat64);
        QVERIFY(largest(decoded - receiverOf(fresh)) < 1e-4);
        const auto e = must(hub->encode({"receiver", "weights"}, receiverOf(fresh)));
        QVERIFY(largest(e - h) < 1e-4);
    }

    void rotationIsTheBestOne() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsOrthogonalHub, 5, 8);
        const auto r = draw(kRowsOrthogonalHub, 7, 9) + torch::matmul(x, draw(5, 7, 10));
        must(hub->add(anchor("source", x)));
        must(hub->add(anchor("receiver", r)));
        const auto saved = savedAnchor(*hub, "receiver");
        const auto h = must(hub->encode({"source", "weights"}, x)).to(torch::kFloat64);
        const auto centred = r - r.mean(0);
        const auto residual = [&](const torch::Tensor& q) {
            return (centred - saved.scale * torch::matmul(h, q)).norm().item<double>();
        };
        const double best = residual(saved.axes);
        for (std::uint64_t seed = 100; seed < 150; ++seed) {
            QVERIFY(residual(frame(5, 7, seed)) > best);
            const auto nudged = saved.axes + 0.02 * draw(5, 7, seed);
            const auto near = std::get<0>(torch::linalg_qr(nudged.t())).t();
            const auto signs = (near * saved.axes).sum(1, true).sign(); // QR may flip an axis
            QVERIFY(residual(near * signs) > best);
        }
    }

    void narrowReceiverHoldsTheLeadingAxes() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 11);
        must(hub->add(anchor("source", x)));
        const auto r = torch::matmul(x, draw(6, 3, 12));
        const auto report = must(hub->add(anchor("receiver", r)));
        QVERIFY(hasDetail(report, "3 of the 6"));
        const auto saved = savedAnchor(*hub, "receiver");
        QCOMPARE(saved.axes.size(0), std::int64_t{3});
        QVERIFY(isIdentity(torch::matmul(saved.axes, saved.axes.t()), 1e-9));
        const auto e = must(hub->encode({"receiver", "weights"}, r));
        QCOMPARE(e.size(1), std::int64_t{3});
        // All coordinates of the source are taken, the first three are used.
        const auto h = must(hub->encode({"source", "weights"}, x));
        const auto whole = must(hub->decode({"receiver", "weights"}, h));
        const auto leading = must(hub->decode({"receiver", "weights"}, h.narrow(1, 0, 3)));
        QVERIFY(torch::equal(whole, leading));
        // s makes both sides equally large: tr Cov R = s^2 tr Cov H_k.
        const auto spread = [](const torch::Tensor& rows) {
            return rows.to(torch::kFloat64).var(0, false).sum().item<double>();
        };
        QVERIFY(std::abs(saved.scale - std::sqrt(spread(r) / spread(h.narrow(1, 0, 3)))) < 1e-6);
    }

    void deficientReceiverIsCompleted_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("one constant unit") << "constant";
        QTest::newRow("one unit twice") << "duplicate";
        QTest::newRow("units sum to zero, as after LayerNorm") << "zero sum";
    }
    void deficientReceiverIsCompleted() {
        QFETCH(QString, how);
        const auto hub = makeHub(64);
        must(hub->add(anchor("source", spreadRows(kRowsOrthogonalHub, 8, 13))));
        const auto r = deficient(how.toStdString());
        const auto report = must(hub->add(anchor("receiver", r)));
        QVERIFY(hasDetail(report, "only 5 of 6"));
        const auto saved = savedAnchor(*hub, "receiver");
        QVERIFY(isIdentity(torch::matmul(saved.axes, saved.axes.t()), 1e-9));
        QVERIFY(saved.scale > 0.0);
        const auto error = roundTripError(*hub, {"receiver", "weights"}, r);
        QVERIFY(error && *error < 1e-5); // Q is square: nothing is lost
    }

    void cutAtDim() {
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 14);
        const auto centred = x - x.mean(0);
        const auto values =
            torch::linalg_eigvalsh(torch::matmul(centred.t(), centred)).flip(0).contiguous();
        const double kept = values.narrow(0, 0, 2).sum().item<double>();
        const auto hub = makeHub(2);
        const auto report = must(hub->add(anchor("source", x)));
        QCOMPARE(hub->rank(), std::int64_t{2});
        const double lost = 1.0 - kept / values.sum().item<double>();
        QVERIFY(report.lostVariance && std::abs(*report.lostVariance - lost) < 1e-12);
        // What whitened axes leave out is the same: they are scaled after they are chosen.
        const auto whitened = must(makeHub(2, 0.7)->add(anchor("source", x)));
        QCOMPARE(whitened.lostVariance, report.lostVariance);
        // A network that is aligned to the axes chooses none of them.
        const auto further =
            must(hub->add(anchor("receiver", spreadRows(kRowsOrthogonalHub, 5, 4))));
        QVERIFY(!further.lostVariance);
        QCOMPARE(report.warnings.size(), std::size_t{1});
        QVERIFY(report.warnings[0].find("2 dimensions for 6 source axes") != std::string::npos);
    }

    void weakAxesAreLeftOut() {
        auto x = draw(kRowsOrthogonalHub, 4, 15);
        x.select(1, 3).mul_(1e-4); // variance 1e-8 of the others
        const auto hub = makeHub(64);
        const auto report = must(hub->add(anchor("source", x)));
        QCOMPARE(hub->rank(), std::int64_t{3});
        QVERIFY(report.warnings.empty()); // below what counts as an axis, not cut by the hub
    }

    void uncentredEncodingIsAConstantShift() {
        const auto hub = makeHub(64);
        const auto x = spreadRows(kRowsOrthogonalHub, 6, 16);
        must(hub->add(anchor("source", x)));
        must(hub->add(anchor("receiver", spreadRows(kRowsOrthogonalHub, 9, 17))));
        for (const auto& [network, rows] :
             {std::pair{"source", x}, std::pair{"receiver", spreadRows(40, 9, 18)}}) {
            const auto centred = must(hub->encode({network, "weights"}, rows));
            const auto plain = must(hub->encodeUncentred({network, "weights"}, rows));
            const auto saved = savedAnchor(*hub, network);
            const auto shift = torch::matmul(saved.axes, saved.mean) / saved.scale;
            QVERIFY(largest((plain - centred).to(torch::kFloat64) - shift) < 1e-4);
            QVERIFY(plain.mean(0).norm().item<double>() > 0.1);
        }
    }

    void sameRowsSameBits() {
        const auto build = [] {
            auto hub = makeHub(16);
            must(hub->add(anchor("source", spreadRows(kRowsOrthogonalHub, 6, 19))));
            must(hub->add(anchor("receiver", deficient("constant"))));
            return wholeText(*hub);
        };
        QCOMPARE(build(), build());
    }
};

TESSERA_TEST(TestOrthogonalHub)

#include "test_orthogonal_hub.moc"
