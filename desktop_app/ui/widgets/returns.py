"""Returns and risk of everything or of one position or loan, each figure with its definition."""

from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine import performance
from desktop_app.engine.performance import Performance
from desktop_app.engine.returns import MoneyWeighted
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.worth import WorthChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, clear, label, rule
from desktop_app.ui.widgets.chart_card import ChartCard

_LEAST = Decimal("0.0001")


class ReturnsTab(QWidget):
    """A choice of the subject, its figures and the value over time; worked out beside the window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Of"), "muted"))
        self.subject = QComboBox()
        self.subject.setAccessibleName(tr("Returns of"))
        self.subject.currentIndexChanged.connect(lambda _: self._ask())
        row.addWidget(self.subject)
        row.addStretch(1)
        self._note = label("", "muted")
        row.addWidget(self._note)
        column.addLayout(row)
        card = Card()
        body = QHBoxLayout()
        body.setSpacing(theme.SPACE)
        self._figures = QGridLayout()
        self._figures.setVerticalSpacing(6)
        self._figures.setHorizontalSpacing(16)
        side = QVBoxLayout()
        side.addLayout(self._figures)
        side.addStretch(1)
        body.addLayout(side, 3)
        self.chart = WorthChart()
        self.chart_card = ChartCard(tr("Value over time"), self.chart, "value", session.failed.emit)
        self.chart_card.setProperty("role", "plain")
        body.addWidget(self.chart_card, 3)
        card.body.addLayout(body)
        column.addWidget(card, 1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what `snapshot` holds, and ask anew where an hour began or something changed."""
        entries = [(tr("Everything"), "")]
        entries += [(view.position.name, view.position.id) for view in snapshot.positions]
        entries += [(view.loan.name, view.loan.id) for view in snapshot.loans]
        if [(self.subject.itemText(n), self.subject.itemData(n)) for n in range(self.subject.count())] != entries:
            chosen = self.subject.currentData()
            self.subject.blockSignals(True)
            self.subject.clear()
            for words, data in entries:
                self.subject.addItem(words, data)
            self.subject.setCurrentIndex(max(0, self.subject.findData(chosen)))
            self.subject.blockSignals(False)
        if self.isVisible():
            self._ask()

    def showEvent(self, event: object) -> None:
        """Ask when the tab is opened."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._ask()

    def _ask(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        subject = self.subject.currentData() or ""
        hour = snapshot.at.replace(minute=0, second=0, microsecond=0)
        key = (subject, hour, tuple(v.position for v in snapshot.positions), tuple(v.loan for v in snapshot.loans))
        if key == self._asked:
            return
        self._asked = key
        self._note.setText(tr("Working it out…"))

        def gathered(past: performance.Past) -> None:
            self._session.work(lambda: performance.performance(past), shown, failed)

        def shown(found: Performance) -> None:
            if self._asked == key:
                self._show(found)

        def failed(error: BaseException) -> None:
            self._asked = None
            self._session.failed.emit(self._session.tell_failure(error))

        self._session.ask(lambda monitor: performance.gather(monitor, subject, snapshot.at), gathered)

    def _show(self, found: Performance) -> None:
        clear(self._figures)
        for number, (words, figure, meaning) in enumerate(figures(found)):
            self._figures.addWidget(label(words), number * 2, 0)
            told = label(figure, selectable=True)
            told.setFont(theme.figures(told.font(), bold=True))
            told.setAccessibleName(f"{words}: {figure}")
            self._figures.addWidget(told, number * 2, 1)
            self._figures.addWidget(label(meaning, "small", wrap=True), number * 2, 2)
            self._figures.addWidget(rule(), number * 2 + 1, 0, 1, 3)
        self._figures.setColumnStretch(2, 1)
        currency = self._session.service.settings.currency
        self.chart.show_worth(found.days, found.values, currency)
        if found.days:
            self.chart_card.show_chart(tr("Value over time"))
        else:
            self.chart_card.show_nothing(tr("Nothing has a value yet."))
        missing = tr("No price on some days: {assets}.").format(assets=", ".join(found.unpriced))
        self._note.setText(missing if found.unpriced else "")


def figures(found: Performance) -> list[tuple[str, str, str]]:
    """Return name, figure and definition of everything that is told."""
    fall, tail = found.drawdown, found.tail
    return [
        (
            tr("Money-weighted return a year (XIRR)"),
            money_weighted(found.money_weighted),
            tr("The yearly rate at which everything put in and taken out is worth nothing today."),
        ),
        (
            tr("Time-weighted return"),
            _share(found.time_weighted),
            tr("Growth since the start, with every day weighing alike: what was put in or taken out is no gain."),
        ),
        (
            tr("Deepest fall from a peak"),
            _share(-fall.deepest if fall else None),
            tr("The largest loss between a peak of that growth and what followed."),
        ),
        (
            tr("Under its peak now"),
            _share(-fall.current if fall else None),
            tr("How far that growth lies under its highest point today."),
        ),
        (
            tr("Volatility a year"),
            _share(found.volatility, signed=False),
            tr("Standard deviation of the daily log returns times √365; needs 30 days."),
        ),
        (
            tr("Value at risk, a day, 95%"),
            _share(-tail.at_risk if tail else None),
            tr("What today's amounts would have lost at least on the worst 5% of the days of their history."),
        ),
        (
            tr("Expected shortfall, a day, 95%"),
            _share(-tail.shortfall if tail else None),
            tr("What they would have lost on average on those days."),
        ),
    ]


def money_weighted(found: MoneyWeighted | None) -> str:
    """Return a money-weighted return in words; one of nearly everything within days as such."""
    if found is None:
        return numbers.NONE
    if found.is_total:
        return tr("below −99.99%")
    return _share(found.rate)


def _share(value: float | None, *, signed: bool = True) -> str:
    if value is None or value != value:
        return numbers.NONE
    exact = Decimal(repr(value)) if abs(value) < 1e6 else None
    if exact is None:
        return tr("over 1,000,000 times")
    return numbers.percent(exact.quantize(_LEAST), 2, signed=signed)
