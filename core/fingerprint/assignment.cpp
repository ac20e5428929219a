#include "core/fingerprint/assignment.h"

#include <cstddef>
#include <limits>
#include <utility>

namespace tessera::fingerprint {

namespace {

constexpr int kNobody = -1;

// Rows are given a column one after another; columns that are taken may have to change hands.
class Solver {
public:
    explicit Solver(const std::vector<std::vector<double>>& costs)
        : m_costs(costs), m_columns(costs.front().size()), m_rowPrice(costs.size()),
          m_columnPrice(m_columns), m_owner(m_columns, kNobody), m_held(costs.size()) {}

    // The row of each column.
    const std::vector<int>& run() {
        for (std::size_t row = 0; row < m_costs.size(); ++row) {
            place(static_cast<int>(row));
        }
        return m_owner;
    }

private:
    // Dijkstra's search for the cheapest way from `start` to a column that nobody has, on costs
    // that the prices keep from being negative.
    void place(int start) {
        m_distance.assign(m_columns, std::numeric_limits<double>::infinity());
        m_from.assign(m_columns, kNobody);
        m_done.assign(m_columns, 0);
        std::vector<std::pair<int, double>> reached = {{start, 0.0}}; // rows
        int row = start;
        double sofar = 0.0;
        std::size_t column = 0;
        do {
            look(row, sofar);
            column = nearest();
            m_done[column] = 1;
            sofar = m_distance[column];
            row = m_owner[column];
            if (row != kNobody) {
                reached.emplace_back(row, sofar);
            }
        } while (row != kNobody);
        for (const auto& [visited, distance] : reached) {
            m_rowPrice[static_cast<std::size_t>(visited)] += sofar - distance;
        }
        for (std::size_t j = 0; j < m_columns; ++j) {
            if (m_done[j] != 0) {
                m_columnPrice[j] -= sofar - m_distance[j];
            }
        }
        handOver(start, column);
    }

    void look(int row, double sofar) {
        const auto& costs = m_costs[static_cast<std::size_t>(row)];
        const double price = m_rowPrice[static_cast<std::size_t>(row)];
        for (std::size_t j = 0; j < m_columns; ++j) {
            const double distance = sofar + costs[j] - price - m_columnPrice[j];
            if (m_done[j] == 0 && distance < m_distance[j]) {
                m_distance[j] = distance;
                m_from[j] = row;
            }
        }
    }

    [[nodiscard]] std::size_t nearest() const {
        double least = std::numeric_limits<double>::infinity();
        std::size_t best = 0;
        for (std::size_t j = 0; j < m_columns; ++j) {
            if (m_done[j] == 0 && m_distance[j] < least) {
                least = m_distance[j];
                best = j;
            }
        }
        return best;
    }

    // Every row on the way to `column` gets the column that comes after it.
    void handOver(int start, std::size_t column) {
        int row = kNobody;
        do {
            row = m_from[column];
            m_owner[column] = row;
            std::swap(column, m_held[static_cast<std::size_t>(row)]);
        } while (row != start);
    }

    const std::vector<std::vector<double>>& m_costs;
    std::size_t m_columns;
    std::vector<double> m_rowPrice, m_columnPrice;
    std::vector<int> m_owner;        // of each column
    std::vector<std::size_t> m_held; // by each row
    // Of the search.
    std::vector<double> m_distance;
    std::vector<int> m_from;
    std::vector<char> m_done;
};

} // namespace

std::vector<int> cheapestAssignment(const std::vector<std::vector<double>>& costs) {
    const std::size_t rows = costs.size();
    const std::size_t columns = rows == 0 ? 0 : costs.front().size();
    if (columns == 0) {
        return std::vector<int>(rows, kNobody);
    }
    if (rows > columns) {
        std::vector<std::vector<double>> turned(columns, std::vector<double>(rows));
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < columns; ++j) {
                turned[j][i] = costs[i][j];
            }
        }
        return Solver(turned).run(); // the owner of a column there is the column of a row here
    }
    std::vector<int> result(rows, kNobody);
    Solver solver(costs);
    const auto& owners = solver.run();
    for (std::size_t j = 0; j < columns; ++j) {
        if (owners[j] != kNobody) {
            result[static_cast<std::size_t>(owners[j])] = static_cast<int>(j);
        }
    }
    return result;
}

} // namespace tessera::fingerprint
