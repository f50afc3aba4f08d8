"""Odds of margin call and liquidation: what is asked, progress, the answer, its charts, the size of loans."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QVBoxLayout, QWidget

from desktop_app.engine.monitor import Monitor
from desktop_app.engine.odds_inputs import LEAST_DAYS, Ask, Kind, OddsFound, find_odds, moving_assets
from desktop_app.engine.price_history import DailyReturns, daily_returns
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, scenario_text
from desktop_app.ui.charts.painted import PaintedChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import stress_columns
from desktop_app.ui.pages.stress_columns import OddsRow, odds_rows
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask as Entry
from desktop_app.ui.widgets.asks import Kind as EntryKind
from desktop_app.ui.widgets.basics import Card, button, label
from desktop_app.ui.widgets.export import ExportCard
from desktop_app.ui.widgets.inputs import Inputs
from desktop_app.ui.widgets.listing import TableCard

ROW = 27
MOST_DAYS, MOST_FUTURES = 3650, 10_000_000
_USUAL = Ask()


def _entries() -> tuple[Entry, ...]:
    kinds: tuple[tuple[str, object], ...] = tuple((scenario_text.kind(one), one) for one in Kind)
    return (
        Entry("kind", tr("Futures are drawn from"), EntryKind.CHOICE, _USUAL.kind, choices=kinds),
        Entry("days", tr("Days ahead"), EntryKind.DAYS, _USUAL.days),
        Entry("futures", tr("Futures"), EntryKind.POSITIVE_WHOLE, _USUAL.futures),
        Entry("seed", tr("Seed"), EntryKind.WHOLE, _USUAL.seed),
        Entry("chance", tr("Size loans for odds of, %"), EntryKind.SHARE, Decimal(repr(_USUAL.chance))),
        Entry("trend", tr("Keep the trend of the past"), EntryKind.TICK, _USUAL.trend),
    )


class OddsTab(QWidget):
    """Asks, simulates beside everything else, and shows the answer; `found` is the last one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stop_asked = False
        self.found: OddsFound | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._asked())
        self._told = label("", "small", wrap=True)
        column.addWidget(self._told)
        columns = stress_columns.odds()
        self.odds = TableCard(
            tr("Odds, with their standard error"),
            columns,
            lambda row: row.name,
            empty=tr("Nothing simulated yet."),
            key="stress-odds",
        )
        self.fan, self.days = (PaintedChart(words, zooms=True) for words in (tr("Fan of LTV"), tr("Reached by day")))
        failed = session.failed.emit
        self._fan_card = ExportCard(tr("LTV in all futures"), self.fan, "ltv-fan", failed)
        self._days_card = ExportCard(tr("Reached by day"), self.days, "by-day", failed)
        charts = QWidget()
        beside = QHBoxLayout(charts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self._fan_card, 1)
        beside.addWidget(self._days_card, 1)
        self.odds.table.verticalHeader().setDefaultSectionSize(ROW)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.odds)
        split.addWidget(charts)
        split.setSizes([210, 230])
        column.addWidget(split, 1)
        self.odds.table.selectionModel().selectionChanged.connect(lambda *_: self._show_charts())
        self.answered: Callable[[OddsFound], None] = lambda found: None

    def _asked(self) -> Card:
        card = Card()
        self.inputs = Inputs(_entries(), 6)
        card.body.addWidget(self.inputs)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.simulate = button(tr("Simulate"), self.start, "primary")
        self.stop = button(tr("Stop"), self._ask_stop)
        self.stop.setEnabled(False)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(tr("Progress of the simulation"))
        self.progress.hide()
        row.addWidget(self.simulate)
        row.addWidget(self.stop)
        row.addWidget(self.progress, 1)
        row.addStretch(0)
        card.body.addLayout(row)
        return card

    def start(self) -> None:
        """Ask for the history of what is held, then simulate."""
        values, snapshot = self.inputs.values(), self._session.snapshot
        if values is None or snapshot is None:
            return
        if values["days"] > MOST_DAYS or values["futures"] > MOST_FUTURES:
            key = "days" if values["days"] > MOST_DAYS else "futures"
            most = numbers.plain(Decimal(MOST_DAYS if key == "days" else MOST_FUTURES), 0)
            self.inputs.show_problem(key, tr("At most {most} can be simulated.").format(most=most))
            return
        ask = Ask(**{**values, "chance": float(values["chance"])})
        self._set_running(running=True)

        def read(monitor: Monitor) -> DailyReturns:
            return daily_returns(monitor, moving_assets(snapshot), LEAST_DAYS)

        self._session.ask(read, lambda history: self._simulate(snapshot, history, ask))

    def _simulate(self, snapshot: Snapshot, history: DailyReturns, ask: Ask) -> None:
        service, session = self._session.service, self._session

        def go_on(done: float) -> bool:
            session.post(lambda: self.progress.setValue(int(done * 1000)))
            return not (self._stop_asked or service.stopping())

        session.simulate(
            lambda: find_odds(snapshot, history, ask, service.settings.scheduler, go_on), self._show, self._failed
        )

    def _set_running(self, *, running: bool) -> None:
        self._stop_asked = False
        self.progress.setValue(0)
        self.progress.setVisible(running)
        self.simulate.setEnabled(not running)
        self.stop.setEnabled(running)

    def _ask_stop(self) -> None:
        self._stop_asked = True
        self.stop.setEnabled(False)

    def _failed(self, error: BaseException) -> None:
        self._set_running(running=False)
        self._told.setText(self._session.tell_failure(error))

    def _show(self, found: OddsFound | None) -> None:
        self._set_running(running=False)
        if found is None:
            self._told.setText(tr("Stopped; nothing was changed."))
            return
        self.found = found
        self._told.setText(scenario_text.grounds(found))
        self.odds.show_rows(odds_rows(found))
        self.odds.table.selectRow(1 if len(found.loans) else 0)
        self._show_charts()
        self.answered(found)

    def _show_charts(self) -> None:
        found, row = self.found, self.odds.table.current()
        if found is None or not isinstance(row, OddsRow):
            return
        self.days.show_drawing(stress_columns.by_day(row))
        self._days_card.title.setText(tr("Reached by day — {loan}").format(loan=row.name))
        view = row.view or found.loans[0]
        self.fan.show_drawing(stress_columns.fan(found, view))
        self._fan_card.title.setText(tr("LTV in all futures — {loan}").format(loan=view.loan.name))
        for card, chart in ((self._fan_card, self.fan), (self._days_card, self.days)):
            chart.caption = card.title.text()
            card.show_legend()
