#include "core/experiment/experiment_json.h"

#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace tessera;
using namespace tessera::experiment;

namespace {

using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;

const std::filesystem::path kResources = std::filesystem::path(TESSERA_SOURCE_DIR) / "resources";

const Json& schema() {
    static const Json document = test::readJson(kResources / "schema/experiment.schema.json");
    return document;
}

// Calls `visit` with the schema of every property, top down, and where it stands in an experiment.
void walk(const Json& node, const Pointer& place,
          const std::function<void(const Pointer&, const Json&)>& visit) {
    if (!node.contains("properties")) {
        return;
    }
    for (const auto& [key, value] : node["properties"].items()) {
        const Json& property =
            value.contains("$ref")
                ? schema().at(Pointer(value["$ref"].get<std::string>().substr(1)))
                : value;
        visit(place / key, property);
        walk(property, place / key, visit);
    }
}

Json minimal() {
    return Json::parse(R"({"source": {"architecture": {"family": "mlp"}},
                           "receiver": {"architecture": {"family": "lstm"}},
                           "data": {"name": "digits"}})");
}

// An experiment in which nothing is left out.
Json complete() {
    Json json = minimal();
    for (const auto* side : {"source", "receiver"}) {
        json[side]["architecture"]["classes"] = 10;
        json[side]["architecture"]["positions"] = true;
        json[side]["architecture"]["patch"] = 2;
        json[side]["architecture"]["heads"] = 2;
        json[side]["file"] = "/nets/one.safetensors";
        json[side]["feature"] = "layer4";
        json[side]["freeze"] = {"conv1"};
    }
    json["data"]["file"] = "/data/one.csv";
    json["data"]["reading"] = {{"label", "class"}, {"inputs", "x"}};
    json["data"]["shift"]["kind"] = "noise";
    json["data"]["task"] = {{"kind", "other"}, {"data", "/data/two.csv"}};
    json["data"]["splits"] = {{"reference", 100}, {"test", 50}};
    return toJson(fromJson(json).value());
}

bool accepts(const Pointer& place, const Json& value) {
    Json json = complete();
    json[place] = value;
    return fromJson(json).has_value();
}

} // namespace

// The schema is for editors and other programs; the program's own checks must say the same.
class TestExperimentSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameKeys() {
        std::set<std::string> inSchema;
        walk(schema(), Pointer(), [&](const Pointer& place, const Json& property) {
            inSchema.insert(place.to_string());
            QVERIFY2(!property.value("description", "").empty(), place.to_string().c_str());
            if (property.contains("properties")) {
                QVERIFY2(property.value("additionalProperties", true) == false,
                         place.to_string().c_str());
            }
        });
        std::set<std::string> inProgram;
        const std::function<void(const Json&, const Pointer&)> collect = [&](const Json& node,
                                                                             const Pointer& place) {
            if (node.is_object()) {
                for (const auto& [key, value] : node.items()) {
                    inProgram.insert((place / key).to_string());
                    collect(value, place / key);
                }
            }
        };
        collect(complete(), Pointer());
        QVERIFY(inProgram.size() > 40);
        for (const auto& place : inProgram) {
            QVERIFY2(inSchema.contains(place), ("not in the schema: " + place).c_str());
        }
        for (const auto& place : inSchema) {
            QVERIFY2(inProgram.contains(place), ("not in the program: " + place).c_str());
        }
    }

    void sameDefaults() {
        const Json filled = toJson(fromJson(minimal()).value());
        const Json given = minimal();
        int defaults = 0;
        walk(schema(), Pointer(), [&](const Pointer& place, const Json& property) {
            if (property.contains("default")) {
                ++defaults;
                QVERIFY2(filled.contains(place) && filled[place] == property["default"],
                         place.to_string().c_str());
            } else if (!property.contains("properties") && place.to_string() != "/name") {
                // Without a default it is either demanded or not there.
                QVERIFY2(filled.contains(place) == given.contains(place),
                         place.to_string().c_str());
            }
        });
        QVERIFY(defaults > 25);
    }

    void sameRanges() {
        int checked = 0;
        walk(schema(), Pointer(), [&](const Pointer& place, const Json& property) {
            const auto expect = [&](const Json& value, bool accepted) {
                ++checked;
                QVERIFY2(accepts(place, value) == accepted,
                         (place.to_string() + " = " + value.dump()).c_str());
            };
            const Json& number = property.contains("anyOf") && !property.contains("properties")
                                     ? property["anyOf"][0]
                                     : property;
            const std::string type = number.value("type", "");
            if (type == "integer") {
                const auto lowest = number["minimum"].get<std::int64_t>();
                const auto highest = number["maximum"].get<std::uint64_t>();
                // No reference samples beside other parts: a rule that a schema can hardly state.
                expect(lowest, place.back() != "reference" || lowest > 0);
                expect(lowest - 1, false);
                expect(highest, true);
                expect(highest == UINT64_MAX ? Json(18446744073709551616.0) : Json(highest + 1),
                       false);
                expect(1.0, true);
                expect(1.5, false);
            } else if (type == "number") {
                const bool zero = number.contains("minimum");
                expect(0, zero);
                expect(-1e-9, false);
                expect(1e-9, true);
                expect(1e9, !number.contains("exclusiveMaximum") &&
                                number.value("maximum", 1e300) >= 1e9);
                expect("NaN", false);
                expect("Infinity", property.contains("anyOf"));
                if (number.contains("maximum")) {
                    expect(number["maximum"], true);
                    expect(1.001 * number["maximum"].get<double>(), false);
                }
                if (number.contains("exclusiveMaximum")) {
                    expect(number["exclusiveMaximum"], false);
                }
            } else if (type == "string") {
                expect("", false);
                expect("anything", !property.contains("enum"));
                for (const auto& name : property.value("enum", Json::array())) {
                    expect(name, true);
                }
            } else if (type == "boolean") {
                expect(false, true);
                expect(0, false);
            }
            // No field may be null.
            expect(nullptr, false);
        });
        QVERIFY(checked > 200);
    }

    void sameRequired() {
        const Json whole = minimal();
        for (const auto& key : schema()["required"]) {
            Json json = whole;
            json.erase(key.get<std::string>());
            QVERIFY(!fromJson(json));
        }
        QVERIFY(fromJson(whole).has_value());
    }

    void examples() {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(kResources / "examples")) {
            if (!entry.path().string().ends_with(".tessera.json")) {
                continue; // a study
            }
            ++count;
            const auto experiment = readExperiment(entry.path());
            QVERIFY2(experiment.has_value(), experiment ? "" : experiment.error().detail.c_str());
            QVERIFY(!experiment->controls.empty());
            QCOMPARE(parseExperiment(experimentText(*experiment)).value(), *experiment);
        }
        QVERIFY(count >= 3);
        const auto secret = readExperiment(kResources / "examples/private-token.tessera.json");
        QVERIFY(secret->transfer.privacy.enabled());
    }
};

TESSERA_TEST(TestExperimentSchema)

#include "test_experiment_schema.moc"
