#pragma once

#include "core/api/data_description.h"
#include "core/api/job_service.h"
#include "ui/bridge/background.h"
#include "ui/bridge/shared_progress.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace tessera::ui {

class ExperimentDocument;
class JobBridge;

// What the experiment's data are: of a built-in set at once, from the catalogue; of a file as soon
// as it has been read off the UI thread, again whenever another file or another reading is chosen.
// UI thread.
class DescribedData : public QObject {
    Q_OBJECT

public:
    DescribedData(const ExperimentDocument& experiment, const JobService& jobs,
                  const JobBridge& bridge, QObject* parent = nullptr);
    ~DescribedData() override;

    // Nothing while it is not known: no engine yet, a file is being read, or it cannot be.
    [[nodiscard]] std::optional<InputSpec> input() const;
    [[nodiscard]] int classes() const; // 0: not known
    // Of a file that has been read; null for a built-in set.
    [[nodiscard]] std::shared_ptr<const DataDescription> description() const {
        return m_description;
    }
    [[nodiscard]] bool isReading() const { return m_reading; }
    // 0 to 1, as far as it is known how much of the file has been read.
    [[nodiscard]] std::optional<double> progress() const;
    // Why the file cannot be read.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    // What could not be read: tried once more, since something outside has changed.
    void readAgain();
    // A dialog has read the file already: taken over, not read again.
    void adopt(const DataSpec& spec, std::shared_ptr<const DataDescription> description);

Q_SIGNALS:
    void changed();
    void progressed();

private:
    void follow();
    void forget();
    void read(const DataSpec& spec);

    const ExperimentDocument& m_experiment;
    const JobService& m_jobs;
    const JobBridge& m_bridge;
    DataSpec m_spec; // that the members below speak of; of a built-in set only the name counts
    std::shared_ptr<const DataDescription> m_description;
    std::optional<Error> m_failure;
    bool m_reading = false;
    QTimer m_poll;
    SharedProgress m_progress;
    std::stop_source m_stop;
    Background m_background; // last: ends before what its work speaks of
};

} // namespace tessera::ui
