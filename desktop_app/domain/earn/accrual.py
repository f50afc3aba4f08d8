"""Interest between two instants: count the postings, then one closed form for all of them."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, DebtBalance, Period
from desktop_app.domain.money import ONE, round_half_up, truncate

_SECONDS = {Period.MINUTE: 60, Period.HOUR: 3600, Period.DAY: 86400, Period.MONTH_30: 30 * 86400}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_GUARD_PLACES = 20
_OFFSET = re.compile(r"UTC(?P<sign>[+-])(?P<hours>[0-9]{1,2})(:(?P<minutes>[0-5][0-9]))?")


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """Return the time zone called `name`: an IANA name, ``UTC``, or an offset such as ``UTC+8``.

    Raises:
        ValueError: there is no such zone.
    """
    if name in ("UTC", "Z", ""):
        return UTC
    if (told := _OFFSET.fullmatch(name)) and int(told["hours"]) <= 14:
        offset = timedelta(hours=int(told["hours"]), minutes=int(told["minutes"] or 0))
        return timezone(offset if told["sign"] == "+" else -offset, name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{name!r} is not a time zone; write it like UTC+8 or Europe/Zurich") from None


def _whole_seconds(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(seconds=1)


def mark_number(at: datetime, convention: Convention) -> int:
    """Return the number of the last mark at or before `at` on the venue's own clock."""
    zone = zone_of(convention.zone)
    if convention.period is Period.MONTH:
        local = at.astimezone(zone)
        return local.year * 12 + local.month
    if convention.period in (Period.DAY, Period.MONTH_30):
        days = at.astimezone(zone).toordinal() if zone is not UTC else at.toordinal()
        return days if convention.period is Period.DAY else days // 30
    offset = at.astimezone(zone).utcoffset() if zone is not UTC else None
    step = _SECONDS[convention.period]
    # A change of clock by whole periods moves no mark: the hour strikes as often as an hour passes.
    shift = int(offset.total_seconds()) % step if offset else 0
    return (_whole_seconds(at) + shift) // step


def _add_months(anchor: datetime, months: int) -> datetime:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return anchor.replace(year=year, month=month + 1, day=min(anchor.day, monthrange(year, month + 1)[1]))


def _since_anchor(at: datetime, anchor: datetime, convention: Convention) -> int:
    """Return how many whole periods lie between `anchor` and `at`."""
    if convention.period is not Period.MONTH:
        return (at - anchor) // timedelta(seconds=_SECONDS[convention.period])
    months = (at.year - anchor.year) * 12 + at.month - anchor.month
    return months if _add_months(anchor, months) <= at else months - 1


def postings(convention: Convention, anchor: datetime, after: datetime, until: datetime) -> int:
    """Return how many postings fall in the half-open span (after, until].

    `anchor` is when the debt was drawn; MARK conventions ignore it. The posting that a STARTED
    convention makes at the anchor itself is the caller's (see `ledger`), so that spans add up.
    """
    if until <= after:
        return 0
    if convention.boundary is Boundary.MARK:
        return mark_number(until, convention) - mark_number(after, convention)
    return _since_anchor(until, anchor, convention) - _since_anchor(after, anchor, convention)


def period_fraction(convention: Convention, year: int, month: int = 1) -> Decimal:
    """Return the part of a year that one period of `year` and `month` counts for."""
    return period_rate(convention, ONE, year, month)


def period_rate(convention: Convention, annual_rate: Decimal, year: int, month: int = 1) -> Decimal:
    """Return what `annual_rate` comes to for one period of `year` and `month`, both fractions.

    The rate is divided last, so that 3.65 % a year is 0.01 % a day to the last digit. Source of the day
    counts: ISDA 2006 definitions, section 4.16 (Actual/365 Fixed, Actual/360, Actual/Actual).
    """
    days_in_year = 360 if convention.day_count is DayCount.ACT_360 else 365
    if convention.day_count is DayCount.ACT_ACT and isleap(year):
        days_in_year = 366
    if convention.period is Period.MONTH:
        return annual_rate * monthrange(year, month)[1] / days_in_year
    return annual_rate * _SECONDS[convention.period] / (days_in_year * 86400)


