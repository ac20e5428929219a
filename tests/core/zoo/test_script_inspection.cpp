#include "core/zoo/script_inspection.h"

#include "core/zoo/script_description.h"
#include "tests/core/zoo/script_test_util.h"
#include "tests/support/test_registry.h"

#include <algorithm>

using namespace tessera;
using namespace tessera::zoo;

namespace {

const NetworkModule* findOperator(const NetworkDescription& description, const std::string& name) {
    const auto found = std::find_if(description.modules.begin(), description.modules.end(),
                                    [&](const auto& module) { return module.name == name; });
    return found == description.modules.end() ? nullptr : &*found;
}

std::shared_ptr<NetworkDescription> describe(const std::string& name, const InputSpec& input,
                                             bool tryIt = true) {
    ScriptOptions options;
    options.input = input;
    auto result = describeScript(test::scriptFixture(name), options, tryIt, {});
    if (!result || !*result) {
        qFatal("%s", result ? "stopped" : result.error().detail.c_str());
    }
    return *result;
}

} // namespace

class TestScriptInspection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allowList_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, bool allowed) {
            QTest::newRow(name) << name << allowed;
        };
        for (const char* name :
             {"aten::conv2d", "aten::linear", "aten::relu_", "aten::lstm", "aten::_convolution",
              "aten::as_strided", "aten::_unsafe_view", "aten::unsafe_chunk", "aten::dropout",
              "aten::set_grad_enabled", "prim::If", "prim::Loop", "prim::GetAttr", "prim::SetAttr",
              "prim::CallMethod", "prim::Print", "prim::RaiseException"}) {
            row(name, true);
        }
        for (const char* name : {"aten::save",
                                 "aten::from_file",
                                 "aten::set_",
                                 "aten::set_data",
                                 "aten::manual_seed",
                                 "aten::_reshape_alias",
                                 "aten::_sparse_coo_tensor_unsafe",
                                 "aten::cuda",
                                 "prim::PythonOp",
                                 "prim::IgnoredPythonOp",
                                 "prim::fork",
                                 "prim::rpc_async",
                                 "prim::TimePoint",
                                 "prim::",
                                 "torchvision::nms",
                                 "quantized::linear",
                                 "_caffe2::Copy",
                                 "twb::tap",
                                 "cuda::stream",
                                 "static_runtime::to_copy",
                                 "aten",
                                 ""}) {
            row(name, false);
        }
    }
    void allowList() {
        QFETCH(QString, name);
        QFETCH(bool, allowed);
        QCOMPARE(isAllowedOperator(name.toStdString()), allowed);
    }

    void operatorsWithTheirPlaces() {
        const auto file = test::mustLoad(test::scriptFixture("tiny_resnet.script.pt"));
        const auto operators = inspectOperators(*file);
        QVERIFY(operators.has_value());
        QVERIFY(!refusalOf(*operators, file->title));
        const auto convolution =
            std::find_if(operators->begin(), operators->end(),
                         [](const auto& o) { return o.name == "aten::conv2d"; });
        QVERIFY(convolution != operators->end());
        QVERIFY(convolution->uses >= 1);
        QVERIFY2(QString::fromStdString(convolution->place).contains("conv.py, line"),
                 convolution->place.c_str());
    }

    void filesAreOutOfReach() {
        const auto file = test::mustLoad(test::scriptFixture("refused_file.pt"));
        const auto operators = inspectOperators(*file);
        QVERIFY(operators.has_value());
        const auto refusal = refusalOf(*operators, file->title);
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::Unsupported);
        QVERIFY(test::mentions(*refusal, "aten::from_file"));
        QVERIFY(test::mentions(*refusal, "make_torchscript.py, line"));
        ScriptOptions options;
        options.input = test::kDigitImage;
        const auto network = ScriptNetwork::create(file, options);
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::Unsupported);
    }

    void describesWhatItHolds() {
        const auto about = describe("tiny_resnet.script.pt", test::kDigitImage);
        QVERIFY(!about->refusal);
        QCOMPARE(about->kind, NetworkDescription::Kind::TorchScript);
        QCOMPARE(about->classes, 10);
        QVERIFY(about->hasHead);
        QVERIFY(about->parameters > 10000);
        QVERIFY(about->wants.find("1 channel") != std::string::npos);
        const auto* block = findOperator(*about, "layer1.0");
        QVERIFY(block != nullptr);
        QCOMPARE(block->type, std::string("Block"));
        QCOMPARE(block->depth, std::size_t(2));
        QVERIFY(block->isTap);
        QCOMPARE(block->outputShape, (std::vector<std::int64_t>{12, 8, 8}));
        QCOMPARE(block->tapWidth, std::int64_t(12));
        QCOMPARE(findOperator(*about, "layer1.0.relu")->calls, 2);
        QVERIFY(findOperator(*about, "layer1.0.relu#2") != nullptr);
        QVERIFY(findOperator(*about, "feature")->isTap);
        QVERIFY(about->fullBytesPerSample > about->recordingBytesPerSample);
        QCOMPARE(about->modules.front().name, std::string());
        QVERIFY(about->attributes.empty() ||
                about->attributes.front().find(": ") != std::string::npos);
    }

    void saysWhatCannotBeRecorded() {
        const auto about = describe("sequence_first.script.pt", test::kTwelveTokens);
        QVERIFY(!about->refusal);
        QVERIFY(!findOperator(*about, "positions")->isTap);
        QVERIFY(findOperator(*about, "positions")->note.find("samples") != std::string::npos);
        QCOMPARE(findOperator(*about, "unused")->calls, 0);
        QVERIFY(!findOperator(*about, "unused")->note.empty());
        const auto frozen = describe("tiny_resnet.frozen.pt", test::kDigitImage);
        QVERIFY(!frozen->hasHead);
        QVERIFY(std::any_of(frozen->warnings.begin(), frozen->warnings.end(), [](const auto& text) {
            return text.find("only its output") != std::string::npos;
        }));
    }

    void untriedItTellsWhatTheFileTells() {
        const auto about = describe("tiny_resnet.script.pt", {}, false);
        QVERIFY(!about->input);
        QCOMPARE(about->classes, 10);
        QVERIFY(findOperator(*about, "layer1.0") != nullptr);
        QVERIFY(findOperator(*about, "layer1.0")->outputShape.empty());
    }

    void refusalsAreDescribed() {
        for (const char* name :
             {"refused_file.pt", "refused_quantised.pt", "unknown_operator.pt"}) {
            const auto about = describe(name, test::kDigitImage);
            QVERIFY(about->refusal.has_value());
            QCOMPARE(about->refusal->code, ErrorCode::Unsupported);
        }
        const auto misfit = describe("tiny_resnet.script.pt", test::kTwelveTokens);
        QVERIFY(misfit->refusal.has_value());
        QCOMPARE(misfit->refusal->code, ErrorCode::InvalidArgument);
        QVERIFY(!misfit->modules.empty()); // still, it says what is in it
    }

    void stopped() {
        std::stop_source stop;
        stop.request_stop();
        const auto result = describeScript(test::scriptFixture("tiny_resnet.script.pt"), {}, false,
                                           stop.get_token());
        QVERIFY(result.has_value());
        QVERIFY(*result == nullptr);
    }
};

TESSERA_TEST(TestScriptInspection)
#include "test_script_inspection.moc"
