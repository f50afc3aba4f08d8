"""What venues really answered, read with the values that they told."""

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import utc
from samples import SYMBOLS, Canned, sources

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import Answer, FetchError, parse_json
from desktop_app.feeds.venues import binance, bitfinex, coinbase, gate, kraken, okx
from desktop_app.feeds.venues.defillama import parse as parse_defillama
from desktop_app.feeds.venues.market import Pair
from desktop_app.feeds.venues.reading import Bar, read_candles, window

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BTC = Pair("BTC", "USDT", "BTC-USDT")
Load = Callable[..., Any]


@pytest.fixture
def load(shared: Path) -> Load:
    """A function that reads a recorded answer below `data/api` with exact numbers; without it the test is skipped."""

    def read(*parts: str) -> Any:
        path = shared.joinpath("data", "api", *parts)
        if not path.is_file():
            pytest.skip(f"there is no {path}")
        body = parse_json(path.read_bytes())
        return body["body_json"] if isinstance(body, dict) and "body_json" in body else body

    return read


def told(found: list[Quote]) -> dict[str, str]:
    return {f"{quote.asset}/{quote.currency}": str(quote.price) for quote in found}


def numbers(bar: Bar) -> tuple[str, ...]:
    return tuple(str(price) for price in bar[1:5])


def test_okx_ticker(load: Load) -> None:
    (quote,) = okx.parse_quotes(load("docs", "okx_market_ticker_BTC-USDT.json"), [BTC], NOW)
    assert (quote.price, quote.at) == (51240, datetime(2024, 2, 23, 6, 32, 5, 904000, UTC))


def test_okx_candles_are_the_newest_first_and_one_is_unfinished(load: Load) -> None:
    rows = okx.data_of(load("nautilus", "okx", "http_get_candlesticks_full.json"))
    asked = window(60, 100, utc("2025-05-12 23:50"), NOW)
    found = read_candles(rows, okx.parse_bar, BTC, "okx", asked)
    assert [(one.opened.minute, str(one.open), str(one.close)) for one in found] == [
        (53, "102806", "102806.1"),
        (54, "102806.1", "102820.4"),
    ]
    unfinished = okx.data_of(load("nautilus", "okx", "http_get_candlesticks.json"))
    assert read_candles(unfinished, okx.parse_bar, BTC, "okx", window(60, 100, utc("2021-07-01 00:00"), NOW)) == []


def test_okx_funding_is_what_was_realized(load: Load) -> None:
    rows = okx.data_of(load("nautilus", "okx", "http_get_funding_rate_history.json"))
    assert [okx.parse_settled(row, "BTC-USDT-SWAP") for row in rows] == [
        (utc("2024-01-01 00:00"), Decimal("0.00015")),
        (utc("2023-12-31 16:00"), Decimal("-0.00002")),
    ]


def test_gate_tickers(load: Load) -> None:
    body = load("xchange", "gateio-v4", "api_v4_spot_tickers.json")
    pairs = [Pair("BTC", "USDT", "BTC_USDT"), Pair("ETH", "USDT", "ETH_USDT")]
    assert told(gate.parse_quotes(body, pairs, NOW)) == {"BTC/USDT": "26019.8", "ETH/USDT": "1752.96"}
    with pytest.raises(FetchError):
        gate.parse_quotes(body, pairs[:1], NOW)


def test_binances_ticker_is_one_of_its_own_documentation(load: Load) -> None:
    pair = Pair("BNB", "BTC", "BNBBTC")
    (quote,) = binance.parse_quotes([load("nautilus", "binance", "ticker_24hr_response.json")], [pair], NOW)
    assert (str(quote.price), quote.at) == ("4.00000200", datetime(2017, 7, 12, 14, 31, 39, 40000, UTC))
    (row,) = load("nautilus", "binance", "klines_response.json")
    assert numbers(binance.parse_bar(row)) == ("0.01634790", "0.80000000", "0.01575800", "0.01577100")


def test_kraken_tickers(load: Load) -> None:
    usdt, euro = Pair("BTC", "USDT", "XBTUSDT"), Pair("BTC", "EUR", "XBTEUR")
    assert told(kraken.parse_quotes(load("nautilus", "kraken", "http_ticker.json"), [usdt], NOW)) == {
        "BTC/USDT": "105899.40000"
    }
    old = load("xchange", "kraken", "example-ticker-data.json")
    assert told(kraken.parse_quotes(old, [euro], NOW)) == {"BTC/EUR": "560.87711"}
    with pytest.raises(FetchError):
        kraken.parse_quotes(old, [usdt], NOW)


def test_krakens_whole_market_holds_what_the_list_of_assets_says(load: Load) -> None:
    body = load("rotki", "kraken", "kraken_query_multiple_current_prices_0.json")
    market = sources_kraken()._market
    listed = body["result"]
    said = {asset: pair for asset in SYMBOLS["kraken"] for pair in market.pairs(asset, "USD")[:1]}
    shown = {
        asset: name for asset in said for name in (f"{asset}/USD", f"{said[asset].symbol[:-3]}/USD") if name in listed
    }
    assert {"BTC", "ETH", "USDT", "SOL", "DOGE", "LUNC"} <= set(shown)
    missing = sorted(set(said) - set(shown))
    assert missing == [], f"Kraken listed no {missing}"


def sources_kraken() -> Any:
    return next(one for one in sources().prices if one.name == "kraken")


def test_krakens_names_of_its_old_pairs(load: Load) -> None:
    body = load("xchange", "kraken", "example-assetpairs-data.json")
    by_short_name = {entry["altname"]: name for name, entry in body["result"].items()}
    market = sources_kraken()._market
    checked = 0
    for asset in SYMBOLS["kraken"]:
        for currency in ("USD", "EUR"):
            for pair in market.pairs(asset, currency):
                if pair.symbol in by_short_name:
                    assert by_short_name[pair.symbol] in kraken.names(pair)
                    checked += 1
    assert checked > 5


