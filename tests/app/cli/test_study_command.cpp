#include "core/experiment/study_json.h"
#include "core/format/csv.h"

#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <SQLiteCpp/Database.h>

#include <cmath>
#include <filesystem>
#include <map>

using namespace tessera;
using namespace tessera::test;

namespace {

// Two tiny networks teach each other, in a second or two.
Json smallStudy(const QString& patch = "{}") {
    const auto parsed = [](QString text) {
        return Json::parse(text.replace('\'', '"').toStdString());
    };
    auto json = parsed("{'name': 'tiny pairs', 'base': {"
                       " 'source': {'train': {'epochs': 2, 'rate': 0.01}},"
                       " 'data': {'name': 'digits', 'splits': {'source_train': 200,"
                       "          'reference': 70, 'validation': 40, 'test': 100}},"
                       " 'transfer': {'epochs': 1, 'hub': {'dim': 64}}},"
                       " 'sources': [{'architecture': {'family': 'mlp', 'width': 16, 'depth': 1}},"
                       "             {'architecture': {'family': 'mlp', 'width': 12, 'depth': 1}}],"
                       " 'same_pairs': 'skip', 'controls': [], 'seeds': [1],"
                       " 'methods': ['A', {'label': 'A, cold', 'transfer': {'temperature': 1}}]}");
    json.merge_patch(parsed(patch));
    return json;
}

Ended runTiny(const Workspace& space, const QString& patch = "{}", const QStringList& more = {}) {
    const auto file = space.writeJson("tiny.study.json", smallStudy(patch));
    return runProgram(QStringList{"study", "run", file, "--json", "--out", space.name("out")} +
                      more);
}

std::vector<std::vector<std::string>> csvRows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    format::CsvReader reader(text, ',');
    for (std::vector<std::string> fields; reader.next(fields);) {
        rows.push_back(fields);
    }
    return rows;
}

} // namespace

class TestStudyCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void executesEveryCell();
    void trainsASourceOnce();
    void saysHowItGoes();
    void goesOnWhereItStopped();
    void listsStudies();
    void showsAStudy();
    void tellsEverythingInJson();
    void tellsHowItWasJudged();
    void readsRunsWithoutItems();
    void exportsRows();
    void writesReports();
    void aCellThatFailsIsTold();
    void refusesWrongRecipes_data();
    void refusesWrongRecipes();
    void refusesUnknownStudies_data();
    void refusesUnknownStudies();
    void refusesWrongBenchmarks();
    void refusesWrongUse_data();
    void refusesWrongUse();
    void verifiesARun();
    void findsThatARunIsNotTheSame();
    void verifiesOnlyWhatIsDone();

private:
    [[nodiscard]] Ended study(const QStringList& arguments) const {
        return runProgram(QStringList{"study"} + arguments +
                          QStringList{"--out", m_space.name("out")});
    }

    Workspace m_space;
    Ended m_ended;
    Json m_json;
};

void TestStudyCommand::initTestCase() {
    m_ended = runTiny(m_space);
    QVERIFY2(m_ended.code == 0, told(m_ended));
    m_json = jsonOf(m_ended);
}

void TestStudyCommand::executesEveryCell() {
    QCOMPARE(m_json["study"].get<std::string>(), std::string("tiny pairs"));
    QCOMPARE(m_json["runs"]["asked"].get<int>(), 4);
    QCOMPARE(m_json["runs"]["measured"].get<int>(), 4);
    QCOMPARE(m_json["methods"].size(), std::size_t(2));
    QCOMPARE(m_json["methods"][1]["method"].get<std::string>(), std::string("A, cold"));
    QCOMPARE(m_json["methods"][0]["pairs"].get<int>(), 2);
    QCOMPARE(m_json["methods"][0]["accuracy_after"]["n"].get<int>(), 1);
    QVERIFY(m_json["methods"][0]["accuracy_after"]["mean"].is_number());
    QVERIFY(m_json["methods"][0]["accuracy_after"]["interval"].is_null()); // of one seed
    const auto runs = m_space.runs("out");
    QCOMPARE(runs.size(), std::size_t(4));
    for (const auto& run : runs) {
        QCOMPARE(run.study, std::string("tiny pairs"));
        QCOMPARE(run.state, RunState::Done);
    }
    QCOMPARE(runs[0].experiment.transfer.temperature, 4.0);
    QCOMPARE(runs[1].experiment.transfer.temperature, 1.0);
    QCOMPARE(runs[3].sourceLabel, std::string("mlp 12d/1L"));
    // The recipe is kept with its defaults.
    const auto kept = experiment::parseStudy(m_space.read("out/studies/tiny pairs.study.json"));
    QVERIFY2(kept.has_value(), kept ? "" : kept.error().detail.c_str());
    QCOMPARE(kept->receivers.size(), std::size_t(2));
}

