#include "app/composition/run_services.h"

#include "core/experiment/experiment_json.h"
#include "core/store/file_system.h"
#include "core/store/sqlite_run_store.h"
#include "core/token/tbf_codec.h"

namespace tessera::app {

namespace {

class TbfTokenWriter : public TokenWriter {
public:
    Result<std::int64_t> write(const std::filesystem::path& file, const Token& token) override {
        const auto bytes = token::writeTbf(file, token);
        if (!bytes) {
            return fail(bytes.error());
        }
        return static_cast<std::int64_t>(*bytes);
    }
};

} // namespace

Result<std::unique_ptr<RunStore>> openStore(const std::filesystem::path& file, StoreAccess access) {
    return store::openRunStore(file,
                               access == StoreAccess::ReadWrite ? store::OpenMode::ReadWrite
                                                                : store::OpenMode::ReadOnly,
                               {experiment::experimentText, experiment::parseExperiment});
}

std::optional<std::string> storeWarning(const std::filesystem::path& file) {
    return store::networkWarning(file);
}

std::unique_ptr<TokenWriter> makeTokenWriter() {
    return std::make_unique<TbfTokenWriter>();
}

} // namespace tessera::app
