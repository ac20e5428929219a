#pragma once

#include "ui/bridge/analyst.h"
#include "ui/bridge/projection_follower.h"

#include <QObject>

#include <list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tessera::ui {

// A picture of points, as it can be asked for.
struct ProjectionChoice {
    ProjectionKind kind = ProjectionKind::Tsne; // not PCA, which the hub's axes are already
    std::uint64_t seed = 1;
    int perplexity = 30; // t-SNE
    int neighbours = 15; // UMAP
};

// Whether both ask for the same picture: settings of the other kind do not count.
[[nodiscard]] bool samePicture(const ProjectionChoice& one, const ProjectionChoice& other);

// What there is to see of it.
struct ProjectedHub {
    ProjectionChoice choice;
    std::shared_ptr<const Matrix> source;   // (n, 2), not null
    std::shared_ptr<const Matrix> receiver; // of the same samples; null: none, or not placed yet
    int steps = 0;
    int total = 0; // 0: there was nothing to arrange, all points are one
    bool finished = false;
    std::int64_t leftOut = 0;             // of the source's points: not finite
    std::optional<double> usedPerplexity; // where few points did not allow what was asked for
    bool judged = false;
    std::optional<double> trustworthiness; // of the source's points; nothing: cannot be judged
};

// Draws the source's hub points by t-SNE or UMAP, off the UI thread, with pictures on the way, and
// places the receiver's points among them. The layout depends on the source alone: when the
// receiver learns, only its points are placed anew. Keeps the layouts that it made, so that going
// back to one costs nothing. UI thread.
class Projector : public QObject {
    Q_OBJECT

public:
    static constexpr int kPlacedAmong = 5;       // nearest source points in the hub
    static constexpr int kJudgedNeighbours = 12; // of each point, for the trustworthiness

    enum class State {
        Idle,    // nothing was asked for, or there is nothing to draw
        Waiting, // for the engine
        Running,
        Paused,
        Stopped, // by a person
        Failed,
        Done,
    };

    // `analyst` outlives it; null: nothing can be drawn.
    explicit Projector(Analyst* analyst, QObject* parent = nullptr);
    ~Projector() override;

    // Both may be null. Another source stops what is being drawn, and what was asked for is drawn
    // of the new one.
    void setNetworks(std::shared_ptr<const NetworkRows> source,
                     std::shared_ptr<const NetworkRows> receiver);
    // Asks for a picture: a known one is there at once, another one is begun and what is being
    // drawn is given up.
    void show(const ProjectionChoice& choice);
    // Asks for a picture and draws it from the start, also where it is known.
    void draw(const ProjectionChoice& choice);
    // Whether show() would have it at once.
    [[nodiscard]] bool knows(const ProjectionChoice& choice) const;
    void pause();
    void goOn();
    void stop(); // the picture so far stays
    // While nobody looks, what is being drawn waits; for a person it is running all the same.
    void setSuspended(bool suspended);

    [[nodiscard]] State state() const { return m_state; }
    // Null: none.
    [[nodiscard]] const std::shared_ptr<const NetworkRows>& source() const { return m_source; }
    // Null: none yet.
    [[nodiscard]] std::shared_ptr<const ProjectedHub> picture() const { return m_picture; }
    [[nodiscard]] const ProjectionProgress& progress() const { return m_progress; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    // Whether something of the picture is still to come without a person's doing.
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    // At most 20 times a second while it draws.
    void changed();

private:
    struct Known {
        std::weak_ptr<const NetworkRows> source;
        std::shared_ptr<const ProjectedHub> picture;
        // The receiver's points at other times.
        std::vector<std::pair<std::weak_ptr<const NetworkRows>, std::shared_ptr<const Matrix>>>
            placed;
    };
    struct Outcome;
    struct Placing;

    void find();
    void begin();
    void giveUp();
    void onReady();
    void onNews();
    void onEnded(Result<Outcome> outcome);
    void onFailed(Error error);
    void place();
    void startPlacing(const ProjectedHub& picture);
    void onPlaced(Result<Placing> placing);
    void remember();
    [[nodiscard]] Known* known();
    void keepPlaced(const std::shared_ptr<const NetworkRows>& receiver,
                    const std::shared_ptr<const Matrix>& placed);

    Analyst* m_analyst;
    std::shared_ptr<const NetworkRows> m_source;
    std::shared_ptr<const NetworkRows> m_receiver;
    std::optional<ProjectionChoice> m_choice;
    State m_state = State::Idle;
    std::optional<Error> m_failure;
    std::shared_ptr<const ProjectedHub> m_picture;
    ProjectionProgress m_progress;
    std::list<Known> m_known;                       // the one used last in front
    std::shared_ptr<ProjectionFollower> m_follower; // null: nothing is being drawn
    AnalysisTicket m_drawing;
    AnalysisTicket m_placing;
    bool m_suspended = false;
    bool m_placeAgain = false; // the receiver has learned meanwhile
};

} // namespace tessera::ui
