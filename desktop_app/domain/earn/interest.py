"""Rates and what they cost or earn: conversions between periods, cost of a day."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from desktop_app.domain.earn.accrual import accrue
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, DebtBalance, Period

_DAY = timedelta(days=1)


def cost_per_day(owed: DebtBalance, annual_rate: Decimal, convention: Convention, now: datetime) -> Decimal:
    """Return the interest of the day that begins at `now`, in units of the asset.

    Whole periods are counted from `now`, whatever mark comes next, so that the figure does not jump
    with the hour. A venue that posts by month costs a day's share of the year.
    """
    if convention.period in (Period.MONTH, Period.MONTH_30):
        base = owed.total if convention.compounding else owed.principal
        return base * annual_rate / (360 if convention.day_count is DayCount.ACT_360 else 365)
    running = replace(convention, boundary=Boundary.ELAPSED, places=None)
    return accrue(owed, running, annual_rate, now, now + _DAY).total - owed.total
