#pragma once

#include "core/api/token_file.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace tessera::ui {

struct Theme;

// Names of a file's sections and of what their checks found, in words. An id without a translation
// is shown as it is.
[[nodiscard]] QString sectionText(const std::string& id); // "header"
[[nodiscard]] QString checkText(CheckState state);        // "right"
// "\u2713", "\u2717" or "\u2013": says it without colour.
[[nodiscard]] QString checkSymbol(CheckState state);
[[nodiscard]] QColor checkColour(CheckState state, const Theme& theme);
// "header, bytes 0 to 31: right."
[[nodiscard]] QString sectionSentence(const TokenSection& section);

// The sections of a token's file as rows. UI thread.
class SectionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Section, Offset, Bytes, Result, Note, ColumnCount };
    enum Role { ValueRole = Qt::UserRole }; // raw numbers, for sorting

    using QAbstractTableModel::QAbstractTableModel;

    void setSections(std::vector<TokenSection> sections);
    [[nodiscard]] const std::vector<TokenSection>& sections() const { return m_sections; }
    // Colours come from the palette: to be called when that has changed.
    void refreshColours();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<TokenSection> m_sections;
};

} // namespace tessera::ui
