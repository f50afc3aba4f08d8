"""A good answer of every source for everything that it offers, with places to put something bad in."""

import json
from collections.abc import Collection, Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from builders import utc

from desktop_app.domain.prices.consensus import Belief, Thresholds, judge
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.engine.resources import resource
from desktop_app.feeds.client import Answer, FetchError, HttpClient, parse_json
from desktop_app.feeds.files.assets import parse_symbols
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.registry import SOURCES, Sources, make_sources

_T = TypeVar("_T")
NOW = utc("2026-11-21 12:00")
OPENED = NOW - timedelta(hours=2)
SECONDS, MILLIS = int(NOW.timestamp()), int(NOW.timestamp()) * 1000
SYMBOLS = parse_symbols(resource("assets.json").read_text(encoding="utf-8"))
Found = list[Quote] | list[Candle] | list[RatePoint]


@dataclass(frozen=True)
class Sample:
    """One offer of a source (`quotes`, `candles` or `rates`), and its good answer with @PRICE@, @TIME@ and @SYMBOL@."""

    source: str
    offer: str
    entry: str
    price: str
    time: str = "0"
    symbol: str = ""
    other: str = ""
    wrap: str = "@ENTRIES@"
    between: str = ","
    asset: str = "BTC"
    currency: str = "USD"
    expected: Decimal = Decimal("60000.5")

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{self.source}-{self.offer}"

    @property
    def is_json(self) -> bool:
        """Whether the answer is JSON."""
        return self.source != "ecb"

    def one(self, price: str | None = None, time: str | None = None, symbol: str | None = None) -> str:
        """Return one entry of the answer."""
        filled = self.entry.replace("@PRICE@", self._token(price) if price is not None else self.price)
        filled = filled.replace("@TIME@", self._token(time) if time is not None else self.time)
        return filled.replace("@SYMBOL@", symbol if symbol is not None else self.symbol)

    def body(self, price: str | None = None, time: str | None = None, symbol: str | None = None) -> str:
        """Return the answer, something bad put in."""
        symbol = self.symbol if symbol is None else symbol
        return self.wrap.replace("@ENTRIES@", self.one(price, time, symbol)).replace("@SYMBOL@", symbol)

    def twice(self) -> str:
        """Return an answer that tells its entry twice, with two prices."""
        entries = self.one() + self.between + self.one(price="0.5")
        return self.wrap.replace("@ENTRIES@", entries).replace("@SYMBOL@", self.symbol)

    def _token(self, token: str) -> str:
        return token if self.is_json else token.strip('"').replace("<", "")

    def make(self, base: str) -> Any:
        """Return the source, asking `base`, without a limit of its own."""
        (kind,) = (kind for kind in SOURCES if kind.name == self.source)
        source = kind(SYMBOLS[self.source], base)
        source.allowance = Allowance(1_000_000, 1.0)
        return source

    async def ask(self, client: HttpClient, base: str) -> Found:
        """Ask a new source for the offer."""
        source = self.make(base)
        if self.offer == "quotes":
            return await source.quotes(client, [self.asset], self.currency, NOW)
        if self.offer == "candles":
            return await source.candles(client, self.asset, self.currency, 3600, OPENED, NOW)
        return await source.rates(client, self.asset, NOW - timedelta(days=30), NOW)

    def wrong(self, found: Found) -> list[object]:
        """Return what of `found` is not right and would be believed all the same."""
        return [thing for thing in found if not self._harmless(thing)]

    def _harmless(self, thing: Quote | Candle | RatePoint) -> bool:
        if isinstance(thing, Quote):
            belief = judge(Belief(), [thing], NOW, Thresholds()).belief
            return belief.price is None or (thing.asset == self.asset and belief.price == self.expected)
        if isinstance(thing, Candle):
            return (thing.asset, thing.close, thing.opened) == (self.asset, self.expected, OPENED)
        return thing.asset == self.asset and abs(thing.rate) < 1 and thing.at <= NOW


