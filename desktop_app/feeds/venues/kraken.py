"""Kraken: many tickers in one request under its own names of pairs, candles; errors with HTTP 200."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, Window, as_list, as_object, collect, field, instant_s, to_s

_LAST_CANDLES = 720


class Kraken(Exchange):
    """Quotes from `/0/public/Ticker`, which has no time; candles from `OHLC`, the last 720 whatever is asked for."""

    name = "kraken"
    home = "https://api.kraken.com"
    # support.kraken.com "What are the API rate limits": public calls about 1 a second by IP.
    allowance = Allowance(1, 1.0)
    fiat = frozenset({"USD", "EUR", "GBP"})
    batch = 20
    page = _LAST_CANDLES

    def reach(self, period_s: int) -> timedelta | None:
        """Return how far back candles go: 720 periods, the present one among them."""
        return timedelta(seconds=(_LAST_CANDLES - 1) * period_s)

    def _spell(self, base: str, quote: str) -> str:
        return base + quote

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        query = {"pair": ",".join(pair.symbol for pair in pairs)}
        return parse_quotes(await self._get(client, "/0/public/Ticker", query), pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "pair": pair.symbol,
            "interval": str(asked.period_s // 60),
            "since": str(to_s(asked.first) - asked.period_s),
        }
        return parse_rows(await self._get(client, "/0/public/OHLC", query), pair)

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)


def names(pair: Pair) -> frozenset[str]:
    """Return the names under which Kraken may answer for `pair`: its old X and Z for coins and state money, or none."""
    quote = pair.currency
    base = pair.symbol.removesuffix(quote)
    return frozenset({base + quote, f"X{base}Z{quote}", f"{base}Z{quote}", f"{base}/{quote}"})


def result_of(body: object) -> dict[str, Any]:
    """Return the result of an answer.

    Raises:
        FetchError: it tells an error, or has another form.
    """
    answer = as_object(body)
    said = " ".join(str(error) for error in as_list(field(answer, "error")))
    if "Unknown asset pair" in said:
        raise FetchError(FetchFault.NOT_LISTED, said[:80])
    if "Too many requests" in said or "Rate limit exceeded" in said:
        raise FetchError(FetchFault.TOO_MANY, said[:80])
    if said:
        raise unexpected(said)
    return as_object(field(answer, "result"))


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`, as of `now`: it has no time.

    Raises:
        FetchError: it tells an error, has another form, or speaks of a pair that was not asked for.
    """
    wanted = {name: pair for pair in pairs for name in names(pair)}
    found: dict[Pair, Any] = {}
    for name, entry in result_of(body).items():
        if name not in wanted:
            raise unexpected(f"{name[:40]!r} was not asked for")
        if wanted[name] in found:
            raise unexpected(f"{wanted[name].symbol!r} stands twice")
        found[wanted[name]] = entry

    def read(item: tuple[Pair, Any]) -> Quote:
        pair, entry = item
        price = strict_number(as_list(field(as_object(entry), "c"), 1)[0])
        return Quote(pair.asset, pair.currency, price, now, Kraken.name, now)

    return collect(found.items(), read)


def parse_rows(body: object, pair: Pair) -> list[Any]:
    """Return the rows of the candles of `pair` in an answer's `body`.

    Raises:
        FetchError: it tells an error, has another form, or speaks of another pair.
    """
    result = result_of(body)
    told = [name for name in result if name != "last"]
    if len(told) != 1 or told[0] not in names(pair):
        raise unexpected(f"{told[:3]} where {pair.symbol} was asked for")
    return as_list(result[told[0]])


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[s, open, high, low, close, vwap, volume, count]`.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 5)
    opened, high, low, close = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_s(cells[0]), opened, high, low, close)
