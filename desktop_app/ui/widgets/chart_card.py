"""Cards around charts over time: title, range buttons, export."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_app.ui.charts.base import RANGES, TimeChart
from desktop_app.ui.charts.legend import Legend
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.export import chart_export


class ChartCard(Card):
    """A chart with its range buttons and export menu; `file` is the name that an export is offered under."""

    def __init__(
        self, title: str, chart: TimeChart, file: str, failed: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
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
        self.head.addWidget(chart_export(chart, file, failed, title))
        self.body.addWidget(chart, 1)
        self.legend = Legend()
        self.body.addWidget(self.legend)
        self.body.addWidget(self._empty)
        self.show_nothing(tr("Loading…"))

    def show_nothing(self, words: str) -> None:
        """Show a sentence in place of the chart."""
        self._chart.hide()
        self.legend.hide()
        self._empty.show()
        self._empty.setText(words)

    def show_chart(self, caption: str) -> None:
        """Show the chart and what its lines stand for; `caption` stands over its picture in a file."""
        self._empty.hide()
        self._chart.show()
        self._chart.caption = caption
        self.legend.show_entries(self._chart.legend())
