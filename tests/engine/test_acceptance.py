"""The example that everything must agree on: 1 BTC, a loan of half its value on 2021-11-10, and what came of it."""

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from making import contents, loan, write_portfolio

from desktop_app.domain.alerts.state import AlertState
from desktop_app.engine.importing import Imported, import_file
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.report import report

CROSSED = {"0.714": "2022-01-04", "0.741": "2022-01-05", "0.769": "2022-01-07", "0.833": "2022-01-21"}
LTVS = {
    "0.714": "0.71857395888602228408",
    "0.741": "0.75815546794435801965",
    "0.769": "0.79296503027340121614",
    "0.833": "0.9078648339375052376",
}
BY_UTC_DAYS = {
    "levels": [
        {"key": ltv, "kind": kind, "ltv": ltv}
        for ltv, kind in zip(CROSSED, ("early_warning", "margin_call", "margin_call", "liquidation"), strict=True)
    ]
}


@pytest.fixture
def prices(shared: Path) -> Path:
    """Bitcoin's real days."""
    path = shared / "data" / "binance_1d_utc" / "BTCUSDT.csv"
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    return path


@pytest.fixture(params=["own terms", "preset"])
def portfolio(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The loan, under terms of its own or under Nexo's."""
    rules = {"terms": BY_UTC_DAYS} if request.param == "own terms" else {"preset": "nexo"}
    debts = [{"asset": "USDT", "amount": "32441.215", "rate": "0.10"}]
    return write_portfolio(tmp_path, loan(opened="2021-11-10", debts=debts, **rules))


def first_of_each(entries: list[dict[str, Any]], day: str) -> dict[str, str]:
    """The first day of each threshold among crossings or alerts."""
    found: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: entry["at"]):
        found.setdefault(entry["threshold"], entry[day][:10])
    return found


@pytest.mark.parametrize("prices_first", [False, True], ids=["portfolio first", "prices first"])
def test_each_level_is_crossed_on_its_day(
    monitor: Monitor, portfolio: Path, prices: Path, now: datetime, prices_first: bool
) -> None:
    order = [prices, portfolio] if prices_first else [portfolio, prices]
    done = [import_file(monitor, path, now) for path in order]
    found = json.loads(json.dumps(report(monitor, now)))
    assert first_of_each(found["loans"][0]["crossings"], "date") == CROSSED
    assert first_of_each(found["alerts"], "at") == CROSSED
    assert len(found["alerts"]) == len(found["loans"][0]["crossings"]) == len(done[1].found)
    assert all(alert["late"] for alert in found["alerts"])
    assert not done[0].found


def test_the_figures_are_the_independent_ones(monitor: Monitor, prices: Path, now: datetime, tmp_path: Path) -> None:
    debts = [{"asset": "USDT", "amount": "32441.215", "rate": "0.10"}]
    import_file(monitor, write_portfolio(tmp_path, loan(opened="2021-11-10", debts=debts, terms=BY_UTC_DAYS)), now)
    import_file(monitor, prices, now)
    found = report(monitor, now)
    first: dict[str, Decimal] = {}
    for alert in sorted(found["alerts"], key=lambda alert: alert["at"]):
        first.setdefault(alert["threshold"], Decimal(alert["value"]))
    for level, ltv in LTVS.items():
        assert abs(first[level] / Decimal(ltv) - 1) < Decimal("1e-9")
    assert (found["loans"][0]["last_valued"], found["loans"][0]["price_state"]) == ("2023-01-10T23:59:59.999Z", "stale")


def test_importing_twice_adds_nothing(monitor: Monitor, portfolio: Path, prices: Path, now: datetime) -> None:
    import_file(monitor, portfolio, now)
    first = import_file(monitor, prices, now)
    before = contents(monitor.store)
    again = [import_file(monitor, path, now) for path in (portfolio, prices)]
    assert contents(monitor.store) == before
    assert again == [
        Imported("portfolio", "portfolio.json", 0, 0, 2),
        replace(first, added=0, unchanged=first.added, found=(), series=again[1].series),
    ]


def test_levels_that_history_left_open_stand_though_no_price_is_fresh(
    monitor: Monitor, portfolio: Path, prices: Path, now: datetime
) -> None:
    import_file(monitor, portfolio, now)
    import_file(monitor, prices, now)
    view = monitor.snapshot(now).loan("one")
    assert view is not None
    assert {level.state.state for level in view.levels} == {AlertState.NO_DATA}
    assert all(level.state.latched for level in view.levels)
    assert {alert.threshold for alert in monitor.snapshot(now).active_alerts} == {Decimal(level) for level in CROSSED}
