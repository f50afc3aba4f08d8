"""The heat map in a card that scrolls where there are many loans."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.engine.scenarios import StressTest
from desktop_app.ui.charts.heat import HeatMap
from desktop_app.ui.charts.painted import PaintedChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.export import chart_export


class HeatTab(QWidget):
    """How deep each loan lies after each common fall, without the reserve."""

    def __init__(self, failed: Callable[[str], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        card = Card(tr("LTV in percent after a common fall"))
        self.chart = PaintedChart(tr("Heat map of falls and loans"), 260)
        card.head.addWidget(chart_export(self.chart, "heat-map", failed, tr("Heat map of falls and loans")))
        card.body.addWidget(label(tr("Every coin falls at once, stablecoins stand still, nothing is cured."), "small"))
        card.body.addWidget(scrolled(self.chart), 1)
        column.addWidget(card, 1)

    def show_test(self, found: StressTest) -> None:
        """Show a stress test."""
        drawing = HeatMap(tuple(view.loan.name for view in found.loans), found.falls, found.heat)
        self.chart.setMinimumHeight(drawing.height)
        self.chart.show_drawing(drawing)