void TestStudyCommand::trainsASourceOnce() {
    QCOMPARE(m_space.tree("out/networks").size(), 2);
    const auto runs = m_space.runs("out");
    QVERIFY(runs[0].summary.sourceHash == runs[1].summary.sourceHash);
    QVERIFY(runs[1].summary.sourceHash != runs[2].summary.sourceHash);
}

void TestStudyCommand::saysHowItGoes() {
    const auto said = QString::fromUtf8(m_ended.err);
    QVERIFY2(said.contains("[4/4]") && said.contains("mlp 16d/1L > mlp 12d/1L"), told(m_ended));
    QCOMPARE(messages(m_ended.err), QStringList());
}

void TestStudyCommand::goesOnWhereItStopped() {
    const auto again = runTiny(m_space);
    QVERIFY2(again.code == 0, told(again));
    QCOMPARE(textOf(jsonOf(again)), textOf(m_json));
    QVERIFY2(again.err.isEmpty(), told(again));
    QCOMPARE(m_space.runs("out").size(), std::size_t(4));

    Workspace other; // more methods: only those are executed
    QCOMPARE(runTiny(other, "{'methods': ['A']}").code, 0);
    QCOMPARE(other.runs("out").size(), std::size_t(2));
    const auto grown = runTiny(other);
    QVERIFY2(grown.code == 0, told(grown));
    QCOMPARE(other.runs("out").size(), std::size_t(4));
    QCOMPARE(jsonOf(grown)["runs"]["measured"].get<int>(), 4);
    // And fewer: that has to be said, and what is not asked any more is counted.
    const auto refused = runTiny(other, "{'methods': ['A']}");
    QVERIFY2(refused.code == 3, told(refused));
    QCOMPARE(errorOf(refused).first, QString("InvalidArgument"));
    QVERIFY2(errorOf(refused).second.contains("does not ask for 2 of its 4 runs") &&
                 errorOf(refused).second.contains("--replace"),
             told(refused));
    const auto shrunk = runTiny(other, "{'methods': ['A']}", {"--replace"});
    QCOMPARE(jsonOf(shrunk)["other_runs"].get<int>(), 2);
    const auto anew = runTiny(other, "{'methods': ['A']}", {"--no-resume"});
    QVERIFY2(anew.code == 0, told(anew));
    const auto runs = other.runs("out");
    QCOMPARE(runs.size(), std::size_t(6));
    QCOMPARE(runs[4].summary.metricsHash, runs[0].summary.metricsHash);
    // Two are left out for the ones that repeat them, two belong to the recipe of before.
    const auto extra = jsonOf(anew)["extra_runs"];
    QCOMPARE(extra.size(), std::size_t(4));
    std::map<std::string, std::string> counted; // by the run that is left out
    for (const auto& run : extra) {
        const auto& instead = run["counted"];
        QCOMPARE(instead.is_null(), run["method"].is_null() && run["seed"].is_null());
        counted[run["run"].get<std::string>()] = instead.is_null() ? "" : instead;
    }
    QCOMPARE(counted[runs[0].id.value], runs[4].id.value);
    QCOMPARE(counted[runs[1].id.value], runs[5].id.value);
    QCOMPARE(counted[runs[2].id.value], std::string());
    const auto words = runProgram({"study", "show", "tiny pairs", "--out", other.name("out")});
    QVERIFY2(QString(words.out).contains("2 runs are left out, for another run of the same "
                                         "experiment counts: " +
                                         QString::fromStdString(runs[0].id.value)),
             told(words));
    QVERIFY2(QString(words.out).contains("2 runs of this study belong to no cell of its recipe"),
             told(words));
    {
        SQLite::Database store(other.path("out") / "runs.tessera.db", SQLite::OPEN_READWRITE, 5000);
        store.exec("UPDATE runs SET experiment = 'of later' WHERE id = '" + runs[2].id.value + "'");
    }
    const auto later = runProgram({"study", "show", "tiny pairs", "--out", other.name("out")});
    for (const char* line : {"1 run of this study belongs to no cell of its recipe as it is now\n",
                             "1 run of this study has a recipe that this version cannot read\n"}) {
        QVERIFY2(later.out.contains(line), told(later));
    }
}

