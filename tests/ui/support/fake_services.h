#pragma once

#include "tests/ui/support/fake_dialogs.h"
#include "tests/ui/support/fake_documents.h"
#include "tests/ui/support/fake_jobs.h"
#include "tests/ui/support/fake_study_desk.h"
#include "tests/ui/support/fake_token_desk.h"
#include "tests/ui/support/memory_run_store.h"
#include "ui/bridge/services.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace tessera::test {

// The real services of the window on fakes of the core, in a folder of their own. One per test.
class FakeServices {
public:
    FakeServices()
        : jobs(bridge), settings(QString::fromStdString((folder() / "settings.ini").string())),
          services(documents, tokens, studies, jobs, bridge, dialogs, settings,
                   folder() / "recovery.tessera.json") {}

    [[nodiscard]] std::filesystem::path folder() const {
        return std::filesystem::path(m_folder.path().toStdString());
    }

    // Opens a store with these runs and waits until the library has them.
    bool openStore(const std::vector<RunRecord>& runs = {}, bool writable = true) {
        OpenedStore opened;
        opened.store = store;
        opened.file = folder() / "runs.tessera.db";
        opened.folder = folder();
        opened.writable = writable;
        std::ofstream(opened.file).put('\n'); // the library looks whether its file is there
        for (const auto& run : runs) {
            store->put(run);
        }
        documents.putStore(opened.file, opened);
        services.library.open(opened.file);
        return QTest::qWaitFor([&] {
            return services.library.isOpen() && services.library.runs().size() == runs.size();
        });
    }

    // What is found out about a token's file when it is opened; the file itself need not exist.
    void putToken(const std::filesystem::path& file, const TokenFile& content) {
        documents.putToken(file);
        tokens.put(file, content);
    }

    // Lets the library see at once what a test has put into the store.
    bool refreshed() {
        QSignalSpy changed(&services.library, &ui::RunLibrary::runsChanged);
        services.library.refresh();
        return changed.wait();
    }

private:
    QTemporaryDir m_folder; // first: the others work in it

public:
    std::shared_ptr<MemoryRunStore> store = std::make_shared<MemoryRunStore>();
    FakeDocuments documents;
    FakeTokenDesk tokens;
    FakeStudyDesk studies;
    ui::JobBridge bridge;
    FakeJobs jobs;
    FakeDialogs dialogs;
    ui::Settings settings;
    ui::Services services;
};

} // namespace tessera::test
