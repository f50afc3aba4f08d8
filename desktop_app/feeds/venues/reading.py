"""Strict reading of what venues answer: shapes, instants, prices; whatever is amiss is a FetchError."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.prices.quote import Candle
from desktop_app.feeds.client import strict_number
from desktop_app.feeds.fault import FetchError, unexpected
from desktop_app.feeds.venues.market import Pair

_T = TypeVar("_T")
_S = TypeVar("_S")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EARLIEST = datetime(2009, 1, 3, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_EARLIEST_MS = Decimal((EARLIEST - EPOCH) // timedelta(milliseconds=1))
_LATEST_MS = Decimal((LATEST - EPOCH) // timedelta(milliseconds=1))


def as_object(value: object) -> dict[str, Any]:
    """Return `value` if it is a JSON object.

    Raises:
        FetchError: it is something else.
    """
    if not isinstance(value, dict):
        raise unexpected(f"{type(value).__name__} where an object was expected")
    return value


def as_list(value: object, at_least: int = 0) -> list[Any]:
    """Return `value` if it is a JSON list of `at_least` that many elements.

    Raises:
        FetchError: it is something else, or too short.
    """
    if not isinstance(value, list) or len(value) < at_least:
        raise unexpected(f"{type(value).__name__} where a list of {at_least} or more was expected")
    return value


def as_text(value: object) -> str:
    """Return `value` if it is a text.

    Raises:
        FetchError: it is something else.
    """
    if not isinstance(value, str):
        raise unexpected(f"{type(value).__name__} where a text was expected")
    return value


def field(entry: dict[str, Any], name: str) -> Any:
    """Return the field `name` of an object.

    Raises:
        FetchError: there is none.
    """
    if name not in entry:
        raise unexpected(f"there is no {name!r}")
    return entry[name]


def instant_ms(value: object) -> datetime:
    """Return the instant (aware UTC) of `value`, milliseconds since 1970.

    Raises:
        FetchError: it is no number, or lies before 2009 or after 2099.
    """
    number = strict_number(value)
    if not _EARLIEST_MS <= number < _LATEST_MS:
        raise unexpected(f"{number} is no time in milliseconds")
    return EPOCH + timedelta(milliseconds=int(number))


def instant_s(value: object) -> datetime:
    """Return the instant (aware UTC) of `value`, seconds since 1970.

    Raises:
        FetchError: it is no number, or lies before 2009 or after 2099.
    """
    return instant_ms(strict_number(value) * 1000)


def instant_iso(value: object) -> datetime:
    """Return the instant (aware UTC) of `value`, a text such as ``2026-04-07T00:28:58.544778Z``.

    Raises:
        FetchError: it is no such text, has no zone, or lies before 2009 or after 2099.
    """
    try:
        found = datetime.fromisoformat(as_text(value))
        if found.tzinfo is None or not EARLIEST <= found.astimezone(UTC) < LATEST:
            raise ValueError
    except (ValueError, OverflowError):
        raise unexpected(f"{str(value)[:40]!r} is no time") from None
    return found.astimezone(UTC)


def to_ms(at: datetime) -> int:
    """Return an aware instant as whole milliseconds since 1970."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def to_s(at: datetime) -> int:
    """Return an aware instant as whole seconds since 1970."""
    return (at - EPOCH) // timedelta(seconds=1)


def collect(entries: Iterable[_S], read: Callable[[_S], _T | None]) -> list[_T]:
    """Return what `read` makes of each entry, None left out; an entry that cannot be read is left out as well.

    Raises:
        FetchError: there are entries, and not one can be read.
    """
    found: list[_T] = []
    first: FetchError | None = None
    readable = False
    for entry in entries:
        try:
            made = read(entry)
        except FetchError as error:
            first = first or error
        else:
            readable = True
            if made is not None:
                found.append(made)
    if first is not None and not readable:
        raise first
    return found


class Bar(NamedTuple):
    """One candle as a venue tells it; `closed` is False where the venue says that it is unfinished."""

    opened: datetime
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    closed: bool = True


class Window(NamedTuple):
    """A page of history: candles of `period_s` that open from `first` to before `end`, asked for at `now`."""

    period_s: int
    first: datetime
    end: datetime
    now: datetime

    @property
    def last(self) -> datetime:
        """The opening of the page's last candle."""
        return self.end - timedelta(seconds=self.period_s)


def window(period_s: int, page: int, since: datetime, now: datetime) -> Window:
    """Return the page of `page` candles at most that begins with the first candle to open at or after `since`."""
    step = timedelta(seconds=period_s)
    first = EPOCH + -(-(max(since, EARLIEST) - EPOCH) // step) * step
    return Window(period_s, first, first + page * step, now)


def read_candles(
    rows: Sequence[Any], read: Callable[[Any], Bar], pair: Pair, source: str, asked: Window
) -> list[Candle]:
    """Return the finished candles of a page, ascending, that `read` finds in `rows`, in whatever order they stand.

    A row that contradicts itself (low over close, a price that is not positive, an opening off the grid or
    in the future) is left out.

    Raises:
        FetchError: not one row can be read, or two rows tell the same candle differently.
    """
    found: dict[datetime, Bar] = {}
    for bar in collect(rows, lambda row: _checked(read(row), asked)):
        if found.setdefault(bar.opened, bar) != bar:
            raise unexpected(f"two candles of {bar.opened:%Y-%m-%d %H:%M}")
    step = timedelta(seconds=asked.period_s)
    return [
        Candle(pair.asset, pair.currency, source, asked.period_s, opened, bar.open, bar.high, bar.low, bar.close)
        for opened, bar in sorted(found.items())
        if bar.closed and asked.first <= opened < asked.end and opened + step <= asked.now
    ]


def _checked(bar: Bar, asked: Window) -> Bar:
    if (bar.opened - EPOCH) % timedelta(seconds=asked.period_s):
        raise unexpected(f"a candle opens at {bar.opened.isoformat()}")
    if bar.opened > asked.now:
        raise unexpected(f"a candle of the future, {bar.opened.isoformat()}")
    if not 0 < bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high:
        raise unexpected(f"the candle of {bar.opened.isoformat()} contradicts itself")
    return bar
