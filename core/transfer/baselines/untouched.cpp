#include "core/transfer/baselines/untouched.h"

namespace tessera::transfer {

BaselineMethod untouchedMethod() {
    BaselineMethod method;
    method.id = ModeId("none");
    method.description = "none: the receiver stays as it is";
    return method;
}

} // namespace tessera::transfer
