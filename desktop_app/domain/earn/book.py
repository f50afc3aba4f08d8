"""A book of one balance over time: flows and rates by date, interest by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.earn.accrual import accrue
from desktop_app.domain.earn.convention import Convention, DebtBalance
from desktop_app.domain.money import ZERO
from desktop_app.domain.portfolio import moment


@dataclass(frozen=True, slots=True)
class DayEntry:
    """The interest of one day, and the balance (with all interest) at its end."""

    day: date
    interest: Decimal
    balance: Decimal


def day_book(
    opening: Decimal,
    start: date,
    end: date,
    convention: Convention,
    rates: Sequence[tuple[date, Decimal]],
    flows: Sequence[tuple[date, Decimal]],
) -> list[DayEntry]:
    """Return one entry for each day from `start` to `end` (exclusive).

    Rates (yearly fractions) and flows (units; negative is paid out) hold from the start of their day.
    """
    rate_of, flow_of = dict(rates), dict(flows)
    earlier = [rate for day, rate in sorted(rates) if day <= start]
    rate = earlier[-1] if earlier else ZERO
    balance = DebtBalance(opening)
    found = []
    day = start
    while day < end:
        rate = rate_of.get(day, rate)
        balance = DebtBalance(balance.principal + flow_of.get(day, ZERO), balance.accrued)
        after = accrue(
            balance,
            convention,
            rate,
            moment(day.isoformat(), convention.zone),
            moment((day + timedelta(days=1)).isoformat(), convention.zone),
        )
        found.append(DayEntry(day, after.accrued - balance.accrued, after.total))
        balance = after
        day += timedelta(days=1)
    return found


def interest_in(entries: Sequence[DayEntry]) -> Decimal:
    """Return the interest of all days of a book."""
    return sum((entry.interest for entry in entries), ZERO)
