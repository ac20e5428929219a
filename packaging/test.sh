#!/bin/sh
# Installs what is missing, builds everything as CI does (warnings are errors), runs all tests and
# starts the programs once. The exit status is 0 only if all of it went well.
#
#     packaging/test.sh [CTEST_ARGUMENT ...]
#
# TESSERA_SKIP_INSTALL=1 leaves the packages of the system alone.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/build.sh
. "$root/packaging/build.sh"

now() { date +%s; }

install_dependencies

start=$(now)
configure
configured=$(now)
build_targets
built=$(now)

# All of what follows is run even if a part of it fails, so that one run tells everything.
failed=
(cd "$root" && ctest --preset "$preset" "$@") || failed="$failed tests"
for arguments in --version doctor; do
    echo "tessera $arguments"
    "$build/bin/tessera" "$arguments" || failed="$failed tessera-$arguments"
done
# The window, without a display and away from the person's own settings.
echo 'tessera-workbench --startup-report'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_DATA_HOME=$scratch XDG_RUNTIME_DIR=$scratch \
    QT_QPA_PLATFORM=offscreen timeout 120 "$build/bin/tessera-workbench" --startup-report ||
    failed="$failed tessera-workbench"
tested=$(now)

echo "Seconds: configure $((configured - start)), build $((built - configured))," \
    "test $((tested - built)), total $((tested - start))."
if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
echo 'All passed.'
