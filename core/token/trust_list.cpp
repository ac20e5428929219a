#include "core/token/trust_list.h"

#include "core/format/utf8.h"
#include "core/token/private_file.h"
#include "core/token/python_text.h"
#include "core/token/utc_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/stat.h>

namespace tessera::token {

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 20U;
constexpr std::size_t kMaxNameBytes = 200;
constexpr std::size_t kMaxTimeBytes = 64;
constexpr std::uint64_t kSchema = 1;
constexpr mode_t kOthersWrite = 0022;
constexpr mode_t kFolderMode = 0700;

tl::unexpected<Error> damaged(std::string_view what) {
    return fail(ErrorCode::Corrupt, fmt::format("It is no list of trusted keys: {}.", what));
}

// Exactly these keys.
template <std::size_t N>
bool hasKeys(const Metadata& value, const std::array<const char*, N>& keys) {
    return value.is_object() && value.size() == N &&
           std::all_of(keys.begin(), keys.end(),
                       [&value](const char* key) { return value.contains(key); });
}

Result<SignerKey> signerFrom(const Metadata& entry) {
    if (!hasKeys<4>(entry, {"name", "public_key", "added", "revoked"}) ||
        !entry["name"].is_string() || !entry["public_key"].is_string() ||
        !entry["added"].is_string() || !entry["revoked"].is_boolean()) {
        return damaged("an entry is not made of name, public_key, added and revoked");
    }
    SignerKey signer;
    signer.name = entry["name"].get<std::string>();
    signer.publicKeyHex = entry["public_key"].get<std::string>();
    signer.added = entry["added"].get<std::string>();
    signer.revoked = entry["revoked"].get<bool>();
    if (signer.added.empty()) {
        return damaged("an entry lacks its time");
    }
    return signer;
}

// The signers of a document of this schema.
Result<Metadata> signersOf(const Metadata& document) {
    if (!document.is_object() || !document.contains("schema") ||
        !document["schema"].is_number_unsigned() || document["schema"] == 0U) {
        return damaged("it does not say which schema it follows");
    }
    if (document["schema"].get<std::uint64_t>() > kSchema) {
        return fail(ErrorCode::Unsupported,
                    "It was written by a newer version of this program; update this one.");
    }
    if (!hasKeys<2>(document, {"schema", "signers"}) || !document["signers"].is_array()) {
        return damaged("it is not made of schema and signers");
    }
    return document["signers"];
}

tl::unexpected<Error> unknownName(const std::string& name) {
    return fail(ErrorCode::NotFound,
                fmt::format("The list of trusted keys has nobody named '{}'.", name));
}

template <class Signers>
auto findName(Signers& signers, const std::string& name) {
    return std::find_if(signers.begin(), signers.end(),
                        [&name](const SignerKey& signer) { return signer.name == name; });
}

// The last folder is for its owner only: who may write in it could replace the list.
Result<void> makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (folder.empty() || std::filesystem::is_directory(folder, error)) {
        return {};
    }
    if (folder.has_parent_path()) {
        std::filesystem::create_directories(folder.parent_path(), error);
    }
    if (::mkdir(folder.c_str(), kFolderMode) != 0 && errno != EEXIST) {
        return fail(ErrorCode::Io, fmt::format("Cannot make the folder '{}': {}.", folder.string(),
                                               std::generic_category().message(errno)));
    }
    return {};
}

} // namespace

Result<void> checkSignerName(const std::string& name) {
    const auto refuse = [](std::string_view what) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("A signer's name {}; choose another one.", what));
    };
    if (name.empty() || name.size() > kMaxNameBytes) {
        return refuse(fmt::format("must have 1 to {} bytes", kMaxNameBytes));
    }
    if (!format::isUtf8(name)) {
        return refuse("must be UTF-8 text");
    }
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::any_of(name.begin(), name.end(), isControl)) {
        return refuse("must be one line without control characters");
    }
    if (name.front() == ' ' || name.back() == ' ') {
        return refuse("must not begin or end with a blank");
    }
    return {};
}

