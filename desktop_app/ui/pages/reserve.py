"""Reserve: what is set aside for cures, how fast it is here, how far it reaches, and what to do with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QTabWidget

from desktop_app.domain.earn.position import Position
from desktop_app.domain.platforms import CreditLine, Holding
from desktop_app.engine import commands, reserve_commands
from desktop_app.engine.items import ItemView
from desktop_app.engine.reserve_plan import Curve, PastFalls, PlannedLoan, ReservePlan, curve, past_falls, reserve_plan
from desktop_app.engine.snapshot import HoldingView, Snapshot
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.coverage import CoverageChart
from desktop_app.ui.dialogs.credit import CreditDialog
from desktop_app.ui.dialogs.holding import HoldingDialog
from desktop_app.ui.dialogs.position import PositionDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import reserve_columns
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator, under
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.export import ExportCard
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.plan import PlanView
from desktop_app.ui.widgets.table import Act
from desktop_app.ui.widgets.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class Answer:
    """What was worked out for one Snapshot and fall."""

    curve: Curve
    plan: ReservePlan


def answer(snapshot: Snapshot, what_if: WhatIf) -> Callable[[], Answer]:
    """Return the job that works out curve and plan; it reads values alone."""
    fall = what_if.fall
    return lambda: Answer(curve(snapshot), reserve_plan(snapshot, fall))


class ReservePage(ListingPage):
    """Coverage curve and what-if over the plan, the items, the loans and what else is held."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Reserve"),
            tr("What is set aside for top-ups and repayments, how fast it is here, and the fall that it can cure."),
            (
                tr("No reserve yet"),
                tr("Enter what you could use in a fall: stablecoins, coins in a wallet, savings, a credit line."),
                [
                    (tr("Add a holding"), self._add),
                    (tr("Add a credit line"), self._add_credit),
                    (tr("Import a file"), navigator.import_file),
                ],
            ),
        )
        self.undo = button(tr("Undo the removal"), self._take_back)
        self.undo.hide()
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(button(tr("Add a credit line"), self._add_credit))
        self.buttons.addWidget(button(tr("Add a holding"), self._add, "primary"))
        self._removed: Holding | CreditLine | None = None
        self._past: PastFalls | None = None
        self._past_key: tuple[object, ...] = ()
        self._working = False
        self._covers = self.add_figure(tr("Covers a fall of"))
        self._reach = self.add_figure(tr("Reachable in time"))
        self._value = self.add_figure(tr("Set aside"))
        self._gap = self.add_figure(tr("Gap at your fall"))
        self._cost = self.add_figure(tr("The plan costs"))
        self._upper()
        self._tabs()

    def _upper(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        self.chart = CoverageChart()
        self._chart_card = ExportCard(tr("Need and reachable reserve"), self.chart, "coverage", self.navigator.tell)
        row.addWidget(self._chart_card, 3)
        self.what_if = WhatIf(self._keep_setting)
        self.what_if.asked.connect(self._ask)
        row.addWidget(self.what_if, 2)
        self.column.addLayout(row, 5)

    def _tabs(self) -> None:
        self.plan = PlanView(self._currency)
        self.items: Listing[ItemView] = Listing(
            tr("Items"),
            reserve_columns.items(self._currency, self._platform, self._steady, lambda: self._past),
            lambda view: view.id,
            tr("Nothing is set aside yet: tick it in a holding, a position or a credit line."),
            self._edit,
            key="reserve-items",
            acts=(Act(tr("Change…"), self._edit), Act(tr("Remove"), self._remove)),
        )
        self.loans: Listing[PlannedLoan] = Listing(
            tr("Loans after the fall"),
            reserve_columns.loans(self._currency),
            lambda one: one.loan.loan.id,
            tr("No open loan can be called by a price."),
            lambda one: self.navigator.open_loan(one.loan.loan.id),
            key="reserve-loans",
            acts=(Act(tr("Show loan"), lambda one: self.navigator.open_loan(one.loan.loan.id)),),
        )
        self.others: Listing[HoldingView] = Listing(
            tr("Other holdings"),
            reserve_columns.others(self._currency),
            lambda view: view.holding.id,
            tr("Everything that is held is set aside."),
            lambda view: HoldingDialog.ask(self.session, view.holding, self),
            key="reserve-others",
            acts=(Act(tr("Change…"), lambda view: HoldingDialog.ask(self.session, view.holding, self)),),
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of Reserve"))
        for words, part in (
            (tr("Plan"), self.plan),
            (tr("Items"), under(self._item_buttons(), self.items)),
            (tr("Loans after the fall"), self.loans),
            (tr("Other holdings"), self.others),
        ):
            self.tabs.addTab(part, words)
        self.column.addWidget(self.tabs, 6)

    def _item_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, act in ((tr("Change…"), self._edit), (tr("Remove"), self._remove)):
            row.addWidget(button(words, partial(self._with_chosen, act)))
        row.addStretch(1)
        return row

    def _currency(self) -> str:
        return self.session.snapshot.currency if self.session.snapshot else "USD"

    def _platform(self, known: str) -> str:
        return self.session.snapshot.platform_name(known) if self.session.snapshot else known

    def _steady(self) -> frozenset[str]:
        return self.session.snapshot.reserve.reserve.steady if self.session.snapshot else frozenset()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        empty = not snapshot.holdings and not snapshot.reserve.items and self._removed is None
        if not self.show_content(snapshot, empty=empty):
            return
        totals, currency, reserve = snapshot.totals, snapshot.currency, snapshot.reserve
        covers = numbers.percent(-totals.coverage) if totals.coverage is not None else numbers.NONE
        aim = snapshot.settings.cure_to_target
        words = (
            tr("every called loan brought to its target in time")
            if aim
            else tr("every loan kept under its margin call in time")
        )
        self._covers.show_value(covers, words)
        longest = max((need.hours for need in reserve.reserve.needs), default=None)
        within = tr("within the longest window, after costs")
        self._reach.show_value(numbers.money(totals.reachable, currency), within if longest is not None else "")
        priced = sum(view.value is not None for view in reserve.items)
        missing = len(reserve.items) - priced
        line = tr("%n item(s)", "", len(reserve.items))
        if missing:
            line = tr("{items}, {missing} without a price").format(items=line, missing=missing)
        self._value.show_value(numbers.money(totals.reserve, currency), line)
        self.items.show_rows(reserve.items)
        self.others.show_rows([view for view in snapshot.holdings if not view.holding.reserve])
        self.what_if.show_settings(snapshot.settings)
        self._ask()

    def _ask(self) -> None:
        """Have curve and plan worked out for the Snapshot of now; one question at a time."""
        snapshot = self.session.snapshot
        if snapshot is None or self._working:
            return
        self._working = True
        fall = self.what_if.fall

        def done(found: Answer) -> None:
            self._working = False
            self._show(found, snapshot)
            if fall != self.what_if.fall or self.session.snapshot is not snapshot:
                self._ask()

        self.session.work(answer(snapshot, self.what_if), done, self._failed)
        self._ask_past(snapshot)

    def _failed(self, error: BaseException) -> None:
        self._working = False
        self.session.failed.emit(self.session.tell_failure(error))

    def _ask_past(self, snapshot: Snapshot) -> None:
        """Ask for the falls of the past where the question or the loans changed, or an hour began."""
        asked = self.what_if.confidence, self.what_if.days
        hour = snapshot.at.replace(minute=0, second=0, microsecond=0)
        key = (*asked, hour, tuple(view.loan for view in snapshot.open_loans), snapshot.reserve.items == ())
        if key == self._past_key:
            return
        self._past_key = key

        def told(found: tuple[PastFalls, ReservePlan | None]) -> None:
            self._past = found[0]
            self.what_if.show_past(*found, snapshot.currency)
            self.items.table.viewport().update()

        def work(past: PastFalls) -> None:
            self.session.work(
                lambda: (past, reserve_plan(snapshot, past.fall) if past.fall is not None else None),
                told,
                self._failed,
            )

        self.session.ask(lambda monitor: past_falls(monitor, snapshot, *asked), work)

    def _show(self, found: Answer, snapshot: Snapshot) -> None:
        plan, currency = found.plan, snapshot.currency
        has = bool(snapshot.reserve.reserve.needs)
        self._chart_card.show_nothing("" if has else tr("No open loan can be called by a price."))
        self.chart.show_curve(found.curve, currency, float(plan.plan.fall))
        self.plan.show_plan(plan)
        self.loans.show_rows(plan.loans)
        self.what_if.show_plan(plan, currency)
        fall = numbers.percent(-plan.plan.fall, 0)
        self._gap.show_value(
            numbers.money(plan.more, currency),
            tr("at a fall of {fall}, all loans together").format(fall=fall),
            "liquidation" if plan.more else "safe",
        )
        steps = tr("%n step(s)", "", len(plan.steps))
        self._cost.show_value(numbers.money(plan.plan.cost, currency, exact=True), steps)

    def _keep_setting(self, name: str, value: object) -> None:
        self.session.do(lambda monitor, now: commands.change_setting(monitor, name, value))

    def _add(self) -> None:
        HoldingDialog.ask(self.session, None, self)

    def _add_credit(self) -> None:
        CreditDialog.ask(self.session, None, self)

    def _with_chosen(self, act: Callable[[ItemView], None]) -> None:
        view = self.items.current()
        if view is None:
            self.navigator.tell(tr("Choose an item in the table first."))
        else:
            act(view)

    def _edit(self, view: ItemView) -> None:
        match view.source:
            case Holding() as holding:
                HoldingDialog.ask(self.session, holding, self)
            case CreditLine() as line:
                CreditDialog.ask(self.session, line, self)
            case Position() as position:
                PositionDialog.ask(self.session, position, self)

    def _remove(self, view: ItemView) -> None:
        def removed(what: Holding | CreditLine) -> None:
            self._removed = what
            self.undo.show()
            self.navigator.tell(tr("{name} was removed.").format(name=view.name))

        match view.source:
            case Holding(id=known):
                self.session.do(lambda monitor, now: reserve_commands.remove_holding(monitor, known, now), removed)
            case CreditLine(id=known):
                self.session.do(lambda monitor, now: reserve_commands.remove_credit(monitor, known, now), removed)
            case _:
                self.navigator.tell(tr("A position is removed on the Earn page."))

    def _take_back(self) -> None:
        removed = self._removed

        def back(_: object) -> None:
            self._removed = None
            self.undo.hide()

        match removed:
            case Holding():
                self.session.do(lambda monitor, now: commands.save_holding(monitor, removed, "", now), back)
            case CreditLine():
                self.session.do(lambda monitor, now: reserve_commands.keep_credit(monitor, removed, "", now), back)
