#include "core/api/engine.h"
