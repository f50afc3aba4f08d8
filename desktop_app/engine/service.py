"""The running program without its window: the database thread, the polling, and who is told of a Snapshot."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.alerts.channel import Channel
from desktop_app.engine.backfill import Backfiller
from desktop_app.engine.clocks import Clock, Gap, Moment, look
from desktop_app.engine.dispatch import Compose, Dispatcher, Send
from desktop_app.engine.heartbeat import Heartbeat
from desktop_app.engine.monitor import CHANNELS, Monitor
from desktop_app.engine.polling import Poller
from desktop_app.engine.rates import RateKeeper
from desktop_app.engine.right import WATCH_KIND, WINDOW_KIND
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.threads import DatabaseThread, NetworkThread
from desktop_app.engine.upkeep import daily_upkeep
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.source import CandleSource, RateSource
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import send
from desktop_app.storage.errors import StoreError, spoken
from desktop_app.storage.store import Store

_T = TypeVar("_T")
MOST_RESTARTS = 3

log = logging.getLogger(__name__)

Listener = Callable[[Snapshot], None]


def utc_now() -> datetime:
    """Return the time now, aware UTC."""
    return datetime.now(UTC)


def _log_failure(done: "Future[Path | None]") -> None:
    error = done.exception()
    if error is not None:
        log.error("the daily upkeep failed: %s", error)


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program uses to tell alerts outside the window: their words, where addresses are, who sends."""

    compose: Compose
    secrets: Secrets
    sending: Send = send


