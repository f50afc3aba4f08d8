"""States of one watched limit, and the transitions between them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum


class AlertState(Enum):
    """Where a watched limit stands. NO_DATA is a state of its own, never "ok"."""

    OK = "ok"
    PENDING = "pending"
    FIRING = "firing"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"
    NO_DATA = "no_data"


LATCHED = frozenset({AlertState.FIRING, AlertState.ACKNOWLEDGED, AlertState.SNOOZED})


@dataclass(frozen=True, slots=True)
class WatchState:
    """The state of one limit of one subject since `since` (UTC), with the value that brought it there.

    `latched` keeps "has fired and not yet re-armed" over a spell of NO_DATA, so that data that come
    back at the same depth do not ring a second time; `kept` is the answer (acknowledged, snoozed) that
    comes back with them, and `since` stays the time of that answer. `worse_than` ends a snooze as soon
    as the value lies deeper. `rings` counts how often the alert was told, `rung` when last.
    """

    state: AlertState = AlertState.OK
    since: datetime | None = None
    value: Decimal | None = None
    alert_id: str = ""
    snooze_until: datetime | None = None
    latched: bool = False
    worse_than: Decimal | None = None
    kept: AlertState | None = None
    rung: datetime | None = None
    rings: int = 0


@dataclass(frozen=True, slots=True)
class Transition:
    """A change of state of an alert at `at`, with the value behind it (None: endless, or no value)."""

    alert_id: str
    before: AlertState
    after: AlertState
    at: datetime
    value: Decimal | None = None
