#include "ui/panels/token_publication_dialog.h"

#include "ui/models/token_leaks.h"
#include "ui/models/token_rows.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kCheckIndent = 24; // below the check box that it belongs to
constexpr int kBoxWidth = 460;
constexpr QSize kSmallestFindings{540, 140};
constexpr QSize kPublicationSize{600, 480};

} // namespace

TokenPublicationDialog::TokenPublicationDialog(const std::vector<TokenLeak>& leaks, bool isSigned,
                                               QWidget* parent)
    : FormDialog(QStringLiteral("publicationDialog"), tr("Prepare for publication"),
                 DialogSize::Free, parent) {
    addText(leaks.empty()
                ? tr("Beside its vector, this token tells nothing that could be taken out.")
                : tr("Beside its vector, this token tells the following. What is checked is taken "
                     "out of a copy; the token itself stays as it is."));
    contents()->addWidget(makeList(leaks), 1);
    if (isSigned) {
        addText(tr("Signatures do not fit the copy and are taken out too: sign it afterwards."));
    }
    addButtons(tr("Write a copy\u2026"));
    refresh();
    if (!leaks.empty()) {
        resize(kPublicationSize);
    }
}

QWidget* TokenPublicationDialog::makeList(const std::vector<TokenLeak>& leaks) {
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(kSpace / 2);
    for (const auto& leak : leaks) {
        const auto text =
            QStringLiteral("%1: %2").arg(fromUtf8(leak.key), metadataText(leak.value).simplified());
        auto* box = new QCheckBox(page);
        box->setObjectName(QStringLiteral("leak.") + fromUtf8(leak.id));
        box->setText(box->fontMetrics()
                         .elidedText(text, Qt::ElideRight, kBoxWidth)
                         .replace(QLatin1Char('&'), QStringLiteral("&&")));
        box->setToolTip(plainToolTip(text));
        box->setAccessibleName(text);
        box->setAccessibleDescription(leakText(leak));
        box->setChecked(leak.byDefault);
        connect(box, &QCheckBox::toggled, this, &TokenPublicationDialog::refresh);
        auto* sentence = new QLabel(leakText(leak), page);
        sentence->setTextFormat(Qt::PlainText);
        sentence->setWordWrap(true);
        sentence->setIndent(kCheckIndent);
        sentence->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(box);
        column->addWidget(sentence);
        m_boxes.emplace_back(leak.id, box);
    }
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("publication.list"));
    area->setAccessibleName(tr("What the token tells"));
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->setMinimumSize(kSmallestFindings);
    return area;
}

std::vector<std::string> TokenPublicationDialog::chosen() const {
    std::vector<std::string> ids;
    for (const auto& [id, box] : m_boxes) {
        if (box->isChecked()) {
            ids.push_back(id);
        }
    }
    return ids;
}

void TokenPublicationDialog::refresh() {
    const bool none = std::none_of(m_boxes.begin(), m_boxes.end(),
                                   [](const auto& entry) { return entry.second->isChecked(); });
    setProblem(none && !m_boxes.empty() ? tr("Check what is to be taken out.") : QString());
}

} // namespace tessera::ui