Result<TrustList> TrustList::read(const std::filesystem::path& file) {
    const auto found = readWithMode(file, kMaxFileBytes);
    if (!found) {
        return found.error().code == ErrorCode::NotFound ? Result<TrustList>(TrustList())
                                                         : fail(found.error());
    }
    if ((found->mode & kOthersWrite) != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Others can change the list of trusted keys '{}'; look through it "
                                "and run 'chmod 600' on it.",
                                file.string()));
    }
    const auto within = [&file](const Error& error) {
        return fail(error.within(fmt::format("'{}' cannot be read", file.string())));
    };
    const auto document =
        parsePythonJson({reinterpret_cast<const char*>(found->bytes.data()), found->bytes.size()});
    if (!document) {
        return within(document.error());
    }
    const auto entries = signersOf(*document);
    if (!entries) {
        return within(entries.error());
    }
    TrustList list;
    for (const Metadata& entry : *entries) {
        auto signer = signerFrom(entry);
        if (!signer) {
            return within(signer.error());
        }
        if (const auto added = list.add(std::move(*signer)); !added) {
            Error error = added.error();
            error.code = ErrorCode::Corrupt;
            return within(error);
        }
    }
    return list;
}

Result<void> TrustList::write(const std::filesystem::path& file) const {
    Metadata document = Metadata::object();
    document["schema"] = kSchema;
    document["signers"] = Metadata::array();
    for (const SignerKey& signer : m_signers) {
        Metadata entry = Metadata::object();
        entry["name"] = signer.name;
        entry["public_key"] = signer.publicKeyHex;
        entry["added"] = signer.added;
        entry["revoked"] = signer.revoked;
        document["signers"].push_back(std::move(entry));
    }
    auto text = pythonJson(document, PythonLayout::Indented);
    if (!text) {
        return fail(std::move(text.error()));
    }
    *text += '\n';
    if (text->size() > kMaxFileBytes) {
        return fail(ErrorCode::InvalidArgument,
                    "The list of trusted keys has more than 1 MiB; remove some.");
    }
    if (auto made = makeFolder(file.parent_path()); !made) {
        return made;
    }
    return replacePrivateFile(file, std::as_bytes(std::span(*text)));
}

Result<void> TrustList::add(SignerKey signer) {
    if (auto checked = checkSignerName(signer.name); !checked) {
        return checked;
    }
    const auto key = PublicKey::fromHex(signer.publicKeyHex);
    if (!key) {
        return fail(key.error());
    }
    signer.publicKeyHex = key->hex();
    signer.fingerprint = key->fingerprint();
    if (signer.added.empty()) {
        signer.added = utcNow();
    }
    if (signer.added.size() > kMaxTimeBytes || !format::isUtf8(signer.added)) {
        return fail(ErrorCode::InvalidArgument,
                    "The time at which a key was added is text of ISO 8601.");
    }
    for (const SignerKey& other : m_signers) {
        if (other.name != signer.name && other.publicKeyHex != signer.publicKeyHex) {
            continue;
        }
        const char* const what = other.revoked ? "is in the list of trusted keys as revoked and "
                                                 "cannot come back"
                                               : "is in the list of trusted keys already";
        return fail(ErrorCode::InvalidArgument,
                    other.name == signer.name
                        ? fmt::format("The name '{}' {}.", other.name, what)
                        : fmt::format("The key {}, as that of '{}'.", what, other.name));
    }
    m_signers.push_back(std::move(signer));
    return {};
}

Result<void> TrustList::revoke(const std::string& name) {
    const auto found = findName(m_signers, name);
    if (found == m_signers.end()) {
        return unknownName(name);
    }
    found->revoked = true;
    return {};
}

Result<void> TrustList::remove(const std::string& name) {
    const auto found = findName(m_signers, name);
    if (found == m_signers.end()) {
        return unknownName(name);
    }
    if (found->revoked) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The key of '{}' is revoked and stays in the list, so that it "
                                "cannot come back.",
                                name));
    }
    m_signers.erase(found);
    return {};
}

TrustList::Judgement TrustList::judge(const PublicKey& key, const std::string& statedName) const {
    const auto hex = key.hex();
    const auto found =
        std::find_if(m_signers.begin(), m_signers.end(),
                     [&hex](const SignerKey& signer) { return signer.publicKeyHex == hex; });
    if (found == m_signers.end()) {
        return {};
    }
    if (found->revoked) {
        return {KeyTrust::Revoked, found->name};
    }
    return {found->name == statedName ? KeyTrust::Trusted : KeyTrust::OtherName, found->name};
}

} // namespace tessera::token
