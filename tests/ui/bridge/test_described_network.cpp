#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_jobs.h"
#include "tests/ui/support/network_descriptions.h"
#include "ui/bridge/described_network.h"
#include "ui/bridge/job_bridge.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using State = DescribedNetwork::State;

const InputSpec kDigits{InputKind::Image, 8, 8, 1, 0};

// A network on a fake engine, which counts how often it is asked.
class Asked {
public:
    Asked() {
        jobs.onDescribeNetwork = [this](const NetworkSpec& spec, const Watch& watch) {
            ++count;
            return answer(spec, watch);
        };
    }
    bool isKnown() {
        return QTest::qWaitFor([this] { return network.state() == State::Known; });
    }

    std::atomic<int> count = 0;
    std::function<DescribedResult(const NetworkSpec&, const Watch&)> answer =
        [](const NetworkSpec&, const Watch&) { return described(madeScript()); };
    JobBridge bridge;
    FakeJobs jobs{bridge};
    DescribedNetwork network{jobs, bridge};
};

} // namespace

class TestDescribedNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAFileHolds();
    void waitsForTheEngine();
    void saysWhyThereIsNoEngine();
    void tellsHowFarItIs();
    void canBeStoppedAndBegunAgain();
    void saysWhatCannotBeRead();
    void theNewestRequestWins();
    void keepsWhatIsKnownWhileOptionsAreTried();
    void readsAFileThatWasWrittenAgain();
    void canBeForgotten();
    void endsWhileReading();
};

void TestDescribedNetwork::tellsWhatAFileHolds() {
    Asked asked;
    const NetworkFile file;
    asked.jobs.loadEngine();
    QSignalSpy changed(&asked.network, &DescribedNetwork::changed);
    asked.network.describe(file.spec(), kDigits, 10);
    QCOMPARE(asked.network.state(), State::Reading);
    QVERIFY(asked.isKnown());
    QCOMPARE(asked.network.description()->title, std::string("resnet18.pt"));
    QVERIFY(!asked.network.failure() && !asked.network.progress());
    QVERIFY(changed.count() >= 2);
    asked.network.describe(file.spec(), kDigits, 10); // known already
    QCOMPARE(asked.network.state(), State::Known);
    QCOMPARE(asked.count.load(), 1);
    asked.network.describe(file.spec(), kDigits, 5); // other data
    QCOMPARE(asked.network.state(), State::Reading);
    QVERIFY(asked.isKnown());
    QCOMPARE(asked.count.load(), 2);
}

void TestDescribedNetwork::waitsForTheEngine() {
    Asked asked;
    const NetworkFile file;
    asked.network.describe(file.spec(), kDigits, 10);
    QTest::qWait(300); // longer than it waits for the next letter
    QCOMPARE(asked.network.state(), State::Reading);
    QCOMPARE(asked.count.load(), 0);
    asked.jobs.loadEngine();
    QVERIFY(asked.isKnown());
}

void TestDescribedNetwork::saysWhyThereIsNoEngine() {
    Asked asked;
    const NetworkFile file;
    asked.jobs.loadEngine(fail(ErrorCode::NotFound, "there is no LibTorch"));
    asked.network.describe(file.spec(), kDigits, 10);
    QTRY_COMPARE(asked.network.state(), State::Failed);
    QCOMPARE(asked.network.failure()->detail, std::string("there is no LibTorch"));
    QCOMPARE(asked.count.load(), 0);
}

void TestDescribedNetwork::tellsHowFarItIs() {
    Asked asked;
    const NetworkFile file;
    asked.answer = [](const NetworkSpec&, const Watch& watch) { return readForever(watch); };
    asked.jobs.loadEngine();
    QSignalSpy progressed(&asked.network, &DescribedNetwork::progressed);
    asked.network.describe(file.spec(), kDigits, 10);
    QVERIFY(!asked.network.progress());
    QTRY_COMPARE(asked.network.progress(), std::optional(0.25));
    QTRY_VERIFY(progressed.count() > 0);
}

void TestDescribedNetwork::canBeStoppedAndBegunAgain() {
    Asked asked;
    const NetworkFile file;
    asked.answer = [](const NetworkSpec&, const Watch& watch) { return readForever(watch); };
    asked.jobs.loadEngine();
    asked.network.describe(file.spec(), kDigits, 10);
    QTRY_COMPARE(asked.count.load(), 1);
    asked.network.cancel();
    QCOMPARE(asked.network.state(), State::Stopped);
    asked.network.describe(file.spec(), kDigits, 10); // still not wanted
    QCOMPARE(asked.network.state(), State::Stopped);
    QVERIFY(asked.network.description() == nullptr);
    asked.network.readAgain();
    QTRY_COMPARE(asked.count.load(), 2);
    asked.network.cancel();
    QCOMPARE(asked.network.state(), State::Stopped);
    asked.network.cancel(); // nothing to stop
    QCOMPARE(asked.network.state(), State::Stopped);
}

