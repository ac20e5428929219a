#include "ui/widgets/byte_map.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/byte_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_model.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <limits>
#include <numeric>

using namespace tessera;
using namespace tessera::ui;
using tessera::test::contrast;
using tessera::test::problemsOf;

namespace {

using Bytes = std::vector<std::uint64_t>;
using Widths = std::vector<double>;

std::vector<TokenSection> sections() {
    return {{"header", 0, 32, CheckState::Good, "The checksum fits (CRC-32C)."},
            {"metadata", 32, 279, CheckState::Good, {}},
            {"padding", 311, 9, CheckState::Bad,
             "There are bytes that are not zero where a reader expects zeros."},
            {"vector", 320, 16'384, CheckState::Good, {}},
            {"hmac", 16'704, 32, CheckState::Unchecked, "Sealed, but no key was given."},
            {"checksum", 16'736, 4, CheckState::Good, {}},
            {"future", 16'740, 0, CheckState::Unchecked, "<b>not bold</b>"}};
}

struct ShownByteMap {
    ByteMap map;
    ByteBar* bar = map.findChild<ByteBar*>();
    QTableView* list = map.findChild<QTableView*>("byteMap.list");

    explicit ShownByteMap(const std::vector<TokenSection>& of = sections(),
                          const QSize& size = {420, 300}) {
        map.setSections(of);
        map.resize(size);
        map.show();
    }
    QString cell(int row, int column) const {
        return list->model()->index(row, column).data().toString();
    }
};

} // namespace

class TestByteMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::setPalette(lightTheme().palette()); }
    void cleanup() { QApplication::setPalette(lightTheme().palette()); }

    void widths_data() {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<double>("room");
        QTest::addColumn<double>("least");
        QTest::addColumn<Widths>("expected");
        QTest::newRow("none") << Bytes{} << 100.0 << 10.0 << Widths{};
        QTest::newRow("one") << Bytes{7} << 100.0 << 10.0 << Widths{100.0};
        QTest::newRow("by bytes") << Bytes{1, 3} << 100.0 << 10.0 << Widths{25.0, 75.0};
        QTest::newRow("a least") << Bytes{1, 99} << 100.0 << 10.0 << Widths{10.0, 90.0};
        // 20 of 200 is 10 of 100, but 9 of the 90 that the first one leaves of its share
        QTest::newRow("a least makes another")
            << Bytes{0, 20, 180} << 100.0 << 10.0 << Widths{10.0, 10.0, 80.0};
        QTest::newRow("no bytes") << Bytes{0, 0} << 100.0 << 10.0 << Widths{50.0, 50.0};
        QTest::newRow("no room") << Bytes{1, 99} << 10.0 << 10.0 << Widths{5.0, 5.0};
        QTest::newRow("no width") << Bytes{1, 99} << 0.0 << 10.0 << Widths{0.0, 0.0};
        const auto most = std::numeric_limits<std::uint64_t>::max();
        QTest::newRow("the most bytes") << Bytes{most, most} << 100.0 << 10.0 << Widths{50.0, 50.0};
    }
    void widths() {
        QFETCH(Bytes, bytes);
        QFETCH(double, room);
        QFETCH(double, least);
        QFETCH(Widths, expected);
        const auto widths = sectionWidths(bytes, room, least);
        QCOMPARE(widths.size(), expected.size());
        for (std::size_t i = 0; i < widths.size(); ++i) {
            QVERIFY2(std::abs(widths[i] - expected[i]) < 1e-9,
                     qPrintable(QString::number(widths[i])));
        }
    }

    void barFillsItsWidth() {
        ShownByteMap shown;
        double right = 0.0;
        for (int i = 0; i < 7; ++i) {
            const auto rect = shown.bar->sectionRect(i);
            QCOMPARE(rect.left(), right);
            QVERIFY(rect.width() >= 22.0);
            right = rect.right();
        }
        QVERIFY(std::abs(right - shown.bar->width()) < 1e-6);
        QVERIFY(shown.bar->sectionRect(3).width() > 0.5 * shown.bar->width()); // the vector
    }

    void listSaysEverything() {
        ShownByteMap shown;
        QCOMPARE(shown.list->model()->rowCount(), 7);
        QCOMPARE(shown.cell(0, SectionModel::Section), "header");
        QCOMPARE(shown.cell(3, SectionModel::Offset), "320");
        QCOMPARE(shown.cell(3, SectionModel::Bytes), "16,384");
        QCOMPARE(shown.cell(0, SectionModel::Result), QStringLiteral("\u2713 right"));
        QCOMPARE(shown.cell(2, SectionModel::Result), QStringLiteral("\u2717 wrong"));
        QCOMPARE(shown.cell(4, SectionModel::Result), QStringLiteral("\u2013 not checked"));
        QCOMPARE(shown.cell(4, SectionModel::Note), "Sealed, but no key was given.");
        QCOMPARE(shown.cell(6, SectionModel::Section), "future"); // of a later format
        const auto* model = shown.list->model();
        QCOMPARE(model->index(3, SectionModel::Bytes).data(SectionModel::ValueRole),
                 QVariant(16'384ULL));
        QCOMPARE(model->index(3, SectionModel::Offset).data(Qt::ToolTipRole).toString(), "0x140");
        QVERIFY(model->index(6, SectionModel::Note)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("&lt;b&gt;"));
        QVERIFY(shown.bar->accessibleDescription().contains("padding, bytes 311 to 319: wrong."));
        QVERIFY(shown.bar->accessibleDescription().contains("future, no bytes: not checked."));
    }

    void modelKeepsTheRules() {
        SectionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSections(sections());
        model.refreshColours();
        model.setSections({});
        model.refreshColours();
        QCOMPARE(model.rowCount(), 0);
    }

    void barAndListChooseTogether() {
        ShownByteMap shown;
        QSignalSpy chosen(&shown.map, &ByteMap::sectionChosen);
        QCOMPARE(shown.map.chosenRow(), -1);
        QTest::mouseClick(shown.bar, Qt::LeftButton, {},
                          shown.bar->sectionRect(3).center().toPoint());
        QCOMPARE(shown.map.chosenRow(), 3);
        QCOMPARE(shown.list->currentIndex().row(), 3);
        shown.list->setCurrentIndex(shown.list->model()->index(5, 0));
        QCOMPARE(shown.bar->current(), 5);
        shown.map.chooseRow(1);
        QCOMPARE(shown.bar->current(), 1);
        QCOMPARE(shown.list->currentIndex().row(), 1);
        QCOMPARE(chosen.count(), 3); // once each
        QCOMPARE(chosen[0][0].toInt(), 3);
        QCOMPARE(chosen[1][0].toInt(), 5);
        QCOMPARE(chosen[2][0].toInt(), 1);
        shown.map.chooseRow(1);
        shown.map.chooseRow(-1);
        shown.map.chooseRow(99);
        QCOMPARE(chosen.count(), 3);
    }

    void arrowsGoThroughTheBar() {
        ShownByteMap shown;
        const auto pressed = [&](Qt::Key key) {
            QTest::keyClick(shown.bar, key);
            return shown.map.chosenRow();
        };
        QCOMPARE(pressed(Qt::Key_Right), 0);
        QCOMPARE(pressed(Qt::Key_Right), 1);
        QCOMPARE(pressed(Qt::Key_Left), 0);
        QCOMPARE(pressed(Qt::Key_Left), 0);
        QCOMPARE(pressed(Qt::Key_End), 6);
        QCOMPARE(pressed(Qt::Key_Right), 6);
        QCOMPARE(pressed(Qt::Key_Home), 0);
        QVERIFY(shown.bar->accessibleName().contains("header, bytes 0 to 31: right."));
        // The right arrow goes to later bytes in every language.
        shown.map.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(pressed(Qt::Key_Right), 1);
        QVERIFY(shown.bar->sectionRect(0).left() < shown.bar->sectionRect(1).left());
    }

    void looksTheSameInEveryLanguage() {
        std::vector<QImage> pictures;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            ShownByteMap shown;
            pictures.push_back(shown.bar->grab().toImage());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(pictures[0], pictures[1]);
    }

    void anotherFileChoosesNothing() {
        ShownByteMap shown;
        shown.map.chooseRow(2);
        QSignalSpy chosen(&shown.map, &ByteMap::sectionChosen);
        shown.map.setSections(sections());
        QCOMPARE(shown.map.chosenRow(), -1);
        QCOMPARE(shown.bar->current(), -1);
        QVERIFY(!shown.list->currentIndex().isValid());
        QCOMPARE(chosen.count(), 0);
    }

    void noFile() {
        ShownByteMap shown(std::vector<TokenSection>{});
        QVERIFY(shown.map.findChild<EmptyState*>()->isVisible());
        QVERIFY(!shown.bar->isVisible());
        QTest::keyClick(shown.bar, Qt::Key_Right);
        QTest::keyClick(shown.bar, Qt::Key_Home);
        QTest::keyClick(shown.bar, Qt::Key_End);
        QCOMPARE(shown.map.chosenRow(), -1);
        shown.map.setSections(sections());
        QVERIFY(shown.bar->isVisible());
    }

    void colourSaysTheResult() {
        for (const auto* theme : {&lightTheme(), &darkTheme()}) {
            QApplication::setPalette(theme->palette());
            ShownByteMap shown;
            const auto image = shown.bar->grab().toImage().scaled(shown.bar->size());
            const auto edge = [&](int section) {
                const auto rect = shown.bar->sectionRect(section);
                return image.pixelColor(static_cast<int>(rect.center().x()), 0);
            };
            QCOMPARE(edge(3), theme->good);
            QCOMPARE(edge(2), theme->bad);
            QCOMPARE(edge(4), theme->mutedText);
            const auto* model = shown.list->model();
            const auto colour =
                model->index(2, SectionModel::Result).data(Qt::ForegroundRole).value<QColor>();
            QCOMPARE(colour, theme->bad);
            QVERIFY(contrast(colour, theme->base) >= 4.5);
            QVERIFY(contrast(colour, theme->alternate) >= 4.5);
            // Names stand on the tint of their result.
            const auto rect = shown.bar->sectionRect(3);
            const auto ground = image.pixelColor(static_cast<int>(rect.left()) + 3, 3);
            QVERIFY(contrast(theme->text, ground) >= 4.5);
        }
    }

    void tellsTheListThatColoursChanged() {
        ShownByteMap shown;
        QSignalSpy changed(shown.list->model(), &QAbstractItemModel::dataChanged);
        shown.map.setPalette(darkTheme().palette()); // as it comes from the application
        QVERIFY(changed.count() >= 1);
    }

    void fitsAnySize_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("count");
        for (const QSize size : {QSize(420, 300), QSize(300, 200), QSize(1'400, 900)}) {
            for (const int count : {0, 1, 7, 300}) {
                QTest::addRow("%d sections, %d", count, size.width()) << size << count;
            }
        }
    }
    void fitsAnySize() {
        QFETCH(QSize, size);
        QFETCH(int, count);
        std::vector<TokenSection> many;
        for (int i = 0; i < count; ++i) {
            many.push_back(sections()[static_cast<std::size_t>(i % 7)]);
        }
        for (const auto* theme : {&lightTheme(), &darkTheme()}) {
            QApplication::setPalette(theme->palette());
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                ShownByteMap shown(many, size);
                shown.map.setLayoutDirection(direction);
                QCOMPARE(shown.map.size(), size);
                QCOMPARE(problemsOf(&shown.map), QStringList());
                QVERIFY(!shown.map.grab().isNull());
            }
        }
    }

    // The note has room to break its lines in, and nothing of it is out of reach.
    void notesAreWhole() {
        ShownByteMap shown;
        auto* header = shown.list->horizontalHeader();
        QVERIFY(header->sectionSize(SectionModel::Note) >= 120);
        QVERIFY(shown.list->rowHeight(2) > shown.list->rowHeight(1));
        shown.map.resize(1'400, 300);
        QCOMPARE(header->length(), shown.list->viewport()->width());
        QCOMPARE(shown.list->rowHeight(2), shown.list->rowHeight(1));
    }
};

TESSERA_TEST(TestByteMap)
#include "test_byte_map.moc"
