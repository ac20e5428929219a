#pragma once

#include "core/session/run_session.h"

#include "tests/core/session/session_fakes.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <stop_token>
#include <string>

namespace tessera::test {

inline void writeText(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

// A session with fakes around it, in a folder of its own.
struct SessionBench {
    QTemporaryDir dir;
    FakeEngine engine;
    FakeStore store;
    FakeTokenWriter tokens;
    FakeListener listener;
    std::stop_source stop;
    session::OutputFolder folder{std::filesystem::path(dir.path().toStdString()) / "out"};
    session::RunSession session{engine, store, tokens, folder};

    SessionBench() {
        engine.onTransfer = [](const TransferRequest&, EventSink&, const std::stop_token&) {
            return TransferResult{};
        };
    }

    Result<RunRecord> execute() {
        Experiment experiment;
        experiment.name = "bench";
        return session.execute(experiment, "source label", "receiver label", listener,
                               stop.get_token());
    }

    [[nodiscard]] std::filesystem::path runFolder() const { return folder.run(RunId("run-1")); }
};

inline TransferResult withToken() {
    TransferResult result;
    result.summary.accuracyAfter = 0.5;
    result.token.emplace();
    return result;
}

// What the engine does in one row of a table.
enum class Outcome { Succeeds, GivesToken, IsStopped, Fails };

} // namespace tessera::test
