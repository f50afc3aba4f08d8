"""Amounts are exact in every thread, are read strictly, and are rounded to the side that is named."""

import decimal
import threading
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import (
    PRECISION,
    parse_amount,
    percentage,
    round_down,
    round_half_up,
    round_up,
    truncate,
)

NUMBERS = st.decimals("-1e12", "1e12", allow_nan=False, places=12)


def test_a_new_thread_computes_like_this_one() -> None:
    found: list[tuple[int, Decimal, str]] = []

    def compute() -> None:
        context = decimal.getcontext()
        found.append((context.prec, Decimal(1) / 7, context.rounding))

    threads = [threading.Thread(target=compute) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    compute()
    assert len(set(found)) == 1
    assert found[0][0] == PRECISION
    assert len(str(found[0][1])) == PRECISION + 2


def test_a_token_of_18_decimals_in_a_large_amount_keeps_every_digit() -> None:
    amount = parse_amount("123456789012.123456789012345678")
    assert str(amount * 3 / 3) == "123456789012.123456789012345678"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234.5", "1234.5"),
        (" 1 ", "1"),
        ("1e-8", "0.00000001"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+2", "2"),
        ("-0", "0"),
        ("1e30", "1e30"),
    ],
)
def test_a_plain_number_is_read(text: str, value: str) -> None:
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,234.5",
        "1 234",
        "1_000",
        "NaN",
        "Infinity",
        "-inf",
        "0x10",
        "1e",
        "1e1000",
        "--1",
        "1.2.3",
        "$5",
        "1e31",
        pytest.param("9" * 1_100_000, id="a million digits"),
    ],
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number|is too large"):
        parse_amount(text)


@given(st.text(max_size=12))
def test_any_text_is_a_finite_number_or_refused(text: str) -> None:
    try:
        value = parse_amount(text)
    except ValueError:
        return
    assert value.is_finite()
    assert abs(value) <= Decimal("1e30")


@given(NUMBERS, st.integers(0, 10))
def test_rounding_goes_to_the_named_side_by_less_than_a_step(value: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    assert value <= round_up(value, places) < value + step
    assert value - step < round_down(value, places) <= value
    assert abs(truncate(value, places)) <= abs(value) < abs(truncate(value, places)) + step
    assert abs(round_half_up(value, places) - value) <= step / 2


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("1.2328767", 2, "1.23"), ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3")],
)
def test_halves_go_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert round_half_up(Decimal(value), places) == Decimal(rounded)


def test_a_fraction_is_printed_as_the_venues_print_it() -> None:
    assert str(percentage(Decimal(5) / 6, 2)) == "83.33"
    assert str(percentage(Decimal("0.71425"), 2)) == "71.43"
