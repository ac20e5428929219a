#include "app/composition/engine_host.h"
#include "app/composition/engine_loader.h"
#include "app/composition/engine_settings.h"
#include "tests/support/recording_sink.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace tessera;
using namespace tessera::test;

namespace {

NetworkSpec scriptNamed(const std::string& name) {
    NetworkSpec spec;
    spec.file = std::filesystem::path(TESSERA_FIXTURES) / "torchscript" / name;
    return spec;
}

// A second of work with a receiver from a file.
TransferRequest requestFor(const std::string& receiver, const std::filesystem::path& folder) {
    Experiment experiment;
    experiment.name = "apart";
    experiment.seed = 3;
    ArchitectureSpec mlp;
    mlp.family = ArchitectureId("mlp");
    mlp.width = 16;
    mlp.depth = 1;
    experiment.source.network.architecture = mlp;
    experiment.source.train.epochs = 3;
    experiment.receiver.network = scriptNamed(receiver);
    experiment.receiver.network.head = HeadChoice::Replace;
    experiment.data.name = "digits";
    experiment.data.splits = {200, 70, 40, 100};
    experiment.transfer.epochs = 2;
    experiment.transfer.hub.dim = 64;
    experiment.controls = {ControlId("readout_only")};
    return {experiment, folder / "cache", folder / "artifacts", 30};
}

// The children of this process.
std::vector<pid_t> childProcesses() {
    std::vector<pid_t> all;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;) {
            all.push_back(child);
        }
    }
    return all;
}

constexpr int kLongest = 60'000; // ms

} // namespace

