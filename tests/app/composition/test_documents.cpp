#include "app/composition/documents.h"

#include "app/composition/run_export.h"
#include "tests/app/composition/unprivileged.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <SQLiteCpp/Database.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

using namespace tessera;
using namespace tessera::test;

namespace {

namespace fs = std::filesystem;

// A folder of its own for every test.
class Folder {
public:
    Folder() { fs::permissions(root(), fs::perms::owner_all | fs::perms::others_exec); }
    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }
    [[nodiscard]] fs::path operator/(const std::string& name) const { return root() / name; }
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(root() / name, std::ios::binary) << bytes;
        return root() / name;
    }

private:
    QTemporaryDir m_folder;
};

std::string bytesIn(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsByContent_data();
    void kindsByContent();
    void kindOfWhatIsNotAFile();
    void experimentsComeBack();
    void networksAreKeptByTheirWholePath();
    void damagedExperiments();
    void startsReadyToRun();
    void problemsOfAForm();
    void newStore();
    void storeIsNamedFromAnywhere();
    void storeThatCannotBeWritten_data();
    void storeThatCannotBeWritten();
    void storeThatIsLocked();
    void notAStore();
    void tokensOfOtherWriters();
    void missingSnapshots();
    void runsAsTheyAreExported();
    void filesAreReplaced();

private:
    const std::unique_ptr<Documents> m_documents = app::makeDocuments();
};

void TestDocuments::kindsByContent_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& bytes, FileKind kind) {
        QTest::newRow(name) << bytes << static_cast<int>(kind);
    };
    row("token", "TBF1\x01\x01", FileKind::Token);
    row("store", QByteArray("SQLite format 3\0", 16) + "x", FileKind::Store);
    row("experiment", "{\"schema\": 1}", FileKind::Experiment);
    row("experiment after blanks", "\r\n\t  {", FileKind::Experiment);
    row("experiment of an editor", "\xEF\xBB\xBF{}", FileKind::Experiment);
    row("empty", "", FileKind::Unknown);
    row("blanks", "  \n", FileKind::Unknown);
    row("array", "[{}]", FileKind::Unknown);
    row("half a magic", "TBF", FileKind::Unknown);
    row("SQLite by name only", "SQLite format 3 {", FileKind::Unknown);
    row("text", "hello {}", FileKind::Unknown);
    const auto tensors = [](const QByteArray& header) {
        return QByteArray(1, char(header.size())) + QByteArray(7, '\0') + header;
    };
    row("tensors of a pair", tensors("{\"uhs_vector\":{}}"), FileKind::Token);
    row("tensors with a note", tensors("{\"__metadata__\":{}, \"uhs_vector\" : {}}"),
        FileKind::Token);
    row("other tensors", tensors("{\"weight\":{}}"), FileKind::Unknown);
    row("a vector behind the header",
        tensors("{\"weight\":{}}") + "\"uhs_vector\":", FileKind::Unknown);
    // Its first byte, the length of the header, is a brace.
    row("tensors of 123 bytes", tensors("{\"weight\":\"" + QByteArray(110, 'x') + "\"}"),
        FileKind::Unknown);
    row("fields of a pair", "{\n  \"knowledge_type\": \"ACTIVATION\"}", FileKind::Token);
    row("fields of an editor", "\xEF\xBB\xBF{\"knowledge_type\":1}", FileKind::Token);
    row("a key behind others", "{\"a\": 1, \"knowledge_type\" :1}", FileKind::Token);
    row("the word as a value", "{\"name\": \"knowledge_type\"}", FileKind::Experiment);
    row("the word in a list", "[\"knowledge_type\":]", FileKind::Unknown);
    row("the word far behind", "{" + QByteArray(5000, ' ') + "\"knowledge_type\":1}",
        FileKind::Experiment);
}

void TestDocuments::kindsByContent() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const Folder folder;
    // The name says nothing.
    for (const char* name : {"a.tbf", "a.tessera.json", "a"}) {
        const auto found = m_documents->kindOf(folder.write(name, bytes.toStdString()));
        QVERIFY(found);
        QCOMPARE(static_cast<int>(*found), kind);
    }
}

void TestDocuments::kindOfWhatIsNotAFile() {
    const Folder folder;
    const auto missing = m_documents->kindOf(folder / "nothing");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto itself = m_documents->kindOf(folder.root());
    QVERIFY(!itself);
    QCOMPARE(itself.error().code, ErrorCode::InvalidArgument);
}

void TestDocuments::experimentsComeBack() {
    const Folder folder;
    auto experiment = m_documents->defaultExperiment();
    experiment.seed = 7;
    experiment.transfer.privacy.epsilon = 2.0;
    QVERIFY(m_documents->writeExperiment(folder / "a.tessera.json", experiment));
    QCOMPARE(*m_documents->kindOf(folder / "a.tessera.json"), FileKind::Experiment);
    const auto read = m_documents->readExperiment(folder / "a.tessera.json");
    QVERIFY(read && *read == experiment);
    const auto text = m_documents->experimentText(experiment);
    QCOMPARE(bytesIn(folder / "a.tessera.json"), text);
    const auto parsed = m_documents->parseExperiment(text);
    QVERIFY(parsed && *parsed == experiment);
    const auto written = m_documents->writeExperiment(folder / "none" / "a.json", experiment);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
}

