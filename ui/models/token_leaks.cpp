#include "ui/models/token_leaks.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace tessera::ui {

namespace {

struct TokenLeaksWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

struct Told {
    std::string_view id;
    const char* text;
};

constexpr std::array<Told, 24> kTold = {
    {{"correlation",
      QT_TRANSLATE_NOOP(
          "tessera::ui",
          "How alike the layers of the two networks are, and what the layers are called.")},
     {"lineage",
      QT_TRANSLATE_NOOP("tessera::ui", "Which networks and tokens this one was made from.")},
     {"hints",
      QT_TRANSLATE_NOOP("tessera::ui",
                        "Which layers of the network that learns the writer had in mind.")},
     {"drift",
      QT_TRANSLATE_NOOP(
          "tessera::ui",
          "How far the two networks' answers lie apart, measured on samples without noise.")},
     {"source", QT_TRANSLATE_NOOP("tessera::ui", "What the network that taught is called.")},
     {"target", QT_TRANSLATE_NOOP("tessera::ui", "What the network that learned is called.")},
     {"time", QT_TRANSLATE_NOOP("tessera::ui", "When the token was made.")},
     {"seed",
      QT_TRANSLATE_NOOP(
          "tessera::ui",
          "The seed of the experiment, from which its splits and networks can be drawn again.")},
     {"source_hash",
      QT_TRANSLATE_NOOP("tessera::ui", "A hash of the weights of the network that taught: whoever "
                                       "has it can prove that it is this one.")},
     {"signature",
      QT_TRANSLATE_NOOP("tessera::ui", "Whose key signed the token, and under which name.")},
     {"data", QT_TRANSLATE_NOOP("tessera::ui", "Which data set the token was made from.")},
     {"reference_hash",
      QT_TRANSLATE_NOOP(
          "tessera::ui",
          "A hash of the reference inputs: whoever has them can prove that they are these.")},
     {"release_size",
      QT_TRANSLATE_NOOP("tessera::ui", "How many samples the vector was made from, and the figures "
                                       "of the noise from which that number follows.")},
     {"merge", QT_TRANSLATE_NOOP("tessera::ui", "How many tokens this one was merged from, and the "
                                                "hashes by which they can be recognised.")},
     {"x.tx_d_model", QT_TRANSLATE_NOOP("tessera::ui", "How wide the network is that taught.")},
     {"x.rx_d_model", QT_TRANSLATE_NOOP("tessera::ui", "How wide the network is that learned.")},
     {"x.compatibility_score",
      QT_TRANSLATE_NOOP("tessera::ui", "How alike the activations of the two networks are.")},
     {"x.contributor_id", QT_TRANSLATE_NOOP("tessera::ui", "Who contributed the token.")},
     {"x.swarm_round_id",
      QT_TRANSLATE_NOOP("tessera::ui", "In which round of which swarm the token was made.")},
     {"x.local_data_fingerprint",
      QT_TRANSLATE_NOOP(
          "tessera::ui",
          "A fingerprint of the contributor's data, by which they can be recognised.")},
     {"x.signature_hex",
      QT_TRANSLATE_NOOP("tessera::ui", "A signature, which proves who wrote the token.")},
     {"x.public_key_hex", QT_TRANSLATE_NOOP("tessera::ui", "The key of whoever signed the token.")},
     {"x.signed_fields",
      QT_TRANSLATE_NOOP("tessera::ui", "What the signature of the token is about.")},
     {"x.twb.version",
      QT_TRANSLATE_NOOP("tessera::ui", "Which version of this program wrote the token.")}}};

} // namespace

QString leakText(const TokenLeak& leak) {
    for (const auto& told : kTold) {
        if (told.id == leak.id) {
            return TokenLeaksWords::tr(told.text);
        }
    }
    if (leak.id.starts_with("x.")) {
        return TokenLeaksWords::tr(
            "Something that another program or person wrote here: read it, since it "
            "can be anything.");
    }
    if (leak.id.starts_with("unknown.")) {
        return TokenLeaksWords::tr(
            "A field that this version does not know: read it, since it can be "
            "anything.");
    }
    return fromUtf8(leak.tells);
}

} // namespace tessera::ui
