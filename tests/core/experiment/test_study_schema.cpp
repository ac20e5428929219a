#include "core/experiment/study_json.h"

#include "core/experiment/study_expansion.h"

#include "tests/core/experiment/study_samples.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>

using namespace tessera;
using namespace tessera::experiment;
using namespace tessera::test;

namespace {

using Pointer = Json::json_pointer;

const std::filesystem::path kStudyResources =
    std::filesystem::path(TESSERA_SOURCE_DIR) / "resources";

const Json& document(const std::string& name) {
    static const Json study = readJson(kStudyResources / "schema/study.schema.json");
    static const Json experiment = readJson(kStudyResources / "schema/experiment.schema.json");
    return name == "experiment.schema.json" ? experiment : study;
}

// A part of a schema, and the file in which its references are looked up.
struct Part {
    const Json* schema = nullptr;
    std::string file = "study.schema.json";
};

Part resolved(Part part) {
    while (part.schema->contains("$ref")) {
        const auto text = (*part.schema)["$ref"].get<std::string>();
        const auto hash = text.find('#');
        if (hash > 0) {
            part.file = text.substr(0, hash);
        }
        part.schema = &document(part.file).at(Pointer(text.substr(hash + 1)));
    }
    return part;
}

// What a study may be where the schema leaves a choice: the object among several forms.
Part objectForm(Part part) {
    part = resolved(part);
    if (part.schema->contains("anyOf") && !part.schema->contains("properties")) {
        for (const auto& form : (*part.schema)["anyOf"]) {
            const auto candidate = resolved({&form, part.file});
            if (candidate.schema->contains("properties")) {
                return candidate;
            }
        }
    }
    return part;
}

// Calls `visit` for every object of a study with the part of the schema that is about it.
void walk(const Json& value, Part part,
          const std::function<void(const Json&, const Json& schema)>& visit) {
    part = objectForm(part);
    if (value.is_array()) {
        for (const auto& item : value) {
            walk(item, {&(*part.schema)["items"], part.file}, visit);
        }
    } else if (value.is_object()) {
        visit(value, *part.schema);
        for (const auto& [key, member] : value.items()) {
            if (part.schema->contains("properties") && (*part.schema)["properties"].contains(key)) {
                walk(member, {&(*part.schema)["properties"][key], part.file}, visit);
            }
        }
    }
}

Json network() {
    return Json::parse(R"({"architecture": {"family": "mlp", "width": 12}, "file": "/n.st",
        "head": "replace", "feature": "layer1", "freeze": ["layer0"]})");
}

// A study in which nothing is left out, with lists of networks or with pairs.
Json complete(bool pairs) {
    auto json = Json::parse(R"({"schema": 1, "name": "all", "base": {"threads": 2,
        "source": {"train": {"epochs": 2}}, "receiver": {"state": "trained", "train": {}},
        "data": {"name": "digits", "splits": {"reference": 9, "test": 5}}, "transfer": {}},
        "same_pairs": "skip", "methods": ["kd", {"label": "x", "mode": "A", "transfer": {},
        "controls": []}], "seeds": [4], "reference_sizes": [7], "controls": ["readout_only"],
        "shifts": [{"kind": "none", "strength": 0.5}],
        "tasks": [{"kind": "permuted", "strength": 0.5}]})");
    if (pairs) {
        auto other = network();
        other["file"] = "/other.st";
        json["pairs"] = Json::array({Json::array({network(), other})});
    } else {
        auto other = network();
        other["feature"] = "layer2";
        json["sources"] = Json::array({network()});
        json["receivers"] = Json::array({other});
    }
    return json;
}

bool accepts(Json json, const Pointer& place, const Json& value) {
    json[place] = value;
    return studyFromJson(json).has_value();
}

} // namespace

