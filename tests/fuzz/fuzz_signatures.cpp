#include "core/token/signature.h"
#include "core/token/tbf_codec.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/mutators.h"

#include <algorithm>
#include <array>

using namespace tessera;
using namespace tessera::fuzz;

namespace {

constexpr std::size_t kBytesPerByte = 1024;
constexpr const char* kSigner = "Ada";

const token::SigningKey& signingKey() {
    static const auto key = token::SigningKey::fromSeed(std::array<std::byte, 32>{}).value();
    return key;
}

const token::TrustList& trustList() {
    static const token::TrustList list = [] {
        SignerKey signer;
        signer.name = kSigner;
        signer.publicKeyHex = signingKey().publicKey().hex();
        token::TrustList made;
        require(made.add(signer).has_value(), "a name and a key can be trusted");
        return made;
    }();
    return list;
}

void checkFound(const std::vector<SignatureCheck>& found) {
    for (const auto& signature : found) {
        require(signature.problem.empty() == (signature.state == SignatureCheck::State::Valid),
                "exactly the valid signatures have no problem");
        for (const auto& text : {signature.scheme, signature.signer, signature.publicKeyHex,
                                 signature.fingerprint, signature.trustedName, signature.problem}) {
            require(format::isUtf8(text), "what is told of a signature is UTF-8");
        }
    }
}

// Whatever the token is, ours over it holds once it was written and read.
void checkSigning(const TokenFile& file) {
    const auto ours =
        token::signToken(file.token, file.unknown, signingKey(), kSigner, /*alsoReference=*/true);
    if (!ours) {
        requireReadable(ours.error(), 0);
        return;
    }
    TokenWriteOptions write;
    write.unknown = file.unknown;
    const auto written = token::encodeTbf(*ours, write);
    require(written.has_value(), "a signed token can be encoded");
    const auto read = token::decodeTbf(*written);
    require(read.has_value(), "a signed token can be decoded");
    const auto found = token::checkSignatures(read->token, read->unknown, trustList());
    require(!found.empty() && found.front().scheme == token::kSignatureScheme &&
                found.front().state == SignatureCheck::State::Valid &&
                found.front().trust == KeyTrust::Trusted,
            "our signature holds");
    checkFound(found);
}

void check(std::span<const std::byte> input) {
    TokenReadOptions options;
    options.unverified = true;
    const auto file = token::decodeTbf(input, options);
    if (!file) {
        return;
    }
    checkFound(token::checkSignatures(file->token, file->unknown, trustList()));
    const auto bare = token::withoutSignatures(file->token);
    require(token::checkSignatures(bare, file->unknown, trustList()).empty(),
            "nothing is left where signatures were taken out");
    checkSigning(*file);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    withinMemory(size, kBytesPerByte, [&] { check(bytesOf(data, size)); });
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t maxSize, unsigned seed) {
    return mutateTbf(data, size, maxSize, seed);
}
