"""Stress test: scenarios beside today, falls and loans as a heat map, odds, limits, and all of it as a report."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QTabWidget

from desktop_app.engine.scenarios import StressTest, stress_test
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.risk_report import write_report
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.risk.heat import HeatTab
from desktop_app.ui.widgets.risk.odds import OddsTab
from desktop_app.ui.widgets.risk.scenarios import ScenariosTab
from desktop_app.ui.widgets.risk.sizes import SizesTab


class StressPage(ListingPage):
    """Figures over tabs. The newest Snapshot is tested on the thread for figures, one test at a time."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Stress test"),
            tr("What falls, failures and bad luck would do to your loans, beside what they are today."),
            (
                tr("Nothing to test yet"),
                tr("Once a loan is entered and priced, its levels are tested against falls."),
                [(tr("Add a loan"), navigator.add_loan)],
            ),
        )
        self.test: StressTest | None = None
        self._tested: Snapshot | None = None
        self._waiting: Snapshot | None = None
        self._is_testing = False
        self.buttons.addWidget(button(tr("Risk report (PDF)…"), self._report))
        self._covers = self.add_figure(tr("Reserve covers a fall of"))
        self._first = self.add_figure(tr("First margin call at"))
        self._debt = self.add_figure(tr("Debt"))
        self._leverage = self.add_figure(tr("Leverage in all"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of the stress test"))
        self.scenarios = ScenariosTab(session, navigator.tell, navigator.open_loan)
        self.heat = HeatTab(session.failed.emit)
        self.odds = OddsTab(session)
        self.sizes = SizesTab(self._currency, session.failed.emit)
        self.odds.answered = self.sizes.show_odds
        for words, part in (
            (tr("Scenarios"), self.scenarios),
            (tr("Heat map"), self.heat),
            (tr("Odds"), self.odds),
            (tr("Limits"), self.sizes),
        ):
            self.tabs.addTab(part, words)
        self.column.addWidget(self.tabs, 1)

    def _currency(self) -> str:
        return self.session.snapshot.currency if self.session.snapshot else "USD"

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the figures of `snapshot` and test it, unless it was tested or another test runs."""
        if not self.show_content(snapshot, empty=not snapshot.open_loans):
            return
        self._show_figures(snapshot)
        if snapshot is self._tested:
            return
        self._waiting = snapshot
        if not self._is_testing:
            self._begin()

    def _begin(self) -> None:
        snapshot, self._waiting = self._waiting, None
        if snapshot is None:
            return
        self._is_testing = True
        self.session.compute(
            lambda: stress_test(snapshot), lambda found: self._show_test(snapshot, found), self._failed
        )

    def _failed(self, error: BaseException) -> None:
        self._is_testing = False
        self.session.failed.emit(self.session.tell_failure(error))

    def _show_test(self, snapshot: Snapshot, found: StressTest) -> None:
        self._is_testing = False
        self._tested, self.test = snapshot, found
        self._show_cover(snapshot, found)
        self.scenarios.show_test(found, snapshot)
        self.heat.show_test(found)
        self._begin()

    def _show_cover(self, snapshot: Snapshot, found: StressTest) -> None:
        hedged = numbers.percent(-found.cover) if found.cover is not None else numbers.NONE
        words = tr("in time; all of it and hedges: {fall}").format(fall=hedged)
        covers = snapshot.totals.coverage
        if found.unknown or not found.complete:
            words = text.in_sequence(words, tr("Without what has no price."))
        self._covers.show_value(
            numbers.percent(-covers) if covers is not None else numbers.NONE,
            words,
            "watch" if found.unknown or not found.complete else "text",
        )

    def _show_figures(self, snapshot: Snapshot) -> None:
        falls = [
            level.fall
            for view in snapshot.open_loans
            for level in view.levels
            if level.fall is not None and not level.reached and level.level.kind.value == "margin_call"
        ]
        self._first.show_value(
            numbers.percent(max(falls)) if falls else numbers.NONE, tr("a common fall of all collateral")
        )
        self._debt.show_value(
            numbers.money(snapshot.totals.debt, snapshot.currency),
            tr("%n open loan(s)", "", len(snapshot.open_loans)),
        )
        times, limit = snapshot.totals.leverage, snapshot.settings.leverage_limit
        over = times is None or times > limit
        words = tr("your limit is {limit}").format(limit=text.times(limit))
        self._leverage.show_value(text.times(times), words, "call" if over else "text")

    def _report(self) -> None:
        """Ask where to, and write everything of the page as one PDF."""
        if self.test is None or self._tested is None:
            self.navigator.tell(tr("There is nothing to report yet."))
            return
        name, _ = QFileDialog.getSaveFileName(self, tr("Risk report"), "plimsoll-risk.pdf", "*.pdf")
        if not name:
            return
        snapshot, test, odds = self._tested, self.test, self.odds.found
        self.session.compute(
            lambda: write_report(Path(name), snapshot, test, odds),
            lambda _: self.navigator.tell(tr("The report was written to {name}.").format(name=name)),
            self._not_written,
        )

    def _not_written(self, error: BaseException) -> None:
        if isinstance(error, OSError):
            self.session.failed.emit(tr("The file was not written: {why}").format(why=error))
        else:
            self.session.failed.emit(self.session.tell_failure(error))
