#pragma once

#include "ui/panels/setup_card.h"

namespace tessera {
struct Catalog;
struct NetworkSpec;
struct TrainSpec;
struct Experiment;
} // namespace tessera

namespace tessera::ui {

class FieldForm;
class Services;

enum class NetworkRole { Source, Receiver };

// Setup of the source or of the receiver: an architecture of the zoo or a file, and its training.
// UI thread.
class NetworkCard : public SetupCard {
    Q_OBJECT

public:
    NetworkCard(NetworkRole role, Services& services, QWidget* parent = nullptr);

    // The engine has come: what there is to choose from.
    void setCatalog(const Catalog& catalog);
    // Shows the document anew.
    void refresh();

private:
    void addNetworkFields();
    void addTrainingFields();
    [[nodiscard]] QString summary() const;
    // The parts of an experiment that this card speaks of.
    [[nodiscard]] const NetworkSpec& network(const Experiment& experiment) const;
    [[nodiscard]] NetworkSpec& network(Experiment& experiment) const;
    [[nodiscard]] TrainSpec& train(Experiment& experiment) const;
    [[nodiscard]] const TrainSpec& train(const Experiment& experiment) const;

    NetworkRole m_role;
    QString m_id; // "source", "receiver"
    Services& m_services;
    FieldForm* m_fields;
    FieldForm* m_more;
};

} // namespace tessera::ui
