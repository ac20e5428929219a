#include "app/cli/command.h"
#include "app/cli/data_command_line.h"
#include "app/cli/doctor_command.h"
#include "app/cli/interrupts.h"
#include "app/cli/run_command.h"
#include "app/cli/run_verification.h"
#include "app/cli/runs_command.h"
#include "app/cli/store_commands.h"
#include "app/cli/study_command_line.h"
#include "app/cli/token_command_line.h"
#include "app/composition/engine_host.h"
#include "app/composition/processor_setup.h"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>

namespace {

using namespace tessera::cli;

// Bytes: less holds no data, more has no machine.
constexpr std::int64_t kLeastMemory = 1'000'000;
constexpr std::int64_t kMostMemory = std::int64_t{1} << 50;

// For CLI11: what is wrong with it, or nothing.
std::string problemOfFileName(const std::string& name) {
    return name.empty() || name.find('/') != std::string::npos
               ? "'" + name + "' is not a file name; choose the folder with --out"
               : std::string();
}

// Sets up the command line; the chosen command lands in `action`.
class CommandLine {
public:
    CommandLine() {
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", std::string("tessera ") + TESSERA_VERSION);
        m_app.fallthrough();
        m_app.add_flag("--json", m_context.json, "print JSON on standard output");
        m_app.add_flag("--quiet,-q", m_context.quiet, "no progress, no notices");
        m_app.add_flag("--verbose,-v", m_context.verbose, "details of what is done");
        m_app
            .add_option("--out,-o", m_context.folder.root,
                        "folder of the run store, tokens and networks")
            ->capture_default_str();
        m_app
            .add_option("--store", m_context.folder.storeName,
                        "file name of the run store in the output folder")
            ->check(&problemOfFileName, "")
            ->capture_default_str();
        m_app
            .add_option("--memory-budget", m_context.memoryBudget,
                        "memory for data and recordings, as in 512MB or 4GB (default: half of the "
                        "machine's)")
            ->transform(CLI::AsSizeValue(/*kb_is_1000=*/true))
            ->check(CLI::Range(kLeastMemory, kMostMemory))
            ->type_name("SIZE");
        m_app.add_flag("--in-process", m_context.inProcess,
                       "run TorchScript files in this process; otherwise a child process does, "
                       "whose crash fails the run and nothing else");
        addDemo();
        addRun();
        addRuns();
        addDoctor();
        addTokenCommands(m_app, m_context, m_action);
        addDataCommands(m_app, m_context, m_action);
        addStudyCommands(m_app, m_context, m_action);
    }

    // What main() shall return at once, or nothing where a command has been chosen.
    std::optional<int> parse(int argc, char** argv) {
        try {
            m_context.arguments = {m_app.get_name()}; // wherever it lies
            m_context.arguments.insert(m_context.arguments.end(), argv + std::min(argc, 1),
                                       argv + argc);
            m_app.parse(argc, argv);
            return std::nullopt;
        } catch (const CLI::RequiredError& error) {
            const auto unknown = unknownWord();
            return unknown ? refuse(*unknown) : refuse(error);
        } catch (const CLI::ParseError& error) {
            return refuse(error);
        }
    }
    int run(const std::stop_token& stop) {
        m_context.stop = stop;
        return m_action();
    }

private:
    int refuse(const CLI::ParseError& error) {
        return m_app.exit(error) == 0 ? kExitOk : kExitUsage;
    }

    // CLI11 says what is missing before it says what it did not understand, as in `tessera teach`.
    [[nodiscard]] std::optional<CLI::ParseError> unknownWord() const {
        const auto words = m_app.remaining(/*recurse=*/true);
        if (words.empty()) {
            return std::nullopt;
        }
        const auto chosen = m_app.get_subcommands();
        const CLI::App& command = chosen.empty() ? m_app : *chosen.front();
        std::string known;
        for (const auto* each : command.get_subcommands([](const CLI::App*) { return true; })) {
            known += (known.empty() ? "; choose from " : ", ") + each->get_name();
        }
        return CLI::ParseError(command.get_name() + " knows no '" + words.front() + "'" + known,
                               CLI::ExitCodes::ExtrasError);
    }

    void addDemo() {
        auto* command = m_app.add_subcommand(
            "demo", "networks trained on handwritten digits teach networks of other kinds");
        command->add_option("--seeds", m_demoSeeds, "how many times, with seeds 1, 2, ...")
            ->check(CLI::Range(1, 1000))
            ->capture_default_str();
        command->callback(
            [this] { m_action = [this] { return runDemo(m_context, m_demoSeeds); }; });
    }

