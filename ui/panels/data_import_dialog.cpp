#include "ui/panels/data_import_dialog.h"

#include "ui/bridge/services.h"
#include "ui/panels/data_facts.h"
#include "ui/panels/data_reading_form.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/measures.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kDelayMs = 250; // between the last change and the reading
constexpr int kPollMs = 100;
constexpr int kSliderSteps = 100; // of the slider
constexpr QSize kImportSize{920, 620};
constexpr int kFactsWidth = 460;

// Of a file without its ending; a path may end with a separator.
std::string nameOf(const std::filesystem::path& path) {
    const auto named = path.has_filename() ? path : path.parent_path();
    std::error_code error;
    const bool folder = std::filesystem::is_directory(named, error);
    return (folder ? named.filename() : named.stem()).string();
}

} // namespace

DataSpec withPath(DataSpec spec, const std::filesystem::path& path) {
    spec.file = path;
    spec.name = nameOf(path);
    spec.reading = {};
    spec.splits = {};
    return spec;
}

DataImportDialog::DataImportDialog(Services& services, const DataSpec& spec, QWidget* parent)
    : FormDialog(QStringLiteral("dataImport"), tr("Look into the data"), DialogSize::Free, parent),
      m_services(services), m_spec(spec) {
    // In the order of the Tab key.
    buildPath();
    auto* left = new QVBoxLayout;
    left->addWidget(buildReading());
    left->addWidget(buildShift());
    left->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kDialogMargin);
    columns->addLayout(left);
    m_facts = new DataFacts(this);
    columns->addWidget(m_facts, 1);
    m_facts->setMinimumWidth(kFactsWidth);
    contents()->addLayout(columns, 1);
    buildProgress();
    addButtons(tr("Use these data"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    m_poll.setInterval(kPollMs);
    connect(&m_delay, &QTimer::timeout, this, &DataImportDialog::describe);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        const auto done = m_done.share();
        m_progress->setRange(0, done ? kSliderSteps : 0);
        m_progress->setValue(static_cast<int>(std::lround(done.value_or(0.0) * kSliderSteps)));
    });
    connect(&services.bridge, &JobBridge::engineChanged, this, [this] {
        fillShifts();
        if (isChosen() && m_description == nullptr) {
            describe(); // what could not be read without an engine can be now
        }
    });
    resize(kImportSize);
    isChosen() ? describe() : showState();
}

DataImportDialog::~DataImportDialog() {
    m_stop.request_stop();
}

void DataImportDialog::buildPath() {
    auto* row = new QHBoxLayout;
    m_path = new ElidedLabel(this);
    m_path->setObjectName("dataImport.path");
    row->addWidget(m_path, 1);
    const auto add = [this, row](const char* name, const QString& text,
                                 void (DataImportDialog::*choose)()) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, choose);
        row->addWidget(button);
    };
    add("dataImport.chooseFile", tr("Choose a file…"), &DataImportDialog::chooseFile);
    add("dataImport.chooseFolder", tr("Choose a folder of images…"),
        &DataImportDialog::chooseFolder);
    contents()->addLayout(row);
    showPath();
}

QWidget* DataImportDialog::buildReading() {
    m_form = new DataReadingForm(m_spec.reading, this);
    connect(m_form, &DataReadingForm::changed, this, [this] {
        m_spec.reading = m_form->reading();
        m_spec.splits = {}; // there may be more samples now, or less
        describeSoon();
    });
    m_form->setVisible(!m_spec.file.empty());
    return m_form;
}

QWidget* DataImportDialog::buildShift() {
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_shiftKind = new QComboBox(box);
    m_strength = new QSlider(Qt::Horizontal, box);
    m_strengthText = new QLabel(box);
    m_shiftKind->setObjectName("dataImport.shift");
    m_shiftKind->setAccessibleName(tr("Shift"));
    m_shiftKind->setToolTip(tr("Changes the inputs of all parts that the source was not trained "
                               "on."));
    fillShifts();
    m_strength->setObjectName("dataImport.strength");
    m_strength->setAccessibleName(tr("Strength of the shift"));
    m_strength->setRange(0, kSliderSteps);
    m_strength->setPageStep(10);
    m_strength->setValue(static_cast<int>(std::lround(m_spec.shift.strength * kSliderSteps)));
    // The slider knows whole percents only: it decides nothing but when it is moved.
    connect(m_shiftKind, &QComboBox::activated, this, [this] {
        setShift(m_shiftKind->currentData().toString().toStdString(), m_spec.shift.strength);
    });
    connect(m_strength, &QSlider::valueChanged, this, [this](int value) {
        setShift(m_spec.shift.kind, static_cast<double>(value) / kSliderSteps);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_strength, 1);
    row->addWidget(m_strengthText);
    form->addRow(tr("Shift"), m_shiftKind);
    form->addRow(tr("Strength"), row);
    m_strength->setEnabled(!m_spec.shift.kind.empty());
    m_strengthText->setText(percentText(m_spec.shift.strength, 0));
    return box;
}

// What there is to choose from, and what is set, whether it is known or not.
void DataImportDialog::fillShifts() {
    m_shiftKind->clear();
    m_shiftKind->addItem(tr("none"), QString());
    const auto& engine = m_services.bridge.engine();
    if (engine && *engine) {
        for (const auto& shift : (*engine)->catalog.shifts) {
            m_shiftKind->addItem(shiftText(shift.id), fromUtf8(shift.id));
        }
    }
    const auto kind = fromUtf8(m_spec.shift.kind);
    if (m_shiftKind->findData(kind) < 0) {
        m_shiftKind->addItem(shiftText(m_spec.shift.kind), kind);
    }
    m_shiftKind->setCurrentIndex(m_shiftKind->findData(kind));
}

void DataImportDialog::buildProgress() {
    m_progress = new QProgressBar(this);
    m_cancel = new QPushButton(tr("Stop reading"), this);
    m_progress->setObjectName("dataImport.progress");
    m_progress->setAccessibleName(tr("Reading the data"));
    m_progress->setTextVisible(false);
    m_cancel->setObjectName("dataImport.stop");
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &DataImportDialog::cancelReading);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    contents()->addLayout(row);
}

