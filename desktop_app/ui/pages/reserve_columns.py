"""The columns of the Reserve page: items, steps of the plan, loans, other holdings."""

from collections.abc import Callable
from decimal import Decimal

from desktop_app.engine.items import ItemView
from desktop_app.engine.reserve_plan import PastFalls, PlannedLoan, PlannedStep
from desktop_app.engine.snapshot import HoldingView
from desktop_app.ui import numbers, reserve_text
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column

Currency = Callable[[], str]
NEVER = Decimal("1e12")


def items(
    currency: Currency,
    platform_of: Callable[[str], str],
    steady: Callable[[], frozenset[str]],
    past: Callable[[], PastFalls | None],
) -> list[Column[ItemView]]:
    """Return the columns of what is set aside."""

    def moves(view: ItemView) -> str:
        found = past()
        told = found.follows.get(view.asset) if found is not None else None
        return numbers.plain(Decimal(repr(round(told[0], 4))), 2) if told is not None else numbers.NONE

    return [
        Column(tr("Item"), lambda v: v.name, tip=lambda v: reserve_text.kind(v.kind)),
        Column(tr("Platform"), lambda v: platform_of(v.platform)),
        Column(tr("Amount"), lambda v: f"{numbers.amount(v.amount, 2)} {v.asset}", lambda v: v.amount, figures=True),
        Column(
            tr("Value"),
            lambda v: numbers.money(v.value, currency()),
            lambda v: v.value or Decimal(0),
            figures=True,
            token=lambda v: "text" if v.value is not None else "unknown",
        ),
        Column(
            tr("Arrives within"),
            reserve_text.ways,
            lambda v: v.ways[0].hours if v.ways else NEVER,
            figures=True,
            token=lambda v: "text" if v.ways else "watch",
        ),
        Column(tr("Most a day"), reserve_text.daily, figures=True),
        Column(tr("Costs"), reserve_text.costs, figures=True, tip=reserve_text.costs_told),
        Column(
            tr("Falls with the market"),
            lambda v: reserve_text.falls_with(v, steady()),
            figures=True,
            tip=lambda _: tr("The share of a fall that its price takes; stablecoins and cash take none."),
        ),
        Column(
            tr("Correlation"),
            moves,
            figures=True,
            tip=lambda _: tr("Of its daily moves with those of the collateral, from the prices kept here."),
        ),
    ]


def steps(currency: Currency) -> list[Column[PlannedStep]]:
    """Return the columns of the plan."""

    def late(one: PlannedStep) -> str:
        return "text" if one.transfer.in_time else "liquidation"

    return [
        Column(tr("Item"), lambda s: s.item.name),
        Column(tr("To loan"), lambda s: s.loan.loan.name),
        Column(tr("Repays"), lambda s: numbers.money(s.step.value, currency()), lambda s: s.step.value, figures=True),
        Column(
            tr("Arrives, of"),
            lambda s: f"{reserve_text.hours(s.step.hours)} / {reserve_text.hours(s.step.within)}",
            lambda s: s.step.hours,
            figures=True,
            token=late,
            tip=lambda _: tr("When it has arrived, and how long the lender waits."),
        ),
        Column(
            tr("Costs"),
            lambda s: numbers.money(s.step.cost, currency(), exact=True),
            lambda s: s.step.cost,
            figures=True,
        ),
        Column(tr("LTV after"), lambda s: numbers.percent(s.step.after), figures=True),
        Column(
            tr("Network"),
            lambda s: reserve_text.network(s.transfer),
            token=lambda s: reserve_text.network_token(s.transfer),
        ),
    ]


def loans(currency: Currency) -> list[Column[PlannedLoan]]:
    """Return the columns of loans after the fall."""

    def ltv(value: Decimal | None) -> str:
        return numbers.percent(value) if value is not None else tr("endless")

    return [
        Column(tr("Loan"), lambda one: one.loan.loan.name),
        Column(tr("Platform"), lambda one: one.loan.platform_name),
        Column(
            tr("Window"),
            lambda one: (
                tr("{time} (yours)").format(time=reserve_text.hours(one.hours))
                if one.assumed
                else reserve_text.hours(one.hours)
            ),
            lambda one: one.hours,
            figures=True,
        ),
        Column(tr("LTV after the fall"), lambda one: ltv(one.before), figures=True),
        Column(tr("Call at"), lambda one: numbers.percent(one.level.ltv), lambda one: one.level.ltv, figures=True),
        Column(tr("Needs"), lambda one: numbers.money(one.need, currency()), lambda one: one.need, figures=True),
        Column(
            tr("Lacks"),
            lambda one: numbers.money(one.lacking, currency()) if one.lacking else tr("nothing"),
            lambda one: one.lacking,
            figures=True,
            token=lambda one: "liquidation" if one.lacking else "safe",
        ),
        Column(
            tr("LTV with the plan"),
            lambda one: ltv(one.after),
            figures=True,
            token=lambda one: "liquidation" if one.lacking else "text",
        ),
        Column(
            tr("Sold at once from"),
            lambda one: numbers.percent(one.sudden) if one.sudden is not None else numbers.NONE,
            lambda one: one.sudden if one.sudden is not None else Decimal(-9),
            figures=True,
            tip=lambda _: tr("A fall so deep in one go reaches liquidation before anything can arrive."),
        ),
    ]


def others(currency: Currency) -> list[Column[HoldingView]]:
    """Return the columns of holdings that are not set aside."""
    return [
        Column(tr("Asset"), lambda view: view.holding.asset),
        Column(
            tr("Amount"),
            lambda view: numbers.amount(view.holding.amount),
            lambda view: view.holding.amount,
            figures=True,
        ),
        Column(tr("Value"), lambda view: numbers.money(view.value, currency()), lambda v: v.value or 0, figures=True),
        Column(tr("Platform"), lambda view: view.platform_name),
        Column(tr("Note"), lambda view: view.holding.note),
    ]
