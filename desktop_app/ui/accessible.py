"""Roles for screen readers of what is painted by the program itself: a widget tells its own as `accessible_role`."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

CHART = QAccessible.Role.Chart
BUTTON = QAccessible.Role.Button
PAGE = QAccessible.Role.Pane

_installed: list[bool] = []


def _face(key: str, widget: QObject) -> Any:
    """Return the face of a widget with a role of its own; None leaves it to Qt."""
    role = getattr(widget, "accessible_role", None)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role, widget.accessibleName())


def install() -> None:
    """Tell Qt of the roles, once in a program's life."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_face)
