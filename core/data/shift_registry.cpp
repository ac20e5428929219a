#include "core/data/shift_registry.h"

#include "core/api/seed.h"

#include <ATen/CPUGeneratorImpl.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tessera::data {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLargestTurn = kPi / 2;   // of the strongest rotation
constexpr double kLargestBlur = 0.25;      // deviation in shares of the image's shorter side
constexpr double kLargestOcclusion = 0.75; // of height and width
constexpr double kLargestScaling = 1.5;    // deviation of the logarithm

bool isReal(const InputSpec& input) {
    return input.kind != InputKind::Tokens;
}
bool isImage(const InputSpec& input) {
    return input.kind == InputKind::Image;
}
bool isTokens(const InputSpec& input) {
    return input.kind == InputKind::Tokens;
}
bool isAny(const InputSpec&) {
    return true;
}

at::Generator generatorOf(std::uint64_t seed) {
    return at::make_generator<at::CPUGeneratorImpl>(seed);
}

// Additive Gaussian noise, whose deviation is `strength` times that of the inputs.
torch::Tensor noise(const torch::Tensor& inputs, const InputSpec&, double strength,
                    std::uint64_t seed) {
    const auto deviation = inputs.to(torch::kFloat64).std(false).item<double>();
    return inputs + strength * deviation * torch::randn(inputs.sizes(), generatorOf(seed));
}

// Every image turned about its middle, by up to `strength` right angles either way; what comes in
// from outside is 0. Bilinear.
torch::Tensor rotation(const torch::Tensor& inputs, const InputSpec& input, double strength,
                       std::uint64_t seed) {
    const auto count = inputs.size(0);
    const auto angle =
        (torch::rand({count}, generatorOf(seed)) * 2.0 - 1.0) * (strength * kLargestTurn);
    const double aspect =
        static_cast<double>(input.length) / static_cast<double>(input.width); // pixels stay square
    auto turn = torch::zeros({count, 2, 3});
    turn.select(1, 0).select(1, 0).copy_(angle.cos());
    turn.select(1, 0).select(1, 1).copy_(-angle.sin() * aspect);
    turn.select(1, 1).select(1, 0).copy_(angle.sin() / aspect);
    turn.select(1, 1).select(1, 1).copy_(angle.cos());
    const auto grid = torch::affine_grid_generator(turn, inputs.sizes(), false);
    return torch::grid_sampler(inputs, grid, 0, 0, false);
}

// Row i holds the weights of all places in the blurred place i. What lies outside of the edge
// counts as the edge, however wide the kernel is.
torch::Tensor blurMatrix(std::int64_t side, double deviation) {
    const auto radius = static_cast<std::int64_t>(std::ceil(3.0 * deviation));
    const auto place = torch::arange(-radius, radius + 1, torch::kFloat64);
    auto kernel = torch::exp(-place.square() / (2.0 * deviation * deviation));
    kernel = (kernel / kernel.sum()).contiguous();
    const auto* weights = kernel.data_ptr<double>();
    auto matrix = torch::zeros({side, side}, torch::kFloat64);
    auto* cells = matrix.data_ptr<double>();
    for (std::int64_t row = 0; row < side; ++row) {
        for (std::int64_t k = -radius; k <= radius; ++k) {
            cells[row * side + std::clamp(row + k, std::int64_t{0}, side - 1)] +=
                weights[k + radius];
        }
    }
    return matrix.to(torch::kFloat32);
}

// Gaussian blur, along columns and rows.
torch::Tensor blur(const torch::Tensor& inputs, const InputSpec& input, double strength,
                   std::uint64_t) {
    const double side = static_cast<double>(std::min(input.length, input.width));
    const double deviation = std::max(1e-3, strength * kLargestBlur * side);
    const auto along = torch::matmul(inputs, blurMatrix(input.width, deviation).t());
    return torch::matmul(blurMatrix(input.length, deviation), along);
}

// A rectangle of each image set to the smallest value of the inputs. A stronger one covers a weaker
// one.
torch::Tensor occlusion(const torch::Tensor& inputs, const InputSpec& input, double strength,
                        std::uint64_t seed) {
    const double share = strength * kLargestOcclusion;
    const auto height = std::llround(share * static_cast<double>(input.length));
    const auto width = std::llround(share * static_cast<double>(input.width));
    const auto places =
        torch::rand({inputs.size(0), 2}, generatorOf(seed), torch::kFloat64).contiguous();
    const auto* place = places.data_ptr<double>();
    const auto start = [](double at, std::int64_t free) {
        return static_cast<std::int64_t>(at * static_cast<double>(free + 1));
    };
    const auto dark = inputs.min();
    auto result = inputs.clone();
    for (std::int64_t i = 0; i < result.size(0); ++i) {
        const auto top = start(place[2 * i], input.length - height);
        const auto left = start(place[2 * i + 1], input.width - width);
        result[i].narrow(1, top, height).narrow(2, left, width).copy_(dark);
    }
    return result;
}

