#pragma once

namespace tessera::ui {

enum class Marker { None, Disc, Square, OpenSquare, Diamond, Triangle, Block, Hatch, Cross, Whisker };

} // namespace tessera::ui
