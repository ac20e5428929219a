#include "core/store/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace tessera::store {

Error toError(const SQLite::Exception& exception) {
    const char* why = exception.what();
    switch (exception.getErrorCode() & 0xFF) { // copies of stores answer more detailed codes
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, "The file is not a run store; choose another file.", {}};
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_FORMAT:
        return {ErrorCode::Corrupt,
                fmt::format("The run store is damaged ({}); move the file away or restore a copy.",
                            why),
                {}};
    case SQLITE_FULL:
        return {ErrorCode::Io,
                "The run store cannot grow because the disk is full; free some space.",
                {}};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::Io,
                fmt::format("The run store cannot be written ({}); check the permissions of the "
                            "file and its folder.",
                            why),
                {}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return {ErrorCode::Io,
                "Another program has kept the run store locked; wait for it or close it.",
                {}};
    case SQLITE_IOERR:
        return {ErrorCode::Io,
                fmt::format("Reading or writing the run store failed ({}); check the disk.", why),
                {}};
    case SQLITE_NOMEM:
        return {ErrorCode::OutOfMemory,
                "There is not enough memory for the run store; close other programs.",
                {}};
    case SQLITE_TOOBIG:
        return {
            ErrorCode::InvalidArgument, "A text is too long for the run store; shorten it.", {}};
    default:
        return {ErrorCode::Internal, fmt::format("The run store failed ({}).", why), {}};
    }
}

} // namespace tessera::store
