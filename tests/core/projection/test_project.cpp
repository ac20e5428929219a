#include "core/projection/project.h"

#include "core/projection/neighbours.h"
#include "core/projection/trustworthiness.h"
#include "tests/core/projection/projection_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

using namespace tessera;
using namespace tessera::projection;
using test::RecordingObserver;

namespace {

constexpr float kNanProject = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

ProjectionRequest requestForProject(ProjectionKind kind, Matrix points) {
    ProjectionRequest request;
    request.kind = kind;
    request.points = std::move(points);
    return request;
}

Result<Projection> made(const ProjectionRequest& request) {
    RecordingObserver observer;
    return project(request, observer);
}

// Few steps, for what does not need a good picture.
ProjectionRequest quickRequest(ProjectionKind kind, Matrix points) {
    auto request = requestForProject(kind, std::move(points));
    request.tsne.iterations = 60;
    request.tsne.exaggeratedIterations = 20;
    request.umap.epochs = 60;
    return request;
}

// Share of points whose nearest in the picture has their label.
double agreement(const Matrix& xy, const std::vector<std::int64_t>& labels) {
    NeighbourSearch search;
    const auto nearest = nearestNeighbours(xy, search);
    int right = 0;
    for (std::int64_t row = 0; row < xy.rows; ++row) {
        right += labels[std::size_t(row)] == labels[std::size_t(nearest.index(row, 0))] ? 1 : 0;
    }
    return double(right) / double(xy.rows);
}

template <class Value>
std::vector<Value> shuffled(std::vector<Value> values) {
    Random random(1, "shuffle");
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[random.below(std::uint32_t(i))]);
    }
    return values;
}

