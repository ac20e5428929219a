#include "ui/panels/token_actions.h"

#include "ui/bridge/services.h"
#include "ui/panels/run_export.h"
#include "ui/panels/token_export_dialog.h"
#include "ui/panels/token_merge_dialog.h"
#include "ui/panels/token_publication_dialog.h"
#include "ui/panels/token_sign_dialog.h"
#include "ui/panels/token_signers_dialog.h"
#include "ui/strings/strings.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QFile>
#include <QWidget>

#include <system_error>

namespace tessera::ui {

namespace {

// A file's name without the endings of tokens.
QString stemOf(QString name) {
    for (const auto* ending : {".tbf", ".safetensors", ".json"}) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
            name.chop(static_cast<qsizetype>(qstrlen(ending)));
        }
    }
    return name;
}

QString endingOf(TokenFormat format) {
    return format == TokenFormat::Tbf ? QStringLiteral(".tbf") : QStringLiteral(".safetensors");
}

} // namespace

TokenActions::TokenActions(Services& services, QWidget* window)
    : QObject(window), m_services(services), m_window(window),
      m_export(new RunExport(services, window)) {
    add("token.export", tr("Export\u2026"), "export", &TokenActions::exportToken);
    add("token.sign", tr("Sign\u2026"), "edit", &TokenActions::signToken);
    add("token.merge", tr("Merge\u2026"), "transfer", &TokenActions::merge);
    add("token.publish", tr("Prepare for publication\u2026"), "filter", &TokenActions::publish);
    connect(m_export, &RunExport::saved, this, &TokenActions::said);
    setSubject({});
}

QAction* TokenActions::add(const char* name, const QString& text, const QString& iconName,
                           void (TokenActions::*handler)()) {
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, handler);
    m_all.push_back(action);
    return action;
}

void TokenActions::setSubject(TokenSubject subject) {
    m_subject = std::move(subject);
    const bool isGood = m_subject.examination != nullptr && m_subject.examination->content;
    for (auto* action : m_all) {
        action->setEnabled(isGood);
    }
}

void TokenActions::exportToken() {
    const auto subject = m_subject; // whatever is shown when the dialogs are answered
    TokenExportDialog dialog(m_services, *subject.examination->content, m_window);
    if (m_services.dialogs.show(dialog) == Consent::No) {
        return;
    }
    if (dialog.kind() == TokenExportDialog::Kind::Copy) {
        m_export->saveToken(subject.source.file, stemOf(subject.source.name));
        return;
    }
    const auto options = dialog.options();
    if (const auto file = askFile(tr("Export token"), subject.source.name, options.format)) {
        write(*file, Afterwards::Say,
              [&desk = m_services.tokens, subject,
               options](const std::filesystem::path& to) -> Result<std::int64_t> {
                  const auto& content = *subject.examination->content;
                  if (options.numbers == content.numbers) {
                      return desk.write(to, content.token, options);
                  }
                  const auto rounded = desk.requantised(content.token, options.numbers);
                  return rounded ? desk.write(to, *rounded, options) : fail(rounded.error());
              });
    }
}

void TokenActions::signToken() {
    const auto subject = m_subject;
    TokenSignDialog dialog(m_services, m_window);
    if (m_services.dialogs.show(dialog) == Consent::No) {
        return;
    }
    const auto request = dialog.request();
    m_services.settings.setValue(setting::kSigner, fromUtf8(request.signer));
    m_services.settings.setValue(setting::kSigningKey,
                                 QFile::decodeName(request.privateKey.c_str()));
    const auto options = sameOptions(subject);
    const auto name = tr("%1-signed", "file name").arg(stemOf(subject.source.name));
    if (const auto file = askFile(tr("Save the signed token"), name, options.format)) {
        write(*file, Afterwards::Open,
              [&desk = m_services.tokens, subject, options,
               request](const std::filesystem::path& to) -> Result<std::int64_t> {
                  const auto made =
                      desk.sign(subject.examination->content->token, options, request);
                  return made ? desk.write(to, *made, options) : fail(made.error());
              });
    }
}

void TokenActions::publish() {
    const auto subject = m_subject;
    m_services.background.run(
        this,
        [&desk = m_services.tokens, subject]() -> Result<std::vector<TokenLeak>> {
            const auto& content = *subject.examination->content;
            return desk.leaks(content.token, content.unknown);
        },
        [this, subject](const Result<std::vector<TokenLeak>>& leaks) {
            if (!leaks) {
                Q_EMIT failed(tr("The token was not written. %1").arg(errorText(leaks.error())),
                              fromUtf8(leaks.error().detail));
                return;
            }
            askLeaks(*leaks, subject);
        });
}

