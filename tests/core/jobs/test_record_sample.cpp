#include "core/jobs/record_sample.h"

#include "core/jobs/load_network.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <cmath>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

std::int64_t numel(const FullActivation& activation) {
    std::int64_t count = 1;
    for (const auto size : activation.shape) {
        count *= size;
    }
    return count;
}

const FullActivation* find(const std::vector<FullActivation>& all, FullActivation::Kind kind) {
    for (const auto& each : all) {
        if (each.kind == kind) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

class TestRecordSample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_stop = std::stop_source();
        m_request = {};
        m_request.experiment = smallExperiment();
        m_request.experiment.source.train.epochs = 1;
        m_request.cacheDir = m_folder / "cache";
    }

    void kinds_data() {
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("axes");
        using Kind = FullActivation::Kind;
        QTest::newRow("mlp") << QByteArray("mlp") << int(Kind::Vector) << 1;
        QTest::newRow("conv") << QByteArray("conv") << int(Kind::Maps) << 2;
        QTest::newRow("lstm") << QByteArray("lstm") << int(Kind::Sequence) << 2;
        QTest::newRow("transformer") << QByteArray("transformer") << int(Kind::Sequence) << 2;
        QTest::newRow("vit") << QByteArray("vit") << int(Kind::Attention) << 3;
        QTest::newRow("resnet") << QByteArray("resnet") << int(Kind::Maps) << 3;
    }
    void kinds() {
        QFETCH(QByteArray, family);
        QFETCH(int, kind);
        QFETCH(int, axes);
        auto spec = architecture(family.toStdString(), 8, family == "resnet" ? 8 : 1);
        m_request.experiment.receiver.network.architecture = spec;
        m_request.which = FullActivationRequest::Which::Receiver;
        const auto all = must(record());
        QVERIFY(!all.empty());
        for (const auto& each : all) {
            QVERIFY(!each.tap.empty() && !each.shape.empty());
            QCOMPARE(std::int64_t(each.values.size()), numel(each));
            QVERIFY(std::all_of(each.values.begin(), each.values.end(),
                                [](float value) { return std::isfinite(value); }));
        }
        const auto* found = find(all, FullActivation::Kind(kind));
        QVERIFY(found != nullptr);
        QCOMPARE(int(found->shape.size()), axes);
        QCOMPARE(must(record()).front().values, all.front().values);
    }

    void chosenTaps() {
        const auto all = must(record());
        QVERIFY(all.size() > 1);
        m_request.taps = {all.back().tap};
        const auto one = must(record());
        QCOMPARE(one.size(), std::size_t(1));
        QCOMPARE(one.front().values, all.back().values);
        m_request.taps = {all.back().tap, "nothing.of.that.name"};
        const auto refused = record();
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(mentions(refused.error(), "nothing.of.that.name"));
    }

    // The features of a row are those of the same row in the run.
    void theRowIsTheRuns() {
        m_request.validationRow = 7;
        const auto seven = must(record());
        const auto data = must(
            data::loadData(m_request.experiment.data, m_request.experiment.seed, {dataDir(), {}}));
        const Preparation preparation{m_request.experiment, data, m_request.cacheDir, 1};
        RecordingSink sink;
        const auto network = must(prepareSource(preparation, sink, m_stop.get_token()));
        const torch::NoGradGuard noGrad;
        network->eval();
        const auto logits = network->forward(data.validation.inputs.narrow(0, 7, 1));
        const auto& last = seven.back().values;
        QCOMPARE(std::int64_t(last.size()), logits.numel());
        for (std::size_t i = 0; i < last.size(); ++i) {
            QCOMPARE(last[i], logits[0][std::int64_t(i)].item<float>());
        }
        m_request.validationRow = 8;
        QVERIFY(must(record()).back().values != last);
    }

    // A trained network of a run instead of the one that it began with.
    void ofACheckpoint() {
        const auto fresh = must(record()).back().values;
        const auto other = must(
            zoo::buildNetwork({architecture("mlp", 24), {InputKind::Image, 8, 8, 1, 0}, 10}, 99));
        m_request.checkpoint = must(saveNetwork(*other, m_folder / "", "other"));
        QVERIFY(must(record()).back().values != fresh);
        m_request.checkpoint = m_folder / "nothing.safetensors";
        QVERIFY(!record().has_value());
    }

    void rowsThatAreNotThere() {
        for (const std::int64_t row : {-1, 100, 1 << 30}) {
            m_request.validationRow = row;
            const auto refused = record();
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
            QVERIFY(mentions(refused.error(), "there are 100"));
        }
    }

    void memoryIsLimited() {
        std::int64_t bytes = 0;
        for (const auto& each : must(record())) {
            bytes += std::int64_t(each.values.size() * sizeof(float));
        }
        m_request.maxBytes = bytes;
        QVERIFY(record().has_value());
        m_request.maxBytes = bytes - 1;
        const auto refused = record();
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(mentions(refused.error(), "fewer taps"));
    }

    void stops() {
        m_stop.request_stop();
        QVERIFY(must(record()).empty());
    }

    void refusesBadData() {
        m_request.experiment.data.name = "imagenet";
        QCOMPARE(record().error().code, ErrorCode::NotFound);
    }

private:
    [[nodiscard]] Result<std::vector<FullActivation>> record() {
        return recordSample(m_request, {dataDir(), {}}, m_stop.get_token());
    }

    Folder m_folder;
    FullActivationRequest m_request;
    std::stop_source m_stop;
};

TESSERA_TEST(TestRecordSample)
#include "test_record_sample.moc"
