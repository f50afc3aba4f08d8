"""The liquidation simulator: what a lender would sell, repay and leave after a fall."""

from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.loans.liquidation import Infeasible
from desktop_app.engine.plans import LiquidationForm, LiquidationMode, simulate
from desktop_app.engine.resources import known_assets
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.ui import numbers, term_text, theme
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.entry import read_ltv, read_rate, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, captioned, clear, label
from desktop_app.ui.widgets.rescue import line


def infeasible_words(reason: Infeasible) -> str:
    """Return why a partial sale cannot reach its target."""
    return {
        Infeasible.TARGET_TOO_HIGH: tr("No partial sale reaches this target: the loss on the sale eats it up."),
        Infeasible.NOT_ENOUGH: tr("The collateral is not enough for the target: all of it is sold."),
        Infeasible.INDIVISIBLE: tr("It cannot be sold in part."),
    }[reason]


class LiquidationPanel(QWidget):
    """Asks how far prices fall and how the lender sells; shows what is left."""

    def __init__(self) -> None:
        super().__init__()
        self._view: LoanView | None = None
        self._snapshot: Snapshot | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        card = Card(tr("If it is liquidated")).explain(term_text.liquidation())
        self.mode = QComboBox()
        self.mode.setAccessibleName(tr("How the lender sells"))
        for words, mode in (
            (tr("a part, down to a target"), LiquidationMode.PARTIAL),
            (tr("a part, with a penalty on what is repaid"), LiquidationMode.PENALTY),
            (tr("a share of the debt, with a penalty"), LiquidationMode.CLOSE_FACTOR),
            (tr("everything"), LiquidationMode.FULL),
            (tr("one thing that cannot be split (an NFT)"), LiquidationMode.INDIVISIBLE),
        ):
            self.mode.addItem(words, mode)
        self.fall: Field[Decimal] = Field(tr("After a fall of, %"), read_rate, "0")
        self.loss: Field[Decimal] = Field(tr("Fee, discount or penalty, %"), read_rate, "2")
        self.target: Field[Decimal] = Field(tr("Target LTV or share of the debt, %"), read_ltv)
        card.body.addWidget(captioned(tr("How the lender sells"), self.mode))
        card.body.addLayout(in_a_row(self.fall, self.loss, self.target))
        self.keeps = QCheckBox(tr("The lender keeps what is left over"))
        card.body.addWidget(self.keeps)
        self._lines = QGridLayout()
        self._lines.setVerticalSpacing(6)
        card.body.addLayout(self._lines)
        self.note = label("", "muted", wrap=True)
        card.body.addWidget(self.note)
        column.addWidget(card)
        column.addStretch(1)
        self.mode.currentIndexChanged.connect(lambda _: self._show())
        self.keeps.toggled.connect(lambda _: self._show())
        for field in (self.fall, self.loss, self.target):
            field.input.textEdited.connect(lambda _: self._show())

    def show_loan(self, view: LoanView, snapshot: Snapshot) -> None:
        """Simulate for `view`; what was typed stays while it is the same loan."""
        other = self._view is None or self._view.loan.id != view.loan.id
        self._view, self._snapshot = view, snapshot
        if other and view.balances.terms is not None:
            self.target.input.setText(spell(view.balances.terms.ladder.cure_target * 100))
            worst = view.levels[-1].fall if view.levels else None
            self.fall.input.setText(spell(max(Decimal(0), -(worst or Decimal(0)) * 100).quantize(Decimal("0.1"))))
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        self.note.setText("")
        view, snapshot = self._view, self._snapshot
        if view is None or snapshot is None or view.valuation is None or not view.valuation.known:
            return
        if not self.target.input.text().strip():
            return
        fall, loss, target = self.fall.value(), self.loss.value(), self.target.value()
        if fall is None or loss is None or target is None:
            return
        form = LiquidationForm(self.mode.currentData(), min(fall, Decimal(1)), loss, target, self.keeps.isChecked())
        after, sale = simulate(view.valuation, form, known_assets().steady(snapshot.currency))
        currency = snapshot.currency

        def money(value: Decimal) -> str:
            return numbers.money(value, currency)

        rows = [
            (tr("LTV before"), numbers.percent(after.ltv, 2), ""),
            (tr("Sold"), money(sale.sold), ""),
            (tr("Repaid by it"), money(sale.repaid), ""),
            (tr("Lost to fee, discount or penalty"), money(sale.lost), ""),
            (tr("Collateral left"), money(sale.collateral_left), ""),
            (tr("Debt left"), money(sale.debt_left), ""),
            (tr("LTV after it"), numbers.percent(sale.ltv, 2), ""),
        ]
        if sale.shortfall:
            rows.append((tr("Still owed without collateral"), money(sale.shortfall), ""))
        if sale.kept:
            rows.append((tr("Kept by the lender"), money(sale.kept), ""))
        for number, (words, figure, more) in enumerate(rows):
            line(self._lines, number, words, figure, more)
        if sale.infeasible is not None:
            self.note.setText(infeasible_words(sale.infeasible))