// The schema is for editors and other programs; the program's own checks must say the same.
class TestStudySchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The schema's keys are those that the program reads, and no others.
    void sameKeys() {
        std::set<const Json*> parts;
        for (const bool pairs : {false, true}) {
            const auto study = complete(pairs);
            const auto read = studyFromJson(study);
            QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
            walk(study, {&document("")}, [&](const Json& value, const Json& schema) {
                parts.insert(&schema);
                QVERIFY2(!schema.value("additionalProperties", true), schema.dump().c_str());
                for (const auto& [key, member] : value.items()) {
                    QVERIFY2(schema["properties"].contains(key), key.c_str());
                }
            });
        }
        QVERIFY(parts.size() >= 13);
        for (const auto* place : {"", "/base", "/base/source", "/base/receiver", "/methods/1",
                                  "/receivers/0", "/shifts/0"}) {
            auto study = complete(false);
            study[Pointer(place)]["nobody_knows"] = 1;
            QVERIFY2(!studyFromJson(study), place);
        }
    }

    // Every property of the schema's own parts stands in one of the two complete studies, which
    // the program reads.
    void allKeysAreRead() {
        std::map<const Json*, std::set<std::string>> seen;
        for (const bool pairs : {false, true}) {
            const auto study = complete(pairs);
            walk(study, {&document("")}, [&](const Json& value, const Json& schema) {
                for (const auto& [key, member] : value.items()) {
                    seen[&schema].insert(key);
                }
            });
        }
        const auto& schema = document("");
        for (const auto* place :
             {"", "/properties/base", "/properties/base/properties/source",
              "/properties/base/properties/receiver", "/$defs/network", "/$defs/method"}) {
            const auto& part = schema.at(Pointer(place));
            for (const auto& [key, property] : part["properties"].items()) {
                QVERIFY2(seen[&part].contains(key), (std::string(place) + " " + key).c_str());
                QVERIFY2(property.contains("$ref") || !property.value("description", "").empty(),
                         key.c_str());
            }
        }
    }

    void sameRequired() {
        for (const auto& key : document("")["required"]) {
            auto study = complete(false);
            study.erase(key.get<std::string>());
            QVERIFY2(!studyFromJson(study), key.get<std::string>().c_str());
        }
        auto both = complete(false);
        both["pairs"] = complete(true)["pairs"];
        QVERIFY(!studyFromJson(both));
        auto none = complete(true);
        none.erase("pairs");
        QVERIFY(!studyFromJson(none));
        auto alone = complete(false);
        alone.erase("receivers");
        alone["same_pairs"] = "keep";
        QVERIFY(studyFromJson(alone).has_value());
    }

    void sameDefaults() {
        const auto filled = toJson(studyOf(Json::parse(kSmallStudy)));
        const auto& properties = document("")["properties"];
        for (const auto* key : {"schema", "same_pairs", "seeds"}) {
            QCOMPARE(filled[key].dump(), properties[key]["default"].dump());
        }
        const Part controls = resolved({&properties["controls"]});
        QCOMPARE(filled["controls"].dump(), (*controls.schema)["default"].dump());
        QCOMPARE(filled["base"]["threads"].dump(),
                 properties["base"]["properties"]["threads"]["default"].dump());
    }

    void sameRanges() {
        const auto study = complete(false);
        const auto& properties = document("")["properties"];
        for (const auto* key : {"seeds", "reference_sizes"}) {
            const auto& items = properties[key]["items"];
            const auto lowest = items["minimum"].get<std::int64_t>();
            const auto highest = items["maximum"].get<std::uint64_t>();
            const Pointer place("/" + std::string(key) + "/0");
            QVERIFY2(accepts(study, place, lowest), key);
            QVERIFY2(!accepts(study, place, lowest - 1), key);
            QVERIFY2(accepts(study, place, highest), key);
            QVERIFY2(
                !accepts(study, place,
                         highest == UINT64_MAX ? Json(18446744073709551616.0) : Json(highest + 1)),
                key);
            QVERIFY2(!accepts(study, place, 1.5), key);
            QVERIFY2(!accepts(study, Pointer("/" + std::string(key) + "/1"), study[place]), key);
        }
        for (const auto& name : properties["same_pairs"]["enum"]) {
            QVERIFY(accepts(study, Pointer("/same_pairs"), name));
        }
        QVERIFY(!accepts(study, Pointer("/same_pairs"), "often"));
        const auto longest = properties["name"]["maxLength"].get<std::size_t>();
        QVERIFY(accepts(study, Pointer("/name"), std::string(longest, 'n')));
        QVERIFY(!accepts(study, Pointer("/name"), std::string(longest + 1, 'n')));
        for (const auto* name : {"", ".hidden", "a/b", "a\\b"}) {
            QVERIFY2(!accepts(study, Pointer("/name"), name), name);
        }
    }

    void examples() {
        int count = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(kStudyResources / "examples")) {
            if (!entry.path().string().ends_with(kStudyEnding)) {
                continue;
            }
            ++count;
            const auto study = readStudy(entry.path());
            QVERIFY2(study.has_value(), study ? "" : study.error().detail.c_str());
            QCOMPARE(parseStudy(studyText(*study)).value(), *study);
            QVERIFY(expandStudy(*study).size() > 10);
        }
        QVERIFY(count >= 1);
    }
};

TESSERA_TEST(TestStudySchema)

#include "test_study_schema.moc"
