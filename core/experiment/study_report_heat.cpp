#include "core/experiment/study_report_figures.h"

#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace tessera::experiment {

namespace {

using stats::StudySummary;
using Groups = std::map<std::pair<std::size_t, std::size_t>, const stats::StudyGroup*>;

// From white to a light blue on which dark text stays readable.
std::string tint(double share) {
    const auto mix = [&](int end) {
        return static_cast<int>(std::lround(255.0 + std::clamp(share, 0.0, 1.0) * (end - 255)));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", mix(0x86), mix(0xbc), mix(0xe4));
}

std::string heatCell(const stats::StudyGroup* group, double least, double most) {
    if (group == nullptr) {
        return fmt::format("<td class=\"number\">{}</td>", kDash);
    }
    const double value = *group->after.mean;
    const double share = most > least ? (value - least) / (most - least) : 0.5;
    return fmt::format("<td class=\"number\" style=\"background:{}\">{}<small> n = {}</small></td>",
                       tint(share), percentText(value), group->after.count);
}

std::string heatTable(const StudySummary& summary, std::size_t setting, const Groups& groups) {
    double least = 1.0, most = 0.0;
    for (const auto& [key, group] : groups) {
        least = std::min(least, *group->after.mean);
        most = std::max(most, *group->after.mean);
    }
    auto html = fmt::format(
        "<div class=\"wide\"><table class=\"heat\">\n<caption>Accuracy in percent by pair (source "
        "&gt; receiver) and method, mean over seeds; the darker, the higher{}.</caption>\n"
        "<thead><tr><th scope=\"col\">Pair</th>",
        summary.grouping.settings.size() > 1
            ? xmlEscaped(": " + summary.grouping.settings[setting].label)
            : "");
    for (const auto& method : summary.grouping.methods) {
        html += fmt::format("<th scope=\"col\" class=\"number\">{}</th>", xmlEscaped(method));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t pair = 0; pair < summary.grouping.pairs.size(); ++pair) {
        html +=
            fmt::format("<tr><th scope=\"row\">{}</th>", xmlEscaped(summary.grouping.pairs[pair]));
        for (std::size_t method = 0; method < summary.grouping.methods.size(); ++method) {
            const auto found = groups.find({pair, method});
            html += heatCell(found == groups.end() ? nullptr : found->second, least, most);
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table></div>\n";
}

} // namespace

std::string heatTables(const StudySummary& summary) {
    std::map<std::size_t, Groups> settings;
    for (const auto& group : summary.groups) {
        settings[group.place.setting][{group.place.pair, group.place.method}] = &group;
    }
    std::string html;
    for (const auto& [setting, groups] : settings) {
        html += heatTable(summary, setting, groups);
    }
    return html;
}

} // namespace tessera::experiment
