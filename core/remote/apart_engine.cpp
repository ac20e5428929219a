#include "core/remote/apart_engine.h"

#include "core/format/mapped_file.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

namespace tessera::remote {

namespace {

// A zip archive, such as TorchScript, is found by the end of its directory, which stands in the
// last 64 KiB; what comes in front of the archive does not matter.
bool mayBeZip(const std::filesystem::path& file) {
    constexpr std::string_view kEnd = "PK\x05\x06";
    constexpr std::size_t kTail = 22 + 65'535;
    const auto mapped = format::MappedFile::open(file, std::numeric_limits<std::int64_t>::max());
    if (!mapped) {
        return false;
    }
    const auto bytes = mapped->bytes();
    const auto tail = bytes.last(std::min(bytes.size(), kTail));
    const std::string_view text(reinterpret_cast<const char*>(tail.data()), tail.size());
    return text.find(kEnd) != std::string_view::npos;
}

// A run's folder, without what was half done in it.
void empty(const std::filesystem::path& folder) {
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code ignored;
        std::filesystem::remove_all(it->path(), ignored);
    }
}

constexpr Patience kForAnswer{std::chrono::milliseconds(200), 0}; // there is nothing to be saved
constexpr Patience kForRun{std::chrono::seconds(10), 4};          // what was measured until then

bool runsCode(const Experiment& experiment) {
    return mayHoldCode(experiment.source.network) || mayHoldCode(experiment.receiver.network);
}

using Answer = Result<std::optional<std::vector<std::byte>>>;

class ApartEngine final : public Engine {
public:
    ApartEngine(std::unique_ptr<Engine> engine, HostProgram program,
                std::shared_ptr<const std::atomic<bool>> apart)
        : m_engine(std::move(engine)), m_program(std::move(program)), m_apart(std::move(apart)) {}

    [[nodiscard]] EngineInfo info() const override { return m_engine->info(); }
    [[nodiscard]] Catalog catalog() const override { return m_engine->catalog(); }
    void setMemoryBudget(std::int64_t bytes) override {
        m_memoryBudget = bytes;
        m_engine->setMemoryBudget(bytes);
    }
    [[nodiscard]] Result<double> measureGflops(int threads) override {
        return m_engine->measureGflops(threads);
    }
    [[nodiscard]] Result<void> check(const Experiment& experiment) const override {
        return m_engine->check(experiment);
    }
    [[nodiscard]] Result<std::shared_ptr<const DataDescription>>
    describeData(const DataSpec& spec, const Watch& watch) const override {
        return m_engine->describeData(spec, watch);
    }
    [[nodiscard]] const Analysis& analysis() const override { return m_engine->analysis(); }

    [[nodiscard]] Result<std::shared_ptr<const NetworkDescription>>
    describeNetwork(const NetworkSpec& spec, const std::optional<InputSpec>& input, int classes,
                    const Watch& watch) const override {
        return *m_apart && mayHoldCode(spec)
                   ? watched<std::shared_ptr<const NetworkDescription>>(
                         DescribeCall{spec, input, classes}, watch)
                   : m_engine->describeNetwork(spec, input, classes, watch);
    }

    [[nodiscard]] Result<std::vector<FullActivation>>
    recordSample(const FullActivationRequest& request, const Watch& watch) const override {
        NetworkSpec trained;
        trained.file = request.checkpoint;
        return *m_apart && (mayHoldCode(trained) || runsCode(request.experiment))
                   ? watched<std::vector<FullActivation>>(request, watch)
                   : m_engine->recordSample(request, watch);
    }

    [[nodiscard]] Result<TransferResult> transfer(const TransferRequest& request, EventSink& events,
                                                  const std::stop_token& stop) override;

private:
    // A call whose only events are those of a watch. A default value if stopped.
    template <class T>
    [[nodiscard]] Result<T> watched(const auto& what, const Watch& watch) const {
        SharedObjects none;
        const auto answer = converse(
            {m_memoryBudget, what},
            [&](const Frame& frame, ChildEngine&) {
                std::int64_t done = 0;
                std::int64_t total = 0;
                const bool good = static_cast<Message>(frame.kind) == Message::Watched &&
                                  unpack(frame.bytes, none, done, total);
                if (good && watch.progress()) {
                    watch.progress()(done, total);
                }
                return good;
            },
            watch.stop(), kForAnswer);
        return opened<T>(answer, none, T());
    }

