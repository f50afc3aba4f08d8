"""Returns by hand: what was put in is no gain, a loan's leverage shows, what has no price is passed over."""

from datetime import timedelta
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.position import Flow, Position, PositionKind, RateStep
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.engine.performance import Past, performance
from desktop_app.engine.returns import growth_index

D = Decimal
START = utc("2026-01-01 00:00")
DAY = timedelta(days=1)


def days(count: int):
    return tuple(START + number * DAY for number in range(count))


def coins(amount: str = "1", *flows: Flow, **more: object) -> Position:
    return Position("one", "One", "okx", PositionKind.SAVINGS, "BTC", D(amount), START, flows=flows, **more)


def past(closes: list[str | None], *positions: Position, loans: tuple[Loan, ...] = ()) -> Past:
    prices = [D(one) if one is not None else None for one in closes]
    return Past(positions, loans, days(len(closes)), {"BTC": prices, "USD": [D(1)] * len(closes)})


def test_a_price_that_doubles_is_a_return_of_one_hundred_percent() -> None:
    found = performance(past(["100"] * 184 + ["200"] * 182, coins()))
    assert found.time_weighted == pytest.approx(1.0)
    assert found.money_weighted is not None
    assert found.money_weighted.rate == pytest.approx(1.0)
    assert found.values[0] == 0
    assert found.values[-1] == 200


def test_what_is_put_in_is_no_gain() -> None:
    found = performance(past(["100"] * 100, coins("1", Flow(START + 50 * DAY, D(9)))))
    assert found.time_weighted == pytest.approx(0.0)
    assert found.money_weighted is not None
    assert found.money_weighted.rate == pytest.approx(0.0, abs=1e-6)
    assert found.values[-1] == 1000


def test_interest_is_a_gain_by_the_venues_rule() -> None:
    found = performance(past(["100"] * 366, coins(rates=(RateStep(START, D("0.10")),))))
    assert found.time_weighted == pytest.approx(0.10, rel=1e-6)


def test_a_loss_of_nearly_all_within_days_is_told_as_such() -> None:
    found = performance(past(["100", "100", "1"], coins()))
    assert found.money_weighted is not None
    assert found.money_weighted.is_total


def test_a_loan_shows_its_leverage_and_its_interest() -> None:
    """10 BTC of 100 against 500: own money is 500; a rise by 10 % of the coins is one of 20 % on it."""
    terms = Terms(make_ladder((Level("call", LevelKind.MARGIN_CALL, D("0.8")),)))
    events = (
        Event("open", START, EventKind.OPEN, terms=terms),
        Event("pledge", START, EventKind.ADD_COLLATERAL, "BTC", D(10)),
        Event("draw", START, EventKind.DRAW, "USD", D(500), D(0)),
    )
    found = performance(past(["100", "100", "110"], loans=(Loan("loan", "Loan", "nexo", events),)))
    assert found.time_weighted == pytest.approx(0.20)
    closed = (
        *events,
        Event("pay", START + DAY, EventKind.REPAY, "USD", D(500)),
        Event("close", START + DAY, EventKind.CLOSE),
    )
    found = performance(past(["100", "100", "150"], loans=(Loan("loan", "Loan", "nexo", closed),)))
    assert found.time_weighted == pytest.approx(0.0)
    assert found.values[-1] == 0


def test_days_without_a_price_are_passed_over_and_told() -> None:
    found = performance(past(["100", None, None, "120"], coins()))
    assert found.values == (0.0, 120.0)
    assert found.unpriced == ("BTC",)
    assert found.time_weighted == pytest.approx(0.2)


def test_too_little_history_has_no_volatility_and_no_tail() -> None:
    found = performance(past(["100", "110", "100"], coins()))
    assert (found.volatility, found.tail) == (None, None)
    assert performance(Past((), (), (), {})).days == ()


@given(
    st.lists(st.floats(0.5, 2.0), min_size=1, max_size=30),
    st.lists(st.floats(0, 1000), min_size=30, max_size=30),
)
def test_the_index_grows_by_the_price_whatever_is_put_in(moves: list[float], flows: list[float]) -> None:
    value, values, whole = 1000.0, [1000.0], 1.0
    for move, flow in zip(moves, flows, strict=False):
        value = (value + flow) * move
        values.append(value)
        whole *= move
    assert growth_index(values, flows[: len(moves)])[-1] == pytest.approx(whole)
