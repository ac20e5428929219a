#include "app/cli/data_command_line.h"

#include "app/cli/data_commands.h"
#include "app/cli/input_text.h"
#include "app/cli/model_commands.h"
#include "app/cli/token_options.h"
#include "core/experiment/experiment_fields.h"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>

namespace tessera::cli {

namespace {

// The words of an experiment file for a field of a reading.
template <class Enum, std::size_t N>
std::map<std::string, Enum> wordsOf(const experiment::Choices<Enum, N>& choices) {
    std::map<std::string, Enum> words;
    for (const auto& choice : choices) {
        words.emplace(choice.name, choice.value);
    }
    return words;
}

template <class Enum, std::size_t N>
void addChoice(CLI::App* command, const std::string& name, Enum& value,
               const experiment::Choices<Enum, N>& choices, const std::string& about) {
    command->add_option(name, value, about)->transform(CLI::CheckedTransformer(wordsOf(choices)));
}

void addReading(CLI::App* command, DataReading& reading) {
    command
        ->add_option("--label", reading.label,
                     "column of a CSV (name, or number from 1), array of an archive, or file of "
                     "labels")
        ->check(&problemOfEmpty, "");
    command->add_option("--inputs", reading.inputs, "array of an archive that holds the inputs")
        ->check(&problemOfEmpty, "");
    addChoice(command, "--input", reading.input, experiment::kDataInputs,
              "what one sample is to a network");
    addChoice(command, "--separator", reading.separator, experiment::kSeparators,
              "what stands between the columns of a CSV");
    addChoice(command, "--header", reading.header, experiment::kHeaderRows,
              "whether the first row of a CSV names the columns");
    addChoice(command, "--normalise", reading.normalise, experiment::kNormalisations,
              "how numbers are scaled");
    const auto size = [command](const char* name, int& value, const char* about) {
        command->add_option(name, value, about)->check(CLI::Range(0, experiment::kWidest));
    };
    size("--height", reading.height, "of images, in pixels; 0 = found out");
    size("--width", reading.width, "of images, rows or texts; 0 = found out");
    size("--channels", reading.channels, "1 = grey, 3 = red, green and blue; 0 = found out");
}

void addData(CLI::App& app, const CommandContext& context, Action& action) {
    auto* command = app.add_subcommand("data", "data sets: what there is, and what is in a file");
    command->require_subcommand(1);
    command->fallthrough();
    command->add_subcommand("list", "built-in data sets, shifts and changes of the task")
        ->callback([&] { action = [&] { return listData(context); }; });
    auto options = std::make_shared<DataInfoOptions>();
    auto* info = command->add_subcommand(
        "info", "samples, classes and columns of a data set, and what cannot be used of it");
    info->add_option("data", options->data, "file, folder of images, or name of a built-in set")
        ->check(&problemOfEmpty, "")
        ->required();
    addReading(info, options->reading);
    info->add_option("--shift", options->shift.kind, "show the samples under this shift as well")
        ->check(&problemOfEmpty, "");
    info->add_option("--strength", options->shift.strength, "of the shift, from 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->needs("--shift")
        ->capture_default_str();
    info->callback([&context, &action, options] {
        action = [&context, options] { return describeData(context, *options); };
    });
}

void addModels(CLI::App& app, const CommandContext& context, Action& action) {
    auto* command = app.add_subcommand("models", "networks: what there is, and what is in a file");
    command->require_subcommand(1);
    command->fallthrough();
    command->add_subcommand("list", "families of networks")->callback([&] {
        action = [&] { return listModels(context); };
    });
    auto options = std::make_shared<ModelInfoOptions>();
    auto* info = command->add_subcommand(
        "info", "modules, shapes and operators of a network; fails if it may not be run");
    info->add_option("file", options->file, "TorchScript, checkpoint or state dict")
        ->check(&problemOfEmpty, "");
    info->add_option("--input", options->input,
                     "what to try it with: 3x32x32, rows:16x8, flat:64, tokens:16:256")
        ->check(&problemOfInput, "");
    info->add_option("--classes", options->classes, "of the data")
        ->check(CLI::Range(1, experiment::kWidest));
    auto* family = info->add_option("--family", options->family,
                                    "of a state dict's tensors, or of a new network")
                       ->check(&problemOfEmpty, "");
    info->add_option("--width", options->width, "of the family's network")
        ->check(CLI::Range(1, experiment::kWidest))
        ->needs(family)
        ->capture_default_str();
    info->add_option("--depth", options->depth, "of the family's network")
        ->check(CLI::Range(1, experiment::kSteps))
        ->needs(family)
        ->capture_default_str();
    info->callback([&context, &action, options] {
        if (options->file.empty() && options->family.empty()) {
            throw CLI::RequiredError("a file or --family");
        }
        action = [&context, options] { return describeModel(context, *options); };
    });
}

} // namespace

void addDataCommands(CLI::App& app, const CommandContext& context, Action& action) {
    addData(app, context, action);
    addModels(app, context, action);
}

} // namespace tessera::cli
