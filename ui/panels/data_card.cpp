#include "ui/panels/data_card.h"

#include "ui/bridge/services.h"
#include "ui/panels/field_form.h"
#include "ui/strings/strings.h"

#include <QLocale>

#include <array>

namespace tessera::ui {

namespace {

constexpr int kMostSamples = 1 << 30;

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

} // namespace

DataCard::DataCard(Services& services, QWidget* parent)
    : SetupCard("data", tr("Data"), "data", std::nullopt, services.theme, parent),
      m_services(services),
      m_fields(new FieldForm(services.experiment, "data", Labels::Beside, this)),
      m_more(new FieldForm(services.experiment, "data", Labels::Above, this)) {
    setForms(m_fields, m_more);
    addFields();
    refresh();
}

void DataCard::addFields() {
    m_fields->addChoice({"data.name", tr("Data set"), tr("The task that the source knows.")}, {},
                        {[](const Experiment& e) { return fromUtf8(e.data.name); },
                         [](Experiment& e, const QString& name) {
                             e.data.name = name.toStdString();
                             e.data.splits = {}; // sizes of one data set mean nothing in another
                         }});
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
}

void DataCard::setCatalog(const Catalog& catalog) {
    m_catalog = catalog;
    std::vector<FieldChoice> sets;
    for (const auto& entry : catalog.datasets) {
        sets.push_back({fromUtf8(entry.id), fromUtf8(entry.id)});
    }
    m_fields->setChoices("data.name", sets);
    refresh();
}

void DataCard::refresh() {
    m_fields->refresh();
    m_more->refresh();
    setSummary(summary());
    QStringList sentences;
    for (const auto& problem : m_services.experiment.problems()) {
        if (problem.place == "data") {
            sentences << problem.text;
        }
    }
    setProblems(sentences);
}

const DatasetEntry* DataCard::dataset() const {
    for (const auto& entry : m_catalog.datasets) {
        if (entry.id == m_services.experiment.experiment().data.name) {
            return &entry;
        }
    }
    return nullptr;
}

QString DataCard::summary() const {
    const auto& data = m_services.experiment.experiment().data;
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
