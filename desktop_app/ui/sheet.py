"""What leaves for a spreadsheet: cells that none takes for a formula, numbers that stay numbers, CSV and TSV."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def cell(words: str) -> str:
    """Return a text as a cell: what a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{words}" if words.startswith(_FORMULA) and not _NUMBER.fullmatch(words) else words


def exact(value: object) -> str | None:
    """Return a number as its digits and an instant as ISO 8601 in UTC; None for anything else."""
    match value:
        case bool():
            return None
        case Decimal():
            return f"{value:f}" if value.is_finite() else None
        case int() | float():
            return repr(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return None


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as text for the clipboard; line ends and tabs within a cell become spaces."""
    lines = ("\t".join(cell(re.sub(r"[\t\r\n]+", " ", words)) for words in row) for row in rows)
    return "\n".join(lines)


def write_rows(path: Path, rows: Iterable[Sequence[str]], *, marked: bool = False) -> None:
    """Write rows to `path` (CSV, UTF-8); `marked` files begin with a mark that tells spreadsheets the encoding.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("w", newline="", encoding="utf-8-sig" if marked else "utf-8") as file:
        csv.writer(file).writerows([cell(words) for words in row] for row in rows)
