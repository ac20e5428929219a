#include "tests/fuzz/allocation_meter.h"
#include "tests/fuzz/mutator_parts.h"
#include "tests/fuzz/replay_mutate.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include "core/format/file_io.h"
#include "core/token/tbf_codec.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <exception>
#include <optional>

using namespace tessera;
using namespace tessera::fuzz;

// The targets' own functions, which replay.cmake has renamed.
extern "C" {
int fuzz_tbf(const std::uint8_t* data, std::size_t size);
int fuzz_signatures(const std::uint8_t* data, std::size_t size);
int fuzz_metadata(const std::uint8_t* data, std::size_t size);
int fuzz_safetensors(const std::uint8_t* data, std::size_t size);
int fuzz_state_dict(const std::uint8_t* data, std::size_t size);
int fuzz_pickle(const std::uint8_t* data, std::size_t size);
int fuzz_experiment(const std::uint8_t* data, std::size_t size);
int fuzz_python_json(const std::uint8_t* data, std::size_t size);
int fuzz_npy(const std::uint8_t* data, std::size_t size);
int fuzz_idx(const std::uint8_t* data, std::size_t size);
int fuzz_csv(const std::uint8_t* data, std::size_t size);
int fuzz_items(const std::uint8_t* data, std::size_t size);
}

namespace {

constexpr int kMutations = 5000;
constexpr std::size_t kShownBytes = 2048;

using Target = int (*)(const std::uint8_t*, std::size_t);
using Mutator = std::size_t (*)(std::uint8_t*, std::size_t, std::size_t, unsigned);

std::size_t mutateAnything(std::uint8_t* data, std::size_t size, std::size_t maxSize, unsigned) {
    return LLVMFuzzerMutate(data, size, maxSize);
}

struct NamedTarget {
    const char* name;
    Target run;
    Mutator mutate = mutateAnything;
};

constexpr NamedTarget kTargets[] = {
    {"tbf", fuzz_tbf, mutateTbf},
    {"signatures", fuzz_signatures, mutateTbf},
    {"metadata", fuzz_metadata},
    {"safetensors", fuzz_safetensors, mutateSafetensors},
    {"state_dict", fuzz_state_dict, mutateZip},
    {"pickle", fuzz_pickle},
    {"experiment", fuzz_experiment},
    {"python_json", fuzz_python_json},
    {"npy", fuzz_npy, mutateZip},
    {"idx", fuzz_idx},
    {"csv", fuzz_csv},
    {"items", fuzz_items, mutateSafetensors},
};

QDir sourceFolder() {
    return QDir(QStringLiteral(TESSERA_SOURCE_DIR));
}

struct Input {
    QString name;
    Bytes bytes;
};

Bytes contentOf(const QString& path) {
    return format::readFile(path.toStdString(), std::uint64_t{1} << 24U).value();
}

// The line of a target in targets.txt.
struct Listed {
    std::size_t maxSize = 0;
    QStringList patterns;
};

std::optional<Listed> listed(const QString& name) {
    QFile file(sourceFolder().filePath("tests/fuzz/targets.txt"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("targets.txt cannot be read");
    }
    while (!file.atEnd()) {
        auto words = QString::fromUtf8(file.readLine()).simplified().split(' ');
        if (words.size() >= 2 && words.takeFirst() == name) {
            const auto maxSize = words.takeFirst().toULongLong();
            return Listed{static_cast<std::size_t>(maxSize), words};
        }
    }
    return std::nullopt;
}

// What lies in the corpus of a target, then the files that its patterns name.
std::vector<Input> inputsOf(const QString& name, const QStringList& patterns) {
    QStringList all = patterns;
    all.prepend("tests/fuzz/corpus/" + name + "/*");
    std::vector<Input> inputs;
    for (const QString& pattern : all) {
        const auto cut = pattern.lastIndexOf('/');
        const QDir folder(sourceFolder().filePath(pattern.left(cut)));
        const auto files = folder.entryList({pattern.mid(cut + 1)}, QDir::Files, QDir::Name);
        for (const QString& file : files) {
            inputs.push_back({file, contentOf(folder.filePath(file))});
        }
    }
    return inputs;
}

// Empty if the target kept its promises.
QByteArray complaint(Target run, const Bytes& bytes) {
    // Exactly as long as it is, so that a read behind its end is seen by a sanitizer.
    const Bytes copy = bytes;
    try {
        run(reinterpret_cast<const std::uint8_t*>(copy.data()), copy.size());
        return {};
    } catch (const std::exception& problem) {
        return problem.what();
    }
}

QByteArray shown(const QString& what, const QByteArray& problem, const Bytes& bytes) {
    const auto size = static_cast<qsizetype>(std::min(bytes.size(), kShownBytes));
    const QByteArray start(reinterpret_cast<const char*>(bytes.data()), size);
    return what.toUtf8() + ": " + problem + "\n" + QByteArray::number(qsizetype(bytes.size())) +
           " bytes: " + start.toHex();
}

Bytes mutated(Bytes bytes, Mutator mutate, std::size_t maxSize, Random& random) {
    for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
        const std::size_t size = bytes.size();
        bytes.resize(std::max(size, maxSize));
        bytes.resize(mutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size(),
                            static_cast<unsigned>(random())));
    }
    return bytes;
}

