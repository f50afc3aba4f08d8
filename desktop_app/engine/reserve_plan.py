"""Answers about the reserve for the screen: the curve over falls, a plan with its transfers, a size to aim at."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from desktop_app.domain.loans.ladder import Level, LevelKind
from desktop_app.domain.loans.valuation import Valuation, fallen
from desktop_app.domain.money import ZERO, round_up
from desktop_app.domain.platforms import Platform
from desktop_app.domain.reach import routes_for
from desktop_app.domain.risk.rescue import Plan, Step, plan
from desktop_app.domain.risk.supply import Reserve, Stand
from desktop_app.domain.risk.transfer import Transfer, transfer
from desktop_app.engine.items import ItemView
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_history import price_series
from desktop_app.engine.returns import basket, daily_closes, daily_correlation, not_exceeded, worst_falls
from desktop_app.engine.snapshot import LoanView, Snapshot

POINTS = 100
_YEARS = timedelta(days=5 * 365)
_DAY_POINTS = 5 * 365


@dataclass(frozen=True, slots=True)
class Curve:
    """The reserve over falls from nothing to all: shapes (n,), and by loan (name, what it lacks at each fall).

    `coverage` is the largest fall that is cured in time (None without loans).
    """

    falls: tuple[Decimal, ...]
    need: tuple[Decimal, ...]
    reachable: tuple[Decimal, ...]
    lacking: tuple[tuple[str, tuple[Decimal, ...]], ...]
    coverage: Decimal | None


def curve(snapshot: Snapshot, points: int = POINTS) -> Curve:
    """Return how need and reachable reserve go with the fall, at `points` + 1 even falls."""
    reserve = snapshot.reserve.reserve
    stands = [reserve.stand(Decimal(number) / points) for number in range(points + 1)]
    loans = [view for view in snapshot.open_loans if any(need.id == view.loan.id for need in reserve.needs)]
    return Curve(
        tuple(one.fall for one in stands),
        tuple(one.need for one in stands),
        tuple(one.reachable for one in stands),
        tuple((view.loan.name, tuple(one.lacking.get(view.loan.id, ZERO) for one in stands)) for view in loans),
        snapshot.totals.coverage,
    )


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step of the plan: `units` leave the item, `pays` units of the debt's asset arrive by `arrives`.

    `due` is when the loan's window ends if it began now; None without end.
    """

    step: Step
    item: ItemView
    loan: LoanView
    units: Decimal
    pays: Decimal | None
    arrives: datetime
    due: datetime | None
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class PlannedLoan:
    """One loan after the fall: need, what it gets and lacks (values), LTV before and after, its window in hours.

    `sudden` is the fall at which it would be liquidated in one go, with no time left; None: no fall does.
    """

    loan: LoanView
    level: Level
    hours: Decimal
    assumed: bool
    need: Decimal
    lacking: Decimal
    before: Decimal | None
    after: Decimal | None
    sudden: Decimal | None


@dataclass(frozen=True, slots=True)
class ReservePlan:
    """What to do after a common fall. `suggested` is the whole reserve that would do, `more` what is missing of it."""

    plan: Plan
    stand: Stand
    steps: tuple[PlannedStep, ...]
    loans: tuple[PlannedLoan, ...]

    @property
    def suggested(self) -> Decimal:
        """The steady money, at hand within every window, that all cures take."""
        return self.stand.need

    @property
    def more(self) -> Decimal:
        """What is to be added to today's reserve."""
        return self.stand.gap


def reserve_plan(snapshot: Snapshot, fall: Decimal) -> ReservePlan:
    """Return the plan after a common `fall` (positive fraction) from the prices of `snapshot`."""
    reserve = snapshot.reserve.reserve
    views = {view.loan.id: view for view in snapshot.open_loans}
    valuations = {name: view.valuation for name, view in views.items() if view.valuation is not None}
    found = plan(reserve, valuations, fall)
    items = {view.id: view for view in snapshot.reserve.items}
    steps = [_step(snapshot, reserve, one, items[one.item], views[one.loan], fall) for one in found.steps]
    stand = reserve.stand(fall)
    loans = [
        _loan(snapshot, reserve, found, views[need.id], valuations[need.id], fall)
        for need in reserve.needs
        if need.id in valuations
    ]
    return ReservePlan(found, stand, tuple(steps), tuple(loans))


