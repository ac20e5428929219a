#pragma once

#include "core/zoo/script_archive.h"

#include <torch/csrc/jit/api/module.h>

namespace tessera::zoo {

// A TorchScript file in memory. Nothing of it has run.
struct ScriptFile {
    torch::jit::Module module;
    std::string title;    // the file's name
    std::string exporter; // as in ScriptArchive
};

using ScriptFilePtr = std::shared_ptr<ScriptFile>;

// Null if stopped. Codes of readScriptArchive(); Unsupported: it uses an operator that this
// LibTorch does not know.
[[nodiscard]] Result<ScriptFilePtr> loadScript(const std::filesystem::path& path,
                                               const std::stop_token& stop = {},
                                               const LoadProgress& progress = {});

// Corrupt if the tensor reaches beyond its memory, Unsupported if it is not dense and on the
// processor.
[[nodiscard]] Result<void> checkTensor(const at::Tensor& tensor);

// What LibTorch says in its first line, without its trace of the interpreter.
[[nodiscard]] std::string shortMessage(const std::exception& error);

} // namespace tessera::zoo
