"""Scenarios beside today, and what the chosen one does to each loan."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine import scenario_commands
from desktop_app.engine.scenarios import StressTest
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.stress import LoanOutcome
from desktop_app.ui import scenario_text
from desktop_app.ui.dialogs.scenario import ScenarioDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import stress_columns
from desktop_app.ui.pages.stress_columns import ScenarioRow
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.listing import TableCard

ROW = 27


class ScenariosTab(QWidget):
    """A table of scenarios over the loans of the one that is chosen; `tell` shows a sentence."""

    def __init__(self, session: Session, tell: Callable[[str], None], open_loan: Callable[[str], None]) -> None:
        super().__init__()
        self._session, self._tell = session, tell
        self._removed: Scenario | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._buttons())
        self._columns = stress_columns.scenarios(self._currency)
        self.scenarios = TableCard(
            tr("Beside today"), self._columns, lambda row: row.found.scenario.id, self._change, key="stress-scenarios"
        )
        self._loan_columns = stress_columns.loans(self._currency)
        self.loans = TableCard(
            tr("Loans in the scenario"),
            self._loan_columns,
            lambda row: row.view.loan.id,
            lambda row: open_loan(row.view.loan.id),
            key="stress-loans",
        )
        for card in (self.scenarios, self.loans):
            card.table.verticalHeader().setDefaultSectionSize(ROW)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.scenarios)
        split.addWidget(self.loans)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column.addWidget(split, 1)
        self.scenarios.table.selectionModel().selectionChanged.connect(lambda *_: self._show_loans())

    def _currency(self) -> str:
        return self._session.snapshot.currency if self._session.snapshot else "USD"

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(tr("Add a scenario"), lambda: ScenarioDialog.ask(self._session, None, self)))
        row.addWidget(button(tr("Change…"), lambda: self._change(self.scenarios.table.current())))
        row.addWidget(button(tr("Remove"), self._remove))
        self.undo = button(tr("Undo the removal"), self._take_back)
        self.undo.hide()
        row.addWidget(self.undo)
        row.addStretch(1)
        return row

    def show_test(self, found: StressTest, snapshot: Snapshot) -> None:
        """Show a stress test; the scenario that was chosen stays so."""
        rows = [
            ScenarioRow(scenario_text.name(one.scenario, snapshot.platform_name), one, found.today)
            for one in (found.today, *found.scenarios)
        ]
        chosen = self.scenarios.table.current()
        self.scenarios.show_rows(rows)
        wanted = chosen.found.scenario.id if chosen is not None else "all-40"
        if not self.scenarios.table.choose(wanted):
            self.scenarios.table.selectRow(0)
        self._show_loans()

    @property
    def chosen(self) -> ScenarioRow | None:
        """The scenario whose loans are shown."""
        row = self.scenarios.table.current()
        return row if isinstance(row, ScenarioRow) else None

    def _show_loans(self) -> None:
        row = self.chosen
        outcomes: tuple[LoanOutcome, ...] = row.found.loans if row is not None else ()
        self.loans.title.setText(tr("Loans: {scenario}").format(scenario=row.name) if row is not None else "")
        self.loans.show_rows(outcomes)

    def _change(self, row: ScenarioRow | None) -> None:
        """Change a scenario of one's own, or a copy of one that is always there."""
        if row is None or row.found.scenario.is_empty:
            self._tell(tr("Choose a scenario in the table first."))
            return
        ScenarioDialog.ask(self._session, row.found.scenario, self, name=row.name)

    def _remove(self) -> None:
        row = self.chosen
        if row is None or not row.found.scenario.name:
            self._tell(tr("Choose a scenario of your own; those that came along stay."))
            return

        def removed(scenario: Scenario) -> None:
            self._removed = scenario
            self.undo.show()
            self._tell(tr("{name} was removed.").format(name=scenario.name))

        known = row.found.scenario.id
        self._session.do(lambda monitor, now: scenario_commands.remove_scenario(monitor, known), removed)

    def _take_back(self) -> None:
        scenario = self._removed
        if scenario is None:
            return
        self._removed = None
        self.undo.hide()
        self._session.do(lambda monitor, now: scenario_commands.keep_scenario(monitor, scenario))
