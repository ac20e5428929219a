#pragma once

#include "core/api/run_view.h"
#include "ui/bridge/sample_recorder.h"
#include "ui/panels/sample_facts.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace tessera::ui {

class ControlsBar;
class FeatureMapPlot;
class Plot;
class PlotFrame;
class RecordingBar;
class SampleNotice;
class Services;
class TapList;

// Every layer of one network of a run for one sample, recorded when a person asks for it and then
// whenever the sample or the network changes: the input, the layers, and what the chosen one puts
// out. Shows nothing that belongs to another sample, network or run. UI thread; recorded off it.
class SampleInspector : public QWidget {
    Q_OBJECT

public:
    explicit SampleInspector(Services& services, QWidget* parent = nullptr);

    // The first run counts.
    void setRuns(const std::vector<RunViewPtr>& runs);
    // What is drawn at the moment.
    [[nodiscard]] std::vector<Plot*> plots() const;

Q_SIGNALS:
    void exportRequested(tessera::ui::Plot* plot);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildControls();
    void buildContent();
    void fillNetworks();
    void fillSamples();
    void followSelection();
    void onSampleChosen(int sample);
    void onNetworkChosen();
    void onTapChosen();
    void start();
    void stop();
    void forget();
    void recordAgain();
    void onRecorded();
    void sayFailure(const SampleRecorder::Failure& failure);
    void refresh();
    void showTap();
    [[nodiscard]] RunNetwork network() const;
    [[nodiscard]] int sample() const;
    [[nodiscard]] QString obstacle() const; // to recording; empty: none
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] SampleRecorder::Request request() const;
    [[nodiscard]] const FullActivation* chosenActivation() const;

    Services& m_services;
    RunViewPtr m_run;      // null: none
    bool m_wanted = false; // somebody has asked for this run's activations
    bool m_late = false;   // what is wanted has changed out of sight
    bool m_single = false; // all layers at once are too much: one at a time
    SampleRecorder m_recorder;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_networkBox = nullptr;
    QSpinBox* m_sampleBox = nullptr;
    QPushButton* m_recordButton = nullptr;
    SampleNotice* m_notice = nullptr;
    QBoxLayout* m_parts = nullptr;     // side by side where there is room
    QBoxLayout* m_sideParts = nullptr; // one above the other then
    QWidget* m_side = nullptr;
    SampleFacts* m_facts = nullptr;
    TapList* m_taps = nullptr;
    PlotFrame* m_frame = nullptr;
    FeatureMapPlot* m_plot = nullptr;
};

} // namespace tessera::ui
