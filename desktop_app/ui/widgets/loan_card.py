"""A loan as a card: name, badge, gauge, LTV, the price of the next level, what a cure would take."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.prices.book import PriceState
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import accessible, numbers, text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Badge, Card, label
from desktop_app.ui.widgets.gauge import Gauge, Tick

TOKENS = {
    Depth.SAFE: "safe",
    Depth.EARLY_WARNING: "watch",
    Depth.MARGIN_CALL: "call",
    Depth.LIQUIDATION: "liquidation",
}


def state_of(view: LoanView) -> tuple[str, str]:
    """Return the word and the colour token of a loan's badge: its depth, or that it is not known."""
    if view.closed:
        return tr("closed"), "unknown"
    if view.state in (PriceState.MISSING, PriceState.STALE):
        return text.price_state(view.state), "unknown"
    return text.depth(view.depth), TOKENS[view.depth]


def legs(view: LoanView) -> str:
    """Return collateral and debts in short: 1.2 BTC → 42,000 USDT."""
    pledged = " + ".join(
        f"{numbers.amount(quantity, 4)} {asset}" for asset, quantity in view.balances.collateral.items()
    )
    owed = " + ".join(f"{numbers.amount(owed.total, 0)} {asset}" for asset, owed in view.balances.debts.items())
    return f"{pledged or numbers.NONE} → {owed or numbers.NONE}"


def ticks(view: LoanView) -> tuple[Tick, ...]:
    """Return the ticks of a loan's gauge: its start and its levels."""
    terms = view.balances.terms
    if terms is None:
        return ()
    found = [
        Tick(
            float(level.ltv),
            f"{text.level_short(level.kind)} {numbers.plain(level.ltv * 100, _places(level.ltv))}",
            TOKENS[Depth(level.kind.value)],
        )
        for level in terms.ladder.levels
    ]
    start = terms.ladder.initial
    if start is not None:
        words = tr("start {ltv}").format(ltv=numbers.plain(start * 100, _places(start)))
        found.insert(0, Tick(float(start), words, "muted"))
    return tuple(found)


def _places(fraction: Decimal) -> int:
    return 0 if (fraction * 100) % 1 == 0 else 1


def show_gauge(gauge: Gauge, view: LoanView) -> None:
    """Put a loan on a gauge."""
    words, token = state_of(view)
    value = view.valuation.ltv if view.valuation else None
    bare = view.valuation.bare if view.valuation else False
    spoken = tr("{loan}: LTV {ltv}, {state}").format(loan=view.loan.name, ltv=text.ltv(value, bare=bare), state=words)
    gauge.show_loan(10.0 if bare else float(value) if value is not None else None, token, ticks(view), spoken)


def next_danger(view: LoanView, currency: str) -> str:
    """Return at which price the next level is reached: margin call if BTC < $49,020 (−14.3 %)."""
    level = view.next_level
    if view.closed:
        return tr("Closed on {day}").format(day=numbers.day(view.balances.closed))
    if view.state is PriceState.MISSING:
        return tr("No price yet: import prices or switch polling on.")
    if level is None:
        return tr("Every level is reached.")
    return text.level_price(level, currency)


def cure_words(view: LoanView) -> str:
    """Return the smallest cure in short, or the rate where none is needed."""
    if view.cure is not None and view.cure.cure.repay_value > 0 and view.cure.top_up:
        asset, units = view.cure.top_up[0]
        return tr("top-up to {target}: {units} {asset}").format(
            target=numbers.percent(view.cure.cure.target, 0), units=numbers.amount(units, 4), asset=asset
        )
    if view.rates:
        rate = max(rate for _, rate in view.rates)
        return tr("{rate} a year").format(rate=numbers.percent(rate))
    return ""


class LoanCard(Card):
    """A loan on the Overview; a click or Enter opens it."""

    accessible_role = accessible.BUTTON

    def __init__(self, opened: Callable[[str], None]) -> None:
        super().__init__()
        self._opened = opened
        self._loan_id = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setContentsMargins(16, 12, 16, 12)
        self._name = label("", "title")
        self._legs = label("", "small")
        self._badge = Badge()
        self._gauge = Gauge()
        self._ltv = label("", "figure")
        self._unit = label(tr("LTV"), "small")
        self._danger = label("", "small", wrap=True)
        self._cure = label("", "small", wrap=True)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._legs)
        head.addLayout(names, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._gauge, 0, 0)
        figures = QHBoxLayout()
        figures.setSpacing(5)
        figures.addStretch(1)
        figures.addWidget(self._ltv, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        holder = QWidget()
        holder.setLayout(figures)
        holder.setMinimumWidth(112)
        figures.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(holder, 0, 1)
        grid.addWidget(self._danger, 1, 0)
        self._cure.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._cure, 1, 1)
        grid.setColumnStretch(0, 7)
        grid.setColumnStretch(1, 4)
        self.body.addLayout(grid)

    def show_loan(self, view: LoanView, currency: str) -> None:
        """Show a loan as it stands."""
        self._loan_id = view.loan.id
        words, token = state_of(view)
        self._name.setText(view.loan.name)
        self._legs.setText(f"{view.platform_name} · {legs(view)}")
        self._badge.show_state(words, token)
        show_gauge(self._gauge, view)
        value = view.valuation
        self._ltv.setText(text.ltv(value.ltv, bare=value.bare) if value else numbers.NONE)
        self._ltv.setFont(theme.figures(self.font(), 20, bold=True))
        self._danger.setText(next_danger(view, currency))
        self._cure.setText(cure_words(view))
        spoken = tr("{loan}: LTV {ltv}, {state}").format(loan=view.loan.name, ltv=self._ltv.text(), state=words)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(f"{self._danger.text()}. {self._cure.text()}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the loan."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._opened(self._loan_id)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the loan with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._opened(self._loan_id)
            return
        super().keyPressEvent(event)
