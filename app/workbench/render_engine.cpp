#include "app/workbench/render_engine.h"

#include "app/composition/job_service.h"
#include "app/composition/run_services.h"

namespace tessera::workbench {

RenderEngine::RenderEngine()
    : m_tokens(app::makeTokenWriter()),
      m_jobs(app::makeJobService(
          m_bridge, *m_tokens, [wanted = m_wanted.get_future().share()] { return wanted.get(); })),
      m_analyst(std::make_unique<ui::Analyst>(*m_jobs, m_bridge)) {}

RenderEngine::~RenderEngine() {
    decide(false); // or its thread would wait for ever
}

void RenderEngine::load() {
    decide(true);
}

void RenderEngine::decide(bool wanted) {
    if (!m_decided) {
        m_decided = true;
        m_wanted.set_value(wanted);
    }
}

} // namespace tessera::workbench
