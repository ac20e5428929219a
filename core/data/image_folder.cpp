#include "core/data/image_folder.h"

#include "core/data/class_collector.h"
#include "core/data/readable_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <system_error>

namespace tessera::data {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLargestSide = 65536;

std::string endingOf(const fs::path& file) {
    auto ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending.empty() ? ending : ending.substr(1);
}

// Without hidden ones.
std::vector<fs::path> sortedEntries(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (!it->path().filename().string().starts_with('.')) {
            entries.push_back(it->path());
        }
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::string placeOf(const fs::path& picture) {
    return readableName(picture.parent_path().filename().string()) + "/" +
           readableName(picture.filename().string());
}

struct Picture {
    fs::path file;
    std::size_t folder = 0; // one per class
};

struct Listing {
    std::vector<std::string> folders;
    std::vector<Picture> pictures;
};

// The files of all classes, without opening them.
Result<Listing> listPictures(const fs::path& folder, ImageDecoder& images, DataFile& file) {
    const auto endings = images.endings();
    Listing listing;
    std::error_code error, ignored;
    for (const auto& entry : sortedEntries(folder, error)) {
        if (!fs::is_directory(entry, ignored)) {
            continue;
        }
        for (const auto& picture : sortedEntries(entry, error)) {
            if (std::find(endings.begin(), endings.end(), endingOf(picture)) != endings.end()) {
                listing.pictures.push_back({picture, listing.folders.size()});
            } else if (fs::is_regular_file(picture, ignored)) {
                drop(file.about, placeOf(picture), "it is no image");
            }
        }
        listing.folders.push_back(readableName(entry.filename().string()));
    }
    if (error) {
        return fail(ErrorCode::Io, fmt::format("the folder {} cannot be read: {}", folder.string(),
                                               error.message()));
    }
    if (listing.pictures.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the folder holds no images; it needs a folder of images for each class");
    }
    return listing;
}

// Decoded images of one size, one after another. Lives for one folder.
class Stack {
public:
    explicit Stack(const DataReading& reading) {
        m_request.height = reading.height;
        m_request.width = reading.width;
        m_request.channels = reading.channels;
    }

    [[nodiscard]] const ImageRequest& request() const { return m_request; }
    [[nodiscard]] std::int64_t count() const { return m_count; }

    // Of the bytes, and of the same as float32.
    [[nodiscard]] std::int64_t bytes() const {
        return static_cast<std::int64_t>(m_pixels.size()) * 5;
    }

    // Why it cannot be used, else nothing. The first one decides on the size.
    std::optional<std::string> add(const DecodedImage& image) {
        const auto isSide = [](std::int64_t side) { return side > 0 && side <= kLargestSide; };
        const bool isWhole = isSide(image.height) && isSide(image.width) &&
                             isSide(image.channels) &&
                             static_cast<std::int64_t>(image.pixels.size()) ==
                                 image.height * image.width * image.channels;
        if (!isWhole) {
            return "its size is not one of an image";
        }
        if (m_count == 0) {
            m_request.height = image.height;
            m_request.width = image.width;
            m_request.channels = image.channels;
        } else if (image.height != m_request.height || image.width != m_request.width ||
                   image.channels != m_request.channels) {
            return "it could not be brought to the size of the others";
        }
        m_pixels.insert(m_pixels.end(), image.pixels.begin(), image.pixels.end());
        ++m_count;
        return std::nullopt;
    }

    // (N, C, H, W)
    [[nodiscard]] torch::Tensor images() {
        const auto channelsLast = torch::from_blob(
            m_pixels.data(), {m_count, m_request.height, m_request.width, m_request.channels},
            torch::kUInt8);
        return channelsLast.permute({0, 3, 1, 2})
            .to(torch::kFloat32, /*non_blocking=*/false, /*copy=*/true)
            .contiguous();
    }

private:
    ImageRequest m_request;
    std::vector<std::uint8_t> m_pixels;
    std::int64_t m_count = 0;
};

// Decodes all of them; which class folder each image that could be used lies in.
Result<std::vector<std::size_t>> decodeAll(const Listing& listing, const ReadLimits& limits,
                                           Stack& stack, DataFile& file) {
    std::vector<std::size_t> folders;
    std::int64_t done = 0;
    for (const auto& picture : listing.pictures) {
        if (limits.stop.stop_requested()) {
            return cancelled();
        }
        if (limits.progress) {
            limits.progress(done++, static_cast<std::int64_t>(listing.pictures.size()));
        }
        const auto image = limits.images->decode(picture.file, stack.request());
        const auto problem =
            image ? stack.add(*image) : std::optional<std::string>(image.error().detail);
        if (problem) {
            drop(file.about, placeOf(picture.file), *problem);
            continue;
        }
        folders.push_back(picture.folder);
        if (auto fits = checkMemory(stack.bytes(), limits); !fits) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} (of {} images of {} x {} pixels, {} were read); choose a "
                                    "smaller size with data.reading.height and width",
                                    fits.error().detail, listing.pictures.size(),
                                    stack.request().height, stack.request().width, stack.count()));
        }
    }
    if (stack.count() == 0) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("none of the {} images could be decoded; the last: {}",
                                listing.pictures.size(), file.about.dropped.back().reason));
    }
    return folders;
}

// Classes are the folders from which something could be used.
void enterClasses(const std::vector<std::size_t>& folderOf, const Listing& listing,
                  DataFile& file) {
    std::vector<std::int64_t> index(listing.folders.size(), -1);
    for (const auto folder : folderOf) {
        index[folder] = 0;
    }
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (index[i] < 0) {
            file.about.warnings.push_back(
                fmt::format("The folder '{}' holds no image that can be used; it is no class.",
                            listing.folders[i]));
            continue;
        }
        index[i] = static_cast<std::int64_t>(file.classes.size());
        file.classes.push_back(listing.folders[i]);
    }
    std::vector<std::int64_t> labels;
    labels.reserve(folderOf.size());
    for (const auto folder : folderOf) {
        labels.push_back(index[folder]);
    }
    file.rows.labels = torch::tensor(labels, torch::kInt64);
}

} // namespace

Result<DataFile> readImageFolder(const DataSpec& spec, const ReadLimits& limits) {
    if (limits.images == nullptr) {
        return fail(ErrorCode::Unsupported,
                    "images cannot be read: libtessera_images.so, which comes with the window, is "
                    "not installed; install it, or save the images as a NumPy archive (.npz)");
    }
    DataFile file;
    file.about.format = "image folder";
    file.about.reading = spec.reading;
    file.bytes = true;
    const auto listing = listPictures(spec.file, *limits.images, file);
    if (!listing) {
        return fail(listing.error());
    }
    if (listing->folders.size() > ClassCollector::kMostClasses) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("there are {} folders, more than {} classes can be",
                                listing->folders.size(), ClassCollector::kMostClasses));
    }
    Stack stack(spec.reading);
    const auto folderOf = decodeAll(*listing, limits, stack, file);
    if (!folderOf) {
        return fail(folderOf.error());
    }
    file.rows.inputs = stack.images();
    enterClasses(*folderOf, *listing, file);
    const auto& size = stack.request();
    file.input = {InputKind::Image, size.height, size.width, size.channels, 0};
    return file;
}

} // namespace tessera::data
