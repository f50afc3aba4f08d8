"""KuCoin's futures host: funding rates of perpetuals against USDT."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.funding import Funding, Settled
from desktop_app.feeds.venues.kucoin import data_of
from desktop_app.feeds.venues.reading import as_list, as_object, field, instant_ms, to_ms


class KucoinFutures(Funding):
    """Rates from `/api/v1/contract/funding-rates`."""

    name = "kucoin_futures"
    home = "https://api-futures.kucoin.com"
    # www.kucoin.com/docs-new/rate-limit: weight 2,000 in 30 s by IP for public endpoints; this one weighs 5.
    allowance = Allowance(120, 30.0)
    rate_span = timedelta(hours=100)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        super().__init__(symbols)
        self.base = base or self.home

    def _contract(self, symbol: str) -> str:
        return f"{symbol}USDTM"

    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        until = min(since + self.rate_span, now)
        query = {"symbol": contract, "from": str(to_ms(since)), "to": str(to_ms(until))}
        answer = await client.get(self.base, "/api/v1/contract/funding-rates", query, self.allowance)
        return as_list(data_of(answer.body))

    def _settled(self, row: Any, contract: str) -> Settled:
        entry = as_object(row)
        if field(entry, "symbol") != contract:
            raise unexpected(f"{str(entry['symbol'])[:40]!r} was not asked for")
        return instant_ms(field(entry, "timepoint")), strict_number(field(entry, "fundingRate"))
