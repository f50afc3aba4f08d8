"""Coinbase Exchange: one ticker a product, candles as numbers, the newest first and low before high."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, Window, as_list, as_object, field, instant_iso, instant_s


class Coinbase(Exchange):
    """Quotes from `/products/{product}/ticker`; the answer does not name the product, only its address does."""

    name = "coinbase"
    home = "https://api.exchange.coinbase.com"
    # docs.cdp.coinbase.com/exchange/rest-api/rate-limits: public endpoints 10 a second by IP.
    allowance = Allowance(10, 1.0)
    fiat = frozenset({"USD", "EUR", "GBP"})
    unlisted_words = ("NotFound",)
    page = 300

    def _spell(self, base: str, quote: str) -> str:
        return f"{base}-{quote}"

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        (pair,) = pairs
        return [parse_quote(await self._get(client, f"/products/{pair.symbol}/ticker", {}), pair, now)]

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "granularity": str(asked.period_s),
            "start": f"{asked.first:%Y-%m-%dT%H:%M:%SZ}",
            "end": f"{min(asked.last, asked.now):%Y-%m-%dT%H:%M:%SZ}",
        }
        return as_list(await self._get(client, f"/products/{pair.symbol}/candles", query))

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)


def parse_quote(body: object, pair: Pair, now: datetime) -> Quote:
    """Return the quote of `pair` in an answer's `body`.

    Raises:
        FetchError: it has another form.
    """
    entry = as_object(body)
    price = strict_number(field(entry, "price"))
    return Quote(pair.asset, pair.currency, price, instant_iso(field(entry, "time")), Coinbase.name, now)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[s, low, high, open, close, volume]`.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 5)
    low, high, opened, close = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_s(cells[0]), opened, high, low, close)
