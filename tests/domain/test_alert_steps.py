"""A level rings once when it is reached, and again only after it was left by the hysteresis."""

import random
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from builders import level, utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.alerts.evaluate import LevelLimit, Sample, crossings, fired, is_active, step
from desktop_app.domain.alerts.state import AlertState, WatchState

CALL = level("call 0.70")
POINT = Decimal("0.01")
START = utc("2026-11-21")
OK, PENDING, FIRING, ACKNOWLEDGED, SNOOZED, RESOLVED, NO_DATA = AlertState


def sample(minute: int, ltv: str | Decimal | None, *, known: bool = True) -> Sample:
    return Sample(START + timedelta(minutes=minute), None if ltv is None else Decimal(ltv), known)


def walk(*ltvs: str | None, state: WatchState | None = None) -> list[WatchState]:
    """The states after each LTV, one a minute; ``?`` is a sample without data."""
    found = [state or WatchState()]
    for minute, ltv in enumerate(ltvs):
        taken = sample(minute, None, known=False) if ltv == "?" else sample(minute, ltv)
        found.append(step(found[-1], LevelLimit(CALL, POINT), taken))
    return found[1:]


def rings(*ltvs: str | None) -> list[int]:
    """The minutes at which the level rings."""
    states = [WatchState(), *walk(*ltvs)]
    return [minute for minute, before in enumerate(states[:-1]) if fired(before, states[minute + 1])]


@pytest.mark.parametrize(
    ("ltvs", "minutes"),
    [
        (("0.6999999", "0.70"), [1]),
        (("0.70",), [0]),
        (("0.75", "0.71", "0.6999", "0.75"), [0]),
        (("0.75", "0.6901", "0.75"), [0]),
        (("0.75", "0.69", "0.75"), [0, 2]),
        (("0.75", "0.5", "0.5", "0.75"), [0, 3]),
        (("0.75", None, "0.75"), [0]),
        ((None, "0.5", None), [0, 2]),
        (("0.75", "?", "0.75"), [0]),
        (("0.75", "?", "?", "0.5", "0.75"), [0, 4]),
        (("?", "0.75"), [1]),
        (("0.5", "?", "0.5"), []),
        (("?", "?"), []),
    ],
)
def test_when_a_level_rings(ltvs: tuple[str | None, ...], minutes: list[int]) -> None:
    assert rings(*ltvs) == minutes


@pytest.mark.parametrize("seed", range(3))
def test_ten_thousand_ticks_of_noise_round_the_level_ring_once(seed: int) -> None:
    noise = random.Random(seed)
    state, rung = WatchState(), 0
    for second in range(10_000):
        ltv = CALL.ltv * (1 + Decimal(str(round(noise.uniform(-0.002, 0.002), 6))))
        after = step(state, LevelLimit(CALL, POINT), Sample(START + timedelta(seconds=second), ltv))
        rung += fired(state, after)
        state = after
    assert rung == 1
    assert state.state is FIRING


def test_the_latch_holds_the_value_that_fired() -> None:
    first, later, deeper = walk("0.72", "0.705", "0.80")
    assert (first.state, first.value, first.since, first.latched) == (FIRING, Decimal("0.72"), START, True)
    assert later == deeper == first


def test_no_data_is_a_state_of_its_own_and_keeps_the_latch() -> None:
    _, lost, still, back = walk("0.72", "?", "?", "0.72")
    assert (lost.state, lost.latched) == (NO_DATA, True)
    assert is_active(lost)
    assert still == lost
    assert (back.state, back.latched) == (FIRING, True)


def test_no_data_is_never_ok() -> None:
    lost, back = walk("?", "0.5")
    assert lost.state is NO_DATA
    assert not is_active(lost)
    assert back.state is OK


def test_a_level_that_was_left_is_resolved_with_the_value_that_left_it() -> None:
    _, resolved, kept = walk("0.72", "0.69", "0.68")
    assert (resolved.state, resolved.value, resolved.latched) == (RESOLVED, Decimal("0.69"), False)
    assert kept == resolved


