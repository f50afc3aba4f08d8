"""Interest conventions as data: period, compounding, day count, boundary, zone, rounding."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Period(Enum):
    """How often interest is posted."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH_30 = "month_30"
    MONTH = "month"


class DayCount(Enum):
    """The length of the year that an annual rate refers to."""

    ACT_365 = "ACT/365"
    ACT_360 = "ACT/360"
    ACT_ACT = "ACT/ACT"


class Boundary(Enum):
    """Which instants post interest.

    MARK: each full mark of the venue's clock that the debt is open at (on the hour, at midnight).
    ELAPSED: each completed period since the debt was drawn.
    STARTED: each started period since the debt was drawn, so at least one.
    """

    MARK = "mark"
    ELAPSED = "elapsed"
    STARTED = "started"


class RepayOrder(Enum):
    """What a repayment pays off first."""

    INTEREST = "interest"
    PRINCIPAL = "principal"


@dataclass(frozen=True, slots=True)
class Convention:
    """How a venue turns an annual rate into postings.

    `zone` is an IANA name or a fixed offset such as ``UTC+8``; marks are counted on its clock.
    `places` rounds each posting towards zero to that many decimals; None keeps it exact.
    """

    period: Period = Period.DAY
    compounding: bool = True
    day_count: DayCount = DayCount.ACT_365
    boundary: Boundary = Boundary.MARK
    zone: str = "UTC"
    places: int | None = None
    repay_order: RepayOrder = RepayOrder.INTEREST


@dataclass(frozen=True, slots=True)
class DebtBalance:
    """What is owed in one asset: principal and the interest posted on it, in units of the asset."""

    principal: Decimal
    accrued: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """Principal plus posted interest."""
        return self.principal + self.accrued