void TestDescribedNetwork::saysWhatCannotBeRead() {
    Asked asked;
    const NetworkFile file;
    asked.answer = [](const NetworkSpec&, const Watch&) -> DescribedResult {
        return fail(ErrorCode::Corrupt, "the archive ends early");
    };
    asked.jobs.loadEngine();
    asked.network.describe(file.spec(), kDigits, 10);
    QTRY_COMPARE(asked.network.state(), State::Failed);
    QCOMPARE(asked.network.failure()->code, ErrorCode::Corrupt);
    QVERIFY(asked.network.description() == nullptr);
}

void TestDescribedNetwork::theNewestRequestWins() {
    Asked asked;
    const NetworkFile slow("slow.pt"), quick("quick.pt");
    asked.answer = [&](const NetworkSpec& spec, const Watch& watch) {
        if (spec.file == slow.path()) {
            return readForever(watch);
        }
        auto about = madeScript();
        about.title = "quick.pt";
        return described(about);
    };
    asked.jobs.loadEngine();
    asked.network.describe(slow.spec(), kDigits, 10);
    QTRY_COMPARE(asked.count.load(), 1);
    asked.network.describe(quick.spec(), kDigits, 10);
    QVERIFY(asked.isKnown());
    QCOMPARE(asked.network.description()->title, std::string("quick.pt"));
    // A path that is typed is read when it stands, not letter by letter.
    const int before = asked.count;
    auto typed = quick.spec();
    for (const char* letter : {"x", "y", "z"}) {
        typed.file += letter;
        asked.network.describe(typed, kDigits, 10);
    }
    QVERIFY(asked.isKnown());
    QCOMPARE(asked.count.load(), before + 1);
}

void TestDescribedNetwork::keepsWhatIsKnownWhileOptionsAreTried() {
    Asked asked;
    const NetworkFile file, other("other.pt");
    asked.jobs.loadEngine();
    asked.network.describe(file.spec(), kDigits, 10);
    QVERIFY(asked.isKnown());
    auto spec = file.spec();
    spec.head = HeadChoice::Replace;
    asked.network.describe(spec, kDigits, 10);
    QCOMPARE(asked.network.state(), State::Reading);
    QVERIFY(asked.network.description() != nullptr);
    asked.network.describe(other.spec(), kDigits, 10);
    QVERIFY(asked.network.description() == nullptr);
    QVERIFY(asked.isKnown());
}

void TestDescribedNetwork::readsAFileThatWasWrittenAgain() {
    Asked asked;
    const NetworkFile file;
    asked.jobs.loadEngine();
    asked.network.describe(file.spec(), kDigits, 10);
    QVERIFY(asked.isKnown());
    std::filesystem::last_write_time(file.path(), std::filesystem::last_write_time(file.path()) +
                                                      std::chrono::seconds(2));
    asked.network.describe(file.spec(), kDigits, 10);
    QVERIFY(asked.isKnown());
    QCOMPARE(asked.count.load(), 2);
}

void TestDescribedNetwork::canBeForgotten() {
    Asked asked;
    const NetworkFile file;
    asked.jobs.loadEngine();
    asked.network.describe(file.spec(), kDigits, 10);
    QVERIFY(asked.isKnown());
    QSignalSpy changed(&asked.network, &DescribedNetwork::changed);
    asked.network.clear();
    QCOMPARE(asked.network.state(), State::Nothing);
    QVERIFY(asked.network.description() == nullptr);
    asked.network.clear();
    asked.network.readAgain();
    QCOMPARE(changed.count(), 1);
}

void TestDescribedNetwork::endsWhileReading() {
    JobBridge bridge;
    FakeJobs jobs(bridge);
    std::atomic<bool> begun = false, stopped = false;
    jobs.onDescribeNetwork = [&](const NetworkSpec&, const Watch& watch) {
        begun = true;
        auto result = readForever(watch);
        stopped = true;
        return result;
    };
    jobs.loadEngine();
    const NetworkFile file;
    {
        DescribedNetwork network(jobs, bridge);
        network.describe(file.spec(), kDigits, 10);
        QTRY_VERIFY(begun);
    }
    QVERIFY(stopped); // nothing is left behind
}

TESSERA_TEST(TestDescribedNetwork)
#include "test_described_network.moc"
