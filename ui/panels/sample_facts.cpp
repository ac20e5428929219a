#include "ui/panels/sample_facts.h"

#include "ui/plots/activation_rows.h"
#include "ui/plots/sample_card.h"
#include "ui/widgets/measures.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace tessera::ui {

namespace {

struct SampleFactsWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::SampleFacts)
};

constexpr int kPictureSide = 64;

// The one that speaks of that network.
SnapshotPtr snapshotOf(const RunView& run, RunNetwork network) {
    const auto time =
        network == RunNetwork::ReceiverBefore ? SnapshotTime::Before : SnapshotTime::Now;
    return snapshotAt(run.snapshots, time);
}

const SampleSet* samplesOf(const RunView& run, int sample) {
    const auto snapshot = snapshotAt(run.snapshots, SnapshotTime::Now);
    const bool known =
        snapshot && snapshot->samples && sample >= 0 && sample < snapshot->samples->size();
    return known ? snapshot->samples.get() : nullptr;
}

} // namespace

QString trueClassText(const RunView& run, int sample) {
    const auto* samples = samplesOf(run, sample);
    const auto row = static_cast<std::size_t>(sample);
    if (samples == nullptr || row >= samples->labels.size()) {
        return {};
    }
    const auto label = samples->labels[row];
    return label < 0 ? SampleFactsWords::tr("no class") : classText(run, label);
}

QString predictedClassText(const RunView& run, RunNetwork network, int sample) {
    const auto snapshot = snapshotOf(run, network);
    const auto rows = snapshot == nullptr             ? nullptr
                      : network == RunNetwork::Source ? snapshot->source
                                                      : snapshot->receiver;
    const auto row = static_cast<std::size_t>(sample);
    if (samplesOf(run, sample) == nullptr || rows == nullptr || row >= rows->predicted.size()) {
        return {};
    }
    // Where the networks have classes of their own, those of the data name the source's alone.
    const bool own =
        network != RunNetwork::Source && run.record.experiment.data.mismatch == Mismatch::Classes;
    const auto label = rows->predicted[row];
    return own ? SampleFactsWords::tr("class %1 of its own").arg(QLocale().toString(label))
               : classText(run, label);
}

SampleFacts::SampleFacts(QWidget* parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_words(new QLabel(this)) {
    setObjectName(QStringLiteral("sample.facts"));
    m_picture->setObjectName(QStringLiteral("sample.picture"));
    m_picture->setAccessibleName(tr("The input"));
    m_words->setObjectName(QStringLiteral("sample.words"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
}

void SampleFacts::show(const RunViewPtr& run, RunNetwork network, int sample) {
    const auto* samples = run != nullptr ? samplesOf(*run, sample) : nullptr;
    const auto image = samples != nullptr ? inputImage(*samples, sample) : QImage();
    if (!image.isNull()) { // before it is shown, which lays it out
        m_picture->setPixmap(QPixmap::fromImage(
            image.scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio, Qt::FastTransformation)));
    }
    m_picture->setVisible(!image.isNull());
    if (samples == nullptr) {
        m_words->setText(tr("This run has kept nothing of this sample."));
        return;
    }
    QStringList lines;
    if (const auto truth = trueClassText(*run, sample); !truth.isEmpty()) {
        lines << tr("True class: %1").arg(truth);
    }
    if (const auto predicted = predictedClassText(*run, network, sample); !predicted.isEmpty()) {
        lines << tr("Predicted: %1").arg(predicted);
    }
    if (image.isNull()) {
        lines << tr("Input: %1").arg(inputText(*samples, sample));
    }
    m_words->setText(lines.join(QLatin1Char('\n')));
}

} // namespace tessera::ui
