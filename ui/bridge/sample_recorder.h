#pragma once

#include "core/api/job_service.h"
#include "ui/bridge/background.h"
#include "ui/bridge/shared_progress.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace tessera::ui {

// A layer that can be recorded.
struct TapPlace {
    std::string name;
    std::vector<std::int64_t> shape; // of one sample; empty: unknown
    friend bool operator==(const TapPlace&, const TapPlace&) = default;
};

// Records everything that a network puts out for one sample, off the UI thread. One recording at a
// time: another request ends the one before, and what has ended leaves nothing behind. UI thread.
class SampleRecorder : public QObject {
    Q_OBJECT

public:
    struct Request {
        FullActivationRequest what;
        std::optional<InputSpec> input; // of the data and their classes, as far as they are known:
        int classes = 0;                // to find out what there is where not all can be recorded
    };
    enum class State {
        Nothing, // is asked for
        Recording,
        Stopped, // by a person
        Failed,
        Known,
    };
    struct Failure {
        Failure() = default;
        Failure(Error what) : error(std::move(what)) {}
        Error error;
        bool networkMissing = false;   // the file that the request names is not there
        std::int64_t neededBytes = 0;  // where it is too much at once; else 0
        std::vector<TapPlace> tooMany; // the layers to choose from then
    };
    using Activations = std::vector<FullActivation>; // in order of execution

    explicit SampleRecorder(const JobService& jobs, QObject* parent = nullptr);
    ~SampleRecorder() override;

    void record(const Request& request);
    void cancel();
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    // Null unless Known.
    [[nodiscard]] std::shared_ptr<const Activations> activations() const { return m_activations; }
    [[nodiscard]] const std::optional<Failure>& failure() const { return m_failure; }
    // 0 to 1, as far as it is known.
    [[nodiscard]] std::optional<double> progress() const;

Q_SIGNALS:
    void changed();
    void progressed();

private:
    using Outcome = tl::expected<Activations, Failure>;

    [[nodiscard]] static Outcome perform(const JobService& jobs, const Request& request,
                                         const Watch& watch);
    void finish(State state);

    const JobService& m_jobs;
    State m_state = State::Nothing;
    std::shared_ptr<const Activations> m_activations;
    std::optional<Failure> m_failure;
    QTimer m_poll;
    SharedProgress m_progress;
    std::stop_source m_stop;
    Background m_background; // last: ends before what its work speaks of
};

} // namespace tessera::ui
