#pragma once

#include "core/api/engine.h"
#include "ui/panels/setup_card.h"

namespace tessera::ui {

class Services;

// Setup of the data set, its split and what is declared about its classes. UI thread.
class DataCard : public SetupCard {
    Q_OBJECT

public:
    explicit DataCard(Services& services, QWidget* parent = nullptr);

    void setCatalog(const Catalog& catalog);
    void refresh();

private:
    void addFields();
    [[nodiscard]] const DatasetEntry* dataset() const;
    [[nodiscard]] QString summary() const;

    Services& m_services;
    Catalog m_catalog;
    FieldForm* m_fields;
    FieldForm* m_more;
};

} // namespace tessera::ui