def _months_since_anchor(
    convention: Convention, annual_rate: Decimal, anchor: datetime, after: datetime, until: datetime
) -> Iterator[Decimal]:
    """Yield the rate of each month, counted from `anchor`, that is posted in (after, until]."""
    year_days = Decimal(360 if convention.day_count is DayCount.ACT_360 else 365)
    first = _since_anchor(after, anchor, convention) + 1
    for number in range(first, _since_anchor(until, anchor, convention) + 1):
        # A started month is posted at its beginning, a completed one at its end.
        start = number if convention.boundary is Boundary.STARTED else number - 1
        begin, end = _add_months(anchor, start), _add_months(anchor, start + 1)
        leap = convention.day_count is DayCount.ACT_ACT and isleap(begin.year)
        yield annual_rate * (end - begin).days / (366 if leap else year_days)


def _uniform_spans(
    convention: Convention, after: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime, int, int]]:
    """Split (after, until] where the length of a period changes; yield (after, until, year, month)."""
    if convention.period is not Period.MONTH and convention.day_count is not DayCount.ACT_ACT:
        yield after, until, after.year, 1
        return
    zone = zone_of(convention.zone)
    start = after
    while start < until:
        # A mark closes the period before it, so the span of a year runs to its closing midnight.
        local = (start + _MICROSECOND).astimezone(zone)
        if convention.period is Period.MONTH:
            after_month = _add_months(local.replace(day=1, hour=0, minute=0, second=0, microsecond=0), 1)
            end = min(until, after_month.astimezone(UTC))
        else:
            new_year = local.replace(year=local.year + 1, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
            end = min(until, new_year.astimezone(UTC))
        yield start, end, local.year, local.month
        start = end


def post(balance: DebtBalance, convention: Convention, rate: Decimal, count: int) -> DebtBalance:
    """Return `balance` after `count` postings at `rate` for one period (a fraction, not a percentage).

    Compounding: total × (1 + rate)^count. Simple: accrued + principal × rate × count.
    """
    if count <= 0 or not rate:
        return balance
    if convention.places is not None:
        return _post_rounded(balance, convention, rate, count)
    if not convention.compounding:
        return DebtBalance(balance.principal, balance.accrued + balance.principal * rate * count)
    growth = ONE + rate if count == 1 else (ONE + rate) ** count
    grown = (balance.principal + balance.accrued) * growth
    return DebtBalance(balance.principal, grown - balance.principal)


def _post_rounded(balance: DebtBalance, convention: Convention, rate: Decimal, count: int) -> DebtBalance:
    assert convention.places is not None
    accrued = balance.accrued
    for _ in range(count):
        base = balance.principal + accrued if convention.compounding else balance.principal
        # A rate such as 0.1 / 365 is cut at the last digit; without this its interest on 365 would be cut too.
        exact = round_half_up(base * rate, convention.places + _GUARD_PLACES)
        accrued += truncate(exact, convention.places)
    return DebtBalance(balance.principal, accrued)


def is_uniform(convention: Convention) -> bool:
    """Tell whether every posting is at a mark and counts for the same part of a year, whatever the date."""
    return (
        convention.boundary is Boundary.MARK
        and convention.period is not Period.MONTH
        and convention.day_count is not DayCount.ACT_ACT
    )


def accrue(
    balance: DebtBalance,
    convention: Convention,
    annual_rate: Decimal,
    after: datetime,
    until: datetime,
    anchor: datetime | None = None,
) -> DebtBalance:
    """Return `balance` with the interest of (after, until] at a constant `annual_rate` (fraction) posted.

    All instants are aware UTC. `anchor` (default `after`) is when the debt was drawn.
    """
    if not balance.principal and not balance.accrued:
        return balance
    origin = anchor or after
    if convention.period is Period.MONTH and convention.boundary is not Boundary.MARK:
        for rate in _months_since_anchor(convention, annual_rate, origin, after, until):
            balance = post(balance, convention, rate, 1)
        return balance
    for start, end, year, month in _uniform_spans(convention, after, until):
        count = postings(convention, origin, start, end)
        if count:
            balance = post(balance, convention, period_rate(convention, annual_rate, year, month), count)
    return balance
