#include "ui/panels/pipeline_strip.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/stage_chip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <array>

namespace tessera::ui {

namespace {

constexpr std::array<Phase, 7> kStages = {Phase::Fingerprint,  Phase::Collect,  Phase::Hub,
                                          Phase::EncodeDecode, Phase::FineTune, Phase::Measure,
                                          Phase::Package};

constexpr double kEarliestEstimate = 0.05; // of a stage, before its rest can be estimated
constexpr int kTextWidth = 150;

double fractionOf(const Progress& progress) {
    return progress.total > 0
               ? static_cast<double>(progress.done) / static_cast<double>(progress.total)
               : 0.0;
}

std::optional<double> secondsOf(const StageSeconds& seconds, Phase phase) {
    switch (phase) {
    case Phase::Fingerprint:
        return seconds.fingerprint;
    case Phase::Collect:
        return seconds.collect;
    case Phase::Hub:
        return seconds.hub;
    case Phase::EncodeDecode:
        return seconds.transfer;
    case Phase::FineTune:
        return seconds.finetune;
    case Phase::Measure:
        return seconds.measure;
    case Phase::Package:
        return seconds.package;
    case Phase::Prepare:
        return seconds.prepare;
    case Phase::Controls:
        return seconds.controls;
    }
    return std::nullopt;
}

} // namespace

PipelineStrip::PipelineStrip(Services& services, QAction* teaching, QWidget* parent)
    : QWidget(parent), m_services(services), m_text(new ElidedLabel(this)) {
    setObjectName("pipeline");
    setAccessibleName(tr("Stages of the transfer"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(4);
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        auto* chip = new StageChip(static_cast<int>(i) + 1, phaseText(kStages[i]), this);
        chip->setObjectName(QStringLiteral("stage.%1").arg(phaseName(kStages[i])));
        m_chips.push_back(chip);
        layout->addWidget(chip, 3);
    }
    m_text->setObjectName("pipeline.text");
    m_text->setMinimumWidth(kTextWidth);
    layout->addWidget(m_text, 4);
    auto* toggle = new QToolButton(this);
    toggle->setObjectName("pipeline.teaching");
    toggle->setDefaultAction(teaching);
    toggle->setToolButtonStyle(Qt::ToolButtonIconOnly);
    toggle->setAccessibleName(teaching->text().remove(QLatin1Char('&')));
    toggle->setAutoRaise(true);
    toggle->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(toggle);

    connect(&services.bridge, &JobBridge::stateChanged, this, &PipelineStrip::onJob);
    connect(&services.bridge, &JobBridge::progressed, this, &PipelineStrip::onProgress);
    connect(&services.views, &RunViews::viewsChanged, this, &PipelineStrip::showFocus);
    showFocus();
}

StageChip* PipelineStrip::chipOf(Phase phase) const {
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        if (kStages[i] == phase) {
            return m_chips[i];
        }
    }
    return nullptr;
}

void PipelineStrip::clear() {
    for (auto* chip : m_chips) {
        chip->show(StageState::Waiting, 0.0, {});
    }
    m_text->setText({});
}

void PipelineStrip::onJob(const JobStatus& status) {
    if (status.state == RunState::Running && m_job != status.id) {
        m_job = status.id;
        m_held = false;
        m_last.reset();
        m_stageTime.start();
        clear();
        m_text->setText(tr("Preparing…"));
    } else if (m_job == status.id && status.state == RunState::Running && status.study) {
        m_last.reset(); // the next run of the study
        m_stageTime.start();
        clear();
    } else if (m_job == status.id && status.state == RunState::Running) {
        onPause(status);
    } else if (m_job == status.id && status.state == RunState::Cancelling) {
        m_text->setText(tr("Cancelling…"));
    } else if (m_job == status.id && isTerminal(status.state)) {
        if (status.state == RunState::Done) {
            finishStage();
        } else if (m_last) {
            if (auto* chip = chipOf(m_last->phase)) {
                chip->show(StageState::Stopped, 0.0, stateText(status.state));
            }
        }
        m_job.reset();
        m_last.reset();
        m_text->setText(stateText(status.state));
    }
}

// Waiting for a person is nothing that a stage does: neither the one before nor the one after.
void PipelineStrip::onPause(const JobStatus& status) {
    if (!status.waitingAfter) {
        if (m_held) {
            m_held = false;
            m_stageTime.start();
            m_text->setText({});
        }
        return;
    }
    m_held = true;
    finishStage();
    m_last.reset();
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        if (kStages[i] <= *status.waitingAfter && m_chips[i]->state() != StageState::Done) {
            m_chips[i]->show(StageState::Done, 1.0, {});
        }
    }
    m_text->setText(tr("Waits for you after %1").arg(phaseText(*status.waitingAfter)));
}

void PipelineStrip::finishStage() {
    auto* chip = m_last ? chipOf(m_last->phase) : nullptr;
    if (chip != nullptr) {
        chip->show(StageState::Done, 1.0,
                   secondsText(static_cast<double>(m_stageTime.elapsed()) / 1000.0));
    }
}

void PipelineStrip::onProgress(JobId job, const Progress& progress) {
    if (m_job != job) {
        return;
    }
    if (!m_last || m_last->phase != progress.phase) {
        finishStage();
        // Progress is thinned: stages that were too short to be seen are over all the same.
        for (std::size_t i = 0; i < kStages.size(); ++i) {
            if (kStages[i] < progress.phase && m_chips[i]->state() != StageState::Done) {
                m_chips[i]->show(StageState::Done, 1.0, {});
            }
        }
        m_stageTime.start();
    }
    m_last = progress;
    if (auto* chip = chipOf(progress.phase)) {
        chip->show(StageState::Running, fractionOf(progress), progressText(progress));
        m_text->setText({});
    } else {
        m_text->setText(tr("%1: %2").arg(phaseText(progress.phase), progressText(progress)));
    }
}

QString PipelineStrip::progressText(const Progress& progress) const {
    if (progress.total <= 0) {
        return tr("…");
    }
    const double fraction = fractionOf(progress);
    const auto percent = percentText(fraction, 0);
    if (fraction < kEarliestEstimate || fraction >= 1.0) {
        return percent;
    }
    const double elapsed = static_cast<double>(m_stageTime.elapsed()) / 1000.0;
    return tr("%1, %2 left", "percent, time")
        .arg(percent, secondsText(elapsed * (1.0 - fraction) / fraction));
}

void PipelineStrip::showFocus() {
    if (m_job) {
        return;
    }
    const auto views = m_services.views.views();
    if (views.empty()) {
        clear();
        m_text->setText(tr("No run is open."));
        return;
    }
    const auto& record = views.front()->record;
    StageChip* last = nullptr;
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        const auto seconds = secondsOf(record.summary.seconds, kStages[i]);
        m_chips[i]->show(seconds ? StageState::Done : StageState::Waiting, 1.0,
                         seconds ? secondsText(*seconds) : QString());
        last = seconds ? m_chips[i] : last;
    }
    if (last != nullptr && isTerminal(record.state) && record.state != RunState::Done) {
        last->show(StageState::Stopped, 0.0, stateText(record.state));
    }
    const auto total = record.summary.seconds.total;
    m_text->setText(
        total ? tr("%1, %2 in all", "state, time").arg(stateText(record.state), secondsText(*total))
              : stateText(record.state));
}

} // namespace tessera::ui
