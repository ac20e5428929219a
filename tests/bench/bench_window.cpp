// How smooth the window stays, and whether it keeps its size, while transfers run with all views
// live and a t-SNE is drawn. Prints JSON: a histogram of the event loop's latency (a thread posts
// an event every 2 ms; how long until it is handled) and the resident memory after every run. Not a
// test: it judges nothing.
//
//     bench_window [RUNS]       10 if left out
#include "app/composition/processor_setup.h"
#include "app/workbench/workbench.h"
#include "tests/bench/resident_memory.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/run_controller.h"

#include <nlohmann/json.hpp>

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBeat = std::chrono::milliseconds(2);
constexpr std::array<double, 9> kEdges = {1, 2, 5, 10, 20, 50, 100, 200, 1000}; // ms
constexpr int kPatienceMs = 120'000;

// Latencies in milliseconds, taken on the UI thread.
class Heartbeat {
public:
    Heartbeat()
        : m_thread([this](const std::stop_token& stop) {
              while (!stop.stop_requested()) {
                  const auto posted = Clock::now();
                  QMetaObject::invokeMethod(
                      &m_target,
                      [this, posted] {
                          const std::chrono::duration<double, std::milli> late =
                              Clock::now() - posted;
                          m_latencies.push_back(late.count());
                      },
                      Qt::QueuedConnection);
                  std::this_thread::sleep_for(kBeat);
              }
          }) {}

    [[nodiscard]] nlohmann::ordered_json json() {
        auto sorted = m_latencies;
        std::sort(sorted.begin(), sorted.end());
        const auto quantile = [&](double share) {
            return sorted.empty() ? 0.0
                                  : sorted[static_cast<std::size_t>(
                                        share * static_cast<double>(sorted.size() - 1))];
        };
        nlohmann::ordered_json json;
        json["count"] = sorted.size();
        json["median_ms"] = quantile(0.5);
        json["p99_ms"] = quantile(0.99);
        json["p999_ms"] = quantile(0.999);
        json["largest_ms"] = quantile(1.0);
        auto low = 0.0;
        for (const double edge : kEdges) {
            const auto from = std::lower_bound(sorted.begin(), sorted.end(), low);
            const auto to = std::lower_bound(sorted.begin(), sorted.end(), edge);
            json["histogram"].push_back({{"from_ms", low}, {"to_ms", edge}, {"events", to - from}});
            low = edge;
        }
        const auto under50 = std::lower_bound(sorted.begin(), sorted.end(), 50.0);
        json["share_under_50_ms"] = sorted.empty() ? 0.0
                                                   : static_cast<double>(under50 - sorted.begin()) /
                                                         static_cast<double>(sorted.size());
        return json;
    }

private:
    QObject m_target;
    std::vector<double> m_latencies;
    std::jthread m_thread;
};

void showAllViews(tessera::ui::MainWindow& window) {
    window.resize(1920, 1080);
    QDockWidget* before = nullptr;
    for (const char* id : {"dock.activations", "dock.hub", "dock.layers", "dock.curves"}) {
        auto* dock = window.findChild<QDockWidget*>(id);
        if (before != nullptr) {
            window.splitDockWidget(before, dock, Qt::Horizontal);
        }
        dock->show();
        before = dock;
    }
}

// A layout that is drawn while the run goes on, from the first snapshot on; begins anew with each
// run.
void drawByTsne(tessera::ui::MainWindow& window) {
    auto* picture = window.findChild<QComboBox*>("hubPicture");
    picture->setCurrentIndex(1);
    if (auto* start = window.findChild<QPushButton*>("hubStart"); start->isEnabled()) {
        start->click();
    }
}

} // namespace

int main(int argc, char** argv) {
    tessera::app::setUpProcessor();
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const int runs = argc > 1 ? std::stoi(argv[1]) : 10;
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    tessera::workbench::Workbench program({QString::fromStdString((root / "settings.ini").string()),
                                           root / "runs.tessera.db", root / "unsaved.tessera.json",
                                           root / "trusted-signers.json"});
    program.start({});
    auto& window = program.window();
    showAllViews(window);
    if (!QTest::qWaitFor([&] { return window.runs().reason().isEmpty(); }, kPatienceMs)) {
        std::fprintf(stderr, "the engine did not get ready\n");
        return 1;
    }
    nlohmann::ordered_json report;
    report["platform"] = QGuiApplication::platformName().toStdString();
    Heartbeat heartbeat;
    for (int run = 1; run <= runs; ++run) {
        window.runs().runCurrent();
        drawByTsne(window);
        const auto count = static_cast<std::size_t>(run);
        const bool ended = QTest::qWaitFor(
            [&] {
                return !window.runs().isBusy() && program.services().library.runs().size() == count;
            },
            kPatienceMs);
        if (!ended) {
            std::fprintf(stderr, "run %d did not end\n", run);
            return 1;
        }
        QTest::qWait(500); // the views read what was kept
        report["resident_mb"].push_back(tessera::bench::residentMegabytes());
    }
    report["event_loop"] = heartbeat.json();
    std::puts(report.dump(2).c_str());
    return 0;
}
