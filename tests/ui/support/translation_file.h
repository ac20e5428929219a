#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <map>

// Reading Qt's .ts files.
namespace tessera::test {

struct TranslatedText {
    QString source;
    QStringList forms; // one, or one for each plural form
    bool plural = false;
    bool finished = true;
};

// By context, source and comment, as "context: source (comment)".
using TranslationFile = std::map<QString, TranslatedText>;

inline void readTranslation(QXmlStreamReader& in, TranslatedText& text) {
    text.finished = !in.attributes().hasAttribute(QLatin1String("type"));
    if (!text.plural) {
        text.forms = {in.readElementText()};
        return;
    }
    while (in.readNextStartElement()) {
        text.forms += in.readElementText();
    }
}

inline void readMessage(QXmlStreamReader& in, const QString& context, TranslationFile& file) {
    TranslatedText text;
    QString comment;
    text.plural = in.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (in.readNextStartElement()) {
        if (in.name() == QLatin1String("source")) {
            text.source = in.readElementText();
        } else if (in.name() == QLatin1String("comment")) {
            comment = in.readElementText();
        } else if (in.name() == QLatin1String("translation")) {
            readTranslation(in, text);
        } else {
            in.skipCurrentElement();
        }
    }
    const auto key = QStringLiteral("%1: %2").arg(context, text.source);
    file[comment.isEmpty() ? key : key + QStringLiteral(" (%1)").arg(comment)] = text;
}

// Empty if there is no such file.
inline TranslationFile readTranslations(const QString& name) {
    TranslationFile texts;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    QXmlStreamReader in(&file);
    QString context;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (in.name() == QLatin1String("name")) {
            context = in.readElementText();
        } else if (in.name() == QLatin1String("message")) {
            readMessage(in, context, texts);
        }
    }
    return texts;
}

} // namespace tessera::test