class Canned:
    """A client that answers everything with one body, at once."""

    def __init__(self, body: str | bytes) -> None:
        self._body = body.encode() if isinstance(body, str) else body
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    async def get(self, base: str, path: str, query: Mapping[str, str], allowance: object = None) -> Answer:
        """Answer as `HttpClient.get` does."""
        self.asked.append((path, query))
        return Answer(parse_json(self._body), len(self._body))

    async def get_text(self, base: str, path: str, query: Mapping[str, str], allowance: object = None) -> str:
        """Answer as `HttpClient.get_text` does."""
        self.asked.append((path, query))
        return self._body.decode(errors="replace")


def at_once(work: Coroutine[Any, Any, _T]) -> _T:
    """Return what a coroutine returns that waits for nothing."""
    try:
        work.send(None)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("it waits")


def answered(sample: Sample, body: str | bytes) -> Found | FetchError:
    """Return what a source makes of `body`: what it found, or the error that it raised."""
    try:
        return at_once(sample.ask(Canned(body), "http://127.0.0.1:1"))
    except FetchError as error:
        return error


def sources(bases: Mapping[str, str] | None = None) -> Sources:
    """Return all sources with the program's own names of assets."""
    return make_sources(SYMBOLS, bases or {})


def names_of(offer: str) -> Collection[str]:
    """Return the names of the registered sources that have an offer."""
    found = sources()
    return [source.name for source in {"quotes": found.prices, "candles": found.candles, "rates": found.rates}[offer]]


def _text(number: object) -> str:
    return json.dumps(str(number))


def _stamp(at: datetime, factor: int = 1) -> str:
    return str(int(at.timestamp()) * factor)


P, PN = '"60000.5"', "60000.5"
OKX = '{"code":"0","msg":"","data":[@ENTRIES@]}'
KUCOIN = '{"code":"200000","data":@ENTRIES@}'
KUCOIN_ROWS = '{"code":"200000","data":[@ENTRIES@]}'
KRAKEN = '{"error":[],"result":{@ENTRIES@}}'
ECB = '<?xml version="1.0" encoding="UTF-8"?><g:Envelope xmlns:g="g" xmlns="e"><Cube>@ENTRIES@</Cube></g:Envelope>'
LIST = "[@ENTRIES@]"
ECB_ENTRY = "<Cube time='@TIME@'><Cube currency='@SYMBOL@' rate='@PRICE@'/><Cube currency='JPY' rate='160'/></Cube>"

