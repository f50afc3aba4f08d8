"""The columns of the Earn page: positions, debts, income by month, what comes when."""

from collections.abc import Callable
from decimal import Decimal

from desktop_app.domain.earn.agenda import Entry
from desktop_app.domain.money import ZERO
from desktop_app.engine.earnings import PositionView
from desktop_app.engine.incomes import GroupedIncome, Span
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import earn_text, numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column

NameOf = Callable[[str], str]


def positions(currency: Callable[[], str]) -> list[Column[PositionView]]:
    """Return the columns of positions."""

    def dimmed(view: PositionView) -> str:
        return "muted" if view.closed else "text"

    return [
        Column(tr("Name"), lambda v: v.position.name, token=dimmed),
        Column(tr("Kind"), lambda v: earn_text.kind(v.position.kind), token=dimmed),
        Column(tr("Platform"), lambda v: v.platform_name, token=dimmed),
        Column(
            tr("Amount"),
            lambda v: f"{numbers.amount(v.principal, 6)} {v.position.asset}",
            lambda v: v.principal,
            figures=True,
        ),
        Column(tr("Value"), lambda v: numbers.money(v.value, currency()), lambda v: v.value or ZERO, figures=True),
        *_earnings(currency),
    ]


def _earnings(currency: Callable[[], str]) -> list[Column[PositionView]]:
    """Return the columns of what positions earn, and when."""
    return [
        Column(
            tr("Printed rate"),
            earn_text.printed_rate,
            lambda v: v.printed,
            figures=True,
            tip=lambda v: earn_text.convention(v.position.terms.interest),
        ),
        Column(
            tr("You get"),
            lambda v: numbers.percent(v.net, 2) if v.net else numbers.NONE,
            lambda v: v.net,
            figures=True,
            tip=lambda _: tr("Yearly and without compounding, after what the platform or validator keeps."),
        ),
        Column(
            tr("Earns a day"),
            lambda v: numbers.money(v.per_day, currency(), exact=True) if v.per_day else numbers.NONE,
            lambda v: v.per_day,
            figures=True,
        ),
        Column(
            tr("Earned so far"),
            lambda v: f"{numbers.amount(v.interest, 6)} {v.position.asset}" if v.interest else numbers.NONE,
            lambda v: v.interest,
            figures=True,
        ),
        Column(tr("Leaving now costs"), earn_text.leaving, lambda v: v.leaving or ZERO, figures=True),
        Column(tr("Next payout"), earn_text.next_payout, lambda v: v.next_payout.timestamp() if v.next_payout else 0.0),
        Column(tr("Ends or unlocks"), _ends, lambda v: v.ends.toordinal() if v.ends else 0),
    ]


def _ends(view: PositionView) -> str:
    if view.position.closed is not None:
        return tr("closed {day}").format(day=numbers.utc_day(view.position.closed))
    return view.ends.isoformat() if view.ends is not None else numbers.NONE


def debts(currency: Callable[[], str]) -> list[Column[LoanView]]:
    """Return the columns of what loans cost."""
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
            lambda view: earn_text.convention(view.balances.terms.interest) if view.balances.terms else "",
        ),
    ]


def incomes(name_of: NameOf, span: Callable[[], Span]) -> list[Column[GroupedIncome]]:
    """Return the columns of income by month or day; a difference that needs a look is marked."""

    def units(value: Decimal, entry: GroupedIncome) -> str:
        return f"{numbers.amount(value, 8)} {entry.asset}" if value else numbers.NONE

    def mark(entry: GroupedIncome) -> str:
        return "call" if entry.differs else "muted"

    def told(entry: GroupedIncome) -> str:
        amount = units(entry.difference, entry)
        if not entry.earned and not entry.paid:
            return numbers.NONE
        if not entry.checked:
            return tr("no payout entered") if not entry.paid else amount
        return tr("{amount}, look into it").format(amount=amount) if entry.differs else amount

    return [
        Column(tr("When"), lambda e: f"{e.start:%Y-%m}" if span() is Span.MONTH else f"{e.start}"),
        Column(tr("Of"), lambda e: name_of(e.subject)),
        Column(tr("Earned"), lambda e: units(e.earned, e), lambda e: e.earned, figures=True),
        Column(tr("Owed"), lambda e: units(e.owed, e), lambda e: e.owed, figures=True),
        Column(tr("Paid out"), lambda e: units(e.paid, e), lambda e: e.paid, figures=True),
        Column(tr("Difference"), told, lambda e: e.difference, figures=True, token=mark),
    ]


def agenda(platform_of: NameOf, days_left: Callable[[Entry], int]) -> list[Column[Entry]]:
    """Return the columns of what comes when."""
    return [
        Column(tr("Day"), lambda e: e.day.isoformat()),
        Column(tr("In"), lambda e: tr("%n day(s)", "", days_left(e)), days_left, figures=True),
        Column(tr("What"), lambda e: earn_text.coming(e.coming)),
        Column(tr("Name"), lambda e: e.name),
        Column(tr("Platform"), lambda e: platform_of(e.platform)),
    ]