@pytest.mark.parametrize(
    ("parts", "symbol", "currency", "first", "count"),
    [
        (("nautilus", "kraken", "http_ohlc.json"), "XBTUSDT", "USDT", "2025-11-10 12:17", 720),
        (("xchange", "kraken", "example-ohlc-data.json"), "XBTUSD", "USD", "2017-08-10 22:02", 720),
    ],
)
def test_kraken_candles(load: Load, parts: tuple[str, ...], symbol: str, currency: str, first: str, count: int) -> None:
    pair = Pair("BTC", currency, symbol)
    rows = kraken.parse_rows(load(*parts), pair)
    last = kraken.parse_bar(rows[-1]).opened
    asked = window(60, 720, utc(first), last + timedelta(seconds=30))
    found = read_candles(rows, kraken.parse_bar, pair, "kraken", asked)
    assert found[0].opened == utc(first)
    assert len(found) == len(rows) - 1, "the last one was unfinished"
    assert len(rows) in (count, count + 1)
    assert all(one.low <= one.close <= one.high for one in found)


def test_coinbase_ticker_and_candles(load: Load) -> None:
    pair = Pair("BTC", "USD", "BTC-USD")
    quote = coinbase.parse_quote(load("xchange", "coinbasepro", "example-ticker-data.json"), pair, NOW)
    assert (str(quote.price), quote.at) == ("246.28000000", datetime(2015, 4, 8, 20, 49, 6, 506997, UTC))
    rows = load("xchange", "coinbasepro", "example-historical-candles.json")
    found = read_candles(rows, coinbase.parse_bar, pair, "coinbase", window(60, 300, utc("2018-02-01 00:00"), NOW))
    assert len(found) == 10
    assert [str(price) for price in (found[0].open, found[0].high, found[0].low, found[0].close)] == [
        "10099.99", "10099.99", "10099.98", "10099.98",
    ]  # fmt: skip


def test_the_other_coinbase_is_another_form(load: Load) -> None:
    pair = Pair("BTC", "USD", "BTC-USD")
    with pytest.raises(FetchError):
        coinbase.parse_quote(load("nautilus", "coinbase", "http_ticker.json"), pair, NOW)


def test_kucoins_tickers_of_2018_have_another_form_and_are_refused(load: Load) -> None:
    for name in ("all-ticker-data.json", "single-ticker-data.json", "example-ticker.json"):
        body = load("xchange", "kucoin", name)
        (kucoin,) = (one for one in sources().prices if one.name == "kucoin")
        with pytest.raises(FetchError):
            asyncio.run(kucoin.quotes(Told(body), ["BTC"], "USD", NOW))


class Told:
    """A client that answers everything with one body that was read before."""

    def __init__(self, body: Any) -> None:
        self._body = body

    async def get(self, base: str, path: str, query: Mapping[str, str], allowance: object = None) -> Answer:
        """Answer as `HttpClient.get` does."""
        return Answer(self._body, 0)


def test_bitfinex_tickers_and_funding(load: Load) -> None:
    rows = load("xchange", "bitfinex", "alt_example-ticker-data.json")
    pair = Pair("BTC", "USD", "tBTCUSD")
    assert told(bitfinex.parse_quotes(rows[1:], [pair], NOW)) == {"BTC/USD": "7381.2"}
    with pytest.raises(FetchError):
        bitfinex.parse_quotes(rows, [pair], NOW)
    status = load("xchange", "bitfinex", "example-status-data.json")
    assert bitfinex.parse_settled(status[0], "tBTCF0:USTF0") == (utc("2020-01-23 08:00"), 0)
    with pytest.raises(FetchError):
        bitfinex.parse_settled(status[1], "tBTCF0:USTF0")


def test_defillama_prices(load: Load) -> None:
    wanted = {"coingecko:arbitrum": "ARB", "coingecko:dai": "DAI", "coingecko:chainlink": "LINK"}
    body = load("rotki", "defillama", "query_multiple_current_prices_0.json")
    found = {quote.asset: quote for quote in parse_defillama(body, wanted, NOW)}
    assert told(list(found.values())) == {"LINK/USD": "17.22", "DAI/USD": "0.99972", "ARB/USD": "0.415488"}
    assert found["ARB"].at == datetime(2025, 3, 6, 15, 57, 3, tzinfo=UTC)
    historical = load("rotki", "defillama", "defillama_with_api_key_1.json")
    with pytest.raises(FetchError):
        parse_defillama(historical, wanted, NOW)


def test_coingecko_price(load: Load) -> None:
    body = load("rotki", "kraken", "kraken_price_close_to_coingecko_1.json")
    (gecko,) = (one for one in sources().prices if one.name == "coingecko")
    assert told(asyncio.run(gecko.quotes(Told(body), ["BTC"], "USD", NOW))) == {"BTC/USD": "60997"}


def test_every_recording_is_read_or_refused_by_every_source(shared: Path) -> None:
    paths = sorted((shared / "data" / "api").rglob("*.json"))
    if not paths:
        pytest.skip("there are no recorded answers")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        body = json.dumps(json.loads(text).get("body_json")) if '"body_json"' in text[:2000] else text
        for source in sources().prices:
            asset, currency = ("USD", "EUR") if source.name == "ecb" else ("BTC", "USD")
            try:
                found = asyncio.run(source.quotes(Canned(body), [asset], currency, NOW))
            except FetchError:
                continue
            assert all(quote.asset == asset and quote.price > 0 for quote in found), path
