#include "ui/bridge/lesson_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr int kSchema = 1;
constexpr const char* kEnglish = "en";

tl::unexpected<Error> wrong(const QString& what) {
    return fail(ErrorCode::Corrupt, what.toStdString());
}

// The first key of `object` that is not among `known`; empty if there is none.
QString unknownKey(const QJsonObject& object, const QStringList& known) {
    for (const auto& key : object.keys()) {
        if (!known.contains(key)) {
            return key;
        }
    }
    return {};
}

Result<QString> textOf(const QJsonObject& lesson, const QString& key, const QString& language) {
    const auto texts = lesson.value(key).toObject();
    auto text = texts.value(language).toString();
    if (text.isEmpty()) {
        text = texts.value(QLatin1String(kEnglish)).toString();
    }
    return text.isEmpty() ? Result<QString>(wrong(key + " has no English text")) : text;
}

Result<std::optional<double>> boundOf(const QJsonObject& check, const QString& key) {
    if (!check.contains(key)) {
        return std::optional<double>();
    }
    const auto value = check.value(key).toDouble(std::numeric_limits<double>::quiet_NaN());
    return std::isfinite(value) ? Result<std::optional<double>>(value)
                                : wrong(key + " of an expectation is not a number");
}

QStringList figuresOf(const QJsonObject& check) {
    QStringList figures;
    if (check.contains("measure")) {
        figures << check.value("measure").toString();
    }
    if (check.contains("control")) {
        figures << "control:" + check.value("control").toString();
    }
    const auto difference = check.value("difference").toArray();
    for (const auto& figure : difference) {
        figures << figure.toString();
    }
    return figures;
}

Result<LessonCheck> checkOf(const QJsonValue& value) {
    const auto object = value.toObject();
    if (const auto key =
            unknownKey(object, {"measure", "control", "difference", "at_least", "at_most"});
        !key.isEmpty()) {
        return wrong("an expectation has the unknown key " + key);
    }
    LessonCheck check;
    check.figures = figuresOf(object);
    const bool isDifference = object.contains("difference");
    if (check.figures.size() != (isDifference ? 2 : 1)) {
        return wrong("an expectation needs one measure or control, or a difference of two figures");
    }
    for (const auto& figure : check.figures) {
        if (!isLessonFigure(figure)) {
            return wrong("an expectation speaks of the unknown figure " + figure);
        }
    }
    const auto atLeast = boundOf(object, "at_least"), atMost = boundOf(object, "at_most");
    if (!atLeast || !atMost) {
        return fail(atLeast ? atMost.error() : atLeast.error());
    }
    check.atLeast = *atLeast;
    check.atMost = *atMost;
    if (!check.atLeast && !check.atMost) {
        return wrong("an expectation needs at_least or at_most");
    }
    return check;
}

} // namespace

Result<Lesson> parseLesson(const QByteArray& json, const QString& language) {
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return wrong(problem.error != QJsonParseError::NoError
                         ? problem.errorString() + QStringLiteral(" at byte %1").arg(problem.offset)
                         : QStringLiteral("the description is not an object"));
    }
    const auto object = document.object();
    if (object.value("schema").toInt() != kSchema) {
        return wrong("schema is not 1");
    }
    if (const auto key = unknownKey(
            object, {"schema", "number", "title", "summary", "experiment", "views", "expected"});
        !key.isEmpty()) {
        return wrong("the description has the unknown key " + key);
    }
    const auto title = textOf(object, "title", language);
    const auto summary = textOf(object, "summary", language);
    if (!title || !summary) {
        return fail(title ? summary.error() : title.error());
    }
    Lesson lesson{*title, *summary, object.value("number").toInt(), {}, {}, {}};
    if (!object.value("experiment").isObject()) {
        return wrong("there is no experiment");
    }
    lesson.experiment = QJsonDocument(object.value("experiment").toObject()).toJson().toStdString();
    const auto views = object.value("views").toObject();
    for (auto view = views.begin(); view != views.end(); ++view) {
        lesson.views[view.key()] = view.value().toString();
    }
    const auto expected = object.value("expected").toArray();
    for (const auto& entry : expected) {
        auto check = checkOf(entry);
        if (!check) {
            return fail(check.error());
        }
        lesson.expected.push_back(std::move(*check));
    }
    return lesson;
}

} // namespace tessera::ui
