#pragma once

#include "core/format/file_io.h"
#include "core/format/gzip.h"
#include "tests/support/data_files.h"

#include <QList>

#include <cstdint>
#include <string>
#include <vector>

// The built-in digits as files of a person, in every format.
namespace tessera::test {

struct Digits {
    std::vector<std::uint8_t> pixels; // 0 to 16, 64 of each
    std::vector<std::int64_t> labels;
};

// From the file itself, not through the code under test.
inline Digits readDigits(const std::filesystem::path& dataDir) {
    const auto packed = format::readFile(dataDir / "digits.csv.gz", 1 << 24);
    const auto text = format::gunzip(packed.value(), 1 << 24).value();
    Digits digits;
    for (const auto& line : asBytes(text).split('\n')) {
        const auto fields = line.split(',');
        if (fields.size() == 65) {
            for (int i = 0; i < 64; ++i) {
                digits.pixels.push_back(std::uint8_t(fields[i].toInt()));
            }
            digits.labels.push_back(fields[64].trimmed().toInt());
        }
    }
    return digits;
}

inline format::NamedArray pixelsOf(const Digits& digits) {
    return arrayOf(format::DType::U8, {std::int64_t(digits.labels.size()), 8, 8}, digits.pixels);
}

inline std::filesystem::path writeDigitsNpz(const DataFolder& folder, const Digits& digits) {
    const auto labels =
        arrayOf(format::DType::I64, {std::int64_t(digits.labels.size())}, digits.labels);
    return folder.write("digits.npz",
                        zipOf({{"images.npy", npyOf(pixelsOf(digits))}, {"y.npy", npyOf(labels)}},
                              Packing::Deflated));
}

inline std::filesystem::path writeDigitsIdx(const DataFolder& folder, const Digits& digits) {
    const std::vector<std::uint8_t> bytes(digits.labels.begin(), digits.labels.end());
    folder.write("digits-labels-idx1-ubyte",
                 idxOf(arrayOf(format::DType::U8, {std::int64_t(bytes.size())}, bytes)));
    return folder.write("digits-images-idx3-ubyte", idxOf(pixelsOf(digits)));
}

inline std::filesystem::path writeDigitsCsv(const DataFolder& folder, const Digits& digits) {
    QByteArray text;
    for (std::size_t i = 0; i < digits.labels.size(); ++i) {
        for (std::size_t k = 0; k < 64; ++k) {
            text += QByteArray::number(digits.pixels[64 * i + k]) + ',';
        }
        text += QByteArray::number(qlonglong(digits.labels[i])) + '\n';
    }
    return folder.write("digits.csv", text);
}

// A PNG each, with 255 for the brightest, in a folder for each digit.
inline std::filesystem::path writeDigitsPng(const DataFolder& folder, const Digits& digits) {
    for (std::size_t i = 0; i < digits.labels.size(); ++i) {
        QByteArray pixels;
        for (std::size_t k = 0; k < 64; ++k) {
            pixels.append(char(digits.pixels[64 * i + k] * 255 / 16));
        }
        folder.write("images/" + std::to_string(digits.labels[i]) + "/" + std::to_string(i) +
                         ".png",
                     greyPng(8, 8, pixels));
    }
    return folder.path("images");
}

} // namespace tessera::test
