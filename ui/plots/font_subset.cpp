#include "ui/plots/font_subset.h"

#include <QRawFont>
#include <QtEndian>

#include <algorithm>
#include <map>
#include <vector>

namespace tessera::ui {

namespace {

using Tables = std::map<QByteArray, QByteArray>; // in the order of their tags, as the file wants

quint16 u16(const QByteArray& bytes, qsizetype at) {
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : 0;
}

quint32 u32(const QByteArray& bytes, qsizetype at) {
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

void put16(QByteArray& bytes, quint32 value) {
    bytes.append(static_cast<char>(value >> 8 & 0xFF)).append(static_cast<char>(value & 0xFF));
}

void put32(QByteArray& bytes, quint32 value) {
    put16(bytes, value >> 16);
    put16(bytes, value);
}

void set16(QByteArray& bytes, qsizetype at, quint32 value) {
    if (at + 2 <= bytes.size()) {
        qToBigEndian(static_cast<quint16>(value), bytes.data() + at);
    }
}

void set32(QByteArray& bytes, qsizetype at, quint32 value) {
    if (at + 4 <= bytes.size()) {
        qToBigEndian(value, bytes.data() + at);
    }
}

void padTo4(QByteArray& bytes) {
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

quint32 checksum(const QByteArray& padded) {
    quint32 sum = 0;
    for (qsizetype i = 0; i + 4 <= padded.size(); i += 4) {
        sum += u32(padded, i);
    }
    return sum;
}

// The file: a directory of the tables, and the tables.
QByteArray assembled(Tables tables, quint32 version) {
    constexpr int kHeader = 12, kEntry = 16, kAdjustmentAt = 8;
    constexpr quint32 kMagic = 0xB1B0AFBA;
    auto& head = tables["head"];
    set32(head, kAdjustmentAt, 0);
    const auto count = static_cast<quint32>(tables.size());
    quint32 power = 1, exponent = 0;
    while (2 * power <= count) {
        power *= 2;
        ++exponent;
    }
    QByteArray directory, body;
    put32(directory, version);
    put16(directory, count);
    put16(directory, power * kEntry);
    put16(directory, exponent);
    put16(directory, (count - power) * kEntry);
    const auto start = kHeader + count * kEntry;
    quint32 headAt = 0;
    for (const auto& [tag, table] : tables) {
        auto padded = table;
        padTo4(padded);
        const auto at = start + static_cast<quint32>(body.size());
        headAt = tag == "head" ? at : headAt;
        directory += tag;
        put32(directory, checksum(padded));
        put32(directory, at);
        put32(directory, static_cast<quint32>(table.size()));
        body += padded;
    }
    auto file = directory + body;
    set32(file, headAt + kAdjustmentAt, kMagic - checksum(file));
    return file;
}

// Outlines of a TrueType font, and which of them are kept.
class Glyphs {
public:
    explicit Glyphs(const QRawFont& font)
        : m_glyf(font.fontTable("glyf")), m_loca(font.fontTable("loca")),
          m_long(u16(font.fontTable("head"), 50) != 0) {}

    // The new number of a glyph, which is kept from now on; parts of a glyph come along.
    quint16 keep(quint32 glyph) {
        const auto known = m_numbers.find(glyph);
        if (known != m_numbers.end()) {
            return known->second;
        }
        const auto number = static_cast<quint16>(m_kept.size());
        m_numbers[glyph] = number;
        m_kept.push_back(glyph);
        m_outlines.emplace_back();
        auto outline = outlineOf(glyph);
        renumberParts(outline);
        m_outlines[number] = outline;
        return number;
    }
    [[nodiscard]] const std::vector<quint32>& kept() const { return m_kept; } // by new number

    void addTo(Tables& tables) const {
        QByteArray glyf, loca;
        for (const auto& outline : m_outlines) {
            put32(loca, static_cast<quint32>(glyf.size()));
            glyf += outline;
            padTo4(glyf);
        }
        put32(loca, static_cast<quint32>(glyf.size()));
        tables["glyf"] = glyf;
        tables["loca"] = loca;
    }

private:
    [[nodiscard]] QByteArray outlineOf(quint32 glyph) const {
        const qsizetype at = m_long ? 4 * qsizetype(glyph) : 2 * qsizetype(glyph);
        const qsizetype begin = m_long ? u32(m_loca, at) : 2 * qsizetype(u16(m_loca, at));
        const qsizetype end = m_long ? u32(m_loca, at + 4) : 2 * qsizetype(u16(m_loca, at + 2));
        return end > begin && end <= m_glyf.size() ? m_glyf.mid(begin, end - begin) : QByteArray();
    }

    void renumberParts(QByteArray& outline) {
        constexpr quint16 kWords = 0x0001, kScale = 0x0008, kMore = 0x0020, kTwoScales = 0x0040,
                          kMatrix = 0x0080;
        constexpr qsizetype kHeader = 10;
        const bool composite = (u16(outline, 0) & 0x8000) != 0; // a negative number of contours
        for (qsizetype at = kHeader; composite && at + 4 <= outline.size();) {
            const auto flags = u16(outline, at);
            set16(outline, at + 2, keep(u16(outline, at + 2)));
            at += 4 + ((flags & kWords) != 0 ? 4 : 2);
            at += (flags & kScale) != 0       ? 2
                  : (flags & kTwoScales) != 0 ? 4
                  : (flags & kMatrix) != 0    ? 8
                                              : 0;
            if ((flags & kMore) == 0) {
                break;
            }
        }
    }

    QByteArray m_glyf, m_loca;
    bool m_long;
    std::map<quint32, quint16> m_numbers;
    std::vector<quint32> m_kept;
    std::vector<QByteArray> m_outlines;
};

// Format 4, with a segment for each letter.
QByteArray characterMap(const std::map<quint16, quint16>& glyphs) {
    const auto segments = static_cast<quint32>(glyphs.size()) + 1;
    quint32 power = 1, exponent = 0;
    while (2 * power <= segments) {
        power *= 2;
        ++exponent;
    }
    QByteArray ends, starts, deltas, offsets;
    for (const auto& [letter, glyph] : glyphs) {
        put16(ends, letter);
        put16(starts, letter);
        put16(deltas, static_cast<quint32>(glyph) - letter); // modulo 65536
        put16(offsets, 0);
    }
    put16(ends, 0xFFFF);
    put16(starts, 0xFFFF);
    put16(deltas, 1);
    put16(offsets, 0);
    QByteArray table;
    for (const quint32 value : {0U, 1U, 3U, 1U}) { // one subtable: Windows, Unicode
        put16(table, value);
    }
    put32(table, 12);
    for (const quint32 value :
         {4U, 16 + 8 * segments, 0U, 2 * segments, 2 * power, exponent, 2 * (segments - power)}) {
        put16(table, value);
    }
    table += ends;
    put16(table, 0);
    return table + starts + deltas + offsets;
}

// Advance and left side bearing of each kept glyph.
QByteArray metrics(const QRawFont& font, const std::vector<quint32>& kept) {
    const auto old = font.fontTable("hmtx");
    const qsizetype full = std::max<qsizetype>(1, u16(font.fontTable("hhea"), 34));
    QByteArray table;
    for (const auto glyph : kept) {
        const auto at = qsizetype(glyph);
        put16(table, u16(old, 4 * std::min(at, full - 1)));
        put16(table, at < full ? u16(old, 4 * at + 2) : u16(old, 4 * full + 2 * (at - full)));
    }
    return table;
}

bool mayBeEmbedded(const QRawFont& font) {
    constexpr quint16 kKinds = 0x000F, kRestricted = 0x0002, kNoSubsets = 0x0100;
    const auto type = u16(font.fontTable("OS/2"), 8);
    return (type & kKinds) != kRestricted && (type & kNoSubsets) == 0;
}

} // namespace

QByteArray fontSubset(const QRawFont& font, const QString& letters) {
    Tables tables;
    for (const char* tag : {"OS/2", "cvt ", "fpgm", "head", "hhea", "maxp", "name", "prep"}) {
        if (const auto table = font.fontTable(tag); !table.isEmpty()) {
            tables[tag] = table;
        }
    }
    if (!mayBeEmbedded(font) || !tables.contains("head") || !tables.contains("hhea") ||
        !tables.contains("maxp")) {
        return {};
    }
    tables["post"] = font.fontTable("post").left(32);
    if (const auto outlines = font.fontTable("CFF "); !outlines.isEmpty()) {
        tables["CFF "] = outlines;
        tables["cmap"] = font.fontTable("cmap");
        tables["hmtx"] = font.fontTable("hmtx");
        set32(tables["post"], 0, 0x00030000); // without names of glyphs
        return assembled(std::move(tables), 0x4F54544F);
    }
    Glyphs glyphs(font);
    glyphs.keep(0); // what stands for letters that are missing
    std::map<quint16, quint16> map;
    for (const auto letter : letters) {
        const auto found = font.glyphIndexesForString(QString(letter));
        if (!letter.isSurrogate() && !found.isEmpty() && found.front() != 0) {
            map[letter.unicode()] = glyphs.keep(found.front());
        }
    }
    glyphs.addTo(tables);
    const auto count = static_cast<quint32>(glyphs.kept().size());
    if (tables["glyf"].isEmpty()) {
        return {};
    }
    set16(tables["head"], 50, 1); // long offsets
    set16(tables["maxp"], 4, count);
    set16(tables["hhea"], 34, count);
    set32(tables["post"], 0, 0x00030000);
    tables["hmtx"] = metrics(font, glyphs.kept());
    tables["cmap"] = characterMap(map);
    return assembled(std::move(tables), 0x00010000);
}

} // namespace tessera::ui
