#include "ui/main_window/status_line.h"

#include "ui/bridge/services.h"
#include "ui/settings/memory_budget.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"

#include <QLabel>
#include <QStatusBar>

#include <system_error>

namespace tessera::ui {

namespace {

// With the write-ahead log beside it, which may hold the most.
std::int64_t sizeOnDisk(const std::filesystem::path& file) {
    std::int64_t bytes = 0;
    for (const char* ending : {"", "-wal"}) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file.string() + ending, error);
        bytes += error ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

} // namespace

StatusLine::StatusLine(Services& services, QStatusBar& bar)
    : QObject(&bar), m_services(services), m_activity(new ElidedLabel(&bar)),
      m_engine(new ElidedLabel(&bar)), m_memory(new QLabel(&bar)), m_store(new ElidedLabel(&bar)) {
    m_activity->setObjectName("status.activity");
    m_engine->setObjectName("status.engine");
    m_memory->setObjectName("status.memory");
    m_store->setObjectName("status.store");
    bar.addWidget(m_activity, 1);
    bar.addPermanentWidget(m_engine, 2);
    bar.addPermanentWidget(m_memory);
    bar.addPermanentWidget(m_store, 2);
    connect(&services.bridge, &JobBridge::stateChanged, this, &StatusLine::showActivity);
    connect(&services.bridge, &JobBridge::engineChanged, this, [this] {
        showEngine();
        showActivity();
    });
    connect(&services.library, &RunLibrary::runsChanged, this, &StatusLine::showStore);
    showActivity();
    showEngine();
    showMemory();
    showStore();
}

void StatusLine::showActivity() {
    for (const auto& job : m_services.bridge.jobs()) {
        if (job.waitingAfter) {
            m_activity->setText(
                tr("The run waits for you after %1.").arg(phaseText(*job.waitingAfter)));
            return;
        }
    }
    const auto jobs = static_cast<int>(m_services.bridge.jobs().size());
    m_activity->setText(jobs == 0                    ? tr("Ready.")
                        : m_services.bridge.engine() ? tr("%n job(s) running or waiting", "", jobs)
                                                     : tr("Waiting for the engine…"));
}

void StatusLine::showEngine() {
    const auto& engine = m_services.bridge.engine();
    if (!engine) {
        m_engine->setText(tr("Loading the engine…"));
        return;
    }
    if (!*engine) {
        m_engine->setText(tr("No engine"));
        m_engine->setToolTip(fromUtf8(engine->error().detail));
        return;
    }
    const auto& info = (*engine)->info;
    m_engine->setText(
        tr("%1, kernel %2, %n thread(s)", "", info.blasThreads)
            .arg(fromUtf8(info.libraries.empty() ? std::string() : info.libraries.front()),
                 fromUtf8(info.kernel)));
}

void StatusLine::showMemory() {
    const auto bytes = effectiveMemoryBudget(m_services.settings);
    const bool chosen = chosenMemoryBudget(m_services.settings) > 0;
    m_memory->setText(tr("Memory: up to %1").arg(bytesText(bytes)));
    m_memory->setToolTip(
        chosen ? tr("Data and recordings take at most %1. Tools > Memory budget changes that.")
                     .arg(bytesText(bytes))
               : tr("Data and recordings take at most %1, half of this machine's memory. Tools > "
                    "Memory budget changes that.")
                     .arg(bytesText(bytes)));
}

void StatusLine::showStore() {
    const auto& opened = m_services.library.opened();
    if (!opened) {
        m_store->setText(tr("No run store"));
        return;
    }
    const auto count = static_cast<int>(m_services.library.runs().size());
    m_services.background.run(
        this, [file = opened->file] { return std::optional(sizeOnDisk(file)); },
        [this, count, file = opened->file](const std::optional<std::int64_t>& bytes) {
            if (!bytes) {
                return;
            }
            m_store->setText(tr("%n run(s) in %1, %2", "", count)
                                 .arg(fromUtf8(file.filename().string()), bytesText(*bytes)));
            m_store->setToolTip(fromUtf8(file.string()));
        });
}

} // namespace tessera::ui
