"""Columns of the Stress test page: scenarios beside today, loans in one scenario, odds, sizes."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.ladder import Depth, LevelKind
from desktop_app.engine.odds import Chance
from desktop_app.engine.odds_inputs import Fit, OddsFound, Size
from desktop_app.engine.snapshot import LoanView
from desktop_app.engine.stress import LoanOutcome, Stressed
from desktop_app.ui import numbers, scenario_text, text
from desktop_app.ui.charts.futures import ByDay, Fan
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.widgets.basics import state_icon
from desktop_app.ui.widgets.loan_card import TOKENS

Currency = Callable[[], str]


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A scenario in the table: its name, what it does, and what today is."""

    name: str
    found: Stressed
    today: Stressed

    @property
    def change(self) -> Decimal:
        """How much net worth differs from today's."""
        return self.found.net - self.today.net


def scenarios(currency: Currency) -> list[Column[ScenarioRow]]:
    """Return the columns of the scenarios."""

    def money(title: str, value: Callable[[ScenarioRow], Decimal], token: str = "") -> Column[ScenarioRow]:
        return Column(
            title,
            lambda row: numbers.money(value(row), currency()) if value(row) else numbers.NONE,
            value,
            figures=True,
            token=(lambda row: token if value(row) else "muted") if token else None,
        )

    return [
        Column(tr("Scenario"), lambda row: row.name, lambda row: row.name),
        Column(
            tr("Loans"),
            lambda row: _loans(row)[0],
            lambda row: (row.found.sales, row.found.calls),
            token=lambda row: _loans(row)[1],
            icon=lambda row: state_icon(_loans(row)[1]),
        ),
        Column(
            tr("Net worth"),
            lambda row: numbers.money(row.found.net, currency()),
            lambda row: row.found.net,
            figures=True,
        ),
        Column(
            tr("Against today"),
            lambda row: _change(row, currency()),
            lambda row: row.change,
            figures=True,
            token=lambda row: "text" if row.found is row.today else "muted",
        ),
        money(tr("Cures need"), lambda row: row.found.need),
        money(tr("Reserve used"), lambda row: row.found.used),
        money(tr("Short by"), lambda row: row.found.short, "liquidation"),
        Column(
            tr("Reserve left"),
            lambda row: numbers.money(row.found.left, currency()),
            lambda row: row.found.left,
            figures=True,
        ),
        money(tr("Sold"), lambda row: row.found.sold, "liquidation"),
        money(tr("Hedges bring"), lambda row: row.found.hedges),
        money(tr("Stuck"), lambda row: row.found.stuck, "call"),
    ]


def _loans(row: ScenarioRow) -> tuple[str, str]:
    return scenario_text.outcome_words(row.found.calls, row.found.sales)


def _change(row: ScenarioRow, currency: str) -> str:
    if row.found is row.today:
        return numbers.NONE
    plus = "+" if row.change > 0 else ""
    return f"{plus}{numbers.money(row.change, currency)}"


def loans(currency: Currency) -> list[Column[LoanOutcome]]:
    """Return the columns of the loans in one scenario."""

    def money(title: str, value: Callable[[LoanOutcome], Decimal], token: str = "") -> Column[LoanOutcome]:
        return Column(
            title,
            lambda row: numbers.money(value(row), currency()) if value(row) else numbers.NONE,
            value,
            figures=True,
            token=(lambda row: token if value(row) else "muted") if token else None,
        )

    return [
        Column(tr("Loan"), lambda row: row.view.loan.name),
        Column(
            tr("Comes to"),
            lambda row: text.depth(row.depth),
            lambda row: list(Depth).index(row.depth),
            token=lambda row: TOKENS[row.depth],
            icon=lambda row: state_icon(TOKENS[row.depth]),
        ),
        Column(tr("LTV today"), lambda row: _now(row.view), lambda row: _now_key(row.view), figures=True),
        Column(
            tr("At worst"), lambda row: text.ltv(row.worst, bare=row.worst is None), lambda row: row.worst or 99,
            figures=True,
        ),
        Column(tr("After"), _after, lambda row: row.ltv or Decimal(0), figures=True),
        money(tr("Cure needs"), lambda row: row.need),
        money(tr("Reserve repays"), lambda row: row.paid),
        money(tr("Sold"), lambda row: row.sold, "liquidation"),
        money(tr("Lost in sales"), lambda row: row.lost, "liquidation"),
        money(tr("Collateral left"), lambda row: row.collateral),
        money(tr("Debt left"), lambda row: row.debt),
        Column(tr("Levels reached"), scenario_text.reached),
    ]  # fmt: skip


def _now(view: LoanView) -> str:
    value = view.valuation
    return text.ltv(value.ltv, bare=value.bare) if value is not None else numbers.NONE


def _now_key(view: LoanView) -> Decimal:
    return (view.valuation.ltv if view.valuation is not None else None) or Decimal(0)


