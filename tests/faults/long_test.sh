# What the scripts of this folder share; sourced by them, with `root` set to the top of the source
# tree. The tests themselves are those that ctest runs, only longer.

# run_long_test CLASS: prints the summary of a test class, and what it said if it failed.
run_long_test() {
    program=${TESSERA_BIN:-$root/build/release/bin}/test_faults
    if [ ! -x "$program" ]; then
        echo "$program is not there; build test_faults first." >&2
        return 1
    fi
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    status=0
    # -maxwarnings 0 and the timeout: the long form may say and take more than a test.
    env OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 OMP_WAIT_POLICY=passive \
        TESSERA_DATA_DIR="${TESSERA_DATA_DIR:-$root/resources/data}" \
        TESSERA_TEST_CLASS="$1" TESSERA_SUMMARY="$scratch/summary" \
        QTEST_FUNCTION_TIMEOUT=86400000 QTEST_DISABLE_STACK_DUMP=1 \
        "$program" -maxwarnings 0 >"$scratch/said" 2>&1 || status=1
    [ "$status" -eq 0 ] || cat "$scratch/said" >&2
    cat "$scratch/summary" || status=1
    return "$status"
}
