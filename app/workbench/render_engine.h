#pragma once

#include "core/api/job_service.h"
#include "core/api/token_io.h"
#include "ui/bridge/analyst.h"
#include "ui/bridge/job_bridge.h"

#include <future>
#include <memory>

namespace tessera::workbench {

// The engine for plots without a window: loaded only when one of them needs it. UI thread.
class RenderEngine {
public:
    RenderEngine();
    ~RenderEngine();
    RenderEngine(const RenderEngine&) = delete;
    RenderEngine& operator=(const RenderEngine&) = delete;

    // Begins to load it, on another thread; the bridge tells what came of it.
    void load();

    [[nodiscard]] ui::Analyst& analyst() { return *m_analyst; }
    [[nodiscard]] ui::JobBridge& bridge() { return m_bridge; }

private:
    void decide(bool wanted);

    std::promise<bool> m_wanted;
    bool m_decided = false;
    std::unique_ptr<TokenWriter> m_tokens;
    ui::JobBridge m_bridge;
    std::unique_ptr<JobService> m_jobs;
    std::unique_ptr<ui::Analyst> m_analyst; // last: stops its work before the engine goes
};

} // namespace tessera::workbench
