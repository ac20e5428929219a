#include "core/remote/engine_host.h"

#include "core/remote/messages.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

#include <unistd.h>

namespace tessera::remote {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kForEver{-1};
constexpr std::chrono::milliseconds kBetweenWatched{50}; // progress that nobody could follow

// Listens on a thread of its own, so that a stop is heard during a call.
class Ear {
public:
    explicit Ear(Channel& channel) : m_thread([this, &channel] { listen(channel); }) {
        m_thread.detach(); // it ends with the process
    }

    // Waits for the next call.
    Call next() {
        std::unique_lock lock(m_mutex);
        m_heard.wait(lock, [this] { return !m_calls.empty(); });
        Call call = std::move(m_calls.front());
        m_calls.pop_front();
        return call;
    }

    // Of the call that came last.
    [[nodiscard]] std::stop_token stop() {
        const std::lock_guard lock(m_mutex);
        return m_stop.get_token();
    }

    // Until the program says so, or wants the call to end.
    void waitForProceed() {
        std::unique_lock lock(m_mutex);
        m_heard.wait(lock, [this] { return m_proceeds > 0 || m_stop.stop_requested(); });
        m_proceeds = 0;
    }

private:
    void listen(Channel& channel) {
        for (;;) {
            const auto frame = channel.receive(kForEver);
            if (!frame) {
                _exit(EXIT_FAILURE);
            }
            if (*frame) {
                take(**frame);
            }
        }
    }
    void take(const Frame& frame) {
        const std::lock_guard lock(m_mutex);
        switch (static_cast<Message>(frame.kind)) {
        case Message::Call:
            if (auto call = unpackCall(frame.bytes)) {
                m_stop = std::stop_source(); // what came before was meant for the call before
                m_proceeds = 0;
                m_calls.push_back(*std::move(call));
            } else {
                _exit(EXIT_FAILURE);
            }
            break;
        case Message::Stop:
            m_stop.request_stop();
            break;
        case Message::Proceed:
            ++m_proceeds;
            break;
        default:
            _exit(EXIT_FAILURE);
        }
        m_heard.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_heard;
    std::deque<Call> m_calls;
    std::stop_source m_stop;
    int m_proceeds = 0;
    std::thread m_thread; // last: it uses the others
};

// Says everything to the program. If that is gone the ear ends the process.
class Mouth : public EventSink {
public:
    Mouth(Channel& channel, Ear& ear) : m_channel(channel), m_ear(ear) {}

    void progress(const Progress& progress) override { say(Message::Progress, progress); }
    void sample(const MetricSample& sample) override { say(Message::Sample, sample); }
    void notice(const Notice& notice) override { say(Message::Notice, notice); }
    void snapshot(const SnapshotPtr& snapshot) override { say(Message::Snapshot, snapshot); }
    void stageDone(Phase phase) override {
        say(Message::StageDone, phase);
        m_ear.waitForProceed();
    }

    [[nodiscard]] Watch watch(const std::stop_token& stop) {
        return Watch(stop, [this](std::int64_t done, std::int64_t total) {
            const auto now = steady_clock::now();
            if (now - m_watched >= kBetweenWatched || done >= total) {
                m_watched = now;
                say(Message::Watched, done, total);
            }
        });
    }

    template <class T>
    void answer(const Result<T>& result) {
        const auto sent = result ? m_channel.send(kAnswer, packed(m_known, true, *result))
                                 : m_channel.send(kAnswer, packed(m_known, false, result.error()));
        if (!sent && sent.error().code == ErrorCode::OutOfMemory) { // too much for one message
            (void)m_channel.send(kAnswer, packed(m_known, false, sent.error()));
        }
    }

private:
    static constexpr auto kAnswer = static_cast<std::uint32_t>(Message::Answer);

    template <class... T>
    void say(Message message, const T&... values) {
        const auto before = m_known.size();
        if (!m_channel.send(static_cast<std::uint32_t>(message), packed(m_known, values...))) {
            m_known.erase(m_known.begin() + static_cast<std::ptrdiff_t>(before), m_known.end());
        }
    }

    Channel& m_channel;
    Ear& m_ear;
    SharedObjects m_known;
    steady_clock::time_point m_watched;
};

void answer(Engine& engine, const TransferRequest& request, Mouth& mouth,
            const std::stop_token& stop) {
    mouth.answer(engine.transfer(request, mouth, stop));
}
void answer(Engine& engine, const DescribeCall& call, Mouth& mouth, const std::stop_token& stop) {
    mouth.answer(engine.describeNetwork(call.spec, call.input, call.classes, mouth.watch(stop)));
}
void answer(Engine& engine, const FullActivationRequest& request, Mouth& mouth,
            const std::stop_token& stop) {
    mouth.answer(engine.recordSample(request, mouth.watch(stop)));
}

} // namespace

void serveEngine(int socket, const std::function<Result<std::unique_ptr<Engine>>()>& loadEngine) {
    auto& channel = *new Channel(socket); // for ever, as the ear is
    SharedObjects none;
    (void)channel.send(static_cast<std::uint32_t>(Message::Ready), packed(none, kProtocol));
    auto& ear = *new Ear(channel);
    Result<std::unique_ptr<Engine>> engine;
    for (;;) {
        const Call call = ear.next();
        if (!engine || !*engine) {
            engine = loadEngine();
        }
        Mouth mouth(channel, ear);
        if (engine) {
            (*engine)->setMemoryBudget(call.memoryBudget);
            std::visit([&](const auto& what) { answer(**engine, what, mouth, ear.stop()); },
                       call.what);
        } else {
            mouth.answer(Result<TransferResult>(fail(engine.error())));
        }
    }
}

} // namespace tessera::remote
