"""A Snapshot as arrays: what every loan pledges, owes and must keep, and what lies outside of loans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.earn.position import assets_in
from desktop_app.domain.loans.ladder import Comparator, Level, LevelAction, LevelKind
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.engine.earnings import PositionView
from desktop_app.engine.snapshot import LoanView, Snapshot

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RANK = {LevelKind.EARLY_WARNING: 1, LevelKind.MARGIN_CALL: 2, LevelKind.LIQUIDATION: 3}
_UNDER = 1e-9
SELLS_PART = (LevelAction.SELL_PART,)
SELLS_ALL = (LevelAction.SELL_ALL, LevelAction.AUCTION)


@dataclass(frozen=True, slots=True, eq=False)
class LevelRows:
    """The levels of all loans as arrays of shape (levels, loans).

    `borne` (levels, loans, assets) is counted value times level: a level is reached where the debt is at least
    its sum. `lenders` marks the levels that the lender acts on, `calls` those at which a cure is due, `sells` those at
    which collateral is sold (1 a part, 2 all). `window` (loans,) is the time to cure in hours, infinite without.
    """

    borne: Floats
    there: Bools
    strict: Bools
    lenders: Bools
    calls: Bools
    sells: NDArray[np.int64]
    ranks: NDArray[np.int64]
    window: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """Something outside of loans: `values` now by asset, shape (assets,), or a position of its own kind.

    `reach` is the hours that it needs to arrive as part of the reserve; None where it is no reserve.
    """

    name: str
    platform: str
    values: Floats
    reach: float | None
    position: PositionView | None = None


@dataclass(frozen=True, slots=True, eq=False)
class StressBook:
    """Everything that a scenario moves, in float: `assets` are the columns, `loans` the rows.

    `pledged`, `counted` (pledged, as it counts) and `owed` are values now, shape (loans, assets). `target` (of a
    sale), `cure` (what a repayment aims at) and `rate` (a year) have shape (loans,). `prices` are those in use now;
    `unknown` loans could not be valued.
    """

    assets: tuple[str, ...]
    loans: tuple[LoanView, ...]
    pledged: Floats
    counted: Floats
    owed: Floats
    levels: LevelRows
    target: Floats
    cure: Floats
    rate: Floats
    items: tuple[Item, ...]
    prices: Mapping[str, Decimal]
    unknown: tuple[LoanView, ...]
    complete: bool

    def column(self, asset: str) -> int:
        """Return the column of an asset."""
        return self.assets.index(asset)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Factors of prices by step, shape (steps, assets), and the hour of each step, shape (steps,)."""

    hours: Floats
    grid: Floats

    @property
    def days(self) -> Floats:
        """The time of each step in days."""
        return self.hours / 24


def stress_book(snapshot: Snapshot) -> StressBook:
    """Return what the loans and everything else of a Snapshot come to as arrays; closed loans are left out."""
    known = tuple(view for view in snapshot.open_loans if view.valuation is not None and view.valuation.known)
    names = {view.loan.id for view in known}
    unknown = tuple(view for view in snapshot.open_loans if view.loan.id not in names)
    valued = [view.valuation for view in known if view.valuation is not None]
    positions = [view for view in snapshot.positions if not view.closed]
    assets = _assets(valued, positions, snapshot)
    place = {asset: number for number, asset in enumerate(assets)}
    shape = (len(known), len(assets))
    pledged, counted, owed = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for row, valuation in enumerate(valued):
        for leg in valuation.collateral:
            pledged[row, place[leg.asset]] += float(leg.value)
            counted[row, place[leg.asset]] += float(leg.value * leg.weight)
        for leg in valuation.debts:
            owed[row, place[leg.asset]] += float(leg.value)
    items = [*_held(snapshot, place), *(_position(view, place) for view in positions if view.value is not None)]
    return StressBook(
        assets,
        known,
        pledged,
        counted,
        owed,
        _level_rows(valued, counted, assets),
        np.array([float(one.ladder.cure_target) for one in valued]),
        np.array([_cure_at(one, to_target=snapshot.settings.cure_to_target) for one in valued]),
        np.array([_rate(view) for view in known]),
        tuple(items),
        _prices(valued, snapshot),
        unknown,
        not unknown
        and all(view.value is not None for view in positions)
        and all(one.value is not None for one in snapshot.holdings),
    )


