#include "core/experiment/experiment_json.h"

#include "core/experiment/defaults.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>

using namespace tessera;
using namespace tessera::experiment;

namespace {

using Json = nlohmann::ordered_json;

const char* const kMinimal = R"({"source": {"architecture": {"family": "mlp"}},
"receiver": {"architecture": {"family": "lstm"}}, "data": {"name": "digits"}})";

// The minimal experiment with a JSON merge patch (RFC 7396: null removes a key) applied to it.
Json patched(const char* patch) {
    Json json = Json::parse(kMinimal);
    json.merge_patch(Json::parse(patch));
    return json;
}

// Every field differs from its default.
Experiment unusual() {
    Experiment e;
    e.name = "Sch\u00f6n \"quoted\"\n";
    e.seed = std::numeric_limits<std::uint64_t>::max();
    e.threads = 0;
    ArchitectureSpec conv;
    conv.family = ArchitectureId("conv");
    conv.width = 17;
    conv.depth = 5;
    conv.classes = 3;
    conv.positions = false;
    conv.encoding = PositionEncoding::Sinusoidal;
    conv.patch = 3;
    conv.heads = 5;
    conv.pooling = Pooling::ClassToken;
    e.source.network.architecture = conv;
    e.source.network.file = "/nets/a b.pt";
    e.source.network.feature = "layer4.1";
    e.source.train = {0, 0.1 + 0.2, 7, "sgd"};
    e.receiver.network.file = "/nets/b.pt";
    e.receiver.network.head = HeadChoice::Replace;
    e.receiver.network.freeze = {"conv1", "layer1"};
    e.receiver.state = ReceiverState::Trained;
    e.receiver.train = {1, 1e-300, 1, "adamw"};
    e.data.name = "my digits";
    e.data.file = "/data/a b.csv";
    e.data.reading = {"class", "x", Separator::Tab,         HeaderRow::No, DataInput::Image, 8,
                      9,       3,   Normalisation::Standard};
    e.data.splits = {1, 2, 3, 4};
    e.data.mismatch = Mismatch::Classes;
    e.data.shift = {"rotation", 0.75};
    e.data.task = {"other", 0.25, "/data/other.npz"};
    e.transfer.mode = ModeId("W");
    e.transfer.hub = {HubKindId("relative"), 12};
    e.transfer.epochs = 0;
    e.transfer.rate = 1.0 / 3.0;
    e.transfer.batch = 1;
    e.transfer.weights = {0.0, 0.0, 1e-9};
    e.transfer.temperature = 1.5;
    e.transfer.ridge = 0.0;
    e.transfer.privacy = {0.25, 1e-9, 1e10};
    return e;
}

