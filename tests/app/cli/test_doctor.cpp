#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera::test;

namespace {

bool processorHas(const std::string& flag) {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("flags")) {
            return (line + " ").find(" " + flag + " ") != std::string::npos;
        }
    }
    return false;
}

bool isOpenBlas(const Json& json) {
    return json["blas"].get<std::string>().starts_with("OpenBLAS");
}

// A kernel chosen by the person who runs the tests must not decide what is tested.
Ended doctor(const QStringList& more, const Variables& variables = {}) {
    Program program(QStringList{"doctor", "--threads", "1"} + more);
    auto environment = program.processEnvironment();
    environment.remove("OPENBLAS_CORETYPE");
    environment.remove("OMP_WAIT_POLICY");
    for (const auto& [name, value] : variables) {
        environment.insert(name, value);
    }
    program.setProcessEnvironment(environment);
    program.start();
    return resultOf(program);
}

} // namespace

class TestDoctor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatComputes();
    void choosesTheBestKernel();
    void respectsAChosenKernel();
    void warnsOfSpinningThreads();
    void saysItInWords();

private:
    Json m_json;
};

void TestDoctor::saysWhatComputes() {
    const auto ended = doctor({"--json"});
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    m_json = jsonOf(ended);
    for (const auto* key : {"blas", "kernel", "device", "processor"}) {
        QVERIFY2(m_json[key].is_string() && !m_json[key].get<std::string>().empty(), key);
    }
    QCOMPARE(m_json["threads"].get<int>(), 1);
    QVERIFY(m_json["gflops"].get<double>() > 0.1);
    QVERIFY(m_json["libraries"].is_array());
    bool torch = false;
    for (const auto& library : m_json["libraries"]) {
        torch = torch || library.get<std::string>().starts_with("LibTorch ");
    }
    QVERIFY(torch);
    QCOMPARE(m_json["device"].get<std::string>(), std::string("cpu"));
}

void TestDoctor::choosesTheBestKernel() {
    if (!isOpenBlas(m_json) || !processorHas("avx2")) {
        return; // nothing to choose
    }
    const auto kernel = m_json["kernel"].get<std::string>();
    QVERIFY2(kernel != "Prescott", kernel.c_str());
    if (processorHas("avx512vl") && processorHas("avx512bw") && processorHas("avx512dq") &&
        processorHas("avx512cd")) {
        QVERIFY2(kernel == "SkylakeX" || kernel == "Cooperlake" || kernel == "SapphireRapids",
                 kernel.c_str());
    } else {
        QVERIFY2(kernel == "Haswell" || kernel == "Zen", kernel.c_str());
    }
    QVERIFY(m_json["advice"].empty());
}

void TestDoctor::respectsAChosenKernel() {
    if (!isOpenBlas(m_json) || !processorHas("sse3") || !processorHas("avx2")) {
        return;
    }
    const auto ended = doctor({"--json"}, {{"OPENBLAS_CORETYPE", "Prescott"}});
    QVERIFY2(ended.code == 0, told(ended));
    const auto json = jsonOf(ended);
    QCOMPARE(json["kernel"].get<std::string>(), std::string("Prescott"));
    QCOMPARE(json["advice"].size(), std::size_t(1));
    const auto advice = QString::fromStdString(json["advice"][0].get<std::string>());
    QVERIFY2(advice.contains("Prescott") && advice.contains("OPENBLAS_CORETYPE"),
             qPrintable(advice));
    QVERIFY2(advice.contains("SkylakeX") || advice.contains("Haswell"), qPrintable(advice));
}

void TestDoctor::warnsOfSpinningThreads() {
    const auto ended = doctor({"--json"}, {{"OMP_WAIT_POLICY", "active"}});
    QVERIFY2(ended.code == 0, told(ended));
    QVERIFY2(QString(ended.out).contains("OMP_WAIT_POLICY"), told(ended));
}

void TestDoctor::saysItInWords() {
    const auto ended = doctor({});
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    for (const auto* word :
         {"processor", "blas", "kernel", "threads", "GFLOP/s", "data", "LibTorch", "advice"}) {
        QVERIFY2(QString(ended.out).contains(word), told(ended));
    }
    QVERIFY2(QString(ended.out).contains(m_json["kernel"].get<std::string>().c_str()), told(ended));
}

TESSERA_TEST(TestDoctor)
#include "test_doctor.moc"
