"""The reserve as every page sees it: one number, credit lines, plans with their transfers, the past."""

from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import candles, quote, utc
from making import loan, terms, write_portfolio

from desktop_app.domain.alerts.rule import Rule, RuleKind, Severity
from desktop_app.domain.platforms import CreditLine, Holding
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Reach
from desktop_app.domain.risk.transfer import Match
from desktop_app.engine import alert_commands, commands, importing, reserve_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.report import report
from desktop_app.engine.reserve_plan import curve, past_falls, reserve_plan
from desktop_app.engine.snapshot import Snapshot
from desktop_app.storage.candles import save_candles
from desktop_app.storage.store import Store

NOW = utc("2026-11-21 12:00")
CALL = [{"key": "call", "kind": "margin_call", "ltv": "0.7", "cure_hours": "12"}]
RULES = {**terms(), "levels": [*CALL, terms()["levels"][2]]}
PLATFORMS = [
    {"id": "bank", "name": "Bank", "facts": {"routes": [{"asset": "USDT", "network": "TRC-20", "memo": "77"}]}},
    {"id": "wallet", "name": "Own wallet"},
]
REACH = {"fee": "1", "loss": "0.01", "networks": ["trc20"], "handled_at": "18:00"}


def holding(name: str = "h", amount: str = "100", hours: str = "1", **more: Any) -> dict[str, Any]:
    made = {"id": name, "platform": "wallet", "asset": "USDT", "amount": amount, "reserve": True, "reach_hours": hours}
    return {**made, **more}


def snapshot(monitor: Monitor, folder: Path, price: str = "1000", **more: Any) -> Snapshot:
    loans = more.pop("loans", [loan(terms=RULES)])
    importing.import_file(monitor, write_portfolio(folder, *loans, platforms=PLATFORMS, **more), NOW)
    monitor.accept([quote(price, NOW)], NOW)
    return monitor.snapshot(NOW)


def share(debt: str) -> Decimal:
    return round(1 - Decimal(debt) / 700, 6)


def test_what_arrives_within_the_window_is_what_every_page_counts(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, holdings=[holding(), holding("late", "300", "13")])
    assert (found.totals.reserve, found.totals.reachable) == (400, 100)
    covered = found.totals.coverage
    assert covered is not None
    assert round(covered, 6) == share("400")
    assert curve(found).coverage == covered
    assert report(monitor, NOW)["totals"]["reserve_covers_fall"] == str(covered)
    for one in found.falls:
        assert (one.left >= 0) is (one.fall <= covered), "the table of falls agrees with the covered one"
        assert one.need == max(0, 500 - 700 * (1 - one.fall))


def test_the_alert_about_a_short_reserve_looks_at_the_same_number(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, holdings=[holding(), holding("late", "300", "13")])
    rule = Rule("short", RuleKind.RESERVE_SHORT, Decimal("0.9"), Severity.WARNING)
    alert_commands.keep_rule(monitor, rule, NOW)
    (alert,) = [one for one in monitor.snapshot(NOW).active_alerts if one.rule is RuleKind.RESERVE_SHORT]
    assert alert.value == found.totals.coverage


def test_a_window_that_no_lender_names_is_the_persons(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, loans=[loan()], holdings=[holding(hours="30")])
    assert found.reserve.assumed == {"one"}
    assert found.totals.reachable == 0
    commands.change_setting(monitor, "window_h", Decimal(30))
    assert monitor.snapshot(NOW).totals.reachable == 100
    commands.change_setting(monitor, "cure_to_target", True)
    covered = monitor.snapshot(NOW).totals.coverage
    assert covered is not None
    assert round(covered, 6) == share("500"), "from the call on 100 does not bring it back to half"


def test_a_credit_line_is_debt_where_drawn_and_reserve_where_free(monitor: Monitor, tmp_path: Path) -> None:
    before = snapshot(monitor, tmp_path, holdings=[holding()]).totals
    line = CreditLine("", "Overdraft", "house", "USD", Decimal(500), Decimal(200), Decimal("0.0365"))
    kept = reserve_commands.keep_credit(monitor, line, "House bank", NOW)
    after = monitor.snapshot(NOW)
    assert (after.totals.debt - before.debt, after.totals.reserve - before.reserve) == (200, 300)
    assert after.totals.interest_per_day - before.interest_per_day == Decimal("-0.02")
    assert after.platform_name("house") == "House bank"
    assert reserve_commands.remove_credit(monitor, kept.id, NOW) == kept
    assert monitor.snapshot(NOW).totals == before
    with pytest.raises(Refused) as told:
        reserve_commands.remove_credit(monitor, kept.id, NOW)
    assert told.value.problem is Problem.UNKNOWN_CREDIT


