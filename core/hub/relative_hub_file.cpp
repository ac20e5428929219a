#include "core/hub/hub_arrays.h"
#include "core/hub/relative_hub.h"

#include <nlohmann/json.hpp>

// The hub as arrays: "reference" (n, k) and per network i "network.i.mean", ".anchors", ".weights"
// and ".offset", all float64; names and hashes in the metadata key "twb.hub".
namespace tessera::hub {

Result<void> RelativeHub::save(const std::filesystem::path& file) const {
    std::vector<format::StreamedArray> arrays;
    nlohmann::ordered_json about;
    about["schema"] = 1;
    about["kind"] = "relative";
    about["name"] = m_name;
    about["dim"] = m_dim;
    about["reference_sha256"] = m_referenceHash;
    about["first"] = m_first;
    about["networks"] = nlohmann::ordered_json::array();
    if (m_reference.defined()) {
        arrays.push_back(asArray("reference", m_reference));
    }
    for (const auto& [name, network] : m_networks) {
        const auto prefix = "network." + std::to_string(about["networks"].size());
        arrays.push_back(asArray(prefix + ".mean", network.mean));
        arrays.push_back(asArray(prefix + ".anchors", network.anchors));
        arrays.push_back(asArray(prefix + ".weights", network.weights));
        arrays.push_back(asArray(prefix + ".offset", network.offset));
        about["networks"].push_back({{"network", name}, {"weights_sha256", network.weightsHash}});
    }
    return format::streamSafetensors(file, arrays, {{kMetadataKey, about.dump()}});
}

Result<std::unique_ptr<Hub>> RelativeHub::load(const format::ArrayFile& file) {
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
        std::unique_ptr<RelativeHub> hub(new RelativeHub(about.at("name").get<std::string>(),
                                                         about.at("dim").get<std::int64_t>()));
        hub->m_referenceHash = about.at("reference_sha256").get<std::string>();
        hub->m_first = about.at("first").get<std::string>();
        const auto reference = asTensor(file, "reference", 2);
        if (reference.defined()) {
            hub->m_reference = reference;
            hub->m_rows = reference.size(0);
            hub->m_anchorCount = reference.size(1);
        }
        const auto k = hub->m_anchorCount;
        if (about.at("kind").get<std::string>() != "relative" || hub->m_dim < 1 || k > hub->m_dim) {
            return fail(ErrorCode::Corrupt, "the hub's description contradicts its anchors, or is "
                                            "of another kind; fit it anew");
        }
        std::size_t index = 0;
        for (const auto& entry : about.at("networks")) {
            const auto prefix = "network." + std::to_string(index++);
            Network network{
                entry.at("weights_sha256").get<std::string>(), asTensor(file, prefix + ".mean", 1),
                asTensor(file, prefix + ".anchors", 2), asTensor(file, prefix + ".weights", 2),
                asTensor(file, prefix + ".offset", 1)};
            const bool whole = k > 0 && network.mean.defined() && network.anchors.defined() &&
                               network.weights.defined() && network.offset.defined();
            const auto d = whole ? network.mean.size(0) : 0;
            if (!whole || network.anchors.size(0) != k || network.anchors.size(1) != d ||
                network.weights.size(0) != k || network.weights.size(1) != d ||
                network.offset.size(0) != d) {
                return fail(ErrorCode::Corrupt, "the hub's encoders are incomplete; fit it anew");
            }
            hub->m_networks[entry.at("network").get<std::string>()] = std::move(network);
        }
        return std::unique_ptr<Hub>(std::move(hub));
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::Corrupt, std::string("the hub cannot be read: ") + error.what());
    }
}

} // namespace tessera::hub
