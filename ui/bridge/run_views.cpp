#include "ui/bridge/run_views.h"

#include "ui/bridge/background.h"
#include "ui/bridge/selection.h"

#include <algorithm>

namespace tessera::ui {

namespace {

// What the store says of a run changes without its curves: name, star, tags.
bool sameRecording(const RunRecord& a, const RunRecord& b) {
    return a.state == b.state && a.finishedAt == b.finishedAt &&
           a.summary.metricsHash == b.summary.metricsHash;
}

std::optional<std::filesystem::path> snapshotFile(const RunRecord& run,
                                                  const std::filesystem::path& folder) {
    for (const auto& artifact : run.artifacts) {
        if (artifact.kind == "views") {
            return folder / artifact.path;
        }
    }
    return std::nullopt;
}

// The order that the store would give: by series, layer, step; a later sample replaces an earlier.
void insertSample(std::vector<MetricSample>& samples, const MetricSample& sample) {
    const auto key = [](const MetricSample& s) { return std::tie(s.series, s.layer, s.step); };
    const auto at = std::lower_bound(
        samples.begin(), samples.end(), sample,
        [&](const MetricSample& a, const MetricSample& b) { return key(a) < key(b); });
    if (at != samples.end() && key(*at) == key(sample)) {
        *at = sample;
    } else {
        samples.insert(at, sample);
    }
}

} // namespace

RunViews::RunViews(RunLibrary& library, JobBridge& jobs, Documents& documents,
                   Background& background, Selection& selection, QObject* parent)
    : QObject(parent), m_library(library), m_jobs(jobs), m_documents(documents),
      m_background(background), m_selection(selection) {
    connect(&m_library, &RunLibrary::storeOpened, this, [this] {
        m_loaded.clear();
        show({});
    });
    connect(&m_library, &RunLibrary::runsChanged, this, &RunViews::onRunsChanged);
    connect(&m_jobs, &JobBridge::stateChanged, this, &RunViews::onJobChanged);
    connect(&m_jobs, &JobBridge::sampled, this,
            [this](JobId job, const std::vector<MetricSample>& samples) {
                grow(job, [&](RunView& view) {
                    for (const auto& sample : samples) {
                        insertSample(view.samples, sample);
                    }
                });
            });
    connect(&m_jobs, &JobBridge::snapshotTaken, this,
            [this](JobId job, const RunSnapshots& snapshots) {
                grow(job, [&](RunView& view) { view.snapshots = snapshots; });
            });
}

void RunViews::show(const std::vector<RunId>& runs) {
    auto wanted = runs;
    if (wanted.size() > kMost) {
        wanted.resize(kMost);
    }
    if (wanted == m_shown) {
        return;
    }
    const bool anotherFocus = wanted.empty() || m_shown.empty() || wanted[0] != m_shown[0];
    m_shown = std::move(wanted);
    if (anotherFocus) {
        m_selection.clear(); // rows of one run mean nothing in another
    }
    std::erase_if(m_loaded, [&](const auto& entry) {
        return std::find(m_shown.begin(), m_shown.end(), entry.first) == m_shown.end();
    });
    for (const auto& run : m_shown) {
        if (!isLive(run) && !m_loaded.contains(run)) {
            load(run);
        }
    }
    Q_EMIT shownChanged();
    Q_EMIT viewsChanged();
}

std::vector<RunViewPtr> RunViews::views() const {
    std::vector<RunViewPtr> views;
    for (const auto& run : m_shown) {
        if (const auto live = liveView(run)) {
            views.push_back(live);
        } else if (const auto found = m_loaded.find(run); found != m_loaded.end()) {
            views.push_back(found->second);
        }
    }
    return views;
}

RunViewPtr RunViews::liveView(const RunId& run) const {
    for (const auto& [job, view] : m_live) {
        if (view->record.id == run) {
            return view;
        }
    }
    return nullptr;
}

void RunViews::load(const RunId& run) {
    const auto* record = m_library.find(run);
    if (record == nullptr || !m_library.opened()) {
        return;
    }
    struct Loading {
        std::shared_ptr<RunView> view;
        std::optional<Error> problem;
    };
    m_background.run(
        this,
        [&documents = m_documents, store = m_library.opened()->store,
         folder = m_library.opened()->folder, record = *record]() -> Loading {
            Loading loading{std::make_shared<RunView>(), std::nullopt};
            loading.view->record = record;
            if (auto samples = store->samples(record.id)) {
                loading.view->samples = std::move(*samples);
            } else {
                loading.problem = samples.error();
            }
            if (const auto file = snapshotFile(record, folder)) {
                if (auto snapshots = documents.readSnapshots(*file)) {
                    loading.view->snapshots = std::move(*snapshots);
                } else {
                    loading.problem = snapshots.error();
                }
            }
            return loading;
        },
        [this, run](Loading loading) {
            if (std::find(m_shown.begin(), m_shown.end(), run) == m_shown.end()) {
                return; // no longer wanted
            }
            m_loaded[run] = std::move(loading.view);
            Q_EMIT viewsChanged();
            if (loading.problem) {
                Q_EMIT failed(*loading.problem);
            }
        });
}

void RunViews::onRunsChanged() {
    std::erase_if(m_shown,
                  [&](const RunId& run) { return m_library.find(run) == nullptr && !isLive(run); });
    bool changed = false;
    for (const auto& run : m_shown) {
        const auto* record = m_library.find(run);
        const auto found = m_loaded.find(run);
        if (record == nullptr || isLive(run)) {
            continue;
        }
        if (found == m_loaded.end() || !sameRecording(found->second->record, *record)) {
            load(run);
        } else if (found->second->record.name != record->name) {
            auto renamed = std::make_shared<RunView>(*found->second);
            renamed->record = *record;
            found->second = renamed;
            changed = true;
        }
    }
    if (std::any_of(m_loaded.begin(), m_loaded.end(), [&](const auto& entry) {
            return std::find(m_shown.begin(), m_shown.end(), entry.first) == m_shown.end();
        })) {
        std::erase_if(m_loaded, [&](const auto& entry) {
            return std::find(m_shown.begin(), m_shown.end(), entry.first) == m_shown.end();
        });
        changed = true;
        Q_EMIT shownChanged();
    }
    if (changed) {
        Q_EMIT viewsChanged();
    }
}

void RunViews::onJobChanged(const JobStatus& status) {
    if (isTerminal(status.state)) {
        const auto found = m_live.extract(status.id);
        if (found) {
            // Shown as it stood until the store's own account of it is read.
            auto last = std::make_shared<RunView>(*found.mapped());
            last->record.state = status.state;
            const auto run = last->record.id;
            if (std::find(m_shown.begin(), m_shown.end(), run) != m_shown.end()) {
                m_loaded[run] = last;
                Q_EMIT viewsChanged();
            }
        }
        m_library.refresh();
        return;
    }
    if (status.run && !m_live.contains(status.id)) {
        auto view = std::make_shared<RunView>();
        view->record.id = *status.run;
        view->record.name = status.experiment.name;
        view->record.state = status.state;
        view->record.experiment = status.experiment;
        view->record.sourceLabel = m_documents.networkLabel(status.experiment.source.network);
        view->record.receiverLabel = m_documents.networkLabel(status.experiment.receiver.network);
        m_live[status.id] = view;
        m_library.refresh();
    }
}

// Whoever holds a view keeps what it had: growing makes a new value.
void RunViews::grow(JobId job, const std::function<void(RunView&)>& change) {
    const auto found = m_live.find(job);
    if (found == m_live.end()) {
        return;
    }
    auto next = std::make_shared<RunView>(*found->second);
    change(*next);
    found->second = next;
    if (std::find(m_shown.begin(), m_shown.end(), next->record.id) != m_shown.end()) {
        Q_EMIT viewsChanged();
    }
}

} // namespace tessera::ui
