"""Imports on the database thread: portfolios, prices and NFT sales, each one transaction with what it brings to light.

What a price file says is read before, by `price_files`, off this thread; here it is only counted and written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.counterparty import Facts, Review
from desktop_app.domain.earn.position import Position
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.nft import Sample
from desktop_app.domain.prices.quote import Candle
from desktop_app.domain.risk.contagion import Dependency, with_dependency
from desktop_app.engine.catch_up import catch_up
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.platform_commands import save_review
from desktop_app.engine.price_files import (
    SOURCE,
    Cancelled,
    Choices,
    IsCancelled,
    ParsedPrices,
    PriceSource,
    is_portfolio_file,
    open_source,
    read_all,
)
from desktop_app.engine.upkeep import backup_now
from desktop_app.feeds.files.names import code_of
from desktop_app.feeds.files.nft_sales import is_sales_header, read_header, read_sales, sales_currency
from desktop_app.feeds.files.parsed import PriceSeries
from desktop_app.feeds.files.portfolio import read_portfolio
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import nft as nft_rows
from desktop_app.storage.candles import foresee, foresee_exact, save_block, save_exact
from desktop_app.storage.counterparties import save_credit, save_dependency
from desktop_app.storage.counterparties import save_review as keep_review
from desktop_app.storage.positions import save_position
from desktop_app.storage.rows import milliseconds
from desktop_app.storage.series import Block, SeriesKey
from desktop_app.storage.watched import FileState, save_mark

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class SeriesImported:
    """What an import did, or would do, with the prices of one asset. `running` candles are not over and left out."""

    asset: str
    currency: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    running: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: counts, and the crossings that it brought to light.

    `rejected` rows of a price file were left out, `repeated` ones said the same twice.
    """

    kind: str
    name: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    found: tuple[AlertRecord, ...] = ()
    asset: str = ""
    series: tuple[SeriesImported, ...] = ()
    rejected: int = 0
    repeated: int = 0


def import_file(
    monitor: Monitor, path: Path, now: datetime, asset: str = "", currency: str = "", choices: Choices | None = None
) -> Imported:
    """Import a portfolio (JSON), prices (text or workbook) or NFT sales (CSV), by ending and header; all or nothing.

    A backup is taken first. `choices` answers what a price file leaves open.

    Raises:
        Refused: nothing was changed; the refusal says line, field and why.
    """
    if is_portfolio_file(path):
        portfolio = read_portfolio(path, monitor.presets)
        backup_now(monitor.store, now)
        return import_portfolio(monitor, portfolio, path.name, now)
    header = read_header(path)
    if is_sales_header(header):
        sales = read_sales(path)
        backup_now(monitor.store, now)
        collection = (asset or path.stem.removesuffix("_sales")).upper()
        return import_sales(monitor, sales, collection, currency or sales_currency(header), path.name, now)
    answers = choices or Choices()
    answers = replace(
        answers,
        asset=code_of(asset, "asset") if asset else answers.asset,
        currency=code_of(currency, "currency") if currency else answers.currency,
    )
    source = open_source(path)
    return import_prices(monitor, source, read_all(source, answers).complete(), now)


def import_portfolio(monitor: Monitor, portfolio: Portfolio, name: str, now: datetime) -> Imported:
    """Add what is new in `portfolio`, replace what has the same identifier, leave the rest alone."""
    mine = monitor.portfolio
    known: dict[object, object] = {("platform", p.id): p for p in mine.platforms}
    known |= {("loan", loan.id): loan for loan in mine.loans}
    known |= {("holding", holding.id): holding for holding in mine.holdings}
    known |= {("position", position.id): position for position in mine.positions}
    known |= {("credit", line.id): line for line in mine.credits}
    known |= {("dependency", f"{one.platform} {one.on}"): one for one in mine.dependencies}
    incoming: list[tuple[tuple[str, str], Platform | Loan | Holding | Position | CreditLine | Dependency]] = [
        *((("platform", platform.id), platform) for platform in portfolio.platforms),
        *((("loan", loan.id), loan) for loan in portfolio.loans),
        *((("holding", holding.id), holding) for holding in portfolio.holdings),
        *((("position", position.id), position) for position in portfolio.positions),
        *((("credit", line.id), line) for line in portfolio.credits),
        *((("dependency", f"{one.platform} {one.on}"), one) for one in portfolio.dependencies),
    ]
    _check_dependencies(mine, portfolio)
    fresh = [(key, entry) for key, entry in incoming if key not in known]
    changed = [(key, entry) for key, entry in incoming if key in known and known[key] != entry]
    with monitor.write() as db:
        for _, entry in (*fresh, *changed):
            _keep(db, entry, mine, portfolio.reviews, now)
        for review in portfolio.reviews:
            keep_review(db, review)
        monitor.reload()
        touched = [entry.id for _, entry in (*fresh, *changed) if isinstance(entry, Loan)]
        found = catch_up(monitor, touched, now)
        monitor.tick(now)
    same = len(incoming) - len(fresh) - len(changed)
    return Imported("portfolio", name, len(fresh), len(changed), same, tuple(found))


def _check_dependencies(mine: Portfolio, portfolio: Portfolio) -> None:
    """Refuse dependencies that are impossible beside those that are known."""
    together = mine.dependencies
    for one in portfolio.dependencies:
        together = with_dependency(together, one)


