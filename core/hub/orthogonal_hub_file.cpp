#include "core/hub/hub_arrays.h"
#include "core/hub/orthogonal_hub.h"

#include <nlohmann/json.hpp>

// The hub as arrays: "reference" (n, rank) and per network i "anchor.i.mean", "anchor.i.axes", all
// float64, for whitened axes "anchor.i.gains" too; names, hashes and scales in the metadata key
// "twb.hub". Schema 2 is whitened, 1 is not.
namespace tessera::hub {

namespace {

constexpr int kPlain = 1;
constexpr int kWhitened = 2;

} // namespace

Result<void> OrthogonalHub::save(const std::filesystem::path& file) const {
    std::vector<format::StreamedArray> arrays;
    nlohmann::ordered_json about;
    about["schema"] = m_whitening > 0.0 ? kWhitened : kPlain;
    about["kind"] = "orthogonal";
    about["name"] = m_name;
    about["dim"] = m_dim;
    if (m_whitening > 0.0) {
        about["whitening"] = m_whitening;
    }
    about["reference_sha256"] = m_referenceHash;
    about["first"] = m_first;
    about["anchors"] = nlohmann::ordered_json::array();
    if (m_reference.defined()) {
        arrays.push_back(asArray("reference", m_reference));
    }
    for (const auto& [network, anchor] : m_anchors) {
        const auto prefix = "anchor." + std::to_string(about["anchors"].size());
        arrays.push_back(asArray(prefix + ".mean", anchor.mean));
        arrays.push_back(asArray(prefix + ".axes", anchor.axes));
        if (anchor.gains.defined()) {
            arrays.push_back(asArray(prefix + ".gains", anchor.gains));
        }
        about["anchors"].push_back({{"network", network},
                                    {"weights_sha256", anchor.weightsHash},
                                    {"scale", anchor.scale},
                                    {"fit_error", anchor.fitError}});
    }
    return format::streamSafetensors(file, arrays, {{kMetadataKey, about.dump()}});
}

Result<std::unique_ptr<Hub>> OrthogonalHub::load(const format::ArrayFile& file) {
    const auto text = file.metadata.find(kMetadataKey);
    if (text == file.metadata.end()) {
        return fail(ErrorCode::Corrupt, "the file holds no hub; choose one written by a transfer");
    }
    try {
        const auto about = nlohmann::ordered_json::parse(text->second);
        if (about.at("schema").get<int>() > kWhitened) {
            return fail(ErrorCode::Unsupported,
                        "the hub was written by a newer version; update this program");
        }
        std::unique_ptr<OrthogonalHub> hub(new OrthogonalHub(about.at("name").get<std::string>(),
                                                             about.at("dim").get<std::int64_t>(),
                                                             about.value("whitening", 0.0)));
        hub->m_referenceHash = about.at("reference_sha256").get<std::string>();
        hub->m_first = about.at("first").get<std::string>();
        hub->m_reference = asTensor(file, "reference", 2);
        if (about.at("kind").get<std::string>() != "orthogonal" || hub->m_dim < 1 ||
            hub->rank() > hub->m_dim || !(hub->m_whitening >= 0.0 && hub->m_whitening <= 1.0)) {
            return fail(ErrorCode::Corrupt, "the hub's description contradicts its axes, or is of "
                                            "another kind; fit it anew");
        }
        std::size_t index = 0;
        for (const auto& entry : about.at("anchors")) {
            const auto prefix = "anchor." + std::to_string(index++);
            Anchor anchor{entry.at("weights_sha256").get<std::string>(),
                          asTensor(file, prefix + ".mean", 1),
                          asTensor(file, prefix + ".axes", 2),
                          entry.at("scale").get<double>(),
                          entry.at("fit_error").get<double>(),
                          asTensor(file, prefix + ".gains", 1)};
            const auto network = entry.at("network").get<std::string>();
            const bool whitened = network == hub->m_first && hub->m_whitening > 0.0;
            if (!hub->m_reference.defined() || !anchor.mean.defined() || !anchor.axes.defined() ||
                anchor.axes.size(1) != anchor.mean.size(0) || anchor.axes.size(0) > hub->rank() ||
                !(anchor.scale > 0.0) || anchor.gains.defined() != whitened ||
                (whitened && (anchor.gains.size(0) != anchor.axes.size(0) ||
                              !(anchor.gains > 0.0).all().item<bool>()))) {
                return fail(ErrorCode::Corrupt, "the hub's encoders are incomplete; fit it anew");
            }
            hub->m_anchors[network] = std::move(anchor);
        }
        return std::unique_ptr<Hub>(std::move(hub));
    } catch (const nlohmann::json::exception& error) {
        return fail(ErrorCode::Corrupt, std::string("the hub cannot be read: ") + error.what());
    }
}

} // namespace tessera::hub
