"""OKX Simple Earn: what lenders of an asset got, by the hour, as yearly rates without compounding."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.rate import YEAR_S, RateKind, RatePoint
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.venues.okx import Okx, data_of
from desktop_app.feeds.venues.reading import as_object, collect, field, instant_ms, to_ms

_PATH = "/api/v5/finance/savings/lending-rate-history"
_HIGHEST = 10


class OkxSavings:
    """Rates from `/api/v5/finance/savings/lending-rate-history`, the newest first, before the platform's share."""

    name = "okx_savings"
    home = Okx.home
    # www.okx.com/docs-v5, "Get public borrow history": 6 in 1 s by IP; the host's least is kept.
    allowance = Okx.allowance
    rate_span = timedelta(hours=100)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        self.base = base or self.home
        self._symbols = dict(symbols)

    def knows_rate(self, asset: str) -> bool:
        """Tell whether the venue may lend `asset`."""
        return asset in self._symbols

    async def rates(self, client: HttpClient, asset: str, since: datetime, now: datetime) -> list[RatePoint]:
        """Return the hourly rates of `asset` from `since` on, ascending, one page at most.

        Raises:
            FetchError: nothing usable came.
        """
        symbol = self._symbols.get(asset)
        if symbol is None:
            return []
        query = {
            "ccy": symbol,
            "before": str(to_ms(since) - 1),
            "after": str(to_ms(since + self.rate_span)),
            "limit": "100",
        }
        try:
            rows = data_of((await client.get(self.base, _PATH, query, self.allowance)).body)
        except FetchError as error:
            if error.fault is not FetchFault.NOT_LISTED:
                raise
            self._symbols.pop(asset, None)
            return []
        found = collect(rows, lambda row: self._read(row, asset, symbol))
        by_time: dict[datetime, RatePoint] = {}
        for point in found:
            if by_time.setdefault(point.at, point) != point:
                raise unexpected(f"two rates of {point.at.isoformat()}")
        return [by_time[at] for at in sorted(by_time) if since <= at <= now]

    def _read(self, row: Any, asset: str, symbol: str) -> RatePoint:
        entry = as_object(row)
        if field(entry, "ccy") != symbol:
            raise unexpected(f"{str(entry['ccy'])[:40]!r} was not asked for")
        rate = strict_number(field(entry, "rate"))
        if not 0 <= rate < _HIGHEST:
            raise unexpected(f"a lending rate of {rate} a year")
        return RatePoint(RateKind.LENDING, self.name, asset, symbol, instant_ms(field(entry, "ts")), rate, YEAR_S)
