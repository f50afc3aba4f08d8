"""Candles on a chart: a custom item that draws those that are seen, hollow where the price rose."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop_app.ui import theme

Floats = NDArray[np.float64]
_BODY = 0.7


class CandleItem(pg.GraphicsObject):
    """Candles from opening times (seconds) and prices; a candle's middle stands half a period after its opening."""

    def __init__(self) -> None:
        super().__init__()
        self.times = self.highs = self.lows = np.empty(0)
        self._rises: NDArray[np.bool_] = np.empty(0, bool)
        self._wicks: list[tuple[QLineF, ...]] = []
        self._bodies: list[QRectF] = []
        self._period = 60.0
        self._bounds = QRectF()

    def show_candles(
        self, times: Floats, opens: Floats, highs: Floats, lows: Floats, closes: Floats, period_s: float
    ) -> None:
        """Show candles of `period_s` seconds; all arrays have the shape (n,)."""
        self.prepareGeometryChange()
        self.times, self.highs, self.lows, self._period = times, highs, lows, period_s
        self._rises = closes >= opens
        middles = times + period_s / 2
        tops, bottoms = np.maximum(opens, closes), np.minimum(opens, closes)
        parts = zip(*(side.tolist() for side in (middles, highs, tops, bottoms, lows)), strict=True)
        half = period_s * _BODY / 2
        self._wicks, self._bodies = [], []
        for middle, high, top, bottom, low in parts:
            # A hollow body must not have its wick shine through, so each candle has two of them.
            self._wicks.append((QLineF(middle, high, middle, top), QLineF(middle, bottom, middle, low)))
            self._bodies.append(QRectF(middle - half, bottom, 2 * half, top - bottom))
        self._bounds = QRectF()
        if times.size:
            least, most = float(np.min(lows)), float(np.max(highs))
            self._bounds = QRectF(float(times[0]), least, float(times[-1] - times[0]) + period_s, most - least)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return where the candles lie."""
        return self._bounds

    def within(self, first: float, last: float) -> slice:
        """Return which candles lie within a span of time, those at its edges too."""
        return slice(
            int(np.searchsorted(self.times, first - self._period)), int(np.searchsorted(self.times, last, "right"))
        )

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the candles that are seen."""
        view = self.viewRect() or self._bounds
        part = self.within(view.left(), view.right())
        rises = self._rises[part]
        for risen, token in ((True, "safe"), (False, "liquidation")):
            chosen = np.flatnonzero(rises == risen) + part.start
            self._paint(painter, chosen.tolist(), theme.colour(token), hollow=risen)

    def _paint(self, painter: QPainter, chosen: Sequence[int], tint: QColor, *, hollow: bool) -> None:
        if not chosen:
            return
        pen = QPen(tint, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(theme.colour("panel") if hollow else tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawLines([line for number in chosen for line in self._wicks[number]])
        painter.drawRects([self._bodies[number] for number in chosen])
        painter.setBrush(Qt.BrushStyle.NoBrush)
