#pragma once

#include "core/api/token_desk.h"
#include "tests/ui/support/token_files.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <mutex>

namespace tessera::test {

// Tokens that the test has put in, or that were written here before; written files hold one line.
// A token is signed by a name in its metadata, and a key file is its own content. Any thread.
class FakeTokenDesk : public TokenDesk {
public:
    using Path = std::filesystem::path;

    struct Written {
        Path file;
        Token token;
        TokenWriteOptions options;
    };

    void put(const Path& file, Result<TokenExamination> examination) {
        const std::lock_guard lock(m_mutex);
        m_files.insert_or_assign(file, Entry{std::move(examination), std::nullopt});
    }
    void put(const Path& file, const TokenFile& content) { put(file, madeExamination(content)); }
    // The file can be read with this key only, or unverified.
    void seal(const Path& file, const TokenFile& content, const std::string& key) {
        const std::lock_guard lock(m_mutex);
        m_files.insert_or_assign(file, Entry{madeExamination(content), key});
    }
    void trustAtFirst(std::vector<SignerKey> signers) {
        const std::lock_guard lock(m_mutex);
        m_signers = std::move(signers);
    }
    // Everything that changes something fails with this: a full disk.
    void refuse(std::optional<Error> error) {
        const std::lock_guard lock(m_mutex);
        m_refusal = std::move(error);
    }
    void setLeaks(std::vector<TokenLeak> leaks) {
        const std::lock_guard lock(m_mutex);
        m_leaks = std::move(leaks);
    }
    [[nodiscard]] int examined() const {
        const std::lock_guard lock(m_mutex);
        return m_examined;
    }
    [[nodiscard]] std::vector<Written> written() const {
        const std::lock_guard lock(m_mutex);
        return m_written;
    }
    [[nodiscard]] std::vector<SigningRequest> signings() const {
        const std::lock_guard lock(m_mutex);
        return m_signings;
    }
    [[nodiscard]] std::vector<TokenMerge> merges() const {
        const std::lock_guard lock(m_mutex);
        return m_merges;
    }

    Result<TokenExamination> examine(const Path& file, const TokenReadOptions& options) override {
        const std::lock_guard lock(m_mutex);
        ++m_examined;
        const auto found = m_files.find(file);
        if (found == m_files.end()) {
            return fail(ErrorCode::NotFound, "there is no file " + file.string());
        }
        const auto& entry = found->second;
        if (!entry.examination || !entry.examination->content) {
            return entry.examination;
        }
        if (entry.key) {
            return unsealed(entry, options);
        }
        return options.requireHmac
                   ? madeRefusal(ErrorCode::Corrupt, "the file has no seal, and one is required")
                   : *entry.examination;
    }

    Result<std::int64_t> write(const Path& file, const Token& token,
                               const TokenWriteOptions& options) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        auto content = madeTokenFile();
        content.token = token;
        content.format = options.format;
        content.numbers = options.numbers;
        content.unknown = options.unknown;
        if (const auto signer = token.customMetadata.find("twb.sig");
            signer != token.customMetadata.end()) {
            content.signatures = {judged(signer->get<std::string>())};
        }
        std::ofstream(file) << "a token\n";
        m_written.push_back({file, token, options});
        m_files.insert_or_assign(file, Entry{madeExamination(content), options.hmacKey});
        return 1234;
    }

    Result<Token> asStored(const Token& token, const TokenWriteOptions&) override { return token; }

    Result<Token> requantised(const Token& token, TokenNumbers numbers) override {
        auto rounded = token;
        rounded.customMetadata["rounded to"] = tokenNumbersName(numbers);
        return rounded;
    }

    Result<Token> sign(const Token& token, const TokenWriteOptions&,
                       const SigningRequest& request) override {
        const std::lock_guard lock(m_mutex);
        m_signings.push_back(request);
        auto copy = token;
        copy.customMetadata["twb.sig"] = request.signer;
        return copy;
    }

    Result<SignerKey> makeKey(const Path& privateKey, const Path& publicKey) override {
        {
            const std::lock_guard lock(m_mutex);
            if (m_refusal) {
                return fail(*m_refusal);
            }
        }
        std::ofstream(privateKey) << privateKey.stem().string();
        std::ofstream(publicKey) << privateKey.stem().string();
        return readKey(privateKey);
    }
    Result<SignerKey> readKey(const Path& pem) override {
        std::ifstream in(pem);
        std::string owner;
        if (!in) {
            return fail(ErrorCode::NotFound, "there is no file " + pem.string());
        }
        if (!(in >> owner)) {
            return fail(ErrorCode::Corrupt, pem.string() + " is not a key");
        }
        return SignerKey{"", keyOf(owner), keyOf(owner), "2026-01-01T12:00:00Z", false};
    }

