#pragma once

// Precompiled once for the engine and reused by its tests: the LibTorch headers are most of the
// compile time. Sources still include what they use.
#include <torch/nn.h>
#include <torch/optim/adam.h>
#include <torch/types.h>

#include <string>
#include <vector>
