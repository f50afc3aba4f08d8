"""Tables: what is shown for what is asked, what stays chosen, what leaves as text, what is kept over restarts."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from desktop_app.ui import numbers, sheet
from desktop_app.ui.models.rows import Column, Group, RowsModel
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.table import Act, Table
from desktop_app.ui.widgets.table_filter import FilterDialog

WIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class Loan:
    name: str
    platform: str
    debt: Decimal | None


LOANS = [
    Loan("car", "Nexo", Decimal("-12.5")),
    Loan("house", "OKX", Decimal(900)),
    Loan("boat", "Nexo", None),
    Loan("=1+1", "Ledn", Decimal(7)),
]
COLUMNS = [
    Column("Name", lambda loan: loan.name),
    Column("Platform", lambda loan: loan.platform),
    Column("Debt", lambda loan: numbers.money(loan.debt, "USD"), lambda loan: loan.debt or Decimal(0), figures=True),
]


def made(rows=LOANS):
    model = RowsModel(COLUMNS, lambda loan: loan.name)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows)
    return model


def names(model):
    return [loan.name for loan in model.rows]


@pytest.fixture
def table(qtbot):
    QSettings("plimsoll", "tables").clear()
    table = Table(made(), "Loans", key="test", acts=(Act("Pay", lambda loan: paid.append(loan.name), many=True),))
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    table.fit()
    paid.clear()
    return table


paid: list[str] = []


def test_search_filter_sort_and_group_together(qtbot):
    model = made()
    model.arrange(replace(model.asked, kept={1: frozenset({"Nexo", "OKX"})}))
    assert names(model) == ["car", "house", "boat"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["house", "boat", "car"]
    model.arrange(replace(model.asked, group=1))
    assert [line.words if isinstance(line, Group) else line.name for line in model.lines] == [
        "Nexo", "boat", "car", "OKX", "house",
    ]  # fmt: skip
    assert model.fold(0)
    assert names(model) == ["house"]
    assert model.shown == 3
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Platform (filtered)"
    model.arrange(replace(model.asked, search=("boat",)))
    assert model.shown == 1
    model.arrange(replace(model.asked, search=(), kept={}, group=None))
    model.sort(-1)
    assert names(model) == [loan.name for loan in LOANS]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(-5, 5)), unique_by=lambda row: row[0]),
    st.lists(st.tuples(st.integers(0, 30), st.integers(-5, 5)), unique_by=lambda row: row[0]),
    st.sampled_from([None, 0, 1]),
    st.booleans(),
)
def test_any_change_shows_what_a_fresh_table_would(before, after, group, down):
    """Two sets of rows one after the other, sorted by the figure, look as the second alone does."""
    columns = [Column("id", lambda row: str(row[0])), Column("figure", lambda row: str(row[1]), lambda row: row[1])]
    order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder

    def fresh(*sets):
        model = RowsModel(columns, lambda row: str(row[0]))
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        model.sort(1, order)
        model.arrange(replace(model.asked, group=group))
        for rows in sets:
            model.show_rows(rows)
        return model

    assert fresh(before, after).lines == fresh(after).lines
    changed = [row for row in after if row[0] in {one[0] for one in before}]
    new = {row[0]: row for row in changed}
    piecewise = fresh(before)
    piecewise.change_rows(changed)
    assert piecewise.lines == fresh([new.get(row[0], row) for row in before]).lines


def test_only_what_is_seen_is_told(qtbot):
    rows = [Loan(str(number), "Nexo", Decimal(number)) for number in range(1000)]
    model = made(rows)
    model.seen = lambda: (10, 19)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    model.show_rows([replace(row, debt=Decimal(1)) for row in rows])
    assert told == [(10, 19)]
    told.clear()
    model.change_rows([replace(rows[number], platform="OKX") for number in (3, 12, 13, 17, 900)])
    assert told == [(12, 13), (17, 17)]
    assert model.rows[900].platform == "OKX"


def test_what_is_chosen_stays_chosen(qtbot, table):
    table.selectRow(1)
    table.rows.show_rows([*LOANS[:3], Loan("new", "Nexo", Decimal(1))])
    assert table.current().name == "house"
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.current().name == "house"
    assert [loan.name for loan in table.chosen_rows()] == ["house"]
    table.arrange(kept={1: frozenset({"OKX"})})
    assert table.current().name == "house"
    table.arrange(kept={1: frozenset({"Nexo"})})
    assert table.current() is None


def test_rows_are_copied_with_and_without_titles(qtbot, table):
    clipboard = QGuiApplication.clipboard()
    table.selectRow(3)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "'=1+1\tLedn\t$7.00"
    table.show_column(1, shown=False)
    qtbot.keyClick(table, Qt.Key.Key_C, WIDE)
    assert clipboard.text() == "Name\tDebt\n'=1+1\t$7.00"


def test_a_file_keeps_figures_and_escapes_formulas(qtbot, table, tmp_path):
    table.arrange(group=1)
    table.export_csv(tmp_path / "loans.csv")
    raw = (tmp_path / "loans.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets know the encoding"
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [
        ["Name", "Platform", "Debt"],
        ["'=1+1", "Ledn", "7"],
        ["car", "Nexo", "-12.5"],
        ["boat", "Nexo", ""],
        ["house", "OKX", "900"],
    ]


@given(st.text())
def test_no_cell_is_a_formula(words):
    found = sheet.cell(words)
    try:
        number = bool(found) and float(found) == float(found) and found.isascii()
    except ValueError:
        number = False
    assert number or not found.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert found in (words, f"'{words}")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=12))
def test_figures_stay_figures(value):
    assert Decimal(sheet.cell(sheet.exact(value))) == value


def test_an_instant_leaves_in_utc():
    assert sheet.exact(datetime(2026, 11, 29, 1, 2, 3, tzinfo=UTC)) == "2026-11-29T01:02:03Z"
    assert sheet.exact("words") is None
    assert sheet.exact(True) is None


def test_the_look_is_kept_over_restarts(qtbot, table):
    header = table.horizontalHeader()
    table.setColumnWidth(2, 97)
    header.moveSection(2, 0)
    table.show_column(1, shown=False)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: not table._keeping.isActive())
    again = Table(made(), "Loans", key="test")
    qtbot.addWidget(again)
    again.resize(500, 300)
    again.show()
    again.fit()
    assert again.seen_columns() == [2, 0]
    assert again.columnWidth(2) == 97
    assert names(again.rows)[0] == "house"
    again.look_as_usual()
    assert again.seen_columns() == [0, 1, 2]
    fresh = Table(made(), "Loans", key="test")
    qtbot.addWidget(fresh)
    assert fresh.seen_columns() == [0, 1, 2]


@pytest.mark.parametrize("kept", ["", "[]", '{"columns": 3}', '{"columns": 3, "widths": {"9": 1}, "order": [7]}', "{"])
def test_a_look_that_makes_no_sense_is_passed_over(qtbot, kept):
    QSettings("plimsoll", "tables").setValue("test", kept)
    table = Table(made(), "Loans", key="test")
    qtbot.addWidget(table)
    assert table.seen_columns() == [0, 1, 2]


def test_figures_keep_their_width_and_long_words_give_way(qtbot):
    long = [Loan("a name so long that no window has room for all of it, " * 2, "Nexo", Decimal(123456789))]
    table = Table(made(long), "Loans")
    qtbot.addWidget(table)
    table.resize(460, 200)
    table.show()
    table.fit()
    needed = table.fontMetrics().horizontalAdvance("$123,456,789")
    assert table.columnWidth(2) >= needed + 16
    assert table.horizontalHeader().length() <= table.viewport().width()
    table.resize(240, 200)
    assert table.columnWidth(2) >= needed + 16
    assert table.horizontalScrollBar().maximum() > 0, "what does not fit can be scrolled to"


def menu_of(table):
    found = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    return found[0]


def entry(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def test_menus_act_on_rows_and_columns(qtbot, table):
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Menu)
    if not any(menu.isVisible() for menu in table.findChildren(QMenu)):  # the offscreen platform has no such key
        from desktop_app.ui.widgets.table import row_menu

        row_menu(table, table.acts, table.mapToGlobal(table.rect().center()))
    entry(menu_of(table), "Pay (4)").trigger()
    assert paid == [loan.name for loan in LOANS]
    menu_of(table).close()
    QApplication.processEvents()
    table._open_corner()
    columns = next(m for m in menu_of(table).findChildren(QMenu) if m.title() == "Columns")
    entry(columns, "Platform").trigger()
    assert table.seen_columns() == [0, 2]
    menu_of(table).close()


def test_a_filter_is_ticked_in_a_list(qtbot, table):
    dialog = FilterDialog(COLUMNS[1], LOANS, 1, {}, lambda kept: table.arrange(kept=kept), table)
    qtbot.addWidget(dialog)
    words = dialog.findChild(QListWidget)
    assert [words.item(number).text() for number in range(words.count())] == ["Ledn", "Nexo", "OKX"]
    words.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog._filter()
    assert names(table.rows) == ["house", "=1+1"]


def test_groups_fold_by_keyboard(qtbot, table):
    table.arrange(group=1)
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.rows.lines[0].folded
    assert len(table.rows.lines) == 6
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert not table.rows.lines[0].folded
    assert not table.grab().isNull()


def test_a_listing_is_searched_and_tells_what_is_left(qtbot):
    listing = Listing("Loans", COLUMNS, lambda loan: loan.name, "No loan.", key="")
    qtbot.addWidget(listing)
    listing.show_rows(LOANS)
    listing.show()
    assert not listing.search.isVisible()
    listing.show_rows([*LOANS, *(Loan(str(number), "OKX", None) for number in range(40))])
    assert listing.search.isVisible()
    qtbot.keyClicks(listing.search, "nexo boat")
    assert names(listing.model) == ["boat"]
    assert listing._left.text() == "1 of 44"
    listing.search.clear()
    listing.table.arrange(kept={1: frozenset({"Ledn"})})
    assert listing.unfilter.isVisible()
    listing.unfilter.click()
    assert listing.model.shown == 44
