#include "core/jobs/prepare_networks.h"

#include "core/api/seed.h"
#include "core/format/sha256.h"
#include "core/jobs/load_network.h"
#include "core/jobs/threads.h"
#include "core/jobs/train_classifier.h"
#include "core/zoo/network_state.h"
#include "core/zoo/script_network.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// The network of the role's file.
Result<zoo::NetworkPtr> loaded(const Preparation& preparation, const NetworkSpec& spec,
                               const std::string& role, EventSink& events,
                               const std::stop_token& stop) {
    return loadNetwork({spec, role, preparation.data.input, preparation.data.classes,
                        deriveSeed(preparation.experiment.seed, role + ".file")},
                       events, stop);
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
    if (network.input() != data.input) {
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
                                ? "give it as many, set receiver.head to \"replace\" if it is from "
                                  "a file, or declare data.mismatch \"classes\""
                                : "give it as many"));
}

// What a receiver must be able to do, said before anything is computed.
Result<void> checkReceiver(zoo::Network& network, const NetworkSpec& spec,
                           const Experiment& experiment) {
    if (experiment.data.mismatch == Mismatch::None && network.head().is_empty()) {
        const auto* script = dynamic_cast<const zoo::ScriptNetwork*>(&network);
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} cannot be a receiver, whose last linear layer is fitted to the "
                                "source's outputs. {} Choose another receiver, or another feature",
                                network.describe(),
                                script != nullptr
                                    ? fmt::format("{}", fmt::join(script->warnings(), " "))
                                    : "It has none."));
    }
    if (network.parameters().empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the receiver cannot learn: the weights of {} are constants of its "
                                "code (was it frozen?)",
                                network.describe()));
    }
    // Of a file this was done while it was loaded.
    return spec.file.empty() ? freezeParameters(network, spec.freeze) : Result<void>();
}

} // namespace

Result<zoo::NetworkPtr> prepareSource(const Preparation& preparation, EventSink& events,
                                      const std::stop_token& stop) {
    const auto& spec = preparation.experiment.source;
    const auto& data = preparation.data;
    if (spec.network.head == HeadChoice::Replace) {
        return fail(ErrorCode::InvalidArgument,
                    "the source is used as it is: a new head knows nothing that it could teach; "
                    "set source.head to \"keep\"");
    }
    auto network =
        spec.network.file.empty()
            ? trained(preparation, *spec.network.architecture, spec.train, "source", events, stop)
            : loaded(preparation, spec.network, "source", events, stop);
    if (!network || !*network) {
        return network;
    }
    if (auto fits = checkInput(**network, data, "source"); !fits) {
        return fail(fits.error());
    }
    if (auto fits = checkClasses((*network)->classes(), data.classes, "source",
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
        network = loaded(preparation, spec.network, "receiver", events, stop);
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
    if (auto fits = checkClasses((*network)->classes(), data.classes, "receiver",
                                 preparation.experiment.data.mismatch);
        !fits) {
        return fail(fits.error());
    }
    if (auto fits = checkReceiver(**network, spec.network, preparation.experiment); !fits) {
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
