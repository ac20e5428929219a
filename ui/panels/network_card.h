#pragma once

#include "ui/bridge/described_network.h"
#include "ui/bridge/network_role.h"
#include "ui/panels/setup_card.h"

namespace tessera {
struct Catalog;
} // namespace tessera

class QLabel;

namespace tessera::ui {

class NetworkForm;
class NetworkMoreForm;
class Services;

// Setup of the source or of the receiver: an architecture of the zoo or a file, and its training.
// A file is looked into as soon as it is chosen. UI thread.
class NetworkCard : public SetupCard {
    Q_OBJECT

public:
    NetworkCard(NetworkRole role, Services& services, QWidget* parent = nullptr);

    // The engine has come: what there is to choose from.
    void setCatalog(const Catalog& catalog);
    // Shows the document anew.
    void refresh();

private:
    [[nodiscard]] QWidget* buildOffer();
    void describe();
    void refreshOffer();
    void refreshProblems();
    void useGuess();
    void lookInside();
    [[nodiscard]] const NetworkSpec& network() const;
    [[nodiscard]] const NetworkDescription* known() const; // null: nothing is, of this file
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString fileSummary(const QString& name) const;
    [[nodiscard]] QString obstacle() const;

    NetworkRole m_role;
    QString m_id; // "source", "receiver"
    Services& m_services;
    NetworkForm* m_fields;
    QWidget* m_offer = nullptr; // of the architecture that the tensors fit
    QLabel* m_offerText = nullptr;
    NetworkMoreForm* m_more = nullptr;
    bool m_isLookingInside = false;
    DescribedNetwork m_described; // last: ends before the rest
};

} // namespace tessera::ui
