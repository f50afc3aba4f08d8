"""An import is kept whole or not at all; what it brings is counted, and what is not over yet is left out."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from builders import utc
from making import HEADER, contents, loan, portfolio, write_portfolio, write_prices

from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import commands
from desktop_app.engine.importing import Imported, SeriesImported, import_file
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.errors import StoreUnwritable
from desktop_app.storage.store import Store

DAYS = ("2026-01-02 1000", "2026-01-03 800", "2026-01-04 1000", "2026-01-05 700")


@pytest.fixture
def filled(monitor: Monitor, tmp_path: Path, now: datetime) -> Monitor:
    """A monitor with a loan, prices and the alerts that they brought."""
    import_file(monitor, write_portfolio(tmp_path, holdings=[_holding("100")]), now)
    import_file(monitor, write_prices(tmp_path, *DAYS), now)
    assert len(contents(monitor.store)["alerts"]) == 3
    return monitor


def _holding(amount: str) -> dict[str, object]:
    return {"id": "h", "platform": "bank", "asset": "USDT", "amount": amount, "reserve": True}


def bad_price_rows() -> dict[str, str]:
    good = "2026-01-02,1,1,1,1\n2026-01-03,1,1,1,1\n"
    bad = {
        "number": "2026-01-04,1,1,1,x\n",
        "columns": "2026-01-04,1,1,1\n",
        "time": "tomorrow,1,1,1,1\n",
        "zero": "2026-01-04,1,1,0,1\n",
        "order": "2026-01-04,1,1,2,1\n",
        "contradiction": "2026-01-03,2,2,2,2\n",
        "quote": '2026-01-04,"1,1,1,1\n',
    }
    return {name: HEADER + good + row for name, row in bad.items()} | {"header": "a,b\n1,2\n", "empty": ""}


@pytest.mark.parametrize("text", bad_price_rows().values(), ids=bad_price_rows())
def test_a_bad_price_file_changes_no_row_of_any_table(
    filled: Monitor, tmp_path: Path, now: datetime, text: str
) -> None:
    before = contents(filled.store)
    path = tmp_path / "ETHUSDT.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused):
        import_file(filled, path, now)
    assert contents(filled.store) == before


BAD_PORTFOLIOS = {
    "no json": "{",
    "unknown field": json.dumps(portfolio(loan(), colour="red")),
    "second loan bad": json.dumps(portfolio(loan(debt="999"), loan(name="two", amount="0"))),
    "impossible event": json.dumps(
        portfolio(
            loan(debt="999"),
            loan(name="two", events=[{"at": "2026-02-01", "kind": "repay", "asset": "USDT", "amount": "501"}]),
        )
    ),
    "holding bad": json.dumps(portfolio(loan(debt="999"), holdings=[_holding("-1")])),
    "newer": json.dumps(portfolio(loan(debt="999")) | {"version": 2}),
}


@pytest.mark.parametrize("text", BAD_PORTFOLIOS.values(), ids=BAD_PORTFOLIOS)
def test_a_bad_portfolio_changes_no_row_of_any_table(filled: Monitor, tmp_path: Path, now: datetime, text: str) -> None:
    before = contents(filled.store)
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused):
        import_file(filled, path, now)
    assert contents(filled.store) == before


def _prices(folder: Path) -> Path:
    return write_prices(folder, *DAYS)


@pytest.mark.parametrize("write", [write_portfolio, _prices], ids=["portfolio", "prices"])
def test_an_import_that_fails_at_its_end_leaves_nothing_and_can_be_repeated(
    monitor: Monitor, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], Path]
) -> None:
    """The disk fills up while the history is judged: not even the rows before that stay."""
    import_file(monitor, write_portfolio(tmp_path) if write is _prices else _prices(tmp_path), now)
    before = contents(monitor.store)
    path = write(tmp_path)
    with monkeypatch.context() as full:
        full.setattr("desktop_app.engine.alarms.alert_rows.save_alert", _disk_full)
        with pytest.raises(StoreUnwritable):
            import_file(monitor, path, now)
    assert contents(monitor.store) == before
    assert len(import_file(monitor, path, now).found) == 3
    assert import_file(monitor, path, now).added == 0


def _disk_full(*_: object) -> None:
    raise StoreUnwritable("the disk is full")


def test_an_import_counts_what_is_new_changed_and_as_before(filled: Monitor, tmp_path: Path, now: datetime) -> None:
    path = write_portfolio(tmp_path, loan(), loan(name="two", debt="400"), holdings=[_holding("150")])
    done = import_file(filled, path, now)
    assert (done.added, done.changed, done.unchanged) == (1, 1, 2)
    assert filled.portfolio.holdings[0].amount == 150


def test_what_a_portfolio_does_not_name_stays(filled: Monitor, tmp_path: Path, now: datetime) -> None:
    import_file(filled, write_portfolio(tmp_path, loan(name="two", debt="400")), now)
    assert [one.id for one in filled.portfolio.loans] == ["one", "two"]
    assert len(filled.portfolio.holdings) == 1


def test_a_source_may_correct_its_prices(filled: Monitor, tmp_path: Path, now: datetime) -> None:
    done = import_file(filled, write_prices(tmp_path, *DAYS[:-1], "2026-01-05 600"), now)
    assert (done.added, done.changed, done.unchanged) == (0, 1, 3)
    assert [alert.level for alert in done.found] == ["sale"]


def test_more_history_brings_only_what_is_new(filled: Monitor, tmp_path: Path, now: datetime) -> None:
    done = import_file(filled, write_prices(tmp_path, "2026-01-06 1000", "2026-01-07 610"), now)
    assert [(alert.level, alert.at.date().isoformat()) for alert in done.found] == [
        ("warning", "2026-01-07"),
        ("call", "2026-01-07"),
        ("sale", "2026-01-07"),
    ]
    assert all(alert.late for alert in done.found)


def test_a_candle_that_is_not_over_is_left_out(filled: Monitor, tmp_path: Path) -> None:
    """An export of today ends with a day that still runs: its close is neither an end nor a fresh price."""
    noon = utc("2026-01-06 12:00")
    done = import_file(filled, write_prices(tmp_path, *DAYS, "2026-01-06 100"), noon)
    series = (SeriesImported("BTC", "USDT", 0, 0, 4, running=1),)
    assert done == Imported("prices", "BTCUSDT.csv", 0, 0, 4, asset="BTC", series=series)
    assert filled.book(noon)["BTC"].value == 700
    done = import_file(filled, write_prices(tmp_path, *DAYS, "2026-01-06 100"), noon + timedelta(hours=12))
    assert (done.added, [alert.level for alert in done.found]) == (1, ["sale"])


def test_prices_in_a_currency_without_a_rate_value_nothing(monitor: Monitor, tmp_path: Path, now: datetime) -> None:
    import_file(monitor, write_portfolio(tmp_path), now)
    done = import_file(monitor, write_prices(tmp_path, *DAYS, name="BTCEUR.csv"), now)
    assert (done.added, done.found) == (4, ())
    view = monitor.snapshot(now).loan("one")
    assert view is not None
    assert view.valuation is not None
    assert not view.valuation.known


def test_the_asset_may_be_told_where_the_name_does_not(monitor: Monitor, tmp_path: Path, now: datetime) -> None:
    path = write_prices(tmp_path, *DAYS, name="prices.csv")
    with pytest.raises(Refused) as caught:
        import_file(monitor, path, now)
    assert caught.value.problem is Problem.ASSET_UNCLEAR
    assert import_file(monitor, path, now, "btc", "usdt").asset == "BTC"


def test_a_file_is_backed_up_before_an_import_and_not_where_it_was_refused(tmp_path: Path, now: datetime) -> None:
    with Store.open(tmp_path / "plimsoll.db") as store:
        monitor = Monitor(store)
        (tmp_path / "bad.json").write_text("{", encoding="utf-8")
        with pytest.raises(Refused):
            import_file(monitor, tmp_path / "bad.json", now)
        assert not list((tmp_path / "backups").glob("*.db"))
        import_file(monitor, write_portfolio(tmp_path), now)
    (backup,) = (tmp_path / "backups").glob("*.db")
    with Store.open(backup, read_only=True) as before:
        assert not contents(before)["loans"]


def test_a_loan_with_presets_follows_its_venues_rules(monitor: Monitor, tmp_path: Path, now: datetime) -> None:
    import_file(monitor, write_portfolio(tmp_path, loan(preset="nexo", platform="nexo")), now)
    view = monitor.snapshot(now).loan("one")
    assert view is not None
    assert [str(level.level.ltv) for level in view.levels] == ["0.714", "0.741", "0.769", "0.833"]
    assert view.platform_name == "Nexo"


def test_commands_leave_the_monitor_and_the_store_at_one(filled: Monitor, tmp_path: Path, now: datetime) -> None:
    import_file(filled, write_portfolio(tmp_path, loan(debt="600"), loan(name="two")), now)
    commands.delete_loan(filled, "two", now)
    fresh = Monitor(filled.store)
    assert (fresh.portfolio, fresh.alarms.states, fresh.settings) == (
        filled.portfolio,
        filled.alarms.states,
        filled.settings,
    )
