// How long pictures of many points take, stage by stage. Prints JSON. Not a test: it judges
// nothing.
//
//     bench_projection [POINTS] [DIMENSIONS] [THREADS] [KINDS]      10000 64 1 tsne,umap
//
// For many: bench_projection 100000 64 1 umap
#include "core/projection/project.h"
#include "core/projection/random.h"
#include "core/projection/trustworthiness.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace tessera;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

const char* nameOf(ProjectionStage stage) {
    switch (stage) {
    case ProjectionStage::Axes:
        return "axes";
    case ProjectionStage::Neighbours:
        return "neighbours";
    case ProjectionStage::Graph:
        return "graph";
    case ProjectionStage::Layout:
        return "layout";
    }
    return "?";
}

class StageClock : public ProjectionObserver {
public:
    void progress(ProjectionStage stage, std::int64_t, std::int64_t) override {
        count();
        m_stage = stage;
    }
    void frame(const ProjectionFrame&) override {}

    [[nodiscard]] Json seconds() {
        count();
        Json result;
        for (const auto& [stage, seconds] : m_seconds) {
            result[nameOf(stage)] = seconds;
        }
        return result;
    }

private:
    void count() {
        m_seconds[m_stage] += secondsSince(m_since);
        m_since = Clock::now();
    }

    ProjectionStage m_stage = ProjectionStage::Axes;
    Clock::time_point m_since = Clock::now();
    std::map<ProjectionStage, double> m_seconds;
};

// Ten groups, each spread over eight directions that they share, and a little over all others.
Matrix somePoints(std::int64_t rows, std::int64_t columns) {
    constexpr std::size_t kGroups = 10;
    constexpr std::size_t kDirections = 8;
    projection::Random random(1, "bench");
    const auto width = static_cast<std::size_t>(columns);
    const auto draw = [&](std::size_t count, double deviation) {
        std::vector<double> numbers(count * width);
        for (double& number : numbers) {
            number = deviation * random.normal();
        }
        return numbers;
    };
    const auto centres = draw(kGroups, 3);
    const auto directions = draw(kDirections, 1);
    Matrix points{rows, columns, {}};
    points.values.reserve(static_cast<std::size_t>(rows) * width);
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto group = random.below(kGroups);
        std::vector<double> scores(kDirections);
        for (double& score : scores) {
            score = random.normal();
        }
        for (std::size_t k = 0; k < width; ++k) {
            double value = centres[group * width + k] + 0.2 * random.normal();
            for (std::size_t d = 0; d < kDirections; ++d) {
                value += scores[d] * directions[d * width + k];
            }
            points.values.push_back(static_cast<float>(value));
        }
    }
    return points;
}

Json measured(const std::string& name, ProjectionRequest& request) {
    request.kind = name == "tsne" ? ProjectionKind::Tsne : ProjectionKind::Umap;
    StageClock clock;
    const auto start = Clock::now();
    const auto picture = projection::project(request, clock);
    Json result = {{"name", name}, {"seconds", secondsSince(start)}, {"stages", clock.seconds()}};
    if (!picture) {
        result["error"] = picture.error().detail;
        return result;
    }
    result["steps"] = picture->steps;
    result["neighbours"] = picture->neighbours;
    projection::TrustworthinessRequest judging;
    judging.mostRows = 2000;
    judging.threads = request.threads;
    const auto judged = Clock::now();
    if (const auto trust = projection::trustworthiness(request.points, picture->xy, judging)) {
        result["trustworthiness"] = *trust;
        result["trustworthiness_seconds"] = secondsSince(judged);
    }
    return result;
}

} // namespace

int main(int argc, char** argv) {
    const std::int64_t rows = argc > 1 ? std::atoll(argv[1]) : 10'000;
    const std::int64_t columns = argc > 2 ? std::atoll(argv[2]) : 64;
    const std::string kinds = argc > 4 ? argv[4] : "tsne,umap";
    if (rows < 1 || columns < 1) {
        std::fprintf(stderr, "bench_projection: points and dimensions must be 1 or more\n");
        return 2;
    }
    ProjectionRequest request;
    request.points = somePoints(rows, columns);
    request.threads = argc > 3 ? std::max(1, std::atoi(argv[3])) : 1;
    Json report = {{"points", rows}, {"dimensions", columns}, {"threads", request.threads}};
    for (const std::string name : {"tsne", "umap"}) {
        if (kinds.find(name) != std::string::npos) {
            report["results"].push_back(measured(name, request));
        }
    }
    std::puts(report.dump(2).c_str());
    return 0;
}
