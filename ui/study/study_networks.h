#pragma once

#include "core/api/engine.h"
#include "core/api/experiment.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace tessera::ui {

// A list of networks: architecture, width and depth of each, with buttons that add and remove one.
// A network from a file stands there by its name. UI thread.
class StudyNetworks : public QWidget {
    Q_OBJECT

public:
    // `name`: object name, and the beginning of those of the fields. `title` says whose they are.
    StudyNetworks(const QString& name, const QString& title, QWidget* parent);

    void setFamilies(const std::vector<CatalogEntry>& families);
    void setNetworks(const std::vector<NetworkSpec>& networks);

Q_SIGNALS:
    void edited(const std::vector<tessera::NetworkSpec>& networks);

private:
    struct Row {
        QWidget* line = nullptr;
        QLabel* file = nullptr;
        QComboBox* family = nullptr;
        QSpinBox* width = nullptr;
        QSpinBox* depth = nullptr;
        QToolButton* remove = nullptr;
    };

    void addRow();
    QSpinBox* makeSize(QWidget* parent, const QString& name, int most);
    void nameRow(std::size_t place);
    void showRow(std::size_t place);
    void editRow(const QWidget* line);
    void removeRow(const QWidget* line);
    void addNetwork();
    [[nodiscard]] std::size_t placeOf(const QWidget* line) const;

    QString m_title;
    std::vector<CatalogEntry> m_families;
    std::vector<NetworkSpec> m_networks;
    QVBoxLayout* m_lines;
    std::vector<Row> m_rows;
    QToolButton* m_add;
    bool m_showing = false;
};

} // namespace tessera::ui
