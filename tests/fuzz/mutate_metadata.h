#pragma once

#include "tests/fuzz/mutator_parts.h"

namespace tessera::fuzz {

// Changes one value inside packed metadata, so that the result is still MessagePack. Bytes that are
// no metadata, or would become none, stay as they are.
void mutateMetadata(Bytes& packed, Random& random);

} // namespace tessera::fuzz
