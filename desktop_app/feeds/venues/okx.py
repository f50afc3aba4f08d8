"""OKX: spot tickers, candles and funding rates; all numbers come as texts, errors with HTTP 200."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange, matched
from desktop_app.feeds.venues.funding import Funding, Settled
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import (
    Bar,
    Window,
    as_list,
    as_object,
    as_text,
    collect,
    field,
    instant_ms,
    to_ms,
)

# Without "utc" a day begins in Hong Kong.
_BARS = {60: "1m", 300: "5m", 900: "15m", 3600: "1H", 86400: "1Dutc"}
# The whole market is some 300 kB, a ticker 500 bytes: up to here single ones cost less than all.
_MOST_SINGLES = 10
# `market/candles` keeps that many bars; `history-candles` has those before.
_RECENT_BARS = 1440
_UNKNOWN_INSTRUMENT = "51001"
_TOO_MANY_REQUESTS = "50011"


class Okx(Exchange, Funding):
    """Quotes from `/api/v5/market/ticker` and `tickers`, candles from `candles` and `history-candles`."""

    name = "okx"
    home = "https://www.okx.com"
    # www.okx.com/docs-v5: tickers 20 in 2 s, history candles 20 in 2 s, funding history 10 in 2 s, by IP; the least.
    allowance = Allowance(10, 2.0)
    page = 100
    rate_span = timedelta(hours=100)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        Exchange.__init__(self, symbols, base)
        Funding.__init__(self, symbols)

    def _spell(self, base: str, quote: str) -> str:
        return f"{base}-{quote}"

    def _size(self, count: int) -> int:
        return 1 if count <= _MOST_SINGLES else count

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        if len(pairs) == 1:
            body = await self._get(client, "/api/v5/market/ticker", {"instId": pairs[0].symbol})
        else:
            body = await self._get(client, "/api/v5/market/tickers", {"instType": "SPOT"})
        return parse_quotes(body, pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        recent = asked.first >= asked.now - timedelta(seconds=(_RECENT_BARS - 1) * asked.period_s)
        query = {
            "instId": pair.symbol,
            "bar": _BARS[asked.period_s],
            "before": str(to_ms(asked.first) - 1),
            "after": str(to_ms(asked.end)),
            "limit": str(self.page),
        }
        return data_of(await self._get(client, f"/api/v5/market/{'candles' if recent else 'history-candles'}", query))

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)

    def _contract(self, symbol: str) -> str:
        return f"{symbol}-USDT-SWAP"

    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        query = {
            "instId": contract,
            "before": str(to_ms(since) - 1),
            "after": str(to_ms(since + self.rate_span)),
            "limit": "100",
        }
        return data_of(await self._get(client, "/api/v5/public/funding-rate-history", query))

    def _settled(self, row: Any, contract: str) -> Settled:
        return parse_settled(row, contract)


def data_of(body: object) -> list[Any]:
    """Return the data of an answer.

    Raises:
        FetchError: it tells an error, or has another form.
    """
    answer = as_object(body)
    code = as_text(field(answer, "code"))
    if code == _UNKNOWN_INSTRUMENT:
        raise FetchError(FetchFault.NOT_LISTED, code)
    if code == _TOO_MANY_REQUESTS:
        raise FetchError(FetchFault.TOO_MANY, code)
    if code != "0":
        raise unexpected(f"code {code[:20]}: {str(answer.get('msg'))[:60]}")
    return as_list(field(answer, "data"))


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`; of more than one pair, it is the whole market.

    Raises:
        FetchError: it tells an error, has another form, or speaks of a pair that was not asked for.
    """

    def read(found: tuple[Pair, Any]) -> Quote:
        pair, entry = found
        price = strict_number(field(entry, "last"))
        return Quote(pair.asset, pair.currency, price, instant_ms(field(entry, "ts")), Okx.name, now)

    def symbol(entry: Any) -> str:
        return as_text(field(as_object(entry), "instId"))

    return collect(matched(data_of(body), symbol, pairs, whole_market=len(pairs) > 1), read)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[ms, open, high, low, close, ..., confirm]`; confirm "0" is unfinished.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 9)
    opened, high, low, close = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_ms(cells[0]), opened, high, low, close, strict_number(cells[8]) == 1)


def parse_settled(row: object, contract: str) -> Settled:
    """Return instant and rate of a settlement of `contract`; the realized rate where there is one.

    Raises:
        FetchError: the row has another form, or is of another contract.
    """
    entry = as_object(row)
    if field(entry, "instId") != contract:
        raise unexpected(f"{str(entry['instId'])[:40]!r} was not asked for")
    rate = entry.get("realizedRate") or field(entry, "fundingRate")
    return instant_ms(field(entry, "fundingTime")), strict_number(rate)
