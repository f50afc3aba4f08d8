"""What a person may do to a loan; what cannot have happened is refused and leaves no trace."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import event, terms, utc
from making import contents, loan, write_portfolio

from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.platforms import Holding
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import commands, importing
from desktop_app.engine.commands import LoanForm
from desktop_app.engine.monitor import Monitor

NOW = utc("2026-11-21 12:00")
OPENED = utc("2026-01-01")
FORM = LoanForm(
    " New loan ",
    "okx",
    "OKX",
    utc("2026-03-01"),
    (("BTC", Decimal(1)), ("ETH", Decimal(2))),
    (("USDT", Decimal(500), Decimal("0.1")),),
    terms(),
)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def filled(monitor: Monitor, tmp_path: Path) -> Monitor:
    """A monitor with one loan: 1 BTC against 500 USDT, 100 of them repaid in June."""
    repaid = {"at": "2026-06-01", "kind": "repay", "asset": "USDT", "amount": "100"}
    importing.import_file(monitor, write_portfolio(tmp_path, loan(events=[repaid])), NOW)
    return monitor


def the_loan(monitor: Monitor) -> Loan:
    return monitor.portfolio.loan("one")


def test_a_new_loan_is_kept_with_its_opening(filled: Monitor) -> None:
    made = commands.add_loan(filled, FORM, NOW)
    kept = Monitor(filled.store).portfolio.loan(made.id)
    assert kept == made
    assert (kept.name, kept.platform, filled.portfolio.platform_name("okx")) == ("New loan", "okx", "OKX")
    held = replay(kept.events, utc("2026-03-01"))
    assert held.collateral == {"BTC": 1, "ETH": 2}
    assert held.debts["USDT"].principal == 500


def test_a_known_platform_keeps_its_name(filled: Monitor) -> None:
    commands.add_loan(filled, replace(FORM, platform="bank", platform_name="Another name"), NOW)
    assert filled.portfolio.platform_name("bank") == "Bank"


def test_an_edit_replaces_the_opening_and_keeps_what_came_later(filled: Monitor) -> None:
    edited = commands.edit_loan(filled, "one", replace(FORM, opened=OPENED + timedelta(days=1)), NOW)
    assert edited == the_loan(filled)
    assert (edited.name, edited.platform) == ("New loan", "okx")
    held = replay(edited.events, NOW)
    assert held.collateral == {"BTC": 1, "ETH": 2}
    assert held.opened == OPENED + timedelta(days=1)
    assert [one.kind.value for one in edited.events][-1] == "repay"


def test_an_edit_leaves_a_later_pledge_and_a_later_drawing_alone(filled: Monitor) -> None:
    commands.add_event(filled, "one", event("2026-06-02", "pledge 3 SOL"), NOW)
    commands.add_event(filled, "one", event("2026-06-03", "draw 7 DAI"), NOW)
    held = replay(commands.edit_loan(filled, "one", replace(FORM, opened=OPENED), NOW).events, NOW)
    assert held.collateral == {"BTC": 1, "ETH": 2, "SOL": 3}
    assert held.debts["DAI"].total == 7


def test_what_happens_this_very_moment_has_happened(filled: Monitor) -> None:
    assert commands.add_loan(filled, replace(FORM, opened=NOW), NOW).events[0].at == NOW
    assert commands.add_event(filled, "one", event(OPENED, "pledge 1 ETH"), NOW).events[-1].kind.value == "repay"
    assert commands.add_event(filled, "one", event(NOW, "pledge 1 SOL"), NOW).events[-1].at == NOW
    assert commands.close_loan(filled, "one", NOW, NOW).events[-1].kind.value == "close"


def test_an_edit_without_a_name_keeps_the_name(filled: Monitor) -> None:
    assert commands.edit_loan(filled, "one", replace(FORM, name=" "), NOW).name == "Loan one"


def test_an_event_is_added_in_its_place_and_can_be_taken_out_again(filled: Monitor) -> None:
    before = the_loan(filled)
    added = commands.add_event(filled, "one", replace(event("2026-05-01", "pledge 1 ETH"), id=""), NOW)
    assert [one.kind.value for one in added.events][-2:] == ["add_collateral", "repay"]
    assert added.events[-2].id
    assert commands.remove_event(filled, "one", added.events[-2].id, NOW) == before == the_loan(filled)


def test_closing_repays_what_is_owed_and_ends_the_loan(filled: Monitor) -> None:
    commands.add_event(filled, "one", event("2026-06-02", "rate 0.1 USDT"), NOW)
    closed = commands.close_loan(filled, "one", NOW, NOW)
    assert [one.kind.value for one in closed.events][-2:] == ["repay", "close"]
    assert closed.events[-2].amount is not None
    assert closed.events[-2].amount > 400
    view = filled.snapshot(NOW).loan("one")
    assert view is not None
    assert view.closed
    assert not filled.snapshot(NOW).open_loans


def test_a_deleted_loan_can_be_brought_back_as_it_was(filled: Monitor) -> None:
    before = contents(filled.store)
    gone = commands.delete_loan(filled, "one", NOW)
    assert not filled.portfolio.loans
    assert not contents(filled.store)["loan_events"]
    commands.restore_loan(filled, gone, NOW)
    after = contents(filled.store)
    assert (after["loans"], after["loan_events"]) == (before["loans"], before["loan_events"])


def test_a_holding_is_kept_and_replaced(filled: Monitor) -> None:
    held = Holding("h", "wallet", "BTC", Decimal("0.5"), reserve=True)
    commands.save_holding(filled, held, "Own wallet", NOW)
    commands.save_holding(filled, replace(held, amount=Decimal(2)), "", NOW)
    assert Monitor(filled.store).portfolio.holdings == (replace(held, amount=Decimal(2)),)
    assert filled.portfolio.platform_name("wallet") == "Own wallet"


def _edit(**changes: object) -> Callable[[Monitor], object]:
    return lambda monitor: commands.edit_loan(monitor, "one", replace(FORM, **changes), NOW)


def _add(**changes: object) -> Callable[[Monitor], object]:
    return lambda monitor: commands.add_loan(monitor, replace(FORM, **changes), NOW)


def _event(at: str | datetime, what: str, **more: object) -> Callable[[Monitor], object]:
    return lambda monitor: commands.add_event(monitor, "one", event(at, what, **more), NOW)


def _after_the_end(monitor: Monitor) -> None:
    commands.add_event(monitor, "one", event("2026-08-01", "pledge 1 ETH"), NOW)
    closing = event("2026-07-01", "close")
    commands.add_event(monitor, "one", event("2026-06-15", "repay 400 USDT"), NOW)
    commands.add_event(monitor, "one", closing, NOW)


REFUSED: dict[str, tuple[Callable[[Monitor], object], Problem]] = {
    "no name": (_add(name="  "), Problem.NAME_MISSING),
    "no collateral": (_add(collateral=()), Problem.NO_COLLATERAL),
    "no debt": (_add(debts=()), Problem.NO_DEBT),
    "opened tomorrow": (_add(opened=TOMORROW), Problem.IN_THE_FUTURE),
    "nothing pledged": (_add(collateral=(("BTC", Decimal(0)),)), Problem.NOT_POSITIVE),
    "less than nothing drawn": (_add(debts=(("USDT", Decimal(-1), Decimal(0)),)), Problem.NOT_POSITIVE),
    "edit without collateral": (_edit(collateral=()), Problem.NO_COLLATERAL),
    "edit without debt": (_edit(debts=()), Problem.NO_DEBT),
    "edit to tomorrow": (_edit(opened=TOMORROW), Problem.IN_THE_FUTURE),
    "edit to after an event": (_edit(opened=utc("2026-07-01")), Problem.NOT_OPENED),
    "edit to less than was repaid": (_edit(debts=(("USDT", Decimal(50), Decimal(0)),)), Problem.REPAID_TOO_MUCH),
    "edit of nothing": (lambda monitor: commands.edit_loan(monitor, "two", FORM, NOW), Problem.UNKNOWN_LOAN),
    "event tomorrow": (_event(TOMORROW, "pledge 1 BTC"), Problem.IN_THE_FUTURE),
    "event before the opening": (_event("2025-12-31", "pledge 1 BTC"), Problem.BEFORE_OPENING),
    "event on nothing": (
        lambda monitor: commands.add_event(monitor, "two", event("2026-05-01", "pledge 1 BTC"), NOW),
        Problem.UNKNOWN_LOAN,
    ),
    "more repaid than owed": (_event("2026-08-01", "repay 400.01 USDT"), Problem.REPAID_TOO_MUCH),
    "so much repaid that a later one is too much": (_event("2026-05-01", "repay 450 USDT"), Problem.REPAID_TOO_MUCH),
    "more withdrawn than pledged": (_event("2026-08-01", "withdraw 2 BTC"), Problem.COLLATERAL_SHORT),
    "closed with debt": (_event("2026-08-01", "close"), Problem.DEBT_LEFT),
    "closed before its last event": (
        lambda monitor: commands.close_loan(monitor, "one", utc("2026-05-01"), NOW),
        Problem.BEFORE_OPENING,
    ),
    "closed tomorrow": (lambda monitor: commands.close_loan(monitor, "one", TOMORROW, NOW), Problem.IN_THE_FUTURE),
    "opening taken out": (lambda monitor: commands.remove_event(monitor, "one", "one:open", NOW), Problem.NOT_OPENED),
    "drawing taken out": (
        lambda monitor: commands.remove_event(monitor, "one", "one:debt:0", NOW),
        Problem.REPAID_TOO_MUCH,
    ),
    "no such loan deleted": (lambda monitor: commands.delete_loan(monitor, "two", NOW), Problem.UNKNOWN_LOAN),
    "nothing held": (
        lambda monitor: commands.save_holding(monitor, Holding("h", "w", "BTC", Decimal(0)), "W", NOW),
        Problem.NOT_POSITIVE,
    ),
    "something after the end": (_after_the_end, Problem.AFTER_CLOSING),
}


@pytest.mark.parametrize(("act", "problem"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_have_happened_is_refused_and_leaves_no_trace(
    filled: Monitor, act: Callable[[Monitor], object], problem: Problem
) -> None:
    before = contents(filled.store), the_loan(filled), dict(filled.alarms.states)
    with pytest.raises(Refused) as caught:
        act(filled)
    assert caught.value.problem is problem
    if problem is not Problem.AFTER_CLOSING:
        assert (contents(filled.store), the_loan(filled), filled.alarms.states) == before
    assert the_loan(Monitor(filled.store)) == the_loan(filled)


def test_a_setting_is_kept_within_its_bounds(filled: Monitor) -> None:
    commands.change_setting(filled, "poll_s", 30)
    commands.change_setting(filled, "hysteresis", Decimal("0.02"))
    assert (filled.settings.poll_s, filled.settings.hysteresis) == (30, Decimal("0.02"))
    assert Monitor(filled.store).settings == filled.settings
    before = contents(filled.store)
    with pytest.raises(ValueError, match="must lie between"):
        commands.change_setting(filled, "poll_s", 4)
    with pytest.raises(KeyError):
        commands.change_setting(filled, "unheard_of", 1)
    assert contents(filled.store) == before
