#include "ui/panels/token_view.h"

#include "ui/bridge/services.h"
#include "ui/panels/token_compare_panel.h"
#include "ui/panels/token_fields.h"
#include "ui/panels/token_headline.h"
#include "ui/panels/token_key_dialog.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/vector_plots.h"
#include "ui/strings/strings.h"
#include "ui/widgets/byte_map.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/focus_order.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/lineage_graph.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {} // namespace

TokenView::TokenView(Services& services, QWidget* parent)
    : View(parent), m_services(services), m_actions(new TokenActions(services, this)) {
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
    connectActions();
    setRuns({});
}

void TokenView::buildContent() {
    m_content = new QWidget(this);
    m_title = new ElidedLabel(m_content);
    m_title->setObjectName(QStringLiteral("token.title"));
    auto font = m_title->font();
    font.setPointSizeF(kTitleSize * font.pointSizeF());
    m_title->setFont(font);
    m_headline = new TokenHeadline(m_services.theme, m_content);
    buildTabs();
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(kSpace, kSpace, kSpace, 0);
    layout->setSpacing(kSpace);
    layout->addWidget(m_title);
    layout->addWidget(m_headline);
    layout->addWidget(m_tabs, 1);
}

void TokenView::buildTabs() {
    m_tabs = new QTabWidget(m_content);
    m_tabs->setObjectName(QStringLiteral("token.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the token"));
    m_fields = new TokenFields(m_services.theme, m_tabs);
    m_vectorPage = new QWidget(m_tabs);
    auto* vectorLayout = new QVBoxLayout(m_vectorPage);
    vectorLayout->setContentsMargins(0, 0, 0, 0);
    m_lineage = new LineageGraph(m_tabs);
    m_bytes = new ByteMap(m_tabs);
    m_compare = new TokenComparePanel(m_services, m_tabs);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_vectorPage, tr("Vector"));
    m_tabs->addTab(m_lineage, tr("Lineage"));
    m_tabs->addTab(m_bytes, tr("Bytes"));
    m_tabs->addTab(m_compare, tr("Compare"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &TokenView::fillVector);
}

void TokenView::buildButtons() {
    m_buttons = new QWidget(this);
    auto* row = new QVBoxLayout(m_buttons);
    row->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    auto* bar = new ControlsBar(m_buttons);
    row->addWidget(bar);
    const auto add = [&](QAction* action) {
        auto* button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + QStringLiteral(".button"));
        button->setAccessibleName(action->text());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        bar->add(button);
    };
    const auto own = [&](const char* name, const QString& text, const QIcon& symbol,
                         void (TokenView::*handler)()) {
        auto* action = new QAction(symbol, text, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, handler);
        add(action);
    };
    own("token.open", tr("Open\u2026"), icon("open"), &TokenView::chooseFile);
    for (auto* action : m_actions->all()) {
        add(action);
    }
    own("token.trusted", tr("Trusted signers\u2026"), icon("key"), &TokenView::manageSigners);
}

void TokenView::connectActions() {
    connect(m_headline, &TokenHeadline::keyRequested, this, &TokenView::enterKey);
    connect(m_headline, &TokenHeadline::unverifiedRequested, this, &TokenView::showUnverified);
    connect(m_headline, &TokenHeadline::unsealedRequested, this, &TokenView::showUnsealed);
    connect(m_headline, &TokenHeadline::detailsRequested, this, &TokenView::showDetails);
    connect(m_headline, &TokenHeadline::signersRequested, this, &TokenView::manageSigners);
    connect(m_actions, &TokenActions::said, this,
            [this](const QString& sentence) { m_notices->post(MessageLevel::Info, sentence); });
    connect(m_actions, &TokenActions::failed, this,
            [this](const QString& sentence, const QString& details) {
                m_notices->post(MessageLevel::Error, sentence, details);
            });
    connect(m_actions, &TokenActions::written, this, &TokenView::openToken);
    connect(m_actions, &TokenActions::signersManaged, this, &TokenView::readAgain);
    connect(m_compare, &TokenComparePanel::exportRequested, this, &View::exportRequested);
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
        if (m_shown.title != fromUtf8(run.name)) {
            setTitle(fromUtf8(run.name));
        }
        return;
    }
    read({file, token->sha256, fromUtf8(run.name), run.summary.privacy, {}});
}

std::vector<Plot*> TokenView::plots() const {
    if (m_stack->currentWidget() != m_content) {
        return {};
    }
    switch (m_tabs->currentIndex()) {
    case Vector:
        return m_vector->plots();
    case Compare:
        return m_compare->plots();
    default:
        return {};
    }
}

void TokenView::openToken(const std::filesystem::path& file) {
    m_isFile = true;
    m_focus = focus();
    // Runs of this program are not sealed; what comes from elsewhere may have to be.
    TokenReadOptions options;
    options.requireHmac = m_services.settings.value(setting::kRequireHmac).toBool();
    read({file, {}, fromUtf8(file.filename().string()), std::nullopt, options});
}

