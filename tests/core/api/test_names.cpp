#include "core/api/events.h"
#include "core/api/run.h"
#include "core/api/token.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace tessera;

// These names are in stores and token files: a test that has to change here breaks files.
class TestNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runStates() {
        const std::vector<std::pair<RunState, std::string>> frozen{
            {RunState::Queued, "queued"},          {RunState::Running, "running"},
            {RunState::Cancelling, "cancelling"},  {RunState::Done, "done"},
            {RunState::Cancelled, "cancelled"},    {RunState::Failed, "failed"},
            {RunState::Interrupted, "interrupted"}};
        for (const auto& [state, name] : frozen) {
            QCOMPARE(std::string(runStateName(state)), name);
            QVERIFY(runStateFromName(name) == state);
        }
        for (const auto* name : {"", "Done", "done ", "finished"}) {
            QVERIFY(!runStateFromName(name));
        }
    }

    void knowledgeTypes() {
        const std::vector<std::string> frozen{"ACTIVATION", "WEIGHT", "DATASET", "BEHAVIOUR",
                                              "SWARM"};
        for (std::size_t i = 0; i < frozen.size(); ++i) {
            // The position is the integer that some tokens carry instead of the name.
            const auto type = static_cast<KnowledgeType>(i);
            QCOMPARE(std::string(knowledgeTypeName(type)), frozen[i]);
            QVERIFY(knowledgeTypeFromName(frozen[i]) == type);
        }
        for (const auto* name : {"", "activation", "BEHAVIOR", "0"}) {
            QVERIFY(!knowledgeTypeFromName(name));
        }
    }

    void phases() {
        const std::vector<std::pair<Phase, std::string>> frozen{
            {Phase::Prepare, "prepare"},       {Phase::Fingerprint, "fingerprint"},
            {Phase::Collect, "collect"},       {Phase::Hub, "hub"},
            {Phase::EncodeDecode, "transfer"}, {Phase::FineTune, "finetune"},
            {Phase::Measure, "measure"},       {Phase::Package, "package"},
            {Phase::Controls, "controls"}};
        std::set<std::string> seen;
        for (const auto& [phase, name] : frozen) {
            QCOMPARE(std::string(phaseName(phase)), name);
            seen.insert(name);
        }
        QCOMPARE(seen.size(), frozen.size());
    }
};

TESSERA_TEST(TestNames)

#include "test_names.moc"
