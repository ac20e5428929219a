#pragma once

#include "core/zoo/script_file.h"
#include "core/zoo/script_graph.h"
#include "core/zoo/script_network.h"
#include "tests/support/golden.h"

#include <torch/types.h>

#include <QTest>

#include <string>
#include <utility>
#include <vector>

// What the tests of TorchScript networks share.
namespace tessera::test {

inline const InputSpec kDigitImage{InputKind::Image, 8, 8, 1, 0};
inline const InputSpec kTwelveTokens{InputKind::Tokens, 12, 0, 1, 20};

// A network of tests/support/make_torchscript.py.
inline std::filesystem::path scriptFixture(const std::string& name) {
    return std::filesystem::path(TESSERA_FIXTURES) / "torchscript" / name;
}

inline zoo::ScriptFilePtr mustLoad(const std::filesystem::path& path) {
    auto file = zoo::loadScript(path);
    if (!file) {
        qFatal("%s", file.error().detail.c_str());
    }
    return *file;
}

inline zoo::ScriptNetworkPtr mustCreate(const std::filesystem::path& path,
                                        const zoo::ScriptOptions& options) {
    auto network = zoo::loadScriptNetwork(path, options);
    if (!network) {
        qFatal("%s", network.error().detail.c_str());
    }
    return *network;
}

inline std::shared_ptr<const zoo::TappedGraph> mustBuild(const torch::jit::Module& module) {
    auto graph = zoo::TappedGraph::build(module);
    if (!graph) {
        qFatal("%s", graph.error().detail.c_str());
    }
    return *graph;
}

// The input that stands in a description of a network.
inline torch::Tensor inputOf(const nlohmann::ordered_json& facts) {
    const auto shape = facts["input_shape"].get<std::vector<std::int64_t>>();
    const auto values = torch::tensor(facts["input"].get<std::vector<double>>(), torch::kFloat64);
    return values.view(shape).to(facts.value("tokens", false) ? torch::kInt64 : torch::kFloat32);
}

// Everything that submodules return, by their paths, in order.
class PathTaps : public zoo::ScriptTaps {
public:
    explicit PathTaps(const zoo::TappedGraph& graph) : m_graph(graph) {}
    bool wants(int place) override { return place != zoo::TappedGraph::kHeadInput; }
    void take(int place, const at::Tensor& value) override {
        values.emplace_back(m_graph.paths()[std::size_t(place)], value);
    }
    [[nodiscard]] torch::Tensor at(const std::string& path) const {
        for (const auto& [name, value] : values) {
            if (name == path) {
                return value;
            }
        }
        return {};
    }
    std::vector<std::pair<std::string, torch::Tensor>> values;

private:
    const zoo::TappedGraph& m_graph;
};

inline double normOf(const torch::Tensor& value) {
    return value.detach().to(torch::kFloat64).norm().item<double>();
}

inline bool mentions(const Error& error, const std::string& part) {
    return error.detail.find(part) != std::string::npos;
}

} // namespace tessera::test
