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
    int failures = 0;
    for (const auto& factory : tessera::test::registry()) {
        failures += QTest::qExec(factory().get(), argc, argv);
    }
    return failures > 0 ? 1 : 0;
}