void TokenView::readAgain() {
    if (!m_shown.file.empty()) {
        read(m_shown);
    }
}

void TokenView::onSealRule() {
    if (m_isFile) {
        m_shown.options.requireHmac = m_services.settings.value(setting::kRequireHmac).toBool();
        readAgain();
    }
}

void TokenView::showNothing(const QString& sentence, const QString& button) {
    if (m_shown.file.empty() && m_empty->sentence() == sentence &&
        m_empty->buttonText() == button) {
        return; // a run that grows comes here many times a second
    }
    ++m_round; // what is being read is not wanted any more
    m_shown = {};
    m_examination.reset();
    m_notices->clear();
    m_empty->setSentence(sentence);
    m_empty->setButtonText(button);
    m_stack->setCurrentWidget(m_empty);
    m_headline->setTrust({});
    m_fields->setGroups({}, {});
    if (m_vector != nullptr) {
        m_vector->clear();
    }
    m_drawn.reset();
    m_lineage->setLineage(Metadata());
    m_bytes->setSections({});
    m_compare->setToken(nullptr, {});
    m_actions->setSubject({});
}

void TokenView::read(Shown wanted) {
    showNothing(tr("The token is being read."));
    m_shown = std::move(wanted);
    m_services.background.run(
        this,
        [&desk = m_services.tokens, file = m_shown.file, options = m_shown.options] {
            return desk.examine(file, options);
        },
        [this, round = m_round](Result<TokenExamination> examination) {
            if (round != m_round) {
                return;
            }
            if (!examination) {
                showFailure(examination.error());
                return;
            }
            showExamination(std::make_shared<const TokenExamination>(std::move(*examination)));
        });
}

void TokenView::showFailure(const Error& error) {
    m_empty->setSentence(tr("This token cannot be shown."));
    m_notices->post(MessageLevel::Error, errorText(error), fromUtf8(error.detail));
}

void TokenView::showExamination(const TokenExaminationPtr& examination) {
    m_examination = examination;
    m_headline->setTrust(trustOf(*examination, m_shown.options));
    setTitle(m_shown.title);
    const auto* content = examination->content ? &*examination->content : nullptr;
    m_fields->setGroups(examinationGroups(*examination),
                        content != nullptr ? privacyText(*content, m_shown.privacy) : QString());
    m_bytes->setSections(examination->sections);
    for (const auto tab : {Vector, Lineage, Compare}) {
        m_tabs->setTabEnabled(tab, content != nullptr);
    }
    if (content != nullptr) {
        m_lineage->setLineage(content->token.lineageDag);
    }
    m_stack->setCurrentWidget(m_content);
    fillVector();
}

// Plots are dear to make and to fill, and most tokens are not looked at so closely.
void TokenView::fillVector() {
    if (m_tabs->currentIndex() != Vector || m_examination == nullptr || !m_examination->content ||
        m_drawn == m_examination) {
        return;
    }
    if (m_vector == nullptr) {
        m_vector = new VectorPlots(m_services.theme, m_vectorPage);
        m_vectorPage->layout()->addWidget(m_vector);
        insertInTabOrder(m_tabs->tabBar(), m_vector);
        connect(m_vector, &VectorPlots::exportRequested, this, &View::exportRequested);
    }
    m_vector->setVector(m_examination->content->token.uhsVector);
    m_drawn = m_examination;
}

// Also for what speaks of the token by its name: legends, files to be written.
void TokenView::setTitle(const QString& title) {
    m_shown.title = title;
    m_title->setText(title);
    if (m_examination != nullptr) {
        m_compare->setToken(m_examination, title);
        m_actions->setSubject({{title, m_shown.file}, m_shown.options, m_examination});
    }
}

void TokenView::showDetails() {
    m_services.dialogs.showError(this, m_headline->trust().sentence, m_headline->trust().details);
}

void TokenView::enterKey() {
    TokenKeyDialog dialog(m_services, m_shown.title, this);
    const auto file = m_shown.file;
    if (m_services.dialogs.show(dialog) == Consent::No || m_shown.file != file) {
        return; // thought better of it, or another token came while the dialog was open
    }
    auto wanted = m_shown;
    wanted.options.hmacKey = dialog.key();
    wanted.options.unverified = false;
    read(std::move(wanted));
}

void TokenView::showUnverified() {
    auto wanted = m_shown;
    wanted.options.unverified = true;
    read(std::move(wanted));
}

void TokenView::showUnsealed() {
    auto wanted = m_shown;
    wanted.options.requireHmac = false;
    read(std::move(wanted));
}

void TokenView::chooseFile() {
    if (const auto file = m_services.dialogs.openFile(
            this, tr("Open token"),
            {tr("Tokens (*.tbf *.safetensors *.json)"), tr("All files (*)")})) {
        openToken(*file);
    }
}

} // namespace tessera::ui
