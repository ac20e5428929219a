#include "ui/models/network_text.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>

namespace tessera::ui {

namespace {

// Whose tr() the tools that gather texts find.
struct NetworkTextWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::NetworkText)
};

constexpr std::array<const char*, 4> kKinds = {
    QT_TRANSLATE_NOOP("tessera::ui::NetworkText", "network of this program"),
    QT_TRANSLATE_NOOP("tessera::ui::NetworkText", "checkpoint of this program"), "TorchScript",
    QT_TRANSLATE_NOOP("tessera::ui::NetworkText", "state dict of PyTorch")};

constexpr auto kTimes = u" \u00D7 ";
constexpr auto kUnknown = u"\u2014";

// With one full stop at the end, as the core's sentences have it sometimes.
QString sentence(const std::string& detail) {
    auto text = fromUtf8(detail).trimmed();
    while (text.endsWith(QLatin1Char('.'))) {
        text.chop(1);
    }
    return text + QLatin1Char('.');
}

// "the network ..." of "resnet18.pt: the network ...".
std::string withoutTitle(const std::string& detail, const std::string& title) {
    const auto beginning = title + ": ";
    return detail.starts_with(beginning) ? detail.substr(beginning.size()) : detail;
}

QString refusalText(const NetworkDescription& about, const NetworkUse& use) {
    const auto title = fromUtf8(about.title);
    if (about.state && !use.spec.architecture) {
        return about.state->guesses.empty()
                   ? NetworkTextWords::tr(
                         "\u201C%1\u201D holds tensors but not how they are used, and no "
                         "architecture of this program fits them. Export the network from "
                         "Python as TorchScript (torch.jit.script or torch.jit.trace).")
                         .arg(title)
                   : NetworkTextWords::tr(
                         "\u201C%1\u201D holds tensors but not how they are used. Choose the "
                         "architecture that they belong to.")
                         .arg(title);
    }
    const auto reason = sentence(withoutTitle(about.refusal->detail, about.title));
    return about.refusal->code == ErrorCode::Unsupported
               ? NetworkTextWords::tr("\u201C%1\u201D will not be run: %2").arg(title, reason)
               : NetworkTextWords::tr("\u201C%1\u201D cannot be used: %2").arg(title, reason);
}

QString classesObstacle(const NetworkDescription& about, const NetworkUse& use) {
    const bool known = about.classes > 0 && use.classes > 0;
    if (!known || about.classes == use.classes || use.spec.head == HeadChoice::Replace) {
        return {};
    }
    if (use.role == NetworkRole::Source) {
        return NetworkTextWords::tr(
                   "The network names %1 classes, but the data have %2. Choose a network or "
                   "data with as many as the other.")
            .arg(about.classes)
            .arg(use.classes);
    }
    return use.mismatch == Mismatch::Classes
               ? QString()
               : NetworkTextWords::tr(
                     "The network names %1 classes, but the data have %2. Replace its head, "
                     "or declare that the classes differ.")
                     .arg(about.classes)
                     .arg(use.classes);
}

} // namespace

QString networkKindText(NetworkDescription::Kind kind) {
    return NetworkTextWords::tr(kKinds[static_cast<std::size_t>(kind)]);
}

QString countText(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString parametersText(std::int64_t count) {
    constexpr double kMillion = 1e6, kBillion = 1e9;
    const auto number = static_cast<double>(count);
    if (number >= kBillion) {
        return NetworkTextWords::tr("%1 billion parameters")
            .arg(QLocale().toString(number / kBillion, 'f', 1));
    }
    if (number >= kMillion) {
        return NetworkTextWords::tr("%1 million parameters")
            .arg(QLocale().toString(number / kMillion, 'f', 1));
    }
    return NetworkTextWords::tr("%Ln parameter(s)", "", static_cast<int>(count));
}

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList sizes;
    for (const auto size : shape) {
        sizes << countText(size);
    }
    return sizes.isEmpty() ? QString::fromUtf16(kUnknown) : sizes.join(QString::fromUtf16(kTimes));
}

QString inputText(const InputSpec& input) {
    switch (input.kind) {
    case InputKind::Tokens:
        return NetworkTextWords::tr("%1 tokens, each one of %2")
            .arg(countText(input.length), countText(input.vocabulary));
    case InputKind::Rows:
        return NetworkTextWords::tr("%1 rows of %2 numbers")
            .arg(countText(input.length), countText(input.width));
    case InputKind::Image:
        return NetworkTextWords::tr("images, %1")
            .arg(shapeText({input.channels, input.length, input.width}));
    case InputKind::Flat:
        return NetworkTextWords::tr("vectors of %Ln number(s)", "", static_cast<int>(input.length));
    }
    return {};
}

QString recipeText(const ArchitectureSpec& architecture) {
    QStringList parts = {architectureText(architecture.family),
                         NetworkTextWords::tr("width %1").arg(countText(architecture.width)),
                         NetworkTextWords::tr("depth %1").arg(countText(architecture.depth))};
    if (architecture.encoding == PositionEncoding::Sinusoidal) {
        parts << NetworkTextWords::tr("sinusoidal positions");
    } else if (architecture.positions) {
        parts << (*architecture.positions ? NetworkTextWords::tr("learned positions")
                                          : NetworkTextWords::tr("no positions"));
    }
    if (architecture.patch) {
        parts << NetworkTextWords::tr("patches of %Ln pixel(s)", "", *architecture.patch);
    }
    if (architecture.heads) {
        parts << NetworkTextWords::tr("%Ln head(s)", "", *architecture.heads);
    }
    if (architecture.pooling == Pooling::ClassToken) {
        parts << NetworkTextWords::tr("class token");
    }
    return parts.join(QStringLiteral(", "));
}

QString networkSummary(const NetworkDescription& about) {
    QStringList parts = {networkKindText(about.kind), parametersText(about.parameters)};
    if (about.classes > 0) {
        parts << NetworkTextWords::tr("%Ln class(es)", "", about.classes);
    }
    return parts.join(QStringLiteral(", "));
}

QString networkObstacle(const NetworkDescription& about, const NetworkUse& use) {
    if (about.refusal) {
        return refusalText(about, use);
    }
    if (use.role == NetworkRole::Source && use.spec.head == HeadChoice::Replace) {
        return NetworkTextWords::tr(
            "The source is used as it is: a new head knows nothing that it could "
            "teach. Keep its head.");
    }
    if (about.kind == NetworkDescription::Kind::Checkpoint && about.input && use.input &&
        *about.input != *use.input) {
        return NetworkTextWords::tr(
                   "The network takes other inputs (%1) than the data have (%2). Choose a "
                   "network that was made for these data.")
            .arg(inputText(*about.input), inputText(*use.input));
    }
    if (auto obstacle = classesObstacle(about, use); !obstacle.isEmpty()) {
        return obstacle;
    }
    // Whether there is a head shows only when the network is tried.
    if (use.role == NetworkRole::Receiver && about.input && !about.hasHead &&
        use.mismatch == Mismatch::None) {
        return NetworkTextWords::tr(
            "The last linear layer of a receiver is fitted to the source's outputs, "
            "and this network shows none. Choose another network, or another feature "
            "of it.");
    }
    return {};
}

QString networkFailureText(const NetworkSpec& spec, const Error& error) {
    return spec.file.empty()
               ? sentence(error.detail)
               : NetworkTextWords::tr("\u201C%1\u201D cannot be used: %2")
                     .arg(fromUtf8(spec.file.filename().string()), sentence(error.detail));
}

} // namespace tessera::ui
