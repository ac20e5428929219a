#include "core/session/item_file.h"

#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "core/session/sealed_arrays.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>
#include <stdexcept>
#include <utility>

namespace tessera::session {

namespace {

using format::ArrayFile;
using format::DType;
using Json = nlohmann::ordered_json;

constexpr int kItemsSchema = 1;
constexpr const char* kItemsAbout = "twb.items";
constexpr const char* kLabels = "labels";
constexpr int kByteClasses = 256; // that U8 can tell apart

tl::unexpected<Error> corruptItems(const std::string& what) {
    return fail(ErrorCode::Corrupt,
                fmt::format("The run's answers per test item are damaged: {}; repeat the run to "
                            "see them.",
                            what));
}

struct NamedAnswers {
    const char* name;
    ItemAnswers ItemResults::*answers;
};

// What may be missing. Frozen.
constexpr NamedAnswers kNetworks[] = {{"source", &ItemResults::source},
                                      {"receiver/before", &ItemResults::before},
                                      {"receiver/after", &ItemResults::after}};

std::string controlArray(const ControlId& id) {
    return "controls/" + id.value;
}

DType typeFor(int classes) {
    return classes <= kByteClasses ? DType::U8 : DType::I32;
}

void put(ArrayFile& file, std::string name, DType type, const ItemAnswers& answers) {
    if (answers.empty()) {
        return;
    }
    format::NamedArray array{
        std::move(name), type, {static_cast<std::int64_t>(answers.size())}, {}};
    if (type == DType::U8) {
        array.bytes.reserve(answers.size());
        for (const auto answer : answers) {
            array.bytes.push_back(static_cast<std::byte>(answer));
        }
    } else {
        const auto bytes = std::as_bytes(std::span(answers));
        array.bytes.assign(bytes.begin(), bytes.end());
    }
    file.arrays.push_back(std::move(array));
}

ItemAnswers take(ArrayTaker& arrays, const std::string& name, DType type) {
    const auto array = arrays.take(name, type, 1);
    if (!array) {
        return {};
    }
    const auto& bytes = array->bytes;
    if (type == DType::U8) {
        ItemAnswers answers(bytes.size());
        std::transform(bytes.begin(), bytes.end(), answers.begin(),
                       [](std::byte byte) { return std::to_integer<std::int32_t>(byte); });
        return answers;
    }
    ItemAnswers answers(bytes.size() / sizeof(std::int32_t));
    if (!answers.empty()) {
        std::memcpy(answers.data(), bytes.data(), answers.size() * sizeof(std::int32_t));
    }
    return answers;
}

// The metadata, believed once the checksum fits. Throws Json::exception or std::domain_error.
ItemResults itemsFrom(const Json& json) {
    ItemResults items;
    const auto classes = integerFrom(json.at("classes"));
    items.classes = static_cast<int>(
        std::clamp<std::int64_t>(classes, 0, std::numeric_limits<std::int32_t>::max()));
    items.inputsHash = json.at("inputs").get<std::string>();
    for (const Json& control : json.at("controls")) {
        items.controls.push_back({ControlId(control.get<std::string>()), {}});
    }
    return items;
}

Result<ItemResults> readItems(const ArrayFile& file) {
    const auto text = file.metadata.find(kItemsAbout);
    if (text == file.metadata.end()) {
        return fail(ErrorCode::Corrupt, "The file holds no answers per test item; choose one "
                                        "written by a transfer.");
    }
    try {
        const auto json = Json::parse(text->second);
        if (integerFrom(json.at("schema")) > kItemsSchema) {
            return fail(ErrorCode::Unsupported,
                        "The run's answers per test item were written by a newer version; update "
                        "this program.");
        }
        if (!isSealed(file)) {
            return corruptItems("their checksum does not fit");
        }
        return itemsFrom(json);
    } catch (const Json::exception&) {
        return corruptItems("their description cannot be read");
    } catch (const std::domain_error& error) {
        return corruptItems(fmt::format("their description has {}", error.what()));
    }
}

Result<ItemResultsPtr> itemsFrom(ArrayFile file) {
    auto about = readItems(file);
    if (!about) {
        return fail(about.error());
    }
    auto items = std::make_shared<ItemResults>(*std::move(about));
    const auto type = typeFor(items->classes);
    ArrayTaker arrays(std::move(file));
    items->labels = take(arrays, kLabels, type);
    for (const auto& [name, answers] : kNetworks) {
        if (arrays.has(name)) {
            (*items).*answers = take(arrays, name, type);
        }
    }
    for (auto& control : items->controls) {
        control.answers = take(arrays, controlArray(control.id), type);
    }
    for (const auto& problem : {arrays.problem(), problemOf(*items)}) {
        if (!problem.empty()) {
            return corruptItems(problem);
        }
    }
    return items;
}

bool areClasses(const ItemAnswers& answers, int classes) {
    return std::all_of(answers.begin(), answers.end(),
                       [classes](std::int32_t each) { return each >= 0 && each < classes; });
}

} // namespace

std::string problemOf(const ItemResults& items) {
    if (items.labels.empty()) {
        return "there are no test items";
    }
    if (items.classes < 1 || !areClasses(items.labels, items.classes)) {
        return "the labels do not fit the number of classes";
    }
    const auto fits = [&](const ItemAnswers& answers) {
        return answers.size() == items.size() && areClasses(answers, items.classes);
    };
    for (const auto& [name, answers] : kNetworks) {
        if (!(items.*answers).empty() && !fits(items.*answers)) {
            return fmt::format("the answers '{}' do not fit the items and classes", name);
        }
    }
    std::set<ControlId> controls;
    for (const auto& control : items.controls) {
        if (control.id.empty() || !controls.insert(control.id).second) {
            return fmt::format("the name '{}' does not stand for one control", control.id.value);
        }
        if (!fits(control.answers)) {
            return fmt::format("the answers of the control '{}' do not fit the items and classes",
                               control.id.value);
        }
    }
    return {};
}

Result<std::vector<std::byte>> serializeItems(const ItemResults& items) {
    if (const auto problem = problemOf(items); !problem.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the answers per test item cannot be kept because {}", problem));
    }
    const auto type = typeFor(items.classes);
    Json about{{"schema", kItemsSchema},
               {"classes", items.classes},
               {"inputs", items.inputsHash},
               {"controls", Json::array()}};
    ArrayFile arrays;
    put(arrays, kLabels, type, items.labels);
    for (const auto& [name, answers] : kNetworks) {
        put(arrays, name, type, items.*answers);
    }
    for (const auto& control : items.controls) {
        about["controls"].push_back(control.id.value);
        put(arrays, controlArray(control.id), type, control.answers);
    }
    arrays.metadata[kItemsAbout] = compactText(about);
    return sealed(std::move(arrays));
}

Result<std::int64_t> writeItems(const std::filesystem::path& file, const ItemResults& items) {
    const auto bytes = serializeItems(items);
    if (!bytes) {
        return fail(bytes.error());
    }
    if (auto written = format::writeFileAtomically(file, *bytes); !written) {
        return fail(written.error());
    }
    return static_cast<std::int64_t>(bytes->size());
}

Result<ItemResultsPtr> readItems(const std::filesystem::path& file) {
    auto arrays = format::readSafetensors(file);
    if (!arrays) {
        return fail(arrays.error());
    }
    auto items = itemsFrom(*std::move(arrays));
    return items ? items : fail(items.error().within(file.string()));
}

Result<ItemResultsPtr> parseItems(std::span<const std::byte> bytes) {
    auto arrays = format::parseSafetensors(bytes);
    return arrays ? itemsFrom(*std::move(arrays)) : fail(arrays.error());
}

} // namespace tessera::session
