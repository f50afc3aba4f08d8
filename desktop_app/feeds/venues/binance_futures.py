"""Binance's futures host: funding rates of perpetuals against USDT."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.funding import Funding, Settled
from desktop_app.feeds.venues.reading import as_list, as_object, field, instant_ms, to_ms


class BinanceFutures(Funding):
    """Rates from `/fapi/v1/fundingRate`, ascending, stamped up to 20 ms late."""

    name = "binance_futures"
    home = "https://fapi.binance.com"
    # developers.binance.com, derivatives, "Get Funding Rate History": 500 in 5 minutes by IP.
    allowance = Allowance(100, 60.0)
    rate_span = timedelta(hours=1000)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        super().__init__(symbols)
        self.base = base or self.home

    def _contract(self, symbol: str) -> str:
        return f"{symbol}USDT"

    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        query = {"symbol": contract, "startTime": str(to_ms(since)), "limit": "1000"}
        try:
            return as_list((await client.get(self.base, "/fapi/v1/fundingRate", query, self.allowance)).body)
        except FetchError as error:
            if error.status == 400 and "-1121" in error.said:
                raise FetchError(FetchFault.NOT_LISTED, contract) from None
            raise

    def _settled(self, row: Any, contract: str) -> Settled:
        entry = as_object(row)
        if field(entry, "symbol") != contract:
            raise unexpected(f"{str(entry['symbol'])[:40]!r} was not asked for")
        return instant_ms(field(entry, "fundingTime")), strict_number(field(entry, "fundingRate"))