void TestStudyCommand::listsStudies() {
    const auto listed = study({"list"});
    QVERIFY2(listed.code == 0 && listed.err.isEmpty(), told(listed));
    QVERIFY2(QString(listed.out).contains("tiny pairs"), told(listed));
    const auto json = jsonOf(study({"list", "--json"}));
    QCOMPARE(json.size(), std::size_t(1));
    QCOMPARE(json[0]["done"].get<int>(), 4);
    QVERIFY(json[0]["recipe"].get<bool>());
}

void TestStudyCommand::showsAStudy() {
    const auto shown = study({"show", "tiny pairs"});
    QVERIFY2(shown.code == 0 && shown.err.isEmpty(), told(shown));
    for (const auto* part : {"4 of 4 runs are done", "A, cold", "mlp 12d/1L > mlp 16d/1L",
                             "n = 1: no interval over seeds"}) {
        QVERIFY2(QString(shown.out).contains(part), told(shown));
    }
    auto json = jsonOf(study({"show", "tiny pairs", "--json"}));
    auto expected = m_json;
    QVERIFY(json["command"].get<std::string>().find("study show") != std::string::npos);
    json.erase("command");
    expected.erase("command");
    QCOMPARE(textOf(json), textOf(expected));
}

// What tables and claims are made of.
void TestStudyCommand::tellsEverythingInJson() {
    QVERIFY(m_json["command"].get<std::string>().find("study run") != std::string::npos);
    QCOMPARE(m_json["seeds"].dump(), std::string("[1]"));
    QCOMPARE(m_json["families"].size(), std::size_t(2)); // two methods, one family
    QCOMPARE(m_json["families"][0]["receiver"].get<std::string>(), std::string("mlp"));
    QCOMPARE(m_json["families"][0]["pairs"].get<int>(), 2);
    QVERIFY(m_json["families"][0]["agreement"]["mean"].is_number());
    QCOMPARE(m_json["pairs"].size(), std::size_t(4));
    QVERIFY(m_json["environment"].contains("program"));
    QVERIFY(m_json["drift_words"].is_string());
    QCOMPARE(m_json["budgets"][0]["labels_used"]["most"].get<int>(), 0);
    QCOMPARE(m_json["budgets"][0]["schedule"].get<std::string>(), std::string("one_cycle"));
    QCOMPARE(m_json["budgets"][0]["learning_rate"].get<double>(), TransferSpec().rate);
    QCOMPARE(m_json["runs"]["repeated"].get<int>(), 0);
    QVERIFY(m_json["repeated"].empty() && m_json["extra_runs"].empty());
    // A against the other method and against the receiver before, on each pair, over its items.
    QCOMPARE(m_json["comparisons"].size(), std::size_t(2));
    QCOMPARE(m_json["pair_comparisons"].size(), std::size_t(4));
    for (const auto& pair : m_json["pair_comparisons"]) {
        QCOMPARE(pair["finding"].get<std::string>(), std::string("one_seed"));
        const auto& items = pair["items"];
        QCOMPARE(items["items"].get<int>(), 100);
        QVERIFY(items["p_mcnemar"].is_number() && items["p_holm"].is_number());
        QVERIFY(items.contains("p_seeds") && items["p_seeds"].is_null()); // of one seed
        const double difference =
            (items["only_first"].get<double>() - items["only_second"].get<double>()) / 100.0;
        QVERIFY(std::fabs(difference - pair["difference"]["mean"].get<double>()) < 1e-9);
    }
    const auto& verdicts = m_json["comparisons"][0]["pairs_over_items"];
    QCOMPARE(verdicts["unknown"].get<int>(), 0);
    QCOMPARE(verdicts["better"].get<int>() + verdicts["worse"].get<int>() +
                 verdicts["open"].get<int>(),
             2);
}

