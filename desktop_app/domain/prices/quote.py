"""One source's word on a price: a quote at an instant, or a candle over a period."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

_LAST_MOMENT = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Quote:
    """What `source` says one unit of `asset` costs in `currency`, and when (aware UTC) it said so."""

    asset: str
    currency: str
    price: Decimal
    at: datetime
    source: str
    received: datetime


@dataclass(frozen=True, slots=True)
class Candle:
    """Open, high, low and close of `asset` in `currency` over `period_s` seconds from `opened` (UTC)."""

    asset: str
    currency: str
    source: str
    period_s: int
    opened: datetime
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal

    @property
    def closed(self) -> datetime:
        """The last millisecond of the period: the instant at which the close is known."""
        return self.opened + timedelta(seconds=self.period_s) - _LAST_MOMENT


@dataclass(frozen=True, slots=True)
class SourceWord:
    """The last word of one source on one asset, as it said it; `reason` tells why it was not believed.

    `counted` is false where the whole round brought no belief.
    """

    quote: Quote
    reason: str = ""
    counted: bool = True
