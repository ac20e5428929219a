#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// Q_INIT_RESOURCE must stand outside of a namespace. The icons lie in a static library, whose
// resources the linker leaves out unless somebody asks for them.
static void initIconResources() {
    Q_INIT_RESOURCE(resources);
}

namespace tessera::ui {

namespace {

constexpr int kNaturalSize = 16;

QString fileOf(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QColor inkOf(QIcon::Mode mode) {
    const auto palette = QApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

// Asks the palette at every drawing, so that an icon handed out earlier follows the theme.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = m_svg;
        svg.replace("currentColor", inkOf(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // `size` is in pixels of the device already.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override {
        const auto key = QStringLiteral("tessera-icon/%1/%2x%3@%4/%5")
                             .arg(m_name)
                             .arg(size.width())
                             .arg(size.height())
                             .arg(scale)
                             .arg(inkOf(mode).name());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override {
        return {QSize(kNaturalSize, kNaturalSize)};
    }
    QString key() const override { return QStringLiteral("tessera"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_svg.isEmpty(); }
    QIconEngine* clone() const override { return new SvgIconEngine(*this); }

private:
    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString& name) {
    initIconResources();
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon \"%s\".", qPrintable(name));
        return {};
    }
    return QIcon(new SvgIconEngine(name, file.readAll()));
}

QStringList iconNames() {
    initIconResources();
    QStringList names;
    for (const auto& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")})) {
        names.append(file.chopped(4));
    }
    names.sort();
    return names;
}

} // namespace tessera::ui