int breaksOnFive(const std::uint8_t* data, std::size_t size) {
    require(std::find(data, data + size, 5) == data + size, "there is no 5");
    return 0;
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTargetIsReplayed() {
        const auto sources = QDir(sourceFolder().filePath("tests/fuzz"))
                                 .entryList({"fuzz_*.cpp"}, QDir::Files, QDir::Name);
        QStringList replayed;
        for (const auto& target : kTargets) {
            QVERIFY2(listed(target.name), target.name);
            replayed.append(QStringLiteral("fuzz_%1.cpp").arg(target.name));
        }
        replayed.sort();
        QCOMPARE(replayed, sources);
    }

    void inputs_data() { targets(); }
    void inputs() {
        QFETCH(int, index);
        const NamedTarget& target = kTargets[index];
        const auto inputs = inputsOf(target.name, listed(target.name)->patterns);
        QVERIFY2(inputs.size() >= 2, "the corpus was not found");
        for (const Input& input : inputs) {
            const auto problem = complaint(target.run, input.bytes);
            QVERIFY2(problem.isEmpty(), shown(input.name, problem, input.bytes));
        }
        QVERIFY(complaint(target.run, {}).isEmpty());
    }

    void mutations_data() { targets(); }
    void mutations() {
        QFETCH(int, index);
        const NamedTarget& target = kTargets[index];
        const auto line = listed(target.name);
        const auto inputs = inputsOf(target.name, line->patterns);
        QVERIFY(!inputs.empty());
        auto random = seeded(static_cast<unsigned>(index) + 1);
        setReplaySeed(static_cast<unsigned>(index) + 1);
        for (int i = 0; i < kMutations; ++i) {
            const Input& input = inputs[below(random, inputs.size())];
            const auto bytes = mutated(input.bytes, target.mutate, line->maxSize, random);
            const auto problem = complaint(target.run, bytes);
            QVERIFY2(problem.isEmpty(),
                     shown(QStringLiteral("%1, change %2").arg(input.name).arg(i), problem, bytes));
        }
    }

    // The replay itself is able to fail.
    void findsBrokenPromises() {
        QVERIFY(complaint(breaksOnFive, {std::byte{4}}).isEmpty());
        QCOMPARE(complaint(breaksOnFive, {std::byte{4}, std::byte{5}}),
                 QByteArray("there is no 5"));
        setReplaySeed(1);
        auto random = seeded(1);
        bool found = false;
        for (int i = 0; i < kMutations && !found; ++i) {
            found = !complaint(breaksOnFive, mutated({std::byte{4}}, mutateAnything, 64, random))
                         .isEmpty();
        }
        QVERIFY(found);
    }

    void sameSeedSameChanges() {
        const Bytes start(100, std::byte{7});
        const auto run = [&](unsigned seed) {
            setReplaySeed(seed);
            auto random = seeded(seed);
            return mutated(start, mutateAnything, 200, random);
        };
        QVERIFY(run(1) == run(1));
        QVERIFY(run(1) != run(2));
    }

    void countsMemory() {
        constexpr std::size_t kBytes = 10'000'000;
        const AllocationMeter meter;
        const std::size_t before = meter.peakBytes();
        QVERIFY(before < kBytes);
        // By way of the library, which must not have an operator new of its own.
        const auto file = format::readFile(TESSERA_SOURCE_DIR "/CMakeLists.txt", kBytes);
        QVERIFY(file && meter.peakBytes() >= before + file->size());
        { const Bytes bytes(kBytes); }
        QVERIFY(meter.peakBytes() >= kBytes);
        QVERIFY(meter.peakBytes() < 2 * kBytes);
    }

    void refusesTooMuchMemory() {
        const auto take = [](std::size_t bytes) {
            withinMemory(100, 10, [&] { const Bytes taken(bytes); });
        };
        take(kFixedBytes);
        QVERIFY_EXCEPTION_THROWN(take(kFixedBytes + 10'000), BrokenPromise);
    }

    // Otherwise the fuzzer would be stuck at the checksum.
    void changedTokensGetBehindTheirChecksums() {
        const auto inputs = inputsOf("tbf", {"tests/golden/tbf/*.tbf"});
        setReplaySeed(1);
        auto random = seeded(1);
        TokenReadOptions options;
        options.unverified = true;
        int changed = 0;
        int fitting = 0;
        int good = 0;
        for (int i = 0; i < kMutations; ++i) {
            const Input& input = inputs[below(random, inputs.size())];
            const auto bytes = mutated(input.bytes, mutateTbf, 4096, random);
            const auto seen = token::examineTbf(bytes, options);
            changed += bytes != input.bytes ? 1 : 0;
            fitting += seen.headerCrc == "crc32c" && seen.bodyCrc == "crc32c" ? 1 : 0;
            good += seen.content ? 1 : 0;
        }
        QVERIFY(changed > kMutations * 9 / 10);
        QVERIFY2(fitting > kMutations / 4, QByteArray::number(fitting));
        QVERIFY2(good > kMutations / 20, QByteArray::number(good));
    }

private:
    static void targets() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const auto& target : kTargets) {
            QTest::newRow(target.name) << index++;
        }
    }
};

TESSERA_TEST(TestReplay)
#include "test_replay.moc"
