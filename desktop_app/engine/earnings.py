"""Positions as they stand: value, what they earned, what they bring a day, what leaving would cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.income import Income, day_marks, earned_at, income, month_marks, net_rate
from desktop_app.domain.earn.perpetual import Perpetual
from desktop_app.domain.earn.position import Position
from desktop_app.domain.earn.worth import could_become, least_worth, leaving_costs, perpetual_of, worth
from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.book import Price, PriceBook

_DAY = timedelta(days=1)
_TOLERATED = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position: units in it and earned, its value and what it brings a day (reporting currency).

    `printed` is the rate that the venue prints, `net` what is left of it without compounding (yearly
    fractions). `leaving` is what leaving now gives away in units; None where it is locked. `value` is None
    without a price.
    """

    position: Position
    platform_name: str
    price: Price
    principal: Decimal
    interest: Decimal
    value: Decimal | None
    per_day: Decimal
    printed: Decimal
    net: Decimal
    next_payout: datetime | None
    ends: date | None
    leaving: Decimal | None
    perpetual: Perpetual | None = None

    @property
    def closed(self) -> bool:
        """Whether the position is no more."""
        return self.position.closed is not None


def position_view(position: Position, platform_name: str, book: PriceBook, now: datetime) -> PositionView:
    """Return how a position stands at `now`."""
    today, tomorrow = earned_at(position, [now, now + _DAY])
    price = book[position.asset]
    printed = position.rate_at(now)
    gone = position.closed is not None and position.closed <= now
    earns = printed and not gone
    return PositionView(
        position,
        platform_name,
        price,
        today.principal,
        today.interest,
        ZERO if gone else worth(position, today, lambda asset: book[asset].value),
        (tomorrow.interest - today.interest) * (price.value or ZERO) if earns else ZERO,
        printed,
        net_rate(printed, position) if printed else ZERO,
        position.terms.payout.following(now) if earns else None,
        position.ends,
        leaving_costs(position, now),
        perpetual_of(position),
    )


def reserve_value(view: PositionView, book: PriceBook) -> Decimal | None:
    """Return what a position counts for in the reserve: a product that may change its coin as the worst of both."""
    if could_become(view.position):
        return least_worth(view.position, lambda asset: book[asset].value)
    return view.value


def income_by_month(positions: tuple[Position, ...], now: datetime) -> list[Income]:
    """Return what open and closed positions earned and paid out, by month since the first of them."""
    if not positions:
        return []
    marks = month_marks(min(one.opened for one in positions).date(), now.date())
    return [entry for one in positions for entry in income(one, marks) if entry.earned or entry.paid]


def income_by_day(position: Position, now: datetime, days: int = 90) -> list[Income]:
    """Return what one position earned and paid out on each of the last `days`."""
    first = max(position.opened.date(), now.date() - timedelta(days=days))
    return income(position, day_marks(first, now.date()))


class GroupBy(Enum):
    """What income is told by."""

    POSITION = "position"
    PLATFORM = "platform"
    ASSET = "asset"


@dataclass(frozen=True, slots=True)
class GroupedIncome:
    """What was earned and paid out in the month from `start`, in units of one asset, of one `subject`.

    `checked` tells whether the month is over and payouts are entered at all, so that a missing one can be told.
    """

    start: date
    subject: str
    asset: str
    earned: Decimal
    paid: Decimal
    checked: bool

    @property
    def difference(self) -> Decimal:
        """What was paid out beyond what was earned."""
        return self.paid - self.earned

    @property
    def differs(self) -> bool:
        """Whether the payouts are more than a hundredth off what was earned."""
        return self.checked and abs(self.difference) > abs(self.earned) * _TOLERATED


def grouped(entries: Sequence[Income], by: GroupBy, today: date) -> list[GroupedIncome]:
    """Return income summed by month and position, platform or asset; the newest month first.

    The month of `today` is not over: what is missing in it may still come.
    """
    running = today.replace(day=1)
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
            key[0] < running and any(one.position in recorded for one in group),
        )
        for key, group in sums.items()
    ]
    return sorted(found, key=lambda one: (-one.start.toordinal(), one.subject, one.asset))


def earned_in_month(entries: Sequence[Income], views: Sequence[PositionView], now: datetime) -> Decimal:
    """Return what positions earned since the month began, in the currency of `views`; unpriced ones count nothing."""
    prices = {view.position.id: view.price.value or ZERO for view in views}
    month = now.date().replace(day=1)
    return sum((one.earned * prices.get(one.position, ZERO) for one in entries if one.start == month), ZERO)
