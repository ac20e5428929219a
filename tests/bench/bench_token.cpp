// How fast token files are read and written, against copying the same bytes in the same run. Prints
// JSON; each figure is the median of many repetitions. Not a test: it judges nothing.
//
//     bench_token [REPETITIONS]       2001 if left out
#include "core/format/file_io.h"
#include "core/token/crc.h"
#include "core/token/hmac.h"
#include "core/token/tbf_codec.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

using namespace tessera;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kDimensions = 2048;
constexpr double kEnough = 20e-6; // seconds: a measurement far longer than the clock's step

// Told about everything that is computed, so that no computation is left out.
volatile std::uint64_t g_sink = 0;

void use(std::uint64_t value) {
    g_sink = g_sink + value;
}

struct Work {
    const char* name;
    std::function<void()> once;
    int batch = 1; // as often as a measurement needs
    std::vector<double> seconds;
};

double measure(const Work& work) {
    const auto start = Clock::now();
    for (int i = 0; i < work.batch; ++i) {
        work.once();
    }
    const std::chrono::duration<double> taken = Clock::now() - start;
    return taken.count() / work.batch;
}

// Takes turns, so that what else the machine does meets all of them alike.
void measureAll(std::vector<Work>& works, int repetitions) {
    for (Work& work : works) {
        while (measure(work) * work.batch < kEnough && work.batch < 1 << 16) {
            work.batch *= 2;
        }
    }
    for (int i = 0; i < repetitions; ++i) {
        for (Work& work : works) {
            work.seconds.push_back(measure(work));
        }
    }
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Token someToken() {
    Token token;
    token.modalityWeights = {{"A", 0.9}, {"W", 0.05}, {"B", 0.05}};
    token.sourceModelId = "transformer_d64_l2";
    token.targetModelId = "mlp_d128_l4";
    token.timestamp = "2026-01-01T00:00:00Z";
    token.customMetadata["twb.note"] = "a token of the usual size";
    std::uint32_t state = 7;
    for (std::size_t i = 0; i < kDimensions; ++i) {
        state = state * 1664525U + 1013904223U; // Numerical Recipes (Press et al., 1992)
        token.uhsVector.push_back(static_cast<float>(state) / 4294967296.0F - 0.5F);
    }
    return token;
}

// A name in the folder for temporary files, removed at the end.
class TemporaryFile {
public:
    TemporaryFile()
        : path(std::filesystem::temp_directory_path() /
               ("bench_token." + std::to_string(::getpid()) + ".tbf")) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }

    const std::filesystem::path path;
};

} // namespace

int main(int argc, char** argv) {
    const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 2001;
    const Token given = someToken();
    TokenWriteOptions sealed;
    sealed.hmacKey = "a key of some length";
    const auto file = token::encodeTbf(given);
    const auto sealedFile = token::encodeTbf(given, sealed);
    const TemporaryFile temporary;
    if (!file || !sealedFile || !token::writeTbf(temporary.path, given)) {
        std::fprintf(stderr, "the token could not be written\n");
        return 1;
    }
    std::vector<std::byte> copy(file->size());
    const auto bytes = static_cast<double>(file->size());
    std::vector<Work> works;
    const auto add = [&works](const char* name, std::function<void()> once) {
        works.push_back({name, std::move(once), 1, {}});
    };
    add("memcpy", [&] {
        std::memcpy(copy.data(), file->data(), copy.size());
        use(std::to_integer<std::uint64_t>(copy[copy.size() / 2]));
    });
    add("encode", [&] { use(token::encodeTbf(given)->size()); });
    add("decode", [&] { use(token::decodeTbf(*file)->token.uhsVector.size()); });
    add("encode_sealed", [&] { use(token::encodeTbf(given, sealed)->size()); });
    add("decode_sealed",
        [&] { use(token::decodeTbf(*sealedFile, {sealed.hmacKey})->token.uhsVector.size()); });
    add("crc32c", [&] { use(token::crc(token::CrcKind::Crc32c, *file)); });
    add("crc32", [&] { use(token::crc(token::CrcKind::Crc32, *file)); });
    add("read_file", [&] { use(token::readTbf(temporary.path)->token.uhsVector.size()); });
    add("map_file", [&] { use(token::MappedTbf::open(temporary.path)->vector().size()); });
    measureAll(works, repetitions);

    nlohmann::ordered_json report;
    report["dimensions"] = kDimensions;
    report["numbers"] = "float32";
    report["bytes"] = file->size();
    report["repetitions"] = repetitions;
    const double reference = median(works.front().seconds);
    for (const Work& work : works) {
        const double seconds = median(work.seconds);
        report["results"].push_back({{"name", work.name},
                                     {"seconds", seconds},
                                     {"bytes_per_second", bytes / seconds},
                                     {"ratio", seconds / reference}}); // to memcpy
    }
    std::puts(report.dump(2).c_str());
    return 0;
}
