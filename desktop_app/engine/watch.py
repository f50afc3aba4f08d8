"""The monitor without a window: it runs until it is told to end, or looks once for a timer."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Protocol, TypeVar

from desktop_app.domain.prices.book import PriceState
from desktop_app.engine.dispatch import due_outside
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import Snapshot

ONCE_S = 60.0
SENDING_S = 30.0
CHECK_S = 5.0
_T = TypeVar("_T")


class Running(Protocol):
    """The service that does the watching."""

    def start(self) -> None:
        """Begin to watch."""

    def stop(self) -> None:
        """End the watch."""

    def now(self) -> datetime:
        """Return the time now (UTC)."""
        ...

    def check(self) -> bool:
        """Start what ended again; return whether the watch runs."""
        ...

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Ask the database thread."""
        ...


class Watch:
    """One watcher: `take` is given to its service as the listener. `snapshot` is the newest one."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self.snapshot: Snapshot | None = None

    def take(self, snapshot: Snapshot) -> None:
        """Remember the newest Snapshot."""
        with self._news:
            self.snapshot = snapshot
            self._news.notify_all()

    def run(self, service: Running, ended: threading.Event, told: Callable[[Snapshot], None], every_s: float) -> bool:
        """Watch until `ended`; let `told` have the newest Snapshot every `every_s` seconds.

        Return False as soon as the watch stands still for good, so that whoever started it can start it again.
        """
        service.start()
        try:
            line_at = time.monotonic() + every_s
            while not ended.wait(min(CHECK_S, every_s)):
                if not service.check():
                    return False
                if self.snapshot is not None and time.monotonic() >= line_at:
                    line_at += every_s
                    told(self.snapshot)
            return True
        finally:
            service.stop()

    def once(self, service: Running, patience_s: float = ONCE_S) -> Snapshot | None:
        """Ask every source once, judge, tell what is due, and end; return how it stands, None without an answer."""
        service.start()
        try:
            rings = service.query(lambda monitor: monitor.may_ring(service.now())).result()
            with self._news:
                if not rings:  # another program on the file watches: what it knows is in the file
                    return self.snapshot
                self._news.wait_for(lambda: self.snapshot is not None and _was_asked(self.snapshot), patience_s)
            self._wait_for_sending(service)
            return self.snapshot
        finally:
            service.stop()

    def _wait_for_sending(self, service: Running) -> None:
        """Give what is due a first try."""
        waits = threading.Event()
        for _ in range(int(SENDING_S / 0.2)):
            due = service.query(lambda monitor: due_outside(monitor, service.now())).result()
            if all(one.attempts for one in due):
                return
            waits.wait(0.2)


def _was_asked(snapshot: Snapshot) -> bool:
    held = snapshot.holdings or any(not view.closed for view in snapshot.loans)
    return bool(snapshot.feeds) or not held or not snapshot.settings.polling


def health_state(snapshot: Snapshot) -> str:
    """Return ``ok``, ``firing`` where an alert stands, or ``unknown`` where a loan cannot be judged."""
    unknown = any(view.state in (PriceState.STALE, PriceState.MISSING) for view in snapshot.open_loans)
    return "unknown" if unknown else "firing" if snapshot.active_alerts else "ok"


def health(snapshot: Snapshot) -> str:
    """Return one line on how the watch fares: ``key=value`` words that a script or a person can read."""
    loans = snapshot.open_loans
    unknown = [view for view in loans if view.state in (PriceState.STALE, PriceState.MISSING)]
    worst = next((view for view in loans if view.valuation is not None and view.valuation.ltv is not None), None)
    answered = [feed for feed in snapshot.feeds if not feed.failures]
    fields = {
        "state": health_state(snapshot),
        "loans": len(loans),
        "unknown": len(unknown),
        "worst_ltv": f"{worst.valuation.ltv:.4f}" if worst and worst.valuation and worst.valuation.ltv else "-",
        "worst_depth": worst.depth.value if worst else "-",
        "alerts": len(snapshot.active_alerts),
        "sources": f"{len(answered)}/{len(snapshot.feeds)}",
        "oldest_price": f"{snapshot.freshness.oldest:%Y-%m-%dT%H:%M:%SZ}" if snapshot.freshness.oldest else "-",
    }
    return f"{snapshot.at:%Y-%m-%dT%H:%M:%SZ} " + " ".join(f"{name}={value}" for name, value in fields.items())