// Networks from TorchScript files in a child process: the same numbers, and no way to take the
// program along.
class TestEngineHost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { load(TESSERA_PROGRAM); }
    void init() {
        *m_apart = true;
        m_sink = {};
        std::filesystem::create_directories(folder() / "artifacts");
    }
    void cleanupTestCase() {
        m_engine.reset();
        QVERIFY(childProcesses().empty());
    }

    void sameNumbers() {
        const auto request = requestFor("tiny_resnet.script.pt", folder());
        const auto apart = m_engine->transfer(request, m_sink, {});
        QVERIFY2(apart && !apart->failure, apart ? "" : apart.error().detail.c_str());
        QVERIFY(childProcesses().empty());
        *m_apart = false;
        RecordingSink here;
        const auto inside = m_engine->transfer(request, here, {});
        QVERIFY(inside && !inside->failure);

        QCOMPARE(apart->summary.metricsHash, inside->summary.metricsHash);
        QCOMPARE(apart->summary.receiverHash, inside->summary.receiverHash);
        QCOMPARE(apart->summary.accuracyAfter, inside->summary.accuracyAfter);
        QCOMPARE(apart->summary.controls.size(), std::size_t{1});
        QVERIFY(sameSamples(m_sink.samples, here.samples));
        QVERIFY(m_sink.ended == here.ended);
        QVERIFY(*apart->items == *inside->items);
        QCOMPARE(apart->token->uhsVector, inside->token->uhsVector);
        QCOMPARE(apart->artifacts.size(), inside->artifacts.size());
        QCOMPARE(m_sink.snapshots.size(), here.snapshots.size());
        QVERIFY(m_sink.snapshots.size() == 4); // before, two epochs, readout
        for (std::size_t i = 0; i < here.snapshots.size(); ++i) {
            const auto& one = *m_sink.snapshots[i];
            const auto& other = *here.snapshots[i];
            QVERIFY(one.source == m_sink.snapshots[0]->source);
            QCOMPARE(one.samples->inputs.values, other.samples->inputs.values);
            QCOMPARE(one.receiver->hub.values, other.receiver->hub.values);
            QCOMPARE(one.drift, other.drift);
        }
    }

    void crash() {
        const auto failed = m_engine->transfer(requestFor("crash.pt", folder()), m_sink, {});
        QVERIFY(!failed);
        QVERIFY(failed.error().code == ErrorCode::Internal);
        QVERIFY2(failed.error().detail.find("crashed (Floating point exception)") !=
                     std::string::npos,
                 failed.error().detail.c_str());
        QVERIFY(!m_sink.steps.empty());
        QVERIFY(childProcesses().empty());
        // And the next one gets a new child.
        const auto good =
            m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()), m_sink, {});
        QVERIFY(good && !good->failure);
    }

    // What never comes back is ended once it does not heed a stop.
    void endless() {
        std::ofstream(folder() / "artifacts" / "half.tmp") << "half";
        std::stop_source stop;
        std::atomic<qint64> told = 0; // when it last said something; 0: not yet
        QElapsedTimer clock;
        clock.start();
        m_sink.onProgress = [&](const Progress&) { told = std::max<qint64>(1, clock.elapsed()); };
        const std::jthread watching([&](const std::stop_token& end) {
            while (!end.stop_requested() && (told == 0 || clock.elapsed() - told < 3000)) {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
            stop.request_stop();
        });
        QElapsedTimer time;
        time.start();
        const auto stopped =
            m_engine->transfer(requestFor("endless.pt", folder()), m_sink, stop.get_token());
        QVERIFY2(stopped, stopped ? "" : stopped.error().detail.c_str());
        QVERIFY(stopped->cancelled && !stopped->token);
        QVERIFY(time.elapsed() < kLongest);
        QVERIFY(std::filesystem::is_empty(folder() / "artifacts")); // of what was half done
    }

    void stopIsHeard() {
        std::stop_source stop;
        m_sink.onSample = [&](const MetricSample&) { stop.request_stop(); };
        const auto stopped = m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()),
                                                m_sink, stop.get_token());
        QVERIFY(stopped && stopped->cancelled);
        QVERIFY(stopped->summary.sourceAccuracy || !m_sink.samples.empty()); // it told what it had
        QVERIFY(childProcesses().empty());
        RecordingSink next;
        const auto good =
            m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()), next, {});
        QVERIFY(good && !good->cancelled && !good->failure);
    }

    void killed() {
        bool done = false;
        m_sink.onSample = [&](const MetricSample&) {
            for (const pid_t child : done ? std::vector<pid_t>() : childProcesses()) {
                kill(child, SIGKILL);
                done = true;
            }
        };
        const auto failed =
            m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()), m_sink, {});
        QVERIFY(done && !failed);
        QVERIFY(failed.error().code == ErrorCode::OutOfMemory);
        QVERIFY2(failed.error().detail.find("was ended from outside") != std::string::npos,
                 failed.error().detail.c_str());
        QVERIFY(childProcesses().empty());
    }

    // Ctrl+C, `timeout` and a terminal that closes reach the whole group; what is to be done is the
    // parent's to say.
    void signalsOfTheGroup() {
        int sent = 0;
        m_sink.onSample = [&](const MetricSample&) {
            for (const pid_t child : sent == 0 ? childProcesses() : std::vector<pid_t>()) {
                for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
                    sent += kill(child, signal) == 0 ? 1 : 0;
                }
            }
        };
        const auto good =
            m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()), m_sink, {});
        QCOMPARE(sent, 3);
        QVERIFY2(good && !good->failure, good ? "" : good.error().detail.c_str());
    }

    // Whoever was stopped while it crashed is stopped.
    void crashAfterAStop() {
        std::stop_source stop;
        m_sink.onSample = [&](const MetricSample&) {
            stop.request_stop();
            for (const pid_t child : childProcesses()) {
                kill(child, SIGSEGV);
            }
        };
        const auto stopped = m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()),
                                                m_sink, stop.get_token());
        QVERIFY2(stopped && stopped->cancelled, stopped ? "" : stopped.error().detail.c_str());
    }

    // A stop ends the waiting after a stage, too, and nothing begins that would not have begun
    // here.
    void stopWhileItWaits() {
        class Holding : public RecordingSink {
        public:
            void stageDone(Phase phase) override {
                RecordingSink::stageDone(phase);
                source.request_stop();
            }
            std::stop_source source;
        };
        const auto stages = [this](bool apart) {
            *m_apart = apart;
            Holding holding;
            const auto stopped = m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()),
                                                    holding, holding.source.get_token());
            return stopped && stopped->cancelled ? holding.ended : std::vector<Phase>();
        };
        const auto apart = stages(true);
        QVERIFY(!apart.empty());
        QVERIFY(apart == stages(false));
    }

    // What a listener throws goes on to whoever called, and leaves no child.
    void listenerThrows() {
        m_sink.onSample = [](const MetricSample&) { throw std::runtime_error("full"); };
        QVERIFY_EXCEPTION_THROWN(
            (void)m_engine->transfer(requestFor("tiny_resnet.script.pt", folder()), m_sink, {}),
            std::runtime_error);
        QVERIFY(childProcesses().empty());
    }

    void describes() {
        const InputSpec input{InputKind::Image, 8, 8, 1, 0};
        const auto apart =
            m_engine->describeNetwork(scriptNamed("tiny_resnet.script.pt"), input, 10, {});
        QVERIFY2(apart && *apart, apart ? "" : apart.error().detail.c_str());
        *m_apart = false;
        const auto inside =
            m_engine->describeNetwork(scriptNamed("tiny_resnet.script.pt"), input, 10, {});
        QVERIFY(inside && *inside);
        QCOMPARE((*apart)->modules.size(), (*inside)->modules.size());
        QCOMPARE((*apart)->operators.size(), (*inside)->operators.size());
        QCOMPARE((*apart)->feature, (*inside)->feature);
        QVERIFY((*apart)->input == (*inside)->input);
        QCOMPARE((*apart)->modules.back().outputShape, (*inside)->modules.back().outputShape);
        // What is wrong with a file arrives as it was said.
        *m_apart = true;
        const auto refused =
            m_engine->describeNetwork(scriptNamed("refused_file.pt"), input, 10, {});
        QVERIFY(refused && (*refused)->refusal);
        const auto none = m_engine->describeNetwork(scriptNamed("no_such.pt"), input, 10, {});
        QVERIFY(!none && none.error().code == ErrorCode::NotFound);
    }

    void recordsSamples() {
        FullActivationRequest request;
        request.experiment = requestFor("tiny_resnet.script.pt", folder()).experiment;
        request.cacheDir = folder() / "cache";
        request.which = FullActivationRequest::Which::Receiver;
        request.taps = {"layer1"};
        const auto apart = m_engine->recordSample(request, {});
        QVERIFY2(apart, apart ? "" : apart.error().detail.c_str());
        *m_apart = false;
        const auto inside = m_engine->recordSample(request, {});
        QVERIFY(inside);
        QCOMPARE(apart->size(), std::size_t{1});
        QCOMPARE(apart->front().values, inside->front().values);
        QCOMPARE(apart->front().shape, inside->front().shape);
    }

    // Networks of the zoo stay here: nothing is started for them.
    void onlyScripts() {
        load(TESSERA_PROGRAM);
        auto request = requestFor("tiny_resnet.script.pt", folder());
        request.experiment.receiver.network = request.experiment.source.network;
        const auto good = m_engine->transfer(request, m_sink, {});
        QVERIFY(good && !good->failure);
        QVERIFY(childProcesses().empty());
    }

    // Several threads ask at once.
    void concurrent() {
        const InputSpec input{InputKind::Image, 8, 8, 1, 0};
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 3; ++i) {
                threads.emplace_back([&] {
                    const auto described = m_engine->describeNetwork(
                        scriptNamed("tiny_resnet.script.pt"), input, 10, {});
                    good += described && *described ? 1 : 0;
                });
            }
        }
        QCOMPARE(good.load(), 3);
        QVERIFY(childProcesses().empty());
    }

    void programThatIsNone() {
        load("/nowhere/tessera");
        const auto none = m_engine->describeNetwork(scriptNamed("crash.pt"), {}, 10, {});
        QVERIFY(!none && none.error().code == ErrorCode::Io);
        load("/bin/true"); // ends at once
        const auto mute = m_engine->describeNetwork(scriptNamed("crash.pt"), {}, 10, {});
        QVERIFY(!mute);
        QVERIFY2(mute.error().detail.find("could not start (exit code 0)") != std::string::npos,
                 mute.error().detail.c_str());
        load("/bin/cat"); // says nothing and ends, as the option is none of its own
        QVERIFY(!m_engine->describeNetwork(scriptNamed("crash.pt"), {}, 10, {}));
    }

private:
    // An engine whose children are this program.
    void load(const char* program) {
        setenv("TESSERA_ENGINE_HOST", program, 1);
        auto engine = app::loadEngine(app::engineSettings());
        QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
        m_engine = app::withScriptsApart(*std::move(engine), m_apart);
    }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
    std::shared_ptr<std::atomic<bool>> m_apart = std::make_shared<std::atomic<bool>>(true);
    std::unique_ptr<Engine> m_engine;
    RecordingSink m_sink;
};

TESSERA_TEST(TestEngineHost)
#include "test_engine_host.moc"
