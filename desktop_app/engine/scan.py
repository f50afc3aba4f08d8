"""A loan's whole past as arrays, in one pass: what is drawn, and where the exact replay has to look.

Floats say where nothing can have happened; what does happen is decided in Decimal by `replay`. A float's
word is taken only where it lies clear of a level by more than its own error.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.events import Event
from desktop_app.domain.ledger import replay_at
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Ladder
from desktop_app.engine.growth import Growth, has_closed_form
from desktop_app.storage.rows import instant, milliseconds
from desktop_app.storage.series import Block, SeriesKey

Floats = NDArray[np.float64]
Times = NDArray[np.int64]
Bools = NDArray[np.bool_]

Span = tuple[int, int]

_ERROR = 1e-9
_DAY = timedelta(days=1)
_TICK = timedelta(milliseconds=1)
_NEVER = np.iinfo(np.int64).min // 2


@dataclass(frozen=True, slots=True, eq=False)
class AssetSeries:
    """Every candle of one asset by its close (ms): openings, closes, lows, periods (ms); shape (n,)."""

    closed: Times
    opened: Times
    close: Floats
    low: Floats
    period: Times

    def at(self, instants: Times) -> tuple[NDArray[np.intp], Bools]:
        """Return the newest candle closed at each of `instants`, and whether it is younger than its period."""
        if self.closed.size == instants.size and np.array_equal(self.closed, instants):
            return np.arange(instants.size), np.ones(instants.size, bool)
        found = np.searchsorted(self.closed, instants, "right") - 1
        index = np.maximum(found, 0)
        return index, (found >= 0) & (instants - self.closed[index] < self.period[index])


def asset_series(blocks: Mapping[SeriesKey, Block]) -> dict[str, AssetSeries]:
    """Return the blocks of each asset as one series in order of close; the shorter period counts last."""
    split: dict[str, list[tuple[SeriesKey, Block]]] = {}
    for key, block in blocks.items():
        split.setdefault(key.asset, []).append((key, block))
    found = {}
    for asset, parts in split.items():
        parts.sort(key=lambda part: (-part[0].period_s, part[0].source))
        opened = np.concatenate([block.times for _, block in parts])
        period = np.concatenate([np.full(block.times.size, key.period_s * 1000, np.int64) for key, block in parts])
        close = np.concatenate([block.closes for _, block in parts])
        low = np.concatenate([block.lows for _, block in parts])
        closed = opened + period - 1
        if len(parts) > 1:
            order = np.argsort(closed, kind="stable")
            opened, period, close, low, closed = (a[order] for a in (opened, period, close, low, closed))
        found[asset] = AssetSeries(closed, opened, close, low, period)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A loan at each close of its assets, shape (n,): LTV (inf: debt without collateral) as two bounds.

    `low` takes every collateral at its low; within the gaps that were asked for (`in_gap`) both bounds do.
    `stretch` numbers the stretches between events, and midnights where interest has no closed form; `grid`
    holds the balances at the start of each. `seen` is the candle of each asset at each instant.
    """

    times: Times
    ltv: Floats
    upper: Floats
    low: Floats
    stretch: NDArray[np.intp]
    grid: tuple[Balances, ...]
    seen: dict[str, tuple[NDArray[np.intp], Bools]]
    in_gap: Bools


