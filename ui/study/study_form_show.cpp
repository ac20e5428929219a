// What the recipe shows in its fields.
#include "ui/strings/strings.h"
#include "ui/study/checked_lines.h"
#include "ui/study/study_document.h"
#include "ui/study/study_edits.h"
#include "ui/study/study_form.h"
#include "ui/study/study_form_parts.h"
#include "ui/study/study_networks.h"
#include "ui/study/study_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tessera::ui {

using namespace form;

namespace {

// What takes the focus, as it stands in the layout.
void addStops(const QLayout& layout, std::vector<QWidget*>& stops) {
    for (int i = 0; i < layout.count(); ++i) {
        auto* item = layout.itemAt(i);
        auto* widget = item->widget();
        if (widget != nullptr && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            stops.push_back(widget);
        }
        const auto* inner = widget != nullptr ? widget->layout() : item->layout();
        if (inner != nullptr) {
            addStops(*inner, stops);
        }
    }
}

} // namespace

void StudyForm::onCatalog() {
    const auto& engine = m_services.bridge.engine();
    if (engine && *engine) {
        const auto& catalog = (*engine)->catalog;
        m_sources->setFamilies(catalog.architectures);
        m_receivers->setFamilies(catalog.architectures);
        std::vector<CheckedLines::Line> methods, shifts;
        for (const auto& mode : catalog.modes) {
            const auto text = modeText(ModeId(mode.id));
            methods.push_back({fromUtf8(mode.id), text, plainToolTip(fromUtf8(mode.description)),
                               tr("Epochs of %1, as in 1, 3, 10").arg(text)});
        }
        for (const auto& shift : catalog.shifts) {
            const auto text = shiftText(shift.id);
            shifts.push_back({fromUtf8(shift.id), text, plainToolTip(fromUtf8(shift.description)),
                              tr("Strengths of %1, as in 0.25, 0.5").arg(text)});
        }
        m_methods->setLines(methods);
        m_shifts->setLines(shifts);
        m_data->clear();
        for (const auto& data : catalog.datasets) {
            m_data->addItem(fromUtf8(data.id), fromUtf8(data.id));
        }
        for (auto* box : std::exchange(m_controls, {})) {
            delete box;
        }
        for (const auto& control : catalog.controls) {
            const ControlId id(control.id);
            auto* box = addFlag(QStringLiteral("study.control.") + fromUtf8(control.id),
                                controlText(id), plainToolTip(fromUtf8(control.description)),
                                [id](StudySpec& study, bool on) {
                                    auto& controls = study.base.controls;
                                    std::erase(controls, id);
                                    if (on) {
                                        controls.push_back(id);
                                    }
                                });
            box->setProperty("control", fromUtf8(control.id));
            m_controlsLayout->addWidget(box);
            m_controls.push_back(box);
        }
    }
    refresh();
}

void StudyForm::refresh() {
    const QScopedValueRollback refreshing(m_refreshing, true);
    for (const auto& text : m_texts) {
        if (text.edit != m_typing && !text.means(text.edit->text())) {
            text.edit->setText(text.shown());
            text.edit->setCursorPosition(0);
        }
    }
    refreshNetworks();
    refreshMethods();
    refreshData();
    m_epochs->setValue(study().base.source.train.epochs);
    m_trained->setChecked(study().base.receiver.state == ReceiverState::Trained);
    orderTabs();
}

void StudyForm::orderTabs() {
    std::vector<QWidget*> stops;
    addStops(*m_layout, stops);
    if (stops == m_stops) {
        return;
    }
    m_stops = std::move(stops);
    for (std::size_t i = 1; i < m_stops.size(); ++i) {
        setTabOrder(m_stops[i - 1], m_stops[i]);
    }
}

