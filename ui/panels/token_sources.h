#pragma once

#include "core/api/token_file.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

class QMenu;

namespace tessera::ui {

class RunLibrary;

using TokenExaminationPtr = std::shared_ptr<const TokenExamination>; // vectors may be large

// Where a token comes from: a file, or the run that it belongs to.
struct TokenSource {
    QString name;
    std::filesystem::path file;
};

// The tokens of the open store's runs, the newest first.
[[nodiscard]] std::vector<TokenSource> tokensOfRuns(const RunLibrary& library);

// Fills a menu with them, or with a sentence where there are none.
void fillTokenMenu(QMenu& menu, const RunLibrary& library,
                   const std::function<void(const TokenSource&)>& choose);

} // namespace tessera::ui
