#pragma once

#include "core/api/network_description.h"
#include "ui/bridge/network_role.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace tessera::ui {

class ElidedLabel;

// What can be set about a network: its head, its feature, and what of it stays frozen. Offers only
// what the network knows. UI thread.
class NetworkOptions : public QWidget {
    Q_OBJECT

public:
    NetworkOptions(NetworkRole role, const NetworkSpec& spec, QWidget* parent = nullptr);

    [[nodiscard]] const NetworkSpec& spec() const { return m_spec; }
    [[nodiscard]] bool canFreeze() const { return m_canFreeze; }
    // Null: nothing is known yet.
    void setNetwork(const NetworkDescription* about);
    // The module that can become the feature; null: none.
    void setCurrent(const NetworkModule* module);
    void setFrozen(const std::vector<std::string>& names);
    void setArchitecture(const ArchitectureSpec& architecture);

Q_SIGNALS:
    void changed();

private:
    void buildHead();
    void buildFeature();
    void buildFreezing();
    void setFeature(const std::string& tap);
    void refresh();

    NetworkRole m_role;
    NetworkSpec m_spec;
    bool m_canFreeze = false, m_hasTaps = false;
    std::string m_current; // tap; empty: none
    QWidget* m_headRow = nullptr;
    QComboBox* m_head = nullptr;
    QWidget* m_featureRow = nullptr;
    ElidedLabel* m_feature = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_reset = nullptr;
    QWidget* m_freezeRow = nullptr;
    ElidedLabel* m_frozen = nullptr;
    QPushButton* m_thaw = nullptr;
};

} // namespace tessera::ui
