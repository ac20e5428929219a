#include "ui/study/study_edits.h"

#include <algorithm>

namespace tessera::ui {

namespace {

bool isPlain(const StudyMethod& method, const StudySpec& study) {
    auto transfer = study.base.transfer;
    transfer.mode = method.transfer.mode;
    transfer.epochs = method.transfer.epochs;
    return method.transfer == transfer;
}

bool isKnown(const ModeId& mode, const std::vector<ModeId>& modes) {
    return std::find(modes.begin(), modes.end(), mode) != modes.end();
}

StudyMethod plainMethod(const StudySpec& study, const ModeId& mode, int epochs, bool alone) {
    StudyMethod method{mode.value, study.base.transfer, std::nullopt};
    method.transfer.mode = mode;
    method.transfer.epochs = epochs;
    if (!alone) {
        method.label += ", " + std::to_string(epochs) + (epochs == 1 ? " epoch" : " epochs");
    }
    // Controls ask whether the activations teach; baselines are what is compared with.
    if (mode != TransferSpec().mode) {
        method.controls.emplace();
    }
    return method;
}

} // namespace

std::vector<int> plainEpochs(const StudySpec& study, const ModeId& mode) {
    std::vector<int> epochs;
    for (const auto& method : study.methods) {
        if (method.transfer.mode == mode && isPlain(method, study)) {
            epochs.push_back(method.transfer.epochs);
        }
    }
    return epochs;
}

std::vector<std::string> otherMethods(const StudySpec& study, const std::vector<ModeId>& modes) {
    std::vector<std::string> labels;
    for (const auto& method : study.methods) {
        if (!isPlain(method, study) || !isKnown(method.transfer.mode, modes)) {
            labels.push_back(method.label);
        }
    }
    return labels;
}

void dropOtherMethods(StudySpec& study, const std::vector<ModeId>& modes) {
    std::erase_if(study.methods, [&, kept = study](const StudyMethod& method) {
        return !isPlain(method, kept) || !isKnown(method.transfer.mode, modes);
    });
}

void setEpochs(StudySpec& study, const ModeId& mode, const std::vector<int>& epochs,
               const std::vector<ModeId>& modes) {
    std::vector<StudyMethod> mine;
    for (const int count : epochs) {
        const auto known =
            std::find_if(study.methods.begin(), study.methods.end(), [&](const auto& method) {
                return method.transfer.mode == mode && method.transfer.epochs == count &&
                       isPlain(method, study);
            });
        // Names that this function gave follow the number of epochs.
        const auto named = plainMethod(study, mode, count, epochs.size() == 1);
        const auto other = plainMethod(study, mode, count, epochs.size() != 1);
        if (known == study.methods.end() || known->label == other.label) {
            mine.push_back(named);
            if (known != study.methods.end()) {
                mine.back().controls = known->controls;
            }
        } else {
            mine.push_back(*known);
        }
    }
    std::erase_if(study.methods, [&, kept = study](const StudyMethod& method) {
        return method.transfer.mode == mode && isPlain(method, kept);
    });
    const auto rank = [&](const ModeId& id) { return std::find(modes.begin(), modes.end(), id); };
    const auto place =
        std::find_if(study.methods.begin(), study.methods.end(),
                     [&](const auto& method) { return rank(method.transfer.mode) > rank(mode); });
    study.methods.insert(place, mine.begin(), mine.end());
}

std::vector<double> strengthsOf(const StudySpec& study, const std::string& kind) {
    std::vector<double> strengths;
    for (const auto& shift : study.shifts) {
        if (shift.kind == kind) {
            strengths.push_back(shift.strength);
        }
    }
    return strengths;
}

void setStrengths(StudySpec& study, const std::string& kind, const std::vector<double>& strengths) {
    const auto& usual = study.base.data.shift;
    if (study.shifts.empty() && kind != usual.kind && !strengths.empty()) {
        study.shifts.push_back(usual); // it stays among the settings
    } else if (study.shifts.empty() && kind == usual.kind && strengths.empty()) {
        study.shifts.emplace_back(); // instead of it
    }
    auto place = std::find_if(study.shifts.begin(), study.shifts.end(),
                              [&](const ShiftSpec& shift) { return shift.kind == kind; }) -
                 study.shifts.begin();
    std::erase_if(study.shifts, [&](const ShiftSpec& shift) { return shift.kind == kind; });
    place = std::min<std::ptrdiff_t>(place, static_cast<std::ptrdiff_t>(study.shifts.size()));
    if (kind.empty()) {
        place = 0;
    }
    std::vector<ShiftSpec> mine;
    for (const double strength : strengths) {
        mine.push_back(kind.empty() ? ShiftSpec{} : ShiftSpec{kind, strength});
    }
    study.shifts.insert(study.shifts.begin() + place, mine.begin(), mine.end());
    if (study.shifts == std::vector<ShiftSpec>{study.base.data.shift}) {
        study.shifts.clear();
    }
}

bool hasUnshifted(const StudySpec& study) {
    return study.shifts.empty() ? study.base.data.shift.kind.empty()
                                : !strengthsOf(study, {}).empty();
}

} // namespace tessera::ui
