#pragma once

#include "core/api/data_description.h"
#include "core/api/engine.h"
#include "ui/bridge/background.h"
#include "ui/bridge/shared_progress.h"
#include "ui/widgets/form_dialog.h"

#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace tessera::ui {

class DataFacts;
class DataReadingForm;
class Dialogs;
class ElidedLabel;
class Services;

// Other data in place of these: how those are read and divided means nothing to them.
[[nodiscard]] DataSpec withPath(DataSpec spec, const std::filesystem::path& path);

// Looks into data before they are used: what is in a file, how it is read, what a shift makes of
// it. Everything that is set is read again off the UI thread, and the newest wins; it can be
// accepted once what is set has been read. UI thread.
class DataImportDialog : public FormDialog {
    Q_OBJECT

public:
    DataImportDialog(Services& services, const DataSpec& spec, QWidget* parent);
    ~DataImportDialog() override;

    // Nothing: the person thought better of it.
    [[nodiscard]] static std::optional<std::filesystem::path> askForFile(Dialogs& dialogs,
                                                                         QWidget* parent);
    [[nodiscard]] static std::optional<std::filesystem::path> askForFolder(Dialogs& dialogs,
                                                                           QWidget* parent);

    // What is set, and what it turned out to be (null until it has been read).
    [[nodiscard]] const DataSpec& spec() const { return m_spec; }
    [[nodiscard]] std::shared_ptr<const DataDescription> description() const {
        return m_description;
    }

private:
    using Outcome = Result<std::shared_ptr<const DataDescription>>;

    void buildPath();
    QWidget* buildReading();
    QWidget* buildShift();
    void fillShifts();
    void buildProgress();
    [[nodiscard]] bool isChosen() const;
    void chooseFile();
    void chooseFolder();
    void setPath(const std::filesystem::path& path);
    void setShift(const std::string& kind, double strength);
    void describeSoon();
    void describe();
    void cancelReading();
    void finish(const Outcome& outcome);
    void showPath();
    void showState();

    Services& m_services;
    DataSpec m_spec;
    std::shared_ptr<const DataDescription> m_description;
    QString m_failure; // why there is none
    bool m_reading = false;
    ElidedLabel* m_path = nullptr;
    DataReadingForm* m_form = nullptr;
    QComboBox* m_shiftKind = nullptr;
    QSlider* m_strength = nullptr;
    QLabel* m_strengthText = nullptr;
    DataFacts* m_facts = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer m_delay, m_poll;
    SharedProgress m_done;
    std::stop_source m_stop;
    Background m_background; // last: ends before what its work speaks of
};

} // namespace tessera::ui
