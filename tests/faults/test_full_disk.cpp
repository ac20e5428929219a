#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

namespace {

// A token of 256 KiB: the only file that is larger than the limits below.
const char* const kLargeToken = "{'transfer': {'hub': {'dim': 65536}}}";

} // namespace

class TestFullDisk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesATokenThatDoesNotFit();
    void refusesAStoreThatDoesNotFit();
    void staysUsableOnAFullDisk();
    void restoresNothingOnAFullDisk();
};

// A limit on the size of files, in blocks of 512 bytes, stands for the disk.
void TestFullDisk::refusesATokenThatDoesNotFit() {
    Workspace space;
    const auto file = space.writeJson("large.tessera.json", smallExperiment(kLargeToken));
    const auto ended = runShell("ulimit -f 480; exec \"$TESSERA\" run '" + file +
                                "' --json --out '" + space.name("out") + "'");
    QVERIFY2(ended.code == 1, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "Io" && message.contains("token.tbf"), told(ended));
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs[0].state, RunState::Failed);
    QVERIFY(isSameSentence(QString::fromStdString(runs[0].failure), message));
    QVERIFY(!space.samples("out", runs[0].id, "loss.batch").empty());
    QCOMPARE(space.leftovers("out"), QStringList());
}

void TestFullDisk::refusesAStoreThatDoesNotFit() {
    Workspace space;
    const auto file = space.writeJson("small.tessera.json", smallExperiment());
    for (const QString blocks : {"1", "24"}) { // nothing at all, then part of the store
        const auto out = space.name("out" + blocks.toStdString());
        const auto ended = runShell("ulimit -f " + blocks + "; exec \"$TESSERA\" run '" + file +
                                    "' --json --out '" + out + "'");
        QVERIFY2(ended.code == 1, told(ended));
        QVERIFY2(errorOf(ended).first == "Io", told(ended));
        QVERIFY2(!QString(space.tree("").join('\n')).contains(".tmp"),
                 qPrintable(space.tree("").join('\n')));
    }
}

// A small file system of its own, seen by this program only; where the system forbids that, the
// cases above must do.
void TestFullDisk::staysUsableOnAFullDisk() {
    Workspace space;
    const auto small = space.writeJson("small.tessera.json", smallExperiment());
    const auto large = space.writeJson("large.tessera.json", smallExperiment(kLargeToken));
    const auto script = space.write(
        "script.sh",
        std::string("mount -t tmpfs -o size=4m tmpfs \"$1\" || exit 1\n"
                    "echo mounted\n"
                    "\"$TESSERA\" run \"$2\" --quiet --json --out \"$1\" >/dev/null || exit 78\n"
                    "free=$(df -k --output=avail \"$1\" | tail -n 1)\n"
                    "dd if=/dev/zero of=\"$1/rest\" bs=1k count=$((free - 200)) 2>/dev/null\n"
                    "\"$TESSERA\" run \"$3\" --quiet --out \"$1\"\n"
                    "code=$?\n"
                    "rm \"$1/rest\"\n"
                    "find \"$1\" -name '.*.tmp' -o -name '*.tbf' | wc -l\n"
                    "\"$TESSERA\" run \"$2\" --quiet --json --out \"$1\" >/dev/null || exit 79\n"
                    "exit $code\n"));
    std::filesystem::create_directory(space.path("disk"));
    const auto ended = runShell("unshare --user --map-root-user --mount sh '" + script + "' '" +
                                space.name("disk") + "' '" + small + "' '" + large + "'");
    if (!ended.out.startsWith("mounted")) {
        return;
    }
    QVERIFY2(ended.code == 1, told(ended));
    QCOMPARE(ended.out, QByteArray("mounted\n1\n")); // the token of the first run
    const auto said = messages(ended.err);
    QVERIFY2(said.size() == 1 && isSentence(said.first()), told(ended));
}

// The store in use is not touched before its copy is whole.
void TestFullDisk::restoresNothingOnAFullDisk() {
    Workspace space;
    const auto small = space.writeJson("small.tessera.json", smallExperiment());
    const auto script = space.write(
        "restore.sh",
        std::string("mount -t tmpfs -o size=4m tmpfs \"$1\" || exit 1\n"
                    "echo mounted\n"
                    "\"$TESSERA\" run \"$2\" --quiet --json --out \"$1\" >/dev/null || exit 78\n"
                    "\"$TESSERA\" runs backup \"$3\" --out \"$1\" >/dev/null || exit 79\n"
                    "\"$TESSERA\" run \"$2\" --quiet --json --out \"$1\" >/dev/null || exit 80\n"
                    "free=$(df -k --output=avail \"$1\" | tail -n 1)\n"
                    "dd if=/dev/zero of=\"$1/rest\" bs=1k count=$((free - 40)) 2>/dev/null\n"
                    "\"$TESSERA\" runs restore \"$3\" --out \"$1\"\n"
                    "code=$?\n"
                    "find \"$1\" -maxdepth 1 -name '*tmp*' -o -name '*before*' | wc -l\n"
                    "\"$TESSERA\" runs check --out \"$1\" >/dev/null || exit 81\n"
                    "rm \"$1/rest\"\n"
                    "\"$TESSERA\" runs list --json --out \"$1\" | grep -c '\"state\"'\n"
                    "exit $code\n"));
    std::filesystem::create_directory(space.path("disk"));
    const auto ended =
        runShell("unshare --user --map-root-user --mount sh '" + script + "' '" +
                 space.name("disk") + "' '" + small + "' '" + space.name("copy.db") + "'");
    if (!ended.out.startsWith("mounted")) {
        QSKIP("the system does not let a program mount a file system of its own");
    }
    QVERIFY2(ended.code == 1, told(ended));
    QCOMPARE(ended.out, QByteArray("mounted\n0\n2\n")); // nothing left behind, both runs there
    const auto said = messages(ended.err);
    QVERIFY2(said.size() == 1 && said.first().contains("disk is full"), told(ended));
}

TESSERA_TEST(TestFullDisk)
#include "test_full_disk.moc"
