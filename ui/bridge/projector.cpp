#include "ui/bridge/projector.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::size_t kMostKnown = 12;
constexpr std::size_t kMostPlaced = 4; // of one picture
constexpr int kMostThreads = 4;        // the window needs some as well

// Not on threads: those change how long it takes, never the picture.
ProjectionRequest requestOf(const ProjectionChoice& choice, const Matrix& points) {
    ProjectionRequest request;
    request.kind = choice.kind;
    request.points = points;
    request.seed = choice.seed;
    request.tsne.perplexity = choice.perplexity;
    request.umap.neighbours = choice.neighbours;
    request.threads = std::clamp(QThread::idealThreadCount() - 1, 1, kMostThreads);
    return request;
}

std::int64_t missingIn(const Matrix& xy) {
    std::int64_t missing = 0;
    for (std::int64_t row = 0; row < xy.rows; ++row) {
        missing += std::isfinite(xy.at(row, 0)) ? 0 : 1;
    }
    return missing;
}

bool hasPlace(const std::shared_ptr<const NetworkRows>& network) {
    return network != nullptr && !network->hub.empty();
}

} // namespace

bool samePicture(const ProjectionChoice& one, const ProjectionChoice& other) {
    const bool sameSetting = one.kind == ProjectionKind::Tsne ? one.perplexity == other.perplexity
                                                              : one.neighbours == other.neighbours;
    return one.kind == other.kind && one.seed == other.seed && sameSetting;
}

struct Projector::Outcome {
    Projection projection;
    std::shared_ptr<const NetworkRows> receiver; // of which `placed` speaks
    std::shared_ptr<const Matrix> placed;        // null: none
    std::optional<double> trustworthiness;
};

struct Projector::Placing {
    std::shared_ptr<const NetworkRows> receiver;
    std::shared_ptr<const Matrix> placed;
    std::optional<double> trustworthiness;
};

namespace {

// Null: nothing can be placed, or stopped.
std::shared_ptr<const Matrix> placedIn(const Matrix& xy, const NetworkRows& source,
                                       const std::shared_ptr<const NetworkRows>& receiver,
                                       const Analysis& analysis, const Watch& watch) {
    if (!hasPlace(receiver)) {
        return nullptr;
    }
    auto placed =
        analysis.placeAmong(source.hub, xy, receiver->hub, Projector::kPlacedAmong, watch);
    return placed && !placed->empty() ? std::make_shared<const Matrix>(std::move(*placed))
                                      : nullptr;
}

std::optional<double> trustworthinessOf(const Matrix& xy, const NetworkRows& source,
                                        const Analysis& analysis, const Watch& watch) {
    const auto judged =
        analysis.trustworthiness(source.hub, xy, Projector::kJudgedNeighbours, watch);
    return judged ? *judged : std::nullopt;
}

} // namespace

Projector::Projector(Analyst* analyst, QObject* parent) : QObject(parent), m_analyst(analyst) {
    if (m_analyst != nullptr) {
        connect(m_analyst, &Analyst::readyChanged, this, &Projector::onReady);
    }
}

Projector::~Projector() = default;

bool Projector::isBusy() const {
    return m_state == State::Running || m_state == State::Paused || m_placing.isRunning() ||
           (m_state == State::Waiting && m_analyst != nullptr);
}

void Projector::setNetworks(std::shared_ptr<const NetworkRows> source,
                            std::shared_ptr<const NetworkRows> receiver) {
    const bool otherSource = source != m_source;
    const bool otherReceiver = receiver != m_receiver;
    m_source = std::move(source);
    m_receiver = std::move(receiver);
    if (otherSource) {
        find();
    } else if (otherReceiver) {
        if (m_follower != nullptr) {
            m_follower->setReceiver(m_receiver);
        } else {
            place();
        }
    }
}

void Projector::show(const ProjectionChoice& choice) {
    const bool asked = m_choice && samePicture(*m_choice, choice);
    m_choice = choice;
    if (!asked || m_state == State::Idle) {
        find();
    }
}

void Projector::draw(const ProjectionChoice& choice) {
    m_choice = choice;
    giveUp();
    begin();
}

bool Projector::knows(const ProjectionChoice& choice) const {
    return m_source != nullptr &&
           std::any_of(m_known.begin(), m_known.end(), [&](const Known& each) {
               return each.source.lock() == m_source && samePicture(each.picture->choice, choice);
           });
}

