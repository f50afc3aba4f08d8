"""What charts over time share: the time axis and ranges."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime

import pyqtgraph as pg
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QWidget

from desktop_app.ui.charts.plot import PlotChart
from desktop_app.ui.i18n import locale, tr

DAY = 86400.0
RANGES: dict[str, float | None] = {"1D": DAY, "1W": 7 * DAY, "1M": 30 * DAY, "1Y": 365 * DAY, "All": None}
_TICK_PIXELS = 62
_FEW_TICKS = 3


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

    def show_all(self) -> None:
        """Show all of time."""
        self.show_range("All")
