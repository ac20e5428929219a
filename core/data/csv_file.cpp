#include "core/data/csv_file.h"

#include "core/data/class_collector.h"
#include "core/data/csv_columns.h"
#include "core/data/sample_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

namespace tessera::data {

namespace {

constexpr std::size_t kLongestFoundText = 256; // bytes that become tokens unless the reading says
constexpr std::size_t kLinesBetweenStops = 1000;

Separator separatorNamed(char separator) {
    switch (separator) {
    case ';':
        return Separator::Semicolon;
    case '\t':
        return Separator::Tab;
    case ' ':
        return Separator::Space;
    case '|':
        return Separator::Bar;
    default:
        return Separator::Comma;
    }
}

// Takes the rows of a CSV one after another. Lives for one file.
class RowTaker {
public:
    RowTaker(const CsvLayout& layout, DataDescription& about) : m_layout(layout), m_about(about) {}

    std::vector<float> values;
    std::vector<std::string> texts;
    ClassCollector labels;
    bool whole = true, bytes = true; // all numbers are whole, and within 0 to 255

    // InvalidArgument: the label has too many values.
    [[nodiscard]] Result<void> take(const std::vector<std::string>& fields, std::size_t line) {
        if (const auto reason = problemOf(fields)) {
            drop(m_about, fmt::format("line {}", line), *reason);
            return {};
        }
        return labels.add(format::trimmed(fields[m_layout.label]));
    }

private:
    // Takes the inputs; why the row cannot be used, else.
    std::optional<std::string> problemOf(const std::vector<std::string>& fields) {
        if (fields.size() != m_layout.columns.size()) {
            return fmt::format("it has {} fields instead of {}", fields.size(),
                               m_layout.columns.size());
        }
        const auto label = format::trimmed(fields[m_layout.label]);
        if (label.empty()) {
            return "it has no label";
        }
        if (m_layout.columns[m_layout.label].numeric && !format::numberOf(label, m_layout.mark)) {
            return "its label is no number, as the others are";
        }
        if (m_layout.text) {
            texts.push_back(fields[m_layout.inputs.front()]);
            return std::nullopt;
        }
        const auto before = values.size();
        for (const auto i : m_layout.inputs) {
            const auto value = format::numberOf(fields[i], m_layout.mark);
            if (!value ||
                std::fabs(*value) > static_cast<double>(std::numeric_limits<float>::max())) {
                values.resize(before);
                return fmt::format("'{}' holds no finite number", m_layout.columns[i].name);
            }
            values.push_back(static_cast<float>(*value));
        }
        noteBytes(before);
        return std::nullopt;
    }

    void noteBytes(std::size_t from) {
        for (auto i = from; whole && i < values.size(); ++i) {
            whole = std::trunc(values[i]) == values[i];
            bytes = bytes && whole && values[i] >= 0.0F && values[i] <= 255.0F;
        }
    }

