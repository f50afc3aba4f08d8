"""LTV over time: the curve, level bands that follow rule changes, crossings and events, a crosshair."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QDateTime, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop_app.engine.curves import Band, LtvCurve, Mark
from desktop_app.ui import numbers, theme
from desktop_app.ui.i18n import locale, tr

DAY = 86400.0
RANGES: dict[str, float | None] = {"1D": DAY, "1W": 7 * DAY, "1M": 30 * DAY, "1Y": 365 * DAY, "All": None}
_TOKENS = {"early_warning": "watch", "margin_call": "call", "liquidation": "liquidation"}
_FAR = 1e11
_TICK_PIXELS = 62


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


class TimeAxis(pg.DateAxisItem):
    """A time axis whose days and months are written by the language in use."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the ticks of the finest level whose words fit side by side."""
        levels = super().tickValues(minVal, maxVal, size)
        fitting = [level for level in levels if 2 <= len(level[1]) <= max(2, size / _TICK_PIXELS)]
        return fitting[-1:] or levels[:1]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return the words under the ticks, as fine as their spacing."""
        pattern = tr("MMM yyyy") if spacing >= 27 * DAY else tr("d MMM") if spacing >= DAY else "HH:mm"
        loc = locale()
        return [loc.toString(QDateTime.fromSecsSinceEpoch(int(value)), pattern) for value in values]


class LtvChart(pg.PlotWidget):
    """The LTV curve of one loan. Times are seconds since 1970; values are fractions."""

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        axis = TimeAxis(orientation="bottom")
        super().__init__(parent, axisItems={"bottom": axis}, background=theme.tokens().panel, enableMenu=False)
        self.setMinimumHeight(180)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("LTV over time"))
        self._curve: LtvCurve | None = None
        self._range: str = "1M"
        self._level_labels: list[pg.TextItem] = []
        plot = self.getPlotItem()
        plot.setContentsMargins(0, 0, 0, 0)
        # pyqtgraph makes a menu without an owner even where it shows none.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        self._bands = BandItem()
        self._bands.setZValue(-20)
        plot.addItem(self._bands)
        tint = theme.colour("accent", 26)
        self._line = plot.plot(pen=pg.mkPen(theme.tokens().accent, width=1.8), fillLevel=0, brush=tint)
        self._line.setDownsampling(auto=True, method="peak")
        self._line.setClipToView(True)
        self._crossings = pg.ScatterPlotItem(size=10, pxMode=True)
        self._events = pg.ScatterPlotItem(size=9, pxMode=True, symbol="d")
        for item in (self._crossings, self._events):
            item.setZValue(10)
            plot.addItem(item)
        self._cross = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(theme.colour("muted", 150), width=1))
        self._cross.hide()
        self._tip = pg.TextItem(color=theme.tokens().text, fill=theme.colour("raised", 235), anchor=(0, 0))
        self._tip.setZValue(30)
        self._tip.hide()
        plot.addItem(self._cross, ignoreBounds=True)
        plot.addItem(self._tip, ignoreBounds=True)
        self._style_axes()
        view = plot.getViewBox()
        view.setMouseEnabled(x=True, y=False)
        view.sigXRangeChanged.connect(self._place_labels)
        self.scene().sigMouseMoved.connect(self._follow)

    def _style_axes(self) -> None:
        plot = self.getPlotItem()
        plot.showAxis("right")
        plot.hideAxis("left")
        for name in ("bottom", "right"):
            axis = plot.getAxis(name)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(theme.colour("muted"))
            axis.setStyle(tickLength=0, tickAlpha=0, tickFont=theme.figures(self.font(), 11), tickTextOffset=6)
        plot.getAxis("right").setWidth(44)
        plot.getAxis("right").tickStrings = _percent_ticks

    def sizeHint(self) -> QSize:
        """Return a modest height: the chart takes what is left."""
        return QSize(480, 200)

    @property
    def curve(self) -> LtvCurve | None:
        """The curve that is shown."""
        return self._curve

    @property
    def range_name(self) -> str:
        """The range that is shown: one of RANGES."""
        return self._range

    def show_curve(self, curve: LtvCurve) -> None:
        """Show the LTV of a loan in the range in use."""
        self._curve = curve
        self._line.setData(curve.times, curve.values, connect="finite")
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
        self._range = name
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
        names = {
            "early_warning": tr("early warning"),
            "margin_call": tr("margin call"),
            "liquidation": tr("liquidation"),
        }
        for band in self._curve.bands:
            if band.since != newest:
                continue
            words = f"{names[band.kind.value]} {numbers.percent(_decimal(band.ltv))}"
            item = pg.TextItem(words, color=theme.colour(_TOKENS[band.kind.value]), anchor=(0, 1))
            item.setFont(theme.figures(self.font(), 11))
            item.setPos(left, band.ltv)
            plot.addItem(item, ignoreBounds=True)
            self._level_labels.append(item)

    def _follow(self, position: QPointF) -> None:
        view = self.getPlotItem().getViewBox()
        if not view.sceneBoundingRect().contains(position):
            self._cross.hide()
            self._tip.hide()
            return
        self.point_at(view.mapSceneToView(position).x())

    def point_at(self, at: float) -> None:
        """Put the crosshair on the sample nearest to `at` (seconds since 1970) and tell its values."""
        curve = self._curve
        if curve is None or not curve.times.size:
            return
        index = int(np.clip(np.searchsorted(curve.times, at), 0, curve.times.size - 1))
        if index and at - curve.times[index - 1] < curve.times[index] - at:
            index -= 1
        time, value = float(curve.times[index]), float(curve.values[index])
        words = self._words(time, value)
        self._cross.setPos(time)
        self._tip.setText(words)
        box = self.getPlotItem().getViewBox().viewRange()
        right_half = time > (box[0][0] + box[0][1]) / 2
        self._tip.setAnchor((1.05 if right_half else -0.05, 0))
        self._tip.setPos(time, box[1][1])
        self._cross.show()
        self._tip.show()
        self.pointed.emit(words)

    def _words(self, time: float, value: float) -> str:
        when = numbers.moment(datetime.fromtimestamp(time, UTC))
        ltv = numbers.percent(_decimal(value), 2) if np.isfinite(value) else tr("no collateral")
        return tr("{when}   LTV {ltv}").format(when=when, ltv=ltv)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the crosshair, plus and minus zoom, Home shows all."""
        curve = self._curve
        view = self.getPlotItem().getViewBox()
        if curve is None or not curve.times.size:
            super().keyPressEvent(event)
            return
        here = self._cross.value() if self._cross.isVisible() else float(curve.times[-1])
        index = int(np.searchsorted(curve.times, here))
        match event.key():
            case Qt.Key.Key_Left:
                self.point_at(float(curve.times[max(index - 1, 0)]))
            case Qt.Key.Key_Right:
                self.point_at(float(curve.times[min(index + 1, curve.times.size - 1)]))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                view.scaleBy(x=0.7, y=1)
            case Qt.Key.Key_Minus:
                view.scaleBy(x=1 / 0.7, y=1)
            case Qt.Key.Key_Home:
                self.show_range("All")
            case _:
                super().keyPressEvent(event)

    def export_png(self, path: Path) -> None:
        """Write the chart as it is seen to `path` (PNG).

        Raises:
            OSError: it cannot be written.
        """
        if not self.grab().save(str(path), "PNG"):
            raise OSError(tr("{path} cannot be written").format(path=path))

    def export_csv(self, path: Path) -> None:
        """Write the whole curve to `path`: time (UTC), LTV at the close, LTV at the low.

        Raises:
            OSError: it cannot be written.
        """
        curve = self._curve
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["time_utc", "ltv", "ltv_at_low"])
            if curve is not None:
                for time, value, low in zip(curve.times, curve.values, curve.lows, strict=True):
                    when = datetime.fromtimestamp(float(time), UTC).isoformat(timespec="seconds")
                    writer.writerow([when.replace("+00:00", "Z"), repr(float(value)), repr(float(low))])


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def _percent_ticks(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    return [numbers.percent(_decimal(value), 0) for value in values]
