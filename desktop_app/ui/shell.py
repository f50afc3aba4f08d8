"""The window's first picture: painted before anything heavy is imported, replaced once the pages are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

_COLOURS = {
    "dark": ("#0e1520", "#0a0f19", "#161f2f", "#4aa8ff"),
    "light": ("#f3f5f9", "#ffffff", "#ffffff", "#1d6ae5"),
}
_RAIL = 196


class Shell(QMainWindow):
    """A main window that paints its own outline until it is furnished."""

    painted = Signal()
    closing = Signal(object)

    def __init__(self, theme: str) -> None:
        super().__init__()
        self.setWindowTitle("Plimsoll")
        self.resize(1360, 860)
        self._colours = [QColor(value) for value in _COLOURS.get(theme, _COLOURS["dark"])]
        self._bare = True
        self._told = False

    def furnished(self) -> None:
        """Paint the outline no more."""
        self._bare = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline: rail, mark and cards."""
        if not self._bare:
            super().paintEvent(event)
            return
        ground, rail, panel, accent = self._colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(0, 0, _RAIL, self.height(), rail)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(panel)
        painter.setBrush(panel)
        width = (self.width() - _RAIL - 20 - 4 * 12 - 20) / 5
        for index in range(5):
            painter.drawRoundedRect(QRectF(_RAIL + 20 + index * (width + 12), 64, width, 96), 12, 12)
        paint_mark(painter, QRectF(20, 18, 26, 26), accent)
        painter.end()
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the furnished window decide whether to close or to hide."""
        self.closing.emit(event)


def paint_mark(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the Plimsoll mark: a ring with a line through it."""
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(box.height() / 11)
    painter.setPen(pen)
    painter.setBrush(QColor(0, 0, 0, 0))
    inset = box.height() * 0.18
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
