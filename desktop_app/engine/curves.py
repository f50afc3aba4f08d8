"""LTV over time as arrays for the screen: the only door from Decimal to float for series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.events import Event
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.engine.past import Past
from desktop_app.engine.replay import Point

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Band:
    """A level as it held from `since` on (seconds since 1970): its key, kind and LTV (fraction)."""

    key: str
    kind: LevelKind
    since: float
    ltv: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to mark on a curve: at which time and LTV (None: read it off the curve), and what."""

    at: float
    ltv: float | None
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class LtvCurve:
    """LTV of one loan: `times` in seconds since 1970 (UTC), `values` and `lows` as fractions, shape (n,).

    `lows` is the LTV at the lows of the candles, never under `values`.
    """

    loan_id: str
    times: Floats
    values: Floats
    lows: Floats
    bands: tuple[Band, ...]
    crossings: tuple[Mark, ...]
    events: tuple[Mark, ...]


def ltv_curve(loan_id: str, past: Past, events: Sequence[Event]) -> LtvCurve:
    """Return the curve of a loan's past with its level bands, upward crossings and events."""
    endless = float("nan")
    values, lows = (np.where(np.isinf(side), endless, side) for side in (past.scan.ltv, past.scan.low))
    return LtvCurve(
        loan_id,
        past.scan.times / 1000.0,
        values,
        lows,
        _bands(past.points),
        tuple(
            Mark(
                crossing.at.timestamp(),
                None if crossing.ltv is None else float(crossing.ltv),
                crossing.level.kind.value,
                crossing.level.key,
            )
            for crossing in past.crossings
        ),
        tuple(Mark(event.at.timestamp(), None, event.kind.value, event.asset) for event in events),
    )


def _bands(points: Sequence[Point]) -> tuple[Band, ...]:
    found: list[Band] = []
    before = None
    for point in points:
        # The blend of levels that differ by collateral moves with every price: a picture takes them rounded.
        rules = tuple((level.key, round(level.ltv, 3)) for level in point.ladder.levels)
        if rules == before:
            continue
        before = rules
        since = point.at.timestamp()
        found += [Band(level.key, level.kind, since, float(level.ltv)) for level in point.ladder.levels]
    return tuple(found)


def with_live_point(curve: LtvCurve, at: datetime, ltv: float) -> LtvCurve:
    """Return the curve with the LTV of now at its end."""
    moment = at.timestamp()
    if curve.times.size and moment <= curve.times[-1]:
        return curve
    return LtvCurve(
        curve.loan_id,
        np.append(curve.times, moment),
        np.append(curve.values, ltv),
        np.append(curve.lows, ltv),
        curve.bands,
        curve.crossings,
        curve.events,
    )


def thinned(curve: LtvCurve, since: float, points: int) -> tuple[float, ...]:
    """Return the greatest LTV in each of `points` stretches from `since` (seconds since 1970) on; empty ones not."""
    known = (curve.times >= since) & np.isfinite(curve.values)
    times, values = curve.times[known], curve.values[known]
    if times.size < 2:
        return ()
    width = max(float(times[-1]) - since, 1.0) / points
    number = np.minimum(((times - since) / width).astype(np.int64), points - 1)
    starts = np.concatenate(([0], np.flatnonzero(np.diff(number)) + 1))
    return tuple(np.maximum.reduceat(values, starts).tolist())
