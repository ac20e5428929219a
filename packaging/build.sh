# shellcheck shell=sh
# What demo.sh and test.sh share; sourced by them, with `root` set to the top of the source tree.

preset=release
# shellcheck disable=SC2154 # root is set by the script that sources this one
build="$root/build/$preset"

install_dependencies() {
    if [ "${TESSERA_SKIP_INSTALL:-0}" = 1 ]; then
        echo 'Installation of packages is skipped (TESSERA_SKIP_INSTALL=1).'
    else
        "$root/packaging/install-deps.sh"
    fi
}

# Compilers to run at once: one per core, but each needs up to 2.5 GB where torch headers are read.
parallel_jobs() {
    jobs=$(nproc)
    megabytes=$(awk '/^MemAvailable:/ {print int($2 / 1024)}' /proc/meminfo 2>/dev/null || true)
    # A container may be allowed less than the machine has.
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || true)
    case $limit in
    '' | *[!0-9]*) ;;
    *)
        limit=$((limit / 1048576))
        if [ "${megabytes:-0}" -eq 0 ] || [ "$limit" -lt "$megabytes" ]; then
            megabytes=$limit
        fi
        ;;
    esac
    if [ -n "${megabytes:-}" ] && [ $((megabytes / 2500)) -lt "$jobs" ]; then
        jobs=$((megabytes / 2500))
    fi
    [ "$jobs" -ge 1 ] || jobs=1
    echo "$jobs"
}

# Presets are looked up in the current folder. An existing build folder is brought up to date.
configure() { (cd "$root" && cmake --preset "$preset"); }

# build_targets [TARGET ...]: without a target, everything.
build_targets() {
    if [ $# -gt 0 ]; then
        set -- --target "$@"
    fi
    cmake --build "$build" --parallel "$(parallel_jobs)" "$@"
}
