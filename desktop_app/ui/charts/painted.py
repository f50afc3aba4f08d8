"""Charts that are painted by one function for the screen, for pictures and for paper."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui import theme
from desktop_app.ui.i18n import tr

_PROBE = 6
LEFT, RIGHT, TOP, BOTTOM = 52.0, 36.0, 10.0, 22.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where and how to paint: a painter, its box, the tokens of a theme, a font whose figures have one width."""

    painter: QPainter
    box: QRectF
    tokens: theme.Tokens
    font: QFont

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """Return a token as a colour."""
        found = QColor(getattr(self.tokens, name))
        found.setAlpha(alpha)
        return found

    def words(self, box: QRectF, words: str, token: str, align: Qt.AlignmentFlag) -> None:
        """Paint words into a box, cut off with an ellipsis where they do not fit."""
        self.painter.setFont(self.font)
        self.painter.setPen(self.colour(token))
        fitting = QFontMetricsF(self.font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, fitting)


@dataclass(frozen=True, slots=True)
class Axes:
    """A plot's area and its scales: x from 0 to `last`, y from `low` to `high`."""

    area: QRectF
    last: float
    low: float
    high: float

    def at(self, x: float, y: float) -> QPointF:
        """Return the point of a value."""
        clipped = min(max(y, self.low), self.high)
        return QPointF(
            self.area.left() + x / max(self.last, 1e-9) * self.area.width(),
            self.area.bottom() - (clipped - self.low) / max(self.high - self.low, 1e-9) * self.area.height(),
        )

    def value_of(self, x: float) -> float:
        """Return the value on the x axis at a pixel."""
        return (x - self.area.left()) / max(self.area.width(), 1.0) * self.last


def axes_of(canvas: Canvas, last: float, low: float, high: float) -> Axes:
    """Return the axes of a plot within its canvas."""
    return Axes(canvas.box.adjusted(LEFT, TOP, -RIGHT, -BOTTOM), last, low, high)


def paint_axes(canvas: Canvas, axes: Axes, xs: Sequence[tuple[float, str]], ys: Sequence[tuple[float, str]]) -> None:
    """Paint a grid with the words of its marks."""
    for value, words in ys:
        point = axes.at(0, value)
        canvas.painter.setPen(QPen(canvas.colour("border"), 1))
        canvas.painter.drawLine(point, QPointF(axes.area.right(), point.y()))
        box = QRectF(canvas.box.left(), point.y() - 8, LEFT - 8, 16)
        canvas.words(box, words, "muted", Qt.AlignmentFlag.AlignRight)
    for value, words in xs:
        point = axes.at(value, axes.low)
        canvas.words(
            QRectF(point.x() - 40, axes.area.bottom() + 3, 80, 16), words, "muted", Qt.AlignmentFlag.AlignHCenter
        )


class Drawing(Protocol):
    """What is to be seen: data that paint themselves, tell their points and are a table. Any thread may paint it."""

    def draw(self, canvas: Canvas) -> None:
        """Paint it."""
        ...

    def words_at(self, point: QPointF, box: QRectF) -> str:
        """Return what is told of a point of a drawing in `box`; nothing where there is nothing to tell."""
        ...

    def table(self) -> list[list[str]]:
        """Return what is drawn as rows, titles first."""
        ...


_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PaintedChart(QWidget):
    """Shows one drawing at a time; the mouse and the arrow keys ask for the words of its points."""

    def __init__(self, name: str, height: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._drawing: Drawing | None = None
        self._probe: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a modest size."""
        return QSize(420, self._height)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show a drawing in place of the last one."""
        self._drawing = drawing
        self.update()

    def words_at(self, point: QPointF) -> str:
        """Return what is told of a point; nothing where there is nothing to tell."""
        return self._drawing.words_at(point, QRectF(self.rect())) if self._drawing is not None else ""

    def table(self) -> list[list[str]]:
        """Return what is drawn as rows, titles first."""
        return self._drawing.table() if self._drawing is not None else []

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is not None:
            self._drawing.draw(Canvas(painter, QRectF(self.rect()), theme.tokens(), theme.figures(self.font(), 11)))
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing on the screen."""
        self._paint(QPainter(self))
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the next point that has words, and tell them."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or not self._move_probe(*step):
            super().keyPressEvent(event)

    def _move_probe(self, right: int, down: int) -> bool:
        """Move until other words are told; return whether there were any."""
        point = self._probe
        if point is None:
            return self._tell(self._first_point())
        said = self.words_at(point)
        while QRectF(self.rect()).contains(point):
            if self.words_at(point) not in ("", said):
                return self._tell(point)
            point = QPointF(point.x() + right * _PROBE, point.y() + down * _PROBE)
        return False

    def _first_point(self) -> QPointF | None:
        """Return the first point, row by row, that has words."""
        points = (QPointF(x, y) for y in range(0, self.height(), _PROBE) for x in range(0, self.width(), _PROBE))
        return next((point for point in points if self.words_at(point)), None)

    def _tell(self, point: QPointF | None) -> bool:
        if point is None:
            return False
        self._probe = point
        words = self.words_at(point)
        self.setAccessibleDescription(words)
        QToolTip.showText(self.mapToGlobal(point.toPoint()), words, self)
        return True

    def event(self, event: QEvent) -> bool:
        """Tell what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def export_png(self, path: Path) -> None:
        """Write the drawing to `path` (PNG), twice as large as it is seen.

        Raises:
            OSError: it cannot be written.
        """
        picture = QPixmap(self.size() * 2)
        picture.setDevicePixelRatio(2)
        picture.fill(theme.colour("panel"))
        self._paint(QPainter(picture))
        if not picture.save(str(path), "PNG"):
            raise OSError(tr("{path} cannot be written").format(path=path))

    def export_csv(self, path: Path) -> None:
        """Write what is drawn to `path` as a table.

        Raises:
            OSError: it cannot be written.
        """
        write_rows(path, self.table())


def write_rows(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows of words to `path` (CSV, UTF-8).

    Raises:
        OSError: it cannot be written.
    """
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
