"""Why LTV moved: the effects between two moments, as bars that add up to the whole."""

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.attribution import Attribution, Cause, Effect
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.plans import explain
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import numbers, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, clear, label

_SPANS = (1, 7, 30, 365, 0)


def cause_words(effect: Effect) -> str:
    """Return the name of an effect."""
    return {
        Cause.PRICE: tr("Price of {asset}"),
        Cause.DEBT_PRICE: tr("Price of the debt's {asset}"),
        Cause.INTEREST: tr("Interest"),
        Cause.COLLATERAL: tr("Your {asset} as collateral"),
        Cause.DEBT: tr("Your {asset} debt"),
        Cause.RULE: tr("The lender's rules"),
    }[effect.cause].format(asset=effect.asset)


class Bar(QWidget):
    """One effect as a bar to the left (LTV fell) or right (it rose) of the middle."""

    def __init__(self, change: Decimal, largest: Decimal) -> None:
        super().__init__()
        self._share = float(change / largest) if largest else 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(140)

    def sizeHint(self) -> QSize:
        """Return the size of the bar."""
        return QSize(260, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        painter.fillRect(QRectF(middle - 0.5, 0, 1, self.height()), theme.colour("border"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("call" if self._share > 0 else "safe"))
        width = abs(self._share) * (middle - 4)
        left = middle if self._share > 0 else middle - width
        painter.drawRoundedRect(QRectF(left, 3, width, self.height() - 6), 3, 3)
        painter.end()


class WhyPanel(QWidget):
    """Asks for a span, and shows what moved LTV in it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: LoanView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        card = Card(tr("Why LTV moved"))
        self.span = QComboBox()
        self.span.setAccessibleName(tr("Span"))
        for days, words in zip(
            _SPANS,
            (
                tr("the last day"),
                tr("the last week"),
                tr("the last 30 days"),
                tr("the last year"),
                tr("since the opening"),
            ),
            strict=True,
        ):
            self.span.addItem(words, days)
        self.span.setCurrentIndex(2)
        self.span.currentIndexChanged.connect(lambda _: self.ask())
        card.head.addWidget(self.span)
        self.summary = label("", "muted", wrap=True)
        card.body.addWidget(self.summary)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        card.body.addLayout(self._grid)
        column.addWidget(card)
        column.addStretch(1)

    def show_loan(self, view: LoanView) -> None:
        """Explain `view`; asked anew when it is another loan or has other events."""
        fresh = self._view is None or self._view.loan != view.loan
        self._view = view
        if fresh:
            self.ask()

    def ask(self) -> None:
        """Ask for the effects over the chosen span."""
        view = self._view
        if view is None:
            return
        now = self._session.now()
        start = self._start(view, now)
        loan_id = view.loan.id

        def answer(found: Attribution | str) -> None:
            if self._view is not None and self._view.loan.id == loan_id:
                self._show(found)

        def question(monitor: Monitor) -> Attribution | str:
            try:
                return explain(monitor, loan_id, start, now)
            except ValueError as error:
                return str(error)

        self._session.ask(question, answer)

    def _start(self, view: LoanView, now: datetime) -> datetime:
        days = self.span.currentData()
        opened = next(event.at for event in view.loan.events if event.kind is EventKind.OPEN)
        return max(opened, now - timedelta(days=days)) if days else opened

    def _show(self, found: Attribution | str) -> None:
        clear(self._grid)
        if isinstance(found, str):
            self.summary.setText(tr("This cannot be told for that span: {why}.").format(why=found))
            return
        self.summary.setText(
            tr("From {before} to {after}: {change} points.").format(
                before=numbers.percent(found.before, 2),
                after=numbers.percent(found.after, 2),
                change=_points(found.after - found.before),
            )
        )
        largest = max((abs(effect.change) for effect in found.effects), default=Decimal(0))
        for row, effect in enumerate(sorted(found.effects, key=lambda one: -abs(one.change))):
            words = cause_words(effect)
            bar = Bar(effect.change, largest)
            figure = label(_points(effect.change))
            figure.setFont(theme.figures(figure.font()))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            bar.setAccessibleName(f"{words}: {figure.text()}")
            self._grid.addWidget(label(words), row, 0)
            self._grid.addWidget(bar, row, 1)
            self._grid.addWidget(figure, row, 2)


def _points(change: Decimal) -> str:
    text = numbers.plain(change * 100, 2)
    return f"+{text}" if change > 0 else text
