#include "app/cli/run_json.h"

#include "app/composition/run_export.h"

namespace tessera::cli {

nlohmann::ordered_json runsJson(const std::filesystem::path& out,
                                const std::vector<RunRecord>& runs) {
    nlohmann::ordered_json json;
    json["out"] = out.generic_string();
    json["runs"] = nlohmann::ordered_json::array();
    for (const auto& run : runs) {
        json["runs"].push_back(app::runJson(run));
    }
    return json;
}

} // namespace tessera::cli
