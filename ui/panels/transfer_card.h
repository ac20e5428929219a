#pragma once

#include "core/api/engine.h"
#include "ui/panels/setup_card.h"

namespace tessera::ui {

class Services;

// Setup of the transfer itself: mode, what the mode wants to know, privacy, controls, seed. UI
// thread.
class TransferCard : public SetupCard {
    Q_OBJECT

public:
    explicit TransferCard(Services& services, QWidget* parent = nullptr);

    void setCatalog(const Catalog& catalog);
    void refresh();

private:
    void addModeFields();
    void addSchedule();
    void addHubFields();
    void addLossFields();
    void addPrivacyFields();
    void addRunFields();
    void addControl(const CatalogEntry& control);
    [[nodiscard]] QString summary() const;

    Services& m_services;
    Catalog m_catalog;
    FieldForm* m_fields;
    FieldForm* m_more;
};

} // namespace tessera::ui
