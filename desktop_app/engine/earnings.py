"""Positions as they stand: value, what they earned, what they bring a day, what leaving would cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from desktop_app.domain.earn.funding import funding_per_day, instrument_of
from desktop_app.domain.earn.income import earned_at, net_rate
from desktop_app.domain.earn.perpetual import Perpetual
from desktop_app.domain.earn.position import Position
from desktop_app.domain.earn.worth import could_become, least_worth, leaving_costs, perpetual_of, worth
from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.book import Price, PriceBook
from desktop_app.domain.prices.rate import RatePoint

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position: units in it and earned, its value and what it brings a day (reporting currency).

    `printed` is the rate that the venue prints, `net` what is left of it without compounding (yearly
    fractions). `leaving` is what leaving now gives away in units; None where it is locked. `funding` is the
    newest rate that a perpetual pays or gets. `value` is None
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
    funding: RatePoint | None = None

    @property
    def closed(self) -> bool:
        """Whether the position is no more."""
        return self.position.closed is not None


def position_view(
    position: Position, platform_name: str, book: PriceBook, now: datetime, rates: Sequence[RatePoint] = ()
) -> PositionView:
    """Return how a position stands at `now`; `rates` are the newest funding rates, for perpetuals."""
    today, tomorrow = earned_at(position, [now, now + _DAY])
    price = book[position.asset]
    printed = position.rate_at(now)
    gone = position.closed is not None and position.closed <= now
    rate = instrument_of(position, rates)
    funding = funding_per_day(position, rate, price.value)
    earns = printed and not gone
    return PositionView(
        position,
        platform_name,
        price,
        today.principal,
        today.interest,
        ZERO if gone else worth(position, today, lambda asset: book[asset].value),
        (tomorrow.interest - today.interest) * (price.value or ZERO) if earns else ZERO if gone else funding,
        printed,
        net_rate(printed, position) if printed else ZERO,
        position.terms.payout.following(now) if earns else None,
        position.ends,
        leaving_costs(position, now),
        perpetual_of(position),
        None if gone else rate,
    )


def reserve_value(view: PositionView, book: PriceBook) -> Decimal | None:
    """Return what a position counts for in the reserve: a product that may change its coin as the worst of both."""
    if could_become(view.position):
        return least_worth(view.position, lambda asset: book[asset].value)
    return view.value
