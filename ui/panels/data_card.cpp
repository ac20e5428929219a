#include "ui/panels/data_card.h"

#include "ui/bridge/services.h"
#include "ui/panels/data_facts.h"
#include "ui/panels/data_import_dialog.h"
#include "ui/panels/field_form.h"
#include "ui/strings/strings.h"

#include <QLocale>
#include <QTimer>

#include <array>

namespace tessera::ui {

namespace {

constexpr int kMostSamples = 1 << 30;
// Choices that stand beside the built-in sets, and cannot be the names of any.
constexpr const char* kChosen = "*chosen*"; // the file that is used now
constexpr const char* kDataFromFile = "*file*";
constexpr const char* kFromFolder = "*folder*";

struct SplitField {
    const char* id;
    int SplitSpec::*part;
    const char* label;
    const char* help;
};

constexpr std::array<SplitField, 4> kSplits = {
    {{"data.splits.source_train", &SplitSpec::sourceTrain,
      QT_TRANSLATE_NOOP("tessera::ui::DataCard", "Source training (samples)"),
      QT_TRANSLATE_NOOP("tessera::ui::DataCard",
                        "Labelled samples that trained networks learn from.")},
     {"data.splits.reference", &SplitSpec::reference,
      QT_TRANSLATE_NOOP("tessera::ui::DataCard", "Reference (samples)"),
      QT_TRANSLATE_NOOP("tessera::ui::DataCard",
                        "Unlabelled inputs on which the source teaches the receiver.")},
     {"data.splits.validation", &SplitSpec::validation,
      QT_TRANSLATE_NOOP("tessera::ui::DataCard", "Validation (samples)"),
      QT_TRANSLATE_NOOP("tessera::ui::DataCard", "Inputs for the curves and the views.")},
     {"data.splits.test", &SplitSpec::test,
      QT_TRANSLATE_NOOP("tessera::ui::DataCard", "Test (samples)"),
      QT_TRANSLATE_NOOP("tessera::ui::DataCard",
                        "Touched once, at the end, for the figures that are reported.")}}};

// Empty: a built-in set.
QString fileName(const DataSpec& data) {
    const auto name = data.file.has_filename() ? data.file.filename() : data.file;
    return fromUtf8(name.string());
}

} // namespace

DataCard::DataCard(Services& services, QWidget* parent)
    : SetupCard("data", tr("Data"), "data", std::nullopt, services.theme, parent),
      m_services(services),
      m_fields(new FieldForm(services.experiment, "data", Labels::Beside, this)),
      m_more(new FieldForm(services.experiment, "data", Labels::Above, this)) {
    setForms(m_fields, m_more);
    addFields();
    connect(&services.data, &DescribedData::changed, this, &DataCard::refresh);
    connect(&services.data, &DescribedData::progressed, this, [this] { setSummary(summary()); });
    refresh();
}

void DataCard::addFields() {
    m_fields->addChoice({"data.name", tr("Data set"), tr("The task that the source knows.")}, {},
                        {[](const Experiment& e) {
                             return e.data.file.empty() ? fromUtf8(e.data.name) : QString(kChosen);
                         },
                         [this](Experiment& e, const QString& choice) { take(choice, e.data); }});
    m_fields->addButton(
        {"data.inspect", tr("Look into the data…"),
         tr("Shows samples, classes and what was left out, and how a file is read.")},
        [this] { lookInto(m_services.experiment.experiment().data); });
    for (const auto& split : kSplits) {
        m_more->addInteger(
            {split.id, tr(split.label), tr(split.help)}, 0, kMostSamples,
            {[part = split.part](const Experiment& e) { return e.data.splits.*part; },
             [part = split.part](Experiment& e, int size) { e.data.splits.*part = size; }},
            tr("default"));
    }
    m_more->addFlag({"data.mismatch", tr("Receiver names other classes"),
                     tr("Declares that source and receiver solve different tasks: outputs are then "
                        "not compared, and the receiver's head is not fitted.")},
                    {[](const Experiment& e) { return e.data.mismatch == Mismatch::Classes; },
                     [](Experiment& e, bool on) {
                         e.data.mismatch = on ? Mismatch::Classes : Mismatch::None;
                     }});
    addShiftFields();
}

// Nothing changes before a file is accepted, which is after this change.
void DataCard::take(const QString& choice, DataSpec& data) {
    if (choice == kDataFromFile) {
        QTimer::singleShot(0, this, &DataCard::askForFile);
    } else if (choice == kFromFolder) {
        QTimer::singleShot(0, this, &DataCard::askForFolder);
    } else if (choice != kChosen) {
        data = withPath(data, {});
        data.name = choice.toStdString();
    }
}

void DataCard::askForFile() {
    refresh(); // the choice shows what is used until something else is
    if (const auto file = DataImportDialog::askForFile(m_services.dialogs, window())) {
        lookInto(withPath(m_services.experiment.experiment().data, *file));
    }
}

void DataCard::askForFolder() {
    refresh();
    if (const auto folder = DataImportDialog::askForFolder(m_services.dialogs, window())) {
        lookInto(withPath(m_services.experiment.experiment().data, *folder));
    }
}

void DataCard::addShiftFields() {
    m_more->addChoice(
        {"data.shift", tr("Shift"),
         tr("Changes the inputs of all parts that the source was not trained on. Every run first "
            "checks whether the source meets other inputs than in its own data, and warns.")},
        {{QString(), tr("none")}},
        {[](const Experiment& e) { return fromUtf8(e.data.shift.kind); },
         [](Experiment& e, const QString& kind) { e.data.shift.kind = kind.toStdString(); }});
    m_more->addReal(
        {"data.shift.strength", tr("Strength of the shift (0 to 1)"), tr("0 changes nothing.")},
        RealRule::Share,
        {[](const Experiment& e) { return e.data.shift.strength; },
         [](Experiment& e, double value) { e.data.shift.strength = value; }});
    m_more->addButton({"data.shift.preview", tr("Preview the shift…"),
                       tr("Shows samples before and after the shift.")},
                      [this] { lookInto(m_services.experiment.experiment().data); });
    m_more->addChoice(
        {"data.task", tr("Task of the source"),
         tr("A source that was trained on another task than the one that is measured. The check "
            "before a transfer sees inputs and not labels: it cannot warn of wrong labels.")},
        {{QString(), tr("the same")}},
        {[](const Experiment& e) { return fromUtf8(e.data.task.kind); },
         [](Experiment& e, const QString& kind) { e.data.task.kind = kind.toStdString(); }});
    m_more->addReal({"data.task.strength", tr("Share of the classes that change (0 to 1)"),
                     tr("0 changes nothing.")},
                    RealRule::Share,
                    {[](const Experiment& e) { return e.data.task.strength; },
                     [](Experiment& e, double value) { e.data.task.strength = value; }});
    m_more->addFile(
        {"data.task.data", tr("Data of the source"),
         tr("A file, or the name of a built-in data set, with the same kind of "
            "inputs.")},
        [this]() -> std::optional<QString> {
            const auto file =
                m_services.dialogs.openFile(window(), tr("Open data"), {tr("All files (*)")});
            return file ? std::optional(fromUtf8(file->string())) : std::nullopt;
        },
        {[](const Experiment& e) { return fromUtf8(e.data.task.data); },
         [](Experiment& e, const QString& data) { e.data.task.data = data.toStdString(); }});
}

void DataCard::lookInto(const DataSpec& spec) {
    DataImportDialog dialog(m_services, spec, window());
    const bool accepted = m_services.dialogs.show(dialog) == Consent::Yes;
    if (accepted && dialog.description() != nullptr) {
        m_services.data.adopt(dialog.spec(), dialog.description());
        m_services.experiment.change({}, tr("Choose data"),
                                     [&](Experiment& e) { e.data = dialog.spec(); });
    }
    refresh();
}

// What is wrong with a file keeps the experiment from running.
void DataCard::setCatalog(const Catalog& catalog) {
    m_catalog = catalog;
    offerSets();
    std::vector<FieldChoice> shifts = {{QString(), tr("none")}};
    for (const auto& shift : catalog.shifts) {
        shifts.push_back({fromUtf8(shift.id), shiftText(shift.id)});
    }
    m_more->setChoices("data.shift", shifts);
    std::vector<FieldChoice> tasks = {{QString(), tr("the same")}};
    for (const auto& task : catalog.tasks) {
        tasks.push_back({fromUtf8(task.id), taskText(task.id)});
    }
    m_more->setChoices("data.task", tasks);
    refresh();
}

// The built-in sets, the file that is used, and the ways to another one.
void DataCard::offerSets() {
    m_offered = fileName(m_services.experiment.experiment().data);
    std::vector<FieldChoice> sets;
    for (const auto& entry : m_catalog.datasets) {
        sets.push_back({fromUtf8(entry.id), fromUtf8(entry.id)});
    }
    if (!m_offered.isEmpty()) {
        sets.push_back({kChosen, m_offered});
    }
    sets.push_back({kDataFromFile, tr("From a file…")});
    sets.push_back({kFromFolder, tr("From a folder…")});
    m_fields->setChoices("data.name", sets);
}

// What is wrong with a file keeps the experiment from running. Said anew each time: opening another
// experiment forgets what was said.
void DataCard::sayWhatIsWrong() {
    const auto& failure = m_services.data.failure();
    const auto sentences =
        failure ? tr("%1 Look into the data to correct how they are read, or choose others.")
                      .arg(dataFailureText(m_services.experiment.experiment().data, *failure))
                : QString();
    m_services.experiment.setEntryProblem("data.file", {"data", sentences});
}

void DataCard::refresh() {
    sayWhatIsWrong();
    const auto& data = m_services.experiment.experiment().data;
    if (fileName(data) != m_offered) {
        offerSets();
    }
    m_fields->refresh();
    m_more->refresh();
    m_more->setRowVisible("data.shift.strength", !data.shift.kind.empty());
    m_more->setRowVisible("data.task.strength",
                          data.task.kind == "permuted" || data.task.kind == "coarser");
    m_more->setRowVisible("data.task.data", data.task.kind == "other");
    setSummary(summary());
    auto sentences = m_fields->problems() + m_more->problems();
    for (const auto& problem : m_services.experiment.problems()) {
        // What is typed wrongly has been said in its own words already.
        if (problem.place == "data" && sentences.isEmpty()) {
            sentences << problem.text;
        }
    }
    setProblems(sentences);
}

const DatasetEntry* DataCard::dataset() const {
    for (const auto& entry : m_catalog.datasets) {
        if (m_services.experiment.experiment().data.file.empty() &&
            entry.id == m_services.experiment.experiment().data.name) {
            return &entry;
        }
    }
    return nullptr;
}

QString DataCard::summary() const {
    const auto& data = m_services.experiment.experiment().data;
    if (!data.file.empty()) {
        const auto name = fileName(data);
        if (const auto about = m_services.data.description()) {
            return tr("%1: %2").arg(name, dataSummary(*about));
        }
        if (const auto share = m_services.data.progress()) {
            return tr("%1, being read… %2").arg(name, percentText(*share, 0));
        }
        return m_services.data.isReading() ? tr("%1, being read…").arg(name) : name;
    }
    const auto* entry = dataset();
    if (entry == nullptr) {
        return fromUtf8(data.name);
    }
    const auto& splits = data.splits.isDefault() ? entry->defaultSplits : data.splits;
    return tr("%1 classes, %2 unlabelled reference samples")
        .arg(entry->classes)
        .arg(QLocale().toString(splits.reference));
}

} // namespace tessera::ui
