#include "tests/support/test_registry.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

#include <cstring>

namespace tessera::test {

std::vector<Factory>& registry() {
    static std::vector<Factory> factories;
    return factories;
}

} // namespace tessera::test

namespace {

QtMessageHandler previous = nullptr;

// Said once per window by the offscreen platform, and of no consequence.
void withoutNoise(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (!message.contains("propagateSizeHints")) {
        previous(type, context, message);
    }
}

// Without translations and in American English, whatever the test class before has installed.
void setNeutralLanguage(QApplication& application) {
    qDeleteAll(application.findChildren<QTranslator*>());
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

} // namespace

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true); // never the person's own settings
    QApplication application(argc, argv);
    previous = qInstallMessageHandler(withoutNoise);
    if (tessera::test::registry().empty()) {
        qCritical("no test class was registered");
        return 1;
    }
    int failures = 0;
    for (const auto& factory : tessera::test::registry()) {
        setNeutralLanguage(application);
        failures += QTest::qExec(factory().get(), argc, argv);
    }
    return failures > 0 ? 1 : 0;
}
