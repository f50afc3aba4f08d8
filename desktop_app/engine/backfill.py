"""History fetched page by page: planned from what is held, resumed where it stopped, judged when it is whole."""

import asyncio
import logging
import random
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.prices.quote import Candle
from desktop_app.engine.bars import BELIEVED
from desktop_app.engine.catch_up import catch_up
from desktop_app.engine.catch_up_rules import catch_up_loan_rules, catch_up_prices
from desktop_app.engine.gaps import SHORTEST, gaps_of
from desktop_app.engine.monitor import Monitor, Work
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.fault import FetchError
from desktop_app.feeds.schedule import PollState, wait_s
from desktop_app.feeds.source import CandleSource
from desktop_app.storage.backfills import Backfill, BackfillState, load_backfills, save_backfill
from desktop_app.storage.candles import block_of, load_blocks, save_block, spans_of, survives
from desktop_app.storage.prices import save_candles
from desktop_app.storage.series import SeriesKey

HOUR_S, MINUTE_S = 3600, 60
LOOK_S = 60.0
TRIES = 3

log = logging.getLogger(__name__)


def plan(monitor: Monitor, sources: Sequence[CandleSource], now: datetime) -> list[Backfill]:
    """Return what is to be fetched, as of `now`: hours since the loans opened, minutes since the last live price.

    A back-fill that was begun goes on with its source; one that is done is lengthened when two hours are missing.
    """
    begun = {(one.key.asset, one.key.period_s): one for one in load_backfills(monitor.store.db)}
    earliest = now - timedelta(days=monitor.settings.backfill_days)
    planned = []
    for asset, opened in sorted(monitor.assets_with_history().items()):
        since = max(opened, earliest).replace(minute=0, second=0, microsecond=0)
        old = begun.get((asset, HOUR_S))
        if old is not None:
            planned.append(_lengthened(old, since, now))
        elif not _is_covered(monitor, asset, since, now) and (source := _source(sources, monitor, asset, HOUR_S)):
            key = SeriesKey(asset, "", source.name, HOUR_S)
            planned.append(Backfill(key, since, since, now))
        gap = _open_gap(monitor, asset, since, now)
        tried = begun.get((asset, MINUTE_S))
        if gap is not None and not _was_filled(tried, gap) and (source := _source(sources, monitor, asset, MINUTE_S)):
            key = SeriesKey(asset, "", source.name, MINUTE_S)
            planned.insert(0, Backfill(key, gap[0], gap[0], gap[1]))  # what was missed comes before what is old
    return [one for one in planned if one.state not in (BackfillState.DONE, BackfillState.PAUSED)]


def _lengthened(old: Backfill, since: datetime, now: datetime) -> Backfill:
    if since < old.since - timedelta(hours=1):  # an older loan came: what is there already is only confirmed
        return replace(old, since=since, reached=since, until=now, state=BackfillState.WAITING)
    if now - old.until > timedelta(hours=2) and old.state is not BackfillState.PAUSED:
        return replace(old, until=now, state=BackfillState.WAITING)
    return old


def _is_covered(monitor: Monitor, asset: str, since: datetime, now: datetime) -> bool:
    """Tell whether some series of days or finer, a file's for example, spans the time already."""
    for key, first, last in spans_of(monitor.store.db, asset):
        if key.source != BELIEVED and key.period_s <= 24 * HOUR_S and monitor.prices.counts(key.currency):
            slack = timedelta(seconds=2 * key.period_s)
            if first <= since + slack and last >= now - slack:
                return True
    return False


def _was_filled(old: Backfill | None, gap: tuple[datetime, datetime]) -> bool:
    """Tell whether a source was asked for the whole of `gap` already and had nothing."""
    return old is not None and old.state is BackfillState.DONE and old.since <= gap[0] and gap[1] <= old.until


def _open_gap(monitor: Monitor, asset: str, since: datetime, now: datetime) -> tuple[datetime, datetime] | None:
    """Return the newest stretch without live prices that no source's minutes fill yet; None without one."""
    db = monitor.store.db
    for first, last in reversed(gaps_of(db, asset, now)):
        start = max(first, since)
        if last - start < SHORTEST:
            continue
        found = load_blocks(db, [asset], start, last)
        if not any(key.source != BELIEVED and key.period_s == MINUTE_S for key in found):
            return start.replace(second=0, microsecond=0), last
    return None


def _source(sources: Sequence[CandleSource], monitor: Monitor, asset: str, period_s: int) -> CandleSource | None:
    currency = monitor.settings.currency
    return next((one for one in sources if period_s in one.periods and one.knows(asset, currency)), None)


