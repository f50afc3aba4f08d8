"""How each source asks: pairs and currencies, batches, what is not listed, and never one coin for another."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from builders import utc
from samples import NOW, QUOTES, SYMBOLS, Canned, Sample, answered, at_once, sources

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import Answer, FetchError, FetchFault, parse_json
from desktop_app.feeds.source import PriceSource
from desktop_app.feeds.venues.kraken import names
from desktop_app.feeds.venues.market import Market, Pair
from desktop_app.feeds.venues.registry import HOMES, NAMES

STAMP = 1795262400000


class Venue:
    """A client in whose stead `reply(path, query)` answers: a JSON value, or an error to raise."""

    def __init__(self, reply: Any) -> None:
        self._reply = reply
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    async def get(self, base: str, path: str, query: Mapping[str, str], allowance: object = None) -> Answer:
        """Answer as `HttpClient.get` does."""
        self.asked.append((path, dict(query)))
        found = self._reply(path, query)
        if isinstance(found, FetchError):
            raise found
        return Answer(parse_json(json.dumps(found).encode()), 0)


def source(name: str) -> Any:
    (found,) = (one for one in sources().prices if one.name == name)
    return found


def quotes(name: PriceSource | str, venue: Any, *assets: str, currency: str = "USD") -> list[Quote]:
    asked = source(name) if isinstance(name, str) else name
    return asyncio.run(asked.quotes(venue, assets, currency, NOW))


def told(found: list[Quote]) -> list[str]:
    return [f"{quote.asset}/{quote.currency} {quote.price}" for quote in found]


def status(code: int, said: str = "") -> FetchError:
    return FetchError(FetchFault.STATUS, str(code), status=code, said=said)


def test_every_source_has_a_name_of_its_own_and_a_safe_address() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert set(NAMES) == set(SYMBOLS)
    assert all(home.startswith("https://") for home in HOMES.values())


def test_an_address_may_stand_in_for_a_sources_own() -> None:
    found = sources({"okx": "http://127.0.0.1:1", "binance_futures": "http://127.0.0.1:2"})
    bases = {one.name: one.base for one in (*found.prices, *found.rates)}
    assert bases == {**HOMES, "okx": "http://127.0.0.1:1", "binance_futures": "http://127.0.0.1:2"}


@pytest.mark.parametrize(
    ("asset", "currency", "pairs"),
    [
        ("BTC", "USD", ["BTC/USD", "BTC/USDT"]),
        ("BTC", "EUR", ["BTC/EUR", "BTC/USDT"]),
        ("BTC", "TWD", ["BTC/USDT"]),
        ("BTC", "USDT", ["BTC/USDT"]),
        ("USDT", "USD", ["USDT/USD"]),
        ("USDT", "EUR", ["USDT/EUR", "USDT/USD"]),
        ("USDT", "TWD", ["USDT/USD"]),
        ("USDT", "USDT", ["USDT/USD"]),
        ("NOSUCH", "USD", []),
    ],
)
def test_a_venue_with_state_money_is_asked_in_it_else_in_usdt(asset: str, currency: str, pairs: list[str]) -> None:
    market = Market({"BTC": "XBT", "USDT": "USDT"}, {"USD", "EUR"}, lambda base, quote: base + quote)
    assert [f"{pair.asset}/{pair.currency}" for pair in market.pairs(asset, currency)] == pairs


@pytest.mark.parametrize("name", ["okx", "gate", "kucoin"])
def test_a_venue_without_state_money_is_asked_in_usdt_and_never_for_usdt_itself(name: str) -> None:
    for currency in ("USD", "EUR", "TWD", "USDT"):
        assert source(name).knows("BTC", currency)
        assert not source(name).knows("USDT", currency)
        pairs = source(name)._market.pairs("USDC", currency)
        assert [pair.currency for pair in pairs] == ["USDT"]


def test_a_lost_peg_is_seen_in_dollars() -> None:
    kraken = Venue(lambda path, query: {"error": [], "result": {"USDTZUSD": {"c": ["0.93", "1"]}}})
    assert told(quotes("kraken", kraken, "USDT")) == ["USDT/USD 0.93"]
    assert kraken.asked == [("/0/public/Ticker", {"pair": "USDTUSD"})]
    bitfinex = Venue(lambda path, query: [["tUSTUSD", 1, 1, 1, 1, 0, 0, 0.94, 1, 1, 1]])
    assert told(quotes("bitfinex", bitfinex, "USDT")) == ["USDT/USD 0.94"]
    coinbase = Venue(lambda path, query: {"price": "0.95", "time": "2026-11-21T12:00:00Z"})
    assert told(quotes("coinbase", coinbase, "USDT")) == ["USDT/USD 0.95"]
    assert coinbase.asked == [("/products/USDT-USD/ticker", {})]


def binance(listed: Mapping[str, str]) -> Venue:
    def reply(path: str, query: Mapping[str, str]) -> Any:
        wanted = json.loads(query["symbols"])
        if not set(wanted) <= set(listed):
            return status(400, '{"code":-1121,"msg":"Invalid symbol."}')
        return [{"symbol": symbol, "lastPrice": listed[symbol], "closeTime": STAMP} for symbol in wanted]

    return Venue(reply)


def test_one_pair_that_is_not_listed_does_not_starve_the_batch() -> None:
    venue, asked = binance({"BTCUSDT": "60000", "ETHUSDT": "3000"}), source("binance")
    assert told(quotes(asked, venue, "BTC", "ETH", "LUNC")) == ["BTC/USDT 60000", "ETH/USDT 3000"]
    assert [len(json.loads(query["symbols"])) for _, query in venue.asked] == [3, 1, 1, 1]
    assert not asked.knows("LUNC", "USD")
    assert len(quotes(asked, venue, "BTC", "ETH", "LUNC")) == 2
    assert len(venue.asked) == 5, "what is not listed was asked for again"


def test_a_pair_that_is_not_listed_in_euros_is_asked_for_in_usdt() -> None:
    venue, asked = binance({"BTCEUR": "52000", "ETHUSDT": "3000"}), source("binance")
    assert told(quotes(asked, venue, "BTC", "ETH", currency="EUR")) == ["BTC/EUR 52000", "ETH/USDT 3000"]
    assert told(quotes(asked, venue, "BTC", "ETH", currency="EUR")) == ["BTC/EUR 52000", "ETH/USDT 3000"]


UNLISTED = {
    "okx": lambda path, query: {"code": "51001", "msg": "Instrument ID does not exist", "data": []},
    "gate": lambda path, query: status(400, '{"label":"INVALID_CURRENCY_PAIR","message":"x"}'),
    "binance": lambda path, query: status(400, '{"code":-1121,"msg":"Invalid symbol."}'),
    "kraken": lambda path, query: {"error": ["EQuery:Unknown asset pair"]},
    "coinbase": lambda path, query: status(404, '{"message":"NotFound"}'),
    "kucoin": lambda path, query: {
        "code": "200000", "data": {"time": STAMP, "symbol": query["symbol"], "last": None}
    },
}  # fmt: skip


@pytest.mark.parametrize("name", UNLISTED)
def test_what_a_venue_does_not_list_is_asked_for_once(name: str) -> None:
    asked, venue = source(name), Venue(UNLISTED[name])
    assert quotes(asked, venue, "BTC") == []
    once = len(venue.asked)
    assert not asked.knows("BTC", "USD")
    assert asked.knows("ETH", "USD")
    assert quotes(asked, venue, "BTC") == []
    assert len(venue.asked) == once


@pytest.mark.parametrize("name", UNLISTED)
def test_a_404_without_the_venues_own_word_is_no_word_on_the_pair(name: str) -> None:
    asked = source(name)
    with pytest.raises(FetchError):
        quotes(asked, Venue(lambda path, query: status(404, "<html>nginx</html>")), "BTC")
    assert asked.knows("BTC", "USD")


@pytest.mark.parametrize("name", ["okx", "gate", "coinbase", "kucoin"])
def test_a_host_that_is_at_fault_is_not_asked_for_the_rest(name: str) -> None:
    venue = Venue(lambda path, query: FetchError(FetchFault.TIMEOUT))
    with pytest.raises(FetchError):
        quotes(name, venue, "BTC", "ETH", "SOL")
    assert len(venue.asked) == 1


def test_what_came_before_a_host_failed_counts() -> None:
    def reply(path: str, query: Mapping[str, str]) -> Any:
        if "BTC" not in path:
            return FetchError(FetchFault.TIMEOUT)
        return {"price": "60000", "time": "2026-11-21T12:00:00Z"}

    assert told(quotes("coinbase", Venue(reply), "BTC", "ETH")) == ["BTC/USD 60000"]


def test_one_bad_entry_does_not_starve_the_others() -> None:
    body = {"bitcoin": {"usd": None}, "ethereum": {"usd": 3000}}
    assert told(quotes("coingecko", Venue(lambda path, query: body), "BTC", "ETH")) == ["ETH/USD 3000"]


MANY = ("BTC", "ETH", "SOL", "XRP", "ADA", "AVAX", "DOGE", "DOT", "TRX", "LTC", "BCH", "LINK")


def test_okx_tells_few_pairs_singly_and_many_as_the_whole_market() -> None:
    def reply(path: str, query: Mapping[str, str]) -> Any:
        symbols = [query["instId"]] if "instId" in query else [f"{asset}-USDT" for asset in (*MANY, "NOSUCH")]
        return {"code": "0", "data": [{"instId": symbol, "last": "7", "ts": str(STAMP)} for symbol in symbols]}

    few, many = Venue(reply), Venue(reply)
    assert len(quotes("okx", few, "BTC", "ETH")) == 2
    assert [path for path, _ in few.asked] == ["/api/v5/market/ticker"] * 2
    assert len(quotes("okx", many, *MANY)) == len(MANY)
    assert many.asked == [("/api/v5/market/tickers", {"instType": "SPOT"})]


def test_kucoin_tells_many_pairs_as_the_whole_market() -> None:
    known = [asset for asset in SYMBOLS["kucoin"] if asset != "USDT"][:25]
    ticker = [{"symbol": f"{asset}-USDT", "last": "7"} for asset in (*known, "NOSUCH")]
    venue = Venue(lambda path, query: {"code": "200000", "data": {"time": STAMP, "ticker": ticker}})
    found = quotes("kucoin", venue, *known)
    assert {quote.asset for quote in found} == set(known)
    assert {quote.at for quote in found} == {utc("2026-11-21 12:00")}
    assert [path for path, _ in venue.asked] == ["/api/v1/market/allTickers"]


def test_bitfinex_is_asked_once_for_every_currency_and_the_best_counts() -> None:
    def row(symbol: str, price: float) -> list[Any]:
        return [symbol, 1, 1, 1, 1, 0, 0, price, 1, 1, 1]

    venue = Venue(lambda path, query: [row("tBTCEUR", 52000), row("tBTCUST", 60000), row("tDOGE:UST", 0.1)])
    assert told(quotes("bitfinex", venue, "BTC", "DOGE", "NEXO", currency="EUR")) == ["BTC/EUR 52000", "DOGE/USDT 0.1"]
    assert venue.asked == [
        ("/v2/tickers", {"symbols": "tBTCEUR,tBTCUST,tDOGE:EUR,tDOGE:UST,tNEXO:EUR,tNEXO:UST"}),
    ]


def test_coingecko_quotes_in_what_is_counted_in_and_defillama_in_dollars() -> None:
    gecko = Venue(lambda path, query: {"bitcoin": {"twd": 1900000}})
    assert told(quotes("coingecko", gecko, "BTC", currency="TWD")) == ["BTC/TWD 1900000"]
    llama = Venue(
        lambda path, query: {
            "coins": {"coingecko:bitcoin": {"price": 60000, "timestamp": 1795262400, "confidence": 0.9}}
        }
    )
    assert told(quotes("defillama", llama, "BTC", currency="TWD")) == ["BTC/USD 60000"]
    assert llama.asked == [("/prices/current/coingecko:bitcoin", {})]


@pytest.mark.parametrize("confidence", [0.89, 0, -1, 1.5, None, "high"])
def test_what_defillama_is_not_sure_of_is_refused(confidence: Any) -> None:
    coin = {"price": 60000, "timestamp": 1795262400, "confidence": confidence}
    with pytest.raises(FetchError):
        quotes("defillama", Venue(lambda path, query: {"coins": {"coingecko:bitcoin": coin}}), "BTC")


def named(sample: Sample) -> dict[str, str]:
    """Return by asset code what a source's answer calls it."""
    known = SYMBOLS[sample.source]
    if sample.source in ("coingecko", "defillama", "ecb"):
        return known
    (asked,) = (one for one in sources().prices if one.name == sample.source)
    pairs = {asset: asked._market.pairs(asset, "USD") for asset in known}
    return {asset: found[0].symbol for asset, found in pairs.items() if found}


