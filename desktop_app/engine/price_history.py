"""The price of one asset over time as arrays for the screen, and what history is kept of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.bars import BELIEVED
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.candles import kept_series, load_blocks
from desktop_app.storage.rows import instant, milliseconds
from desktop_app.storage.series import Block, SeriesKey, empty_block, joined, resampled

Floats = NDArray[np.float64]

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
PERIODS = (
    *(count * _MINUTE for count in (1, 2, 5, 10, 15, 30)),
    *(count * _HOUR for count in (1, 2, 4, 8, 12)),
    *(count * _DAY for count in (1, 2, 3, 4, 7, 14, 28, 84, 364)),
)
MOVE_SPAN = timedelta(days=1)
_MOVE_SLACK = timedelta(hours=3)


@dataclass(frozen=True, slots=True, eq=False)
class PriceSeries:
    """Candles of one asset in the reporting currency: `times` (seconds since 1970) are openings, shape (n,).

    Each stands for `period_s` seconds. `first` and `last` tell how far history reaches beyond what was asked
    for (NaN without any), `sources` whose word it is.
    """

    asset: str
    currency: str
    times: Floats
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    period_s: float
    first: float
    last: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptSeries:
    """A series in the store: whose, in which currency, of which period, from when to when, how many points."""

    source: str
    currency: str
    period_s: int
    first: datetime
    last: datetime
    points: int


def price_series(
    monitor: Monitor, asset: str, since: datetime | None, until: datetime | None, points: int
) -> PriceSeries:
    """Return at most `points` candles of `asset` between `since` and `until` (None: all that there is).

    What was believed counts before what one source says, a shorter period before a longer one. No high and
    no low is lost, however few the points.
    """
    db = monitor.store.db
    spans = [one for one in kept_series(db, asset) if monitor.prices.counts(one[0].currency)]
    blocks = load_blocks(db, [asset], since, until)
    counted = {key: block for key, block in blocks.items() if monitor.prices.counts(key.currency)}
    found, period = combined(counted, max(points, 2))
    opened, high, low, close = (np.ascontiguousarray(found.prices[:, column]) for column in range(4))
    return PriceSeries(
        asset,
        monitor.settings.currency,
        found.times / 1000.0,
        opened,
        high,
        low,
        close,
        period / 1000.0,
        min((first.timestamp() for _, first, _, _ in spans), default=float("nan")),
        max((last.timestamp() for _, _, last, _ in spans), default=float("nan")),
        tuple(sorted({key.source for key in counted})),
    )


def combined(blocks: Mapping[SeriesKey, Block], points: int) -> tuple[Block, int]:
    """Return several series of one asset as at most `points` candles, and their period (ms).

    Where two series have a candle at the same time, the better one opens and closes it and both bound it,
    as alerts are judged by both. A longer candle counts only where no shorter one lies within it.
    """
    if not blocks:
        return empty_block(4), _MINUTE
    first = min(int(block.times[0]) for block in blocks.values())
    last = max(int(block.times[-1]) for block in blocks.values())
    period = _period((last - first) // (points - 1) + 1, min(key.period_s for key in blocks) * 1000)
    found = empty_block(4)
    for key in sorted(blocks, key=_preference):
        length = max(period, key.period_s * 1000)
        block = resampled(blocks[key], length)
        if length == period:
            found = _widened(found, block)
        else:
            after = np.searchsorted(found.times, block.times)
            follows = np.append(found.times, np.iinfo(np.int64).max)[after]
            free = follows >= block.times + length
            found = joined(found, Block(block.times[free], block.prices[free]))
    return found, period


def _period(least: int, native: int) -> int:
    """Return the shortest usual period (ms) of at least `least`, and not under what the series have."""
    wanted = max(least, native)
    return next((period for period in PERIODS if period >= wanted), -(-wanted // PERIODS[-1]) * PERIODS[-1])


def _preference(key: SeriesKey) -> tuple[int, bool, str]:
    return key.period_s, key.source != BELIEVED, key.source


def _widened(better: Block, other: Block) -> Block:
    """Return `better`, bounded by `other` too where both have a candle, and by `other` alone elsewhere."""
    _, here, there = np.intersect1d(better.times, other.times, assume_unique=True, return_indices=True)
    prices = better.prices.copy()
    prices[here, 1] = np.maximum(prices[here, 1], other.prices[there, 1])
    prices[here, 2] = np.minimum(prices[here, 2], other.prices[there, 2])
    return joined(other, Block(better.times, prices))


def day_changes(monitor: Monitor, assets: Collection[str], now: datetime) -> dict[str, Decimal]:
    """Return by how much (fraction) each of `assets` moved within a day; those without a price then are left out."""
    then = now - MOVE_SPAN
    blocks = load_blocks(monitor.store.db, sorted(assets), then - _MOVE_SLACK, then)
    newest: dict[str, tuple[int, float]] = {}
    for key, block in sorted(blocks.items(), key=lambda one: _preference(one[0]), reverse=True):
        closed = block.times + key.period_s * 1000
        index = int(np.searchsorted(closed, milliseconds(then), "right")) - 1
        recent = index >= 0 and instant(int(closed[index])) >= then - _MOVE_SLACK
        if recent and monitor.prices.counts(key.currency):
            word = int(closed[index]), float(block.closes[index])
            newest[key.asset] = max(newest.get(key.asset, word), word, key=lambda one: one[0])
    book = monitor.book(now)
    found = {}
    for asset, (_, price) in newest.items():
        value = book[asset].value
        if value is not None and price > 0:
            found[asset] = value / Decimal(repr(price)) - 1
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """One of several assets beside each other: `times` (seconds since 1970) and `values`, 100 at `base`; shape (n,)."""

    asset: str
    times: Floats
    values: Floats
    base: float


def compared(
    monitor: Monitor, assets: Collection[str], since: datetime | None, until: datetime | None, points: int
) -> tuple[Compared, ...]:
    """Return closing prices of `assets`, each set to 100 where the history of all begins; those without are left out.

    Each has at most `points` values between `since` and `until` (None: all that there is).
    """
    found = [price_series(monitor, asset, since, until, points) for asset in assets]
    told = [one for one in found if one.times.size and bool((one.close > 0).all())]
    if not told:
        return ()
    base = max(float(one.times[0] + one.period_s) for one in told)
    rows = []
    for one in told:
        closed = one.times + one.period_s
        start = min(int(np.searchsorted(closed, base)), closed.size - 1)
        rows.append(Compared(one.asset, closed, one.close / one.close[start] * 100.0, base))
    return tuple(rows)


def recent_prices(
    monitor: Monitor, assets: Collection[str], now: datetime, span: timedelta, points: int
) -> dict[str, tuple[float, ...]]:
    """Return at most `points` closing prices of each of `assets` over the last `span`; those without are left out."""
    blocks = load_blocks(monitor.store.db, sorted(assets), now - span, now)
    found = {}
    for asset in assets:
        counted = {
            key: block for key, block in blocks.items() if key.asset == asset and monitor.prices.counts(key.currency)
        }
        closes = combined(counted, points)[0].closes
        if closes.size > 1:
            found[asset] = tuple(closes.tolist())
    return found


@dataclass(frozen=True, slots=True, eq=False)
class DailyReturns:
    """Logarithmic returns from one day to the next, shape (days, assets), of the days that all `assets` have."""

    assets: tuple[str, ...]
    returns: Floats
    first: datetime | None
    last: datetime | None


def daily_returns(monitor: Monitor, assets: Collection[str], least: int) -> DailyReturns:
    """Return the common history of `assets`; one with fewer than `least` days is left out."""
    blocks = load_blocks(monitor.store.db, sorted(assets))
    daily: dict[str, Block] = {}
    for key in sorted(blocks, key=_preference, reverse=True):  # the better word comes later and counts
        if monitor.prices.counts(key.currency) and key.period_s * 1000 <= _DAY:
            known = daily.get(key.asset, empty_block(4))
            daily[key.asset] = joined(known, resampled(blocks[key], _DAY))
    kept = {asset: block for asset, block in sorted(daily.items()) if block.times.size > least}
    if not kept:
        return DailyReturns((), np.empty((0, 0)), None, None)
    days = reduce(np.intersect1d, [block.times for block in kept.values()])
    closes = np.column_stack([block.closes[np.isin(block.times, days)] for block in kept.values()])
    follows = np.diff(days) == _DAY
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.diff(np.log(closes), axis=0)[follows]
    sound = found[np.isfinite(found).all(axis=1)]
    ends = (instant(int(days[0])), instant(int(days[-1]))) if days.size else (None, None)
    return DailyReturns(tuple(kept), sound, *ends)


def kept_history(monitor: Monitor, asset: str) -> list[KeptSeries]:
    """Return what history is kept of an asset, the finest first."""
    found = [
        KeptSeries(key.source, key.currency, key.period_s, first, last, points)
        for key, first, last, points in kept_series(monitor.store.db, asset)
    ]
    return sorted(found, key=lambda one: (one.period_s, one.source))


@dataclass(frozen=True, slots=True)
class AssetDetails:
    """What the Snapshot does not tell of an asset: each source's last word in the reporting currency, kept series."""

    asset: str
    converted: dict[str, Decimal]
    kept: tuple[KeptSeries, ...]


def asset_details(monitor: Monitor, asset: str) -> AssetDetails:
    """Return the words of sources on an asset in the reporting currency, and what history is kept of it."""
    found = {}
    for (named, source), word in monitor.prices.words.items():
        rate = monitor.prices.rate(word.quote.currency) if named == asset else None
        if rate is not None and word.quote.price.is_finite():
            found[source] = word.quote.price * rate
    return AssetDetails(asset, found, tuple(kept_history(monitor, asset)))