def test_a_holding_is_removed_and_comes_back(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path, holdings=[holding(reach=REACH)])
    gone = reserve_commands.remove_holding(monitor, "h", NOW)
    assert monitor.snapshot(NOW).reserve.items == ()
    commands.save_holding(monitor, gone, "", NOW)
    assert monitor.portfolio.holdings == (gone,)
    assert gone.reach == Reach(Decimal(1), Decimal("0.01"), None, time(18), networks=("trc20",))
    with pytest.raises(Refused):
        commands.save_holding(monitor, replace(gone, reach=Reach(loss=Decimal(2))), "", NOW)


def test_the_plan_spells_the_transfer_out(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, holdings=[holding(amount="300", hours="2", reach=REACH)])
    planned = reserve_plan(found, Decimal("0.5"))
    (step,) = planned.steps
    assert (step.pays, step.loan.loan.id) == (150, "one")
    assert round(step.units, 9) == round((Decimal(150) + 1) / Decimal("0.99"), 9)
    assert step.arrives == utc("2026-11-21 20:00"), "dealt with at 18:00, then two hours on the way"
    assert step.due == NOW + timedelta(hours=12)
    assert (step.transfer.match, step.transfer.routes[0].memo, step.transfer.test_in_time) == (Match.COMMON, "77", True)
    (one,) = planned.loans
    assert (one.before, one.after, one.lacking) == (1, Decimal("0.7"), 0)
    assert (planned.suggested, planned.more) == (150, 0)
    short = reserve_plan(found, Decimal("0.9"))
    assert short.more == 430 - (300 * Decimal("0.99") - 1)


def test_an_item_without_a_price_is_told_and_counts_nothing(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, holdings=[holding(asset="DOGE")])
    (view,) = found.reserve.items
    assert (view.value, view.item, view.ways) == (None, None, ())
    assert not found.totals.complete
    assert reserve_plan(found, Decimal("0.5")).more == 150


def test_the_past_tells_how_deep_the_collateral_fell(monitor: Monitor, store: Store, tmp_path: Path) -> None:
    closes = ["100", "100", "80", "90", "100", "100", "100", "99", "100", "100"]
    with monitor.write() as db:
        save_candles(db, candles("BTC", "2026-11-01", *closes))
        monitor.reload()
    found = snapshot(monitor, tmp_path, holdings=[holding()])
    past = past_falls(monitor, found, Decimal(1), 2)
    assert past.fall == Decimal("0.2")
    assert past_falls(monitor, found, Decimal("0.7"), 2).fall == Decimal("0.01")
    assert past_falls(monitor, found, Decimal("0.95"), 500).fall is None
    other = [loan(terms=RULES), loan("two", collateral=[{"asset": "ETH", "amount": "1"}], terms=RULES)]
    monitor.accept([quote("10", NOW, asset="ETH")], NOW)
    assert past_falls(monitor, snapshot(monitor, tmp_path, loans=other), Decimal(1), 2).without == ("ETH",)


def test_everything_about_the_reserve_survives_the_file(tmp_path: Path) -> None:
    reach = Reach(Decimal("0.5"), Decimal("0.01"), Decimal(10), time(8), "UTC+8", ("TRC-20",), Decimal("0.3"), "Tron")
    held = Holding("h", "wallet", "USDT", Decimal(5), reserve=True, reach=reach)
    line = CreditLine("c", "Bank", "wallet", "USD", Decimal(9), Decimal(1), Decimal("0.1"), reach=reach)
    with Store.open(tmp_path / "plimsoll.db") as store:
        monitor = Monitor(store)
        commands.save_holding(monitor, held, "Own wallet", NOW)
        reserve_commands.keep_credit(monitor, line, "", NOW)
        assert store.check() == []
    with Store.open(tmp_path / "plimsoll.db") as store:
        portfolio = Monitor(store).portfolio
        assert (portfolio.holdings, portfolio.credits) == ((held,), (line,))
