"""What a screen reader and a keyboard find: every control of every page and dialog has a name and a role."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QScrollBar,
    QTabBar,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

import desktop_app.ui
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.alert_rule import AlertRuleDialog
from desktop_app.ui.dialogs.channel import ChannelDialog
from desktop_app.ui.dialogs.credit import CreditDialog
from desktop_app.ui.dialogs.dependency import DependencyDialog
from desktop_app.ui.dialogs.event import EventDialog
from desktop_app.ui.dialogs.holding import HoldingDialog
from desktop_app.ui.dialogs.importing import ImportDialog
from desktop_app.ui.dialogs.loan import LoanDialog
from desktop_app.ui.dialogs.platform import PlatformDialog
from desktop_app.ui.dialogs.position import PositionDialog
from desktop_app.ui.dialogs.position_event import CloseDialog, PayoutDialog
from desktop_app.ui.dialogs.position_history import PositionHistoryDialog
from desktop_app.ui.dialogs.price import PriceDialog
from desktop_app.ui.dialogs.rule import RuleDialog
from desktop_app.ui.dialogs.scenario import ScenarioDialog
from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_app.ui.palette import Palette
from desktop_app.ui.widgets.table_filter import FilterDialog
from desktop_app.ui.window import PAGES

LANGUAGES = ["en", pytest.param("zh_TW", marks=pytest.mark.slow), "zh_CN"]
NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client}

# How each dialog is opened on the demonstration; a dialog that is not here fails the test.
DIALOGS: dict[type[QDialog], Callable[..., QDialog]] = {
    AboutDialog: lambda session, shot: AboutDialog(session),
    AlertRuleDialog: lambda session, shot: AlertRuleDialog(session, None),
    ChannelDialog: lambda session, shot: ChannelDialog(session, None),
    CloseDialog: lambda session, shot: CloseDialog(session, shot.positions[0].position),
    CreditDialog: lambda session, shot: CreditDialog(session, None),
    DependencyDialog: lambda session, shot: DependencyDialog(session, None),
    EventDialog: lambda session, shot: EventDialog(session, shot.loans[0]),
    HoldingDialog: lambda session, shot: HoldingDialog(session, None),
    ImportDialog: lambda session, shot: ImportDialog(session, ()),
    LoanDialog: lambda session, shot: LoanDialog(session, shot.loans[0]),
    PayoutDialog: lambda session, shot: PayoutDialog(session, shot.positions[0].position),
    PlatformDialog: lambda session, shot: PlatformDialog(session, shot.platforms[0]),
    PositionDialog: lambda session, shot: PositionDialog(session, shot.positions[0].position),
    PositionHistoryDialog: lambda session, shot: PositionHistoryDialog(session, shot.positions[0].position),
    PriceDialog: lambda session, shot: PriceDialog(session, "BTC"),
    RuleDialog: lambda session, shot: RuleDialog(session, shot.presets[0]),
    Palette: lambda session, shot: Palette((), session.parent().shell),
    ShortcutsDialog: lambda session, shot: ShortcutsDialog((), session.parent().shell),
    ScenarioDialog: lambda session, shot: ScenarioDialog(session, None),
}
ELSEWHERE = {"NftDialog": "needs an imported collection: tests/e2e/test_loan_parts.py", FilterDialog.__name__: "below"}


def is_part_of_another(widget: QWidget) -> bool:
    """Tell whether a widget is an inner part of Qt's own controls, which speak for it."""
    parents = []
    parent = widget.parentWidget()
    while parent is not None:
        parents.append(parent)
        parent = parent.parentWidget()
    if isinstance(widget, (QScrollBar, QHeaderView, QMessageBox)) or any(isinstance(one, QMenu) for one in parents):
        return True
    if parents and isinstance(parents[0], QAbstractScrollArea) and parents[0].viewport() is widget:
        return True
    if isinstance(widget, QAbstractButton) and widget.isHidden() and not widget.text():
        return True  # it gets its words when it is shown
    if isinstance(widget, QLabel) and not widget.text():
        return True
    if isinstance(widget, QLineEdit | QAbstractItemView) and any(isinstance(one, QComboBox) for one in parents):
        return True
    if isinstance(widget, QLineEdit) and any(isinstance(one, QAbstractSpinBox) for one in parents):
        return True
    inner = isinstance(widget, QToolButton) and any(isinstance(one, QLineEdit | QTabBar) for one in parents[:1])
    return inner or type(widget).__name__ == "QTableCornerButton" or widget.objectName() == "qt_scrollarea_viewport"


