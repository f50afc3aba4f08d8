"""A loan's past at every close: valued where every price is known, with the terms and debts of that day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from builders import candles, event, loan, simple_loan, terms, utc

from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.events import Event
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.prices.quote import Candle
from desktop_app.engine.curves import LtvCurve, ltv_curve, with_live_point
from desktop_app.engine.past import past_of
from desktop_app.engine.replay import Hypothetical, Point, history, level_crossings, replay_daily
from desktop_app.storage.candles import block_of
from desktop_app.storage.series import SeriesKey

STEADY = frozenset({"USDT", "USD"})
HALF = Decimal("0.5")


def past(events: Sequence[Event], *series: list[Candle]) -> list[Point]:
    return list(history(events, {one[0].asset: one for one in series if one}, STEADY))


def curve_of(one: Loan, series: list[Candle]) -> LtvCurve:
    key = SeriesKey(series[0].asset, series[0].currency, "file", 86400)
    return ltv_curve(one.id, past_of(one.events, {key: block_of(series)}, STEADY, Decimal("0.01")), one.events)


def ltvs(points: list[Point]) -> list[str]:
    return [f"{point.at:%d} {point.ltv:.4f}" if point.ltv is not None else f"{point.at:%d} -" for point in points]


def test_each_close_is_valued_with_the_debt_of_its_day() -> None:
    events = simple_loan("2026-01-01", "1 BTC", "500 USDT 0.365", terms(interest=Convention(compounding=False))).events
    points = past(events, candles("BTC", "2026-01-01", "1000", "1000", "500"))
    assert ltvs(points) == ["01 0.5000", "02 0.5005", "03 1.0020"]
    assert [point.opened for point in points] == [utc("2026-01-01"), utc("2026-01-02"), utc("2026-01-03")]


def test_closes_before_the_opening_and_after_the_closing_are_passed_over() -> None:
    whole = loan(*simple_loan("2026-01-02", "1 BTC", "500 USDT").events, event("2026-01-03 12:00", "repay 500 USDT"))
    events = (*whole.events, event("2026-01-03 12:00", "close"))
    assert ltvs(past(events, candles("BTC", "2026-01-01", *["1000"] * 4))) == ["02 0.5000"]


def test_a_close_without_the_price_of_every_asset_is_passed_over() -> None:
    events = (*simple_loan("2026-01-01", "1 BTC", "500 USDT").events, event("2026-01-01", "pledge 1 ETH"))
    ether = candles("ETH", "2026-01-01", "1000") + candles("ETH", "2026-01-03", "1000")
    assert ltvs(past(events, candles("BTC", "2026-01-01", "1000", "1000", "1000"), ether)) == ["01 0.2500", "03 0.2500"]


def test_a_haircut_and_a_change_of_rules_hold_from_their_day() -> None:
    events = (
        *simple_loan("2026-01-01", "1 BTC", "500 USDT").events,
        event("2026-01-02", "rules", terms=terms(weights={"BTC": "0.5"})),
    )
    assert ltvs(past(events, candles("BTC", "2026-01-01", "1000", "1000"))) == ["01 0.5000", "02 1.0000"]


def test_the_low_of_a_day_is_an_upper_bound() -> None:
    day = Candle("BTC", "USDT", "file", 86400, utc("2026-01-01"), *map(Decimal, ("1000", "1100", "800", "1000")))
    (point,) = past(simple_loan("2026-01-01", "1 BTC", "500 USDT").events, [day])
    assert (point.ltv, point.ltv_low) == (Decimal("0.5"), Decimal("0.625"))


def test_debt_without_collateral_has_no_ltv_and_crosses_every_level() -> None:
    events = (*simple_loan("2026-01-01", "1 BTC", "500 USDT").events, event("2026-01-02", "liquidation 1 BTC"))
    points = past(events, candles("BTC", "2026-01-01", "1000", "1000"))
    assert ltvs(points) == ["01 0.5000", "02 -"]
    assert len(level_crossings(points, Decimal("0.01"))) == 4


def test_a_crossing_ends_where_the_level_was_left() -> None:
    points = past(
        simple_loan("2026-01-01", "1 BTC", "500 USDT", terms("call 0.7")).events,
        candles("BTC", "2026-01-01", "1000", "700", "714", "730", "600"),
    )
    found = level_crossings(points, Decimal("0.01"))
    assert [(crossing.at.day, crossing.until and crossing.until.day) for crossing in found] == [(2, 4), (5, None)]


def test_a_level_is_followed_by_its_key_through_a_change_of_rules() -> None:
    stricter = terms("call 0.7", "liq 0.75")
    events = (*simple_loan("2026-01-01", "1 BTC", "720 USDT", terms("call 0.7", "liq 0.9")).events,)
    changed = (*events, event("2026-01-02", "rules", terms=stricter))
    points = past(changed, candles("BTC", "2026-01-01", "1000", "1000", "950"))
    assert [(one.level.key, one.at.day) for one in level_crossings(points, Decimal("0.01"))] == [
        ("call 0.7", 1),
        ("liq 0.75", 3),
    ]


def hypothetical(closes: Sequence[str], horizon: int = 9, levels: Sequence[str] = ("0.7",)) -> Hypothetical:
    series = {"BTC": candles("BTC", "2026-01-01", *closes)}
    wanted = [Decimal(level) for level in levels]
    return replay_daily(series, {"BTC": Decimal(2)}, date(2026, 1, 1), HALF, Decimal(0), Convention(), horizon, wanted)


def test_a_loan_that_might_have_been() -> None:
    found = hypothetical(["1000", "800", "700", "900"])
    assert (found.collateral_value, found.loan, found.days_valued) == (2000, 1000, 3)
    crossing = found.by_close[Decimal("0.7")]
    assert (found.day(crossing), crossing.opened.date()) == (2, date(2026, 1, 3))
    assert found.deepest is crossing


def test_the_horizon_ends_a_loan_that_might_have_been() -> None:
    found = hypothetical(["1000", "800", "700", "100"], horizon=2, levels=("0.7", "0.9"))
    assert found.days_valued == 2
    assert list(found.by_close) == [Decimal("0.7")]


@pytest.mark.parametrize(("closes", "told"), [(["1000"], "after"), ([], "on")])
def test_a_loan_without_prices_cannot_have_been(closes: list[str], told: str) -> None:
    with pytest.raises(ValueError, match=f"there is no price {told}"):
        hypothetical(closes)


def test_a_curve_has_the_points_bands_and_marks_of_the_past() -> None:
    rules = terms("warn 0.6", "call 0.7")
    one = simple_loan("2026-01-01", "1 BTC", "500 USDT", rules)
    curve = curve_of(one, candles("BTC", "2026-01-01", "1000", "650"))
    assert curve.values.tolist() == [0.5, 500 / 650]
    assert curve.times.dtype == curve.values.dtype == curve.lows.dtype == np.float64
    assert np.all(np.diff(curve.times) > 0)
    assert [(band.kind.value, band.ltv) for band in curve.bands] == [("early_warning", 0.6), ("margin_call", 0.7)]
    assert [mark.label for mark in curve.crossings] == ["warn 0.6", "call 0.7"]
    assert [mark.kind for mark in curve.events] == ["open", "add_collateral", "draw"]


def test_the_live_point_is_added_once_at_the_end() -> None:
    one = simple_loan("2026-01-01", "1 BTC", "500 USDT")
    curve = curve_of(one, candles("BTC", "2026-01-01", "1000"))
    later = utc("2026-01-02 12:00")
    live = with_live_point(curve, later, 0.55)
    assert (live.values.tolist(), live.lows.tolist()) == ([0.5, 0.55], [0.5, 0.55])
    assert with_live_point(live, later - timedelta(days=9), 0.9) is live
