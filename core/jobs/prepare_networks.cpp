#include "core/jobs/prepare_networks.h"

#include "core/api/seed.h"
#include "core/format/sha256.h"
#include "core/jobs/threads.h"
#include "core/jobs/train_classifier.h"
#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <span>
#include <system_error>

namespace tessera::jobs {

namespace {

constexpr std::size_t kHashLetters = 16;

zoo::Recipe recipeFor(const ArchitectureSpec& architecture, const InputSpec& input, int classes) {
    return {architecture, input, architecture.classes.value_or(classes)};
}

// Everything that decides a trained network's weights on this machine.
std::string cacheName(const Preparation& preparation, const zoo::Recipe& recipe,
                      const TrainSpec& train, const std::string& role) {
    const auto text =
        fmt::format("{}|{}|{}|{}|{} {} {} {}|{} {}|{}|{}", TESSERA_VERSION, arithmeticName(), role,
                    zoo::recipeText(recipe), train.epochs, train.rate, train.batch, train.optimiser,
                    data::contentHash(preparation.data.sourceTrain.inputs),
                    data::contentHash(preparation.data.sourceTrain.labels),
                    preparation.experiment.seed, preparation.threads);
    const auto hash = format::sha256Hex(std::as_bytes(std::span(text.data(), text.size())));
    return fmt::format("{}-{}.safetensors", role, hash.substr(0, kHashLetters));
}

Result<zoo::NetworkPtr> loadNetwork(const NetworkSpec& spec, const InputSpec& input, int classes) {
    return spec.architecture
               ? zoo::loadStateDict(spec.file, recipeFor(*spec.architecture, input, classes))
               : zoo::loadCheckpoint(spec.file);
}

// Trains a network of `spec`, or takes it from the cache. `role` is "source" or "receiver".
Result<zoo::NetworkPtr> trained(const Preparation& preparation, const ArchitectureSpec& spec,
                                const TrainSpec& train, const std::string& role, EventSink& events,
                                const std::stop_token& stop) {
    const auto& data = preparation.data;
    const auto recipe = recipeFor(spec, data.input, data.classes);
    const auto seed = preparation.experiment.seed;
    const auto cached = preparation.cacheDir.empty()
                            ? std::filesystem::path()
                            : preparation.cacheDir / cacheName(preparation, recipe, train, role);
    std::error_code ignored;
    if (!cached.empty() && std::filesystem::exists(cached, ignored)) {
        auto network = zoo::loadCheckpoint(cached);
        if (network) {
            return network;
        }
        events.notice(
            {"a cached network was damaged and is trained again: " + network.error().detail,
             NoticeLevel::Warning});
    }
    auto network = zoo::buildNetwork(recipe, deriveSeed(seed, role + ".init"));
    if (!network) {
        return network;
    }
    const auto whole =
        trainClassifier(**network, data.sourceTrain, train, deriveSeed(seed, role + ".batches"),
                        "training " + role, events, stop);
    if (!whole) {
        return fail(whole.error());
    }
    if (!*whole) {
        return zoo::NetworkPtr();
    }
    if (!cached.empty()) {
        std::filesystem::create_directories(preparation.cacheDir, ignored);
        if (auto saved = zoo::saveCheckpoint(**network, cached); !saved) {
            return fail(saved.error());
        }
    }
    return network;
}

Result<void> checkInput(const zoo::Network& network, const data::SplitData& data,
                        const std::string& role) {
    if (network.recipe().input != data.input) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the {}'s file was made for other inputs than those of {}; choose "
                                "a network of this data",
                                role, data.name));
    }
    return {};
}

Result<void> checkClasses(int networkClasses, int dataClasses, const std::string& role,
                          Mismatch mismatch) {
    if (networkClasses == dataClasses || (mismatch == Mismatch::Classes && role == "receiver")) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the {} names {} classes but the data has {}; {}", role, networkClasses,
                            dataClasses,
                            role == "receiver"
                                ? "give it as many, or declare data.mismatch \"classes\""
                                : "give it as many"));
}

} // namespace

Result<zoo::NetworkPtr> prepareSource(const Preparation& preparation, EventSink& events,
                                      const std::stop_token& stop) {
    const auto& spec = preparation.experiment.source;
    const auto& data = preparation.data;
    auto network = spec.network.file.empty() ? trained(preparation, *spec.network.architecture,
                                                       spec.train, "source", events, stop)
                                             : loadNetwork(spec.network, data.input, data.classes);
    if (!network || !*network) {
        return network;
    }
    if (auto fits = checkInput(**network, data, "source"); !fits) {
        return fail(fits.error());
    }
    if (auto fits = checkClasses((*network)->recipe().classes, data.classes, "source",
                                 preparation.experiment.data.mismatch);
        !fits) {
        return fail(fits.error());
    }
    return network;
}

Result<zoo::NetworkPtr> prepareReceiver(const Preparation& preparation, EventSink& events,
                                        const std::stop_token& stop) {
    const auto& spec = preparation.experiment.receiver;
    const auto& data = preparation.data;
    Result<zoo::NetworkPtr> network;
    if (!spec.network.file.empty()) {
        network = loadNetwork(spec.network, data.input, data.classes);
    } else if (spec.state == ReceiverState::Trained) {
        network =
            trained(preparation, *spec.network.architecture, spec.train, "receiver", events, stop);
    } else {
        network = zoo::buildNetwork(recipeFor(*spec.network.architecture, data.input, data.classes),
                                    deriveSeed(preparation.experiment.seed, "receiver.init"));
    }
    if (!network || !*network) {
        return network;
    }
    if (auto fits = checkInput(**network, data, "receiver"); !fits) {
        return fail(fits.error());
    }
    if (auto fits = checkClasses((*network)->recipe().classes, data.classes, "receiver",
                                 preparation.experiment.data.mismatch);
        !fits) {
        return fail(fits.error());
    }
    return network;
}

Result<void> checkNetworks(const Experiment& experiment, const InputSpec& input, int classes) {
    const auto check = [&](const NetworkSpec& spec, const std::string& role) -> Result<void> {
        std::error_code error;
        if (!spec.file.empty() && !std::filesystem::is_regular_file(spec.file, error)) {
            return fail(ErrorCode::NotFound,
                        fmt::format("the {}'s file {} does not exist or is not "
                                    "a file; check the path",
                                    role, spec.file.string()));
        }
        if (!spec.architecture) {
            return spec.file.empty() ? fail(ErrorCode::InvalidArgument,
                                            "the " + role + " needs an architecture or a file")
                                     : Result<void>();
        }
        const auto recipe = recipeFor(*spec.architecture, input, classes);
        if (auto good = zoo::checkRecipe(recipe); !good) {
            return fail(good.error().within(role));
        }
        return checkClasses(recipe.classes, classes, role, experiment.data.mismatch);
    };
    for (const auto& train : {experiment.source.train, experiment.receiver.train}) {
        if (auto good = checkTraining(train); !good) {
            return good;
        }
    }
    if (auto good = check(experiment.source.network, "source"); !good) {
        return good;
    }
    return check(experiment.receiver.network, "receiver");
}

} // namespace tessera::jobs
