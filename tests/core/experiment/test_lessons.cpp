#include "core/experiment/experiment_json.h"

#include "tests/support/test_registry.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace tessera;
using namespace tessera::experiment;

namespace {

const std::filesystem::path kLessons =
    std::filesystem::path(TESSERA_SOURCE_DIR) / "resources/lessons";

// The controls that an expectation speaks of.
std::vector<std::string> controlsIn(const nlohmann::json& expectation) {
    std::vector<std::string> controls;
    if (expectation.contains("control")) {
        controls.push_back(expectation["control"]);
    }
    const auto difference = expectation.value("difference", nlohmann::json::array());
    for (const std::string figure : difference) {
        if (figure.starts_with("control:")) {
            controls.push_back(figure.substr(8));
        }
    }
    return controls;
}

} // namespace

// The lessons' experiments are read by the program that runs them, and measure what the lessons
// speak of.
class TestLessons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void experimentsCanBeRun() {
        int lessons = 0;
        for (const auto& entry : std::filesystem::directory_iterator(kLessons)) {
            std::ifstream file(entry.path() / "lesson.json");
            if (!file) {
                continue; // pages only
            }
            const auto lesson = nlohmann::json::parse(file);
            const auto read = parseExperiment(lesson["experiment"].dump());
            QVERIFY2(read.has_value(), entry.path().c_str());
            QVERIFY(problemsOf(*read).empty());
            QVERIFY(!read->name.empty());
            for (const auto& expectation : lesson["expected"]) {
                for (const auto& control : controlsIn(expectation)) {
                    QVERIFY2(std::find(read->controls.begin(), read->controls.end(),
                                       ControlId(control)) != read->controls.end(),
                             control.c_str());
                }
            }
            ++lessons;
        }
        QCOMPARE(lessons, 3);
    }
};

TESSERA_TEST(TestLessons)
#include "test_lessons.moc"
