"""Gate: spot tickers, candles and funding rates; its candles tell the close before the open."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.exchange import Exchange, matched
from desktop_app.feeds.venues.funding import Funding, Settled
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, Window, as_list, as_object, as_text, collect, field, instant_s, to_s

_INTERVALS = {60: "1m", 300: "5m", 900: "15m", 3600: "1h", 86400: "1d"}
_POINTS_AGO = 10_000


class Gate(Exchange, Funding):
    """Quotes from `/api/v4/spot/tickers`, one pair a request: the whole market would come near the cap of a body."""

    name = "gate"
    home = "https://api.gateio.ws"
    # www.gate.com/docs/developers/apiv4 "rate limit": 200 in 10 s an endpoint by IP.
    allowance = Allowance(200, 10.0)
    unlisted_words = ("INVALID_CURRENCY", "CONTRACT_NOT_FOUND")
    page = 900
    rate_span = timedelta(hours=1000)

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        Exchange.__init__(self, symbols, base)
        Funding.__init__(self, symbols)

    def reach(self, period_s: int) -> timedelta | None:
        """Return how far back candles go: 10,000 periods."""
        return timedelta(seconds=_POINTS_AGO * period_s)

    def _spell(self, base: str, quote: str) -> str:
        return f"{base}_{quote}"

    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        body = await self._get(client, "/api/v4/spot/tickers", {"currency_pair": pairs[0].symbol})
        return parse_quotes(body, pairs, now)

    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        query = {
            "currency_pair": pair.symbol,
            "interval": _INTERVALS[asked.period_s],
            "from": str(to_s(asked.first)),
            "to": str(to_s(min(asked.last, asked.now))),
        }
        return as_list(await self._get(client, "/api/v4/spot/candlesticks", query))

    def _bar(self, row: Any) -> Bar:
        return parse_bar(row)

    def _contract(self, symbol: str) -> str:
        return f"{symbol}_USDT"

    async def _rate_rows(self, client: HttpClient, contract: str, since: datetime, now: datetime) -> Sequence[Any]:
        # The newest 1,000; older ones are out of reach.
        query = {"contract": contract, "limit": "1000"}
        return as_list(await self._get(client, "/api/v4/futures/usdt/funding_rate", query))

    def _settled(self, row: Any, contract: str) -> Settled:
        entry = as_object(row)
        return instant_s(field(entry, "t")), strict_number(field(entry, "r"))


def parse_quotes(body: object, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`, as of `now`: it has no time.

    Raises:
        FetchError: it has another form, or speaks of a pair that was not asked for.
    """

    def read(found: tuple[Pair, Any]) -> Quote:
        pair, entry = found
        return Quote(pair.asset, pair.currency, strict_number(field(entry, "last")), now, Gate.name, now)

    def symbol(entry: Any) -> str:
        return as_text(field(as_object(entry), "currency_pair"))

    return collect(matched(as_list(body), symbol, pairs), read)


def parse_bar(row: object) -> Bar:
    """Return the candle of a row `[s, quote volume, close, high, low, open, volume, closed]`, the last two optional.

    Raises:
        FetchError: the row has another form.
    """
    cells = as_list(row, 6)
    close, high, low, opened = (strict_number(cell) for cell in cells[2:6])
    return Bar(instant_s(cells[0]), opened, high, low, close, len(cells) < 8 or cells[7] not in ("false", False))
