#pragma once

#include "core/api/result.h"
#include "core/format/mapped_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

namespace caffe2::serialize {
class ReadAdapterInterface;
}

namespace tessera::zoo {

// Bytes done and bytes in all.
using LoadProgress = std::function<void(std::int64_t done, std::int64_t total)>;

// A TorchScript file whose every byte was looked at without running any of it: sizes and checksums
// of all records, the instructions of its pickles, the text of its code.
struct ScriptArchive {
    std::shared_ptr<const format::MappedFile> file;
    std::map<std::string, std::string> code; // "code/__torch__/net.py" -> text
    int version = 0;                         // of the TorchScript format
    std::string exporter; // in words: "PyTorch 2.1 or later (TorchScript format 10)"
};

// Whether a file is TorchScript, by its content. False for files that cannot be read.
[[nodiscard]] bool isTorchScript(const std::filesystem::path& path);

// Null if stopped. NotFound, Io; Corrupt: damaged; Unsupported: larger than allowed once unpacked,
// newer than this program, or code that would already run while it is loaded.
[[nodiscard]] Result<std::shared_ptr<const ScriptArchive>>
readScriptArchive(const std::filesystem::path& path, const std::stop_token& stop = {},
                  const LoadProgress& progress = {});

// For LibTorch's readers. Throws std::runtime_error once stopped.
[[nodiscard]] std::shared_ptr<caffe2::serialize::ReadAdapterInterface>
readerOf(std::shared_ptr<const format::MappedFile> file, const std::stop_token& stop);

} // namespace tessera::zoo
