#include "core/zoo/script_input.h"

#include <ATen/Functions.h>

#include <fmt/format.h>

namespace tessera::zoo {

namespace {

std::string firstLayer(const ScriptEntry& entry) {
    return entry.path.empty() ? std::string("its first layer")
                              : fmt::format("its first layer '{}'", entry.path);
}

Error misfit(const ScriptEntry& entry, const InputSpec& spec) {
    return {ErrorCode::InvalidArgument,
            fmt::format("the network does not fit the data, which are {}: it wants {}",
                        inputText(spec), wantsText(entry)),
            std::nullopt};
}

} // namespace

at::Tensor sampleInputs(const InputSpec& spec, std::int64_t samples, at::Generator generator) {
    switch (spec.kind) {
    case InputKind::Tokens:
        return at::randint(spec.vocabulary, {samples, spec.length}, generator, at::kLong);
    case InputKind::Rows:
        return at::rand({samples, spec.length, spec.width}, generator);
    case InputKind::Image:
        return at::rand({samples, spec.channels, spec.length, spec.width}, generator);
    case InputKind::Flat:
        return at::rand({samples, spec.length}, generator);
    }
    return {};
}

std::string inputText(const InputSpec& spec) {
    switch (spec.kind) {
    case InputKind::Tokens:
        return fmt::format("sequences of {} tokens from {} (int64)", spec.length, spec.vocabulary);
    case InputKind::Rows:
        return fmt::format("sequences of {} rows of {} numbers (float32)", spec.length, spec.width);
    case InputKind::Image:
        return fmt::format("images of {}x{}x{} (channels x height x width, float32)", spec.channels,
                           spec.length, spec.width);
    case InputKind::Flat:
        return fmt::format("vectors of {} numbers (float32)", spec.length);
    }
    return {};
}

std::string wantsText(const ScriptEntry& entry) {
    switch (entry.kind) {
    case ScriptEntry::Kind::Unknown:
        return "inputs that its code does not tell";
    case ScriptEntry::Kind::Embedding:
        return fmt::format("token numbers from 0 to {} (int64; {} is an embedding)",
                           entry.takes - 1, firstLayer(entry));
    case ScriptEntry::Kind::Linear:
        return fmt::format("rows or vectors of {} numbers ({} is linear)", entry.takes,
                           firstLayer(entry));
    case ScriptEntry::Kind::Convolution:
        return entry.spatial == 2
                   ? fmt::format("images with {} channel{} ({} is a convolution)", entry.takes,
                                 entry.takes == 1 ? "" : "s", firstLayer(entry))
                   : fmt::format("{} with {} channel{} ({} is a {}-D convolution)",
                                 entry.spatial == 1 ? "sequences" : "volumes", entry.takes,
                                 entry.takes == 1 ? "" : "s", firstLayer(entry), entry.spatial);
    case ScriptEntry::Kind::Recurrent:
        return fmt::format("sequences of rows of {} numbers ({} is recurrent)", entry.takes,
                           firstLayer(entry));
    }
    return {};
}

Result<void> checkEntry(const ScriptEntry& entry, const InputSpec& spec) {
    using Kind = ScriptEntry::Kind;
    if (entry.kind == Kind::Unknown) {
        return {};
    }
    const bool isTokens = spec.kind == InputKind::Tokens;
    if (isTokens != (entry.kind == Kind::Embedding)) {
        return fail(misfit(entry, spec));
    }
    if (isTokens && spec.vocabulary > entry.takes) {
        return fail(misfit(entry, spec));
    }
    if (entry.kind == Kind::Convolution && entry.spatial == 2 &&
        (spec.kind != InputKind::Image || spec.channels != entry.takes)) {
        // A network may make images of vectors by itself; trying will tell.
        return spec.kind == InputKind::Image ? Result<void>(fail(misfit(entry, spec)))
                                             : Result<void>();
    }
    return {};
}

} // namespace tessera::zoo
