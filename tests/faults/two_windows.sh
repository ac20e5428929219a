#!/bin/sh
# Two windows that somebody uses all the time, each doing transfers, and three command lines that do
# the same, on one store. The windows close in the middle of a run. Prints one line of JSON; the
# exit status is 0 only if the store is sound, every run that a program said it finished is there
# once, with all its samples, and none is in a wrong state.
#
#     tests/faults/two_windows.sh [SECONDS]        60 by default
#
# TESSERA_BIN chooses another folder of built programs than build/release/bin. Needs test_faults and
# bench_soak there.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
# shellcheck source=tests/faults/long_test.sh
. "$root/tests/faults/long_test.sh"
TESSERA_SOAK=${TESSERA_BIN:-$root/build/release/bin}/bench_soak
if [ ! -x "$TESSERA_SOAK" ]; then
    echo "$TESSERA_SOAK is not there; build bench_soak first." >&2
    exit 1
fi
export TESSERA_SOAK
TESSERA_SECONDS=${1:-60} run_long_test TestTwoWindows
