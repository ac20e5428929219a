#include "core/jobs/transfer_job.h"

#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/digit_files.h"
#include "tests/support/fake_image_decoder.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

// Whole transfers on a person's own files.
class TestFileTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_digits = readDigits(dataDir()); }

    void digitsGiveTheSameNumbers_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("npz") << 0;
        QTest::newRow("IDX") << 1;
        QTest::newRow("CSV") << 2;
    }
    void digitsGiveTheSameNumbers() {
        QFETCH(int, format);
        const auto [known, knownSamples] = run(experiment());
        const DataFolder folder;
        auto own = experiment();
        own.data.name = "mine";
        own.data.file = format == 0   ? writeDigitsNpz(folder, m_digits)
                        : format == 1 ? writeDigitsIdx(folder, m_digits)
                                      : writeDigitsCsv(folder, m_digits);
        own.data.reading.input = DataInput::Image;
        own.data.reading.normalise = Normalisation::Unit;
        const auto [found, foundSamples] = run(own);
        QVERIFY(sameSamples(foundSamples, knownSamples));
        QCOMPARE(found.summary.accuracyAfter, known.summary.accuracyAfter);
        QCOMPARE(found.summary.sourceHash, known.summary.sourceHash);
        QCOMPARE(found.summary.receiverHash, known.summary.receiverHash);
        QCOMPARE(found.token->uhsVector, known.token->uhsVector);
    }

    // Other samples stand in other parts, since folders are sorted by name: what is learned is
    // about as good, on the mean over some seeds.
    void digitsAsImages() {
        const DataFolder folder;
        for (std::size_t i = 0; i < m_digits.labels.size(); ++i) {
            QByteArray pixels;
            for (std::size_t k = 0; k < 64; ++k) {
                pixels.append(char(m_digits.pixels[64 * i + k] * 255 / 16));
            }
            folder.write("images/" + std::to_string(m_digits.labels[i]) + "/" + std::to_string(i) +
                             ".png",
                         rawImage(8, 8, 1, pixels));
        }
        FakeDecoder decoder;
        m_limits.images = &decoder;
        double known = 0.0, found = 0.0;
        constexpr int kSeeds = 3;
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            auto builtIn = experiment();
            builtIn.seed = seed;
            builtIn.data.splits = {600, 597, 200, 400};
            builtIn.source.train.epochs = 10;
            auto own = builtIn;
            own.data.name.clear();
            own.data.file = folder.path("images");
            known += run(builtIn).first.summary.sourceAccuracy.value_or(0.0) / kSeeds;
            found += run(own).first.summary.sourceAccuracy.value_or(0.0) / kSeeds;
        }
        QVERIFY2(std::abs(found - known) < 0.01,
                 qPrintable(QString("%1 %2").arg(known).arg(found)));
        QVERIFY(known > 0.9);
    }

    void shiftAndTask() {
        auto shifted = experiment();
        shifted.data.shift = {"noise", 1.0};
        const auto plain = run(experiment()).first;
        const auto noisy = run(shifted).first;
        // The source is the same and does worse on what it was not trained on.
        QCOMPARE(noisy.summary.sourceHash, plain.summary.sourceHash);
        QVERIFY(*noisy.summary.sourceAccuracy < *plain.summary.sourceAccuracy - 0.1);

        auto permuted = experiment();
        permuted.data.task = {"permuted", 1.0, ""};
        permuted.data.mismatch = Mismatch::Classes;
        const auto other = run(permuted).first;
        QVERIFY(other.summary.sourceHash != plain.summary.sourceHash);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("damaged") << QByteArray("\"") << int(ErrorCode::Corrupt);
        QTest::newRow("too few samples")
            << QByteArray("1,2,a\n3,4,b\n") << int(ErrorCode::InvalidArgument);
    }
    void refusals() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const DataFolder folder;
        auto own = experiment();
        own.data.file = folder.write("d.csv", text);
        const auto result = run(own).first;
        QVERIFY(result.failure);
        QCOMPARE(int(result.failure->code), code);
    }

private:
    static Experiment experiment() {
        auto small = smallExperiment();
        small.controls.clear();
        return small;
    }

    std::pair<TransferResult, std::vector<MetricSample>> run(const Experiment& experiment) {
        const Folder folder; // nothing is reused
        const TransferRequest request{experiment, folder / "cache", {}};
        RecordingSink sink;
        const std::stop_source stop;
        const auto token = stop.get_token();
        auto result = must(TransferJob(request, {dataDir(), m_limits}, sink, token).run());
        return {std::move(result), sink.samples};
    }

    Digits m_digits;
    data::ReadLimits m_limits;
};

TESSERA_TEST(TestFileTransfer)
#include "test_file_transfer.moc"