std::string readText(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void writeText(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

class TestExperimentJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        const Experiment before = unusual();
        const auto after = fromJson(toJson(before));
        QVERIFY2(after.has_value(), after ? "" : after.error().detail.c_str());
        QVERIFY(*after == before);

        const auto text = experimentText(before);
        QVERIFY(parseExperiment(text).value() == before);
        QCOMPARE(experimentText(parseExperiment(text).value()), text);
    }

    void defaults() {
        const auto experiment = fromJson(Json::parse(kMinimal));
        QVERIFY(experiment.has_value());
        Experiment expected;
        expected.name = "digits mlp 64d/2L > lstm 64d/2L";
        expected.source.network.architecture.emplace().family = ArchitectureId("mlp");
        expected.receiver.network.architecture.emplace().family = ArchitectureId("lstm");
        expected.data.name = "digits";
        expected.controls = defaultControls();
        QVERIFY(*experiment == expected);
        QCOMPARE(experiment->controls.size(), std::size_t{3});
        QVERIFY(!experiment->transfer.privacy.enabled());
        QVERIFY(toJson(*experiment)["transfer"]["privacy"]["epsilon"] == "Infinity");
    }

    void noControlsIsAChoice() {
        QVERIFY(fromJson(patched(R"({"controls": []})"))->controls.empty());
        QCOMPARE(fromJson(patched(R"({"controls": ["readout_only"]})"))->controls,
                 std::vector<ControlId>{ControlId("readout_only")});
    }

    void seeds() {
        QCOMPARE(fromJson(patched(R"({"seed": 0})"))->seed, std::uint64_t{0});
        QCOMPARE(fromJson(patched(R"({"seed": 18446744073709551615})"))->seed, UINT64_MAX);
        QCOMPARE(fromJson(patched(R"({"seed": 9007199254740992.0})"))->seed,
                 std::uint64_t{1} << 53);
    }

    void wrongContent_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* name, const char* patch, const QStringList& parts) {
            QTest::newRow(name) << QString(patch) << parts;
        };
        row("typing error", R"({"transfer": {"hub": {"dimm": 3}}})",
            {"transfer.hub.dimm is not a known key", "did you mean dim?"});
        row("wrong case", R"({"Seed": 3})", {"Seed is not a known key (did you mean seed?)"});
        row("nothing like it", R"({"transfer": {"hub": {"x": 3}}})",
            {"transfer.hub.x is not a known key (known here: kind, dim, whitening, refit)"});
        row("key that needs quotes", R"({"a b\n": 1})", {R"("a b\n" is not a known key)"});
        row("long key", R"({"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": 1})",
            {"xxxx...", "is not a known key"});
        row("value", R"({"transfer": {"rate": -1}})",
            {"transfer.rate is -1; it must be a number above 0, at most 1e37"});
        row("text for number", R"({"transfer": {"rate": "fast"}})",
            {R"(transfer.rate is "fast"; it must be a number above 0, at most 1e37)"});
        row("rate beyond single precision", R"({"transfer": {"rate": 1e39}})",
            {"transfer.rate is 1e+39; it must be a number above 0, at most 1e37"});
        row("training's rate", R"({"source": {"train": {"rate": 1e39}}})",
            {"source.train.rate is 1e+39"});
        row("training's rate of the receiver", R"({"receiver": {"train": {"rate": 1.1e37}}})",
            {"receiver.train.rate is 1.1e+37"});
        row("temperature", R"({"transfer": {"temperature": 1e19}})",
            {"transfer.temperature is 1e+19; it must be a number above 0, at most 1e18"});
        row("ridge", R"({"transfer": {"ridge": 1e39}})",
            {"transfer.ridge is 1e+39; it must be a number from 0 to 1e37"});
        row("range", R"({"transfer": {"hub": {"dim": 65537}}})",
            {"transfer.hub.dim is 65537; it must be a whole number from 1 to 65536"});
        row("fraction", R"({"threads": 1.5})", {"threads is 1.5", "from 0 to 1024"});
        row("negative seed", R"({"seed": -1})", {"seed is -1", "18446744073709551615"});
        row("seed too large", R"({"seed": 18446744073709551616})", {"seed is 1.84"});
        row("infinite clip", R"({"transfer": {"privacy": {"clip": "Infinity"}}})",
            {R"(transfer.privacy.clip is "Infinity")"});
        row("NaN epsilon", R"({"transfer": {"privacy": {"epsilon": "NaN"}}})",
            {"transfer.privacy.epsilon", R"(above 0 or "Infinity")"});
        row("delta", R"({"transfer": {"privacy": {"delta": 1}}})",
            {"transfer.privacy.delta is 1; it must be a number above 0 and below 1"});
        row("no source", R"({"source": null})", {"source is missing"});
        row("no receiver", R"({"receiver": null})", {"receiver is missing"});
        row("no data", R"({"data": null})", {"data is missing"});
        row("no data name", R"({"data": {"name": null, "splits": {}}})",
            {"data needs a name or a file"});
        row("empty data name", R"({"data": {"name": ""}})",
            {R"(data.name is ""; it must be a text that is not empty)"});
        row("NUL", R"({"source": {"file": "a\u0000b"}})", {R"(source.file is "a\u0000b")"});
        row("no family", R"({"source": {"architecture": {"family": null, "width": 3}}})",
            {"source.architecture.family is missing"});
        row("no network", R"({"receiver": {"architecture": null}})",
            {"receiver needs an architecture or a file"});
        row("network is a text", R"({"receiver": "lstm"})",
            {R"(receiver is "lstm"; it must be an object)"});
        row("architecture is an array", R"({"source": {"architecture": [1]}})",
            {"source.architecture is an array; it must be an object"});
        row("state", R"({"receiver": {"state": "trianed"}})",
            {R"(receiver.state is "trianed"; it must be "untrained" or "trained")"});
        row("state is a number", R"({"receiver": {"state": 1}})", {"receiver.state is 1"});
        row("mismatch", R"({"data": {"mismatch": true}})",
            {R"(data.mismatch is true; it must be "none" or "classes")"});
        row("positions", R"({"source": {"architecture": {"positions": "yes"}}})",
            {"source.architecture.positions", "true or false"});
        row("zero reference", R"({"data": {"splits": {"source_train": 100, "test": 10}}})",
            {"data.splits has zero reference samples"});
        row("zero weights", R"({"transfer": {"weights": {"A": 0, "W": 0, "B": 0}}})",
            {"transfer.weights are all 0"});
        row("controls", R"({"controls": "readout_only"})",
            {"controls is \"readout_only\"", "array"});
        row("control twice", R"({"controls": ["a", "a"]})", {"controls is an array", "different"});
        row("empty control", R"({"controls": ["a", ""]})", {"not empty"});
        row("numbers as controls", R"({"controls": [1, 2]})", {"controls is an array"});
        row("old schema", R"({"schema": 0})", {"schema is 0", "from 1 to 1"});
        row("schema is a text", R"({"schema": "1"})", {R"(schema is "1")"});
        row("all at once", R"({"seed": -1, "data": {"name": 3}, "transfer": {"batch": 0}})",
            {"seed is -1", "data.name is 3", "transfer.batch is 0"});
        row("too many to list",
            R"({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "seed": -1})",
            {"seed is -1", "d is not", "And 3 more"});
    }
    void wrongContent() {
        QFETCH(QString, patch);
        QFETCH(QStringList, parts);
        const auto result = fromJson(patched(patch.toUtf8().constData()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        const auto detail = QString::fromStdString(result.error().detail);
        for (const auto& part : parts) {
            QVERIFY2(detail.contains(part), qPrintable(detail));
        }
    }

    void noProblemsInGoodOnes() {
        QVERIFY(problemsOf(unusual()).empty());
        QVERIFY(problemsOf(demoExperiments(1).front()).empty());
    }

    // What a form can be filled with, field by field.
    void problemsOfValues() {
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        const auto problemOf = [](const auto& change) {
            auto experiment = unusual();
            change(experiment);
            const auto problems = problemsOf(experiment);
            return problems.size() == 1 ? problems.front() : std::string();
        };
        for (const double bad : {0.0, -1.0, kNaN, kInfinity, -kInfinity}) {
            QVERIFY(problemOf([&](auto& e) {
                        e.transfer.rate = bad;
                    }).starts_with("transfer.rate is "));
            QVERIFY(problemOf([&](auto& e) {
                        e.source.train.rate = bad;
                    }).starts_with("source.train.rate is "));
            QVERIFY(problemOf([&](auto& e) {
                        e.transfer.temperature = bad;
                    }).starts_with("transfer.temperature is "));
        }
        QVERIFY(problemOf([&](auto& e) {
                    e.transfer.ridge = kNaN;
                }).starts_with("transfer.ridge is \"NaN\""));
        QVERIFY(problemOf([&](auto& e) {
                    e.transfer.privacy.epsilon = 0.0;
                }).starts_with("transfer.privacy.epsilon is 0"));
        QVERIFY(problemOf([](auto& e) {
                    e.transfer.hub.dim = 0;
                }).starts_with("transfer.hub.dim is 0; it must be"));
        QVERIFY(problemOf([](auto& e) {
                    e.transfer.epochs = -3;
                }).starts_with("transfer.epochs is -3"));
        QVERIFY(problemOf([](auto& e) {
                    e.data.splits.test = -1;
                }).starts_with("data.splits.test is -1"));
        QCOMPARE(problemOf([](auto& e) { e.source.network = {}; }),
                 std::string("source needs an architecture or a file"));
        QCOMPARE(problemOf([](auto& e) { e.data = {}; }),
                 std::string("data needs a name or a file"));
        QVERIFY(problemOf([](auto& e) {
                    e.source.network.file = std::string("a\0b", 3);
                }).starts_with("source.file is "));
    }

    // fromJson() lists five, a form shows each beside its field.
    void allProblemsAreListed() {
        Experiment experiment;
        experiment.threads = -1;
        experiment.transfer.rate = 0.0;
        experiment.transfer.batch = 0;
        experiment.transfer.weights = {0.0, 0.0, 0.0};
        experiment.transfer.privacy.delta = 1.0;
        const std::vector<std::string> places = {
            "threads",       "source",         "receiver",         "data",
            "transfer.rate", "transfer.batch", "transfer.weights", "transfer.privacy.delta"};
        const auto problems = problemsOf(experiment);
        QCOMPARE(problems.size(), places.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            QVERIFY2(problems[i].starts_with(places[i] + ' '), problems[i].c_str());
        }
    }

    // File names are bytes; the other problems are still found.
    void nameThatIsNotUtf8() {
        auto experiment = unusual();
        experiment.source.network.file = "/nets/\xff.pt";
        QVERIFY(problemsOf(experiment).empty());
        experiment.transfer.batch = 0;
        QCOMPARE(problemsOf(experiment).size(), std::size_t{1});
    }

    void newerSchema() {
        const auto result = fromJson(patched(R"({"schema": 2, "wormhole": true})"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY(result.error().detail.find("schema 2") != std::string::npos);
    }

    void notAnObject() {
        for (const auto* text : {"[]", "3", "null", "\"x\"", "true"}) {
            const auto result = parseExperiment(text);
            QVERIFY(!result && result.error().code == ErrorCode::InvalidArgument);
            QVERIFY(result.error().detail.find("the experiment is") == 0);
        }
    }

    void notJson_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        const int corrupt = static_cast<int>(ErrorCode::Corrupt);
        QTest::newRow("empty") << QByteArray() << corrupt << "line 1, column 1";
        QTest::newRow("cut") << QByteArray("{\"seed\": 1,\n \"da") << corrupt << "line 2, column";
        QTest::newRow("missing comma") << QByteArray("{\"a\": 1\n\"b\": 2}") << corrupt << "line 2";
        QTest::newRow("comment") << QByteArray("{} // no") << corrupt << "line 1, column 4";
        QTest::newRow("bare NaN") << QByteArray("{\"seed\": NaN}") << corrupt << "not JSON";
        QTest::newRow("number too large")
            << QByteArray("{\"seed\": 1e999}") << corrupt << "too large";
        QTest::newRow("Latin-1") << QByteArray("{\"name\": \"Sch\xf6n\"}") << corrupt << "UTF-8";
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0", 4) << corrupt << "UTF-8";
        QTest::newRow("key twice")
            << QByteArray("{\"data\": {\"name\": \"a\", \"name\": \"b\"}}")
            << static_cast<int>(ErrorCode::InvalidArgument) << "\"name\" stands twice";
        QTest::newRow("deep") << QByteArray(200000, '[') << corrupt << "not JSON";
        QTest::newRow("deep and closed")
            << QByteArray("{\"seed\":") + QByteArray(100000, '[') + QByteArray(100000, ']') + "}"
            << static_cast<int>(ErrorCode::InvalidArgument) << "seed is an array";
    }
    void notJson() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, part);
        const auto result =
            parseExperiment({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!result);
        const auto detail = QString::fromStdString(result.error().detail);
        QVERIFY2(static_cast<int>(result.error().code) == code && detail.contains(part),
                 qPrintable(detail));
        QVERIFY(detail.size() < 400);
    }

    void everyTruncation() {
        const auto text = experimentText(unusual());
        const auto end = text.find_last_not_of('\n');
        for (std::size_t length = 0; length <= end; ++length) {
            const auto result = parseExperiment(std::string_view(text).substr(0, length));
            QVERIFY(!result && result.error().code == ErrorCode::Corrupt);
        }
    }

    void everyByteChanged() {
        const auto text = experimentText(unusual());
        for (std::size_t i = 0; i < text.size(); ++i) {
            for (const char byte : {'\0', '"', '{', '9', '\xff'}) {
                auto damaged = text;
                damaged[i] = byte;
                const auto result = parseExperiment(damaged);
                QVERIFY(result || !result.error().detail.empty());
            }
        }
    }

    void files() {
        QTemporaryDir folder;
        const std::filesystem::path root(folder.path().toStdString());
        const auto file = root / "one.tessera.json";

        const auto missing = readExperiment(file);
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
        QVERIFY(!readExperiment(root));

        writeText(file, patched(R"({"source": {"architecture": null, "file": "../nets/a.pt"},
                                    "receiver": {"file": "/nets/b.pt"}})")
                            .dump());
        const auto experiment = readExperiment(file);
        QVERIFY(experiment.has_value());
        QCOMPARE(experiment->source.network.file, root.parent_path() / "nets/a.pt");
        QCOMPARE(experiment->receiver.network.file, std::filesystem::path("/nets/b.pt"));
        QVERIFY(experiment->receiver.network.architecture.has_value());
        QCOMPARE(experiment->name, std::string("digits a > b"));

        // The other data of a task: a name stays a name.
        for (const auto& [data, found] :
             {std::pair<std::string, std::string>("b.csv", (root / "b.csv").string()),
              {"/d/b.csv", "/d/b.csv"},
              {"digits", "digits"}}) {
            auto json = patched(R"({"data": {"task": {"kind": "other"}}})");
            json["data"]["task"]["data"] = data;
            writeText(file, json.dump());
            QCOMPARE(readExperiment(file)->data.task.data, found);
        }

        writeText(file, "{\"seed\": }");
        const auto corrupt = readExperiment(file);
        QVERIFY(!corrupt && corrupt.error().code == ErrorCode::Corrupt);
        QVERIFY(corrupt.error().detail.find("one.tessera.json") != std::string::npos);
        QCOMPARE(corrupt.error().offset.value_or(0), std::uint64_t{9});

        auto large = readText(std::filesystem::path(TESSERA_SOURCE_DIR) /
                              "resources/examples/private-token.tessera.json");
        large.resize(kMaxFileBytes, ' ');
        writeText(file, large);
        QVERIFY(readExperiment(file).has_value());
        writeText(file, large + ' ');
        QVERIFY(!readExperiment(file));
    }
};

TESSERA_TEST(TestExperimentJson)

#include "test_experiment_json.moc"