def scan(
    events: Sequence[Event], series: Mapping[str, AssetSeries], pegged: frozenset[str], gaps: Sequence[Span] = ()
) -> Scan:
    """Return the loan of `events` at every instant that its assets have prices for.

    Within `gaps` (ms, from and to), in which nobody looked, the lows of the candles count instead of the closes.
    """
    assets = sorted({event.asset for event in events if event.asset})
    starts = [series[asset].closed for asset in assets if asset in series]
    times = _union(starts)
    first = milliseconds(events[0].at) if events else 0
    times = times[np.searchsorted(times, first) :]
    grid, before_next = _grid(events, times)
    if not grid:
        return _nothing(assets, series)
    marks = np.array([milliseconds(balances.at) for balances in grid], np.int64)
    stretch = np.searchsorted(marks, times, "right") - 1
    growth = Growth(grid, times, stretch)
    seen = {asset: series[asset].at(times) for asset in assets if asset in series}
    known = np.array([b.terms is not None and b.closed is None for b in grid], bool)[stretch]
    counted, counted_low, debt, debt_upper = (np.zeros(times.size) for _ in range(4))
    for asset in assets:
        weights = np.array([_weight(balances, asset) for balances in grid])[stretch]
        held = np.array([float(balances.collateral.get(asset, 0)) for balances in grid])
        owed = growth.owed(asset)
        close, low, there = _prices(asset, series, seen, times, pegged)
        known &= there | ((held == 0)[stretch] & (owed == 0))
        counted += weights * close
        counted_low += weights * low
        debt += owed * close
        debt_upper += _before_next(asset, owed, growth, before_next, stretch) * close
    in_gap = within_gaps(times, gaps)
    judged = np.where(in_gap, np.minimum(counted, counted_low), counted) if gaps else counted
    values = [_ratio(debt, judged), _ratio(debt_upper, judged), _ratio(debt, counted_low)]
    if not known.all():
        seen = {asset: (index[known], there[known]) for asset, (index, there) in seen.items()}
        values = [value[known] for value in values]
        times, stretch, in_gap = times[known], stretch[known], in_gap[known]
    ltv, upper, lowest = values
    return Scan(times, ltv, upper, np.maximum(lowest, ltv), stretch, grid, seen, in_gap)


def within_gaps(times: Times, gaps: Sequence[Span]) -> Bools:
    """Return which of `times` lie in one of `gaps`."""
    found = np.zeros(times.size, bool)
    for first, last in gaps:
        found |= (times >= first) & (times < last)
    return found


def _nothing(assets: Sequence[str], series: Mapping[str, AssetSeries]) -> Scan:
    none, nowhere = np.empty(0), np.empty(0, np.intp)
    seen = {asset: (nowhere, np.empty(0, bool)) for asset in assets if asset in series}
    return Scan(np.empty(0, np.int64), none, none, none, nowhere, (), seen, np.empty(0, bool))


def _before_next(
    asset: str, owed: Floats, growth: Growth, before_next: Sequence[Balances], stretch: NDArray[np.intp]
) -> Floats:
    """Return the most that may be owed at each instant: without a closed form, the debt before the next mark."""
    if not before_next:
        return owed
    latest = np.array([_owed(balances, asset) for balances in before_next])[stretch]
    return np.where(growth.closed[stretch], owed, np.maximum(owed, latest))


def _union(parts: Sequence[Times]) -> Times:
    if not parts:
        return np.empty(0, np.int64)
    if all(part.size == parts[0].size and np.array_equal(part, parts[0]) for part in parts[1:]):
        return np.unique(parts[0]) if parts[0].size and (np.diff(parts[0]) <= 0).any() else parts[0]
    return np.unique(np.concatenate(parts))


def _grid(events: Sequence[Event], times: Times) -> tuple[tuple[Balances, ...], list[Balances]]:
    """Return the balances at each event, and right before the next one.

    Where interest has no closed form the midnights between events count as well; nothing before the next one is
    returned where it has one throughout.
    """
    if not times.size or not events:
        return (), []
    end = instant(int(times[-1])) + _DAY
    marks = sorted({event.at for event in events if event.at <= end})
    grid = tuple(replay_at(events, marks))
    if all(map(has_closed_form, grid)):
        return grid, []
    zones = {event.zone for event in events} | {"UTC"}
    nights = {night for zone in zones for night in _midnights(marks[0], end, zone)}
    for balances, following in zip(grid, [*marks[1:], end + _DAY], strict=True):
        if has_closed_form(balances):
            nights = {night for night in nights if not balances.at < night < following}
    ordered = sorted(nights | set(marks))
    instants = [at for mark, following in pairwise([*ordered, end + _DAY]) for at in (mark, following - _TICK)]
    found = list(replay_at(events, instants))
    return tuple(found[0::2]), found[1::2]


