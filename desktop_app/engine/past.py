"""A loan's past, found fast and decided exactly: arrays say where to look, the Decimal replay what happened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.domain.events import Event
from desktop_app.engine.replay import Point, Seen, level_crossings, points_at
from desktop_app.engine.scan import AssetSeries, Scan, Span, asset_series, scan, turning_points
from desktop_app.storage.rows import instant, milliseconds
from desktop_app.storage.series import Block, SeriesKey

_NEARLY = 1e-9
_HOLDS_MS = 2 * 86_400_000


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """A loan at every close of its assets as arrays, its upward crossings, and the exact points around them.

    `points` are those at which a level may have changed its state, and the last of all.
    """

    scan: Scan
    points: Sequence[Point]
    crossings: Sequence[Crossing]

    @property
    def last(self) -> datetime | None:
        """The last instant that could be valued."""
        return instant(int(self.scan.times[-1])) if self.scan.times.size else None

    def armed_between(self, after: datetime, until: datetime, ltv: Decimal) -> bool:
        """Tell whether the loan lay at or under `ltv` at a close between two instants: a level over it was armed."""
        times = self.scan.times
        between = (times > milliseconds(after)) & (times < milliseconds(until))
        return bool((self.scan.ltv[between] <= float(ltv) * (1 + _NEARLY)).any())


def past_of(
    events: Sequence[Event],
    blocks: Mapping[SeriesKey, Block],
    pegged: frozenset[str],
    hysteresis: Decimal,
    gaps: Sequence[Span] = (),
) -> Past:
    """Return the past of a loan by `blocks`; a currency or debt in `pegged` counts as 1 without a price.

    It is judged by closes, and by lows within `gaps` (ms, from and to), in which nobody looked.
    """
    series = asset_series(blocks)
    found = scan(events, series, pegged, gaps)
    indexes = turning_points(found, hysteresis)
    looks = list(_looks(found, series, indexes))
    points = [
        replace(point, ltv=point.ltv_low) if found.in_gap[index] else point
        for index, point in zip(indexes, points_at(events, looks, pegged), strict=True)
    ]
    return Past(found, points, level_crossings(points, hysteresis))


def _looks(
    found: Scan, series: Mapping[str, AssetSeries], indexes: NDArray[np.intp]
) -> Iterator[tuple[datetime, datetime, dict[str, Seen]]]:
    for number in indexes.tolist():
        time = int(found.times[number])
        at = opened = instant(time)
        seen = {}
        for asset, (index, there) in found.seen.items():
            if not there[number]:
                continue
            one, candle = series[asset], int(index[number])
            closed = int(one.closed[candle])
            if closed == time:
                opened = min(opened, instant(int(one.opened[candle])))
            seen[asset] = Seen(
                Decimal(repr(float(one.close[candle]))),
                Decimal(repr(float(one.low[candle]))),
                instant(closed),
                timedelta(milliseconds=int(one.period[candle])),
            )
        yield at, opened, seen


def closes_at(blocks: Mapping[SeriesKey, Block], instants: Sequence[datetime]) -> list[Decimal | None]:
    """Return the close of one asset that was the newest at each of `instants`; None where none is that young.

    A close counts for its own period and for two days at most, so that a hole in history is no price.
    """
    series = asset_series(blocks)
    if not series or not instants:
        return [None] * len(instants)
    (one,) = series.values()
    at = np.array([milliseconds(moment) for moment in instants], np.int64)
    index = np.searchsorted(one.closed, at, "right") - 1
    safe = np.maximum(index, 0)
    there = (index >= 0) & (at - one.closed[safe] <= np.maximum(one.period[safe], _HOLDS_MS))
    return [Decimal(repr(float(one.close[i]))) if ok else None for i, ok in zip(safe, there, strict=True)]
