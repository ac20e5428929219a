#pragma once

#include "ui/bridge/sample_recorder.h"

#include <QTreeWidget>

#include <string>
#include <vector>

namespace tessera::ui {

// The layers of a network with their shapes, in order of execution; one of them is chosen. UI
// thread.
class TapList : public QTreeWidget {
    Q_OBJECT

public:
    explicit TapList(QWidget* parent = nullptr);

    enum class Choice {
        Keep, // the layer of the same name stays chosen; without one, the first is
        None,
    };
    void setTaps(const std::vector<TapPlace>& taps, Choice choice = Choice::Keep);
    [[nodiscard]] const std::vector<TapPlace>& taps() const { return m_taps; }
    // Its name; empty: none is.
    [[nodiscard]] const std::string& chosen() const { return m_chosen; }

Q_SIGNALS:
    // By a person.
    void tapChosen();

private:
    std::vector<TapPlace> m_taps;
    std::string m_chosen;
};

} // namespace tessera::ui
