"""One calculator on the screen: inputs, the formula, the steps with numbers, a payoff where there is one."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.problems import Refused
from desktop_app.ui import text
from desktop_app.ui.charts.payoff import PayoffChart
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.widgets.basics import Card, clear, label
from desktop_app.ui.widgets.calculators.calculator import Calculator
from desktop_app.ui.widgets.export import ExportCard
from desktop_app.ui.widgets.inputs import Inputs
from desktop_app.ui.widgets.rescue import line


class CalculatorForm(QWidget):
    """Shows one calculator and works it out anew with each change."""

    def __init__(self, calculator: Calculator) -> None:
        super().__init__()
        self._calculator = calculator
        content = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(content))
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 4, 0)
        card = Card(calculator.title)
        inner.addWidget(card)
        inner.addStretch(1)
        self.inputs = Inputs(calculator.asks)
        card.body.addWidget(self.inputs)
        card.body.addWidget(label(calculator.formula, "small", wrap=True, selectable=True))
        self._wrong = label("", "error", wrap=True)
        card.body.addWidget(self._wrong)
        self._lines = QGridLayout()
        self._lines.setVerticalSpacing(6)
        self._lines.setHorizontalSpacing(14)
        self._found = QHBoxLayout()
        self._found.setSpacing(18)
        steps = QVBoxLayout()
        steps.addLayout(self._lines)
        steps.addStretch(1)
        self._found.addLayout(steps, 2)
        card.body.addLayout(self._found)
        self.chart: PayoffChart | None = None
        self._picture: ExportCard
        self.inputs.changed.connect(self._show)
        self._show()

    def _failed(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()

    def _show(self) -> None:
        values = self.inputs.values()
        self._wrong.hide()
        if values is None:
            clear(self._lines)
            return
        try:
            found = self._calculator.work(values)
        except Refused as refused:
            clear(self._lines)
            self._wrong.setText(text.short_sentence(refused))
            self._wrong.show()
            return
        clear(self._lines)
        for number, (words, figure) in enumerate(found.steps):
            line(self._lines, number, words, figure, "")
        if found.payoff is not None:
            if self.chart is None:
                self.chart = PayoffChart()
                self._picture = ExportCard(self.chart.accessibleName(), self.chart, "payoff", self._failed)
                self._picture.setProperty("role", "plain")
                self._found.addWidget(self._picture, 3)
            self.chart.show_payoff(found.payoff, found.marks)
            self._picture.show_legend()
