"""Bitfinex: many tickers in one request, candles, the funding of the present period; rows without names."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.prices.rate import HOUR_S
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange, matched
from desktop_app.feeds.venues.funding import Funding, Settled
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, Window, as_list, as_text, collect, instant_ms, to_ms

_FRAMES = {60: "1m", 300: "5m", 900: "15m", 3600: "1h", 86400: "1D"}
_FUNDING_PERIOD = timedelta(seconds=8 * HOUR_S)
# Columns of a trading pair's ticker and of a perpetual's status.
_LAST_PRICE, _TICKER_COLUMNS = 7, 11
_NEXT_FUNDING_AT, _CURRENT_FUNDING, _STATUS_COLUMNS = 8, 12, 13


class Bitfinex(Exchange, Funding):
    """Quotes from `/v2/tickers`, which have no time; what it does not list, it leaves out."""

    name = "bitfinex"
    home = "https://api-pub.bitfinex.com"
    # docs.bitfinex.com/reference, tickers and candles: 30 a minute an endpoint by IP.
    allowance = Allowance(30, 60.0)
    fiat = frozenset({"USD", "EUR", "GBP", "JPY"})
    rate_span = timedelta(0)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        Exchange.__init__(self, symbols, base)
        Funding.__init__(self, symbols)

    def _spell(self, base: str, quote: str) -> str:
        return f"t{base}{':' if len(base) > 3 or len(quote) > 3 else ''}{quote}"

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the quotes of those of `assets` that the venue lists, each in the currency of its pair.

        Raises:
            FetchError: nothing usable came.
        """
        wanted = [self._market.pairs(asset, currency) for asset in sorted(assets)]
        if not any(wanted):
            return []
        asked = [pair for pairs in wanted for pair in pairs]
        found = await self._ask(client, asked, now)
        by_pair = {(quote.asset, quote.currency): quote for quote in found}
        best = [[by_pair[key] for pair in pairs if (key := (pair.asset, pair.currency)) in by_pair] for pairs in wanted]
        return [quotes[0] for quotes in best if quotes]

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        query = {"symbols": ",".join(pair.symbol for pair in pairs)}
        return parse_quotes(await self._get(client, "/v2/tickers", query), pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "start": str(to_ms(asked.first)),
            "end": str(to_ms(asked.last)),
            "limit": str(self.page),
            "sort": "1",
        }
        return rows_of(
            await self._get(client, f"/v2/candles/trade:{_FRAMES[asked.period_s]}:{pair.symbol}/hist", query)
        )

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)

    def _contract(self, symbol: str) -> str:
        return f"t{symbol}F0:USTF0"

    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        return rows_of(await self._get(client, "/v2/status/deriv", {"keys": contract}))

    def _settled(self, row: Any, contract: str) -> Settled:
        return parse_settled(row, contract)


def rows_of(body: object) -> list[Any]:
    """Return the rows of an answer.

    Raises:
        FetchError: it tells an error, or is no list.
    """
    rows = as_list(body)
    if rows and rows[0] == "error":
        raise unexpected(" ".join(str(word) for word in rows[:3]))
    return rows


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`, as of `now`: it has no time.

    Raises:
        FetchError: it tells an error, has another form, or speaks of a pair that was not asked for.
    """

    def read(found: tuple[Pair, Any]) -> Quote:
        pair, row = found
        price = strict_number(as_list(row, _TICKER_COLUMNS)[_LAST_PRICE])
        return Quote(pair.asset, pair.currency, price, now, Bitfinex.name, now)

    return collect(matched(rows_of(body), lambda row: as_text(as_list(row, 1)[0]), pairs), read)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[ms, open, close, high, low, volume]`.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 6)
    opened, close, high, low = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_ms(cells[0]), opened, high, low, close)


def parse_settled(row: object, contract: str) -> Settled:
    """Return since when the present funding rate of `contract` holds, and the rate, from a row of its status.

    Raises:
        FetchError: the row has another form, or is of another contract.
    """
    cells = as_list(row, _STATUS_COLUMNS)
    if cells[0] != contract:
        raise unexpected(f"{str(cells[0])[:40]!r} was not asked for")
    return instant_ms(cells[_NEXT_FUNDING_AT]) - _FUNDING_PERIOD, strict_number(cells[_CURRENT_FUNDING])