def _midnights(start: datetime, end: datetime, zone: str) -> Iterator[datetime]:
    local = zone_of(zone)
    day = start.astimezone(local).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    while day.astimezone(UTC) <= end:
        utc = day.astimezone(UTC)
        if utc > start:
            yield utc
        day += _DAY


def _weight(balances: Balances, asset: str) -> float:
    if balances.terms is None:
        return 0.0
    return float(balances.collateral.get(asset, Decimal(0)) * balances.terms.weight(asset))


def _owed(balances: Balances, asset: str) -> float:
    owed = balances.debts.get(asset)
    return float(owed.total) if owed is not None else 0.0


def _prices(
    asset: str,
    series: Mapping[str, AssetSeries],
    seen: Mapping[str, tuple[NDArray[np.intp], Bools]],
    times: Times,
    pegged: frozenset[str],
) -> tuple[Floats, Floats, Bools]:
    if asset not in seen:
        ones = np.ones(times.size)
        return ones, ones, np.full(times.size, asset in pegged)
    index, there = seen[asset]
    close, low = series[asset].close[index], series[asset].low[index]
    if asset in pegged:
        return np.where(there, close, 1.0), np.where(there, low, 1.0), np.ones(times.size, bool)
    return close, low, there


def _ratio(debt: Floats, counted: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        found = debt / counted
    found[(counted <= 0) & (debt > 0)] = np.inf
    found[(counted <= 0) & (debt <= 0)] = 0.0
    return found


def turning_points(found: Scan, hysteresis: Decimal) -> NDArray[np.intp]:
    """Return the indexes at which the state of some level may change, and the first and last of all.

    Between two of them every level stays as it was: reached, between, or under level - hysteresis.
    """
    size = found.times.size
    if size == 0:
        return np.empty(0, np.intp)
    marked = np.zeros(size, bool)
    marked[[0, -1]] = True
    marked[1:] |= _new_rules(found)
    most = max((len(b.terms.ladder.levels) for b in found.grid if b.terms is not None), default=0)
    for number in range(most):
        place = _place(found, number, float(hysteresis))
        marked |= place < 0
        marked[1:] |= place[1:] != place[:-1]
    return np.flatnonzero(marked)


def _new_rules(found: Scan) -> Bools:
    """Return where the ladder is another one than an instant before."""
    numbers: dict[int, int] = {}
    ladders = [numbers.setdefault(id(b.terms.ladder) if b.terms else 0, len(numbers)) for b in found.grid]
    rules = np.array(ladders)[found.stretch]
    return np.asarray(rules[1:] != rules[:-1])


def _place(found: Scan, number: int, hysteresis: float) -> NDArray[np.int8]:
    """Return where LTV lies by the level `number` of each ladder: 2 reached, 1 between, 0 under; -1 unclear."""
    bounds = [_bounds(b.terms.ladder if b.terms else None, number) for b in found.grid]
    lowest, highest = (np.array(side)[found.stretch] for side in zip(*bounds, strict=True))
    place = np.full(found.times.size, -1, np.int8)
    place[found.ltv > highest * (1 + _ERROR)] = 2
    between = (found.ltv > (highest - hysteresis) * (1 + _ERROR)) & (found.upper < lowest * (1 - _ERROR))
    place[between] = 1
    place[found.upper < (lowest - hysteresis) * (1 - _ERROR)] = 0
    place[np.isnan(lowest)] = 0
    return place


def _bounds(ladder: Ladder | None, number: int) -> tuple[float, float]:
    """Return the least and the greatest LTV of a level, whatever the collateral is worth; NaN: no such level."""
    if ladder is None or number >= len(ladder.levels):
        return float("nan"), float("nan")
    level = ladder.levels[number]
    all_of_them = [float(level.ltv), *(float(ltv) for _, ltv in level.by_asset)]
    return min(all_of_them), max(all_of_them)
