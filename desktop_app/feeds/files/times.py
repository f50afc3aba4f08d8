"""Times as files write them: what a cell spells, and in which order its day and month stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from desktop_app.feeds.files.choices import DateOrder
from desktop_app.feeds.files.numbers import plain_form

FIRST_MS, END_MS = 1_230_768_000_000, 4_102_444_800_000  # 2009 to 2100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_LONGEST = 64
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_NUMBER = re.compile(r"(?P<whole>[0-9]{8,20})(?:\.(?P<rest>[0-9]{0,9}))?")
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_YEAR_FIRST = r"(?P<y>[0-9]{4})\s*[-/.年]\s*(?P<m>[0-9]{1,2})\s*[-/.月]\s*(?P<d>[0-9]{1,2})\s*日?"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        _YEAR_FIRST,
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?=$|[t\s]|[0-9]{4}(?:[0-9]{2})?$)",
        r"(?P<a>[0-9]{1,2})(?P<mark>[-/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{4}|[0-9]{2})(?![0-9])",
        rf"(?:[a-z]{{3,9}},?\s+)?(?P<d>[0-9]{{1,2}})[-\s]\s*{_MONTH}[-,\s]\s*(?P<y>[0-9]{{4}}|[0-9]{{2}})(?![0-9])",
        rf"(?:[a-z]{{3,9}},?\s+)?{_MONTH}[-\s]\s*(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?[-,\s]\s*(?P<y>[0-9]{{4}})(?![0-9])",
    )
)
_HALF = r"am|pm|a\.m\.|p\.m\.|上午|下午"
_CLOCK = re.compile(
    rf"(?:[t,]|-(?=[0-9]{{2}}-[ap]m))?\s*(?P<before>{_HALF})?\s*(?P<h>[0-9]{{1,2}})"
    r"(?:\s*[:時时点點]\s*(?P<min>[0-9]{2})(?:\s*[:分]\s*(?:(?P<s>[0-9]{2})(?:[.,](?P<f>[0-9]{1,9}))?\s*秒?)?)?"
    rf"|[時时点點]|(?=[-\s]*(?:{_HALF})))[-\s]*(?P<after>{_HALF})?"
)
_COMPACT_CLOCK = re.compile(r"(?P<h>[0-9]{2})(?P<min>[0-9]{2})(?P<s>[0-9]{2})?")
_ZONE = re.compile(r"\s*(?P<utc>z|utc|gmt)?\s*(?:(?P<sign>[+-])(?P<h>[0-9]{1,2}):?(?P<m>[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Instant:
    """A time as milliseconds since 1970 (UTC); `unsure` where a clock change lets the local time mean two or none."""

    ms: int
    unsure: bool = False


def parse_time(text: str, zone: tzinfo = UTC, dates: DateOrder | None = None) -> Instant:
    """Return the instant that a cell spells; a date alone is the start of that day.

    A number counts seconds, milli-, micro- or nanoseconds since 1970, by its size. What does not tell its zone
    is read on the clock of `zone`; where a clock change makes it mean two instants or none, the offset before
    the change counts. `dates` is the order of day and month where both are numbers.

    Raises:
        ValueError: the cell is no time, lies outside 2009 to 2099, or is open without `dates`.
    """
    stripped = text.strip()
    if iso := _ISO.fullmatch(stripped):
        return _from_iso(iso, zone)
    stripped = plain_form(stripped).lower()
    if not 6 <= len(stripped) <= _LONGEST:
        raise ValueError(text)
    if (number := _NUMBER.fullmatch(stripped)) and (found := _since_epoch(number)) is not None:
        return Instant(found)
    readings = _readings(stripped)
    if None not in readings and dates is not None and dates not in readings:
        raise ValueError(text)
    if len(readings) != 1 and dates not in readings:
        raise ValueError(text)
    day, rest = readings[dates] if dates in readings else next(iter(readings.values()))
    local, offset = _with_clock(day, rest)
    return _instant(local, offset, zone)


def is_time(text: str) -> bool:
    """Tell whether a cell is a time, in whatever order of day and month."""
    for dates in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.YEAR_FIRST):
        try:
            parse_time(text, UTC, dates)
        except ValueError:
            continue
        return True
    return False


def orders_of(text: str) -> frozenset[DateOrder]:
    """Return the orders in which the date of a cell is possible; none where it leaves nothing open, or is no date."""
    stripped = text.strip()
    if len(stripped) > _LONGEST or _ISO.fullmatch(stripped):
        return frozenset()
    stripped = plain_form(stripped).lower()
    number = _NUMBER.fullmatch(stripped)
    if number is not None and _since_epoch(number) is not None:
        return frozenset()
    return frozenset(order for order in _readings(stripped) if order is not None)


def find_order(cells: Iterable[str]) -> tuple[DateOrder | None, tuple[DateOrder, ...], str]:
    """Return the order that `cells` prove, else None with the orders still possible; and a cell that leaves it open.

    Where there is one, that is a cell of which the orders make different days.

    Where nothing is open the order is YEAR_FIRST. Where cells contradict each other every order that one of them
    proves is possible.
    """
    possible = set(DateOrder)
    named: set[DateOrder] = set()
    open_cell, telling = "", False
    for cell in cells:
        orders = orders_of(cell)
        if not orders:
            continue
        named |= orders
        possible &= orders
        if len(orders) > 1 and not telling:
            telling = _differs(cell)
            open_cell = cell if telling else open_cell or cell
    if not named:
        return DateOrder.YEAR_FIRST, (), ""
    if len(possible) == 1:
        return next(iter(possible)), (), ""
    left = possible or named
    return None, tuple(order for order in DateOrder if order in left), open_cell


def _differs(cell: str) -> bool:
    """Tell whether the orders make different days of a cell, so that it serves as an example."""
    return len({day for day, _ in _readings(plain_form(cell.strip()).lower()).values()}) > 1


def is_clock(text: str) -> bool:
    """Tell whether a cell is a time of day alone."""
    found = _CLOCK.fullmatch(plain_form(text.strip()).lower())
    return found is not None and found["min"] is not None


def _since_epoch(number: re.Match[str]) -> int | None:
    whole = int(number["whole"])
    for per_ms_up, per_ms_down in ((1000, 1), (1, 1), (1, 1000), (1, 1_000_000)):
        ms = whole * per_ms_up // per_ms_down
        if FIRST_MS <= ms < END_MS:
            return ms + (int((number["rest"] or "").ljust(3, "0")[:3]) if per_ms_up > 1 else 0)
    return None


def _readings(text: str) -> dict[DateOrder | None, tuple[datetime, str]]:
    """Return for each order that is possible the day and what stands behind it; under None where it is plain."""
    match = next((match for pattern in _DATES if (match := pattern.match(text))), None)
    if match is None:
        return {}
    parts, rest = match.groupdict(), text[match.end() :]
    if "a" not in parts:
        month = int(parts["m"]) if "m" in parts else _MONTHS.index(parts["name"]) + 1
        day = _day(_year(parts["y"]), month, int(parts["d"]))
        return {None: (day, rest)} if day else {}
    a, b, c = parts["a"], parts["b"], parts["c"]
    tried = {DateOrder.DAY_FIRST: _day(_year(c), int(b), int(a)), DateOrder.MONTH_FIRST: _day(_year(c), int(a), int(b))}
    if len(c) == len(a) == 2:
        tried[DateOrder.YEAR_FIRST] = _day(_year(a), int(b), int(c))
    return {order: (day, rest) for order, day in tried.items() if day is not None}


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day) if 2009 <= year < 2100 else None  # noqa: DTZ001  (its zone comes after)
    except ValueError:
        return None


def _with_clock(day: datetime, rest: str) -> tuple[datetime, tzinfo | None]:
    """Return the local time and the zone that its text tells.

    Raises:
        ValueError: what stands behind the date is no time of day.
    """
    clock = _CLOCK.match(rest) or _COMPACT_CLOCK.match(rest)
    parts = clock.groupdict() if clock else {}
    told = _ZONE.fullmatch(rest[clock.end() :] if clock else rest)
    if told is None or (told["sign"] and not (clock or told["utc"])):
        raise ValueError(rest)
    hour = int(parts.get("h") or 0)
    half = (parts.get("before") or parts.get("after") or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise ValueError(rest)
    if half:
        hour = hour % 12 + (12 if half in ("pm", "下午") else 0)
    micro = int((parts.get("f") or "").ljust(6, "0")[:6])
    if hour > 23:
        raise ValueError(rest)
    minute, second = int(parts.get("min") or 0), int(parts.get("s") or 0)
    local = day.replace(hour=hour, minute=minute, second=second, microsecond=micro)
    if told["sign"]:
        return local, _offset(told["sign"], told["h"], told["m"] or "0")
    return local, UTC if told["utc"] else None


def _from_iso(iso: re.Match[str], zone: tzinfo) -> Instant:
    year, month, day, hour, minute, second, fraction, told = iso.groups()
    micro = int((fraction or "").ljust(6, "0")[:6])
    local = datetime(  # noqa: DTZ001  (its zone comes after)
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), micro
    )
    if told is None or told == "Z":
        return _instant(local, UTC if told else None, zone)
    return _instant(local, _offset(told[0], told[1:3], told[-2:]), zone)


def _offset(sign: str, hours: str, minutes: str) -> tzinfo:
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(ahead if sign == "+" else -ahead)


def _instant(local: datetime, told: tzinfo | None, zone: tzinfo) -> Instant:
    try:
        at = local.replace(tzinfo=told or zone)
        ms = (at - _EPOCH) // _MS
    except OverflowError:
        raise ValueError(str(local)) from None
    if not FIRST_MS <= ms < END_MS:
        raise ValueError(str(local))
    if told is not None or zone is UTC:
        return Instant(ms)
    return Instant(ms, at.utcoffset() != at.replace(fold=1).utcoffset())
