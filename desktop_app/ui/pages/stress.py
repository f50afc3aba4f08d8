"""Stress test: what common falls, and falls that happened, would do to the loans of today."""

from dataclasses import dataclass

from desktop_app.domain.risk.scenario import Outcome
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.overview import outcome_words
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.session import Session


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    source: str
    outcome: Outcome


class StressPage(ListingPage):
    """A table of falls with what each does."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Stress test"),
            tr("Every coin falls together; stablecoins and cash stand still."),
            (
                tr("Nothing to test yet"),
                tr("Once a loan is entered and priced, its levels are tested against falls."),
                [(tr("Add a loan"), navigator.add_loan)],
            ),
        )
        self._covers = self.add_figure(tr("Reserve covers a fall of"))
        self._first = self.add_figure(tr("First margin call at"))
        self._debt = self.add_figure(tr("Debt"))
        self._leverage = self.add_figure(tr("Leverage in all"))
        self._show = self.add_table(tr("Falls"), self._columns(), lambda row: row.name)

    def _columns(self) -> list[Column[_Row]]:
        def currency() -> str:
            return self.session.snapshot.currency if self.session.snapshot else "USD"

        return [
            Column(tr("Scenario"), lambda row: row.name, lambda row: row.outcome.fall),
            Column(tr("Fall"), lambda row: numbers.percent(-row.outcome.fall), lambda r: r.outcome.fall, figures=True),
            Column(
                tr("Loans"),
                lambda row: outcome_words(row.outcome.calls, row.outcome.liquidations)[0],
                lambda row: (row.outcome.liquidations, row.outcome.calls),
                token=lambda row: outcome_words(row.outcome.calls, row.outcome.liquidations)[1],
            ),
            Column(
                tr("Cures need"),
                lambda row: numbers.money(row.outcome.need, currency()),
                lambda r: r.outcome.need,
                figures=True,
            ),
            Column(
                tr("Reserve left"),
                lambda row: numbers.money(row.outcome.left, currency()),
                lambda row: row.outcome.left,
                figures=True,
                token=lambda row: "liquidation" if row.outcome.left < 0 else "text",
            ),
            Column(tr("Source"), lambda row: row.source),
        ]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        if not self.show_content(snapshot, empty=not snapshot.open_loans):
            return
        covers = snapshot.totals.coverage
        self._covers.show_value(
            numbers.percent(-covers) if covers is not None else numbers.NONE,
            tr("{money} set aside").format(money=numbers.money(snapshot.totals.reserve, snapshot.currency)),
        )
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
        rows = [
            _Row(tr("Everything {fall}").format(fall=numbers.percent(-one.fall, 0)), "", one) for one in snapshot.falls
        ]
        rows += [_Row(tr("{day} again").format(day=one.id), one.source, one.outcome) for one in snapshot.historic]
        self._show(rows)
