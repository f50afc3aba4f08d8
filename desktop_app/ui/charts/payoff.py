"""Payoff diagrams: the value of a product over the price that settles it, its edges marked."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.earn.payoff import Payoff
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import PlotChart
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows

_MARKS = ("call", "watch", "liquidation")


class PayoffChart(PlotChart):
    """One curve, a dashed one of what doing nothing would give, and a line at each marked price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Value over the price at the end"), "left", 84, parent=parent)
        self.setMinimumHeight(220)
        self._marks: list[pg.GraphicsObject] = []
        self._names: list[Entry] = []
        self._prices, self._values, self._others = np.empty(0), np.empty(0), np.empty(0)
        plot = self.getPlotItem()
        for name in ("bottom", "left"):
            plot.getAxis(name).tickStrings = _ticks
        self.held = pg.PlotCurveItem(pen=pg.mkPen(theme.colour("muted"), width=1.2, style=Qt.PenStyle.DashLine))
        self.curve = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().accent, width=2.2))
        plot.addItem(self.held)
        plot.addItem(self.curve)

    def show_payoff(self, payoff: Payoff, names: Sequence[str]) -> None:
        """Show a payoff; `names` are the words at its marks."""
        plot = self.getPlotItem()
        for item in self._marks:
            plot.removeItem(item)
        self._marks.clear()
        self._prices = np.array([float(price) for price, _ in payoff.curve])
        self._values = np.array([float(value) for _, value in payoff.curve])
        self._others = np.array([float(value) for _, value in payoff.held])
        self.curve.setData(self._prices, self._values)
        self.held.setData(self._prices, self._others)
        self.show_all()
        self._names.clear()
        everything = np.concatenate([self._values, self._others])
        least, most = float(everything.min()), float(everything.max())
        room = (most - least) * 0.12 or abs(most) * 0.05 or 1.0
        plot.setYRange(least - room / 2, most + room, padding=0)
        for number, (price, name) in enumerate(zip(payoff.marks, names, strict=True)):
            token = _MARKS[number % len(_MARKS)]
            line = pg.InfiniteLine(float(price), angle=90, pen=pg.mkPen(theme.colour(token), width=1.2))
            words = pg.TextItem(f"{name} {_number(float(price))}", color=theme.colour(token), anchor=(0, 0))
            self._names.append(Entry(name, token))
            words.setFont(theme.figures(self.font(), 11))
            words.setPos(float(price), most + room - number * room * 0.55)
            if price > (payoff.curve[0][0] + payoff.curve[-1][0]) / 2:
                words.setAnchor((1, 0))
            for item in (line, words):
                plot.addItem(item, ignoreBounds=True)
                self._marks.append(item)

    def words_at(self, index: int) -> str:
        """Return what the tip tells of a point."""
        words = tr("at {price}: {value}; without it {other}")
        return words.format(
            price=_number(self._prices[index]), value=_number(self._values[index]), other=_number(self._others[index])
        )

    def samples(self) -> NDArray[np.float64]:
        """Return the prices."""
        return self._prices

    def show_all(self) -> None:
        """Show the whole curve."""
        if self._prices.size:
            self.getPlotItem().setXRange(float(self._prices[0]), float(self._prices[-1]), padding=0.01)

    def legend(self) -> list[Entry]:
        """Return what the lines stand for."""
        return [Entry(tr("value"), "accent"), Entry(tr("without it"), "muted", "dash"), *self._names]

    def export_csv(self, path: Path) -> None:
        """Write prices and values to `path`.

        Raises:
            OSError: it cannot be written.
        """
        points = zip(self._prices, self._values, self._others, strict=True)
        write_rows(path, [["price", "value", "without"], *([repr(float(one)) for one in point] for point in points)])


def _number(value: float) -> str:
    return numbers.figure(Decimal(repr(float(value))), 2 if abs(value) >= 1 else 6)


def _ticks(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    return [numbers.scaled(Decimal(repr(float(value))), Decimal(repr(float(spacing))), "") for value in values]
