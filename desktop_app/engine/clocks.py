"""The time that the watch goes by: the wall's at the start, then the machine's own, set right by the sources.

Somebody may set the wall clock a day ahead or an hour back while the program runs. Time that is counted by the
machine since its start, sleep included, does not jump; and two sources that agree know better than the wall.
"""

import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

AGREE_S = 60.0
WRONG_S = 120.0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """One look at all clocks, in seconds: the wall's, the machine's with and without sleep."""

    wall: float
    boot: float
    steady: float


def look() -> Moment:
    """Return what the clocks say now."""
    return Moment(time.time(), _boottime(), time.monotonic())


def _boottime() -> float:
    """Return seconds that go on during sleep, where the system has a clock that does."""
    name = "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
    clock = getattr(time, name, None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class Clock:
    """Tells the time (aware UTC) without jumps, for every thread."""

    def __init__(self, looking: Callable[[], Moment] = look) -> None:
        self._look = looking
        first = looking()
        self._anchor = first.wall - first.boot
        self._without_sleep = sys.platform == "win32"  # its clock counts sleep in some versions and not in others

    def __call__(self) -> datetime:
        """Return the time now."""
        moment = self._look()
        if self._without_sleep and moment.wall - moment.boot - self._anchor > WRONG_S:
            self._anchor = moment.wall - moment.boot
        return _EPOCH + timedelta(seconds=self._anchor + moment.boot)

    def off_s(self) -> float:
        """Return by how many seconds the wall clock is ahead of this one (negative: behind)."""
        moment = self._look()
        return moment.wall - moment.boot - self._anchor

    def heard(self, ahead: Iterable[float]) -> float:
        """Set the time right by sources whose words are `ahead` of it by so many seconds; return the correction.

        Nothing is changed unless two at least agree within a minute that it is wrong by more than two: a
        source alone may be wrong itself, and all are late by a moment.
        """
        known = sorted(ahead)
        middle = median(known) if known else 0.0
        agreeing = [one for one in known if abs(one - middle) <= AGREE_S]
        if abs(middle) <= WRONG_S or len(agreeing) < 2 or len(agreeing) * 2 <= len(known):
            return 0.0
        self._anchor += middle
        return float(middle)


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
