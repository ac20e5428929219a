#pragma once

#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/network_descriptions.h"
#include "ui/bridge/described_network.h"
#include "ui/models/network_model.h"
#include "ui/panels/network_dialog.h"
#include "ui/panels/network_facts.h"

#include <QLabel>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace tessera::test {

using Answer = std::function<DescribedResult(const NetworkSpec&, const Watch&)>;

// A dialog on the receiver's network, which comes from a file unless the test says otherwise.
class Opened {
public:
    explicit Opened(Answer answer, ui::NetworkRole role = ui::NetworkRole::Receiver,
                    const char* file = "resnet18.pt")
        : m_file(file) {
        fakes.jobs.onDescribeNetwork = [this, answer = std::move(answer)](const NetworkSpec& spec,
                                                                          const Watch& watch) {
            ++count;
            return answer(spec, watch);
        };
        fakes.jobs.loadEngine();
        fakes.services.experiment.change(
            "x", "x", [&](Experiment& e) { ui::networkOf(e, role) = m_file.spec(); });
        described.emplace(fakes.jobs, fakes.services.bridge);
        dialog = std::make_unique<ui::NetworkDialog>(role, fakes.services, *described);
        dialog->show();
        ready = QTest::qWaitForWindowExposed(dialog.get());
    }

    bool isKnown() {
        return QTest::qWaitFor(
            [this] { return described->state() == ui::DescribedNetwork::State::Known; });
    }
    template <class T>
    T* find(const char* name) {
        return dialog->findChild<T*>(name);
    }
    bool isVisible(const char* name) { return find<QWidget>(name)->isVisibleTo(dialog.get()); }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    QString facts() { return dialog->findChild<ui::NetworkFacts*>()->text(); }
    ui::NetworkModel& model() { return *dialog->findChild<ui::NetworkModel*>(); }
    QTreeView& tree() { return *find<QTreeView>("modules.tree"); }
    void select(const QString& name) {
        auto* rows = tree().model();
        const auto found = rows->match(rows->index(0, 0), ui::NetworkModel::NameRole, name, 1,
                                       Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        tree().setCurrentIndex(found.front());
    }
    QStringList tabs() {
        const auto* bar = find<QTabWidget>("network.tabs");
        QStringList shown;
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->isTabVisible(i)) {
                shown << bar->tabText(i);
            }
        }
        return shown;
    }

    FakeServices fakes;
    std::atomic<int> count = 0;
    std::optional<ui::DescribedNetwork> described;
    std::unique_ptr<ui::NetworkDialog> dialog;
    bool ready = false;

private:
    NetworkFile m_file;
};

inline DescribedResult script(const NetworkSpec&, const Watch&) {
    return described(madeScript());
}
inline DescribedResult refused(const NetworkSpec&, const Watch&) {
    return described(madeRefusedScript());
}
inline DescribedResult tensors(const NetworkSpec& spec, const Watch&) {
    return described(madeStateDict(spec));
}
inline DescribedResult forever(const NetworkSpec&, const Watch& watch) {
    return readForever(watch);
}
inline DescribedResult damaged(const NetworkSpec&, const Watch&) {
    return fail(ErrorCode::Corrupt, "the archive ends early; fetch it again");
}
} // namespace tessera::test
