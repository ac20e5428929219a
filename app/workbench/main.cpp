#include "app/composition/engine_host.h"
#include "app/composition/processor_setup.h"
#include "app/workbench/end_signals.h"
#include "app/workbench/options.h"
#include "app/workbench/render.h"
#include "app/workbench/startup_report.h"
#include "app/workbench/workbench.h"
#include "ui/main_window/main_window.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translations.h"

#include <QApplication>

#include <csignal>
#include <cstdio>

namespace {

using namespace tessera::workbench;

void nameApplication() {
    QCoreApplication::setOrganizationName("tessera-workbench");
    QCoreApplication::setApplicationName("tessera-workbench");
    QCoreApplication::setApplicationVersion(TESSERA_VERSION);
    QGuiApplication::setApplicationDisplayName("Tessera Workbench");
    QGuiApplication::setDesktopFileName("tessera-workbench");
}

void speakThePersonsLanguage(QApplication& application) {
    const tessera::ui::Settings settings;
    tessera::ui::installTranslations(application,
                                     settings.value(tessera::ui::setting::kLanguage).toString());
}

int runWindow(QApplication& application, const Options& options, StartupReport& report) {
    report.mark("application");
    speakThePersonsLanguage(application);
    QGuiApplication::setWindowIcon(tessera::ui::icon("app"));
    Workbench workbench(personalPlaces());
    report.mark("window made");
    if (options.startupReport) {
        auto& window = workbench.window();
        QObject::connect(&window, &tessera::ui::MainWindow::firstPainted, &window,
                         [&report] { report.mark("first window"); });
        auto& bridge = workbench.services().bridge;
        QObject::connect(&bridge, &tessera::ui::JobBridge::engineChanged, &window,
                         [&report, &window] {
                             report.mark("engine ready");
                             std::fputs(report.text().c_str(), stdout);
                             window.close();
                         });
    }
    const EndSignals signals([&workbench] { workbench.window().closeUnasked(); });
    workbench.start(options.file);
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    StartupReport report;
    tessera::app::setUpProcessor();
    if (tessera::app::isEngineHost(argc, argv)) {
        tessera::app::hostEngine();
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is an error to be shown, not the end
    const auto parsed = parseOptions(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) {
        return *code;
    }
    const auto& options = std::get<Options>(parsed);
    nameApplication();
    if (options.render) {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        QApplication application(argc, argv);
        speakThePersonsLanguage(application);
        return render(*options.render);
    }
    // Fusion paints the row under the pointer in a colour on which our icons could not be seen.
    QCoreApplication::setAttribute(Qt::AA_DontShowIconsInMenus);
    QApplication application(argc, argv);
    return runWindow(application, options, report);
}
