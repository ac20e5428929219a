#pragma once

#include "core/api/snapshot.h"

#include <QFrame>
#include <QImage>

class QLabel;

namespace tessera::ui {

// The input of one sample as a picture, one dot a number; null for inputs that are not pictures
// (tokens and flat vectors). Missing numbers are grey.
[[nodiscard]] QImage inputImage(const SampleSet& samples, int sample);
// Its first numbers, for inputs that are not pictures: "3, 17, 200, ...".
[[nodiscard]] QString inputText(const SampleSet& samples, int sample);

// What the pointer is on in a scatter plot: the input and a few words, beside the pointer. UI
// thread.
class SampleCard : public QFrame {
    Q_OBJECT

public:
    explicit SampleCard(QWidget* parent);

    void show(const SampleSet& samples, int sample, const QString& words, const QPoint& pointer);

private:
    QLabel* m_picture;
    QLabel* m_words;
};

} // namespace tessera::ui
