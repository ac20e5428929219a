#include "app/cli/run_json.h"

#include "app/composition/run_export.h"

namespace tessera::cli {

nlohmann::ordered_json runsJson(const session::OutputFolder& folder,
                                const std::vector<RunRecord>& runs) {
    nlohmann::ordered_json json;
    json["out"] = folder.root.generic_string();
    json["runs"] = nlohmann::ordered_json::array();
    for (const auto& run : runs) {
        json["runs"].push_back(app::runJson(run, folder.storeName));
    }
    return json;
}

} // namespace tessera::cli
