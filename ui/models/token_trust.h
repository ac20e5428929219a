#pragma once

#include "ui/models/token_rows.h"

#include <QString>

namespace tessera::ui {

// Whether to trust a token, as plainly as it can be said.
struct TokenTrust {
    Verdict verdict = Verdict::None;
    QString sentence;               // one, whole
    QString remark;                 // what else is worth knowing; may be empty
    QString details;                // technical, English: why it was refused; may be empty
    bool keyHelps = false;          // sealed, and the key that was given, if any, does not fit
    bool mayBeUnverified = false;   // refused only since there is no key
    bool signersHelp = false;       // the trust list does not know the key
    bool refusedAsUnsealed = false; // good otherwise, but a seal was asked for
};

// `options`: those that the file was examined with. UI thread, for the language.
[[nodiscard]] TokenTrust trustOf(const TokenExamination& examination,
                                 const TokenReadOptions& options);

// Why a file cannot be used as a key, and what to do.
[[nodiscard]] QString keyErrorText(const Error& error);

} // namespace tessera::ui
