"""Shares as one bar of segments, with their words under it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme

TOKENS = ("accent", "safe", "watch", "call", "muted")


class ShareBar(QWidget):
    """A bar of segments; each has a share (0 to 1) and words for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[tuple[str, float], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(200, 22)

    def show_shares(self, shares: tuple[tuple[str, float], ...]) -> None:
        """Show (words, share) segments in the given order."""
        self._shares = shares
        self.setAccessibleName(", ".join(words for words, _ in shares))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.setClipPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for index, (_, share) in enumerate(self._shares):
            width = box.width() * share
            painter.setBrush(theme.colour(TOKENS[min(index, len(TOKENS) - 1)]))
            painter.drawRect(QRectF(left, 0, max(0.0, width - 2), box.height()))
            left += width
        painter.end()
