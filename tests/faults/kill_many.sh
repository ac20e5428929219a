#!/bin/sh
# Starts `tessera run` again and again on one store, kills it at random moments, and looks each time
# what the next program finds. Prints one line of JSON; the exit status is 0 only if nothing was lost
# that was older than a second, no run is in a wrong state and the store was always sound.
#
#     tests/faults/kill_many.sh [TIMES]        200 by default
#
# TESSERA_SEED chooses other moments, TESSERA_BIN another folder of built programs than
# build/release/bin.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
# shellcheck source=tests/faults/long_test.sh
. "$root/tests/faults/long_test.sh"
TESSERA_KILLS=${1:-200} run_long_test TestManyKills
