#pragma once

#include "core/api/data_description.h"

#include <memory>

namespace tessera::test {

// What reading a table of small images would tell, with something left out and a warning.
inline std::shared_ptr<DataDescription> madeTable() {
    auto about = std::make_shared<DataDescription>();
    about->format = "CSV";
    about->input = {InputKind::Image, 2, 2, 1, 0};
    about->classes = {{"cat", 5}, {"dog", 4}};
    about->samples = 9;
    about->droppedCount = 3;
    about->dropped = {{"line 17", "The row has 3 columns instead of 5."}};
    about->columns = {{"a", true, false, 9},
                      {"b", true, true, 1},
                      {"c", true, false, 9},
                      {"d", true, false, 7},
                      {"kind", false, false, 2}};
    about->reading.label = "kind";
    about->reading.separator = Separator::Semicolon;
    about->reading.header = HeaderRow::Yes;
    about->reading.input = DataInput::Image;
    about->reading.height = about->reading.width = 2;
    about->reading.channels = 1;
    for (int i = 0; i < 4; ++i) {
        about->preview.push_back({{0.0F, 1.0F, 0.5F, 0.0F}, i % 2});
    }
    about->largest = 1.0;
    about->bytes = 144;
    about->warnings = {"The class 'dog' has fewer samples than the other."};
    return about;
}

// Vectors from a single array.
inline std::shared_ptr<DataDescription> madeFlat() {
    auto about = madeTable();
    about->format = "NumPy array";
    about->columns.clear();
    about->arrays = {"array: F32 [9, 4]"};
    about->input = {InputKind::Flat, 4, 0, 1, 0};
    about->reading = {};
    about->reading.input = DataInput::Flat;
    return about;
}

// The table under a shift.
inline std::shared_ptr<DataDescription> madeShiftedTable() {
    auto about = madeTable();
    about->shifted = about->preview;
    return about;
}

} // namespace tessera::test
