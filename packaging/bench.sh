#!/bin/sh
# Builds the measuring programs and runs them one after the other on an idle machine; prints what
# was wished for and what came out. The JSON of each lies in the given folder. With Debian's
# python3-torch installed, the same work is timed in Python as well.
#
#     packaging/bench.sh [FOLDER]       build/bench if left out
#
# TESSERA_SKIP_INSTALL=1 leaves the packages of the system alone.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/build.sh
. "$root/packaging/build.sh"

install_dependencies
configure
build_targets bench_core bench_store bench_runs bench_token bench_plots bench_projection \
    bench_layers bench_session bench_soak bench_table tessera-workbench tessera

results=${1:-$root/build/bench}
mkdir -p "$results"
results=$(CDPATH='' cd -- "$results" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch" XDG_CONFIG_HOME="$scratch" XDG_DATA_HOME="$scratch" XDG_RUNTIME_DIR="$scratch" \
    TMPDIR="$scratch" QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \
    OMP_WAIT_POLICY=passive OPENBLAS_CORETYPE= TESSERA_DATA_DIR="$root/resources/data"

# An empty OPENBLAS_CORETYPE makes Debian's OpenBLAS look at the processor again, for Python too.
failed=
files=
for name in core store runs token plots projection layers session soak; do
    echo "bench_$name"
    "$build/bin/bench_$name" > "$results/$name.json" || failed="$failed bench_$name"
    files="$files $name.json"
done
echo 'tessera-workbench --startup-report'
for turn in 1 2 3; do # the first reads the files from the disk
    "$build/bin/tessera-workbench" --startup-report
done
# shellcheck disable=SC2086 # one word each
(cd "$results" && "$build/bin/bench_table" $files)
if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
