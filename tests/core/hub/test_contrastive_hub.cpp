#include "core/hub/contrastive_hub.h"
#include "tests/core/hub/hub_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::hub;
using namespace tessera::test;

namespace {

constexpr std::int64_t kRows = 120;
constexpr std::int64_t kDim = 16;

std::unique_ptr<Hub> contrastiveHub() {
    return must(ContrastiveHub::create("test", kDim));
}

// Another network's view of the same inputs.
torch::Tensor turned(const torch::Tensor& x, std::uint64_t seed) {
    return 0.4 * torch::matmul(x, frame(x.size(1), 9, seed)) - 2.0;
}

AnchorRows seeded(AnchorRows rows, std::uint64_t seed) {
    rows.watch.seed = seed;
    return rows;
}

std::unique_ptr<Hub> pairOf(const torch::Tensor& x, const torch::Tensor& y,
                            std::uint64_t seed = 7) {
    auto hub = contrastiveHub();
    must(hub->add(seeded(anchor("one", x), seed)));
    must(hub->add(seeded(anchor("two", y), seed)));
    return hub;
}

// Share of fresh inputs whose coordinates by one network are nearest to their own by the other.
double found(const Hub& hub, const torch::Tensor& x, const std::string& other,
             const torch::Tensor& y) {
    const auto h = must(hub.encode({"one", "weights"}, x));
    const auto g = must(hub.encode({other, "weights"}, y));
    const auto nearest = torch::matmul(h, g.t()).argmax(1);
    return (nearest == torch::arange(x.size(0))).to(torch::kFloat64).mean().item<double>();
}

// |decoded - own| / |own - mean|
double errorOf(const torch::Tensor& decoded, const torch::Tensor& own) {
    return ((decoded - own).norm() / (own - own.mean(0)).norm()).item<double>();
}

} // namespace

