#pragma once

#include "app/composition/token_desk.h"

#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <vector>

// For the tests of the token desk.
namespace tessera::test {

namespace fs = std::filesystem;

inline std::string readBytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A folder and a desk of its own for every test.
struct Place {
    [[nodiscard]] fs::path operator/(const std::string& name) const {
        return fs::path(folder.path().toStdString()) / name;
    }
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(*this / name, std::ios::binary) << bytes;
        return *this / name;
    }
    [[nodiscard]] fs::path trustList() const { return *this / "config" / "trusted.json"; }

    QTemporaryDir folder;
    std::unique_ptr<TokenDesk> desk = app::makeTokenDesk(trustList());
};

inline Token someToken() {
    Token token;
    token.uhsVector = {0.1F, -0.2F, 3.5F, 0.0F, -1.75F};
    token.modalityWeights = {{"A", 0.9}, {"W", 0.1}};
    token.lineageDag = {{"nodes", {{{"id", "n0"}, {"type", "anchor"}, {"ref", "mlp"}}}},
                        {"root", "n0"}};
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    token.driftScore = 0.25;
    token.sourceModelId = "mlp";
    token.timestamp = "2026-01-02T03:04:05+00:00";
    token.customMetadata["twb.seed"] = 3;
    return token;
}

inline TokenWriteOptions writing(TokenNumbers numbers, TokenFormat format = TokenFormat::Tbf) {
    TokenWriteOptions options;
    options.numbers = numbers;
    options.format = format;
    return options;
}

inline bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float left, float right) {
        return std::bit_cast<std::uint32_t>(left) == std::bit_cast<std::uint32_t>(right);
    });
}

inline QString problemOf(const auto& result) {
    return result ? QString() : QString::fromStdString(result.error().detail);
}

inline void addNumbers() {
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("format");
    for (int numbers = 0; numbers < 4; ++numbers) {
        QTest::newRow(tokenNumbersName(static_cast<TokenNumbers>(numbers)))
            << numbers << int(TokenFormat::Tbf);
    }
    QTest::newRow("pair") << int(TokenNumbers::Float32) << int(TokenFormat::LegacyPair);
}

} // namespace tessera::test
