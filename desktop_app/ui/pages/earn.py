"""Earn: what positions bring and what loans cost, by each venue's own convention."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget

from desktop_app.domain.earn.income import Income
from desktop_app.domain.earn.position import Position
from desktop_app.domain.money import ZERO
from desktop_app.engine import position_commands, statements
from desktop_app.engine.earnings import PositionView
from desktop_app.engine.incomes import Span, earned_in_month, income_of
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.ui import numbers
from desktop_app.ui.dialogs.position import PositionDialog
from desktop_app.ui.dialogs.position_event import CloseDialog, PayoutDialog
from desktop_app.ui.dialogs.position_history import PositionHistoryDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import earn_columns
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator, under
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.agenda import AgendaTab
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.calculators.chooser import Calculators
from desktop_app.ui.widgets.income import IncomeTab
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.loyalty import LoyaltyTab
from desktop_app.ui.widgets.returns import ReturnsTab
from desktop_app.ui.widgets.table import Act


class EarnPage(ListingPage):
    """Figures over tabs: positions, debt, income, calendar, calculators."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Earn"),
            tr("What your positions earn and your loans cost, each by the venue's own rule."),
            (
                tr("Nothing costs or earns yet"),
                tr("Enter savings, deposits, stakes or other products, or a loan: each is told by day and by year."),
                [
                    (tr("Add a position"), self._add),
                    (tr("Add a loan"), navigator.add_loan),
                    (tr("Open the calculators"), self._open_calculators),
                ],
            ),
        )
        self._removed: tuple[Position, str] | None = None
        self._income_key: tuple[object, ...] = ()
        self._wants_calculators = False
        self.buttons.addWidget(button(tr("Add a position"), self._add, "primary"))
        self._day = self.add_figure(tr("Interest, net per day"))
        self._year = self.add_figure(tr("At today's rates, per year"))
        self._month = self.add_figure(tr("Earned so far this month"))
        self._owed = self.add_figure(tr("Interest owed so far"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of Earn"))
        self.column.addWidget(self.tabs, 1)
        self._add_tabs()

    def _currency(self) -> str:
        return self.session.snapshot.currency if self.session.snapshot else "USD"

    def _add_tabs(self) -> None:
        self.positions: Listing[PositionView] = Listing(
            tr("Positions"),
            earn_columns.positions(self._currency),
            lambda view: view.position.id,
            tr("No position yet. Add savings, a deposit, a stake, a structured product or what else earns."),
            self._change,
            key="earn-positions",
            acts=[Act(words, act) for words, act in self._position_acts()],
        )
        self.debts: Listing[LoanView] = Listing(
            tr("Interest on debt"),
            earn_columns.debts(self._currency),
            lambda view: view.loan.id,
            tr("No open loan."),
            lambda view: self.navigator.open_loan(view.loan.id),
            key="earn-debts",
            acts=(Act(tr("Show loan"), lambda view: self.navigator.open_loan(view.loan.id)),),
        )
        self.table = self.positions.table
        self.income = IncomeTab(self._name_of)
        self.income.asked.connect(lambda _: self._span_chosen())
        self.returns = ReturnsTab(self.session)
        self.loyalty = LoyaltyTab()
        self.agenda = AgendaTab(self.session, self.navigator.tell)
        self.calculators = Calculators()
        for words, part in (
            (tr("Positions"), under(self._position_buttons(), self.positions)),
            (tr("Debt"), under(QHBoxLayout(), self.debts)),
            (tr("Income"), self.income),
            (tr("Calendar"), self.agenda),
            (tr("Returns"), self.returns),
            (tr("Loyalty"), self.loyalty),
            (tr("Calculators"), self.calculators),
        ):
            self.tabs.addTab(part, words)

    def _position_acts(self) -> list[tuple[str, Callable[[PositionView], None]]]:
        return [
            (tr("Change…"), self._change),
            (tr("Payout…"), self._payout),
            (tr("History…"), self._history),
            (tr("Payouts from a statement…"), self._from_statement),
            (tr("Close…"), self._close),
            (tr("Remove"), self._remove),
        ]

    def _position_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, act in self._position_acts():
            row.addWidget(button(words, partial(self._with_chosen, act)))
        self.undo = button(tr("Undo the removal"), self._take_back)
        self.undo.hide()
        row.addWidget(self.undo)
        row.addStretch(1)
        return row

    def _name_of(self, subject: str) -> str:
        """Return the name of a position or platform; an asset is its own."""
        snapshot = self.session.snapshot
        if snapshot is None:
            return subject
        named = next((v.position.name for v in snapshot.positions if v.position.id == subject), "")
        named = named or next((v.loan.name for v in snapshot.loans if v.loan.id == subject), "")
        return named or snapshot.platform_name(subject)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        empty = not snapshot.open_loans and not snapshot.positions and not self._wants_calculators
        if not self.show_content(snapshot, empty=empty and self._removed is None):
            return
        per_day, currency = snapshot.totals.interest_per_day, snapshot.currency
        opened = [view for view in snapshot.positions if not view.closed]
        counted = tr("%n position(s)", "", len(opened))
        loans = tr("%n open loan(s)", "", len(snapshot.open_loans))
        both = tr("{positions}, {loans}").format(positions=counted, loans=loans)
        self._day.show_value(numbers.money(per_day, currency, exact=True), both, "safe" if per_day > 0 else "text")
        self._year.show_value(numbers.money(per_day * 365, currency), tr("an estimate: rates may change"))
        self._owed.show_value(numbers.money(_owed(snapshot), currency, exact=True), tr("posted and not yet repaid"))
        self.positions.show_rows(sorted(snapshot.positions, key=lambda view: view.closed))
        self.debts.show_rows(snapshot.open_loans)
        self.agenda.show_snapshot(snapshot)
        self.returns.show_snapshot(snapshot)
        self.loyalty.show_snapshot(snapshot)
        self._ask_income(snapshot)

    def _span_chosen(self) -> None:
        if self.session.snapshot is not None:
            self._ask_income(self.session.snapshot)

    def _ask_income(self, snapshot: Snapshot) -> None:
        """Ask for the income where positions or loans changed, another span was chosen or an hour began."""
        span: Span = self.income.span.currentData()
        hour = snapshot.at.replace(minute=0, second=0, microsecond=0)
        key = (span, hour, tuple(v.position for v in snapshot.positions), tuple(v.loan for v in snapshot.loans))
        if key == self._income_key:
            return
        self._income_key = key

        positions, loans = [v.position for v in snapshot.positions], [v.loan for v in snapshot.loans]

        def shown(found: Sequence[Income]) -> None:
            if self._income_key == key:
                self._show_income(found, snapshot, span)

        def failed(error: BaseException) -> None:
            self.session.failed.emit(self.session.tell_failure(error))

        self.session.work(lambda: income_of(positions, loans, span, snapshot.at), shown, failed)

    def _show_income(self, found: Sequence[Income], snapshot: Snapshot, span: Span) -> None:
        self.income.show_income(found, snapshot.at.date())
        if span is not Span.MONTH:
            return
        earned = earned_in_month(found, snapshot.positions, snapshot.at)
        words = tr("posted since the 1st (UTC)")
        self._month.show_value(numbers.money(earned, snapshot.currency, exact=True), words)

    def _add(self) -> None:
        PositionDialog.ask(self.session, None, self)

    def _open_calculators(self) -> None:
        self._wants_calculators = True
        self.tabs.setCurrentWidget(self.calculators)
        if self.session.snapshot is not None:
            self.show_snapshot(self.session.snapshot)

    def _with_chosen(self, act: Callable[[PositionView], None]) -> None:
        view = self.positions.current()
        if view is None:
            self.navigator.tell(tr("Choose a position in the table first."))
        else:
            act(view)

    def _change(self, view: PositionView) -> None:
        PositionDialog.ask(self.session, view.position, self)

    def _payout(self, view: PositionView) -> None:
        PayoutDialog(self.session, view.position, self).open_beside()

    def _history(self, view: PositionView) -> None:
        PositionHistoryDialog.ask(self.session, view.position, self)

    def _from_statement(self, view: PositionView) -> None:
        """Ask for a statement of the venue and keep what it says was paid on the position."""
        title = tr("Payouts from a statement")
        name, _ = QFileDialog.getOpenFileName(self, title, "", tr("Statements (*.csv)"))
        if not name:
            return

        def told(booked: statements.Booked) -> None:
            self.navigator.tell(
                tr("Payouts of {name} found: {found}, new: {new}.").format(
                    found=booked.found, name=view.position.name, new=booked.new
                )
            )

        def failed(error: BaseException) -> None:
            self.session.failed.emit(self.session.tell_failure(error))

        known = view.position.id
        self.session.work(
            lambda: statements.payouts_from_file(Path(name), known), lambda book: self.session.do(book, told), failed
        )

    def _close(self, view: PositionView) -> None:
        CloseDialog(self.session, view.position, self).open_beside()

    def _remove(self, view: PositionView) -> None:
        def removed(position: Position) -> None:
            self._removed = position, view.platform_name
            self.undo.show()
            self.navigator.tell(tr("{name} was removed.").format(name=position.name))

        known = view.position.id
        self.session.do(lambda monitor, now: position_commands.remove_position(monitor, known, now), removed)

    def _take_back(self) -> None:
        if self._removed is None:
            return
        position, platform = self._removed

        def back(_: Position) -> None:
            self._removed = None
            self.undo.hide()

        self.session.do(lambda monitor, now: position_commands.keep_position(monitor, position, platform, now), back)


def _owed(snapshot: Snapshot) -> Decimal:
    """Return the interest that was posted on open loans and is not repaid yet."""
    return sum(
        (
            balance.accrued * (leg.price.value or ZERO)
            for view in snapshot.open_loans
            if view.valuation is not None
            for leg in view.valuation.debts
            for asset, balance in view.balances.debts.items()
            if asset == leg.asset
        ),
        ZERO,
    )
