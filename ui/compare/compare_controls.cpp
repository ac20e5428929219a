#include "ui/compare/compare_controls.h"

#include "ui/compare/compare_text.h"
#include "ui/strings/strings.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace tessera::ui {

CompareControls::CompareControls(QWidget* parent)
    : ControlsBar(parent), m_measure(addPicker(tr("Value"), "compareMeasure")),
      m_grouping(addPicker(tr("Runs of a group differ in"), "compareGrouping")),
      m_reference(addPicker(tr("Compare"), "compareReference")),
      m_other(addPicker(tr("Pair with"), "compareOther")) {
    for (const auto measure : kRunMeasures) {
        m_measure->addItem(measureText(measure), static_cast<int>(measure));
    }
    m_grouping->addItem(tr("the seed"), static_cast<int>(RunGrouping::Seed));
    m_grouping->addItem(tr("seed and networks"), static_cast<int>(RunGrouping::SeedAndNetworks));
    for (auto* box : {m_measure, m_grouping, m_reference, m_other}) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this,
                &CompareControls::choiceChanged);
    }
}

void CompareControls::setData(const CompareData& data) {
    const auto& groups = data.result.groups.groups;
    for (auto* box : {m_reference, m_other}) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto text = tr("%1: %2", "group: what is different")
                                  .arg(QString::number(i + 1), fromUtf8(groups[i].label));
            box->addItem(shortened(text, box->fontMetrics()));
            box->setItemData(static_cast<int>(i), plainToolTip(text), Qt::ToolTipRole);
        }
        box->setCurrentIndex(
            static_cast<int>(box == m_reference ? data.choice.reference : data.choice.other));
        box->setEnabled(groups.size() > 1);
    }
}

CompareChoice CompareControls::choice() const {
    const auto indexOf = [](const QComboBox& box, std::size_t fallback) {
        return box.currentIndex() >= 0 ? static_cast<std::size_t>(box.currentIndex()) : fallback;
    };
    return {static_cast<RunGrouping>(m_grouping->currentData().toInt()),
            static_cast<RunMeasure>(m_measure->currentData().toInt()), indexOf(*m_reference, 0),
            indexOf(*m_other, 1)};
}

} // namespace tessera::ui
