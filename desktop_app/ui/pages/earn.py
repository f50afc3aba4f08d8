"""Earn: what the loans cost a day and a year, by each venue's own convention."""

from decimal import Decimal

from desktop_app.domain.earn.convention import Boundary, Convention, Period
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.cost import CostCalculator


def convention_words(convention: Convention) -> str:
    """Return a convention in short: per day, compounding, ACT/365, UTC."""
    period = {
        Period.MINUTE: tr("per minute"),
        Period.HOUR: tr("per hour"),
        Period.DAY: tr("per day"),
        Period.MONTH_30: tr("per 30 days"),
        Period.MONTH: tr("per month"),
    }[convention.period]
    growth = tr("compounding") if convention.compounding else tr("simple")
    boundary = {
        Boundary.MARK: tr("on the mark of {zone}").format(zone=convention.zone),
        Boundary.ELAPSED: tr("completed periods"),
        Boundary.STARTED: tr("started periods"),
    }[convention.boundary]
    pattern = tr("{period}, {growth}, {days}, {boundary}")
    return pattern.format(period=period, growth=growth, days=convention.day_count.value, boundary=boundary)


class EarnPage(ListingPage):
    """What is owed in interest, loan by loan."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Earn"),
            tr("What your loans cost by each lender's own interest rule."),
            (
                tr("Nothing costs or earns yet"),
                tr("Once a loan is entered, its interest is told here by day and by year."),
                [(tr("Add a loan"), navigator.add_loan)],
            ),
        )
        self._day = self.add_figure(tr("Interest, net per day"))
        self._year = self.add_figure(tr("At today's rates, per year"))
        self._owed = self.add_figure(tr("Interest owed so far"))
        self._show = self.add_table(
            tr("Interest on debt"),
            self._columns(),
            lambda view: view.loan.id,
            lambda view: navigator.open_loan(view.loan.id),
        )
        self.calculator = CostCalculator()
        self.column.addWidget(self.calculator)

    def _columns(self) -> list[Column[LoanView]]:
        def currency() -> str:
            return self.session.snapshot.currency if self.session.snapshot else "USD"

        return [
            Column(tr("Loan"), lambda view: view.loan.name),
            Column(tr("Platform"), lambda view: view.platform_name),
            Column(
                tr("Rate a year"),
                lambda view: ", ".join(f"{asset} {numbers.percent(rate, 2)}" for asset, rate in view.rates),
                lambda view: max((rate for _, rate in view.rates), default=Decimal(0)),
                figures=True,
            ),
            Column(
                tr("A day"),
                lambda view: numbers.money(view.interest_per_day, currency(), exact=True),
                lambda view: view.interest_per_day,
                figures=True,
            ),
            Column(
                tr("Interest so far"),
                lambda view: ", ".join(
                    f"{numbers.amount(owed.accrued, 2)} {asset}" for asset, owed in view.balances.debts.items()
                ),
                lambda view: sum((owed.accrued for owed in view.balances.debts.values()), Decimal(0)),
                figures=True,
            ),
            Column(
                tr("Convention"),
                lambda view: convention_words(view.balances.terms.interest) if view.balances.terms else "",
            ),
        ]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        if not self.show_content(snapshot, empty=not snapshot.open_loans):
            return
        per_day, currency = snapshot.totals.interest_per_day, snapshot.currency
        loans = tr("%n open loan(s)", "", len(snapshot.open_loans))
        self._day.show_value(numbers.money(per_day, currency, exact=True), loans)
        self._year.show_value(numbers.money(per_day * 365, currency), tr("an estimate: rates may change"))
        owed = sum(
            (
                balance.accrued * (leg.price.value or Decimal(0))
                for view in snapshot.open_loans
                if view.valuation is not None
                for leg in view.valuation.debts
                for asset, balance in view.balances.debts.items()
                if asset == leg.asset
            ),
            Decimal(0),
        )
        self._owed.show_value(numbers.money(owed, currency, exact=True), tr("posted and not yet repaid"))
        self._show(snapshot.open_loans)
