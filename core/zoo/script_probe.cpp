#include "core/zoo/script_probe.h"

#include "core/zoo/initialise.h"
#include "core/zoo/script_file.h"
#include "core/zoo/script_input.h"
#include "core/zoo/script_inspection.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <mutex>

namespace tessera::zoo {

namespace {

constexpr std::uint64_t kProbeSeed = 20171; // any

// The generator belongs to the whole process.
std::mutex& randomMutex() {
    static std::mutex mutex;
    return mutex;
}

// Shapes and types of everything that is handed out, without the values.
class ShapeTaps final : public ScriptTaps {
public:
    struct Taken {
        int place;
        int call;
        at::Tensor shape; // on the device `meta`, which holds nothing
    };

    bool wants(int place) override {
        ++calls[place];
        return true;
    }
    void take(int place, const at::Tensor& value) override {
        if (value.layout() == at::kStrided && !value.is_quantized()) {
            taken.push_back(
                {place, calls[place], at::empty(value.sizes(), value.options().device(at::kMeta))});
        }
    }
    [[nodiscard]] at::Tensor find(int place, int call) const {
        for (const auto& one : taken) {
            if (one.place == place && one.call == call) {
                return one.shape;
            }
        }
        return {};
    }

    std::vector<Taken> taken;
    std::map<int, int> calls;
};

std::string typeAt(const torch::jit::Module& module, const std::string& path) {
    const auto place = placeAt(module, path);
    const auto value = place.owner.attr(place.name);
    return value.isModule() ? typeName(value.toModule()) : std::string();
}

std::vector<ScriptRecord> recordsOf(const torch::jit::Module& module, const TappedGraph& graph,
                                    const ShapeTaps& small, const ShapeTaps& large) {
    std::vector<ScriptRecord> records;
    // Both runs make the same calls in the same order, unless a network branches on its inputs.
    for (std::size_t i = 0; i < small.taken.size(); ++i) {
        const auto& one = small.taken[i];
        const bool sameOrder = i < large.taken.size() && large.taken[i].place == one.place &&
                               large.taken[i].call == one.call;
        const auto other = sameOrder ? large.taken[i].shape : large.find(one.place, one.call);
        const auto& path = graph.paths()[static_cast<std::size_t>(one.place)];
        records.push_back({one.place, one.call, path, path.empty() ? "" : typeAt(module, path),
                           one.shape, other});
    }
    return records;
}

Result<at::Tensor> tryRun(const torch::jit::Module& module, const TappedGraph& graph,
                          const InputSpec& input, std::int64_t samples, ScriptTaps& taps) {
    try {
        const auto output =
            graph.run(module, sampleInputs(input, samples, makeGenerator(kProbeSeed)), &taps);
        if (!output.defined()) {
            return fail(ErrorCode::InvalidArgument,
                        "the network returns no tensor; one row of class scores per sample is "
                        "needed");
        }
        if (output.dim() != 2 || output.size(0) != samples || output.size(1) < 1 ||
            !output.is_floating_point()) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the network returns a tensor of shape [{}] for {} samples; "
                                    "one row of class scores per sample is needed",
                                    fmt::join(output.sizes(), ", "), samples));
        }
        return output;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the network does not take {} {}; it wants {}. LibTorch says: {}",
                                samples, inputText(input), wantsText(graph.entry()),
                                shortMessage(error)));
    }
}

} // namespace

PlannedTaps::PlannedTaps(const ScriptLayout& layout, Take take)
    : m_layout(layout), m_take(std::move(take)) {
    for (std::size_t i = 0; i < layout.taps.size(); ++i) {
        m_taps.emplace(std::pair(layout.taps[i].place, layout.taps[i].call), i);
    }
}

bool PlannedTaps::wants(int place) {
    return m_taps.contains({place, ++m_calls[place]});
}

void PlannedTaps::take(int place, const at::Tensor& value) {
    const auto tap = m_taps.at({place, m_calls[place]});
    m_take(tap, normalised(value, m_layout.taps[tap]));
}

Result<ScriptProbe> probeScript(torch::jit::Module& module, const TappedGraph& graph,
                                const InputSpec& input) {
    if (auto fits = checkEntry(graph.entry(), input); !fits) {
        return fail(fits.error());
    }
    module.eval();
    const at::NoGradGuard noGrad;
    auto generator = makeGenerator(kProbeSeed);
    const RandomScope random(generator);
    ShapeTaps small;
    ShapeTaps large;
    for (const auto& [taps, samples] :
         {std::pair(&small, kSmallBatch), std::pair(&large, kLargeBatch)}) {
        if (auto run = tryRun(module, graph, input, samples, *taps); !run) {
            return fail(run.error());
        }
    }
    ScriptProbe probe;
    probe.layout = layOut(recordsOf(module, graph, small, large));
    for (const auto& [place, calls] : small.calls) {
        probe.calls[graph.paths()[static_cast<std::size_t>(place)]] = calls;
    }
    probe.pooled.resize(probe.layout.taps.size());
    PlannedTaps taps(probe.layout, [&](std::size_t tap, const at::Tensor& value) {
        probe.pooled[tap] = pooledTap(value, probe.layout.taps[tap].point.layout).clone();
    });
    auto logits = tryRun(module, graph, input, kSmallBatch, taps);
    if (!logits) {
        return fail(logits.error());
    }
    probe.logits = logits->to(at::kFloat);
    return probe;
}

bool isReadout(const at::Tensor& features, const at::Tensor& weight, const at::Tensor& bias,
               const at::Tensor& logits) {
    if (features.dim() != 2 || weight.dim() != 2 || weight.size(1) != features.size(1) ||
        weight.size(0) != logits.size(1)) {
        return false;
    }
    auto rest = at::linear(features, weight.to(at::kFloat), bias.to(at::kFloat)) - logits;
    rest = rest - rest.mean(1, /*keepdim=*/true);
    const double scale = 1.0 + logits.abs().max().item<double>();
    return rest.abs().max().item<double>() <= 1e-4 * scale;
}

RandomScope::RandomScope(at::Generator& own) : m_own(own) {
    randomMutex().lock();
    auto generator = at::detail::getDefaultCPUGenerator();
    const std::lock_guard<std::mutex> lock(generator.mutex());
    m_outer = generator.get_state();
    generator.set_state(m_own.get_state());
}

RandomScope::~RandomScope() {
    {
        auto generator = at::detail::getDefaultCPUGenerator();
        const std::lock_guard<std::mutex> lock(generator.mutex());
        m_own.set_state(generator.get_state());
        generator.set_state(m_outer);
    }
    randomMutex().unlock();
}

} // namespace tessera::zoo
