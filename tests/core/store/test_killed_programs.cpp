#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#ifdef __SANITIZE_THREAD__
// QProcess forks while it shares memory with its child, which ThreadSanitizer takes for our being
// the child, and forbids new threads.
extern "C" const char* __tsan_default_options() {
    return "die_after_fork=0";
}
#endif

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

struct Program {
    std::unique_ptr<QProcess> process;
    RunId run;
};

Program launch(const std::filesystem::path& file) {
    Program program{std::make_unique<QProcess>(), {}};
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(kVariable, QString::fromStdString(file.string()));
    program.process->setProcessEnvironment(environment);
    program.process->start(QCoreApplication::applicationFilePath(), {});
    while (!program.process->canReadLine() && program.process->waitForReadyRead(30'000)) {
    }
    program.run = RunId(program.process->readLine().trimmed().toStdString());
    return program;
}

void killHard(Program& program) {
    program.process->kill(); // SIGKILL
    program.process->waitForFinished();
}

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
    Program victim = launch(file), survivor = launch(file);
    QVERIFY(!victim.run.empty() && !survivor.run.empty());
    const auto last = [&](const RunId& run) {
        const auto samples = must(watcher->samples(run));
        return samples.empty() ? 0.0 : *samples.back().value;
    };
    const double begun = nowSeconds();
    QTRY_VERIFY_WITH_TIMEOUT(last(victim.run) > begun + 1.5, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(last(survivor.run) > begun + 1.5, 30'000);

    const double killed = nowSeconds();
    killHard(victim);
    const auto store = openOrDie(file);
    const auto record = must(store->get(victim.run));
    QVERIFY(record.state == RunState::Interrupted);
    QVERIFY(record.finishedAt > record.startedAt);
    QVERIFY(must(store->get(survivor.run)).state == RunState::Running);

    const auto samples = must(store->samples(victim.run));
    for (std::size_t step = 0; step < samples.size(); ++step) {
        QCOMPARE(samples[step].step, std::int64_t(step)); // no holes
    }
    const double lost = killed - *samples.back().value;
    QVERIFY2(lost < 1.0, std::to_string(lost).c_str());

    // The survivor goes on, and is found dead in its turn.
    const double now = nowSeconds();
    QTRY_VERIFY_WITH_TIMEOUT(last(survivor.run) > now, 10'000);
    killHard(survivor);
    const auto later = openOrDie(file);
    QVERIFY(must(later->get(survivor.run)).state == RunState::Interrupted);
}

TESSERA_TEST(TestKilledPrograms)
#include "test_killed_programs.moc"