void addKinds() {
    QTest::addColumn<ProjectionKind>("kind");
    QTest::newRow("PCA") << ProjectionKind::Pca;
    QTest::newRow("t-SNE") << ProjectionKind::Tsne;
    QTest::newRow("UMAP") << ProjectionKind::Umap;
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digits_data() {
        QTest::addColumn<ProjectionKind>("kind");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("agreeing");
        QTest::newRow("PCA") << ProjectionKind::Pca << 0.80 << 0.5;
        QTest::newRow("t-SNE") << ProjectionKind::Tsne << 0.98 << 0.96;
        QTest::newRow("UMAP") << ProjectionKind::Umap << 0.96 << 0.93;
    }
    void digits() {
        QFETCH(ProjectionKind, kind);
        QFETCH(double, least);
        QFETCH(double, agreeing);
        const auto digits = test::digitPoints();
        QCOMPARE(digits.points.rows, 1797);
        const auto picture = made(requestForProject(kind, digits.points));
        QVERIFY(picture && picture->finished);
        const double trust = trustworthiness(digits.points, picture->xy).value();
        QVERIFY2(trust >= least, qPrintable(QString::number(trust)));
        const double agreed = agreement(picture->xy, digits.labels);
        QVERIFY2(agreed >= agreeing, qPrintable(QString::number(agreed)));

        // Neither is a matter of course: with rows or labels in another order both are chance.
        Matrix scrambled = digits.points;
        std::vector<std::int64_t> order(1797);
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = std::int64_t(i);
        }
        scrambled.values.clear();
        for (const auto row : shuffled(order)) {
            const auto values = test::rowOf(digits.points, row);
            scrambled.values.insert(scrambled.values.end(), values.begin(), values.end());
        }
        QVERIFY(std::fabs(*trustworthiness(scrambled, picture->xy) - 0.5) < 0.03);
        QVERIFY(std::fabs(agreement(picture->xy, shuffled(digits.labels)) - 0.1) < 0.03);
    }

    void sameSeedSamePicture_data() { addKinds(); }
    void sameSeedSamePicture() {
        QFETCH(ProjectionKind, kind);
        auto request = quickRequest(kind, test::digitPoints().points);
        request.seed = 7;
        const auto first = made(request).value().xy.values;
        QVERIFY(test::sameBits(made(request).value().xy.values, first));
        request.threads = 3;
        QVERIFY(test::sameBits(made(request).value().xy.values, first));
        request.seed = 8;
        QCOMPARE(test::sameBits(made(request).value().xy.values, first),
                 kind == ProjectionKind::Pca);
    }

    void framesAndStages_data() { addKinds(); }
    void framesAndStages() {
        QFETCH(ProjectionKind, kind);
        const auto request = quickRequest(kind, test::gaussianPoints(100, 4, 1));
        RecordingObserver observer;
        const auto caller = std::this_thread::get_id();
        observer.onFrame = [&](const ProjectionFrame& frame) {
            QCOMPARE(frame.xy.rows, 100);
            QCOMPARE(frame.xy.columns, 2);
            QCOMPARE(std::this_thread::get_id(), caller);
        };
        const auto picture = project(request, observer).value();
        QVERIFY(picture.finished);
        QVERIFY(test::sameBits(observer.last.values, picture.xy.values));
        QVERIFY(observer.startsAtZero && observer.withinTotal);
        const int steps = kind == ProjectionKind::Pca ? 0 : 60;
        QCOMPARE(picture.steps, steps);
        QCOMPARE(observer.total, steps);
        std::vector<int> expected;
        for (int step = 0; step <= steps; ++step) {
            expected.push_back(step);
        }
        QCOMPARE(observer.steps, expected);
        using Stage = ProjectionStage;
        QCOMPARE(observer.stages,
                 kind == ProjectionKind::Pca
                     ? std::vector{Stage::Axes}
                     : (std::vector{Stage::Axes, Stage::Neighbours, Stage::Graph, Stage::Layout}));
        QCOMPARE(picture.neighbours, kind == ProjectionKind::Pca    ? 0
                                     : kind == ProjectionKind::Tsne ? 90
                                                                    : 14);
        QCOMPARE(picture.perplexity, kind == ProjectionKind::Tsne ? 30.0 : 0.0);
    }

    // What was there when it was stopped, and the same as a picture of so many steps.
    void stopsBetweenSteps_data() { addKinds(); }
    void stopsBetweenSteps() {
        QFETCH(ProjectionKind, kind);
        if (kind == ProjectionKind::Pca) {
            return;
        }
        const auto request = quickRequest(kind, test::gaussianPoints(100, 4, 1));
        RecordingObserver observer;
        std::stop_source source;
        Matrix atStop;
        observer.onFrame = [&](const ProjectionFrame& frame) {
            if (frame.step == 13) {
                atStop = frame.xy;
                source.request_stop();
            }
        };
        const auto picture = project(request, observer, source.get_token()).value();
        QVERIFY(!picture.finished);
        QCOMPARE(picture.steps, 13);
        QCOMPARE(observer.steps.back(), 13);
        QVERIFY(test::sameBits(picture.xy.values, atStop.values));
    }

    void stopsInEveryStage_data() { addKinds(); }
    void stopsInEveryStage() {
        QFETCH(ProjectionKind, kind);
        const auto request = quickRequest(kind, test::gaussianPoints(100, 4, 1));
        std::stop_source before;
        before.request_stop();
        RecordingObserver observer;
        const auto nothing = project(request, observer, before.get_token()).value();
        QVERIFY(!nothing.finished && observer.steps.empty());
        QCOMPARE(nothing.xy.rows, 100);
        QVERIFY(std::all_of(nothing.xy.values.begin(), nothing.xy.values.end(),
                            [](float value) { return std::isnan(value); }));
        if (kind == ProjectionKind::Pca) {
            return;
        }
        // From the first frame on there is the plane of the axes.
        std::stop_source source;
        observer.onFrame = [&](const ProjectionFrame&) { source.request_stop(); };
        const auto start = project(request, observer, source.get_token()).value();
        QVERIFY(!start.finished);
        QCOMPARE(start.steps, 0);
        QCOMPARE(start.neighbours, 0);
        QVERIFY(std::isfinite(start.xy.at(99, 1)));
    }

    void rowsThatAreNotFinite_data() { addKinds(); }
    void rowsThatAreNotFinite() {
        QFETCH(ProjectionKind, kind);
        auto points = test::gaussianPoints(50, 3, 2);
        Matrix rest{48, 3, {points.values.begin() + 6, points.values.end()}};
        points.values[1] = kNanProject;
        points.values[3] = -kInfinity;
        const auto picture = made(quickRequest(kind, points)).value();
        QVERIFY(picture.finished);
        QCOMPARE(picture.leftOut, 2);
        QCOMPARE(picture.xy.rows, 50);
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(std::isnan(picture.xy.values[i]));
        }
        // The others lie where they would without them.
        const std::vector<float> others(picture.xy.values.begin() + 4, picture.xy.values.end());
        QVERIFY(test::sameBits(others, made(quickRequest(kind, rest)).value().xy.values));
    }

    void strangePoints_data() {
        QTest::addColumn<Matrix>("points");
        QTest::newRow("one") << test::gaussianPoints(1, 3, 1);
        QTest::newRow("two") << test::gaussianPoints(2, 3, 1);
        QTest::newRow("three") << test::gaussianPoints(3, 3, 1);
        QTest::newRow("five") << test::gaussianPoints(5, 3, 1);
        QTest::newRow("one column") << test::gaussianPoints(40, 1, 1);
        QTest::newRow("wide") << test::gaussianPoints(12, 3000, 1);
        QTest::newRow("two equal") << Matrix{2, 2, {1, 2, 1, 2}};
        QTest::newRow("all equal") << test::latticePoints(60, 3, 1, 1);
        QTest::newRow("two places") << test::latticePoints(60, 1, 2, 1);
        QTest::newRow("few places") << test::latticePoints(200, 2, 2, 1);
        QTest::newRow("one finite") << Matrix{2, 2, {kNanProject, 2, 1, 2}};
        auto small = test::gaussianPoints(40, 3, 1);
        auto large = small;
        auto outlier = small;
        for (std::size_t i = 0; i < small.values.size(); ++i) {
            small.values[i] *= 1e-38F;
            large.values[i] *= 1e37F;
        }
        outlier.values[0] = 3e38F;
        QTest::newRow("small") << small;
        QTest::newRow("large") << large;
        QTest::newRow("one far away") << outlier;
    }
    void strangePoints() {
        QFETCH(Matrix, points);
        for (const auto kind : {ProjectionKind::Pca, ProjectionKind::Tsne, ProjectionKind::Umap}) {
            const auto picture = made(quickRequest(kind, points));
            QVERIFY2(picture, picture ? "" : picture.error().detail.c_str());
            QVERIFY(picture->finished);
            QCOMPARE(picture->xy.rows, points.rows);
            for (std::int64_t row = 0; row < points.rows; ++row) {
                const bool drawn = std::isfinite(points.at(row, 0));
                QCOMPARE(std::isfinite(picture->xy.at(row, 0)), drawn);
                QCOMPARE(std::isfinite(picture->xy.at(row, 1)), drawn);
            }
        }
    }

    void equalPointsLieAtZero_data() { addKinds(); }
    void equalPointsLieAtZero() {
        QFETCH(ProjectionKind, kind);
        const Matrix points{3, 2, {5, 6, 5, 6, 5, 6}};
        QCOMPARE(made(requestForProject(kind, points)).value().xy.values,
                 std::vector<float>(6, 0.0F));
    }

    // A power of two costs no digits, so the picture is the same to the last one.
    void sizeDoesNotMatter_data() { addKinds(); }
    void sizeDoesNotMatter() {
        QFETCH(ProjectionKind, kind);
        if (kind == ProjectionKind::Pca) {
            return;
        }
        auto points = test::gaussianPoints(80, 3, 3);
        const auto before = made(quickRequest(kind, points)).value().xy;
        for (float& value : points.values) {
            value = std::ldexp(value, 70);
        }
        const auto after = made(quickRequest(kind, points)).value().xy;
        QVERIFY(test::sameBits(after.values, before.values));
    }

    void fewerNeighboursWhereThereAreFewPoints() {
        const auto tsne = made(quickRequest(ProjectionKind::Tsne, test::gaussianPoints(31, 3, 1)));
        QCOMPARE(tsne->perplexity, 10.0);
        QCOMPARE(tsne->neighbours, 30);
        const auto umap = made(quickRequest(ProjectionKind::Umap, test::gaussianPoints(6, 3, 1)));
        QCOMPARE(umap->neighbours, 5);
    }

    void noSteps() {
        auto request = requestForProject(ProjectionKind::Tsne, test::gaussianPoints(40, 3, 1));
        request.tsne.iterations = 0;
        const auto picture = made(request).value();
        QVERIFY(picture.finished && picture.steps == 0);
        double sum = 0;
        for (std::int64_t i = 0; i < 40; ++i) {
            sum += std::pow(double(picture.xy.at(i, 0)), 2);
        }
        QVERIFY(std::fabs(std::sqrt(sum / 40) - 1e-4) < 1e-5);
    }

    void refused_data() {
        QTest::addColumn<ProjectionRequest>("request");
        QTest::addColumn<ErrorCode>("code");
        const auto some = test::gaussianPoints(20, 3, 1);
        const auto refuse = [&](const char* name, ProjectionKind kind, const auto& change) {
            auto request = requestForProject(kind, some);
            change(request);
            QTest::newRow(name) << request << ErrorCode::InvalidArgument;
        };
        using Request = ProjectionRequest;
        for (const auto kind : {ProjectionKind::Pca, ProjectionKind::Tsne, ProjectionKind::Umap}) {
            const auto number = std::to_string(int(kind));
            refuse(("no points, " + number).c_str(), kind, [](Request& r) { r.points = {}; });
            refuse(("no columns, " + number).c_str(), kind, [](Request& r) {
                r.points = {5, 0, {}};
            });
            refuse(("nothing finite, " + number).c_str(), kind, [](Request& r) {
                r.points = {2, 1, {kNanProject, kInfinity}};
            });
        }
        refuse("too few values", ProjectionKind::Pca, [](Request& r) { r.points.rows = 21; });
        refuse("negative rows", ProjectionKind::Pca, [](Request& r) { r.points = {-1, -1, {1}}; });
        refuse("more rows than can be counted", ProjectionKind::Pca, [](Request& r) {
            r.points = {std::int64_t{1} << 62, 4, {}};
        });
        refuse("no thread", ProjectionKind::Pca, [](Request& r) { r.threads = 0; });
        const auto tsne = [&](const char* name, const auto& change) {
            refuse(name, ProjectionKind::Tsne, [&](Request& r) { change(r.tsne); });
        };
        tsne("perplexity", [](TsneSettings& s) { s.perplexity = 0.5; });
        tsne("perplexity NaN", [](TsneSettings& s) { s.perplexity = kNanProject; });
        tsne("iterations", [](TsneSettings& s) { s.iterations = -1; });
        tsne("exaggeration", [](TsneSettings& s) { s.exaggeration = 0; });
        tsne("theta", [](TsneSettings& s) { s.theta = 1.5; });
        tsne("rate", [](TsneSettings& s) { s.learningRate = -1; });
        tsne("rate infinite", [](TsneSettings& s) { s.learningRate = kInfinity; });
        tsne("momentum", [](TsneSettings& s) { s.momentum = 2; });
        const auto umap = [&](const char* name, const auto& change) {
            refuse(name, ProjectionKind::Umap, [&](Request& r) { change(r.umap); });
        };
        umap("neighbours", [](UmapSettings& s) { s.neighbours = 1; });
        umap("epochs", [](UmapSettings& s) { s.epochs = -1; });
        umap("negative samples", [](UmapSettings& s) { s.negativeSamples = -1; });
        umap("spread", [](UmapSettings& s) { s.spread = 0; });
        umap("distance", [](UmapSettings& s) { s.minDistance = 2; });
        auto wild = requestForProject(ProjectionKind::Tsne, some);
        wild.tsne.learningRate = 1e38;
        QTest::newRow("flies apart") << wild << ErrorCode::Diverged;
    }
    void refused() {
        QFETCH(ProjectionRequest, request);
        QFETCH(ErrorCode, code);
        const auto picture = made(request);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, code);
        QVERIFY(!picture.error().detail.empty());
    }

    // Settings at the ends of their ranges.
    void extremeSettings() {
        const auto points = test::gaussianPoints(60, 4, 4);
        auto request = quickRequest(ProjectionKind::Tsne, points);
        for (const double theta : {0.0, 1.0}) {
            request.tsne.theta = theta;
            request.tsne.perplexity = theta > 0 ? 1e9 : 1;
            QVERIFY(made(request)->finished);
        }
        request = quickRequest(ProjectionKind::Umap, points);
        request.umap.neighbours = 1'000'000'000;
        request.umap.negativeSamples = 0;
        request.umap.minDistance = 0;
        QVERIFY(made(request)->finished);
        request.umap.spread = 1e3;
        request.umap.minDistance = 1e3;
        request.umap.negativeSamples = 20;
        QVERIFY(made(request)->finished);
    }
};

TESSERA_TEST(TestProject)
#include "test_project.moc"
