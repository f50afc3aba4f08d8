#!/bin/sh
# Starts Plimsoll from this checkout: `sh packaging/run.sh`, or with a command: `sh packaging/run.sh --help`.
# Without a display and without arguments it draws the demonstration into a picture instead.
# Python's -P: a file of the current folder must not stand in for a module of the program.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
python=$(sh "$root/packaging/setup.sh")

no_display() { [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

draw_picture() {
    picture=$root/plimsoll-overview.png
    rm -f "$picture"
    export QT_QPA_PLATFORM=offscreen
    "$python" -P -m desktop_app --demo shot overview "$picture"
    if [ ! -s "$picture" ]; then
        echo "The program ended well but drew no picture: $picture" >&2
        exit 1
    fi
    echo "There is no display here, so the demonstration was drawn into a picture: $picture"
}

if [ $# -eq 0 ] && no_display; then
    draw_picture
else
    exec "$python" -P -m desktop_app "$@"
fi
