"""What debts cost: the interest that loans posted between dates, and what was repaid, beside what positions earn."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain.earn.income import Income
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import in_order, replay_at
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.money import ZERO

_ADDS = (EventKind.DRAW, EventKind.FEE)


def posted_at(events: Iterable[Event], instants: Iterable[datetime]) -> Iterator[dict[str, Decimal]]:
    """Yield for each of ascending `instants` the interest posted since the opening, by asset of the debt (units).

    What is owed, less everything drawn and charged, plus everything paid, is the interest.
    """
    ordered = in_order(events)
    moments = list(instants)
    net: dict[str, Decimal] = {}
    number = 0
    for at, balances in zip(moments, replay_at(ordered, moments), strict=True):
        while number < len(ordered) and ordered[number].at <= at:
            for asset, units in _moved(ordered[number]):
                net[asset] = net.get(asset, ZERO) + units
            number += 1
        owed = {asset: debt.total for asset, debt in balances.debts.items()}
        yield {asset: owed.get(asset, ZERO) - units for asset, units in net.items()}


def _moved(event: Event) -> Iterator[tuple[str, Decimal]]:
    """Yield by how much an event itself, interest aside, changed each debt."""
    if event.kind in _ADDS and event.amount is not None:
        yield event.asset, event.amount
    elif event.kind is EventKind.REPAY and event.amount is not None:
        yield event.asset, -event.amount
    elif event.kind is EventKind.LIQUIDATION and event.counter_asset and event.counter_amount is not None:
        yield event.counter_asset, -event.counter_amount


def owed_income(loan: Loan, marks: list[date]) -> list[Income]:
    """Return what a loan's interest came to between each two of ascending `marks` (days, UTC midnight)."""
    instants = [datetime(day.year, day.month, day.day, tzinfo=UTC) for day in marks]
    opened = min(event.at for event in loan.events)
    after = [at for at in instants if at >= opened]
    totals = dict(zip(after, posted_at(loan.events, after), strict=True))
    found = []
    for start, end in pairwise(instants):
        then, before = totals.get(end, {}), totals.get(start, {})
        for asset in sorted(then):
            owed = then[asset] - before.get(asset, ZERO)
            if owed:
                found.append(Income(loan.id, loan.platform, asset, start.date(), ZERO, ZERO, owed))
    return found
