"""What positions earned: by the venue's own convention, over any stretch of time, beside what was paid out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain.earn.accrual import accrue
from desktop_app.domain.earn.convention import Convention, DayCount, DebtBalance, Period
from desktop_app.domain.earn.position import Basis, Deposit, EarnTerms, PeerDetails, Position, StakeDetails
from desktop_app.domain.money import ONE, ZERO

_SECONDS = {Period.MINUTE: 60, Period.HOUR: 3600, Period.DAY: 86400, Period.MONTH_30: 30 * 86400}


def periods_per_year(convention: Convention) -> Decimal:
    """Return how many postings a year has: its days by the day count over the length of a period, 12 for months."""
    if convention.period is Period.MONTH:
        return Decimal(12)
    days = 360 if convention.day_count is DayCount.ACT_360 else 365
    return Decimal(days * 86400) / _SECONDS[convention.period]


def nominal(rate: Decimal, terms: EarnTerms) -> Decimal:
    """Return the yearly rate without compounding that a printed `rate` stands for.

    An APY becomes n·((1 + APY)^(1/n) - 1) for n postings a year; an APR is what it says.
    """
    if terms.basis is Basis.APR:
        return rate
    count = periods_per_year(terms.interest)
    return count * ((ONE + rate) ** (ONE / count) - ONE)


def net_rate(rate: Decimal, position: Position) -> Decimal:
    """Return the yearly rate that is left of a printed one after the platform's, validator's or lender's share."""
    left = nominal(rate, position.terms) * (ONE - position.terms.kept)
    match position.details:
        case StakeDetails(commission=share) | PeerDetails(service_fee=share):
            return left * (ONE - share)
    return left


@dataclass(frozen=True, slots=True)
class Earned:
    """A position at an instant: units in it, and the interest posted since its opening (units)."""

    principal: Decimal
    interest: Decimal


def earned_at(position: Position, instants: Iterable[datetime]) -> Iterator[Earned]:
    """Yield what the position holds and earned at each of ascending `instants` (aware UTC).

    A deposit ends by itself; nothing is posted after the end or the closing. Interest of a compounding
    convention earns interest; taking units out takes them from the principal.
    """
    terms = position.terms
    balance = DebtBalance(position.amount)
    last = position.opened
    steps = _changes(position)
    change = next(steps, None)
    rate = net_rate(position.rate_at(position.opened), position)
    stop = _stop(position)
    for at in instants:
        until = min(at, stop) if stop is not None else at
        while change is not None and change[0] <= until:
            balance = accrue(balance, terms.interest, rate, last, max(change[0], last), position.opened)
            last = max(change[0], last)
            balance = DebtBalance(balance.principal + change[1], balance.accrued)
            rate = net_rate(change[2], position) if change[2] is not None else rate
            change = next(steps, None)
        if until > last:
            balance = accrue(balance, terms.interest, rate, last, until, position.opened)
            last = until
        gone = position.closed is not None and at >= position.closed
        yield Earned(ZERO if gone else balance.principal, balance.accrued)


def _changes(position: Position) -> Iterator[tuple[datetime, Decimal, Decimal | None]]:
    """Yield (instant, units put in, new rate or None) after the opening, in order of time."""
    found: list[tuple[datetime, Decimal, Decimal | None]] = [(flow.at, flow.amount, None) for flow in position.flows]
    found += [(step.at, ZERO, step.rate) for step in position.rates if step.at > position.opened]
    yield from sorted(found, key=lambda one: one[0])


def _stop(position: Position) -> datetime | None:
    """Return from when on nothing is earned any more."""
    ends = None
    match position.details:
        case Deposit(days=days):
            ends = position.opened + timedelta(days=days)
        case PeerDetails(ends=day) if day is not None:
            ends = datetime(day.year, day.month, day.day, tzinfo=UTC)
        case StakeDetails(asked_back=day) if day is not None:
            ends = datetime(day.year, day.month, day.day, tzinfo=UTC)
    known = [at for at in (ends, position.closed) if at is not None]
    return min(known, default=None)


@dataclass(frozen=True, slots=True)
class Income:
    """What one position or loan brought in one span, in units of one asset: earned, paid out, and owed on debt."""

    position: str
    platform: str
    asset: str
    start: date
    earned: Decimal
    paid: Decimal
    owed: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        """What was paid out beyond what was earned; negative: less arrived than should have."""
        return self.paid - self.earned


def income(position: Position, marks: list[date]) -> list[Income]:
    """Return the income of a position between each two of ascending `marks` (days, UTC midnight)."""
    instants = [datetime(day.year, day.month, day.day, tzinfo=UTC) for day in marks]
    after = [at for at in instants if at >= position.opened]
    totals = dict(zip(after, (one.interest for one in earned_at(position, after)), strict=True))
    found = []
    for start, end in pairwise(instants):
        got = totals.get(end, ZERO) - totals.get(start, ZERO)
        paid = sum(
            (one.amount for one in position.payouts if one.asset == position.asset and start <= one.at < end), ZERO
        )
        found.append(Income(position.id, position.platform, position.asset, start.date(), got, paid))
    return found


def month_marks(first: date, last: date) -> list[date]:
    """Return the first days of the months from that of `first` to the one after `last`."""
    found = [first.replace(day=1)]
    while found[-1] <= last:
        year, month = divmod(found[-1].year * 12 + found[-1].month, 12)
        found.append(date(year, month + 1, 1))
    return found


def day_marks(first: date, last: date) -> list[date]:
    """Return every day from `first` to the one after `last`."""
    return [first + timedelta(days=number) for number in range((last - first).days + 2)]
