#include "ui/settings/settings.h"

#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tessera::ui;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersBetweenPrograms();
    void wrongTypesReadAsTheDefault();
    void aNewerFileIsLeftAlone();

private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }
};

void TestSettings::remembersBetweenPrograms() {
    {
        Settings settings(path("a.ini"));
        QCOMPARE(settings.value(setting::kFigureWidth).toDouble(), 5.5);
        settings.setValue(setting::kFigureWidth, 3.25);
        QCOMPARE(settings.value(setting::kMemoryBudget).toInt(), 0);
        settings.setValue(setting::kMemoryBudget, 2048);
        settings.setValue(setting::kRuns, QStringList{"one"});
        settings.setValue(setting::kDocks, QByteArray("\0\1\2", 3));
    }
    const Settings settings(path("a.ini"));
    QCOMPARE(settings.value(setting::kFigureWidth).toDouble(), 3.25);
    QCOMPARE(settings.value(setting::kMemoryBudget), QVariant(2048));
    QCOMPARE(settings.value(setting::kRuns).toStringList(), QStringList{"one"});
    QCOMPARE(settings.value(setting::kDocks).toByteArray(), QByteArray("\0\1\2", 3));
}

void TestSettings::wrongTypesReadAsTheDefault() {
    {
        QSettings raw(path("b.ini"), QSettings::IniFormat);
        raw.setValue(setting::kFigureWidth, "wide");
        raw.setValue(setting::kMemoryBudget, "all of it");
        raw.setValue("version", 1);
    }
    const Settings settings(path("b.ini"));
    QCOMPARE(settings.value(setting::kFigureWidth).toDouble(), 5.5);
    QCOMPARE(settings.value(setting::kMemoryBudget), QVariant(0));
}

void TestSettings::aNewerFileIsLeftAlone() {
    {
        QSettings raw(path("c.ini"), QSettings::IniFormat);
        raw.setValue("version", Settings::kVersion + 1);
        raw.setValue(setting::kTheme, "mauve");
    }
    {
        Settings settings(path("c.ini"));
        QCOMPARE(settings.value(setting::kTheme).toString(), QString("system"));
        settings.setValue(setting::kTheme, QString("dark"));
    }
    const QSettings raw(path("c.ini"), QSettings::IniFormat);
    QCOMPARE(raw.value(setting::kTheme).toString(), QString("mauve"));
    QCOMPARE(raw.value("version").toInt(), Settings::kVersion + 1);
}

TESSERA_TEST(TestSettings)
#include "test_settings.moc"
