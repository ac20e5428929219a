#include "app/cli/token_tables.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::cli {

namespace {

constexpr std::size_t kLongestCell = 200; // bytes of a value

} // namespace

std::string differenceText(const TokenDifference& difference, bool perDimension) {
    std::string text;
    for (const auto& field : difference.fields) {
        text += fmt::format("{}: {} | {}\n", shown(field.key), shownValue(field.left, kLongestCell),
                            shownValue(field.right, kLongestCell));
    }
    if (difference.leftCount != difference.rightCount) {
        return text + fmt::format("vector: {} numbers | {} numbers\n", difference.leftCount,
                                  difference.rightCount);
    }
    text +=
        difference.differing == 0
            ? fmt::format("vector: the same {} numbers, bit for bit\n", difference.leftCount)
            : fmt::format("vector: {} of {} numbers differ, by {} at most; distance {}, cosine {}, "
                          "norms {} | {}\n",
                          difference.differing, difference.leftCount, compact(difference.largest),
                          compact(difference.distance), fixed(difference.cosine, 6),
                          compact(difference.leftNorm), compact(difference.rightNorm));
    if (perDimension && difference.differing > 0) {
        TextTable table({"dimension", "right - left"}, 0);
        for (std::size_t i = 0; i < difference.perDimension.size(); ++i) {
            if (difference.perDimension[i] != 0.0F) {
                table.add({fmt::format("{}", i), fmt::format("{}", difference.perDimension[i])});
            }
        }
        text += table.text();
    }
    return text;
}

std::string leaksText(const std::vector<TokenLeak>& leaks, const std::vector<std::string>& out) {
    if (leaks.empty()) {
        return "Nothing in this token tells more than its use needs.\n";
    }
    std::string text;
    for (const auto& leak : leaks) {
        const bool goes = std::find(out.begin(), out.end(), leak.id) != out.end();
        text +=
            fmt::format("[{}] {}\n    {} = {}\n    {}\n", goes ? 'x' : ' ', shown(leak.id),
                        shown(leak.key), shownValue(leak.value, kLongestCell), shown(leak.tells));
    }
    return text +
           "[x] = taken out; keep more with --keep ID,..., take more out with --also ID,...\n";
}

std::string trustListText(const std::filesystem::path& file,
                          const std::vector<SignerKey>& signers) {
    if (signers.empty()) {
        return fmt::format("The trust list {} is empty. Add somebody's public key with: tessera "
                           "trust add NAME KEY.pem\n",
                           shown(file.string()));
    }
    TextTable table({"name", "state", "added", "fingerprint of the key"}, 4);
    for (const auto& signer : signers) {
        table.add({shown(signer.name), signer.revoked ? "revoked" : "trusted",
                   signer.added.empty() ? "-" : shown(signer.added), signer.fingerprint});
    }
    return table.text();
}

} // namespace tessera::cli
