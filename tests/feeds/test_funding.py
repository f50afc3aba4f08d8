"""Funding rates: instants on the hour, periods from the distances, nothing of another contract."""

import asyncio
import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from samples import NOW, RATES, Canned, Sample, sources
from test_venues import Venue, status

from desktop_app.domain.prices.rate import RateKind, RatePoint
from desktop_app.feeds.client import FetchError

HOUR = timedelta(hours=1)


def source(name: str) -> Any:
    (found,) = (one for one in sources().rates if one.name == name)
    return found


def rates(name: str, client: Any, asset: str = "BTC", since: datetime = NOW - 30 * 24 * HOUR) -> list[RatePoint]:
    return asyncio.run(source(name).rates(client, asset, since, NOW))


def binance(*points: tuple[datetime, str]) -> Canned:
    rows = [
        {"symbol": "BTCUSDT", "fundingTime": int(at.timestamp() * 1000), "fundingRate": rate} for at, rate in points
    ]
    return Canned(json.dumps(rows))


def test_a_rate_is_told_with_its_contract_its_hour_and_its_period() -> None:
    late = timedelta(milliseconds=17)
    found = rates("binance_futures", binance((NOW - 16 * HOUR + late, "0.0001"), (NOW - 8 * HOUR + late, "-0.0002")))
    assert [(point.at, str(point.rate), point.period_s) for point in found] == [
        (NOW - 16 * HOUR, "0.0001", 8 * 3600),
        (NOW - 8 * HOUR, "-0.0002", 8 * 3600),
    ]
    assert {(point.kind, point.source, point.asset, point.instrument) for point in found} == {
        (RateKind.FUNDING, "binance_futures", "BTC", "BTCUSDT")
    }


def test_the_period_is_the_time_since_the_rate_before() -> None:
    hours = [-24, -16, -12, -8, -7, -1]
    found = rates("binance_futures", binance(*((NOW + hour * HOUR, "0.0001") for hour in hours)))
    assert [point.period_s // 3600 for point in found] == [4, 8, 4, 4, 1, 4]


def test_a_single_rate_is_of_eight_hours() -> None:
    assert rates("binance_futures", binance((NOW - HOUR, "0.0001")))[0].period_s == 8 * 3600


def test_rates_before_what_was_asked_for_and_after_now_are_left_out() -> None:
    points = [(NOW + hour * HOUR, "0.0001") for hour in (-24, -16, -8, 0, 8)]
    found = rates("binance_futures", binance(*points), since=NOW - 16 * HOUR)
    assert [point.at for point in found] == [NOW - 16 * HOUR, NOW - 8 * HOUR, NOW]


def test_a_rate_of_everything_or_two_of_one_hour_are_refused() -> None:
    for points in ([(NOW, "1")], [(NOW, "-1.5")], [(NOW, "0.1"), (NOW, "0.2")]):
        with pytest.raises(FetchError):
            rates("binance_futures", binance(*points))


@pytest.mark.parametrize("sample", [one for one in RATES if one.symbol], ids=lambda one: one.name)
def test_a_rate_of_another_contract_is_refused(sample: Sample) -> None:
    with pytest.raises(FetchError):
        rates(sample.source, Canned(sample.body(symbol=sample.other)))


ASKED = {
    "okx": ("/api/v5/public/funding-rate-history", {"instId": "BTC-USDT-SWAP", "limit": "100"}),
    "gate": ("/api/v4/futures/usdt/funding_rate", {"contract": "BTC_USDT", "limit": "1000"}),
    "bitfinex": ("/v2/status/deriv", {"keys": "tBTCF0:USTF0"}),
    "binance_futures": ("/fapi/v1/fundingRate", {"symbol": "BTCUSDT", "limit": "1000"}),
    "kucoin_futures": ("/api/v1/contract/funding-rates", {"symbol": "XBTUSDTM"}),
    "okx_savings": ("/api/v5/finance/savings/lending-rate-history", {"ccy": "BTC", "limit": "100"}),
}


@pytest.mark.parametrize("sample", RATES, ids=lambda one: one.name)
def test_each_venue_is_asked_for_its_own_contract(sample: Sample) -> None:
    canned = Canned(sample.body())
    (point,) = rates(sample.source, canned)
    assert str(point.rate) == "0.0001"
    ((path, query),) = canned.asked
    assert (path, {**query, **ASKED[sample.source][1]}) == (ASKED[sample.source][0], query)


@pytest.mark.parametrize("sample", RATES, ids=lambda one: one.name)
def test_what_has_no_contract_is_not_asked_for(sample: Sample) -> None:
    canned = Canned(sample.body())
    if sample.source != "okx_savings":  # dollars are lent, too
        assert not source(sample.source).knows_rate("USDT")
        assert rates(sample.source, canned, "USDT") == []
    assert rates(sample.source, canned, "NOSUCH") == []
    assert not canned.asked


def test_what_lenders_got_at_okx_is_a_rate_a_year() -> None:
    (sample,) = (one for one in RATES if one.source == "okx_savings")
    (point,) = rates("okx_savings", Canned(sample.body(price='"0.0365"')))
    assert (point.kind, point.name, point.yearly) == (RateKind.LENDING, "okx_savings/BTC", Decimal("0.0365"))
    for rate in ("-0.01", "10", "NaN"):
        with pytest.raises(FetchError):
            rates("okx_savings", Canned(sample.body(price=f'"{rate}"')))


def test_bitfinexs_present_rate_holds_from_the_last_settlement() -> None:
    (sample,) = (one for one in RATES if one.source == "bitfinex")
    (point,) = rates("bitfinex", Canned(sample.body()))
    assert (point.at, point.period_s) == (NOW - 4 * HOUR, 8 * 3600)


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("okx", {"code": "51001", "msg": "x", "data": []}),
        ("gate", status(400, '{"label":"CONTRACT_NOT_FOUND"}')),
        ("binance_futures", status(400, '{"code":-1121}')),
        ("kucoin_futures", {"code": "900001", "msg": "symbol not exists"}),
    ],
)
def test_a_contract_that_is_not_there_is_asked_for_once(name: str, reply: Any) -> None:
    asked, venue = source(name), Venue(lambda path, query: reply)
    for _ in range(2):
        assert asyncio.run(asked.rates(venue, "BTC", NOW - HOUR, NOW)) == []
    assert len(venue.asked) == 1
    assert not asked.knows_rate("BTC")