QUOTES = [
    Sample("coingecko", "quotes", '"@SYMBOL@":{"usd":@PRICE@,"last_updated_at":@TIME@}', PN, str(SECONDS),
           "bitcoin", "ethereum", "{@ENTRIES@}"),
    Sample("okx", "quotes", '{"instId":"@SYMBOL@","last":@PRICE@,"ts":@TIME@}', P, _text(MILLIS),
           "BTC-USDT", "ETH-USDT", OKX),
    Sample("gate", "quotes", '{"currency_pair":"@SYMBOL@","last":@PRICE@}', P, "", "BTC_USDT", "ETH_USDT", LIST),
    Sample("binance", "quotes", '{"symbol":"@SYMBOL@","lastPrice":@PRICE@,"closeTime":@TIME@}', P, str(MILLIS),
           "BTCUSDT", "ETHUSDT", LIST),
    Sample("kraken", "quotes", '"@SYMBOL@":{"c":[@PRICE@,"0.1"],"o":"1"}', P, "", "XXBTZUSD", "XETHZUSD", KRAKEN),
    Sample("coinbase", "quotes", '{"price":@PRICE@,"time":@TIME@}', P, '"2026-11-21T12:00:00.000000Z"'),
    Sample("kucoin", "quotes", '{"time":@TIME@,"symbol":"@SYMBOL@","last":@PRICE@}', P, str(MILLIS),
           "BTC-USDT", "ETH-USDT", KUCOIN),
    Sample("bitfinex", "quotes", '["@SYMBOL@",59999,1,60001,1,10,0.01,@PRICE@,1,61000,59000]', PN, "",
           "tBTCUSD", "tETHUSD", LIST),
    Sample("defillama", "quotes", '"coingecko:@SYMBOL@":{"price":@PRICE@,"timestamp":@TIME@,"confidence":0.99}', PN,
           str(SECONDS), "bitcoin", "ethereum", '{"coins":{@ENTRIES@}}'),
    Sample("ecb", "quotes", ECB_ENTRY, "1.25", "2026-11-20", "USD", "GBP", ECB, "", "USD", "EUR", Decimal("0.8")),
]  # fmt: skip
BAR_P, BAR_C = '"50000","70000","40000",@PRICE@', '@PRICE@,"70000","40000","50000"'
CANDLES = [
    Sample("coingecko", "candles", "[@TIME@,@PRICE@]", PN, _stamp(OPENED + timedelta(hours=1), 1000),
           wrap='{"prices":[@ENTRIES@]}'),
    Sample("okx", "candles", f'[@TIME@,{BAR_P},"1","1","1","1"]', P, _text(_stamp(OPENED, 1000)), wrap=OKX),
    Sample("gate", "candles", f'[@TIME@,"1",{BAR_C},"1","true"]', P, _text(_stamp(OPENED)), wrap=LIST),
    Sample("binance", "candles", f'[@TIME@,{BAR_P},"1",0,"1",1,"1","1","0"]', P, _stamp(OPENED, 1000), wrap=LIST),
    Sample("kraken", "candles", f'[@TIME@,{BAR_P},"1","1",1]', P, _stamp(OPENED), "XXBTZUSD", "XETHZUSD",
           '{"error":[],"result":{"@SYMBOL@":[@ENTRIES@],"last":1}}'),
    Sample("coinbase", "candles", "[@TIME@,40000,70000,50000,@PRICE@,1]", PN, _stamp(OPENED), wrap=LIST),
    Sample("kucoin", "candles", '[@TIME@,"50000",@PRICE@,"70000","40000","1","1"]', P, _text(_stamp(OPENED)),
           wrap=KUCOIN_ROWS),
    Sample("bitfinex", "candles", "[@TIME@,50000,@PRICE@,70000,40000,1]", PN, _stamp(OPENED, 1000), wrap=LIST),
]  # fmt: skip
R, RN = '"0.0001"', "0.0001"
RATES = [
    Sample("okx", "rates",
           '{"instId":"@SYMBOL@","fundingRate":"0.0002","realizedRate":@PRICE@,"fundingTime":@TIME@}',
           R, _text(_stamp(OPENED, 1000)), "BTC-USDT-SWAP", "ETH-USDT-SWAP", OKX),
    Sample("gate", "rates", '{"t":@TIME@,"r":@PRICE@}', R, _stamp(OPENED), wrap=LIST),
    Sample("bitfinex", "rates", '["@SYMBOL@",1,null,1,1,null,1,null,@TIME@,0.1,5005,null,@PRICE@,null]', RN,
           _stamp(NOW + timedelta(hours=4), 1000), "tBTCF0:USTF0", "tETHF0:USTF0", LIST),
    Sample("binance_futures", "rates", '{"symbol":"@SYMBOL@","fundingTime":@TIME@,"fundingRate":@PRICE@}', R,
           _stamp(OPENED, 1000), "BTCUSDT", "ETHUSDT", LIST),
    Sample("kucoin_futures", "rates", '{"symbol":"@SYMBOL@","timepoint":@TIME@,"fundingRate":@PRICE@}', RN,
           _stamp(OPENED, 1000), "XBTUSDTM", "ETHUSDTM", KUCOIN_ROWS),
    Sample("okx_savings", "rates", '{"ccy":"@SYMBOL@","amt":"1","rate":@PRICE@,"ts":@TIME@}', R,
           _text(_stamp(OPENED, 1000)), "BTC", "ETH", OKX),
]  # fmt: skip
SAMPLES = [*QUOTES, *CANDLES, *RATES]
# One offer of each source, for what does not depend on the offer.
ONE_EACH = list({sample.source: sample for sample in reversed(SAMPLES)}.values())
