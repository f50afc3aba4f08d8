"""Compiles the translations that Qt reads, or gathers the words to translate.

Use: `python packaging/translations.py compile` or `python packaging/translations.py extract`.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("zh_TW", "zh_CN")


def qt_tool(name: str, *arguments: str | Path) -> None:
    """Run a tool of Qt out of PySide6's own folder, so that its version is that of the library."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        sys.exit("PySide6 is not installed: run `sh packaging/setup.sh` first.")
    tool = Path(spec.origin).with_name(f"{name}.exe" if sys.platform == "win32" else name)
    if subprocess.run([tool, *arguments], check=False, cwd=ROOT).returncode != 0:
        sys.exit(f"{name} failed; its words are above.")


def is_stale(source: Path, compiled: Path) -> bool:
    """Whether a translation was written after it was last compiled."""
    return not compiled.exists() or source.stat().st_mtime_ns >= compiled.stat().st_mtime_ns


def compile_one(source: Path) -> None:
    """Compile beside the target and move it there, so that an interruption leaves no half file."""
    compiled = source.with_suffix(".qm")
    if is_stale(source, compiled):
        part = compiled.with_suffix(".qm.part")
        qt_tool("lrelease", "-silent", source, "-qm", part)
        os.replace(part, compiled)


def compile_all() -> None:
    """Compile every translation that changed; none at all is no fault."""
    for source in sorted(FOLDER.glob("*.ts")):
        compile_one(source)


def extract() -> None:
    """Bring the translation files up to date with the words in the code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    code = sorted(path.relative_to(ROOT) for path in (ROOT / "desktop_app").rglob("*.py"))
    targets = [FOLDER / f"plimsoll_{language}.ts" for language in LANGUAGES]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    qt_tool("lupdate", *options, *code, "-ts", *targets)
    # English needs its plural forms alone: every other text is its own translation.
    qt_tool("lupdate", *options, "-pluralonly", *code, "-ts", FOLDER / "plimsoll_en.ts")


def main() -> None:
    """Do what the one argument says."""
    actions = {"compile": compile_all, "extract": extract}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    actions[sys.argv[1]]()


if __name__ == "__main__":
    main()
