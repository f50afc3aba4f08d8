"""The columns of the Platforms page: exposure, concentration, failures, dependencies, reviews, lenders' rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain.counterparty import Change, Review
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform
from desktop_app.domain.portfolio import local_day
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.engine.counterparties import Basis, Hit, PlatformView
from desktop_app.ui import earn_text, numbers, platform_text
from desktop_app.ui.i18n import language, tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import state_icon

Currency = Callable[[], str]


def exposures(currency: Currency) -> list[Column[PlatformView]]:
    """Return the columns of what lies with whom, and what is known of them."""

    def share(view: PlatformView) -> str:
        words = f"{numbers.percent(view.exposure.share)} / {numbers.percent(view.limit, 0)}"
        return tr("{share}, over").format(share=words) if view.over else words

    return [
        Column(tr("Platform"), lambda v: v.platform.name),
        Column(
            tr("Assets there"),
            lambda v: numbers.money(v.exposure.assets, currency()),
            lambda v: v.exposure.assets,
            figures=True,
        ),
        Column(
            tr("Owed to it"),
            lambda v: numbers.money(v.exposure.debt, currency()),
            lambda v: v.exposure.debt,
            figures=True,
        ),
        Column(tr("Net claim"), lambda v: numbers.money(v.net, currency()), lambda v: v.net, figures=True),
        Column(
            tr("Share / limit"),
            share,
            lambda v: v.exposure.share,
            figures=True,
            token=lambda v: "call" if v.over else "text",
        ),
        Column(
            tr("Of net worth"),
            lambda v: numbers.percent(v.of_net),
            lambda v: v.of_net if v.of_net is not None else Decimal(0),
            figures=True,
        ),
        *_known(),
    ]


def _known() -> list[Column[PlatformView]]:
    """Return the columns of what is known of a platform."""
    return [
        Column(
            tr("Re-pledges"),
            lambda v: platform_text.repledge(v.platform.facts.repledge),
            token=lambda v: platform_text.repledge_token(v.platform.facts.repledge),
        ),
        Column(
            tr("Hidden leverage"),
            platform_text.chain_words,
            lambda v: v.chain.leverage if v.chain else Decimal(0),
            figures=True,
            tip=lambda _: tr("Claims on your collateral there for each unit of it, along the chain of re-pledges."),
        ),
        Column(tr("Proof of reserves"), lambda v: _day(v.platform.facts.proof_of_reserves)),
        Column(tr("Region"), lambda v: v.platform.facts.region or numbers.NONE),
        Column(tr("Insurance"), lambda v: v.platform.facts.insurance or numbers.NONE),
        Column(tr("Audits"), lambda v: v.platform.facts.audits or numbers.NONE),
        Column(tr("Terms"), lambda v: v.platform.facts.terms or numbers.NONE),
        Column(tr("Source"), lambda v: v.platform.facts.source or numbers.NONE),
    ]


def _day(day: date | None) -> str:
    return numbers.NONE if day is None else day.isoformat()


@dataclass(frozen=True, slots=True)
class Part:
    """One place's share of everything by one basis; `limit` is the person's for the largest."""

    basis: Basis
    name: str
    share: Decimal
    limit: Decimal


def parts() -> list[Column[Part]]:
    """Return the columns of shares."""
    return [
        Column(tr("Basis"), lambda one: platform_text.basis(one.basis)),
        Column(tr("Name"), lambda one: platform_text.place(one.name)),
        Column(
            tr("Share"),
            lambda one: numbers.percent(one.share),
            lambda one: one.share,
            figures=True,
            token=lambda one: "call" if one.share > one.limit else "text",
        ),
        Column(tr("Your limit"), lambda one: numbers.percent(one.limit, 0), lambda one: one.limit, figures=True),
        Column(
            "",
            lambda one: tr("over your limit") if one.share > one.limit else "",
            token=lambda one: "call",
        ),
    ]


def hits(currency: Currency) -> list[Column[Hit]]:
    """Return the columns of what a failure does."""

    def money(value: Decimal) -> str:
        return numbers.money(value, currency()) if value else numbers.NONE

    return [
        Column(
            tr("Platform"),
            lambda h: h.platform.name,
            icon=lambda h: state_icon(platform_text.state_token(h.state)),
        ),
        Column(
            tr("What happens"),
            platform_text.hit_words,
            token=lambda h: platform_text.state_token(h.state),
        ),
        Column(tr("Lost"), lambda h: money(h.damage.lost), lambda h: h.damage.lost, figures=True),
        Column(tr("Frozen"), lambda h: money(h.damage.stuck), lambda h: h.damage.stuck, figures=True),
        Column(tr("Still owed"), lambda h: money(h.damage.owed), lambda h: h.damage.owed, figures=True),
        Column(tr("Called"), lambda h: ", ".join(h.called) or numbers.NONE),
    ]


def dependencies(name_of: Callable[[str], str]) -> list[Column[Dependency]]:
    """Return the columns of who depends on whom."""
    return [
        Column(tr("Platform"), lambda d: name_of(d.platform)),
        Column(tr("Depends on"), lambda d: name_of(d.on)),
        Column(tr("With"), lambda d: numbers.percent(d.share), lambda d: d.share, figures=True),
        Column(tr("Source"), lambda d: d.source),
    ]


def due(today: Callable[[], date]) -> list[Column[Platform]]:
    """Return the columns of which platform is to be looked at when."""

    def left(platform: Platform) -> int:
        return (platform.facts.review - today()).days if platform.facts.review is not None else 99999

    def told(platform: Platform) -> str:
        if platform.facts.review is None:
            return tr("no day set")
        return tr("in %n day(s)", "", left(platform)) if left(platform) >= 0 else tr("overdue")

    return [
        Column(tr("Platform"), lambda p: p.name),
        Column(tr("Next review"), lambda p: _day(p.facts.review)),
        Column(tr("Due"), told, left, token=lambda p: "watch" if left(p) <= 14 else "text"),
        Column(tr("Last looked at"), lambda p: _day(p.facts.as_of)),
        Column(tr("Source"), lambda p: p.facts.source),
    ]


@dataclass(frozen=True, slots=True)
class Looked:
    """One line of the history of reviews: a change of it, or that nothing changed."""

    review: Review
    change: Change | None


def looked(name_of: Callable[[str], str]) -> list[Column[Looked]]:
    """Return the columns of past reviews, with old and new values."""

    def value(one: Looked, side: str) -> str:
        return platform_text.fact_value(one.change.fact, getattr(one.change, side)) if one.change else ""

    return [
        Column(tr("Day"), lambda one: one.review.day.isoformat()),
        Column(tr("Platform"), lambda one: name_of(one.review.platform)),
        Column(
            tr("What"), lambda one: platform_text.fact(one.change.fact) if one.change else tr("looked at, no change")
        ),
        Column(tr("Before"), lambda one: value(one, "before"), token=lambda _: "muted"),
        Column(tr("After"), lambda one: value(one, "after")),
        Column(tr("Source"), lambda one: one.review.source),
    ]


def rules(session: Session) -> list[Column[Preset]]:
    """Return the columns of lenders' rules."""

    def terms(preset: Preset) -> Terms:
        return preset.rule_at(local_day(session.now(), "UTC")).terms

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
