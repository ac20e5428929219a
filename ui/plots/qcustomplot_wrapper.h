#pragma once

// The only place that includes QCustomPlot: its header uses Qt's keywords, which we build without.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