// Shows what was asked for: it is known, or is to be drawn.
void Projector::find() {
    giveUp();
    const auto* found = m_choice ? known() : nullptr;
    if (found == nullptr) {
        begin();
        return;
    }
    m_picture = found->picture;
    m_state = m_picture->finished ? State::Done : State::Stopped;
    place();
    Q_EMIT changed();
}

void Projector::giveUp() {
    m_drawing.stop();
    m_placing.stop();
    m_placeAgain = false;
    m_follower.reset();
    m_picture.reset();
    m_failure.reset();
    m_progress = {};
    m_state = State::Idle;
}

void Projector::begin() {
    if (!m_choice || !hasPlace(m_source)) {
        Q_EMIT changed();
        return;
    }
    if (m_analyst == nullptr || !m_analyst->isReady()) {
        m_state = State::Waiting;
        Q_EMIT changed();
        return;
    }
    m_follower = std::make_shared<ProjectionFollower>([guard = QPointer<Projector>(this)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard] {
                if (guard) {
                    guard->onNews();
                }
            },
            Qt::QueuedConnection);
    });
    m_follower->setReceiver(m_receiver);
    m_follower->setPaused(m_suspended);
    m_state = State::Running;
    m_drawing = m_analyst->run(
        this,
        [source = m_source, choice = *m_choice,
         follower = m_follower](const Analysis& analysis, const Watch& watch) -> Result<Outcome> {
            follower->follow(analysis, *source, watch.stop());
            auto projection =
                analysis.project(requestOf(choice, source->hub), *follower, watch.stop());
            if (!projection) {
                return fail(projection.error());
            }
            Outcome outcome{std::move(*projection), follower->receiver(), nullptr, std::nullopt};
            if (outcome.projection.finished) {
                const auto& xy = outcome.projection.xy;
                outcome.placed = placedIn(xy, *source, outcome.receiver, analysis, watch);
                outcome.trustworthiness = trustworthinessOf(xy, *source, analysis, watch);
            }
            return outcome;
        },
        [this](Result<Outcome> outcome) { onEnded(std::move(outcome)); });
    Q_EMIT changed();
}

void Projector::onReady() {
    if (m_state == State::Waiting && m_analyst->isReady()) {
        begin();
    }
}

void Projector::pause() {
    if (m_state == State::Running) {
        m_follower->setPaused(true);
        m_state = State::Paused;
        Q_EMIT changed();
    }
}

void Projector::goOn() {
    if (m_state == State::Paused) {
        m_follower->setPaused(m_suspended);
        m_state = State::Running;
        Q_EMIT changed();
    }
}

void Projector::setSuspended(bool suspended) {
    m_suspended = suspended;
    if (m_state == State::Running) {
        m_follower->setPaused(suspended);
    }
}

void Projector::onNews() {
    const auto news = m_follower != nullptr ? m_follower->take() : std::nullopt;
    if (!news) {
        return; // of a projection that was given up
    }
    m_progress = news->progress;
    if (news->source != nullptr) {
        auto picture = std::make_shared<ProjectedHub>();
        picture->choice = *m_choice;
        picture->source = news->source;
        picture->receiver = news->receiver;
        picture->steps = m_progress.step;
        picture->total = m_progress.total;
        m_picture = std::move(picture);
    }
    Q_EMIT changed();
}

void Projector::stop() {
    if (m_state == State::Waiting) {
        m_state = State::Stopped;
        Q_EMIT changed();
    }
    if (m_follower == nullptr) {
        return;
    }
    onNews(); // what has been drawn last
    m_drawing.stop();
    m_follower.reset();
    m_state = State::Stopped;
    if (m_picture != nullptr) {
        auto picture = std::make_shared<ProjectedHub>(*m_picture);
        picture->leftOut = missingIn(*picture->source);
        m_picture = std::move(picture);
        remember();
        place();
    }
    Q_EMIT changed();
}

void Projector::onFailed(Error error) {
    m_picture.reset();
    m_failure = std::move(error);
    m_state = State::Failed;
    Q_EMIT changed();
}