def controls(root: QWidget) -> Iterator[QWidget]:
    """Yield everything under `root` that a person can act on: what takes the focus by Tab or a click."""
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or is_part_of_another(widget):
            continue
        scrolls = type(widget) is not QAbstractScrollArea and type(widget).__name__ == "QScrollArea"
        if not scrolls and not isinstance(widget, QTabWidget):
            yield widget


def unnamed(root: QWidget) -> list[str]:
    """Return the controls that a screen reader cannot name, or whose role it cannot tell."""
    found = []
    for widget in controls(root):
        face = QAccessible.queryAccessibleInterface(widget)
        name = face.text(QAccessible.Text.Name) if face is not None else ""
        if isinstance(widget, QTabBar):
            name = name or " ".join(widget.tabText(number) for number in range(widget.count()))
        if not name.strip("… ⋯") or face is None or face.role() in NO_ROLE:
            path = [type(widget).__name__]
            parent = widget.parentWidget()
            while parent is not None and len(path) < 4:
                path.append(type(parent).__name__)
                parent = parent.parentWidget()
            role = face.role().name if face is not None else "none"
            found.append(f"{' in '.join(path)}: name {name!r}, role {role}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_of_every_page_has_a_name_and_a_role(open_desk, language):
    desk = open_desk(demo=True, language=language)
    for name in PAGES:
        desk.main.window.open_page(name)
        desk.bot.wait(5)
    assert not unnamed(desk.shell)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_of_every_dialog_has_a_name_and_a_role(open_desk, language):
    desk = open_desk(demo=True, language=language)
    wrong = {}
    for kind, make in DIALOGS.items():
        dialog = make(desk.main.session, desk.snapshot)
        desk.bot.addWidget(dialog)
        if missing := unnamed(dialog):
            wrong[kind.__name__] = missing
        if not (dialog.windowTitle() or dialog.accessibleName()):
            wrong[kind.__name__] = ["no title"]
    assert not wrong


def test_no_dialog_is_left_out():
    for module in pkgutil.walk_packages(desktop_app.ui.__path__, "desktop_app.ui."):
        importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    ours = {one for one in below(QDialog) if one.__module__.startswith("desktop_app") and not one.__subclasses__()}
    assert {one.__name__ for one in ours} - {one.__name__ for one in DIALOGS} - set(ELSEWHERE) == set()


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_the_focus_is_seen_on_every_kind_of_control(open_desk, theme):
    """Whatever takes the focus looks different with it, in every theme."""
    desk = open_desk(demo=True, theme=theme)
    desk.shell.activateWindow()
    desk.wait_until(desk.shell.isActiveWindow)
    unseen, kinds = [], set()
    for name in PAGES:
        desk.main.window.open_page(name)
        desk.bot.wait(5)
        for widget in list(controls(desk.main.window.pages[name])):
            if not isValid(widget):
                continue  # a new Snapshot drew this part anew
            kind = type(widget).__name__, str(widget.property("role"))
            if kind in kinds or not widget.isVisible() or not widget.isEnabled():
                continue
            if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            kinds.add(kind)
            desk.shell.setFocus()
            QApplication.processEvents()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            if widget.hasFocus() and widget.grab().toImage() == before:
                unseen.append(kind)
    assert len(kinds) > 8
    assert not unseen


def test_tab_goes_through_a_page_and_leaves_it(open_desk):
    desk = open_desk(demo=True)
    desk.shell.activateWindow()
    desk.wait_until(desk.shell.isActiveWindow)
    for name in ("loans", "prices", "earn", "alerts"):
        desk.main.window.open_page(name)
        desk.bot.wait(5)
        page = desk.main.window.pages[name]
        reached = []
        for _ in range(120):
            desk.bot.keyClick(QApplication.focusWidget() or desk.shell, Qt.Key.Key_Tab)
            widget = QApplication.focusWidget()
            if widget is None or widget in reached:
                break
            reached.append(widget)
        inside = [one for one in reached if page.isAncestorOf(one)]
        tables = [one for one in page.findChildren(QTableView) if one.isVisible()]
        assert tables
        missed = [table for table in tables if not any(one is table or table.isAncestorOf(one) for one in inside)]
        assert not missed, (name, [one.accessibleName() for one in reached])
        assert len(inside) < len(reached), "a table lets the focus go"


def test_nothing_moves_by_itself(open_desk):
    """No animation is made anywhere, and Qt's own are off, so nothing has to be stilled."""
    open_desk()
    assert not any(QApplication.isEffectEnabled(effect) for effect in Qt.UIEffect)
    animated = [
        path.name
        for path in Path(desktop_app.ui.__path__[0]).rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in ("QPropertyAnimation", "QVariantAnimation"))
    ]
    assert not animated
