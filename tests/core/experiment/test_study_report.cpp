#include "core/experiment/study_report.h"

#include "core/experiment/study_report_shift.h"
#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"
#include "core/format/csv.h"
#include "tests/support/study_rows.h"
#include "tests/support/test_registry.h"

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <set>

using namespace tessera;
using namespace tessera::experiment;
using tessera::test::failedRow;
using tessera::test::studyRow;

namespace {

// Three methods with awkward names on two pairs, under three strengths of a shift, four seeds; a
// failed run and one that was never started.
std::vector<StudyRow> studyRows(int seeds = 4) {
    std::vector<StudyRow> rows;
    const char* methods[] = {"A", "KD <hard> & \"soft\"", "50%_{off}"};
    const char* modes[] = {"A", "kd", "rkd"};
    const char* sources[] = {"mlp", "conv"};
    for (const double strength : {0.0, 0.25, 0.5}) {
        for (int method = 0; method < 3; ++method) {
            for (int pair = 0; pair < 2; ++pair) {
                for (int seed = 1; seed <= seeds; ++seed) {
                    const double after = 0.85 - 0.1 * method - 0.05 * pair - 0.2 * strength +
                                         0.004 * ((seed * 7 + method * 3 + pair) % 5);
                    auto row = studyRow(methods[method], sources[pair], "lstm", seed, 0.10, after);
                    row.cell.experiment.transfer.mode = ModeId(modes[method]);
                    if (strength > 0.0) {
                        row.cell.experiment.data.shift = {"noise", strength};
                    }
                    row.summary.drift.output = 1.0 - after;
                    if (method == 0) {
                        row.summary.controls = {
                            {ControlId("readout_only"), after + 0.002 * (seed % 3 - 1), 0.5},
                            {ControlId("untrained_source"), 0.1, 1e-9}};
                    }
                    row.environment = {{"program", "tessera 0.1.0"},
                                       {"processor", "Example <CPU>"},
                                       {"threads", "1"},
                                       {"kernel", seed == 2 ? "Haswell" : "SkylakeX"}};
                    rows.push_back(row);
                }
            }
        }
    }
    rows.push_back(failedRow("A", "conv", "gru", 1,
                             "The loss is not finite, \"again\": 50% {of} \\it &\nsecond line"));
    auto waiting = rows.front();
    waiting.state = RunState::Queued;
    waiting.run.reset();
    waiting.cell.experiment.seed = 9;
    rows.push_back(waiting);
    return rows;
}

struct Made {
    stats::StudySummary summary;
    StudyAbout about;
};

Made made(const std::vector<StudyRow>& rows) {
    auto summary = stats::summariseStudy(rows, {"", 0.95, 500, 1, {}});
    if (!summary) {
        qFatal("%s", summary.error().detail.c_str());
    }
    Catalog catalog;
    ModeEntry mode;
    mode.id = "kd";
    mode.description = "logit distillation: the receiver's outputs follow the source's";
    catalog.modes.push_back(mode);
    catalog.controls.push_back({"readout_only", "the head alone, in closed form"});
    auto about = aboutStudy("Digits & <noise>", rows, *summary, catalog);
    about.question = "Does A teach better than distillation?";
    about.writtenAt = "2026-01-02T03:04:05Z";
    about.recipe = "{\"name\": \"a < b\"}";
    return {*summary, about};
}

// The page's text by its ids' sections, and what an unwell page would show.
struct Page {
    QString error;
    std::set<QString> elements;
    std::set<QString> ids;
    QStringList targets; // of links
    QString text;
    int figures = 0;
    bool idTwice = false;
};

Page read(const std::string& html) {
    Page page;
    QXmlStreamReader xml(QString::fromStdString(html));
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters) {
            page.text += xml.text();
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        page.elements.insert(xml.name().toString());
        page.figures += xml.name() == QString("svg") ? 1 : 0;
        const auto attributes = xml.attributes();
        if (attributes.hasAttribute("id")) {
            page.idTwice =
                page.idTwice || !page.ids.insert(attributes.value("id").toString()).second;
        }
        if (attributes.hasAttribute("href")) {
            page.targets << attributes.value("href").toString();
        }
    }
    page.error = xml.hasError() ? xml.errorString() : QString();
    return page;
}

