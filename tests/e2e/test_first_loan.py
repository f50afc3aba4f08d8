"""From an empty window to a watched loan, by mouse and keyboard."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.prices.book import PriceState
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine.service import utc_now
from desktop_app.ui.dialogs.event import EventDialog
from desktop_app.ui.dialogs.loan import LoanDialog
from desktop_app.ui.widgets.basics import Badge
from desktop_app.ui.widgets.toast import Toast


def add_loan(desk, name="My credit line", collateral="1", debt="30000", rate="10"):
    desk.choose("Add position", "Loan…")
    desk.wait_until(lambda: desk.shell.findChildren(LoanDialog))
    desk.seen(QLineEdit, "Name").clear()
    desk.bot.keyClicks(desk.seen(QLineEdit, "Name"), name)
    desk.type_into(desk.seen(QLineEdit, "Amount of collateral 1"), collateral)
    desk.type_into(desk.seen(QLineEdit, "Amount of debt 1"), debt)
    desk.type_into(desk.seen(QLineEdit, "Rate a year of debt 1, %"), rate)
    desk.click("Save")


def price(desk, value, asset="BTC", later=0):
    now = utc_now() + timedelta(seconds=later)
    quote = Quote(asset, "USD", Decimal(value), now, "test", now)
    return desk.do(lambda monitor, _: monitor.accept([quote], now))


def test_an_empty_window_says_what_to_do(desk):
    words = desk.words()
    assert "Welcome aboard" in words
    assert {"Add a loan", "Import a file"} <= desk.names(QPushButton)


def test_a_loan_is_added_by_typing_and_shown_with_its_ladder(desk):
    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    view = desk.snapshot.loans[0]
    assert view.loan.name == "My credit line"
    assert view.balances.collateral == {"BTC": Decimal(1)}
    assert view.balances.rates == {"USDT": Decimal("0.10")}
    assert [str(level.level.ltv) for level in view.levels] == ["0.714", "0.741", "0.769", "0.833"]
    desk.wait_until(lambda: "My credit line" in desk.words())
    assert view.state is PriceState.MISSING
    assert "missing" in desk.names(Badge)


def test_a_mistake_is_told_at_its_field_and_nothing_is_stored(desk):
    add_loan(desk, name="", collateral="one", debt="-5", rate="2000")
    words = desk.words()
    assert "Enter a name." in words
    assert "one is not a number; write it like 1234.5." in words
    assert "The amount must be greater than zero." in words
    assert "A yearly rate lies between 0 and 1,000 %; 2000 does not." in words
    assert desk.snapshot.loans == ()
    desk.click("Cancel")


def test_a_crossing_pops_up_is_listed_and_is_acknowledged(desk):
    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    price(desk, "60000")
    assert desk.snapshot.loans[0].depth is Depth.SAFE
    assert not desk.main.window.toasts.toasts
    price(desk, "56000", later=1)
    price(desk, "51000", later=2)
    price(desk, "46500", later=3)
    price(desk, "41900", later=4)
    desk.wait_until(lambda: desk.main.window.toasts.toasts)
    toast = desk.main.window.toasts.toasts[0]
    assert isinstance(toast, Toast)
    assert "My credit line: LTV 71.6%" in toast.accessibleDescription()
    assert "to bring it back to 50%" in toast.accessibleDescription()
    desk.click("Acknowledge")
    desk.wait_until(lambda: desk.snapshot.alerts and desk.snapshot.alerts[0].state is AlertState.ACKNOWLEDGED)
    assert not desk.main.window.toasts.toasts
    price(desk, "41800", later=5)
    assert len(desk.snapshot.alerts) == 1, "a level that is reached already rings once"
    desk.click("Alerts")
    desk.wait_until(lambda: "Alerts" in desk.words())
    table = desk.main.window.pages["alerts"].table
    assert table.model().rowCount() == 1
    assert table.model().index(0, 1).data() == "My credit line"


def test_an_alert_outlives_a_restart_and_does_not_pop_up_twice(desk, open_desk):
    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    price(desk, "41900")
    desk.wait_until(lambda: desk.main.window.toasts.toasts)
    desk.wait_until(lambda: desk.snapshot.alerts[0].told is not None)
    desk.stop()
    again = open_desk()
    assert [alert.subject_name for alert in again.snapshot.alerts] == ["My credit line"]
    assert again.snapshot.active_alerts
    again.bot.wait(50)
    assert not again.main.window.toasts.toasts


def test_an_alert_that_nobody_saw_pops_up_at_the_next_start(desk, open_desk, tmp_path):
    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    desk.main.bridge.close()  # the window is gone before it can show anything
    now = utc_now()
    desk.main.service.run(
        lambda monitor, _: monitor.accept([Quote("BTC", "USD", Decimal(41900), now, "test", now)], now)
    ).result()
    desk.stop()
    again = open_desk()
    again.wait_until(lambda: again.main.window.toasts.toasts)
    assert "My credit line" in again.main.window.toasts.toasts[0].accessibleDescription()


def test_a_portfolio_and_prices_are_imported_through_the_file_dialog(desk, tmp_path: Path):
    portfolio = tmp_path / "mine.json"
    portfolio.write_text(
        '{"format": "plimsoll-portfolio", "version": 1, "loans": [{"id": "a", "name": "Imported", "platform": "nexo",'
        ' "preset": "nexo", "opened": "2026-01-01", "collateral": [{"asset": "BTC", "amount": "1"}],'
        ' "debts": [{"asset": "USDT", "amount": "40000", "rate": "0.1"}]}]}'
    )
    prices = tmp_path / "BTCUSDT.csv"
    rows = [f"2026-01-{day:02d},{p},{p},{p},{p}" for day, p in ((1, 80000), (2, 70000), (3, 55000), (4, 52000))]
    prices.write_text("date,open,high,low,close\n" + "\n".join(rows) + "\n")
    for path in (portfolio, prices):
        desk.choose("Add position", "Import files…")
        dialog = desk.shell.findChildren(QFileDialog)[-1]
        line = dialog.findChild(QLineEdit)
        line.setText(str(path))  # as pasted: typing would open the list of completions over the button
        desk.click("Open")
        if path is prices:
            desk.wait_until(lambda: "Nothing is stored yet." in desk.words())
            desk.click("Import prices")
        desk.wait_until(lambda name=path.name: f"{name}: " in desk.words())
    desk.click("Done")
    desk.wait_until(lambda: len(desk.snapshot.alerts) == 3)
    late = sorted(desk.snapshot.alerts, key=lambda alert: (alert.at, alert.threshold))
    assert [(alert.at.date().isoformat(), str(alert.threshold)) for alert in late] == [
        ("2026-01-03", "0.714"),
        ("2026-01-04", "0.741"),
        ("2026-01-04", "0.769"),
    ]
    assert all(alert.late for alert in late)
    desk.wait_until(lambda: desk.main.window.toasts.toasts)
    assert "3 crossings found in price history" in desk.main.window.toasts.toasts[0].accessibleDescription()
    desk.click("Show alerts")
    assert desk.main.window.pages["alerts"].table.model().rowCount() == 3


def test_a_malformed_file_is_told_by_line_and_field_and_changes_nothing(desk, tmp_path: Path):
    wrong = tmp_path / "BTCUSDT.csv"
    wrong.write_text("date,open,high,low,close\n2026-01-01,1,2,1,2\n2026-01-02,1,x,1,1\n")
    desk.main.window.arrivals.take([wrong])
    desk.wait_until(lambda: "line 3, field high: x is not a number" in desk.words())
    assert not desk.seen(QPushButton, "Import prices").isEnabled()
    tables = ("candles", "price_chunks")
    query = lambda monitor: [monitor.store.db.table(name).count for name in tables]  # noqa: E731
    assert desk.main.service.query(query).result() == [0, 0]


def test_events_are_added_and_impossible_ones_refused_with_the_reason(desk):
    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    desk.click("Loans")
    desk.click("Add event")
    desk.wait_until(lambda: desk.shell.findChildren(EventDialog))
    what = desk.seen(QComboBox, "What happened")
    what.setCurrentIndex(what.findText("Collateral withdrawn"))
    desk.type_into(desk.seen(QLineEdit, "Amount"), "2")
    desk.click("Save")
    desk.wait_until(lambda: "Only 1 BTC is pledged at that time, so 2 cannot leave." in desk.words())
    desk.type_into(desk.seen(QLineEdit, "Amount"), "0.25")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.loans[0].balances.collateral == {"BTC": Decimal("0.75")})
    assert len(desk.snapshot.loans[0].loan.events) == 4


def test_a_loan_is_edited_closed_and_its_history_stays(desk, monkeypatch):
    from PySide6.QtWidgets import QMessageBox

    add_loan(desk)
    desk.wait_until(lambda: desk.snapshot.loans)
    desk.click("Loans")
    desk.click("Edit")
    desk.wait_until(lambda: [d for d in desk.shell.findChildren(LoanDialog) if d.isVisible()])
    desk.type_into(desk.seen(QLineEdit, "Name"), "Renamed")
    desk.type_into(desk.seen(QLineEdit, "Early warning, %"), "65")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.loans[0].loan.name == "Renamed")
    assert str(desk.snapshot.loans[0].levels[0].level.ltv) == "0.65"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    desk.click("Close loan")
    desk.wait_until(lambda: desk.snapshot.loans[0].closed)
    assert desk.snapshot.open_loans == ()
    assert desk.snapshot.totals.debt == 0
