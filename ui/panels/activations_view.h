#pragma once

#include "ui/panels/plots_view.h"

class QTabWidget;

namespace tessera::ui {

class DistributionsPage;
class SampleInspector;

// The activations of source and receiver on the same inputs, how they are spread, and every layer
// of one network for one of the inputs. UI thread.
class ActivationsView : public PlotsView {
    Q_OBJECT

public:
    explicit ActivationsView(Services& services, QWidget* parent = nullptr);

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    // Those of the page on show.
    [[nodiscard]] std::vector<Plot*> plots() const override;

    // Ids in the plot catalogue: of the first page.
    [[nodiscard]] static std::vector<const char*> plotIds() { return {"activations"}; }

private:
    void showPage();
    void showDistributions();
    void showSample();

    Services& m_services;
    std::vector<RunViewPtr> m_runs;
    QTabWidget* m_pages;
    QWidget* m_distributionsPage;
    QWidget* m_samplePage;
    DistributionsPage* m_distributions = nullptr; // these are made when they are first looked at
    SampleInspector* m_sample = nullptr;
};

} // namespace tessera::ui
