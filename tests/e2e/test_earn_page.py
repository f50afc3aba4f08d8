"""The Earn page by what can be seen: positions are entered, refused, changed, closed; income, calendar, calculators."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QTableView

from desktop_app.domain.earn.position import Basis, PositionKind
from desktop_app.ui.dialogs.position import PositionDialog
from desktop_app.ui.widgets.agenda import entries_of

LOOKS = [
    ("dark", "en"),
    ("light", "zh_TW"),
    ("dark", "zh_CN"),
    *(pytest.param(*look, marks=pytest.mark.slow) for look in (("light", "en"), ("dark", "zh_TW"), ("light", "zh_CN"))),
]

QUICK = (PositionKind.TERM, PositionKind.DUAL, PositionKind.PERPETUAL)
KINDS = [one if one in QUICK else pytest.param(one, marks=pytest.mark.slow) for one in PositionKind]


def opened(desk):
    desk.main.window.open_page("earn")
    desk.wait_until(desk.main.window.pages["earn"].isVisible)
    return desk.main.window.pages["earn"]


def fill(desk, **fields):
    for name, words in fields.items():
        desk.type_into(desk.seen(QLineEdit, name.replace("_", " ")), words)


def new_position(desk, kind=PositionKind.SAVINGS):
    desk.click("Add a position")
    desk.wait_until(lambda: "Kind of position" in desk.names(QComboBox))
    box = desk.seen(QComboBox, "Kind of position")
    box.setCurrentIndex(box.findData(kind))


def test_a_savings_account_is_entered_by_what_is_seen(desk):
    opened(desk)
    assert "Nothing costs or earns yet" in desk.words()
    new_position(desk)
    fill(desk, Name="USDT savings", Platform="OKX", Amount="1000")
    desk.type_into(desk.seen(QLineEdit, "Printed rate a year, %"), "0.01")
    assert "Did you mean that?" in desk.words(), "0.01 % is a rate of a day"
    desk.click("Use 3.65")
    box = desk.seen(QComboBox, "The rate is told")
    box.setCurrentIndex(box.findData(Basis.APY))
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.positions)
    (view,) = desk.snapshot.positions
    assert (view.position.name, view.platform_name, view.printed) == ("USDT savings", "OKX", Decimal("0.0365"))
    assert view.net < view.printed, "what is printed with compounding is less without"
    page = desk.main.window.pages["earn"]
    desk.wait_until(lambda: page.positions.current() is not None)
    assert "3.65% APY" in [page.table.model().index(0, column).data() for column in range(12)]


def test_wrong_input_is_told_at_its_field_while_it_is_typed(desk):
    opened(desk)
    new_position(desk, PositionKind.SHARK_FIN)
    fill(desk, Name="Fin", Platform="OKX", Amount="-5")
    assert "The amount must be greater than zero." in desk.words()
    fill(desk, Amount="1000", Range_from="21000", Range_to="18000")
    desk.click("Save")
    desk.wait_until(lambda: "The range must rise" in desk.words())
    form = next(form for form in desk._all(PositionDialog) if form.isVisible())
    assert form.details.inputs["high"].wrong
    assert not desk.snapshot.positions
    fill(desk, Range_to="24000")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.positions)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_entered_and_changed(desk, kind):
    opened(desk)
    new_position(desk, kind)
    fill(desk, Name="One", Platform="Own", Amount="2")
    fills = {"Strike price": "58000", "Range from": "1", "Range to": "2", "Price at entry": "10", "Entry price": "10"}
    for name, words in {**fills, "Margin": "5", "Printed rate a year, %": "5"}.items():
        if name in desk.names(QLineEdit):
            desk.type_into(desk.seen(QLineEdit, name), words)
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.positions)
    before = desk.snapshot.positions[0].position
    desk.wait_until(lambda: desk.main.window.pages["earn"].positions.current() is not None)
    desk.click("Change…")
    fill(desk, Amount="3")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.positions[0].position.amount == 3)
    after = desk.snapshot.positions[0].position
    assert (after.kind, after.rates, after.details, after.terms) == (kind, before.rates, before.details, before.terms)


def test_a_payout_a_closing_and_a_removal_that_is_undone(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    desk.wait_until(lambda: page.positions.current() is not None)
    names = [page.table.model().index(row, 0).data() for row in range(4)]
    page.table.selectRow(names.index("USDT savings"))
    desk.click("Payout…")
    desk.type_into(desk.seen(QLineEdit, "Amount"), "1.5")
    desk.click("Save")

    def savings():
        return next((v for v in desk.snapshot.positions if v.position.id == "usdt-savings"), None)

    desk.wait_until(lambda: len(savings().position.payouts) == 2)
    desk.click("Remove")
    desk.wait_until(lambda: savings() is None)
    desk.click("Undo the removal")
    desk.wait_until(lambda: savings() is not None)
    desk.wait_until(lambda: len(page.positions.model.given) == 4)
    names = [page.table.model().index(row, 0).data() for row in range(4)]
    page.table.selectRow(names.index("USDT savings"))
    desk.click("Close…")
    desk.click("Save")
    desk.wait_until(lambda: savings().closed)


def test_the_income_is_told_and_what_is_missing_is_marked(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    page.tabs.setCurrentWidget(page.income)
    desk.wait_until(lambda: page.income.listing.table.model().rowCount() >= 3)
    box = desk.seen(QComboBox, "Told by")
    box.setCurrentIndex(1)
    model = desk.seen(QTableView, "Income").model()
    rows = [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]
    assert {row[1] for row in rows} == {"OKX", "Own wallet", "Nexo", "NFT lender"}, "loans cost what positions earn"
    assert any("look into it" in row[5] for row in rows)
    assert any(row[1] == "Nexo" and row[3].endswith("USDT") for row in rows)
    box.setCurrentIndex(0)
    desk.seen(QComboBox, "Summed by").setCurrentIndex(1)
    desk.wait_until(lambda: len(page.income.listing.table.model().index(0, 0).data()) == len("2026-11-28"))
    days = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert days == sorted(days, reverse=True)


def test_returns_are_told_with_their_definitions(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    page.tabs.setCurrentWidget(page.returns)
    desk.wait_until(lambda: "Money-weighted return a year (XIRR)" in desk.words())
    names = desk.names(QLabel)
    assert any(name.startswith("Value at risk, a day, 95%: −") for name in names), names
    assert page.returns.chart.samples().size > 20
    box = desk.seen(QComboBox, "Returns of")
    before = desk.words()
    box.setCurrentIndex(box.findText("BTC credit line"))
    desk.wait_until(lambda: desk.words() != before)


def test_an_entry_is_removed_from_the_history_and_taken_back(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    number = next(n for n, view in enumerate(desk.snapshot.positions) if view.position.payouts)
    known = desk.snapshot.positions[number].position
    model = page.positions.table.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    page.positions.table.selectRow(rows.index(known.name))
    desk.click("History…")
    table = desk.seen(QTableView, "History")
    first = [table.model().index(0, column).data() for column in range(3)]

    def payouts():
        return next(view.position for view in desk.snapshot.positions if view.position.id == known.id).payouts

    table.selectRow(0)
    desk.click("Remove the entry")
    desk.wait_until(lambda: [table.model().index(0, column).data() for column in range(3)] != first)
    desk.wait_until(lambda: len(payouts()) == len(known.payouts) - 1)
    desk.click("Undo the removal")
    desk.wait_until(lambda: payouts() == known.payouts)


def test_the_calendar_is_exported(open_desk, tmp_path, monkeypatch):
    desk = open_desk(demo=True)
    page = opened(desk)
    page.tabs.setCurrentWidget(page.agenda)
    target = tmp_path / "plimsoll.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.click("Export as calendar (.ics)…")
    written = target.read_bytes().decode()
    entries = entries_of(desk.snapshot)
    assert written.count("BEGIN:VEVENT") == len(entries) >= 2
    assert "SUMMARY:Product settles: BTC sell high\r\n" in written
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "x.ics"), ""))
    desk.click("Export as calendar (.ics)…")
    desk.wait_until(lambda: "The file was not written" in desk.words())


def test_payouts_come_from_a_statement_and_count_once(open_desk, tmp_path, monkeypatch):
    desk = open_desk(demo=True)
    page = opened(desk)
    view = next(one for one in desk.snapshot.positions if one.position.asset == "USDT")
    day = f"{view.position.opened:%Y-%m-%d}"
    statement = tmp_path / "statement.csv"
    header = "Cryptocurrency,Amount,Transaction Type,Confirmed At\n"
    statement.write_text(f"{header}USDT,1.5,Interest Payment,{day} 23:59:59\nBTC,1,Deposit,{day} 00:00:00\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(statement), ""))
    model = page.table.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == view.position.name)
    page.table.selectRow(row)
    for told in ("Payouts of USDT savings found: 1, new: 1.", "Payouts of USDT savings found: 1, new: 0."):
        desk.click("Payouts from a statement…")
        desk.wait_until(lambda told=told: told in desk.words())
    kept = next(one.position.payouts for one in desk.snapshot.positions if one.position.id == view.position.id)
    assert len(kept) == len(view.position.payouts) + 1
    assert Decimal("1.5") in [one.amount for one in kept]
    statement.write_text("a,b\n1,2\n")
    desk.click("Payouts from a statement…")
    desk.wait_until(lambda: "is of no statement that is known" in desk.words())


def test_a_calculator_answers_while_it_is_typed(desk):
    page = opened(desk)
    desk.click("Open the calculators")
    desk.wait_until(page.calculators.isVisible)
    rate = desk.seen(QLineEdit, "Rate, %")
    desk.type_into(rate, "7.3")
    desk.wait_until(lambda: "Rate a day: 0.02%" in desk.names(QLabel))
    desk.type_into(rate, "x")
    assert "x is not a number; write it like 1234.5." in desk.words()


@pytest.mark.parametrize(("theme", "language"), LOOKS)
def test_every_tab_and_calculator_opens_in_every_look(open_desk, theme, language):
    desk = open_desk(demo=True, theme=theme, language=language)
    page = opened(desk)
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        desk.bot.wait(5)
        assert page.tabs.currentWidget().isVisible()
    for number in range(page.calculators.names.count()):
        page.calculators.names.setCurrentRow(number)
        desk.bot.wait(5)
        assert not page.grab().isNull()
        assert page.calculators.made[number].isVisible()
