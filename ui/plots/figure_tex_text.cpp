#include "ui/plots/figure_tex.h"

#include <QRegularExpression>

#include <map>

namespace tessera::ui {

bool isTexName(const QString& stem) {
    static const QRegularExpression good("^[A-Za-z0-9._-]+$");
    return good.match(stem).hasMatch();
}

QString texEscaped(const QString& text) {
    static const std::map<char16_t, QString> special = {{u'\\', "\\textbackslash{}"},
                                                        {u'{', "\\{"},
                                                        {u'}', "\\}"},
                                                        {u'$', "\\$"},
                                                        {u'&', "\\&"},
                                                        {u'#', "\\#"},
                                                        {u'%', "\\%"},
                                                        {u'_', "\\_"},
                                                        {u'^', "\\textasciicircum{}"},
                                                        {u'~', "\\textasciitilde{}"},
                                                        {u'<', "\\textless{}"},
                                                        {u'>', "\\textgreater{}"},
                                                        {u'|', "\\textbar{}"},
                                                        {u'\u2192', "$\\to$"},
                                                        {u'\u2212', "$-$"},
                                                        {u'\u00D7', "$\\times$"},
                                                        {u'\u2264', "$\\le$"},
                                                        {u'\u2265', "$\\ge$"},
                                                        {u'\u00B7', "$\\cdot$"},
                                                        {u'\u00B2', "$^2$"},
                                                        {u'\u2016', "$\\|$"},
                                                        {u'\n', " "}};
    QString escaped;
    for (const auto letter : text) {
        const auto found = special.find(letter.unicode());
        escaped += found == special.end() ? QString(letter) : found->second;
    }
    return escaped;
}

} // namespace tessera::ui
