#!/bin/sh
# Proves the package on a bare Debian, from nothing to uninstalled: `sh packaging/smoke.sh [SUITE] [PACKAGE.deb]`.
#
# SUITE is bookworm (the default) or trixie. Needs root, debootstrap, Xvfb and xdotool. The bare system is made once and
# kept in $PLIMSOLL_ROOTS (/var/tmp/plimsoll-roots); each run works on a copy. Every step prints its seconds.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
suite=${1:-bookworm}
package=${2:-}
roots=${PLIMSOLL_ROOTS:-/var/tmp/plimsoll-roots}
bare=$roots/$suite
work=$(mktemp -d)
system=$work/system
server=
window=
name='the start'

fail() {
    echo "$*" >&2
    exit 1
}

clean_up() {
    code=$?
    if [ "$code" -ne 0 ]; then
        cat "$work/log" >&2 || :
        echo "SMOKE TEST FAILED at: $name" >&2
    fi
    [ -z "$window" ] || kill "$window" 2>/dev/null || :
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    for part in tmp/.X11-unix proc; do
        umount "$system/$part" 2>/dev/null || :
    done
    # What is still mounted must not be deleted through.
    if ! grep -q " $system/" /proc/mounts; then rm -rf "$work"; fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

now() { date +%s.%N; }

step() { # name function arguments...
    name=$1
    shift
    begun=$(now)
    "$@" >"$work/log" 2>&1 # not in a condition: `set -e` must hold inside
    echo "$begun $(now) $name" | awk '{ printf "%7.1f s  ", $2 - $1; $1 = $2 = ""; print substr($0, 3) }'
    sed -n 's/^TOLD /           /p' "$work/log"
}

inside() { chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

person() { # as somebody who is not root, with a display
    chroot --userspec=1000:1000 "$system" env -i PATH=/usr/bin:/bin HOME=/home/person LC_ALL=C.UTF-8 \
        DISPLAY=":$display" "$@"
}

# ---- the steps

make_bare() {
    [ -e "$bare/.complete" ] && return
    rm -rf "$bare"
    mkdir -p "$roots"
    debootstrap --variant=minbase "$suite" "$bare" "${PLIMSOLL_MIRROR:-http://deb.debian.org/debian}"
    chroot "$bare" apt-get -qq update
    touch "$bare/.complete"
}

copy_bare() {
    cp -a "$bare" "$system"
    mount -t proc proc "$system/proc"
    inside useradd --create-home --uid 1000 person
    ! inside sh -c 'command -v python3' || fail 'this system has a Python; it proves nothing'
    cp "$package" "$work/previous.deb" "$system/root/"
    cp "$root/packaging/smoke/portfolio.plimsoll.json" "$root/packaging/smoke/BTCUSDT.csv" "$system/home/person/"
    chown -R 1000:1000 "$system/home/person"
}

start_display() {
    # Without -noreset it starts anew as soon as nobody is connected, and refuses whoever comes meanwhile.
    Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/xvfb.log" &
    server=$!
    tries=0
    until [ -s "$work/display" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || fail 'the display did not start'
        sleep 0.1
    done
    display=$(cat "$work/display")
    mkdir -p "$system/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"
}

relabel() { # the same program as version 0.0.9, to upgrade from
    dpkg-deb -R "$package" "$work/previous"
    sed -i 's/^Version:.*/Version: 0.0.9/' "$work/previous/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone -b "$work/previous" "$work/previous.deb"
    rm -rf "$work/previous"
}

# With a font for Chinese letters: the package recommends one, and recommendations are left out here.
install() { inside apt-get install -y --no-install-recommends "/root/$1" fonts-wqy-microhei; }

looks_installed() {
    for file in usr/bin/plimsoll usr/share/applications/plimsoll.desktop usr/share/mime/packages/plimsoll.xml \
        usr/lib/systemd/user/plimsoll-watch.service usr/share/icons/hicolor/scalable/apps/plimsoll.svg \
        usr/share/man/man1/plimsoll.1.gz; do
        # dpkg of a bare system may be told to leave manuals out
        [ -e "$system/$file" ] || case $file in *man1*) ;; *) fail "$file is missing" ;; esac
    done
    ! inside sh -c 'command -v python3' || fail 'the package brought a Python of the system along'
    person plimsoll --version
}

window_shows() { DISPLAY=":$display" xdotool search --onlyvisible --name '^Plimsoll$'; }

open_window() {
    person plimsoll --profile /home/person/profile >"$work/window.log" 2>&1 &
    window=$!
    tries=0
    until window_shows; do
        tries=$((tries + 1))
        kill -0 "$window" 2>/dev/null || { cat "$work/window.log"; fail 'the window ended by itself'; }
        [ "$tries" -lt 600 ] || fail 'no window within a minute'
        sleep 0.1
    done
}

told() { person plimsoll --profile /home/person/profile report --json; }

hand_over() { # a second start passes the file to the window that is open, and ends
    person plimsoll --profile /home/person/profile /home/person/portfolio.plimsoll.json
    tries=0
    until told | grep -q '"BTC credit line"'; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || fail 'the open window did not import the file'
        sleep 0.2
    done
}

close_window() {
    pid=$(tr -dc 0-9 <"$system/home/person/profile/plimsoll.lock")
    kill "$pid"
    wait "$window" || :
    window=
}

import_prices() {
    person plimsoll --profile /home/person/profile import /home/person/BTCUSDT.csv >"$work/import"
    cat "$work/import"
    grep -qi 'margin call' "$work/import" || fail 'the fall to 66,500 rang no margin call'
    sed -n 's/^  /TOLD /p' "$work/import"
}

watch_once() {
    code=0
    person plimsoll --profile /home/person/profile watch --once || code=$?
    [ "$code" -eq 3 ] || [ "$code" -eq 1 ] || fail "watch --once ended with $code"
}

draw() { # PROFILE-WORDS OUT LANGUAGE
    person plimsoll "$1" "$2" shot overview "/home/person/$3" --language "$4"
    [ "$(wc -c <"$system/home/person/$3")" -gt 30000 ] || fail 'the picture is empty'
}

draw_demonstration() {
    person plimsoll --demo shot loans /home/person/demo.png --theme light
    [ "$(wc -c <"$system/home/person/demo.png")" -gt 30000 ] || fail 'the picture is empty'
}

upgrade() {
    told >"$work/before"
    install "$(basename "$package")"
    told >"$work/after"
    sed -i 's/"at": "[^"]*"//' "$work/before" "$work/after"
    grep -q '"BTC credit line"' "$work/after" || fail 'the loan is gone after the upgrade'
    inside dpkg-query -W -f '${Version}\n' plimsoll | sed 's/^/TOLD version /'
}

uninstall() {
    inside apt-get purge -y plimsoll
    left=$(cd "$system" && find usr etc var/lib -path 'var/lib/dpkg' -prune -o -iname '*plimsoll*' -print)
    [ -z "$left" ] || fail "left behind: $left"
    [ -s "$system/home/person/profile/plimsoll.db" ] || fail 'the data of the person are gone'
}

weigh() { # PACKAGE: what a bare system fetches and gains for it
    inside sh -c "echo n | apt-get install --no-install-recommends $1" 2>/dev/null |
        sed -n -e 's/^Need to get /fetches /p' -e 's/^After this operation, \(.*\) of additional.*/gains \1/p' |
        tr '\n' ' '
}

weights() {
    size=$(wc -c <"$package" | awk '{ printf "%.1f MB", $1 / 1e6 }')
    echo "TOLD Plimsoll: the package is $size; besides it a bare $suite $(weigh "/root/$(basename "$package")")"
    echo "TOLD Electrum with its window (packages of Debian $suite): a bare $suite $(weigh 'electrum python3-pyqt5')"
    echo "TOLD Wealthfolio: not measured, as Debian has no package of it"
}

main() {
    [ "$(id -u)" -eq 0 ] || fail 'this needs root, for chroot and mount'
    if [ -z "$package" ]; then
        package=$(find "$root/dist" -name 'plimsoll_*.deb' 2>/dev/null | sort | tail -n 1)
        [ -n "$package" ] || fail 'there is no package; build it by: sh packaging/bundle.sh'
    fi
    echo "$package on a bare Debian $suite"
    step 'bare system (kept for the next time)' make_bare
    step 'a package that tells an older version' relabel
    step 'copy of the bare system' copy_bare
    step 'display' start_display
    display=$(cat "$work/display")
    step 'size beside others' weights
    step 'install the older version, with what it needs' install previous.deb
    step 'it is there, and no Python of the system' looks_installed
    step 'first start: the window is on the screen' open_window
    step 'second start hands a portfolio over to the window' hand_over
    step 'the window ends' close_window
    step 'import prices: alerts' import_prices
    step 'watch without a window, once' watch_once
    step 'picture of the portfolio, in Traditional Chinese' draw --profile /home/person/profile mine.png zh_TW
    step 'picture of the demonstration' draw_demonstration
    step 'upgrade keeps the data' upgrade
    step 'uninstall leaves nothing but the data' uninstall
    cp "$system/home/person/"*.png "${PLIMSOLL_PICTURES:-$work}/" 2>/dev/null || :
    echo 'smoke test passed'
}

main
