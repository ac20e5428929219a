#pragma once

#include <QWidget>

#include <filesystem>
#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace tessera::ui {

class Services;

// Asks for the key of a seal: typed as text or as hexadecimal digits, or the bytes of a file. What
// is typed is hidden unless the person wants to see it. UI thread; files are read in the
// background.
class TokenKeyField : public QWidget {
    Q_OBJECT

public:
    explicit TokenKeyField(Services& services, QWidget* parent = nullptr);

    // The key's bytes; nothing while there is a problem.
    [[nodiscard]] std::optional<std::string> key() const;
    // What is missing or wrong, a whole sentence; empty if there is a key.
    [[nodiscard]] QString problem() const;
    // The key is so short that it can be guessed.
    [[nodiscard]] bool isWeak() const;
    // Not a focus proxy: with one, Tab would jump over what stands beside the key.
    void focusKey();

Q_SIGNALS:
    void changed();

private:
    enum Kind { Text, Digits, File };
    [[nodiscard]] Kind kind() const;
    void onKind();
    void showOrHide();
    void chooseFile();
    void onFile(const std::filesystem::path& file, const std::optional<std::string>& bytes);

    Services& m_services;
    QComboBox* m_kind;
    QLineEdit* m_edit;
    QToolButton* m_choose;
    bool m_isShown = false; // what is typed
    std::optional<std::string> m_fileKey;
    QString m_fileProblem;
};

} // namespace tessera::ui
