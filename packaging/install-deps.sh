#!/bin/sh
# Installs the Debian packages that building and testing Tessera Workbench needs.
#
#     packaging/install-deps.sh
#
# Only what is missing is installed; with nothing missing, nothing is done and no rights are
# needed. Works as root or through sudo, from any directory, on Debian 12 or newer, starting from
# a minimal system.
set -eu

say() { printf 'install-deps: %s\n' "$*"; }
die() {
    printf 'install-deps: %s\n' "$*" >&2
    exit 1
}

# One package a line, with the reason why it is here.
packages() {
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' <<'LIST'
        g++                    # the compiler, C++20
        cmake                  # configures; 3.25 or newer, for the presets
        ninja-build            # builds; the presets name it
        ccache                 # makes second builds quick; the build works without it
        pkg-config             # finds libzip, whose CMake package cannot be relied upon

        libtorch-dev           # tensors, networks, optimisers: the engine
        libopenblas-dev        # fast matrix products, linked by name before torch
        libopenblas0-pthread   # its threaded build; libtorch alone may bring the slow reference BLAS

        nlohmann-json3-dev     # experiments, metadata, --json
        libmsgpack-cxx-dev     # metadata of tokens
        libssl-dev             # HMAC, Ed25519, SHA-256, the generator for privacy noise
        libsqlitecpp-dev       # the run store
        libsqlite3-dev         # what libsqlitecpp-dev is built on
        libcli11-dev           # arguments of the command line
        libspdlog-dev          # logs, to standard error
        libfmt-dev             # text formatting
        libexpected-dev        # Result<T>; std::expected is C++23
        libboost-dev           # headers: distributions and special functions
        libhnswlib-dev         # neighbours among very many points, for t-SNE and UMAP
        zlib1g-dev             # compressed data sets and tokens
        libzip-dev             # checkpoints, which are zip archives

        qt6-base-dev           # the window, and Qt Test for all tests
        libgl-dev              # asked for by Qt Gui's CMake package
        qt6-charts-dev         # small summaries: box plots over seeds
        libqt6opengl6-dev      # asked for by Qt Charts' CMake package
        qt6-svg-dev            # icons; figures as SVG
        qt6-tools-dev          # translations: their CMake package
        qt6-l10n-tools         # translations: lrelease and lupdate
        qt6-translations-l10n  # Qt's own texts in other languages
        libqcustomplot-dev     # plots
        fonts-dejavu-core      # a font, where a minimal system has none
LIST
}

# Packages of the list that are not installed, separated by blanks.
missing() {
    for package in $(packages); do
        # A package known for two architectures prints two lines: one installed is enough.
        if ! dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
            grep -qx installed; then
            printf '%s ' "$package"
        fi
    done
}

system=unknown
if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    system=$(. /etc/os-release && printf '%s %s' "${ID:-unknown}" "${ID_LIKE:-}")
fi
case " $system " in
*' debian '*) ;;
*) die "this is not Debian or a relative of it (/etc/os-release says: $system)." \
    'Please install the packages listed in this script by the means of your system.' ;;
esac
for tool in apt-get dpkg-query; do
    command -v "$tool" >/dev/null || die "$tool was not found, although this looks like Debian."
done

wanted=$(missing)
if [ -z "$wanted" ]; then
    say "all $(packages | wc -l) packages are installed; nothing to do."
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    die "packages are missing, and installing them needs root: run this as root or install sudo." \
        "Missing: $wanted"
fi

# An apt that waits for another apt, and does not ask questions. Through env, since sudo may drop
# the variable.
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@"
}

say "installing: $wanted"
say 'reading the package lists ...'
apt update || die 'apt-get update failed: is the package archive within reach?'
# shellcheck disable=SC2086 # a list of words
apt install --no-install-recommends $wanted ||
    die 'apt-get install failed. Debian 12 (bookworm) and newer carry all these packages.'

wanted=$(missing)
[ -z "$wanted" ] || die "apt-get reported success, yet these are not installed: $wanted"
say 'done.'
