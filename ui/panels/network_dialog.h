#pragma once

#include "ui/bridge/network_role.h"
#include "ui/widgets/form_dialog.h"

#include <memory>

class QLabel;
class QListWidget;
class QTabWidget;

namespace tessera {
struct NetworkDescription;
}

namespace tessera::ui {

class DescribedNetwork;
class ModuleTree;
class NetworkFacts;
class NetworkOptions;
class OperatorList;
class Services;
class StateList;

// What a network is made of, and what can be set about it: each change is tried behind the dialog.
// The document stays as it is. UI thread.
class NetworkDialog : public FormDialog {
    Q_OBJECT

public:
    // Of the experiment's source or receiver. `described` outlives the dialog and is its own for as
    // long as it is open.
    NetworkDialog(NetworkRole role, Services& services, DescribedNetwork& described,
                  QWidget* parent = nullptr);

    // With what was set.
    [[nodiscard]] const NetworkSpec& spec() const;

private:
    void keyPressEvent(QKeyEvent* event) override;
    void buildHead();
    QWidget* buildSide();
    QWidget* buildTabs();
    void tryIt();
    void refresh();
    void refreshNotice();
    void refreshTabs();
    void refreshOptions();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] std::int64_t referenceSamples() const;

    NetworkRole m_role;
    Services& m_services;
    DescribedNetwork& m_described;
    std::shared_ptr<const NetworkDescription> m_shown;
    QLabel* m_title = nullptr;
    QWidget* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    NetworkFacts* m_facts = nullptr;
    NetworkOptions* m_options = nullptr;
    QTabWidget* m_tabs = nullptr;
    ModuleTree* m_modules = nullptr;
    OperatorList* m_operators = nullptr;
    QListWidget* m_attributes = nullptr;
    StateList* m_state = nullptr;
};

} // namespace tessera::ui
