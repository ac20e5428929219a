#pragma once

#include "core/api/study_desk.h"
#include "ui/bridge/latest_work.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <string>

namespace tessera::ui {

class Services;
class StudyDocument;

// What has become of the runs of the recipe, kept up to date while somebody looks. UI thread; the
// statistics are computed on another one.
class StudyWatch : public QObject {
    Q_OBJECT

public:
    StudyWatch(Services& services, StudyDocument& document, QObject* parent = nullptr);

    // Whether anybody looks; at first nobody does.
    void setActive(bool active);

    // The latest; null before the first. While the recipe has problems, it is of the last good one.
    [[nodiscard]] const std::shared_ptr<const StudyOverview>& overview() const {
        return m_overview;
    }

    // The method that the others are compared with; empty: the usual one.
    void compareWith(const std::string& method);
    // Of the recipe as it is: empty if it has no methods.
    [[nodiscard]] std::string compared() const;

Q_SIGNALS:
    void changed();
    void failed(const tessera::Error& error);

private:
    void soon();
    void compute();

    Services& m_services;
    StudyDocument& m_document;
    std::string m_wanted;
    std::shared_ptr<const StudyOverview> m_overview;
    bool m_active = false;
    bool m_due = true;
    QTimer m_delay; // typing and runs come in bursts
    LatestWork m_work;
};

} // namespace tessera::ui
