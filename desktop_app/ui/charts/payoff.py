"""Payoff diagrams: the value of a product over the price that settles it, its edges marked."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.earn.payoff import Payoff
from desktop_app.ui import numbers, theme
from desktop_app.ui.i18n import tr

_MARKS = ("call", "watch", "liquidation")


class PayoffChart(pg.PlotWidget):
    """One curve, a dashed one of what doing nothing would give, and a line at each marked price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.tokens().panel, enableMenu=False)
        self.setMinimumHeight(220)
        self.hideButtons()
        self.setAccessibleName(tr("Value over the price at the end"))
        self._marks: list[pg.GraphicsObject] = []
        self._prices, self._values, self._others = np.empty(0), np.empty(0), np.empty(0)
        plot = self.getPlotItem()
        # pyqtgraph makes a menu without an owner even where it shows none.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        plot.getViewBox().setMouseEnabled(x=False, y=False)
        for name in ("bottom", "left"):
            axis = plot.getAxis(name)
            axis.setPen(pg.mkPen(theme.colour("muted", 90)))
            axis.setTextPen(theme.colour("muted"))
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickFont=theme.figures(self.font(), 11), tickLength=0)
            axis.tickStrings = _ticks
        plot.getAxis("left").setWidth(84)
        self.held = pg.PlotCurveItem(pen=pg.mkPen(theme.colour("muted"), width=1.2, style=Qt.PenStyle.DashLine))
        self.curve = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().accent, width=2.2))
        plot.addItem(self.held)
        plot.addItem(self.curve)
        self._tip = pg.TextItem(color=theme.tokens().text, fill=theme.colour("raised", 235), anchor=(0, 1))
        self._tip.setZValue(30)
        self._tip.hide()
        plot.addItem(self._tip, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return a modest height."""
        return QSize(480, 240)

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
        plot.setXRange(float(self._prices[0]), float(self._prices[-1]), padding=0.01)
        everything = np.concatenate([self._values, self._others])
        least, most = float(everything.min()), float(everything.max())
        room = (most - least) * 0.12 or abs(most) * 0.05 or 1.0
        plot.setYRange(least - room / 2, most + room, padding=0)
        for number, (price, name) in enumerate(zip(payoff.marks, names, strict=True)):
            token = _MARKS[number % len(_MARKS)]
            line = pg.InfiniteLine(float(price), angle=90, pen=pg.mkPen(theme.colour(token), width=1.2))
            words = pg.TextItem(f"{name} {_number(float(price))}", color=theme.colour(token), anchor=(0, 0))
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

    def _follow(self, position: QPointF) -> None:
        view = self.getPlotItem().getViewBox()
        if not self._prices.size or not view.sceneBoundingRect().contains(position):
            self._tip.hide()
            return
        x = view.mapSceneToView(position).x()
        index = int(np.clip(np.searchsorted(self._prices, x), 0, self._prices.size - 1))
        self._tip.setText(self.words_at(index))
        self._tip.setAnchor((1 if index > self._prices.size // 2 else 0, 1))
        self._tip.setPos(float(self._prices[index]), float(self._values[index]))
        self._tip.show()


def _number(value: float) -> str:
    return numbers.figure(Decimal(repr(float(value))), 2 if abs(value) >= 1 else 6)


def _ticks(values: Sequence[float], scale: float, spacing: float) -> list[str]:
    return [numbers.scaled(Decimal(repr(float(value))), Decimal(repr(float(spacing))), "") for value in values]