class TestContrastiveHub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coordinatesHaveUnitLength() {
        const auto x = spreadRows(kRows, 6, 1);
        const auto hub = pairOf(x, turned(x, 2));
        QCOMPARE(hub->rank(), kDim);
        const auto h = must(hub->encode({"one", "weights"}, x));
        QCOMPARE(h.size(1), kDim);
        QVERIFY(largest(h.norm(2, 1) - 1.0) < 1e-5);
    }

    // Inputs that nobody learned from find themselves in the other network's coordinates, and one
    // network's features come out of the other's. Partners in a wrong order give neither.
    void alignedPairsMeet() {
        const auto x = spreadRows(kRows, 6, 3);
        const auto fresh = spreadRows(40, 6, 4);
        const auto hub = pairOf(x, turned(x, 5));
        QVERIFY2(found(*hub, fresh, "two", turned(fresh, 5)) > 0.8, "chance is 1 in 40");
        const auto h = must(hub->encode({"one", "weights"}, fresh));
        const auto taught = must(hub->decode({"two", "weights"}, h)).to(torch::kFloat64);
        QVERIFY(errorOf(taught, turned(fresh, 5)) < 0.6);

        const auto mixed = pairOf(x, turned(x, 5).roll(1, 0));
        QVERIFY(found(*mixed, fresh, "two", turned(fresh, 5)) < 0.3);
    }

    // The third is aligned to the first alone, whose encoder stays, and meets the second too.
    void furtherNetworksJoin() {
        const auto x = spreadRows(kRows, 6, 6);
        const auto hub = pairOf(x, turned(x, 7));
        const auto before = must(hub->encode({"one", "weights"}, x));
        const auto report = must(hub->add(seeded(anchor("three", turned(x, 8)), 9)));
        QVERIFY(report.fitError > 0.0 && report.fitError < 0.7); // strangers: about sqrt(2)
        QVERIFY(torch::equal(must(hub->encode({"one", "weights"}, x)), before));
        const auto fresh = spreadRows(40, 6, 10);
        QVERIFY(found(*hub, fresh, "three", turned(fresh, 8)) > 0.8);
        const auto h = must(hub->encode({"two", "weights"}, turned(fresh, 7)));
        const auto taught = must(hub->decode({"three", "weights"}, h)).to(torch::kFloat64);
        QVERIFY(errorOf(taught, turned(fresh, 8)) < 0.7);
    }

    void sameSeedSameHub() {
        const auto x = spreadRows(kRows, 6, 11);
        const auto one = wholeText(*pairOf(x, turned(x, 12), 1));
        QCOMPARE(wholeText(*pairOf(x, turned(x, 12), 1)), one);
        QVERIFY(wholeText(*pairOf(x, turned(x, 12), 2)) != one);
    }

    void oneNetworkAloneHasNoCoordinates() {
        const auto hub = contrastiveHub();
        const auto x = spreadRows(kRows, 6, 13);
        const auto first = must(hub->add(anchor("one", x)));
        QVERIFY(first.setTheAxes);
        const auto early = hub->encode({"one", "weights"}, x);
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::InvalidArgument);
        // It may be fitted anew, and a hub that was put away meanwhile goes on.
        must(hub->add(anchor("one", 2.0 * x)));
        const auto again = must(ContrastiveHub::load(savedFile(*hub)));
        must(hub->add(anchor("two", turned(x, 14))));
        must(again->add(anchor("two", turned(x, 14))));
        QCOMPARE(wholeText(*again), wholeText(*hub));
    }

    void stoppedLeavesTheHubAsItWas() {
        const auto x = spreadRows(kRows, 6, 15);
        const auto hub = contrastiveHub();
        must(hub->add(anchor("one", x)));
        const auto before = wholeText(*hub);
        std::stop_source stop;
        auto rows = anchor("two", turned(x, 16));
        rows.watch.stop = stop.get_token();
        std::int64_t epochs = 0;
        rows.watch.progress = [&](std::int64_t done, std::int64_t total) {
            QVERIFY(done <= total);
            if (++epochs == 2) {
                stop.request_stop();
            }
        };
        const auto report = must(hub->add(rows));
        QVERIFY(report.stopped);
        QCOMPARE(epochs, std::int64_t{2});
        QCOMPARE(wholeText(*hub), before);
    }

    void refusals() {
        const auto x = spreadRows(kRows, 6, 17);
        const auto hub = pairOf(x, turned(x, 18));
        const auto before = wholeText(*hub);
        for (const auto& bad : {torch::full_like(x, 0.1), torch::full_like(x, std::nan("")),
                                x.narrow(0, 0, 1), x.narrow(0, 0, kRows - 1)}) {
            const auto added = hub->add(anchor("three", bad));
            QVERIFY(!added);
            QCOMPARE(added.error().code, ErrorCode::InvalidArgument);
        }
        for (const auto& wrong :
             {hub->encode({"one", "others"}, x), hub->encode({"one", "weights"}, turned(x, 18)),
              hub->decode({"two", "weights"}, x)}) {
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().code, ErrorCode::InvalidArgument);
        }
        QCOMPARE(wholeText(*hub), before);
    }

    void damagedFiles_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"dim", "scale", "reference", "network.0.mean",
                                 "network.1.coder.to_hub.weight", "network.0.coder.out.bias"}) {
            QTest::newRow(what) << what;
        }
    }
    void damagedFiles() {
        QFETCH(QString, what);
        const auto x = spreadRows(20, 6, 19);
        auto file = savedFile(*pairOf(x, turned(x, 20)));
        QVERIFY(ContrastiveHub::load(file));
        auto about = nlohmann::json::parse(file.metadata.at("twb.hub"));
        if (what == "dim") {
            about["dim"] = std::int64_t{1} << 60;
        } else if (what == "scale") {
            about["networks"][0]["scale"] = 0.0;
        } else {
            const auto gone = std::erase_if(
                file.arrays, [&](const auto& array) { return array.name == what.toStdString(); });
            QCOMPARE(gone, std::size_t{1});
        }
        file.metadata["twb.hub"] = about.dump();
        const auto loaded = ContrastiveHub::load(file);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
    }

    void numbersOfACoder() {
        for (const auto& [width, dim] : {std::pair<std::int64_t, std::int64_t>{3, 5}, {7, 2}}) {
            std::int64_t count = 0;
            for (const auto& part : ContrastiveCoder(width, dim, 1)->parameters()) {
                count += part.numel();
            }
            QCOMPARE(coderParameters(width, dim), count);
        }
    }
};

TESSERA_TEST(TestContrastiveHub)

#include "test_contrastive_hub.moc"
