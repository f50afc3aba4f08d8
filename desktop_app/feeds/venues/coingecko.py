"""CoinGecko, keyless: the prices of many coins in one request, and a year of single prices as candles."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import (
    EPOCH,
    Bar,
    as_list,
    as_object,
    collect,
    field,
    instant_ms,
    instant_s,
    read_candles,
    window,
)

BASE = "https://api.coingecko.com"
# Those of its currencies that a person may count in here.
_SPELLED = (
    "AED AUD BDT BRL BTC CAD CHF CLP CNY CZK DKK ETH EUR GBP GEL HKD HUF IDR ILS INR JPY KRW KWD LKR MMK MXN MYR NGN "
    "NOK NZD PHP PKR PLN RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
)
CURRENCIES = frozenset(_SPELLED.split())
# The span decides how fine an answer is: 1 day every 5 minutes, up to 90 days hourly, beyond that daily at midnight
# UTC; more than 365 days need a key.
_DAYS = {300: 1, 3600: 90, 86400: 365}


class CoinGecko:
    """Quotes from `/api/v3/simple/price`. `ids` maps asset codes to CoinGecko's own identifiers."""

    name = "coingecko"
    home = BASE
    # docs.coingecko.com "rate limit": the keyless limit is by IP and not stated; seen to lie between 5 and 15 a minute.
    allowance = Allowance(10, 60.0)
    every_s = 0.0
    periods: Sequence[int] = tuple(_DAYS)
    page = 2160

    def __init__(self, ids: Mapping[str, str], base: str | None = None) -> None:
        self.base = base or BASE
        self._ids = dict(ids)

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether an identifier of `asset` is known; for a currency unknown to CoinGecko it quotes in USD."""
        return asset in self._ids and asset != currency

    def reach(self, period_s: int) -> timedelta | None:
        """Return how far back candles of a period go."""
        return timedelta(days=_DAYS.get(period_s, 0))

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the quotes of those of `assets` that CoinGecko knows.

        Raises:
            FetchError: nothing usable came.
        """
        wanted = {self._ids[asset]: asset for asset in sorted(assets) if self.knows(asset, currency)}
        if not wanted:
            return []
        quoted = quote_currency(currency)
        query = {"ids": ",".join(wanted), "vs_currencies": quoted.lower(), "include_last_updated_at": "true"}
        answer = await client.get(self.base, "/api/v3/simple/price", query, self.allowance)
        return parse(answer.body, wanted, quoted, now)

    async def candles(
        self, client: HttpClient, asset: str, currency: str, period_s: int, since: datetime, now: datetime
    ) -> list[Candle]:
        """Return one page of candles whose four prices are one: CoinGecko keyless has single prices only.

        Raises:
            FetchError: nothing usable came.
        """
        asked = window(period_s, self.page, since, now)
        if period_s not in _DAYS or not asked.has_finished or not self.knows(asset, currency):
            return []
        pair = Pair(asset, quote_currency(currency), self._ids[asset])
        query = {"vs_currency": pair.currency.lower(), "days": str(_DAYS[period_s])}
        path = f"/api/v3/coins/{pair.symbol}/market_chart"
        body = (await client.get(self.base, path, query, self.allowance)).body
        return read_candles(parse_points(body, period_s), lambda bar: bar, pair, self.name, asked)


def quote_currency(currency: str) -> str:
    """Return the currency that CoinGecko quotes in for someone who counts in `currency`: that, or USD."""
    return currency if currency in CURRENCIES else "USD"


def parse(body: object, wanted: Mapping[str, str], currency: str, now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`; `wanted` maps identifiers to asset codes.

    Raises:
        FetchError: the answer has another form, or speaks of a coin that was not asked for.
    """
    entries = as_object(body)
    for identifier in entries:
        if identifier not in wanted:
            raise unexpected(f"{identifier[:40]!r} was not asked for")

    def read(item: tuple[str, Any]) -> Quote | None:
        identifier, entry = item
        if currency.lower() not in as_object(entry):
            return None
        price = strict_number(entry[currency.lower()])
        stamp = entry.get("last_updated_at")
        at = now if stamp is None else instant_s(stamp)
        return Quote(wanted[identifier], currency, price, at, CoinGecko.name, now)

    return collect(entries.items(), read)


def parse_points(body: object, period_s: int) -> list[Bar]:
    """Return the prices of a market chart as candles that close with them.

    A price counts for the boundary of two periods that it is stamped at, if it is stamped within a quarter of
    a period from it; the nearest to each boundary counts. The present price, which ends the chart, mostly has none.

    Raises:
        FetchError: the answer has another form.
    """
    step = timedelta(seconds=period_s)
    nearest: dict[datetime, tuple[timedelta, Bar]] = {}

    def read(row: Any) -> tuple[datetime, Any]:
        cells = as_list(row, 2)
        return instant_ms(cells[0]), strict_number(cells[1])

    for at, price in collect(as_list(field(as_object(body), "prices")), read):
        boundary = EPOCH + (at - EPOCH + step / 2) // step * step
        off = abs(at - boundary)
        if off <= step / 4 and (boundary not in nearest or off < nearest[boundary][0]):
            nearest[boundary] = off, Bar(boundary - step, price, price, price, price)
    return [bar for _, bar in nearest.values()]
