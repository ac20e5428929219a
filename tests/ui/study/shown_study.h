#pragma once

#include "tests/ui/support/fake_services.h"
#include "ui/study/studies_view.h"

#include <QTest>

#include <memory>

namespace tessera::test {

// An engine that knows several methods and shifts.
inline EngineReport madeStudyEngine() {
    auto report = madeEngineReport();
    for (const char* id : {"kd", "none"}) {
        ModeEntry mode;
        mode.id = id;
        mode.description = "a method";
        report.catalog.modes.push_back(mode);
    }
    report.catalog.shifts = {{"noise", "noise on the inputs"}, {"blur", "blurred images"}};
    return report;
}

// The page of studies on fakes, on show, with an open store and an engine.
class ShownStudy {
public:
    ShownStudy() {
        ready = fakes.openStore();
        view = std::make_unique<ui::StudiesView>(fakes.services);
        view->resize(1100, 800);
        view->show();
        ready = ready && QTest::qWaitForWindowExposed(view.get());
        fakes.jobs.loadEngine(madeStudyEngine());
        ready = ready && QTest::qWaitFor([this] { return fakes.bridge.engine().has_value(); });
    }

    template <class T>
    T* find(const QString& name) {
        auto* found = view->findChild<T*>(name);
        if (found == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        return found;
    }

    FakeServices fakes;
    std::unique_ptr<ui::StudiesView> view;
    bool ready = false;
};

} // namespace tessera::test
