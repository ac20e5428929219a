#!/bin/sh
# Installs what is missing, builds the program and runs its demo.
#
#     packaging/demo.sh [FOLDER [ARGUMENT ...]]
#
# FOLDER receives the results (build/demo of the source tree if left out); further arguments go to
# `tessera demo`. TESSERA_SKIP_INSTALL=1 leaves the packages of the system alone.
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
    build_targets tessera tessera_engine
} >&2

exec "$build/bin/tessera" demo --out "$out" "$@"
