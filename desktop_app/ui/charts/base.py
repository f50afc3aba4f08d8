"""What charts over time share: the time axis, ranges, a crosshair that tells values, mouse, keyboard, export."""

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QDateTime, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui import theme
from desktop_app.ui.i18n import locale, tr

DAY = 86400.0
RANGES: dict[str, float | None] = {"1D": DAY, "1W": 7 * DAY, "1M": 30 * DAY, "1Y": 365 * DAY, "All": None}
_TICK_PIXELS = 62
_FEW_TICKS = 3


class TimeAxis(pg.DateAxisItem):
    """A time axis whose days and months are written by the language in use."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Return the ticks of the finest level whose words fit side by side, else as many of the next as do."""
        levels = super().tickValues(minVal, maxVal, size)
        most = max(2, size / _TICK_PIXELS)
        fitting = [level for level in levels if 2 <= len(level[1]) <= most]
        crowded = [level for level in levels if len(level[1]) > most]
        if crowded and (not fitting or len(fitting[-1][1]) < _FEW_TICKS):
            spacing, ticks = crowded[0]
            return [(spacing, ticks[:: math.ceil(len(ticks) / most)])]
        return fitting[-1:] or levels[:1]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return the words under the ticks, as fine as their spacing."""
        pattern = tr("MMM yyyy") if spacing >= 27 * DAY else tr("d MMM") if spacing >= DAY else "HH:mm"
        loc = locale()
        return [loc.toString(QDateTime.fromSecsSinceEpoch(int(value)), pattern) for value in values]


class TimeChart(pg.PlotWidget):
    """A chart of samples over time (seconds since 1970), values at the right.

    A chart fills in `samples` and `words_at`, and what its ranges show.
    """

    pointed = Signal(str)

    def __init__(self, name: str, axis_width: int, parent: QWidget | None = None) -> None:
        axis = TimeAxis(orientation="bottom")
        super().__init__(parent, axisItems={"bottom": axis}, background=theme.tokens().panel, enableMenu=False)
        self.setMinimumHeight(180)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._range: str = "1M"
        plot = self.getPlotItem()
        plot.setContentsMargins(0, 0, 0, 0)
        # pyqtgraph makes a menu without an owner even where it shows none.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        self._cross = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(theme.colour("muted", 150), width=1))
        self._cross.hide()
        self._tip = pg.TextItem(color=theme.tokens().text, fill=theme.colour("raised", 235), anchor=(0, 0))
        self._tip.setZValue(30)
        self._tip.hide()
        plot.addItem(self._cross, ignoreBounds=True)
        plot.addItem(self._tip, ignoreBounds=True)
        self._style_axes(axis_width)
        plot.getViewBox().setMouseEnabled(x=True, y=False)
        self.scene().sigMouseMoved.connect(self._follow)

    def _style_axes(self, width: int) -> None:
        plot = self.getPlotItem()
        plot.showAxis("right")
        plot.hideAxis("left")
        for name in ("bottom", "right"):
            axis = plot.getAxis(name)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(theme.colour("muted"))
            axis.setStyle(tickLength=0, tickAlpha=0, tickFont=theme.figures(self.font(), 11), tickTextOffset=6)
        plot.getAxis("right").setWidth(width)

    def sizeHint(self) -> QSize:
        """Return a modest height: the chart takes what is left."""
        return QSize(480, 200)

    @property
    def range_name(self) -> str:
        """The range that is shown: one of RANGES."""
        return self._range

    def show_range(self, name: str) -> None:
        """Show the last day, week, month or year, or all."""
        self._range = name

    def samples(self) -> NDArray[np.float64]:
        """Return the times of what is drawn, ascending."""
        raise TypeError(f"{type(self).__name__} draws nothing")

    def words_at(self, index: int) -> str:
        """Return what the crosshair tells of a sample."""
        raise TypeError(f"{type(self).__name__} tells nothing")

    def _follow(self, position: QPointF) -> None:
        view = self.getPlotItem().getViewBox()
        if not view.sceneBoundingRect().contains(position):
            self._cross.hide()
            self._tip.hide()
            return
        self.point_at(view.mapSceneToView(position).x())

    def point_at(self, at: float) -> None:
        """Put the crosshair on the sample nearest to `at` (seconds since 1970) and tell its values."""
        times = self.samples()
        if not times.size:
            return
        index = int(np.clip(np.searchsorted(times, at), 0, times.size - 1))
        if index and at - times[index - 1] < times[index] - at:
            index -= 1
        time, words = float(times[index]), self.words_at(index)
        self._cross.setPos(time)
        self._tip.setText(words)
        box = self.getPlotItem().getViewBox().viewRange()
        right_half = time > (box[0][0] + box[0][1]) / 2
        self._tip.setAnchor((1.05 if right_half else -0.05, 0))
        self._tip.setPos(time, box[1][1])
        self._cross.show()
        self._tip.show()
        self.pointed.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the crosshair, plus and minus zoom, Home shows all."""
        times = self.samples()
        view = self.getPlotItem().getViewBox()
        if not times.size:
            super().keyPressEvent(event)
            return
        here = self._cross.value() if self._cross.isVisible() else float(times[-1])
        index = int(np.searchsorted(times, here))
        match event.key():
            case Qt.Key.Key_Left:
                self.point_at(float(times[max(index - 1, 0)]))
            case Qt.Key.Key_Right:
                self.point_at(float(times[min(index + 1, times.size - 1)]))
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
        """Write all of what is drawn to `path` as a table.

        Raises:
            OSError: it cannot be written.
        """
        raise TypeError(f"{type(self).__name__} has no table")
