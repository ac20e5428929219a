#include "core/experiment/study_report.h"

#include <array>

namespace tessera::experiment {

namespace {

struct Citation {
    std::string_view mode;
    std::string_view text;
};

constexpr std::array kCitations{
    Citation{"A", "Schönemann, A generalized solution of the orthogonal Procrustes problem, "
                  "Psychometrika 1966; Maiorca et al., Latent space translation via semantic "
                  "alignment, NeurIPS 2023"},
    Citation{"kd", "Hinton, Vinyals and Dean, Distilling the knowledge in a neural network, NIPS "
                   "Deep Learning Workshop 2014 (arXiv 2015)"},
    Citation{"kd_readout", "Hinton, Vinyals and Dean, Distilling the knowledge in a neural "
                           "network, NIPS Deep Learning Workshop 2014 (arXiv 2015); Hoerl and "
                           "Kennard, Ridge regression, Technometrics 1970"},
    Citation{"fitnets", "Romero et al., FitNets: hints for thin deep nets, ICLR 2015"},
    Citation{"rkd", "Park et al., Relational knowledge distillation, CVPR 2019"},
    Citation{"attention", "Zagoruyko and Komodakis, Paying more attention to attention, ICLR 2017"},
    Citation{"similarity", "Tung and Mori, Similarity-preserving knowledge distillation, ICCV "
                           "2019"},
    Citation{"crd", "Tian, Krishnan and Isola, Contrastive representation distillation, ICLR 2020"},
    Citation{"lora", "Hu et al., LoRA: low-rank adaptation of large language models, ICLR 2022"},
    Citation{"adapter", "Houlsby et al., Parameter-efficient transfer learning for NLP, ICML 2019"},
    Citation{"stitching", "Lenc and Vedaldi, Understanding image representations by measuring "
                          "their equivariance and equivalence, CVPR 2015; Bansal, Nakkiran and "
                          "Barak, Revisiting model stitching, NeurIPS 2021"},
    Citation{"ridge_input", "Hoerl and Kennard, Ridge regression, Technometrics 1970"},
    Citation{"reference", "tessera-core 0.1, the protocol's public Python implementation"},
};

} // namespace

std::string_view methodCitation(std::string_view modeId) {
    for (const auto& citation : kCitations) {
        if (citation.mode == modeId) {
            return citation.text;
        }
    }
    return {};
}

} // namespace tessera::experiment
