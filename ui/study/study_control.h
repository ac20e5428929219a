#pragma once

#include "core/api/documents.h"
#include "core/api/job_service.h"
#include "core/api/study_desk.h"

#include <QObject>
#include <QString>

class QWidget;

namespace tessera::ui {

class Services;
class StudyDocument;

// Sends the recipe to the job service, as one job, and knows what the job is at. UI thread.
class StudyControl : public QObject {
    Q_OBJECT

public:
    // `window` is the parent of questions.
    StudyControl(Services& services, StudyDocument& document, QWidget* window);

    // Keeps the recipe beside the store and puts the study into the queue: what is done already is
    // not done again. Asks before it replaces another recipe of the same name. Does nothing where
    // reason() says why not.
    void run();
    // Asks once; what is done stays done.
    void cancel();

    // Why the study cannot run now, in one sentence; empty: it can.
    [[nodiscard]] QString reason() const;
    // The recipe asks for runs that could be expanded.
    [[nodiscard]] bool hasGoodRecipe() const;
    // The job of the study of this name, if it waits or runs.
    [[nodiscard]] const JobStatus* job() const;

Q_SIGNALS:
    // reason() or job() may have changed.
    void changed();
    void failed(const QString& sentence, const QString& details);

private:
    // What was asked for: the store is the one that was open then, and the study the one on the
    // page, whatever is opened meanwhile.
    struct Start {
        StudySpec study;
        OpenedStore store;
        int generation = 0; // of the document
    };
    void onChecked(const Start& start, const Result<void>& mayReplace);
    void submit(const Start& start);

    Services& m_services;
    StudyDocument& m_document;
    QWidget* m_window;
    bool m_starting = false; // between the press of the button and the queue
};

} // namespace tessera::ui