// Whatever folder the program was started in.
void TestDocuments::networksAreKeptByTheirWholePath() {
    const Folder folder;
    auto experiment = m_documents->defaultExperiment();
    experiment.source.network = {};
    experiment.source.network.file = "nets/teacher.pt";
    QVERIFY(m_documents->writeExperiment(folder / "a.tessera.json", experiment));
    const auto before = fs::current_path();
    fs::current_path(folder.root());
    const auto read = m_documents->readExperiment("a.tessera.json");
    const auto whole = fs::current_path() / "nets/teacher.pt";
    fs::current_path(before);
    QVERIFY(read);
    QCOMPARE(read->source.network.file, whole);
    QCOMPARE(m_documents->networkLabel(read->source.network), std::string("teacher"));
}

void TestDocuments::damagedExperiments() {
    const Folder folder;
    QCOMPARE(m_documents->readExperiment(folder / "none").error().code, ErrorCode::NotFound);
    QCOMPARE(m_documents->readExperiment(folder.write("half", "{\"seed\":")).error().code,
             ErrorCode::Corrupt);
    QCOMPARE(m_documents->readExperiment(folder.write("newer", "{\"schema\": 2}")).error().code,
             ErrorCode::Unsupported);
    QCOMPARE(m_documents->parseExperiment("{}").error().code, ErrorCode::InvalidArgument);
}

void TestDocuments::startsReadyToRun() {
    const auto experiment = m_documents->defaultExperiment();
    QVERIFY(m_documents->problemsOf(experiment).empty());
    QCOMPARE(experiment.seed, std::uint64_t{1});
    QCOMPARE(experiment.data.name, std::string("digits"));
    QVERIFY(!experiment.controls.empty());
    QCOMPARE(experiment.name, m_documents->defaultName(experiment));
    QCOMPARE(m_documents->networkLabel(experiment.source.network), std::string("mlp 128d/4L"));
}

void TestDocuments::problemsOfAForm() {
    auto experiment = m_documents->defaultExperiment();
    experiment.transfer.rate = 0.0;
    experiment.transfer.ridge = std::numeric_limits<double>::quiet_NaN();
    experiment.transfer.hub.dim = 0;
    experiment.transfer.epochs = -1;
    experiment.source.network = {};
    experiment.source.train.rate = 1e39;
    const auto problems = m_documents->problemsOf(experiment);
    const std::vector<std::string> beginnings = {
        "source needs an architecture or a file", "source.train.rate is 1e+39; it must be ",
        "transfer.hub.dim is 0; it must be ",     "transfer.epochs is -1; it must be ",
        "transfer.rate is 0.0; it must be ",      "transfer.ridge is \"NaN\"; it must be "};
    QCOMPARE(problems.size(), beginnings.size());
    for (std::size_t i = 0; i < problems.size(); ++i) {
        QVERIFY2(problems[i].starts_with(beginnings[i]), problems[i].c_str());
    }
}

void TestDocuments::newStore() {
    const Folder folder;
    const auto file = folder / "new" / "runs.tessera.db";
    RunId id;
    {
        const auto opened = m_documents->openStore(file);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(opened->writable);
        QCOMPARE(opened->file, file);
        QCOMPARE(opened->folder, folder / "new");
        const auto run =
            opened->store->begin({m_documents->defaultExperiment(), "mlp", "conv", {}});
        QVERIFY(run);
        QVERIFY(opened->store->finish(*run, RunState::Done, {}, ""));
        id = *run;
    }
    QCOMPARE(*m_documents->kindOf(file), FileKind::Store);
    const auto again = m_documents->openStore(file);
    QVERIFY(again && again->writable);
    const auto run = again->store->get(id);
    QVERIFY(run);
    QVERIFY(run->experiment == m_documents->defaultExperiment());
}

void TestDocuments::storeIsNamedFromAnywhere() {
    const Folder folder;
    const auto before = fs::current_path();
    fs::current_path(folder.root());
    const auto here = fs::current_path();
    const auto opened = m_documents->openStore("a/../b.db");
    fs::current_path(before);
    QVERIFY(opened);
    QCOMPARE(opened->file, here / "b.db");
    QCOMPARE(opened->folder, here);
}

void TestDocuments::storeThatCannotBeWritten_data() {
    QTest::addColumn<QString>("protectedPart");
    QTest::newRow("the file") << "runs.db";
    QTest::newRow("the folder") << "";
}

