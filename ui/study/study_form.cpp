#include "ui/study/study_form.h"

#include "ui/strings/strings.h"
#include "ui/study/checked_lines.h"
#include "ui/study/study_document.h"
#include "ui/study/study_edits.h"
#include "ui/study/study_form_parts.h"
#include "ui/study/study_networks.h"
#include "ui/study/study_text.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tessera::ui {

using namespace form;

namespace {

constexpr int kMostSamples = 100'000'000;
// Fields of typed problems.
const QString kSeeds = QStringLiteral("seeds");
const QString kReferences = QStringLiteral("references");

} // namespace

StudyForm::StudyForm(Services& services, StudyDocument& document, QWidget* parent)
    : QWidget(parent), m_services(services), m_document(document), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("study.form"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpace);
    buildGeneral();
    buildNetworks();
    buildMethods();
    buildData();
    buildTraining();
    m_layout->addStretch(1);
    connect(&document, &StudyDocument::changed, this, &StudyForm::refresh);
    connect(&services.bridge, &JobBridge::engineChanged, this, &StudyForm::onCatalog);
    onCatalog();
}

const StudySpec& StudyForm::study() const {
    return m_document.study();
}

QFormLayout* StudyForm::addForm() {
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(kSpace);
    form->setVerticalSpacing(kSpace / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->addLayout(form);
    return form;
}

void StudyForm::addHeading(const QString& text) {
    auto* heading = new QLabel(text, this);
    heading->setWordWrap(true);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_layout->addWidget(heading);
}

QLineEdit* StudyForm::addText(QFormLayout* form, const QString& name, const QString& label,
                              const QString& help, std::function<QString()> shown,
                              std::function<bool(const QString&)> means,
                              std::function<void(const QString&)> take) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setAccessibleDescription(help);
    edit->setToolTip(help);
    auto* title = new QLabel(label, this);
    title->setBuddy(edit);
    title->setToolTip(help);
    form->addRow(title, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, edit, take = std::move(take)](auto& text) {
        const QScopedValueRollback typing(m_typing, edit); // it is left to who types
        take(text);
    });
    m_texts.push_back({edit, std::move(shown), std::move(means)});
    return edit;
}

QCheckBox* StudyForm::addFlag(const QString& name, const QString& text, const QString& help,
                              std::function<void(StudySpec&, bool)> take) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setToolTip(help);
    box->setAccessibleDescription(help);
    connect(box, &QCheckBox::toggled, this, [this, take = std::move(take)](bool on) {
        if (!m_refreshing) {
            m_document.change([&](StudySpec& study) { take(study, on); });
        }
    });
    return box;
}

void StudyForm::buildGeneral() {
    auto* form = addForm();
    auto* name = addText(
        form, QStringLiteral("study.name"), tr("Name"),
        tr("The runs of the study carry it, and its recipe is kept under it beside the store."),
        [this] { return fromUtf8(study().name); },
        [this](const QString& text) { return text.toStdString() == study().name; },
        [this](const QString& text) {
            m_document.change([&](StudySpec& study) { study.name = text.toStdString(); });
        });
    setFocusProxy(name);
    addText(
        form, QStringLiteral("study.seeds"), tr("Seeds"),
        tr("Whole numbers and ranges: 1-5, 8. Every seed repeats the whole study; from two seeds "
           "on there are intervals."),
        [this] { return seedsText(study().seeds); },
        [this](const QString& text) {
            const auto typed = seedsFrom(text);
            return m_document.hasTypedProblem(kSeeds) ||
                   (typed.problem.isEmpty() && typed.numbers == study().seeds);
        },
        [this](const QString& text) {
            const auto typed = seedsFrom(text);
            m_document.setTypedProblem(kSeeds, typed.problem);
            if (typed.problem.isEmpty()) {
                m_document.change([&](StudySpec& study) { study.seeds = typed.numbers; });
            }
        });
}