// The parts of a row between its column separators.
QStringList latexCells(const QString& row) {
    QString plain = row;
    return plain.replace("\\&", " ").split('&');
}

} // namespace

class TestStudyReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageIsWellFormedAndAlone() {
        const auto report = made(studyRows());
        const auto html = studyHtml(report.summary, report.about);
        const auto page = read(html);
        QCOMPARE(page.error, QString());
        QVERIFY(!page.idTwice);
        for (const char* foreign : {"script", "link", "img", "iframe", "object", "image", "use"}) {
            QVERIFY2(!page.elements.contains(foreign), foreign);
        }
        for (const auto& target : page.targets) {
            QVERIFY(target.startsWith('#') && page.ids.contains(target.mid(1)));
        }
        // Addresses are names of XML vocabularies only.
        auto rest = QString::fromStdString(html);
        rest.remove("http://www.w3.org/1999/xhtml").remove("http://www.w3.org/2000/svg");
        rest.remove("http-equiv");
        QVERIFY(!rest.contains("http") && !rest.contains("url(") && !rest.contains("@import"));
        // Accuracies and differences of each of the settings, the curve of all methods over the
        // shift, and that of the chosen one with its drift; agreement was not measured.
        QCOMPARE(page.figures, 3 + 3 + 1 + 2);
    }

    void pageSaysWhatItMust() {
        const auto report = made(studyRows());
        const auto text = read(studyHtml(report.summary, report.about)).text;
        for (const char* words : {"Does A teach better than distillation?",
                                  "Digits & <noise>",
                                  "5 seeds",
                                  "KD <hard> & \"soft\"",
                                  "not distinguishable from its control readout_only",
                                  "does not beat readout_only (not distinguishable)",
                                  "The loss is not finite",
                                  "was not started",
                                  "Example <CPU>",
                                  "logit distillation: the receiver's outputs",
                                  "Hinton, Vinyals and Dean",
                                  "Park et al.",
                                  "the head alone, in closed form",
                                  "same kernel: SkylakeX and Haswell",
                                  "strength of the shift: noise",
                                  "{\"name\": \"a < b\"}",
                                  "Holm",
                                  "Compute resources",
                                  "Test items per run: 400",
                                  "1, 2, 3, 4, 9 (without a measured run: 9)",
                                  "intervals over 4 seeds"}) {
            QVERIFY2(text.contains(words), words);
        }
        QVERIFY(!text.contains("nan") && !text.contains("-0.0"));
    }

    void oneSeed() {
        const auto report = made(studyRows(1));
        const auto page = read(studyHtml(report.summary, report.about));
        QCOMPARE(page.error, QString());
        QVERIFY(page.text.contains("n = 1, no interval over seeds"));
        QVERIFY(page.text.contains("(n = 1)"));
        QVERIFY(page.text.contains("(items)")); // Wilson's interval
        QVERIFY(!page.text.contains("is better than"));
    }

    void nothingMeasured() {
        for (const auto& rows :
             {std::vector<StudyRow>{},
              std::vector<StudyRow>{failedRow("A", "mlp", "lstm", 1, "It broke.")}}) {
            const auto report = made(rows);
            const auto page = read(studyHtml(report.summary, report.about));
            QCOMPARE(page.error, QString());
            QVERIFY(page.text.contains("No run has been measured."));
            QVERIFY(page.text.contains(rows.empty() ? "The study has no runs yet." : "It broke."));
            QCOMPARE(page.figures, 0);
            QVERIFY(!studyCsv(report.summary).empty());
            QVERIFY(!studyLatex(report.summary, report.about).empty());
        }
    }

    void latexHolds() {
        const auto report = made(studyRows());
        const auto latex = QString::fromStdString(studyLatex(report.summary, report.about));
        int depth = 0;
        QStringList open;
        int columns = 0, tables = 0;
        for (const auto& line : latex.split('\n')) {
            if (line.startsWith('%')) {
                continue;
            }
            QString plain = line;
            plain.replace("\\\\", "").remove("\\{").remove("\\}");
            depth += static_cast<int>(plain.count('{') - plain.count('}'));
            QVERIFY(depth >= 0);
            QVERIFY(!plain.remove("\\%").contains('%'));
            if (line.startsWith("\\begin{")) {
                open << line.section('{', 1).section('}', 0, 0);
            }
            if (line.startsWith("\\begin{tabular}")) {
                columns = static_cast<int>(line.section("@{}", 1, 1).size());
                ++tables;
            } else if (line.startsWith("\\end{")) {
                QCOMPARE(line.section('{', 1).section('}', 0, 0), open.takeLast());
            } else if (line.endsWith(" \\\\") && !line.startsWith("\\multicolumn")) {
                QCOMPARE(latexCells(line).size(), columns);
            }
        }
        QCOMPARE(depth, 0);
        QVERIFY(open.isEmpty());
        QCOMPARE(tables, 7); // the last is over the shift
        QCOMPARE(latex.count("\\toprule"), tables);
        QVERIFY(latex.contains("50\\%\\_\\{off\\}"));
        QVERIFY(latex.contains("\\emph{digits, noise 0.25}"));
    }

    void csvReadsBack() {
        const auto report = made(studyRows());
        const auto csv = studyCsv(report.summary);
        format::CsvReader reader(csv, ',');
        std::vector<std::string> fields;
        QVERIFY(reader.next(fields));
        QCOMPARE(fields.size(), std::size_t{14});
        QCOMPARE(fields.front(), std::string("part"));
        std::map<std::string, int> parts;
        bool sawReason = false, sawMean = false;
        while (reader.next(fields)) {
            QCOMPARE(fields.size(), std::size_t{14});
            ++parts[fields[0]];
            sawReason =
                sawReason || (fields[0] == "failed" &&
                              fields[13].find("50% {of} \\it &\nsecond") != std::string::npos);
            for (std::size_t i = 6; i < 13; ++i) {
                QVERIFY(fields[i].empty() || format::numberOf(fields[i]));
            }
            if (fields[0] == "group" && fields[3] == "A" && fields[5] == "after" &&
                fields[2] == "mlp > lstm" && fields[1] == "digits") {
                sawMean = true;
                QCOMPARE(*format::numberOf(fields[7]), *report.summary.groups.front().after.mean);
                QCOMPARE(fields[6], std::string("4"));
            }
        }
        QVERIFY2(reader.problem().empty(), reader.problem().c_str());
        QVERIFY(sawReason && sawMean);
        QCOMPARE(parts["comparison"], 3 * 5); // two methods, two controls, before
        QCOMPARE(parts["failed"], 1);
        QCOMPARE(parts["unfinished"], 1);
        QCOMPARE(parts["budget"], 3 * 5);
        QVERIFY(parts["group"] > 0 && parts["aggregate"] > 0 && parts["association"] > 0 &&
                parts["pair_comparison"] > 0);
        QCOMPARE(std::count(csv.begin(), csv.end(), '\r'),
                 std::count(csv.begin(), csv.end(), '\n') - 1); // but for the line end in a reason
    }

    // Which runs of one experiment count and which do not, and what belongs to no cell.
    void everyReportNamesRunsThatAreInNoRow_data() {
        QTest::addColumn<int>("repeats");
        QTest::addColumn<int>("foreign");
        QTest::addColumn<int>("unreadable");
        QTest::addColumn<QString>("sentence");
        const auto row =
            [](const char* name, int repeats, int foreign, int unreadable, const char* counts) {
                QTest::newRow(name)
                    << repeats << foreign << unreadable
                    << QString("Besides these, %1; runs that somebody has removed are not listed.")
                           .arg(counts);
            };
        QTest::newRow("none")
            << 0 << 0 << 0
            << "Of the runs that the store lists, none repeats another, and all belong to the "
               "recipe; runs that somebody has removed are not listed.";
        row("a repeat", 1, 0, 0,
            "1 run of the study is left out, and named below: 1 is of an experiment of which "
            "another run counts");
        row("of an earlier recipe", 0, 1, 0,
            "1 run of the study is left out, and named below: 1 belongs to no cell of its recipe "
            "as it is now");
        row("of a later version", 0, 0, 1,
            "1 run of the study is left out, and named below: 1 has a recipe that this version "
            "cannot read");
        row("all", 2, 2, 2,
            "6 runs of the study are left out, and named below: 2 are of experiments of which "
            "another run counts, 2 belong to no cell of its recipe as it is now and 2 have recipes "
            "that this version cannot read");
    }
    void everyReportNamesRunsThatAreInNoRow() {
        QFETCH(int, repeats);
        QFETCH(int, foreign);
        QFETCH(int, unreadable);
        QFETCH(QString, sentence);
        auto report = made(studyRows());
        auto& summary = report.summary;
        QStringList ids;
        for (int i = 0; i < repeats; ++i) {
            const auto& group = summary.groups[static_cast<std::size_t>(i)];
            ids << QString("extra-%1").arg(i);
            summary.extraRuns.push_back({ids.last().toStdString(), "the-counted-one", group.place,
                                         3, "repeats the-counted-one, which counts"});
        }
        for (int i = 0; i < foreign; ++i) {
            ids << QString("foreign-%1").arg(i);
            summary.extraRuns.push_back(
                {ids.last().toStdString(), {}, {}, 0, "belongs to no cell"});
        }
        for (int i = 0; i < unreadable; ++i) {
            ids << QString("unreadable-%1").arg(i);
            summary.extraRuns.push_back(
                {ids.last().toStdString(), {}, {}, 0, "cannot be read", false});
        }
        const auto page = read(studyHtml(summary, report.about));
        QCOMPARE(page.error, QString());
        QCOMPARE(page.text.count(sentence), 2); // beside the counts, and above the table
        const auto latex = QString::fromStdString(studyLatex(summary, report.about));
        QVERIFY2(latex.contains("% " + sentence), qPrintable(latex.left(2000)));
        QCOMPARE(latex.contains("\\label{tab:repeated}"), !ids.isEmpty());
        const auto csv = QString::fromStdString(studyCsv(summary));
        QVERIFY(csv.contains(QString("extra_runs,,,,,runs in no row,%1,").arg(ids.size())));
        QCOMPARE(csv.count("\r\nrepeated_run,"), repeats);
        QCOMPARE(csv.count("\r\nother_run,"), foreign + unreadable);
        for (const auto& id : ids) {
            QVERIFY2(page.text.contains(id), qPrintable(id));
            QVERIFY2(latex.contains("% Left out: run " + id), qPrintable(id));
            QVERIFY2(csv.contains("," + id + ","), qPrintable(id));
        }
        QCOMPARE(page.text.contains("the-counted-one"), repeats > 0);
        // What failed or was never started is named in the paper's file as well.
        QVERIFY(latex.contains("% Left out: run A-conv-gru-1 (A, conv > gru, digits, seed 1): The "
                               "loss is not finite"));
        QVERIFY(latex.contains("% Left out: no run ("));
    }

    // The rate that was used, not what the recipe left open: "reference" never has another one.
    void budgetsTellTheRate() {
        auto rows = std::vector{studyRow("A", "mlp", "lstm", 1, 0.1, 0.8),
                                studyRow("kd", "mlp", "lstm", 1, 0.1, 0.8),
                                studyRow("rkd", "mlp", "lstm", 1, 0.1, 0.8),
                                studyRow("reference", "mlp", "lstm", 1, 0.1, 0.8),
                                studyRow("ridge_input", "mlp", "lstm", 1, 0.1, 0.8)};
        rows[2].cell.experiment.transfer.schedule = RateSchedule::OneCycle;
        rows[3].cell.experiment.transfer.schedule = RateSchedule::OneCycle;
        rows[4].summary.gradientSteps = 0;
        const auto report = made(rows);
        QStringList rates;
        for (const auto& budget : report.summary.budgets) {
            rates << QString::fromStdString(rateText(budget));
        }
        QCOMPARE(rates, (QStringList{"one cycle", "constant", "one cycle", "constant", "\u2013"}));
        QVERIFY(usedSchedule(report.summary.budgets[0]) == RateSchedule::OneCycle);
        QVERIFY(!usedSchedule(report.summary.budgets[4]));
        const auto table = budgetTable(report.summary);
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                         [](const auto& each) { return each.title == "Rate"; });
        QVERIFY(column != table.columns.end());
        const auto at = static_cast<std::size_t>(column - table.columns.begin());
        QCOMPARE(table.rows[3].fields[at], std::string("constant"));
        QVERIFY(read(studyHtml(report.summary, report.about)).text.contains("one cycle"));
        QVERIFY(studyCsv(report.summary).find("rate: one cycle") != std::string::npos);
    }

    // The corrected p-value stands beside the test that it was made from.
    void itemsSayWhatDecides() {
        std::vector<StudyRow> rows;
        stats::StudyChoices choices;
        choices.resamples = 500;
        for (const int seed : {1, 2, 3}) {
            for (const char* method : {"A", "kd"}) {
                const std::size_t right = *method == 'A' ? 300 : seed == 1 ? 180 : 280;
                rows.push_back(studyRow(method, "mlp", "lstm", static_cast<std::uint64_t>(seed),
                                        0.1, static_cast<double>(right) / 400.0));
                auto& marks = choices.marks[rows.back().run->value];
                marks.items = std::to_string(seed);
                marks.after.assign(400, false);
                std::fill_n(marks.after.begin(), right, true);
            }
        }
        const auto summary = stats::summariseStudy(rows, choices);
        QVERIFY(summary.has_value());
        const auto& pair = summary->pairComparisons.front();
        QVERIFY(pair.items && pair.items->pDecisive() == pair.items->pSeeds);
        const auto csv = studyCsv(*summary);
        format::CsvReader reader(csv, ',');
        std::map<std::string, std::string> corrected; // by measure, of the first pair comparison
        for (std::vector<std::string> fields; reader.next(fields);) {
            if (fields[0] == "pair_comparison" && fields[4] == "kd") {
                corrected.emplace(fields[5], fields[12]);
            }
        }
        QVERIFY(corrected.at("difference over seeds and items").empty());
        QCOMPARE(*format::numberOf(corrected.at("paired t over seeds of the items")),
                 *pair.itemsHolm);
        QVERIFY(corrected.at("McNemar over items").empty());
    }

    void referenceSizesMakeACurve() {
        std::vector<StudyRow> rows;
        for (const int size : {100, 300, 597}) {
            for (int seed = 1; seed <= 2; ++seed) {
                auto row = studyRow("A", "mlp", "lstm", seed, 0.1, 0.6 + size / 2000.0);
                row.cell.experiment.data.splits.reference = size;
                rows.push_back(row);
            }
        }
        const auto report = made(rows);
        QVERIFY(read(studyHtml(report.summary, report.about))
                    .text.contains("Accuracy against reference inputs"));
    }

    // Mean over pairs, whatever was not measured is no point; in words where the check warned.
    void shiftsMakeCurvesOfTheChosenMethod() {
        auto rows = studyRows();
        for (auto& row : rows) {
            const auto strength = row.cell.experiment.data.shift.strength;
            const bool shifted = !row.cell.experiment.data.shift.kind.empty();
            row.summary.shift.pValue = shifted && strength > 0.3 ? 0.002 : 0.5;
        }
        const auto report = made(rows);
        const auto figures = shiftFigures(report.summary);
        QCOMPARE(figures.size(), std::size_t{2});
        const auto& svg = figures[0].svg;
        for (const char* curve : {"receiver after", "receiver before", ">source<",
                                  "control readout_only", "control untrained_source"}) {
            QVERIFY2(svg.find(curve) != std::string::npos, curve);
        }
        const auto tables = shiftTables(report.summary);
        QCOMPARE(tables.size(), std::size_t{1});
        const auto& table = tables[0];
        QCOMPARE(table.rows.size(), std::size_t{3});
        const auto cell = [&](std::size_t row, const std::string& title) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                if (table.columns[i].title == title) {
                    return table.rows[row].fields[i];
                }
            }
            return std::string("no such column");
        };
        const char* strengths[] = {"0", "0.25", "0.5"};
        const char* warned[] = {"0 of 8", "0 of 8", "8 of 8"};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(cell(i, "Strength"), std::string(strengths[i]));
            QCOMPARE(cell(i, "Warned"), std::string(warned[i]));
            QCOMPARE(cell(i, "Agreement %"), std::string(kDash));
            QCOMPARE(cell(i, "Before %").substr(0, 4), std::string("10.0"));
            QCOMPARE(cell(i, "Pairs"), std::string("2"));
            QCOMPARE(cell(i, "n"), std::string("4"));
        }
        // 0.85 - 0.025 - 0.2 strength, and what the seeds add: 0.004 times 2, 2.75 or so.
        QVERIFY(cell(0, "After %") > cell(1, "After %") && cell(1, "After %") > cell(2, "After %"));
    }

    void tasksMakeACurveOfTheirOwn() {
        std::vector<StudyRow> rows;
        for (const double strength : {1.0, 0.5, 0.0}) {
            for (int seed = 1; seed <= 2; ++seed) {
                auto row = studyRow("A", "mlp", "lstm", seed, 0.1, 0.8 - 0.5 * strength);
                if (strength > 0.0) {
                    row.cell.experiment.data.task = {"permuted", strength, {}};
                }
                rows.push_back(row);
            }
        }
        auto other = studyRow("A", "mlp", "lstm", 1, 0.1, 0.3); // has no strength
        other.cell.experiment.data.task = {"other", 1.0, "letters"};
        rows.push_back(other);
        const auto report = made(rows);
        const auto tables = shiftTables(report.summary);
        QCOMPARE(tables.size(), std::size_t{1});
        QCOMPARE(tables[0].rows.size(), std::size_t{3});
        QCOMPARE(tables[0].rows[0].fields[0], std::string("0"));
        QCOMPARE(tables[0].rows[2].fields[0], std::string("1"));
        QVERIFY(tables[0].caption.find("permuted") != std::string::npos);
    }

    // A line for each of the other's strengths, which its caption says.
    void shiftsAndTasksTogether() {
        std::vector<StudyRow> rows;
        for (const double strength : {0.0, 0.5}) {
            for (const double share : {0.0, 0.25}) {
                auto row = studyRow("A", "mlp", "lstm", 1, 0.1, 0.8 - strength - share);
                if (strength > 0.0) {
                    row.cell.experiment.data.shift = {"noise", strength};
                }
                if (share > 0.0) {
                    row.cell.experiment.data.task = {"permuted", share, {}};
                }
                rows.push_back(row);
            }
        }
        const auto report = made(rows);
        const auto tables = shiftTables(report.summary);
        QCOMPARE(tables.size(), std::size_t{4});
        std::set<std::string> captions;
        for (const auto& table : tables) {
            QCOMPARE(table.rows.size(), std::size_t{2});
            captions.insert(table.caption);
        }
        QCOMPARE(captions.size(), std::size_t{4});
        const auto says = [&](const char* words) {
            return std::any_of(tables.begin(), tables.end(), [&](const auto& table) {
                return table.caption.find(words) != std::string::npos;
            });
        };
        QVERIFY(says("noise, source task permuted 0.25") && says("permuted, shift noise 0.5"));
    }

    void oneStrengthIsNoCurve() {
        auto row = studyRow("A", "mlp", "lstm", 1, 0.1, 0.5);
        row.cell.experiment.data.shift = {"noise", 0.5};
        const auto report = made({row});
        QVERIFY(shiftFigures(report.summary).empty() && shiftTables(report.summary).empty());
    }

    void about() {
        const auto report = made(studyRows());
        QCOMPARE(report.about.methods.size(), std::size_t{3});
        QCOMPARE(report.about.methods[0].sentence, std::string()); // not in the catalogue
        QVERIFY(!report.about.methods[1].citation.empty());
        QCOMPARE(report.about.controls.size(), std::size_t{2});
        QCOMPARE(report.about.environment.size(), std::size_t{4});
        QVERIFY(methodCitation("none").empty());
        QVERIFY(methodCitation("crd").find("ICLR 2020") != std::string_view::npos);
    }

    void sameInputSamePage() {
        const auto first = made(studyRows());
        const auto second = made(studyRows());
        QVERIFY(studyHtml(first.summary, first.about) == studyHtml(second.summary, second.about));
    }
};

TESSERA_TEST(TestStudyReport)

#include "test_study_report.moc"