def test_an_acknowledged_level_stays_quiet_until_it_was_left() -> None:
    acknowledged = WatchState(ACKNOWLEDGED, START, Decimal("0.72"), "a", latched=True)
    assert [state.state for state in walk("0.9", "0.69", "0.72", state=acknowledged)] == [
        ACKNOWLEDGED,
        RESOLVED,
        FIRING,
    ]


def test_a_snooze_ends_at_its_time() -> None:
    snoozed = WatchState(SNOOZED, START, Decimal("0.72"), "a", START + timedelta(minutes=2), latched=True)
    states = walk("0.72", "0.72", "0.72", state=snoozed)
    assert [state.state for state in states] == [SNOOZED, SNOOZED, FIRING]
    assert states[-1].snooze_until is None


def test_a_snooze_runs_on_while_there_are_no_data() -> None:
    snoozed = WatchState(SNOOZED, START, Decimal("0.72"), "a", START + timedelta(minutes=3), latched=True)
    early = walk("?", "0.72", "0.72", "0.72", state=snoozed)
    assert [state.state for state in early] == [NO_DATA, SNOOZED, SNOOZED, FIRING]
    over = walk("0.72", "?", "?", "0.72", state=snoozed)
    assert [state.state for state in over] == [SNOOZED, NO_DATA, NO_DATA, FIRING]
    assert over[-1].snooze_until is None


def test_a_snooze_ends_where_the_level_is_left() -> None:
    snoozed = WatchState(SNOOZED, START, Decimal("0.72"), "a", START + timedelta(hours=9), latched=True)
    assert walk("0.69", state=snoozed)[0].state is RESOLVED


@pytest.mark.parametrize(
    ("ltv", "over", "again"),
    [("0.69", False, True), ("0.6900001", False, False), (None, False, False), ("0.69", True, True)],
)
def test_a_level_rearms_at_the_hysteresis_under_it(ltv: str | None, over: bool, again: bool) -> None:
    watched = level("call >0.70") if over else CALL
    assert LevelLimit(watched, POINT).rearmed(None if ltv is None else Decimal(ltv)) is again


def test_a_level_without_hysteresis_rearms_under_itself_alone() -> None:
    assert not LevelLimit(CALL, Decimal(0)).rearmed(CALL.ltv)
    assert LevelLimit(level("call >0.70"), Decimal(0)).rearmed(CALL.ltv)


LTVS = st.lists(st.one_of(st.decimals("0", "1", places=3), st.none()), max_size=60)


@given(LTVS, st.decimals("0", "0.05", places=3))
def test_history_is_judged_by_the_same_steps_as_live(ltvs: list[Decimal | None], hysteresis: Decimal) -> None:
    samples = [sample(minute, ltv) for minute, ltv in enumerate(ltvs)]
    found = crossings(CALL, samples, hysteresis)
    state, live = WatchState(), []
    for taken in samples:
        after = step(state, LevelLimit(CALL, hysteresis), taken)
        if fired(state, after):
            live.append((taken.at, taken.value))
        state = after
    assert [(crossing.at, crossing.ltv) for crossing in found] == live
    assert (
        [crossing.until is None for crossing in found] == [False] * (len(found) - 1) + [state.latched]
        if found
        else True
    )


@given(LTVS)
def test_between_two_rings_the_level_was_left_by_the_hysteresis(ltvs: list[Decimal | None]) -> None:
    found = crossings(CALL, [sample(minute, ltv) for minute, ltv in enumerate(ltvs)], POINT)
    for first, second in pairwise(found):
        between = ltvs[(first.at - START) // timedelta(minutes=1) : (second.at - START) // timedelta(minutes=1)]
        assert any(ltv is not None and ltv <= CALL.ltv - POINT for ltv in between)
        assert first.until is not None
        assert first.at < first.until < second.at
