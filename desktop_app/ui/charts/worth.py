"""The value of something over time, day by day, with a crosshair."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import RANGES, TimeChart, utc_words
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.pyramid import PyramidCurve
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows

_AXIS = 76


class WorthChart(TimeChart):
    """One line of values in the reporting currency."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Value over time"), _AXIS, parent)
        self._range = "All"
        self._times: NDArray[np.float64] = np.empty(0)
        self._values: NDArray[np.float64] = np.empty(0)
        self._currency = "USD"
        plot = self.getPlotItem()
        plot.getAxis("right").tickStrings = self._ticks
        self.line = PyramidCurve(pg.mkPen(theme.tokens().accent, width=1.8), theme.colour("accent", 36))
        plot.addItem(self.line)

    def show_worth(self, days: Sequence[date], values: Sequence[float], currency: str) -> None:
        """Show values by day."""
        self._times = np.array(
            [datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() for day in days], np.float64
        )
        self._values = np.array(values, np.float64)
        self._currency = currency
        self.line.show_samples(self._times, self._values)
        self.show_range(self._range)

    def show_range(self, name: str) -> None:
        """Show the last day, week, month or year, or all."""
        super().show_range(name)
        if not self._times.size:
            return
        last, span = float(self._times[-1]), RANGES[name]
        first = float(self._times[0]) if span is None else last - span
        plot = self.getPlotItem()
        plot.setXRange(first, max(last, first + 1), padding=0.01)
        seen = self._values[self._times >= first]
        low, high = min(0.0, float(np.min(seen))), float(np.max(seen))
        plot.setYRange(low, high + (high - low or 1.0) * 0.08, padding=0)

    def legend(self) -> list[Entry]:
        """Return what the line stands for."""
        return [Entry(tr("value in {currency}").format(currency=self._currency), "accent")]

    def samples(self) -> NDArray[np.float64]:
        """Return the days that are drawn."""
        return self._times

    def words_at(self, index: int) -> str:
        """Return day and value of a sample."""
        day = datetime.fromtimestamp(float(self._times[index]), UTC).date()
        value = Decimal(repr(float(self._values[index])))
        return f"{day.isoformat()}  {numbers.money(value, self._currency)}"

    def _ticks(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        step = Decimal(repr(float(spacing)))
        return [numbers.scaled(Decimal(repr(float(value))), step, self._currency) for value in values]

    def export_csv(self, path: Path) -> None:
        """Write the values by day to `path`.

        Raises:
            OSError: it cannot be written.
        """
        days = zip(self._times, self._values, strict=True)
        write_rows(path, [["time_utc", "value"], *([utc_words(time), repr(float(value))] for time, value in days)])
