"""Several assets beside each other: their prices, each 100 where the chart begins."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.engine.price_history import Compared
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import DAY, TimeChart, utc_words
from desktop_app.ui.charts.legend import STROKES, Entry
from desktop_app.ui.charts.pyramid import PyramidCurve
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows

STYLES = (
    ("accent", "line"),
    ("watch", "dash"),
    ("safe", "dash-dot"),
    ("liquidation", "line"),
    ("muted", "dots"),
    ("text", "dash"),
)
MOST = len(STYLES)


class CompareChart(TimeChart):
    """Lines that differ by colour and stroke. `wanted` asks for the range that is to be seen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prices beside each other"), 52, parent)
        self._found: Sequence[Compared] = ()
        self._times: NDArray[np.float64] = np.empty(0)
        self.curves: list[PyramidCurve] = []
        self.getPlotItem().getAxis("right").tickStrings = _ticks

    def show_compared(self, found: Sequence[Compared]) -> None:
        """Show assets, all of them in view."""
        plot = self.getPlotItem()
        for old in self.curves:
            plot.removeItem(old)
        self.curves.clear()
        self.hide_crosshair()
        self._found = found
        self._times = max((one.times for one in found), key=len, default=np.empty(0))
        for number, one in enumerate(found):
            token, stroke = STYLES[number % MOST]
            curve = PyramidCurve(pg.mkPen(theme.colour(token), width=1.8, style=STROKES[stroke]), ground=100.0)
            curve.show_samples(one.times, one.values)
            plot.addItem(curve)
            self.curves.append(curve)
        self._fit()

    def _fit(self) -> None:
        if not self._found:
            return
        first, last = (edge(float(one.times[at]) for one in self._found) for edge, at in ((min, 0), (max, -1)))
        low, high = (edge(float(edge(one.values)) for one in self._found) for edge in (min, max))
        room = (high - low) * 0.06 or 1.0
        view = self.getPlotItem().getViewBox()
        view.setLimits(xMin=first - (last - first), xMax=last + max(last - first, DAY), minXRange=600)
        view.setRange(xRange=(first, max(last, first + 1)), yRange=(low - room, high + room), padding=0)

    def show_range(self, name: str) -> None:
        """Ask for the last day, week, month or year, or all."""
        super().show_range(name)
        self.wanted.emit(name)

    def legend(self) -> list[Entry]:
        """Return which line is which, with where it stands now."""
        return [
            Entry(f"{one.asset} {_value(one.values[-1])}", *STYLES[number % MOST])
            for number, one in enumerate(self._found)
        ]

    def samples(self) -> NDArray[np.float64]:
        """Return the times of the asset with the most of them."""
        return self._times

    def words_at(self, index: int) -> str:
        """Return the time and where each asset stood then."""
        at = float(self._times[index])
        lines = [numbers.moment(datetime.fromtimestamp(at, UTC))]
        for one in self._found:
            place = int(np.searchsorted(one.times, at, "right")) - 1
            if place >= 0:
                lines.append(f"{one.asset} {_value(one.values[place])}")
        return "\n".join(lines)

    def export_csv(self, path: Path) -> None:
        """Write every value that is drawn to `path`: asset, time (UTC), value.

        Raises:
            OSError: it cannot be written.
        """
        rows = [["asset", "time_utc", "value"]]
        for one in self._found:
            rows += [
                [one.asset, utc_words(time), repr(float(value))]
                for time, value in zip(one.times, one.values, strict=True)
            ]
        write_rows(path, rows)


def _value(value: float) -> str:
    return numbers.plain(Decimal(repr(float(value))), 1)


def _ticks(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    return [numbers.plain(Decimal(repr(float(value))), 0 if spacing >= 1 else 1) for value in values]
