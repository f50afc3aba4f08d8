"""Why LTV changed between two moments: price by asset, debt currency, interest, moves of the owner, rules.

The effects are taken one after the other along a fixed path, each as the change of LTV that it makes, so
that they add up to the whole change without remainder.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from desktop_app.domain.earn.convention import DebtBalance
from desktop_app.domain.events import Event
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import ltv
from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.book import PriceBook

# Both ends of every step are rounded to the same place, so that their differences add up exactly.
_V = TypeVar("_V")
_PLACES = Decimal(1).scaleb(-24)


class Cause(Enum):
    """What moved LTV."""

    PRICE = "price"
    DEBT_PRICE = "debt_price"
    INTEREST = "interest"
    COLLATERAL = "collateral"
    DEBT = "debt"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of LTV (fraction) with its cause and, where it has one, its asset."""

    cause: Cause
    asset: str
    change: Decimal


@dataclass(frozen=True, slots=True)
class Attribution:
    """LTV at both moments and the effects between them; their sum is exactly `after` - `before`."""

    before: Decimal
    after: Decimal
    effects: tuple[Effect, ...]


class _State:
    """A loan's collateral, debts, prices and rule while it is led from one moment to the other."""

    def __init__(self, balances: Balances, prices: PriceBook) -> None:
        assert balances.terms is not None
        self.collateral = dict(balances.collateral)
        self.debts = dict(balances.debts)
        assets = dict.fromkeys((*self.collateral, *self.debts))
        self.prices = {asset: _value(prices, asset) for asset in assets}
        self.terms: Terms = balances.terms

    def ltv(self) -> Decimal:
        counted = sum(
            (quantity * self.prices[a] * self.terms.weight(a) for a, quantity in self.collateral.items()), ZERO
        )
        owed = sum((debt.total * self.prices[a] for a, debt in self.debts.items()), ZERO)
        found = ltv(owed, counted)
        if found is None:
            raise ValueError("there is no LTV without collateral")
        return found.quantize(_PLACES)


def _value(prices: PriceBook, asset: str) -> Decimal:
    value = prices[asset].value
    if value is None:
        raise ValueError(f"{asset} has no price")
    return value


def attribute(
    events: Sequence[Event],
    start: datetime,
    end: datetime,
    prices_before: PriceBook,
    prices_after: PriceBook,
) -> Attribution:
    """Split the change of LTV between `start` and `end` into its causes.

    Order: collateral prices by asset, debt prices by asset, interest, the owner's collateral, the owner's
    debt, rules.

    Raises:
        ValueError: a price is missing, or there is no collateral at a step.
        Refused: the events are impossible.
    """
    old, new = replay(events, start), replay(events, end)
    idle = replay([event for event in events if event.at <= start], end)
    state, target = _State(old, prices_before), _State(new, prices_after)
    before = here = state.ltv()
    effects: list[Effect] = []

    def moved(cause: Cause, asset: str = "") -> None:
        nonlocal here
        after = state.ltv()
        if after != here:
            effects.append(Effect(cause, asset, after - here))
        here = after

    for asset in list(state.prices):
        state.prices[asset] = _value(prices_after, asset)
        moved(Cause.DEBT_PRICE if asset not in state.collateral else Cause.PRICE, asset)
    for asset in target.prices:
        state.prices.setdefault(asset, target.prices[asset])
    state.debts = {a: DebtBalance(owed.principal, idle.debts[a].accrued) for a, owed in state.debts.items()}
    moved(Cause.INTEREST)
    for asset in sorted({*state.collateral, *target.collateral}):
        _take_over(state.collateral, target.collateral, asset)
        moved(Cause.COLLATERAL, asset)
    for asset in sorted({*state.debts, *target.debts}):
        _take_over(state.debts, target.debts, asset)
        moved(Cause.DEBT, asset)
    state.terms = target.terms
    moved(Cause.RULE)
    return Attribution(before, here, tuple(effects))


def _take_over(state: dict[str, _V], target: dict[str, _V], asset: str) -> None:
    if asset in target:
        state[asset] = target[asset]
    else:
        state.pop(asset, None)
