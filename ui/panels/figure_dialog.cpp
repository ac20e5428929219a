#include "ui/panels/figure_dialog.h"

#include "ui/panels/figure_preview.h"
#include "ui/plots/colour_maps.h"
#include "ui/settings/settings.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kCaptionLines = 4;
constexpr double kStep = 0.25;       // inches
constexpr double kUsualHeight = 3.0; // inches
constexpr int kOwn = -1;             // the entry of a person's own size

} // namespace

FigureDialog::FigureDialog(Settings& settings, const std::vector<Plot*>& plots, QWidget* parent)
    : FormDialog(QStringLiteral("figureDialog"), tr("Export figure"), DialogSize::Free, parent),
      m_settings(settings), m_plots(plots) {
    build();
    addButtons(tr("Export\u2026"));
    choose();
    connect(m_formats, &QComboBox::currentIndexChanged, this, &FigureDialog::refresh);
    for (auto* box : {m_widths, m_heights}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FigureDialog::refresh);
    }
    for (auto* box : {m_ownWidth, m_ownHeight}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &FigureDialog::refresh);
    }
    connect(m_withCaption, &QCheckBox::toggled, this, &FigureDialog::refresh);
    for (const auto* plot : m_plots) {
        connect(plot, &Plot::contentChanged, this, &FigureDialog::onContentChanged);
    }
    onContentChanged();
}

void FigureDialog::build() {
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kSpace);
    row->addLayout(makeForm());
    m_preview = new FigurePreview(m_plots, this);
    m_preview->setObjectName(QStringLiteral("figure.preview"));
    m_preview->setAccessibleName(tr("Preview of the figure"));
    row->addWidget(m_preview, 1);
    contents()->addLayout(row, 1);
    makeCaption();
    m_note = addNote(QStringLiteral("figure.note"));
    m_failure = addText({});
    m_failure->setObjectName(QStringLiteral("figure.failure"));
    m_failure->hide();
}

QFormLayout* FigureDialog::makeForm() {
    m_formats = new QComboBox(this);
    m_formats->setObjectName(QStringLiteral("figure.format"));
    for (const auto& format : figureFormats()) {
        m_formats->addItem(format.title, format.extension);
    }
    auto* form = new QFormLayout;
    form->setSpacing(kSpace);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format:"), m_formats);
    auto* width =
        makeSize(m_widths, m_ownWidth, QStringLiteral("figure.width"), tr("Own width in inches"));
    const auto inches = [](double number) { return QLocale().toString(number); };
    m_widths->addItem(tr("one column, %1 in").arg(inches(3.25)), 3.25);
    m_widths->addItem(tr("text, %1 in").arg(inches(5.5)), 5.5);
    m_widths->addItem(tr("two columns, %1 in").arg(inches(6.75)), 6.75);
    m_widths->addItem(tr("own"), kOwn);
    form->addRow(tr("&Width:"), width);
    auto* height = makeSize(m_heights, m_ownHeight, QStringLiteral("figure.height"),
                            tr("Own height in inches"));
    m_heights->addItem(tr("follows from the width"), 0.0);
    m_heights->addItem(tr("own"), kOwn);
    form->addRow(tr("&Height:"), height);
    static_cast<QLabel*>(form->labelForField(width))->setBuddy(m_widths);
    static_cast<QLabel*>(form->labelForField(height))->setBuddy(m_heights);
    return form;
}

// A list of sizes with a field for another one beside it.
QWidget* FigureDialog::makeSize(QComboBox*& kinds, QDoubleSpinBox*& own, const QString& name,
                                const QString& title) {
    auto* both = new QWidget(this);
    kinds = new QComboBox(both);
    kinds->setObjectName(name);
    own = new QDoubleSpinBox(both);
    own->setObjectName(name + QStringLiteral(".own"));
    own->setAccessibleName(title);
    own->setDecimals(2);
    own->setRange(FigureOptions::kNarrowest, FigureOptions::kWidest);
    own->setSingleStep(kStep);
    own->setSuffix(tr(" in", "inches, after a number"));
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(kinds, 1);
    row->addWidget(own);
    return both;
}

