"""Rules of a person's own over a gap in which nobody looked: judged by the extremes, for as long as they must hold."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st
from making import loan, write_portfolio

from desktop_app.domain.alerts.rule import Rule, RuleKind, Severity
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.engine import alert_commands, importing
from desktop_app.engine.backfill import judge_past
from desktop_app.engine.catch_up_rules import first_ring
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.prices import save_candles

START = utc("2026-11-21 12:00")
MINUTE = timedelta(minutes=1)
D = Decimal


def candle(minute: int, low: int, high: int = 1000, source: str = "stub") -> Candle:
    return Candle("BTC", "USD", source, 60, START + minute * MINUTE, D(high), D(high), D(low), D(high))


def below(limit: int, for_s: int = 0, kind: RuleKind = RuleKind.PRICE_BELOW) -> Rule:
    return Rule("mine", kind, D(limit), Severity.WARNING, "BTC", for_s=for_s)


@pytest.mark.parametrize(
    ("lows", "for_s", "rings_after"),
    [
        ([1000, 890, 1000], 0, 2),
        ([1000, 890, 1000, 890, 1000], 120, None),
        ([1000, 890, 880, 1000], 120, 3),
        ([890, 890, 1000, 890, 890, 890], 180, 6),
        ([1000, 1000], 0, None),
    ],
)
def test_a_rule_that_must_hold_rings_only_where_every_minute_reached_it(
    lows: Sequence[int], for_s: int, rings_after: int | None
) -> None:
    rung = first_ring(below(900, for_s), [candle(number, low) for number, low in enumerate(lows)])
    assert (rung.at if rung else None) == (
        START + rings_after * MINUTE - timedelta(milliseconds=1) if rings_after else None
    )


def test_another_sources_word_on_the_same_minute_does_not_end_what_holds() -> None:
    two = [candle(number, low, source=name) for number in range(3) for name, low in (("a", 890), ("b", 950))]
    assert first_ring(below(900, 180), two) is not None


@given(st.lists(st.integers(850, 950), min_size=1, max_size=40), st.integers(0, 600))
def test_the_longer_it_must_hold_the_later_it_rings(lows: list[int], for_s: int) -> None:
    candles = [candle(number, low) for number, low in enumerate(lows)]
    at_once, held = first_ring(below(900), candles), first_ring(below(900, for_s), candles)
    assert at_once is not None or held is None
    if at_once is not None and held is not None:
        assert held.at >= at_once.at
    assert (at_once is not None) == any(low <= 900 for low in lows)


@pytest.mark.parametrize(
    ("kind", "limit", "value"),
    [(RuleKind.LTV_ABOVE, "0.55", D(500) / 880), (RuleKind.HEADROOM, "0.2", 1 - D(500) / 880 / D("0.7"))],
)
@pytest.mark.parametrize("for_s", [0, 60, 3600])
def test_a_rule_about_a_loan_is_judged_by_the_lows_of_a_gap(
    monitor: Monitor, tmp_path: Path, kind: RuleKind, limit: str, value: Decimal, for_s: int
) -> None:
    importing.import_file(monitor, write_portfolio(tmp_path, loan()), START - timedelta(days=1))
    rule = Rule("mine", kind, D(limit), Severity.WARNING, for_s=for_s)
    alert_commands.keep_rule(monitor, rule, START)
    for at in (START, START + 200 * MINUTE):
        monitor.accept([Quote("BTC", "USD", D(1000), at, name, at) for name in ("a", "b")], at)
    with monitor.write() as db:
        save_candles(db, [candle(minute, 880 if 50 <= minute < 55 else 990) for minute in range(1, 200)])
    late = judge_past(monitor, ["BTC"], START + 200 * MINUTE)
    mine = [one for one in late if one.rule_id == "mine"]
    assert [(one.subject, one.late) for one in mine] == ([("one", True)] if for_s < 3600 else [])
    for one in mine:
        assert abs(one.value - value) < D("1e-12")
        assert START + 50 * MINUTE < one.at < START + 52 * MINUTE
    assert judge_past(monitor, ["BTC"], START + 201 * MINUTE) == [], "told once"
