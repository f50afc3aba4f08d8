"""How often a level would have rung on given samples: by hysteresis, by every crossing, or with a rest after each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from desktop_app.domain.alerts.evaluate import Sample, crossings
from desktop_app.domain.loans.ladder import Level


@dataclass(frozen=True, slots=True)
class Preview:
    """How many samples lie at the level, when they crossed it upward, and which of that would have rung.

    `hysteresis` rings as the program does; `cooldown` at each crossing that comes so long after the last ring.
    """

    reached: int
    crossed: tuple[datetime, ...]
    hysteresis: tuple[datetime, ...]
    cooldown: tuple[datetime, ...]


def preview(level: Level, samples: Sequence[Sample], hysteresis: Decimal, rest: timedelta) -> Preview:
    """Return how often `level` would have rung over `samples` (ascending in time)."""
    reached, before = 0, False
    crossed: list[datetime] = []
    rested: list[datetime] = []
    for sample in samples:
        now = sample.known and level.reached(sample.value)
        reached += now
        if now and not before:
            crossed.append(sample.at)
            if not rested or sample.at - rested[-1] >= rest:
                rested.append(sample.at)
        before = now
    rings = (crossing.at for crossing in crossings(level, samples, hysteresis))
    return Preview(reached, tuple(crossed), tuple(rings), tuple(rested))
