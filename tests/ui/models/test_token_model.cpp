#include "tests/support/test_registry.h"
#include "tests/ui/support/token_files.h"
#include "ui/models/token_check_rows.h"
#include "ui/models/token_leaks.h"
#include "ui/models/token_model.h"
#include "ui/models/token_rows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

std::optional<TokenRow> rowOf(const TokenFile& file, const QString& field) {
    for (const auto& group : tokenGroups(file)) {
        for (const auto& row : group.rows) {
            if (row.field == field) {
                return row;
            }
        }
    }
    return std::nullopt;
}

QStringList titles(const TokenFile& file) {
    QStringList list;
    for (const auto& group : tokenGroups(file)) {
        list << group.title;
    }
    return list;
}

} // namespace

class TestTokenModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isASoundTree() {
        TokenModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(model.rowCount(), 0);
        const auto groups = tokenGroups(madeTokenFile());
        model.setGroups(groups);
        QCOMPARE(model.rowCount(), static_cast<int>(groups.size()));
        const auto checks = model.index(0, 0);
        QCOMPARE(checks.data().toString(), "Checks");
        QCOMPARE(model.rowCount(checks), 3);
        QCOMPARE(model.rowCount(model.index(0, TokenModel::Value)), 0);
        const auto header = model.index(0, TokenModel::Value, checks);
        QCOMPARE(header.data().toString(), "\u2713 good (CRC-32C)");
        QCOMPARE(header.data(TokenModel::VerdictRole).toInt(), static_cast<int>(Verdict::Good));
        QVERIFY(header.data(Qt::ToolTipRole).toString().contains("as they were written"));
        QCOMPARE(model.parent(header), checks);
        QCOMPARE(model.headerData(TokenModel::Meaning, Qt::Horizontal, Qt::DisplayRole).toString(),
                 "Meaning");
        model.setGroups({});
        QCOMPARE(model.rowCount(), 0);
    }

    void showsFields_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("knowledge") << "Knowledge"
                                   << "activation";
        QTest::newRow("source") << "Source"
                                << "mlp-128d-4L";
        QTest::newRow("drift") << "Drift"
                               << "0.42";
        QTest::newRow("vector") << "Vector"
                                << "8 number(s): 0.5; -0.25; 0.125; 0; 0; 0; \u2026";
        QTest::newRow("weights") << "Weights"
                                 << "A 0.9, W 0.05, B 0.05";
        QTest::newRow("epsilon") << "Epsilon"
                                 << "\u221E";
        QTest::newRow("layers") << "feature:feature"
                                << "0.93";
        QTest::newRow("lineage") << "Transfer"
                                 << "source (mlp-128d-4L) \u2192 receiver (lstm-64d-2L), mode A";
        QTest::newRow("metadata") << "twb.seed"
                                  << "17";
        QTest::newRow("format") << "Format"
                                << "TBF 1.1";
        QTest::newRow("seal") << "Seal (HMAC)"
                              << "! absent";
    }
    void showsFields() {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const auto row = rowOf(madeTokenFile(), field);
        QVERIFY(row.has_value());
        QCOMPARE(row->value, value);
        QVERIFY(row->meaning.endsWith("."));
    }

    void judgesChecks_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("seal");
        QTest::addColumn<QString>("headerText");
        QTest::addColumn<QString>("sealText");
        QTest::newRow("good") << "crc32c"
                              << "valid"
                              << "\u2713 good (CRC-32C)"
                              << "\u2713 valid";
        QTest::newRow("old") << "crc32"
                             << "unverified"
                             << "\u2713 good (CRC-32)"
                             << "! not checked";
        QTest::newRow("older format") << ""
                                      << "absent"
                                      << "! not checked"
                                      << "! absent";
        QTest::newRow("bad") << "bad"
                             << "invalid"
                             << "\u2717 bad"
                             << "\u2717 invalid";
    }
    void judgesChecks() {
        QFETCH(QString, header);
        QFETCH(QString, seal);
        auto file = madeTokenFile();
        file.headerCrc = header.toStdString();
        for (const auto state :
             {HmacState::Absent, HmacState::Valid, HmacState::Invalid, HmacState::Unverified}) {
            if (hmacStateName(state) == seal) {
                file.hmac = state;
            }
        }
        QTEST(rowOf(file, "Header")->value, "headerText");
        QTEST(rowOf(file, "Seal (HMAC)")->value, "sealText");
    }

    void showsWhatIsMissingAndWhatIsUnknown() {
        QVERIFY(!titles(madeTokenFile()).contains("Unknown fields"));
        auto file = madeTokenFile();
        file.absent = {"proj", "ts"};
        file.unknown["future"] = {{"a", 1}};
        file.token.driftScore.reset();
        file.token.targetModelId.reset();
        file.token.correlationMap = Metadata::object();
        QCOMPARE(rowOf(file, "Missing fields")->value, "! proj, ts");
        QCOMPARE(rowOf(file, "future")->value, "{\"a\":1}");
        QCOMPARE(rowOf(file, "Drift")->value, "not measured");
        QCOMPARE(rowOf(file, "Receiver")->value, "any");
        QVERIFY(!titles(file).contains("Matched layers"));
    }

    void showsSignatures_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("trust");
        QTest::addColumn<QString>("value");
        const int valid = static_cast<int>(SignatureCheck::State::Valid);
        const auto trusted = static_cast<int>(KeyTrust::Trusted);
        QTest::newRow("good") << valid << trusted << "\u2713 valid";
        QTest::newRow("unknown") << valid << static_cast<int>(KeyTrust::Unknown)
                                 << "! by an unknown key";
        QTest::newRow("other") << valid << static_cast<int>(KeyTrust::OtherName)
                               << "\u2717 the key is that of Bert";
        QTest::newRow("revoked") << valid << static_cast<int>(KeyTrust::Revoked)
                                 << "\u2717 by a revoked key";
        QTest::newRow("changed") << static_cast<int>(SignatureCheck::State::Invalid) << trusted
                                 << "\u2717 does not fit";
        QTest::newRow("unreadable")
            << static_cast<int>(SignatureCheck::State::Unreadable) << trusted << "! cannot be read";
    }
    void showsSignatures() {
        QFETCH(int, state);
        QFETCH(int, trust);
        auto file = madeTokenFile();
        QVERIFY(!titles(file).contains("Signatures"));
        file.signatures = {madeSignature(static_cast<KeyTrust>(trust), "Anna", "Bert")};
        file.signatures[0].state = static_cast<SignatureCheck::State>(state);
        QTEST(rowOf(file, "Signature")->value, "value");
        QCOMPARE(rowOf(file, "Signed as")->value, "Anna");
        QVERIFY(rowOf(file, "Key")->value.startsWith("0123 4567 89ab"));
        QCOMPARE(rowOf(file, "Covers")->value, "everything");
        file.signatures[0].covers = {"uhs_vector", "timestamp"};
        QCOMPARE(rowOf(file, "Covers")->value, "uhs_vector, timestamp");
        QVERIFY(!rowOf(file, "Signature"));
    }

    void namesOfStrangersCannotDisguise() {
        QCOMPARE(strangersName("Anna"), "Anna");
        QCOMPARE(strangersName("An\nna\t\u202Egnoleb"), "An na gnoleb");
        QCOMPARE(strangersName(std::string(500, 'a')).size(), 61);
        QCOMPARE(strangersName("\xFF\xFE"), QString("\uFFFD\uFFFD"));
        QCOMPARE(strangersName(""), "");
    }

    void groupsFingerprints() {
        QCOMPARE(fingerprintText("0123456789"), "0123 4567 89");
        QCOMPARE(fingerprintText(""), "");
    }

    void showsWhatIsLeftOfARefusedFile() {
        auto refused = madeRefusal(ErrorCode::Corrupt, "damaged", "bad");
        refused.header->flags = 7;
        refused.header->quant = 9;
        refused.header->vectorCount = std::numeric_limits<std::uint64_t>::max();
        const auto groups = examinationGroups(refused);
        QCOMPARE(groups.size(), std::size_t(2));
        QCOMPARE(groups[0].rows[1].value, "\u2717 bad");
        QCOMPARE(groups[1].rows[0].value, "1.1");
        QCOMPARE(groups[1].rows[1].value, "sealed, compressed, unknown (4)");
        QCOMPARE(groups[1].rows[2].value, "unknown (9)");
        QCOMPARE(examinationGroups(madeGarbage()).size(), std::size_t(1)); // only the checks
        const auto good = madeTokenFile();
        QCOMPARE(examinationGroups(madeExamination(good)).size(), tokenGroups(good).size());
    }

    void showsHowNumbersAreRounded() {
        auto file = madeTokenFile();
        QVERIFY(!rowOf(file, "Rounding"));
        file.numbers = TokenNumbers::Int8;
        file.int8 = Int8Scale{0.25, -3};
        QCOMPARE(rowOf(file, "Numbers")->value, "int8");
        QCOMPARE(rowOf(file, "Rounding")->value, "scale 0.25, zero point -3");
    }

    void saysWhatLeaksTell() {
        QCOMPARE(leakText({"time", "timestamp", "now", "core's own", true}),
                 "When the token was made.");
        QVERIFY(leakText({"x.mine", "custom_metadata.mine", 1, "core's own", true})
                    .contains("can be anything"));
        QVERIFY(leakText({"unknown.z", "z", 1, "core's own", true}).contains("does not know"));
        QCOMPARE(leakText({"new-one", "field", 1, "Something newer.", true}), "Something newer.");
    }

    void survivesStrangeMetadata() {
        auto file = madeTokenFile();
        file.token.lineageDag = Metadata::array({1, 2});
        QVERIFY(!titles(file).contains("Lineage"));
        file.token.lineageDag = {{"nodes", 7}, {"edges", Metadata::array({"a", nullptr, 3})}};
        QCOMPARE(lineageText(file.token.lineageDag).count('\n'), 2);
        file.token.customMetadata["bytes"] = std::string("\xFF\xFE");
        file.token.customMetadata["long"] = std::vector<int>(1000, 1);
        file.token.customMetadata["nested"] = {{"text", std::string("\xFF")}};
        file.token.customMetadata["none"] = nullptr;
        file.token.customMetadata["flag"] = true;
        file.token.customMetadata["negative"] = -3;
        QVERIFY(rowOf(file, "long")->value.endsWith("\u2026"));
        QVERIFY(rowOf(file, "nested").has_value());
        QCOMPARE(rowOf(file, "none")->value, "not measured");
        QCOMPARE(rowOf(file, "flag")->value, "yes");
        QCOMPARE(rowOf(file, "negative")->value, "-3");
        file.token.uhsVector.clear();
        QCOMPARE(rowOf(file, "Vector")->value, "0 number(s): ");
    }

    void statesPrivacyInPlainWords() {
        auto file = madeTokenFile();
        auto statement = madePrivacyStatement();
        const auto noised = privacyText(file, statement);
        for (const auto* part :
             {"one sample of the release set", "epsilon 2", "delta 1E-05", "200 samples",
              "1.5 times as large as the signal (sigma 0.199)",
              "Not covered: the drift, the matched layers, the other metadata, the receiver, "
              "samples that the source or the encoders were fitted on."}) {
            QVERIFY2(noised.contains(QLatin1String(part)), qPrintable(noised));
        }
        statement.epsilon = std::numeric_limits<double>::infinity();
        statement.notCovered.insert(statement.notCovered.begin(), "uhs_vector");
        const auto off = privacyText(file, statement);
        QVERIFY(off.startsWith("Privacy is off"));
        QVERIFY(off.contains("Not covered: the vector, the drift"));
        // A file on its own: off is a fact, a budget is a claim.
        QVERIFY(privacyText(file, std::nullopt).startsWith("Privacy is off"));
        file.token.privacyEpsilon = 2.0;
        QVERIFY(privacyText(file, std::nullopt).contains("claims"));
    }
};

TESSERA_TEST(TestTokenModel)

#include "test_token_model.moc"