def _after(row: LoanOutcome) -> str:
    if row.ltv is not None:
        return numbers.percent(row.ltv)
    return tr("nothing pledged")


@dataclass(frozen=True, slots=True)
class OddsRow:
    """Odds of one loan, or of any (`view` None): call, liquidation, and liquidation with the reserve."""

    name: str
    view: LoanView | None
    call: Chance
    sale: Chance
    helped: Chance | None
    size: Size | None


def odds_rows(found: OddsFound) -> list[OddsRow]:
    """Return any loan first, then each."""
    helped = found.with_reserve
    rows = [
        OddsRow(
            tr("Any loan"),
            None,
            found.alone.any_loan[0],
            found.alone.any_loan[1],
            helped.any_loan[1] if helped else None,
            None,
        )
    ]
    for number, view in enumerate(found.loans):
        rows.append(
            OddsRow(
                view.loan.name,
                view,
                found.alone.loans[0][number],
                found.alone.loans[1][number],
                helped.loans[1][number] if helped else None,
                found.sizes[number],
            )
        )
    return rows


def half_time(value: Chance) -> str:
    """Return by which day half of the futures that reach a level have reached it."""
    if not value.probability:
        return numbers.NONE
    day = next(n for n, share in enumerate(value.by_day, 1) if share >= value.probability / 2)
    return tr("day {number}").format(number=day)


def odds() -> list[Column[OddsRow]]:
    """Return the columns of the odds."""

    def part(title: str, value: Callable[[OddsRow], Chance | None]) -> Column[OddsRow]:
        def key(row: OddsRow) -> float:
            found = value(row)
            return found.probability if found is not None else -1.0

        return Column(title, lambda row: scenario_text.chance(value(row)), key, figures=True)

    return [
        Column(tr("Loan"), lambda row: row.name, lambda row: row.name),
        part(tr("Margin call"), lambda row: row.call),
        part(tr("Liquidation"), lambda row: row.sale),
        part(tr("Liquidation, reserve used"), lambda row: row.helped),
        Column(tr("Half of the calls by"), lambda row: half_time(row.call), lambda row: row.call.by_day, figures=True),
    ]


def sizes(currency: Currency) -> list[Column[OddsRow]]:
    """Return the columns of what keeps the odds of a loan under what was asked."""
    call: Callable[[OddsRow], Fit | None] = lambda row: row.size.call if row.size else None  # noqa: E731
    sale: Callable[[OddsRow], Fit | None] = lambda row: row.size.liquidation if row.size else None  # noqa: E731
    return [
        Column(tr("Loan"), lambda row: row.name),
        Column(tr("Debt now"), lambda row: numbers.money(_debt(row), currency()), _debt, figures=True),
        _largest(tr("Debt at most, margin call"), call, currency),
        _extra(tr("or collateral more"), call, currency),
        _largest(tr("Debt at most, liquidation"), sale, currency),
        _extra(tr("or collateral more"), sale, currency),
    ]


def _debt(row: OddsRow) -> Decimal:
    value = row.view.valuation if row.view is not None else None
    return value.debt_value if value is not None else Decimal(0)


def _largest(title: str, fit: Callable[[OddsRow], Fit | None], currency: Currency) -> Column[OddsRow]:
    def words(row: OddsRow) -> str:
        found = fit(row)
        if found is None:
            return tr("no such level")
        return f"{numbers.money(found.debt, currency())} ({numbers.percent(found.change, 0, signed=True)})"

    def change(row: OddsRow) -> Decimal:
        found = fit(row)
        return found.change if found is not None else Decimal(99)

    return Column(title, words, change, figures=True, token=lambda row: "call" if change(row) < 0 else "text")


def _extra(title: str, fit: Callable[[OddsRow], Fit | None], currency: Currency) -> Column[OddsRow]:
    def extra(row: OddsRow) -> Decimal:
        found = fit(row)
        return found.extra if found is not None else Decimal(0)

    return Column(
        title, lambda row: numbers.money(extra(row), currency()) if extra(row) else numbers.NONE, extra, figures=True
    )


def by_day(row: OddsRow) -> ByDay:
    """Return the curves of a row's levels by day."""
    curves = [(tr("margin call"), "call", row.call.by_day), (tr("liquidation"), "liquidation", row.sale.by_day)]
    if row.helped is not None:
        curves.append((tr("liquidation, reserve used"), "safe", row.helped.by_day))
    return ByDay(tuple(curves))


def fan(found: OddsFound, view: LoanView) -> Fan | None:
    """Return the fan of a loan with its levels; None where its LTV was not counted by day."""
    days = found.fans.get(view.loan.id)
    if days is None:
        return None
    levels = view.valuation.ladder.levels if view.valuation is not None else ()
    tokens = {LevelKind.MARGIN_CALL: "call", LevelKind.LIQUIDATION: "liquidation"}
    shown = [(text.level(one.kind), float(one.ltv), tokens[one.kind]) for one in levels if one.kind in tokens]
    return Fan(days, tuple(shown))
