#include "ui/plots/similarity_text.h"

#include <QCoreApplication>

namespace tessera::ui {

namespace {

struct SimilarityTextWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

} // namespace

QString similarityText(SimilarityKind kind) {
    switch (kind) {
    case SimilarityKind::UnbiasedCka:
        return SimilarityTextWords::tr("unbiased CKA");
    case SimilarityKind::LinearCka:
        return SimilarityTextWords::tr("linear CKA");
    case SimilarityKind::MutualNeighbours:
        return SimilarityTextWords::tr("mutual neighbours");
    case SimilarityKind::Procrustes:
        return SimilarityTextWords::tr("Procrustes similarity");
    }
    return {};
}

QString matchingText(MatchingKind kind) {
    switch (kind) {
    case MatchingKind::Ordered:
        return SimilarityTextWords::tr("in order", "layers that are matched");
    case MatchingKind::Hungarian:
        return SimilarityTextWords::tr("for the largest sum", "layers that are matched");
    case MatchingKind::Greedy:
        return SimilarityTextWords::tr("best pair first", "layers that are matched");
    }
    return {};
}

} // namespace tessera::ui
