"""The Reserve page by what can be seen: the curve, the plan and its transfer, items, credit lines, exports."""

import csv
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from desktop_app.ui.dialogs.credit import CreditDialog
from desktop_app.ui.dialogs.holding import HoldingDialog
from desktop_app.ui.widgets.export_card import save_as


def opened(desk):
    desk.main.window.open_page("reserve")
    page = desk.main.window.pages["reserve"]
    desk.wait_until(lambda: page.isVisible() and page.plan.listing.current() is not None)
    return page


def cells(listing, row=0):
    model = listing.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def column(listing, number):
    return [cells(listing, row)[number] for row in range(listing.table.model().rowCount())]


def test_the_demonstration_shows_how_far_the_reserve_reaches(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    covered = desk.snapshot.totals.coverage
    words = f"−{covered * 100:.1f}%"
    assert words in desk.words()
    desk.main.window.open_page("overview")
    assert words in desk.words(), "the Overview tells the same"
    desk.main.window.open_page("stress")
    desk.wait_until(lambda: words in desk.words())  # and so does the Stress page
    page = opened(desk)
    assert "Take" in page.plan.words()[0]
    assert any("Network: TRC-20." in line for line in page.plan.words())
    assert column(page.items, 0) == ["USDT · OKX", "ETH stake", "USDC 30 days", "USDT savings", "Overdraft"]
    assert "5 d" in column(page.items, 4)
    assert set(column(page.loans, 6)) == {"nothing"}


def test_a_deeper_fall_shows_the_gap_and_what_each_loan_lacks(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    desk.type_into(desk.seen(QLineEdit, "Everything falls by, %"), "80")
    desk.wait_until(lambda: "more than reaches the loans in time" in desk.words())
    desk.wait_until(lambda: any(words != "nothing" for words in column(page.loans, 6)))
    page.chart.setFocus()
    desk.bot.keyClick(page.chart, Qt.Key.Key_End)
    assert "lacks" in page.chart.accessibleDescription()
    desk.type_into(desk.seen(QLineEdit, "Everything falls by, %"), "120")
    desk.wait_until(lambda: "A share lies between 0 and 100 %" in desk.words())


def test_an_assumed_window_and_the_aim_are_settings_of_ones_own(open_desk):
    desk = open_desk(demo=True)
    opened(desk)
    before = desk.snapshot.totals
    desk.type_into(desk.seen(QLineEdit, "Window where none is named, h"), "200")
    desk.wait_until(lambda: desk.snapshot.totals.reachable > before.reachable)
    desk.seen(QCheckBox, "Cure down to the target").click()
    desk.wait_until(lambda: desk.snapshot.settings.cure_to_target)
    assert desk.snapshot.totals.coverage < before.coverage
    desk.wait_until(lambda: "every called loan brought to its target in time" in desk.words())


def test_a_credit_line_is_entered_refused_removed_and_taken_back(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    desk.click("Add a credit line")
    desk.wait_until(lambda: desk._all(CreditDialog))
    for name, words in (
        ("Name", "Family"),
        ("Platform or bank", "Family"),
        ("Credit limit", "1000"),
        ("Drawn already", "2000"),
    ):
        desk.type_into(desk.seen(QLineEdit, name), words)
    desk.click("Save")
    desk.wait_until(lambda: "is drawn already; the limit must not be smaller." in desk.words())
    desk.type_into(desk.seen(QLineEdit, "Drawn already"), "400")
    desk.type_into(desk.seen(QLineEdit, "Handled once a day at"), "25:00")
    desk.click("Save")
    assert "is not a time of day" in desk.words()
    desk.type_into(desk.seen(QLineEdit, "Handled once a day at"), "05:00")
    desk.click("Save")
    desk.wait_until(lambda: len(desk.snapshot.credits) == 2)
    page.tabs.setCurrentIndex(1)
    desk.wait_until(lambda: "Family" in column(page.items, 0))
    page.items.table.selectRow(column(page.items, 0).index("Family"))
    desk.click("Remove")
    desk.wait_until(lambda: len(desk.snapshot.credits) == 1)
    desk.click("Undo the removal")
    desk.wait_until(lambda: len(desk.snapshot.credits) == 2)


def test_a_holding_tells_how_it_is_reached(desk):
    desk.main.window.open_page("reserve")
    desk.wait_until(lambda: "No reserve yet" in desk.words())
    desk.click("Add a holding")
    desk.wait_until(lambda: desk._all(HoldingDialog))
    for name, words in (
        ("Amount", "500"),
        ("Platform", "OKX"),
        ("Spread and conversion, %", "0.5"),
        ("At most a day, units", "100"),
        ("Networks", "TRC-20, ERC-20"),
    ):
        desk.type_into(desk.seen(QLineEdit, name), words)
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.holdings)
    reach = desk.snapshot.holdings[0].holding.reach
    assert (reach.loss, reach.per_day, reach.networks) == (Decimal("0.005"), Decimal(100), ("TRC-20", "ERC-20"))


def test_the_curve_is_saved_as_a_table_and_as_a_picture(open_desk, tmp_path, monkeypatch):
    desk = open_desk(demo=True)
    page = opened(desk)
    table, picture = tmp_path / "curve.csv", tmp_path / "curve.png"
    page.chart.export_csv(table)
    page.chart.export_png(picture)
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 101
    assert (rows[0]["fall"], rows[-1]["fall"]) == ("0", "1")
    assert {"need", "reachable", "lacks: BTC credit line"} <= rows[0].keys()
    assert picture.stat().st_size > 1000
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.csv"), ""))
    save_as(page, "coverage", "csv", page.chart.export_csv, desk.main.window.tell)
    assert "The file was not written" in desk.words()
