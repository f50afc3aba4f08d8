"""History: each venue's own order of columns and rows, whole finished periods alone, page by page."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st
from samples import CANDLES, NOW, Canned, sources
from test_venues import UNLISTED, Venue

from desktop_app.domain.prices.quote import Candle
from desktop_app.feeds.client import FetchError
from desktop_app.feeds.venues.reading import EARLIEST, EPOCH, window

HOUR = timedelta(hours=1)
NAMES = [sample.source for sample in CANDLES]
EXCHANGES = [name for name in NAMES if name != "coingecko"]
BAR = ("50", "70", "40", "60")


def source(name: str) -> Any:
    (found,) = (one for one in sources().candles if one.name == name)
    return found


def row(name: str, opened: datetime, bar: Sequence[str] = BAR, *, closed: bool = True) -> list[Any]:
    """Return one row of a venue's candles as it tells them."""
    o, h, l, c = bar  # noqa: E741
    s = int(opened.timestamp())
    numbers = [float(value) for value in bar]
    return {
        "okx": [str(s * 1000), o, h, l, c, "1", "1", "1", "1" if closed else "0"],
        "gate": [str(s), "1", c, h, l, o, "1", "true" if closed else "false"],
        "binance": [s * 1000, o, h, l, c, "1", s * 1000 + 1, "1", 1, "1", "1", "0"],
        "kraken": [s, o, h, l, c, "1", "1", 1],
        "coinbase": [s, numbers[2], numbers[1], numbers[0], numbers[3], 1.0],
        "kucoin": [str(s), o, c, h, l, "1", "1"],
        "bitfinex": [s * 1000, numbers[0], numbers[3], numbers[1], numbers[2], 1.0],
    }[name]


def body(name: str, rows: Sequence[Any]) -> Any:
    if name in ("okx", "kucoin"):
        return {"code": "0" if name == "okx" else "200000", "data": rows}
    return {"error": [], "result": {"XXBTZUSD": rows, "last": 1}} if name == "kraken" else rows


def candles(name: str, client: Any, since: datetime, period_s: int = 3600, currency: str = "USD") -> list[Candle]:
    return asyncio.run(source(name).candles(client, "BTC", currency, period_s, since, NOW))


def read(name: str, rows: Sequence[Any], since: datetime = NOW - 5 * HOUR, period_s: int = 3600) -> list[Candle]:
    return candles(name, Canned(json.dumps(body(name, rows))), since, period_s)


def opened(found: Sequence[Candle]) -> list[int]:
    return [round((candle.opened - NOW) / HOUR) for candle in found]


@pytest.mark.parametrize("name", EXCHANGES)
def test_open_high_low_and_close_are_each_in_their_place(name: str) -> None:
    (found,) = read(name, [row(name, NOW - 2 * HOUR)])
    assert (found.open, found.high, found.low, found.close) == tuple(map(Decimal, BAR))
    assert (found.opened, found.period_s, found.source, found.asset) == (NOW - 2 * HOUR, 3600, name, "BTC")
    assert found.currency == ("USDT" if name in ("okx", "gate", "binance", "kucoin") else "USD")


@pytest.mark.parametrize("name", EXCHANGES)
@pytest.mark.parametrize("order", [[-4, -3, -2], [-2, -3, -4], [-3, -4, -2]])
def test_candles_come_ascending_however_they_were_told(name: str, order: list[int]) -> None:
    assert opened(read(name, [row(name, NOW + hours * HOUR) for hours in order])) == [-4, -3, -2]


@pytest.mark.parametrize("name", EXCHANGES)
def test_an_unfinished_candle_is_left_out(name: str) -> None:
    assert opened(read(name, [row(name, NOW + hours * HOUR) for hours in (-2, -1, 0)])) == [-2, -1]


@pytest.mark.parametrize("name", ["okx", "gate"])
def test_a_candle_that_the_venue_calls_unfinished_is_left_out(name: str) -> None:
    assert opened(read(name, [row(name, NOW - 2 * HOUR), row(name, NOW - HOUR, closed=False)])) == [-2]


