#include "core/remote/apart_engine.h"
#include "core/remote/channel.h"
#include "core/remote/wire.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tessera;
using namespace tessera::remote;
using namespace std::chrono_literals;

namespace {

// Two ends; what comes from the other one is whatever a test writes.
struct Line {
    Line() {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
            qFatal("no sockets");
        }
        channel = std::make_unique<Channel>(ends[0]);
        other = ends[1];
    }
    ~Line() { hangUp(); }
    void say(const std::string& bytes) const {
        if (::send(other, bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(bytes.size())) {
            qFatal("the line is broken");
        }
    }
    void hangUp() {
        if (other >= 0) {
            close(std::exchange(other, -1));
        }
    }
    std::unique_ptr<Channel> channel;
    int other = -1;
};

std::string head(std::uint32_t kind, std::uint64_t bytes, std::uint32_t mark = 0x54455353) {
    std::string text(16, '\0');
    std::memcpy(text.data(), &kind, 4);
    std::memcpy(text.data() + 4, &mark, 4);
    std::memcpy(text.data() + 8, &bytes, 8);
    return text;
}

} // namespace

// Messages between processes, also from a peer that has lost its mind.
class TestChannel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeMessages() {
        const Line line;
        line.say(head(7, 3) + "abc" + head(8, 0));
        const auto first = line.channel->receive(1s);
        QVERIFY(first && *first && (*first)->kind == 7U && (*first)->bytes.size() == 3);
        const auto second = line.channel->receive(1s);
        QVERIFY(second && *second && (*second)->kind == 8U && (*second)->bytes.empty());
        const auto none = line.channel->receive(10ms);
        QVERIFY(none && !*none);
    }

    // However it comes in pieces, it never waits longer than it may.
    void pieces() {
        const Line line;
        const auto message = head(9, 5) + "hello";
        for (std::size_t i = 0; i < message.size(); ++i) {
            const auto none = line.channel->receive(0ms);
            QVERIFY(none && !*none);
            line.say(message.substr(i, 1));
        }
        const auto whole = line.channel->receive(1s);
        QVERIFY(whole && *whole && (*whole)->bytes.size() == 5);
    }

    void large() {
        Line line;
        const std::string bytes(30'000'000, 'x');
        Channel sender(std::exchange(line.other, -1));
        std::jthread sending([&] { QVERIFY(sender.send(1, bytes)); });
        Result<std::optional<Frame>> got;
        do {
            got = line.channel->receive(10s);
        } while (got && !*got);
        QVERIFY(got);
        QCOMPARE((*got)->bytes.size(), bytes.size());
    }

    void nonsense_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto as = [](const std::string& text) { return QByteArray::fromStdString(text); };
        const int corrupt = static_cast<int>(ErrorCode::Corrupt);
        const int gone = static_cast<int>(ErrorCode::Io);
        QTest::newRow("another mark") << as(head(1, 1, 7) + "a") << corrupt;
        QTest::newRow("too long") << as(head(1, Channel::kMostBytes + 1)) << corrupt;
        QTest::newRow("nothing") << QByteArray() << gone;
        QTest::newRow("half a head") << as(head(1, 1).substr(0, 9)) << gone;
        QTest::newRow("half a body") << as(head(1, 10) + "abc") << gone;
        QTest::newRow("a body that never comes") << as(head(1, Channel::kMostBytes)) << gone;
    }
    void nonsense() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        Line line;
        line.say(bytes.toStdString());
        line.hangUp();
        Result<std::optional<Frame>> got;
        do {
            got = line.channel->receive(1s);
        } while (got && !*got);
        QVERIFY(!got);
        QCOMPARE(static_cast<int>(got.error().code), code);
    }

    void nobodyListens() {
        Line line;
        line.hangUp();
        const auto sent = line.channel->send(1, "abc");
        QVERIFY(!sent && sent.error().code == ErrorCode::Io);
    }

    void deepMetadata() {
        QVERIFY(isShallow("\x92\x01\x91\x02"));                     // [1, [2]]
        QVERIFY(!isShallow(std::string(200'000, '\x91') + '\x01')); // [[[[...
        QVERIFY(!isShallow("\x92\x01"));                            // not all of it
    }

    // Whatever the engine could take for TorchScript runs apart.
    void mayHoldCode_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("code");
        const QByteArray end = QByteArray("PK\x05\x06", 4) + QByteArray(18, '\0');
        const QByteArray front = QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x');
        QTest::newRow("archive") << "net.pt" << front + end << true;
        QTest::newRow("something in front") << "net.pt"
                                            << "#!/bin/sh\n" + front + end << true;
        QTest::newRow("another name") << "net.safetensors" << QByteArray(8, '\1') + end << true;
        QTest::newRow("comment behind")
            << "net.pt" << front + end + QByteArray(60'000, 'c') << true;
        QTest::newRow("no archive") << "net.safetensors" << QByteArray(100, '\1') << false;
        QTest::newRow("empty") << "net.pt" << QByteArray() << false;
    }
    void mayHoldCode() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        NetworkSpec spec;
        spec.file = folder.filePath(name).toStdString();
        std::ofstream(spec.file, std::ios::binary) << bytes.toStdString();
        QTEST(remote::mayHoldCode(spec), "code");
        spec.architecture = ArchitectureSpec{}; // a state dict then, which is no code
        QVERIFY(!remote::mayHoldCode(spec));
    }

    // Looking does not wait for who might write into it.
    void namedPipe() {
        const QTemporaryDir folder;
        NetworkSpec spec;
        spec.file = folder.filePath("pipe.pt").toStdString();
        QCOMPARE(mkfifo(spec.file.c_str(), 0600), 0);
        QVERIFY(!remote::mayHoldCode(spec));
        spec.file = folder.path().toStdString();
        QVERIFY(!remote::mayHoldCode(spec));
    }
};

TESSERA_TEST(TestChannel)
#include "test_channel.moc"
