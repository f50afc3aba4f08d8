"""A venue that misbehaves beside a real window: its good answers, its faults, and what is watched meanwhile."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from faults import OVERDUE, answer, gone_silent, on_the_wire, saying
from PySide6.QtCore import QTimer
from raw_server import Script
from samples import NOW, SYMBOLS, Sample

STATM = Path("/proc/self/statm")
STALE_S = 10


class DrivenClock:
    """A clock that goes by itself from the samples' day on, and further where a test pushes it."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._offset = timedelta()

    def __call__(self) -> datetime:
        return NOW + timedelta(seconds=time.monotonic() - self._began) + self._offset

    def push(self, span: timedelta) -> None:
        self._offset += span


class Gaps:
    """The longest time that the event loop did not come round, by a timer of 5 ms."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


@dataclass(frozen=True)
class Fault:
    """What a venue does: `codes` of which one is told of its fetch, or `reasons` for which its word is refused.

    Without either nothing is wrong with the answer but that it tells nothing new.
    """

    script: Callable[[], Script]
    codes: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    large: bool = False


class Venue:
    """The stand-in for one source: what it says when all is well, and each of its faults."""

    def __init__(self, sample: Sample, clock: DrivenClock) -> None:
        self.sample = sample
        self.clock = clock
        self.step = 0
        self.asset = sample.asset
        self.span = timedelta(days=6) if sample.source == "ecb" else timedelta(seconds=6 * STALE_S)
        self.values: set[Decimal] = set()
        self._last = ""

    def symbols(self) -> dict[str, dict[str, str]]:
        """Return the one source's name of the one asset, and the money that the ECB needs for it."""
        names = SYMBOLS[self.sample.source]
        return {self.sample.source: {code: name for code, name in names.items() if code in (self.asset, "EUR")}}

    def good(self) -> Script:
        """Return the script of a good answer with a price of its own, dated now."""
        self.step += 1
        said = Decimal(self._price(Decimal(1)).strip('"'))
        self.values.add(said if self.sample.source != "ecb" else 1 / said)
        return lambda connection, over: connection.sendall(answer(self._good_body().encode()))

    def _good_body(self) -> str:
        self._last = self.sample.body(price=self._price(Decimal(1)), time=self._stamp(self.clock()))
        return self._last

    def _price(self, factor: Decimal) -> str:
        quoted = self.sample.price.startswith('"')
        base = Decimal(self.sample.price.strip('"'))
        # A hundred times the price is a hundredth of the ECB's rate, which is what one euro costs.
        value = (base + self.step % 7) * factor if self.sample.source != "ecb" else base / factor
        return json.dumps(str(value)) if quoted else str(value)

    def _stamp(self, at: datetime) -> str | None:
        if "@TIME@" not in self.sample.entry:
            return None
        if self.sample.source == "ecb":
            return (at - timedelta(days=1)).date().isoformat()
        quoted, bare = self.sample.time.startswith('"'), self.sample.time.strip('"')
        if "T" in bare:
            return json.dumps(at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
        seconds = at.timestamp()
        text = str(int(seconds * 1000) if len(bare) == 13 else int(seconds))
        return json.dumps(text) if quoted else text

    def _said(self, **parts: str | None) -> Callable[[], Script]:
        """Return the maker of a script whose answer has something bad in it."""

        def script(connection: object, over: object) -> None:
            now = {"time": self._stamp(self.clock())} if "time" not in parts else {}
            connection.sendall(answer(self.sample.body(**now, **parts).encode()))

        return lambda: script

    def _dated(self, shift: timedelta) -> Callable[[], Script]:
        def script(connection: object, over: object) -> None:
            connection.sendall(answer(self.sample.body(time=self._stamp(self.clock() + shift)).encode()))

        return lambda: script

    def faults(self) -> dict[str, Fault]:
        """Return every fault of this source by name."""
        good = self.sample.body().encode()
        wire = on_the_wire(good)
        no_number, no_data = frozenset({"unexpected_answer", "not_json"}), frozenset({"not_json", "unexpected_answer"})
        found = {
            "silence": Fault(lambda: gone_silent(b""), frozenset({"timeout"})),
            "slow body": Fault(lambda: OVERDUE["slow body"], frozenset({"timeout"})),
            "429 with Retry-After": Fault(
                lambda: saying(answer(b"{}", b"retry-after: 2", status=b"429 Too Many Requests")),
                frozenset({"too_many_requests"}),
            ),
            "500": Fault(lambda: wire["500"], frozenset({"status"})),
            "503": Fault(lambda: wire["503"], frozenset({"status"})),
            "HTML with 200": Fault(lambda: saying(answer(b"<!doctype html><html><body>moment")), no_data),
            "cut in the middle": Fault(lambda: saying(answer(good[: len(good) // 2])), no_data),
            "100 times the price": Fault(
                self._said(price=self._price(Decimal(100))), reasons=frozenset({"unconfirmed_jump"})
            ),
            "redirect to http": Fault(lambda: wire["redirect to http://example.org/"], frozenset({"redirect"})),
            "redirect to a file": Fault(lambda: wire["redirect to file:///etc/passwd"], frozenset({"redirect"})),
            "gzip bomb": Fault(lambda: wire["gzip bomb"], no_data, large=True),
            "1 GB": Fault(lambda: wire["gigabyte"], frozenset({"too_large"}), large=True),
        }
        refused = frozenset({"not_positive"})
        for token in ("NaN", '"inf"', "0", "-5", "[]", "true", '"much"', "null"):
            found[f"price {token}"] = Fault(self._said(price=token), no_number, refused)
        if self.sample.symbol:
            swapped = self._said(symbol=self.sample.other, price=self._price(Decimal("0.5")))
            found["swapped symbols"] = Fault(swapped, no_number)
        if "@TIME@" in self.sample.entry:
            late = frozenset({"out_of_order"})
            found["repeated"] = Fault(lambda: saying(answer(self._last.encode())))
            found["out of order"] = Fault(self._dated(-self.span - timedelta(days=3)), reasons=late)
            found["of the future"] = Fault(self._dated(timedelta(days=9)), no_number, frozenset({"future"}))
        return found


def resident_mb() -> float:
    """Return how much memory the process holds; 0 where that is not told."""
    return int(STATM.read_text().split()[1]) * 4096 / 1e6 if STATM.exists() else 0.0
