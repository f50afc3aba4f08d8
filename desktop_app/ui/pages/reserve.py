"""Reserve: what is set aside for cures, and how far it reaches."""

from desktop_app.engine.snapshot import HoldingView, Snapshot
from desktop_app.ui import numbers
from desktop_app.ui.dialogs.holding import HoldingDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button


class ReservePage(ListingPage):
    """Holdings, those of the reserve first."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Reserve"),
            tr("What is set aside for top-ups and repayments, and the fall of the market that it can cure."),
            (
                tr("No reserve yet"),
                tr("Enter what you could use in a fall: stablecoins, coins in a wallet, savings."),
                [(tr("Add a holding"), self._add), (tr("Import a file"), navigator.import_file)],
            ),
        )
        self.buttons.addWidget(button(tr("Add a holding"), self._add))
        self._covers = self.add_figure(tr("Covers a fall of"))
        self._value = self.add_figure(tr("Set aside"))
        self._other = self.add_figure(tr("Other holdings"))
        self._show = self.add_table(tr("Holdings"), self._columns(), lambda view: view.holding.id, self._edit)

    def _columns(self) -> list[Column[HoldingView]]:
        def currency() -> str:
            return self.session.snapshot.currency if self.session.snapshot else "USD"

        return [
            Column(tr("Asset"), lambda view: view.holding.asset),
            Column(
                tr("Amount"),
                lambda view: numbers.amount(view.holding.amount),
                lambda v: v.holding.amount,
                figures=True,
            ),
            Column(
                tr("Value"), lambda view: numbers.money(view.value, currency()), lambda v: v.value or 0, figures=True
            ),
            Column(tr("Platform"), lambda view: view.platform_name),
            Column(
                tr("Use"),
                lambda view: tr("reserve") if view.holding.reserve else tr("holding"),
                token=lambda view: "safe" if view.holding.reserve else "muted",
            ),
            Column(
                tr("Arrives within"),
                lambda view: tr("{hours} h").format(hours=numbers.amount(view.holding.reach_hours, 1)),
                lambda view: view.holding.reach_hours,
                figures=True,
            ),
            Column(tr("Note"), lambda view: view.holding.note),
        ]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        if not self.show_content(snapshot, empty=not snapshot.holdings):
            return
        totals, currency = snapshot.totals, snapshot.currency
        covers = numbers.percent(-totals.coverage) if totals.coverage is not None else numbers.NONE
        self._covers.show_value(covers, tr("a common fall, every loan kept under its margin call"))
        count = sum(view.holding.reserve for view in snapshot.holdings)
        self._value.show_value(numbers.money(totals.reserve, currency), tr("%n item(s)", "", count))
        rest = [view.value for view in snapshot.holdings if not view.holding.reserve and view.value is not None]
        self._other.show_value(
            numbers.money(sum(rest, start=totals.reserve * 0), currency), tr("%n item(s)", "", len(rest))
        )
        self._show(sorted(snapshot.holdings, key=lambda view: (not view.holding.reserve, view.holding.asset)))

    def _add(self) -> None:
        HoldingDialog.ask(self.session, None, self)

    def _edit(self, view: HoldingView) -> None:
        HoldingDialog.ask(self.session, view.holding, self)