    // What an answer holds, or `stopped` where the child was killed after a stop.
    template <class T>
    [[nodiscard]] static Result<T> opened(const Answer& answer, SharedObjects& known, T stopped) {
        if (!answer) {
            return fail(answer.error());
        }
        if (!*answer) {
            return stopped;
        }
        WireReader wire(**answer, known);
        bool good = false;
        T value;
        Error error;
        wire(good);
        good ? wire(value) : wire(error);
        if (!wire.atGoodEnd()) {
            return fail(ErrorCode::Internal,
                        "the process of the network answers what cannot be understood");
        }
        return good ? Result<T>(std::move(value)) : fail(std::move(error));
    }

    // A child for every call: it has the priority of who calls, and nothing that a file has done
    // reaches another.
    [[nodiscard]] Answer converse(const Call& call, const ChildEngine::OnEvent& onEvent,
                                  const std::stop_token& stop, const Patience& patience) const {
        const auto child = ChildEngine::start(m_program);
        return child ? (*child)->call(call, onEvent, stop, patience) : fail(child.error());
    }

    const std::unique_ptr<Engine> m_engine;
    const HostProgram m_program;
    const std::shared_ptr<const std::atomic<bool>> m_apart;
    std::atomic<std::int64_t> m_memoryBudget = 0;
};

// Hands what a child tells to whoever listens to the run.
class Relay {
public:
    Relay(EventSink& events, SharedObjects& known, std::stop_token stop)
        : m_events(events), m_known(known), m_stop(std::move(stop)) {}

    bool operator()(const Frame& frame, ChildEngine& child) {
        switch (static_cast<Message>(frame.kind)) {
        case Message::Progress:
            return pass<Progress>(frame, [&](const auto& it) { m_events.progress(it); });
        case Message::Sample:
            return pass<MetricSample>(frame, [&](const auto& it) { m_events.sample(it); });
        case Message::Notice:
            return pass<Notice>(frame, [&](const auto& it) { m_events.notice(it); });
        case Message::Snapshot:
            return pass<SnapshotPtr>(frame, [&](const auto& it) { m_events.snapshot(it); });
        case Message::StageDone:
            return pass<Phase>(frame, [&](Phase phase) {
                m_events.stageDone(phase);
                if (!m_stop.stop_requested()) { // or the stop, which follows, is what it waits for
                    child.proceed();
                }
            });
        default:
            return false;
        }
    }

private:
    template <class T>
    bool pass(const Frame& frame, const auto& to) {
        T value{};
        if (!unpack(frame.bytes, m_known, value)) {
            return false;
        }
        to(value);
        return true;
    }

    EventSink& m_events;
    SharedObjects& m_known;
    std::stop_token m_stop;
};

Result<TransferResult> ApartEngine::transfer(const TransferRequest& request, EventSink& events,
                                             const std::stop_token& stop) {
    if (!*m_apart || !runsCode(request.experiment)) {
        return m_engine->transfer(request, events, stop);
    }
    SharedObjects known;
    const auto answer =
        converse({m_memoryBudget, request}, Relay(events, known, stop), stop, kForRun);
    if (answer && !*answer && !request.artifactDir.empty()) {
        empty(request.artifactDir);
    }
    TransferResult stopped;
    stopped.cancelled = true;
    return opened(answer, known, std::move(stopped));
}

} // namespace

bool mayHoldCode(const NetworkSpec& network) {
    return !network.architecture && !network.file.empty() && mayBeZip(network.file);
}

std::unique_ptr<Engine> keepScriptsApart(std::unique_ptr<Engine> engine, HostProgram program,
                                         std::shared_ptr<const std::atomic<bool>> apart) {
    return std::make_unique<ApartEngine>(std::move(engine), std::move(program), std::move(apart));
}

} // namespace tessera::remote
