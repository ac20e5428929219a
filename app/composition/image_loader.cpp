#include "app/composition/image_loader.h"

#include "app/composition/library_path.h"

#include <dlfcn.h>

#include <mutex>
#include <utility>

namespace tessera::app {

namespace {

constexpr const char* kImageLibrary = "libtessera_images.so";
constexpr const char* kImageFactory = "tesseraCreateImageDecoder";

// Opens the module, and with it Qt, only once somebody has images to read.
class ImageModule : public ImageDecoder {
public:
    explicit ImageModule(std::filesystem::path path) : m_path(std::move(path)) {}

    [[nodiscard]] std::vector<std::string> endings() const override {
        // Without the module every file of these is listed with the reason.
        return open() ? m_decoder->endings() : std::vector<std::string>{"png", "jpg", "jpeg"};
    }
    [[nodiscard]] Result<DecodedImage> decode(const std::filesystem::path& file,
                                              const ImageRequest& request) override {
        return open() ? m_decoder->decode(file, request)
                      : fail(ErrorCode::Unsupported,
                             "the reader of images cannot be loaded (" + m_problem +
                                 "); install Qt 6 Gui, or save the images as a NumPy archive");
    }

private:
    bool open() const {
        std::call_once(m_once, [this] {
            void* library = dlopen(m_path.c_str(), RTLD_LAZY | RTLD_LOCAL);
            const char* reason = library == nullptr ? dlerror() : nullptr;
            m_problem = reason != nullptr ? reason : "it is of another version";
            using Factory = ImageDecoder* (*)();
            const auto create = library != nullptr
                                    ? reinterpret_cast<Factory>(dlsym(library, kImageFactory))
                                    : nullptr;
            m_decoder.reset(create != nullptr ? create() : nullptr);
        });
        return m_decoder != nullptr;
    }

    std::filesystem::path m_path;
    mutable std::once_flag m_once;
    mutable std::string m_problem;
    mutable std::unique_ptr<ImageDecoder> m_decoder;
};

} // namespace

std::shared_ptr<ImageDecoder> findImageDecoder() {
    auto path = libraryBesideBase(kImageLibrary);
    return path.empty() ? nullptr : std::make_shared<ImageModule>(std::move(path));
}

} // namespace tessera::app
