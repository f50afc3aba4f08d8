"""KuCoin spot: the statistics of a pair or the tickers of the whole market, candles; errors with HTTP 200."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange, matched
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
    instant_s,
    to_s,
)

_TYPES = {60: "1min", 300: "5min", 900: "15min", 3600: "1hour", 86400: "1day"}
# The whole market is some 500 kB, a pair 500 bytes: up to here single ones cost less than all.
_MOST_SINGLES = 20


class Kucoin(Exchange):
    """Quotes from `/api/v1/market/stats` and `allTickers`: of the tickers, those that name pair and time."""

    name = "kucoin"
    home = "https://api.kucoin.com"
    # www.kucoin.com/docs-new/rate-limit: weight 2,000 in 30 s by IP for public endpoints; statistics and all tickers
    # weigh 15, candles 3.
    allowance = Allowance(120, 30.0)
    unlisted_words = ("900001", "symbol not exist")

    def _spell(self, base: str, quote: str) -> str:
        return f"{base}-{quote}"

    def _size(self, count: int) -> int:
        return 1 if count <= _MOST_SINGLES else count

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        if len(pairs) == 1:
            body = await self._get(client, "/api/v1/market/stats", {"symbol": pairs[0].symbol})
            return [parse_quote(body, pairs[0], now)]
        return parse_quotes(await self._get(client, "/api/v1/market/allTickers", {}), pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "symbol": pair.symbol,
            "type": _TYPES[asked.period_s],
            "startAt": str(to_s(asked.first)),
            "endAt": str(to_s(asked.end)),
        }
        return as_list(data_of(await self._get(client, "/api/v1/market/candles", query)))

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)


def data_of(body: object) -> Any:
    """Return the data of an answer.

    Raises:
        FetchError: it tells an error, or has another form.
    """
    answer = as_object(body)
    code = as_text(field(answer, "code"))
    said = str(answer.get("msg"))[:80]
    if code == "429000":
        raise FetchError(FetchFault.TOO_MANY, code)
    if code == "900001" or "symbol not exist" in said:
        raise FetchError(FetchFault.NOT_LISTED, said)
    if code != "200000":
        raise unexpected(f"code {code[:20]}: {said}")
    return field(answer, "data")


def parse_quote(body: object, pair: Pair, now: datetime) -> Quote:
    """Return the quote of `pair` in the statistics of it.

    Raises:
        FetchError: it tells an error, has another form, speaks of another pair, or has no price: not listed.
    """
    entry = as_object(data_of(body))
    if field(entry, "symbol") != pair.symbol:
        raise unexpected(f"{str(entry['symbol'])[:40]!r} was not asked for")
    if field(entry, "last") is None:
        raise FetchError(FetchFault.NOT_LISTED, pair.symbol)
    at = instant_ms(field(entry, "time"))
    return Quote(pair.asset, pair.currency, strict_number(entry["last"]), at, Kucoin.name, now)


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes of `pairs` in the tickers of the whole market, which have one time in common.

    Raises:
        FetchError: it tells an error, or has another form.
    """
    data = as_object(data_of(body))
    at = instant_ms(field(data, "time"))

    def read(found: tuple[Pair, Any]) -> Quote:
        pair, entry = found
        return Quote(pair.asset, pair.currency, strict_number(field(entry, "last")), at, Kucoin.name, now)

    def symbol(entry: Any) -> str:
        return as_text(field(as_object(entry), "symbol"))

    return collect(matched(as_list(field(data, "ticker")), symbol, pairs, whole_market=True), read)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[s, open, close, high, low, volume, turnover]`.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 5)
    opened, close, high, low = (strict_number(cell) for cell in cells[1:5])
    return Bar(instant_s(cells[0]), opened, high, low, close)
