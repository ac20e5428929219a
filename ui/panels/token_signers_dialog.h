#pragma once

#include "core/api/token_desk.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace tessera::ui {

class Services;

// The keys that the person trusts, and whose they are: add one from a file, revoke, remove. Every
// change is kept at once. UI thread; the list is read and written in the background.
class TokenSignersDialog : public QDialog {
    Q_OBJECT

public:
    explicit TokenSignersDialog(Services& services, QWidget* parent = nullptr);

private:
    void build();
    void buildButtons();
    [[nodiscard]] const SignerKey* current() const;
    void addFromFile();
    void onKey(const Result<SignerKey>& key);
    void revoke();
    void remove();
    // Does this to the list in the background, and shows what came of it.
    void change(const std::function<Result<void>(TokenDesk&)>& work);
    void read();
    void showSigners(const Result<std::vector<SignerKey>>& signers);
    void say(const QString& problem);
    void refresh();

    Services& m_services;
    std::vector<SignerKey> m_signers;
    QTreeWidget* m_list = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_note = nullptr; // about the chosen one
    QPushButton* m_add = nullptr;
    QPushButton* m_revoke = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace tessera::ui
