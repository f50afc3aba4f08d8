"""Three clocks side by side, so that sleep and a clock that was set are seen."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def boottime() -> float:
    """Return seconds since the start of the machine, sleep included where the system tells it."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


@dataclass(frozen=True, slots=True)
class Moment:
    """One look at all clocks, in seconds: the wall's, the machine's with and without sleep."""

    wall: float
    boot: float
    steady: float


def look() -> Moment:
    """Return what the clocks say now."""
    return Moment(datetime.now(UTC).timestamp(), boottime(), time.monotonic())


class Gap:
    """Tells when more time went by outside than the program lived through: sleep, or a clock set forward."""

    def __init__(self, looking: Callable[[], Moment] = look) -> None:
        self._look = looking
        self._last = looking()

    def passed_s(self) -> float:
        """Return the seconds since the last call that this program did not run; a clock set back counts as none."""
        before, self._last = self._last, self._look()
        now = self._last
        lived = now.steady - before.steady
        return max(0.0, now.boot - before.boot - lived, now.wall - before.wall - lived)
