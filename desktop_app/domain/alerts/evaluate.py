"""The step of a watched limit: a pure function of its state, the limit and one sample of its value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Protocol

from desktop_app.domain.alerts.state import LATCHED, AlertState, WatchState
from desktop_app.domain.loans.ladder import Level


class Limit(Protocol):
    """Something to be reached, and left again on its safe side."""

    def reached(self, value: Decimal | None) -> bool:
        """Tell whether `value` (None: endless) lies at the limit or beyond."""
        ...

    def rearmed(self, value: Decimal | None) -> bool:
        """Tell whether `value` came back far enough for the limit to ring again."""
        ...

    def worse(self, value: Decimal | None, than: Decimal | None) -> bool:
        """Tell whether `value` lies clearly deeper than `than`."""
        ...


@dataclass(frozen=True, slots=True)
class LevelLimit:
    """A level of a ladder as a limit: it re-arms `hysteresis` (of LTV, fraction) under itself."""

    level: Level
    hysteresis: Decimal

    def reached(self, value: Decimal | None) -> bool:
        """Tell whether the LTV `value` has reached the level."""
        return self.level.reached(value)

    def rearmed(self, value: Decimal | None) -> bool:
        """Tell whether the LTV `value` lies at or under level - hysteresis."""
        return value is not None and not self.level.reached(value) and value <= self.level.ltv - self.hysteresis

    def worse(self, value: Decimal | None, than: Decimal | None) -> bool:
        """Tell whether the LTV `value` lies over `than` by more than the hysteresis."""
        return than is not None and (value is None or value > than + self.hysteresis)


@dataclass(frozen=True, slots=True)
class Sample:
    """The value of a subject at an instant. `known` is false while a price behind it is missing or stale."""

    at: datetime
    value: Decimal | None
    known: bool = True


def step(state: WatchState, limit: Limit, sample: Sample, for_s: int = 0) -> WatchState:
    """Return the state after `sample`.

    A limit fires when it is reached and not latched, after it held for `for_s` seconds; it re-arms only
    on the safe side of its hysteresis, so that noise around it rings once. A sample without data leads
    to NO_DATA and keeps the latch and the answer; a snooze ends at its time all the same.
    """
    if not sample.known:
        return _without_data(state, sample)
    if state.state is AlertState.NO_DATA:
        state = _with_data_again(state, sample)
    if state.latched:
        if limit.rearmed(sample.value):
            return WatchState(AlertState.RESOLVED, sample.at, sample.value)
        return _awake(state, limit, sample)
    if not limit.reached(sample.value):
        if state.state is AlertState.PENDING:
            return WatchState(AlertState.OK, sample.at, sample.value)
        return state
    begun = state.since if state.state is AlertState.PENDING else None
    if for_s and (begun is None or begun > sample.at):  # what began ahead of now was timed by a clock since set back
        return WatchState(AlertState.PENDING, sample.at, sample.value)
    if for_s and begun is not None and sample.at - begun < timedelta(seconds=for_s):
        return state
    return WatchState(AlertState.FIRING, sample.at, sample.value, latched=True)


def _without_data(state: WatchState, sample: Sample) -> WatchState:
    if not state.latched:
        without = replace(state, state=AlertState.NO_DATA, since=sample.at)
        return state if state.state is AlertState.NO_DATA else without
    kept = answer_of(state)
    if kept is AlertState.SNOOZED and _slept_enough(state, sample):
        return replace(
            state,
            state=AlertState.NO_DATA,
            kept=AlertState.FIRING,
            since=sample.at,
            snooze_until=None,
            worse_than=None,
        )
    return replace(state, state=AlertState.NO_DATA, kept=kept)


def _with_data_again(state: WatchState, sample: Sample) -> WatchState:
    if not state.latched:
        return WatchState(AlertState.OK, sample.at, sample.value)
    return replace(state, state=answer_of(state), kept=None)


def _awake(state: WatchState, limit: Limit, sample: Sample) -> WatchState:
    """Return a latched state after its snooze, where that is over by time or by a worse value."""
    if state.state is not AlertState.SNOOZED:
        return state
    if not _slept_enough(state, sample) and not limit.worse(sample.value, state.worse_than):
        return state
    return replace(
        state,
        state=AlertState.FIRING,
        since=sample.at,
        value=sample.value,
        snooze_until=None,
        worse_than=None,
    )


def _slept_enough(state: WatchState, sample: Sample) -> bool:
    """Tell whether a snooze is over by time; one that began ahead of now was timed by a clock since set back."""
    if state.snooze_until is None:
        return False
    return sample.at >= state.snooze_until or (state.since is not None and sample.at < state.since)


def answer_of(state: WatchState) -> AlertState:
    """Return where the alert of a latched limit stands, with data or without: unanswered, or how it was answered."""
    return state.kept or AlertState.FIRING if state.state is AlertState.NO_DATA else state.state


def is_unanswered(state: WatchState) -> bool:
    """Tell whether an alert stands that nobody answered; without data it does not count as over."""
    return state.latched and answer_of(state) is AlertState.FIRING


def fired(before: WatchState, after: WatchState) -> bool:
    """Tell whether the step from `before` to `after` is a new alert."""
    return after.latched and not before.latched


def awoke(before: WatchState, after: WatchState) -> bool:
    """Tell whether a snooze ended between `before` and `after`, so that the alert must be told again."""
    return before.latched and answer_of(before) is AlertState.SNOOZED and is_unanswered(after)


def is_due_again(state: WatchState, repeat_s: int, now: datetime) -> bool:
    """Tell whether an alert that nobody answered is to be told again at `now`.

    One that rang ahead of now was timed by a clock since set back: it is due.
    """
    if not is_unanswered(state) or not repeat_s or state.rung is None:
        return False
    return not timedelta(0) <= now - state.rung < timedelta(seconds=repeat_s)


def rung_again(state: WatchState, repeat_s: int, now: datetime) -> WatchState:
    """Return the state after one more ring: on the beat of the first one, so that late looks do not add up."""
    assert state.rung is not None
    beat = timedelta(seconds=repeat_s)
    if now < state.rung:
        return replace(state, since=now, rung=now, rings=state.rings + 1)
    return replace(state, rung=state.rung + (now - state.rung) // beat * beat, rings=state.rings + 1)


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
    state = WatchState()
    limit = LevelLimit(level, hysteresis)
    for sample in samples:
        after = step(state, limit, sample)
        if fired(state, after):
            found.append(Crossing(level, sample.at, sample.value))
        elif state.latched and not after.latched:
            found[-1] = replace(found[-1], until=sample.at)
        state = after
    return found


def is_active(state: WatchState) -> bool:
    """Tell whether the limit is reached and still stands to be dealt with."""
    return state.state in LATCHED or (state.state is AlertState.NO_DATA and state.latched)
