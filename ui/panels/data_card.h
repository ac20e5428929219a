#pragma once

#include "core/api/engine.h"
#include "ui/panels/setup_card.h"

namespace tessera::ui {

class Services;

// Setup of the data: a built-in set or a file, its split, its shift, and what is declared about its
// classes. UI thread.
class DataCard : public SetupCard {
    Q_OBJECT

public:
    explicit DataCard(Services& services, QWidget* parent = nullptr);

    void setCatalog(const Catalog& catalog);
    void refresh();

private:
    void addFields();
    void addShiftFields();
    void offerSets();
    void take(const QString& choice, DataSpec& data);
    void askForFile();
    void askForFolder();
    // Opens the dialog on these data; what is accepted there goes into the experiment.
    void lookInto(const DataSpec& spec);
    void sayWhatIsWrong();
    [[nodiscard]] const DatasetEntry* dataset() const;
    [[nodiscard]] QString summary() const;

    Services& m_services;
    Catalog m_catalog;
    QString m_offered; // the file among the sets
    FieldForm* m_fields;
    FieldForm* m_more;
};

} // namespace tessera::ui
