"""The rescue planner: what to add and repay for a target of one's own, and what the reserve can do."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSlider, QVBoxLayout, QWidget

from desktop_app.domain.loans.cure import ltv_after, mixed_cure
from desktop_app.domain.loans.leverage import stop_plan
from desktop_app.domain.money import ONE, round_up
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.ui import numbers, term_text, text, theme
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.entry import read_ltv, read_positive, read_rate, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, button, captioned, clear, label, rule


class RescuePlanner(QWidget):
    """Plans on one loan; every figure follows what is typed. `stop_wanted` asks to be told at (asset, price)."""

    stop_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._view: LoanView | None = None
        self._snapshot: Snapshot | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._cure_card())
        column.addWidget(self._stop_card())
        column.addStretch(1)

    def _cure_card(self) -> Card:
        card = Card(tr("Bring LTV back")).explain(term_text.cure())
        self.target = Field(tr("Target LTV, %"), read_ltv)
        self.collateral = QComboBox()
        self.collateral.setAccessibleName(tr("Collateral to add"))
        self.debt = QComboBox()
        self.debt.setAccessibleName(tr("Debt to repay"))
        card.body.addLayout(
            in_a_row(
                self.target,
                captioned(tr("Collateral to add"), self.collateral),
                captioned(tr("Debt to repay"), self.debt),
            )
        )
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setRange(0, 100)
        self.share.setValue(0)
        self.share.setAccessibleName(tr("Share that is repaid, %"))
        self._share_words = label("", "small")
        card.body.addWidget(self._share_words)
        card.body.addWidget(self.share)
        self._cure_lines = QGridLayout()
        self._cure_lines.setVerticalSpacing(6)
        card.body.addLayout(self._cure_lines)
        self.target.input.textEdited.connect(lambda _: self._show_cure())
        self.share.valueChanged.connect(lambda _: self._show_cure())
        self.collateral.currentIndexChanged.connect(lambda _: self._show_cure())
        self.debt.currentIndexChanged.connect(lambda _: self._show_cure())
        return card

    def _stop_card(self) -> Card:
        card = Card(tr("Sell a part in time")).explain(term_text.stop())
        card.body.addWidget(
            label(
                tr("A stop of your own: what to sell once the price falls so far, before the lender does."),
                "small",
                wrap=True,
            )
        )
        self.stop_price: Field[Decimal] = Field(tr("Sell when the price is under"), read_positive)
        self.stop_target: Field[Decimal] = Field(tr("Down to LTV, %"), read_ltv)
        self.slippage: Field[Decimal] = Field(tr("Slippage, %"), read_rate, "0.5")
        self.fee: Field[Decimal] = Field(tr("Fee, %"), read_rate, "0.1")
        card.body.addLayout(in_a_row(self.stop_price, self.stop_target, self.slippage, self.fee))
        self._stop_lines = QGridLayout()
        self._stop_lines.setVerticalSpacing(6)
        card.body.addLayout(self._stop_lines)
        self.tell_me = button(tr("Tell me at this price"), self._want_stop)
        self.tell_me.setEnabled(False)
        card.body.addWidget(self.tell_me, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (self.stop_price, self.stop_target, self.slippage, self.fee):
            field.input.textEdited.connect(lambda _: self._show_stop())
        return card

    def show_loan(self, view: LoanView, snapshot: Snapshot) -> None:
        """Plan for `view`; what was typed stays while it is the same loan."""
        other = self._view is None or self._view.loan.id != view.loan.id
        self._view, self._snapshot = view, snapshot
        if other and view.balances.terms is not None:
            target = spell(view.balances.terms.ladder.cure_target * 100)
            self.target.input.setText(target)
            self.stop_target.input.setText(target)
            self.share.setValue(0)
            for box, assets in ((self.collateral, view.balances.collateral), (self.debt, view.balances.debts)):
                box.blockSignals(True)
                box.clear()
                box.addItems(list(assets))
                box.blockSignals(False)
            leading = view.next_level.leading if view.next_level else None
            if leading is not None and leading.price is not None:
                self.stop_price.input.setText(spell(round_up(leading.price * Decimal("1.03"), 2)))
        self._show_cure()
        self._show_stop()

    def _show_cure(self) -> None:
        clear(self._cure_lines)
        view, snapshot = self._view, self._snapshot
        target = self.target.value() if self.target.input.text() else None
        share = Decimal(self.share.value()) / 100
        self._share_words.setText(
            tr("{repaid} repaid, {added} added").format(
                repaid=numbers.percent(share, 0), added=numbers.percent(ONE - share, 0)
            )
        )
        if view is None or snapshot is None or target is None or view.valuation is None or not view.valuation.known:
            return
        value = view.valuation
        plan = mixed_cure(value.debt_value, value.counted_value, target, share)
        currency = snapshot.currency
        rows = [
            (tr("Add"), _units(plan.top_up_value, self.collateral.currentText(), view), plan.top_up_value),
            (tr("Repay"), _units(plan.repay_value, self.debt.currentText(), view), plan.repay_value),
        ]
        for number, (words, units, money) in enumerate(rows):
            line(self._cure_lines, number, words, units, numbers.money(money, currency))
        after = ltv_after(value.debt_value, value.counted_value, plan)
        line(self._cure_lines, 3, tr("LTV after it"), numbers.percent(after, 2), "")
        have = snapshot.reserve.reserve.within(view.loan.id)
        reachable = have[1] if have is not None else snapshot.totals.reachable
        left = reachable - plan.repay_value - plan.top_up_value
        told = tr("leaves {money}") if left >= 0 else tr("falls short by {money}")
        reserve = numbers.money(reachable, currency)
        line(
            self._cure_lines, 4, tr("Reachable in time"), reserve, told.format(money=numbers.money(abs(left), currency))
        )
        limit = tr("your limit is {limit}").format(limit=text.times(snapshot.settings.leverage_limit))
        line(self._cure_lines, 5, tr("Leverage now"), text.times(view.leverage), limit)

    def _want_stop(self) -> None:
        price = self.stop_price.value()
        asset = self._stop_asset()
        if price is not None and asset:
            self.stop_wanted.emit(asset, price)

    def _stop_asset(self) -> str:
        legs = self._view.valuation.collateral if self._view is not None and self._view.valuation else ()
        return next((leg.asset for leg in legs), "")

    def _show_stop(self) -> None:
        clear(self._stop_lines)
        self.tell_me.setEnabled(False)
        view, snapshot = self._view, self._snapshot
        fields = (self.stop_price, self.stop_target, self.slippage, self.fee)
        if view is None or snapshot is None or view.valuation is None or not view.valuation.known:
            return
        if not all(field.input.text().strip() for field in fields):
            return
        price, target, slippage, fee = (field.value() for field in fields)
        if price is None or target is None or slippage is None or fee is None:
            return
        plan = stop_plan(view.valuation, self._stop_asset(), price, target, slippage, fee)
        if plan is None:
            return
        self.tell_me.setEnabled(True)
        currency = snapshot.currency
        line(self._stop_lines, 0, tr("LTV at that price"), numbers.percent(plan.ltv_before, 2), "")
        sold = f"{numbers.amount(plan.units, 6)} {plan.asset}"
        line(self._stop_lines, 1, tr("Sell"), sold, numbers.money(plan.sale.sold, currency))
        line(self._stop_lines, 2, tr("Repays"), numbers.money(plan.sale.repaid, currency), "")
        line(
            self._stop_lines,
            3,
            tr("Lost to slippage and fee"),
            numbers.money(plan.sale.lost, currency, exact=True),
            "",
        )
        line(self._stop_lines, 4, tr("LTV after it"), numbers.percent(plan.sale.ltv, 2), "")


def _units(value: Decimal, asset: str, view: LoanView) -> str:
    """Return how many units of `asset` a value is, rounded up: too little would miss the target."""
    assert view.valuation is not None
    legs = (*view.valuation.collateral, *view.valuation.debts)
    leg = next((leg for leg in legs if leg.asset == asset), None)
    if leg is None or not leg.price.value:
        return numbers.NONE
    return f"{numbers.amount(round_up(value / (leg.price.value * leg.weight), 6), 6)} {asset}"


def line(grid: QGridLayout, row: int, words: str, figure: str, more: str) -> None:
    """Add a line to a grid: words, a figure that can be copied, and what more there is to say."""
    grid.addWidget(label(words, "muted"), row * 2, 0)
    told = label(figure, selectable=True)
    told.setFont(theme.figures(told.font(), bold=True))
    told.setAccessibleName(f"{words}: {figure}")
    grid.addWidget(told, row * 2, 1)
    grid.addWidget(label(more, "muted"), row * 2, 2)
    grid.addWidget(rule(), row * 2 + 1, 0, 1, 3)
    grid.setColumnStretch(2, 1)
