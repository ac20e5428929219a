#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"
#include "core/token/signing_key.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tessera::token {

// InvalidArgument: a signer's name is empty, longer than 200 bytes, not UTF-8, holds control
// characters, or begins or ends with a blank.
[[nodiscard]] Result<void> checkSignerName(const std::string& name);

// Whose keys a person trusts: a JSON file {"schema": 1, "signers": [{name, public_key, added,
// revoked}]} that only its owner can write. A value type; the functions that change it check names
// and keys.
class TrustList {
public:
    // A missing file is an empty list. Io, Corrupt (also: an entry that add() would refuse),
    // Unsupported (a newer schema, more than 1 MiB), InvalidArgument (a folder; a file that others
    // may change).
    [[nodiscard]] static Result<TrustList> read(const std::filesystem::path& file);
    // Replaces the file as a whole, 0600, making its folder. Io; InvalidArgument: more than 1 MiB.
    [[nodiscard]] Result<void> write(const std::filesystem::path& file) const;

    [[nodiscard]] const std::vector<SignerKey>& signers() const { return m_signers; }

    // Fills in the fingerprint, and the time if `added` is empty. InvalidArgument: the name is none
    // (checkSignerName), `added` is no
    // time, or name or key are there already, revoked ones included. Corrupt: the key
    // is none.
    [[nodiscard]] Result<void> add(SignerKey signer);
    [[nodiscard]] Result<void> revoke(const std::string& name); // NotFound
    [[nodiscard]] Result<void>
    remove(const std::string& name); // NotFound, InvalidArgument: revoked

    struct Judgement {
        KeyTrust trust = KeyTrust::Unknown;
        std::string name; // whom the list gives the key to
    };
    [[nodiscard]] Judgement judge(const PublicKey& key, const std::string& statedName) const;

private:
    std::vector<SignerKey> m_signers;
};

} // namespace tessera::token
