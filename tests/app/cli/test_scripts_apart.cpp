#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <csignal>

using namespace tessera;
using namespace tessera::test;

namespace {

Json experimentWith(const std::string& receiver) {
    auto json = smallExperiment();
    json["receiver"] = {{"file", std::string(TESSERA_FIXTURES) + "/torchscript/" + receiver}};
    return json;
}

} // namespace

// Files that crash or hang LibTorch end their run and not the program.
class TestScriptsApart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void crash() {
        const Workspace folder;
        const auto file = folder.writeJson("crash.tessera.json", experimentWith("crash.pt"));
        const auto ended = runProgram({"run", file, "--out", folder.name("out")});
        QCOMPARE(ended.code, 1);
        QVERIFY2(isRefusal(ended), told(ended));
        QVERIFY2(ended.err.contains("crashed"), told(ended));
        QCOMPARE(stateIn(folder), QString("failed"));
        // The control: in this process the same file takes the program along.
        const auto taken = runProgram({"run", file, "--out", folder.name("other"), "--in-process"});
        QCOMPARE(taken.code, -1);
    }

    void interruptedWhileItHangs() {
        const Workspace folder;
        const auto file = folder.writeJson("endless.tessera.json", experimentWith("endless.pt"));
        Program program({"run", file, "--out", folder.name("out")});
        program.start();
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(stateIn(folder) == "running", kProgramTimeoutMs);
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        const auto ended = resultOf(program);
        QCOMPARE(ended.code, 130);
        QCOMPARE(stateIn(folder), QString("cancelled"));
    }

    // A program that is killed takes its child along.
    void killed() {
        const Workspace folder;
        const auto file = folder.writeJson("endless.tessera.json", experimentWith("endless.pt"));
        Program program({"run", file, "--out", folder.name("out")});
        program.start();
        QVERIFY(program.waitForStarted());
        pid_t child = 0;
        QTRY_VERIFY_WITH_TIMEOUT((child = childOf(program.processId())) != 0, kProgramTimeoutMs);
        program.kill();
        QVERIFY(program.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(child), kProgramTimeoutMs);
    }

    // What a network prints does not mix with the program's output.
    void prints() {
        const Workspace folder;
        auto experiment = smallExperiment();
        experiment["source"] = experimentWith("counter.script.pt")["receiver"];
        const auto file = folder.writeJson("prints.tessera.json", experiment);
        const auto ended = runProgram({"run", file, "--out", folder.name("out"), "--json"});
        QVERIFY2(ended.code == 0 && jsonOf(ended).is_object(), told(ended));
    }

private:
    static pid_t childOf(qint64 parent) {
        pid_t child = 0;
        std::error_code error;
        const auto tasks = std::filesystem::path("/proc") / std::to_string(parent) / "task";
        for (const auto& task : std::filesystem::directory_iterator(tasks, error)) {
            std::ifstream list(task.path() / "children");
            for (pid_t each = 0; list >> each;) {
                child = each;
            }
        }
        return child;
    }
    // Neither gone nor only waiting to be taken note of.
    static bool isAlive(pid_t process) {
        std::ifstream stat(std::filesystem::path("/proc") / std::to_string(process) / "stat");
        const std::string text{std::istreambuf_iterator<char>(stat), {}};
        const auto end = text.rfind(')');
        return end != std::string::npos && end + 2 < text.size() && text[end + 2] != 'Z';
    }

    // Of the only run.
    static QString stateIn(const Workspace& folder) {
        const auto json =
            jsonOf(runProgram({"runs", "list", "--json", "--out", folder.name("out")}));
        const auto& runs = json.is_object() && json.contains("runs") ? json["runs"] : json;
        return runs.is_array() && runs.size() == 1
                   ? QString::fromStdString(runs[0].value("state", ""))
                   : QString();
    }
};

TESSERA_TEST(TestScriptsApart)
#include "test_scripts_apart.moc"
