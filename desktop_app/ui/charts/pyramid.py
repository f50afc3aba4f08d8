"""A curve of any number of samples, drawn from the least and the greatest value of each column of pixels."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

Floats = NDArray[np.float64]
_STEP = 8
_BUCKETS_A_COLUMN = 4
_THICK_POINTS = 1500


class Pyramid:
    """Extremes of samples over ever longer stretches. `times` ascend; `values` may hold NaN; both of shape (n,).

    Finding the columns of a view takes as long for ten million samples as for ten thousand.
    """

    def __init__(self, times: Floats, values: Floats) -> None:
        self.times, self.values = times, values
        self._floors: list[tuple[int, Floats, Floats, Floats]] = []
        whole = bool(np.isfinite(values).all()) if values.size else True
        self._least: np.ufunc = np.minimum if whole else np.fmin
        self._most: np.ufunc = np.maximum if whole else np.fmax
        lows = highs = values
        length = 1
        while lows.size > 4 * _STEP * _BUCKETS_A_COLUMN * 100:
            lows, highs = self._shrunk(lows, self._least), self._shrunk(highs, self._most)
            length *= _STEP
            # Times of their own: one in five hundred out of a long array is a page of memory each.
            self._floors.append((length, times[::length].copy(), lows, highs))

    @staticmethod
    def _shrunk(values: Floats, extreme: np.ufunc) -> Floats:
        """Return the extreme of every `_STEP` values; the last stretch may be shorter."""
        whole = values.size // _STEP * _STEP
        found: Floats = values[0:whole:_STEP].copy()
        for offset in range(1, _STEP):
            extreme(found, values[offset:whole:_STEP], out=found)
        rest = values[whole:]
        return np.append(found, extreme.reduce(rest)) if rest.size else found

    def within(self, first: float, last: float) -> slice:
        """Return which samples lie within a span of time, and one on either side of it."""
        start = int(np.searchsorted(self.times, first)) - 1
        stop = int(np.searchsorted(self.times, last, "right")) + 1
        return slice(max(start, 0), min(stop, self.times.size))

    def columns(self, first: float, last: float, count: int) -> tuple[Floats, Floats, Floats]:
        """Return middle, least and greatest value of each of `count` columns of a span that has samples."""
        part = self.within(first, last)
        seen = part.stop - part.start
        length, times, lows, highs = 1, self.times, self.values, self.values
        for floor in self._floors:
            if seen < floor[0] * count * _BUCKETS_A_COLUMN:
                break
            length, times, lows, highs = floor
        bottom, top = part.start // length, -(-part.stop // length)
        if bottom >= top:
            return np.empty(0), np.empty(0), np.empty(0)
        begins = times[bottom:top]
        width = (last - first) / count
        # Clipped before it is counted: a bucket may begin far outside of what is seen.
        column = np.clip((begins - first) / width, 0, count - 1).astype(np.int64)
        starts = np.concatenate(([0], np.flatnonzero(np.diff(column)) + 1))
        middles = np.asarray(first + (column[starts] + 0.5) * width, np.float64)
        least: Floats = self._least.reduceat(lows[bottom:top], starts)
        most: Floats = self._most.reduceat(highs[bottom:top], starts)
        return middles, least, most


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What was drawn last: of which view, the curve, what fills under it, whether single samples are seen."""

    view: tuple[float, float, int]
    line: QPainterPath
    fill: QPainterPath
    thick: bool


class PyramidCurve(pg.GraphicsObject):
    """Draws samples over time; filled down to `ground` where it has a `fill`."""

    def __init__(self, pen: QPen, fill: QColor | None = None, ground: float = 0.0) -> None:
        super().__init__()
        self._thick, self._thin = QPen(pen), QPen(pen)
        self._thick.setCosmetic(True)
        self._thin.setCosmetic(True)
        self._thin.setWidthF(1.0)
        self._fill, self._ground = fill, ground
        self._bounds = QRectF()
        self._drawn: _Drawn | None = None
        self.pyramid = Pyramid(np.empty(0), np.empty(0))

    def show_samples(self, times: Floats, values: Floats) -> None:
        """Show samples; `times` ascend."""
        self.prepareGeometryChange()
        self.pyramid = Pyramid(times, values)
        self._drawn = None
        sound = values[np.isfinite(values)]
        self._bounds = QRectF()
        if sound.size:
            low, high = min(float(np.min(sound)), self._ground), max(float(np.max(sound)), self._ground)
            self._bounds = QRectF(float(times[0]), low, float(times[-1] - times[0]) or 1.0, high - low or 1.0)
        self.informViewBoundsChanged()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return where the samples lie."""
        return self._bounds

    def points(self, first: float, last: float, count: int) -> tuple[Floats, Floats, bool]:
        """Return the corners of the curve in a span that is `count` pixels wide, and whether they are the samples."""
        one = self.pyramid
        part = one.within(first, last)
        if part.stop - part.start <= 2 * count:
            return one.times[part], one.values[part], True
        middles, least, most = one.columns(first, last, count)
        xs, ys = np.repeat(middles, 2), np.empty(2 * middles.size)
        ys[0::4], ys[1::4] = least[0::2], most[0::2]  # up, then down: the next column begins where this one ends
        ys[2::4], ys[3::4] = most[1::2], least[1::2]
        edge = [part.stop - 1]
        return np.append(xs, one.times[edge]), np.append(ys, one.values[edge]), False

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint what is seen."""
        box, rect = self.getViewBox(), self.viewRect()
        if box is None or rect is None or not self.pyramid.times.size:
            return
        view = rect.left(), rect.right(), max(1, int(box.width()))
        if self._drawn is None or self._drawn.view != view:
            self._drawn = self._draw(view)
        if self._fill is not None:
            painter.fillPath(self._drawn.fill, self._fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._drawn.thick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._thick if self._drawn.thick else self._thin)
        painter.drawPath(self._drawn.line)

    def _draw(self, view: tuple[float, float, int]) -> _Drawn:
        xs, ys, single = self.points(*view)
        fill = QPainterPath()
        if self._fill is not None and xs.size:
            fill = self._ground_under(xs, ys, single=single)
        return _Drawn(view, pg.arrayToQPath(xs, ys, connect="finite"), fill, single and xs.size <= _THICK_POINTS)

    def _ground_under(self, xs: Floats, ys: Floats, *, single: bool) -> QPainterPath:
        """Return the area under the curve: under the lower edge of columns, as filling every spike takes a second."""
        if not single:
            xs, ys = xs[:-1:2], np.minimum(ys[:-1:2], ys[1::2])
        tops = np.where(np.isfinite(ys), ys, self._ground)
        around = np.concatenate((xs[:1], xs, xs[-1:]))
        made: QPainterPath = pg.arrayToQPath(around, np.concatenate(([self._ground], tops, [self._ground])))
        return made
