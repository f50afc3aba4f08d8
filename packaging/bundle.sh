#!/bin/sh
# Builds what people install: `sh packaging/bundle.sh`. Makes build/bundle/plimsoll (a folder that runs without Python
# or Qt on the machine) and, on Debian and its kin, dist/plimsoll_VERSION_ARCHITECTURE.deb.
#
# The same source makes the same files: times come from the newest commit, or from SOURCE_DATE_EPOCH.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
python=$(sh "$root/packaging/setup.sh")
cd "$root"
tools=$root/build/bundle-tools
lock=packaging/bundle/tools.lock
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
PYTHONHASHSEED=1
PYTHONPATH=$root
export SOURCE_DATE_EPOCH PYTHONHASHSEED PYTHONPATH

say() { echo "== $*"; }

install_tools() {
    if ! cmp -s "$lock" "$tools/installed.lock"; then
        rm -rf "$tools"
        "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --target "$tools" -r "$lock"
        cp "$lock" "$tools/installed.lock"
    fi
}

# Only what this Python's maker built is stripped: libraries out of wheels are left as they came.
strip_python() {
    command -v strip >/dev/null || return 0
    find build/bundle/plimsoll/_internal \( -name 'libpython3*.so*' -o -path '*/lib-dynload/*.so' \) \
        -exec strip --strip-unneeded {} +
}

say 'tools'
install_tools
say 'icons'
"$python" packaging/bundle/icons.py build/icons
say 'bundle'
rm -rf build/bundle
PYTHONPATH=$root:$tools "$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath build/bundle --workpath build/work packaging/bundle/plimsoll.spec
package=
case $(uname -s) in
Linux)
    strip_python
    if command -v dpkg-deb >/dev/null; then
        say 'package'
        package=$("$python" packaging/bundle/deb.py build/bundle/plimsoll dist)
    fi
    ;;
esac
say 'size'
"$python" packaging/bundle/size.py build/bundle/plimsoll ${package:+"$package"}
say 'checks of the package'
if [ -n "$package" ]; then
    for check in 'desktop-file-validate packaging/linux/plimsoll.desktop' \
        'appstreamcli validate --no-net packaging/linux/io.github.plimsoll.Plimsoll.metainfo.xml' \
        "lintian --fail-on error $package"; do
        if command -v "${check%% *}" >/dev/null; then
            echo "$check"
            $check
        else
            echo "not checked, as it is not installed: ${check%% *}"
        fi
    done
    echo "$package"
fi
