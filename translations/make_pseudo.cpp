// Turns the texts of app_pseudo.ts, as lupdate has gathered them, into pseudo-translations: 40%
// longer, with accents, in brackets, from right to left. With them one sees at a glance what cannot
// be translated, what has no room to grow, and what does not mirror. Run by the target
// tessera_translations; the file it writes is kept under version control.
//
//     make_pseudo app_pseudo.ts

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

namespace {

constexpr double kGrowth = 0.4;
// Invisible: where the text itself decides, it runs from right to left like the words of Hebrew.
constexpr QChar kRightToLeft(0x200F);
constexpr int kPaddingWord = 6; // padding comes in words, so that it can be wrapped

struct Message {
    QString source, comment, extra;
    bool plural = false;
};

struct Context {
    QString name;
    std::vector<Message> messages;
};

QChar accented(QChar letter) {
    static const QString plain = QStringLiteral("aceinorsuyzACEINORSUYZ");
    static const QString accents = QString::fromUtf8("áçéîñöŕšûýžÅÇÉÎÑÖŔŠÛÝŽ");
    const auto found = plain.indexOf(letter);
    return found < 0 ? letter : accents.at(found);
}

// What the program reads and a translator must keep: places for values, mnemonics, keys, patterns
// of file names.
const QRegularExpression& untouchable() {
    static const QRegularExpression expression(QStringLiteral(
        R"(%L?\d+|%L?n|&.|(?:Ctrl|Shift|Alt|Meta)\+[^\s,.;)]+|\*\.[\w.*]+|\*|https?://\S+)"));
    return expression;
}

bool isKeySequence(const QString& text) {
    static const QRegularExpression keys(
        QStringLiteral(R"(^(?:(?:Ctrl|Shift|Alt|Meta)\+)*(?:F\d{1,2}|Del|Esc|Ins|Home|End|.)$)"));
    return keys.match(text).hasMatch();
}

QString padding(int length) {
    QString text;
    while (length > 0) {
        const int word = qMin(length, kPaddingWord);
        text += u' ' + QString(word, u'~');
        length -= word + 1;
    }
    return text;
}

QString pseudo(const QString& source) {
    if (source == QLatin1String("QT_LAYOUT_DIRECTION")) {
        return QStringLiteral("RTL");
    }
    if (isKeySequence(source)) {
        return source;
    }
    QString text;
    const auto accentTo = [&](qsizetype from, qsizetype to) {
        for (auto i = from; i < to; ++i) {
            text += accented(source.at(i));
        }
    };
    qsizetype done = 0;
    auto matches = untouchable().globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        accentTo(done, match.capturedStart());
        text += match.captured();
        done = match.capturedEnd();
    }
    accentTo(done, source.size());
    const int more = static_cast<int>(std::ceil(kGrowth * static_cast<double>(source.size())));
    return kRightToLeft + u'[' + text + padding(more - 2) + u']';
}

Message readMessage(QXmlStreamReader& in) {
    Message message;
    message.plural = in.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (in.readNextStartElement()) {
        if (in.name() == QLatin1String("source")) {
            message.source = in.readElementText();
        } else if (in.name() == QLatin1String("comment")) {
            message.comment = in.readElementText();
        } else if (in.name() == QLatin1String("extracomment")) {
            message.extra = in.readElementText();
        } else {
            in.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Context> readContexts(QXmlStreamReader& in) {
    std::vector<Context> contexts;
    in.readNextStartElement(); // TS
    while (in.readNextStartElement()) {
        if (in.name() != QLatin1String("context")) {
            in.skipCurrentElement();
            continue;
        }
        Context context;
        while (in.readNextStartElement()) {
            if (in.name() == QLatin1String("name")) {
                context.name = in.readElementText();
            } else if (in.name() == QLatin1String("message")) {
                context.messages.push_back(readMessage(in));
            } else {
                in.skipCurrentElement();
            }
        }
        contexts.push_back(std::move(context));
    }
    return contexts;
}

void writeMessage(QXmlStreamWriter& out, const Message& message) {
    out.writeStartElement(QStringLiteral("message"));
    if (message.plural) {
        out.writeAttribute(QStringLiteral("numerus"), QStringLiteral("yes"));
    }
    out.writeTextElement(QStringLiteral("source"), message.source);
    for (const auto& [tag, text] :
         {std::pair("comment", message.comment), std::pair("extracomment", message.extra)}) {
        if (!text.isEmpty()) {
            out.writeTextElement(QLatin1String(tag), text);
        }
    }
    if (message.plural) {
        out.writeStartElement(QStringLiteral("translation"));
        for (int form = 0; form < 2; ++form) { // one, many: as in English
            out.writeTextElement(QStringLiteral("numerusform"), pseudo(message.source));
        }
        out.writeEndElement();
    } else {
        out.writeTextElement(QStringLiteral("translation"), pseudo(message.source));
    }
    out.writeEndElement();
}

void write(QIODevice& file, const std::vector<Context>& contexts) {
    QXmlStreamWriter out(&file);
    out.setAutoFormatting(true);
    out.setAutoFormattingIndent(4);
    out.writeStartDocument();
    out.writeDTD(QStringLiteral("<!DOCTYPE TS>"));
    out.writeStartElement(QStringLiteral("TS"));
    out.writeAttribute(QStringLiteral("version"), QStringLiteral("2.1"));
    out.writeAttribute(QStringLiteral("language"), QStringLiteral("en")); // of its plural forms
    for (const auto& context : contexts) {
        out.writeStartElement(QStringLiteral("context"));
        out.writeTextElement(QStringLiteral("name"), context.name);
        for (const auto& message : context.messages) {
            writeMessage(out, message);
        }
        out.writeEndElement();
    }
    out.writeEndDocument();
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "make_pseudo: give the name of app_pseudo.ts\n");
        return 2;
    }
    const auto name = QString::fromLocal8Bit(argv[1]);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "make_pseudo: cannot read %s\n", argv[1]);
        return 1;
    }
    QXmlStreamReader in(&file);
    const auto contexts = readContexts(in);
    if (in.hasError()) {
        std::fprintf(stderr, "make_pseudo: %s: %s\n", argv[1], qPrintable(in.errorString()));
        return 1;
    }
    QSaveFile result(name);
    if (!result.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "make_pseudo: cannot write %s\n", argv[1]);
        return 1;
    }
    write(result, contexts);
    return result.commit() ? 0 : 1;
}
