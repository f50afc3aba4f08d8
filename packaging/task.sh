#!/bin/sh
# One word for each thing a developer does: `sh packaging/task.sh WORD`; without a word it lists them.
# Arguments go on to what is run. Everything is set up first, and what is set up already is skipped.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

help() {
    cat <<'WORDS'
run       open the window on your own profile; further words go on (run report --json)
demo      open the demonstration; nothing is stored
fresh     open the window on an empty profile that is thrown away afterwards
test      every check: ruff, mypy, all tests
quick     the tests that take under a minute together; what they leave out is marked `thorough`
lint      ruff and mypy alone, and mend what can be mended
bench     measure ratios (tests/benchmarks); bench NAME measures one
shot      draw all pages of the demonstration into build/shots; shot overview x.png draws one
images    draw the pictures of the user guide anew
i18n      gather the words to translate, and compile
docs      write docs/commands.md, docs/settings.md and the schema anew
package   build the bundle and the package
smoke     prove the package on a bare Debian (root)
clones    prove both README commands on a fresh clone in a bare Debian (root)
hooks     let git run the lint before each commit
WORDS
}

python() {
    [ -n "${found:-}" ] || found=$(sh "$root/packaging/setup.sh")
    "$found" "$@"
}

without_window() { QT_QPA_PLATFORM=offscreen python "$@"; }

lint() {
    python -m ruff check --fix desktop_app tests packaging
    python -m ruff format desktop_app tests packaging
    python -m mypy
}

fresh() {
    profile=$(mktemp -d)
    trap 'rm -rf "$profile"' EXIT
    sh packaging/run.sh --profile "$profile/profile" "$@"
}

bench() {
    for script in tests/benchmarks/"${1:-*}".py; do
        echo "== $script"
        without_window "$script"
    done
}

shot() {
    if [ $# -gt 0 ]; then
        without_window -P -m desktop_app --demo shot "$@"
        return
    fi
    mkdir -p build/shots
    for page in overview loans earn reserve stress prices alerts platforms settings; do
        without_window -P -m desktop_app --demo shot "$page" "build/shots/$page.png"
    done
}

hooks() {
    hook=$(git rev-parse --git-path hooks)/pre-commit
    [ ! -e "$hook" ] || grep -q plimsoll-hook "$hook" || {
        echo "$hook is another one's; it is left alone." >&2
        exit 2
    }
    printf '#!/bin/sh\n# plimsoll-hook\nexec sh packaging/task.sh check-commit\n' >"$hook"
    chmod +x "$hook"
    echo "$hook runs the lint before each commit."
}

check_commit() {
    python -m ruff check desktop_app tests packaging
    python -m ruff format --check desktop_app tests packaging
    python -m mypy
}

cd "$root"
word=${1:-help}
[ $# -eq 0 ] || shift
case $word in
run) sh packaging/run.sh "$@" ;;
demo) sh packaging/run.sh --demo "$@" ;;
fresh) fresh "$@" ;;
test) sh packaging/test.sh "$@" ;;
quick) without_window -m pytest -n 2 -m 'not bench and not slow and not thorough' "$@" ;;
lint) lint ;;
bench) bench "$@" ;;
shot) shot "$@" ;;
images) without_window packaging/images.py "$@" ;;
i18n)
    python packaging/translations.py extract
    python packaging/translations.py compile
    ;;
docs)
    python packaging/reference.py
    python packaging/schema.py
    ;;
package) sh packaging/bundle.sh ;;
smoke) sh packaging/smoke.sh "$@" ;;
clones) sh packaging/clones.sh "$@" ;;
hooks) hooks ;;
check-commit) check_commit ;;
help | -h | --help) help ;;
*)
    echo "There is no task $word; there are these:" >&2
    help >&2
    exit 2
    ;;
esac
