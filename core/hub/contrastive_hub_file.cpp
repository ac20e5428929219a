#include "core/hub/contrastive_hub.h"
#include "core/hub/hub_arrays.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

// The hub as arrays: while the first network is alone "waiting" (n, d), its features; then
// "reference" (n, dim), its coordinates. Per network i "network.i.mean" (d), all float64, and
// "network.i.coder.*", the parameters of its encoder and decoder, float32. Names, hashes and scales
// in the metadata key "twb.hub".
namespace tessera::hub {

namespace {

struct Part {
    const char* name;
    std::vector<std::int64_t> shape;
};

// What a coder consists of. Checked before one of that size is made.
std::vector<Part> partsOf(std::int64_t width, std::int64_t dim) {
    const auto hidden = std::max(width, dim);
    return {{"in.weight", {hidden, width}},     {"in.bias", {hidden}},
            {"encoder_norm.weight", {hidden}},  {"encoder_norm.bias", {hidden}},
            {"to_hub.weight", {dim, hidden}},   {"to_hub.bias", {dim}},
            {"from_hub.weight", {hidden, dim}}, {"from_hub.bias", {hidden}},
            {"decoder_norm.weight", {hidden}},  {"decoder_norm.bias", {hidden}},
            {"out.weight", {width, hidden}},    {"out.bias", {width}}};
}

Error incomplete() {
    return {ErrorCode::Corrupt, "the hub's encoders are incomplete; fit it anew", std::nullopt};
}

} // namespace

Result<void> ContrastiveHub::save(const std::filesystem::path& file) const {
    std::vector<format::StreamedArray> arrays;
    nlohmann::ordered_json about;
    about["schema"] = 1;
    about["kind"] = "contrastive";
    about["name"] = m_name;
    about["dim"] = m_dim;
    about["reference_sha256"] = m_referenceHash;
    about["first"] = m_first;
    about["networks"] = nlohmann::ordered_json::array();
    if (m_waiting.defined()) {
        // In memory for once: the rows may be of either type.
        const auto rows = m_waiting.rows(0, m_waiting.count());
        if (!rows) {
            return fail(rows.error());
        }
        arrays.push_back(asArray("waiting", rows->to(torch::kFloat64)));
    }
    if (m_reference.defined()) {
        arrays.push_back(asArray("reference", m_reference));
    }
    for (const auto& [name, network] : m_networks) {
        const auto prefix = "network." + std::to_string(about["networks"].size());
        arrays.push_back(asArray(prefix + ".mean", network.mean));
        if (!network.coder.is_empty()) {
            for (const auto& part : network.coder->named_parameters()) {
                arrays.push_back(asArray(prefix + ".coder." + part.key(), part.value().detach()));
            }
        }
        about["networks"].push_back(
            {{"network", name}, {"weights_sha256", network.weightsHash}, {"scale", network.scale}});
    }
    return format::streamSafetensors(file, arrays, {{kMetadataKey, about.dump()}});
}

ContrastiveCoder ContrastiveHub::readCoder(const format::ArrayFile& file, const std::string& prefix,
                                           std::int64_t width, std::int64_t dim) {
    std::map<std::string, torch::Tensor> values;
    for (const auto& part : partsOf(width, dim)) {
        const auto value =
            asTensor(file, prefix + part.name, part.shape.size(), format::DType::F32);
        if (!value.defined() || value.sizes() != torch::IntArrayRef(part.shape)) {
            return ContrastiveCoder(nullptr);
        }
        values[part.name] = value;
    }
    ContrastiveCoder coder(width, dim, 0);
    const torch::NoGradGuard noGrad;
    for (auto& part : coder->named_parameters()) {
        part.value().copy_(values.at(part.key()));
    }
    return coder;
}

Result<std::unique_ptr<Hub>> ContrastiveHub::load(const format::ArrayFile& file) {
    const auto text = file.metadata.find(kMetadataKey);
    if (text == file.metadata.end()) {
        return fail(ErrorCode::Corrupt, "the file holds no hub; choose one written by a transfer");
    }
    try {
        const auto about = nlohmann::ordered_json::parse(text->second);
        if (about.at("schema").get<int>() > 1) {
            return fail(ErrorCode::Unsupported,
                        "the hub was written by a newer version; update this program");
        }
        std::unique_ptr<ContrastiveHub> hub(new ContrastiveHub(
            about.at("name").get<std::string>(), about.at("dim").get<std::int64_t>()));
        hub->m_referenceHash = about.at("reference_sha256").get<std::string>();
        hub->m_first = about.at("first").get<std::string>();
        const auto waiting = asTensor(file, "waiting", 2);
        const auto reference = asTensor(file, "reference", 2);
        const auto& networks = about.at("networks");
        if (about.at("kind").get<std::string>() != "contrastive" || hub->m_dim < 1 ||
            (waiting.defined() && reference.defined()) ||
            (reference.defined() && reference.size(1) != hub->m_dim) ||
            (waiting.defined() || reference.defined()) == networks.empty() ||
            (waiting.defined() && networks.size() != 1)) {
            return fail(ErrorCode::Corrupt, "the hub's description contradicts its coordinates, or "
                                            "is of another kind; fit it anew");
        }
        hub->m_waiting = waiting;
        hub->m_reference = reference;
        hub->m_rows = waiting.defined()     ? waiting.size(0)
                      : reference.defined() ? reference.size(0)
                                            : 0;
        std::size_t index = 0;
        for (const auto& entry : networks) {
            const auto prefix = "network." + std::to_string(index++);
            Network network;
            network.weightsHash = entry.at("weights_sha256").get<std::string>();
            network.mean = asTensor(file, prefix + ".mean", 1);
            network.scale = entry.at("scale").get<double>();
            if (!network.mean.defined() || network.mean.size(0) < 1 || !(network.scale > 0.0) ||
                !std::isfinite(network.scale) ||
                (waiting.defined() && waiting.size(1) != network.mean.size(0))) {
                return fail(incomplete());
            }
            if (reference.defined()) {
                network.coder =
                    readCoder(file, prefix + ".coder.", network.mean.size(0), hub->m_dim);
                if (network.coder.is_empty()) {
                    return fail(incomplete());
                }
            }
            hub->m_networks[entry.at("network").get<std::string>()] = std::move(network);
        }
        if (!networks.empty() && hub->m_networks.count(hub->m_first) == 0) {
            return fail(incomplete());
        }
        return std::unique_ptr<Hub>(std::move(hub));
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::Corrupt, std::string("the hub cannot be read: ") + error.what());
    }
}

} // namespace tessera::hub
