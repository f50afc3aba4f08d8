"""Platforms: how much lies with whom, against the owner's limit."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.portfolio import local_day
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import earn_text, numbers
from desktop_app.ui.dialogs.rule import RuleDialog
from desktop_app.ui.i18n import language, tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card
from desktop_app.ui.widgets.share_bar import ShareBar


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    assets: Decimal
    debt: Decimal
    share: Decimal
    limit: Decimal
    loans: int


class PlatformsPage(ListingPage):
    """Exposure by platform."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Platforms"),
            tr("Pledged collateral counts in full with the platform that holds it: that is what its failure freezes."),
            (
                tr("No platform yet"),
                tr("A platform appears here with the first loan or holding on it."),
                [(tr("Add a loan"), navigator.add_loan)],
            ),
        )
        self._largest = self.add_figure(tr("Largest platform share"))
        self._count = self.add_figure(tr("Platforms"))
        self._claim = self.add_figure(tr("Net claim"))
        card = Card(tr("Where it is held"))
        self._bar = ShareBar()
        card.body.addWidget(self._bar)
        self.column.addWidget(card)
        self._show = self.add_table(tr("Exposure"), self._columns(), lambda row: row.name)
        self._show_rules = self.add_table(
            tr("Rules of lenders"), self._rule_columns(), lambda preset: preset.id, self._edit_rule, stretch=2
        )

    def _columns(self) -> list[Column[_Row]]:
        def currency() -> str:
            return self.session.snapshot.currency if self.session.snapshot else "USD"

        return [
            Column(tr("Platform"), lambda row: row.name),
            Column(
                tr("Assets there"),
                lambda row: numbers.money(row.assets, currency()),
                lambda r: r.assets,
                figures=True,
            ),
            Column(tr("Owed to it"), lambda row: numbers.money(row.debt, currency()), lambda r: r.debt, figures=True),
            Column(
                tr("Net claim"),
                lambda row: numbers.money(row.assets - row.debt, currency()),
                lambda row: row.assets - row.debt,
                figures=True,
            ),
            Column(
                tr("Share"),
                lambda row: numbers.percent(row.share),
                lambda row: row.share,
                figures=True,
                token=lambda row: "call" if row.share > row.limit else "text",
            ),
            Column(tr("Your limit"), lambda row: numbers.percent(row.limit, 0), lambda row: row.limit, figures=True),
            Column(tr("Loans"), lambda row: str(row.loans), lambda row: row.loans, figures=True),
            Column("", lambda row: tr("over your limit") if row.share > row.limit else "", token=lambda row: "call"),
        ]

    def _rule_columns(self) -> list[Column[Preset]]:
        def terms(preset: Preset) -> Terms:
            return preset.rule_at(local_day(self.session.now(), "UTC")).terms

        def levels(preset: Preset) -> str:
            return " / ".join(numbers.plain(level.ltv * 100, 1) for level in terms(preset).ladder.levels)

        return [
            Column(tr("Lender"), lambda preset: preset.name_in(language())),
            Column(tr("Levels, %"), levels),
            Column(tr("Interest"), lambda preset: earn_text.convention(terms(preset).interest)),
            Column(tr("As of"), lambda preset: terms(preset).as_of),
            Column(
                tr("Checked"),
                lambda preset: tr("yes") if terms(preset).verified else tr("unverified"),
                token=lambda preset: "safe" if terms(preset).verified else "watch",
            ),
            Column(tr("Source"), lambda preset: terms(preset).source),
        ]

    def _edit_rule(self, preset: Preset) -> None:
        RuleDialog.ask(self.session, preset, self)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.show_content(snapshot, empty=False)
        self._show_rules(snapshot.presets)
        if not snapshot.shares:
            self._show([])
            for card in (self._largest, self._count, self._claim):
                card.show_value(numbers.NONE, tr("no platform yet"))
            return
        limits = {platform.id: platform.share_limit for platform in snapshot.platforms}
        rows = [
            _Row(
                snapshot.platform_name(share.platform),
                share.assets,
                share.debt,
                share.share,
                limits.get(share.platform) or snapshot.settings.share_limit,
                sum(view.loan.platform == share.platform for view in snapshot.open_loans),
            )
            for share in snapshot.shares
        ]
        largest = rows[0]
        self._largest.show_value(
            numbers.percent(largest.share, 0),
            tr("{platform} · your limit is {limit}").format(
                platform=largest.name, limit=numbers.percent(largest.limit, 0)
            ),
            "call" if largest.share > largest.limit else "text",
        )
        over = sum(row.share > row.limit for row in rows)
        self._count.show_value(str(len(rows)), tr("%n over your limit", "", over))
        net = sum((row.assets - row.debt for row in rows), Decimal(0))
        self._claim.show_value(numbers.money(net, snapshot.currency), tr("assets less debt on all platforms"))
        self._bar.show_shares(tuple((f"{row.name} {numbers.percent(row.share, 0)}", float(row.share)) for row in rows))
        self._show(rows)
