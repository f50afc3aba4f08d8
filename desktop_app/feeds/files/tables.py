"""Rows of a file as lists of texts with their line numbers, whatever separates or packs them."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

DELIMITERS = (",", ";", "\t", "|")
LONGEST_LINE = 1 << 17
_LOOKED_AT = 100
_CONSISTENT = 0.6
_SHOWN = 80

# Line number from 1; the cells, None where quotation marks are wrong; the line itself, empty in a workbook.
Row = tuple[int, list[str] | None, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a text (`raw`, UTF-8 without a mark) or of a workbook's sheet (`cells`)."""

    raw: bytes = b""
    delimiter: str = ","
    cells: tuple[tuple[str, ...], ...] | None = None

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Yield the rows behind line `after` that are not blank."""
        if self.cells is not None:
            for line, packed in enumerate(self.cells[after:], start=after + 1):
                if any(packed):
                    yield line, list(packed), ""
            return
        for line, text in islice(enumerate(text_lines(self.raw), start=1), after, None):
            if not is_blank(text, self.delimiter):
                yield line, split_line(text, self.delimiter), text

    def texts(self, lines: set[int]) -> dict[int, str]:
        """Return the text of some lines."""
        return {line: text or self.delimiter.join(cells or ()) for line, cells, text in self.rows() if line in lines}

    def offset(self, line: int) -> int | None:
        """Return the byte behind line `line` of a text; None where lines end in CR alone."""
        if self.raw.count(b"\r") != self.raw.count(b"\r\n"):
            return None
        found = 0
        for _ in range(line):
            found = self.raw.find(b"\n", found) + 1 or len(self.raw)
        return found

    @property
    def size(self) -> int:
        """How much there is to read: bytes of a text, rows of a sheet."""
        return len(self.raw) if self.cells is None else len(self.cells)


def text_lines(raw: bytes) -> Iterator[str]:
    """Yield the lines of a UTF-8 text without their ends, be these LF, CR LF or CR."""
    with io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8") as stream:
        for text in stream:
            yield text.removesuffix("\n")


def is_blank(text: str, delimiter: str) -> bool:
    """Tell whether a line has nothing but blanks and delimiters."""
    return not text.strip(" " + delimiter).strip()


def split_line(text: str, delimiter: str) -> list[str] | None:
    """Return the cells of a line; None where its quotation marks do not match. An endless line is one short cell."""
    if len(text) > LONGEST_LINE:
        return [text[:_SHOWN]]
    if '"' not in text:
        return text.split(delimiter)
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None


def find_delimiters(raw: bytes) -> tuple[str, ...]:
    """Return the delimiters that cut most of the first lines into the same number of columns, best first."""
    lines = [text for text in islice(text_lines(raw), 2 * _LOOKED_AT) if text.strip()][:_LOOKED_AT]
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in DELIMITERS:
        return (lines[0][4],)
    found: list[tuple[float, int, str]] = []
    for delimiter in DELIMITERS:
        counts = Counter(len(cells) for text in lines if (cells := split_line(text, delimiter)) and len(cells) > 1)
        if counts:
            columns, often = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
            found.append((often / len(lines), columns, delimiter))
    good = [entry for entry in found if entry[0] >= _CONSISTENT] or found
    return tuple(entry[2] for entry in sorted(good, key=lambda entry: (-entry[0], -entry[1])))


def most_columns(rows: Sequence[Row]) -> int:
    """Return the number of columns that most of `rows` have."""
    counts = Counter(len(cells) for _, cells, _ in rows if cells is not None)
    return max(counts.items(), key=lambda entry: (entry[1], entry[0]))[0] if counts else 0
