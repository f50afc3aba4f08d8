"""The funding rate that a perpetual follows, and what it brings a day."""

from collections.abc import Sequence
from decimal import Decimal

from desktop_app.domain.earn.position import PerpetualDetails, Position
from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.rate import RateKind, RatePoint

_DAY_S = 86400


def instrument_of(position: Position, rates: Sequence[RatePoint]) -> RatePoint | None:
    """Return the newest funding rate that a perpetual follows: its own platform's, else the first source's."""
    if not isinstance(position.details, PerpetualDetails):
        return None
    own = [one for one in rates if one.kind is RateKind.FUNDING and one.asset == position.asset]
    mine = [one for one in own if one.source.split("_")[0] == position.platform.split("_")[0]]
    return next(iter(mine or own), None)


def funding_per_day(position: Position, rate: RatePoint | None, mark: Decimal | None) -> Decimal:
    """Return what a perpetual gets (negative: pays) a day at its newest rate and `mark`; an estimate."""
    details = position.details
    if rate is None or mark is None or not isinstance(details, PerpetualDetails):
        return ZERO
    return -details.side.sign * position.amount * mark * rate.rate * _DAY_S / rate.period_s
