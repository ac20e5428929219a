#include "tests/support/test_registry.h"
#include "tests/ui/support/network_descriptions.h"
#include "ui/models/network_model.h"
#include "ui/models/network_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

constexpr int kMany = 3'000;

QString cell(const NetworkModel& model, const char* module, NetworkModel::Column column) {
    return model.indexOf(module).siblingAtColumn(column).data().toString();
}

std::vector<NetworkModule> deepNetwork() {
    std::vector<NetworkModule> modules = {madeModule("", "Net", kMany)};
    std::string name;
    for (int i = 0; i < kMany; ++i) {
        name += name.empty() ? "a" : ".a";
        modules.push_back(madeModule(name, "Block", kMany - i));
    }
    return modules;
}

std::vector<NetworkModule> wideNetwork() {
    std::vector<NetworkModule> modules = {madeModule("", "Net", kMany)};
    for (int i = 0; i < kMany; ++i) {
        modules.push_back(madeModule("m" + std::to_string(i), "Linear", 1));
    }
    return modules;
}

int depthOf(QModelIndex index) {
    int depth = 0;
    for (; index.isValid(); index = index.parent()) {
        ++depth;
    }
    return depth;
}

} // namespace

Q_DECLARE_METATYPE(tessera::NetworkDescription)
Q_DECLARE_METATYPE(tessera::ui::NetworkUse)

class TestNetworkModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isASoundTree();
    void showsModules();
    void showsWhatIsUnknownAsUnknown();
    void sortsByNumbers();
    void filtersByNameAndType();
    void staysWhereItIsForTheSameModules();
    void freezesAndThaws();
    void freezesOnlyWhereThatIsOffered();
    void noticesWhenNothingLearns();
    void takesThousandsOfModules_data();
    void takesThousandsOfModules();
    void takesOddOrders();
    void saysSizesInWords_data();
    void saysSizesInWords();
    void saysWhatKeepsARunFromUsingIt_data();
    void saysWhatKeepsARunFromUsingIt();
};

void TestNetworkModel::isASoundTree() {
    NetworkModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.setModules(madeScript().modules);
    QCOMPARE(model.rowCount(), 1);
    const auto root = model.index(0, 0);
    QCOMPARE(model.rowCount(root), 5); // the feature comes as one of its own
    QCOMPARE(model.rowCount(root.siblingAtColumn(1)), 0);
    const auto block = model.indexOf("layer1.0");
    QCOMPARE(model.parent(block), model.indexOf("layer1"));
    QCOMPARE(model.module(block)->name, std::string("layer1.0"));
    QVERIFY(model.module({}) == nullptr);
    QVERIFY(!model.indexOf("nothing").isValid());
    model.setFilter("conv");
    model.setFilter({});
    model.setFreezing(NetworkModel::Freezing::Offered);
    model.setFrozen({"layer1"});
    model.setModules({});
    QCOMPARE(model.rowCount(), 0);
}