// Each token replaced, with the probability `strength`, by one drawn from the vocabulary.
torch::Tensor substitution(const torch::Tensor& inputs, const InputSpec& input, double strength,
                           std::uint64_t seed) {
    auto generator = generatorOf(seed);
    const auto other = torch::randint(input.vocabulary, inputs.sizes(), generator, torch::kInt64);
    return torch::where(torch::rand(inputs.sizes(), generator) < strength, other, inputs);
}

// Every feature multiplied by a factor of its own, log-normal.
torch::Tensor scaling(const torch::Tensor& inputs, const InputSpec&, double strength,
                      std::uint64_t seed) {
    auto shape = inputs.sizes().vec();
    shape[0] = 1;
    return inputs * torch::exp(strength * kLargestScaling * torch::randn(shape, generatorOf(seed)));
}

// Which samples stay: those of the classes before `kept`.
torch::Tensor ofFirstClasses(const torch::Tensor& labels, int kept) {
    return torch::nonzero(labels < kept).flatten();
}

// A prior shift: only the first classes are met. The reference set has no labels here, so it keeps
// all.
void keepFirstClasses(SplitData& parts, double strength) {
    const int kept = std::max(1, static_cast<int>(std::lround((1.0 - strength) * parts.classes)));
    for (auto* rows : {&parts.validation, &parts.test}) {
        const auto stay = ofFirstClasses(rows->labels, kept);
        rows->inputs = rows->inputs.index_select(0, stay);
        rows->labels = rows->labels.index_select(0, stay);
    }
}

constexpr const char* kClassSubset = "classes";

} // namespace

const std::vector<Shift>& shifts() {
    using enum Shift::Draws;
    static const std::vector<Shift> all = {
        {"noise", "additive Gaussian noise, up to the inputs' own deviation", isReal, EachPart,
         noise},
        {"rotation", "images turned by up to a right angle either way", isImage, EachPart,
         rotation},
        {"blur", "images blurred by up to a quarter of their side", isImage, EachPart, blur},
        {"occlusion", "a rectangle of up to three quarters of height and width hidden", isImage,
         EachPart, occlusion},
        {"substitution", "tokens replaced by others", isTokens, EachPart, substitution},
        {"scaling", "every feature multiplied by a factor of its own", isReal, Once, scaling},
        {kClassSubset, "only the first classes are met in validation and test", isAny, EachPart,
         nullptr},
    };
    return all;
}

Result<const Shift*> findShift(const std::string& id, const InputSpec& input) {
    std::string known;
    for (const auto& shift : shifts()) {
        if (shift.id == id) {
            return shift.fits(input)
                       ? Result<const Shift*>(&shift)
                       : fail(ErrorCode::InvalidArgument,
                              fmt::format("the shift '{}' does not fit this kind of inputs: {}", id,
                                          shift.description));
        }
        known += (known.empty() ? "" : ", ") + shift.id;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no shift '{}'; choose from {}", id, known));
}

Result<void> applyShift(SplitData& parts, const ShiftSpec& spec, std::uint64_t seed) {
    if (spec.kind.empty()) {
        return {};
    }
    const auto shift = findShift(spec.kind, parts.input);
    if (!shift) {
        return fail(shift.error());
    }
    if (!(spec.strength >= 0.0 && spec.strength <= 1.0)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the strength of a shift is from 0 to 1, not {}", spec.strength));
    }
    if (spec.strength == 0.0) {
        return {};
    }
    if ((*shift)->apply == nullptr) {
        keepFirstClasses(parts, spec.strength);
        return {};
    }
    const std::array<std::pair<torch::Tensor*, const char*>, 3> all = {
        {{&parts.reference, "shift.reference"},
         {&parts.validation.inputs, "shift.validation"},
         {&parts.test.inputs, "shift.test"}}};
    for (const auto& [inputs, name] : all) {
        if (inputs->size(0) > 0) {
            const auto own = (*shift)->draws == Shift::Draws::Once ? seed : deriveSeed(seed, name);
            *inputs = (*shift)->apply(*inputs, parts.input, spec.strength, own);
        }
    }
    return {};
}

} // namespace tessera::data
