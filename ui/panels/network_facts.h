#pragma once

#include <QScrollArea>

#include <cstdint>

namespace tessera {
struct NetworkDescription;
struct NetworkSpec;
} // namespace tessera

class QFormLayout;

namespace tessera::ui {

// What is known of a network as a whole, a line each, and what is doubtful about it. UI thread.
class NetworkFacts : public QScrollArea {
    Q_OBJECT

public:
    explicit NetworkFacts(QWidget* parent = nullptr);

    // `referenceSamples`: of the data, whose activations a transfer records; 0: unknown.
    void setNetwork(const NetworkDescription& about, const NetworkSpec& spec,
                    std::int64_t referenceSamples);
    void clear();
    // "Kind: TorchScript", a line each.
    [[nodiscard]] QString text() const;

private:
    void add(const QString& name, const QString& value);
    void addSizes(const NetworkDescription& about, std::int64_t referenceSamples);
    void addWarning(const QString& sentence);

    QFormLayout* m_rows = nullptr;
    QStringList m_lines;
};

} // namespace tessera::ui
