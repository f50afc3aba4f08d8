"""The card around LTV over time."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.engine.curves import LtvCurve
from desktop_app.ui.charts.ltv import LtvChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.chart_card import ChartCard


class LtvCard(ChartCard):
    """LTV over time."""

    def __init__(self, failed: Callable[[str], None], parent: QWidget | None = None) -> None:
        self.chart = LtvChart()
        super().__init__(tr("LTV over time"), self.chart, "ltv", failed, parent)

    def show_curve(self, name: str, curve: LtvCurve) -> None:
        """Show the curve of the loan called `name`, or say what is missing."""
        self.title.setText(tr("LTV over time — {loan}").format(loan=name))
        self.chart.show_curve(curve)
        if curve.times.size:
            self.show_chart(self.title.text())
        else:
            self.show_nothing(
                tr("There is no price history for this loan yet: import prices, or let polling collect them.")
            )
