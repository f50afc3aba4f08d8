#!/bin/sh
# Every check of this checkout: `sh packaging/test.sh`. Arguments go to pytest, which runs last so that
# its summary ends the output; the exit code is 0 only when every step passed.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM
python=$(sh "$root/packaging/setup.sh")
cd "$root"

failed=

step() { # name module arguments...
    name=$1
    shift
    echo "== $name"
    "$python" -m "$@" || failed="$failed, $name"
}

step 'ruff check' ruff check desktop_app tests packaging
step 'ruff format' ruff format --check desktop_app tests packaging
step 'mypy' mypy

[ $# -gt 0 ] || set -- -n 2
[ -z "$failed" ] || echo "== FAILED: ${failed#, } (see above); this run fails, whatever the tests say"
echo "== pytest $*"
code=0
"$python" -m pytest "$@" || code=$?
[ -z "$failed" ] || [ "$code" -ne 0 ] || code=1
exit "$code"
