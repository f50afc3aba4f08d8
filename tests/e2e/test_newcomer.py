"""Somebody new, given only the window: a loan in three fields, a row of a spreadsheet, an alert, a cure, a language."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QTabBar, QWidget

from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.ui.dialogs.loan import LoanDialog


def loan_form(desk):
    desk.choose("Add position", "Loan…")
    desk.wait_until(lambda: [one for one in desk.shell.findChildren(LoanDialog) if one.isVisible()])
    return next(one for one in desk.shell.findChildren(LoanDialog) if one.isVisible())


def open_tab(desk, name):
    for bar in desk.shell.findChildren(QTabBar):
        names = [bar.tabText(number).replace("&", "") for number in range(bar.count())]
        if bar.isVisible() and name in names:
            bar.setCurrentIndex(names.index(name))
            return
    raise AssertionError(f"no tab {name!r} is seen")


def test_a_loan_takes_three_fields_with_a_preset(desk):
    loan_form(desk)
    desk.type_into(desk.seen(QLineEdit, "Amount of collateral 1"), "0.5 eth")
    desk.type_into(desk.seen(QLineEdit, "Amount of debt 1"), "300 usdc")
    desk.type_into(desk.seen(QLineEdit, "Rate a year of debt 1, %"), "10.9")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.loans)
    (view,) = desk.snapshot.loans
    assert view.loan.name == "ETH loan, Nexo"
    assert view.balances.collateral == {"ETH": Decimal("0.5")}
    assert view.balances.debts["USDC"].principal == 300


def test_a_row_of_a_spreadsheet_fills_the_form(desk):
    form = loan_form(desk)
    QGuiApplication.clipboard().setText("House loan\tLedn\t2 BTC\t40,000 USDC\t11.4%\t2026-02-03")
    field = desk.seen(QLineEdit, "Amount of debt 1")
    field.setFocus()
    desk.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.wait_until(lambda: form.name.input.text() == "House loan")
    assert form.lender.currentText().startswith("Ledn")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.loans)
    (view,) = desk.snapshot.loans
    assert (view.platform_name, view.balances.rates) == ("Ledn", {"USDC": Decimal("0.114")})
    assert view.balances.opened.isoformat() == "2026-02-03T00:00:00+00:00"


def test_what_was_typed_is_back_after_a_dialog_was_closed(desk):
    form = loan_form(desk)
    desk.type_into(desk.seen(QLineEdit, "Amount of collateral 1"), "1.25")
    desk.click("Cancel")
    desk.wait_until(lambda: not form.isVisible())
    loan_form(desk)
    assert desk.seen(QLineEdit, "Amount of collateral 1").text() == "1.25"
    desk.click("What you typed before is back. Start afresh")
    assert desk.seen(QLineEdit, "Amount of collateral 1").text() == ""


def test_from_nothing_to_a_watched_loan_an_alert_a_cure_and_another_language(open_desk, tmp_path: Path):
    desk = open_desk(language="")
    language = desk.seen(QComboBox, "Language")
    language.setCurrentIndex(language.findData("en"))
    language.activated.emit(language.currentIndex())
    desk.wait_until(lambda: desk.snapshot.settings.language == "en" and "Welcome aboard" in desk.words())

    loan_form(desk)  # two collaterals
    desk.type_into(desk.seen(QLineEdit, "Amount of collateral 1"), "1 btc")
    desk.click("Another collateral")
    desk.wait_until(lambda: "Amount of collateral 2" in desk.names(QLineEdit))
    desk.type_into(desk.seen(QLineEdit, "Amount of collateral 2"), "10 eth")
    desk.type_into(desk.seen(QLineEdit, "Amount of debt 1"), "45000")
    desk.type_into(desk.seen(QLineEdit, "Rate a year of debt 1, %"), "10.9")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.loans)

    day = (desk.main.session.now() - timedelta(days=1)).date().isoformat()
    for asset, price in (("BTC", 60000), ("ETH", 2000)):  # prices
        path = tmp_path / f"{asset}USDT.csv"
        path.write_text(f"date,open,high,low,close\n{day},{price},{price},{price},{price}\n", encoding="utf-8")
        desk.choose("Add position", "Import files…")
        desk.shell.findChildren(QFileDialog)[-1].findChild(QLineEdit).setText(str(path))
        desk.click("Open")
        desk.wait_until(lambda: "Nothing is stored yet." in desk.words())
        desk.click("Import prices")
        desk.wait_until(lambda name=path.name: f"{name}: " in desk.words())
        desk.click("Done")
    desk.wait_until(lambda: desk.snapshot.loans[0].valuation is not None and desk.snapshot.loans[0].valuation.known)
    assert round(desk.snapshot.loans[0].valuation.ltv, 4) == Decimal("0.5625")

    desk.click("Alerts")  # a price alert
    desk.click("Add a rule")
    kind = desk.seen(QComboBox, "Tell me about")
    kind.setCurrentIndex(kind.findData(RuleKind.PRICE_BELOW))
    of = desk.seen(QComboBox, "Of")
    of.setCurrentIndex(of.findText("BTC"))
    desk.type_into(desk.seen(QLineEdit, "Limit"), "55000")
    desk.click("Save")
    desk.wait_until(lambda: [one for one in desk.snapshot.rules if one.limit == 55000])

    desk.click("Loans")  # a cure
    open_tab(desk, "Rescue plan")
    desk.type_into(desk.seen(QLineEdit, "Target LTV, %"), "40")
    desk.wait_until(lambda: any(name == "LTV after it: 40.00%" for name in desk.names(QLabel)))

    desk.click("Settings")  # another language
    language = desk.seen(QComboBox, "Language")
    language.setCurrentIndex(language.findData("zh_TW"))
    language.activated.emit(language.currentIndex())
    desk.wait_until(lambda: "總覽" in desk.names(QWidget))
