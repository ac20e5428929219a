#pragma once

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

// Starts the real `tessera` (TESSERA_PROGRAM) as a person would.
namespace tessera::test {

using Json = nlohmann::ordered_json;
using Variables = std::vector<std::pair<QString, QString>>;

// Ten times longer than anything takes on a busy machine.
constexpr int kProgramTimeoutMs = 120'000;

// A program that is running. Killed if it is still there in the end.
class Program : public QProcess {
public:
    explicit Program(const QStringList& arguments, const Variables& variables = {},
                     const QString& program = TESSERA_PROGRAM) {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto& [name, value] : variables) {
            environment.insert(name, value);
        }
        setProcessEnvironment(environment);
        setProgram(program);
        setArguments(arguments);
    }
    ~Program() override {
        if (state() != QProcess::NotRunning) {
            kill();
            waitForFinished();
        }
        ::close(m_unheard);
    }

    // Before start(): what it writes to STDOUT_FILENO or STDERR_FILENO finds nobody who listens.
    void leaveUnheard(int output) {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            qFatal("no pipe can be made");
        }
        ::close(ends[0]);
        setChildProcessModifier([output, end = ends[1]] { ::dup2(end, output); });
        m_unheard = ends[1];
    }

    // The exit code, or -1 if it crashed, was killed, or does not end.
    int wait() {
        if (state() != QProcess::NotRunning && !waitForFinished(kProgramTimeoutMs)) {
            return -1;
        }
        return exitStatus() == QProcess::NormalExit ? exitCode() : -1;
    }

private:
    int m_unheard = -1;
};

struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline Ended resultOf(Program& program) {
    const int code = program.wait();
    return {code, program.readAllStandardOutput(), program.readAllStandardError()};
}

inline Ended runProgram(const QStringList& arguments, const Variables& variables = {},
                        const QString& folder = {}) {
    Program program(arguments, variables);
    program.setWorkingDirectory(folder);
    program.start();
    return resultOf(program);
}

// A line of a shell, for what only a shell can arrange; $TESSERA is the program.
inline Ended runShell(const QString& line, const Variables& variables = {}) {
    Program shell({"-c", line}, variables, "/bin/sh");
    auto environment = shell.processEnvironment();
    environment.insert("TESSERA", TESSERA_PROGRAM);
    shell.setProcessEnvironment(environment);
    shell.start();
    return resultOf(shell);
}

// The messages of a program, without its progress.
inline QStringList messages(const QByteArray& err) {
    QStringList lines;
    for (const auto& line : QString::fromUtf8(err).split('\n')) {
        if (!line.isEmpty() && !line.startsWith('[')) {
            lines.append(line);
        }
    }
    return lines;
}

// Something that a person can read and act on, not the remains of an exception.
inline bool isSentence(const QString& message) {
    for (const auto* trace : {"terminate", "what()", "std::", "c10::", "Exception", "internal error",
                              "nullptr", "[json.exception"}) {
        if (message.contains(trace)) {
            return false;
        }
    }
    return message.split(' ').size() >= 5 && !message.contains('\n');
}

// The store keeps the engine's words, the screen makes them a sentence.
inline bool isSameSentence(const QString& kept, const QString& shown) {
    return !kept.isEmpty() && (kept.compare(shown, Qt::CaseInsensitive) == 0 ||
                               (kept + '.').compare(shown, Qt::CaseInsensitive) == 0);
}

// One sentence on standard error and nothing else.
inline bool isRefusal(const Ended& ended) {
    const auto said = messages(ended.err);
    return ended.out.isEmpty() && said.size() == 1 && said.first().startsWith("tessera: ") &&
           isSentence(said.first().mid(9));
}

// Null if the output is not one JSON document.
inline Json jsonOf(const Ended& ended) {
    auto json = Json::parse(ended.out.constData(), ended.out.constData() + ended.out.size(),
                            nullptr, /*allow_exceptions=*/false);
    return json.is_discarded() ? Json(nullptr) : json;
}

// For QCOMPARE, which cannot print JSON.
inline QByteArray textOf(const Json& json) {
    return QByteArray::fromStdString(json.dump());
}

// {error: {code, message}} with a sentence and nothing else: its code and message, else empty.
inline std::pair<QString, QString> errorOf(const Ended& ended) {
    const auto json = jsonOf(ended);
    if (!json.is_object() || json.size() != 1 || !json.contains("error")) {
        return {};
    }
    const auto& error = json["error"];
    for (const auto& [key, value] : error.items()) {
        if (key != "code" && key != "message" && key != "offset") {
            return {};
        }
    }
    const auto message = QString::fromStdString(error.value("message", ""));
    return isSentence(message) ? std::pair(QString::fromStdString(error.value("code", "")), message)
                               : std::pair<QString, QString>();
}

// For QVERIFY2: what the program said.
inline QByteArray told(const Ended& ended) {
    return "exit code " + QByteArray::number(ended.code) + "\n" + ended.out + ended.err;
}

} // namespace tessera::test