void TokenActions::askLeaks(const std::vector<TokenLeak>& leaks, const TokenSubject& subject) {
    TokenPublicationDialog dialog(leaks, !subject.examination->content->signatures.empty(),
                                  m_window);
    if (m_services.dialogs.show(dialog) == Consent::No) {
        return;
    }
    const auto ids = dialog.chosen();
    auto options = sameOptions(subject);
    options.hmacKey.reset(); // others do not have the key
    const auto file = askFile(tr("Save the copy for publication"), tr("token", "file name"),
                              options.format); // the run's name may tell as much
    if (!file) {
        return;
    }
    write(*file, Afterwards::Open,
          [&desk = m_services.tokens, subject, options,
           ids](const std::filesystem::path& to) -> Result<std::int64_t> {
              const auto& content = *subject.examination->content;
              auto made = desk.strip(content.token, content.unknown, ids);
              if (!made) {
                  return fail(made.error());
              }
              auto bare = options;
              bare.unknown = std::move(made->second);
              return desk.write(to, made->first, bare);
          });
}

void TokenActions::merge() {
    const auto subject = m_subject;
    TokenMergeDialog dialog(m_services, {subject.source.name, subject.examination}, m_window);
    if (m_services.dialogs.show(dialog) == Consent::No) {
        return;
    }
    const auto file =
        askFile(tr("Save the merged token"), tr("merged", "file name"), TokenFormat::Tbf);
    if (!file) {
        return;
    }
    write(*file, Afterwards::Open,
          [&desk = m_services.tokens, inputs = dialog.inputs(),
           how = dialog.how()](const std::filesystem::path& to) -> Result<std::int64_t> {
              std::vector<Token> tokens;
              for (const auto& input : inputs) {
                  tokens.push_back(input.examination->content->token);
              }
              const auto made = desk.merge(tokens, how);
              return made ? desk.write(to, *made, {}) : fail(made.error());
          });
}

void TokenActions::manageSigners() {
    TokenSignersDialog dialog(m_services, m_window);
    (void)m_services.dialogs.show(dialog);
    Q_EMIT signersManaged();
}

TokenWriteOptions TokenActions::sameOptions(const TokenSubject& subject) {
    const auto& content = *subject.examination->content;
    TokenWriteOptions options;
    options.format = content.format;
    options.numbers = content.numbers;
    options.int8 = content.int8;
    options.unknown = content.unknown;
    if (content.hmac == HmacState::Valid) {
        options.hmacKey = subject.options.hmacKey;
    }
    return options;
}

std::optional<std::filesystem::path>
TokenActions::askFile(const QString& title, const QString& name, TokenFormat format) {
    const auto filter = format == TokenFormat::Tbf
                            ? tr("Token (*.tbf)")
                            : tr("Older pair, with a .json beside it (*.safetensors)");
    const auto file = m_services.dialogs.saveFile(m_window, title, {filter},
                                                  fileNameFrom(stemOf(name)) + endingOf(format));
    if (!file || format == TokenFormat::Tbf) {
        return file;
    }
    auto beside = *file;
    beside.replace_extension(".json");
    std::error_code error;
    const bool overwrites =
        std::filesystem::exists(beside, error) &&
        m_services.dialogs.ask(m_window,
                               tr("The other file of the pair, %1, exists already. Replace it?")
                                   .arg(QFile::decodeName(beside.filename().c_str())),
                               tr("Replace it"), tr("Keep it")) == Consent::No;
    return overwrites ? std::nullopt : file;
}

void TokenActions::write(const std::filesystem::path& file, Afterwards afterwards, Work work) {
    m_services.background.run(
        this, [work = std::move(work), file] { return work(file); },
        [this, file, afterwards](const Result<std::int64_t>& bytes) {
            if (!bytes) {
                Q_EMIT failed(tr("The token was not written. %1").arg(errorText(bytes.error())),
                              fromUtf8(bytes.error().detail));
                return;
            }
            if (afterwards == Afterwards::Open) {
                Q_EMIT written(file);
            }
            Q_EMIT said(
                tr("Saved as %1 (%2).").arg(QFile::decodeName(file.c_str()), bytesText(*bytes)));
        });
}

} // namespace tessera::ui
