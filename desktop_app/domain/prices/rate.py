"""A dated rate of a venue: funding of a perpetual, or what lending or borrowing an asset costs."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

HOUR_S = 3600
YEAR_S = 365 * 24 * HOUR_S


class RateKind(Enum):
    """What a rate is paid for."""

    FUNDING = "funding"
    LENDING = "lending"
    BORROWING = "borrowing"


@dataclass(frozen=True, slots=True)
class RatePoint:
    """What `source` says is paid for `asset`: `rate` (fraction) for each period of `period_s` seconds.

    `instrument` is the venue's own name of what the rate belongs to. A positive funding rate is paid by
    the long side. `at` (aware UTC) is when the rate was settled, or from when it holds.
    """

    kind: RateKind
    source: str
    asset: str
    instrument: str
    at: datetime
    rate: Decimal
    period_s: int

    @property
    def name(self) -> str:
        """What a position that follows the rate calls it: source and instrument."""
        return f"{self.source}/{self.instrument}"

    @property
    def yearly(self) -> Decimal:
        """The rate for 365 days without compounding (fraction)."""
        return self.rate * YEAR_S / self.period_s