void StudyForm::refreshNetworks() {
    const bool lists = study().pairs.empty();
    const bool same = study().sources == study().receivers;
    m_sources->setNetworks(study().sources);
    m_receivers->setNetworks(study().receivers);
    if (!same) {
        m_same->setChecked(false);
    } else if (m_receivers->isHidden()) { // else somebody is about to change one of them
        m_same->setChecked(true);
    }
    m_skip->setChecked(study().samePairs == SamePairs::Skip);
    m_sources->setVisible(lists);
    m_same->setVisible(lists);
    m_receivers->setVisible(lists && !m_same->isChecked());
    m_pairs->setVisible(!lists);
    m_pairsText->setText(tr("The recipe names %n pair(s) of networks itself.", "",
                            static_cast<int>(study().pairs.size())));
}

void StudyForm::refreshMethods() {
    const auto modes = modesOf(m_services);
    for (const auto& mode : modes) {
        const auto epochs = plainEpochs(study(), mode);
        if (m_document.hasTypedProblem(fieldOfMethod(fromUtf8(mode.value)))) {
            continue;
        }
        const auto means = [&](const QString& text) {
            return integersFrom(text, 0, kMostEpochs) == TypedNumbers<int>{epochs, {}};
        };
        const auto usual = std::vector{study().base.transfer.epochs};
        m_methods->show(fromUtf8(mode.value), !epochs.empty(),
                        integersText(epochs.empty() ? usual : epochs), [&](const QString& text) {
                            // What was typed before the box was unchecked stands until it is
                            // checked again.
                            return epochs.empty() ? !text.isEmpty() : means(text);
                        });
    }
    const auto others = otherMethods(study(), modes);
    QStringList labels;
    for (const auto& label : others) {
        labels << fromUtf8(label);
    }
    const bool shown = !others.empty() && !modes.empty();
    m_otherMethods->setVisible(shown);
    m_dropOthers->setVisible(shown);
    m_otherMethods->setText(tr("Also in the recipe, with settings of their own: %1.")
                                .arg(labels.join(QStringLiteral(", "))));
    for (auto* box : m_controls) {
        const ControlId id(box->property("control").toString().toStdString());
        const auto& controls = study().base.controls;
        box->setChecked(std::find(controls.begin(), controls.end(), id) != controls.end());
    }
}

void StudyForm::refreshData() {
    const auto& data = study().base.data;
    const auto name = fromUtf8(data.name);
    if (m_data->findData(name) < 0) { // a file, or the catalogue is not there yet
        m_data->addItem(name, name);
    }
    m_data->setCurrentIndex(m_data->findData(name));
    m_data->setToolTip(m_data->currentText());
    const auto* entry = findData(m_services, data.name);
    const auto splits =
        data.splits.isDefault() && entry != nullptr ? entry->defaultSplits : data.splits;
    const QLocale locale;
    m_splits->setVisible(!splits.isDefault());
    m_splits->setText(tr("%1 samples for the sources, %2 for reference, %3 for validation, %4 for "
                         "the test")
                          .arg(locale.toString(splits.sourceTrain),
                               locale.toString(splits.reference),
                               locale.toString(splits.validation), locale.toString(splits.test)));
    m_unshifted->setChecked(hasUnshifted(study()));
    const auto& engine = m_services.bridge.engine();
    if (!engine || !*engine) {
        return;
    }
    for (const auto& shift : (*engine)->catalog.shifts) {
        if (m_document.hasTypedProblem(fieldOfShift(fromUtf8(shift.id)))) {
            continue;
        }
        auto strengths = strengthsOf(study(), shift.id);
        if (study().shifts.empty() && data.shift.kind == shift.id) {
            strengths = {data.shift.strength};
        }
        m_shifts->show(
            fromUtf8(shift.id), !strengths.empty(),
            sharesText(strengths.empty() ? std::vector{ShiftSpec{}.strength} : strengths),
            [&](const QString& text) {
                return strengths.empty() ? !text.isEmpty()
                                         : sharesFrom(text) == TypedNumbers<double>{strengths, {}};
            });
    }
}

} // namespace tessera::ui
