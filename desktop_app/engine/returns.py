"""Returns and risk on history: money-weighted and time-weighted, drawdown, volatility, value at risk."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

NEARLY_ALL = -0.9999
_STEPS = 200
_FEW_DAYS = 30


@dataclass(frozen=True, slots=True)
class MoneyWeighted:
    """The yearly rate that makes all flows worth nothing today; `log_rate` is ln(1 + rate).

    A loss of nearly everything within days has a rate so close to -100 % that a float shows it as such:
    `is_total` tells it, and the screen says "below -99.99 %".
    """

    rate: float
    log_rate: float

    @property
    def is_total(self) -> bool:
        """Whether nearly everything is lost."""
        return self.rate <= NEARLY_ALL


def xirr(flows: Sequence[tuple[date, float]]) -> MoneyWeighted | None:
    """Return the money-weighted yearly rate of dated flows (negative: paid in); None where there is none.

    Σ flow / (1 + r)^(days/365) = 0, days from the first flow (as spreadsheets define XIRR), solved for
    ln(1 + r), so that losses of nearly everything have a solution too. Of several the one nearest to 0.
    """
    amounts = np.array([amount for _, amount in flows], np.float64)
    if not amounts.size or np.min(amounts) >= 0 or np.max(amounts) <= 0:
        return None
    first = min(day for day, _ in flows)
    years = np.array([(day - first).days / 365 for day, _ in flows], np.float64)
    longest = float(np.max(years))
    if longest == 0:
        return None

    def worth(log_rate: float) -> float:
        # Scaled by its largest term, so that no power overflows; the sign is what counts.
        powers = -log_rate * years
        return float(np.sum(amounts * np.exp(powers - np.max(powers))))

    bracket = _bracket(worth, 40.0 / longest)
    if bracket is None:
        return None
    root = _bisected(worth, *bracket)
    return MoneyWeighted(math.expm1(root) if root < 700 else math.inf, float(root))


def _bracket(worth: Any, reach: float) -> tuple[float, float] | None:
    """Return the stretch nearest to 0 over which `worth` changes its sign."""
    marks = np.concatenate([[0.0], np.geomspace(1e-4, reach, 400)])
    best: tuple[float, float] | None = None
    for sign in (1.0, -1.0):
        values = [worth(sign * mark) for mark in marks]
        for index in range(len(marks) - 1):
            if values[index] == 0 or values[index] * values[index + 1] < 0:
                if best is None or marks[index] < abs(best[0]):
                    best = sign * marks[index], sign * marks[index + 1]
                break
    return best


def _bisected(worth: Any, low: float, high: float) -> float:
    at_low = worth(low)
    if at_low == 0:
        return low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        at_middle = worth(middle)
        if at_middle == 0 or middle in (low, high):
            return middle
        if (at_middle > 0) == (at_low > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def net_present_value(flows: Sequence[tuple[date, float]], rate: float) -> float:
    """Return what dated flows are worth on the day of the first at a yearly `rate`."""
    first = min(day for day, _ in flows)
    return float(sum(amount * (1 + rate) ** (-(day - first).days / 365) for day, amount in flows))


def time_weighted(values: Sequence[float], flows: Sequence[float]) -> float:
    """Return the growth of one unit over periods, less 1: flows at a period's start are no gain.

    `values` are n + 1 values, each right before the flow at its instant; `flows` the n flows at the first n.
    """
    growth = 1.0
    for before, flow, after in zip(values[:-1], flows, values[1:], strict=True):
        growth *= after / (before + flow) if before + flow else 1.0
    return growth - 1.0


@dataclass(frozen=True, slots=True)
class Drawdown:
    """The deepest fall from a peak (positive fraction): its indexes, and the fall that stands at the end.

    `recovered` is where the peak was reached again, None while it is not.
    """

    deepest: float
    peak: int
    trough: int
    recovered: int | None
    current: float
    total_return: float


def drawdown(values: Floats) -> Drawdown:
    """Return the drawdown of a series of at least one positive value, shape (n,)."""
    peaks = np.maximum.accumulate(values)
    falls = 1 - values / peaks
    trough = int(np.argmax(falls))
    peak = int(np.argmax(values[: trough + 1]))
    after = np.flatnonzero(values[trough:] >= values[peak])
    recovered = int(trough + after[0]) if after.size and trough > peak else None
    return Drawdown(float(falls[trough]), peak, trough, recovered, float(falls[-1]), float(values[-1] / values[0] - 1))


@dataclass(frozen=True, slots=True)
class TailRisk:
    """Historical value at risk over a horizon at a confidence: losses as positive fractions.

    `at_risk` interpolates between order statistics, `higher` takes the next one; `shortfall` is the mean
    of the losses from `at_risk` on, `tail_mean` that of the `tail` largest.
    """

    returns: int
    at_risk: float
    higher: float
    shortfall: float
    tail: int
    tail_mean: float


def tail_risk(values: Floats, horizon: int, confidence: float) -> TailRisk:
    """Return the tail risk of a value series, shape (n,), over overlapping windows of `horizon` steps."""
    losses = 1 - values[horizon:] / values[:-horizon]
    at_risk = float(np.quantile(losses, confidence, method="linear"))
    # A count just above a whole number by a float's error is that whole number.
    tail = math.ceil(round((1 - confidence) * losses.size, 9))
    largest = np.sort(losses)[-tail:]
    return TailRisk(
        int(losses.size),
        at_risk,
        float(np.quantile(losses, confidence, method="higher")),
        float(losses[losses >= at_risk].mean()),
        tail,
        float(largest.mean()),
    )


def volatility(values: Floats, periods_per_year: int = 365) -> tuple[float, float]:
    """Return the standard deviation of log returns (sample), for a period and for a year."""
    moves = np.diff(np.log(values))
    daily = float(moves.std(ddof=1))
    return daily, daily * math.sqrt(periods_per_year)


def correlation(one: Floats, other: Floats) -> tuple[float, float]:
    """Return Pearson's correlation of the log returns of two series, and the beta of `other` on `one`."""
    first, second = np.diff(np.log(one)), np.diff(np.log(other))
    covariance = np.cov(first, second, ddof=1)
    return float(np.corrcoef(first, second)[0, 1]), float(covariance[0, 1] / covariance[0, 0])


