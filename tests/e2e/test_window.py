"""The window's own parts: find or do, undo, back, hidden amounts, the lock, read-only, the first start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
)

from desktop_app.engine import commands
from desktop_app.engine.passphrase import hashed, opens
from desktop_app.ui import numbers
from desktop_app.ui.acts import Act, matching
from desktop_app.ui.lock import LockScreen


@pytest.fixture(autouse=True)
def _nothing_hidden():
    yield
    numbers.hide(False)


def press(desk, key, modifier=Qt.KeyboardModifier.ControlModifier):
    desk.bot.keyClick(desk.shell, key, modifier)


def found(desk):
    if "What was found" not in desk.names(QListWidget):
        return []
    box = desk.seen(QListWidget, "What was found")
    return [box.item(row).text().split("    ")[0] for row in range(box.count())]


def test_anything_is_found_by_a_few_letters_and_opened_by_keyboard_alone(open_desk):
    desk = open_desk(demo=True)
    press(desk, Qt.Key.Key_K)
    field = desk.seen(QLineEdit, "Find or do anything")
    desk.bot.keyClicks(field, "bayc lo")
    assert found(desk)[0] == "BAYC #4071"
    desk.bot.keyClick(field, Qt.Key.Key_Return)
    desk.wait_until(desk.main.window.pages["loans"].isVisible)
    assert desk.main.window.pages["loans"].detail._view.loan.name == "BAYC #4071"
    press(desk, Qt.Key.Key_K)
    field = desk.seen(QLineEdit, "Find or do anything")
    desk.bot.keyClicks(field, "zzzz")
    assert found(desk) == []
    assert "Nothing of that name" in desk.words()
    desk.bot.keyClick(field, Qt.Key.Key_Escape)
    desk.click("Find or do anything")
    field = desk.seen(QLineEdit, "Find or do anything")
    desk.bot.keyClicks(field, "ETH")
    desk.bot.keyClick(field, Qt.Key.Key_Down)
    names = found(desk)
    assert "ETH margin" in names
    desk.bot.keyClick(field, Qt.Key.Key_Escape)


def test_words_that_begin_with_what_is_wanted_come_first():
    acts = [Act("Ether savings", int), Act("Add a loan", int), Act("BTC loan", int, more="loan"), Act("Load", int)]
    assert [act.words for act in matching(acts, "lo", 9)] == ["Add a loan", "BTC loan", "Load"]
    assert [act.words for act in matching(acts, "loan btc", 9)] == ["BTC loan"]
    assert len(matching(acts, "", 2)) == 2


def test_back_and_forward_go_through_the_pages(open_desk):
    desk = open_desk(demo=True)
    pages = desk.main.window.pages
    desk.click("Prices")
    desk.click("Alerts")
    press(desk, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.wait_until(pages["prices"].isVisible)
    press(desk, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.wait_until(pages["overview"].isVisible)
    press(desk, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.wait_until(pages["prices"].isVisible)


def test_a_deleted_loan_comes_back_by_undo_and_goes_again_by_redo(open_desk):
    desk = open_desk(demo=True)
    names = [view.loan.name for view in desk.snapshot.loans]
    known = desk.snapshot.loans[0].loan
    desk.main.session.do(lambda monitor, now: commands.delete_loan(monitor, known.id, now))
    desk.wait_until(lambda: len(desk.snapshot.loans) == len(names) - 1)
    undo = desk.seen(QToolButton, "Undo")
    desk.wait_until(undo.isEnabled)
    assert undo.toolTip() == "Undo: loan"
    desk.bot.mouseClick(undo, Qt.MouseButton.LeftButton)
    desk.wait_until(lambda: [view.loan.name for view in desk.snapshot.loans] == names)
    assert next(view.loan for view in desk.snapshot.loans if view.loan.id == known.id) == known
    desk.wait_until(lambda: "Taken back: loan." in desk.words())
    press(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.wait_until(lambda: len(desk.snapshot.loans) == len(names) - 1)


def test_amounts_are_hidden_and_ratios_and_prices_are_not(open_desk):
    desk = open_desk(demo=True)
    desk.wait_until(lambda: "61.2%" in desk.words())
    assert "1.2 BTC" in desk.words()
    press(desk, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.wait_until(lambda: numbers.HIDDEN in desk.words())
    desk.wait_until(lambda: "1.2 BTC" not in desk.words())
    assert "61.2%" in desk.words()
    assert "BTC < $49" in desk.words()


def test_the_lock_covers_the_window_and_opens_by_its_passphrase_alone(open_desk):
    desk = open_desk(demo=True)
    desk.main.session.do(lambda m, now: commands.change_setting(m, "lock_hash", hashed("open sesame")))
    desk.main.session.do(lambda m, now: commands.change_setting(m, "lock_minutes", 1))
    desk.wait_until(lambda: desk.snapshot.settings.lock_minutes == 1)
    desk.main.window.lock._touched -= 61
    desk.main.window.lock.look()
    (screen,) = desk.shell.findChildren(LockScreen)
    assert screen.isVisible()
    assert screen.size() == desk.shell.centralWidget().size()
    press(desk, Qt.Key.Key_2)
    assert desk.main.window.pages["overview"].isVisible(), "no shortcut works behind the lock"
    desk.type_into(screen.field, "guess")
    desk.click("Unlock")
    assert "That is not the passphrase" in desk.words()
    desk.type_into(screen.field, "open sesame")
    desk.click("Unlock")
    desk.wait_until(lambda: not desk.main.window.lock.locked)
    assert not numbers.are_hidden()
    press(desk, Qt.Key.Key_2)
    desk.wait_until(desk.main.window.pages["loans"].isVisible)


def test_a_passphrase_is_kept_as_a_salted_hash():
    one, other = hashed("a"), hashed("a")
    assert one != other
    assert opens("a", one)
    assert not opens("b", one)
    assert not opens("a", "broken")
    assert opens("anything", "")


def test_read_only_refuses_every_change_but_answers_to_alerts(open_desk):
    desk = open_desk(demo=True)
    desk.click("Settings")
    box = desk.seen(QCheckBox, "Read-only: refuse every change")
    box.click()
    desk.wait_until(lambda: desk.snapshot.settings.read_only)
    before = desk.snapshot.settings.theme
    desk.main.window.choose_currency("EUR")
    desk.wait_until(lambda: "Plimsoll is in read-only mode" in desk.words())
    assert desk.snapshot.currency == "USD"
    assert desk.snapshot.settings.theme == before
    alert = desk.snapshot.active_alerts[0]
    desk.main.window.acknowledge(alert.id)
    desk.wait_until(lambda: alert.id not in [a.id for a in desk.snapshot.alerts if a.state.value == "firing"])
    box.click()
    desk.wait_until(lambda: not desk.snapshot.settings.read_only)


def test_the_first_start_asks_for_language_and_currency_and_offers_three_ways(open_desk):
    desk = open_desk(language="")
    desk.main.session.do(lambda m, now: commands.change_setting(m, "language", "en"))
    desk.wait_until(lambda: desk.snapshot.settings.language == "en" and "Welcome aboard" in desk.words())
    for name in ("Add a loan", "Import a file", "Look at a demonstration"):
        assert name in desk.names(QPushButton)
    currency = desk.seen(QComboBox, "Currency")
    currency.setCurrentIndex(currency.findData("EUR"))
    currency.activated.emit(currency.currentIndex())
    desk.wait_until(lambda: desk.snapshot.currency == "EUR")
    language = desk.seen(QComboBox, "Language")
    language.setCurrentIndex(language.findData("zh_TW"))
    language.activated.emit(language.currentIndex())
    desk.wait_until(lambda: "Welcome aboard" not in desk.words())


def test_the_shortcuts_are_listed(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.show_shortcuts()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    words = desk.words()
    for part in ("Keyboard shortcuts", "Find or do anything", "Ctrl+K", "Alt+Left"):
        assert part in words or part == dialog.windowTitle()
    dialog.close()
