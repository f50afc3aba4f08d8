"""Tables and charts in the real window: menus, filters, small curves, assets beside each other, the third theme."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTableView

from desktop_app.domain.alerts.state import AlertState
from desktop_app.ui.charts.compare import MOST
from desktop_app.ui.widgets.table import Table, row_menu
from desktop_app.ui.widgets.table_filter import FilterDialog
from desktop_app.ui.window import PAGES


@pytest.fixture(autouse=True)
def _usual_tables():
    QSettings("plimsoll", "tables").clear()
    yield
    QSettings("plimsoll", "tables").clear()


def menu(table):
    return next(one for one in table.findChildren(QMenu) if one.isVisible())


def pick(menu_seen, *words):
    """Choose an entry, through the menus that lead to it."""
    *over, last = words
    for name in over:
        menu_seen = next(one for one in menu_seen.findChildren(QMenu) if one.title() == name)
    next(one for one in menu_seen.actions() if one.text() == last).trigger()


def close_menus(table):
    for one in table.findChildren(QMenu):
        one.close()
    QApplication.processEvents()


def test_positions_are_grouped_filtered_and_copied(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("earn")
    desk.wait_until(lambda: desk.main.window.pages["earn"].positions.model.rows)
    table = desk.seen(QTableView, "Positions")
    desk.click("Arrange Positions")
    pick(menu(table), "Group by", "Platform")
    close_menus(table)
    assert table.model().index(0, 0).data() == "Platform: Nexo (1)"
    desk.click("Arrange Positions")
    pick(menu(table), "Filter by", "Platform…")
    close_menus(table)
    desk.wait_until(lambda: isinstance(QApplication.activeModalWidget(), FilterDialog))
    desk.click("Tick none")
    words = QApplication.activeModalWidget().list
    words.setCurrentRow([words.item(n).text() for n in range(words.count())].index("OKX"))
    words.itemActivated.emit(words.currentItem())
    desk.click("Filter")
    desk.wait_until(lambda: table.model().shown == 2)
    assert "2 of 4" in desk.words()
    desk.click("Arrange Positions")
    pick(menu(table), "Copy the table")
    close_menus(table)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Name\tKind\tPlatform")
    assert [line.split("\t")[2] for line in lines[1:]] == ["OKX", "OKX"]
    desk.click("Take back the filters")
    desk.wait_until(lambda: table.model().shown == 4)


def test_a_row_s_menu_does_what_the_buttons_do(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("earn")
    desk.wait_until(lambda: desk.main.window.pages["earn"].positions.model.rows)
    table = desk.seen(QTableView, "Positions")
    name = table.current().position.name
    row_menu(table, table.acts, table.mapToGlobal(table.rect().center()))
    pick(menu(table), "Remove")
    close_menus(table)
    desk.wait_until(lambda: name not in {view.position.name for view in desk.snapshot.positions})


def test_alerts_are_acknowledged_together(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("alerts")
    page = desk.main.window.pages["alerts"]
    desk.wait_until(lambda: page.active.model.rows)
    page.active.table.selectAll()
    desk.click("Acknowledge")
    desk.wait_until(lambda: {alert.state for alert in desk.snapshot.active_alerts} == {AlertState.ACKNOWLEDGED})


def test_small_curves_come_and_are_told_in_words(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("loans")
    page = desk.main.window.pages["loans"]
    desk.wait_until(lambda: all(page.sparks.of(view.loan.id) for view in desk.snapshot.loans))
    assert page.table.model().index(0, 2).data().startswith("from ")
    assert max(page.sparks.of("btc-credit-line")) > 0.7, "the margin call of two weeks ago is in it"
    desk.main.window.open_page("prices")
    page = desk.main.window.pages["prices"]
    desk.wait_until(lambda: page.sparks.of("BTC"))
    assert 20 < len(page.sparks.of("BTC")) <= 48


def test_assets_are_compared_from_a_common_hundred(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("prices")
    page = desk.main.window.pages["prices"]
    page.tabs.setCurrentWidget(page.compare)
    chart = page.compare.chart
    desk.wait_until(lambda: len(chart.curves) == 3)
    names = [entry.words.split()[0] for entry in chart.legend()]
    assert names == ["BAYC", "BTC", "ETH"]
    assert all("100.0" in line for line in chart.words_at(0).splitlines()[1:])
    items = [page.compare.assets.item(n) for n in range(page.compare.assets.count())]
    next(item for item in items if item.text() == "NEXO").setCheckState(Qt.CheckState.Checked)
    desk.wait_until(lambda: len(chart.curves) == 4)
    for item in items:
        item.setCheckState(Qt.CheckState.Checked)
    assert len(page.compare.ticked()) == MOST
    desk.bot.mouseClick(
        next(
            one
            for one in page.compare.findChildren(QAbstractButton)
            if one.isVisible() and one.accessibleName() == "Range 1W"
        ),
        Qt.MouseButton.LeftButton,
    )
    desk.wait_until(lambda: chart.samples().size and chart.samples()[-1] - chart.samples()[0] < 8 * 86400)
    for item in items:
        item.setCheckState(Qt.CheckState.Unchecked)
    desk.wait_until(lambda: "Tick the assets" in desk.words())


def test_every_model_of_the_window_is_sound(open_desk):
    desk = open_desk(demo=True)
    for name in PAGES:
        desk.main.window.open_page(name)
        desk.bot.wait(5)
    tables = [table for table in desk.shell.findChildren(Table) if table.rows.lines]
    assert len(tables) > 8
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table.rows, fatal) for table in tables]
    for table in tables:
        table.sortByColumn(len(table.rows.columns) - 1, Qt.SortOrder.DescendingOrder)
        table.arrange(group=0)
        table.rows.show_rows(list(reversed(table.rows.given)))
        table.rows.show_rows([])
    assert len(testers) == len(tables)


def test_the_third_theme_is_black_and_white(open_desk):
    desk = open_desk(demo=True, theme="contrast")
    assert desk.shell.palette().window().color().name() == "#000000"
    assert desk.shell.palette().windowText().color().name() == "#ffffff"
