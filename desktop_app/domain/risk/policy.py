"""A reserve policy walked through a series of days: when it repays, what is sold in spite of it, what is left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from desktop_app.domain.loans.liquidation import partial_sale
from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Policy:
    """When LTV reaches `trigger`, the reserve repays down to `target`; at `sells_at` the venue sells to `sells_to`.

    All are fractions; `fee` is the share of the sold value that a sale loses.
    """

    trigger: Decimal
    target: Decimal
    sells_at: Decimal
    sells_to: Decimal
    fee: Decimal


class Deed(Enum):
    """What happened on a day."""

    REPAID = "repaid"
    SOLD = "sold"


@dataclass(frozen=True, slots=True)
class Act:
    """One deed: what was repaid or sold (value), the fee, LTV before and after (None: nothing is pledged)."""

    day: date
    deed: Deed
    amount: Decimal
    fee: Decimal
    before: Decimal
    after: Decimal | None
    reserve_left: Decimal


@dataclass(slots=True)
class Walk:
    """A policy's way through the days, as far as it came.

    `reached` has the day and LTV at which each level was first reached, before anything was done that day.
    `over` is set once nothing is pledged or nothing is owed any more.
    """

    quantities: dict[str, Decimal]
    debt: Decimal
    reserve: Decimal
    day: date
    value: Decimal = ZERO
    acts: list[Act] = field(default_factory=list)
    reached: dict[Decimal, tuple[date, Decimal]] = field(default_factory=dict)
    over: bool = False

    @property
    def net(self) -> Decimal:
        """Collateral and reserve less debt."""
        return self.value + self.reserve - self.debt


def walk(
    start: Walk,
    days: Iterable[tuple[date, Mapping[str, Decimal]]],
    daily_rate: Decimal,
    policy: Policy,
    levels: Sequence[Decimal] = (),
    until: date | None = None,
) -> Walk:
    """Return the way of a loan and its reserve through `days` of (day, closing prices), from `start` on.

    A day's order: interest is added for each day since the last one, the collateral is valued, levels are
    noted, the reserve repays, then the venue sells. The reserve earns nothing. Where prices end before
    `until`, interest runs on to it and `day` stays the last that was valued. `start` is changed.
    """
    for day, prices in days:
        start.debt *= (ONE + daily_rate) ** (day - start.day).days
        start.day = day
        start.value = sum((quantity * prices[asset] for asset, quantity in start.quantities.items()), ZERO)
        if not start.value:
            start.over = True
            break
        before = start.debt / start.value
        for level in levels:
            if before >= level:
                start.reached.setdefault(level, (day, before))
        if before >= policy.trigger and start.reserve > 0:
            before = _repay(start, before, policy.target)
        if before >= policy.sells_at:
            _sell(start, before, policy)
        if start.over:
            break
    if until is not None and not start.over:
        start.debt *= (ONE + daily_rate) ** max(0, (until - start.day).days)
    return start


def _repay(walk: Walk, before: Decimal, target: Decimal) -> Decimal:
    paid = min(walk.reserve, max(ZERO, walk.debt - target * walk.value))
    walk.debt -= paid
    walk.reserve -= paid
    after = walk.debt / walk.value
    walk.acts.append(Act(walk.day, Deed.REPAID, paid, ZERO, before, after, walk.reserve))
    return after


def _sell(walk: Walk, before: Decimal, policy: Policy) -> None:
    sale = partial_sale(walk.value, walk.debt, policy.sells_to, policy.fee)
    left = ONE - sale.sold / walk.value
    walk.quantities = {asset: quantity * left for asset, quantity in walk.quantities.items()}
    walk.debt = sale.debt_left
    walk.value = sale.collateral_left
    walk.acts.append(Act(walk.day, Deed.SOLD, sale.sold, sale.lost, before, sale.ltv, walk.reserve))
    walk.over = not sale.feasible
