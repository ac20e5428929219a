#pragma once

#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "ui/panels/activations_view.h"
#include "ui/panels/sample_notice.h"
#include "ui/panels/tap_list.h"
#include "ui/plots/feature_map_plot.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tessera::test {

using Recorded = Result<std::vector<FullActivation>>;

inline FullActivation madeLayer(const char* tap, FullActivation::Kind kind,
                                const std::vector<std::int64_t>& shape, float value) {
    std::int64_t count = 1;
    for (const auto size : shape) {
        count *= size;
    }
    return {tap, shape, kind, std::vector<float>(static_cast<std::size_t>(count), value)};
}

// Whatever is asked for: three layers whose numbers are those of the sample.
inline std::vector<FullActivation> layersOf(const FullActivationRequest& request) {
    const auto value = static_cast<float>(request.validationRow);
    std::vector<FullActivation> all = {
        madeLayer("layers.0", FullActivation::Kind::Maps, {4, 3, 3}, value),
        madeLayer("layers.0.attention", FullActivation::Kind::Attention, {2, 8, 8}, 0.5F),
        madeLayer("feature", FullActivation::Kind::Vector, {5}, value)};
    if (!request.taps.empty()) {
        std::erase_if(all, [&](const FullActivation& activation) {
            return std::find(request.taps.begin(), request.taps.end(), activation.tap) ==
                   request.taps.end();
        });
    }
    return all;
}

inline RunViewPtr recordedRun(const char* id, bool learned = true, const MadeRun& made = {}) {
    auto of = made;
    of.id = id;
    auto view = std::make_shared<RunView>(*madeRunView(of));
    const auto give = [](NetworkSpec& network, const char* family) {
        network.architecture.emplace();
        network.architecture->family = ArchitectureId(family);
    };
    give(view->record.experiment.source.network, "mlp");
    give(view->record.experiment.receiver.network, "transformer");
    if (learned) {
        view->record.artifacts = {
            {"receiver", std::filesystem::path("runs") / id / "receiver.safetensors", "", 1}};
    }
    return view;
}

// The view as the window has it, on its second page, with an engine that records what the test
// says and keeps what it was asked for.
class ShownInspector {
public:
    explicit ShownInspector(const RunViewPtr& run = recordedRun("one")) {
        fakes.jobs.onRecordSample = [this](const FullActivationRequest& request,
                                           const Watch& watch) {
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
            }
            return answer(request, watch);
        };
        ready = fakes.openStore();
        fakes.jobs.loadEngine();
        ready =
            ready && QTest::qWaitFor([this] { return fakes.services.bridge.engine().has_value(); });
        view = std::make_unique<ui::ActivationsView>(fakes.services);
        view->resize(900, 600);
        view->setRuns(run ? std::vector{run} : std::vector<RunViewPtr>());
        view->show();
        ready = ready && QTest::qWaitForWindowExposed(view.get());
        find<QTabWidget>("activations.pages")->setCurrentIndex(2);
    }
    ~ShownInspector() { view.reset(); }

    template <class T>
    T* find(const char* name) const {
        return view->findChild<T*>(name);
    }
    ui::FeatureMapPlot& plot() const { return *find<ui::FeatureMapPlot>("activations.sample"); }
    ui::TapList& taps() const { return *find<ui::TapList>("sample.taps"); }
    QComboBox& networks() const { return *find<QComboBox>("sample.network"); }
    QSpinBox& number() const { return *find<QSpinBox>("sample.number"); }
    QPushButton& button() const { return *find<QPushButton>("sample.record"); }
    QString notice() const { return find<ui::SampleNotice>("sample.notice")->sentence(); }
    QString words() const { return find<QLabel>("sample.words")->text(); }

    // Presses the button and waits for what comes.
    bool record() {
        button().click();
        return isKnown();
    }
    bool isKnown() const {
        return QTest::qWaitFor([this] { return !plot().isEmpty(); });
    }
    void choose(int tap) const { taps().setCurrentItem(taps().topLevelItem(tap)); }
    std::vector<FullActivationRequest> requests() const {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    // The value of the first number on show, by way of the table.
    QVariant value() const { return plot().table().rows.front().back(); }

    FakeServices fakes;
    std::function<Recorded(const FullActivationRequest&, const Watch&)> answer =
        [](const FullActivationRequest& request, const Watch&) -> Recorded {
        return layersOf(request);
    };
    std::unique_ptr<ui::ActivationsView> view;
    bool ready = false;

private:
    mutable std::mutex m_mutex;
    std::vector<FullActivationRequest> m_requests;
};

} // namespace tessera::test
