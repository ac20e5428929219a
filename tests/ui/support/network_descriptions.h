#pragma once

#include "core/api/network_description.h"
#include "core/api/result.h"
#include "core/api/watch.h"

#include <QString>
#include <QTemporaryDir>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

// What an engine would say of some networks, and how a slow one would say it.
namespace tessera::test {

using DescribedResult = Result<std::shared_ptr<const NetworkDescription>>;

inline DescribedResult described(NetworkDescription about) {
    return std::make_shared<const NetworkDescription>(std::move(about));
}

inline NetworkModule madeModule(const std::string& name, const std::string& type,
                                std::int64_t parameters,
                                const std::vector<std::int64_t>& shape = {}) {
    NetworkModule module;
    module.name = name;
    module.type = type;
    module.depth =
        name.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), '.'));
    module.parameters = parameters;
    module.outputShape = shape;
    module.isTap = !shape.empty();
    module.tapWidth = shape.empty() ? 0 : shape.front();
    module.calls = 1;
    return module;
}

// A TorchScript network with a head for ten classes, tried with images.
inline NetworkDescription madeScript() {
    NetworkDescription about;
    about.kind = NetworkDescription::Kind::TorchScript;
    about.title = "resnet18.pt";
    about.modules = {madeModule("", "ResNet", 11'181'642),
                     madeModule("conv1", "Conv2d", 9'408, {64, 16, 16}),
                     madeModule("layer1", "Sequential", 147'968, {64, 8, 8}),
                     madeModule("layer1.0", "BasicBlock", 73'984, {64, 8, 8}),
                     madeModule("layer1.0.conv1", "Conv2d", 36'864, {64, 8, 8}),
                     madeModule("layer1.1", "BasicBlock", 73'984, {64, 8, 8}),
                     madeModule("relu", "ReLU", 0),
                     madeModule("fc", "Linear", 5'130, {10}),
                     madeModule("feature", "feature", 0, {512})};
    about.modules[6].note = "its output is not a tensor (Optional[Tensor])";
    about.modules.back().depth = 1;
    about.parameters = 11'181'642;
    about.buffers = 9'600;
    about.feature = "feature";
    about.hasHead = true;
    about.classes = 10;
    about.wants = "images of 3xHxW (channels x height x width)";
    about.input = InputSpec{InputKind::Image, 8, 8, 1, 0};
    about.operators = {{"aten::conv2d", 20, true, "resnet.py, line 93"},
                       {"aten::relu_", 17, true, "activation.py, line 12"}};
    about.attributes = {"layer1.0.stride: int", "training: bool"};
    about.recordingBytesPerSample = 3'000;
    about.fullBytesPerSample = 200'000;
    return about;
}

// The same with an operator that reaches out.
inline NetworkDescription madeRefusedScript() {
    auto about = madeScript();
    about.title = "bad.pt";
    about.input.reset();
    about.operators.push_back({"aten::save", 1, false, "bad.py, line 7"});
    about.refusal = Error{ErrorCode::Unsupported,
                          "bad.pt uses the operator 'aten::save' (bad.py, line 7); it was not run. "
                          "Export the network without it",
                          std::nullopt};
    return about;
}

inline ArchitectureSpec madeGuess(const char* family = "transformer", int width = 64,
                                  int depth = 2) {
    ArchitectureSpec guess;
    guess.family = ArchitectureId(family);
    guess.width = width;
    guess.depth = depth;
    return guess;
}

// A state dict: a riddle without its architecture, a network with it.
inline NetworkDescription madeStateDict(const NetworkSpec& spec) {
    NetworkDescription about;
    about.kind = NetworkDescription::Kind::StateDict;
    about.title = "weights.pt";
    about.modules = {madeModule("", "tensors", 91'234), madeModule("layers", "tensors", 80'000),
                     madeModule("layers.0", "tensors", 40'000)};
    about.parameters = 91'234;
    about.classes = 10;
    about.state.emplace();
    about.state->strippedPrefix = "module.";
    about.state->guesses = {madeGuess(), madeGuess("vit", 32, 4)};
    about.state->guessedClasses = 10;
    if (!spec.architecture) {
        about.refusal = Error{ErrorCode::InvalidArgument,
                              "the file holds tensors but not how they are used", std::nullopt};
    } else if (*spec.architecture != madeGuess()) {
        about.state->missing = {"layers.3.weight [64,64]"};
        about.state->unexpected = {"layers.1.bias [64]", "extra [2]"};
        about.state->misshapen = {"head.weight: [10,32] instead of [10,64]"};
        about.refusal =
            Error{ErrorCode::InvalidArgument, "the tensors do not fit it", std::nullopt};
    } else {
        about.hasHead = true;
        about.input = InputSpec{InputKind::Image, 8, 8, 1, 0};
    }
    return about;
}

// Waits until the caller has had enough of it, as a large file would.
inline DescribedResult readForever(const Watch& watch) {
    if (watch.progress()) {
        watch.progress()(1, 4);
    }
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, watch.stop(), [] { return false; });
    return std::shared_ptr<const NetworkDescription>();
}

// A file that is there, in a folder of its own; what is in it the fake engine says.
class NetworkFile {
public:
    explicit NetworkFile(const char* name = "resnet18.pt")
        : m_path(std::filesystem::path(m_folder.path().toStdString()) / name) {
        std::ofstream(m_path).put('\n');
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] NetworkSpec spec() const {
        NetworkSpec spec;
        spec.file = m_path;
        return spec;
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_path;
};

} // namespace tessera::test
