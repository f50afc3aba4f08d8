"""The price of one asset over time: candles or a line, the levels of loans, a crosshair."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.engine.price_history import PriceSeries
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import DAY, RANGES, TimeChart, utc_words
from desktop_app.ui.charts.candles import CandleItem
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows

_SETTLE_MS = 150
_LEAST_SPAN_S = 600.0
_MOST_SPAN_S = 100 * 365 * DAY
_LEAST_POINTS, _PIXELS_A_CANDLE = 120, 5


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """A price at which a loan reaches a level: its value, what to write at it, its colour token."""

    value: float
    words: str
    token: str


class PriceChart(TimeChart):
    """The price of one asset. `wanted` asks for the span (seconds since 1970; None: all) that is to be seen."""

    wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Price over time"), 72, parent)
        self._series: PriceSeries | None = None
        self._levels: Sequence[PriceLevel] = ()
        self._level_items: list[pg.GraphicsObject] = []
        self._fits = True
        self._placing = False
        plot = self.getPlotItem()
        plot.getAxis("right").tickStrings = self._price_ticks
        self.candles = CandleItem()
        plot.addItem(self.candles)
        self.line = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().accent, width=1.8))
        self.tops, self.bottoms = pg.PlotCurveItem(pen=None), pg.PlotCurveItem(pen=None)
        self._band = pg.FillBetweenItem(self.tops, self.bottoms, brush=pg.mkBrush(theme.colour("accent", 60)))
        for item in (self.tops, self.bottoms, self._band, self.line):
            plot.addItem(item)
        self.show_as("candles")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._want_seen)
        plot.getViewBox().sigXRangeChanged.connect(self._moved)

    @property
    def series(self) -> PriceSeries | None:
        """The candles that are shown."""
        return self._series

    @property
    def points(self) -> int:
        """How many candles are worth drawing at the present width."""
        return max(_LEAST_POINTS, int(self.width()) // _PIXELS_A_CANDLE)

    def show_as(self, kind: str) -> None:
        """Show "candles", or a "line" of the closes with a band from the lows to the highs."""
        self.kind = kind
        self.candles.setVisible(kind == "candles")
        for item in (self.line, self._band):
            item.setVisible(kind != "candles")

    def show_range(self, name: str) -> None:
        """Ask for the last day, week, month or year, or all; it is fitted into view once it comes."""
        super().show_range(name)
        self._fits = True
        span, series = RANGES[name], self._series
        last = series.last if series is not None else float("nan")
        self.wanted.emit(None if span is None or not np.isfinite(last) else last - span, None)

    def forget(self) -> None:
        """Show another asset next: fitted into view, whatever was looked at before."""
        self._series, self._fits = None, True
        self._settle.stop()

    def renew(self) -> None:
        """Ask again for what is shown: it may have grown."""
        if self._fits:
            self.show_range(self._range)
        else:
            self._want_seen()

    def show_series(self, series: PriceSeries, levels: Sequence[PriceLevel] = ()) -> None:
        """Show candles, fitted into view unless a person moved it."""
        other = self._series is None or self._series.asset != series.asset
        self._series, self._levels = series, levels
        self._fits = self._fits or other
        arrays = series.times, series.open, series.high, series.low, series.close
        self.candles.show_candles(*arrays, series.period_s)
        middles = series.times + series.period_s / 2
        for item, values in ((self.line, series.close), (self.tops, series.high), (self.bottoms, series.low)):
            item.setData(middles, values)
        if not series.times.size:
            return
        view = self.getPlotItem().getViewBox()
        self._placing = True
        far = series.last - series.first
        view.setLimits(xMin=series.first - far, xMax=series.last + max(far, DAY), minXRange=_LEAST_SPAN_S)
        if self._fits:
            view.setXRange(*self._fitted(series), padding=0)
        self._placing = False
        self._fit_prices()

    def _fitted(self, series: PriceSeries) -> tuple[float, float]:
        span = RANGES[self._range]
        last = float(series.times[-1]) + series.period_s
        first = float(series.times[0])
        return (first if span is None else max(first, last - span)), last

    def _fit_prices(self) -> None:
        """Let the price axis hold what is seen; levels are drawn where they fall within it."""
        series = self._series
        if series is None or not series.times.size:
            return
        part = self.candles.within(*self.getPlotItem().getViewBox().viewRange()[0])
        if part.start >= part.stop:
            return
        least, most = float(np.min(series.low[part])), float(np.max(series.high[part]))
        room = (most - least) * 0.06 or most * 0.02
        self.getPlotItem().getViewBox().setYRange(least - room, most + room, padding=0)
        self._draw_levels(least - room, most + room)

    def _draw_levels(self, least: float, most: float) -> None:
        plot = self.getPlotItem()
        for item in self._level_items:
            plot.removeItem(item)
        self._level_items.clear()
        left = plot.getViewBox().viewRange()[0][0]
        for level in self._levels:
            if not least < level.value < most:
                continue
            pen = pg.mkPen(theme.colour(level.token), width=1, style=Qt.PenStyle.DashLine)
            ground = theme.colour("panel", 200)
            words = pg.TextItem(level.words, color=theme.colour(level.token), fill=ground, anchor=(0, 1))
            words.setZValue(10)
            words.setFont(theme.figures(self.font(), 11))
            words.setPos(left, level.value)
            for item in (pg.InfiniteLine(level.value, angle=0, pen=pen), words):
                plot.addItem(item, ignoreBounds=True)
                self._level_items.append(item)

    def _moved(self) -> None:
        if not self._placing:
            self._fits = False
            self._fit_prices()
            self._settle.start()

    def _want_seen(self) -> None:
        first, last = self.getPlotItem().getViewBox().viewRange()[0]
        room = (last - first) / 2
        self.wanted.emit(max(first - room, 0.0), min(last + room, first + _MOST_SPAN_S))

    def legend(self) -> list[Entry]:
        """Return what candles or the line stand for."""
        if self.kind == "candles":
            return [Entry(tr("price rose"), "safe", "hollow"), Entry(tr("price fell"), "liquidation", "full")]
        return [Entry(tr("close"), "accent"), Entry(tr("from low to high"), "accent", "area")]

    def samples(self) -> NDArray[np.float64]:
        """Return the middles of the candles that are drawn."""
        return self._series.times + self._series.period_s / 2 if self._series is not None else np.empty(0)

    def words_at(self, index: int) -> str:
        """Return opening time, open, high, low and close of a candle."""
        assert self._series is not None
        one = self._series
        values = {name: getattr(one, name)[index] for name in ("open", "high", "low", "close")}
        shown = {name: numbers.price(_decimal(value), one.currency) for name, value in values.items()}
        when = numbers.moment(datetime.fromtimestamp(float(one.times[index]), UTC))
        return tr("{when}   open {open}   high {high}   low {low}   close {close}").format(when=when, **shown)

    def _price_ticks(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        currency = self._series.currency if self._series is not None else "USD"
        return [numbers.scaled(_decimal(value), _decimal(spacing), currency) for value in values]

    def export_csv(self, path: Path) -> None:
        """Write the candles that are drawn to `path`: time (UTC), open, high, low, close.

        Raises:
            OSError: it cannot be written.
        """
        one = self._series
        rows = [["time_utc", "open", "high", "low", "close"]]
        if one is not None:
            rows += [
                [utc_words(time), *(repr(float(price)) for price in prices)]
                for time, *prices in zip(one.times, one.open, one.high, one.low, one.close, strict=True)
            ]
        write_rows(path, rows)


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))
