"""The Platforms page by what can be seen: facts and reviews, limits, the graph of who depends on whom."""

import csv

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from desktop_app.domain.earn.agenda import Coming
from desktop_app.ui.dialogs.dependency import DependencyDialog
from desktop_app.ui.dialogs.platform import PlatformDialog
from desktop_app.ui.widgets.agenda import entries_of


def opened(desk, tab=0):
    desk.main.window.open_page("platforms")
    page = desk.main.window.pages["platforms"]
    desk.wait_until(lambda: page.isVisible() and page.exposure.current() is not None)
    page.tabs.setCurrentIndex(tab)
    return page


def column(listing, number):
    model = listing.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_demonstration_shows_exposure_and_hidden_leverage(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    assert column(page.exposure, 0)[0] == "Nexo"
    assert column(page.exposure, 6)[:3] == ["freely", "within limits", "not at all"]
    assert column(page.exposure, 7)[0] == "2.31 of 2.50"
    assert "2.31 times" in desk.words()


def test_facts_are_changed_with_source_and_kept_as_a_review(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk)
    desk.click("Change…")
    desk.wait_until(lambda: desk._all(PlatformDialog))
    desk.type_into(desk.seen(QLineEdit, "Share that is pledged on, %"), "130")
    desk.click("Save")
    desk.wait_until(lambda: "A share lies between 0 and 100 %" in desk.words())
    desk.type_into(desk.seen(QLineEdit, "Share that is pledged on, %"), "70")
    desk.seen(QPlainTextEdit, "Networks").setPlainText("USDT: ")
    desk.click("Save")
    desk.wait_until(lambda: "names no network" in desk.words())
    desk.seen(QPlainTextEdit, "Networks").setPlainText("USDT: TRC-20 #77")
    desk.type_into(desk.seen(QLineEdit, "Source"), "terms of today")
    desk.click("Save")
    desk.wait_until(lambda: desk.snapshot.reviews[0].source == "terms of today")
    page.tabs.setCurrentIndex(3)
    desk.wait_until(lambda: "Share that is pledged on" in column(page.looked, 2))
    row = column(page.looked, 2).index("Share that is pledged on")
    assert (column(page.looked, 3)[row], column(page.looked, 4)[row]) == ("60.0%", "70.0%")


def test_a_review_is_due_in_the_agenda_and_done_by_a_button(open_desk, tmp_path):
    desk = open_desk(demo=True)
    page = opened(desk, 3)
    (first, *_) = [entry for entry in entries_of(desk.snapshot) if entry.coming is Coming.REVIEW]
    assert (first.name, (first.day - desk.snapshot.at.date()).days) == ("Nexo", 6)
    desk.main.window.open_page("overview")
    desk.wait_until(lambda: "Review: Nexo" in desk.words())
    desk.main.window.open_page("earn")
    earn = desk.main.window.pages["earn"]
    earn.agenda.export(tmp_path / "plimsoll.ics", desk.snapshot.at)
    assert "SUMMARY:Review: Nexo" in (tmp_path / "plimsoll.ics").read_text(encoding="utf-8")
    page = opened(desk, 3)
    page.due.table.selectRow(0)
    desk.click("Checked today, no change")
    desk.wait_until(lambda: "Nexo was looked at today" in desk.words())
    desk.wait_until(lambda: column(page.due, 0)[0] != "Nexo")


def test_a_limit_of_ones_own_marks_what_is_over_it(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk, 1)
    desk.wait_until(lambda: "by chain" in column(page.concentration.listing, 0))
    assert "over your limit" not in column(page.concentration.listing, 4)
    desk.type_into(desk.seen(QLineEdit, "Largest asset, %"), "40")
    desk.wait_until(lambda: "over your limit" in column(page.concentration.listing, 4))


def test_a_failure_is_followed_through_the_graph_by_keyboard(open_desk, tmp_path):
    desk = open_desk(demo=True)
    page = opened(desk, 2)
    tab = page.contagion
    desk.wait_until(lambda: column(tab.hits, 1) == ["stands"] * 6)
    tab.graph.setFocus()
    for _ in range(10):
        if tab.graph.accessibleDescription().startswith("Custodian of Nexo"):
            break
        desk.bot.keyClick(tab.graph, Qt.Key.Key_Right)
    desk.bot.keyClick(tab.graph, Qt.Key.Key_Return)
    desk.wait_until(lambda: "fails in round 1" in column(tab.hits, 1))
    assert column(tab.hits, 0)[:3] == ["Custodian of Nexo", "Nexo", "NFT lender"]
    assert "NEXO counted as worth nothing." in tab.words.text()
    boxes = list(tab.graph.boxes().values())
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert all(tab.graph.rect().toRectF().contains(box) for box in boxes)
    tab.graph.export_csv(tmp_path / "graph.csv")
    rows = list(csv.reader((tmp_path / "graph.csv").read_text(encoding="utf-8").splitlines()))
    assert ["Nexo", "fails in round 1", "Custodian of Nexo", "35%"] in rows


def test_a_dependency_is_entered_refused_removed_and_taken_back(open_desk):
    desk = open_desk(demo=True)
    page = opened(desk, 2)
    desk.click("Add a dependency")
    desk.wait_until(lambda: desk._all(DependencyDialog))
    desk.seen(QComboBox, "Platform").setCurrentText("OKX")
    desk.seen(QComboBox, "Depends on").setCurrentText("Coin issuer")
    desk.type_into(desk.seen(QLineEdit, "With the share of its assets, %"), "99")
    desk.click("Save")
    desk.wait_until(lambda: "together at most 100 %" in desk.words())
    desk.type_into(desk.seen(QLineEdit, "With the share of its assets, %"), "20")
    desk.click("Save")
    desk.wait_until(lambda: "Coin issuer" in column(page.contagion.dependencies, 1))
    page.contagion.dependencies.table.selectRow(column(page.contagion.dependencies, 1).index("Coin issuer"))
    desk.click("Remove")
    desk.wait_until(lambda: "Coin issuer" not in column(page.contagion.dependencies, 1))
    desk.click("Undo the removal")
    desk.wait_until(lambda: "Coin issuer" in column(page.contagion.dependencies, 1))