void Projector::onEnded(Result<Outcome> ended) {
    m_follower.reset();
    if (!ended) {
        onFailed(std::move(ended).error());
        return;
    }
    auto& outcome = *ended;
    auto& projection = outcome.projection;
    auto picture = std::make_shared<ProjectedHub>();
    picture->choice = *m_choice;
    picture->steps = picture->total = projection.steps;
    picture->finished = projection.finished;
    picture->leftOut = projection.leftOut;
    picture->judged = true;
    picture->trustworthiness = outcome.trustworthiness;
    if (projection.perplexity > 0.0 && projection.perplexity < picture->choice.perplexity) {
        picture->usedPerplexity = projection.perplexity;
    }
    picture->source = std::make_shared<const Matrix>(std::move(projection.xy));
    picture->receiver = outcome.placed;
    m_picture = std::move(picture);
    m_state = State::Done;
    remember();
    keepPlaced(outcome.receiver, outcome.placed);
    place(); // where the receiver has learned meanwhile
    Q_EMIT changed();
}

// The receiver's points in a picture that does not move any more, and how good that picture is.
void Projector::place() {
    const auto* found = m_picture != nullptr && m_follower == nullptr ? known() : nullptr;
    if (found == nullptr) {
        return;
    }
    const auto placed =
        std::find_if(found->placed.begin(), found->placed.end(),
                     [this](const auto& each) { return each.first.lock() == m_receiver; });
    const bool isKnown = placed != found->placed.end();
    auto picture = std::make_shared<ProjectedHub>(*found->picture);
    if (!hasPlace(m_receiver)) {
        picture->receiver.reset();
    } else {
        // What stood there was another one's, but better than a gap while this one is on its way.
        picture->receiver = isKnown ? placed->second : m_picture->receiver;
    }
    m_picture = picture;
    if (m_placing.isRunning()) {
        m_placeAgain = true;
    } else if (!picture->judged || (hasPlace(m_receiver) && !isKnown)) {
        startPlacing(*picture);
    }
    Q_EMIT changed();
}

void Projector::startPlacing(const ProjectedHub& picture) {
    if (m_analyst == nullptr) {
        return;
    }
    m_placing = m_analyst->run(
        this,
        [source = m_source, receiver = m_receiver, xy = picture.source, isJudged = picture.judged](
            const Analysis& analysis, const Watch& watch) -> Result<Placing> {
            return Placing{receiver, placedIn(*xy, *source, receiver, analysis, watch),
                           isJudged ? std::nullopt
                                    : trustworthinessOf(*xy, *source, analysis, watch)};
        },
        [this](Result<Placing> placing) { onPlaced(std::move(placing)); });
}

void Projector::onPlaced(Result<Placing> ended) {
    if (!ended) {
        onFailed(std::move(ended).error());
        return;
    }
    auto& placing = *ended;
    auto picture = std::make_shared<ProjectedHub>(*m_picture);
    if (!picture->judged) {
        picture->judged = true;
        picture->trustworthiness = placing.trustworthiness;
    }
    if (placing.receiver == m_receiver) {
        picture->receiver = placing.placed;
    }
    m_picture = std::move(picture);
    remember();
    keepPlaced(placing.receiver, placing.placed);
    if (std::exchange(m_placeAgain, false)) {
        place();
    } else {
        Q_EMIT changed();
    }
}

// --- What was drawn before -----------------------------------------------------------------------

Projector::Known* Projector::known() {
    const auto found = std::find_if(m_known.begin(), m_known.end(), [this](const Known& each) {
        return each.source.lock() == m_source && samePicture(each.picture->choice, *m_choice);
    });
    if (found == m_known.end() || m_source == nullptr) {
        return nullptr;
    }
    m_known.splice(m_known.begin(), m_known, found);
    return &m_known.front();
}

void Projector::remember() {
    m_known.remove_if([](const Known& each) { return each.source.expired(); });
    if (auto* found = known()) {
        if (found->picture->source != m_picture->source) {
            found->placed.clear(); // in what was drawn before
        }
        found->picture = m_picture;
        return;
    }
    m_known.push_front({m_source, m_picture, {}});
    if (m_known.size() > kMostKnown) {
        m_known.pop_back();
    }
}

void Projector::keepPlaced(const std::shared_ptr<const NetworkRows>& receiver,
                           const std::shared_ptr<const Matrix>& placed) {
    auto* found = known();
    if (found == nullptr || receiver == nullptr || placed == nullptr) {
        return;
    }
    std::erase_if(found->placed, [&](const auto& each) {
        return each.first.expired() || each.first.lock() == receiver;
    });
    found->placed.emplace_back(receiver, placed);
    if (found->placed.size() > kMostPlaced) {
        found->placed.erase(found->placed.begin());
    }
}

} // namespace tessera::ui
