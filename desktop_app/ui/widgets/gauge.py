"""The load-line gauge: how deep a loan lies on its ladder, painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme

_TRACK = 10.0
_MARK = 8.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A level on the gauge: its LTV (fraction), the words under it, the token of its colour."""

    ltv: float
    words: str
    token: str


class Gauge(QWidget):
    """A track from 0 to 100 % LTV (or beyond, where a level lies there), filled to the LTV of now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ltv: float | None = None
        self._token = "safe"
        self._ticks: tuple[Tick, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(180)

    def sizeHint(self) -> QSize:
        """Return the height of track and labels."""
        return QSize(290, 44)

    def show_loan(self, ltv: float | None, token: str, ticks: tuple[Tick, ...], spoken: str) -> None:
        """Show an LTV (fraction; None: unknown) on the levels `ticks`; `spoken` is for screen readers."""
        self._ltv, self._token, self._ticks = ltv, token, ticks
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def _scale(self) -> float:
        return max([1.0, *(tick.ltv * 1.08 for tick in self._ticks)])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, fill, ticks, the Plimsoll mark and the labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 9, self.width(), _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        at = None if self._ltv is None else min(self._ltv / self._scale(), 1.0) * (self.width() - 2 * _MARK) + _MARK
        if at is not None:
            painter.setBrush(theme.colour(self._token))
            painter.drawRoundedRect(QRectF(0, 9, at, _TRACK), _TRACK / 2, _TRACK / 2)
        self._paint_ticks(painter)
        if at is not None:
            _paint_load_line(painter, QPointF(at, track.center().y()), theme.colour(self._token))
        painter.end()

    def _x(self, ltv: float) -> float:
        return min(ltv / self._scale(), 1.0) * (self.width() - 2 * _MARK) + _MARK

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setFont(theme.figures(self.font(), 10))
        metrics = QFontMetricsF(painter.font())
        spans: list[tuple[float, float]] = []
        # The most dangerous level keeps its label when two would overlap.
        for tick in sorted(self._ticks, key=lambda tick: -tick.ltv):
            x = self._x(tick.ltv)
            painter.setPen(QPen(theme.colour(tick.token), 2))
            painter.drawLine(QPointF(x, 3), QPointF(x, 25))
            width = metrics.horizontalAdvance(tick.words)
            left = min(max(0.0, x - width / 2), self.width() - width)
            nearest = min((start for start, _ in spans), default=float(self.width()) + 10)
            if left + width + 6 > nearest:
                left = nearest - 6 - width
            # A label that would stand too far from its level says nothing.
            if left < -0.5 or x - left > width + 8:
                continue
            spans.append((left, left + width))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(left, 28, width + 2, 15), Qt.AlignmentFlag.AlignLeft, tick.words)


def _paint_load_line(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2.4))
    painter.setBrush(theme.colour("panel"))
    painter.drawEllipse(centre, _MARK, _MARK)
    painter.drawLine(QPointF(centre.x() - _MARK - 4, centre.y()), QPointF(centre.x() + _MARK + 4, centre.y()))
