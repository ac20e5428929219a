// How long the two heaviest plots take to be drawn anew: a cloud of 100,000 points (50,000 samples
// in both networks) while it is panned and zoomed, and a heat map of 2,048 x 2,048 while it is
// panned and when it is filled. And how large the cloud is as a figure, and how long it takes to be
// written. Prints JSON with medians and 95th percentiles in milliseconds. Not a test: it judges
// nothing. Run it with QT_QPA_PLATFORM=offscreen.
//
//     bench_plots [REPEATS]       60 if left out
#include "core/api/run_view.h"
#include "tests/bench/bench_support.h"
#include "ui/bridge/selection.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/figure.h"
#include "ui/plots/plot_catalog.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <vector>

namespace {

using namespace tessera;
using Json = nlohmann::ordered_json;

constexpr QSize kSize{1000, 700};
constexpr std::int64_t kSamples = 50'000;
constexpr std::int64_t kMapSide = 2'048;

Matrix normal(std::int64_t rows, std::int64_t columns, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> draw;
    Matrix matrix{rows, columns, {}};
    matrix.values.resize(static_cast<std::size_t>(rows * columns));
    for (float& value : matrix.values) {
        value = draw(random);
    }
    return matrix;
}

std::shared_ptr<NetworkRows> network(std::int64_t samples, std::int64_t units, std::int64_t axes,
                                     unsigned seed) {
    auto rows = std::make_shared<NetworkRows>();
    rows->layers.push_back({"feature", normal(samples, units, seed)});
    rows->hub = normal(samples, axes, seed + 1);
    rows->predicted.assign(static_cast<std::size_t>(samples), 0);
    return rows;
}

RunViewPtr madeRun(const char* id, std::int64_t count, std::int64_t units, unsigned seed) {
    auto samples = std::make_shared<SampleSet>();
    samples->input = {InputKind::Image, 2, 2, 1, 0};
    samples->classes = 10;
    samples->total = count;
    samples->inputs = normal(count, 4, seed);
    for (std::int64_t i = 0; i < count; ++i) {
        samples->labels.push_back(static_cast<std::int32_t>(i % 10));
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->samples = samples;
    snapshot->source = network(count, units, 4, seed + 10);
    snapshot->receiver = network(count, units, 4, seed + 20);
    snapshot->axisShares = {0.4, 0.2, 0.1, 0.1};
    auto view = std::make_shared<RunView>();
    view->record.id = RunId(id);
    view->record.state = RunState::Done;
    view->snapshots = {snapshot, snapshot};
    return view;
}

template <class Work>
double millisecondsOf(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

Json summaryOf(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {{"replots", times.size()}, {"median_ms", at(0.5)}, {"p95_ms", at(0.95)}};
}

class Bench {
public:
    Bench(const char* plot, RunViewPtr run, int repeats)
        : m_plot(ui::findPlot(plot)->make({m_selection, m_theme}, nullptr)), m_repeats(repeats) {
        m_plot->resize(kSize);
        m_plot->show();
        m_plot->setRuns({std::move(run)});
        replot();
    }

    // Everything anew each time: another run.
    Json filled(const RunViewPtr& first, const RunViewPtr& second) {
        std::vector<double> times;
        for (int i = 0; i < m_repeats; ++i) {
            times.push_back(millisecondsOf([&] {
                m_plot->setRuns({i % 2 == 0 ? second : first});
                replot();
            }));
        }
        return summaryOf(times);
    }
    Json panned() {
        return moved([](QCPAxis& axis, int i) { axis.moveRange(i % 2 == 0 ? 0.11 : -0.11); });
    }
    Json zoomed() {
        return moved([](QCPAxis& axis, int i) { axis.scaleRange(i % 2 == 0 ? 0.8 : 1.25); });
    }

    // As a file 5.5 inches wide, in each format that holds a picture.
    Json written() {
        const QTemporaryDir folder;
        Json files;
        for (const char* extension : {"pdf", "svg", "png"}) {
            const auto file = std::filesystem::path(folder.path().toStdString()) /
                              (std::string("figure.") + extension);
            const double time = millisecondsOf([&] {
                if (const auto done = ui::writeFigure(file, {m_plot.get()}); !done) {
                    std::fprintf(stderr, "%s\n", done.error().detail.c_str());
                }
            });
            std::error_code error;
            const auto bytes = std::filesystem::file_size(file, error);
            files[extension] = {{"bytes", error ? 0 : bytes}, {"ms", time}};
        }
        return files;
    }

private:
    template <class Move>
    Json moved(const Move& move) {
        std::vector<double> times;
        for (int i = 0; i < m_repeats; ++i) {
            auto* rect = canvas().axisRect(0);
            move(*rect->axis(QCPAxis::atBottom), i);
            move(*rect->axis(QCPAxis::atLeft), i);
            times.push_back(millisecondsOf([this] { replot(); }));
        }
        return summaryOf(times);
    }
    [[nodiscard]] QCustomPlot& canvas() const {
        return static_cast<ui::CustomPlot&>(*m_plot).canvas();
    }
    void replot() { canvas().replot(QCustomPlot::rpImmediateRefresh); }

    ui::Selection m_selection;
    ui::ThemeController m_theme;
    std::unique_ptr<ui::Plot> m_plot;
    int m_repeats;
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const int repeats = std::max(2, argc > 1 ? std::atoi(argv[1]) : 60);
    Json report;
    report["platform"] = QGuiApplication::platformName().toStdString();
    report["size"] = {kSize.width(), kSize.height()};
    {
        const auto run = madeRun("cloud", kSamples, 4, 1);
        Bench bench("hub-space", run, repeats);
        report["points"] = 2 * kSamples;
        report["cloud"] = {
            {"pan", bench.panned()}, {"zoom", bench.zoomed()}, {"file", bench.written()}};
    }
    const auto first = madeRun("first map", kMapSide, kMapSide, 2);
    const auto second = madeRun("second map", kMapSide, kMapSide, 3);
    Bench bench("activations", first, repeats);
    report["map"] = {{"side", kMapSide},
                     {"pan", bench.panned()},
                     {"zoom", bench.zoomed()},
                     {"fill_two", bench.filled(first, second)}};
    bench::BenchReport wished("plots");
    for (const char* part : {"cloud", "map"}) {
        for (const char* work : {"pan", "zoom"}) {
            const bool cloud = part == std::string("cloud");
            wished.atMost(fmt::format("{}: {}, 95th percentile",
                                      cloud ? "100,000 points" : "map of 2,048 x 2,048", work),
                          report[part][work]["p95_ms"].get<double>(), cloud ? 33.0 : 100.0, "ms");
        }
    }
    report["ratios"] = wished.json()["ratios"];
    std::puts(report.dump(2).c_str());
    return 0;
}
