#pragma once

#include "core/api/study.h"

#include <optional>
#include <string>
#include <vector>

// What the fields of a recipe mean to it. Pure functions of values.
namespace tessera::ui {

// The epochs of all methods of a mode that differ from the recipe's transfer in mode and epochs
// alone; what else there is, a field cannot show.
[[nodiscard]] std::vector<int> plainEpochs(const StudySpec& study, const ModeId& mode);
// Labels of the methods that no field shows, for these modes.
[[nodiscard]] std::vector<std::string> otherMethods(const StudySpec& study,
                                                    const std::vector<ModeId>& modes);
void dropOtherMethods(StudySpec& study, const std::vector<ModeId>& modes);

// Methods of this mode with these epochs (none: without the mode), in the order of `modes`. A
// method that is there stays as it is, a new one is called after its mode, and after its epochs
// where there are several.
void setEpochs(StudySpec& study, const ModeId& mode, const std::vector<int>& epochs,
               const std::vector<ModeId>& modes);

// The strengths of a kind of shift; of no shift (empty kind): one, or none.
[[nodiscard]] std::vector<double> strengthsOf(const StudySpec& study, const std::string& kind);
// No kind but the empty one: the data as they are, for which a recipe needs no list.
void setStrengths(StudySpec& study, const std::string& kind, const std::vector<double>& strengths);
[[nodiscard]] bool hasUnshifted(const StudySpec& study);

} // namespace tessera::ui
