"""The step of a watched level: a pure function of its state, the level and one sample of LTV."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.state import LATCHED, AlertState, LevelState
from desktop_app.domain.loans.ladder import Level


@dataclass(frozen=True, slots=True)
class Sample:
    """LTV of a loan at an instant. `known` is false while a price is missing or stale."""

    at: datetime
    ltv: Decimal | None
    known: bool = True


def rearmed(level: Level, ltv: Decimal | None, hysteresis: Decimal) -> bool:
    """Tell whether `ltv` lies at or under level - hysteresis, so that the level may ring again."""
    return ltv is not None and not level.reached(ltv) and ltv <= level.ltv - hysteresis


def step(state: LevelState, level: Level, sample: Sample, hysteresis: Decimal) -> LevelState:
    """Return the state after `sample`.

    A level fires when it is reached and not latched; it re-arms only under level - hysteresis
    (both fractions of LTV), so that noise around a level rings once. A sample without data leads to
    NO_DATA and keeps the latch.
    """
    if not sample.known:
        if state.state is AlertState.NO_DATA:
            return state
        return replace(state, state=AlertState.NO_DATA, since=sample.at)
    if state.state is AlertState.SNOOZED and state.snooze_until and sample.at >= state.snooze_until:
        state = replace(state, state=AlertState.FIRING, since=sample.at, snooze_until=None)
    if state.latched:
        if rearmed(level, sample.ltv, hysteresis):
            return LevelState(AlertState.RESOLVED, sample.at, sample.ltv)
        if state.state is AlertState.NO_DATA:
            resting = state.snooze_until is not None and sample.at < state.snooze_until
            back = AlertState.SNOOZED if resting else AlertState.FIRING
            until = state.snooze_until if resting else None
            return replace(state, state=back, since=sample.at, value=sample.ltv, snooze_until=until)
        return state
    if level.reached(sample.ltv):
        return LevelState(AlertState.FIRING, sample.at, sample.ltv, latched=True)
    if state.state is AlertState.NO_DATA:
        return LevelState(AlertState.OK, sample.at, sample.ltv)
    return state


def fired(before: LevelState, after: LevelState) -> bool:
    """Tell whether the step from `before` to `after` is one that must be told."""
    return after.latched and not before.latched


@dataclass(frozen=True, slots=True)
class Crossing:
    """A level was crossed upward at `at`; `until` is when it re-armed, None while it has not.

    `opened` is when the candle began whose close crossed it: the level may have been reached since then.
    `price_asset` and `price` are the collateral that weighed most.
    """

    level: Level
    at: datetime
    ltv: Decimal | None
    until: datetime | None = None
    opened: datetime | None = None
    price_asset: str = ""
    price: Decimal | None = None


def crossings(level: Level, samples: Iterable[Sample], hysteresis: Decimal) -> list[Crossing]:
    """Return every upward crossing of `level` over `samples` (ascending), by the same steps as live."""
    found: list[Crossing] = []
    state = LevelState()
    for sample in samples:
        after = step(state, level, sample, hysteresis)
        if fired(state, after):
            found.append(Crossing(level, sample.at, sample.ltv))
        elif state.latched and not after.latched:
            found[-1] = replace(found[-1], until=sample.at)
        state = after
    return found


def is_active(state: LevelState) -> bool:
    """Tell whether the level is reached and still stands to be dealt with."""
    return state.state in LATCHED or (state.state is AlertState.NO_DATA and state.latched)
