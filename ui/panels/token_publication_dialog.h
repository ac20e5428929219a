#pragma once

#include "core/api/token_file.h"
#include "ui/widgets/form_dialog.h"

#include <string>
#include <utility>
#include <vector>

class QCheckBox;

namespace tessera::ui {

// What a token would tell the world, one check box each: what is checked is taken out. UI thread.
class TokenPublicationDialog : public FormDialog {
    Q_OBJECT

public:
    explicit TokenPublicationDialog(const std::vector<TokenLeak>& leaks, bool isSigned,
                                    QWidget* parent = nullptr);

    // The ids of what is to be taken out.
    [[nodiscard]] std::vector<std::string> chosen() const;

private:
    [[nodiscard]] QWidget* makeList(const std::vector<TokenLeak>& leaks);
    void refresh();

    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
};

} // namespace tessera::ui
