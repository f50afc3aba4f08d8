"""How far everything can fall before the reserve that arrives in time no longer cures every loan.

A cure is a repayment, which takes the least value of all cures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from desktop_app.domain.loans.ladder import Level
from desktop_app.domain.loans.valuation import Leg, Valuation
from desktop_app.domain.money import ZERO
from desktop_app.domain.risk.supply import FOREVER, Line, Need, Reserve, ReserveItem


@dataclass(frozen=True, slots=True)
class Watched:
    """A loan for the purpose of reserve: its valuation and the level that must not be reached.

    `hours` is its cure window (None: without end). With a `target` a loan that reached the level is to be
    brought back to that LTV, else only kept under the level.
    """

    id: str
    valuation: Valuation
    level: Level
    hours: Decimal | None = None
    target: Decimal | None = None


def need_of(watched: Watched, steady: frozenset[str]) -> Need:
    """Return the need of a loan: D - Σ(collateral value × weight × level), each collateral with its own level."""
    valuation, target = watched.valuation, watched.target
    hours = FOREVER if watched.hours is None else watched.hours
    over = _line(valuation, partial(_level_of, watched.level), steady)
    return Need(watched.id, hours, over, None if target is None else _line(valuation, lambda _: target, steady))


def _level_of(level: Level, leg: Leg) -> Decimal:
    return level.ltv_for(leg.asset)


def _line(valuation: Valuation, level: Callable[[Leg], Decimal], steady: frozenset[str]) -> Line:
    at_first = slope = ZERO
    for leg in valuation.debts:
        at_first += leg.value
        slope -= ZERO if leg.asset in steady else leg.value
    for leg in valuation.collateral:
        borne = leg.value * leg.weight * level(leg)
        at_first -= borne
        slope += ZERO if leg.asset in steady else borne
    return at_first, slope


def needed(watched: Watched, fall: Decimal, steady: frozenset[str]) -> Decimal:
    """Return the debt to repay after a common fall (positive fraction) so that the loan is safe again.

    Assets in `steady` (fiat, stablecoins) do not fall.
    """
    return need_of(watched, steady).at(fall)


def reserve_of(loans: Sequence[Watched], items: Sequence[ReserveItem], steady: frozenset[str]) -> Reserve:
    """Return the reserve for `loans`: those with the shortest window first, else in their order."""
    needs = sorted((need_of(loan, steady) for loan in loans), key=lambda need: need.hours)
    return Reserve(tuple(needs), tuple(items), steady)


def coverage(loans: Sequence[Watched], items: Sequence[ReserveItem], steady: frozenset[str]) -> Decimal | None:
    """Return the largest common fall (positive fraction) that the reserve cures in time; None without loans."""
    return reserve_of(loans, items, steady).coverage()