class Service:
    """Owns the threads and the monitor; publishes a Snapshot after every change.

    The listener is called on the database thread with each new Snapshot. `database` is the file, None
    for one in memory. With `read_only` nothing is judged or kept, only shown. `polling` false keeps the
    network out altogether; None leaves it to the settings. `kind` is the program's part among those on the
    same file, `outside` how it tells alerts beyond the window.
    `client` makes the one client that the sources are asked by.
    """

    def __init__(
        self,
        database: Path | None,
        listener: Listener,
        *,
        demo: bool = False,
        polling: bool | None = None,
        read_only: bool = False,
        clock: Callable[[], datetime] | None = None,
        kind: str = WINDOW_KIND,
        outside: Outside | None = None,
        looking: Callable[[], Moment] = look,
        client: Callable[[], HttpClient] = HttpClient,
    ) -> None:
        self.database = database
        self._listener = listener
        self._own_clock = Clock(looking)
        self._clock = clock or self._own_clock
        self._client = client
        self._polling = polling
        self._read_only = read_only
        self._kind = "" if read_only or demo else kind
        self._outside = outside
        self._looking = looking
        self._thread = DatabaseThread()
        self._network: NetworkThread | None = None
        self._watching: Future[None] | None = None
        self._poller: Poller | None = None
        self._backfiller: Backfiller | None = None
        self._dispatcher: Dispatcher | None = None
        self._restarts = 0
        self._stopped = False
        try:
            self._monitor = self._thread.submit(lambda: self._open(database, demo=demo)).result()
        except BaseException:
            self._thread.stop()
            raise

    def _open(self, database: Path | None, *, demo: bool) -> Monitor:
        store = Store.open(database, read_only=self._read_only)
        built_in = None if self._read_only else CHANNELS if self._kind != WATCH_KIND else ()
        try:
            with spoken(database):
                return Monitor(store, demo=demo, channels=built_in, kind=self._kind)
        except BaseException:
            store.close()
            raise

    @property
    def secrets(self) -> Secrets | None:
        """Where the addresses of channels are kept; None where nothing is told outside the window."""
        return self._outside.secrets if self._outside is not None else None

    @property
    def settings(self) -> Settings:
        """The settings as they were last read; a frozen value."""
        return self._monitor.settings

    def now(self) -> datetime:
        """Return the time now (UTC), by the clock that everything is judged by."""
        return self._clock()

    def start(self) -> None:
        """Publish the first Snapshot, and begin to watch unless the network is kept out."""
        if self._read_only:
            self.run(lambda monitor, now: None).result()
            return
        self.run(lambda monitor, now: monitor.tick(now)).result()
        self.query(lambda monitor: daily_upkeep(monitor.store, monitor.settings, self._clock())).add_done_callback(
            _log_failure
        )
        if self._polling is not False:
            self._network = NetworkThread()
            self._watching = self._network.submit(self._watch())

    def stop(self) -> None:
        """End the watch, then the database thread; the store is closed on it. A second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        if self._network is not None:
            self._network.stop()
        self._thread.submit(self._end).result()
        self._thread.stop()

    def _end(self) -> None:
        try:
            self._monitor.right.leave()
        except StoreError as error:  # whoever comes next waits until the right to ring runs out
            log.warning("the right to ring was not given back: %s", error)
        self._monitor.store.close()

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread; it must change nothing."""
        return self._thread.submit(lambda: question(self._monitor))

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread with the time now, then publish what came of it."""

        def job() -> _T:
            result = act(self._monitor, self._clock())
            if self._network is not None and any(one.service for one in self._monitor.alarms.channels):
                self._network.submit(self._ring(self._dispatcher))
            if not self._thread.is_busy:  # with more to do, the last of it publishes
                self._listener(self._monitor.snapshot(self._clock()))
            return result

        return self._thread.submit(job)

    def poll_now(self) -> None:
        """Ask for prices at once."""
        if self._network is not None:
            self._network.submit(self._ring(self._poller, self._backfiller))

    async def _ring(self, *ones: "Poller | Backfiller | Dispatcher | None") -> None:
        for one in ones:
            if one is not None:
                one.ring()

    def test_channel(self, channel: Channel, title: str, body: str) -> "Future[str]":
        """Send a test by one channel; the future holds the fault, empty where it got out.

        Raises:
            RuntimeError: nothing is told outside the window here.
        """
        if self._network is None or self._dispatcher is None:
            raise RuntimeError("there is nothing that could send")
        return self._network.submit(self._dispatcher.test(channel, title, body))

    def check(self) -> bool:
        """Start the watch again where it ended though it should not; return whether it runs.

        Whoever shows the program's state calls it now and then. After three restarts it stays down.
        """
        if self._network is None or self._watching is None or not self._watching.done() or self._stopped:
            return True
        error = None if self._watching.cancelled() else self._watching.exception()
        log.error("the watch ended: %s", error)
        if self._restarts >= MOST_RESTARTS:
            return False
        self._restarts += 1
        self._watching = self._network.submit(self._watch())
        return True

    async def _watch(self) -> None:
        """Ask for prices, history and rates, and tell alerts, side by side; only `stop` ends this."""
        self._backfiller = backfiller = Backfiller(self, self._candle_sources, self._clock)
        gap = Gap(self._looking)
        heard = self._own_clock.heard if self._clock is self._own_clock else None
        self._poller = poller = Poller(self, lambda: self._monitor.settings, self._clock, backfiller.ring, gap, heard)
        rates = RateKeeper(self, self._rate_sources, self._clock)
        async with self._client() as client, asyncio.TaskGroup() as tasks:
            tasks.create_task(poller.run(client))
            tasks.create_task(backfiller.run(client))
            tasks.create_task(rates.run(client))
            tasks.create_task(Heartbeat(self, self._clock).run(client))
            if self._outside is not None:
                one = self._outside
                self._dispatcher = Dispatcher(self, one.compose, one.secrets, self._clock, one.sending)
                tasks.create_task(self._dispatcher.run())

    def _candle_sources(self) -> Sequence[CandleSource]:
        settings = self._monitor.settings
        asked = settings.polling and settings.backfill and self._poller is not None
        return self._poller.sources().candles if asked and self._poller is not None else ()

    def _rate_sources(self) -> Sequence[RateSource]:
        return self._poller.sources().rates if self._monitor.settings.polling and self._poller is not None else ()
