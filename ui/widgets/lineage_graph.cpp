#include "ui/widgets/lineage_graph.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/lineage_canvas.h"
#include "ui/widgets/measures.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kNodeLines = 5;
constexpr int kAround = 16; // of a node that is scrolled into sight

} // namespace

LineageGraph::LineageGraph(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_sentence(new EmptyState(m_stack)) {
    setObjectName(QStringLiteral("lineage"));
    auto* content = new QWidget(m_stack);
    m_note = new QLabel(content);
    m_note->setObjectName(QStringLiteral("lineage.note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_area = new QScrollArea(content);
    m_area->setObjectName(QStringLiteral("lineage.area"));
    m_area->setAccessibleName(tr("Lineage"));
    m_area->setLayoutDirection(Qt::LeftToRight); // it begins where the graph does
    m_area->setFocusPolicy(Qt::NoFocus);         // the canvas has it
    m_area->setWidgetResizable(true);
    m_canvas = new LineageCanvas(m_area);
    m_area->setWidget(m_canvas);
    m_details = new QPlainTextEdit(content);
    m_details->setObjectName(QStringLiteral("lineage.details"));
    m_details->setAccessibleName(tr("The chosen node"));
    m_details->setPlaceholderText(tr("Choose a node to read what the file says about it."));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const int frame = 2 * (m_details->frameWidth() +
                           static_cast<int>(std::ceil(m_details->document()->documentMargin())));
    m_details->setFixedHeight(kNodeLines * m_details->fontMetrics().lineSpacing() + frame);
    setFocusProxy(m_canvas);

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_note);
    column->addWidget(m_area, 1);
    column->addWidget(m_details);
    m_stack->addWidget(m_sentence);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_canvas, &LineageCanvas::currentChanged, this, &LineageGraph::showNode);
    setLineage(Metadata::object());
}

void LineageGraph::setLineage(const Metadata& dag) {
    m_canvas->setShape(readLineage(dag));
    m_text = lineageWords(m_canvas->shape());
    const auto gaps = lineageGaps(m_canvas->shape());
    m_note->setText(gaps);
    m_note->setVisible(!gaps.isEmpty());
    m_details->clear();
    m_sentence->setSentence(isEmpty() ? m_text : QString());
    m_stack->setCurrentIndex(isEmpty() ? 0 : 1);
    m_canvas->setAccessibleDescription(m_text);
    setAccessibleName(tr("Lineage"));
    setAccessibleDescription(m_text);
}

bool LineageGraph::isEmpty() const {
    return m_canvas->shape().problem != LineageProblem::None;
}

void LineageGraph::showNode(int node) {
    m_details->setPlainText(lineageDetails(m_canvas->shape(), node));
    const auto rect = m_canvas->nodeRect(node);
    m_area->ensureVisible(rect.center().x(), rect.center().y(), rect.width() / 2 + kAround,
                          rect.height() / 2 + kAround);
}

} // namespace tessera::ui