    void addRun() {
        auto* command = m_app.add_subcommand("run", "execute an experiment file");
        auto* file =
            command->add_option("experiment", m_run.experiment, "experiment, *.tessera.json");
        auto* again = command->add_option("--again", m_run.again, "repeat this run of the store");
        file->excludes(again);
        command->add_option("--seed", m_run.seeds, "seed instead of the experiment's; repeatable")
            ->allow_extra_args(false) // or it would take the file for a seed
            ->check(CLI::NonNegativeNumber);
        command->add_option("--threads", m_run.threads, "threads; 0 = all cores")
            ->check(CLI::Range(0, 1024));
        command->callback([this] {
            if (m_run.experiment.empty() && m_run.again.empty()) {
                throw CLI::RequiredError("experiment file or --again ID");
            }
            m_action = [this] { return runExperiment(m_context, m_run); };
        });
    }

    void addRuns() {
        auto* command = m_app.add_subcommand("runs", "look into the run store");
        command->require_subcommand(1);
        command->fallthrough();
        command->add_subcommand("list", "all runs, oldest first")->callback([this] {
            m_action = [this] { return listRuns(m_context); };
        });
        auto* show = command->add_subcommand("show", "everything about one run");
        show->add_option("id", m_runId, "id of the run")->required();
        show->callback([this] { m_action = [this] { return showRun(m_context, m_runId); }; });
        auto* save = command->add_subcommand("export", "a run with its curves");
        save->add_option("id", m_runId, "id of the run")->required();
        save->add_option("--file", m_exportFile, "file to write instead of standard output");
        save->add_option("--format", m_format, "json (everything) or csv (the curves)")
            ->transform(CLI::CheckedTransformer(std::map<std::string, ExportFormat>{
                {"json", ExportFormat::Json}, {"csv", ExportFormat::Csv}}));
        save->callback([this] {
            m_action = [this] { return exportRun(m_context, m_runId, m_format, m_exportFile); };
        });
        addVerify(*command);
        addStoreCare(*command);
    }

    void addStoreCare(CLI::App& runs) {
        runs.add_subcommand("check", "whether the store and the files of its runs are whole")
            ->callback([this] { m_action = [this] { return checkRuns(m_context); }; });
        auto* backup = runs.add_subcommand("backup", "copy the store, also while it is in use");
        backup->add_option("file", m_backup.file, "file to write")->required();
        backup->add_flag("--force", m_backup.force, "replace the file if there is one");
        backup->callback([this] { m_action = [this] { return backUpRuns(m_context, m_backup); }; });
        auto* restore = runs.add_subcommand("restore", "bring a copy back; the store is kept too");
        restore->add_option("file", m_backup.file, "copy made by backup")->required();
        restore->callback(
            [this] { m_action = [this] { return restoreRuns(m_context, m_backup.file); }; });
    }

    void addVerify(CLI::App& runs) {
        auto* verify = runs.add_subcommand("verify", "repeat a run and compare it bit by bit");
        verify->add_option("id", m_runId, "id of the run")->required();
        verify->callback([this] { m_action = [this] { return verifyRun(m_context, m_runId); }; });
    }

    void addDoctor() {
        auto* command = m_app.add_subcommand("doctor", "what computes here, and how fast");
        command->add_option("--threads", m_doctor.threads, "threads; 0 = all cores")
            ->check(CLI::Range(0, 1024));
        command->add_flag("--compare", m_doctor.compare, "measure every kernel of OpenBLAS");
        command->callback([this] { m_action = [this] { return runDoctor(m_context, m_doctor); }; });
    }

    CLI::App m_app{"One trained neural network teaches another, and the run is kept.", "tessera"};
    CommandContext m_context;
    Action m_action;
    int m_demoSeeds = 3;
    RunOptions m_run;
    std::string m_runId;
    BackupOptions m_backup;
    std::filesystem::path m_exportFile;
    ExportFormat m_format = ExportFormat::Json;
    DoctorOptions m_doctor;
};

} // namespace

int main(int argc, char** argv) {
    tessera::app::setUpProcessor();
    if (tessera::app::isEngineHost(argc, argv)) {
        tessera::app::hostEngine();
    }
    ignoreWriteSignals();
    auto log = spdlog::stderr_color_mt("tessera");
    log->set_pattern("%^tessera: %v%$");
    spdlog::set_default_logger(log);
    try {
        CommandLine line;
        if (const auto code = line.parse(argc, argv)) {
            return *code;
        }
        const Interrupts interrupts;
        return line.run(interrupts.token());
    } catch (const std::exception& error) {
        spdlog::error("internal error: {}; please report it", error.what());
        return kExitFailed;
    }
}
