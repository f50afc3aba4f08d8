"""LTV over time: the curve, level bands that follow rule changes, crossings and events, a crosshair."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop_app.engine.curves import Band, LtvCurve, Mark
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import DAY, RANGES, TimeChart, utc_words
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.pyramid import PyramidCurve
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows

_TOKENS = {"early_warning": "watch", "margin_call": "call", "liquidation": "liquidation"}
_FAR = 1e11


class BandItem(pg.GraphicsObject):
    """Level bands: each from its LTV up to the next level, over the time for which it holds."""

    def __init__(self) -> None:
        super().__init__()
        self._rects: list[tuple[QRectF, QColor]] = []
        self._lines: list[tuple[float, float, float, QColor, bool]] = []
        self._bounds = QRectF()

    def show_bands(self, bands: Sequence[Band], top: float) -> None:
        """Show `bands` up to the LTV `top` (fraction)."""
        self.prepareGeometryChange()
        self._rects.clear()
        self._lines.clear()
        starts = sorted({band.since for band in bands})
        for number, since in enumerate(starts):
            first = since if number else -_FAR
            until = starts[number + 1] if number + 1 < len(starts) else _FAR
            levels = sorted((band for band in bands if band.since == since), key=lambda band: band.ltv)
            self._span(levels, first, until, top)
        self._bounds = QRectF(-_FAR, 0, 2 * _FAR, top)
        self.update()

    def _span(self, levels: Sequence[Band], first: float, until: float, top: float) -> None:
        lowest = levels[0].ltv if levels else top
        self._rects.append((QRectF(first, 0, until - first, lowest), theme.colour("safe", 26)))
        for index, band in enumerate(levels):
            above = levels[index + 1].ltv if index + 1 < len(levels) else top
            name = _TOKENS[band.kind.value]
            self._rects.append(
                (QRectF(first, band.ltv, until - first, max(0.0, above - band.ltv)), theme.colour(name, 30))
            )
            self._lines.append((first, until, band.ltv, theme.colour(name), band.kind.value != "liquidation"))

    def boundingRect(self) -> QRectF:
        """Return where the bands lie."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the bands and their lines, within what is seen."""
        seen = self.viewRect() or self._bounds
        for box, tint in self._rects:
            painter.fillRect(box.intersected(seen), tint)
        for first, until, ltv, tint, dashed in self._lines:
            pen = QPen(tint, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
            pen.setCosmetic(True)
            painter.setPen(pen)
            left, right = max(first, seen.left()), min(until, seen.right())
            painter.drawLine(QPointF(left, ltv), QPointF(right, ltv))


class LtvChart(TimeChart):
    """The LTV curve of one loan. Times are seconds since 1970; values are fractions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("LTV over time"), 44, parent)
        self._curve: LtvCurve | None = None
        self._level_labels: list[pg.TextItem] = []
        plot = self.getPlotItem()
        plot.getAxis("right").tickStrings = _percent_ticks
        self._bands = BandItem()
        self._bands.setZValue(-20)
        plot.addItem(self._bands)
        tint = theme.colour("accent", 26)
        self.line = PyramidCurve(pg.mkPen(theme.tokens().accent, width=1.8), tint)
        plot.addItem(self.line)
        self._crossings = pg.ScatterPlotItem(size=10, pxMode=True)
        self._events = pg.ScatterPlotItem(size=9, pxMode=True, symbol="d")
        for item in (self._crossings, self._events):
            item.setZValue(10)
            plot.addItem(item)
        plot.getViewBox().sigXRangeChanged.connect(self._place_labels)

    def legend(self) -> list[Entry]:
        """Return what line, bands and marks stand for."""
        entries = [Entry(tr("LTV"), "accent")]
        kinds = {band.kind.value for band in self._curve.bands} if self._curve is not None else set()
        names = _level_names()
        entries += [
            Entry(names[kind], _TOKENS[kind], "line" if kind == "liquidation" else "dash")
            for kind in _TOKENS
            if kind in kinds
        ]
        if self._curve is not None and self._curve.crossings:
            entries.append(Entry(tr("a level was reached"), "call", "circle"))
        if self._curve is not None and any(mark.kind != "open" for mark in self._curve.events):
            entries.append(Entry(tr("an event of the loan"), "accent", "diamond"))
        return entries

    def samples(self) -> NDArray[np.float64]:
        """Return the times of the curve."""
        return self._curve.times if self._curve is not None else np.empty(0)

    def words_at(self, index: int) -> str:
        """Return time and LTV of one sample."""
        assert self._curve is not None
        value = float(self._curve.values[index])
        when = numbers.moment(datetime.fromtimestamp(float(self._curve.times[index]), UTC))
        ltv = numbers.percent(_decimal(value), 2) if np.isfinite(value) else tr("no collateral")
        return tr("{when}   LTV {ltv}").format(when=when, ltv=ltv)

    @property
    def curve(self) -> LtvCurve | None:
        """The curve that is shown."""
        return self._curve

    def show_curve(self, curve: LtvCurve) -> None:
        """Show the LTV of a loan in the range in use."""
        self._curve = curve
        self.line.show_samples(curve.times, curve.values)
        self._mark(self._crossings, curve.crossings, "call")
        later = [mark for mark in curve.events if mark.kind != "open"]
        self._mark(self._events, later, "accent")
        self.show_range(self._range)

    def _mark(self, item: pg.ScatterPlotItem, marks: Sequence[Mark], token: str) -> None:
        spots = []
        for mark in marks:
            ltv = mark.ltv if mark.ltv is not None else self._value_at(mark.at)
            if ltv is not None and np.isfinite(ltv):
                tint = theme.colour(_TOKENS.get(mark.kind, token))
                outline = pg.mkPen(theme.tokens().panel, width=1.5)
                spots.append({"pos": (mark.at, ltv), "brush": tint, "pen": outline, "data": mark})
        item.setData(spots)

    def _value_at(self, at: float) -> float | None:
        curve = self._curve
        if curve is None or not curve.times.size:
            return None
        index = int(np.searchsorted(curve.times, at))
        return float(curve.values[min(index, curve.times.size - 1)])

    def show_range(self, name: str) -> None:
        """Show the last day, week, month or year, or all."""
        super().show_range(name)
        curve = self._curve
        if curve is None or not curve.times.size:
            self._bands.show_bands((), 1.0)
            return
        last = float(curve.times[-1])
        span = RANGES[name]
        first = float(curve.times[0]) if span is None else max(last - span, float(curve.times[0]))
        if first >= last:
            first = last - DAY
        seen = curve.values[curve.times >= first]
        finite = seen[np.isfinite(seen)]
        highest = max([float(np.max(finite)) if finite.size else 0.0, *(band.ltv for band in curve.bands)])
        lowest = float(np.min(finite)) if finite.size else 0.0
        top = min(highest * 1.08, 3.0) if highest > 1 else min(1.0, highest * 1.1)
        bottom = max(0.0, min(lowest, min((b.ltv for b in curve.bands), default=1.0)) - 0.12)
        self._bands.show_bands(curve.bands, max(top, 1.0))
        view = self.getPlotItem().getViewBox()
        view.setRange(xRange=(first, last), yRange=(bottom, top), padding=0)
        view.setLimits(xMin=float(curve.times[0]) - 30 * DAY, xMax=last + 30 * DAY, minXRange=3600)
        self._place_labels()

    def _place_labels(self, *_: object) -> None:
        plot = self.getPlotItem()
        for old in self._level_labels:
            plot.removeItem(old)
        self._level_labels.clear()
        if self._curve is None:
            return
        left = plot.getViewBox().viewRange()[0][0]
        newest = max((band.since for band in self._curve.bands), default=0.0)
        names = _level_names()
        for band in self._curve.bands:
            if band.since != newest:
                continue
            words = f"{names[band.kind.value]} {numbers.percent(_decimal(band.ltv))}"
            item = pg.TextItem(words, color=theme.colour(_TOKENS[band.kind.value]), anchor=(0, 1))
            item.setFont(theme.figures(self.font(), 11))
            item.setPos(left, band.ltv)
            plot.addItem(item, ignoreBounds=True)
            self._level_labels.append(item)

    def export_csv(self, path: Path) -> None:
        """Write the whole curve to `path`: time (UTC), LTV at the close, LTV at the low.

        Raises:
            OSError: it cannot be written.
        """
        curve = self._curve
        rows = [["time_utc", "ltv", "ltv_at_low"]]
        if curve is not None:
            rows += [
                [utc_words(time), repr(float(value)), repr(float(low))]
                for time, value, low in zip(curve.times, curve.values, curve.lows, strict=True)
            ]
        write_rows(path, rows)


def _level_names() -> dict[str, str]:
    return {
        "early_warning": tr("early warning"),
        "margin_call": tr("margin call"),
        "liquidation": tr("liquidation"),
    }


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def _percent_ticks(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    return [numbers.percent(_decimal(value), 0) for value in values]
