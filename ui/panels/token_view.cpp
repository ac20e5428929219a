#include "ui/panels/token_view.h"

#include "ui/bridge/services.h"
#include "ui/models/token_delegate.h"
#include "ui/models/token_model.h"
#include "ui/panels/run_export.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kWide = 600; // with room for the column of meanings
constexpr int kValueLetters = 34;
constexpr double kMostForFields = 0.45; // of the width
constexpr double kTitleSize = 1.3;
constexpr double kCaptionSize = 0.85;

QLabel* scaled(QLabel* label, double factor) {
    auto font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
    return label;
}

} // namespace

TokenView::TokenView(Services& services, QWidget* parent)
    : View(parent), m_services(services), m_export(new RunExport(services, this)),
      m_model(new TokenModel(this)) {
    setObjectName(QStringLiteral("view.token"));
    m_notices = new NoticeBar(this);
    m_notices->setObjectName(QStringLiteral("token.notices"));
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("view.token.empty"));
    connect(m_empty, &EmptyState::activated, this, &View::runRequested);
    buildContent();
    buildButtons();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_buttons);
    connect(m_export, &RunExport::saved, this,
            [this](const QString& sentence) { m_notices->post(MessageLevel::Info, sentence); });
    setRuns({});
}

void TokenView::buildContent() {
    m_content = new QWidget(this);
    m_title = new ElidedLabel(m_content);
    m_title->setObjectName(QStringLiteral("token.title"));
    scaled(m_title, kTitleSize);
    m_privacy = new QLabel(m_content);
    m_privacy->setObjectName(QStringLiteral("token.privacy"));
    m_privacy->setAccessibleName(tr("Privacy"));
    m_privacy->setTextFormat(Qt::PlainText);
    m_privacy->setWordWrap(true);
    m_privacy->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    m_tree = new QTreeView(m_content);
    m_tree->setObjectName(QStringLiteral("token.tree"));
    m_tree->setAccessibleName(tr("Fields of the token"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new TokenDelegate(m_services.theme, m_tree));
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->header()->setStretchLastSection(true);
    const int letter = m_tree->fontMetrics().averageCharWidth();
    m_tree->header()->resizeSection(TokenModel::Value, kValueLetters * letter);
    auto* copy = new QAction(icon("copy"), tr("&Copy value"), m_tree);
    copy->setObjectName(QStringLiteral("token.copy"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &TokenView::copyValue);
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TokenView::refreshMeaning);

    m_meaning = scaled(new QLabel(m_content), kCaptionSize);
    m_meaning->setObjectName(QStringLiteral("token.meaning"));
    m_meaning->setAccessibleName(tr("Meaning of the selected field"));
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(kMargin, kMargin, kMargin, 0);
    layout->setSpacing(kMargin);
    layout->addWidget(m_title);
    layout->addWidget(m_privacy);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_meaning);
}

void TokenView::buildButtons() {
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    const auto add = [&](const QString& name, const QString& text, const QString& iconName,
                         void (TokenView::*handler)()) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, handler);
        auto* button = new QToolButton(m_buttons);
        button->setDefaultAction(action);
        button->setObjectName(name + QStringLiteral(".button"));
        button->setAccessibleName(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        return action;
    };
    m_exportAction =
        add("token.export", tr("Export token\u2026"), "export", &TokenView::exportFile);
    add("token.open", tr("Open token\u2026"), "open", &TokenView::chooseFile);
    row->addStretch(1);
}

// The run that the person looks at, be it loaded or not.
std::optional<RunId> TokenView::focus() const {
    const auto& shown = m_services.views.shown();
    return shown.empty() ? std::nullopt : std::optional(shown.front());
}

