#!/bin/sh
# Installs what is missing, builds the programs, runs the demo, draws its last run, and opens the
# window on the results if there is a display.
#
#     packaging/demo.sh [FOLDER [ARGUMENT ...]]
#
# FOLDER receives the results (build/demo of the source tree if left out); further arguments go to
# `tessera demo`. TESSERA_SKIP_INSTALL=1 leaves the packages of the system alone, TESSERA_NO_WINDOW=1
# opens no window.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/build.sh
. "$root/packaging/build.sh"

# An option in the place of the folder is the program's.
out="$root/build/demo"
case ${1:-} in
-*) ;;
*)
    out=${1:-$out}
    [ $# -eq 0 ] || shift
    ;;
esac

# Standard output belongs to the demo, so that --json can be read by another program.
{
    install_dependencies
    configure
    build_targets tessera tessera_engine tessera-workbench
} >&2

"$build/bin/tessera" demo --out "$out" "$@"

# Qt wants a private folder for the session, which a bare system does not give.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$out/figures"
for view in activations hub curves; do
    for format in pdf png; do
        XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$scratch} \
            "$build/bin/tessera-workbench" --render latest --view "$view" \
            --store "$out" --out "$out/figures/$view.$format" >&2
    done
done
echo "Figures of the last run: $out/figures" >&2

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "${TESSERA_NO_WINDOW:-0}" != 1 ]; then
    echo 'Opening the window on these runs.' >&2
    "$build/bin/tessera-workbench" "$out/runs.tessera.db" >&2 &
fi
