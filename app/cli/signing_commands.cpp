#include "app/cli/signing_commands.h"

#include "app/cli/shown_text.h"
#include "app/cli/signature_demand.h"
#include "app/cli/token_json.h"
#include "app/cli/token_tables.h"
#include "app/composition/run_export.h"
#include "app/composition/token_desk.h"
#include "core/token/signature.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::cli {

namespace {

// NAME.pem and NAME.pub.pem, whether the person wrote the ending or not.
KeygenOptions withEndings(KeygenOptions options) {
    if (options.key.extension() != ".pem") {
        options.key += ".pem";
    }
    if (options.publicKey.empty()) {
        options.publicKey = options.key;
        options.publicKey.replace_extension(".pub.pem");
    }
    return options;
}

// The signature that was just made, as a reader of the file finds it.
Result<SignatureCheck> findOwn(TokenDesk& desk, const std::filesystem::path& file,
                               const std::optional<std::string>& hmacKey) {
    TokenReadOptions reading;
    reading.hmacKey = hmacKey;
    const auto content = readToken(desk, file, reading);
    if (!content) {
        return fail(content.error());
    }
    const auto& all = content->signatures;
    const auto own = std::find_if(all.begin(), all.end(), [](const auto& signature) {
        return signature.scheme == token::kSignatureScheme &&
               signature.state == SignatureCheck::State::Valid;
    });
    if (own == all.end()) {
        return fail(ErrorCode::Internal,
                    fmt::format("the signature in '{}' does not fit the file; please report it",
                                file.string()));
    }
    return *own;
}

// Whether the list can be read matters where the answer depends on it.
Result<SignatureDemand> demandOf(TokenDesk& desk, const VerifyOptions& options) {
    SignatureDemand demand;
    demand.signer = options.signer;
    demand.partial = options.partial;
    const auto trusted = desk.trusted();
    if (!trusted) {
        return fail(trusted.error());
    }
    if (!options.key.empty()) {
        auto key = desk.readKey(options.key);
        if (!key) {
            return fail(key.error());
        }
        demand.key = std::move(*key);
    }
    return demand;
}

std::string acceptedText(const VerifyOptions& options, const SignatureCheck& accepted) {
    const auto signer = shown(accepted.signer);
    const auto who = accepted.trust == KeyTrust::Trusted
                         ? fmt::format("signed by '{}', whose key is in the trust list", signer)
                         : fmt::format("signed with the given key, in the name of '{}', which the "
                                       "trust list does not know",
                                       signer);
    const auto what =
        accepted.covers.empty()
            ? std::string("It covers every field and number, and nothing was changed since")
            : fmt::format("It covers only {}; everything else can have been changed since",
                          shownValue(accepted.covers));
    return fmt::format("{}: {}. {}.\nFingerprint of the key: {}\n", shown(options.file.string()),
                       who, what, accepted.fingerprint);
}

// Prints the list after a change, or says in words what has changed.
int report(const CommandContext& context, const Result<void>& done, const std::string& sentence) {
    if (!done) {
        return refuse(context, done.error());
    }
    if (context.json) {
        return listTrusted(context);
    }
    return context.quiet ? kExitOk : print(sentence + "\n");
}

struct Written {
    Json json;
    std::string text;
};

int reportSigned(const CommandContext& context, const SignOptions& options,
                 const SignatureCheck& own, const Written& written) {
    if (context.json) {
        Json json = {{"file", options.file.string()},
                     {"signer", own.signer},
                     {"public_key", own.publicKeyHex},
                     {"fingerprint", own.fingerprint},
                     {"reference", options.alsoReference}};
        json.update(written.json);
        return print(app::jsonText(json));
    }
    return context.quiet ? kExitOk
                         : print(fmt::format("Signed as '{}', every field and number; fingerprint "
                                             "of the key: {}\n{}",
                                             shown(own.signer), own.fingerprint, written.text));
}

} // namespace

int makeKeys(const CommandContext& context, const KeygenOptions& options) {
    const auto files = withEndings(options);
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto key = desk->makeKey(files.key, files.publicKey);
    if (!key) {
        return refuse(context, key.error());
    }
    if (context.json) {
        return print(app::jsonText({{"private_key_file", files.key.string()},
                                    {"public_key_file", files.publicKey.string()},
                                    {"public_key", key->publicKeyHex},
                                    {"fingerprint", key->fingerprint}}));
    }
    return print(
        fmt::format("Private key: {} - keep it to yourself; whoever has it can sign as you.\n"
                    "Public key:  {} - give it to those who shall verify your tokens.\n"
                    "Fingerprint: {}\n",
                    shown(files.key.string()), shown(files.publicKey.string()), key->fingerprint));
}