def _step(
    snapshot: Snapshot, reserve: Reserve, step: Step, item: ItemView, loan: LoanView, fall: Decimal
) -> PlannedStep:
    assert item.item is not None
    assert loan.valuation is not None
    debt = max(loan.valuation.debts, key=lambda leg: leg.value)
    after = fallen(loan.valuation, fall, reserve.steady)
    owed = next(leg for leg in after.debts if leg.asset == debt.asset)
    price = owed.value / owed.quantity if owed.quantity else ZERO
    # Rounded up: a cent short is a level reached.
    pays = round_up(step.value / price, 2 if debt.asset in reserve.steady else 6) if price else None
    source, target = _platform(snapshot, item.platform), _platform(snapshot, loan.loan.platform)
    takes = routes_for(target.facts.routes, debt.asset) if target else ()
    known = routes_for(source.facts.routes, debt.asset) if source else ()
    sends = item.reach.networks or tuple(route.network for route in known)
    same = item.platform == loan.loan.platform
    told = transfer(debt.asset, pays or ZERO, sends, takes, (step.hours, item.transit, step.within), same_platform=same)
    return PlannedStep(
        step,
        item,
        loan,
        item.amount * step.taken / item.item.worth(fall, reserve.steady),
        pays,
        snapshot.at + _hours(step.hours),
        None if step.within is None else snapshot.at + _hours(step.within),
        told,
    )


def _platform(snapshot: Snapshot, known: str) -> Platform | None:
    return next((one for one in snapshot.platforms if one.id == known), None)


def _hours(hours: Decimal) -> timedelta:
    return timedelta(seconds=int(hours * 3600))


def _loan(
    snapshot: Snapshot, reserve: Reserve, found: Plan, view: LoanView, valuation: Valuation, fall: Decimal
) -> PlannedLoan:
    need = next(one for one in reserve.needs if one.id == view.loan.id)
    kinds = (LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION)
    level = next(level for kind in kinds if (level := valuation.ladder.of_kind(kind)) is not None)
    sales = [one.fall for one in view.levels if one.level.kind is LevelKind.LIQUIDATION and one.fall is not None]
    before = found.before.get(view.loan.id) or fallen(valuation, fall, reserve.steady).ltv
    return PlannedLoan(
        view,
        level,
        need.hours,
        view.loan.id in snapshot.reserve.assumed,
        need.at(fall),
        found.lacking.get(view.loan.id, ZERO),
        before,
        found.after.get(view.loan.id, before),
        max(sales, default=None),
    )


@dataclass(frozen=True, slots=True)
class PastFalls:
    """How deep the collateral of today fell within `days` in its past.

    `fall` is what the share `confidence` of all `windows` did not exceed (None without enough history between
    `first` and `last`, days since 1970); `without` names collateral with fewer days of history than that.
    `follows` tells by asset the correlation of its daily moves with the collateral, and over how many days.
    """

    confidence: Decimal
    days: int
    fall: Decimal | None
    windows: int
    first: int
    last: int
    without: tuple[str, ...]
    follows: dict[str, tuple[float, int]]


def past_falls(monitor: Monitor, snapshot: Snapshot, confidence: Decimal, days: int) -> PastFalls:
    """Return how deep the collateral that moves fell within `days`, and how the reserve's assets move with it."""
    weights = _collateral(snapshot)
    since = snapshot.at - _YEARS
    reserve = sorted({view.asset for view in snapshot.reserve.items} - snapshot.reserve.reserve.steady)
    closes = {}
    for asset in {*weights, *reserve}:
        series = price_series(monitor, asset, since, None, _DAY_POINTS)
        closes[asset] = daily_closes(series.times, series.close, series.period_s)
    told = [asset for asset in weights if len(closes[asset]) > days]
    shared, values = basket([closes[asset] for asset in told], [float(weights[asset]) for asset in told])
    falls = worst_falls(values, days)
    moves = {asset: found for asset in reserve if (found := daily_correlation(closes[asset], shared, values))}
    return PastFalls(
        confidence,
        days,
        Decimal(repr(round(not_exceeded(falls, float(confidence)), 6))) if falls.size else None,
        int(falls.size),
        shared[0] if shared else 0,
        shared[-1] if shared else 0,
        tuple(sorted(set(weights) - set(told))),
        moves,
    )


def _collateral(snapshot: Snapshot) -> dict[str, Decimal]:
    """Return the value of each collateral of open loans that moves with the market."""
    steady = snapshot.reserve.reserve.steady
    found: dict[str, Decimal] = {}
    for view in snapshot.open_loans:
        for leg in view.valuation.collateral if view.valuation is not None else ():
            if leg.asset not in steady and leg.value:
                found[leg.asset] = found.get(leg.asset, ZERO) + leg.value
    return found