void TestNetworkModel::showsModules() {
    NetworkModel model;
    model.setModules(madeScript().modules);
    QCOMPARE(model.index(0, 0).data().toString(), "(network)");
    QCOMPARE(cell(model, "layer1.0.conv1", NetworkModel::Module), "conv1");
    QCOMPARE(model.indexOf("layer1.0.conv1").data(Qt::ToolTipRole).toString(), "layer1.0.conv1");
    QCOMPARE(cell(model, "conv1", NetworkModel::Type), "Conv2d");
    QCOMPARE(cell(model, "conv1", NetworkModel::Shape), "64 \u00D7 16 \u00D7 16");
    QCOMPARE(cell(model, "conv1", NetworkModel::Parameters), "9,408");
    QCOMPARE(cell(model, "conv1", NetworkModel::Width), "64");
    QCOMPARE(cell(model, "conv1", NetworkModel::Bytes), "65,536");
    QVERIFY(cell(model, "relu", NetworkModel::Note).contains("not a tensor"));
    const auto number = model.indexOf("conv1").siblingAtColumn(NetworkModel::Parameters);
    QVERIFY(number.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
    QCOMPARE(number.data(NetworkModel::ValueRole).toLongLong(), 9'408);
    for (int column = 0; column < NetworkModel::ColumnCount; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

void TestNetworkModel::showsWhatIsUnknownAsUnknown() {
    NetworkModel model;
    model.setModules({madeModule("", "Net", 0), madeModule("a", "Linear", 3)});
    for (const auto column : {NetworkModel::Shape, NetworkModel::Width, NetworkModel::Bytes}) {
        QCOMPARE(cell(model, "a", column), "\u2014");
        QCOMPARE(model.indexOf("a").siblingAtColumn(column).data(NetworkModel::ValueRole).toInt(),
                 -1);
    }
}

void TestNetworkModel::sortsByNumbers() {
    NetworkModel model;
    model.setModules({madeModule("", "Net", 0), madeModule("a", "Linear", 900),
                      madeModule("b", "Linear", 1'000), madeModule("c", "Linear", 80)});
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(NetworkModel::ValueRole);
    sorted.sort(NetworkModel::Parameters, Qt::DescendingOrder);
    QStringList names;
    const auto root = sorted.index(0, 0);
    for (int row = 0; row < 3; ++row) {
        names << sorted.index(row, 0, root).data().toString();
    }
    QCOMPARE(names, QStringList({"b", "a", "c"}));
}

void TestNetworkModel::filtersByNameAndType() {
    NetworkModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setModules(madeScript().modules);
    model.setFilter("  CONV ");
    QVERIFY(model.isFiltered());
    QCOMPARE(model.rowCount(model.index(0, 0)), 2); // conv1, and layer1 for what is in it
    QVERIFY(model.indexOf("layer1.0.conv1").isValid());
    QVERIFY(!model.indexOf("layer1.1").isValid());
    model.setFilter("basicblock");
    QVERIFY(model.indexOf("layer1.1").isValid() && !model.indexOf("conv1").isValid());
    model.setFilter("no such thing");
    QCOMPARE(model.rowCount(), 0);
    model.setFilter("");
    QCOMPARE(model.rowCount(model.index(0, 0)), 5);
}

void TestNetworkModel::staysWhereItIsForTheSameModules() {
    NetworkModel model;
    model.setModules(madeScript().modules);
    const QPersistentModelIndex place(model.indexOf("layer1.0"));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto modules = madeScript().modules;
    modules[3].tapWidth = 7;
    model.setModules(modules);
    QCOMPARE(reset.count(), 0);
    QVERIFY(changed.count() > 0 && place.isValid());
    QCOMPARE(cell(model, "layer1.0", NetworkModel::Width), "7");
    modules.pop_back();
    model.setModules(modules);
    QCOMPARE(reset.count(), 1);
}

void TestNetworkModel::freezesAndThaws() {
    NetworkModel model;
    model.setModules(madeScript().modules);
    model.setFreezing(NetworkModel::Freezing::Offered);
    model.setFrozen({"layer1.0", "positions"}); // a parameter may be named as well
    QSignalSpy frozen(&model, &NetworkModel::frozenChanged);
    const auto state = [&](const char* name) {
        return static_cast<Qt::CheckState>(model.indexOf(name).data(Qt::CheckStateRole).toInt());
    };
    const auto set = [&](const char* name, Qt::CheckState to) {
        return model.setData(model.indexOf(name), to, Qt::CheckStateRole);
    };
    QCOMPARE(state("layer1"), Qt::PartiallyChecked);
    QCOMPARE(state("layer1.0"), Qt::Checked);
    QCOMPARE(state("layer1.0.conv1"), Qt::Checked);
    QCOMPARE(state("layer1.1"), Qt::Unchecked);
    QVERIFY(!set("layer1.0.conv1", Qt::Unchecked)); // only with what it is frozen by
    QVERIFY(set("layer1", Qt::Checked));
    QCOMPARE(model.frozen(), (std::vector<std::string>{"positions", "layer1"}));
    QCOMPARE(state("layer1.1"), Qt::Checked);
    QVERIFY(set("layer1", Qt::Unchecked));
    QCOMPARE(model.frozen(), (std::vector<std::string>{"positions"}));
    QCOMPARE(frozen.count(), 2);
    QVERIFY(!model.setData(model.indexOf("layer1"), "x", Qt::EditRole));
}

void TestNetworkModel::freezesOnlyWhereThatIsOffered() {
    NetworkModel model;
    model.setModules(madeScript().modules);
    const auto hasTick = [&](const char* name) {
        return model.indexOf(name).data(Qt::CheckStateRole).isValid();
    };
    QVERIFY(!hasTick("conv1"));
    model.setFreezing(NetworkModel::Freezing::Offered);
    QVERIFY(hasTick("conv1"));
    QVERIFY(!hasTick("relu")); // has nothing to learn
    QVERIFY(!hasTick(""));     // nothing would be left
    QVERIFY(!model.indexOf("conv1").siblingAtColumn(1).data(Qt::CheckStateRole).isValid());
}

void TestNetworkModel::noticesWhenNothingLearns() {
    NetworkModel model;
    QVERIFY(!model.isAllFrozen());
    model.setModules({madeModule("", "Net", 30), madeModule("a", "Linear", 10),
                      madeModule("a.b", "Linear", 10), madeModule("c", "Linear", 20)});
    model.setFrozen({"a", "a.b"}); // counted once
    QVERIFY(!model.isAllFrozen());
    model.setFrozen({"a", "c"});
    QVERIFY(model.isAllFrozen());
}

void TestNetworkModel::takesThousandsOfModules_data() {
    QTest::addColumn<bool>("deep");
    QTest::newRow("deep") << true;
    QTest::newRow("wide") << false;
}

void TestNetworkModel::takesThousandsOfModules() {
    QFETCH(bool, deep);
    NetworkModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    const auto modules = deep ? deepNetwork() : wideNetwork();
    model.setModules(modules);
    model.setFreezing(NetworkModel::Freezing::Offered);
    const auto last = model.indexOf(modules.back().name);
    QCOMPARE(depthOf(last), deep ? kMany + 1 : 2);
    QCOMPARE(depthOf(sorted.mapFromSource(last)), depthOf(last));
    QCOMPARE(last.row(), deep ? 0 : kMany - 1);
    model.setFrozen({modules.back().name});
    model.setFilter(deep ? "block" : "m2999");
    QCOMPARE(depthOf(model.indexOf(modules.back().name)), deep ? kMany + 1 : 2);
    model.setFilter("nothing of it");
    QCOMPARE(model.rowCount(), 0);
}

void TestNetworkModel::takesOddOrders() {
    NetworkModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto jump = madeModule("a.b.c", "Linear", 1);
    jump.depth = 7;
    model.setModules({jump, madeModule("x", "Linear", 1), madeModule("", "Net", 2),
                      madeModule("x", "Linear", 1)}); // two tops, one name twice
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), "a.b.c");
    QCOMPARE(model.rowCount(model.index(2, 0)), 1);
}

void TestNetworkModel::saysSizesInWords_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    QTest::newRow("millions") << parametersText(11'181'642) << "11.2 million parameters";
    QTest::newRow("billions") << parametersText(1'540'000'000) << "1.5 billion parameters";
    QTest::newRow("no shape") << shapeText({}) << "\u2014";
    QTest::newRow("one axis") << shapeText({4096}) << "4,096";
    QTest::newRow("images") << inputText({InputKind::Image, 16, 32, 3, 0})
                            << "images, 3 \u00D7 16 \u00D7 32";
    QTest::newRow("tokens") << inputText({InputKind::Tokens, 12, 0, 1, 1000})
                            << "12 tokens, each one of 1,000";
    QTest::newRow("recipe") << recipeText(madeGuess("vit", 32, 4))
                            << "Vision transformer, width 32, depth 4";
}

void TestNetworkModel::saysSizesInWords() {
    QFETCH(QString, said);
    QFETCH(QString, expected);
    QCOMPARE(said, expected);
}

void TestNetworkModel::saysWhatKeepsARunFromUsingIt_data() {
    QTest::addColumn<NetworkDescription>("about");
    QTest::addColumn<NetworkUse>("use");
    QTest::addColumn<QString>("says"); // empty: nothing
    const InputSpec digits{InputKind::Image, 8, 8, 1, 0};
    const auto use = [&](NetworkRole role, int classes) {
        NetworkUse made;
        made.role = role;
        made.input = digits;
        made.classes = classes;
        return made;
    };
    const auto source = use(NetworkRole::Source, 10), receiver = use(NetworkRole::Receiver, 10);
    QTest::newRow("a good source") << madeScript() << source << QString();
    QTest::newRow("a good receiver") << madeScript() << receiver << QString();
    QTest::newRow("refused") << madeRefusedScript() << source << "will not be run";
    QTest::newRow("only tensors") << madeStateDict({}) << source << "Choose the architecture";
    auto riddle = madeStateDict({});
    riddle.state->guesses.clear();
    QTest::newRow("tensors of nobody") << riddle << source << "TorchScript";
    QTest::newRow("other classes, source")
        << madeScript() << use(NetworkRole::Source, 7) << "names 10 classes";
    auto other = use(NetworkRole::Receiver, 7);
    QTest::newRow("other classes, receiver") << madeScript() << other << "Replace its head";
    other.mismatch = Mismatch::Classes;
    QTest::newRow("other classes, declared") << madeScript() << other << QString();
    auto fresh = use(NetworkRole::Receiver, 7);
    fresh.spec.head = HeadChoice::Replace;
    QTest::newRow("other classes, fresh head") << madeScript() << fresh << QString();
    auto taught = source;
    taught.spec.head = HeadChoice::Replace;
    QTest::newRow("a source with a fresh head") << madeScript() << taught << "Keep its head";
    QTest::newRow("unknown classes") << madeScript() << use(NetworkRole::Receiver, 0) << QString();
    auto checkpoint = madeScript();
    checkpoint.kind = NetworkDescription::Kind::Checkpoint;
    checkpoint.input = InputSpec{InputKind::Flat, 30, 0, 1, 0};
    QTest::newRow("other inputs") << checkpoint << source << "takes other inputs";
    auto headless = madeScript();
    headless.hasHead = false;
    QTest::newRow("a receiver without a head") << headless << receiver << "last linear layer";
    QTest::newRow("a source without a head") << headless << source << QString();
    headless.input.reset();
    QTest::newRow("not tried yet") << headless << receiver << QString();
}

void TestNetworkModel::saysWhatKeepsARunFromUsingIt() {
    QFETCH(NetworkDescription, about);
    QFETCH(NetworkUse, use);
    QFETCH(QString, says);
    const auto obstacle = networkObstacle(about, use);
    QVERIFY2(says.isEmpty() ? obstacle.isEmpty() : obstacle.contains(says), qPrintable(obstacle));
    QVERIFY(!obstacle.contains(".."));
}

TESSERA_TEST(TestNetworkModel)
#include "test_network_model.moc"
