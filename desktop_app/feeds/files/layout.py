"""How the rows of one file are to be read, once every question is answered; and the place of header and rows in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import OHLC, Choices, ColumnUse, DateOrder, Decimals, Mapping, Role, is_complete
from desktop_app.feeds.files.columns import by_values, by_words, is_data
from desktop_app.feeds.files.tables import Grid, Row, most_columns
from desktop_app.feeds.files.words import clean

SAMPLE = 1000
_HEAD = 60
_ZONE = re.compile(r"(?:UTC|GMT)\s*(?P<offset>[+-]\s*[0-9]{1,2}(?::?[0-5][0-9])?)?(?![A-Za-z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a table stands in its file: its header, its first row, what stands before, and the first rows.

    `names` are the header's cells, made up where it has none (`header_line` is 0 then). `first_line` is the line
    behind which rows begin. `proven` tells whether header or values prove the mapping.
    """

    names: tuple[str, ...]
    header_line: int
    first_line: int
    before: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    mapping: Mapping
    proven: bool

    @property
    def complete(self) -> bool:
        """Whether the mapping has all that prices need."""
        return is_complete(self.mapping)

    def unknown(self) -> Refused:
        """Return the refusal of a table whose columns have no clear meaning."""
        line = self.header_line or self.first_line + 1
        return Refused(Problem.UNKNOWN_LAYOUT, line=line, value=", ".join(self.names)[:120])


@dataclass(frozen=True, slots=True)
class Leg:
    """One price in a row: the columns of one price, or of open, high, low and close; the asset where it is fixed."""

    columns: tuple[int, ...]
    asset: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read a row. Columns count from 0; -1 is none."""

    names: tuple[str, ...]
    time: int
    clock: int
    asset: int
    currency: int
    legs: tuple[Leg, ...]
    decimals: Decimals
    dates: DateOrder
    zone: tzinfo
    default: tuple[str, str]

    @property
    def wide(self) -> bool:
        """Whether each row has the prices of several assets, some of which may be empty."""
        return len(self.legs) > 1


def find_frame(grid: Grid, choices: Choices) -> Frame:
    """Return where the table of a grid stands and what its columns mean, as far as that can be told."""
    rows = list(islice(grid.rows(), _HEAD))
    head = [row for row in rows if row[1] is not None]
    if not rows:
        raise Refused(Problem.EMPTY_FILE)
    if not head:
        raise Refused(Problem.BAD_QUOTES, line=rows[0][0])
    index = None if choices.header is False else _header_by_words(head, forced=choices.header is True)
    if index is None:
        index = _header_before_data(head, named=choices.header is not False)
        if rows[0][1] is None:
            raise Refused(Problem.BAD_QUOTES, line=rows[0][0])
    start = 0 if index is None else index
    first = next((i for i, row in enumerate(head) if is_data(row[1])), 0)
    if index is None:
        start = first
    header_line = 0 if index is None else head[start][0]
    after = header_line or head[start][0] - 1
    sample = tuple(tuple(cells) for _, cells, _ in islice(grid.rows(after), SAMPLE) if cells is not None)
    width = len(head[start][1] or ()) if header_line else most_columns(head)
    names = tuple(head[start][1] or ()) if header_line else tuple(f"#{number}" for number in range(1, width + 1))
    before = tuple(text or " ".join(cells or ()) for line, cells, text in head if line <= after and line != header_line)
    mapping, proven = _mapping(names, sample, bool(header_line), choices)
    return Frame(names, header_line, after, before, sample, mapping, proven)


def _mapping(
    names: Sequence[str], sample: Sequence[Sequence[str]], named: bool, choices: Choices
) -> tuple[Mapping, bool]:
    if choices.mapping is not None:
        return (*choices.mapping, *(ColumnUse(),) * len(names))[: len(names)], True
    by_name = by_words(names, sample[:_HEAD]) if named else ()
    if is_complete(by_name):
        words = [clean(name) for name in names]
        used = [words[index] for index, use in enumerate(by_name) if use.role is not Role.IGNORED]
        return by_name, all(words.count(word) == 1 for word in used)
    found, proven = by_values([row for row in sample[:_HEAD] if len(row) == len(names)], len(names))
    # A column that is called by a strange name may be anything: a volume, a rate.
    return found, proven and not named


def _header_by_words(head: Sequence[Row], *, forced: bool) -> int | None:
    for index, (_, cells, _) in enumerate(head):
        if cells and len(cells) > 1 and not is_data(cells) and is_complete(by_words(cells)):
            return index
    return 0 if forced else None


def _header_before_data(head: Sequence[Row], *, named: bool) -> int | None:
    """Return the row of strange names right before the first row of prices; the first row where none has prices."""
    first = next((index for index, row in enumerate(head) if is_data(row[1])), None)
    if named and first is None:
        return 0
    if not named or not first:
        return None
    cells, below = head[first - 1][1] or [], head[first][1] or []
    strange = len(cells) == len(below) and all(clean(cell) and not clean(cell)[0].isdigit() for cell in cells)
    return first - 1 if strange else None


def make_layout(frame: Frame, decimals: Decimals, dates: DateOrder, zone: str, default: tuple[str, str]) -> Layout:
    """Return how to read the rows of a frame whose mapping is complete.

    Raises:
        Refused: there is no such time zone.
    """
    mapping = frame.mapping
    if not frame.complete:
        raise frame.unknown()

    def place(role: Role) -> int:
        return next((index for index, use in enumerate(mapping) if use.role is role), -1)

    legs: tuple[Leg, ...]
    if place(Role.OPEN) >= 0:
        legs = (Leg(tuple(place(role) for role in OHLC), mapping[place(Role.CLOSE)].asset),)
    else:
        closes = [(index, use) for index, use in enumerate(mapping) if use.role is Role.CLOSE]
        wide = len(closes) > 1
        legs = tuple(Leg((i,), use.asset if wide else "", use.currency if wide else "") for i, use in closes)
    names = tuple(clean(name) for name in frame.names)
    places = [place(role) for role in (Role.TIME, Role.CLOCK, Role.ASSET, Role.CURRENCY)]
    return Layout(names, places[0], places[1], places[2], places[3], legs, decimals, dates, clock_of(zone), default)


def clock_of(zone: str) -> tzinfo:
    """Return the time zone called `zone`; UTC for none.

    Raises:
        Refused: there is no such zone.
    """
    try:
        return zone_of(zone)
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, field="zone", value=zone[:40]) from None


def told_zone(frame: Frame) -> str:
    """Return the zone that the header of the time, or a line before the header, tells; nothing where none does."""
    named = [name for name, use in zip(frame.names, frame.mapping, strict=False) if use.role is Role.TIME]
    for text in (*named, *frame.before):
        found = _ZONE.search(text)
        if found and not found["offset"]:
            return "UTC"
        if found:
            sign, digits = found["offset"][0], found["offset"][1:].replace(":", "").strip()
            hours, minutes = (digits, "") if len(digits) <= 2 else (digits[:-2], digits[-2:])
            return f"UTC{sign}{int(hours)}" + (f":{minutes}" if minutes.strip("0") else "")
    return ""
