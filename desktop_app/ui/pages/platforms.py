"""Platforms: how much lies with whom, what is known of them, and what freezes if one fails."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.platforms import Platform
from desktop_app.engine import commands, platform_commands
from desktop_app.engine.counterparties import Basis, PlatformView, Spread, platform_views, spreads
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, text
from desktop_app.ui.dialogs.platform import PlatformDialog
from desktop_app.ui.dialogs.rule import RuleDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import platform_columns
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.pages.platform_columns import Looked
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.concentration import ConcentrationTab
from desktop_app.ui.widgets.contagion import ContagionTab
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.share_bar import ShareBar
from desktop_app.ui.widgets.table import Act

_SOON_DAYS = 14


class PlatformsPage(ListingPage):
    """Figures over tabs: exposure, concentration, what if one fails, reviews, rules of lenders."""

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
        self._working = False
        self._largest = self.add_figure(tr("Largest platform share"))
        self._index = self.add_figure(tr("Concentration"))
        self._claim = self.add_figure(tr("Net claim"))
        self._hidden = self.add_figure(tr("Hidden leverage"))
        self._due = self.add_figure(tr("Reviews due"))
        self._bar = ShareBar()
        self.column.addWidget(self._bar)
        self._bar_words = label("", "small", wrap=True)
        self.column.addWidget(self._bar_words)
        self._tabs()

    def _tabs(self) -> None:
        self.exposure: Listing[PlatformView] = Listing(
            tr("Exposure"),
            platform_columns.exposures(self._currency),
            lambda view: view.platform.id,
            tr("A platform appears here with the first loan or holding on it."),
            lambda view: PlatformDialog.ask(self.session, view.platform, self),
            key="platforms-exposure",
            acts=(
                Act(tr("Change…"), lambda view: self._edit(view.platform)),
                Act(tr("Checked today, no change"), lambda view: self._checked(view.platform), many=True),
            ),
        )
        self.concentration = ConcentrationTab(self._keep_setting)
        self.contagion = ContagionTab(self.session, self.navigator.tell)
        self.due: Listing[Platform] = Listing(
            tr("Reviews to come"),
            platform_columns.due(lambda: self.session.now().date()),
            lambda platform: platform.id,
            tr("No platform yet."),
            lambda platform: PlatformDialog.ask(self.session, platform, self),
            key="platforms-due",
            acts=(
                Act(tr("Change…"), self._edit),
                Act(tr("Checked today, no change"), self._checked, many=True),
            ),
        )
        self.looked: Listing[Looked] = Listing(
            tr("What was found"),
            platform_columns.looked(self._name),
            lambda one: f"{one.review.id} {one.change.fact if one.change else ''}",
            tr("No review yet: what changes in a platform's facts is kept here with its old and new value."),
            key="platforms-looked",
        )
        self.rules: Listing[Preset] = Listing(
            tr("Rules of lenders"),
            platform_columns.rules(self.session),
            lambda preset: preset.id,
            "",
            lambda preset: RuleDialog.ask(self.session, preset, self),
            key="platforms-rules",
            acts=(Act(tr("Open"), lambda preset: RuleDialog.ask(self.session, preset, self)),),
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of Platforms"))
        for words, part in (
            (tr("Exposure"), _stacked(self._buttons(self.exposure, _platform_of), self.exposure)),
            (tr("Concentration"), self.concentration),
            (tr("If one fails"), self.contagion),
            (tr("Reviews"), _stacked(self._buttons(self.due, _itself), self.due, self.looked)),
            (tr("Rules of lenders"), _stacked(None, self.rules)),
        ):
            self.tabs.addTab(part, words)
        self.column.addWidget(self.tabs, 1)

    def _buttons(self, listing: Listing[PlatformView] | Listing[Platform], of: Callable[..., Platform]) -> QHBoxLayout:
        """Return the buttons over a listing of platforms; `of` tells the platform of a row."""

        def act(do: Callable[[Platform], None]) -> None:
            chosen = listing.current()
            if chosen is None:
                self.navigator.tell(tr("Choose a platform in the table first."))
            else:
                do(of(chosen))

        row = QHBoxLayout()
        row.setSpacing(8)
        for words, do in ((tr("Change…"), self._edit), (tr("Checked today, no change"), self._checked)):
            row.addWidget(button(words, partial(act, do)))
        row.addStretch(1)
        return row

    def _edit(self, platform: Platform) -> None:
        PlatformDialog.ask(self.session, platform, self)

    def _checked(self, platform: Platform) -> None:
        def told(kept: Platform) -> None:
            words = tr("{name} was looked at today; the next review is on {day}.")
            self.navigator.tell(words.format(name=kept.name, day=kept.facts.review))

        known = platform.id
        self.session.do(lambda monitor, now: platform_commands.reviewed(monitor, known, now), told)

    def _currency(self) -> str:
        return self.session.snapshot.currency if self.session.snapshot else "USD"

    def _name(self, known: str) -> str:
        return self.session.snapshot.platform_name(known) if self.session.snapshot else known

    def _keep_setting(self, name: str, value: object) -> None:
        self.session.do(lambda monitor, now: commands.change_setting(monitor, name, value))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.show_content(snapshot, empty=False)
        self.rules.show_rows(snapshot.presets)
        self.due.show_rows(
            sorted(snapshot.platforms, key=lambda p: (p.facts.review is None, str(p.facts.review), p.name))
        )
        self.looked.show_rows(
            [Looked(review, change) for review in snapshot.reviews for change in review.changes or (None,)]
        )
        self._show_due(snapshot)
        self.contagion.show_snapshot(snapshot)
        self._ask(snapshot)

    def _ask(self, snapshot: Snapshot) -> None:
        """Have shares and concentration worked out; one question at a time, the next Snapshot asks again."""
        if self._working:
            return
        self._working = True

        def done(found: tuple[list[PlatformView], list[Spread]]) -> None:
            self._working = False
            self._show(*found, snapshot)

        def failed(error: BaseException) -> None:
            self._working = False
            self.session.failed.emit(self.session.tell_failure(error))

        self.session.work(lambda: (platform_views(snapshot), spreads(snapshot)), done, failed)

    def _show(self, views: list[PlatformView], found: list[Spread], snapshot: Snapshot) -> None:
        self.exposure.show_rows(views)
        self.concentration.show_spreads(found, snapshot.settings)
        held = [view for view in views if view.exposure.assets]
        self._bar.setVisible(bool(held))
        words = [f"{view.platform.name} {numbers.percent(view.exposure.share, 0)}" for view in held]
        parts = zip(words, (float(view.exposure.share) for view in held), strict=True)
        self._bar.show_shares(tuple(parts))
        self._bar_words.setText(" · ".join(words))
        if not held:
            for card in (self._largest, self._index, self._claim, self._hidden):
                card.show_value(numbers.NONE, tr("no platform yet"))
            return
        self._show_figures(held, found, snapshot)

    def _show_figures(self, held: list[PlatformView], found: list[Spread], snapshot: Snapshot) -> None:
        largest = held[0]
        words = tr("{platform} · your limit is {limit}").format(
            platform=largest.platform.name, limit=numbers.percent(largest.limit, 0)
        )
        self._largest.show_value(numbers.percent(largest.exposure.share, 0), words, "call" if largest.over else "text")
        for one in found:
            if one.basis is Basis.PLATFORM:
                limit = snapshot.settings.hhi_limit
                told = tr("Herfindahl index; your limit is {limit}").format(limit=numbers.percent(limit, 0))
                token = "call" if one.found.hhi > limit else "text"
                self._index.show_value(numbers.percent(one.found.hhi), told, token)
        net = snapshot.totals.net
        self._claim.show_value(numbers.money(net, snapshot.currency), tr("assets less debt on all platforms"))
        chains = [view for view in held if view.chain is not None]
        deepest = max(chains, key=lambda view: view.chain.leverage if view.chain else 0, default=None)
        if deepest is None or deepest.chain is None:
            self._hidden.show_value(numbers.NONE, tr("no re-pledging is entered"))
        else:
            claims = numbers.money(deepest.chain.claims, snapshot.currency)
            told = tr("{platform}: {money} of claims on your collateral there")
            self._hidden.show_value(
                text.times(deepest.chain.leverage), told.format(platform=deepest.platform.name, money=claims), "watch"
            )

    def _show_due(self, snapshot: Snapshot) -> None:
        today = snapshot.at.date()
        waiting = [one for one in snapshot.platforms if one.facts.review is not None]
        soon = [one for one in waiting if one.facts.review and (one.facts.review - today).days <= _SOON_DAYS]
        nearest = min(waiting, key=lambda one: str(one.facts.review), default=None)
        words = (
            tr("next: {platform} on {day}").format(platform=nearest.name, day=nearest.facts.review)
            if nearest is not None
            else tr("no day set")
        )
        self._due.show_value(str(len(soon)), words, "watch" if soon else "text")


def _platform_of(view: PlatformView) -> Platform:
    return view.platform


def _itself(platform: Platform) -> Platform:
    return platform


def _stacked(buttons: QHBoxLayout | None, *listings: QWidget) -> QWidget:
    """Return listings one under the other, under a row of buttons."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    if buttons is not None:
        column.addLayout(buttons)
    for listing in listings:
        column.addWidget(listing, 1)
    return page
