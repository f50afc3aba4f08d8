"""Binance spot: many tickers in one request, candles; blocked in some countries."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange, matched
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, Window, as_list, as_object, as_text, collect, field, instant_ms, to_ms

_INTERVALS = {60: "1m", 300: "5m", 900: "15m", 3600: "1h", 86400: "1d"}


class Binance(Exchange):
    """Quotes from `/api/v3/ticker/24hr`, which tells the time where `ticker/price` does not; candles from `klines`."""

    name = "binance"
    home = "https://api.binance.com"
    # developers.binance.com "limits": weight 6,000 a minute by IP. A batch of up to 20 and a page of klines weigh 2
    # each, so this is a fifth of it.
    allowance = Allowance(600, 60.0)
    fiat = frozenset({"EUR"})
    batch = 20
    unlisted_words = ("-1121",)

    def _spell(self, base: str, quote: str) -> str:
        return base + quote

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        symbols = json.dumps([pair.symbol for pair in pairs], separators=(",", ":"))
        body = await self._get(client, "/api/v3/ticker/24hr", {"type": "MINI", "symbols": symbols})
        return parse_quotes(body, pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "symbol": pair.symbol,
            "interval": _INTERVALS[asked.period_s],
            "startTime": str(to_ms(asked.first)),
            "endTime": str(to_ms(asked.last)),
            "limit": str(self.page),
        }
        return as_list(await self._get(client, "/api/v3/klines", query))

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`.

    Raises:
        FetchError: it has another form, or speaks of a pair that was not asked for.
    """

    def read(found: tuple[Pair, Any]) -> Quote:
        pair, entry = found
        price = strict_number(field(entry, "lastPrice"))
        return Quote(pair.asset, pair.currency, price, instant_ms(field(entry, "closeTime")), Binance.name, now)

    def symbol(entry: Any) -> str:
        return as_text(field(as_object(entry), "symbol"))

    return collect(matched(as_list(body), symbol, pairs), read)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[ms, open, high, low, close, volume, close time, ...]`.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 6)
    opened, high, low, close = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_ms(cells[0]), opened, high, low, close)
