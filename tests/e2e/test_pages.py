"""Every page in every look, kept in step, and what time alone changes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from desktop_app.engine.plans import loan_curve
from desktop_app.engine.service import utc_now
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.basics import Badge as LoanBadge
from desktop_app.ui.widgets.loan_card import LoanCard
from desktop_app.ui.window import PAGES

LOOKS = [
    ("dark", "en"),
    ("light", "zh_TW"),
    ("dark", "zh_CN"),
    *(pytest.param(*look, marks=pytest.mark.slow) for look in (("light", "en"), ("dark", "zh_TW"), ("light", "zh_CN"))),
]


@pytest.mark.parametrize(("theme", "language"), LOOKS)
def test_every_page_opens_in_every_look(open_desk, theme, language):
    desk = open_desk(demo=True, theme=theme, language=language)
    for name in PAGES:
        desk.main.window.open_page(name)
        desk.bot.wait(10)
        page = desk.main.window.pages[name]
        assert page.isVisible()
        assert not page.grab().isNull()
        labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
        assert labels, f"{name} shows nothing"


def test_the_overview_tells_the_demonstration(open_desk):
    desk = open_desk(demo=True)
    words = desk.words()
    for part in ("Net worth", "$161,", "BTC credit line", "61.2%", "If everything falls…", "Where it is held"):
        assert part in words
    assert "Demonstration" in words


def test_a_loan_card_opens_its_loan_by_mouse_and_by_keyboard(open_desk):
    desk = open_desk(demo=True)
    cards = [card for card in desk.main.window.pages["overview"].findChildren(LoanCard) if card.isVisible()]
    desk.bot.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert desk.main.window.pages["loans"].isVisible()
    assert "BAYC #4071" in desk.words()
    desk.main.window.open_page("overview")
    desk.bot.keyClick(cards[2], Qt.Key.Key_Return)
    assert desk.main.window.pages["loans"].detail._view.loan.name == "ETH margin"


def test_pages_are_reached_by_keyboard_alone(open_desk):
    desk = open_desk(demo=True)
    for number, name in enumerate(PAGES, start=1):
        desk.bot.keyClick(desk.shell, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        desk.wait_until(lambda name=name: desk.main.window.pages[name].isVisible())


def test_language_and_theme_change_at_once(open_desk):
    desk = open_desk(theme="", language="")
    desk.main.window.open_page("settings")
    desk.wait_until(lambda: "Theme" in desk.names(QComboBox))
    box = desk.seen(QComboBox, "Theme")
    box.setCurrentIndex(box.findData("light"))
    box.activated.emit(box.currentIndex())
    desk.wait_until(lambda: desk.snapshot.settings.theme == "light")
    desk.wait_until(lambda: desk.shell.palette().window().color().name() == "#f3f5f9")
    desk.wait_until(lambda: "Language" in desk.names(QComboBox))
    box = desk.seen(QComboBox, "Language")
    box.setCurrentIndex(box.findData("zh_TW"))
    box.activated.emit(box.currentIndex())
    desk.wait_until(lambda: "總覽" in desk.names(QPushButton))


def test_the_chart_marks_crossings_and_follows_the_crosshair(open_desk):
    desk = open_desk(demo=True)
    chart = desk.main.window.pages["overview"].chart.chart
    desk.wait_until(lambda: chart.curve is not None and chart.curve.times.size > 0)
    expected = desk.main.service.query(lambda monitor: loan_curve(monitor, "btc-credit-line")).result()
    assert [mark.at for mark in chart.curve.crossings] == [mark.at for mark in expected.crossings]
    assert len(chart._crossings.data) == len(expected.crossings) >= 2
    with desk.bot.waitSignal(chart.pointed) as told:
        chart.point_at(float(expected.times[100]))
    assert "LTV" in told.args[0]
    for name in ("1D", "1W", "1Y", "All"):
        desk.bot.mouseClick(desk.seen(QPushButton, f"Range {name}"), Qt.MouseButton.LeftButton)
        assert chart.range_name == name
    shown = chart.getPlotItem().getViewBox().viewRange()[0]
    assert shown[0] == pytest.approx(expected.times[0], abs=1)


def test_the_chart_is_exported_as_picture_and_table(open_desk, tmp_path):
    desk = open_desk(demo=True)
    chart = desk.main.window.pages["overview"].chart.chart
    desk.wait_until(lambda: chart.curve is not None and chart.curve.times.size > 0)
    chart.export_png(tmp_path / "ltv.png")
    chart.export_csv(tmp_path / "ltv.csv")
    assert (tmp_path / "ltv.png").read_bytes().startswith(b"\x89PNG")
    rows = (tmp_path / "ltv.csv").read_text().splitlines()
    assert rows[0] == "time_utc,ltv,ltv_at_low"
    assert len(rows) == chart.curve.times.size + 1


def test_prices_that_nobody_renews_grow_stale_and_the_badge_says_so(open_desk):
    desk = open_desk(demo=True)
    view = desk.snapshot.loans[0]
    assert view.state.value == "par", "the coin is fresh, the stablecoin without a quote is taken as 1"
    later = utc_now() + timedelta(minutes=10)
    stale = desk.main.service.query(lambda monitor: monitor.snapshot(later)).result()
    assert {loan.state.value for loan in stale.open_loans} == {"stale"}
    desk.main.session._take(stale)
    assert "stale" in {badge.accessibleName() for badge in desk.main.window.pages["overview"].findChildren(LoanBadge)}
    assert any(words.startswith("Prices stale: ") for words in desk.words().splitlines())


def test_tables_sort_and_their_model_is_sound(qtbot):
    columns = [
        Column("name", lambda row: row[0]),
        Column("figure", lambda row: str(row[1]), lambda row: row[1], True),
    ]
    model = RowsModel(columns, lambda row: row[0])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([("b", 2), ("a", 10), ("c", 1)])
    model.sort(1)
    assert [row[0] for row in model.rows] == ["c", "b", "a"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in model.rows] == ["a", "b", "c"]
    model.show_rows([("a", 0), ("b", 5), ("c", 3)])
    assert [row[0] for row in model.rows] == ["b", "c", "a"]
    model.show_rows([])
    assert model.rowCount() == 0


def test_the_theme_follows_the_system_where_that_is_chosen(open_desk, monkeypatch):
    from desktop_app.ui import theme

    desk = open_desk(theme="", language="")
    monkeypatch.setattr(theme, "system_theme", lambda: "light")
    desk.main._system_theme_changed()
    assert desk.shell.palette().window().color().name() == "#f3f5f9"
    monkeypatch.setattr(theme, "system_theme", lambda: "dark")
    desk.main._system_theme_changed()
    assert desk.shell.palette().window().color().name() == "#0e1520"
