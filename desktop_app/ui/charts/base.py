"""What charts with axes share: look, crosshair, zoom and pan by mouse and keyboard; over time also ranges."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QDateTime, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui import accessible, theme
from desktop_app.ui.charts.picture import Pictured
from desktop_app.ui.i18n import locale, tr

DAY = 86400.0
RANGES: dict[str, float | None] = {"1D": DAY, "1W": 7 * DAY, "1M": 30 * DAY, "1Y": 365 * DAY, "All": None}
_TICK_PIXELS = 62
_FEW_TICKS = 3
_ZOOM = 0.7
_PAN = 0.25
_LEAP = 20


def utc_words(time: float) -> str:
    """Return seconds since 1970 as ISO 8601 in UTC, for files."""
    return datetime.fromtimestamp(float(time), UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


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


class PlotChart(pg.PlotWidget, Pictured):
    """A chart of samples along the x axis.

    A chart fills in `samples` and `words_at`, `show_all` for what it shows when nothing is zoomed, and `export_csv`.
    `pointed` carries what the crosshair tells, `menu_wanted` where a menu was asked for. `by_hand` tells that a person
    zoomed or panned: newer samples then leave the view alone.
    """

    accessible_role = accessible.CHART
    pointed = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(
        self, name: str, axis: str, axis_width: int, bottom: pg.AxisItem | None = None, parent: QWidget | None = None
    ) -> None:
        axes = {"bottom": bottom} if bottom is not None else {}
        super().__init__(parent, axisItems=axes, background=theme.tokens().panel, enableMenu=False)
        self.setMinimumHeight(180)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        plot = self.getPlotItem()
        plot.setContentsMargins(0, 0, 0, 0)
        # pyqtgraph makes a menu without an owner even where it shows none.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        self._cross = pg.InfiniteLine(angle=90, movable=False, pen=pg.mkPen(theme.colour("muted", 150), width=1))
        self._cross.hide()
        self._tip = pg.TextItem(color=theme.tokens().text, fill=theme.colour("raised", 235), anchor=(0, 0))
        self._tip.setZValue(40)
        self._tip.hide()
        plot.addItem(self._cross, ignoreBounds=True)
        plot.addItem(self._tip, ignoreBounds=True)
        self._style_axes(axis, axis_width)
        self.by_hand = False
        plot.getViewBox().setMouseEnabled(x=True, y=False)
        plot.getViewBox().sigRangeChangedManually.connect(self._taken_in_hand)
        self.scene().sigMouseMoved.connect(self._follow)

    def _style_axes(self, side: str, width: int) -> None:
        plot = self.getPlotItem()
        plot.showAxis(side)
        if side == "right":
            plot.hideAxis("left")
        else:
            plot.layout.setContentsMargins(0, 0, 20, 0)  # room for the last words under the axis
            plot.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        for name in ("bottom", side):
            axis = plot.getAxis(name)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(pg.mkPen(None))
            axis.setTextPen(theme.colour("muted"))
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=0, tickAlpha=0, tickFont=theme.figures(self.font(), 11), tickTextOffset=6)
        plot.getAxis(side).setWidth(width)

    def sizeHint(self) -> QSize:
        """Return a modest height: the chart takes what is left."""
        return QSize(480, 200)

    def samples(self) -> NDArray[np.float64]:
        """Return where samples lie on the x axis, ascending."""
        raise TypeError(f"{type(self).__name__} draws nothing")

    def words_at(self, index: int) -> str:
        """Return what the crosshair tells of a sample."""
        raise TypeError(f"{type(self).__name__} tells nothing")

    def show_all(self) -> None:
        """Show what is shown when nothing is zoomed."""
        raise TypeError(f"{type(self).__name__} has no usual view")

    def _follow(self, position: QPointF) -> None:
        view = self.getPlotItem().getViewBox()
        if not view.sceneBoundingRect().contains(position):
            self.hide_crosshair()
            return
        self.point_at(view.mapSceneToView(position).x())

    def hide_crosshair(self) -> None:
        """Take the crosshair and its words away."""
        self._cross.hide()
        self._tip.hide()

    def point_at(self, at: float) -> None:
        """Put the crosshair on the sample nearest to `at` and tell its values."""
        places = self.samples()
        if not places.size:
            return
        index = int(np.clip(np.searchsorted(places, at), 0, places.size - 1))
        if index and at - places[index - 1] < places[index] - at:
            index -= 1
        self.point_to(index)

    def point_to(self, index: int) -> None:
        """Put the crosshair on a sample, by its number, and tell its values."""
        places = self.samples()
        if not places.size:
            return
        index = min(max(index, 0), places.size - 1)
        place, words = float(places[index]), self.words_at(index)
        self._cross.setPos(place)
        self._tip.setText(words)
        box = self.getPlotItem().getViewBox().viewRange()
        right_half = place > (box[0][0] + box[0][1]) / 2
        self._tip.setAnchor((1.03 if right_half else -0.03, 0))
        self._tip.setPos(place, box[1][1])
        self._cross.show()
        self._tip.show()
        self._tip.updateTransform()  # it was hidden while the view was laid out, and so not told of it
        self.setAccessibleDescription(words)
        self.pointed.emit(words)

    def _here(self) -> int:
        """Return the number of the sample that the crosshair stands on, the last one where it is away."""
        places = self.samples()
        if not self._cross.isVisible():
            return int(places.size)
        return int(np.searchsorted(places, self._cross.value()))

    def _taken_in_hand(self, *_: object) -> None:
        self.by_hand = True

    def zoom(self, factor: float) -> None:
        """Show `factor` of the width that is seen, around the crosshair or the middle."""
        self.by_hand = True
        view = self.getPlotItem().getViewBox()
        middle = QPointF(self._cross.value(), 0) if self._cross.isVisible() else None
        view.scaleBy(x=factor, y=1, center=middle)

    def pan(self, share: float) -> None:
        """Move the view by a share of its width, to the right where positive."""
        self.by_hand = True
        view = self.getPlotItem().getViewBox()
        first, last = view.viewRange()[0]
        view.translateBy(x=(last - first) * share, y=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the crosshair, with Shift the view; plus and minus zoom, Home or 0 shows all, End the newest."""
        if not self.samples().size or not self._act_on(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _act_on(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if held & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.pan(_PAN if key is Qt.Key.Key_Right else -_PAN)
            return True
        match key:
            case Qt.Key.Key_Left:
                self.point_to(self._here() - 1)
            case Qt.Key.Key_Right:
                self.point_to(self._here() + 1)
            case Qt.Key.Key_PageUp:
                self.point_to(self._here() - _LEAP)
            case Qt.Key.Key_PageDown:
                self.point_to(self._here() + _LEAP)
            case Qt.Key.Key_End:
                self.point_to(self.samples().size - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(_ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / _ZOOM)
            case Qt.Key.Key_Home | Qt.Key.Key_0:
                self.show_all()
            case _:
                return False
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything again."""
        if self.samples().size:
            self.show_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the chart's menu."""
        self.menu_wanted.emit(event.globalPos())

    def export_csv(self, path: Path) -> None:
        """Write all of what is drawn to `path` as a table.

        Raises:
            OSError: it cannot be written.
        """
        raise TypeError(f"{type(self).__name__} has no table")


class TimeChart(PlotChart):
    """A chart of samples over time (seconds since 1970), values at the right."""

    def __init__(self, name: str, axis_width: int, parent: QWidget | None = None) -> None:
        super().__init__(name, "right", axis_width, TimeAxis(orientation="bottom"), parent)
        self._range: str = "1M"

    @property
    def range_name(self) -> str:
        """The range that is shown: one of RANGES."""
        return self._range

    def show_range(self, name: str) -> None:
        """Show the last day, week, month or year, or all."""
        self._range = name
        self.by_hand = False

    def show_all(self) -> None:
        """Show all of time."""
        self.show_range("All")