def keep_page(monitor: Monitor, one: Backfill, candles: Sequence[Candle], size: int, now: datetime) -> Backfill:
    """Keep a page of candles and how far it brought the back-fill, in one transaction; judge when it is done.

    A page without candles, before a coin was listed for example, counts as its whole `size`.
    """
    period = timedelta(seconds=one.key.period_s)
    end = candles[-1].opened + period if candles else one.reached + size * period
    grown = _paused_meanwhile(monitor, one.grown(max(end, one.reached + period)))
    with monitor.write() as db:
        exact = [candle for candle in candles if survives(candle)]
        if exact:
            first = exact[0]
            save_block(db, SeriesKey(first.asset, first.currency, first.source, first.period_s), block_of(exact))
        save_candles(db, [candle for candle in candles if not survives(candle)])
        save_backfill(db, grown)
        monitor.backfills[one.key] = grown
        if grown.state is BackfillState.DONE:
            monitor.reload()
            judge_past(monitor, [one.key.asset], now)
            monitor.tick(now)
    return grown


def _paused_meanwhile(monitor: Monitor, one: Backfill) -> Backfill:
    """Return a back-fill as paused where a person halted it while its page was under way."""
    kept = monitor.backfills.get(one.key)
    halted = kept is not None and kept.state is BackfillState.PAUSED and one.state is not BackfillState.DONE
    return replace(one, state=BackfillState.PAUSED) if halted else one


def judge_past(monitor: Monitor, assets: Collection[str], now: datetime) -> list[AlertRecord]:
    """Judge the past of the loans that hold or owe one of `assets`; return what was never told."""
    touched = [loan.id for loan in monitor.portfolio.loans if any(event.asset in assets for event in loan.events)]
    found = catch_up(monitor, touched, now)
    for loan_id in touched:
        found += catch_up_loan_rules(monitor, monitor.portfolio.loan(loan_id), now)
    for asset in assets:
        found += catch_up_prices(monitor, asset, now)
    return found


class Backfiller:
    """Fetches what is planned, one page at a time, as long as its task lives."""

    def __init__(
        self, work: Work, sources: Callable[[], Sequence[CandleSource]], clock: Callable[[], datetime]
    ) -> None:
        self._work = work
        self._sources = sources
        self._clock = clock
        self._wake = asyncio.Event()

    def ring(self) -> None:
        """Plan anew at once; call it on the loop of the task."""
        self._wake.set()

    async def run(self, client: HttpClient) -> None:
        """Plan, fetch, and look again every minute."""
        while True:
            self._wake.clear()
            try:
                for one in await asyncio.wrap_future(self._work.query(self._plan)):
                    if not self._wake.is_set():  # what was just missed comes before what is old: plan anew
                        await self._fetch(client, one)
            except Exception as error:  # history may fail, the watch goes on
                log.exception("a back-fill failed, the next one follows: %s", error)
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_S)
            except TimeoutError:
                continue

    def _plan(self, monitor: Monitor) -> list[Backfill]:
        return plan(monitor, self._sources(), self._clock())

    async def _fetch(self, client: HttpClient, one: Backfill) -> None:
        source = next((s for s in self._sources() if s.name == one.key.source), None)
        state = PollState()
        while source is not None and one.state in (BackfillState.RUNNING, BackfillState.WAITING, BackfillState.FAILED):
            currency = await asyncio.wrap_future(self._work.query(lambda monitor: monitor.settings.currency))
            try:
                page = await source.candles(
                    client, one.key.asset, currency, one.key.period_s, one.reached, self._clock()
                )
            except FetchError as error:
                state = PollState(state.failures + 1, error.retry_after_s)
                one = await self._note(replace(one, state=BackfillState.FAILED, fault=str(error)))
                if state.failures >= TRIES:
                    return
                await asyncio.sleep(wait_s(state, 1.0, random.random()))  # noqa: S311 - no secret
                continue
            state = PollState()
            going, size = one, source.page
            one = await asyncio.wrap_future(self._work.run(lambda m, now: keep_page(m, going, page, size, now)))  # noqa: B023
            if self._wake.is_set():
                return

    async def _note(self, one: Backfill) -> Backfill:
        def act(monitor: Monitor, now: datetime) -> Backfill:
            noted = _paused_meanwhile(monitor, one)
            with monitor.write() as db:
                save_backfill(db, noted)
                monitor.backfills[one.key] = noted
            return noted

        return await asyncio.wrap_future(self._work.run(act))
