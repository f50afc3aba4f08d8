"""What sources of funding rates have in common: reading rows, and the period that each rate is paid for."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from desktop_app.domain.prices.rate import HOUR_S, RateKind, RatePoint
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.market import USDT
from desktop_app.feeds.venues.reading import EARLIEST, EPOCH, collect

USUAL_PERIOD_S = 8 * HOUR_S
_PERIODS_S = frozenset(hours * HOUR_S for hours in (1, 2, 4, 8, 12, 24))
_LATE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)

Settled = tuple[datetime, Decimal]


class Funding(ABC):
    """A source of funding rates of perpetuals against USDT; `symbols` maps our codes to the venue's names.

    A venue fills in `_contract`, `_rate_rows` and `_settled`. One answer holds at least the rates of
    `rate_span` from `since` on.
    """

    name: str
    base: str
    allowance: Allowance
    rate_span: timedelta

    def __init__(self, symbols: Mapping[str, str]) -> None:
        self._contracts = {asset: self._contract(symbol) for asset, symbol in symbols.items() if asset != USDT}

    def knows_rate(self, asset: str) -> bool:
        """Tell whether the venue may have a perpetual of `asset`."""
        return asset in self._contracts

    async def rates(self, client: HttpClient, asset: str, since: datetime, now: datetime) -> list[RatePoint]:
        """Return the rates of `asset` that were settled at or after `since`, ascending, one page at most.

        Raises:
            FetchError: nothing usable came.
        """
        if asset not in self._contracts:
            return []
        contract = self._contracts[asset]
        try:
            rows = await self._rate_rows(client, contract, max(since, EARLIEST), now)
        except FetchError as error:
            if error.fault is not FetchFault.NOT_LISTED:
                raise
            self._contracts.pop(asset, None)
            return []
        return read_rates(rows, lambda row: self._settled(row, contract), self.name, asset, contract, since, now)

    @abstractmethod
    def _contract(self, symbol: str) -> str:
        """Return the venue's name of the perpetual of an asset that it calls `symbol`."""

    @abstractmethod
    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        """Return the rows of the settlements from `since` on."""

    @abstractmethod
    def _settled(self, row: Any, contract: str) -> Settled:
        """Return instant and rate of a row."""


def settled_at(at: datetime) -> datetime:
    """Return the full hour of a settlement that is stamped up to a minute late, else `at` itself."""
    late = (at - EPOCH) % _HOUR
    return at - late if late < _LATE else at


def read_rates(
    rows: Iterable[Any],
    read: Callable[[Any], Settled],
    source: str,
    asset: str,
    instrument: str,
    since: datetime,
    now: datetime,
) -> list[RatePoint]:
    """Return the funding rates in `rows` that were settled from `since` to `now`, ascending.

    A rate's period is the time since the one before, where that is 1, 2, 4, 8, 12 or 24 hours, else the
    commonest of the page, else 8 hours.

    Raises:
        FetchError: not one row can be read, or two rows tell the same settlement differently.
    """
    rates: dict[datetime, Decimal] = {}
    for at, rate in collect(rows, read):
        if abs(rate) >= 1:
            raise unexpected(f"a funding rate of {rate}")
        if rates.setdefault(settled_at(at), rate) != rate:
            raise unexpected(f"two rates of {at.isoformat()}")
    times = sorted(rates)
    gaps = {later: int((later - earlier).total_seconds()) for earlier, later in pairwise(times)}
    usual = Counter(gap for gap in gaps.values() if gap in _PERIODS_S).most_common(1)
    common = usual[0][0] if usual else USUAL_PERIOD_S
    return [
        RatePoint(
            RateKind.FUNDING,
            source,
            asset,
            instrument,
            at,
            rates[at],
            gap if (gap := gaps.get(at)) in _PERIODS_S else common,
        )
        for at in times
        if since <= at <= now
    ]
