"""The window's first picture: shown before anything heavy is imported, replaced once the pages are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

_COLOURS = {
    "dark": ("#0e1520", "#0a0f19", "#161f2f"),
    "light": ("#f3f5f9", "#ffffff", "#ffffff"),
    "contrast": ("#000000", "#000000", "#000000"),
}
_RAIL = 196
_WIDTH, _HEIGHT = 1360, 860


class Shell(QMainWindow):
    """A main window that shows its own outline, rail and cards, until it is furnished.

    The outline is made of frames and a style sheet: painting with a colour, or naming any enum of Qt,
    would take longer than all the rest of the first picture.
    """

    painted = Signal()
    closing = Signal(object)

    def __init__(self, theme: str) -> None:
        super().__init__()
        self.setWindowTitle("Plimsoll")
        self.resize(_WIDTH, _HEIGHT)
        ground, rail, panel = _COLOURS.get(theme, _COLOURS["dark"])
        self.setStyleSheet(
            f"QMainWindow {{ background: {ground}; }} QFrame {{ background: {panel}; border-radius: 12px; }}"
            f"QFrame#outline-rail {{ background: {rail}; border-radius: 0; }}"
        )
        self._outline = [QFrame(self) for _ in range(6)]
        self._outline[0].setObjectName("outline-rail")
        self._outline[0].setGeometry(0, 0, _RAIL, 4000)
        width = (_WIDTH - _RAIL - 40 - 4 * 12) // 5
        for index, card in enumerate(self._outline[1:]):
            card.setGeometry(_RAIL + 20 + index * (width + 12), 64, width, 96)
        self._told = False

    def furnished(self) -> None:
        """Take the outline away."""
        self.setStyleSheet("")
        for frame in self._outline:
            frame.hide()
            frame.deleteLater()
        self._outline.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as every window does, and tell of the first time."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the furnished window decide whether to close or to hide."""
        self.closing.emit(event)