def buy_and_hold(prices: Floats, weights: Floats) -> Floats:
    """Return the value of one unit of money split by `weights` (m,) at the first of `prices` (m, n), shape (n,)."""
    return np.asarray((weights / prices[:, 0]) @ prices)


def worst_move(values: Floats) -> tuple[float, int]:
    """Return the worst change from one value to the next (fraction), and the index of the latter."""
    moves = values[1:] / values[:-1] - 1
    worst = int(np.argmin(moves))
    return float(moves[worst]), worst + 1


def growth_index(values: Sequence[float], flows: Sequence[float]) -> Floats:
    """Return what one unit grew to at each of `values`, shape (n,); flows at a period's start are no gain.

    It begins where something is held; a period that begins with nothing, or with less than nothing, stands still.
    """
    level, found = 1.0, [1.0]
    for before, flow, after in zip(values[:-1], flows, values[1:], strict=True):
        began = before + flow
        if began > 0 and after > 0:
            level *= after / began
        found.append(level)
    return np.array(found, np.float64)


def value_of(rows: Sequence[Sequence[float]], units: Sequence[float]) -> Floats:
    """Return what `units` (m,) were worth at each row of prices (n, m), shape (n,)."""
    if not rows or not units:
        return np.empty(0)
    return np.asarray(np.array(rows, np.float64) @ np.array(units, np.float64))


def daily_closes(times: Floats, closes: Floats, period_s: float) -> dict[int, float]:
    """Return the last close of each UTC day (days since 1970) from candles that open at `times` (seconds)."""
    # A candle closes at the end of its period; the close of midnight belongs to the day before.
    days = np.floor((times + period_s - 0.001) / 86400.0).astype(np.int64)
    return dict(zip(days.tolist(), closes.tolist(), strict=True))


def basket(series: Sequence[Mapping[int, float]], weights: Sequence[float]) -> tuple[list[int], Floats]:
    """Return the days that all daily series have in common, and the value of a basket bought on the first.

    `weights` are the shares of the money at the end: the mix as it stands today is what is looked at, so the
    basket holds the units that today's money buys.
    """
    days = sorted(set.intersection(*(set(one) for one in series))) if series else []
    if not days:
        return [], np.empty(0)
    prices = np.array([[one[day] for day in days] for one in series], np.float64)
    return days, np.asarray((np.asarray(weights) / prices[:, -1]) @ prices)


def worst_falls(values: Floats, horizon: int) -> Floats:
    """Return for each start the deepest fall (fraction) within `horizon` steps, shape (n - horizon,)."""
    if values.size <= horizon or horizon < 1:
        return np.empty(0)
    windows = np.lib.stride_tricks.sliding_window_view(values, horizon + 1)
    return np.asarray(np.maximum(0.0, 1 - windows.min(axis=1) / windows[:, 0]), np.float64)


def not_exceeded(values: Floats, confidence: float) -> float:
    """Return the smallest of `values` that at least the share `confidence` of them does not exceed."""
    return float(np.quantile(values, confidence, method="higher"))


def daily_correlation(one: Mapping[int, float], days: Sequence[int], values: Floats) -> tuple[float, int] | None:
    """Return Pearson's correlation of daily log returns of a series with `values` on `days`, and how many days.

    None with fewer than 30 common days, or where one of the two does not move.
    """
    shared = [number for number, day in enumerate(days) if day in one]
    if len(shared) < _FEW_DAYS:
        return None
    mine = np.array([one[days[number]] for number in shared])
    moves, others = np.diff(np.log(mine)), np.diff(np.log(values[shared]))
    if moves.std() == 0 or others.std() == 0:
        return None
    return float(np.corrcoef(moves, others)[0, 1]), len(shared)
