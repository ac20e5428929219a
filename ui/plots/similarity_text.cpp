#include "ui/plots/similarity_text.h"

#include <QCoreApplication>

namespace tessera::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

} // namespace

QString similarityText(SimilarityKind kind) {
    switch (kind) {
    case SimilarityKind::UnbiasedCka:
        return Words::tr("unbiased CKA");
    case SimilarityKind::LinearCka:
        return Words::tr("linear CKA");
    case SimilarityKind::MutualNeighbours:
        return Words::tr("mutual neighbours");
    case SimilarityKind::Procrustes:
        return Words::tr("Procrustes similarity");
    }
    return {};
}

QString matchingText(MatchingKind kind) {
    switch (kind) {
    case MatchingKind::Ordered:
        return Words::tr("in order", "layers that are matched");
    case MatchingKind::Hungarian:
        return Words::tr("for the largest sum", "layers that are matched");
    case MatchingKind::Greedy:
        return Words::tr("best pair first", "layers that are matched");
    }
    return {};
}

} // namespace tessera::ui
