"""The rounds of asking: every source that is due is asked at once, and their words are judged together."""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine.clocks import Gap
from desktop_app.engine.monitor import TICK_S, Monitor, Work
from desktop_app.engine.resources import source_symbols
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import FeedHealth
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.fault import FetchError
from desktop_app.feeds.schedule import PollState, wait_s
from desktop_app.feeds.source import PriceSource
from desktop_app.feeds.venues.registry import Sources, make_sources

_T = TypeVar("_T")
# What a source turned out not to list is forgotten so often: a pair that was halted comes back.
RENEWED_S = 3600.0
# So often it is looked whether the machine slept.
LOOK_S = 2.0

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Turn:
    """When a source is asked again (loop time), when it may be asked at the earliest, and how it fares."""

    state: PollState = field(default_factory=PollState)
    due: float = 0.0
    allowed: float = 0.0


@dataclass(frozen=True, slots=True)
class Heard:
    """What one source said in a round: quotes, or the fault and how it fares now."""

    source: PriceSource
    quotes: Sequence[Quote]
    fault: str = ""
    retry_after_s: float | None = None


class Poller:
    """Asks the sources in rounds as long as its task lives; no failure ends it."""

    def __init__(
        self,
        work: Work,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
        missed: Callable[[], None] | None = None,
        gap: Gap | None = None,
        heard: Callable[[list[float]], float] | None = None,
    ) -> None:
        """Ask on behalf of `work`; `missed` is called after time went by unseen, as `gap` tells.

        `heard` is told by how many seconds each source's newest word is ahead of the clock.
        """
        self._heard = heard
        self._missed = missed
        self._gap = gap or Gap()
        self._work = work
        self._settings = settings
        self._clock = clock
        self._wake = asyncio.Event()
        self._turns: dict[str, Turn] = {}
        self._made_of: tuple[object, ...] = ()
        self._made_at = 0.0
        self._sources: Sources | None = None
        self._ticked = 0.0
        self.beat = time.monotonic()
        self.looked = 0.0

    def ring(self) -> None:
        """Begin a round at once; call it on the poller's loop."""
        self._wake.set()

    def sources(self) -> Sources:
        """Return the sources that the settings name; they are made anew when those change, and every hour."""
        settings = self._settings()
        made_of = (settings.polling, settings.sources, tuple(sorted(settings.source_bases.items())), settings.currency)
        other, now = made_of != self._made_of, time.monotonic()
        if self._sources is None or other or now - self._made_at > RENEWED_S:
            self._made_of, self._made_at = made_of, now
            names = settings.sources if settings.polling else ()
            self._sources = make_sources(source_symbols(), settings.source_bases, names)
            self._turns = {} if other else self._turns
        return self._sources

    async def run(self, client: HttpClient) -> None:
        """Ask when it is due or wished for, and let time pass in between."""
        loop = asyncio.get_running_loop()
        slept = False
        while True:
            self.beat = time.monotonic()
            asked = self._wake.is_set()
            self._wake.clear()
            if slept:
                log.info("time went by unseen: asking for prices and for what was missed")
                asked = True
                for turn in self._turns.values():
                    turn.allowed = turn.due = 0.0
                if self._missed is not None:
                    self._missed()
            try:
                await self._once(client, loop.time(), asked=asked)
                self.looked = time.monotonic()
            except Exception as error:  # the watch must not end, whatever one round of it brought
                log.exception("a round of the watch failed, the next one follows: %s", error)
                self._put_off(loop.time())
            slept = await self._rest(min(TICK_S, max(self._next_due() - loop.time(), 0.05)))

    async def _rest(self, wait: float) -> bool:
        """Wait until it is time or wished for; return early, and whether that is why, where time went by unseen.

        A sleeping machine halts the loop's own clock, so that the wait would go on where it was.
        """
        end = asyncio.get_running_loop().time() + wait
        while True:
            if self._gap.passed_s() > 2 * float(self._settings().poll_s):
                return True
            left = end - asyncio.get_running_loop().time()
            if left <= 0 or self._wake.is_set():
                return False
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), min(left, LOOK_S))

    async def _once(self, client: HttpClient, now: float, *, asked: bool) -> None:
        if not await self._done(self._work.query(lambda monitor: monitor.may_ring(self._clock()))):
            await self._done(self._work.run(lambda monitor, at: None))  # what another program rings is shown here
            return
        interval = float(self._settings().poll_s)
        prices = self.sources().prices
        turns = {source.name: self._turns.setdefault(source.name, Turn()) for source in prices}
        if not any(turn.due <= now or (asked and turn.allowed <= now) for turn in turns.values()):
            self._ticked = now
            await self._done(self._work.run(lambda monitor, at: monitor.tick(at)))
            return
        # Whoever is due within half an interval joins, so that their words are judged side by side.
        soon = now + (interval / 2 if not asked else float("inf"))
        ready = [s for s in prices if turns[s.name].due <= soon and turns[s.name].allowed <= now + interval / 2]
        await self._round(client, ready)

    async def _round(self, client: HttpClient, ready: Sequence[PriceSource]) -> None:
        needed = await self._done(self._work.query(lambda monitor: monitor.assets_to_price()))
        heard = [one for one in await asyncio.gather(*(self._ask(client, s, needed) for s in ready)) if one]
        now = asyncio.get_running_loop().time()
        health = [self._settle(client, one, now) for one in heard]
        idle = {source.name for source in ready} - {one.source.name for one in heard}
        for name in idle:
            self._turns[name].due = now + self._settings().poll_s
        quotes = [quote for one in heard for quote in one.quotes]
        self._set_clock(heard)
        ticks = not quotes or now - self._ticked >= TICK_S  # rounds may follow each other faster than ticks
        self._ticked = now if ticks else self._ticked

        def act(monitor: Monitor, at: datetime) -> list[AlertRecord]:
            for one in health:
                before = monitor.feeds.get(one.name, FeedHealth(one.name))
                good = before.last_good if one.failures else at
                monitor.feeds[one.name] = replace(one, last_good=good)
            rung = monitor.accept(quotes, at) if quotes else []
            return rung + monitor.tick(at) if ticks else rung

        await self._done(self._work.run(act))

    def _set_clock(self, heard: Sequence[Heard]) -> None:
        """Let the clock hear what time the sources have; those that tell rates of a day say nothing about it."""
        newest = [
            max((quote.at - quote.received).total_seconds() for quote in stamped)
            for one in heard
            if not one.source.every_s and (stamped := [q for q in one.quotes if q.at != q.received])
        ]
        if self._heard is not None and (moved := self._heard(newest)):
            log.warning("the clock was %.0f s off and goes by the sources now", moved)

    async def _ask(self, client: HttpClient, source: PriceSource, needed: frozenset[str]) -> Heard | None:
        currency = self._settings().currency
        wanted = {asset for asset in needed if source.knows(asset, currency)}
        if not wanted:
            return None
        try:
            return Heard(source, await source.quotes(client, wanted, currency, self._clock()))
        except FetchError as error:
            log.info("poll of %s failed: %s", source.name, error)
            return Heard(source, (), str(error), error.retry_after_s)
        except Exception as error:  # a source may answer what its author did not think of
            log.exception("poll of %s failed", source.name)
            return Heard(source, (), f"{type(error).__name__}: {error}")

    def _settle(self, client: HttpClient, heard: Heard, now: float) -> FeedHealth:
        turn = self._turns.setdefault(heard.source.name, Turn())
        failures = turn.state.failures + 1 if heard.fault else 0
        turn.state = PollState(failures, heard.retry_after_s)
        interval = float(self._settings().poll_s)
        slow = interval if failures else max(interval, heard.source.every_s)
        wait = wait_s(turn.state, slow, random.random())  # noqa: S311 - no secret
        turn.due, turn.allowed = now + wait, now + (heard.retry_after_s or 0.0)
        usage = client.usage_of(heard.source.base)
        return FeedHealth(
            heard.source.name,
            None,
            failures,
            heard.fault,
            self._clock() + timedelta(seconds=wait),
            usage.used if usage else 0,
            usage.allowed if usage else 0,
            usage.per_s if usage else 0.0,
            ", ".join(f"{name} {word}" for name, word in usage.told) if usage else "",
        )

    def _put_off(self, now: float) -> None:
        for turn in self._turns.values():
            turn.state = PollState(turn.state.failures + 1)
            turn.due = now + wait_s(turn.state, float(self._settings().poll_s), random.random())  # noqa: S311

    def _next_due(self) -> float:
        return min((turn.due for turn in self._turns.values()), default=float("inf"))

    async def _done(self, future: "Future[_T]") -> _T:
        return await asyncio.wrap_future(future)
