#pragma once

namespace tessera::fuzz {

// Where LLVMFuzzerMutate() of the replay starts its sequence of changes.
void setReplaySeed(unsigned seed);

} // namespace tessera::fuzz
