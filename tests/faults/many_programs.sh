#!/bin/sh
# Three programs write runs into one store, one after another, while a fourth looks into it all the
# time. Prints one line of JSON; the exit status is 0 only if nothing is lost and nothing doubled.
#
#     tests/faults/many_programs.sh [SECONDS]        60 by default
#
# TESSERA_BIN chooses another folder of built programs than build/release/bin.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
# shellcheck source=tests/faults/long_test.sh
. "$root/tests/faults/long_test.sh"
TESSERA_SECONDS=${1:-60} run_long_test TestManyPrograms
