#pragma once

#include <QObject>

#include <functional>

namespace tessera::workbench {

// Turns SIGINT, SIGTERM and SIGHUP into a call on the UI thread. One at a time.
class EndSignals : public QObject {
public:
    explicit EndSignals(std::function<void()> end);
    ~EndSignals() override;

private:
    int m_pipe[2] = {-1, -1}; // written by the handler, read by the event loop
};

} // namespace tessera::workbench
