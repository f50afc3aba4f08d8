"""Charts that are painted by one function for the screen, for pictures and for paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui import accessible, theme
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.picture import Pictured
from desktop_app.ui.sheet import write_rows

_PROBE = 6
_ZOOM, _PAN, _LEAST_WINDOW = 0.7, 0.25, 0.02
LEFT, RIGHT, TOP, BOTTOM = 52.0, 36.0, 10.0, 22.0
Window = tuple[float, float]
WHOLE: Window = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where and how to paint: a painter, its box, the tokens of a theme, a font whose figures have one width.

    `window` is the part of the x axis that is seen, as shares of it.
    """

    painter: QPainter
    box: QRectF
    tokens: theme.Tokens
    font: QFont
    window: Window = WHOLE

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
    """A plot's area and its scales: x from `first` to `last`, y from `low` to `high`."""

    area: QRectF
    first: float
    last: float
    low: float
    high: float

    def at(self, x: float, y: float) -> QPointF:
        """Return the point of a value."""
        clipped = min(max(y, self.low), self.high)
        return QPointF(
            self.area.left() + (x - self.first) / max(self.last - self.first, 1e-9) * self.area.width(),
            self.area.bottom() - (clipped - self.low) / max(self.high - self.low, 1e-9) * self.area.height(),
        )

    def value_of(self, x: float) -> float:
        """Return the value on the x axis at a pixel."""
        return self.first + (x - self.area.left()) / max(self.area.width(), 1.0) * (self.last - self.first)


def axes_of(canvas: Canvas, last: float, low: float, high: float) -> Axes:
    """Return the axes of a plot within its canvas."""
    start, end = canvas.window
    return Axes(canvas.box.adjusted(LEFT, TOP, -RIGHT, -BOTTOM), start * last, end * last, low, high)


def paint_axes(canvas: Canvas, axes: Axes, xs: Sequence[tuple[float, str]], ys: Sequence[tuple[float, str]]) -> None:
    """Paint a grid with the words of its marks."""
    for value, words in ys:
        point = axes.at(axes.first, value)
        canvas.painter.setPen(QPen(canvas.colour("border"), 1))
        canvas.painter.drawLine(point, QPointF(axes.area.right(), point.y()))
        box = QRectF(canvas.box.left(), point.y() - 8, LEFT - 8, 16)
        canvas.words(box, words, "muted", Qt.AlignmentFlag.AlignRight)
    for value, words in xs:
        if not axes.first - 1e-9 <= value <= axes.last + 1e-9:
            continue
        point = axes.at(value, axes.low)
        canvas.words(
            QRectF(point.x() - 40, axes.area.bottom() + 3, 80, 16), words, "muted", Qt.AlignmentFlag.AlignHCenter
        )


class Drawing(Protocol):
    """What is to be seen: data that paint themselves, tell their points and are a table. Any thread may paint it."""

    def draw(self, canvas: Canvas) -> None:
        """Paint it."""
        ...

    def words_at(self, point: QPointF, box: QRectF, window: Window = WHOLE) -> str:
        """Return what is told of a point of a drawing in `box`; nothing where there is nothing to tell."""
        ...

    def table(self) -> list[list[str]]:
        """Return what is drawn as rows, titles first."""
        ...

    def legend(self) -> Sequence[Entry]:
        """Return what lines and marks stand for."""
        ...


_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PaintedChart(QWidget, Pictured):
    """Shows one drawing at a time; the mouse and the arrow keys ask for the words of its points.

    Where it `zooms`, the x axis can be zoomed and panned. `menu_wanted` carries where a menu was asked for.
    """

    accessible_role = accessible.CHART
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str, height: int = 220, parent: QWidget | None = None, *, zooms: bool = False) -> None:
        super().__init__(parent)
        self._height, self._zooms = height, zooms
        self._window: Window = WHOLE
        self._dragged: QPointF | None = None
        self.setMouseTracking(True)
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
        if drawing is None:
            self._window = WHOLE
        self.update()

    def legend(self) -> Sequence[Entry]:
        """Return what lines and marks stand for."""
        return self._drawing.legend() if self._drawing is not None else ()

    def words_at(self, point: QPointF) -> str:
        """Return what is told of a point; nothing where there is nothing to tell."""
        return self._drawing.words_at(point, QRectF(self.rect()), self._window) if self._drawing is not None else ""

    def table(self) -> list[list[str]]:
        """Return what is drawn as rows, titles first."""
        return self._drawing.table() if self._drawing is not None else []

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the drawing into a box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is not None:
            font = theme.figures(self.font(), 11)
            self._drawing.draw(Canvas(painter, box, theme.tokens(), font, self._window))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing on the screen, with the crosshair."""
        painter = QPainter(self)
        self.paint_body(painter, QRectF(self.rect()))
        if self._probe is not None and self.words_at(self._probe):
            painter.setPen(QPen(theme.colour("muted", 150), 1))
            x = self._probe.x()
            painter.drawLine(QPointF(x, TOP), QPointF(x, self.height() - BOTTOM))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def show_window(self, start: float, end: float) -> None:
        """Show a part of the x axis, as shares of it."""
        width = min(1.0, max(end - start, _LEAST_WINDOW))
        start = min(max(start, 0.0), 1.0 - width)
        self._window = start, start + width
        self.update()

    @property
    def window_seen(self) -> Window:
        """The part of the x axis that is seen, as shares of it."""
        return self._window

    def zoom(self, factor: float, at: float = 0.5) -> None:
        """Show `factor` of what is seen; `at` stays in its place (a share of the width)."""
        start, end = self._window
        fixed, width = start + at * (end - start), (end - start) * factor
        self.show_window(fixed - at * width, fixed + (1 - at) * width)

    def pan(self, share: float) -> None:
        """Move the view by a share of its width."""
        start, end = self._window
        self.show_window(start + share * (end - start), end + share * (end - start))

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.pan(_PAN if key is Qt.Key.Key_Right else -_PAN)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif key is Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.show_window(*WHOLE)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move to the next point that has words, with Shift the view; plus and minus zoom, Home shows all."""
        if self._zooms and self._zoom_by_key(event):
            return
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or not self._move_probe(*step):
            super().keyPressEvent(event)

    def _across(self, x: float) -> float:
        return min(1.0, max(0.0, (x - LEFT) / max(1.0, self.width() - LEFT - RIGHT)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        if not self._zooms or not event.angleDelta().y():
            super().wheelEvent(event)
            return
        self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM, self._across(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan."""
        self._dragged = event.position() if event.button() is Qt.MouseButton.LeftButton and self._zooms else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or move the crosshair."""
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.pan((self._dragged.x() - event.position().x()) / max(1.0, self.width() - LEFT - RIGHT))
            self._dragged = event.position()
            return
        self._probe = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the pan."""
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        self.show_window(*WHOLE)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away."""
        self._probe = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the chart's menu."""
        self.menu_wanted.emit(event.globalPos())

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
        self.update()
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

    def export_csv(self, path: Path) -> None:
        """Write what is drawn to `path` as a table.

        Raises:
            OSError: it cannot be written.
        """
        write_rows(path, self.table())