def _keep(
    db: Database,
    entry: Platform | Loan | Holding | Position | CreditLine | Dependency,
    mine: Portfolio,
    told: Sequence[Review],
    now: datetime,
) -> None:
    """Keep one entry; a platform's facts are a review, unless its reviews are `told` themselves."""
    match entry:
        case Platform():
            loan_rows.save_platform(db, entry)
            before = next((one.facts for one in mine.platforms if one.id == entry.id), Facts())
            if not any(review.platform == entry.id for review in told):
                save_review(db, before, entry, now)
        case Loan():
            loan_rows.save_loan(db, entry, milliseconds(now))
        case Position():
            save_position(db, entry)
        case CreditLine():
            save_credit(db, entry)
        case Dependency():
            save_dependency(db, entry)
        case Holding():
            loan_rows.save_holding(db, entry)


def import_prices(
    monitor: Monitor,
    source: PriceSource,
    prices: ParsedPrices,
    now: datetime,
    cancelled: IsCancelled | None = None,
    *,
    backup: bool = True,
) -> Imported:
    """Keep the prices that were read from `source` and judge the history that they fill in, in one transaction.

    A candle that is not over yet is left out: its close is no price of its end, and would pass for a fresh one until
    then. A file of the watched folder is marked as dealt with in the same transaction. Rejects are not looked at.

    Raises:
        Cancelled: `cancelled` said so; nothing was changed.
        StoreError: the backup or the write failed; nothing was changed.
    """
    if backup:
        backup_now(monitor.store, now)
    with monitor.write() as db:
        done = [_store(db, series, now) for series in _polled(prices.series, cancelled)]
        if source.mark is not None and source.mark.folder == monitor.settings.watched_folder:
            save_mark(db, source.mark, FileState.IMPORTED)
        monitor.reload()
        moved = {one.asset for one in done if one.added or one.changed}
        found = _catch_up(monitor, moved, now, cancelled)
        monitor.tick(now)
        _poll(cancelled)
    return Imported(
        "prices",
        source.name,
        sum(one.added for one in done),
        sum(one.changed for one in done),
        sum(one.unchanged for one in done),
        tuple(found),
        done[0].asset if done else "",
        tuple(done),
        len(prices.rejects),
        prices.repeated,
    )


def expected(monitor: Monitor, prices: ParsedPrices, now: datetime) -> tuple[SeriesImported, ...]:
    """Return what `import_prices` would do with each series; nothing is stored, and crossings are not looked for."""
    db = monitor.store.db
    return tuple(_foreseen(db, series, now) for series in prices.series)


def import_sales(
    monitor: Monitor, sales: Sequence[Sample], collection: str, currency: str, name: str, now: datetime
) -> Imported:
    """Keep the sales of an NFT collection; its last week then says what an NFT of it is worth."""
    with monitor.write() as db:
        added = nft_rows.save_samples(db, collection, currency, name, sales)
        monitor.reload()
        monitor.tick(now)
    return Imported("prices", name, added, 0, len(sales) - added, asset=collection)


def _over(series: PriceSeries, now: datetime) -> tuple[SeriesKey, Block, list[Candle], int]:
    """Return the key of a series, what of it is over at `now` (arrays and exact candles), and how many are not."""
    key = SeriesKey(series.asset, series.currency, SOURCE, series.period_s)
    # A candle closes one millisecond before the next one opens.
    last = milliseconds(now - timedelta(seconds=series.period_s)) + 1
    whole = Block(series.times_ms, series.columns)
    block = whole.between(None, last + 1)
    exact = [candle for candle in series.exact if candle.closed <= now]
    running = whole.times.size - block.times.size + len(series.exact) - len(exact)
    return key, block, exact, int(running)


def _store(db: Database, series: PriceSeries, now: datetime) -> SeriesImported:
    key, block, exact, running = _over(series, now)
    merged, apart = save_block(db, key, block), save_exact(db, key, exact)
    added, changed = merged.added + apart.added, merged.changed + apart.changed
    return SeriesImported(key.asset, key.currency, added, changed, merged.unchanged + apart.unchanged, running)


def _foreseen(db: Database, series: PriceSeries, now: datetime) -> SeriesImported:
    key, block, exact, running = _over(series, now)
    merged, apart = foresee(db, key, block), foresee_exact(db, key, exact)
    added, changed = merged.added + apart.added, merged.changed + apart.changed
    return SeriesImported(key.asset, key.currency, added, changed, merged.unchanged + apart.unchanged, running)


def _catch_up(monitor: Monitor, assets: set[str], now: datetime, cancelled: IsCancelled | None) -> list[AlertRecord]:
    loans = [loan.id for loan in monitor.portfolio.loans if any(event.asset in assets for event in loan.events)]
    found: list[AlertRecord] = []
    for loan in _polled(loans, cancelled):
        found += catch_up(monitor, [loan], now)
    return sorted(found, key=lambda record: record.at)


def _poll(cancelled: IsCancelled | None) -> None:
    if cancelled is not None and cancelled():
        raise Cancelled


def _polled(entries: Sequence[_T], cancelled: IsCancelled | None) -> Iterator[_T]:
    """Yield `entries`, unless the person stopped.

    Raises:
        Cancelled: they did.
    """
    for entry in entries:
        _poll(cancelled)
        yield entry
