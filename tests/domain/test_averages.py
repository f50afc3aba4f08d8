"""Averages of prices: bounds that always hold, ticks that cannot be true, and what nothing can be said of."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.prices.averages import Tick, believable, kept_indexes, twap_linear, twap_step, vwap

START = utc("2022-01-01")
PRICES = st.decimals("0.01", "1000000", places=2)
TICKS = st.lists(st.tuples(st.integers(-100, 200).map(lambda s: START + timedelta(seconds=s)), PRICES), min_size=1)


def ticks(*prices: str) -> list[Tick]:
    return [(START + timedelta(seconds=number), Decimal(price)) for number, price in enumerate(prices)]


def end() -> datetime:
    return START + timedelta(seconds=100)


@given(TICKS)
def test_an_average_over_time_lies_between_the_prices(found: list[Tick]) -> None:
    prices = [price for _, price in found]
    for average in (twap_step(found, START, end()), twap_linear(found, START, end())):
        if average is not None:
            assert min(prices) * Decimal("0.999999999") <= average <= max(prices) * Decimal("1.000000001")


@given(TICKS)
def test_every_tick_is_kept_or_rejected_once(found: list[Tick]) -> None:
    kept, rejected = believable(found)
    assert sorted([*kept, *rejected]) == sorted(found)


def test_a_tick_after_the_span_says_nothing_of_a_step() -> None:
    late = [(end() + timedelta(seconds=1), Decimal(5))]
    assert twap_step(late, START, end()) is None
    assert twap_linear(late, START, end()) == 5
    assert twap_linear([], START, end()) is None


@pytest.mark.parametrize(
    ("prices", "rejected"),
    [
        (("100", "101", "10000", "99"), ["10000"]),
        (("100", "120", "121"), []),
        (("100", "120.01", "99"), ["120.01"]),
        (("100", "100", "100", "100", "50", "51", "52", "53"), []),
        (("100", "100", "100", "100", "50", "80", "52"), ["50", "52"]),
        (("100", "100", "100", "100", "50", "30", "52", "31", "100"), ["50", "30", "52", "31"]),
    ],
)
def test_a_tick_far_off_is_rejected_unless_two_more_confirm_it(prices: tuple[str, ...], rejected: list[str]) -> None:
    assert [price for _, price in believable(ticks(*prices))[1]] == list(map(Decimal, rejected))


def test_what_is_near_the_median_stays_where_that_is_tolerated() -> None:
    quotes = [Decimal(quote) for quote in ("100", "100.01", "100.02", "100.5", "150")]
    assert kept_indexes(quotes) == [0, 1, 2]
    assert kept_indexes(quotes, Decimal("0.01")) == [0, 1, 2, 3]


def test_no_volume_is_no_price() -> None:
    assert vwap([]) is None
    assert vwap([(Decimal(5), Decimal(0))]) is None
    assert vwap([(Decimal(1), Decimal(1)), (Decimal(4), Decimal(2))]) == 3
