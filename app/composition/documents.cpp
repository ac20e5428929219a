#include "app/composition/documents.h"

#include "app/composition/file_kind.h"
#include "app/composition/run_export.h"
#include "app/composition/run_services.h"
#include "core/experiment/defaults.h"
#include "core/experiment/experiment_json.h"
#include "core/experiment/labels.h"
#include "core/format/file_io.h"
#include "core/session/item_file.h"
#include "core/session/run_session.h"
#include "core/session/snapshot_file.h"

#include <fmt/format.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <system_error>

namespace tessera::app {

namespace {

constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

// Relative names would depend on where the program was started.
std::filesystem::path absolutePath(const std::filesystem::path& file) {
    std::error_code error;
    auto absolute = std::filesystem::absolute(file, error);
    return error ? file : absolute.lexically_normal();
}

class FileDocuments final : public Documents {
public:
    Result<FileKind> kindOf(const std::filesystem::path& file) override;
    Result<Experiment> readExperiment(const std::filesystem::path& file) override {
        return experiment::readExperiment(absolutePath(file));
    }
    Result<void> writeExperiment(const std::filesystem::path& file,
                                 const Experiment& experiment) override {
        return writeFile(file, experimentText(experiment));
    }
    std::string experimentText(const Experiment& experiment) override {
        return experiment::experimentText(experiment);
    }
    Result<Experiment> parseExperiment(const std::string& text) override {
        return experiment::parseExperiment(text);
    }
    std::vector<std::string> problemsOf(const Experiment& experiment) override {
        return experiment::problemsOf(experiment);
    }
    Experiment defaultExperiment() override { return experiment::demoExperiments(1).front(); }
    std::string defaultName(const Experiment& experiment) override {
        return experiment::defaultName(experiment);
    }
    std::string networkLabel(const NetworkSpec& network) override {
        return experiment::networkLabel(network);
    }
    Result<OpenedStore> openStore(const std::filesystem::path& file) override;
    Result<RunSnapshots> readSnapshots(const std::filesystem::path& file) override {
        return session::readSnapshots(file);
    }
    Result<ItemResultsPtr> readItems(const std::filesystem::path& file) override {
        return session::readItems(file);
    }
    std::string runJson(const RunRecord& run, const std::vector<MetricSample>& samples) override {
        return exportJson(run, samples, session::kDefaultStoreName);
    }
    Result<void> writeFile(const std::filesystem::path& file, const std::string& bytes) override {
        return format::writeFileAtomically(file, bytesOf(bytes));
    }
};

Result<FileKind> FileDocuments::kindOf(const std::filesystem::path& file) {
    const auto bytes = beginningOf(file);
    if (!bytes) {
        return fail(bytes.error());
    }
    if (looksLikeTbf(*bytes) || looksLikePair(*bytes)) {
        return FileKind::Token;
    }
    if (bytes->starts_with(kSqliteMagic)) {
        return FileKind::Store;
    }
    return looksLikeJsonObject(*bytes) ? FileKind::Experiment : FileKind::Unknown;
}

Result<OpenedStore> FileDocuments::openStore(const std::filesystem::path& file) {
    OpenedStore opened;
    opened.file = absolutePath(file);
    opened.folder = opened.file.parent_path();
    auto store = app::openStore(opened.file, StoreAccess::ReadWrite);
    if (store) {
        opened.warning = storeWarning(opened.file);
    } else if (store.error().code == ErrorCode::Io) {
        const auto why = store.error();
        auto reading = app::openStore(opened.file, StoreAccess::ReadOnly);
        if (!reading) {
            return fail(why); // it says more than why it cannot be read
        }
        store = std::move(reading);
        opened.writable = false;
        opened.warning = fmt::format("The run store was opened for reading only: {} To write, open "
                                     "it again when that is settled, or open another store.",
                                     why.detail);
    }
    if (!store) {
        return fail(store.error());
    }
    opened.store = *std::move(store);
    return opened;
}

} // namespace

std::unique_ptr<Documents> makeDocuments() {
    return std::make_unique<FileDocuments>();
}

} // namespace tessera::app