// What a verdict over several seeds rests on; and what a method that learns by no steps was given.
void TestStudyCommand::tellsHowItWasJudged() {
    Workspace other;
    const auto ended =
        runTiny(other, "{'methods': ['A', {'label': 'constant', 'mode': 'A', 'transfer': {'rate': "
                       "0.004, 'schedule': 'constant'}}, 'none'], 'seeds': [1, 2]}");
    QVERIFY2(ended.code == 0, told(ended));
    const auto json = jsonOf(ended);
    for (const auto& pair : json["pair_comparisons"]) {
        const auto& items = pair["items"];
        QCOMPARE(items["seeds"].get<int>(), 2);
        QVERIFY(items["p_seeds_and_items"].is_number());
        // The same answers, so the same test; none where both seeds differ by as much.
        QCOMPARE(items["p_seeds"].is_null(), pair["p"].is_null());
        if (items["p_seeds"].is_number()) {
            QVERIFY(std::fabs(items["p_seeds"].get<double>() - pair["p"].get<double>()) < 1e-6);
        }
    }
    QCOMPARE(json["budgets"][1]["schedule"].get<std::string>(), std::string("constant"));
    QCOMPARE(json["budgets"][1]["learning_rate"].get<double>(), 0.004);
    QVERIFY(json["budgets"][2]["schedule"].is_null());
    QVERIFY(json["budgets"][2]["learning_rate"].is_null());
}

// Runs of an earlier version kept no answers per test item.
void TestStudyCommand::readsRunsWithoutItems() {
    Workspace other;
    QCOMPARE(runTiny(other, "{'methods': ['A']}").code, 0);
    for (const auto& run : other.runs("out")) {
        const auto* items = findArtifact(run, "items");
        QVERIFY(items != nullptr && items->sizeBytes > 400 && items->sizeBytes < 2000);
        QVERIFY(std::filesystem::remove(std::filesystem::path(other.name("out").toStdString()) /
                                        items->path));
    }
    const auto json =
        jsonOf(runProgram({"study", "show", "tiny pairs", "--json", "--out", other.name("out")}));
    QCOMPARE(json["runs"]["measured"].get<int>(), 2);
    QVERIFY(json["pair_comparisons"][0]["items"].is_null());
    QCOMPARE(json["comparisons"][0]["pairs_over_items"]["unknown"].get<int>(), 2);
}

void TestStudyCommand::exportsRows() {
    const auto exported = study({"export", "tiny pairs"});
    QVERIFY2(exported.code == 0 && exported.err.isEmpty(), told(exported));
    const auto rows = csvRows(exported.out.toStdString());
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(rows[0][2], std::string("method"));
    QCOMPARE(rows[2][2], std::string("A, cold"));
    const auto file = m_space.name("rows.csv");
    const auto ended = study({"export", "tiny pairs", "--csv", file});
    QVERIFY2(ended.code == 0 && ended.out.isEmpty(), told(ended));
    QCOMPARE(m_space.read("rows.csv"), exported.out.toStdString());
}

void TestStudyCommand::writesReports() {
    const auto ended =
        study({"report", "tiny pairs", "--html", m_space.name("r.html"), "--tex",
               m_space.name("r.tex"), "--csv", m_space.name("r.csv"), "--method", "A, cold"});
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    QCOMPARE(ended.out.trimmed().split('\n').size(), 3);
    const auto page = QString::fromStdString(m_space.read("r.html"));
    for (const auto* part : {"<svg", "tiny pairs", "A, cold", "mlp 12d/1L", "n = 1"}) {
        QVERIFY2(page.contains(part), part);
    }
    QVERIFY(m_space.read("r.tex").find("\\toprule") != std::string::npos);
    QVERIFY(csvRows(m_space.read("r.csv")).size() > 4);
    const auto unknown = study({"report", "tiny pairs", "--csv", "x", "--method", "B"});
    QVERIFY2(unknown.code == 3 && isRefusal(unknown), told(unknown));
    const auto nowhere = study({"report", "tiny pairs", "--csv", m_space.name("no/where.csv")});
    QVERIFY2(nowhere.code == 1 && isRefusal(nowhere), told(nowhere));
}

