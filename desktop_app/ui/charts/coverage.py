"""The coverage curve: what all cures need over the fall, against the reserve that arrives in time."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.engine.reserve_plan import Curve
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import PlotChart
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows


class CoverageChart(PlotChart):
    """Two lines over the fall (0 to 100 %): need and reachable; the fall that is covered and one's own are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Need and reachable reserve over the fall"), "left", 70, parent=parent)
        self._curve: Curve | None = None
        self._currency = "USD"
        plot = self.getPlotItem()
        plot.getAxis("bottom").tickStrings = _fall_ticks
        plot.getAxis("left").tickStrings = self._money_ticks
        plot.getViewBox().setLimits(xMin=-0.1, xMax=1.1, minXRange=0.02)
        gap = theme.colour("liquidation", 40)
        self._base = pg.PlotCurveItem(pen=None)
        self._over = pg.PlotCurveItem(pen=None)
        self._fill = pg.FillBetweenItem(self._base, self._over, brush=pg.mkBrush(gap))
        self.need = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().call, width=2.2))
        self.have = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().accent, width=2.2))
        self._covered = self._line("safe", Qt.PenStyle.SolidLine)
        self._chosen = self._line("muted", Qt.PenStyle.DashLine)
        self._words = [pg.TextItem(color=theme.colour(token), anchor=(0, 1)) for token in ("call", "accent", "safe")]
        for item in (self._base, self._over, self._fill, self.have, self.need, *self._words):
            plot.addItem(item, ignoreBounds=True)
        for text in self._words:
            text.setZValue(30)
            text.hide()

    def _line(self, token: str, style: Qt.PenStyle) -> pg.InfiniteLine:
        made = pg.InfiniteLine(0, angle=90, pen=pg.mkPen(theme.colour(token), width=1.2, style=style))
        made.hide()
        self.getPlotItem().addItem(made, ignoreBounds=True)
        return made

    def show_curve(self, curve: Curve, currency: str, chosen: float) -> None:
        """Show `curve`; `chosen` is the fall that a person looks at."""
        self._curve, self._currency = curve, currency
        falls, need, have = (
            np.array([float(value) for value in row]) for row in (curve.falls, curve.need, curve.reachable)
        )
        self.need.setData(falls, need)
        self.have.setData(falls, have)
        self._base.setData(falls, np.minimum(need, have))
        self._over.setData(falls, need)
        top = max(float(need.max(initial=0)), float(have.max(initial=0)), 1.0) * 1.15
        self.getPlotItem().setYRange(0, top, padding=0)
        if not self.by_hand:
            self.show_all()
        self._mark(self._chosen, chosen)
        self._mark(self._covered, float(curve.coverage) if curve.coverage is not None else None)
        self._name(curve, float(need[-1]), float(have[0]), top)
        self.hide_crosshair()

    def show_all(self) -> None:
        """Show the falls from nothing to everything."""
        self.getPlotItem().setXRange(0, 1, padding=0.03)
        self.by_hand = False

    def legend(self) -> list[Entry]:
        """Return what the lines stand for."""
        return [
            Entry(tr("need"), "call"),
            Entry(tr("reachable in time"), "accent"),
            Entry(tr("gap"), "liquidation", "area"),
            Entry(tr("covered"), "safe"),
            Entry(tr("your fall"), "muted", "dash"),
        ]

    def samples(self) -> NDArray[np.float64]:
        """Return the falls, from 0 to 1."""
        return np.array([float(fall) for fall in self._curve.falls]) if self._curve is not None else np.empty(0)

    def _mark(self, line: pg.InfiniteLine, at: float | None) -> None:
        line.setVisible(at is not None)
        if at is not None:
            line.setPos(at)

    def _name(self, curve: Curve, need: float, have: float, top: float) -> None:
        """Write the names of the lines beside them, so that colour is not needed to tell them apart."""
        covered = numbers.percent(-curve.coverage) if curve.coverage is not None else ""
        texts = (
            (tr("need"), 1.0, min(need, top * 0.9), (1, 1)),
            (tr("reachable in time"), 0.0, have, (0, 1)),
            (tr("covered to {fall}").format(fall=covered), float(curve.coverage or 0), top, None),
        )
        for item, (words, x, y, anchor) in zip(self._words, texts, strict=True):
            item.setText(words)
            item.setAnchor(anchor or ((1, 0) if x > 0.5 else (0, 0)))
            item.setPos(x, y)
            item.setVisible(bool(words) and (anchor is not None or curve.coverage is not None))

    def words_at(self, index: int) -> str:
        """Return what the crosshair tells of a fall: need, reachable, and what each loan lacks."""
        assert self._curve is not None
        curve, currency = self._curve, self._currency
        lines = [
            tr("fall {fall}: needs {need}, reachable {have}").format(
                fall=numbers.percent(-curve.falls[index], 0),
                need=numbers.money(curve.need[index], currency),
                have=numbers.money(curve.reachable[index], currency),
            )
        ]
        for name, lacking in curve.lacking:
            if lacking[index]:
                short = tr("{loan} lacks {money}")
                lines.append(short.format(loan=name, money=numbers.money(lacking[index], currency)))
        return "\n".join(lines)

    def _money_ticks(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [numbers.scaled(_decimal(value), _decimal(max(spacing, 1.0)), self._currency) for value in values]

    def export_csv(self, path: Path) -> None:
        """Write all falls with need, reachable reserve and what each loan lacks to `path`.

        Raises:
            OSError: it cannot be written.
        """
        curve = self._curve
        rows = [["fall", "need", "reachable", *(f"lacks: {name}" for name, _ in curve.lacking)]] if curve else []
        for index, fall in enumerate(curve.falls if curve is not None else ()):
            assert curve is not None
            lacks = (lacking[index] for _, lacking in curve.lacking)
            rows.append([f"{value:f}" for value in (fall, curve.need[index], curve.reachable[index], *lacks)])
        write_rows(path, rows)


def _fall_ticks(values: list[float], scale: float, spacing: float) -> list[str]:
    return [numbers.percent(-_decimal(round(value, 6)), 0 if spacing >= 0.01 else 1) for value in values]


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))