    Result<std::vector<SignerKey>> trusted() override {
        const std::lock_guard lock(m_mutex);
        return m_signers;
    }
    Result<void> trust(const SignerKey& key) override {
        const std::lock_guard lock(m_mutex);
        if (m_refusal) {
            return fail(*m_refusal);
        }
        const bool isThere = std::any_of(m_signers.begin(), m_signers.end(), [&](const auto& one) {
            return one.name == key.name || one.publicKeyHex == key.publicKeyHex;
        });
        if (isThere) {
            return fail(ErrorCode::InvalidArgument, "it is there already");
        }
        m_signers.push_back(key);
        return {};
    }
    Result<void> revoke(const std::string& name) override {
        const std::lock_guard lock(m_mutex);
        for (auto& signer : m_signers) {
            if (signer.name == name) {
                signer.revoked = true;
                return {};
            }
        }
        return fail(ErrorCode::NotFound, "nobody is called so");
    }
    Result<void> distrust(const std::string& name) override {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_signers, [&](const auto& signer) { return signer.name == name; });
        return {};
    }

    Result<Token> merge(const std::vector<Token>& tokens, const TokenMerge& how) override {
        const std::lock_guard lock(m_mutex);
        m_merges.push_back(how);
        auto merged = tokens.front();
        merged.sourceModelId = "merged of " + std::to_string(tokens.size());
        return merged;
    }

    // Knows the source and the vector only.
    TokenDifference compare(const Token& left, const Token& right) override {
        TokenDifference difference;
        if (left.sourceModelId != right.sourceModelId) {
            difference.fields.push_back(
                {"source_model_id", left.sourceModelId, right.sourceModelId});
        }
        difference.leftCount = left.uhsVector.size();
        difference.rightCount = right.uhsVector.size();
        if (difference.leftCount != difference.rightCount) {
            return difference;
        }
        double squares = 0.0;
        for (std::size_t i = 0; i < left.uhsVector.size(); ++i) {
            const float step = right.uhsVector[i] - left.uhsVector[i];
            difference.perDimension.push_back(step);
            squares += static_cast<double>(step) * static_cast<double>(step);
            difference.differing += step != 0.0F ? 1 : 0;
        }
        difference.distance = std::sqrt(squares);
        return difference;
    }

    std::vector<TokenLeak> leaks(const Token&, const Metadata&) override {
        const std::lock_guard lock(m_mutex);
        return m_leaks;
    }
    Result<std::pair<Token, Metadata>> strip(const Token& token, const Metadata& unknown,
                                             const std::vector<std::string>& leakIds) override {
        auto stripped = token;
        stripped.customMetadata = {{"left out", leakIds}};
        return std::pair(stripped, unknown);
    }

private:
    struct Entry {
        Result<TokenExamination> examination;
        std::optional<std::string> key; // sealed with it
    };

    // Which key an owner has: 64 digits made of the first letter.
    static std::string keyOf(const std::string& owner) {
        constexpr std::size_t kDigits = 64;
        constexpr const char* kHex = "0123456789abcdef";
        return std::string(kDigits, kHex[static_cast<unsigned char>(owner.front()) % 16]);
    }

    // As trust lists judge; the lock is held.
    [[nodiscard]] SignatureCheck judged(const std::string& signer) const {
        auto check = madeSignature(KeyTrust::Unknown, signer);
        for (const auto& known : m_signers) {
            if (known.name == signer) {
                check.trust = known.revoked ? KeyTrust::Revoked : KeyTrust::Trusted;
                check.trustedName = signer;
            }
        }
        return check;
    }

    static TokenExamination unsealed(const Entry& entry, const TokenReadOptions& options) {
        if (!options.hmacKey && !options.unverified) {
            return madeRefusal(ErrorCode::InvalidArgument, "the file is sealed; give the key",
                               "crc32c", HmacState::Unverified);
        }
        if (options.hmacKey && *options.hmacKey != *entry.key) {
            return madeRefusal(ErrorCode::Corrupt, "the seal does not fit the key", "crc32c",
                               HmacState::Invalid);
        }
        auto content = *entry.examination->content;
        content.hmac = options.hmacKey ? HmacState::Valid : HmacState::Unverified;
        return madeExamination(content);
    }

    mutable std::mutex m_mutex;
    std::map<Path, Entry> m_files;
    std::vector<SignerKey> m_signers;
    std::vector<TokenLeak> m_leaks;
    std::vector<Written> m_written;
    std::vector<SigningRequest> m_signings;
    std::vector<TokenMerge> m_merges;
    std::optional<Error> m_refusal;
    int m_examined = 0;
};

} // namespace tessera::test
