#pragma once

#include "core/format/idx.h"
#include "core/format/npy.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Data files as other programs write them, made byte by byte.
namespace tessera::test {

inline std::uint32_t crc32Of(const QByteArray& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

template <class T>
QByteArray littleEndian(T value) {
    QByteArray bytes;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        bytes.append(char(std::uint64_t(value) >> (8 * i)));
    }
    return bytes;
}

inline QByteArray bigEndian32(std::uint32_t value) {
    auto bytes = littleEndian(value);
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

// qCompress writes a length, a zlib header of 2 bytes, the deflated data, and a sum of 4 bytes.
inline QByteArray deflated(const QByteArray& bytes) {
    const auto zlib = qCompress(bytes);
    return zlib.mid(6, zlib.size() - 10);
}

inline QByteArray gzipped(const QByteArray& bytes) {
    return QByteArray::fromHex("1f8b0800000000000003") + deflated(bytes) +
           littleEndian(crc32Of(bytes)) + littleEndian(std::uint32_t(bytes.size()));
}

enum class Packing { Stored, Deflated };

// A zip archive (PKWARE's APPNOTE.TXT 6.3), as numpy.savez() or savez_compressed() write it.
inline QByteArray zipOf(const std::vector<std::pair<QByteArray, QByteArray>>& records,
                        Packing packing = Packing::Stored) {
    QByteArray file, directory;
    for (const auto& [name, content] : records) {
        const auto data = packing == Packing::Stored ? content : deflated(content);
        const auto common =
            littleEndian<std::uint16_t>(20) + littleEndian<std::uint16_t>(0) +
            littleEndian<std::uint16_t>(packing == Packing::Stored ? 0 : 8) + QByteArray(4, '\0') +
            littleEndian(crc32Of(content)) + littleEndian(std::uint32_t(data.size())) +
            littleEndian(std::uint32_t(content.size())) + littleEndian(std::uint16_t(name.size())) +
            littleEndian<std::uint16_t>(0);
        directory += "PK\x01\x02" + littleEndian<std::uint16_t>(20) + common +
                     QByteArray(10, '\0') + littleEndian(std::uint32_t(file.size())) + name;
        file += "PK\x03\x04" + common + name + data;
    }
    const auto count = littleEndian(std::uint16_t(records.size()));
    return file + directory + "PK\x05\x06" + QByteArray(4, '\0') + count + count +
           littleEndian(std::uint32_t(directory.size())) +
           littleEndian(std::uint32_t(file.size())) + QByteArray(2, '\0');
}

inline QByteArray asBytes(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

template <class T>
format::NamedArray arrayOf(format::DType dtype, std::vector<std::int64_t> shape,
                           const std::vector<T>& values) {
    format::NamedArray array{"", dtype, std::move(shape), {}};
    const auto bytes = std::as_bytes(std::span(values));
    array.bytes.assign(bytes.begin(), bytes.end());
    return array;
}

inline QByteArray npyOf(const format::NamedArray& array) {
    return asBytes(format::serializeNpy(array));
}

inline QByteArray idxOf(const format::NamedArray& array) {
    return asBytes(format::serializeIdx(array).value());
}

// A PNG of 8-bit grey pixels, row by row.
inline QByteArray greyPng(int width, int height, const QByteArray& pixels) {
    const auto chunk = [](const QByteArray& type, const QByteArray& data) {
        return bigEndian32(std::uint32_t(data.size())) + type + data +
               bigEndian32(crc32Of(type + data));
    };
    QByteArray rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0' + pixels.mid(qsizetype(y) * width, width); // no filter
    }
    return QByteArray::fromHex("89504e470d0a1a0a") +
           chunk("IHDR", bigEndian32(std::uint32_t(width)) + bigEndian32(std::uint32_t(height)) +
                             QByteArray::fromHex("0800000000")) +
           chunk("IDAT", qCompress(rows).mid(4)) + chunk("IEND", {});
}

// Files in a folder that goes away with it.
class DataFolder {
public:
    [[nodiscard]] std::filesystem::path path(const std::string& name = {}) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path write(const std::string& name, const QByteArray& bytes) const {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary | std::ios::trunc)
            .write(bytes.data(), bytes.size());
        return path(name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace tessera::test
