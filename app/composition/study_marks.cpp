#include "app/composition/study_marks.h"

#include "core/session/item_file.h"

namespace tessera::app {

std::map<std::string, stats::ItemMarks> readMarks(const std::filesystem::path& folder,
                                                  const std::vector<RunRecord>& runs) {
    std::map<std::string, stats::ItemMarks> marks;
    for (const auto& run : runs) {
        const auto* artifact = findArtifact(run, "items");
        if (run.state != RunState::Done || artifact == nullptr) {
            continue;
        }
        if (const auto items = session::readItems(folder / artifact->path)) {
            marks.emplace(run.id.value, stats::marksOf(**items));
        }
    }
    return marks;
}

} // namespace tessera::app
