#include "ui/compare/confusion_data.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>

namespace tessera::ui {

namespace {

struct ConfusionDataWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::Compare)
};

} // namespace

const ItemAnswers* answersOf(const ItemResults& items, const std::string& choice) {
    const ItemAnswers* found = nullptr;
    if (choice == AnswerChoice::kAfter) {
        found = &items.after;
    } else if (choice == AnswerChoice::kBefore) {
        found = &items.before;
    } else if (choice == AnswerChoice::kSource) {
        found = &items.source;
    }
    for (const auto& control : items.controls) {
        found = control.id.value == choice ? &control.answers : found;
    }
    return found != nullptr && !found->empty() ? found : nullptr;
}

QString answersText(const std::string& choice) {
    if (choice == AnswerChoice::kAfter) {
        return ConfusionDataWords::tr("Receiver, after");
    }
    if (choice == AnswerChoice::kBefore) {
        return ConfusionDataWords::tr("Receiver, before");
    }
    if (choice == AnswerChoice::kSource) {
        return ConfusionDataWords::tr("Source");
    }
    return ConfusionDataWords::tr("Control: %1").arg(controlText(ControlId(choice)));
}

} // namespace tessera::ui
