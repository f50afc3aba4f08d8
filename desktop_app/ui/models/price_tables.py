"""The tables of the Prices page: columns for assets, words of sources, quarantine, rates, series, sources."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.prices.book import Price
from desktop_app.domain.prices.nft import NftView
from desktop_app.domain.prices.quote import Quote, SourceWord
from desktop_app.domain.prices.rate import RateKind, RatePoint
from desktop_app.engine.price_history import KeptSeries
from desktop_app.engine.snapshot import FeedHealth, Snapshot
from desktop_app.engine.sources import SourceInfo, known_sources
from desktop_app.ui import numbers, price_words, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.widgets.basics import state_icon

Now = Callable[[], datetime]
Latest = Callable[[], Snapshot | None]


def _currency(latest: Latest) -> str:
    snapshot = latest()
    return snapshot.currency if snapshot else "USD"


def asset_columns(latest: Latest, now: Now, changes: Mapping[str, Decimal]) -> list[Column[Price]]:
    """Return the columns of assets with their price, state and foundation; `changes` are those of a day."""
    return [
        Column(tr("Asset"), lambda price: price.asset),
        Column(
            tr("Price"),
            lambda price: numbers.price(price.value, _currency(latest)),
            lambda price: price.value or 0,
            figures=True,
        ),
        Column(
            tr("State"),
            lambda price: text.price_state(price.state),
            token=lambda price: price_words.STATE_TOKENS[price.state],
            icon=lambda price: state_icon(price_words.STATE_TOKENS[price.state]),
        ),
        Column(
            tr("24 h"),
            lambda price: numbers.percent(changes.get(price.asset), 1, signed=True),
            lambda price: changes.get(price.asset, Decimal(0)),
            figures=True,
        ),
        Column(tr("Age"), lambda price: numbers.ago(price.at, now()), lambda price: str(price.at), figures=True),
        Column(tr("Agree"), lambda price: str(price.sources), lambda price: price.sources, figures=True),
        Column(
            tr("Spread"), lambda price: numbers.percent(price.spread, 2), lambda price: price.spread or 0, figures=True
        ),
        Column(
            tr("Confidence"),
            lambda price: price_words.confidence(price.confidence) if price.sources else numbers.NONE,
            lambda price: price.sources,
            tip=lambda price: price_words.confidence_reason(price.confidence, price.spread),
        ),
    ]


def word_columns(latest: Latest, now: Now, converted: Mapping[str, Decimal]) -> list[Column[SourceWord]]:
    """Return the columns of what each source said last; `converted` is that in the reporting currency."""

    def state(word: SourceWord) -> str:
        snapshot = latest()
        if word.reason and snapshot is not None:
            return price_words.rejection(word.reason, snapshot.settings)
        return tr("believed") if word.counted else tr("said before, nothing new")

    def token(word: SourceWord) -> str:
        return "call" if word.reason else "safe" if word.counted else "unknown"

    return [
        Column(tr("Source"), lambda word: price_words.source_name(word.quote.source)),
        Column(
            tr("Quote"),
            lambda word: numbers.price(word.quote.price, word.quote.currency),
            lambda word: word.quote.price,
            figures=True,
        ),
        Column(
            tr("Converted"),
            lambda word: numbers.price(converted.get(word.quote.source), _currency(latest)),
            lambda word: converted.get(word.quote.source, Decimal(0)),
            figures=True,
        ),
        Column(tr("Counts"), state, token=token, icon=lambda word: state_icon(token(word))),
        Column(tr("Said at"), lambda word: numbers.clock(word.quote.at, now()), lambda word: word.quote.at),
        Column(
            tr("Received"), lambda word: numbers.clock(word.quote.received, now()), lambda word: word.quote.received
        ),
    ]


def quarantine_columns(latest: Latest, now: Now, *, with_asset: bool) -> list[Column[tuple[Quote, str]]]:
    """Return the columns of what was not believed."""

    def why(entry: tuple[Quote, str]) -> str:
        snapshot = latest()
        return price_words.rejection(entry[1], snapshot.settings) if snapshot else entry[1]

    asset: list[Column[tuple[Quote, str]]] = [Column(tr("Asset"), lambda entry: entry[0].asset)]
    return [
        *(asset if with_asset else []),
        Column(
            tr("Quote"),
            lambda entry: numbers.price(entry[0].price, entry[0].currency),
            lambda entry: entry[0].price,
            figures=True,
        ),
        Column(tr("Source"), lambda entry: price_words.source_name(entry[0].source)),
        Column(tr("Why"), why),
        Column(tr("Said at"), lambda entry: numbers.clock(entry[0].at, now()), lambda entry: entry[0].at),
        Column(tr("Received"), lambda entry: numbers.clock(entry[0].received, now()), lambda entry: entry[0].received),
    ]


def quarantine_key(entry: tuple[Quote, str]) -> str:
    """Return what tells one quote in quarantine from another."""
    quote = entry[0]
    return f"{quote.asset} {quote.currency} {quote.source} {quote.at}"


def rate_columns() -> list[Column[RatePoint]]:
    """Return the columns of funding and lending rates."""

    def kind(point: RatePoint) -> str:
        return {
            RateKind.FUNDING: tr("funding"),
            RateKind.LENDING: tr("lending"),
            RateKind.BORROWING: tr("borrowing"),
        }[point.kind]

    return [
        Column(tr("Source"), lambda point: price_words.source_name(point.source)),
        Column(tr("Instrument"), lambda point: point.instrument),
        Column(
            tr("Rate a period"), lambda point: numbers.percent(point.rate, 4), lambda point: point.rate, figures=True
        ),
        Column(
            tr("Period"), lambda point: price_words.period(point.period_s), lambda point: point.period_s, figures=True
        ),
        Column(tr("A year"), lambda point: numbers.percent(point.yearly, 2), lambda point: point.yearly, figures=True),
        Column(tr("Settled"), lambda point: numbers.moment(point.at), lambda point: point.at),
        Column(tr("What"), kind),
    ]


def series_columns() -> list[Column[KeptSeries]]:
    """Return the columns of the history that is kept."""
    return [
        Column(tr("Source"), lambda one: price_words.source_name(one.source)),
        Column(tr("Currency"), lambda one: one.currency),
        Column(tr("Period"), lambda one: price_words.period(one.period_s), lambda one: one.period_s, figures=True),
        Column(tr("From"), lambda one: numbers.moment(one.first), lambda one: one.first),
        Column(tr("To"), lambda one: numbers.moment(one.last), lambda one: one.last),
        Column(tr("Points"), lambda one: numbers.figure(Decimal(one.points)), lambda one: one.points, figures=True),
    ]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that is switched on: what it gives, and how its polls went (None: not asked for prices yet)."""

    info: SourceInfo
    health: FeedHealth | None


