#include "core/fingerprint/similarity.h"
#include "core/fingerprint/tap_pairs.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace tessera::fingerprint {

namespace {

// The neighbours of each row, k after k; empty: not measured.
using Lists = std::vector<std::int64_t>;

// Whether one row is a neighbour of another: the rows of a tap, bit by bit.
class Members {
public:
    Members(const Lists& lists, std::int64_t rows, std::int64_t k)
        : m_words(static_cast<std::size_t>((rows + 63) / 64)),
          m_bits(static_cast<std::size_t>(rows) * m_words) {
        for (std::size_t i = 0; i < lists.size(); ++i) {
            const auto row = i / static_cast<std::size_t>(k);
            const auto other = static_cast<std::size_t>(lists[i]);
            m_bits[row * m_words + other / 64] |= std::uint64_t{1} << (other % 64);
        }
    }

    [[nodiscard]] std::int64_t has(std::int64_t row, std::int64_t other) const {
        const auto at = static_cast<std::size_t>(other);
        const auto word = m_bits[static_cast<std::size_t>(row) * m_words + at / 64];
        return static_cast<std::int64_t>((word >> (at % 64)) & 1U);
    }

private:
    std::size_t m_words;
    std::vector<std::uint64_t> m_bits;
};

class NeighbourPairs : public TapPairs {
public:
    NeighbourPairs(const Size& size, std::int64_t k) : m_size(size), m_k(k) {}

    void addLeft(const torch::Tensor& tap) override { m_left.push_back(listsOf(tap)); }
    void addRight(const torch::Tensor& tap) override {
        const auto lists = listsOf(tap);
        m_measured.push_back(lists.empty() ? 0 : 1);
        m_right.emplace_back(lists, m_size.rows, m_k);
    }

    [[nodiscard]] torch::Tensor similarity(const std::stop_token& stop) const override {
        return permuted(torch::arange(m_size.rows, torch::kInt64), stop);
    }
    [[nodiscard]] torch::Tensor permuted(const torch::Tensor& order,
                                         const std::stop_token&) const override {
        const auto* from = order.data_ptr<std::int64_t>();
        std::vector<std::int64_t> to(static_cast<std::size_t>(m_size.rows));
        for (std::int64_t i = 0; i < m_size.rows; ++i) {
            to[static_cast<std::size_t>(from[i])] = i;
        }
        auto result = torch::full({m_size.left, m_size.right},
                                  std::numeric_limits<double>::quiet_NaN(), torch::kFloat64);
        auto cells = result.accessor<double, 2>();
        for (std::size_t i = 0; i < m_left.size(); ++i) {
            if (m_left[i].empty()) {
                continue;
            }
            const Lists moved = movedLists(m_left[i], from, to);
            for (std::size_t j = 0; j < m_right.size(); ++j) {
                if (m_measured[j] != 0) {
                    cells[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)] =
                        shared(moved, m_right[j]);
                }
            }
        }
        return result;
    }

private:
    [[nodiscard]] Lists listsOf(const torch::Tensor& tap) const {
        const auto x = normalised(tap);
        const auto n = m_size.rows;
        if (!x.defined() || m_k >= n - 1) {
            return {};
        }
        const auto lengths = x.square().sum(1);
        const auto squares =
            (lengths.unsqueeze(0) + lengths.unsqueeze(1) - 2.0 * torch::matmul(x, x.t()))
                .contiguous();
        Lists lists;
        lists.reserve(static_cast<std::size_t>(n * m_k));
        std::vector<std::int64_t> others(static_cast<std::size_t>(n - 1));
        for (std::int64_t row = 0; row < n; ++row) {
            const double* distance = squares.data_ptr<double>() + row * n;
            for (std::int64_t other = 0; other < n - 1; ++other) {
                others[static_cast<std::size_t>(other)] = other < row ? other : other + 1;
            }
            std::partial_sort(others.begin(), others.begin() + m_k, others.end(),
                              [distance](std::int64_t a, std::int64_t b) {
                                  return distance[a] != distance[b] ? distance[a] < distance[b]
                                                                    : a < b;
                              });
            lists.insert(lists.end(), others.begin(), others.begin() + m_k);
        }
        return lists;
    }

    // Of the rows in their new order.
    [[nodiscard]] Lists movedLists(const Lists& lists, const std::int64_t* from,
                                   const std::vector<std::int64_t>& to) const {
        Lists moved;
        moved.reserve(lists.size());
        for (std::int64_t i = 0; i < m_size.rows; ++i) {
            const auto begin = static_cast<std::size_t>(from[i] * m_k);
            for (std::size_t place = begin; place < begin + static_cast<std::size_t>(m_k);
                 ++place) {
                moved.push_back(to[static_cast<std::size_t>(lists[place])]);
            }
        }
        return moved;
    }

    // The share of `lists` that is in `members` too.
    [[nodiscard]] double shared(const Lists& lists, const Members& members) const {
        std::int64_t count = 0;
        const auto* other = lists.data();
        for (std::int64_t row = 0; row < m_size.rows; ++row) {
            for (std::int64_t place = 0; place < m_k; ++place) {
                count += members.has(row, *other++);
            }
        }
        return static_cast<double>(count) / static_cast<double>(m_size.rows * m_k);
    }

    Size m_size;
    std::int64_t m_k;
    std::vector<Lists> m_left;
    std::vector<Members> m_right;
    std::vector<char> m_measured; // of the right ones
};

} // namespace

std::unique_ptr<TapPairs> neighbourPairs(const TapPairs::Size& size, std::int64_t k) {
    return std::make_unique<NeighbourPairs>(size, k);
}

} // namespace tessera::fingerprint
