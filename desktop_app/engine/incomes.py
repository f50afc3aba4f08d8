"""What was earned, paid out and owed, summed by month or day and position, platform or asset."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.income import Income, day_marks, income, month_marks
from desktop_app.domain.earn.owing import owed_income
from desktop_app.domain.earn.position import Position
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.money import ZERO
from desktop_app.engine.earnings import PositionView

_TOLERATED = Decimal("0.01")
DAYS_TOLD = 90


class Span(Enum):
    """The stretch of time that income is summed over."""

    MONTH = "month"
    DAY = "day"


def income_of(positions: Sequence[Position], loans: Sequence[Loan], span: Span, now: datetime) -> list[Income]:
    """Return what positions earned and paid out and loans cost: by month since the first of them, or by day of late."""
    openings = [one.opened for one in positions] + [min(event.at for event in loan.events) for loan in loans]
    if not openings:
        return []
    first, today = min(openings).date(), now.date()
    if span is Span.DAY:
        marks = day_marks(max(first, today - timedelta(days=DAYS_TOLD)), today)
    else:
        marks = month_marks(first, today)
    found = [entry for one in positions for entry in income(one, marks) if entry.earned or entry.paid]
    return found + [entry for loan in loans for entry in owed_income(loan, marks)]


class GroupBy(Enum):
    """What income is told by."""

    POSITION = "position"
    PLATFORM = "platform"
    ASSET = "asset"


@dataclass(frozen=True, slots=True)
class GroupedIncome:
    """What was earned, paid out and owed in the span from `start`, in units of one asset, of one `subject`.

    `checked` tells whether the span is over and payouts are entered at all, so that a missing one can be told.
    """

    start: date
    subject: str
    asset: str
    earned: Decimal
    paid: Decimal
    owed: Decimal
    checked: bool

    @property
    def difference(self) -> Decimal:
        """What was paid out beyond what was earned."""
        return self.paid - self.earned

    @property
    def differs(self) -> bool:
        """Whether the payouts are more than a hundredth off what was earned."""
        return self.checked and abs(self.difference) > abs(self.earned) * _TOLERATED


def grouped(entries: Sequence[Income], by: GroupBy, today: date, span: Span = Span.MONTH) -> list[GroupedIncome]:
    """Return income summed by month or day and position, platform or asset; the newest first.

    The month or day of `today` is not over: what is missing in it may still come.
    """
    running = today.replace(day=1) if span is Span.MONTH else today
    recorded = {entry.position for entry in entries if entry.paid}
    sums: dict[tuple[date, str, str], list[Income]] = {}
    for entry in entries:
        subject = {GroupBy.POSITION: entry.position, GroupBy.PLATFORM: entry.platform, GroupBy.ASSET: entry.asset}[by]
        sums.setdefault((entry.start, subject, entry.asset), []).append(entry)
    found = [
        GroupedIncome(
            *key,
            sum((one.earned for one in group), ZERO),
            sum((one.paid for one in group), ZERO),
            sum((one.owed for one in group), ZERO),
            span is Span.MONTH and key[0] < running and any(one.position in recorded for one in group),
        )
        for key, group in sums.items()
    ]
    return sorted(found, key=lambda one: (-one.start.toordinal(), one.subject, one.asset))


def earned_in_month(entries: Sequence[Income], views: Sequence[PositionView], now: datetime) -> Decimal:
    """Return what positions earned since the month began, in the currency of `views`; unpriced ones count nothing."""
    prices = {view.position.id: view.price.value or ZERO for view in views}
    month = now.date().replace(day=1)
    return sum((one.earned * prices.get(one.position, ZERO) for one in entries if one.start == month), ZERO)
