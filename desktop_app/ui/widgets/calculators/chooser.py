"""The calculators side by side with the list to choose from; each is made when it is first looked at."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.widgets.calculators.borrowing import margin, nft_sale, peer
from desktop_app.ui.widgets.calculators.form import CalculatorForm
from desktop_app.ui.widgets.calculators.lending import savings, staking, term
from desktop_app.ui.widgets.calculators.loyalty import loyalty
from desktop_app.ui.widgets.calculators.products import dual, perpetual, pool, shark
from desktop_app.ui.widgets.cost import CostCalculator

_ROW = 34


class Calculators(QWidget):
    """A list of calculators and the one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Calculators"))
        self.names.setFixedWidth(270)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        row.addWidget(self.names)
        row.addWidget(self._stack, 1)
        self._makers: list[Callable[[], QWidget]] = []
        self.made: dict[int, QWidget] = {}
        for title, make in (
            (tr("Flexible savings"), lambda: CalculatorForm(savings())),
            (tr("Term deposit and leaving early"), lambda: CalculatorForm(term())),
            (tr("Staking"), lambda: CalculatorForm(staking())),
            (tr("Dual investment"), lambda: CalculatorForm(dual())),
            (tr("Shark fin"), lambda: CalculatorForm(shark())),
            (tr("Pool share (impermanent loss)"), lambda: CalculatorForm(pool())),
            (tr("What a loan costs in all"), _cost),
            (tr("Perpetual: funding and liquidation"), lambda: CalculatorForm(perpetual())),
            (tr("Peer loan, lent and borrowed"), lambda: CalculatorForm(peer())),
            (tr("Margin borrowed by the hour"), lambda: CalculatorForm(margin())),
            (tr("What an NFT would bring"), lambda: CalculatorForm(nft_sale())),
            (tr("Loyalty tier"), lambda: CalculatorForm(loyalty())),
        ):
            entry = QListWidgetItem(title)
            entry.setSizeHint(QSize(0, _ROW))
            self.names.addItem(entry)
            self._makers.append(make)
            self._stack.addWidget(QWidget())
        self.names.currentRowChanged.connect(self._open)
        self.names.setCurrentRow(0)

    def _open(self, number: int) -> None:
        if number < 0:
            return
        if number not in self.made:
            made = self._makers[number]()
            self.made[number] = made
            old = self._stack.widget(number)
            self._stack.insertWidget(number, made)
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
        self._stack.setCurrentIndex(number)


def _cost() -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 4, 0)
    column.addWidget(CostCalculator())
    column.addStretch(1)
    return scrolled(content)
