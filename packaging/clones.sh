#!/bin/sh
# Proves both README commands on a fresh clone in a bare Debian, as root and as somebody who is not:
# `sh packaging/clones.sh [SUITE ...]` (bookworm and trixie). Needs root and debootstrap; bare systems are shared with
# smoke.sh. A person who may not install packages gets the one line to run, which is then run for them as root.
#
# PLIMSOLL_TESTS names what test.sh runs (all of it where it is empty); PIP_* of this shell go along.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
roots=${PLIMSOLL_ROOTS:-/var/tmp/plimsoll-roots}
tests=${PLIMSOLL_TESTS:-}
work=
system=

clean_up() {
    [ -n "$work" ] || return 0
    for part in $(awk -v at="$system/" 'index($2, at) == 1 { print $2 }' /proc/mounts | sort -r); do
        umount "$part" || :
    done
    if ! grep -q " $system/" /proc/mounts; then rm -rf "$work"; fi
    work=
}
trap clean_up EXIT
trap 'exit 130' INT TERM

make_bare() { # SUITE
    [ -e "$roots/$1/.complete" ] && return
    rm -rf "${roots:?}/$1"
    mkdir -p "$roots"
    debootstrap --variant=minbase "$1" "$roots/$1" "${PLIMSOLL_MIRROR:-http://deb.debian.org/debian}" >/dev/null
    chroot "$roots/$1" apt-get -qq update
    touch "$roots/$1/.complete"
}

bind() { # a folder of this machine, read-only, where it exists
    [ -d "$1" ] || return 0
    mkdir -p "$system$1"
    mount --bind -o ro "$1" "$system$1"
}

new_system() { # SUITE
    work=$(mktemp -d)
    system=$work/system
    cp -a "$roots/$1" "$system"
    mount -t proc proc "$system/proc"
    mount --bind /dev "$system/dev"
    mount -t tmpfs tmpfs "$system/dev/shm" 2>/dev/null || :
    [ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$system/etc/"
    for folder in ${PLIMSOLL_BINDS:-}; do bind "$folder"; done
    chroot "$system" useradd --create-home person
}

clone_for() { # HOME OWNER
    git clone --quiet "file://$root" "$system$1/plimsoll"
    chroot "$system" chown -R "$2:$2" "$1/plimsoll"
}

as() { # OWNER HOME words...
    owner=$1
    at=$2
    shift 2
    # shellcheck disable=SC2046 # words on purpose: settings of pip and TLS have no spaces
    chroot --userspec="$owner:$owner" "$system" env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME="$at" \
        LC_ALL=C.UTF-8 $(env | grep -E '^(PIP_|SSL_CERT_|https?_proxy=)[^ ]*$') "$@"
}

say_time() { # WORDS BEGUN
    echo "$2 $(date +%s.%N) $1" | awk '{ printf "%7.1f s  ", $2 - $1; $1 = $2 = ""; print substr($0, 3) }'
}

both_commands() { # OWNER HOME
    begun=$(date +%s.%N)
    as "$1" "$2" sh -c "cd / && sh ~/plimsoll/packaging/run.sh" >"$work/run" 2>&1 || {
        needed=$(sed -n 's/^    \(sudo \)\{0,1\}apt-get update && \(sudo \)\{0,1\}//p' "$work/run" | head -n 1)
        [ -n "$needed" ] || { cat "$work/run" >&2; exit 1; }
        echo "           told the person to run as root: $needed" | cut -c 1-150
        chroot "$system" sh -c "apt-get -qq update && DEBIAN_FRONTEND=noninteractive $needed" >"$work/apt" 2>&1
        as "$1" "$2" sh -c "cd / && sh ~/plimsoll/packaging/run.sh" >"$work/run" 2>&1 || { cat "$work/run" >&2; exit 1; }
    }
    [ -s "$system$2/plimsoll/plimsoll-overview.png" ] || { cat "$work/run" >&2; exit 1; }
    say_time "run.sh drew the demonstration" "$begun"
    begun=$(date +%s.%N)
    # shellcheck disable=SC2086 # words on purpose
    as "$1" "$2" sh "$2/plimsoll/packaging/test.sh" $tests >"$work/test" 2>&1 || { tail -n 60 "$work/test" >&2; exit 1; }
    say_time "test.sh: $(tail -n 1 "$work/test")" "$begun"
}

[ "$(id -u)" -eq 0 ] || { echo 'this needs root, for chroot and mount' >&2; exit 2; }
[ $# -gt 0 ] || set -- bookworm trixie
for suite in "$@"; do
    make_bare "$suite"
    for who in root:/root person:/home/person; do
        new_system "$suite"
        echo "a bare Debian $suite, as ${who%%:*}"
        clone_for "${who#*:}" "${who%%:*}"
        both_commands "${who%%:*}" "${who#*:}"
        clean_up
    done
done
echo 'both commands work'
