#include "core/store/placing.h"

#include "core/store/file_system.h"
#include "core/store/migrations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <string_view>

namespace tessera::store {

namespace {

constexpr std::size_t kRandomDigits = 16;
constexpr int kMostNames = 10;
// SQLite locks bytes from here on ("pending byte" and what follows; sqlite.org/lockingv3.html). The
// byte behind them is a temporary file's writer's.
constexpr off_t kSqliteLocks = 0x40000000;
constexpr off_t kSqliteLockBytes = 512;

enum class Locked { Yes, No, Unknown };

// Locks of the open file, not of the process: SQLite keeps its own beside them.
Locked lockRange(int descriptor, off_t start, off_t bytes) {
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = start;
    range.l_len = bytes;
    if (fcntl(descriptor, F_OFD_SETLK, &range) == 0) {
        return Locked::Yes;
    }
    return errno == EAGAIN || errno == EACCES ? Locked::No : Locked::Unknown;
}

bool hasName(int descriptor) {
    struct stat status {};
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

// ".NAME.0123456789abcdef.tmp"
bool isTemporaryName(std::string_view name) {
    constexpr std::string_view kEnding = ".tmp";
    if (!name.starts_with('.') || !name.ends_with(kEnding) ||
        name.size() < kRandomDigits + kEnding.size() + 3) {
        return false;
    }
    name.remove_suffix(kEnding.size());
    const auto digits = name.substr(name.size() - kRandomDigits);
    return name[name.size() - kRandomDigits - 1] == '.' &&
           digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// An abandoned temporary file, locked so that nobody else takes it for one meanwhile, or for
// theirs.
class Leftover {
public:
    explicit Leftover(const std::filesystem::path& file) {
        if (!isTemporaryName(file.filename().string())) {
            return;
        }
        m_descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        struct stat status {};
        struct statfs system {};
        if (m_descriptor < 0 || fstat(m_descriptor, &status) != 0 ||
            fstatfs(m_descriptor, &system) != 0) {
            return;
        }
        m_ageSeconds = std::int64_t{time(nullptr)} - std::int64_t{status.st_mtime};
        m_abandoned = S_ISREG(status.st_mode) &&
                      isLockTelling(m_ageSeconds, static_cast<unsigned long>(system.f_type)) &&
                      lockRange(m_descriptor, kSqliteLocks, kSqliteLockBytes + 1) == Locked::Yes;
    }
    ~Leftover() {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
    }
    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;

    [[nodiscard]] bool isAbandoned() const { return m_abandoned; }

    // As SQLite's header says (sqlite.org/fileformat.html, offset 68).
    [[nodiscard]] bool holdsStore() const {
        Header header{};
        if (readHeader(header) != static_cast<ssize_t>(header.size())) {
            return false;
        }
        const auto id = std::uint32_t{header[68]} << 24U | std::uint32_t{header[69]} << 16U |
                        std::uint32_t{header[70]} << 8U | std::uint32_t{header[71]};
        return std::equal(kSqliteMagic.begin(), kSqliteMagic.end(), header.begin()) &&
               id == std::uint32_t{kApplicationId};
    }

    // Killed before the header was written, so that nothing says what it was to become.
    [[nodiscard]] bool isOldAndBlank() const {
        Header header{};
        return m_ageSeconds > kOldSeconds && readHeader(header) >= 0 &&
               std::all_of(header.begin(), header.end(), [](auto byte) { return byte == 0; });
    }

private:
    using Header = std::array<unsigned char, 100>;
    static constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};

    // How much of it there is.
    ssize_t readHeader(Header& header) const {
        return pread(m_descriptor, header.data(), header.size(), 0);
    }

    int m_descriptor = -1;
    std::int64_t m_ageSeconds = 0;
    bool m_abandoned = false;
};

// The file itself goes last: it holds the lock.
void removeWithSideFiles(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* ending : {"-journal", "-wal", "-shm", ""}) {
        std::filesystem::remove(sideFile(file, ending), ignored);
    }
}

} // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& target) {
    for (int tries = 0; tries < kMostNames; ++tries) {
        std::uint64_t random = 0;
        if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) {
            random = static_cast<std::uint64_t>(getpid());
        }
        m_path = target.parent_path() /
                 fmt::format(".{}.{:0{}x}.tmp", target.filename().string(), random, kRandomDigits);
        // Empty and for its owner only, before anything is written into it. Where that fails, so
        // does whoever opens it, and says why.
        m_descriptor = open(m_path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        if (m_descriptor < 0) {
            return;
        }
        const auto locked = lockRange(m_descriptor, kSqliteLocks + kSqliteLockBytes, 1);
        if (locked == Locked::Unknown || (locked == Locked::Yes && hasName(m_descriptor))) {
            return;
        }
        close(m_descriptor); // before it was locked, somebody took it for a leftover
    }
    m_descriptor = -1;
}

TemporaryFile::~TemporaryFile() {
    removeWithSideFiles(m_path);
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

bool isLockTelling(std::int64_t ageSeconds, unsigned long fileSystemType) {
    return !isNetworkFileSystem(fileSystemType) || ageSeconds > kOldSeconds;
}

bool isLeftover(const std::filesystem::path& file) {
    return Leftover(file).isAbandoned();
}

void removeLeftovers(const std::filesystem::path& file) noexcept {
    try {
        const auto own = fmt::format(".{}.", file.filename().string());
        const auto folder =
            file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
        std::error_code error;
        std::filesystem::directory_iterator entries(folder, error);
        for (; !error && entries != std::filesystem::directory_iterator();
             entries.increment(error)) {
            const Leftover leftover(entries->path());
            if (leftover.isAbandoned() && (entries->path().filename().string().starts_with(own) ||
                                           leftover.holdsStore() || leftover.isOldAndBlank())) {
                removeWithSideFiles(entries->path());
            }
        }
    } catch (const std::exception&) { // of no memory or odd names; they stay
    }
}

std::error_code renameToFree(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return {errno, std::generic_category()};
    }
    // The file system does not know how to leave a file alone; then asking first must do.
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, error))) {
        return std::make_error_code(std::errc::file_exists);
    }
    std::filesystem::rename(from, to, error);
    return error;
}

void syncFolderOf(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int number = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number >= 0) {
        (void)fsync(number);
        close(number);
    }
}

std::filesystem::path sideFile(const std::filesystem::path& file, const char* ending) {
    auto side = file;
    side += ending;
    return side;
}

} // namespace tessera::store
