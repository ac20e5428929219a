#pragma once

#include "core/data/data_file.h"
#include "core/data/data_registry.h"
#include "tests/support/data_files.h"

#include <QTest>

#include <string>

// What the tests of this folder share.
namespace tessera::test {

inline DataSpec fileSpec(const std::filesystem::path& file, const DataReading& reading = {}) {
    DataSpec spec;
    spec.file = file;
    spec.reading = reading;
    return spec;
}

inline Result<data::DataFile> readFile(const std::filesystem::path& file,
                                       const DataReading& reading = {},
                                       const data::ReadLimits& limits = {}) {
    return data::readDataFile(fileSpec(file, reading), limits);
}

// The file, or the end of the program with what was wrong.
inline data::DataFile mustRead(const std::filesystem::path& file, const DataReading& reading = {},
                               const data::ReadLimits& limits = {}) {
    auto read = readFile(file, reading, limits);
    if (!read) {
        qFatal("%s", read.error().detail.c_str());
    }
    return *std::move(read);
}

// What a refusal says; empty, with a warning, if there is none or it has another code.
inline std::string refusal(const Result<data::DataFile>& read, ErrorCode code) {
    if (read) {
        qWarning("it was read");
        return {};
    }
    if (read.error().code != code) {
        qWarning("%s: %s", errorCodeName(read.error().code), read.error().detail.c_str());
        return {};
    }
    return read.error().detail;
}

inline bool says(const std::string& text, const std::string& part) {
    if (text.find(part) == std::string::npos) {
        qWarning("'%s' does not say '%s'", text.c_str(), part.c_str());
        return false;
    }
    return true;
}

inline std::vector<float> numbersOf(const torch::Tensor& tensor) {
    const auto flat = tensor.to(torch::kFloat32).contiguous().flatten();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

inline std::vector<std::int64_t> labelsOf(const data::DataFile& file) {
    const auto& labels = file.rows.labels;
    return {labels.data_ptr<std::int64_t>(), labels.data_ptr<std::int64_t>() + labels.numel()};
}

inline std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : "|") + text;
    }
    return all;
}

// Type, shape and every bit.
inline bool isSame(const torch::Tensor& a, const torch::Tensor& b) {
    return a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && torch::equal(a, b);
}

inline bool isSame(const data::SplitData& a, const data::SplitData& b) {
    return a.input == b.input && a.classes == b.classes &&
           isSame(a.sourceTrain.inputs, b.sourceTrain.inputs) &&
           isSame(a.sourceTrain.labels, b.sourceTrain.labels) && isSame(a.reference, b.reference) &&
           isSame(a.validation.inputs, b.validation.inputs) &&
           isSame(a.validation.labels, b.validation.labels) &&
           isSame(a.test.inputs, b.test.inputs) && isSame(a.test.labels, b.test.labels);
}

} // namespace tessera::test
