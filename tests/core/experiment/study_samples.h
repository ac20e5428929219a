#pragma once

#include "core/experiment/study_json.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <string>

// Small studies for tests.
namespace tessera::test {

using Json = nlohmann::ordered_json;

inline const char* const kSmallStudy = R"({"name": "small", "base": {"data": {"name": "digits"}},
"sources": [{"architecture": {"family": "mlp"}}, {"architecture": {"family": "lstm"}}]})";

// The small study with a JSON merge patch (RFC 7396: null removes a key) applied to it.
inline Json patchedStudy(const char* patch) {
    Json json = Json::parse(kSmallStudy);
    json.merge_patch(Json::parse(patch));
    return json;
}

inline StudySpec studyOf(const Json& json) {
    auto study = experiment::studyFromJson(json);
    if (!study) {
        qFatal("%s", study.error().detail.c_str());
    }
    return *std::move(study);
}

inline NetworkSpec networkOf(const char* family, int width) {
    NetworkSpec network;
    network.architecture.emplace().family = ArchitectureId(family);
    network.architecture->width = width;
    return network;
}

} // namespace tessera::test