void TestStudyCommand::aCellThatFailsIsTold() {
    Workspace space;
    const QString patch = "{'methods': ['A', {'label': 'Z', 'mode': 'Z'}]}";
    const auto ended = runTiny(space, patch);
    QVERIFY2(ended.code == 1, told(ended));
    const auto json = jsonOf(ended);
    QCOMPARE(json["runs"]["measured"].get<int>(), 2);
    QCOMPARE(json["runs"]["failed"].get<int>(), 2);
    QVERIFY(QString::fromStdString(json["rows"][1]["failure"].get<std::string>()).contains("'Z'"));
    QCOMPARE(space.runs("out").size(), std::size_t(4));
    // Failed cells are tried again, unless only what is missing is wanted.
    const auto missing = runTiny(space, patch, {"--only-missing"});
    QVERIFY2(missing.code == 0, told(missing));
    QCOMPARE(space.runs("out").size(), std::size_t(4));
    QCOMPARE(runTiny(space, patch).code, 1);
    QCOMPARE(space.runs("out").size(), std::size_t(6));
}

void TestStudyCommand::refusesWrongRecipes_data() {
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown key") << "{'seed': 3}"
                                 << "InvalidArgument"
                                 << "did you mean seeds?";
    QTest::newRow("a seed twice") << "{'seeds': [1, 1]}"
                                  << "InvalidArgument"
                                  << "already";
    QTest::newRow("an unknown mode") << "{'methods': ['Z']}"
                                     << "NotFound"
                                     << "'Z'";
    QTest::newRow("unknown data") << "{'base': {'data': {'name': 'letters'}}}"
                                  << "NotFound"
                                  << "letters";
}

void TestStudyCommand::refusesWrongRecipes() {
    QFETCH(QString, patch);
    QFETCH(QString, code);
    QFETCH(QString, part);
    Workspace space;
    const auto ended = runTiny(space, patch);
    QVERIFY2(ended.code == 3, told(ended));
    QCOMPARE(errorOf(ended).first, code);
    QVERIFY2(errorOf(ended).second.contains(part), told(ended));
    QVERIFY(space.runs("out").empty());
    QVERIFY(!std::filesystem::exists(space.path("out/studies")));
}

void TestStudyCommand::refusesUnknownStudies_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("show") << QStringList{"show", "nothing"};
    QTest::newRow("export") << QStringList{"export", "nothing"};
}

void TestStudyCommand::refusesUnknownStudies() {
    QFETCH(QStringList, arguments);
    const auto words = study(arguments);
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    QVERIFY2(QString(words.err).contains("'nothing'"), told(words));
    QCOMPARE(errorOf(study(arguments + QStringList{"--json"})).first, QString("NotFound"));
    const auto path = study({arguments[0], "../a"});
    QVERIFY2(path.code == 3 && isRefusal(path), told(path));
}

void TestStudyCommand::refusesWrongBenchmarks() {
    const auto benchmark = [&](const QStringList& more) {
        return runProgram(QStringList{"benchmark", "--out", m_space.name("none")} + more);
    };
    const auto unknown = benchmark({"--methods", "A,Z"});
    QVERIFY2(unknown.code == 3 && isRefusal(unknown), told(unknown));
    QVERIFY2(QString(unknown.err).contains("'Z'; choose from A"), told(unknown));
    const auto shift = benchmark({"--shift", "earthquake"});
    QVERIFY2(shift.code == 3 && isRefusal(shift), told(shift));
    QVERIFY2(QString(shift.err).contains("'earthquake'"), told(shift));
    const auto twice = benchmark({"--methods", "kd,kd"});
    QVERIFY2(twice.code == 3 && isRefusal(twice), told(twice));
    QVERIFY2(QString(twice.err).contains("wo methods are called kd"), told(twice));
    QVERIFY(m_space.runs("none").empty());
}

void TestStudyCommand::refusesWrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QStringList& arguments, const char* named) {
        QTest::newRow(name) << arguments << named;
    };
    row("no verb", {"study"}, "subcommand");
    row("unknown verb", {"study", "start"}, "study knows no 'start'");
    row("no recipe", {"study", "run"}, "recipe");
    row("two ways to go on", {"study", "run", "a", "--only-missing", "--no-resume"}, "--resume");
    row("no name", {"study", "show"}, "name");
    row("no file for a report", {"study", "report", "a"}, "--html");
    row("no seeds", {"benchmark", "--seeds", "0"}, "--seeds");
    row("two sizes", {"benchmark", "--quick", "--full"}, "--full");
    row("an unknown task", {"benchmark", "--task", "chess"}, "--task");
    row("strengths of nothing", {"benchmark", "--strengths", "0,1"}, "--shift");
    row("a shift and another task", {"benchmark", "--shift", "noise", "--mismatch", "permuted"},
        "--mismatch");
    row("too strong", {"benchmark", "--shift", "noise", "--strengths", "2"}, "--strengths");
    row("another task that is none", {"benchmark", "--mismatch", "odd"}, "--mismatch");
    row("epochs in words", {"benchmark", "--epochs", "many"}, "--epochs");
    row("nothing to verify", {"runs", "verify"}, "id");
}

