#pragma once

#include "ui/panels/plots_view.h"

class QTabWidget;

namespace tessera::ui {

class SampleInspector;

// The activations of source and receiver on the same inputs, and every layer of one network for one
// of these. UI thread.
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

    Services& m_services;
    std::vector<RunViewPtr> m_runs;
    QTabWidget* m_pages;
    QWidget* m_samplePage;
    SampleInspector* m_sample = nullptr; // made when it is first looked at
};

} // namespace tessera::ui