void StudyForm::buildNetworks() {
    m_sources = new StudyNetworks(QStringLiteral("study.sources"), tr("Sources"), this);
    m_receivers = new StudyNetworks(QStringLiteral("study.receivers"), tr("Receivers"), this);
    m_receivers->hide(); // the sources, until a recipe says otherwise
    m_layout->addWidget(m_sources);
    m_same = new QCheckBox(tr("The sources are the receivers, too"), this);
    m_same->setObjectName(QStringLiteral("study.same-networks"));
    m_layout->addWidget(m_same);
    m_layout->addWidget(m_receivers);
    m_skip =
        addFlag(QStringLiteral("study.skip-same"), tr("Skip pairs of the same network"),
                tr("No network teaches its own architecture."), [](StudySpec& study, bool skip) {
                    study.samePairs = skip ? SamePairs::Skip : SamePairs::Keep;
                });
    m_layout->addWidget(m_skip);
    m_pairs = new QWidget(this);
    m_pairsText = new QLabel(m_pairs);
    m_pairsText->setWordWrap(true);
    auto* lists = new QPushButton(tr("Use lists of networks instead"), m_pairs);
    lists->setObjectName(QStringLiteral("study.use-lists"));
    auto* stack = new QVBoxLayout(m_pairs);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_pairsText);
    stack->addWidget(lists, 0, Qt::AlignLeading);
    m_layout->addWidget(m_pairs);
    connect(m_sources, &StudyNetworks::edited, this, [this](const auto& networks) {
        m_document.change([&](StudySpec& study) {
            const bool same = study.receivers == study.sources;
            study.sources = networks;
            if (same && m_same->isChecked()) {
                study.receivers = networks;
            }
        });
    });
    connect(m_receivers, &StudyNetworks::edited, this, [this](const auto& networks) {
        m_document.change([&](StudySpec& study) { study.receivers = networks; });
    });
    connect(m_same, &QCheckBox::toggled, this, &StudyForm::onSame);
    connect(lists, &QPushButton::clicked, this, [this] {
        m_document.change([](StudySpec& study) {
            for (const auto& pair : std::exchange(study.pairs, {})) {
                const auto add = [](const NetworkSpec& network, std::vector<NetworkSpec>& list) {
                    if (std::find(list.begin(), list.end(), network) == list.end()) {
                        list.push_back(network);
                    }
                };
                add(pair.source, study.sources);
                add(pair.receiver, study.receivers);
            }
        });
    });
}

// Unchecked, the list of receivers stands open, with the same networks until somebody changes it.
void StudyForm::onSame(bool same) {
    m_receivers->setVisible(!same && study().pairs.empty());
    if (!m_refreshing && same) {
        m_document.change([](StudySpec& study) { study.receivers = study.sources; });
    }
}

void StudyForm::buildMethods() {
    addHeading(tr("Methods, and their epochs"));
    m_methods = new CheckedLines(QStringLiteral("study.method"), this);
    m_layout->addWidget(m_methods);
    connect(m_methods, &CheckedLines::edited, this, &StudyForm::onMethod);
    m_otherMethods = new QLabel(this);
    m_otherMethods->setObjectName(QStringLiteral("study.other-methods"));
    m_otherMethods->setWordWrap(true);
    m_dropOthers = new QPushButton(tr("Leave these out"), this);
    m_dropOthers->setObjectName(QStringLiteral("study.drop-others"));
    m_layout->addWidget(m_otherMethods);
    m_layout->addWidget(m_dropOthers, 0, Qt::AlignLeading);
    connect(m_dropOthers, &QPushButton::clicked, this, [this] {
        m_document.change(
            [modes = modesOf(m_services)](StudySpec& study) { dropOtherMethods(study, modes); });
    });
    addHeading(tr("Controls of mode A"));
    m_controlsLayout = new QVBoxLayout;
    m_controlsLayout->setSpacing(kSpace / 2);
    m_layout->addLayout(m_controlsLayout);
}

