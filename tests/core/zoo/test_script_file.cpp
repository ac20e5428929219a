#include "core/zoo/script_file.h"

#include "core/format/file_io.h"
#include "core/zoo/network_state.h"
#include "core/zoo/script_pickle.h"
#include "core/zoo/script_source.h"
#include "core/zoo/zip_directory.h"
#include "core/zoo/zoo_registry.h"
#include "tests/core/zoo/script_test_util.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>

#include <cstring>
#include <fstream>

using namespace tessera;
using namespace tessera::zoo;

namespace {

std::vector<std::byte> bytesOf(const std::string& name) {
    return format::readFile(test::scriptFixture(name), 1U << 30).value();
}

std::vector<std::byte> pickle(const std::string& text) {
    const auto* first = reinterpret_cast<const std::byte*>(text.data());
    return {first, first + text.size()};
}

std::string repeated(const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += part;
    }
    return all;
}

} // namespace

class TestScriptFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void knownByContent() {
        QVERIFY(isTorchScript(test::scriptFixture("tiny_resnet.script.pt")));
        QVERIFY(isTorchScript(test::scriptFixture("refused_file.pt")));
        QVERIFY(!isTorchScript(test::scriptFixture("tiny_resnet.script.json")));
        QVERIFY(!isTorchScript(test::scriptFixture("nothing.pt")));
        QVERIFY(!isTorchScript(m_folder->path().toStdString()));
        QVERIFY(!isTorchScript(write("empty.pt", {})));
        // A state dict is a zip archive of PyTorch too.
        for (const auto& entry :
             std::filesystem::directory_iterator(test::goldenDir() / "models")) {
            if (entry.path().string().ends_with(".state_dict.pt")) {
                QVERIFY(!isTorchScript(entry.path()));
            }
        }
        const auto other = write("named_otherwise.bin", bytesOf("counter.script.pt"));
        QVERIFY(isTorchScript(other));
        QVERIFY(loadScript(other).has_value());
    }

    void whatItSays() {
        const auto file = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        QCOMPARE(file->title, std::string("tiny_resnet.script.pt"));
        QVERIFY(QString::fromStdString(file->exporter).contains("TorchScript format"));
    }

    void progressAndStop() {
        std::int64_t last = 0;
        std::int64_t all = 0;
        std::stop_source stop;
        const auto path = test::scriptFixture("tiny_resnet.script.pt");
        QVERIFY(loadScript(path, {}, [&](std::int64_t done, std::int64_t total) {
                    QVERIFY(done >= last && done <= total);
                    last = done;
                    all = total;
                }).has_value());
        QVERIFY(all > 0);
        QCOMPARE(last, all);
        const auto stopped = loadScript(path, stop.get_token(),
                                        [&](std::int64_t, std::int64_t) { stop.request_stop(); });
        QVERIFY(stopped.has_value());
        QVERIFY(*stopped == nullptr);
    }

    void noSuchFile() {
        QCOMPARE(loadScript("/nonexistent/net.pt").error().code, ErrorCode::NotFound);
        const auto folder = loadScript(m_folder->path().toStdString());
        QVERIFY(!folder);
    }

    void truncated() {
        const auto whole = bytesOf("counter.script.pt");
        for (std::size_t keep : {std::size_t(0), std::size_t(1), std::size_t(30), whole.size() / 2,
                                 whole.size() - 22, whole.size() - 1}) {
            const auto loaded =
                loadScript(write("cut.pt", {whole.begin(), whole.begin() + std::ptrdiff_t(keep)}));
            QVERIFY(!loaded);
            QVERIFY(loaded.error().code == ErrorCode::Corrupt ||
                    loaded.error().code == ErrorCode::InvalidArgument);
            QVERIFY(!loaded.error().detail.empty());
        }
    }

    // A flipped bit anywhere is noticed, does no harm, or hits what nobody reads.
    void flippedBits() {
        const auto whole = bytesOf("counter.script.pt");
        int refused = 0;
        int tried = 0;
        for (std::size_t at = 0; at < whole.size(); at += 61) {
            auto damaged = whole;
            damaged[at] ^= std::byte(1U << (at % 8));
            const auto loaded = loadScript(write("flipped.pt", damaged));
            refused += loaded ? 0 : 1;
            ++tried;
            if (!loaded) {
                QVERIFY(!loaded.error().detail.empty());
                QVERIFY(loaded.error().code != ErrorCode::Internal);
            }
        }
        QVERIFY(refused > tried / 5);
    }

    // LibTorch does not compare checksums; we do.
    void flippedWeight() {
        auto whole = bytesOf("tiny_resnet.script.pt");
        const auto weight = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"))
                                ->module.attr("fc")
                                .toModule()
                                .attr("weight")
                                .toTensor()
                                .contiguous();
        const auto* first = static_cast<const std::byte*>(weight.data_ptr());
        const auto found = std::search(whole.begin(), whole.end(), first, first + 64);
        QVERIFY(found != whole.end());
        *found ^= std::byte{1};
        const auto loaded = loadScript(write("flipped.pt", whole));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
        QVERIFY(test::mentions(loaded.error(), "checksum"));
    }

    // A table of contents that promises more than there can be.
    void growsTooMuch() {
        auto whole = bytesOf("counter.script.pt");
        // Every central entry: unpacked sizes of 3 GiB.
        const std::array<std::byte, 4> mark = {std::byte{0x50}, std::byte{0x4b}, std::byte{0x01},
                                               std::byte{0x02}};
        const std::uint32_t huge = 3U << 30U;
        for (auto at = std::search(whole.begin(), whole.end(), mark.begin(), mark.end());
             at != whole.end(); at = std::search(at + 4, whole.end(), mark.begin(), mark.end())) {
            std::memcpy(&*at + 24, &huge, sizeof(huge));
        }
        const auto loaded = loadScript(write("bomb.pt", whole));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
        QVERIFY(test::mentions(loaded.error(), "unpack"));
    }

    void refusals_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("an operator that is not known")
            << "unknown_operator.pt"
            << QStringList{"torchvision::nms", "TorchScript format", "LibTorch", "torch.jit.trace"};
        QTest::newRow("code that runs while it is loaded")
            << "refused_quantised.pt" << QStringList{"quantis"};
    }
    void refusals() {
        QFETCH(QString, file);
        QFETCH(QStringList, parts);
        const auto loaded = loadScript(test::scriptFixture(file.toStdString()));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
        for (const auto& part : parts) {
            QVERIFY2(test::mentions(loaded.error(), part.toStdString()),
                     loaded.error().detail.c_str());
        }
    }

    void pickles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code"); // -1: good
        const auto row = [](const char* name, const std::string& bytes, int code) {
            QTest::newRow(name) << QByteArray(bytes.data(), int(bytes.size())) << code;
        };
        const int corrupt = int(ErrorCode::Corrupt);
        const int unsupported = int(ErrorCode::Unsupported);
        using namespace std::string_literals;
        row("nothing", "", corrupt);
        row("one value", "\x80\x02N."s, -1);
        row("an empty tuple", "\x80\x02)."s, -1);
        row("no end", "\x80\x02N"s, corrupt);
        row("no value", "\x80\x02."s, corrupt);
        row("two values", "\x80\x02NN."s, corrupt);
        row("a tuple without a mark", "\x80\x02Nt."s, corrupt);
        row("a pair of one", "\x80\x02N\x86."s, corrupt);
        row("values of nothing", "\x80\x02(Ne."s, corrupt);
        row("a list",
            "\x80\x02](K\x01K\x02"s
            "e."s,
            -1);
        row("a key without a value", "\x80\x02}(Nu."s, corrupt);
        row("a dictionary", "\x80\x02}(NNu."s, -1);
        row("a call of nothing", "\x80\x02NR."s, corrupt);
        row("a value never remembered", "\x80\x02h\x07."s, corrupt);
        row("remembered", "\x80\x02Nq\0h\0\x86."s, -1);
        row("remembered far away", "\x80\x02Nr\xff\xff\xff\x7f."s, corrupt);
        row("a text cut short", "\x80\x02X\xff\0\0\0ab"s, corrupt);
        row("a text of other bytes", "\x80\x02X\x02\0\0\0\xff\xfe."s, corrupt);
        row("a name cut short",
            "\x80\x02"s
            "cabc"s,
            corrupt);
        row("an instruction of its own", "\x80\x02N0."s, unsupported);
        row("nested too deeply", "\x80\x02"s + repeated("]", 1) + repeated("\x85", 2000) + "."s,
            unsupported);
    }
    void pickles() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto checked = checkScriptPickle(pickle(bytes.toStdString()));
        QCOMPARE(checked ? -1 : int(checked.error().code), code);
    }

    void sources_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part"); // empty: good
        QTest::newRow("values with types")
            << "class A(Module):\n  __parameters__ = [\"w\", ]\n  w : Tensor\n"
               "  n : Final[int] = 3\n  __annotations__[\"0\"] = T\n  def f(self):\n    x = 1\n"
               "class B(Enum):\n  RED = 1\ndef g(x):\n  y = x\n"
            << "";
        QTest::newRow("a value without its type") << "class A(Module):\n  w : Tensor\n  n = 3\n"
                                                  << "line 3";
        QTest::newRow("a value with an empty type") << "class A(Module):\n  n : Final[] = 3\n"
                                                    << "line 2";
        QTest::newRow("a list with a type") << "class A(Module):\n  __parameters : bool = [1]\n"
                                            << "line 2";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("plain") << "class A(Module):\n  def forward(self, x):\n    return [1, -2]\n"
                               << "";
        QTest::newRow("a long list") << "x = [" + QString("-1.5, ").repeated(20000) + "1]\n"
                                     << "";
        QTest::newRow("restores itself") << "class A:\n  def __setstate__(self, s):\n    pass\n"
                                         << "line 2";
        QTest::newRow("a C++ class")
            << "  a : __torch__.torch.classes.quantized.LinearPackedParamsBase\n"
            << "quantized.LinearPackedParamsBase";
        QTest::newRow("brackets") << "x = " + QString("(").repeated(5000) << "nested";
        QTest::newRow("a chain") << "x = 1" + QString(" + 1").repeated(5000) << "nested";
        QTest::newRow("a chain of words") << "x = " + QString("not ").repeated(5000) + "y"
                                          << "nested";
        QTest::newRow("indentation") << QString(" ").repeated(5000) + "x"
                                     << "nested";
        QTest::newRow("brackets in a text") << "x = \"" + QString("(").repeated(5000) + "\"\n"
                                            << "";
    }
    void sources() {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto checked = checkScriptSource("code/a.py", text.toStdString());
        QCOMPARE(checked.has_value(), part.isEmpty());
        if (!checked) {
            const bool isDamaged = part.startsWith("line") && !text.contains("setstate");
            QCOMPARE(checked.error().code, isDamaged ? ErrorCode::Corrupt : ErrorCode::Unsupported);
            QVERIFY2(test::mentions(checked.error(), part.toStdString()),
                     checked.error().detail.c_str());
        }
    }

    // Tensors are compared with the memory that they really have.
    void tensorsBeyondTheirMemory() {
        const auto good = torch::zeros({3, 4});
        QVERIFY(checkTensor(good).has_value());
        QVERIFY(checkTensor(good.t()).has_value());
        QVERIFY(checkTensor(torch::zeros({0, 4})).has_value());
        QVERIFY(checkTensor(torch::tensor(1.0)).has_value());
        for (const auto& [size, stride] : {std::pair<std::int64_t, std::int64_t>{13, 1},
                                           {4, 4},
                                           {std::int64_t(1) << 61, 1},
                                           {3, std::int64_t(1) << 61}}) {
            auto bad = torch::zeros({3, 4});
            bad.unsafeGetTensorImpl()->set_sizes_and_strides(at::IntArrayRef(size),
                                                             at::IntArrayRef(stride));
            const auto checked = checkTensor(bad);
            QVERIFY(!checked);
            QCOMPARE(checked.error().code, ErrorCode::Corrupt);
        }
        auto moved = torch::zeros({3, 4});
        moved.unsafeGetTensorImpl()->set_storage_offset(1);
        QVERIFY(!checkTensor(moved));
        QCOMPARE(checkTensor(torch::zeros({2, 2}).to_sparse()).error().code,
                 ErrorCode::Unsupported);
    }

    // One tensor with two names stays one when it learns.
    void tiedWeightsStayTied() {
        for (const auto& entry :
             std::filesystem::directory_iterator(test::goldenDir() / "models")) {
            if (!entry.path().filename().string().starts_with("lstm") ||
                !entry.path().string().ends_with(".torchscript.pt")) {
                continue;
            }
            const auto file = test::mustLoad(entry.path());
            const auto first = file->module.attr("lstm").toModule().attr("weight_ih_l0").toTensor();
            const auto second = file->module.attr("layers")
                                    .toModule()
                                    .attr("0")
                                    .toModule()
                                    .attr("weight_ih_l0")
                                    .toTensor();
            QVERIFY(first.is_same(second));
            return;
        }
        QFAIL("there is no LSTM among the golden files");
    }

private:
    std::filesystem::path write(const std::string& name,
                                const std::vector<std::byte>& bytes) const {
        const auto path = std::filesystem::path(m_folder->path().toStdString()) / name;
        std::ofstream(path, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

TESSERA_TEST(TestScriptFile)
#include "test_script_file.moc"
