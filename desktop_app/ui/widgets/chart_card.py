"""Cards around charts over time: title, range buttons, export."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_app.engine.curves import LtvCurve
from desktop_app.ui.charts.base import RANGES, TimeChart
from desktop_app.ui.charts.ltv import LtvChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, button, label
from desktop_app.ui.widgets.export_card import export_menu


class ChartCard(Card):
    """A chart with its range buttons and export menu; `file` is the name that an export is offered under."""

    def __init__(
        self, title: str, chart: TimeChart, file: str, failed: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._failed = failed
        self._file = file
        self._chart = chart
        self._empty = label("", "muted", wrap=True)
        self._ranges = QButtonGroup(self)
        for name, words in zip(RANGES, (tr("1D"), tr("1W"), tr("1M"), tr("1Y"), tr("All")), strict=True):
            made = QPushButton(words)
            made.setProperty("role", "range")
            made.setCheckable(True)
            made.setChecked(name == chart.range_name)
            made.setAccessibleName(tr("Range {name}").format(name=words))
            made.clicked.connect(lambda _=False, chosen=name: chart.show_range(chosen))
            self._ranges.addButton(made)
            self.head.addWidget(made)
        self._export = button("⋯", self._open_menu, "range", tr("Export the chart"))
        self._export.setToolTip(tr("Export the chart"))
        self.head.addWidget(self._export)
        self.body.addWidget(chart, 1)
        self.body.addWidget(self._empty)
        self.show_nothing(tr("Loading…"))

    def show_nothing(self, words: str) -> None:
        """Show a sentence in place of the chart."""
        self._chart.hide()
        self._empty.show()
        self._empty.setText(words)

    def _open_menu(self) -> None:
        export_menu(self._export, self, self._chart, self._file, self._failed)


class LtvCard(ChartCard):
    """LTV over time."""

    def __init__(self, failed: Callable[[str], None], parent: QWidget | None = None) -> None:
        self.chart = LtvChart()
        super().__init__(tr("LTV over time"), self.chart, "ltv", failed, parent)

    def show_curve(self, name: str, curve: LtvCurve) -> None:
        """Show the curve of the loan called `name`, or say what is missing."""
        self.title.setText(tr("LTV over time — {loan}").format(loan=name))
        has = curve.times.size > 0
        self.chart.setVisible(has)
        self._empty.setVisible(not has)
        self._empty.setText(
            tr("There is no price history for this loan yet: import prices, or let polling collect them.")
        )
        self.chart.show_curve(curve)
