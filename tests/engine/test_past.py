"""The quick look at a loan's past finds exactly what the slow one finds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np
from builders import candles, event, loan, simple_loan, terms, utc
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period
from desktop_app.domain.events import Event
from desktop_app.domain.prices.quote import Candle
from desktop_app.engine.growth import has_closed_form
from desktop_app.engine.past import Past, past_of
from desktop_app.engine.replay import history, level_crossings
from desktop_app.storage.candles import block_of
from desktop_app.storage.series import SeriesKey

STEADY = frozenset({"USDT", "USD"})
GAP = Decimal("0.01")


def quick(events: Sequence[Event], *series: list[Candle]) -> Past:
    blocks = {
        SeriesKey(one[0].asset, one[0].currency, one[0].source, one[0].period_s): block_of(one) for one in series if one
    }
    return past_of(events, blocks, STEADY, GAP)


def slow(events: Sequence[Event], *series: list[Candle]) -> list[Crossing]:
    by_asset = {one[0].asset: one for one in series if one}
    return level_crossings(history(events, by_asset, STEADY), GAP)


def told(crossings: Sequence[Crossing]) -> list[tuple[object, ...]]:
    return [
        (one.level.key, one.level.ltv, one.at, one.ltv and round(one.ltv, 40), one.until, one.opened)
        for one in crossings
    ]


closes = st.lists(st.sampled_from(["1000", "900", "800", "714.3", "700", "694", "680", "650", "600"]), max_size=40)


@given(closes, closes, st.integers(0, 5), st.booleans(), st.sampled_from(["0", "0.1", "3"]))
def test_both_find_the_same_crossings(bitcoin: list[str], ether: list[str], gap: int, mixed: bool, rate: str) -> None:
    rules = terms(interest=Convention())
    events = [
        *simple_loan("2026-01-02", "1 BTC", f"500 USDT {rate}", rules).events,
        event("2026-01-05 12:00", "draw 50 USDT"),
        event("2026-01-09", "repay 20 USDT"),
        event("2026-01-12", "rules", terms=terms("warn 0.6", "call 0.7", "liq 0.8")),
    ]
    if mixed:
        events.append(event("2026-01-07", "pledge 0.1 ETH"))
    made = loan(*events).events
    series = [candles("BTC", "2026-01-01", *bitcoin)]
    if mixed:
        later = candles("ETH", "2026-01-01", *ether)
        series.append([one for number, one in enumerate(later) if number % 7 != gap])
    found = quick(made, *series)
    assert told(found.crossings) == told(slow(made, *series))
    points = list(history(made, {one[0].asset: one for one in series if one}, STEADY))
    assert [point.at for point in points] == [
        utc("1970-01-01") + timedelta(milliseconds=int(time)) for time in found.scan.times
    ]
    exact = np.array([np.inf if point.ltv is None else float(point.ltv) for point in points])
    assert np.all(found.scan.ltv <= exact * (1 + 1e-9))
    assert np.all(exact <= found.scan.upper * (1 + 1e-9))


def test_a_level_that_is_met_to_the_last_digit_counts_as_reached() -> None:
    events = simple_loan("2026-01-01", "1 BTC", "500 USDT", terms("warn 0.5", "liq 0.9")).events
    found = quick(events, candles("BTC", "2026-01-01", "1000", "999"))
    assert [(one.level.key, f"{one.at:%d}") for one in found.crossings] == [("warn 0.5", "01")]


def test_a_quiet_year_is_decided_at_a_few_points() -> None:
    events = simple_loan("2026-01-01", "1 BTC", "500 USDT 0.05", terms(interest=Convention())).events
    found = quick(events, candles("BTC", "2026-01-01", *["1000", "1010"] * 180))
    assert found.scan.times.size == 360
    assert len(found.points) <= 4
    assert found.crossings == []


def test_nothing_is_known_without_prices() -> None:
    events = simple_loan("2026-01-01", "1 BTC", "500 USDT").events
    found = quick(events)
    assert (found.last, list(found.points), list(found.crossings)) == (None, [], [])


def test_a_clock_with_a_fixed_offset_has_its_own_midnight() -> None:
    interest = Convention(boundary=Boundary.ELAPSED)
    rules = terms(interest=interest)
    events = [replace(one, zone="UTC+8") for one in simple_loan("2026-01-01", "1 BTC", "500 USDT 0.5", rules).events]
    found = quick(events, candles("BTC", "2026-01-01", *["1000"] * 4))
    assert utc("2026-01-01 16:00") in [balances.at for balances in found.scan.grid]


conventions = st.builds(
    Convention,
    st.sampled_from(Period),
    st.booleans(),
    st.sampled_from(DayCount),
    st.sampled_from(Boundary),
    st.sampled_from(["UTC", "UTC+8", "UTC-3:30", "Europe/Zurich"]),
    st.sampled_from([None, None, 2, 8]),
)


@settings(max_examples=15 if settings().max_examples <= 40 else settings().max_examples)
@given(conventions, conventions, st.sampled_from(["0", "0.1", "3"]), st.integers(0, 23))
def test_every_convention_lies_between_its_bounds(first: Convention, second: Convention, rate: str, hour: int) -> None:
    events = [
        *simple_loan(f"2026-01-01 {hour:02d}:17", "1 BTC", f"500 USDT {rate}", terms(interest=first)).events,
        event("2026-01-20 12:34", "draw 50 USDT"),
        event("2026-02-07 03:00", "rules", terms=terms(interest=second)),
        event("2026-02-20 12:00", "repay 20 USDT"),
    ]
    made = loan(*events).events
    series = candles("BTC", "2026-01-01", *["1000"] * 75)
    found = quick(made, series)
    points = list(history(made, {"BTC": series}, STEADY))
    exact = np.array([float(point.ltv or 0) for point in points])
    assert np.all(found.scan.ltv <= exact * (1 + 1e-9))
    assert np.all(exact <= found.scan.upper * (1 + 1e-9))
    if has_closed_form(found.scan.grid[0]) and has_closed_form(found.scan.grid[-1]):
        assert len(found.scan.grid) <= 4
        assert np.allclose(found.scan.ltv, exact, rtol=1e-11, atol=0)


def test_debt_without_collateral_is_endlessly_deep() -> None:
    events = (*simple_loan("2026-01-01", "1 BTC", "500 USDT").events, event("2026-01-03", "withdraw 1 BTC"))
    found = quick(events, candles("BTC", "2026-01-01", *["1000"] * 4))
    assert told(found.crossings) == told(slow(events, candles("BTC", "2026-01-01", *["1000"] * 4)))
    assert len(found.crossings) == 4
    assert np.isinf(found.scan.ltv[-1])
