#pragma once

#include "core/api/job_service.h"
#include "ui/bridge/background.h"
#include "ui/bridge/shared_progress.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace tessera::ui {

class JobBridge;

// What a network is made of: found out off the UI thread as soon as the engine is there. One
// network at a time: another request ends the one before. Owned by a card, which lends it to the
// dialog that it opens. UI thread.
class DescribedNetwork : public QObject {
    Q_OBJECT

public:
    struct Request {
        NetworkSpec spec;
        std::optional<InputSpec> input;                         // of the data, to try it with
        int classes = 0;                                        // of the data; 0: unknown
        std::optional<std::filesystem::file_time_type> written; // of the file
        friend bool operator==(const Request&, const Request&) = default;
    };
    enum class State {
        Nothing, // is asked for
        Reading, // or about to
        Stopped, // by a person
        Failed,  // it could not be read at all
        Known,
    };

    DescribedNetwork(const JobService& jobs, const JobBridge& bridge, QObject* parent = nullptr);
    ~DescribedNetwork() override;

    // A request with the file's own time. One that is known, or on its way, is not read again.
    void describe(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes);
    void clear();
    void cancel();
    void readAgain(); // after it was stopped

    [[nodiscard]] State state() const { return m_state; }
    // While options of the same network are tried, what was known before; null if nothing was.
    [[nodiscard]] std::shared_ptr<const NetworkDescription> description() const {
        return m_description;
    }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    // 0 to 1, as far as it is known.
    [[nodiscard]] std::optional<double> progress() const;

Q_SIGNALS:
    void changed();
    void progressed();

private:
    void ask(const Request& request);
    void begin();
    void finish(State state);

    const JobService& m_jobs;
    const JobBridge& m_bridge;
    Request m_request;
    State m_state = State::Nothing;
    std::shared_ptr<const NetworkDescription> m_description;
    std::optional<Error> m_failure;
    QTimer m_delay; // a path is typed letter by letter
    QTimer m_poll;
    SharedProgress m_progress;
    std::stop_source m_stop;
    Background m_background; // last: ends before what its work speaks of
};

} // namespace tessera::ui
