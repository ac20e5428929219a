#pragma once

#include <QObject>
#include <QStringList>

#include <filesystem>

class QWidget;

namespace tessera::ui {

class NoticeBar;
class Services;

// New, open, save: experiments, run stores and tokens as files, by menu, by drag and drop, from the
// command line. UI thread.
class DocumentController : public QObject {
    Q_OBJECT

public:
    DocumentController(Services& services, NoticeBar& notices, QWidget* window);

    void newExperiment();
    void openFile();                              // asks which
    void open(const std::filesystem::path& file); // whatever its content says it is
    void openStore();                             // asks which
    void newStore();                              // asks where
    void openStore(const std::filesystem::path& file);
    bool save();
    bool saveAs();
    void copyCommandLine();

    // False: the person wants to stay. What was never saved is kept until the next start anyway, so
    // only changes to a file are asked about.
    [[nodiscard]] bool mayClose();

    [[nodiscard]] QStringList recentFiles() const;
    void clearRecent();

Q_SIGNALS:
    void tokenOpened(const std::filesystem::path& file);
    void studyOpened(const std::filesystem::path& file);
    void recentChanged();

private:
    // False: the person wants to keep the experiment that would be replaced.
    [[nodiscard]] bool mayReplace();
    [[nodiscard]] bool askUnsaved();
    void openExperiment(const std::filesystem::path& file);
    void refuse(const QString& sentence, const std::string& detail);
    void remember(const std::filesystem::path& file);

    Services& m_services;
    NoticeBar& m_notices;
    QWidget* m_window;
};

} // namespace tessera::ui
