"""History replayed: a loan's LTV at every close and low of its collateral, in Decimal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby

from desktop_app.domain.alerts.evaluate import Crossing, LevelLimit, Sample, fired, step
from desktop_app.domain.alerts.state import WatchState
from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import replay_at
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Ladder, Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import ltv
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.portfolio import moment
from desktop_app.domain.prices.quote import Candle

Series = Mapping[str, Sequence[Candle]]


@dataclass(frozen=True, slots=True)
class Point:
    """A loan at the close of a candle. `ltv_low` takes every collateral at its low: an upper bound.

    `heaviest` is the collateral that weighs most, `price` its close.
    """

    at: datetime
    opened: datetime
    ltv: Decimal | None
    ltv_low: Decimal | None
    collateral_value: Decimal
    debt_value: Decimal
    ladder: Ladder
    heaviest: str = ""
    price: Decimal | None = None

    @property
    def known_at(self) -> datetime:
        """The instant right after the candle, from which its close is known."""
        return self.at + timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Seen:
    """The last candle of an asset: its close, low, when it closed, and how long it holds."""

    close: Decimal
    low: Decimal
    closed: datetime
    period: timedelta


def history(events: Sequence[Event], series: Series, pegged: frozenset[str]) -> Iterator[Point]:
    """Yield the loan of `events` at each close of its assets, in order of time.

    Prices are in the currency of the candles; a currency or debt in `pegged` counts as 1. An instant
    at which an asset has no candle that is younger than its period is passed over.
    """
    closes = sorted((candle for candles in series.values() for candle in candles), key=lambda candle: candle.closed)
    instants = [at for at, _ in groupby(closes, key=lambda candle: candle.closed)]
    seen: dict[str, Seen] = {}
    balances = replay_at(events, instants)
    for (at, group), held in zip(groupby(closes, key=lambda candle: candle.closed), balances, strict=True):
        opened = at
        for candle in group:
            opened = candle.opened
            seen[candle.asset] = Seen(candle.close, candle.low, at, timedelta(seconds=candle.period_s))
        if held.terms is None or held.closed is not None:
            continue
        point = _point(at, opened, held, seen, pegged)
        if point is not None:
            yield point


def points_at(
    events: Sequence[Event], looks: Sequence[tuple[datetime, datetime, Mapping[str, Seen]]], pegged: frozenset[str]
) -> Iterator[Point]:
    """Yield the loan of `events` at each of `looks`: ascending (instant, opening of its candle, last candles)."""
    balances = replay_at(events, [at for at, _, _ in looks])
    for (at, opened, seen), held in zip(looks, balances, strict=True):
        if held.terms is not None and held.closed is None:
            point = _point(at, opened, held, seen, pegged)
            if point is not None:
                yield point


def _point(
    at: datetime, opened: datetime, held: Balances, seen: Mapping[str, Seen], pegged: frozenset[str]
) -> Point | None:
    assert held.terms is not None
    counted = counted_low = gross = debt = most = ZERO
    heaviest, price = "", None
    shares: list[tuple[str, Decimal]] = []
    for asset, quantity in held.collateral.items():
        prices = _prices(asset, at, seen, pegged)
        if prices is None:
            return None
        weight = held.terms.weight(asset)
        shares.append((asset, quantity * prices[0] * weight))
        worth = quantity * prices[0]
        gross += worth
        if worth > most:
            most, heaviest, price = worth, asset, prices[0]
        counted += quantity * prices[0] * weight
        counted_low += quantity * prices[1] * weight
    for asset, owed in held.debts.items():
        prices = _prices(asset, at, seen, pegged)
        if prices is None:
            return None
        debt += owed.total * prices[0]
    ladder = held.terms.ladder.blended(shares)
    return Point(at, opened, ltv(debt, counted), ltv(debt, counted_low), gross, debt, ladder, heaviest, price)


def _prices(
    asset: str, at: datetime, seen: Mapping[str, Seen], pegged: frozenset[str]
) -> tuple[Decimal, Decimal] | None:
    found = seen.get(asset)
    if found is not None and at - found.closed < found.period:
        return found.close, found.low
    return (ONE, ONE) if asset in pegged else None


def level_crossings(points: Iterable[Point], hysteresis: Decimal) -> list[Crossing]:
    """Return every upward crossing of every level, by the same steps that live prices take.

    A level is followed by its key through changes of rule. The points' `opened` is the time of a
    crossing's candle; `at` is when its close was known.
    """
    states: dict[str, WatchState] = {}
    open_ones: dict[str, int] = {}
    found: list[Crossing] = []
    for point in points:
        for level in point.ladder.levels:
            before = states.get(level.key, WatchState())
            after = step(before, LevelLimit(level, hysteresis), Sample(point.at, point.ltv))
            if fired(before, after):
                open_ones[level.key] = len(found)
                found.append(Crossing(level, point.at, point.ltv, None, point.opened, point.heaviest, point.price))
            elif before.latched and not after.latched:
                index = open_ones.pop(level.key)
                found[index] = replace(found[index], until=point.at)
            states[level.key] = after
    return found


@dataclass(frozen=True, slots=True)
class Hypothetical:
    """What would have become of a loan that was opened at the close of a day in history.

    Crossings are by level (fraction): the first valued day after the opening that reaches it.
    """

    collateral_value: Decimal
    loan: Decimal
    by_close: dict[Decimal, Point]
    by_low: dict[Decimal, Point]
    deepest: Point
    last: Point
    days_valued: int
    opened: datetime

    def day(self, point: Point) -> int:
        """Return how many days after the opening `point` was valued; day 0 is the day of the opening."""
        return (point.opened - self.opened).days


def replay_daily(
    series: Series,
    quantities: Mapping[str, Decimal],
    opened: date,
    initial_ltv: Decimal,
    annual_rate: Decimal,
    convention: Convention,
    horizon_days: int,
    levels: Sequence[Decimal],
) -> Hypothetical:
    """Return what a loan of `initial_ltv` on `quantities`, opened at the close of `opened`, came to.

    Interest is posted at the end of each day under `convention`; the valuation of day k uses the debt
    after k postings and the closes of that day.

    Raises:
        ValueError: a collateral has no candle on the day of the opening, or none after it.
    """
    start = moment(opened.isoformat(), convention.zone)
    end = start + timedelta(days=horizon_days + 1)
    window = {
        asset: [candle for candle in candles if start <= candle.opened < end] for asset, candles in series.items()
    }
    first = {asset: next((c.close for c in window[asset] if c.opened == start), None) for asset in quantities}
    if None in first.values():
        raise ValueError(f"there is no price on {opened}")
    value = sum((quantity * (first[asset] or ZERO) for asset, quantity in quantities.items()), ZERO)
    events = _opening(start, quantities, value * initial_ltv, annual_rate, convention, levels)
    day_after = start + timedelta(days=1)
    points = [point for point in history(events, window, frozenset({"DEBT"})) if point.opened >= day_after]
    if not points:
        raise ValueError(f"there is no price after {opened}")
    return Hypothetical(
        value,
        value * initial_ltv,
        {level: p for level in levels if (p := _first(points, level, low=False)) is not None},
        {level: p for level in levels if (p := _first(points, level, low=True)) is not None},
        max(points, key=lambda point: point.ltv or ZERO),
        points[-1],
        len(points),
        start,
    )


@dataclass(frozen=True, slots=True)
class HypotheticalHours:
    """What would have become of a loan that was opened at the close of an hour in history."""

    loan: Decimal
    by_close: dict[Decimal, Point]
    by_low: dict[Decimal, Point]
    deepest: Point
    missing: int
    interest: Decimal


def replay_hourly(
    candles: Sequence[Candle],
    quantity: Decimal,
    opened: datetime,
    initial_ltv: Decimal,
    annual_rate: Decimal,
    convention: Convention,
    hours: int,
    levels: Sequence[Decimal],
) -> HypotheticalHours:
    """Return what a loan on `quantity`, opened at the close of the hour that begins at `opened`, came to.

    Interest is posted on the hour under `convention`; hours without a candle are passed over and counted.

    Raises:
        ValueError: there is no candle at `opened`, or none after it.
    """
    hour = timedelta(hours=1)
    end = opened + (hours + 1) * hour
    window = [candle for candle in candles if opened <= candle.opened < end]
    if not window or window[0].opened != opened:
        raise ValueError(f"there is no price at {opened}")
    asset = window[0].asset
    loan = window[0].close * quantity * initial_ltv
    events = _opening(opened, {asset: quantity}, loan, annual_rate, convention, levels)
    points = [p for p in history(events, {asset: window}, frozenset({"DEBT"})) if p.opened > opened]
    if not points:
        raise ValueError(f"there is no price after {opened}")
    owed = next(replay_at(events, [end - timedelta(milliseconds=1)])).debts["DEBT"]
    return HypotheticalHours(
        loan,
        {level: p for level in levels if (p := _first(points, level, low=False)) is not None},
        {level: p for level in levels if (p := _first(points, level, low=True)) is not None},
        max(points, key=lambda point: point.ltv or ZERO),
        hours - len(points),
        owed.accrued,
    )


def _opening(
    at: datetime,
    quantities: Mapping[str, Decimal],
    debt: Decimal,
    rate: Decimal,
    convention: Convention,
    levels: Sequence[Decimal],
) -> list[Event]:
    ladder = make_ladder(tuple(Level(str(level), LevelKind.MARGIN_CALL, level) for level in levels))
    pledged = [Event(asset, at, EventKind.ADD_COLLATERAL, asset, quantity) for asset, quantity in quantities.items()]
    opening = Event("open", at, EventKind.OPEN, terms=Terms(ladder, interest=convention))
    return [opening, *pledged, Event("draw", at, EventKind.DRAW, "DEBT", debt, rate)]


def _first(points: Sequence[Point], level: Decimal, *, low: bool) -> Point | None:
    for point in points:
        reached = point.ltv_low if low else point.ltv
        if reached is None or reached >= level:
            return point
    return None