def _cure_at(valuation: Valuation, *, to_target: bool) -> float:
    """Return the LTV that a cure aims at: the target, or a hair under the level that calls, as the reserve counts."""
    ladder = valuation.ladder
    calls = [level.ltv for level in ladder.levels if level.kind is not LevelKind.EARLY_WARNING]
    if to_target or not calls:
        return float(ladder.cure_target)
    return float(min(calls)) * (1 - _UNDER)


def _assets(valued: Sequence[Valuation], positions: Sequence[PositionView], snapshot: Snapshot) -> tuple[str, ...]:
    found = {leg.asset for one in valued for leg in (*one.collateral, *one.debts)}
    found |= {one.holding.asset for one in snapshot.holdings}
    for view in positions:
        found |= assets_in(view.position)
    return tuple(sorted(found))


def _prices(valued: Sequence[Valuation], snapshot: Snapshot) -> dict[str, Decimal]:
    told = [*snapshot.prices, *(one.price for one in snapshot.holdings)]
    told += [leg.price for one in valued for leg in (*one.collateral, *one.debts)]
    return {price.asset: price.value for price in told if price.value is not None}


def _rate(view: LoanView) -> float:
    """Return the yearly rate of a loan's debts, blended by value."""
    assert view.valuation is not None
    rates = dict(view.rates)
    total = float(view.valuation.debt_value)
    paid = sum(float(leg.value) * float(rates.get(leg.asset, 0)) for leg in view.valuation.debts)
    return paid / total if total else 0.0


def _held(snapshot: Snapshot, place: Mapping[str, int]) -> list[Item]:
    found = []
    for view in snapshot.holdings:
        if view.value is None:
            continue
        values = np.zeros(len(place))
        values[place[view.holding.asset]] = float(view.value)
        reach = float(view.holding.reach_hours) if view.holding.reserve else None
        found.append(Item(view.holding.asset, view.holding.platform, values, reach))
    return found


def _position(view: PositionView, place: Mapping[str, int]) -> Item:
    assert view.value is not None
    values = np.zeros(len(place))
    values[place[view.position.asset]] = float(view.value)
    one = view.position
    # What is locked (None) cannot be had for a cure, however soon it would arrive.
    reach = float(one.reach_hours) if one.reserve and view.leaving is not None else None
    return Item(one.name, one.platform, values, reach, view if one.details is not None else None)


def _level_rows(valued: Sequence[Valuation], counted: Floats, assets: Sequence[str]) -> LevelRows:
    depth = max((len(one.ladder.levels) for one in valued), default=0)
    shape = (depth, len(valued))
    borne = np.zeros((*shape, len(assets)))
    kinds: Any = {name: np.zeros(shape, dtype=bool) for name in ("there", "strict", "lenders", "calls")}
    sells, ranks = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    window = np.full(len(valued), np.inf)
    for loan, valuation in enumerate(valued):
        for row, level in enumerate(valuation.ladder.levels):
            borne[row, loan] = counted[loan] * _ltvs(level, assets)
            kinds["there"][row, loan] = True
            kinds["strict"][row, loan] = level.comparator is Comparator.OVER
            kinds["lenders"][row, loan] = level.does is not LevelAction.OWN_WARNING
            kinds["calls"][row, loan] = level.kind is not LevelKind.EARLY_WARNING
            ranks[row, loan] = RANK[level.kind]
            sells[row, loan] = 2 if level.does in SELLS_ALL else 1 if level.does in SELLS_PART else 0
            if level.kind is LevelKind.MARGIN_CALL and level.cure_hours is not None:
                window[loan] = min(window[loan], float(level.cure_hours))
    return LevelRows(borne, kinds["there"], kinds["strict"], kinds["lenders"], kinds["calls"], sells, ranks, window)


def _ltvs(level: Level, assets: Sequence[str]) -> Floats:
    found = np.full(len(assets), float(level.ltv))
    for asset, ltv in level.by_asset:
        if asset in assets:
            found[assets.index(asset)] = float(ltv)
    return found
