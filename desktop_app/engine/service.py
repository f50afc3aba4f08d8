"""The running program without its window: the database thread, the polling, and who is told of a Snapshot."""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine.monitor import CHANNELS, Monitor
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import FeedHealth, Snapshot
from desktop_app.engine.threads import DatabaseThread, NetworkThread
from desktop_app.engine.upkeep import daily_backup
from desktop_app.feeds.client import FetchError, HttpClient
from desktop_app.feeds.schedule import PollState, wait_s
from desktop_app.feeds.source import PriceSource
from desktop_app.feeds.venues.coingecko import CoinGecko
from desktop_app.storage.errors import spoken
from desktop_app.storage.store import Store

_T = TypeVar("_T")
TICK_S = 15.0

log = logging.getLogger(__name__)

Listener = Callable[[Snapshot], None]


def utc_now() -> datetime:
    """Return the time now, aware UTC."""
    return datetime.now(UTC)


def _log_failure(done: "Future[Path | None]") -> None:
    error = done.exception()
    if error is not None:
        log.error("the daily backup failed: %s", error)


class Service:
    """Owns the threads and the monitor; publishes a Snapshot after every change.

    The listener is called on the database thread with each new Snapshot. `database` is the file, None
    for one in memory. With `read_only` nothing is judged or kept, only shown.
    """

    def __init__(
        self,
        database: Path | None,
        listener: Listener,
        *,
        demo: bool = False,
        polling: bool | None = None,
        read_only: bool = False,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.database = database
        self._listener = listener
        self._clock = clock
        self._polling = polling
        self._read_only = read_only
        self._thread = DatabaseThread()
        self._network: NetworkThread | None = None
        self._wake: asyncio.Event | None = None
        self._stopped = False
        try:
            self._monitor = self._thread.submit(lambda: self._open(database, demo=demo)).result()
        except BaseException:
            self._thread.stop()
            raise

    def _open(self, database: Path | None, *, demo: bool) -> Monitor:
        store = Store.open(database, read_only=self._read_only)
        try:
            with spoken(database):
                return Monitor(store, demo=demo, channels=() if self._read_only else CHANNELS)
        except BaseException:
            store.close()
            raise

    @property
    def settings(self) -> Settings:
        """The settings as they were last read; a frozen value."""
        return self._monitor.settings

    def start(self) -> None:
        """Publish the first Snapshot, and begin to poll unless polling is off."""
        if self._read_only:
            self.run(lambda monitor, now: None).result()
            return
        self.run(lambda monitor, now: monitor.tick(now)).result()
        self.query(lambda monitor: daily_backup(monitor.store, self._clock())).add_done_callback(_log_failure)
        enabled = self._monitor.settings.polling if self._polling is None else self._polling
        if enabled:
            self._network = NetworkThread()
            self._network.submit(self._poll())

    def stop(self) -> None:
        """End the polling, then the database thread; the store is closed on it. A second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        if self._network is not None:
            self._network.stop()
        self._thread.submit(self._monitor.store.close).result()
        self._thread.stop()

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread; it must change nothing."""
        return self._thread.submit(lambda: question(self._monitor))

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread with the time now, then publish what came of it."""

        def job() -> _T:
            result = act(self._monitor, self._clock())
            self._listener(self._monitor.snapshot(self._clock()))
            return result

        return self._thread.submit(job)

    def poll_now(self) -> None:
        """Ask for prices at once."""
        if self._network is not None and self._wake is not None:
            self._network.submit(self._ring())

    async def _ring(self) -> None:
        if self._wake is not None:
            self._wake.set()

    async def _poll(self) -> None:
        """Poll when it is due or asked for, let time pass in between; only `stop` ends this, no failure does."""
        self._wake = asyncio.Event()
        state, due, allowed = PollState(), 0.0, 0.0
        loop = asyncio.get_running_loop()
        async with HttpClient() as client:
            while True:
                asked = self._wake.is_set()
                self._wake.clear()
                polls = loop.time() >= due or (asked and loop.time() >= allowed)
                try:
                    if polls:
                        state = await self._poll_once(client, state)
                    else:
                        await asyncio.wrap_future(self.run(lambda monitor, now: monitor.tick(now)))
                except Exception as error:  # the watch must not end, whatever one round of it brought
                    log.exception("a round of the watch failed, the next one follows: %s", error)
                    state = PollState(state.failures + 1) if polls else state
                if polls:
                    interval = float(self._monitor.settings.poll_s)
                    allowed = loop.time() + (state.retry_after_s or 0.0)
                    due = loop.time() + wait_s(state, interval, random.random())  # noqa: S311 - no secret
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), min(TICK_S, max(due - loop.time(), 0.05)))

    async def _poll_once(self, client: HttpClient, state: PollState) -> PollState:
        source = self._source()
        needed = await asyncio.wrap_future(self.query(lambda monitor: monitor.assets_needed()))
        currency = self._monitor.settings.currency
        wanted = {asset for asset in needed if source.knows(asset, currency)}
        if not wanted:
            return PollState()
        try:
            quotes = await source.quotes(client, wanted, currency, self._clock())
        except FetchError as error:
            log.info("poll of %s failed: %s", source.name, error)
            failed, fault = PollState(state.failures + 1, error.retry_after_s), str(error)
        except Exception as error:  # a source may answer what its author did not think of
            log.exception("poll of %s failed", source.name)
            failed, fault = PollState(state.failures + 1), f"{type(error).__name__}: {error}"
        else:
            await self._report(source.name, 0, "", quotes)
            return PollState()
        await self._report(source.name, failed.failures, fault, [])
        return failed

    async def _report(self, name: str, failures: int, fault: str, quotes: Sequence[Quote]) -> None:
        def act(monitor: Monitor, now: datetime) -> list[AlertRecord]:
            before = monitor.feeds.get(name, FeedHealth(name))
            good = before.last_good if failures else now
            wait = timedelta(seconds=monitor.settings.poll_s)
            monitor.feeds[name] = FeedHealth(name, good, failures, fault, now + wait)
            return monitor.accept(quotes, now) if quotes else monitor.tick(now)

        await asyncio.wrap_future(self.run(act))

    def _source(self) -> PriceSource:
        return CoinGecko(self._monitor.assets.coingecko, self._monitor.settings.coingecko_base)