void TestDocuments::storeThatCannotBeWritten() {
    QFETCH(QString, protectedPart);
    const Folder folder;
    fs::create_directory(folder / "50% of #1?");
    const auto file = folder / "50% of #1?" / "runs.db";
    {
        const auto opened = m_documents->openStore(file);
        QVERIFY(opened);
        const auto run =
            opened->store->begin({m_documents->defaultExperiment(), "mlp", "conv", {}});
        QVERIFY(run);
        QVERIFY(opened->store->finish(*run, RunState::Done, {}, ""));
    }
    const bool wholeFolder = protectedPart.isEmpty();
    fs::permissions(file, wholeFolder ? fs::perms(0666) : fs::perms(0444));
    fs::permissions(file.parent_path(), wholeFolder ? fs::perms(0555) : fs::perms(0777));
    {
        const Unprivileged person;
        const auto opened = m_documents->openStore(file);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        QVERIFY(!opened->writable);
        QVERIFY(opened->warning && opened->warning->find("reading only") != std::string::npos);
        const auto runs = opened->store->list();
        QVERIFY(runs);
        QCOMPARE(runs->size(), std::size_t{1});
        QVERIFY(!opened->store->begin({m_documents->defaultExperiment(), "", "", {}}));
        // Nothing to read, and no place for a new one.
        if (wholeFolder) {
            const auto none = m_documents->openStore(file.parent_path() / "other.db");
            QVERIFY(!none);
            QCOMPARE(none.error().code, ErrorCode::Io);
        }
    }
    fs::permissions(file.parent_path(), fs::perms::owner_all);
}

void TestDocuments::storeThatIsLocked() {
    const Folder folder;
    const auto file = folder.root() / "runs.db";
    QVERIFY(m_documents->openStore(file));
    SQLite::Database other(file, SQLite::OPEN_READWRITE, 5000);
    other.exec("BEGIN IMMEDIATE");
    const auto opened = m_documents->openStore(file);
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
    QVERIFY(!opened->writable && opened->warning);
    QVERIFY2(opened->warning->find("reading only") != std::string::npos &&
                 opened->warning->find("locked; wait for it") != std::string::npos &&
                 opened->warning->find("permissions") == std::string::npos,
             opened->warning->c_str());
    other.exec("ROLLBACK");
}

void TestDocuments::notAStore() {
    const Folder folder;
    const auto text = m_documents->openStore(folder.write("a.db", std::string(4096, 'x')));
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Corrupt);
    QCOMPARE(bytesIn(folder / "a.db"), std::string(4096, 'x'));
    QVERIFY(!m_documents->openStore(folder.root()));
}

// All good ones, and either file of the pairs.
void TestDocuments::tokensOfOtherWriters() {
    int found = 0;
    for (const char* folder : {"tbf", "safetensors"}) {
        for (const auto& entry : fs::directory_iterator(goldenDir() / folder)) {
            const auto ending = entry.path().extension();
            const bool ofAPair =
                ending == ".safetensors" ||
                (ending == ".json" &&
                 fs::exists(fs::path(entry.path()).replace_extension(".safetensors")));
            if (ending == ".tbf" || ofAPair) {
                const auto kind = m_documents->kindOf(entry.path());
                QVERIFY(kind);
                QVERIFY2(*kind == FileKind::Token, entry.path().c_str());
                ++found;
            }
        }
    }
    QVERIFY(found > 30);
}

void TestDocuments::missingSnapshots() {
    const Folder folder;
    QCOMPARE(m_documents->readSnapshots(folder / "none").error().code, ErrorCode::NotFound);
    QVERIFY(!m_documents->readSnapshots(folder.write("text", "no tensors")));
}

void TestDocuments::runsAsTheyAreExported() {
    RunRecord run;
    run.id = RunId("r1");
    run.name = "one";
    run.state = RunState::Done;
    run.experiment = m_documents->defaultExperiment();
    run.summary.accuracyAfter = 0.75;
    run.tags = {"a"};
    const std::vector<MetricSample> samples = {{"loss.total", 1, 0.5, ""},
                                               {"drift.layer", 1, std::nullopt, "a>b"}};
    const auto text = m_documents->runJson(run, samples);
    QCOMPARE(text, app::exportJson(run, samples, "runs.tessera.db"));
    const auto json = nlohmann::json::parse(text);
    QCOMPARE(json["id"].get<std::string>(), std::string("r1"));
    QCOMPARE(json["accuracy_after"].get<double>(), 0.75);
    QCOMPARE(json["experiment"]["seed"].get<int>(), 1);
    QVERIFY(json["samples"].size() == 2 && json["samples"][1]["value"].is_null());
    QVERIFY(json["recovery"].is_null());
    QCOMPARE(app::exportCsv(samples),
             std::string("series,layer,step,value\nloss.total,,1,0.5\ndrift.layer,a>b,1,\n"));
}

void TestDocuments::filesAreReplaced() {
    const Folder folder;
    const auto file = folder.write("a.csv", "before");
    const std::string bytes("after\0zero", 10);
    QVERIFY(m_documents->writeFile(file, bytes));
    QCOMPARE(bytesIn(file), bytes);
    QVERIFY(m_documents->writeFile(folder / "empty", ""));
    QVERIFY(fs::exists(folder / "empty") && fs::file_size(folder / "empty") == 0);
    const auto refused = m_documents->writeFile(folder / "none" / "a", "x");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Io);
}

TESSERA_TEST(TestDocuments)

#include "test_documents.moc"
