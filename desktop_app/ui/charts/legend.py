"""What the lines and marks of a chart stand for: a row of small pictures with their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme

_MARK, _GAP, _ROW = 18.0, 16.0, 18.0
STROKES = {
    "line": Qt.PenStyle.SolidLine,
    "dash": Qt.PenStyle.DashLine,
    "dots": Qt.PenStyle.DotLine,
    "dash-dot": Qt.PenStyle.DashDotLine,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Words for what is drawn with a colour token and a shape.

    The shape is a stroke of STROKES, "area", "bar", "circle", "diamond", or of candles "hollow" or "full".
    """

    words: str
    token: str
    shape: str = "line"


def rows(entries: Sequence[Entry], font: QFont, width: float) -> list[list[tuple[Entry, float]]]:
    """Return the entries in rows that fit into `width`, each with its own width."""
    metrics = QFontMetricsF(font)
    found: list[list[tuple[Entry, float]]] = []
    used = width + 1
    for entry in entries:
        needed = _MARK + 6 + metrics.horizontalAdvance(entry.words) + _GAP
        if used + needed > width and (not found or found[-1]):
            found.append([])
            used = 0.0
        found[-1].append((entry, needed))
        used += needed
    return found


def height(entries: Sequence[Entry], font: QFont, width: float) -> float:
    """Return how high a legend is."""
    return len(rows(entries, font, width)) * _ROW


def paint(painter: QPainter, box: QRectF, entries: Sequence[Entry], font: QFont) -> None:
    """Paint a legend into a box."""
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = box.top()
    for row in rows(entries, font, box.width()):
        left = box.left()
        for entry, width in row:
            _paint_mark(painter, QRectF(left, top, _MARK, _ROW), entry)
            painter.setPen(theme.colour("muted"))
            words = QRectF(left + _MARK + 6, top, width - _MARK - 6, _ROW)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, entry.words)
            left += width
        top += _ROW


def _paint_mark(painter: QPainter, box: QRectF, entry: Entry) -> None:
    tint, middle = theme.colour(entry.token), box.center()
    if entry.shape in STROKES:
        painter.setPen(QPen(tint, 2, STROKES[entry.shape]))
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        return
    painter.setPen(QPen(tint, 1.4))
    painter.setBrush(theme.colour("panel") if entry.shape == "hollow" else tint)
    match entry.shape:
        case "area":
            tint.setAlpha(80)
            painter.fillRect(QRectF(box.left(), middle.y() - 5, _MARK, 10), tint)
        case "circle":
            painter.drawEllipse(middle, 4, 4)
        case "diamond":
            corners = ((0, -5), (5, 0), (0, 5), (-5, 0))
            painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])
        case "bar":
            painter.drawRect(QRectF(box.left() + 1, middle.y() - 4, _MARK - 2, 8))
        case _:
            painter.drawLine(QPointF(middle.x(), middle.y() - 7), QPointF(middle.x(), middle.y() + 7))
            painter.drawRect(QRectF(middle.x() - 3, middle.y() - 4, 6, 8))


class Legend(QWidget):
    """Shows the entries of a chart."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show entries; none hide the legend."""
        self._entries = tuple(entries)
        self.setAccessibleName(", ".join(entry.words for entry in entries))
        self.setVisible(bool(entries))
        self._fit()
        self.update()

    def _font(self) -> QFont:
        return theme.figures(self.font(), 11)

    def _fit(self) -> None:
        self.setFixedHeight(int(height(self._entries, self._font(), max(self.width(), 120))))

    def sizeHint(self) -> QSize:
        """Return the height of one row; the width is what there is."""
        return QSize(120, int(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many rows as the width asks for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the entries."""
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._entries, self._font())
        painter.end()
