"""What a source of prices, candles or rates offers, and how often its host may be asked."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.hosts import Allowance

__all__ = ["Allowance", "CandleSource", "PriceSource", "RateSource"]


@runtime_checkable
class PriceSource(Protocol):
    """One source of prices. `base` is its address; a local server can stand in for it.

    A quote's currency is the one that the source really quotes in (USDT, USD, EUR), not what was wished
    for: who asked converts it. `every_s` is the least number of seconds between two polls that makes sense.
    """

    name: str
    base: str
    allowance: Allowance
    every_s: float

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether the source can price `asset` for someone who counts in `currency`."""
        ...

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the source's quotes of those of `assets` that it knows, in `currency` or the nearest to it.

        In as few requests as the source allows. An asset that the source turns out not to list is left out.

        Raises:
            FetchError: nothing usable came.
        """
        ...


@runtime_checkable
class CandleSource(Protocol):
    """A source of history. `periods` (seconds) are what it offers, `page` the candles in one answer at most."""

    name: str
    base: str
    allowance: Allowance
    periods: Sequence[int]
    page: int

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether the source can price `asset` for someone who counts in `currency`."""
        ...

    def reach(self, period_s: int) -> timedelta | None:
        """Return how far back candles of a period go; None for all that there is."""
        ...

    async def candles(
        self, client: HttpClient, asset: str, currency: str, period_s: int, since: datetime, now: datetime
    ) -> list[Candle]:
        """Return one page: the finished candles that open within `page` periods from `since`, ascending.

        A page is empty where the venue has no candles in that time, though there may be later ones: whoever
        reads on goes on `page` periods later. An asset or a period that the venue does not list has none.

        Raises:
            FetchError: nothing usable came.
        """
        ...


@runtime_checkable
class RateSource(Protocol):
    """A source of funding, lending or borrowing rates.

    One answer holds at least the rates of `rate_span` from `since` on; 0 where a source tells the present
    rate alone.
    """

    name: str
    base: str
    allowance: Allowance
    rate_span: timedelta

    def knows_rate(self, asset: str) -> bool:
        """Tell whether the source has a rate of `asset`."""
        ...

    async def rates(self, client: HttpClient, asset: str, since: datetime, now: datetime) -> list[RatePoint]:
        """Return the rates of `asset` that were settled at or after `since`, ascending, one page at most.

        Raises:
            FetchError: nothing usable came.
        """
        ...
