#pragma once

#include "ui/panels/token_sources.h"

#include <QObject>

#include <functional>
#include <string>
#include <vector>

class QAction;
class QWidget;

namespace tessera::ui {

class RunExport;
class Services;

// The token that actions speak of.
struct TokenSubject {
    TokenSource source;
    TokenReadOptions options; // that it was read with
    TokenExaminationPtr examination;
};

// What can be done with the token on show: export, sign, make fit for publication, merge with
// others. Each asks in a dialog, asks for a file, and works in the background; the token itself
// never changes. UI thread.
class TokenActions : public QObject {
    Q_OBJECT

public:
    // Dialogs stand before `window`, which owns this object.
    TokenActions(Services& services, QWidget* window);

    // Without content: nothing can be done.
    void setSubject(TokenSubject subject);
    // In reading order: "token.export", "token.sign", "token.merge", "token.publish".
    [[nodiscard]] const std::vector<QAction*>& all() const { return m_all; }

    // The list of trusted signers, which any token is judged by.
    void manageSigners();

Q_SIGNALS:
    // A whole sentence about what went well.
    void said(const QString& sentence);
    void failed(const QString& sentence, const QString& details);
    // A new file that is worth looking at.
    void written(const std::filesystem::path& file);
    // The trust list may have changed.
    void signersManaged();

private:
    enum class Afterwards { Say, Open };
    // The bytes written, and how.
    using Work = std::function<Result<std::int64_t>(const std::filesystem::path&)>;

    QAction* add(const char* name, const QString& text, const QString& iconName,
                 void (TokenActions::*handler)());
    void exportToken();
    void signToken();
    void publish();
    void merge();
    void askLeaks(const std::vector<TokenLeak>& leaks, const TokenSubject& subject);
    // As the file of the subject is written, with its numbers and unknown keys.
    [[nodiscard]] static TokenWriteOptions sameOptions(const TokenSubject& subject);
    [[nodiscard]] std::optional<std::filesystem::path>
    askFile(const QString& title, const QString& name, TokenFormat format);
    void write(const std::filesystem::path& file, Afterwards afterwards, Work work);

    Services& m_services;
    QWidget* m_window;
    RunExport* m_export;
    TokenSubject m_subject;
    std::vector<QAction*> m_all;
};

} // namespace tessera::ui
