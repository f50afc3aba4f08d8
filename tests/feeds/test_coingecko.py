"""CoinGecko: quotes of the coins that were asked for, or a fault; never a coin under another's name."""

import asyncio
import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from desktop_app.domain.prices.consensus import Belief, Rejection, Thresholds, judge
from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import FetchError, FetchFault, HttpClient, parse_json
from desktop_app.feeds.venues.coingecko import BASE, CoinGecko, parse

NOW = utc("2026-11-21 12:00")
STAMP = int(NOW.timestamp()) - 30
IDS = {"BTC": "bitcoin", "ETH": "ethereum", "USDT": "tether"}
WANTED = {"bitcoin": "BTC", "ethereum": "ETH"}


def quotes(server: HTTPServer, *assets: str, currency: str = "USD") -> list[Quote]:
    source = CoinGecko(IDS, server.url_for(""))

    async def ask() -> list[Quote]:
        async with HttpClient() as client:
            return await source.quotes(client, assets, currency, NOW)

    return asyncio.run(ask())


def parsed(text: str, currency: str = "USD") -> list[Quote]:
    return parse(parse_json(text.encode()), WANTED, currency, NOW)


def test_one_request_brings_all_coins(httpserver: HTTPServer) -> None:
    query = {"ids": "bitcoin,ethereum", "vs_currencies": "usd", "include_last_updated_at": "true"}
    httpserver.expect_oneshot_request("/api/v3/simple/price", query_string=query).respond_with_json(
        {"bitcoin": {"usd": 60123.45, "last_updated_at": STAMP}, "ethereum": {"usd": 3000, "last_updated_at": STAMP}}
    )
    found = quotes(httpserver, "ETH", "BTC", "UNKNOWN")
    at = NOW - timedelta(seconds=30)
    assert found == [
        Quote("BTC", "USD", Decimal("60123.45"), at, "coingecko", NOW),
        Quote("ETH", "USD", Decimal(3000), at, "coingecko", NOW),
    ]


def test_where_nothing_is_known_nothing_is_asked(httpserver: HTTPServer) -> None:
    assert quotes(httpserver, "UNKNOWN") == []
    assert not httpserver.log


def test_a_source_knows_what_it_has_an_identifier_of() -> None:
    source = CoinGecko(IDS)
    assert source.base == BASE
    assert source.knows("BTC", "USD")
    assert source.knows("BTC", "TWD")
    assert not source.knows("bitcoin", "USD")
    assert not source.knows("BTC", "BTC")


def test_a_coin_that_the_answer_leaves_out_has_no_quote() -> None:
    assert [quote.asset for quote in parsed('{"bitcoin": {"usd": 1}, "ethereum": {}}')] == ["BTC"]


def test_an_answer_without_a_time_is_of_now() -> None:
    assert parsed('{"bitcoin": {"usd": 1}}')[0].at == NOW


def test_a_number_may_come_as_a_text() -> None:
    assert parsed('{"bitcoin": {"usd": "60000.10"}}')[0].price == Decimal("60000.10")


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        '"bitcoin"',
        "5",
        '{"dogecoin": {"usd": 1}}',
        '{"bitcoin": {"usd": 1}, "dogecoin": {"usd": 1}}',
        '{"Bitcoin": {"usd": 1}}',
        '{"status": {"error_code": 429, "error_message": "You have exceeded the rate limit"}}',
        '{"bitcoin": 60000}',
        '{"bitcoin": null}',
        '{"bitcoin": [60000]}',
        '{"bitcoin": {"usd": null}}',
        '{"bitcoin": {"usd": true}}',
        '{"bitcoin": {"usd": "much"}}',
        '{"bitcoin": {"usd": {}}}',
        '{"bitcoin": {"usd": "NaN"}}',
        '{"bitcoin": {"usd": 1, "last_updated_at": "soon"}}',
        '{"bitcoin": {"usd": 1, "last_updated_at": 1e29}}',
        '{"bitcoin": {"usd": 1, "last_updated_at": -1e29}}',
        '{"bitcoin": {"usd": 1, "last_updated_at": 1795262370000}}',
        '{"bitcoin": {"usd": 1, "last_updated_at": true}}',
    ],
)
def test_an_answer_of_another_form_is_a_fault(text: str) -> None:
    with pytest.raises(FetchError) as caught:
        parsed(text)
    assert caught.value.fault is FetchFault.UNEXPECTED


@pytest.mark.parametrize("price", ["0", "-1", "-0.0", '"0"'])
def test_a_price_that_is_not_positive_is_never_believed(price: str) -> None:
    found = parsed(f'{{"bitcoin": {{"usd": {price}, "last_updated_at": {STAMP}}}}}')
    verdict = judge(Belief(), found, NOW, Thresholds())
    assert verdict.belief.price is None
    assert [reason for _, reason in verdict.rejected] == [Rejection.NOT_POSITIVE]


@given(st.permutations(["bitcoin", "ethereum"]), st.lists(st.integers(1, 99999), min_size=2, max_size=2))
def test_no_coin_is_taken_under_the_name_of_another(order: list[str], prices: list[int]) -> None:
    entries = dict(zip(order, prices, strict=True))
    text = json.dumps({name: {"usd": price} for name, price in entries.items()})
    assert {quote.asset: quote.price for quote in parsed(text)} == {
        WANTED[name]: price for name, price in entries.items()
    }


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8)
)
KEYS = st.one_of(st.sampled_from(["bitcoin", "usd", "last_updated_at"]), st.text(max_size=6))
ANY_JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@given(ANY_JSON)
def test_any_json_brings_quotes_or_a_fault(body: Any) -> None:
    found: list[Quote] = []
    fault: FetchFault | None = None
    try:
        found = parsed(json.dumps(body))
    except FetchError as error:
        fault = error.fault
    assert fault in (None, FetchFault.UNEXPECTED, FetchFault.NOT_JSON)
    assert all(quote.asset in IDS and quote.price.is_finite() and quote.at.tzinfo is UTC for quote in found)


def recorded(shared: Path) -> list[tuple[str, Collection[str], object]]:
    """The (currency, identifiers, body) of every recorded simple price."""
    found = []
    for path in sorted((shared / "data" / "api" / "rotki" / "coingecko").glob("*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        address = urlsplit(answer["url"])
        if address.path.rstrip("/").endswith("/simple/price"):
            asked = parse_qs(address.query)
            found.append((asked["vs_currencies"][0], asked["ids"][0].split(","), answer["body_json"]))
    return found


def test_recorded_answers_are_read(shared: Path) -> None:
    answers = recorded(shared)
    if not answers:
        pytest.skip("there are no recorded answers")
    for currency, identifiers, body in answers:
        wanted = {identifier: identifier.upper() for identifier in identifiers}
        found = parse(parse_json(json.dumps(body).encode()), wanted, currency.upper(), datetime.now(UTC))
        assert {quote.asset for quote in found} == set(wanted.values())
        assert all(quote.price > 0 and quote.currency == currency.upper() for quote in found)
