#include "tests/support/test_registry.h"

#include <QCoreApplication>
#include <QTest>

namespace tessera::test {

std::vector<Factory>& registry() {
    static std::vector<Factory> factories;
    return factories;
}

} // namespace tessera::test

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (tessera::test::registry().empty()) {
        qCritical("no test class was registered");
        return 1;
    }
    const QByteArray only = qgetenv("TESSERA_TEST_CLASS"); // one class instead of all
    int failures = 0, executed = 0;
    for (const auto& factory : tessera::test::registry()) {
        const auto test = factory();
        if (only.isEmpty() || only == test->metaObject()->className()) {
            failures += QTest::qExec(test.get(), argc, argv);
            ++executed;
        }
    }
    return failures > 0 || executed == 0 ? 1 : 0;
}