    const CsvLayout& m_layout;
    DataDescription& m_about;
};

Result<void> takeRows(std::string_view text, const CsvLayout& layout, const ReadLimits& limits,
                      RowTaker& taken) {
    if (!layout.text) {
        const auto most = layout.rows * layout.inputs.size();
        if (auto fits = checkMemory(static_cast<std::int64_t>(most * sizeof(float)), limits);
            !fits) {
            return fits;
        }
        taken.values.reserve(most);
    }
    format::CsvReader reader(text, layout.separator);
    std::vector<std::string> fields;
    bool skip = layout.header;
    for (std::size_t row = 0; reader.next(fields); ++row) {
        if (row % kLinesBetweenStops == 0 && limits.stop.stop_requested()) {
            return cancelled();
        }
        if (row % kLinesBetweenStops == 0 && limits.progress) {
            limits.progress(static_cast<std::int64_t>(row), static_cast<std::int64_t>(layout.rows));
        }
        if (!skip) {
            if (auto good = taken.take(fields, reader.line()); !good) {
                return good;
            }
        }
        skip = false;
    }
    return {};
}

// Bytes of the texts as tokens, cut or filled with zeros to one length.
Result<void> shapeTexts(DataFile& file, const std::vector<std::string>& texts,
                        const DataReading& reading, const ReadLimits& limits) {
    if (reading.input != DataInput::Find && reading.input != DataInput::Tokens) {
        return fail(ErrorCode::InvalidArgument,
                    "the column beside the label holds text, which can be read as tokens only; "
                    "set data.reading.input to tokens");
    }
    std::size_t length = static_cast<std::size_t>(reading.width);
    if (length == 0) {
        for (const auto& text : texts) {
            length = std::max(length, text.size());
        }
        length = std::clamp(length, std::size_t{1}, kLongestFoundText);
    }
    if (auto fits = checkMemory(
            static_cast<std::int64_t>(texts.size() * length * sizeof(std::int64_t)), limits);
        !fits) {
        return fits;
    }
    file.input = {InputKind::Tokens, static_cast<std::int64_t>(length), 0, 1, kByteVocabulary};
    file.rows.inputs = torch::zeros(
        tensorShape(static_cast<std::int64_t>(texts.size()), file.input), torch::kInt64);
    auto* out = file.rows.inputs.data_ptr<std::int64_t>();
    std::size_t cut = 0;
    for (std::size_t row = 0; row < texts.size(); ++row) {
        const auto& text = texts[row];
        cut += text.size() > length ? 1 : 0;
        std::transform(text.begin(),
                       text.begin() + static_cast<std::ptrdiff_t>(std::min(length, text.size())),
                       out + row * length, [](char c) { return static_cast<unsigned char>(c); });
    }
    if (cut > 0) {
        file.about.warnings.push_back(fmt::format("{} texts are longer than {} bytes and were cut; "
                                                  "set data.reading.width to take in more.",
                                                  cut, length));
    }
    file.about.reading.width = static_cast<int>(length);
    return {};
}

Result<void> shapeNumbers(DataFile& file, RowTaker& taken, std::size_t columns,
                          const DataReading& reading) {
    auto spec = cutSample(static_cast<std::int64_t>(columns), reading);
    if (!spec) {
        return fail(spec.error());
    }
    // The tensor takes the numbers over; copying them would need them twice.
    auto values = std::make_shared<std::vector<float>>(std::move(taken.values));
    auto inputs = torch::from_blob(
        values->data(), tensorShape(static_cast<std::int64_t>(taken.labels.size()), *spec),
        [values](void*) {}, torch::kFloat32);
    if (spec->kind == InputKind::Tokens) {
        if (!taken.whole) {
            return fail(ErrorCode::InvalidArgument,
                        "the columns are no tokens: they must hold whole numbers from 0");
        }
        inputs = inputs.to(torch::kInt64);
        const auto vocabulary = vocabularyOf(inputs);
        if (!vocabulary) {
            return fail(vocabulary.error());
        }
        spec->vocabulary = *vocabulary;
    }
    file.input = *spec;
    file.rows.inputs = inputs;
    file.bytes = taken.bytes && spec->kind == InputKind::Image;
    return {};
}

std::string whatItIsNot(std::string_view text) {
    const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    return wide ? "the text is UTF-16; save it as UTF-8"
                : "this is no kind of data file that is known: not text, NumPy, IDX or SafeTensors";
}

} // namespace

Result<DataFile> readCsv(std::string_view text, const DataSpec& spec, const ReadLimits& limits) {
    if (text.find('\0') != std::string_view::npos) {
        return fail(ErrorCode::Corrupt, whatItIsNot(text));
    }
    auto layout = findLayout(text, spec.reading, limits.stop);
    if (!layout) {
        return fail(layout.error());
    }
    DataFile file;
    auto& about = file.about;
    about.format = layout->text ? "CSV with text" : "CSV";
    about.columns = layout->columns;
    about.warnings = layout->warnings;
    about.reading = spec.reading;
    about.reading.label = layout->labelId;
    about.reading.separator = separatorNamed(layout->separator);
    about.reading.header = layout->header ? HeaderRow::Yes : HeaderRow::No;
    RowTaker taken(*layout, about);
    if (auto good = takeRows(text, *layout, limits, taken); !good) {
        return fail(good.error());
    }
    const auto good = layout->text ? shapeTexts(file, taken.texts, spec.reading, limits)
                                   : shapeNumbers(file, taken, layout->inputs.size(), spec.reading);
    if (!good) {
        return fail(good.error());
    }
    auto classes = taken.labels.finish();
    file.rows.labels = torch::tensor(classes.indices, torch::kInt64);
    file.classes = std::move(classes.names);
    return file;
}

} // namespace tessera::data
