"""Writes docs/commands.md and docs/settings.md out of the code, and the manual page.

Use: `python packaging/reference.py`, or `python packaging/reference.py man` to print the manual page.
"""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app import __version__  # noqa: E402 - the checkout is on the path only now
from desktop_app.cli import plimsoll  # noqa: E402
from desktop_app.engine.settings import Settings  # noqa: E402

COMMANDS_HEAD = """# Commands

Made out of the program by `python packaging/reference.py`; a test sees that it is up to date.

Without a command `plimsoll` opens the window; `plimsoll FILE` opens it and imports the file, in the window that is
already open if there is one. Errors are one line on stderr, with exit code 2. `python -m desktop_app` is the same
program.
"""
SETTINGS_HEAD = """# Settings

Made out of the program by `python packaging/reference.py`; a test sees that it is up to date.

Each setting lies in the profile, and most of them on the Settings page. A value outside its bounds is refused; one that
cannot be read counts as its default. Whether Plimsoll starts with the computer is the system's own setting and lies
where the system keeps it: the card "This program" of the Settings page switches it.

| setting | meaning | default | bounds |
| --- | --- | --- | --- |
"""
FILES = [
    ("~/.local/share/plimsoll", "The profile unless --profile names another: one SQLite file, backups, exports, logs."),
    ("~/.config/autostart/plimsoll.desktop", "Written by the switch \\(lqStart with the computer\\(rq."),
]


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield the program itself and each of its commands, by the words that call it."""
    yield "plimsoll", plimsoll
    for name in sorted(plimsoll.commands):
        yield f"plimsoll {name}", plimsoll.commands[name]


def usage(words: str, command: click.Command) -> str:
    """Return the one line that shows how a command is called."""
    context = click.Context(command, info_name=words, **plimsoll.context_settings)
    return " ".join([words, *command.collect_usage_pieces(context)])


def options(command: click.Command) -> Iterator[tuple[str, str]]:
    """Yield each option of a command as it is written, and what it does with its default."""
    context = click.Context(command, **plimsoll.context_settings)  # click keeps the help option that it made first
    for one in command.params:
        record = one.get_help_record(context)
        if isinstance(one, click.Option) and record is not None:
            yield record


def commands_text() -> str:
    """Return docs/commands.md."""
    lines = [COMMANDS_HEAD]
    for words, command in commands():
        lines += [f"## `{words}`", "", f"    {usage(words, command)}", "", one_line(command.help), ""]
        rows = list(options(command))
        if rows:
            lines += ["| option | meaning |", "| --- | --- |"]
            lines += [f"| `{cell(name)}` | {cell(meaning)} |" for name, meaning in rows]
            lines.append("")
    return "\n".join(lines)


def cell(words: str) -> str:
    """Return words as they may stand in a table's cell."""
    return one_line(words).replace("|", "\\|")


def one_line(words: str | None) -> str:
    """Return words on one line."""
    return " ".join((words or "").split())


def settings_text() -> str:
    """Return docs/settings.md."""
    rows = []
    for one in fields(Settings):
        bounds = f"{one.metadata['least']} to {one.metadata['most']}" if "least" in one.metadata else ""
        default: Any = one.default if one.default is not MISSING else one.default_factory()  # type: ignore[misc]
        rows.append(f"| `{one.name}` | {one.metadata['help']} | {told(default)} | {bounds} |")
    return SETTINGS_HEAD + "\n".join(rows) + "\n"


def told(value: object) -> str:
    """Return a default as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if value not in ("", {}) else "none"


def roff(words: str) -> str:
    """Return words as the manual page wants them."""
    plain = words.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain)


def manual(epoch: int = 0) -> str:
    """Return the manual page; `epoch` is the time that its foot tells."""
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    lines = [
        f'.TH PLIMSOLL 1 "{day}" "Plimsoll {__version__}" "User Commands"',
        ".SH NAME",
        "plimsoll \\- watches loans against crypto assets on every platform",
        ".SH SYNOPSIS",
        ".B plimsoll",
        "[OPTIONS] [FILE | COMMAND ...]",
        ".SH DESCRIPTION",
        "Without a command the window opens; with a FILE (a portfolio or prices) that file is imported in it. A second",
        "start raises the window that is already open and hands the file over to it.",
        ".SH COMMANDS",
    ]
    for words, command in commands():
        lines += [".SS", roff(usage(words, command)), roff(one_line(command.help))]
        for name, meaning in options(command):
            lines += [".TP", f".B {roff(name)}", roff(one_line(meaning))]
    lines += [".SH FILES"]
    for path, meaning in FILES:
        lines += [".TP", f".I {roff(path)}", meaning if "\\(" in meaning else roff(meaning)]
    lines += [
        ".SH EXIT STATUS",
        "0 all is well; 2 an error, told in one line. For",
        ".B plimsoll watch \\-\\-once",
        "also: 1 an alert stands, 3 something is unknown.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write both pages, or print the manual page."""
    if sys.argv[1:] == ["man"]:
        print(manual(int(os.environ.get("SOURCE_DATE_EPOCH", "0"))), end="")
        return
    for name, text in (("commands.md", commands_text()), ("settings.md", settings_text())):
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
