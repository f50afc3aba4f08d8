"""Rates and what they cost or earn: conversions between periods, cost of a day."""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from desktop_app.domain.earn.accrual import accrue
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, DebtBalance, Period
from desktop_app.domain.money import ONE, ZERO

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


def simple_interest(principal: Decimal, rate: Decimal, periods: Decimal) -> Decimal:
    """Return principal × rate × periods; `rate` is a fraction for one period."""
    return principal * rate * periods


def compound_interest(principal: Decimal, rate: Decimal, periods: int) -> Decimal:
    """Return principal × ((1 + rate)^periods - 1); `rate` is a fraction for one period."""
    return principal * ((ONE + rate) ** periods - ONE)


def apr_of(rate: Decimal, periods_per_year: int) -> Decimal:
    """Return the yearly rate that a rate for one period adds up to without compounding."""
    return rate * periods_per_year


def apy_of(rate: Decimal, periods_per_year: int) -> Decimal:
    """Return the yearly yield of a rate for one period when each period's interest is added: (1 + r)^n - 1."""
    return (ONE + rate) ** periods_per_year - ONE


def rate_from_apr(apr: Decimal, periods_per_year: int) -> Decimal:
    """Return the rate for one period of a yearly rate without compounding: APR / n."""
    return apr / periods_per_year


def rate_from_apy(apy: Decimal, periods_per_year: int) -> Decimal:
    """Return the rate for one period of a yearly yield with compounding: (1 + APY)^(1/n) - 1."""
    return (ONE + apy) ** (ONE / periods_per_year) - ONE


def year_fraction(start: date, end: date, day_count: DayCount) -> Decimal:
    """Return the part of a year from `start` to `end` (exclusive).

    Source: ISDA 2006 definitions, section 4.16; Actual/Actual splits the days between leap years and others.
    """
    if day_count is DayCount.ACT_365:
        return Decimal((end - start).days) / 365
    if day_count is DayCount.ACT_360:
        return Decimal((end - start).days) / 360
    total = ZERO
    for year in range(start.year, end.year + 1):
        first, last = max(start, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
        if last > first:
            total += Decimal((last - first).days) / (366 if isleap(year) else 365)
    return total


@dataclass(frozen=True, slots=True)
class AllIn:
    """What a loan with an upfront fee costs: amounts in units of the loan, rates as yearly fractions."""

    fee: Decimal
    received: Decimal
    repaid: Decimal
    apr: Decimal
    effective: Decimal

    @property
    def cost(self) -> Decimal:
        """What is paid for the loan in all."""
        return self.repaid - self.received


def all_in_cost(principal: Decimal, interest: Decimal, fee_rate: Decimal, days: int) -> AllIn:
    """Return the yearly cost of a loan that is repaid in one sum after `days`, its upfront fee counted.

    The fee is taken off what is paid out, so the rates are told on what was received: simple on a year of
    365 days, and effective with yearly compounding.
    """
    fee = principal * fee_rate
    received, repaid = principal - fee, principal + interest
    apr = (repaid - received) / received * 365 / days
    return AllIn(fee, received, repaid, apr, (repaid / received) ** (Decimal(365) / days) - ONE)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of an annuity: interest and repayment in it, and what is owed after it."""

    number: int
    payment: Decimal
    interest: Decimal
    balance: Decimal


def annuity(principal: Decimal, annual_rate: Decimal, months: int) -> list[Instalment]:
    """Return the equal monthly payments that repay `principal` at `annual_rate` / 12 a month.

    Payment = P·r / (1 - (1 + r)^-n); P / n without interest.
    """
    rate = annual_rate / 12
    payment = principal * rate / (ONE - (ONE + rate) ** -months) if rate else principal / months
    found, owed = [], principal
    for number in range(1, months + 1):
        interest = owed * rate
        owed = owed + interest - payment
        found.append(Instalment(number, payment, interest, owed))
    return found


def interest_of(instalments: Sequence[Instalment]) -> Decimal:
    """Return the interest in all of `instalments`."""
    return sum((one.interest for one in instalments), ZERO)


def periods_to_reach(ltv: Decimal, level: Decimal, rate: Decimal, *, compounding: bool) -> Decimal | None:
    """Return after how many periods interest alone lifts `ltv` to `level` at standing prices.

    t = ln(level / LTV) / ln(1 + r) with compounding, (level / LTV - 1) / r without. `rate` is a fraction
    for one period; None where there is none, 0 where the level is reached already.
    """
    if ltv >= level:
        return ZERO
    if rate <= 0 or ltv <= 0:
        return None
    growth = level / ltv
    return growth.ln() / (ONE + rate).ln() if compounding else (growth - ONE) / rate


def first_period_at(periods: Decimal) -> int:
    """Return the first whole period at or after `periods`."""
    return int(periods.to_integral_value(rounding=ROUND_CEILING))
