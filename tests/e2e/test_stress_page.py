"""The Stress test page as a person uses it: scenarios, heat map, odds, limits, exports, report."""

import csv

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QProgressBar, QTableView, QTabWidget

from desktop_app.ui.dialogs.scenario import ScenarioDialog


@pytest.fixture
def desk(open_desk):
    opened = open_desk(demo=True)
    opened.main.window.open_page("stress")
    opened.wait_until(lambda: rows(opened, "Beside today"))
    return opened


def rows(desk, name):
    """Return the words of a table by rows."""
    model = desk.seen(QTableView, name).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def choose(desk, name, words):
    """Choose the row of a table that begins with `words`."""
    table = desk.seen(QTableView, name)
    table.selectRow([row[0] for row in rows(desk, name)].index(words))


def open_tab(desk, words):
    tabs = desk.seen(QTabWidget, "Parts of the stress test")
    tabs.setCurrentIndex([tabs.tabText(number) for number in range(tabs.count())].index(words))


def test_scenarios_stand_beside_today(desk):
    told = {row[0]: row for row in rows(desk, "Beside today")}
    assert next(iter(told)) == "Today"
    assert {"Everything −40%", "Bitcoin −50%, the rest by beta", "12 March 2020 again", "USDT −10%"} <= set(told)
    assert told["Today"][1] == "nothing is called"
    assert told["12 March 2020 again"][1] == "1 liquidation"
    choose(desk, "Beside today", "12 March 2020 again")
    loans = {row[0]: row for row in rows(desk, "Loans in the scenario")}
    assert loans["BTC credit line"][1] == "liquidation"
    assert "margin call 34.5 h" in loans["BTC credit line"][-1]

    # What came along is copied, and not removed.
    choose(desk, "Beside today", "Everything −40%")
    desk.click("Remove")
    assert "Choose a scenario of your own" in desk.words()
    desk.click("Change…")
    desk.wait_until(lambda: "Single assets, %" in desk.names(QLineEdit))
    assert desk.seen(QLineEdit, "Name").text() == "Everything −40% (copy)"
    next(one for one in QApplication.topLevelWidgets() if isinstance(one, ScenarioDialog)).reject()


def test_a_scenario_is_made_changed_removed_and_brought_back(desk):
    desk.click("Add a scenario")
    desk.wait_until(lambda: "Single assets, %" in desk.names(QLineEdit))
    desk.type_into(desk.seen(QLineEdit, "Name"), "Bad winter")
    desk.type_into(desk.seen(QLineEdit, "Single assets, %"), "BTC much")
    desk.click("Save")
    assert "much is not a number; write it like 1234.5." in desk.words()
    desk.type_into(desk.seen(QLineEdit, "Single assets, %"), "BTC -150")
    desk.click("Save")
    desk.wait_until(lambda: "write a fall of 40 % as -40" in desk.words())
    desk.type_into(desk.seen(QLineEdit, "Single assets, %"), "BTC -40; USDT -3")
    way = desk.seen(QComboBox, "Assets that are not named follow")
    way.setCurrentIndex(way.findText("not at all"))
    desk.click("Save")
    desk.wait_until(lambda: any(row[0] == "Bad winter" for row in rows(desk, "Beside today")))
    assert dict(desk.snapshot.scenarios[0].moves).keys() == {"BTC", "USDT"}

    choose(desk, "Beside today", "Bad winter")
    desk.click("Change…")
    desk.wait_until(lambda: "Single assets, %" in desk.names(QLineEdit))
    assert desk.seen(QLineEdit, "Single assets, %").text() == "BTC -40; USDT -3"
    desk.type_into(desk.seen(QLineEdit, "Name"), "Worse winter")
    desk.click("Save")
    desk.wait_until(lambda: any(row[0] == "Worse winter" for row in rows(desk, "Beside today")))

    desk.click("Remove")
    desk.wait_until(lambda: not desk.snapshot.scenarios)
    desk.click("Undo the removal")
    desk.wait_until(lambda: [one.name for one in desk.snapshot.scenarios] == ["Worse winter"])


def test_heat_map_odds_limits_and_the_report_of_it_all(desk, tmp_path, monkeypatch):
    open_tab(desk, "Heat map")
    chart = desk.main.window.pages["stress"].heat.chart
    chart.resize(1000, 200)
    assert chart.words_at(QPointF(190, 30)) == "BTC credit line after −5%: LTV 64.5%, watch"
    assert chart.words_at(QPointF(10, 30)) == ""
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        desk.bot.keyClick(chart, key)
        told.append(chart.accessibleDescription().partition(":")[0])
    assert told == ["BTC credit line after −5%", "BTC credit line after −10%", "BAYC #4071 after −10%"]
    chart.export_png(tmp_path / "heat.png")
    chart.export_csv(tmp_path / "heat.csv")
    assert (tmp_path / "heat.png").read_bytes().startswith(b"\x89PNG")
    table = list(csv.reader((tmp_path / "heat.csv").read_text(encoding="utf-8").splitlines()))
    assert len(table) == 4
    assert float(table[1][1]) == pytest.approx(0.645, abs=0.001)

    open_tab(desk, "Odds")
    desk.type_into(desk.seen(QLineEdit, "Futures"), "9000000")
    desk.click("Simulate")
    desk.wait_until(lambda: "Progress of the simulation" in desk.names(QProgressBar))
    desk.click("Stop")
    desk.wait_until(lambda: "Stopped; nothing was changed." in desk.words())
    assert "Progress of the simulation" not in desk.names(QProgressBar)

    open_tab(desk, "Limits")
    assert "Simulate the odds first" in desk.words()
    open_tab(desk, "Odds")
    desk.type_into(desk.seen(QLineEdit, "Days ahead"), "5000")
    desk.click("Simulate")
    assert "At most 3,650 can be simulated." in desk.words()
    desk.type_into(desk.seen(QLineEdit, "Days ahead"), "30")
    desk.type_into(desk.seen(QLineEdit, "Futures"), "8000")
    desk.click("Simulate")
    desk.wait_until(lambda: rows(desk, "Odds, with their standard error"))
    assert "seed 1 · 8,192 futures · 30 days ahead" in desk.words()
    names = [row[0] for row in rows(desk, "Odds, with their standard error")]
    assert names == ["Any loan", "BTC credit line", "BAYC #4071", "ETH margin"]
    page = desk.main.window.pages["stress"].odds
    assert page.fan.words_at(QPointF(200, 50)).startswith("day ")
    assert len(page.days.table()) == 31
    open_tab(desk, "Limits")
    assert len(rows(desk, "Debt at most, or collateral more")) == 3

    target = tmp_path / "risk.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.click("Risk report (PDF)…")
    desk.wait_until(lambda: f"The report was written to {target}." in desk.words())
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") >= 3
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "risk.pdf"), ""))
    desk.click("Risk report (PDF)…")
    desk.wait_until(lambda: "The file was not written" in desk.words())


def test_the_scheduler_of_a_cluster_is_kept_once_it_reads_like_one(open_desk):
    desk = open_desk()
    desk.main.window.open_page("settings")
    field = desk.seen(QLineEdit, "Scheduler of a Dask cluster")
    desk.type_into(field, "somewhere")
    field.editingFinished.emit()
    assert "write it like tcp://10.0.0.5:8786" in desk.words()
    desk.type_into(field, "tcp://127.0.0.1:8786")
    field.editingFinished.emit()
    desk.wait_until(lambda: desk.snapshot.settings.scheduler == "tcp://127.0.0.1:8786")
