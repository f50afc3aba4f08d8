"""Plain rows of prices parsed a block at a time as arrays; what is unusual in a block is left to the careful reader.

A row is plain where its time is a whole number since 1970 or ISO, its prices have at most 15 digits that count,
and nothing is quoted. Such a price is a whole number below 2**53 divided by a power of ten that a float holds
exactly, so that the quotient is the float nearest to the decimal, as `float` of its text would be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone, tzinfo
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from desktop_app.feeds.files.choices import Decimals
from desktop_app.feeds.files.layout import Layout
from desktop_app.feeds.files.times import END_MS, FIRST_MS

Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Spans = tuple[Ints, Ints]

BLOCK = 1 << 20
_NEWLINE, _RETURN, _QUOTE, _ZERO, _MINUS, _COLON = 10, 13, 34, 48, 45, 58
_WIDEST_NUMBER, _WIDEST_NAME = 18, 24
_MOST_DIGITS = 10**15
_POWERS = np.array([10.0**power for power in range(_WIDEST_NUMBER + 1)])
_EPOCHS = {10: (1000, 1), 13: (1, 1), 16: (1, 1000), 19: (1, 1_000_000)}
_DAY_MS = 86_400_000
_MONTHS = [date(2009 + number // 12, number % 12 + 1, 1).toordinal() for number in range(12 * 91 + 1)]
_MONTH_DAY = np.array(_MONTHS[:-1], dtype=np.int64) - date(1970, 1, 1).toordinal()
_MONTH_LENGTH = np.diff(np.array(_MONTHS, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one block: where each begins and ends, which are plain, and what the plain ones say.

    `times_ms` is int64[n], `prices` float64[n, columns], `names` int64[n], the index in `texts` of the asset's cell;
    what is not `plain` holds no meaning in them.
    """

    starts: Ints
    ends: Ints
    plain: Flags
    times_ms: Ints
    prices: Floats
    names: Ints
    texts: tuple[str, ...]


