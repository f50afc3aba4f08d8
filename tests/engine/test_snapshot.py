"""The one value that the screen shows: complete for an empty profile, honest about what is not known."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from builders import quote, utc
from making import loan, write_portfolio

from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.prices.book import PriceState
from desktop_app.engine import commands, importing
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.report import report
from desktop_app.engine.snapshot import LoanView, Snapshot

NOW = utc("2026-11-21 12:00")
HOLDINGS = [
    {"id": "a", "platform": "bank", "asset": "USDT", "amount": "300", "reserve": True},
    {"id": "b", "platform": "wallet", "asset": "BTC", "amount": "0.5"},
]
PLATFORMS = [{"id": "bank", "name": "Bank"}, {"id": "wallet", "name": "Own wallet"}]


def snapshot(monitor: Monitor, folder: Path, *loans: dict[str, Any], **prices: str) -> Snapshot:
    """The snapshot with `loans`, the holdings above and `prices`."""
    path = write_portfolio(folder, *loans, holdings=HOLDINGS, platforms=PLATFORMS)
    importing.import_file(monitor, path, NOW)
    monitor.accept([quote(price, NOW, asset=asset) for asset, price in prices.items()], NOW)
    return monitor.snapshot(NOW)


def view(found: Snapshot, name: str = "one") -> LoanView:
    one = found.loan(name)
    assert one is not None
    return one


def test_an_empty_profile_has_a_snapshot(monitor: Monitor) -> None:
    found = monitor.snapshot(NOW)
    assert (found.loans, found.holdings, found.alerts, found.prices, found.due) == ((), (), (), (), ())
    totals = found.totals
    assert (totals.assets, totals.debt, totals.net, totals.reserve, totals.interest_per_day) == (0, 0, 0, 0, 0)
    assert totals.coverage is None
    assert totals.complete
    assert found.loan("none") is None
    assert report(monitor, NOW)["loans"] == []


def test_totals_add_up_everything_that_has_a_price(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, loan(debt="500"), BTC="1000")
    totals = found.totals
    assert (totals.assets, totals.debt, totals.net, totals.reserve) == (1800, 500, 1300, 300)
    assert totals.complete
    assert [(share.platform, share.assets) for share in found.shares] == [("bank", 1300), ("wallet", 500)]


def test_interest_of_a_day_is_a_cost(monitor: Monitor, tmp_path: Path) -> None:
    debts = [{"asset": "USDT", "amount": "3650", "rate": "0.1"}]
    found = snapshot(monitor, tmp_path, loan(amount="9", opened="2026-11-21", debts=debts), BTC="1000")
    assert abs(found.totals.interest_per_day + 1) < Decimal("1e-40")


def test_what_has_no_price_makes_the_totals_incomplete(monitor: Monitor, tmp_path: Path) -> None:
    other = loan(name="two", collateral=[{"asset": "XYZ", "amount": "1"}])
    found = snapshot(monitor, tmp_path, loan(), other, BTC="1000")
    assert not found.totals.complete
    assert (found.totals.assets, found.totals.debt) == (1800, 500)
    assert found.freshness.missing == ("XYZ",)
    valuation = view(found, "two").valuation
    assert valuation is not None
    assert (valuation.state, valuation.ltv) == (PriceState.MISSING, None)


def test_the_most_exposed_loan_stands_first_and_the_unknown_before_the_safe(monitor: Monitor, tmp_path: Path) -> None:
    unknown = loan(name="unknown", collateral=[{"asset": "XYZ", "amount": "1"}])
    found = snapshot(
        monitor,
        tmp_path,
        loan(name="safe", debt="100"),
        loan(name="safer", debt="50"),
        unknown,
        loan(name="called", debt="700"),
        loan(name="sold", debt="850"),
        BTC="1000",
    )
    assert [one.loan.id for one in found.loans] == ["sold", "called", "unknown", "safe", "safer"]


def test_a_loan_tells_its_levels_prices_and_cures(monitor: Monitor, tmp_path: Path) -> None:
    one = view(snapshot(monitor, tmp_path, loan(debt="650"), BTC="1000"))
    assert one.depth is Depth.EARLY_WARNING
    assert [level.reached for level in one.levels] == [True, False, False]
    assert one.next_level is one.levels[1]
    assert one.levels[2].leading is not None
    assert (one.levels[2].leading.asset, one.levels[2].leading.price) == ("BTC", Decimal("812.5"))
    assert one.levels[2].fall == Decimal("-0.1875")
    assert one.cure is not None
    assert (one.cure.cure.top_up_value, one.cure.cure.repay_value) == (300, 150)
    assert one.cure.top_up == (("BTC", Decimal("0.3")),)
    assert one.cure.repay == (("USDT", Decimal(150)),)


def test_the_reserve_covers_a_fall(monitor: Monitor, tmp_path: Path) -> None:
    """500 owed, 300 aside: 200 against 0.7 x value holds down to a value of 285.71."""
    found = snapshot(monitor, tmp_path, loan(debt="500"), BTC="1000")
    assert found.totals.coverage is not None
    assert abs(found.totals.coverage - (1 - Decimal(200) / Decimal("0.7") / 1000)) < Decimal("1e-9")


def test_a_loan_that_opens_tomorrow_counts_nowhere_yet(monitor: Monitor, tmp_path: Path) -> None:
    found = snapshot(monitor, tmp_path, loan(opened="2026-11-22"), BTC="1000")
    assert view(found).valuation is None
    assert (found.totals.debt, found.totals.coverage) == (0, None)


def test_debt_without_collateral_is_beyond_every_level(monitor: Monitor, tmp_path: Path) -> None:
    sold = {"at": "2026-02-01", "kind": "liquidation", "asset": "BTC", "amount": "1"}
    found = snapshot(monitor, tmp_path, loan(events=[sold]), BTC="1000")
    one = view(found)
    assert one.depth is Depth.LIQUIDATION
    assert all(level.reached for level in one.levels)
    assert {alert.value for alert in found.alerts} == {None}
    assert report(monitor, NOW)["loans"][0]["ltv"] is None


def test_time_alone_lets_prices_grow_stale(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path, loan(), BTC="1000")

    def state_after(seconds: float) -> PriceState:
        return monitor.snapshot(NOW + timedelta(seconds=seconds)).freshness.state

    assert state_after(180) is PriceState.PAR
    assert state_after(180.001) is PriceState.STALE
    commands.change_setting(monitor, "stale_s", 600)
    assert state_after(600) is PriceState.PAR


def test_a_dollar_token_without_a_quote_counts_as_one_and_with_a_quote_as_that(
    monitor: Monitor, tmp_path: Path
) -> None:
    found = snapshot(monitor, tmp_path, loan(), BTC="1000")
    assert next(held.price.state for held in found.holdings if held.holding.asset == "USDT") is PriceState.PAR
    monitor.accept([quote("0.9", NOW, asset="USDT")], NOW)
    one = view(monitor.snapshot(NOW))
    assert one.valuation is not None
    assert one.valuation.ltv == Decimal("0.45")


def test_the_newest_word_on_a_price_counts(monitor: Monitor, tmp_path: Path) -> None:
    """A close that is younger than the last quote is the better word, and the next quote is better still."""
    snapshot(monitor, tmp_path, loan(), BTC="1000")
    path = tmp_path / "BTCUSDT.csv"
    path.write_text("date,close\n2026-11-21,990\n2026-11-22,950\n", encoding="utf-8")
    later = utc("2026-11-23 00:01")
    importing.import_file(monitor, path, later)
    assert (monitor.book(later)["BTC"].value, monitor.book(later)["BTC"].source) == (950, "file")
    monitor.accept([quote("940", later)], later)
    assert (monitor.book(later)["BTC"].value, monitor.book(later)["BTC"].source) == (940, "one")


def test_every_text_of_the_report_is_exact(monitor: Monitor, tmp_path: Path) -> None:
    debts = [{"asset": "USDT", "amount": "500.000000000000000001", "rate": "0"}]
    snapshot(monitor, tmp_path, loan(debts=debts), BTC="1000")
    (one,) = report(monitor, NOW)["loans"]
    assert one["debts"]["USDT"]["principal"] == "500.000000000000000001"
    assert Decimal(one["ltv"]) == Decimal("0.500000000000000000001")
    assert report(monitor, NOW)["at"] == "2026-11-21T12:00:00.000Z"


def times(moments: list[str | None]) -> list[datetime | None]:
    return [utc(moment[:-1]) if moment else None for moment in moments]


def test_the_report_tells_times_in_utc(monitor: Monitor, tmp_path: Path) -> None:
    snapshot(monitor, tmp_path, loan(debt="700"), BTC="1000")
    assert times([alert["at"] for alert in report(monitor, NOW)["alerts"]]) == [NOW, NOW]
