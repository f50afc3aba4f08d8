"""The ECB's reference rates: turned round exactly, dated by their fixing, from the daily file and from the history."""

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st
from samples import NOW, Canned, sources

from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.client import FetchError
from desktop_app.feeds.files.ecb import parse_reference_rates
from desktop_app.feeds.venues.ecb import parse_daily

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" '
    'xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject>'
    "<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>"
)
TAIL = "</Cube></gesmes:Envelope>"


def daily(*rates: str, day: str = "2026-11-20") -> str:
    cubes = "".join("<Cube currency='{}' rate='{}'/>".format(*rate.split()) for rate in rates)
    return f"{HEAD}<Cube time='{day}'>{cubes}</Cube>{TAIL}"


def asked(*assets: str, currency: str = "EUR", text: str = "") -> list[Quote]:
    (ecb,) = (one for one in sources().prices if one.name == "ecb")
    return asyncio.run(ecb.quotes(Canned(text or daily("USD 1.25", "JPY 160", "GBP 0.8")), assets, currency, NOW))


def test_rates_of_one_euro_become_prices_in_euro() -> None:
    found = {quote.asset: quote for quote in asked("USD", "GBP", "BTC")}
    assert set(found) == {"USD", "GBP"}
    assert found["USD"] == Quote("USD", "EUR", Decimal("0.8"), utc("2026-11-20 13:10"), "ecb", NOW)
    assert found["GBP"].price == Decimal("1.25")


def test_who_counts_in_dollars_and_owes_euros_gets_the_dollar_in_euro() -> None:
    assert [quote.asset for quote in asked("EUR", currency="USD")] == ["USD"]
    assert sorted(quote.asset for quote in asked("EUR", "JPY", currency="USD")) == ["JPY", "USD"]


@pytest.mark.parametrize(("asset", "currency"), [("TWD", "EUR"), ("EUR", "TWD"), ("EUR", "EUR"), ("BTC", "EUR")])
def test_what_the_bank_does_not_fix_is_not_known(asset: str, currency: str) -> None:
    (ecb,) = (one for one in sources().prices if one.name == "ecb")
    assert not ecb.knows(asset, currency)
    assert asked(asset, currency=currency) == []


@given(st.decimals("0.0001", "100000", places=4))
def test_a_price_is_turned_round_to_fifty_digits(rate: Decimal) -> None:
    (quote,) = asked("USD", text=daily(f"USD {rate}"))
    assert abs(quote.price * rate - 1) < Decimal("1e-45")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<Cube",
        "<a/>",
        HEAD + TAIL,
        daily(),
        daily("USD 0"),
        daily("USD -1"),
        daily("USD 1e-999"),
        daily("USD 1e10"),
        daily("USD NaN"),
        daily("USD 1", "USD 2"),
        daily("USD 1", day="yesterday"),
        daily("USD 1", day="0001-01-01"),
        daily("USD 1").replace("rate='1'", ""),
        daily("USD 1").replace("</Cube></Cube>", "</Cube><Cube time='2026-11-19'></Cube></Cube>"),
        daily("USD 1").replace("?>\n", "?>\n<!DOCTYPE a>"),
        daily("USD 1").replace("?>\n", '?>\n<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'),
        daily("USD 1").replace("?>\n", '?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
        daily("USD 1") + daily("USD 1"),
    ],
)  # fmt: skip
def test_another_form_of_the_daily_file_is_a_fault(text: str) -> None:
    with pytest.raises(FetchError):
        parse_daily(text)


HISTORY = "Date,USD,JPY,CYP,\n2026-11-20,1.25,160.5,N/A,\n2026-11-19,1.2,161,0.58,\n"


def test_the_history_is_read_ascending() -> None:
    found = parse_reference_rates(HISTORY, NOW)
    assert [(quote.asset, quote.at.date()) for quote in found] == [
        ("USD", date(2026, 11, 19)), ("JPY", date(2026, 11, 19)), ("CYP", date(2026, 11, 19)),
        ("USD", date(2026, 11, 20)), ("JPY", date(2026, 11, 20)),
    ]  # fmt: skip
    assert found[3].price == Decimal("0.8")
    assert all(quote.currency == "EUR" and quote.at.tzinfo is UTC for quote in found)


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("", Problem.EMPTY_FILE, 1),
        ("Day,USD\n", Problem.UNKNOWN_LAYOUT, 1),
        ("Date\n", Problem.UNKNOWN_LAYOUT, 1),
        ("Date,USD,USD\n", Problem.UNKNOWN_LAYOUT, 1),
        ("Date,dollars\n", Problem.UNKNOWN_LAYOUT, 1),
        (HISTORY + "2026-11-18,1.2\n", Problem.COLUMN_COUNT, 4),
        (HISTORY + "2026-11-18,1,2,3,4,\n", Problem.COLUMN_COUNT, 4),
        (HISTORY + "18.11.2026,1,2,3,\n", Problem.NOT_A_TIME, 4),
        (HISTORY + "2026-11-19,1,2,3,\n", Problem.TWICE, 4),
        (HISTORY + "2026-11-18,1,much,3,\n", Problem.NOT_A_NUMBER, 4),
        (HISTORY + "2026-11-18,1,0,3,\n", Problem.NOT_POSITIVE, 4),
        (HISTORY + "2026-11-18,1,,3,\n", Problem.NOT_A_NUMBER, 4),
        (HISTORY + "2026-11-18,1,1e-99,3,\n", Problem.NOT_A_NUMBER, 4),
    ],
)
def test_another_form_of_the_history_is_refused_with_its_line(text: str, problem: Problem, line: int) -> None:
    with pytest.raises(Refused) as caught:
        parse_reference_rates(text, NOW)
    assert (caught.value.problem, caught.value.line) == (problem, line)


@given(st.text(alphabet="Date,USJPYN/A0123456789.-\n\"' ", max_size=80))
def test_any_text_is_a_history_or_refused(text: str) -> None:
    try:
        found = parse_reference_rates("Date,USD,\n" + text, datetime.now(UTC))
    except Refused:
        return
    assert all(quote.price > 0 for quote in found)