@pytest.mark.parametrize("name", EXCHANGES)
@pytest.mark.parametrize(
    "bad",
    [
        ("50", "45", "40", "44"), ("50", "70", "55", "60"), ("50", "70", "61", "60"), ("50", "59", "40", "60"),
        ("0", "0", "0", "0"), ("-1", "70", "-2", "60"), ("50", "70", "0", "60"),
    ],
)  # fmt: skip
def test_a_candle_that_contradicts_itself_is_left_out(name: str, bad: Sequence[str]) -> None:
    good = row(name, NOW - 2 * HOUR)
    assert opened(read(name, [row(name, NOW - 3 * HOUR, bad), good])) == [-2]
    with pytest.raises(FetchError):
        read(name, [row(name, NOW - 3 * HOUR, bad)])


@pytest.mark.parametrize("name", EXCHANGES)
@pytest.mark.parametrize("off", [timedelta(minutes=1), timedelta(seconds=1), timedelta(minutes=30)])
def test_a_candle_off_the_grid_or_of_the_future_is_left_out(name: str, off: timedelta) -> None:
    good = row(name, NOW - 2 * HOUR)
    assert opened(read(name, [good, row(name, NOW - 3 * HOUR + off), row(name, NOW + HOUR)])) == [-2]


@pytest.mark.parametrize("name", EXCHANGES)
def test_the_same_candle_twice_counts_once_and_two_versions_of_it_are_refused(name: str) -> None:
    good = row(name, NOW - 2 * HOUR)
    assert opened(read(name, [good, good])) == [-2]
    with pytest.raises(FetchError):
        read(name, [good, row(name, NOW - 2 * HOUR, ("50", "70", "40", "61"))])


@pytest.mark.parametrize("name", EXCHANGES)
def test_a_page_holds_what_was_asked_for_and_no_more(name: str) -> None:
    rows = [row(name, NOW + hours * HOUR) for hours in range(-9, 0)]
    assert opened(read(name, rows, NOW - 4 * HOUR - timedelta(minutes=1))) == [-4, -3, -2, -1]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_has_not_begun_or_a_period_that_is_not_offered_costs_no_request(name: str) -> None:
    canned = Canned("[]")
    assert candles(name, canned, NOW + HOUR) == []
    assert candles(name, canned, NOW - HOUR / 2) == []
    assert candles(name, canned, NOW - HOUR, period_s=61) == []
    assert not canned.asked


@pytest.mark.parametrize("name", NAMES)
def test_periods_are_multiples_of_a_minute_and_days_are_utc(name: str) -> None:
    found = source(name)
    assert set(found.periods) >= {300, 3600, 86400}
    assert found.page > 0
    assert name == "coingecko" or set(found.periods) == {60, 300, 900, 3600, 86400}
    reach = found.reach(3600)
    assert reach is None or reach >= HOUR


@pytest.mark.parametrize("name", EXCHANGES)
def test_days_begin_at_midnight_utc(name: str) -> None:
    midnight = utc("2026-11-19 00:00")
    assert [one.opened for one in read(name, [row(name, midnight)], midnight, 86400)] == [midnight]
    with pytest.raises(FetchError):
        read(name, [row(name, midnight - 8 * HOUR)], midnight - 24 * HOUR, 86400)


SINCE = NOW - 3 * HOUR
S, MS = int(SINCE.timestamp()), int(SINCE.timestamp()) * 1000
DAY = {"okx": "1Dutc", "gate": "1d", "binance": "1d", "kraken": "1440", "coinbase": "86400", "kucoin": "1day"}
ASKED: dict[str, tuple[str, Mapping[str, str]]] = {
    "okx": ("/api/v5/market/candles", {
        "instId": "BTC-USDT", "bar": "1H", "before": str(MS - 1), "after": str(MS + 360_000_000), "limit": "100"}),
    "gate": ("/api/v4/spot/candlesticks", {
        "currency_pair": "BTC_USDT", "interval": "1h", "from": str(S), "to": str(S + 3 * 3600)}),
    "binance": ("/api/v3/klines", {
        "symbol": "BTCUSDT", "interval": "1h", "startTime": str(MS), "endTime": str(MS + 999 * 3_600_000),
        "limit": "1000"}),
    "kraken": ("/0/public/OHLC", {"pair": "XBTUSD", "interval": "60", "since": str(S - 3600)}),
    "coinbase": ("/products/BTC-USD/candles", {
        "granularity": "3600", "start": "2026-11-21T09:00:00Z", "end": "2026-11-21T12:00:00Z"}),
    "kucoin": ("/api/v1/market/candles", {
        "symbol": "BTC-USDT", "type": "1hour", "startAt": str(S), "endAt": str(S + 3_600_000)}),
    "bitfinex": ("/v2/candles/trade:1h:tBTCUSD/hist", {
        "start": str(MS), "end": str(MS + 999 * 3_600_000), "limit": "1000", "sort": "1"}),
}  # fmt: skip


