#pragma once

#include "app/cli/command.h"
#include "app/cli/token_options.h"

#include <filesystem>
#include <string>

// Keys, signatures, and whom to trust.
namespace tessera::cli {

struct KeygenOptions {
    std::filesystem::path key;       // a name or a path, with or without .pem
    std::filesystem::path publicKey; // empty = beside it, .pub.pem
};

struct SignOptions {
    std::filesystem::path file;
    std::filesystem::path key;
    std::string signer;
    bool alsoReference = false;
    ReadingOptions reading;
    WritingOptions writing; // no file = the signed one itself
};

struct VerifyOptions {
    std::filesystem::path file;
    std::filesystem::path key; // empty = whatever the trust list knows
    std::string signer;
    bool partial = false;
    ReadingOptions reading;
};

// `tessera keygen`: a new pair of keys in new files.
int makeKeys(const CommandContext& context, const KeygenOptions& options);

// `tessera sign`: reads the file again and checks the signature before it says so.
int signToken(const CommandContext& context, const SignOptions& options);

// `tessera verify`: succeeds only if an accepted signature covers the token.
int verifyToken(const CommandContext& context, const VerifyOptions& options);

// `tessera trust list|add|revoke|remove`.
int listTrusted(const CommandContext& context);
int addTrusted(const CommandContext& context, const std::string& name,
               const std::filesystem::path& key);
int revokeTrusted(const CommandContext& context, const std::string& name);
int removeTrusted(const CommandContext& context, const std::string& name);

} // namespace tessera::cli
