"""States of one watched level, and the transitions between them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum


class AlertState(Enum):
    """Where a watched level stands. NO_DATA is a state of its own, never "ok"."""

    OK = "ok"
    FIRING = "firing"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"
    NO_DATA = "no_data"


LATCHED = frozenset({AlertState.FIRING, AlertState.ACKNOWLEDGED, AlertState.SNOOZED})


@dataclass(frozen=True, slots=True)
class LevelState:
    """The state of one level of one loan since `since` (UTC), with the LTV that brought it there.

    `latched` keeps "has fired and not yet re-armed" over a spell of NO_DATA, so that data that come
    back at the same depth do not ring a second time.
    """

    state: AlertState = AlertState.OK
    since: datetime | None = None
    value: Decimal | None = None
    alert_id: str = ""
    snooze_until: datetime | None = None
    latched: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """A change of state at `at`, with the LTV behind it (None: endless, no collateral is left)."""

    level: str
    before: AlertState
    after: AlertState
    at: datetime
    ltv: Decimal | None
