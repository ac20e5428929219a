#pragma once

#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "ui/models/runs_model.h"
#include "ui/panels/run_actions.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/runs_table.h"
#include "ui/widgets/empty_state.h"

#include <QTest>

#include <vector>

namespace tessera::test {

inline std::vector<RunRecord> fourRuns() {
    return {madeRecord(1, "alpha", 0.90), madeRecord(2, "beta", 0.70),
            madeRecord(3, "gamma", std::nullopt), madeRecord(4, "delta", 0.80)};
}

// The panel in a window, with a store of four runs, the newest on top: delta gamma beta alpha.
struct ShownRuns {
    explicit ShownRuns(const std::vector<RunRecord>& runs = fourRuns(), bool writable = true) {
        good = fake.openStore(runs, writable);
        panel.resize(700, 400);
        panel.show();
        good = good && QTest::qWaitForWindowExposed(&panel);
        table = panel.findChild<ui::RunsTable*>("runs.table");
        table->setFocus();
        if (!runs.empty()) {
            table->setCurrentIndex(table->model()->index(0, ui::RunsModel::Name));
        }
    }

    [[nodiscard]] QStringList names() const {
        QStringList list;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            list << table->model()->index(row, ui::RunsModel::Name).data().toString();
        }
        return list;
    }
    [[nodiscard]] std::vector<RunId> shown() const { return fake.services.views.shown(); }
    [[nodiscard]] ui::EmptyState* empty() const {
        return panel.findChild<ui::EmptyState*>("runs.empty");
    }
    [[nodiscard]] QAction* action(const char* name) const { return panel.actions().find(name); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(table, key, modifiers);
    }

    FakeServices fake;
    ui::RunsPanel panel{fake.services};
    ui::RunsTable* table = nullptr;
    bool good = false;
};

} // namespace tessera::test
