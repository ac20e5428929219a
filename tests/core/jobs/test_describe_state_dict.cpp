#include "core/jobs/describe_network.h"

#include "core/format/safetensors.h"
#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::jobs;
using test::architecture;
using test::mentions;
using test::must;

namespace {

const InputSpec kImage{InputKind::Image, 8, 8, 1, 0};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) {
        text += name + ";";
    }
    return text;
}

} // namespace

class TestDescribeStateDict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_spec = {};
        m_spec.file = m_folder / "net.safetensors";
        m_state = zoo::stateOf(
            *must(zoo::buildNetwork({architecture("transformer", 16, 2), kImage, 10}, 3)));
    }

    void withoutArchitecture() {
        for (auto& array : m_state.arrays) {
            array.name = "module." + array.name;
        }
        const auto about = describe();
        QVERIFY(about->kind == NetworkDescription::Kind::StateDict);
        QCOMPARE(about->title, std::string("net.safetensors"));
        QVERIFY(about->state.has_value());
        QCOMPARE(about->state->strippedPrefix, std::string("module."));
        QVERIFY(!about->state->guesses.empty());
        QVERIFY(about->state->guesses.front() == architecture("transformer", 16, 2));
        QCOMPARE(about->state->guessedClasses, std::optional<int>(10));
        QVERIFY(about->refusal && mentions(*about->refusal, "transformer 16d/2L"));
        // A tree: parents first, with the numbers below them.
        QVERIFY(about->modules.front().name.empty());
        QCOMPARE(about->modules.front().parameters, about->parameters);
        QVERIFY(about->parameters > 0);
        std::int64_t top = 0;
        for (const auto& module : about->modules) {
            top += module.depth == 1 ? module.parameters : 0;
        }
        const auto positions = 8 * 16; // a tensor of the network itself
        QCOMPARE(top + positions, about->parameters);
    }

    void fits() {
        m_spec.architecture = architecture("transformer", 16, 2);
        for (const bool withData : {true, false}) {
            const auto about = describe(withData ? std::optional(kImage) : std::nullopt);
            QVERIFY2(!about->refusal, about->refusal ? about->refusal->detail.c_str() : "");
            QVERIFY(about->state->missing.empty() && about->state->unexpected.empty() &&
                    about->state->misshapen.empty());
            QCOMPARE(about->classes, 10);
            QVERIFY(about->recordingBytesPerSample > 0);
            QVERIFY(!about->warnings.empty()); // of the heads, which do not show
        }
        QCOMPARE(describe(kImage, 4)->warnings.size(), std::size_t(2)); // and of the classes
    }

    void doesNotFit() {
        m_spec.architecture = architecture("transformer", 16, 2);
        for (auto& array : m_state.arrays) {
            array.name = array.name == "layers.1.norm2.bias" ? "layers.1.norm3.bias" : array.name;
            if (array.name == "embedding.bias") {
                array.shape = {8, 2};
            }
        }
        const auto about = describe(kImage);
        QCOMPARE(joined(about->state->missing), std::string("layers.1.norm2.bias;"));
        QCOMPARE(joined(about->state->unexpected), std::string("layers.1.norm3.bias;"));
        QCOMPARE(joined(about->state->misshapen),
                 std::string("embedding.bias: [8,2] instead of [16];"));
        QVERIFY(about->refusal && mentions(*about->refusal, "embedding.bias"));
        QVERIFY(!about->modules.empty()); // what the file holds is shown all the same
    }

    void anotherArchitecture() {
        m_spec.architecture = architecture("conv", 16, 2);
        const auto about = describe(kImage);
        QVERIFY(about->refusal && !about->state->missing.empty());
        QVERIFY(about->state->guesses.front() == architecture("transformer", 16, 2));
    }

    void fitsOtherData() {
        const auto about = describe(InputSpec{InputKind::Tokens, 12, 0, 1, 9});
        QVERIFY(!about->state->guesses.empty());
        QVERIFY(about->refusal && mentions(*about->refusal, "transformer 16d/2L fits, but takes") &&
                mentions(*about->refusal, "12 tokens"));
    }

    // Five units are no width for four heads; the tensors are listed all the same.
    void cannotBeBuilt() {
        m_spec.architecture = architecture("transformer", 5, 2);
        m_spec.architecture->heads = 4;
        const auto about = describe(kImage);
        QVERIFY(about->refusal && !about->modules.empty() && !about->state->guesses.empty());
    }

    void nothingKnown() {
        m_state = {};
        auto& array = m_state.arrays.emplace_back();
        array.name.assign(300, '.');
        array.name += "weight";
        array.shape = {1};
        array.bytes.resize(4);
        const auto about = describe(kImage);
        QVERIFY(about->state->guesses.empty());
        QVERIFY(about->refusal && mentions(*about->refusal, "TorchScript"));
        QVERIFY(about->modules.size() <= 64);
    }

    // Names that no network has take no memory to speak of, and are counted.
    void craftedNames() {
        m_state = {};
        const auto add = [this](const std::string& name) {
            auto& array = m_state.arrays.emplace_back();
            array.name = name;
            array.shape = {1};
            array.bytes.resize(4);
        };
        add(".weight");
        add(std::string(100'000, 'x').append(".weight"));
        const auto few = describe(kImage);
        QCOMPARE(few->parameters, std::int64_t{2});
        QCOMPARE(few->modules.front().parameters, std::int64_t{1}); // once, not twice
        QVERIFY(few->warnings.size() == 1 && few->warnings.front().starts_with("1 tensors"));
        m_state = {};
        for (int i = 0; i < 60'000; ++i) {
            add(std::string("m").append(std::to_string(i)).append(".weight"));
        }
        const auto many = describe(kImage);
        QVERIFY(many->modules.size() <= 50'002);
        QCOMPARE(many->parameters, std::int64_t{60'000});
        QVERIFY(!many->warnings.empty());
    }

    // A few megabytes must not ask for attention over all of what they claim.
    void tooManyPositions() {
        for (auto& array : m_state.arrays) {
            if (array.name == "positions") {
                array.shape = {40'000, 16};
                array.bytes.resize(40'000 * 16 * 4);
            }
        }
        m_spec.architecture = architecture("transformer", 16, 2);
        const auto about = describe();
        QVERIFY(about->refusal && mentions(*about->refusal, "too many positions"));
    }

    // What does not fit is no guess, only named in words.
    void nearMisses() {
        std::erase_if(m_state.arrays,
                      [](const auto& array) { return array.name == "layers.1.norm2.bias"; });
        const auto about = describe(kImage);
        QVERIFY(about->state->guesses.empty());
        QVERIFY(about->refusal && mentions(*about->refusal, "comes nearest, with 1 tensors"));
    }

    void stopped() {
        std::stop_source stop;
        stop.request_stop();
        must(format::writeSafetensors(m_spec.file, m_state));
        const auto about = describeNetwork(m_spec, kImage, 10, stop.get_token());
        QVERIFY(about.has_value() && *about == nullptr);
    }

private:
    std::shared_ptr<const NetworkDescription>
    describe(const std::optional<InputSpec>& input = std::nullopt, int classes = 10) {
        must(format::writeSafetensors(m_spec.file, m_state));
        return must(describeNetwork(m_spec, input, classes, {}));
    }

    test::Folder m_folder;
    NetworkSpec m_spec;
    format::ArrayFile m_state;
};

TESSERA_TEST(TestDescribeStateDict)
#include "test_describe_state_dict.moc"
