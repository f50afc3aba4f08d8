"""The running program without its window: the database thread, the polling, and who is told of a Snapshot."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from desktop_app.engine.backfill import Backfiller
from desktop_app.engine.monitor import CHANNELS, Monitor
from desktop_app.engine.polling import Poller
from desktop_app.engine.rates import RateKeeper
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.threads import DatabaseThread, FileThread, NetworkThread
from desktop_app.engine.upkeep import daily_upkeep
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.source import CandleSource
from desktop_app.storage.errors import spoken
from desktop_app.storage.store import Store

_T = TypeVar("_T")

log = logging.getLogger(__name__)

Listener = Callable[[Snapshot], None]


def utc_now() -> datetime:
    """Return the time now, aware UTC."""
    return datetime.now(UTC)


def _log_failure(done: "Future[Path | None]") -> None:
    error = done.exception()
    if error is not None:
        log.error("the daily upkeep failed: %s", error)


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
        self._files = FileThread()
        self._network: NetworkThread | None = None
        self._poller: Poller | None = None
        self._backfiller: Backfiller | None = None
        self._stopped = False
        try:
            self._monitor = self._thread.submit(lambda: self._open(database, demo=demo)).result()
        except BaseException:
            self._files.stop()
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
        self.query(lambda monitor: daily_upkeep(monitor.store, monitor.settings, self._clock())).add_done_callback(
            _log_failure
        )
        enabled = self._monitor.settings.polling if self._polling is None else self._polling
        if enabled:
            self._network = NetworkThread()
            self._network.submit(self._watch())

    def stop(self) -> None:
        """End reading and polling, then the database thread; the store is closed on it. A second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        self._files.stop()
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

    def work(self, job: Callable[[], _T]) -> "Future[_T]":
        """Run `job`, which touches no store, on the thread for files; a long one asks `stopping` now and then."""
        return self._files.submit(job)

    def repeat(self, every_s: float, job: Callable[[], None]) -> None:
        """Run `job` on the thread for files every so many seconds."""
        self._files.repeat(every_s, job)

    def stopping(self) -> bool:
        """Tell whether the program is ending: what runs on the thread for files should give up."""
        return self._files.stopping()

    def poll_now(self) -> None:
        """Ask for prices at once."""
        if self._network is not None:
            self._network.submit(self._ring())

    async def _ring(self) -> None:
        for one in (self._poller, self._backfiller):
            if one is not None:
                one.ring()

    async def _watch(self) -> None:
        """Ask for prices, history and rates side by side, by one client; only `stop` ends this."""
        settings = lambda: self._monitor.settings  # noqa: E731
        self._poller = poller = Poller(self, settings, self._clock)
        self._backfiller = backfiller = Backfiller(self, lambda: self._candle_sources(poller), self._clock)
        rates = RateKeeper(self, lambda: poller.sources().rates, self._clock)
        async with HttpClient() as client, asyncio.TaskGroup() as tasks:
            tasks.create_task(poller.run(client))
            tasks.create_task(backfiller.run(client))
            tasks.create_task(rates.run(client))

    def _candle_sources(self, poller: Poller) -> Sequence[CandleSource]:
        return poller.sources().candles if self._monitor.settings.backfill else ()
