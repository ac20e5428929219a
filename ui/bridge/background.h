#pragma once

#include "ui/bridge/work_boundary.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace tessera::ui {

// Work off the UI thread, one piece after another in the order of the calls: files and the run
// store. What `work` returns is handed to `then` on the UI thread, unless `context` is gone by
// then; what it throws as an error, as work_boundary.h has it. The destructor waits for what has
// been begun, since it may be a write.
class Background {
public:
    Background() { m_pool.setMaxThreadCount(1); }
    ~Background() { m_pool.waitForDone(); }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    template <class Work, class Then>
    void run(QObject* context, Work work, Then then) {
        m_pool.start([guard = QPointer<QObject>(context), work = std::move(work),
                      then = std::move(then)]() mutable {
            using Outcome = std::invoke_result_t<Work&>;
            // Shared, since the posted function must be copyable and results need not be.
            auto outcome = std::make_shared<Outcome>(bounded(work));
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, outcome, then = std::move(then)]() mutable {
                    if (guard) {
                        then(std::move(*outcome));
                    }
                },
                Qt::QueuedConnection);
        });
    }

    void waitForDone() { m_pool.waitForDone(); }

private:
    QThreadPool m_pool;
};

} // namespace tessera::ui