void FigureDialog::makeCaption() {
    m_caption = new QPlainTextEdit(this);
    m_caption->setObjectName(QStringLiteral("figure.caption"));
    m_caption->setAccessibleName(tr("Caption"));
    m_caption->setReadOnly(true);
    m_caption->setTabChangesFocus(true);
    m_caption->setFixedHeight(kCaptionLines * m_caption->fontMetrics().lineSpacing() + 2 * kSpace);
    m_withCaption = new QCheckBox(tr("Write the &caption beside it, as a text file"), this);
    m_withCaption->setObjectName(QStringLiteral("figure.withCaption"));
    auto* copy = new QPushButton(tr("C&opy the caption"), this);
    copy->setObjectName(QStringLiteral("figure.copyCaption"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_caption->toPlainText()); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_withCaption);
    row->addStretch(1);
    row->addWidget(copy);
    contents()->addWidget(m_caption);
    contents()->addLayout(row);
}

// What was chosen last.
void FigureDialog::choose() {
    const auto take = [](QComboBox& kinds, QDoubleSpinBox& own, double inches, double usual) {
        const int known = kinds.findData(inches);
        kinds.setCurrentIndex(known >= 0 ? known : kinds.findData(kOwn));
        own.setValue(inches >= FigureOptions::kNarrowest ? inches : usual);
    };
    const auto format = m_formats->findData(m_settings.value(setting::kFigureFormat).toString());
    m_formats->setCurrentIndex(std::max(0, format));
    take(*m_widths, *m_ownWidth, m_settings.value(setting::kFigureWidth).toDouble(),
         FigureOptions{}.widthInches);
    take(*m_heights, *m_ownHeight, m_settings.value(setting::kFigureHeight).toDouble(),
         kUsualHeight);
    m_withCaption->setChecked(m_settings.value(setting::kFigureCaption).toBool());
}

void FigureDialog::remember() {
    const auto chosen = options();
    m_settings.setValue(setting::kFigureFormat, extension());
    m_settings.setValue(setting::kFigureWidth, chosen.widthInches);
    m_settings.setValue(setting::kFigureHeight, chosen.heightInches);
    m_settings.setValue(setting::kFigureCaption, chosen.caption);
}

FigureOptions FigureDialog::options() const {
    const auto inches = [](const QComboBox& kinds, const QDoubleSpinBox& own) {
        return kinds.currentData() == QVariant(kOwn) ? own.value() : kinds.currentData().toDouble();
    };
    FigureOptions options;
    options.widthInches = inches(*m_widths, *m_ownWidth);
    options.heightInches = inches(*m_heights, *m_ownHeight);
    options.colours = colourMapOf(m_settings.value(setting::kColours).toString());
    options.caption = m_withCaption->isChecked();
    return options;
}

QString FigureDialog::extension() const {
    return m_formats->currentData().toString();
}

void FigureDialog::setFailure(const QString& sentence) {
    m_failure->setText(sentence);
    m_failure->setVisible(!sentence.isEmpty());
}

// What the person should know before the file is written.
QString FigureDialog::note() const {
    QStringList sentences;
    if (extension() == QStringLiteral("tex")) {
        sentences << tr("The numbers are written beside it, into a CSV file of the same name.");
    } else if (extension() == QStringLiteral("csv")) {
        sentences << tr("The file holds what the figure draws; its size does not matter.");
    }
    const bool complete = std::all_of(m_plots.begin(), m_plots.end(),
                                      [](const Plot* plot) { return plot->isComplete(); });
    if (!complete) {
        sentences << tr("Part of this is still being computed: what is exported now shows it as it "
                        "stands.");
    }
    return sentences.join(QLatin1Char(' '));
}

void FigureDialog::refresh() {
    m_ownWidth->setEnabled(m_widths->currentData() == QVariant(kOwn));
    m_ownHeight->setEnabled(m_heights->currentData() == QVariant(kOwn));
    m_preview->setOptions(options());
    setNote(m_note, note());
}

void FigureDialog::onContentChanged() {
    m_caption->setPlainText(figureCaption(m_plots));
    refresh();
}

} // namespace tessera::ui
