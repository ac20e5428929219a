#pragma once

#include "ui/bridge/network_role.h"
#include "ui/panels/field_form.h"

namespace tessera {
struct Catalog;
struct NetworkDescription;
} // namespace tessera

namespace tessera::ui {

class Services;

// The rows of a network's card that are always there: architecture or file, and what belongs to
// either. UI thread.
class NetworkForm : public FieldForm {
    Q_OBJECT

public:
    NetworkForm(NetworkRole role, Services& services, QWidget* parent = nullptr);

    void setCatalog(const Catalog& catalog);
    // The document, and what is known of the file (null: nothing).
    void showNetwork(const NetworkDescription* about);

Q_SIGNALS:
    void lookInside();

private:
    void addChoiceOfNetwork();
    void addFileRows();
    void addSizeRows();

    NetworkRole m_role;
    QString m_id;
    Services& m_services;
    std::vector<ArchitectureSpec> m_guesses; // that the tensors of the file fit
};

// Those behind "More": details of the architecture, and training. UI thread.
class NetworkMoreForm : public FieldForm {
    Q_OBJECT

public:
    NetworkMoreForm(NetworkRole role, Services& services, QWidget* parent = nullptr);

    // True if there is anything to show.
    bool showNetwork();

private:
    void addArchitectureRows();
    void addTrainingRows();

    NetworkRole m_role;
    QString m_id;
    const Services& m_services;
};

} // namespace tessera::ui
