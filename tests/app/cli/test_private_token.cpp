#include "core/token/tbf_codec.h"

#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <QRegularExpression>

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

QString shownText(const Workspace& space, const RunId& run) {
    return QString(
        runProgram({"runs", "show", QString::fromStdString(run.value), "--out", space.name("out")})
            .out);
}

// The epsilon that `runs show` names for all releases on the same data; 0 if it names none.
double composedEpsilon(const Workspace& space, const RunId& run) {
    const QRegularExpression words("releases on this data set in this store together: epsilon "
                                   "([0-9.]+)");
    return words.match(shownText(space, run)).captured(1).toDouble();
}

} // namespace

class TestPrivateToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItClaims();
    void composesReleasesOnTheSameData();
    void refusesWithoutReleaseSamples();

private:
    const QString m_private =
        "{'transfer': {'privacy': {'epsilon': 8, 'delta': 1e-5, 'clip': 10}}}";
    Workspace m_space;
    std::vector<float> m_vector;
};

void TestPrivateToken::saysWhatItClaims() {
    const auto ended = runSmall(m_space, m_private);
    QVERIFY2(ended.code == 0, told(ended));
    const auto runs = m_space.runs("out");
    QCOMPARE(runs.size(), std::size_t(1));
    const auto& statement = runs[0].summary.privacy.value();
    QCOMPARE(statement.epsilon, 8.0);
    QCOMPARE(statement.releaseSize, std::int64_t(40));
    QCOMPARE(statement.sensitivity, 2.0 * 10.0 / 40.0); // the source knew none of these rows
    // Balle and Wang 2018: sigma 0.6002 for sensitivity 1 at (8, 1e-5).
    QVERIFY(std::fabs(statement.sigma / statement.sensitivity - 0.6002) < 1e-4);
    QCOMPARE(statement.mu, statement.sensitivity / statement.sigma);

    const auto run = jsonOf(ended)["runs"][0];
    const auto decoded = token::readTbf(m_space.path("out") / run["token"].get<std::string>());
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
    const auto& token = decoded->token;
    QCOMPARE(token.privacyEpsilon, 8.0);
    QCOMPARE(token.privacyDelta, 1e-5);
    const auto& about = token.customMetadata["twb.privacy"];
    QVERIFY(about["noised"].get<bool>());
    QCOMPARE(about["sigma"].get<double>(), statement.sigma);
    QCOMPARE(about["sensitivity"].get<double>(), statement.sensitivity);
    QCOMPARE(about["clip"].get<double>(), 10.0);
    QCOMPARE(about["release_size"].get<int>(), 40);
    QVERIFY(about["noise_to_signal"].get<double>() > 0.0);
    QVERIFY(!about["unit"].get<std::string>().empty());
    QVERIFY(about["neighbouring"].get<std::string>().starts_with("replace one sample"));
    bool driftIsNamed = false;
    for (const auto& field : about["not_covered"]) {
        driftIsNamed = driftIsNamed || field == "drift_score";
        QVERIFY(field != "uhs_vector");
    }
    QVERIFY(driftIsNamed);
    m_vector = token.uhsVector;
}

void TestPrivateToken::composesReleasesOnTheSameData() {
    const auto first = m_space.runs("out").at(0).id;
    const double alone = composedEpsilon(m_space, first);
    QVERIFY2(std::fabs(alone - 8.0) < 0.01, std::to_string(alone).c_str());

    const auto again = runSmall(m_space, m_private);
    QVERIFY2(again.code == 0, told(again));
    const auto run = jsonOf(again)["runs"][0];
    const double together = composedEpsilon(m_space, first);
    QVERIFY2(together > 1.2 * alone && together < 2.0 * alone, std::to_string(together).c_str());
    QCOMPARE(composedEpsilon(m_space, RunId(run["id"].get<std::string>())), together);
    // The noise is not the experiment's: the same seed gives another token.
    const auto decoded = token::readTbf(m_space.path("out") / run["token"].get<std::string>());
    QVERIFY(decoded.has_value());
    QVERIFY(decoded->token.uhsVector != m_vector);

    // Another seed splits the same data set anew: what one run releases trained the other's source,
    // so no sum can be given.
    const auto other = runSmall(m_space, m_private, {"--seed", "2"});
    QVERIFY2(other.code == 0, told(other));
    QCOMPARE(composedEpsilon(m_space, first), 0.0);
    QVERIFY(shownText(m_space, first).contains("cannot be composed"));

    // Another data set has spent nothing yet.
    const auto apart = runSmall(m_space, "{'data': {'name': 'token-mean'}," + m_private.mid(1));
    QVERIFY2(apart.code == 0, told(apart));
    const RunId fourth(jsonOf(apart)["runs"][0]["id"].get<std::string>());
    const double unspent = composedEpsilon(m_space, fourth);
    QVERIFY2(std::fabs(unspent - 8.0) < 0.01, std::to_string(unspent).c_str());
}

void TestPrivateToken::refusesWithoutReleaseSamples() {
    Workspace space;
    const auto ended = runSmall(space, "{'transfer': {'privacy': {'epsilon': 8}},"
                                       " 'data': {'splits': {'validation': 0}}}");
    QVERIFY2(ended.code == 3, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "InvalidArgument" && message.contains("data.splits.validation"), told(ended));
    QCOMPARE(space.leftovers("out"), QStringList());
}

TESSERA_TEST(TestPrivateToken)
#include "test_private_token.moc"
