#pragma once

#include "core/api/snapshot.h"

#include <cstdint>

// Pictures of many points in the plane. Plain values, and the interface through which a layout is
// watched while it is made.
namespace tessera {

enum class ProjectionKind {
    Pca,  // the plane of the two largest variances: distances are true or too small
    Tsne, // van der Maaten and Hinton 2008, with the trees of van der Maaten 2014
    Umap, // McInnes, Healy and Melville 2018
};

// Neighbours near one another; distances between groups and sizes of groups say little.
struct TsneSettings {
    double perplexity = 30; // about how many neighbours count, >= 1; at most a third of the others
    int iterations = 1000;  // >= 0
    double exaggeration = 12;        // attraction is so many times stronger at first, >= 1
    int exaggeratedIterations = 250; // >= 0
    double theta = 0.5; // 0..1: how large a group seen from afar counts as one point; 0 = exact
    // Of the gradient without its factor 4, as in van der Maaten's program; 0 = max(n / 12, 50)
    // for n points (Belkina et al. 2019).
    double learningRate = 0;
    double firstMomentum = 0.5; // 0..1, while the attraction is exaggerated
    double momentum = 0.8;      // 0..1, from then on
};

struct UmapSettings {
    int neighbours = 15;      // the point itself counted, as in umap-learn, >= 2
    int epochs = 0;           // >= 0; 0 = 500 for up to 10,000 points, else 200
    double minDistance = 0.1; // of neighbours in the picture, 0..spread
    double spread = 1.0;      // scale of the picture, 0.001..1000
    int negativeSamples = 5;  // points pushed away for each one that is drawn near, >= 0
};

struct ProjectionRequest {
    ProjectionKind kind = ProjectionKind::Pca;
    Matrix points;          // (n, d); a row with a number that is not finite is left out
    std::uint64_t seed = 1; // same request, same picture, bit for bit on one machine
    TsneSettings tsne;
    UmapSettings umap;
    int threads = 1; // >= 1; changes how long it takes, never the picture
};

enum class ProjectionStage { Axes, Neighbours, Graph, Layout };

// The picture so far. Rows are those of the request; left out ones are NaN.
struct ProjectionFrame {
    int step = 0; // iterations or epochs done
    int total = 0;
    Matrix xy; // (n, 2)
};

struct Projection {
    Matrix xy;                // (n, 2); PCA in the unit of the points, the others without a unit
    bool finished = false;    // false: stopped, and this is how far it came
    int steps = 0;            // iterations or epochs done
    std::int64_t leftOut = 0; // rows with numbers that are not finite: NaN in `xy`
    int neighbours = 0;       // of each point that were looked at; 0: none were needed
    double perplexity = 0;    // that was used; t-SNE only
};

// Follows a projection. Called on the thread that computes, which waits: whoever blocks in here
// makes a pause, and whoever wants fewer frames lets some pass. Must not throw.
class ProjectionObserver {
public:
    virtual ~ProjectionObserver() = default;

    // Units differ by stage: compare ratios only. A stage begins with done = 0.
    virtual void progress(ProjectionStage stage, std::int64_t done, std::int64_t total) = 0;

    // After every step, and before the first one. `frame` lives until this returns.
    virtual void frame(const ProjectionFrame& frame) = 0;
};

} // namespace tessera