void StudyForm::buildData() {
    addHeading(tr("Data"));
    auto* form = addForm();
    m_data = new QComboBox(this);
    m_data->setObjectName(QStringLiteral("study.data"));
    m_data->setAccessibleName(tr("Data set"));
    m_data->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_data->setMinimumContentsLength(11);
    auto* label = new QLabel(tr("Data set"), this);
    label->setBuddy(m_data);
    form->addRow(label, m_data);
    connect(m_data, &QComboBox::activated, this, [this] {
        const auto name = m_data->currentData().toString().toStdString();
        m_document.change([&](StudySpec& study) {
            if (study.base.data.name != name) {
                study.base.data = {};
                study.base.data.name = name;
            }
        });
    });
    addText(
        form, QStringLiteral("study.references"), tr("Reference sets"),
        tr("Numbers of unlabelled inputs for the transfer: 100, 300. Empty: the usual one."),
        [this] { return integersText(study().referenceSizes); },
        [this](const QString& text) {
            const auto typed = integersFrom(text, 1, kMostSamples);
            return m_document.hasTypedProblem(kReferences) ||
                   (typed.problem.isEmpty() && typed.numbers == study().referenceSizes);
        },
        [this](const QString& text) {
            const auto typed = integersFrom(text, 1, kMostSamples);
            m_document.setTypedProblem(kReferences, typed.problem);
            if (typed.problem.isEmpty()) {
                m_document.change([&](StudySpec& study) {
                    study.referenceSizes = typed.numbers;
                    const auto* data = findData(m_services, study.base.data.name);
                    // A recipe that names one part of the data has to name them all.
                    if (!typed.numbers.empty() && data != nullptr &&
                        study.base.data.splits.isDefault()) {
                        study.base.data.splits = data->defaultSplits;
                    }
                });
            }
        });
    m_splits = new QLabel(this);
    m_splits->setObjectName(QStringLiteral("study.splits"));
    m_splits->setWordWrap(true);
    m_layout->addWidget(m_splits);
    addHeading(tr("Shifts, and their strengths from 0 to 1"));
    m_unshifted =
        addFlag(QStringLiteral("study.unshifted"), tr("The data as they are"), {},
                [](StudySpec& study, bool on) {
                    setStrengths(study, {}, on ? std::vector{0.0} : std::vector<double>{});
                });
    m_layout->addWidget(m_unshifted);
    m_shifts = new CheckedLines(QStringLiteral("study.shift"), this);
    m_layout->addWidget(m_shifts);
    connect(m_shifts, &CheckedLines::edited, this, &StudyForm::onShift);
}

void StudyForm::buildTraining() {
    addHeading(tr("Training before the transfer"));
    auto* form = addForm();
    m_epochs = new QSpinBox(this);
    m_epochs->setObjectName(QStringLiteral("study.source-epochs"));
    m_epochs->setAccessibleName(tr("Epochs of the sources"));
    m_epochs->setRange(0, kMostEpochs);
    m_epochs->setKeyboardTracking(false);
    auto* label = new QLabel(tr("Epochs of the sources"), this);
    label->setBuddy(m_epochs);
    form->addRow(label, m_epochs);
    connect(m_epochs, &QSpinBox::valueChanged, this, [this](int epochs) {
        if (!m_refreshing) {
            m_document.change([&](StudySpec& study) { study.base.source.train.epochs = epochs; });
        }
    });
    m_trained = addFlag(QStringLiteral("study.trained"), tr("The receivers are trained as well"),
                        tr("LoRA, adapters and stitching need receivers that have learned."),
                        [](StudySpec& study, bool trained) {
                            study.base.receiver.state =
                                trained ? ReceiverState::Trained : ReceiverState::Untrained;
                        });
    m_layout->addWidget(m_trained);
}

void StudyForm::onMethod(const QString& mode, bool chosen, const QString& epochs) {
    const ModeId id(mode.toStdString());
    auto typed = integersFrom(epochs, 0, kMostEpochs);
    if (typed.problem.isEmpty() && typed.numbers.empty()) {
        typed.problem = tr("Type one or more numbers of epochs: 1, 3, 10.");
    }
    m_document.setTypedProblem(
        fieldOfMethod(mode), chosen && !typed.problem.isEmpty()
                                 ? tr("%1: %2", "method: problem").arg(modeText(id), typed.problem)
                                 : QString());
    if (!chosen) {
        typed = {};
    }
    if (typed.problem.isEmpty()) {
        m_document.change([&, modes = modesOf(m_services)](StudySpec& study) {
            setEpochs(study, id, typed.numbers, modes);
        });
    }
}

void StudyForm::onShift(const QString& kind, bool chosen, const QString& strengths) {
    auto typed = sharesFrom(strengths);
    if (typed.problem.isEmpty() && typed.numbers.empty()) {
        typed.problem = tr("Type one or more strengths: 0.25, 0.5.");
    }
    m_document.setTypedProblem(
        fieldOfShift(kind),
        chosen && !typed.problem.isEmpty()
            ? tr("%1: %2", "shift: problem").arg(shiftText(kind.toStdString()), typed.problem)
            : QString());
    if (!chosen) {
        typed = {};
    }
    if (typed.problem.isEmpty()) {
        m_document.change(
            [&](StudySpec& study) { setStrengths(study, kind.toStdString(), typed.numbers); });
    }
}

} // namespace tessera::ui
