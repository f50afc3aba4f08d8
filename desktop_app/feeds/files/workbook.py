"""Workbooks (XLSX, ODS, XLS) as rows of text; one that would unpack into too much is refused before it is read."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from desktop_app.domain.problems import Problem, Refused

LARGEST_UNPACKED = 100 << 20
LARGEST_RATIO = 100
_SMALL = 1 << 20
_MOST_CELLS = 8_000_000
_MOST_REPEATS = 200_000
_SPARSE = 16
_BLOCK = 1 << 18
_TAIL = 1024
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_WIDE = re.compile(rb"""columns-repeated\s*=\s*["']([0-9]+)["'][^<>]*(?<!/)>""")
# LibreOffice ends a sheet with one empty row that is repeated down to the last: that one holds nothing.
_DEEP = re.compile(
    rb"""rows-repeated\s*=\s*["']([0-9]+)["'][^<>]*(?<!/)>(?!\s*(?:<[\w:-]+cell[^<>]*/>\s*){1,4}</[\w:-]+row>)"""
)
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_Cell = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Workbook:
    """The names of the sheets, and the rows of one of them as texts, the first row first."""

    sheets: tuple[str, ...]
    sheet: str
    rows: tuple[tuple[str, ...], ...]


def is_workbook(raw: bytes) -> bool:
    """Tell whether `raw` begins as a workbook does."""
    return raw.startswith((_ZIP, _OLE))


def read_workbook(raw: bytes, sheet: str = "") -> Workbook:
    """Return the sheet called `sheet` of a workbook, else its first one.

    Numbers are written so that they prove their decimal point; times are ISO texts.

    Raises:
        Refused: it is damaged, unpacks into too much, or has no such sheet.
    """
    if raw.startswith(_ZIP):
        _check_archive(raw)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        names = tuple(book.sheet_names)
        if sheet and sheet not in names:
            raise Refused(Problem.FIELD_TYPE, field="sheet", value=sheet[:40], expected=", ".join(names)[:200])
        chosen = sheet or (names[0] if names else "")
        found = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False) if chosen else []
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(Problem.NOT_A_WORKBOOK, why=str(error)[:80] or type(error).__name__) from None
    except BaseException as error:
        # The reader is compiled: where it meets the impossible it panics, with an exception of its own kind.
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(Problem.NOT_A_WORKBOOK, why="damaged") from None
    return Workbook(names, chosen, tuple(tuple(map(_text, row)) for row in found))


def _text(cell: _Cell) -> str:
    if isinstance(cell, bool):
        return str(cell)
    if isinstance(cell, int | float):
        return _number(Decimal(repr(cell)))
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if isinstance(cell, timedelta) else cell.replace("\r", " ").replace("\n", " ")


def _number(value: Decimal) -> str:
    if not value.is_finite():
        return str(value)
    if value == value.to_integral_value():
        return format(value.quantize(Decimal(1)), "f") if abs(value) < Decimal("1e40") else str(value)
    text = format(value, "f")
    # Three places could pass for thousands; four cannot.
    return f"{text}0" if len(text) - text.index(".") == 4 else text


def _too_much(why: str) -> Refused:
    return Refused(Problem.UNPACKS_TOO_LARGE, why=why)


def _check_archive(raw: bytes) -> None:
    """Refuse an archive by its directory, then by what it unpacks into, a block at a time."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            total = sum(entry.file_size for entry in entries)
            if total > LARGEST_UNPACKED:
                raise _too_much("100 MB")
            dense = [one for one in entries if one.file_size > LARGEST_RATIO * max(1, one.compress_size)]
            if total > _SMALL and (total > LARGEST_RATIO * len(raw) or any(one.file_size > _SMALL for one in dense)):
                raise _too_much(f"{LARGEST_RATIO} : 1")
            for entry in entries:
                _check_entry(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(Problem.NOT_A_WORKBOOK, why=str(error)[:80] or type(error).__name__) from None


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    columns: set[bytes] = set()
    deepest, cells, tail = 0, 0, b""
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            text = tail + block
            if _ENTITY.search(text):
                raise _too_much("<!ENTITY>")
            # Which part is a sheet is for the archive to say, so every part is taken for one.
            found = _CELL.findall(text)
            columns.update(column for column, _ in found)
            cells += len(found)
            deepest = max(deepest, max((int(row) for _, row in found), default=0))
            _check_extent(deepest, max(map(_column, columns), default=0), cells)
            _check_repeats(text)
            tail = text[-_TAIL:]


def _check_extent(rows: int, columns: int, cells: int) -> None:
    if rows * columns > _MOST_CELLS or (rows * columns > 100_000 and rows * columns > _SPARSE * cells + 26 * rows):
        raise _too_much(f"{rows} x {columns}")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repeats(text: bytes) -> None:
    """Refuse a part of an ODS in which what is repeated, rows by columns, makes too many cells."""
    wide = max((int(count) for count in _WIDE.findall(text)), default=1)
    sure = len(text) - _TAIL // 2
    deep = max((int(found[1]) for found in _DEEP.finditer(text) if found.end() < sure or len(text) < _BLOCK), default=1)
    if wide * deep > _MOST_REPEATS:
        raise _too_much(f"{deep} x {wide}")
