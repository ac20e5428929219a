#include "ui/panels/selection_bar.h"

#include "ui/bridge/services.h"
#include "ui/plots/activation_rows.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kMostClasses = 30; // a longer menu helps nobody

// Rows for which `isWanted(row)` holds.
template <class Wanted>
std::vector<int> rowsWhere(std::size_t count, const Wanted& isWanted) {
    std::vector<int> rows;
    for (std::size_t row = 0; row < count; ++row) {
        if (isWanted(row)) {
            rows.push_back(static_cast<int>(row));
        }
    }
    return rows;
}

// "&" would mark a key in a menu.
QString menuText(QString text) {
    return text.replace('&', QLatin1String("&&"));
}

} // namespace

SelectionBar::SelectionBar(Services& services, const QString& name, QWidget* parent)
    : QWidget(parent), m_services(services), m_text(new ElidedLabel(this)),
      m_choose(new QToolButton(this)), m_save(new QToolButton(this)),
      m_clear(new QToolButton(this)), m_menu(new QMenu(this)) {
    setObjectName(name + QStringLiteral(".selection"));
    m_text->setObjectName(name + QStringLiteral(".selection.text"));
    const auto makeButton = [&](QToolButton& button, const char* id, const QString& text,
                                const QString& help) {
        button.setObjectName(name + QStringLiteral(".selection.") + id);
        button.setText(text);
        button.setToolTip(help);
        button.setAccessibleName(text);
        button.setAutoRaise(true);
        button.setFocusPolicy(Qt::TabFocus);
    };
    makeButton(*m_choose, "choose", tr("Choose samples"),
               tr("Choose samples by class, by what the networks made of them, or as they were "
                  "saved"));
    makeButton(*m_save, "save", tr("Save\u2026"),
               tr("Keep this choice with the run, under a name"));
    makeButton(*m_clear, "clear", tr("Clear"), tr("Choose no samples"));
    m_choose->setPopupMode(QToolButton::InstantPopup);
    m_choose->setMenu(m_menu);
    m_menu->setAccessibleName(tr("Choose samples"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace, 0, kSpace, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_text, 1);
    row->addWidget(m_choose);
    row->addWidget(m_save);
    row->addWidget(m_clear);
    // A run that begins has no samples for a moment: the plots above would be laid out and drawn
    // anew in another size, twice a run.
    auto policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    connect(m_menu, &QMenu::aboutToShow, this, &SelectionBar::fillMenu);
    connect(m_save, &QToolButton::clicked, this, &SelectionBar::save);
    connect(m_clear, &QToolButton::clicked, &services.selection, &Selection::clear);
    connect(&services.selection, &Selection::samplesChanged, this, &SelectionBar::refresh);
    connect(&services.library, &RunLibrary::runsChanged, this, &SelectionBar::refresh);
    refresh();
}

void SelectionBar::setRun(RunViewPtr run) {
    m_run = std::move(run);
    refresh();
}

SnapshotPtr SelectionBar::snapshot() const {
    return m_run != nullptr ? m_run->snapshots.last : nullptr;
}

const RunRecord* SelectionBar::record() const {
    return m_run != nullptr ? m_services.library.find(m_run->record.id) : nullptr;
}

void SelectionBar::refresh() {
    const auto shown = snapshot();
    const bool any = shown != nullptr && shown->samples != nullptr;
    setVisible(any);
    if (!any) {
        return;
    }
    const auto chosen = static_cast<int>(m_services.selection.samples().size());
    const auto all = locale().toString(static_cast<qlonglong>(shown->samples->size()));
    m_text->setText(chosen == 0
                        ? tr("No samples are chosen. Click samples in a plot, or drag with Shift.")
                        : tr("%n of %1 sample(s) chosen", "", chosen).arg(all));
    m_clear->setEnabled(chosen > 0);
    m_save->setEnabled(chosen > 0 && record() != nullptr);
    m_save->setToolTip(record() != nullptr
                           ? tr("Keep this choice with the run, under a name")
                           : tr("The run is not in the list of runs yet: wait a moment."));
}

void SelectionBar::fillMenu() {
    m_menu->clear();
    if (snapshot() == nullptr) {
        return;
    }
    addSaved(*m_menu);
    addPredictions(*m_menu);
    addClasses(*m_menu);
}

void SelectionBar::addChoice(QMenu& menu, const QString& text, std::vector<int> samples) {
    auto* action = menu.addAction(tr("%1 (%2)").arg(
        menuText(text), locale().toString(static_cast<qlonglong>(samples.size()))));
    action->setEnabled(!samples.empty());
    connect(action, &QAction::triggered, this,
            [this, chosen = std::move(samples)] { m_services.selection.setSamples(chosen); });
}

void SelectionBar::addPredictions(QMenu& menu) {
    const auto shown = snapshot();
    const auto& labels = shown->samples->labels;
    const auto* source = shown->source.get();
    const auto* receiver = shown->receiver.get();
    const bool both = m_run->record.experiment.data.mismatch == Mismatch::None &&
                      source != nullptr && receiver != nullptr &&
                      source->predicted.size() == labels.size() &&
                      receiver->predicted.size() == labels.size();
    if (!both) {
        return;
    }
    menu.addSection(tr("By prediction"));
    addChoice(menu, tr("Wrong in the receiver"), rowsWhere(labels.size(), [&](std::size_t row) {
                  return labels[row] >= 0 && receiver->predicted[row] != labels[row];
              }));
    addChoice(menu, tr("Wrong in the source"), rowsWhere(labels.size(), [&](std::size_t row) {
                  return labels[row] >= 0 && source->predicted[row] != labels[row];
              }));
    addChoice(menu, tr("Source and receiver differ"),
              rowsWhere(labels.size(), [&](std::size_t row) {
                  return source->predicted[row] != receiver->predicted[row];
              }));
}

void SelectionBar::addClasses(QMenu& menu) {
    const auto samples = snapshot()->samples;
    if (samples->classes < 1 || samples->classes > kMostClasses) {
        return;
    }
    menu.addSection(tr("By class"));
    for (std::int32_t label = 0; label < samples->classes; ++label) {
        addChoice(menu, classText(*m_run, label),
                  rowsWhere(samples->labels.size(),
                            [&](std::size_t row) { return samples->labels[row] == label; }));
    }
}

void SelectionBar::addSaved(QMenu& menu) {
    const auto* run = record();
    if (run == nullptr || run->selections.empty()) {
        return;
    }
    menu.addSection(tr("Saved with the run"));
    const auto count = snapshot()->samples->size();
    for (const auto& saved : run->selections) {
        auto samples = saved.samples;
        std::erase_if(samples, [&](int sample) { return sample < 0 || sample >= count; });
        addChoice(menu, fromUtf8(saved.name), std::move(samples));
    }
    auto* removal = menu.addMenu(tr("Delete a saved choice"));
    for (const auto& saved : run->selections) {
        auto* action = removal->addAction(menuText(fromUtf8(saved.name)));
        connect(action, &QAction::triggered, this, [this, name = saved.name] { remove(name); });
    }
}

// A choice of the same name is replaced, which can be undone.
void SelectionBar::save() {
    const auto samples = m_services.selection.samples();
    const auto run = m_run->record.id; // another one may be shown while the dialog is open
    if (record() == nullptr || samples.empty()) {
        return;
    }
    const auto suggestion =
        tr("Choice %1")
            .arg(locale().toString(static_cast<qlonglong>(record()->selections.size() + 1)));
    const auto text = m_services.dialogs.askText(this, tr("Save the choice of samples"),
                                                 tr("Name of the choice:"), suggestion);
    const auto name = text ? text->trimmed().toStdString() : std::string();
    const auto* known = m_services.library.find(run);
    if (name.empty() || known == nullptr) {
        return;
    }
    auto selections = known->selections;
    std::erase_if(selections, [&](const auto& saved) { return saved.name == name; });
    selections.push_back({name, samples});
    edit(run, std::move(selections), tr("Save choice of samples"));
}

void SelectionBar::remove(const std::string& name) {
    const auto* known = record();
    if (known == nullptr) {
        return;
    }
    auto selections = known->selections;
    std::erase_if(selections, [&](const auto& saved) { return saved.name == name; });
    edit(known->id, std::move(selections), tr("Delete choice of samples"));
}

void SelectionBar::edit(const RunId& run, std::vector<SavedSelection> selections,
                        const QString& label) {
    std::sort(selections.begin(), selections.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    RunEdit change;
    change.selections = std::move(selections);
    m_services.library.edit(run, change, label);
}

} // namespace tessera::ui
