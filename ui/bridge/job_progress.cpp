#include "ui/bridge/job_progress.h"

#include <algorithm>
#include <array>

namespace tessera::ui {

namespace {

// Share of a default run's time that each phase usually takes, in the order of Phase.
constexpr std::array<double, 9> kShares = {0.30, 0.02, 0.03, 0.03, 0.01, 0.30, 0.02, 0.01, 0.28};

// The same for an experiment that learns for longer or shorter: training, fine-tuning and the
// controls, which fine-tune again, grow with their epochs.
std::array<double, 9> sharesOf(const Experiment& experiment) {
    const auto& transfer = experiment.transfer;
    const double training =
        static_cast<double>(experiment.source.train.epochs) / TrainSpec{}.epochs;
    const double learning = static_cast<double>(transfer.epochs) / TransferSpec{}.epochs;
    constexpr double kBesides = 0.1; // what is done besides the epochs
    const auto scaled = [](double epochs) { return (kBesides + epochs) / (kBesides + 1.0); };
    auto shares = kShares;
    shares[static_cast<std::size_t>(Phase::Prepare)] *= scaled(training);
    shares[static_cast<std::size_t>(Phase::FineTune)] *= scaled(learning);
    shares[static_cast<std::size_t>(Phase::Controls)] *=
        experiment.controls.empty() ? 0.0 : scaled(learning);
    return shares;
}

// A pace that is taken from less of a run than this means nothing.
constexpr double kLeastShare = 0.03;

} // namespace

double overallFraction(const Progress& progress, const Experiment& experiment) {
    const auto shares = sharesOf(experiment);
    const auto phase = static_cast<std::size_t>(progress.phase);
    double before = 0.0, all = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        before += i < phase ? shares[i] : 0.0;
        all += shares[i];
    }
    const double within = progress.total > 0 ? static_cast<double>(progress.done) /
                                                   static_cast<double>(progress.total)
                                             : 0.0;
    return std::clamp((before + shares[phase] * std::clamp(within, 0.0, 1.0)) / all, 0.0, 1.0);
}

void JobProgress::beginRun(const Experiment& experiment, std::size_t position, std::size_t toDo,
                           double seconds) {
    m_experiment = experiment;
    const auto runs = static_cast<double>(std::max(toDo, position + 1));
    m_share = 1.0 / runs;
    m_runsBefore = static_cast<double>(position) / runs;
    m_fraction = std::max(m_fraction, *m_runsBefore);
    advanceRun(seconds);
}

// The first run trains sources that later ones find trained: one alone tells nothing of the rest.
void JobProgress::advanceRun(double seconds) {
    if (*m_runsBefore > 0.0) {
        m_estimate = Estimate{seconds, seconds / m_fraction * (1.0 - m_fraction)};
    }
}

void JobProgress::advance(const Progress& progress, double seconds) {
    if (m_runsBefore) {
        const double run = overallFraction(progress, m_experiment);
        m_fraction = std::max(m_fraction, *m_runsBefore + m_share * run);
        advanceRun(seconds);
        return;
    }
    m_fraction = std::max(m_fraction, overallFraction(progress, m_experiment));
    if (!m_prepared && progress.phase != Phase::Prepare) {
        // Preparing takes no time where a trained source is at hand: only the pace of the transfer
        // itself tells how long the rest will take.
        m_prepared = true;
        m_paceFrom = {seconds, m_fraction};
        m_estimate.reset();
    }
    const double share = m_fraction - m_paceFrom.fraction;
    if (share >= kLeastShare) {
        const double pace = (seconds - m_paceFrom.seconds) / share;
        m_estimate = Estimate{seconds, pace * (1.0 - m_fraction)};
    }
}

std::optional<double> JobProgress::secondsLeft(double seconds) const {
    if (!m_estimate) {
        return std::nullopt;
    }
    return std::max(0.0, m_estimate->left - (seconds - m_estimate->madeAt));
}

} // namespace tessera::ui
