#pragma once

#include "core/format/safetensors.h"
#include "core/hub/hub_registry.h"
#include "core/zoo/initialise.h"

#include <torch/linalg.h>

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <memory>
#include <string>
#include <tuple>

// What the tests of this folder share.
namespace tessera::test {

template <class T>
T must(Result<T> result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
    return *std::move(result);
}

inline void must(const Result<void>& result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
}

inline torch::Tensor draw(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return torch::randn({rows, width}, zoo::makeGenerator(seed), torch::kFloat64);
}

// Features whose units have clearly different variances, and a mean away from 0.
inline torch::Tensor spreadRows(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    const auto scales = torch::linspace(3.0, 0.5, width, torch::kFloat64);
    return draw(rows, width, seed) * scales + 3.0;
}

// `rows` orthonormal rows of `width` values.
inline torch::Tensor frame(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return std::get<0>(torch::linalg_qr(draw(width, rows, seed))).t().contiguous();
}

// As `rows`, in a file in `folder`.
inline tap::RowStore spilled(const torch::Tensor& rows, const std::filesystem::path& folder) {
    auto store = must(tap::RowStore::create({rows.size(0), rows.size(1), rows.scalar_type()},
                                            std::make_shared<tap::RowSpace>(0, folder)));
    must(store.append(rows));
    return store;
}

inline hub::AnchorRows anchor(const std::string& network, const tap::RowStore& features,
                              const std::string& weights = "weights",
                              const std::string& reference = "reference") {
    return {{network, weights}, reference, features};
}

inline std::unique_ptr<hub::Hub> makeHub(std::int64_t dim, double whitening = 0.0) {
    const HubKindId kind("orthogonal");
    return must(must(hub::findHubKind(kind))
                    ->create("test", HubSpec{kind, static_cast<int>(dim), whitening}));
}

inline double largest(const torch::Tensor& values) {
    return values.abs().max().item<double>();
}

inline bool isIdentity(const torch::Tensor& matrix, double tolerance) {
    return largest(matrix - torch::eye(matrix.size(0), matrix.options())) <= tolerance;
}

// What the hub writes down.
inline format::ArrayFile savedFile(const hub::Hub& hub) {
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "hub.safetensors";
    must(hub::saveHub(hub, file));
    return must(format::readSafetensors(file));
}

struct SavedAnchor {
    torch::Tensor axes; // Q
    torch::Tensor mean;
    double scale = 0.0;
};

// An encoder as the hub writes it down.
inline SavedAnchor savedAnchor(const hub::Hub& hub, const std::string& network) {
    const auto file = savedFile(hub);
    const auto about = nlohmann::json::parse(file.metadata.at("twb.hub"));
    SavedAnchor saved;
    for (std::size_t i = 0; i < about["anchors"].size(); ++i) {
        if (about["anchors"][i]["network"] != network) {
            continue;
        }
        saved.scale = about["anchors"][i]["scale"].get<double>();
        const auto prefix = "anchor." + std::to_string(i);
        for (const auto& array : file.arrays) {
            auto tensor = torch::empty(array.shape, torch::kFloat64);
            std::memcpy(tensor.data_ptr(), array.bytes.data(), array.bytes.size());
            if (array.name == prefix + ".axes") {
                saved.axes = tensor;
            } else if (array.name == prefix + ".mean") {
                saved.mean = tensor;
            }
        }
    }
    return saved;
}

// The bytes of everything that a hub holds.
inline std::string wholeText(const hub::Hub& hub) {
    const auto file = savedFile(hub);
    std::string text = file.metadata.at("twb.hub");
    for (const auto& array : file.arrays) {
        text += array.name;
        text.append(reinterpret_cast<const char*>(array.bytes.data()), array.bytes.size());
    }
    return text;
}

} // namespace tessera::test
