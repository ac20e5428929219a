#include "tests/architecture/include_rules.h"
#include "tests/architecture/source_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace tessera::test;

namespace {

bool isSource(const std::string& file) {
    return isHeader(file) || file.ends_with(".cpp");
}

// Every header and source of these folders with its text.
std::map<std::string, std::string> sourcesOf(const std::vector<std::string>& folders) {
    const std::filesystem::path root(TESSERA_SOURCE_DIR);
    std::map<std::string, std::string> sources;
    for (const auto& folder : folders) {
        for (const auto& file : filesBelow(root, folder)) {
            if (isSource(file)) {
                sources.emplace(file, readFile(root / file));
            }
        }
    }
    return sources;
}

// Prints all findings, so that one run shows the whole picture, and returns how many there are.
int report(const std::vector<std::string>& problems) {
    for (const auto& problem : problems) {
        qWarning("%s", problem.c_str());
    }
    return static_cast<int>(problems.size());
}

// The way from a file to the first torch header that it includes through our own files, as
// "a -> b -> torch/x.h"; empty if there is none.
std::string wayToTorch(const std::string& start,
                       const std::map<std::string, std::string>& sources) {
    std::set<std::string> seen;
    const std::function<std::string(const std::string&)> visit =
        [&](const std::string& file) -> std::string {
        const auto source = sources.find(file);
        if (!seen.insert(file).second || source == sources.end()) {
            return {};
        }
        for (const auto& include : includesOf(codeOnly(source->second))) {
            const auto rest = isTorchHeader(include.path) ? include.path : visit(include.path);
            if (!rest.empty()) {
                return file + " -> " + rest;
            }
        }
        return {};
    };
    return visit(start);
}

} // namespace

class TestIncludeRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTreeFollowsTheTable() {
        const auto sources = sourcesOf({"core", "app", "ui", "tests/ui"});
        QVERIFY2(sources.contains("core/api/result.h"), "the source tree was not found");
        std::vector<std::string> problems;
        for (const auto& [file, text] : sources) {
            const auto found = problemsOf(file, text);
            problems.insert(problems.end(), found.begin(), found.end());
        }
        QCOMPARE(report(problems), 0);
    }

    void headersOfTestsAreProperHeaders() {
        const auto sources = sourcesOf({"tests"});
        QVERIFY(sources.contains("tests/support/test_registry.h"));
        std::vector<std::string> problems;
        for (const auto& [file, text] : sources) {
            if (isHeader(file)) {
                for (const auto& problem : headerProblems(codeOnly(text))) {
                    problems.push_back(file + ": " + problem);
                }
            }
        }
        QCOMPARE(report(problems), 0);
    }

    // Outside of the engine torch may not come through a header of ours either.
    void torchIsNotReachedThroughOwnHeaders() {
        const auto sources = sourcesOf({"core", "app", "ui"});
        std::vector<std::string> problems;
        for (const auto& [file, text] : sources) {
            if (!torchAllowed(file)) {
                if (const auto way = wayToTorch(file, sources); !way.empty()) {
                    problems.push_back(way);
                }
            }
        }
        QCOMPARE(report(problems), 0);
    }

    // It uses the keywords that QT_NO_KEYWORDS takes away, so one wrapper header includes it.
    void qcustomplotHasOneWrapper() {
        std::vector<std::string> wrappers;
        for (const auto& [file, text] : sourcesOf({"app", "ui", "tests/ui"})) {
            for (const auto& include : includesOf(codeOnly(text))) {
                if (include.path == "qcustomplot.h") {
                    wrappers.push_back(file);
                }
            }
        }
        if (wrappers.size() > 1) {
            report(wrappers);
        }
        QVERIFY2(wrappers.size() <= 1, "more than one file includes qcustomplot.h");
    }

    void refusesAndAccepts_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char* file, const char* include, bool accepted) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(file, include)))
                << file << include << accepted;
        };
        const bool yes = true;
        const bool no = false;

        // Heights of core: down is allowed, up and sideways are not.
        row("core/api/engine.h", "\"core/api/result.h\"", yes);
        row("core/api/engine.h", "\"core/format/npy.h\"", no);
        row("core/format/npy.h", "\"core/api/result.h\"", yes);
        row("core/format/npy.h", "\"core/stats/interval.h\"", no);
        row("core/stats/interval.h", "\"core/format/npy.h\"", no);
        row("core/token/codec.cpp", "\"core/format/byte_reader.h\"", yes);
        row("core/session/runner.cpp", "\"core/api/events.h\"", yes);
        row("core/session/runner.cpp", "\"core/store/store.h\"", no);
        row("core/session/runner.cpp", "\"core/experiment/recipe.h\"", no);
        row("core/token/codec.cpp", "\"core/store/store.h\"", no);
        row("core/store/store.cpp", "\"core/zoo/mlp.h\"", no);
        row("core/store/store.cpp", "\"core/engine/factory.h\"", no);
        row("core/data/split.cpp", "\"core/stats/summary.h\"", yes);
        row("core/data/split.cpp", "\"core/session/runner.h\"", yes);
        row("core/data/split.cpp", "\"core/zoo/mlp.h\"", no);
        row("core/zoo/mlp.cpp", "\"core/data/split.h\"", no);
        row("core/tap/recorder.cpp", "\"core/zoo/network.h\"", yes);
        row("core/zoo/network.h", "\"core/tap/recorder.h\"", no);
        row("core/fingerprint/cka.cpp", "\"core/tap/recording.h\"", yes);
        row("core/fingerprint/cka.cpp", "\"core/projection/pca.h\"", no);
        row("core/projection/pca.cpp", "\"core/fingerprint/cka.h\"", no);
        row("core/hub/frame.cpp", "\"core/projection/pca.h\"", yes);
        row("core/hub/frame.cpp", "\"core/drift/gaussian.h\"", no);
        row("core/drift/gaussian.cpp", "\"core/privacy/budget.h\"", no);
        row("core/transfer/modes/activation_mode.cpp", "\"core/transfer/mode.h\"", yes);
        row("core/transfer/mode.h", "\"core/transfer/modes/activation_mode.h\"", yes);
        row("core/transfer/mode.h", "\"core/jobs/transfer_job.h\"", no);
        row("core/jobs/transfer_job.cpp", "\"core/transfer/mode.h\"", yes);
        row("core/jobs/transfer_job.cpp", "\"core/engine/factory.h\"", no);
        row("core/engine/engine_factory.cpp", "\"core/jobs/transfer_job.h\"", yes);
        row("core/jobs/transfer_job.cpp", "\"core/unheard/of.h\"", no);

        // Between the programs, the window and the core.
        row("ui/panels/runs_panel.cpp", "\"core/api/run.h\"", yes);
        row("ui/panels/runs_panel.cpp", "\"ui/models/run_model.h\"", yes);
        row("ui/panels/runs_panel.cpp", "\"core/store/store.h\"", no);
        row("ui/panels/runs_panel.cpp", "\"app/composition/services.h\"", no);
        row("core/store/store.cpp", "\"ui/strings/codes.h\"", no);
        row("core/engine/engine_factory.cpp", "\"app/cli/arguments.h\"", no);
        row("core/store/store.cpp", "\"tests/support/golden.h\"", no);
        row("app/cli/main.cpp", "\"app/composition/services.h\"", yes);
        row("app/cli/main.cpp", "\"core/store/store.h\"", yes);
        row("app/cli/main.cpp", "\"ui/main_window.h\"", no);
        row("app/composition/services.cpp", "\"ui/main_window.h\"", no);
        row("app/workbench/main.cpp", "\"ui/main_window.h\"", yes);
        row("tests/ui/test_runs.cpp", "\"tests/support/fake_store.h\"", yes);
        row("tests/ui/test_runs.cpp", "\"core/store/store.h\"", no);

        // Torch stays in the engine.
        row("core/zoo/mlp.cpp", "<torch/nn.h>", yes);
        row("core/drift/gaussian.cpp", "<ATen/ops/mm.h>", yes);
        row("core/token/codec.cpp", "<torch/types.h>", no);
        row("core/api/run.h", "<ATen/core/Tensor.h>", no);
        row("core/stats/summary.cpp", "<c10/util/Half.h>", no);
        row("core/session/runner.cpp", "<caffe2/serialize/inline_container.h>", no);
        row("app/composition/loader.cpp", "<torch/script.h>", no);
        row("ui/plots/curve_plot.cpp", "<torch/torch.h>", no);

        // Qt stays in the window.
        row("ui/plots/curve_plot.cpp", "<QWidget>", yes);
        row("ui/plots/curve_plot.cpp", "<QtCharts/QChart>", yes);
        row("app/workbench/main.cpp", "<QApplication>", yes);
        row("app/cli/main.cpp", "<QCoreApplication>", no);
        row("app/composition/loader.cpp", "<QLibrary>", no);
        row("core/zoo/mlp.cpp", "<QString>", no);
        row("core/store/store.cpp", "<QtSql/QSqlDatabase>", no);
        row("core/store/store.cpp", "<qglobal.h>", no);
        row("core/stats/summary.cpp", "<quadmath.h>", yes);

        // How an include is written.
        row("core/store/store.cpp", "<SQLiteCpp/SQLiteCpp.h>", yes);
        row("core/store/store.cpp", "<sqlite3.h>", yes);
        row("core/api/run.h", "<vector>", yes);
        row("core/store/store.cpp", "\"store.h\"", no);
        row("core/store/store.cpp", "\"../api/run.h\"", no);
        row("core/store/store.cpp", "\"core/store/../zoo/mlp.h\"", no);
        row("core/store/store.cpp", "<core/store/store.h>", no);
        row("core/zoo/mlp.cpp", "\"torch/nn.h\"", no);
        row("core/store/store.cpp", "STORE_HEADER", no);
        row("ui/panels/runs_panel.cpp", "\"runs_panel.moc\"", yes);
        row("core/store/store.cpp", "\"store.moc\"", no);
    }

    void refusesAndAccepts() {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QFETCH(bool, accepted);
        const auto text = "#pragma once\n#include " + include.toStdString() + "\n";
        const auto problems = problemsOf(file.toStdString(), text);
        if (accepted) {
            QCOMPARE(report(problems), 0);
        } else {
            QCOMPARE(problems.size(), std::size_t{1});
        }
    }

    void everyFolderOfCoreNeedsALevel() {
        QCOMPARE(problemsOf("core/unheard/of.cpp", "int x;\n").size(), std::size_t{1});
        QCOMPARE(problemsOf("core/stray.cpp", "int x;\n").size(), std::size_t{1});
        QVERIFY(problemsOf("core/api/known.cpp", "int x;\n").empty());
    }

    void findsIncludesAsTheCompilerDoes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line"); // Of the only include found; 0 if none is.
        QTest::newRow("plain") << "#include <QString>" << 1;
        QTest::newRow("blanks") << "int x;\n\t #  include\t<QString>" << 2;
        QTest::newRow("without blank") << "#include<QString>" << 1;
        QTest::newRow("comment behind") << "#include <QString> // why" << 1;
        QTest::newRow("comment inside") << "#/* */include /* \" */ <QString>" << 1;
        QTest::newRow("in #if") << "#if 0\n#include <QString>\n#endif" << 2;
        QTest::newRow("after a comment of lines") << "/* a\nb */\n#include <QString>" << 3;
        QTest::newRow("after a string with a comment")
            << "auto s = \"/*\";\n#include <QString>\n// */" << 2;
        QTest::newRow("after digits") << "int n = 1'000;\n#include <QString>" << 2;
        QTest::newRow("after a quote character")
            << "char c = '\"', d = '\\'';\n#include <QString>" << 2;
        QTest::newRow("in a comment") << "// #include <QString>" << 0;
        QTest::newRow("in a comment of lines") << "/*\n#include <QString>\n*/" << 0;
        QTest::newRow("in a raw string") << "auto s = R\"x(\n#include <QString>\n)x\";" << 0;
        QTest::newRow("in a word") << "#includes <QString>" << 0;
    }

    void findsIncludesAsTheCompilerDoes() {
        QFETCH(QString, text);
        QFETCH(int, line);
        const auto includes = includesOf(codeOnly(text.toStdString()));
        QCOMPARE(includes.size(), std::size_t(line > 0 ? 1 : 0));
        if (line > 0) {
            QCOMPARE(includes.front().line, line);
            QCOMPARE(includes.front().path, std::string("QString"));
        }
    }

    void findsBadHeaders_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("problems");
        QTest::newRow("good") << "#pragma once\nnamespace a {}\n" << 0;
        QTest::newRow("comment first") << "// What it is for.\n\n#pragma once\n" << 0;
        QTest::newRow("guard instead") << "#ifndef A_H\n#define A_H\n#endif\n" << 1;
        QTest::newRow("too late") << "#include <vector>\n#pragma once\n" << 1;
        QTest::newRow("empty") << "" << 1;
        QTest::newRow("using-directive") << "#pragma once\nusing namespace std;\n" << 1;
        QTest::newRow("in a function") << "#pragma once\nvoid f() { using  namespace std; }\n" << 1;
        QTest::newRow("in a comment") << "#pragma once\n// no using namespace here\n" << 0;
        QTest::newRow("in a string") << "#pragma once\nauto s = \"using namespace\";\n" << 0;
        QTest::newRow("using-declaration") << "#pragma once\nusing std::vector;\n" << 0;
    }

    void findsBadHeaders() {
        QFETCH(QString, text);
        QFETCH(int, problems);
        QCOMPARE(static_cast<int>(headerProblems(codeOnly(text.toStdString())).size()), problems);
    }

    void followsOwnHeadersToTorch() {
        const std::map<std::string, std::string> sources{
            {"app/cli/main.cpp", "#include \"core/zoo/network.h\"\n#include <vector>\n"},
            {"core/zoo/network.h", "#include \"core/zoo/layer.h\"\n"},
            {"core/zoo/layer.h", "#include \"core/zoo/network.h\"\n#include <torch/nn.h>\n"},
            {"core/api/run.h", "#include <vector>\n"}};
        QCOMPARE(wayToTorch("app/cli/main.cpp", sources),
                 std::string("app/cli/main.cpp -> core/zoo/network.h -> core/zoo/layer.h -> "
                             "torch/nn.h"));
        QVERIFY(wayToTorch("core/api/run.h", sources).empty());
    }
};

TESSERA_TEST(TestIncludeRules)
#include "test_include_rules.moc"
