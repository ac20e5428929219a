#include "core/transfer/learning.h"

#include "core/api/seed.h"
#include "core/zoo/adam.h"
#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tessera::transfer {

namespace {

// Sums over an epoch, so that the curves show means.
class EpochLosses {
public:
    void add(double total, const std::vector<LossTerm>& terms) {
        m_total += total;
        ++m_batches;
        m_terms.resize(terms.size());
        for (std::size_t i = 0; i < terms.size(); ++i) {
            m_terms[i].name = terms[i].name;
            if (terms[i].value) {
                m_terms[i].value = m_terms[i].value.value_or(0.0) + *terms[i].value;
            }
        }
    }

    void emit(std::int64_t epoch, EventSink& events) const {
        const auto mean = [this](std::optional<double> sum) -> std::optional<double> {
            return sum && m_batches > 0
                       ? std::optional<double>(*sum / static_cast<double>(m_batches))
                       : std::nullopt;
        };
        events.sample({"loss.total", epoch, mean(m_total), ""});
        for (const auto& term : m_terms) {
            events.sample({"loss." + term.name, epoch, mean(term.value), ""});
        }
    }

private:
    double m_total = 0.0;
    std::vector<LossTerm> m_terms;
    std::int64_t m_batches = 0;
};

constexpr double kPeak = 3.0;         // times the rate that is asked for
constexpr double kRise = 0.3;         // of the steps of one cycle
constexpr double kStart = 1.0 / 25.0; // of the highest rate
constexpr double kEnd = 1e-4;         // of the highest rate

// From `from` to `to` along half a cosine, `part` 0 to 1.
double eased(double from, double to, double part) {
    return to + (from - to) * 0.5 * (1.0 + std::cos(std::numbers::pi * part));
}

Error diverged(double loss, std::int64_t epoch, double rate) {
    return {ErrorCode::Diverged,
            fmt::format("the loss became {} in epoch {} of the transfer; lower transfer.rate (now "
                        "{})",
                        loss, epoch, rate),
            std::nullopt};
}

} // namespace

std::int64_t plannedSteps(std::int64_t rows, const TransferSpec& spec) {
    const std::int64_t whole = rows / spec.batch;
    const std::int64_t rest = rows % spec.batch;
    return spec.epochs * (whole + (rest > 1 || (rest == 1 && spec.batch == 1) ? 1 : 0));
}

double rateAt(std::int64_t step, std::int64_t steps, double rate, RateSchedule schedule) {
    if (schedule != RateSchedule::OneCycle) {
        return rate;
    }
    const double rise = kRise * static_cast<double>(steps);
    const auto at = static_cast<double>(step);
    const double fall = std::max(1.0, static_cast<double>(steps - 1) - rise);
    return kPeak * rate *
           (at < rise ? eased(kStart, 1.0, at / rise)
                      : eased(1.0, kEnd, std::min(1.0, (at - rise) / fall)));
}

torch::Tensor distillationLoss(const torch::Tensor& source, const torch::Tensor& receiver,
                               double temperature) {
    const auto p = torch::log_softmax(source / temperature, 1);
    const auto q = torch::log_softmax(receiver / temperature, 1);
    return temperature * temperature * (p.exp() * (p - q)).sum(1).mean();
}

Result<LearningReport> learn(const TransferInput& input, const LearningPlan& plan,
                             EventSink& events, const LearningHooks& hooks,
                             const std::stop_token& stop) {
    const auto& spec = input.spec;
    const auto rows = input.data.reference.size(0);
    if (plan.parameters.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver has no parameters that could learn; choose another one");
    }
    auto generator = zoo::makeGenerator(deriveSeed(input.seed, "transfer.batches"));
    zoo::Adam optimiser(plan.parameters);
    LearningReport report;
    const auto steps = plannedSteps(rows, spec);
    const bool suits = plan.keepsSchedule || spec.schedule == RateSchedule::Auto;
    const auto schedule = suits ? plan.suits : spec.schedule;
    for (std::int64_t epoch = 1; epoch <= spec.epochs && !report.cancelled; ++epoch) {
        if (plan.renew && epoch > 1) {
            if (auto renewed = plan.renew(epoch); !renewed) {
                return fail(renewed.error());
            }
        }
        const auto order = torch::randperm(rows, generator, torch::kInt64);
        EpochLosses sums;
        input.receiver.train();
        for (std::int64_t begin = 0; begin < rows; begin += spec.batch) {
            if (stop.stop_requested()) {
                report.cancelled = true;
                break;
            }
            const auto count = std::min<std::int64_t>(spec.batch, rows - begin);
            if (count == 1 && spec.batch > 1) {
                break; // batch norm has no variance of one sample
            }
            optimiser.setRate(rateAt(report.steps, steps, spec.rate, schedule));
            optimiser.forgetGradients();
            const auto loss = plan.loss(order.narrow(0, begin, count));
            if (!loss) {
                return fail(loss.error());
            }
            const double total = loss->total.item<double>();
            if (!std::isfinite(total)) {
                return fail(diverged(total, epoch, spec.rate));
            }
            loss->total.backward();
            optimiser.step();
            ++report.steps;
            sums.add(total, loss->terms);
            events.sample({"loss.batch", report.steps, total, ""});
            hooks.afterStep(report.steps);
        }
        input.receiver.eval();
        if (!report.cancelled) {
            sums.emit(epoch, events);
            hooks.afterEpoch(epoch);
        }
    }
    input.receiver.eval();
    const bool finite =
        std::all_of(plan.parameters.begin(), plan.parameters.end(), [](const torch::Tensor& each) {
            return torch::isfinite(each).all().item<bool>();
        });
    if (!finite || !zoo::isFinite(input.receiver)) {
        return fail(ErrorCode::Diverged,
                    fmt::format("the receiver's weights are no longer finite; lower transfer.rate "
                                "(now {})",
                                spec.rate));
    }
    return report;
}

} // namespace tessera::transfer
