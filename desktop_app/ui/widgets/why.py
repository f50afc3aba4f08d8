"""Why LTV moved: the effects between two moments, as steps that add up to the whole."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.attribution import Attribution, Cause, Effect
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.plans import explain
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.painted import PaintedChart
from desktop_app.ui.charts.waterfall import Waterfall, points
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import label
from desktop_app.ui.widgets.export import ExportCard

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


class WhyPanel(QWidget):
    """Asks for a span, and shows what moved LTV in it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: LoanView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        self.chart = PaintedChart(tr("What moved LTV"))
        card = ExportCard(tr("Why LTV moved"), self.chart, "why-ltv-moved", session.failed.emit)
        self._card = card
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
        card.head.insertWidget(2, self.span)
        self.summary = label("", "muted", wrap=True)
        card.body.insertWidget(1, self.summary)
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
        if isinstance(found, str):
            self._card.show_nothing(tr("This cannot be told for that span: {why}.").format(why=found))
            self.summary.hide()
            return
        self._card.show_nothing("")
        words = tr("From {before} to {after}: {change} points.")
        self.summary.setText(
            words.format(
                before=numbers.percent(found.before, 2),
                after=numbers.percent(found.after, 2),
                change=points(found.after - found.before),
            )
        )
        self.summary.show()
        effects = sorted(found.effects, key=lambda one: -abs(one.change))
        drawing = Waterfall(found.before, found.after, tuple((cause_words(one), one.change) for one in effects))
        self.chart.caption = f"{tr('Why LTV moved')}: {self.span.currentText()}"
        self.chart.setFixedHeight(drawing.height)
        self.chart.show_drawing(drawing)
        self._card.show_legend()
