#include "core/experiment/json_object_writer.h"

#include <cmath>

namespace tessera::experiment {

void JsonObjectWriter::real(const char* key, double value, RealRange) {
    // JSON has no such numbers; the names are those of the program's other files.
    if (std::isnan(value)) {
        m_object[key] = "NaN";
    } else if (std::isinf(value)) {
        m_object[key] = value > 0.0 ? "Infinity" : "-Infinity";
    } else {
        m_object[key] = value;
    }
}

void JsonObjectWriter::text(const char* key, const std::string& value, Presence) {
    if (!value.empty()) {
        m_object[key] = value;
    }
}

} // namespace tessera::experiment