def swaps(sample: Sample) -> Iterator[tuple[str, str]]:
    return permutations(sorted(named(sample)), 2)


@pytest.mark.parametrize(
    "sample", [one for one in QUOTES if one.symbol and one.source != "ecb"], ids=lambda one: one.name
)
def test_no_asset_is_taken_under_the_name_of_another(sample: Sample) -> None:
    symbols = named(sample)
    (asked,) = (one for one in sources().prices if one.name == sample.source)
    pairs = 0
    for asset, other in swaps(sample):
        body = sample.body(symbol=symbols[other], price="7")
        try:
            found = at_once(asked.quotes(Canned(body), [asset], "USD", NOW))
        except FetchError:
            found = []
        assert not found, (asset, other)
        pairs += 1
    assert pairs > 900
    for asset, symbol in symbols.items():
        (quote,) = at_once(asked.quotes(Canned(sample.body(symbol=symbol, price="7")), [asset], "USD", NOW))
        assert (quote.asset, quote.price) == (asset, Decimal(7))


def test_krakens_names_of_two_pairs_are_never_the_same() -> None:
    seen: dict[str, Pair] = {}
    market = source("kraken")._market
    for asset in SYMBOLS["kraken"]:
        for currency in ("USD", "EUR", "GBP", "USDT"):
            for pair in market.pairs(asset, currency):
                for name in names(pair):
                    assert seen.setdefault(name, pair) == pair