def blocks(raw: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines of `raw` from byte `start` on, about 1 MB at a time, with the byte behind each part."""
    while start < len(raw):
        end = raw.rfind(b"\n", start, start + BLOCK) + 1 or raw.find(b"\n", start) + 1 or len(raw)
        part = raw[start:end]
        yield end, part if part.endswith(b"\n") else part + b"\n"
        start = end


def block_reader(layout: Layout, delimiter: str) -> Callable[[bytes], Block] | None:
    """Return the function from whole lines to their Block; None where a layout has no plain rows."""
    ahead = _ahead(layout.zone)
    if ahead is None or layout.clock >= 0 or layout.currency >= 0:
        return None
    columns = [column for leg in layout.legs for column in leg.columns]
    point = ord("." if layout.decimals is Decimals.POINT else ",")
    cut, width = ord(delimiter), len(layout.names)

    def read(lines: bytes) -> Block:
        text = np.frombuffer(lines, dtype=np.uint8)
        starts, ends, cuts, plain = _fields(text, cut, width)
        # Fields are read eight or more bytes at a time: beyond the last one stands nothing.
        padded = np.concatenate([text, np.zeros(64, dtype=np.uint8)])
        tail = ends - (text[np.maximum(ends - 1, 0)] == _RETURN)

        def span(column: int) -> Spans:
            return starts if column == 0 else cuts[column - 1] + 1, tail if column == width - 1 else cuts[column]

        times, good = _times(padded, span(layout.time), ahead)
        plain &= good
        prices = np.empty((len(starts), len(columns)), order="F")
        for place, column in enumerate(columns):
            prices[:, place], good = _numbers(padded, span(column), point)
            plain &= good
        if len(columns) == 4 and len(layout.legs) == 1:
            first, high, low, last = prices.T
            plain &= (low <= np.minimum(first, last)) & (np.maximum(first, last) <= high)
        names: Ints = np.zeros(len(starts), dtype=np.int64)
        texts: tuple[str, ...] = ("",)
        if layout.asset >= 0:
            names, texts, good = _names(padded, span(layout.asset))
            plain &= good
        return Block(starts, ends, plain, times, prices, names, texts)

    return read


def _ahead(zone: tzinfo) -> int | None:
    """Return by how many milliseconds a clock is ahead of UTC; None where that changes over the year."""
    if not isinstance(zone, timezone):
        return None
    return zone.utcoffset(None) // timedelta(milliseconds=1)


def _fields(text: Bytes, cut: int, width: int) -> tuple[Ints, Ints, Ints, Flags]:
    """Return where lines begin and end, where each of their delimiters stands, and which have the right number."""
    ends: Ints = np.flatnonzero(text == _NEWLINE).astype(np.int64)
    starts: Ints = np.concatenate([np.zeros(1, dtype=np.int64), ends[:-1] + 1])
    found: Ints = np.flatnonzero(text == cut).astype(np.int64)
    plain: Flags = np.ones(len(ends), dtype=np.bool_)
    wanted = width - 1
    if len(found) == wanted * len(ends):
        table = found.reshape(len(ends), wanted)
        if not (np.all(table[:, 0] >= starts) and np.all(table[:, -1] < ends)):
            table, plain = _ragged(found, starts, ends, wanted)
    else:
        table, plain = _ragged(found, starts, ends, wanted)
    quotes = np.flatnonzero(text == _QUOTE)
    if len(quotes):
        plain[np.searchsorted(ends, quotes)] = False
    return starts, ends, np.ascontiguousarray(table.T), plain


def _ragged(found: Ints, starts: Ints, ends: Ints, wanted: int) -> tuple[Ints, Flags]:
    first = np.searchsorted(found, starts)
    plain = np.searchsorted(found, ends) - first == wanted
    table = np.repeat(starts[:, None], wanted, axis=1)
    table[plain] = found[first[plain, None] + np.arange(wanted)]
    return table, plain


def _numbers(text: Bytes, span: Spans, point: int) -> tuple[Floats, Flags]:
    """Return the number in each span, and which are plain, positive and have few enough digits."""
    start, end = span
    width = end - start
    good = (width > 0) & (width <= _WIDEST_NUMBER)
    whole = np.zeros(len(start), dtype=np.int64)
    places = np.zeros(len(start), dtype=np.int64)
    points = np.zeros(len(start), dtype=np.int8)
    for step in range(min(int(np.max(width, initial=0)), _WIDEST_NUMBER)):
        sign = text[start + step]
        inside = width > step
        digit = sign - np.uint8(_ZERO)
        is_digit = (digit <= 9) & inside
        is_point = (sign == point) & inside
        good &= is_digit | is_point | ~inside
        whole = np.where(is_digit, whole * 10 + digit, whole)
        places += is_digit & (points > 0)
        points += is_point
    good &= (points <= 1) & (whole > 0) & (whole < _MOST_DIGITS)
    return whole / _POWERS[places], good


def _times(text: Bytes, span: Spans, ahead: int) -> tuple[Ints, Flags]:
    """Return the milliseconds in each span, and which are plain and in range."""
    start, end = span
    width = end - start
    times = np.zeros(len(start), dtype=np.int64)
    good = np.zeros(len(start), dtype=np.bool_)
    for wide in np.unique(width):
        if not 10 <= wide <= 32:
            continue
        rows = slice(None) if np.all(width == wide) else np.flatnonzero(width == wide)
        signs = text[start[rows][:, None] + np.arange(wide)]
        times[rows], good[rows] = _times_of_width(signs, int(wide), ahead)
    return times, good & (times >= FIRST_MS) & (times < END_MS)


def _times_of_width(signs: Bytes, wide: int, ahead: int) -> tuple[Ints, Flags]:
    digits = signs - np.uint8(_ZERO)
    if wide in _EPOCHS and signs[0, 4] != _MINUS:
        up, down = _EPOCHS[wide]
        plain = np.all(digits <= 9, axis=1) & (digits[:, 0] > 0) & (digits[:, 0] < 5)
        return _join(digits, 0, wide) * up // down, plain
    day, good = _days(signs, digits)
    if wide == 10:
        return day * _DAY_MS - ahead, good
    clock, told, fits = _clock(signs, digits, wide)
    return day * _DAY_MS + clock - np.where(told, 0, ahead), good & fits


def _join(digits: Bytes, first: int, end: int) -> Ints:
    """Return the number that the digits from column `first` to before `end` spell."""
    found = np.zeros(len(digits), dtype=np.int64)
    for column in range(first, end):
        found = found * 10 + digits[:, column]
    return found


def _days(signs: Bytes, digits: Bytes) -> tuple[Ints, Flags]:
    good = np.all(digits[:, [0, 1, 2, 3, 5, 6, 8, 9]] <= 9, axis=1)
    good &= (signs[:, 4] == _MINUS) & (signs[:, 7] == _MINUS)
    year, month, day = _join(digits, 0, 4), _join(digits, 5, 7), _join(digits, 8, 10)
    good &= (year >= 2009) & (year < 2100) & (month >= 1) & (month <= 12)
    index = np.where(good, (year - 2009) * 12 + month - 1, 0)
    good &= (day >= 1) & (day <= _MONTH_LENGTH[index])
    return _MONTH_DAY[index] + day - 1, good


def _clock(signs: Bytes, digits: Bytes, wide: int) -> tuple[Ints, Flags, Flags]:
    """Return the milliseconds behind midnight, whether the text tells UTC, and which rows are plain."""
    none = np.zeros(len(signs), dtype=np.bool_)
    if wide < 16:
        return np.zeros(len(signs), dtype=np.int64), none, none
    told, last = none, wide
    if signs[0, -1] == ord("Z"):
        told, last = signs[:, -1] == ord("Z"), wide - 1
    elif signs[0, -6] == ord("+"):
        told, last = np.all(signs[:, -6:] == np.frombuffer(b"+00:00", dtype=np.uint8), axis=1), wide - 6
    good = told if last < wide else ~none
    good = good & ((signs[:, 10] == ord(" ")) | (signs[:, 10] == ord("T"))) & (signs[:, 13] == _COLON)
    hour, minute = _join(digits, 11, 13), _join(digits, 14, 16)
    used = [11, 12, 14, 15]
    second = np.zeros(len(signs), dtype=np.int64)
    if last >= 19:
        second, used = _join(digits, 17, 19) * 1000, [*used, 17, 18]
        good &= (signs[:, 16] == _COLON) & (second < 60_000)
    if last > 19:
        good &= signs[:, 19] == ord(".")
        second = second + _join(digits, 20, min(last, 23)) * 10 ** max(0, 23 - last)
        used += range(20, last)
    good &= np.all(digits[:, used] <= 9, axis=1) & (hour <= 23) & (minute <= 59)
    return hour * 3_600_000 + minute * 60_000 + second, told, good & (last in (16, 19) or 20 < last <= 29)


def _names(text: Bytes, span: Spans) -> tuple[Ints, tuple[str, ...], Flags]:
    """Return for each span the index of its text among the different ones, and which are short enough."""
    start, end = span
    width = end - start
    good = (width > 0) & (width <= _WIDEST_NAME)
    signs = text[start[:, None] + np.arange(_WIDEST_NAME)]
    signs[np.arange(_WIDEST_NAME) >= width[:, None]] = 0
    good &= np.all(signs < 128, axis=1)
    if np.all(signs == signs[0]):
        return (
            np.zeros(len(start), dtype=np.int64),
            (signs[0].tobytes().rstrip(b"\0").decode("ascii", "replace"),),
            good,
        )
    found, names = np.unique(signs.view(f"S{_WIDEST_NAME}").ravel(), return_inverse=True)
    return names.astype(np.int64), tuple(name.decode("ascii", "replace") for name in found.tolist()), good


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of one series: `times_ms` int64[n], `prices` float64[n, 1 or 4], `lines` int64[n]."""

    times_ms: Ints
    prices: Floats
    lines: Ints

    @classmethod
    def of(cls, times: Sequence[int], prices: Sequence[Sequence[float]], lines: Sequence[int]) -> "Part":
        """Return the part that lists of rows make."""
        found = np.array(prices, dtype=np.float64).reshape(len(times), -1)
        return cls(np.array(times, dtype=np.int64), found, np.array(lines, dtype=np.int64))

    def taken(self, rows: Flags | Ints) -> "Part":
        """Return the part that only has `rows`."""
        return Part(self.times_ms[rows], self.prices[rows], self.lines[rows])


def part_of(block: Block, first_line: int, columns: slice, name: int | None) -> Part:
    """Return the plain rows of a block, for one asset's name among several if `name` is one."""
    rows = block.plain if name is None else block.plain & (block.names == name)
    lines = np.arange(first_line, first_line + len(rows), dtype=np.int64)
    whole = Part(block.times_ms, block.prices[:, columns], lines)
    return whole if np.all(rows) else whole.taken(rows)


def odd_rows(block: Block) -> list[tuple[int, int, int]]:
    """Return number, beginning and end of each row of a block that is not plain."""
    rows = np.flatnonzero(~block.plain)
    return list(zip(rows.tolist(), block.starts[rows].tolist(), block.ends[rows].tolist(), strict=True))


def settle(parts: Sequence[Part], exact: Mapping[int, tuple[Decimal, ...]]) -> tuple[Part, int, list[tuple[int, int]]]:
    """Return the rows of one series ascending, each time once; how many said the same twice; and what contradicts.

    What contradicts an earlier line of the same time is told as (line, time).

    `exact` has the prices of the lines whose floats do not say all of them.
    """
    times = np.concatenate([part.times_ms for part in parts])
    prices = np.concatenate([part.prices for part in parts])
    lines = np.concatenate([part.lines for part in parts])
    whole = Part(times, prices, lines)
    if np.all(times[1:] > times[:-1]):
        return whole, 0, []
    whole = whole.taken(np.lexsort((lines, times)))
    again = np.concatenate([np.zeros(1, dtype=np.bool_), whole.times_ms[1:] == whole.times_ms[:-1]])
    first = np.maximum.accumulate(np.where(again, 0, np.arange(len(again))))
    differs = again & np.any(whole.prices != whole.prices[first], axis=1)
    if exact:
        for row in np.flatnonzero(again & ~differs).tolist():
            mine, theirs = int(whole.lines[row]), int(whole.lines[first[row]])
            differs[row] = exact.get(mine) != exact.get(theirs)
    other = whole.taken(differs)
    contradicting = list(zip(other.lines.tolist(), other.times_ms.tolist(), strict=True))
    return whole.taken(~again), int(np.sum(again & ~differs)), contradicting


def apart(part: Part, lines: Sequence[int]) -> tuple[Part, list[tuple[int, int]]]:
    """Return a part without `lines`, and of these the (line, time) that it had."""
    if not lines:
        return part, []
    rows = np.isin(part.lines, np.array(lines, dtype=np.int64))
    found = part.taken(rows)
    return part.taken(~rows), list(zip(found.lines.tolist(), found.times_ms.tolist(), strict=True))
