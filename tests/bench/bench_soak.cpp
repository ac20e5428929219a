// Whether the window ever hangs. Opens the whole window and runs transfers one after another with
// everything on, while a restless person (soak_actions.h) shows all views, hovers, zooms, drags,
// resizes, changes the theme, compares, draws layouts, filters, sorts, deletes and exports. Prints
// JSON: how long the events of a watch (loop_watch.h) waited, the longest waits with what was done
// around them, and the resident memory. In the end it closes in the middle of a run. Not a test: it
// judges nothing.
//
//     bench_soak [SECONDS [--store FOLDER] [--every MS]]       60 seconds, an action every 700 ms
//
// A store in a folder may be used by other programs as well: then "ended" tells what became of the
// runs of this one.
#include "app/composition/processor_setup.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/loop_watch.h"
#include "tests/bench/resident_memory.h"
#include "tests/bench/small_transfers.h"
#include "tests/bench/soak_actions.h"
#include "ui/main_window/run_controller.h"
#include "ui/widgets/notice_bar.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstring>
#include <fstream>
#include <optional>

namespace {

using namespace tessera;
using namespace tessera::bench;

struct Options {
    int seconds = 60;
    int everyMs = 700;
    std::optional<std::filesystem::path> store;
};

std::optional<Options> optionsOf(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const bool hasValue = i + 1 < argc;
        if (std::strcmp(argv[i], "--store") == 0 && hasValue) {
            options.store = std::filesystem::absolute(argv[++i]);
        } else if (std::strcmp(argv[i], "--every") == 0 && hasValue) {
            options.everyMs = std::max(1, std::atoi(argv[++i]));
        } else if (const int seconds = std::atoi(argv[i]); seconds > 0) {
            options.seconds = seconds;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

std::string loadAverage() {
    std::ifstream file("/proc/loadavg");
    std::string load;
    file >> load;
    return load;
}

// Lives as long as the event loop runs. UI thread.
class Soak {
public:
    Soak(workbench::Workbench& program, test::FakeDialogs& dialogs,
         const std::filesystem::path& exports, const Options& options)
        : m_program(program), m_options(options), m_actions(program, dialogs, exports, m_done),
          m_watch(m_doing) {
        auto& bridge = program.services().bridge;
        QObject::connect(&bridge, &ui::JobBridge::stateChanged, &m_context,
                         [this](const JobStatus& status) { onJob(status); });
        QObject::connect(
            &bridge, &ui::JobBridge::progressed, &m_context,
            [this](JobId, const Progress& progress) { m_doing.job = phaseName(progress.phase); });
        QObject::connect(&m_runTimer, &QTimer::timeout, &m_context, [this] { keepRunning(); });
        QObject::connect(&m_actionTimer, &QTimer::timeout, &m_context, [this] { act(); });
        m_runTimer.start(kRunPauseMs);
        m_actionTimer.start(options.everyMs);
    }

    void enterInto(BenchReport& report) {
        m_watch.stop();
        auto& json = report.json();
        json["actions"] = m_acted;
        json["runs"] = m_done.size();
        json["resident_mb"] = m_resident;
        json["event_loop"] = m_watch.json();
        json["ended"] = m_ended;
        json["not_ended"] = m_unknown;
        report.atMost("window in use: 99.9% of events wait", m_watch.quantileMs(0.999), kMostMs,
                      "ms");
        report.atMost("window in use: longest wait", m_watch.quantileMs(1.0), kLongestMs, "ms");
        report.atMost("the same without what others took: 99.9%", m_watch.ownQuantileMs(0.999),
                      kMostMs, "ms");
        report.atMost("the same without what others took: longest", m_watch.ownQuantileMs(1.0),
                      kLongestMs, "ms");
    }

private:
    static constexpr double kMostMs = 50, kLongestMs = 200;
    static constexpr int kRunPauseMs = 200;
    static constexpr int kMemoryEvery = 10; // runs
    static constexpr std::chrono::seconds kPatience{60};

    void doing(const std::string& action) {
        m_doing.action = action;
        m_doing.since = std::chrono::steady_clock::now();
    }

    // Through the setup, as a person would, so that this is filled in anew each time.
    void keepRunning() {
        auto& runs = m_program.window().runs();
        auto& services = m_program.services();
        if (runs.isBusy() || !services.bridge.engine() || !services.library.isOpen()) {
            return;
        }
        const auto name = fmt::format("soak {}-{}", getpid(), m_begun);
        m_doing.job = "start";
        auto experiment = smallTransfer(services.documents, m_begun, name);
        experiment.data.splits = {}; // as many points as a person sees
        experiment.transfer.epochs = 3;
        services.experiment.replace(experiment, "soak");
        if (runs.reason().isEmpty()) {
            ++m_begun;
            runs.runCurrent();
        }
    }

    void act() {
        const auto late =
            std::chrono::steady_clock::now() - m_start - std::chrono::seconds(m_options.seconds);
        if (late < std::chrono::seconds(0)) {
            ++m_acted;
            doing(m_actions.nextName());
            m_actions.doNext();
            return;
        }
        m_actions.tidyUp();
        const auto& jobs = m_program.services().bridge.jobs();
        const bool isRunning =
            !jobs.empty() && jobs.front().state == RunState::Running && jobs.front().run;
        if (isRunning || late > kPatience) {
            m_actionTimer.stop();
            m_runTimer.stop();
            doing("close");
            m_program.window().closeUnasked();
        }
    }

    void onJob(const JobStatus& status) {
        m_doing.job = runStateName(status.state);
        if (!isTerminal(status.state)) {
            return;
        }
        if (!status.run) {
            ++m_unknown;
            std::fprintf(stderr, "a run ended before it began: %s\n",
                         status.failure ? status.failure->detail.c_str() : "cancelled");
            return;
        }
        m_ended.push_back({{"id", status.run->value}, {"state", runStateName(status.state)}});
        if (status.state == RunState::Done) {
            m_done.push_back(*status.run);
            if (m_done.size() == 5 || m_done.size() % kMemoryEvery == 0) {
                m_resident.push_back({{"runs", m_done.size()}, {"mb", bench::residentMegabytes()}});
            }
        } else if (status.failure) {
            std::fprintf(stderr, "a run failed: %s\n", status.failure->detail.c_str());
        }
    }

    workbench::Workbench& m_program;
    const Options m_options;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    QObject m_context;
    QTimer m_runTimer, m_actionTimer;
    Doing m_doing;
    std::vector<RunId> m_done;
    SoakActions m_actions;
    LoopWatch m_watch;
    int m_begun = 0, m_acted = 0, m_unknown = 0;
    Json m_ended = Json::array(), m_resident = Json::array();
};

} // namespace

int main(int argc, char** argv) {
    app::setUpProcessor();
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    const auto options = optionsOf(argc, argv);
    if (!options) {
        std::fputs("bench_soak [SECONDS [--store FOLDER] [--every MS]]\n", stderr);
        return 2;
    }
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    if (options->store) {
        std::filesystem::create_directories(*options->store);
    }
    BenchReport report("soak");
    report.json()["platform"] = QGuiApplication::platformName().toStdString();
    report.json()["seconds"] = options->seconds;
    report.json()["load_average_before"] = loadAverage();
    test::FakeDialogs dialogs;
    {
        workbench::Workbench program({QString::fromStdString((root / "settings.ini").string()),
                                      options->store.value_or(root) / "runs.tessera.db",
                                      root / "unsaved.tessera.json", root / "trusted-signers.json"},
                                     &dialogs);
        program.start({});
        program.window().resize(1920, 1080);
        Soak soak(program, dialogs, root, *options);
        QApplication::exec();
        report.json()["load_average_after"] = loadAverage();
        soak.enterInto(report);
    }
    std::puts(report.text().c_str());
    return 0;
}
