#!/bin/sh
# Fuzzes one target of targets.txt; what is found lies in build/fuzz/found and build/fuzz/crashes.
#
#     tests/fuzz/run.sh TARGET [LIBFUZZER_OPTION ...]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
target=${1:?"usage: run.sh TARGET [LIBFUZZER_OPTION ...]"}
shift
program=$root/build/fuzz/bin/fuzz_$target
line=$(grep "^$target " "$root/tests/fuzz/targets.txt") || {
    echo "run.sh: there is no target $target in targets.txt" >&2
    exit 1
}
[ -x "$program" ] || {
    echo "run.sh: build it first: cmake --preset fuzz && cmake --build build/fuzz" >&2
    exit 1
}

cd "$root"
max_len=$(echo "$line" | awk '{print $2}')
patterns=$(echo "$line" | awk '{$1 = ""; $2 = ""; print}')
seeds=
for seed in $patterns; do # the shell makes files of the patterns
    seeds=${seeds:+$seeds,}$seed
done
dictionary=tests/fuzz/dictionaries/$target.dict
[ ! -e "$dictionary" ] || set -- "-dict=$dictionary" "$@"
[ -z "$seeds" ] || set -- "-seed_inputs=$seeds" "$@"
mkdir -p "build/fuzz/found/$target" build/fuzz/crashes
exec nice -n 10 "$program" -max_len="$max_len" -rss_limit_mb=2048 -malloc_limit_mb=300 \
    -timeout=10 -artifact_prefix="build/fuzz/crashes/$target-" "$@" \
    "build/fuzz/found/$target" "tests/fuzz/corpus/$target"