std::optional<std::filesystem::path> DataImportDialog::askForFile(Dialogs& dialogs,
                                                                  QWidget* parent) {
    return dialogs.openFile(parent, tr("Open data"),
                            {tr("Data (*.csv *.tsv *.txt *.npy *.npz *.safetensors *.gz *-ubyte)"),
                             tr("All files (*)")});
}

std::optional<std::filesystem::path> DataImportDialog::askForFolder(Dialogs& dialogs,
                                                                    QWidget* parent) {
    return dialogs.openFolder(parent, tr("Open a folder with a folder of images for each class"));
}

void DataImportDialog::chooseFile() {
    if (const auto file = askForFile(m_services.dialogs, this)) {
        setPath(*file);
    }
}

void DataImportDialog::chooseFolder() {
    if (const auto folder = askForFolder(m_services.dialogs, this)) {
        setPath(*folder);
    }
}

bool DataImportDialog::isChosen() const {
    return !m_spec.file.empty() || !m_spec.name.empty();
}

void DataImportDialog::setPath(const std::filesystem::path& path) {
    if (path != m_spec.file) { // else what is set still holds
        m_spec = withPath(m_spec, path);
        m_form->reset();
        m_form->show();
        showPath();
    }
    describe();
}

void DataImportDialog::setShift(const std::string& kind, double strength) {
    m_spec.shift.kind = kind;
    m_spec.shift.strength = strength;
    m_strength->setEnabled(!kind.empty());
    m_strengthText->setText(percentText(strength, 0));
    if (isChosen()) {
        describeSoon();
    }
}

void DataImportDialog::describeSoon() {
    m_stop.request_stop();
    m_description.reset(); // of what was set before
    m_failure.clear();
    m_reading = true;
    m_delay.start();
    showState();
}

void DataImportDialog::describe() {
    m_delay.stop();
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_description.reset();
    m_failure.clear();
    m_reading = true;
    m_done.begin();
    m_poll.start();
    showState();
    m_background.run(
        this,
        [&jobs = m_services.jobs, spec = m_spec, stop = m_stop.get_token(),
         done = m_done]() -> Outcome {
            return stop.stop_requested() ? Outcome(nullptr)
                                         : jobs.describeData(spec, done.watch(stop));
        },
        [this, stop = m_stop.get_token()](const Outcome& outcome) {
            if (!stop.stop_requested()) { // else something newer is on its way
                finish(outcome);
            }
        });
}

void DataImportDialog::cancelReading() {
    m_delay.stop();
    m_stop.request_stop();
    m_reading = false;
    m_failure = tr("Reading was stopped. Change something or choose the file again to go on.");
    showState();
}

void DataImportDialog::finish(const Outcome& outcome) {
    m_reading = false;
    if (!outcome) {
        m_failure = dataFailureText(m_spec, outcome.error());
    } else {
        m_description = *outcome;
        if (m_description != nullptr && !m_spec.file.empty()) {
            m_form->setFound(*m_description);
        }
    }
    showState();
}

void DataImportDialog::showPath() {
    m_path->setText(!m_spec.file.empty() ? fromUtf8(m_spec.file.string())
                    : isChosen()         ? tr("Built in: %1").arg(fromUtf8(m_spec.name))
                                         : tr("No file chosen"));
}

void DataImportDialog::showState() {
    m_progress->setVisible(m_reading);
    m_cancel->setVisible(m_reading);
    if (!m_reading) {
        m_poll.stop();
    }
    if (!m_reading || m_description != nullptr) {
        m_facts->setDescription(m_description.get()); // while it is read, the last stays
    }
    setProblem(!isChosen()
                   ? tr("Choose a file, or a folder with a folder of images for each class.")
               : m_reading                ? tr("The data are being read.")
               : m_description == nullptr ? m_failure
                                          : QString());
}

} // namespace tessera::ui
