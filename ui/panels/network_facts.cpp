#include "ui/panels/network_facts.h"

#include "ui/models/network_text.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QFormLayout>
#include <QLabel>

namespace tessera::ui {

namespace {

QString headText(const NetworkDescription& about, const NetworkSpec& spec) {
    if (spec.head == HeadChoice::Replace) {
        return NetworkFacts::tr("a fresh one, for the data");
    }
    if (about.hasHead) {
        return NetworkFacts::tr("a linear layer at the end");
    }
    // Whether there is one shows only when the network is tried.
    return about.input ? NetworkFacts::tr("none was found") : NetworkFacts::tr("not known");
}

QString featureText(const NetworkDescription& about, const NetworkSpec& spec) {
    if (!spec.feature.empty()) {
        return fromUtf8(spec.feature);
    }
    return about.feature.empty() || about.feature == "feature"
               ? NetworkFacts::tr("the input of the head")
               : fromUtf8(about.feature);
}

QLabel* wrappedFact(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

NetworkFacts::NetworkFacts(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("network.facts"));
    setAccessibleName(tr("Facts about the network"));
    setFocusPolicy(Qt::StrongFocus); // the arrow keys scroll
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
}

void NetworkFacts::clear() {
    auto* page = new QWidget;
    m_rows = new QFormLayout(page);
    m_rows->setContentsMargins(2 * kNarrowSpace, 2 * kNarrowSpace, 2 * kNarrowSpace,
                               2 * kNarrowSpace);
    m_rows->setVerticalSpacing(kNarrowSpace);
    m_rows->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines.clear();
    setAccessibleDescription({});
    setWidget(page); // deletes the one before
}

void NetworkFacts::setNetwork(const NetworkDescription& about, const NetworkSpec& spec,
                              std::int64_t referenceSamples) {
    clear();
    add(tr("Kind"), networkKindText(about.kind));
    add(tr("Takes"), fromUtf8(about.wants));
    add(tr("Tried with"), about.input ? inputText(*about.input) : tr("nothing yet"));
    addSizes(about, referenceSamples);
    add(tr("Head"), headText(about, spec));
    add(tr("Feature"), featureText(about, spec));
    for (const auto& warning : about.warnings) {
        addWarning(fromUtf8(warning));
    }
    setAccessibleDescription(text());
}

void NetworkFacts::addSizes(const NetworkDescription& about, std::int64_t referenceSamples) {
    add(tr("Parameters"), countText(about.parameters));
    add(tr("Buffers"), countText(about.buffers));
    add(tr("Classes"), about.classes > 0 ? countText(about.classes) : tr("not known"));
    if (about.recordingBytesPerSample == 0) {
        return;
    }
    // As many lines as there are figures.
    QStringList figures = {
        tr("%1 per sample, pooled").arg(bytesText(about.recordingBytesPerSample))};
    if (referenceSamples > 0) {
        figures << tr("%1 for %Ln reference sample(s)", "", static_cast<int>(referenceSamples))
                       .arg(bytesText(about.recordingBytesPerSample * referenceSamples));
    }
    figures << tr("%1 per sample in full").arg(bytesText(about.fullBytesPerSample));
    add(tr("Recording"), figures.join(QLatin1Char('\n')));
}

void NetworkFacts::add(const QString& name, const QString& value) {
    if (value.isEmpty()) {
        return;
    }
    auto* label = wrappedFact(value, widget());
    label->setAccessibleName(tr("%1: %2").arg(name, value));
    m_rows->addRow(tr("%1:").arg(name), label);
    m_lines << tr("%1: %2").arg(name, value);
}

void NetworkFacts::addWarning(const QString& sentence) {
    // The sign says it without colour.
    m_rows->addRow(wrappedFact(QStringLiteral("\u26A0 ") + sentence, widget()));
    m_lines << sentence;
}

QString NetworkFacts::text() const {
    return m_lines.join(QLatin1Char('\n'));
}

} // namespace tessera::ui
