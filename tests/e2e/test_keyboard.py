"""A loan from nothing to a plan with the keyboard alone: shortcuts, Tab, typing and Enter."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.events import EventKind
from desktop_app.ui.dialogs.event import EventDialog
from desktop_app.ui.dialogs.loan import LoanDialog

MOST_TABS = 60


def press(desk, key, modifier=Qt.KeyboardModifier.NoModifier):
    desk.bot.keyClick(QApplication.focusWidget() or desk.shell, key, modifier)


def tab_to(desk, name):
    """Press Tab until what is called `name` has the focus."""
    for _ in range(MOST_TABS):
        widget = QApplication.focusWidget()
        if widget is not None and widget.accessibleName() == name:
            return widget
        press(desk, Qt.Key.Key_Tab)
    seen = QApplication.focusWidget()
    raise AssertionError(f"Tab never reaches {name!r}; it stands at {seen and seen.accessibleName()!r}")


def back_to_the_window(desk):
    """Wait until no dialog is open; a window manager would then activate the window by itself."""
    dialogs = (LoanDialog, EventDialog)
    desk.wait_until(lambda: not any(d.isVisible() for kind in dialogs for d in desk.shell.findChildren(kind)))
    desk.wait_until(lambda: QApplication.activeModalWidget() is None)
    with desk.bot.waitActive(desk.shell):
        desk.shell.activateWindow()


def fill(desk, name, words):
    desk.bot.keyClicks(tab_to(desk, name), words)


def test_a_loan_is_entered_changed_and_planned_without_a_mouse(open_desk):
    desk = open_desk()
    desk.shell.activateWindow()
    desk.wait_until(desk.shell.isActiveWindow)
    desk.bot.keyClick(desk.shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.wait_until(lambda: isinstance(QApplication.activeWindow(), LoanDialog))
    fill(desk, "Name", "By keyboard")
    fill(desk, "Amount of collateral 1", "2")
    fill(desk, "Amount of debt 1", "45000")
    fill(desk, "Rate a year of debt 1, %", "9.5")
    press(desk, Qt.Key.Key_Return)
    desk.wait_until(lambda: desk.snapshot.loans)
    assert desk.snapshot.loans[0].balances.collateral == {"BTC": Decimal(2)}
    back_to_the_window(desk)
    desk.bot.keyClick(desk.shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    desk.wait_until(lambda: QApplication.focusWidget() is desk.main.window.pages["loans"])
    tab_to(desk, "Add event")
    press(desk, Qt.Key.Key_Space)
    desk.wait_until(lambda: isinstance(QApplication.activeWindow(), EventDialog))
    tab_to(desk, "What happened")
    for _ in range(3):
        press(desk, Qt.Key.Key_Down)
    fill(desk, "Amount", "5000")
    press(desk, Qt.Key.Key_Return)
    desk.wait_until(lambda: len(desk.snapshot.loans[0].loan.events) == 4)
    assert [event.kind for event in desk.snapshot.loans[0].loan.events][-1] is EventKind.REPAY
    back_to_the_window(desk)
    tabs = desk.main.window.pages["loans"].detail.tabs
    for _ in range(MOST_TABS):
        if QApplication.focusWidget() is tabs.tabBar():
            break
        press(desk, Qt.Key.Key_Tab)
    press(desk, Qt.Key.Key_Right)
    assert tabs.tabText(tabs.currentIndex()) == "Rescue plan"
    tab_to(desk, "Target LTV, %")
    press(desk, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.bot.keyClicks(QApplication.focusWidget(), "40")
    assert desk.main.window.pages["loans"].detail.rescue.target.value() == Decimal("0.4")
