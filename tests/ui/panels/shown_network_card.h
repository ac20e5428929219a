#pragma once

#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/network_descriptions.h"
#include "ui/panels/network_card.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

#include <functional>

namespace tessera::test {

// A card as Setup has it, on an engine that says what the test wants.
class ShownCard {
public:
    explicit ShownCard(ui::NetworkRole role = ui::NetworkRole::Receiver)
        : id(ui::placeOf(role)), role(role) {
        fakes.jobs.onDescribeNetwork = [this](const NetworkSpec& spec, const Watch& watch) {
            return answer(spec, watch);
        };
        auto* column = new QVBoxLayout(&page);
        card = new ui::NetworkCard(role, fakes.services, &page);
        column->addWidget(card);
        column->addStretch(1);
        QObject::connect(&document(), &ui::ExperimentDocument::problemsChanged, card,
                         &ui::NetworkCard::refresh);
        QObject::connect(&fakes.services.bridge, &ui::JobBridge::engineChanged, card, [this] {
            card->setCatalog((*fakes.services.bridge.engine())->catalog);
            fakes.services.experiment.check();
        });
        auto report = madeEngineReport();
        for (const char* family : {"transformer", "resnet", "vit"}) {
            report.catalog.architectures.push_back({family, "more"});
        }
        fakes.jobs.loadEngine(report);
        page.resize(320, 640);
        page.show();
        ready = QTest::qWaitForWindowExposed(&page) &&
                QTest::qWaitFor([this] { return fakes.services.bridge.engine().has_value(); });
    }

    ui::ExperimentDocument& document() { return fakes.services.experiment; }
    const NetworkSpec& spec() { return ui::networkOf(document().experiment(), role); }
    template <class T>
    T* find(const char* part) {
        return page.findChild<T*>(id + part);
    }
    QString summary() { return page.findChild<QLabel*>("card." + id + ".summary")->text(); }
    bool isVisible(const char* part) {
        const auto* widget = find<QWidget>(part);
        return widget != nullptr && widget->isVisibleTo(&page);
    }
    void choose(const NetworkFile& file) {
        document().change("x", "x", [&](Experiment& e) {
            ui::networkOf(e, role) = NetworkSpec();
            ui::networkOf(e, role).file = file.path();
        });
    }
    void pick(const char* part, const QString& choice) {
        auto* combo = find<QComboBox>(part);
        combo->setCurrentIndex(combo->findData(choice));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    void undo() { fakes.services.undo.setup().undo(); }

    QString id;
    ui::NetworkRole role;
    FakeServices fakes;
    std::function<DescribedResult(const NetworkSpec&, const Watch&)> answer =
        [](const NetworkSpec&, const Watch&) { return described(madeScript()); };
    QWidget page; // before the fakes ends what it shows of them
    ui::NetworkCard* card = nullptr;
    bool ready = false;
};

} // namespace tessera::test
