"""When an amount is free, when it has arrived, and what it gives away on the way."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

from desktop_app.domain.earn.position import Deposit, PayoutTime, Position, StakeDetails
from desktop_app.domain.earn.worth import leaving_costs
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.reach import Reach
from desktop_app.domain.risk.supply import Way

_HOUR = Decimal(3600)


def way(free: datetime, cost: Decimal, reach: Reach, reach_hours: Decimal, now: datetime) -> Way:
    """Return the way of an amount that is free at `free`: dealt with at the platform's hour, then sent."""
    begins = max(free, now)
    if reach.handled_at is not None:
        begins = PayoutTime(reach.handled_at, reach.zone).following(begins)
    waits = Decimal(int((begins - now).total_seconds())) / _HOUR
    return Way(waits + reach_hours, cost)


def ways_from(
    moments: Iterable[tuple[datetime, Decimal]], reach: Reach, reach_hours: Decimal, now: datetime
) -> tuple[Way, ...]:
    """Return the ways by (moment free, share given away), the earliest first, none that costs more and is later."""
    ordered = sorted(
        (way(free, cost, reach, reach_hours, now) for free, cost in moments), key=lambda one: (one.hours, one.cost)
    )
    found: list[Way] = []
    for one in ordered:
        if not found or one.cost < found[-1].cost:
            found.append(one)
    return tuple(found)


def moments_of(position: Position, units: Decimal, now: datetime) -> tuple[tuple[datetime, Decimal], ...]:
    """Return when a position of `units` can be had, with the share that it gives away then; nothing: never.

    A deposit may be left at once at its cost or waited for; a stake unbonds from now unless it does already.
    """
    details = position.details
    ends = None if position.ends is None else datetime.combine(position.ends, time(0), UTC)
    if isinstance(details, StakeDetails):
        return ((ends or now + timedelta(days=details.unbonding_days), ZERO),)
    given = leaving_costs(position, now)
    found: list[tuple[datetime, Decimal]] = []
    if given is not None and units > 0:
        found.append((now, min(ONE, given / units)))
    if ends is not None and (given is None or (given and isinstance(details, Deposit))):
        found.append((ends, ZERO))
    return tuple(found)
