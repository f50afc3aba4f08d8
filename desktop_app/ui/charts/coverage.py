"""The coverage curve: what all cures need over the fall, against the reserve that arrives in time."""

import csv
from decimal import Decimal
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.engine.reserve_plan import Curve
from desktop_app.ui import numbers, theme
from desktop_app.ui.i18n import tr


class CoverageChart(pg.PlotWidget):
    """Two lines over the fall (0 to 100 %): need and reachable; the fall that is covered and one's own are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=theme.tokens().panel, enableMenu=False)
        self.setMinimumHeight(180)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Need and reachable reserve over the fall"))
        self._curve: Curve | None = None
        self._currency = "USD"
        self._at = 0
        self._style()
        plot = self.getPlotItem()
        gap = theme.colour("liquidation", 40)
        self._base = pg.PlotCurveItem(pen=None)
        self._over = pg.PlotCurveItem(pen=None)
        self._fill = pg.FillBetweenItem(self._base, self._over, brush=pg.mkBrush(gap))
        self.need = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().call, width=2.2))
        self.have = pg.PlotCurveItem(pen=pg.mkPen(theme.tokens().accent, width=2.2))
        self._covered = self._line("safe", Qt.PenStyle.SolidLine)
        self._chosen = self._line("muted", Qt.PenStyle.DashLine)
        self._cross = self._line("muted", Qt.PenStyle.DotLine)
        self._tip = pg.TextItem(color=theme.tokens().text, fill=theme.colour("raised"), anchor=(0, 0))
        self._words = [pg.TextItem(color=theme.colour(token), anchor=(0, 1)) for token in ("call", "accent", "safe")]
        for item in (self._base, self._over, self._fill, self.have, self.need, self._tip, *self._words):
            plot.addItem(item, ignoreBounds=True)
        for text in (self._tip, *self._words):
            text.setZValue(40 if text is self._tip else 30)
            text.hide()
        self.scene().sigMouseMoved.connect(self._follow)

    def _line(self, token: str, style: Qt.PenStyle) -> pg.InfiniteLine:
        made = pg.InfiniteLine(0, angle=90, pen=pg.mkPen(theme.colour(token), width=1.2, style=style))
        made.hide()
        self.getPlotItem().addItem(made, ignoreBounds=True)
        return made

    def _style(self) -> None:
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
        plot.getAxis("left").setWidth(70)
        falls = [(share / 100, numbers.percent(-_decimal(share / 100), 0)) for share in range(0, 101, 20)]
        plot.getAxis("bottom").setTicks([falls])
        plot.getAxis("left").tickStrings = self._money_ticks

    def sizeHint(self) -> QSize:
        """Return a modest height."""
        return QSize(480, 220)

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
        plot = self.getPlotItem()
        plot.setXRange(0, 1, padding=0.03)
        plot.setYRange(0, top, padding=0)
        self._mark(self._chosen, chosen)
        self._mark(self._covered, float(curve.coverage) if curve.coverage is not None else None)
        self._name(curve, float(need[-1]), float(have[0]), top)
        self._tip.hide()
        self._cross.hide()

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

    def point_at(self, index: int) -> None:
        """Put the crosshair on one of the falls."""
        if self._curve is None:
            return
        self._at = max(0, min(index, len(self._curve.falls) - 1))
        fall = float(self._curve.falls[self._at])
        self._cross.setPos(fall)
        words = self.words_at(self._at)
        self._tip.setText(words)
        self._tip.setAnchor((1.03 if fall > 0.5 else -0.03, 0))
        self._tip.setPos(fall, self.getPlotItem().getViewBox().viewRange()[1][1])
        self._cross.show()
        self._tip.show()
        self._tip.updateTransform()  # it was hidden while the view was laid out, and so not told of it
        self.setAccessibleDescription(words)

    def _follow(self, position: QPointF) -> None:
        view = self.getPlotItem().getViewBox()
        if self._curve is None or not view.sceneBoundingRect().contains(position):
            self._tip.hide()
            self._cross.hide()
            return
        self.point_at(round(view.mapSceneToView(position).x() * (len(self._curve.falls) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the crosshair, Home and End go to the ends."""
        last = len(self._curve.falls) - 1 if self._curve is not None else 0
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.point_at(target)

    def _money_ticks(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [numbers.scaled(_decimal(value), _decimal(max(spacing, 1.0)), self._currency) for value in values]

    def export_png(self, path: Path) -> None:
        """Write the chart as it is seen to `path` (PNG).

        Raises:
            OSError: it cannot be written.
        """
        if not self.grab().save(str(path), "PNG"):
            raise OSError(tr("{path} cannot be written").format(path=path))

    def export_csv(self, path: Path) -> None:
        """Write all falls with need, reachable reserve and what each loan lacks to `path`.

        Raises:
            OSError: it cannot be written.
        """
        curve = self._curve
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            names = [name for name, _ in curve.lacking] if curve is not None else []
            writer.writerow(["fall", "need", "reachable", *(_plain_cell(f"lacks: {name}") for name in names)])
            for index, fall in enumerate(curve.falls if curve is not None else ()):
                assert curve is not None
                row = (
                    fall,
                    curve.need[index],
                    curve.reachable[index],
                    *(lacking[index] for _, lacking in curve.lacking),
                )
                writer.writerow([f"{value:f}" for value in row])


def _plain_cell(words: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{words}" if words[:1] in "=+-@\t\r" else words


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))
