#include "core/data/image_folder.h"

#include "tests/core/data/data_test_util.h"
#include "tests/support/fake_image_decoder.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

class TestImageFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_decoder = {};
        m_limits = {};
        m_limits.images = &m_decoder;
    }

    void classesAreFolders() {
        const DataFolder folder;
        folder.write("dogs/b.PNG", rawImage(1, 2, 1, "cd"));
        folder.write("cats/2.png", rawImage(1, 2, 1, "ab"));
        folder.write("cats/10.raw", rawImage(1, 2, 1, "ef"));
        const auto file = mustRead(folder.path(), {}, m_limits);
        QCOMPARE(joined(file.classes), std::string("cats|dogs"));
        QCOMPARE(file.input, (InputSpec{InputKind::Image, 1, 2, 1, 0}));
        QCOMPARE(numbersOf(file.rows.inputs), (std::vector<float>{'e', 'f', 'a', 'b', 'c', 'd'}));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{0, 0, 1}));
        QVERIFY(file.bytes);
        QCOMPARE(file.about.format, std::string("image folder"));
        QCOMPARE(file.about.droppedCount, 0);
        const auto again = mustRead(folder.path() / "", file.about.reading, m_limits);
        QVERIFY(isSame(again.rows.inputs, file.rows.inputs));
    }

    void channelsComeFirst() {
        const DataFolder folder;
        folder.write("a/1.png", rawImage(1, 2, 3, "rgbRGB"));
        folder.write("b/1.png", rawImage(1, 2, 3, "rgbRGB"));
        const auto file = mustRead(folder.path(), {}, m_limits);
        QCOMPARE(file.rows.inputs.sizes().vec(), (std::vector<std::int64_t>{2, 3, 1, 2}));
        QCOMPARE(numbersOf(file.rows.inputs[0]),
                 (std::vector<float>{'r', 'R', 'g', 'G', 'b', 'B'}));
    }

    void oneSizeForAll_data() {
        QTest::addColumn<int>("side"); // of the reading
        QTest::addColumn<int>("channels");
        QTest::addColumn<QList<int>>("shape");
        QTest::newRow("that of the first") << 0 << 0 << QList<int>{3, 2, 2};
        QTest::newRow("that of the reading") << 4 << 1 << QList<int>{1, 4, 4};
    }
    void oneSizeForAll() {
        QFETCH(int, side);
        QFETCH(int, channels);
        QFETCH(QList<int>, shape);
        const DataFolder folder;
        folder.write("a/1.png", rawImage(2, 2, 3, "abcdefghijkl"));
        folder.write("a/2.png", rawImage(1, 1, 1, "x"));
        folder.write("b/1.png", rawImage(3, 1, 1, "xyz"));
        DataReading reading;
        reading.height = reading.width = side;
        reading.channels = channels;
        const auto file = mustRead(folder.path(), reading, m_limits);
        QCOMPARE(file.rows.inputs.sizes().slice(1).vec(),
                 std::vector<std::int64_t>(shape.begin(), shape.end()));
        QCOMPARE(file.rows.size(), 3);
        QCOMPARE(file.about.reading.height, shape[1]);
        QCOMPARE(file.about.reading.channels, shape[0]);
    }

    void whatIsLeftOut() {
        const DataFolder folder;
        folder.write("a/1.png", "");
        folder.write("a/2.png", rawImage(1, 2, 1, "ab"));
        folder.write("a/3.png", rawImage(1, 2, 1, "a"));
        folder.write("a/notes.txt", "hello");
        folder.write("a/.hidden.png", "");
        folder.write("b/1.png", rawImage(1, 2, 1, "ab"));
        folder.write("broken/1.png", "");
        folder.write("docs/readme.md", "hello");
        folder.write(".git/1.png", rawImage(1, 2, 1, "ab"));
        folder.write("above.png", rawImage(1, 2, 1, "ab"));
        std::filesystem::create_directories(folder.path("a/deeper.png"));
        const auto file = mustRead(folder.path(), {}, m_limits);
        QCOMPARE(file.rows.size(), 2);
        QCOMPARE(joined(file.classes), std::string("a|b"));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{0, 1}));
        std::vector<std::string> places;
        for (const auto& each : file.about.dropped) {
            places.push_back(each.place);
            QVERIFY(!each.reason.empty());
        }
        std::sort(places.begin(), places.end());
        QCOMPARE(joined(places), std::string("a/1.png|a/3.png|a/deeper.png|a/notes.txt|"
                                             "broken/1.png|docs/readme.md"));
        QCOMPARE(file.about.droppedCount, 6);
        QVERIFY(says(joined(file.about.warnings), "'broken' holds no image"));
        QVERIFY(says(joined(file.about.warnings), "'docs' holds no image"));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty") << QByteArray() << QByteArray() << int(ErrorCode::InvalidArgument)
                               << QByteArray("a folder of images for each class");
        QTest::newRow("no folders of classes")
            << QByteArray("1.png") << rawImage(1, 1, 1, "a") << int(ErrorCode::InvalidArgument)
            << QByteArray("a folder of images for each class");
        QTest::newRow("nothing decodes")
            << QByteArray("a/1.png") << QByteArray("x") << int(ErrorCode::Corrupt)
            << QByteArray("none of the 1 images");
        QTest::newRow("one image") << QByteArray("a/1.png") << rawImage(1, 1, 1, "a")
                                   << int(ErrorCode::InvalidArgument) << QByteArray("two at least");
    }
    void refused() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const DataFolder folder;
        if (!file.isEmpty()) {
            folder.write(file.toStdString(), content);
        }
        QVERIFY(says(refusal(readFile(folder.path(), {}, m_limits), ErrorCode(code)),
                     said.toStdString()));
    }

    void withoutADecoder() {
        const DataFolder folder;
        folder.write("a/1.png", rawImage(1, 1, 1, "a"));
        QVERIFY(
            says(refusal(readFile(folder.path()), ErrorCode::Unsupported), "libtessera_images.so"));
    }

    // Whatever a decoder says, no byte beyond its pixels is read.
    void aDecoderThatLies() {
        const DataFolder folder;
        folder.write("a/1.png", rawImage(1, 2, 1, "ab"));
        folder.write("b/1.png", rawImage(1, 2, 1, "ab"));
        m_decoder.lies = true;
        QVERIFY(says(refusal(readFile(folder.path(), {}, m_limits), ErrorCode::Corrupt), "size"));
    }

    void memoryIsLimited() {
        const DataFolder folder;
        for (int i = 0; i < 10; ++i) {
            folder.write("a/" + std::to_string(i) + ".png", rawImage(2, 5, 1, "0123456789"));
        }
        m_limits.maxBytes = 10 * 10 * 5;
        QVERIFY(readFile(folder.path(), {}, m_limits).has_value());
        m_limits.maxBytes -= 1;
        QVERIFY(says(refusal(readFile(folder.path(), {}, m_limits), ErrorCode::InvalidArgument),
                     "smaller size"));
    }

    void stops() {
        const DataFolder folder;
        for (int i = 0; i < 10; ++i) {
            folder.write("a/" + std::to_string(i) + ".png", rawImage(1, 1, 1, "a"));
        }
        std::stop_source stop;
        m_limits.stop = stop.get_token();
        m_decoder.onDecode = [&] { stop.request_stop(); };
        QVERIFY(says(refusal(readFile(folder.path(), {}, m_limits), ErrorCode::InvalidArgument),
                     "cancelled"));
        QCOMPARE(m_decoder.decoded.size(), std::size_t(1));
    }

private:
    FakeDecoder m_decoder;
    ReadLimits m_limits;
};

TESSERA_TEST(TestImageFolder)
#include "test_image_folder.moc"
