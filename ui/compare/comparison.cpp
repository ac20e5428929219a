#include "ui/compare/comparison.h"

#include "ui/bridge/compared_runs.h"
#include "ui/bridge/services.h"

#include <algorithm>
#include <set>

namespace tessera::ui {

namespace {

CompareDataPtr computed(std::vector<RunRecord> runs, CompareChoice choice) {
    auto data = std::make_shared<CompareData>();
    data->runs = std::move(runs);
    data->fields = fieldsOf(data->runs);
    // Groups that are no more make way for those that are there.
    const auto groups = groupRuns(data->runs, choice.grouping).groups.size();
    choice.reference = choice.reference < groups ? choice.reference : 0;
    if (choice.other >= groups || choice.other == choice.reference) {
        choice.other = choice.reference == 0 ? 1 : 0;
    }
    data->choice = choice;
    data->result = compareRuns(data->runs, choice.grouping, choice.measure, choice.reference);
    return data;
}

// Of what a comparison is made; stars, tags and notes are none of it.
bool sameRun(const RunRecord& a, const RunRecord& b) {
    return a.id == b.id && a.name == b.name && a.state == b.state && a.failure == b.failure &&
           a.finishedAt == b.finishedAt && a.artifacts.size() == b.artifacts.size() &&
           a.summary.metricsHash == b.summary.metricsHash;
}

RunConfusion readOne(Documents& documents, const std::filesystem::path& folder,
                     const RunRecord& run, const std::string& answers) {
    RunConfusion one{run, nullptr, std::nullopt, std::nullopt};
    const auto* artifact = findArtifact(run, "items");
    if (artifact == nullptr) {
        return one;
    }
    auto items = documents.readItems(folder / artifact->path);
    if (!items) {
        one.problem = items.error();
        return one;
    }
    one.items = *items;
    if (const auto* given = answersOf(*one.items, answers)) {
        one.confusion = confusionOf(*one.items, *given);
    }
    return one;
}

std::optional<AnswerComparison> compared(const ConfusionData& data) {
    if (!data.hasDifference()) {
        return std::nullopt;
    }
    const auto& first = *data.runs[0].items;
    const auto& second = *data.runs[1].items;
    return compareAnswers(first, *answersOf(first, data.answers), second,
                          *answersOf(second, data.answers));
}

} // namespace

Comparison::Comparison(Services& services, QObject* parent)
    : QObject(parent), m_services(services) {}

void Comparison::setChoice(const CompareChoice& choice) {
    if (choice != m_choice) {
        m_choice = choice;
        refresh();
    }
}

// Oldest first, so that groups keep their numbers whichever run is in focus.
std::vector<RunRecord> Comparison::records() const {
    const auto& ids = m_services.compared.runs();
    const std::set<RunId> wanted(ids.begin(), ids.end());
    std::vector<RunRecord> runs;
    for (const auto& run : m_services.library.runs()) {
        if (wanted.contains(run.id)) {
            runs.push_back(run);
        }
    }
    return runs;
}

void Comparison::refresh() {
    auto runs = records();
    const bool same =
        m_asked && m_asked->choice == m_choice &&
        std::equal(runs.begin(), runs.end(), m_asked->runs.begin(), m_asked->runs.end(), sameRun);
    if (same) {
        return; // the library has been read anew, which happens often while a run grows
    }
    m_asked = Question{runs, m_choice};
    m_work.run(
        this,
        [runs = std::move(runs), choice = m_choice](const std::stop_token&) mutable {
            return Result<CompareDataPtr>(computed(std::move(runs), choice));
        },
        [this](Result<CompareDataPtr> data) { onComputed(std::move(data)); });
}

void Comparison::onComputed(Result<CompareDataPtr> data) {
    m_problem = data ? std::nullopt : std::optional(data.error());
    m_data = data ? std::move(*data) : nullptr;
    if (m_data) {
        m_choice = m_data->choice;
        m_asked->choice = m_choice;
    } else {
        m_asked.reset();
    }
    Q_EMIT changed();
}

void Comparison::readAnswers(const ConfusionPlot::Choice& choice) {
    std::vector<RunRecord> runs;
    for (const auto& id : choice.runs) {
        if (const auto* record = m_services.library.find(id)) {
            runs.push_back(*record);
        }
    }
    const auto folder =
        m_services.library.opened() ? m_services.library.opened()->folder : std::filesystem::path();
    m_answers.run(
        this,
        [&documents = m_services.documents, runs = std::move(runs), folder,
         answers = choice.answers](const std::stop_token& stop) {
            auto data = std::make_shared<ConfusionData>();
            data->answers = answers;
            for (const auto& run : runs) {
                if (!stop.stop_requested()) {
                    data->runs.push_back(readOne(documents, folder, run, answers));
                }
            }
            data->compared = compared(*data);
            return Result<ConfusionDataPtr>(std::move(data));
        },
        [this](Result<ConfusionDataPtr> data) {
            if (!data) { // said in the place of the first run
                auto failed = std::make_shared<ConfusionData>();
                failed->runs.push_back({{}, nullptr, std::nullopt, data.error()});
                data = std::move(failed);
            }
            m_confusion = std::move(*data);
            Q_EMIT confusionChanged();
        });
}

// As it is shown elsewhere, or as it was read before.
RunViewPtr Comparison::knownCurves(const RunRecord& run) const {
    if (auto view = m_services.views.viewOf(run.id)) {
        return view;
    }
    const auto found = std::find_if(m_curves.begin(), m_curves.end(), [&](const RunViewPtr& view) {
        return view->record.id == run.id && view->record.name == run.name &&
               view->record.state == run.state && view->record.finishedAt == run.finishedAt;
    });
    return found != m_curves.end() ? *found : nullptr;
}

void Comparison::readCurves() {
    std::vector<RunViewPtr> views;
    for (auto& record : records()) {
        if (views.size() == RunViews::kMost) {
            break;
        }
        auto view = knownCurves(record);
        if (!view) {
            auto unread = std::make_shared<RunView>();
            unread->record = std::move(record);
            view = std::move(unread);
        }
        views.push_back(std::move(view));
    }
    if (!m_services.library.opened()) {
        views.clear();
    }
    const auto store = views.empty() ? nullptr : m_services.library.opened()->store;
    m_samples.run(
        this,
        [store, views = std::move(views)](
            const std::stop_token& stop) mutable -> Result<std::vector<RunViewPtr>> {
            for (auto& view : views) {
                if (!view->samples.empty() || stop.stop_requested()) {
                    continue;
                }
                auto samples = store->samples(view->record.id);
                if (!samples) {
                    return fail(samples.error());
                }
                auto read = std::make_shared<RunView>(*view);
                read->samples = std::move(*samples);
                view = std::move(read);
            }
            return std::move(views);
        },
        [this](Result<std::vector<RunViewPtr>> views) {
            m_problem = views ? m_problem : std::optional(views.error());
            m_curves = views ? std::move(*views) : std::vector<RunViewPtr>();
            Q_EMIT curvesChanged();
        });
}

} // namespace tessera::ui
