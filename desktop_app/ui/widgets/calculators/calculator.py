"""One calculator: what goes in, the formula, the steps with numbers, the result, and a payoff where there is one."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.payoff import Payoff
from desktop_app.domain.problems import Refused
from desktop_app.ui import numbers, text
from desktop_app.ui.charts.payoff import PayoffChart
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.widgets.basics import Card, clear, label
from desktop_app.ui.widgets.inputs import Ask, Inputs, Values
from desktop_app.ui.widgets.rescue import line

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Worked:
    """What a calculator found: its steps, the last of which is the result; a payoff with the words at its marks."""

    steps: Steps
    payoff: Payoff | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calculator:
    """A calculator as data: `work` turns the values of `asks` into steps and may refuse them."""

    title: str
    asks: tuple[Ask, ...]
    formula: str
    work: Callable[[Values], Worked]


def share(value: Decimal | None, places: int = 6) -> str:
    """Return a fraction as a percentage with all its decimals up to `places`."""
    return numbers.NONE if value is None else f"{numbers.amount(value * 100, places)}%"


def units(value: Decimal | None, places: int = 8) -> str:
    """Return an amount, or a dash where there is none."""
    return numbers.NONE if value is None else numbers.amount(value, places)


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
        card.body.addLayout(self._lines)
        self.chart: PayoffChart | None = None
        self._card = card
        self.inputs.changed.connect(self._show)
        self._show()

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
                self._card.body.addWidget(self.chart)
            self.chart.show_payoff(found.payoff, found.marks)
