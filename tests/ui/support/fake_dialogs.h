#pragma once

#include "ui/widgets/dialogs.h"

#include <QDialog>
#include <QString>
#include <QStringList>

#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace tessera::test {

// Answers every question with what the test has prepared, and keeps what was asked.
// Unprepared questions are answered as by somebody who thinks better of it.
class FakeDialogs : public ui::Dialogs {
public:
    struct Shown {
        QString sentence;
        QString details;
    };

    // --- Prepared answers; files and texts are used up in order ---
    ui::UnsavedChoice unsaved = ui::UnsavedChoice::Cancel;
    ui::Consent consent = ui::Consent::Yes;
    std::deque<std::filesystem::path> files;
    std::deque<QString> texts;
    // Each enters something into a dialog of the program's own, and says whether to accept it.
    std::deque<std::function<ui::Consent(QDialog&)>> forms;
    // Happens while the next dialog is open, before the answer: the program goes on behind it.
    std::function<void()> whileOpen;

    // --- What was asked ---
    std::vector<Shown> errors;  // and texts to read
    QStringList questions;      // sentences, titles
    QStringList suggestedNames; // of saveFile
    QStringList offeredTexts;   // what stood in the fields of askText and askLongText

    void showError(QWidget*, const QString& sentence, const QString& details) override {
        errors.push_back({sentence, details});
    }
    void showText(QWidget*, const QString& title, const QString& text) override {
        errors.push_back({title, text});
    }
    ui::UnsavedChoice askUnsaved(QWidget*, const QString& sentence) override {
        questions << sentence;
        stayOpen();
        return unsaved;
    }
    ui::Consent ask(QWidget*, const QString& sentence, const QString&, const QString&) override {
        questions << sentence;
        stayOpen();
        return consent;
    }
    std::optional<std::filesystem::path> openFile(QWidget*, const QString& title,
                                                  const QStringList&) override {
        questions << title;
        stayOpen();
        return next(files);
    }
    std::optional<std::filesystem::path> openFolder(QWidget*, const QString& title) override {
        questions << title;
        stayOpen();
        return next(files);
    }
    std::optional<std::filesystem::path> saveFile(QWidget*, const QString& title,
                                                  const QStringList&,
                                                  const QString& suggestedName) override {
        questions << title;
        suggestedNames << suggestedName;
        stayOpen();
        return next(files);
    }
    std::optional<QString> askText(QWidget*, const QString& title, const QString&,
                                   const QString& text) override {
        questions << title;
        offeredTexts << text;
        stayOpen();
        return next(texts);
    }
    std::optional<QString> askLongText(QWidget* parent, const QString& title, const QString& label,
                                       const QString& text) override {
        return askText(parent, title, label, text);
    }
    ui::Consent show(QDialog& dialog) override {
        questions << dialog.windowTitle();
        stayOpen();
        const auto fill = next(forms);
        return fill ? (*fill)(dialog) : ui::Consent::No;
    }

private:
    void stayOpen() {
        if (const auto happens = std::exchange(whileOpen, nullptr)) {
            happens();
        }
    }

    template <class T>
    static std::optional<T> next(std::deque<T>& answers) {
        if (answers.empty()) {
            return std::nullopt;
        }
        auto answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }
};

} // namespace tessera::test