def source_rows(snapshot: Snapshot) -> list[SourceRow]:
    """Return every source that is switched on."""
    health = {feed.name: feed for feed in snapshot.feeds}
    return [
        SourceRow(info, health.get(info.name)) for info in known_sources() if info.name in snapshot.settings.sources
    ]


def _fares(row: SourceRow) -> tuple[str, str]:
    if row.health is None:
        return (tr("not asked yet"), "unknown") if row.info.prices else (tr("rates alone, every hour"), "unknown")
    if row.health.failures:
        return tr("%n failure(s) in a row", "", row.health.failures), "liquidation"
    return tr("answers"), "safe"


def source_columns(now: Now) -> list[Column[SourceRow]]:
    """Return the columns of how the sources fare."""

    def used(row: SourceRow) -> str:
        one = row.health
        if one is None or not one.allowed:
            return numbers.NONE
        pattern = tr("{used} of {allowed} in {span}")
        return pattern.format(used=one.used, allowed=one.allowed, span=price_words.period(round(one.per_s)))

    return [
        Column(tr("Source"), lambda row: price_words.source_name(row.info.name), tip=lambda row: row.info.host),
        Column(
            tr("State"),
            lambda row: _fares(row)[0],
            token=lambda row: _fares(row)[1],
            icon=lambda row: state_icon(_fares(row)[1]),
        ),
        Column(
            tr("Last fault"),
            lambda row: price_words.fault(row.health.fault if row.health else "") or numbers.NONE,
            tip=lambda row: row.health.fault if row.health else "",
        ),
        Column(
            tr("Last answer"),
            lambda row: numbers.ago(row.health.last_good if row.health else None, now()),
            lambda row: str(row.health.last_good if row.health else ""),
        ),
        Column(
            tr("Next poll"),
            lambda row: numbers.ahead(row.health.next_poll if row.health else None, now()),
            lambda row: str(row.health.next_poll if row.health else ""),
        ),
        Column(tr("Requests"), used),
        Column(tr("Its own count"), lambda row: (row.health.told if row.health else "") or numbers.NONE),
    ]


def nft_columns() -> list[Column[NftView]]:
    """Return the columns of NFT collections."""

    def shown(value: Decimal | None) -> str:
        return numbers.figure(value, 4) if value is not None else numbers.NONE

    return [
        Column(tr("Collection"), lambda view: f"{view.collection} ({view.currency})"),
        Column(
            tr("Median of sales"),
            lambda view: shown(view.value.sales.robust_price if view.value.sales else None),
            figures=True,
        ),
        Column(tr("Average over time"), lambda view: shown(view.value.average), figures=True),
        Column(tr("Lowest ask"), lambda view: shown(view.value.floor_ask), figures=True),
        Column(tr("Best bid"), lambda view: shown(view.value.best_bid), figures=True),
        Column(tr("Counted (lowest)"), lambda view: shown(view.value.risk), figures=True, token=lambda _: "accent"),
        Column(
            tr("Rejected"),
            lambda view: str(len(view.value.sales.rejected) if view.value.sales else 0),
            figures=True,
        ),
        Column(tr("Newest"), lambda view: numbers.moment(view.newest)),
    ]
