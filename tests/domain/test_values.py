"""Asset codes, times as people write them, prices by state, presets by date, refusals with their place."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from builders import candles, loan, terms, utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.alerts.record import alert_key
from desktop_app.domain.assets import Asset, AssetBook, AssetKind, asset_code
from desktop_app.domain.loans.preset import Preset, Rule
from desktop_app.domain.platforms import Platform
from desktop_app.domain.portfolio import Portfolio, local_day, moment
from desktop_app.domain.prices.book import PriceState, plain_book
from desktop_app.domain.problems import Problem, Refused


@pytest.mark.parametrize(
    ("text", "code"), [("btc", "BTC"), (" Usdt ", "USDT"), ("1inch", "1INCH"), ("BAYC #4071", "BAYC #4071")]
)
def test_an_asset_code_is_upper_case(text: str, code: str) -> None:
    assert asset_code(text) == code


@pytest.mark.parametrize("text", ["", " ", "!", "BTC\n\nX", "ÄTH", "A" * 33, "-BTC", "ＢＴＣ"])
def test_what_is_no_asset_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an asset code"):
        asset_code(text)


def test_an_unknown_asset_is_a_coin_with_8_decimals() -> None:
    book = AssetBook({"USDT": Asset("USDT", "Tether", AssetKind.STABLECOIN, 6, "USD")})
    assert (book["XYZ"].kind, book["XYZ"].decimals) == (AssetKind.COIN, 8)
    assert "XYZ" not in book
    assert book.is_peg("USDT", "USD")
    assert not book.is_peg("USDT", "EUR")
    assert book.codes() == ("USDT",)


@pytest.mark.parametrize(
    ("text", "zone", "instant"),
    [
        ("2021-11-10", "UTC", "2021-11-10 00:00"),
        ("2021-11-10", "UTC+8", "2021-11-09 16:00"),
        ("2026-07-01T14:30", "Europe/Zurich", "2026-07-01 12:30"),
        ("2026-01-01T14:30", "Europe/Zurich", "2026-01-01 13:30"),
        ("2026-07-01T14:30:00+08:00", "Europe/Zurich", "2026-07-01 06:30"),
        (" 2026-07-01T14:30:00Z ", "UTC+8", "2026-07-01 14:30"),
    ],
)
def test_a_time_is_read_on_the_clock_of_its_zone(text: str, zone: str, instant: str) -> None:
    assert moment(text, zone) == utc(instant)


@pytest.mark.parametrize(
    ("text", "zone", "problem"),
    [
        ("10.11.2021", "UTC", Problem.NOT_A_TIME),
        ("2021-02-30", "UTC", Problem.NOT_A_TIME),
        ("", "UTC", Problem.NOT_A_TIME),
        ("0001-01-01", "UTC+8", Problem.NOT_A_TIME),
        ("9999-12-31T23:59", "UTC-8", Problem.NOT_A_TIME),
        ("2021-11-10", "Mars", Problem.NOT_A_ZONE),
    ],
)
def test_what_is_no_time_is_refused(text: str, zone: str, problem: Problem) -> None:
    with pytest.raises(Refused) as caught:
        moment(text, zone)
    assert caught.value.problem is problem


@given(st.text(max_size=24), st.sampled_from(["UTC", "UTC+14", "UTC-12", "Europe/Zurich"]))
def test_any_text_is_a_utc_time_or_refused(text: str, zone: str) -> None:
    try:
        found = moment(text, zone)
    except Refused:
        return
    assert found.utcoffset() is not None
    assert not found.utcoffset()


def test_a_day_is_that_of_the_venues_calendar() -> None:
    assert local_day(utc("2026-11-20 16:00"), "UTC+8") == date(2026, 11, 21)
    assert local_day(utc("2026-11-20 15:59"), "UTC+8") == date(2026, 11, 20)


def test_an_asset_without_a_price_is_missing_and_the_currency_itself_is_one() -> None:
    book = plain_book({"BTC": Decimal(60000)})
    assert (book["DOGE"].state, book["DOGE"].value) == (PriceState.MISSING, None)
    assert (book["USD"].state, book["USD"].value) == (PriceState.PAR, 1)
    assert book["BTC"].value == 60000


def test_replaced_prices_leave_the_book_as_it_was() -> None:
    book = plain_book({"BTC": Decimal(60000), "ETH": Decimal(3000)})
    moved = book.replaced({"BTC": Decimal(1)})
    assert (moved["BTC"].value, moved["ETH"].value, book["BTC"].value) == (1, 3000, 60000)


def test_a_close_is_known_in_the_last_millisecond_of_its_period() -> None:
    (day,) = candles("BTC", "2022-01-04", "45832.01")
    assert day.closed == utc("2022-01-04 23:59:59.999")


def preset(*days: str) -> Preset:
    rules = tuple(Rule(date.fromisoformat(day), terms(f"liq 0.{index + 5}")) for index, day in enumerate(days))
    return Preset("x", "X", "x", "X", rules)


def test_the_rule_that_holds_is_the_last_one_in_force() -> None:
    found = preset("2020-01-01", "2024-06-01")
    assert found.rule_at(date(2019, 1, 1)) is found.rules[0]
    assert found.rule_at(date(2024, 5, 31)) is found.rules[0]
    assert found.rule_at(date(2024, 6, 1)) is found.rules[1]
    assert found.later_rules(datetime(2024, 5, 31, tzinfo=UTC)) == found.rules[1:]
    assert found.later_rules(found.rules[1].moment) == ()


def test_a_portfolio_finds_its_loans_and_platforms() -> None:
    mine = Portfolio((Platform("nexo", "Nexo"),), (loan(name="One"),))
    assert mine.loan("one").name == "One"
    assert (mine.platform_name("nexo"), mine.platform_name("okx")) == ("Nexo", "okx")
    with pytest.raises(Refused) as caught:
        mine.loan("two")
    assert caught.value.problem is Problem.UNKNOWN_LOAN


def test_a_refusal_gathers_its_place_on_the_way_out() -> None:
    refused = Refused(Problem.NOT_A_NUMBER, value="x").at(field="amount").under("debts[0]").at(line=7, field="ignored")
    assert (refused.line, refused.field, refused.values) == (7, "debts[0].amount", {"value": "x"})
    assert Refused(Problem.NO_DEBT).under("loans[2]").field == "loans[2]"


def test_an_alert_is_kept_once_for_a_level_and_an_instant() -> None:
    at = utc("2022-01-04 23:59:59.999")
    assert alert_key("ladder", "loan", "call", at) == "ladder|loan|call|1641340799999"