void TestStudyCommand::refusesWrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    Workspace space;
    const auto ended = runProgram(arguments, {}, space.folder());
    QVERIFY2(ended.code == 2, told(ended));
    QVERIFY2(ended.out.isEmpty(), told(ended));
    QVERIFY2(QString(ended.err).contains(named), told(ended));
    QCOMPARE(space.tree(""), QStringList());
}

void TestStudyCommand::verifiesARun() {
    const auto run = m_space.runs("out").front();
    const auto before = m_space.tree("");
    const auto scratch = m_space.path("scratch");
    std::filesystem::create_directories(scratch);
    const QStringList arguments = {"runs", "verify", QString::fromStdString(run.id.value), "--out",
                                   m_space.name("out")};
    const Variables variables = {{"TMPDIR", QString::fromStdString(scratch.string())}};
    const auto words = runProgram(arguments, variables);
    QVERIFY2(words.code == 0, told(words));
    QVERIFY2(QString(words.out).contains("equal, bit by bit"), told(words));
    const auto json = jsonOf(runProgram(arguments + QStringList{"--json"}, variables));
    QVERIFY(json["equal"].get<bool>());
    QVERIFY(json["differences"].empty() && json["environment"].empty());
    QCOMPARE(textOf(json["metrics_hash"]), textOf(json["repeated_hash"]));
    QVERIFY(std::filesystem::is_empty(scratch));
    std::filesystem::remove(scratch);
    QCOMPARE(m_space.tree(""), before);
}

void TestStudyCommand::findsThatARunIsNotTheSame() {
    Workspace space;
    QCOMPARE(runSmall(space).code, 0);
    const auto file = space.path("out/runs.tessera.db").string();
    {
        auto store = store::openRunStore(file, store::OpenMode::ReadWrite,
                                         {experiment::experimentText, experiment::parseExperiment});
        QVERIFY(store.has_value());
        const auto first = (*store)->list()->front();
        auto run = (*store)->begin({first.experiment, "a", "b", first.environment});
        auto changed = (*store)->samples(first.id).value();
        changed.front().value = 0.125;
        for (const auto& sample : changed) {
            (*store)->append(*run, sample);
        }
        (*store)->append(*run, {"new", 1, 2.0, ""});
        auto summary = first.summary;
        summary.accuracyAfter = 2.0;
        QVERIFY((*store)->finish(*run, RunState::Done, summary, "").has_value());
    }
    const auto id = QString::fromStdString(space.runs("out").back().id.value);
    const auto ended = runProgram({"runs", "verify", id, "--out", space.name("out")});
    QVERIFY2(ended.code == 1, told(ended));
    const auto said = QString(ended.out);
    QVERIFY2(said.contains("not equal, 3 differences"), told(ended));
    QVERIFY2(said.contains("accuracy_after: 2.0 was kept"), told(ended));
    QVERIFY2(said.contains("new step 1: 2.0 was kept, missing is measured now"), told(ended));
    QVERIFY2(said.contains("what it ran on is the same"), told(ended));
}

void TestStudyCommand::verifiesOnlyWhatIsDone() {
    Workspace space;
    const auto failed = runSmall(space, "{'transfer': {'rate': 1e30}}");
    QVERIFY2(failed.code == 1, told(failed));
    const auto id = QString::fromStdString(space.runs("out").front().id.value);
    const auto ended = runProgram({"runs", "verify", id, "--out", space.name("out")});
    QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    QVERIFY2(QString(ended.err).contains("is failed"), told(ended));
    const auto unknown = runProgram({"runs", "verify", "x", "--out", space.name("out")});
    QVERIFY2(unknown.code == 3 && isRefusal(unknown), told(unknown));
}

TESSERA_TEST(TestStudyCommand)
#include "test_study_command.moc"