int signToken(const CommandContext& context, const SignOptions& options) {
    auto writing = options.writing;
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto from = readToken(*desk, options.file, *reading);
    if (!from) {
        return refuse(context, from.error());
    }
    noticeForgery(context, options.file, *from);
    if (writing.file.empty()) {
        writing.file = options.file;
        writing.format = from->format;
    }
    const auto how = writeOptions(writing, &*from, *reading);
    if (!how) {
        return refuse(context, how.error());
    }
    const auto signedToken =
        desk->sign(from->token, *how, {options.key, options.signer, options.alsoReference});
    if (!signedToken) {
        return refuse(context, signedToken.error());
    }
    const auto written = desk->write(writing.file, *signedToken, *how);
    if (!written) {
        return refuse(context, written.error());
    }
    const auto own = findOwn(*desk, writing.file, how->hmacKey);
    if (!own) {
        return refuse(context, own.error());
    }
    if (from->hmac == HmacState::Valid && !how->hmacKey) {
        notice(context, fmt::format("The input is sealed, '{}' is not.", writing.file.string()));
    }
    return reportSigned(
        context, options, *own,
        {writtenJson(writing.file, *how, *written), writtenText(writing.file, *how, *written)});
}

int verifyToken(const CommandContext& context, const VerifyOptions& options) {
    const auto reading = readOptions(options.reading);
    if (!reading) {
        return refuse(context, reading.error());
    }
    const auto desk = app::makeTokenDesk(app::trustListFile());
    const auto demand = demandOf(*desk, options);
    if (!demand) {
        return refuse(context, demand.error());
    }
    const auto content = readToken(*desk, options.file, *reading);
    if (!content) {
        return refuse(context, content.error());
    }
    const auto verdict = judgeSignatures(content->signatures, *demand);
    if (context.json) {
        Json json = {{"file", options.file.string()},
                     {"verified", verdict.accepted != nullptr},
                     {"signer", nullptr},
                     {"fingerprint", nullptr},
                     {"covers", nullptr},
                     {"signatures", signaturesJson(content->signatures)}};
        if (const auto* accepted = verdict.accepted) {
            json["signer"] = accepted->signer;
            json["fingerprint"] = accepted->fingerprint;
            json["covers"] = accepted->covers.empty() ? Json("everything") : Json(accepted->covers);
        } else {
            json["error"] = errorJson(*verdict.refusal)["error"];
        }
        const int printed = print(app::jsonText(json));
        return verdict.refusal ? exitCodeFor(verdict.refusal->code) : printed;
    }
    if (verdict.refusal) {
        return refuse(context, verdict.refusal->within(
                                   fmt::format("'{}' is not verified", options.file.string())));
    }
    return print(acceptedText(options, *verdict.accepted));
}

int listTrusted(const CommandContext& context) {
    const auto file = app::trustListFile();
    const auto desk = app::makeTokenDesk(file);
    const auto signers = desk->trusted();
    if (!signers) {
        return refuse(context, signers.error());
    }
    if (!context.json) {
        return print(trustListText(file, *signers));
    }
    auto list = Json::array();
    for (const auto& signer : *signers) {
        list.push_back(keyJson(signer));
    }
    return print(app::jsonText({{"file", file.string()}, {"signers", list}}));
}

int addTrusted(const CommandContext& context, const std::string& name,
               const std::filesystem::path& pem) {
    const auto desk = app::makeTokenDesk(app::trustListFile());
    auto key = desk->readKey(pem);
    if (!key) {
        return refuse(context, key.error());
    }
    key->name = name;
    return report(context, desk->trust(*key),
                  fmt::format("'{}' is trusted from now on, with the key of fingerprint {}. Make "
                              "sure that it is theirs: compare the fingerprint by another way.",
                              shown(name), key->fingerprint));
}

int revokeTrusted(const CommandContext& context, const std::string& name) {
    const auto desk = app::makeTokenDesk(app::trustListFile());
    return report(context, desk->revoke(name),
                  fmt::format("The key of '{}' is revoked: nothing that it signed is accepted any "
                              "more, and it cannot come back.",
                              shown(name)));
}

int removeTrusted(const CommandContext& context, const std::string& name) {
    const auto desk = app::makeTokenDesk(app::trustListFile());
    return report(context, desk->distrust(name),
                  fmt::format("'{}' is not in the trust list any more.", shown(name)));
}

} // namespace tessera::cli
