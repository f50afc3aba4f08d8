"""Reading one row of prices with care: every layout, and for what is wrong the field and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.columns import pair_of_symbol
from desktop_app.feeds.files.layout import Layout, Leg
from desktop_app.feeds.files.numbers import parse_number
from desktop_app.feeds.files.times import Instant, parse_time

Pair = tuple[str, str]
_ABSENT = frozenset(("", "-", "--", "null", "none", "n/a", "na", "nan"))
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Point:
    """What one row says of one (asset, currency): at `ms` since 1970 one price, or open, high, low and close."""

    pair: Pair
    ms: int
    prices: tuple[Decimal, ...]
    unsure: bool = False


RowReader = Callable[[Sequence[str] | None], list[Point]]


def row_reader(layout: Layout) -> RowReader:
    """Return the function from the cells of a row to its points: one, or in the wide form one for each filled cell.

    It raises Refused, with the field but no line, where something is wrong with the row; None are cells whose
    quotation marks are wrong.
    """

    def read(cells: Sequence[str] | None) -> list[Point]:
        if cells is None:
            raise Refused(Problem.BAD_QUOTES)
        if len(cells) != len(layout.names):
            raise Refused(Problem.COLUMN_COUNT, have=len(cells), wanted=len(layout.names))
        at = _instant(layout, cells)
        points = []
        for leg in layout.legs:
            if layout.wide and cells[leg.columns[0]].strip().lower() in _ABSENT:
                continue
            points.append(Point(pair_in(layout, leg, cells), at.ms, _prices(layout, leg, cells), at.unsure))
        return points

    return read


def pair_in(layout: Layout, leg: Leg, cells: Sequence[str]) -> Pair:
    """Return the pair that a row speaks of.

    Raises:
        Refused: its cells name no asset.
    """
    asset, currency = leg.asset, leg.currency
    try:
        if layout.asset >= 0:
            asset, currency = pair_of_symbol(cells[layout.asset])
        if layout.currency >= 0:
            currency = pair_of_symbol(cells[layout.currency])[0]
    except ValueError:
        field = layout.names[layout.asset if layout.asset >= 0 else layout.currency]
        raise Refused(Problem.NOT_AN_ASSET, field=field, value=cells[max(layout.asset, 0)][:_SHOWN]) from None
    return asset or layout.default[0], currency or layout.default[1]


def _instant(layout: Layout, cells: Sequence[str]) -> Instant:
    text = cells[layout.time]
    if layout.clock >= 0:
        text = f"{text.strip()} {cells[layout.clock].strip()}"
    try:
        return parse_time(text, layout.zone, layout.dates)
    except ValueError:
        raise Refused(Problem.NOT_A_TIME, field=layout.names[layout.time], value=text[:_SHOWN]) from None


def _prices(layout: Layout, leg: Leg, cells: Sequence[str]) -> tuple[Decimal, ...]:
    prices = tuple(_price(layout, cells[column], column) for column in leg.columns)
    if len(prices) == 4 and not prices[2] <= min(prices[0], prices[3]) <= max(prices[0], prices[3]) <= prices[1]:
        raise Refused(Problem.CANDLE_ORDER, field="high/low", high=prices[1], low=prices[2])
    return prices


def _price(layout: Layout, text: str, column: int) -> Decimal:
    try:
        value = parse_number(text, layout.decimals)
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, field=layout.names[column], value=text[:_SHOWN]) from None
    if value <= 0 or not 0 < float(value) < float("inf"):
        raise Refused(Problem.NOT_POSITIVE, field=layout.names[column], value=text[:_SHOWN])
    return value
