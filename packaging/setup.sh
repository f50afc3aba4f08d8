#!/bin/sh
# Makes this checkout ready: system libraries, .venv, locked packages, translations.
# What is done is skipped; what was interrupted is done again. Words go to stderr,
# and stdout carries one line: the path of the Python to use.
#
# PLIMSOLL_VENV=folder puts the virtual environment somewhere else than .venv.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
venv=${PLIMSOLL_VENV:-$root/.venv}
case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
python=$venv/bin/python
stamp=$venv/.plimsoll-setup
tab=$(printf '\t')
PATH=$PATH:/usr/sbin:/sbin # Debian hides ldconfig from a normal user

# What the wheels of Qt link to and do not carry: soname, Debian package. By soname, because the
# packages are named differently from one release to the next.
base_libraries='
libglib-2.0.so.0 libglib2.0-0
libgthread-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libX11.so.6 libx11-6
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libxkbcommon.so.0 libxkbcommon0
libbrotlidec.so.1 libbrotli1
libgssapi_krb5.so.2 libgssapi-krb5-2
'
x11_libraries='
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'
wayland_libraries='
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'

say() { printf '%s\n' "$*" >&2; }

# Exit code 2 means: something is missing that only the person at the keyboard can give.
stop() {
    say "$*"
    exit 2
}

# Keeps long output away unless the command fails; then all of it is shown.
quietly() {
    log=$(mktemp)
    code=0
    "$@" >"$log" 2>&1 </dev/null || code=$?
    [ "$code" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$code"
}

# ---- Python

# Python is called with -I throughout: no file of the current folder may stand in for a module.

# Prints the real interpreter behind a command if it suits: a version that both the lock and Qt's
# wheels know, with the named modules.
suitable() {
    "$1" -I -c "
import sys
import $2
if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(1)
print(getattr(sys, '_base_executable', sys.executable))" 2>/dev/null
}

find_python() {
    for name in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
        suitable "$name" 'ensurepip, venv' && return
    done
    return 1
}

# Prints the packages that bring a suitable Python; nothing where a package would not help.
python_packages() {
    find_python >/dev/null && return
    version=$(python3 -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || version=none
    case $version in
    none) echo python3 python3-venv ;;
    3.1[1-4]) echo "python$version-venv" ;;
    esac
}

# ---- System libraries

wanted_libraries() {
    printf '%s' "$base_libraries"
    case ${QT_QPA_PLATFORM:-} in offscreen* | minimal*) return ;; esac # no window will be shown
    [ -z "${DISPLAY:-}" ] || printf '%s' "$x11_libraries"
    [ -z "${WAYLAND_DISPLAY:-}" ] || printf '%s' "$wayland_libraries"
}

# Keeps the lines of a table whose library the loader does not know.
only_missing() {
    known=$(ldconfig -p)
    while read -r soname package; do
        case $known in
        *"$tab$soname ("*) ;;
        *) [ -z "$soname" ] || echo "$soname $package" ;;
        esac
    done
}

# A column of a table as one line of words, each once.
column() { awk -v n="$1" 'NF && !seen[$n]++ { printf "%s%s", sep, $n; sep = " " }'; }

has_chinese_font() {
    if command -v fc-list >/dev/null; then
        [ -n "$(fc-list :lang=zh-tw family)" ]
    else # a bare system has the fonts but not the tool that lists them
        find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" \
            \( -iname '*cjk*' -o -iname 'wqy*' -o -iname 'DroidSansFallback*' \) 2>/dev/null | grep -q .
    fi
}

# What the program can start without: Chinese letters, and the certificates that prices come over.
wished_packages() {
    has_chinese_font || echo fonts-wqy-microhei
    [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
}

am_root() { [ "$(id -u)" -eq 0 ]; }

can_install() { am_root || sudo -n true 2>/dev/null; }

apt() {
    set -- env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@"
    am_root || set -- sudo -n "$@"
    quietly "$@"
}

apt_install() { apt install -y --no-install-recommends "$@"; }

apt_line() {
    sudo=
    am_root || ! command -v sudo >/dev/null || sudo='sudo '
    echo "${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends $*"
}

how_to() { if command -v sudo >/dev/null; then echo 'Run this line'; else echo 'Run this line as root'; fi; }

# shellcheck disable=SC2086 # the lists of packages are words on purpose
install_packages() { # needed wished
    if can_install; then
        say 'Installing system packages:' $1 $2
        apt update || say 'The package lists could not be renewed; going on with the old ones.'
        [ -z "$1" ] || apt_install $1 || stop "These system packages could not be installed: $1"
        [ -z "$2" ] || apt_install $2 || say "Going on without: $2"
    elif [ -n "$1" ]; then
        say "Plimsoll needs system packages that are not here. $(how_to), then start again:"
        stop "    $(apt_line $1 $2)"
    else
        say "Note: Plimsoll starts, but Chinese text or live prices need: $2. $(how_to) to have them:"
        say "    $(apt_line $2)"
    fi
}

system_step() {
    command -v ldconfig >/dev/null || return 0 # macOS: the wheels carry all they need
    missing=$(wanted_libraries | only_missing)
    if command -v apt-get >/dev/null; then
        needed=$(printf '%s\n%s\n' "$(printf '%s\n' "$missing" | column 2)" "$(python_packages)" | xargs)
        wished=$(wished_packages | xargs)
        [ -z "$needed$wished" ] || install_packages "$needed" "$wished"
    elif [ -n "$missing" ]; then
        stop "Plimsoll needs these libraries, please install them with your system's package manager:" \
            "$(printf '%s\n' "$missing" | column 1)."
    fi
}

# ---- The virtual environment

# What the environment was made for; any difference means that there is work to do.
fingerprint() {
    echo "$root"
    "$python" -V
    cksum <"$root/requirements.lock"
    cksum <"$root/pyproject.toml"
}

stamped() { cat "$stamp" 2>/dev/null || :; }

# A venv whose Python went away, or was upgraded under it, cannot import its own pip.
usable() { suitable "$python" pip >/dev/null && [ "$(stamped)" != unfinished ]; }

# Only a folder that is a venv, or that a set-up began, may be emptied.
ours_to_replace() {
    [ ! -e "$venv" ] || [ -e "$stamp" ] || [ -e "$venv/pyvenv.cfg" ] || [ -z "$(ls -A "$venv")" ]
}

new_venv() {
    base=$(find_python) ||
        stop 'Plimsoll needs Python 3.11, 3.12, 3.13 or 3.14 with its venv module; please install one.'
    ours_to_replace || stop "$venv holds other files; please name another folder in PLIMSOLL_VENV."
    say "Making $venv"
    rm -rf "$venv"
    mkdir -p "$venv"
    echo unfinished >"$stamp"
    "$base" -I -m venv "$venv"
}

# A person at a terminal sees the progress of a long download; a log gets warnings and errors only.
pip() {
    [ -t 2 ] || set -- --quiet "$@"
    "$python" -I -m pip --no-input --disable-pip-version-check "$@"
}

# The stamp comes last, so that a set-up that was stopped half-way starts afresh next time.
fill_venv() {
    say 'Installing the locked packages; the first time this fetches about 130 MB.'
    echo unfinished >"$stamp"
    pip install --require-hashes -r "$root/requirements.lock"
    (cd "$root" && pip install --no-deps --no-build-isolation -e .)
    pip check
    fingerprint >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

venv_step() {
    usable || new_venv
    [ "$(stamped)" = "$(fingerprint)" ] || fill_venv
}

main() {
    system_step
    venv_step
    "$python" -I "$root/packaging/translations.py" compile
}

main >&2
echo "$python"
