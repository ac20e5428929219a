#include "tests/architecture/source_text.h"
#include "tests/support/test_registry.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace tessera::test;

namespace {

std::filesystem::path root() {
    return TESSERA_SOURCE_DIR;
}

// Everything that is kept under version control, told by folder, so that build/ stays out.
std::vector<std::string> projectFiles() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(root())) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path().filename().string());
        }
    }
    for (const char* folder :
         {".ci", "app", "core", "packaging", "resources", "tests", "translations", "ui"}) {
        const auto found = filesBelow(root(), folder);
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

bool isText(std::string_view content) {
    return content.find('\0') == std::string_view::npos;
}

// Put together here, so that this file does not contain what it looks for.
std::vector<std::string> unfinishedWords() {
    return {std::string("TO") + "DO", std::string("FIX") + "ME"};
}

// The line of the first of these as a word of its own, in capitals; 0 if there is none.
int lineOfUnfinishedWord(std::string_view text) {
    for (const auto& word : unfinishedWords()) {
        for (auto at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            const auto end = at + word.size();
            const bool starts = at == 0 || !isWordCharacter(text[at - 1]);
            const bool ends = end == text.size() || !isWordCharacter(text[end]);
            if (starts && ends) {
                return 1 + static_cast<int>(std::count(text.begin(), text.begin() + at, '\n'));
            }
        }
    }
    return 0;
}

} // namespace

class TestProjectFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsMarkedUnfinished() {
        const auto files = projectFiles();
        QVERIFY2(std::find(files.begin(), files.end(), "CMakeLists.txt") != files.end(),
                 "the source tree was not found");
        int found = 0;
        for (const auto& file : files) {
            const auto content = readFile(root() / file);
            if (const int line = isText(content) ? lineOfUnfinishedWord(content) : 0; line > 0) {
                qWarning("%s:%d is marked as unfinished", file.c_str(), line);
                ++found;
            }
        }
        QCOMPARE(found, 0);
    }

    void findsUnfinishedWords() {
        for (const auto& word : unfinishedWords()) {
            QCOMPARE(lineOfUnfinishedWord(word), 1);
            QCOMPARE(lineOfUnfinishedWord("int x;\n// " + word + ": later\n"), 2);
            QCOMPARE(lineOfUnfinishedWord("MA" + word + "R " + word + "_LIST"), 0);
        }
        QCOMPARE(lineOfUnfinishedWord("todo es bueno"), 0);
        QCOMPARE(lineOfUnfinishedWord(""), 0);
    }

    void jsonResourcesParse() {
        int broken = 0;
        for (const auto& file : filesBelow(root(), "resources")) {
            if (!file.ends_with(".json")) {
                continue;
            }
            if (!nlohmann::json::accept(readFile(root() / file))) {
                qWarning("%s is not valid JSON", file.c_str());
                ++broken;
            }
        }
        QCOMPARE(broken, 0);
    }

    void scriptsCanBeStarted() {
        int wrong = 0;
        auto scripts = filesBelow(root(), ".ci");
        for (const auto& file : filesBelow(root(), "packaging")) {
            // Those with a first line for the kernel; the others are for sourcing.
            if (readFile(root() / file).starts_with("#!")) {
                scripts.push_back(file);
            }
        }
        QVERIFY(scripts.size() >= 2);
        for (const auto& file : scripts) {
            const auto permissions = std::filesystem::status(root() / file).permissions();
            const auto execute = std::filesystem::perms::owner_exec;
            if ((permissions & execute) != execute) {
                qWarning("%s is not executable", file.c_str());
                ++wrong;
            }
        }
        QCOMPARE(wrong, 0);
    }
};

TESSERA_TEST(TestProjectFiles)
#include "test_project_files.moc"
