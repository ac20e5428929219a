#include "ui/bridge/run_views.h"

#include "ui/bridge/background.h"
#include "ui/bridge/selection.h"

#include <algorithm>
#include <tuple>

namespace tessera::ui {

namespace {

// What the store says of a run changes without its curves: name, star, tags.
bool sameRecording(const RunRecord& a, const RunRecord& b) {
    return a.state == b.state && a.finishedAt == b.finishedAt &&
           a.summary.metricsHash == b.summary.metricsHash;
}

std::optional<std::filesystem::path> snapshotFile(const RunRecord& run,
                                                  const std::filesystem::path& folder) {
    const auto* artifact = findArtifact(run, "views");
    return artifact != nullptr ? std::optional(folder / artifact->path) : std::nullopt;
}

// The order that the store would give.
bool isSampledBefore(const MetricSample& a, const MetricSample& b) {
    return std::tie(a.series, a.layer, a.step) < std::tie(b.series, b.layer, b.step);
}

// What a run has recorded does not change any more. Whoever has its snapshots keeps them: what was
// computed of them is found by the objects that they are.
bool sameSnapshot(const SnapshotPtr& a, const SnapshotPtr& b) {
    const auto rows = [](const SnapshotPtr& one) {
        return one->samples ? one->samples->size() : 0;
    };
    return a && b && a->step == b->step && rows(a) == rows(b);
}

RunSnapshots keptSnapshots(const RunSnapshots& known, const RunSnapshots& read) {
    const bool same = sameSnapshot(known.first, read.first) && sameSnapshot(known.last, read.last);
    return same ? known : read;
}

// Adds what has come, in the store's order; a later sample of a point replaces an earlier one.
void mergeSamples(std::vector<MetricSample>& samples, const std::vector<MetricSample>& news) {
    const auto old = static_cast<std::ptrdiff_t>(samples.size());
    samples.insert(samples.end(), news.begin(), news.end());
    std::stable_sort(samples.begin() + old, samples.end(), isSampledBefore);
    std::inplace_merge(samples.begin(), samples.begin() + old, samples.end(), isSampledBefore);
    const auto samePoint = [](const MetricSample& a, const MetricSample& b) {
        return !isSampledBefore(a, b) && !isSampledBefore(b, a);
    };
    // Of equal ones the last stays: seen from the end, unique() keeps the first.
    const auto kept = std::unique(samples.rbegin(), samples.rend(), samePoint);
    samples.erase(samples.begin(), kept.base());
}

// A long run has many samples, and every new value of it is a copy: it grows less often then.
constexpr int kSamplesPerMs = 500;

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
                if (const auto found = m_live.find(job); found != m_live.end()) {
                    auto& pending = found->second.samples;
                    pending.insert(pending.end(), samples.begin(), samples.end());
                    growSoon();
                }
            });
    connect(&m_jobs, &JobBridge::snapshotTaken, this,
            [this](JobId job, const RunSnapshots& snapshots) {
                if (const auto found = m_live.find(job); found != m_live.end()) {
                    found->second.snapshots = snapshots;
                    growSoon();
                }
            });
    m_growth.setSingleShot(true);
    connect(&m_growth, &QTimer::timeout, this, &RunViews::grow);
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
        const auto view = m_earlier && m_earlier->record.id == run ? m_earlier : viewOf(run);
        if (view) {
            views.push_back(view);
        }
    }
    return views;
}

RunViewPtr RunViews::viewOf(const RunId& run) const {
    if (const auto live = liveView(run)) {
        return live;
    }
    const auto found = m_loaded.find(run);
    return found != m_loaded.end() ? found->second : nullptr;
}

void RunViews::showInstead(RunViewPtr earlier) {
    if (m_earlier != earlier) {
        m_earlier = std::move(earlier);
        Q_EMIT viewsChanged();
    }
}

RunViewPtr RunViews::liveView(const RunId& run) const {
    for (const auto& [job, live] : m_live) {
        if (live.view->record.id == run) {
            return live.view;
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
        static Loading failed(Error error) { return {nullptr, std::move(error)}; }
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
            if (loading.view != nullptr) {
                auto& place = m_loaded[run];
                if (place != nullptr) {
                    loading.view->snapshots =
                        keptSnapshots(place->snapshots, loading.view->snapshots);
                }
                place = std::move(loading.view);
                Q_EMIT viewsChanged();
            }
            if (loading.problem) {
                Q_EMIT failed(*loading.problem);
            }
        });
}

void RunViews::onRunsChanged() {
    auto remaining = m_shown;
    std::erase_if(remaining,
                  [&](const RunId& run) { return m_library.find(run) == nullptr && !isLive(run); });
    show(remaining); // no effect if all are still there
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
    if (changed) {
        Q_EMIT viewsChanged();
    }
}

void RunViews::onJobChanged(const JobStatus& status) {
    if (isTerminal(status.state)) {
        endLive(status);
        m_library.refresh();
        return;
    }
    if (status.study) {
        m_library.refresh(); // its runs come and go: they are shown as the store has them
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
        m_live[status.id].view = view;
        m_library.refresh();
    }
    if (status.waitingAfter) {
        grow(); // whoever looks while it waits sees all that there is
    }
}

void RunViews::endLive(const JobStatus& status) {
    grow();
    const auto found = m_live.find(status.id);
    if (found == m_live.end()) {
        return; // it had not begun
    }
    // Shown as it stood until the store's own account of it is read.
    auto last = std::make_shared<RunView>(*found->second.view);
    const auto run = last->record.id;
    last->record.state = status.state;
    last->record.failure = status.failure ? status.failure->detail : std::string();
    m_library.noteEnd(run, status.state, last->record.failure); // while it still counts as live
    m_live.erase(found);
    if (std::find(m_shown.begin(), m_shown.end(), run) != m_shown.end()) {
        m_loaded[run] = last;
        Q_EMIT viewsChanged();
    }
}

void RunViews::growSoon() {
    if (m_growth.isActive()) {
        return;
    }
    std::size_t largest = 0;
    for (const auto& [job, live] : m_live) {
        largest = std::max(largest, live.view->samples.size());
    }
    m_growth.start(static_cast<int>(largest / kSamplesPerMs));
}

// Whoever holds a view keeps what it had: growing makes a new value.
void RunViews::grow() {
    m_growth.stop();
    bool seen = false;
    for (auto& [job, live] : m_live) {
        if (live.samples.empty() && !live.snapshots) {
            continue;
        }
        auto next = std::make_shared<RunView>(*live.view);
        mergeSamples(next->samples, live.samples);
        next->snapshots = live.snapshots.value_or(next->snapshots);
        live = {next, {}, std::nullopt};
        seen = seen || std::find(m_shown.begin(), m_shown.end(), next->record.id) != m_shown.end();
    }
    if (seen) {
        Q_EMIT viewsChanged();
    }
}

} // namespace tessera::ui
