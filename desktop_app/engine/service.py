"""The running program without its window: the database thread, the polling, and who is told of a Snapshot."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

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
from desktop_app.engine.snapshot import Changed, Offers, Snapshot
from desktop_app.engine.threads import DatabaseThread, FileThread, NetworkThread
from desktop_app.engine.undoing import Undoing
from desktop_app.engine.updates import Newer, Updates
from desktop_app.engine.upkeep import daily_upkeep
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.source import CandleSource, RateSource
from desktop_app.notify.desktop import Buttons, Chosen, DesktopMessages
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import send
from desktop_app.storage.errors import StoreError, spoken
from desktop_app.storage.store import Store

_T = TypeVar("_T")
MOST_RESTARTS, WITHIN_S = 3, 600.0
HANGS_AFTER_S = 60.0
LONGEST_UNSEEN_S = 1.0
MANY_LOANS = 300

log = logging.getLogger(__name__)

Listener = Callable[[Snapshot], None]


def utc_now() -> datetime:
    """Return the time now, aware UTC."""
    return datetime.now(UTC)


def _log_failure(done: "Future[Path | None]") -> None:
    error = done.exception()
    if error is not None:
        log.error("the daily upkeep failed: %s", error)


async def _side_by_side(works: Mapping[str, Coroutine[Any, Any, None]]) -> None:
    """Let all of `works` run; as soon as one ends, however it does, end the others and say which."""
    tasks = [asyncio.create_task(work, name=name) for name, work in works.items()]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    ended = next(iter(done))
    raise RuntimeError(f"{ended.get_name()} ended") from (None if ended.cancelled() else ended.exception())


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
        self._files = FileThread()
        self._figures, self._futures = FileThread("figures"), FileThread("futures")
        self._network: NetworkThread | None = None
        self._watching: Future[None] | None = None
        self._poller: Poller | None = None
        self._backfiller: Backfiller | None = None
        self._dispatcher: Dispatcher | None = None
        self._desktop: DesktopMessages | None = None
        self._updates = Updates(self)
        self._last: Snapshot | None = None
        self._undoing: Undoing | None = None
        self._restarts: list[float] = []
        self._stopped = False
        self._unpublished: float | None = None
        self._looked = 0.0
        try:
            self._monitor = self._thread.submit(lambda: self._open(database, demo=demo)).result()
        except BaseException:
            self._end_workers()
            self._thread.stop()
            raise

    def _open(self, database: Path | None, *, demo: bool) -> Monitor:
        store = Store.open(database, read_only=self._read_only)
        built_in = None if self._read_only else CHANNELS if self._kind != WATCH_KIND else ()
        try:
            with spoken(database):
                monitor = Monitor(store, demo=demo, channels=built_in, kind=self._kind)
                self._undoing = None if self._read_only else Undoing(monitor)
                return monitor
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

    @property
    def newer(self) -> Newer | None:
        """The newer version that was found; None where none was, or nobody asked for it."""
        return self._updates.newer

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
            self._desktop = DesktopMessages() if self._kind == WINDOW_KIND else None
            self._looked = time.monotonic()
            self._watching = self._network.submit(self._watch())

    def stop(self) -> None:
        """End reading and watching, then the database thread; the store is closed on it. A second call does nothing."""
        if self._stopped:
            return
        self._stopped = True
        self._end_workers()
        if self._network is not None:
            self._network.stop()
        self._thread.submit(self._end).result()
        self._thread.stop()

    def _end_workers(self) -> None:
        for thread in (self._files, self._figures, self._futures):
            thread.stop()

    def _end(self) -> None:
        try:
            self._monitor.right.leave()
        except StoreError as error:  # whoever comes next waits until the right to ring runs out
            log.warning("the right to ring was not given back: %s", error)
        self._monitor.store.close()

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread; it must change nothing."""

        def job() -> _T:
            try:
                return question(self._monitor)
            finally:
                self._publish()

        return self._thread.submit(job)

    def change(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run what a person does, as `run`; what it changes can be taken back by `undo`."""
        undoing = self._undoing
        if undoing is None:
            return self.run(act)
        return self.run(lambda _, now: undoing.recorded(act, now))

    def undo(self) -> "Future[Changed | None]":
        """Take back the newest change of a person; the future holds what it was about."""
        return self.run(lambda _, now: self._undoing.undo(now) if self._undoing is not None else None)

    def redo(self) -> "Future[Changed | None]":
        """Do again what was taken back last; the future holds what it was about."""
        return self.run(lambda _, now: self._undoing.redo(now) if self._undoing is not None else None)

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread with the time now, then publish what came of it."""

        def job() -> _T:
            result = act(self._monitor, self._clock())
            if self._network is not None and any(one.service for one in self._monitor.alarms.channels):
                self._ring(self._dispatcher)
            self._unpublished = self._unpublished or time.monotonic()
            self._publish()
            return result

        return self._thread.submit(job)

    def _publish(self) -> None:
        """Publish what changed: with more to do the last of it does, unless that takes long.

        With many loans what has to pop up goes first, and the rest after it.
        """
        now, since = self._clock(), self._unpublished
        if self._last is not None and len(self._last.loans) > MANY_LOANS:
            self._listener(self._monitor.brief(self._last, now))
        if since is not None and (not self._thread.is_busy or time.monotonic() - since > LONGEST_UNSEEN_S):
            self._unpublished = None
            offers = self._undoing.offers if self._undoing is not None else Offers()
            self._last = self._monitor.snapshot(now, offers)
            self._listener(self._last)

    def work(self, job: Callable[[], _T]) -> "Future[_T]":
        """Run `job`, which touches no store, on the thread for files; a long one asks `stopping` now and then."""
        return self._files.submit(job)

    def compute(self, job: Callable[[], _T]) -> "Future[_T]":
        """Run `job`, which touches no store and takes under a second, on the thread for figures."""
        return self._figures.submit(job)

    def simulate(self, job: Callable[[], _T]) -> "Future[_T]":
        """Run `job`, which touches no store and may take minutes, beside all others; it asks `stopping` as it goes."""
        return self._futures.submit(job)

    def repeat(self, every_s: float, job: Callable[[], None]) -> None:
        """Run `job` on the thread for files every so many seconds."""
        self._files.repeat(every_s, job)

    def stopping(self) -> bool:
        """Tell whether the program is ending: what runs on the thread for files should give up."""
        return self._files.stopping()

    def poll_now(self) -> None:
        """Ask for prices at once."""
        self._ring(self._poller, self._backfiller)

    def _ring(self, *ones: "Poller | Backfiller | Dispatcher | None") -> None:
        for one in ones:
            if one is not None and self._network is not None:
                self._network.call(one.ring)

    def test_channel(self, channel: Channel, title: str, body: str) -> "Future[str]":
        """Send a test by one channel; the future holds the fault, empty where it got out.

        Raises:
            RuntimeError: nothing is told outside the window here.
        """
        if self._network is None or self._dispatcher is None:
            raise RuntimeError("there is nothing that could send")
        return self._network.submit(self._dispatcher.test(channel, title, body))

    def show_on_desktop(
        self, title: str, body: str, *, critical: bool, buttons: Buttons = (), chosen: Chosen | None = None
    ) -> "Future[bool]":
        """Show a message by the desktop's own service; the future holds whether that took it.

        `buttons` are (key, words); `chosen` gets the key of the one that is pressed, on the network's thread. A
        demonstration, and a program without a network thread, leave the desktop alone.
        """
        desktop = self._desktop
        if self._network is None or desktop is None:
            alone: Future[bool] = Future()
            alone.set_result(False)
            return alone
        return self._network.submit(desktop.show(title, body, critical=critical, buttons=buttons, chosen=chosen))

    def check(self) -> bool:
        """Start the watch again where it ended or hangs though it should not; return whether it runs.

        Whoever shows the program's state calls it now and then. After three restarts in ten minutes it stays down.
        """
        if self._network is None or self._watching is None or self._stopped:
            return True
        now = time.monotonic()
        hangs = self._poller is not None and now - self._poller.beat > HANGS_AFTER_S
        if not self._watching.done() and not hangs:
            return True
        if self._watching.done():
            log.error("the watch ended: %s", None if self._watching.cancelled() else self._watching.exception())
        else:
            log.error("the watch hangs")
        self._restarts = [at for at in self._restarts if now - at < WITHIN_S]
        if len(self._restarts) >= MOST_RESTARTS:
            self._watching.cancel()
            return False
        self._restarts.append(now)
        self._watching.cancel()
        self._looked, self._poller = time.monotonic() - self.still_s(), None
        self._watching = self._network.submit(self._watch())
        return True

    def still_s(self) -> float:
        """Return for how many seconds nothing was looked at though it should be; 0 where nothing is watched."""
        if self._network is None or self._stopped:
            return 0.0
        poller = self._poller
        return time.monotonic() - max(self._looked, poller.looked if poller is not None else 0.0)

    async def _watch(self) -> None:
        """Ask for prices, history and rates, and tell alerts, side by side; only `stop` ends this.

        Raises:
            RuntimeError: One of them ended, for whatever reason: none goes on without the others.
        """
        self._backfiller = backfiller = Backfiller(self, self._candle_sources, self._clock)
        gap = Gap(self._looking)
        heard = self._own_clock.heard if self._clock is self._own_clock else None
        self._poller = poller = Poller(self, lambda: self._monitor.settings, self._clock, backfiller.ring, gap, heard)
        rates = RateKeeper(self, self._rate_sources, self._clock)
        async with self._client() as client:
            works = {
                "poller": poller.run(client),
                "history": backfiller.run(client),
                "rates": rates.run(client),
                "heartbeat": Heartbeat(self, self._clock).run(client),
            }
            if self._kind == WINDOW_KIND:
                works["updates"] = self._updates.run(client)
            if self._desktop is not None:
                works["desktop"] = self._desktop.run()
            if self._outside is not None:
                one = self._outside
                self._dispatcher = Dispatcher(self, one.compose, one.secrets, self._clock, one.sending)
                works["dispatcher"] = self._dispatcher.run()
            await _side_by_side(works)

    def _candle_sources(self) -> Sequence[CandleSource]:
        settings = self._monitor.settings
        asked = settings.polling and settings.backfill and self._poller is not None
        return self._poller.sources().candles if asked and self._poller is not None else ()

    def _rate_sources(self) -> Sequence[RateSource]:
        return self._poller.sources().rates if self._monitor.settings.polling and self._poller is not None else ()
