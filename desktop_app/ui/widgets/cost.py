"""A calculator: what a loan with an upfront fee costs by the year, its formula written out."""

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.earn.interest import all_in_cost, rate_from_apr, simple_interest
from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui import numbers
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.entry import parse_number, read_positive, read_rate
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, clear, label
from desktop_app.ui.widgets.rescue import line


def _read_days(words: str) -> Decimal:
    value = parse_number(words)
    if value <= 0 or value % 1:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


class CostCalculator(Card):
    """Principal, rate, days and fee in; what is received, repaid and paid by the year out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What a loan costs in all"), parent)
        self.principal: Field[Decimal] = Field(tr("Amount borrowed"), read_positive, "10000")
        self.rate: Field[Decimal] = Field(tr("Interest a year, %"), read_rate, "18.25")
        self.days: Field[Decimal] = Field(tr("Days"), _read_days, "30")
        self.fee: Field[Decimal] = Field(tr("Upfront fee, %"), read_rate, "1")
        fields = (self.principal, self.rate, self.days, self.fee)
        self.body.addLayout(in_a_row(*fields))
        formula = tr("Simple = cost / received × 365 / days; effective = (repaid / received)^(365 / days) − 1.")
        self.body.addWidget(label(formula, "small", wrap=True))
        self._lines = QGridLayout()
        self._lines.setVerticalSpacing(6)
        self.body.addLayout(self._lines)
        for field in fields:
            field.input.textEdited.connect(lambda _: self._show())
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        values = [
            field.value() if field.input.text().strip() else None
            for field in (self.principal, self.rate, self.days, self.fee)
        ]
        principal, rate, days, fee = values
        if principal is None or rate is None or days is None or fee is None or fee >= 1:
            return
        interest = simple_interest(principal, rate_from_apr(rate, 365), days)
        found = all_in_cost(principal, interest, fee, int(days))
        line(self._lines, 0, tr("Fee"), numbers.plain(found.fee, 2), "")
        line(self._lines, 1, tr("Received"), numbers.plain(found.received, 2), "")
        line(self._lines, 2, tr("Repaid in the end"), numbers.plain(found.repaid, 2), "")
        line(self._lines, 3, tr("Cost by the year, simple"), numbers.percent(found.apr, 2), "")
        line(self._lines, 4, tr("Cost by the year, effective"), numbers.percent(found.effective, 2), "")
