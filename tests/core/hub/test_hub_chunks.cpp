#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

constexpr std::int64_t kRowsHubChunks =
    5000; // some chunks: of 2184 rows of the source, 1365 of pairs
constexpr std::int64_t kWide = 480;
constexpr std::int64_t kNarrow = 288;

torch::Tensor wide() {
    return (spreadRows(kRowsHubChunks, kWide, 71) / 3.0).to(torch::kFloat32);
}

torch::Tensor narrow(const torch::Tensor& x) {
    return torch::matmul(x, draw(kWide, kNarrow, 72).to(torch::kFloat32)) + 2.0;
}

double relative(const torch::Tensor& value, const torch::Tensor& expected) {
    return largest(value - expected) / largest(expected);
}

// The formulas of OrthogonalHub on whole matrices.
struct WholeFit {
    torch::Tensor mean, axes;
    double scale = 1.0;
    double fitError = 0.0;
};

WholeFit firstOf(const torch::Tensor& features) {
    const auto x = features.to(torch::kFloat64);
    WholeFit fit;
    fit.mean = x.mean(0);
    const auto centred = x - fit.mean;
    const auto [values, vectors] = torch::linalg_eigh(torch::matmul(centred.t(), centred));
    fit.axes = vectors.flip(1).t().contiguous();
    return fit;
}

WholeFit furtherOf(const torch::Tensor& features, const torch::Tensor& reference) {
    const auto r = features.to(torch::kFloat64);
    WholeFit fit;
    fit.mean = r.mean(0);
    const auto h = reference.narrow(1, 0, r.size(1));
    const auto [u, s, vT] = torch::linalg_svd(torch::matmul(h.t(), r - fit.mean), false);
    fit.axes = torch::matmul(u, vT);
    const auto spread = [](const torch::Tensor& rows) {
        return rows.var(0, false).sum().item<double>();
    };
    fit.scale = std::sqrt(spread(r) / spread(h));
    const auto own = torch::matmul(r - fit.mean, fit.axes.t()) / fit.scale;
    fit.fitError = (own - h).norm().item<double>() / h.norm().item<double>();
    return fit;
}

} // namespace

// A hub fitted chunk by chunk is the hub of the whole matrices, wherever their rows lie.
class TestHubChunks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTheWholeMatrices() {
        const auto x = wide();
        const auto r = narrow(x);
        const auto hub = makeHub(2048);
        const auto first = must(hub->add(anchor("source", spilled(x, folder()))));
        QCOMPARE(hub->rank(), kWide);
        QCOMPARE(first.fitError, 0.0);
        const auto source = savedAnchor(*hub, "source");
        const auto wanted = firstOf(x);
        QVERIFY(relative(source.mean, wanted.mean) < 1e-10);
        // Axes are unique up to their signs.
        const auto overlap = torch::matmul(source.axes, wanted.axes.t());
        QVERIFY(largest(overlap.abs() - torch::eye(kWide, overlap.options())) < 1e-9);

        const auto further = must(hub->add(anchor("receiver", spilled(r, folder()))));
        const auto receiver = savedAnchor(*hub, "receiver");
        const auto centred = x.to(torch::kFloat64) - source.mean;
        const auto fit = furtherOf(r, torch::matmul(centred, source.axes.t()));
        QVERIFY(relative(receiver.mean, fit.mean) < 1e-10);
        QVERIFY(relative(receiver.axes, fit.axes) < 1e-10);
        QVERIFY(std::abs(receiver.scale / fit.scale - 1.0) < 1e-10);
        QVERIFY(std::abs(further.fitError / fit.fitError - 1.0) < 1e-10);
    }

    void whereTheRowsLieDoesNotMatter() {
        const auto x = wide();
        const auto r = narrow(x);
        const auto memory = makeHub(2048);
        must(memory->add(anchor("source", x)));
        must(memory->add(anchor("receiver", r)));
        const auto files = makeHub(2048);
        must(files->add(anchor("source", spilled(x, folder()))));
        must(files->add(anchor("receiver", spilled(r, folder()))));
        QVERIFY(wholeText(*memory) == wholeText(*files));
        const AnchorKey key{"receiver", "weights"};
        QCOMPARE(roundTripError(*files, key, spilled(r, folder())),
                 roundTripError(*memory, key, r));
    }

    void badRowsOfALaterChunkAreSeen() {
        auto x = wide();
        x[kRowsHubChunks - 1][7] = std::numeric_limits<float>::quiet_NaN();
        const auto hub = makeHub(8);
        const auto refused = hub->add(anchor("source", spilled(x, folder())));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(hub->rank(), std::int64_t{0});
    }

    // The folder of the rows is gone when the coordinates shall be put there.
    void coordinatesThatCannotBeKept() {
        const auto x = wide();
        const auto place = folder() / "gone";
        const auto rows = spilled(x, place);
        std::filesystem::remove_all(place);
        std::ofstream(place) << "a file";
        const auto hub = makeHub(8);
        const auto refused = hub->add(anchor("source", rows));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        QCOMPARE(hub->rank(), std::int64_t{0});
        QVERIFY(hub->add(anchor("source", x))); // and can be founded yet
    }

    void roundTripOfManyRows() {
        const auto x = wide();
        const auto hub = makeHub(100);
        must(hub->add(anchor("source", x)));
        const AnchorKey key{"source", "weights"};
        const auto back = must(hub->decode(key, must(hub->encode(key, x)))).to(torch::kFloat64);
        const auto values = x.to(torch::kFloat64);
        const double expected =
            (back - values).norm().item<double>() / (values - values.mean(0)).norm().item<double>();
        const auto error = roundTripError(*hub, key, x);
        QVERIFY(error && std::abs(*error / expected - 1.0) < 1e-6);
    }

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

TESSERA_TEST(TestHubChunks)

#include "test_hub_chunks.moc"
