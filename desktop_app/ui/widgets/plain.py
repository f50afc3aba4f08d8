"""Labels and buttons with the roles of the style sheet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton


def label(words: str = "", role: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """Return a label with one of the roles of the style sheet."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def button(words: str, act: Callable[[], object], role: str = "", name: str = "") -> QPushButton:
    """Return a push button that calls `act`; `name` is its accessible name where the words do not say it."""
    made = QPushButton(words)
    if role:
        made.setProperty("role", role)
    made.setAccessibleName(name or words)
    made.clicked.connect(lambda _checked=False: act())
    if role in ("primary", ""):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
