#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <utility>

using namespace tessera;
using namespace tessera::store;
using namespace tessera::test;

// Other programs on the same store are copies of this executable: with the variable set it begins a
// run, prints the run's id, and adds a sample every two milliseconds until somebody kills it.
namespace {

constexpr const char* kVariable = "TESSERA_TEST_WRITE_FOREVER";

double nowSeconds() {
    using namespace std::chrono;
    return duration<double>(system_clock::now().time_since_epoch()).count();
}

// Before main(), which would run the tests.
const bool writesForever = [] {
    const char* file = std::getenv(kVariable);
    if (file == nullptr) {
        return false;
    }
    const auto store = openOrDie(file);
    const RunId run = must(store->begin(startNamed("forever")));
    std::printf("%s\n", run.value.c_str());
    std::fflush(stdout);
    for (std::int64_t step = 0;; ++step) {
        store->append(run, {"time", step, nowSeconds(), ""});
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}();

// posix_spawn, because QProcess forks in a way that ThreadSanitizer takes for our being the child.
class Program {
public:
    explicit Program(const std::filesystem::path& file) {
        std::array<int, 2> ends{};
        QVERIFY(pipe2(ends.data(), O_CLOEXEC) == 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::string name = QCoreApplication::applicationFilePath().toStdString();
        std::array<char*, 2> arguments = {name.data(), nullptr};
        qputenv(kVariable, file.c_str());
        const int error =
            posix_spawn(&m_pid, name.c_str(), &actions, nullptr, arguments.data(), environ);
        qunsetenv(kVariable);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        QVERIFY(error == 0);
        // One line, or the end of the pipe if the program ended early.
        for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) {
            m_run.value += c;
        }
        close(ends[0]);
    }
    ~Program() { kill(); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] const RunId& run() const { return m_run; }

    void kill() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            waitpid(std::exchange(m_pid, 0), nullptr, 0);
        }
    }

private:
    pid_t m_pid = 0;
    RunId m_run;
};

} // namespace

class TestKilledPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loseAtMostASecond();
};

void TestKilledPrograms::loseAtMostASecond() {
    QVERIFY(!writesForever);
    QTemporaryDir dir;
    const auto file = std::filesystem::path(dir.path().toStdString()) / "runs.db";
    const auto watcher = openOrDie(file);
    Program victim(file), survivor(file);
    QVERIFY(!victim.run().empty() && !survivor.run().empty());
    const auto last = [&](const RunId& run) {
        const auto samples = must(watcher->samples(run));
        return samples.empty() ? 0.0 : *samples.back().value;
    };
    const double begun = nowSeconds();
    QTRY_VERIFY_WITH_TIMEOUT(last(victim.run()) > begun + 1.5, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(last(survivor.run()) > begun + 1.5, 30'000);

    const double killed = nowSeconds();
    victim.kill();
    const auto store = openOrDie(file);
    const auto record = must(store->get(victim.run()));
    QVERIFY(record.state == RunState::Interrupted);
    QVERIFY(record.finishedAt > record.startedAt);
    QVERIFY(must(store->get(survivor.run())).state == RunState::Running);

    const auto samples = must(store->samples(victim.run()));
    for (std::size_t step = 0; step < samples.size(); ++step) {
        QCOMPARE(samples[step].step, std::int64_t(step)); // no holes
    }
    const double lost = killed - *samples.back().value;
    QVERIFY2(lost < 1.0, std::to_string(lost).c_str());

    // The survivor goes on, and is found dead in its turn.
    const double now = nowSeconds();
    QTRY_VERIFY_WITH_TIMEOUT(last(survivor.run()) > now, 10'000);
    survivor.kill();
    const auto later = openOrDie(file);
    QVERIFY(must(later->get(survivor.run())).state == RunState::Interrupted);
}

TESSERA_TEST(TestKilledPrograms)
#include "test_killed_programs.moc"