void TokenView::setRuns(const std::vector<RunViewPtr>& runs) {
    if (m_isFile && (runs.empty() || focus() == m_focus)) {
        return; // the run is loaded, grows or gets another name: nobody has chosen another one
    }
    m_isFile = false;
    if (runs.empty()) {
        showNothing(tr("Run a transfer to see its token."), tr("Run"));
        return;
    }
    const auto& run = runs.front()->record;
    const auto& opened = m_services.library.opened();
    const auto* token = findArtifact(run, "token");
    if (token == nullptr || !opened) {
        showNothing(isTerminal(run.state)
                        ? tr("This run has no token: only runs that are done have one.")
                        : tr("The token will be here when the run is done."));
        return;
    }
    const auto file = opened->folder / token->path;
    if (m_shown.file == file && m_shown.sha256 == token->sha256) {
        m_title->setText(fromUtf8(run.name)); // it may have got another name
        return;
    }
    read({file, token->sha256, fromUtf8(run.name), run.summary.privacy});
}

void TokenView::openToken(const std::filesystem::path& file) {
    m_isFile = true;
    m_focus = focus();
    read({file, {}, fromUtf8(file.filename().string()), std::nullopt});
}

void TokenView::showNothing(const QString& sentence, const QString& button) {
    if (m_shown.file.empty() && m_empty->sentence() == sentence &&
        m_empty->buttonText() == button) {
        return; // a run that grows comes here many times a second
    }
    ++m_round; // what is being read is not wanted any more
    m_shown = {};
    m_notices->clear();
    m_model->setGroups({});
    m_empty->setSentence(sentence);
    m_empty->setButtonText(button);
    m_stack->setCurrentWidget(m_empty);
    m_exportAction->setEnabled(false);
}

void TokenView::read(Shown wanted) {
    showNothing(tr("The token is being read."));
    m_shown = std::move(wanted);
    m_services.background.run(
        this,
        [&documents = m_services.documents, file = m_shown.file] {
            return documents.readToken(file);
        },
        [this, round = m_round](const Result<TokenFile>& token) {
            if (round != m_round) {
                return;
            }
            if (token) {
                showToken(*token);
                return;
            }
            m_empty->setSentence(tr("This token cannot be shown."));
            m_notices->post(MessageLevel::Error, errorText(token.error()),
                            fromUtf8(token.error().detail));
        });
}

void TokenView::showToken(const TokenFile& token) {
    m_title->setText(m_shown.title);
    m_privacy->setText(privacyText(token, m_shown.privacy));
    m_model->setGroups(tokenGroups(token));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
    }
    m_tree->expandAll();
    arrangeColumns();
    m_stack->setCurrentWidget(m_content);
    m_exportAction->setEnabled(true);
    refreshMeaning();
}

void TokenView::chooseFile() {
    if (const auto file = m_services.dialogs.openFile(this, tr("Open token"),
                                                      {tr("Token (*.tbf)"), tr("All files (*)")})) {
        openToken(*file);
    }
}

void TokenView::exportFile() {
    auto name = m_shown.title;
    if (name.endsWith(QStringLiteral(".tbf"))) {
        name.chop(4);
    }
    m_export->saveToken(m_shown.file, name);
}

void TokenView::copyValue() const {
    const auto current = m_tree->currentIndex();
    if (current.isValid()) {
        QGuiApplication::clipboard()->setText(
            current.siblingAtColumn(TokenModel::Value).data().toString());
    }
}

void TokenView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    arrangeColumns();
}

void TokenView::arrangeColumns() {
    const bool narrow = width() < kWide;
    auto* header = m_tree->header();
    m_tree->setColumnHidden(TokenModel::Meaning, narrow);
    header->setStretchLastSection(!narrow);
    header->setSectionResizeMode(TokenModel::Value,
                                 narrow ? QHeaderView::Stretch : QHeaderView::Interactive);
    m_tree->resizeColumnToContents(TokenModel::Field);
    header->resizeSection(TokenModel::Field, std::min(header->sectionSize(TokenModel::Field),
                                                      static_cast<int>(kMostForFields * width())));
    refreshMeaning();
}

// Below the tree where its column has no room.
void TokenView::refreshMeaning() {
    const auto current = m_tree->currentIndex();
    const auto meaning = current.isValid()
                             ? current.siblingAtColumn(TokenModel::Meaning).data().toString()
                             : QString();
    m_meaning->setVisible(m_tree->isColumnHidden(TokenModel::Meaning));
    m_meaning->setText(meaning.isEmpty() ? tr("Choose a field to read what it means.") : meaning);
}

} // namespace tessera::ui