def test_kraken_answers_under_its_own_names() -> None:
    result = {"XXBTZUSD": {"c": ["60000", "1"]}, "XDGUSD": {"c": ["0.1", "1"]}, "SOLUSD": {"c": ["150", "1"]}}
    venue = Venue(lambda path, query: {"error": [], "result": result})
    assert sorted(told(quotes("kraken", venue, "BTC", "DOGE", "SOL"))) == [
        "BTC/USD 60000",
        "DOGE/USD 0.1",
        "SOL/USD 150",
    ]
    assert venue.asked == [("/0/public/Ticker", {"pair": "XBTUSD,XDGUSD,SOLUSD"})]


def test_one_pair_under_two_of_krakens_names_is_refused() -> None:
    result = {"XXBTZUSD": {"c": ["60000", "1"]}, "XBTUSD": {"c": ["7", "1"]}}
    with pytest.raises(FetchError):
        quotes("kraken", Venue(lambda path, query: {"error": [], "result": result}), "BTC")


@pytest.mark.parametrize("sample", QUOTES, ids=lambda one: one.name)
def test_where_nothing_is_known_nothing_is_asked(sample: Sample) -> None:
    canned = Canned(sample.body())
    (asked,) = (one for one in sources().prices if one.name == sample.source)
    assert at_once(asked.quotes(canned, ["NOSUCH"], "USD", NOW)) == []
    assert at_once(asked.quotes(canned, [], "USD", NOW)) == []
    assert not canned.asked


def test_a_time_without_a_zone_is_refused() -> None:
    (sample,) = (one for one in QUOTES if one.source == "coinbase")
    assert isinstance(answered(sample, sample.body(time='"2026-11-21T12:00:00"')), FetchError)