@pytest.mark.parametrize("name", EXCHANGES)
def test_each_venue_is_asked_in_its_own_words(name: str) -> None:
    venue = Canned(json.dumps(body(name, [])))
    assert candles(name, venue, SINCE) == []
    assert venue.asked == [ASKED[name]]
    day = Canned(json.dumps(body(name, [])))
    candles(name, day, SINCE - 48 * HOUR, 86400)
    ((path, query),) = day.asked
    assert DAY.get(name, "trade:1D:") in (*query.values(), *([path[12:21]] if name == "bitfinex" else []))


def test_okx_tells_what_is_older_than_its_recent_bars_elsewhere() -> None:
    venue = Canned('{"code":"0","data":[]}')
    candles("okx", venue, NOW - 2000 * HOUR)
    ((path, _),) = venue.asked
    assert path == "/api/v5/market/history-candles"


def test_a_candle_of_another_of_krakens_pairs_is_refused() -> None:
    rows = [row("kraken", NOW - 2 * HOUR)]
    for result in ({"XETHZUSD": rows, "last": 1}, {"XXBTZUSD": rows, "XETHZUSD": rows}, {"last": 1}, {}):
        with pytest.raises(FetchError):
            candles("kraken", Canned(json.dumps({"error": [], "result": result})), SINCE)


@pytest.mark.parametrize("name", [name for name in UNLISTED if name != "kucoin"])
def test_candles_of_what_is_not_listed_are_none_and_asked_for_once(name: str) -> None:
    asked, venue = source(name), Venue(UNLISTED[name])
    assert asyncio.run(asked.candles(venue, "BTC", "USD", 3600, SINCE, NOW)) == []
    once = len(venue.asked)
    assert asyncio.run(asked.candles(venue, "BTC", "USD", 3600, SINCE, NOW)) == []
    assert len(venue.asked) == once


def chart(*points: tuple[datetime, float]) -> Canned:
    return Canned(json.dumps({"prices": [[int(at.timestamp() * 1000), price] for at, price in points]}))


def test_coingeckos_hourly_prices_close_the_hour_before_them() -> None:
    late = timedelta(seconds=14)
    found = candles(
        "coingecko", chart((NOW - 2 * HOUR + late, 7), (NOW - HOUR + late, 8), (NOW - late, 9)), SINCE - HOUR
    )
    assert [(round((one.opened - NOW) / HOUR), int(one.close)) for one in found] == [(-3, 7), (-2, 8), (-1, 9)]
    assert all(one.open == one.high == one.low == one.close for one in found)


def test_coingeckos_present_price_is_no_daily_close() -> None:
    midnight = utc("2026-11-21 00:00")
    found = candles("coingecko", chart((midnight, 7), (NOW, 8)), midnight - 72 * HOUR, 86400)
    assert [(one.opened, int(one.close)) for one in found] == [(midnight - 24 * HOUR, 7)]


@pytest.mark.parametrize(("period_s", "days"), [(300, "1"), (3600, "90"), (86400, "365")])
def test_coingecko_is_asked_for_the_span_that_has_the_period(period_s: int, days: str) -> None:
    canned = chart()
    assert candles("coingecko", canned, SINCE - 48 * HOUR, period_s) == []
    assert canned.asked == [("/api/v3/coins/bitcoin/market_chart", {"vs_currency": "usd", "days": days})]


@given(st.integers(0, 4_000_000_000), st.sampled_from([60, 300, 900, 3600, 86400]), st.integers(1, 2000))
def test_a_page_begins_on_the_grid_at_or_after_what_was_asked_for(since_s: int, period_s: int, page: int) -> None:
    since = EPOCH + timedelta(seconds=since_s)
    asked = window(period_s, page, since, NOW)
    assert timedelta(0) <= asked.first - max(since, EARLIEST) < timedelta(seconds=period_s)
    assert (asked.first - EPOCH) % timedelta(seconds=period_s) == timedelta(0)
    assert asked.end - asked.first == page * timedelta(seconds=period_s)
