"""Averages of prices: mean, median and spread; over time and by volume; with ticks that cannot be true left out."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain.money import ONE, ZERO

Tick = tuple[datetime, Decimal]

# Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): modified z-score with 0.6745 and 3.5.
_SCALE = Decimal("0.6745")
_LIMIT = Decimal("3.5")
NARROW = Decimal("0.01")
_FAR = Decimal("0.2")
_LOOK_BACK = 5
_SHIFT = 3


def median(values: Sequence[Decimal]) -> Decimal:
    """Return the median of at least one value; the mean of the two middle ones for an even count."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def mean(values: Sequence[Decimal]) -> Decimal:
    """Return the mean of at least one value."""
    return sum(values, ZERO) / len(values)


def mad(values: Sequence[Decimal]) -> Decimal:
    """Return the median absolute deviation from the median."""
    centre = median(values)
    return median([abs(value - centre) for value in values])


def kept_indexes(values: Sequence[Decimal], tolerated: Decimal = ZERO) -> list[int]:
    """Return the indexes of the values whose modified z-score is at most 3.5.

    What lies within the share `tolerated` of the median stays in any case: where nearly all agree, the deviation is
    so small that honest values would go. Where the deviation is 0, what lies within 1 % of the median stays.
    """
    centre, spread = median(values), mad(values)
    near = tolerated if spread else NARROW
    return [
        index
        for index, value in enumerate(values)
        if abs(value - centre) <= near * centre or (spread and _SCALE * abs(value - centre) <= _LIMIT * spread)
    ]


def twap_step(ticks: Sequence[Tick], start: datetime, end: datetime) -> Decimal | None:
    """Return the average price over [start, end], each tick holding until the next one; None without ticks.

    Before the first tick in the span the last one before it holds, else the first is carried back.
    """
    earlier, inside = _around(ticks, start, end)
    if not earlier and not inside:
        return None
    price = (earlier[-1] if earlier else inside[0])[1]
    since, total = start, ZERO
    for at, next_price in inside:
        total += price * _seconds(since, at)
        since, price = at, next_price
    return (total + price * _seconds(since, end)) / _seconds(start, end)


def twap_linear(ticks: Sequence[Tick], start: datetime, end: datetime) -> Decimal | None:
    """Return the average price over [start, end] of straight lines between ticks, flat beyond them; None without any.

    Of several ticks at one instant the lines take the first.
    """
    first: dict[datetime, Decimal] = {}
    for at, price in sorted(ticks, key=lambda tick: tick[0]):
        first.setdefault(at, price)
    ordered = list(first.items())
    if not ordered:
        return None
    _, inside = _around(ordered, start, end)
    corners = [(start, _on_line(ordered, start)), *inside, (end, _on_line(ordered, end))]
    total = ZERO
    for (at, price), (then, next_price) in pairwise(corners):
        total += (price + next_price) / 2 * _seconds(at, then)
    return total / _seconds(start, end)


def vwap(trades: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Return the price of (price, volume) trades weighted by volume; None where no volume was traded."""
    volume = sum((traded for _, traded in trades), ZERO)
    return sum((price * traded for price, traded in trades), ZERO) / volume if volume else None


def believable(ticks: Sequence[Tick]) -> tuple[list[Tick], list[Tick]]:
    """Return the ticks that are kept and those that are rejected, each in the order given.

    A tick is rejected where it is over 20 % off the median of the last five that were kept; while none was kept, of
    all. Three rejected in a row that lie within 20 % of each other are a real shift: they are kept after all, and
    the look-back begins anew with them.
    """
    kept: list[int] = []
    waiting: list[int] = []
    recent: list[Decimal] = []
    prices = [price for _, price in ticks]
    for index, price in enumerate(prices):
        centre = median(recent[-_LOOK_BACK:] or prices)
        if abs(price - centre) <= _FAR * centre:
            kept.append(index)
            recent.append(price)
            waiting.clear()
            continue
        waiting.append(index)
        last = [prices[one] for one in waiting[-_SHIFT:]]
        if len(last) == _SHIFT and max(last) <= (ONE + _FAR) * min(last):
            kept += waiting[-_SHIFT:]
            recent = last
            waiting.clear()
    chosen = set(kept)
    return [ticks[index] for index in kept], [tick for index, tick in enumerate(ticks) if index not in chosen]


def _around(ticks: Sequence[Tick], start: datetime, end: datetime) -> tuple[list[Tick], list[Tick]]:
    """Return the ticks up to `start` and those between `start` and `end`, ascending."""
    ordered = sorted(ticks, key=lambda tick: tick[0])
    return [tick for tick in ordered if tick[0] <= start], [tick for tick in ordered if start < tick[0] < end]


def _on_line(ordered: Sequence[Tick], at: datetime) -> Decimal:
    """Return the price at an instant of the lines between ticks, of which no two are at one instant."""
    before = [tick for tick in ordered if tick[0] <= at]
    after = [tick for tick in ordered if tick[0] > at]
    if not before or not after:
        return (before[-1] if before else after[0])[1]
    (since, price), (until, next_price) = before[-1], after[0]
    return price + (next_price - price) * _seconds(since, at) / _seconds(since, until)


def _seconds(start: datetime, end: datetime) -> Decimal:
    return Decimal((end - start).total_seconds())
