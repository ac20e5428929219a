#include "app/cli/token_command_line.h"

#include "app/cli/inspect_commands.h"
#include "app/cli/signing_commands.h"
#include "app/cli/token_commands.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <type_traits>

namespace tessera::cli {

namespace {

// Enters a command whose options are an `Options`; `work` gets them once they are parsed.
class Registrar {
public:
    Registrar(CLI::App& app, const CommandContext& context, Action& action)
        : m_app(app), m_context(context), m_action(action) {}

    // `check` throws what CLI11 cannot see by itself.
    template <class Options>
    std::pair<CLI::App*, std::shared_ptr<Options>>
    add(const std::string& name, const std::string& about,
        int (*work)(const CommandContext&, const Options&),
        void (*check)(const Options&) = nullptr) const {
        auto options = std::make_shared<Options>();
        auto* command = m_app.add_subcommand(name, about);
        command->callback([&context = m_context, &action = m_action, options, work, check] {
            if (check != nullptr) {
                check(*options);
            }
            action = [&context, options, work] { return work(context, *options); };
        });
        return {command, options};
    }

private:
    CLI::App& m_app;
    const CommandContext& m_context;
    Action& m_action;
};

// A text that must not be empty: a variable of a shell that is not set would otherwise switch off
// what the option asks for.
template <class Text>
CLI::Option* addText(CLI::App* command, const std::string& name, Text& text,
                     const std::string& about) {
    return command->add_option(name, text, about)
        ->check(&problemOfEmpty, "")
        ->type_name(std::is_same_v<Text, std::string> ? "NAME" : "FILE");
}

CLI::Option* addFile(CLI::App* command, std::filesystem::path& file, const char* about) {
    return addText(command, "file", file, about)->required();
}

void addKey(CLI::App* command, const std::string& prefix, KeyOptions& key,
            const std::string& about) {
    auto* hex =
        command
            ->add_option(
                "--" + prefix + "-key", key.hex,
                about + ", in hexadecimal; others on this machine can see it on a command line")
            ->check(&problemOfHex, "")
            ->type_name("HEX");
    auto* file = addText(command, "--" + prefix + "-key-file", key.file,
                         about + ": all bytes of this file, a line end included");
    hex->excludes(file);
}

void addReading(CLI::App* command, ReadingOptions& reading) {
    addKey(command, "hmac", reading.key, "the key that the input must be sealed with");
}

void addUnverified(CLI::App* command, ReadingOptions& reading) {
    command
        ->add_flag("--unverified", reading.unverified,
                   "show a sealed file without its key; anybody can have changed it")
        ->excludes("--hmac-key")
        ->excludes("--hmac-key-file");
}

CLI::Option* addWriting(CLI::App* command, WritingOptions& writing) {
    command->add_flag("--force", writing.force, "replace a file that is there");
    addKey(command, "seal", writing.seal, "the key to seal the result with (HMAC)");
    command
        ->add_flag("--no-seal", writing.unsealed,
                   "no seal, though the input has one; without this it is sealed with the same key")
        ->excludes("--seal-key")
        ->excludes("--seal-key-file");
    return command
        ->add_option("--to,--file", writing.file,
                     "file to write: .tbf, or .safetensors for the older pair of files")
        ->check(&problemOfTokenName, "")
        ->type_name("FILE");
}

void addNumbers(CLI::App* command, WritingOptions& writing) {
    command->add_option("--numbers", writing.numbers, "how the vector's numbers are stored")
        ->check(CLI::IsMember({"float32", "float16", "bfloat16", "int8"}));
}

CLI::Option* addList(CLI::App* command, const std::string& name, std::vector<std::string>& ids,
                     const std::string& about) {
    return command->add_option(name, ids, about)
        ->delimiter(',')
        ->type_name("ID,...")
        ->allow_extra_args(false); // or it would take the file for an id
}

void addLooking(const Registrar& registrar) {
    {
        const auto [command, options] = registrar.add<InspectOptions>(
            "inspect", "everything about a token file, and whether to trust it", &inspectToken);
        addFile(command, options->file, "token");
        command->add_flag("--full", options->full,
                          "every field and part of the file, and the vector");
        addReading(command, options->reading);
        addUnverified(command, options->reading);
    }
    {
        const auto [command, options] = registrar.add<ValidateOptions>(
            "validate", "check token files; succeeds only if all are good", &validateTokens);
        addText(command, "files", options->files, "tokens")->required();
        addReading(command, options->reading);
        command->add_flag("--require-hmac", options->reading.requireHmac,
                          "a file without a seal is bad");
        command->add_flag("--require-signature", options->requireSignature,
                          "a file that nobody in the trust list signed in full is bad");
        addText(command, "--signer", options->signer,
                "a file that this person of the trust list did not sign in full is bad");
    }
    {
        const auto [command, options] = registrar.add<DiffOptions>(
            "diff", "in what two tokens differ; succeeds also if they do", &diffTokens);
        addText(command, "left", options->left, "token")->required();
        addText(command, "right", options->right, "token to compare with")->required();
        command->add_flag("--per-dimension", options->perDimension,
                          "the difference of every number");
        addReading(command, options->reading);
    }
}

void checkMerge(const MergeOptions& options) {
    if (!options.weights.empty() && options.rule != "weighted" && options.rule != "robust") {
        throw CLI::ValidationError("--weights", "goes with --rule weighted or robust");
    }
    if (options.trim && options.rule != "trimmed") {
        throw CLI::ValidationError("--trim", "goes with --rule trimmed");
    }
}

void checkStrip(const StripOptions& options) {
    if (!options.listOnly && options.writing.file.empty()) {
        throw CLI::RequiredError("--to OUT or --list");
    }
}

void checkSign(const SignOptions& options) {
    if (options.writing.file.empty() && !options.writing.force) {
        throw CLI::RequiredError("--to OUT, or --force to sign the file itself,");
    }
}

void addMerge(const Registrar& registrar) {
    const auto [command, options] = registrar.add<MergeOptions>(
        "merge", "make one token of several", &mergeTokens, &checkMerge);
    addText(command, "files", options->files, "tokens, two at least")->required();
    command->add_option("--rule", options->rule, "how numbers of one dimension become one")
        ->check(CLI::IsMember({"mean", "weighted", "trimmed", "median", "robust"}))
        ->capture_default_str();
    command
        ->add_option("--weights", options->weights,
                     "one for each file, for the rules weighted and robust: 1,2,0.5")
        ->delimiter(',')
        ->allow_extra_args(false); // or it would take the files for weights
    command->add_option("--trim", options->trim,
                        "share left out at each end, for the rule trimmed; 0.1 if not given");
    command->add_flag("--no-unit-length", options->anyLength,
                      "do not scale the result to length 1");
    addReading(command, options->reading);
    addWriting(command, options->writing)->required();
    addNumbers(command, options->writing);
}

void addRewriting(const Registrar& registrar) {
    {
        const auto [command, options] = registrar.add<ConvertOptions>(
            "convert", "write a token in another form", &convertToken);
        addFile(command, options->file, "token");
        addReading(command, options->reading);
        addWriting(command, options->writing)->required();
        addNumbers(command, options->writing);
    }
    {
        const auto [command, options] = registrar.add<StripOptions>(
            "strip", "a copy that tells less, for publication", &stripToken, &checkStrip);
        addFile(command, options->file, "token");
        auto* list = command->add_flag("--list", options->listOnly,
                                       "only say what would be taken out; write nothing");
        addList(command, "--keep", options->keep, "ids of the list to keep: source,time");
        addList(command, "--also", options->also, "ids of the list to take out as well");
        addReading(command, options->reading);
        auto* to = addWriting(command, options->writing);
        list->excludes(to);
    }
}

void addSigning(const Registrar& registrar) {
    {
        const auto [command, options] = registrar.add<KeygenOptions>(
            "keygen", "a new pair of keys (Ed25519) to sign tokens with", &makeKeys);
        addText(command, "key", options->key, "NAME or path: writes NAME.pem and NAME.pub.pem")
            ->required();
        addText(command, "--public", options->publicKey, "file for the public key instead");
    }
    {
        const auto [command, options] = registrar.add<SignOptions>(
            "sign", "sign a token with a private key", &signToken, &checkSign);
        addFile(command, options->file, "token");
        addText(command, "--key", options->key, "private key, PEM")->required();
        addText(command, "--signer", options->signer, "name that goes into the token")->required();
        command->add_flag("--reference", options->alsoReference,
                          "also sign as tessera-core does, which covers six fields only");
        addReading(command, options->reading);
        addWriting(command, options->writing);
    }
    {
        const auto [command, options] = registrar.add<VerifyOptions>(
            "verify", "who signed a token; succeeds only if a trusted key did, or the given one",
            &verifyToken);
        addFile(command, options->file, "token");
        addText(command, "--key", options->key, "public key that must have signed it, PEM");
        addText(command, "--signer", options->signer, "name of the person who must have signed it");
        command->add_flag("--partial", options->partial,
                          "accept a signature that covers a part of the fields, as tessera-core's");
        addReading(command, options->reading);
    }
}

void addTrust(CLI::App& app, const CommandContext& context, Action& action) {
    auto* command = app.add_subcommand("trust", "whose signatures count on this machine");
    command->require_subcommand(1);
    command->add_subcommand("list", "all keys, revoked ones too")->callback([&] {
        action = [&] { return listTrusted(context); };
    });
    const auto named = [&](const char* verb, const char* about) {
        auto name = std::make_shared<std::string>();
        auto* each = command->add_subcommand(verb, about);
        addText(each, "name", *name, "of the person")->required();
        return std::pair(each, name);
    };
    const auto [add, added] = named("add", "trust a person's public key");
    auto key = std::make_shared<std::filesystem::path>();
    addText(add, "key", *key, "public key, PEM")->required();
    add->callback([&context, &action, name = added, key] {
        action = [&context, name, key] { return addTrusted(context, *name, *key); };
    });
    const auto [revoke, revoked] =
        named("revoke", "never accept the key again: it was lost or stolen");
    revoke->callback([&context, &action, name = revoked] {
        action = [&context, name] { return revokeTrusted(context, *name); };
    });
    const auto [remove, removed] = named("remove", "take a key out of the list");
    remove->callback([&context, &action, name = removed] {
        action = [&context, name] { return removeTrusted(context, *name); };
    });
}

} // namespace

void addTokenCommands(CLI::App& app, const CommandContext& context, Action& action) {
    const Registrar registrar(app, context, action);
    addLooking(registrar);
    addMerge(registrar);
    addRewriting(registrar);
    addSigning(registrar);
    addTrust(app, context, action);
}

} // namespace tessera::cli
