#include "ui/plots/activation_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tessera::ui {

namespace {

std::vector<double> rowMeans(const Matrix& matrix) {
    std::vector<double> means;
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
        double sum = 0.0;
        std::int64_t count = 0;
        for (std::int64_t column = 0; column < matrix.columns; ++column) {
            const double value = matrix.at(row, column);
            if (std::isfinite(value)) {
                sum += value;
                ++count;
            }
        }
        means.push_back(count > 0 ? sum / static_cast<double>(count)
                                  : -std::numeric_limits<double>::infinity());
    }
    return means;
}

std::vector<int> rowsAsTheyAre(std::int64_t count) {
    std::vector<int> rows(static_cast<std::size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

SnapshotPtr snapshotAt(const RunSnapshots& snapshots, SnapshotTime time) {
    const auto& wanted = time == SnapshotTime::Before ? snapshots.first : snapshots.last;
    const auto& other = time == SnapshotTime::Before ? snapshots.last : snapshots.first;
    return wanted ? wanted : other;
}

const LayerRows* chooseLayer(const NetworkRows& network, const std::string& name) {
    for (const auto& wanted : {name, std::string("feature")}) {
        for (const auto& layer : network.layers) {
            if (layer.name == wanted) {
                return &layer;
            }
        }
    }
    return network.layers.empty() ? nullptr : &network.layers.back();
}

std::vector<int> rowsInOrder(const SampleSet& samples, const Matrix& by, RowOrder order) {
    auto rows = rowsAsTheyAre(samples.size());
    if (order == RowOrder::ByClass) {
        const auto labelOf = [&samples](int row) {
            const auto index = static_cast<std::size_t>(row);
            return index < samples.labels.size() ? samples.labels[index]
                                                 : std::numeric_limits<std::int32_t>::max();
        };
        std::stable_sort(rows.begin(), rows.end(),
                         [&](int a, int b) { return labelOf(a) < labelOf(b); });
    } else if (order == RowOrder::ByMean && by.rows == samples.size()) {
        const auto means = rowMeans(by);
        std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
            return means[static_cast<std::size_t>(a)] > means[static_cast<std::size_t>(b)];
        });
    }
    return rows;
}

Matrix standardisedColumns(const Matrix& matrix) {
    const auto columns = static_cast<std::size_t>(matrix.columns);
    std::vector<double> sum(columns), squares(columns), count(columns);
    const auto forEach = [&](auto&& visit) {
        for (std::size_t i = 0; i < matrix.values.size(); ++i) {
            if (std::isfinite(matrix.values[i])) {
                visit(i % columns, i);
            }
        }
    };
    forEach([&](std::size_t column, std::size_t i) {
        sum[column] += matrix.values[i];
        count[column] += 1.0;
    });
    for (std::size_t column = 0; column < columns; ++column) {
        sum[column] /= std::max(1.0, count[column]); // the mean from here on
    }
    forEach([&](std::size_t column, std::size_t i) {
        const double difference = matrix.values[i] - sum[column];
        squares[column] += difference * difference;
    });
    Matrix result = matrix;
    forEach([&](std::size_t column, std::size_t i) {
        const double deviation = std::sqrt(squares[column] / count[column]);
        result.values[i] = deviation > 1e-12 * std::max(1.0, std::abs(sum[column]))
                               ? static_cast<float>((matrix.values[i] - sum[column]) / deviation)
                               : 0.0F;
    });
    return result;
}

std::optional<ValueSpan> finiteSpan(const Matrix& matrix) {
    std::optional<ValueSpan> span;
    for (const float value : matrix.values) {
        if (std::isfinite(value)) {
            const double number = value;
            span = span ? ValueSpan{std::min(span->lo, number), std::max(span->hi, number)}
                        : ValueSpan{number, number};
        }
    }
    return span;
}

QString classText(const RunView& run, std::int32_t label) {
    const auto pattern = run.record.experiment.data.name == "digits"
                             ? QCoreApplication::translate("tessera::ui", "digit %1")
                             : QCoreApplication::translate("tessera::ui", "class %1");
    return pattern.arg(label);
}

} // namespace tessera::ui
