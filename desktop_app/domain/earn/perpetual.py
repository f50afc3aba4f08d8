"""Perpetual positions: funding at each settlement, mark, margin, and how far liquidation is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ONE, ZERO

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Side(Enum):
    """Which way a position gains."""

    LONG = "long"
    SHORT = "short"

    @property
    def sign(self) -> int:
        """1 for long, -1 for short."""
        return 1 if self is Side.LONG else -1


@dataclass(frozen=True, slots=True)
class Settlement:
    """One funding settlement: the rate (fraction) of its period and the mark price that it was settled at."""

    at: datetime
    rate: Decimal
    mark: Decimal


@dataclass(frozen=True, slots=True)
class Funding:
    """Funding over some time, in the quote currency: negative is paid."""

    payments: int
    received: Decimal
    worst: Decimal
    rates: Decimal

    def yearly(self, days: Decimal) -> Decimal:
        """Return the sum of the rates for a year of 365 days, over `days`."""
        return self.rates * 365 / days


def funding_of(side: Side, units: Decimal, settlements: Iterable[Settlement]) -> Funding:
    """Return the funding of `units` (positive) held through `settlements`: a long pays where the rate is positive."""
    found = list(settlements)
    received = [-side.sign * units * one.mark * one.rate for one in found]
    return Funding(
        len(received), sum(received, ZERO), min(received, default=ZERO), sum((one.rate for one in found), ZERO)
    )


@dataclass(frozen=True, slots=True)
class Perpetual:
    """A linear perpetual: `units` (positive) opened at `entry` with `margin` in the quote currency.

    `maintenance` is the share of the value that must stay as margin (fraction).
    """

    side: Side
    units: Decimal
    entry: Decimal
    margin: Decimal
    maintenance: Decimal = Decimal("0.005")

    def profit(self, mark: Decimal) -> Decimal:
        """Return what the position gained at `mark`, funding aside."""
        return self.side.sign * self.units * (mark - self.entry)

    def equity(self, mark: Decimal) -> Decimal:
        """Return margin and profit at `mark`."""
        return self.margin + self.profit(mark)

    def leverage(self, mark: Decimal) -> Decimal | None:
        """Return value / equity at `mark`; None when nothing is left."""
        equity = self.equity(mark)
        return self.units * mark / equity if equity > 0 else None

    @property
    def liquidation_price(self) -> Decimal | None:
        """The mark at which the equity is the maintenance margin; None where no price brings it there.

        margin ± q·(P - entry) = mmr·q·P, solved for P.
        """
        sign = self.side.sign
        price = (sign * self.units * self.entry - self.margin) / (self.units * (sign - self.maintenance))
        return price if price > 0 else None

    def distance(self, mark: Decimal) -> Decimal | None:
        """Return how far (fraction of `mark`) liquidation is; 0 where it is reached, None where it cannot be."""
        price = self.liquidation_price
        if price is None:
            return None
        return max(ZERO, self.side.sign * (ONE - price / mark))


def slot_of(at: datetime, period_s: int) -> datetime:
    """Return the start of the slot of `period_s` seconds that `at` lies in: venues settle a moment late."""
    seconds = int((at - _EPOCH).total_seconds())
    return _EPOCH + timedelta(seconds=seconds - seconds % period_s)


def settlements_of(
    rates: Iterable[tuple[datetime, Decimal]], marks: Mapping[datetime, Decimal], period_s: int
) -> tuple[list[Settlement], int]:
    """Return the settlements of dated rates at the marks of their slots, and how many have no mark.

    A slot of `period_s` seconds is settled once: of several rates in it the last counts.
    """
    slots = {slot_of(at, period_s): rate for at, rate in sorted(rates)}
    found = [Settlement(slot, rate, marks[slot]) for slot, rate in slots.items() if slot in marks]
    return found, len(slots) - len(found)
