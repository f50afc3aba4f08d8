"""Undo and redo: whatever a person did, in any order, is taken back row by row and done again; alerts follow."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from builders import utc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.alerts.rule import Rule, RuleKind, Severity
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.earn.position import Position, PositionKind
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Holding
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.problems import Refused
from desktop_app.engine import alert_commands, commands, position_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import Changed, Offers
from desktop_app.engine.undoing import Undoing
from desktop_app.storage.store import Store
from desktop_app.storage.undo import TABLES

D = Decimal
START = utc("2026-11-21 12:00")
LADDER = make_ladder((Level("call", LevelKind.MARGIN_CALL, D("0.7")),), target=D("0.5"))


def form(name: str, debt: str = "500") -> commands.LoanForm:
    opened = START - timedelta(days=1)
    legs = (("BTC", D(1)),)
    return commands.LoanForm(name, "bank", "Bank's", opened, legs, (("USDT", D(debt), D(0)),), Terms(LADDER))


def user_rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    return {
        name: sorted(store.db.conn.execute(f'select * from "{name}"').fetchall(), key=repr)
        for name in TABLES
        if store.db[name].exists()
    }


Act = Callable[[Monitor], object]


def first_loan(monitor: Monitor) -> str:
    return monitor.portfolio.loans[0].id if monitor.portfolio.loans else "none"


ACTS: dict[str, Act] = {
    "add a loan": lambda m: commands.add_loan(m, form("It's one", "500"), START),
    "edit it": lambda m: commands.edit_loan(m, first_loan(m), form("Two", "600"), START),
    "delete it": lambda m: commands.delete_loan(m, first_loan(m), START),
    "close it": lambda m: commands.close_loan(m, first_loan(m), START, START),
    "repay": lambda m: commands.add_event(
        m, first_loan(m), Event("", START, EventKind.REPAY, "USDT", D(10), note='a "quoted" note;'), START
    ),
    "hold": lambda m: commands.save_holding(m, Holding("h", "bank", "USDT", D(100), note="';--"), "Bank", START),
    "hold more": lambda m: commands.save_holding(m, Holding("h", "bank", "USDT", D("1e-18")), "Bank", START),
    "save": lambda m: position_commands.keep_position(
        m, Position("p", "P", "okx", PositionKind.SAVINGS, "USDT", D(5), START), "OKX", START
    ),
    "stop saving": lambda m: position_commands.remove_position(m, "p", START),
    "set a rule": lambda m: alert_commands.keep_rule(
        m, Rule("r", RuleKind.PRICE_BELOW, D(1), Severity.NOTICE, "BTC"), START
    ),
    "drop the rule": lambda m: alert_commands.remove_rule(m, "r", START),
    "go dark": lambda m: commands.change_setting(m, "theme", "dark"),
    "go light": lambda m: commands.change_setting(m, "theme", "light"),
    "count in euro": lambda m: commands.change_setting(m, "currency", "EUR"),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=12))
def test_everything_is_taken_back_and_done_again(names: list[str]) -> None:
    with Store.open(None) as store:
        monitor = Monitor(store)
        undoing = Undoing(monitor)
        seen = [user_rows(store)]
        for name in names:
            try:
                undoing.recorded(lambda m, now, act=ACTS[name]: act(m), START)
            except Refused:
                continue
            if user_rows(store) != seen[-1]:
                seen.append(user_rows(store))
        for rows in reversed(seen[:-1]):
            assert undoing.undo(START) is not None
            assert user_rows(store) == rows
        assert undoing.undo(START) is None
        for rows in seen[1:]:
            assert undoing.redo(START) is not None
            assert user_rows(store) == rows
        assert undoing.redo(START) is None
        assert store.check() == []


@pytest.fixture
def undoing(monitor: Monitor) -> Undoing:
    return Undoing(monitor)


def act(undoing: Undoing, name: str) -> None:
    undoing.recorded(lambda m, now: ACTS[name](m), START)


def test_what_is_offered_is_told_and_a_new_change_ends_redo(undoing: Undoing) -> None:
    assert undoing.offers == Offers()
    act(undoing, "add a loan")
    act(undoing, "hold")
    assert undoing.offers == Offers(Changed.HOLDING)
    undoing.undo(START)
    assert undoing.offers == Offers(Changed.LOAN, Changed.HOLDING)
    act(undoing, "go dark")
    assert undoing.offers == Offers(Changed.SETTING)


def test_what_is_saved_unchanged_is_nothing_to_take_back(undoing: Undoing, monitor: Monitor) -> None:
    for name in ("add a loan", "edit it", "edit it"):
        act(undoing, name)
    assert monitor.portfolio.loans[0].name == "Two"
    undoing.undo(START)
    assert monitor.portfolio.loans[0].name == "It's one"


def test_ticks_and_prices_are_nothing_to_take_back(undoing: Undoing, monitor: Monitor) -> None:
    act(undoing, "add a loan")
    for value in ("1000", "600"):
        monitor.accept([Quote("BTC", "USD", D(value), START, name, START) for name in "ab"], START)
    monitor.tick(START)
    undoing.recorded(lambda m, now: m.tick(now), START)
    assert undoing.offers == Offers(Changed.LOAN)


def test_alerts_follow_what_is_taken_back_and_done_again(undoing: Undoing, monitor: Monitor) -> None:
    act(undoing, "add a loan")
    monitor.accept([Quote("BTC", "USD", D(800), START, name, START) for name in "ab"], START)
    act(undoing, "edit it")
    assert [one.state for one in monitor.snapshot(START).alerts] == [AlertState.FIRING]
    undoing.undo(START)
    assert [one.state for one in monitor.snapshot(START).alerts] == [AlertState.RESOLVED]
    undoing.undo(START)
    assert monitor.portfolio.loans == ()
    assert not monitor.alarms.states
    undoing.redo(START)
    undoing.redo(START + timedelta(minutes=1))
    states = [one.state for one in monitor.snapshot(START).alerts]
    assert states.count(AlertState.FIRING) == 1, "the deeper debt rings again"


def test_a_change_that_fails_leaves_nothing_to_take_back(undoing: Undoing, monitor: Monitor) -> None:
    with pytest.raises(Refused):
        undoing.recorded(lambda m, now: commands.add_loan(m, form(""), START), START)
    assert undoing.offers == Offers()
    assert undoing.undo(START) is None
