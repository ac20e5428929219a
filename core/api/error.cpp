#include "core/api/result.h"

namespace tessera {

const char* errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "InvalidArgument";
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::Corrupt:
        return "Corrupt";
    case ErrorCode::Unsupported:
        return "Unsupported";
    case ErrorCode::Io:
        return "Io";
    case ErrorCode::OutOfMemory:
        return "OutOfMemory";
    case ErrorCode::Device:
        return "Device";
    case ErrorCode::Internal:
        return "Internal";
    case ErrorCode::Diverged:
        return "Diverged";
    }
    return "Internal";
}

int exitCodeFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
        return 3;
    case ErrorCode::Io:
    case ErrorCode::OutOfMemory:
    case ErrorCode::Device:
    case ErrorCode::Internal:
    case ErrorCode::Diverged:
        return 1;
    }
    return 1;
}

} // namespace tessera
