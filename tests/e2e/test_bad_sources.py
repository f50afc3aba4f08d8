"""Every price source misbehaves in every way before the real window, which stays quick, small and honest."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from bad_sources import STALE_S, DrivenClock, Fault, Gaps, Venue, resident_mb
from PySide6.QtWidgets import QTableView
from raw_server import RawServer, Script
from samples import QUOTES, Sample

from desktop_app.domain.platforms import Holding
from desktop_app.domain.prices.book import PriceState
from desktop_app.engine import commands, polling
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.service import Service
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.registry import Sources
from desktop_app.ui import price_words

DEADLINE_S = 0.25
LONGEST_GAP_MS = 250
MOST_GROWTH_MB = 20
# Waits between polls are a hundredth as long, and so are the rests that hosts are given.
HASTE = 100
SHORT = ("okx", "ecb")


class Walk:
    """One window before one venue, led from fault to fault."""

    def __init__(self, desk, venue: Venue, current: list[Script], clock: DrivenClock) -> None:
        self.desk = desk
        self.venue = venue
        self.clock = clock
        self._current = current
        self.page = desk.main.window.pages["prices"]
        self.growth = 0.0
        self.served = 0

    @property
    def price(self):
        return next((one for one in self.desk.snapshot.prices if one.asset == self.venue.asset), None)

    @property
    def feed(self):
        return next((one for one in self.desk.snapshot.feeds if one.name == self.venue.sample.source), None)

    def recover(self) -> None:
        """Let the venue be well, press nothing, and wait until the window believes it again."""
        if self.venue.sample.source == "ecb":
            self.clock.push(timedelta(days=1))  # its rates are of a day, and one day's are told once
        since = self.clock()
        self._current[0] = self.venue.good()
        self.desk.wait_until(
            lambda: (
                self.feed is not None
                and not self.feed.failures
                and self.feed.last_good > since
                and self.price is not None
                and self.price.state is PriceState.FRESH
            ),
            timeout=10_000,
        )

    def suffer(self, fault: Fault) -> None:
        """Let the venue misbehave until the price is stale, and hold the window to what it must show."""
        held, since = resident_mb(), self.clock()
        self.served = 0
        self._current[0] = fault.script()
        self.clock.push(self.venue.span)
        self.desk.wait_until(lambda: self.noticed(fault, since), timeout=10_000)
        self.desk.wait_until(lambda: self.price.state is PriceState.STALE, timeout=10_000)
        assert self.price.value in self.venue.values
        if fault.large:
            self.growth = max(self.growth, resident_mb() - held)
        words = self.told()
        assert "stale" in words.lower() or "grow stale" in words
        if self.feed.failures:
            assert price_words.fault(self.feed.fault) in words
            assert "No source has answered since" in words
        elif reason := self.reason():
            assert price_words.rejection(reason, self.desk.snapshot.settings) in words
        else:
            assert f"Stale: {self.venue.asset}" in words

    def noticed(self, fault: Fault, since) -> bool:
        """Tell whether the window knows of the fault, by one of the ways in which it may."""
        code = self.feed.fault.partition(":")[0]
        if code in fault.codes or (self.feed.failures and code == "resting"):
            return True
        if self.reason() in fault.reasons:
            return True
        # An answer with nothing usable in it is no failure; when the next is asked for, it was dealt with.
        return not self.feed.failures and self.feed.last_good > since and self.served > 1

    def reason(self) -> str:
        """Return why the source's last word was refused."""
        asset = self.venue.asset
        return next((word.reason for word in self.desk.snapshot.words if word.quote.asset == asset), "")

    def told(self) -> str:
        """Return all that the page says: its sentences, and every cell of its tables, tab by tab."""
        found = []
        for number in (0, 2):  # assets and sources
            self.page.tabs.setCurrentIndex(number)
            found.append(self.desk.words())
            for table in self.page.findChildren(QTableView):
                if table.isVisible():
                    model = table.model()
                    cells = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
                    found += [str(model.index(row, column).data()) for row, column in cells]
        return "\n".join(found)


@pytest.fixture
def walk(open_desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Sample], Walk]]:
    """Open a window before a source's stand-in."""
    servers: list[RawServer] = []
    real_wait = polling.wait_s
    monkeypatch.setattr(polling, "wait_s", lambda state, span, jitter: real_wait(state, min(span, 5.0), jitter) / HASTE)

    real_make = polling.make_sources

    def unhurried(*words) -> Sources:
        """Make the sources without limits of their own, which real seconds would have to pass for."""
        made = real_make(*words)
        for one in made.prices:
            one.allowance = Allowance(1_000_000, 1.0)
        return made

    monkeypatch.setattr(polling, "make_sources", unhurried)
    monkeypatch.setattr(polling, "RENEWED_S", 0.5)

    def start(sample: Sample) -> Walk:
        clock = DrivenClock()
        venue = Venue(sample, clock)
        monkeypatch.setattr(polling, "source_symbols", venue.symbols)
        current = [venue.good()]
        made: list[Walk] = []

        def serve(connection: socket.socket, over: threading.Event) -> None:
            script = current[0]
            if made:
                made[0].served += 1
            script(connection, over)

        server = RawServer(serve)
        servers.append(server)

        def prepare(service: Service) -> None:
            def change(monitor: Monitor, now) -> None:
                for name, value in (
                    ("sources", (sample.source,)),
                    ("source_bases", {sample.source: server.base}),
                    ("backfill", False),
                    ("poll_s", 5),
                    ("stale_s", STALE_S),
                    ("currency", sample.currency),
                ):
                    commands.change_setting(monitor, name, value)
                commands.save_holding(monitor, Holding("h", "wallet", sample.asset, 1), "Own wallet", now)

            service.run(change).result()

        desk = open_desk(
            polling=True,
            prepare=prepare,
            clock=clock,
            client=lambda: HttpClient(DEADLINE_S, clock=lambda: time.monotonic() * HASTE),
        )
        desk.main.window.open_page("prices")
        made.append(Walk(desk, venue, current, clock))
        return made[0]

    yield start
    for server in servers:
        server.stop()


def go_through(walk: Walk) -> tuple[float, int]:
    """Lead a window through every fault of its venue; return the longest gap (ms) and how many there were."""
    walk.recover()
    faults = walk.venue.faults()
    gaps = Gaps()
    try:
        for name, fault in faults.items():
            try:
                walk.suffer(fault)
                walk.recover()
            except Exception as error:
                error.add_note(f"{walk.venue.sample.source}: {name}; {walk.feed}; {walk.price}; {walk.reason()}")
                raise
    finally:
        gaps.stop()
    assert gaps.longest_ms < LONGEST_GAP_MS
    assert walk.growth < MOST_GROWTH_MB
    return gaps.longest_ms, len(faults)


@pytest.mark.parametrize("sample", [one for one in QUOTES if one.source in SHORT], ids=lambda sample: sample.source)
def test_a_source_that_fails_in_every_way_neither_stops_nor_deceives_the_window(walk, sample: Sample) -> None:
    gap, count = go_through(walk(sample))
    print(f"{sample.source}: {count} faults, longest gap {gap:.0f} ms")  # noqa: T201


@pytest.mark.slow
@pytest.mark.parametrize("sample", [one for one in QUOTES if one.source not in SHORT], ids=lambda sample: sample.source)
def test_every_other_source_fails_in_every_way(walk, sample: Sample) -> None:
    one = walk(sample)
    gap, count = go_through(one)
    told = f"{sample.source}: {count} faults, longest gap {gap:.0f} ms, grown by {one.growth:.1f} MB"
    print(told)  # noqa: T201
