"""Odds against what is known without drawing: one loan, one asset, a barrier."""

import math
from statistics import NormalDist

import numpy as np
import pytest

from desktop_app.engine.odds import CHUNK, Blocks, Book, FatTailed, Model, Normal, odds

N = NormalDist().cdf
# The shift of a barrier that is looked at once a day (Broadie, Glasserman and Kou, 1997): -zeta(1/2)/sqrt(2 pi).
SHIFT = 0.5825971579390106
ONE = np.ones((1, 1))


def book(ltv: float, *levels: float, growth: float = 1.0) -> Book:
    return Book(ONE, np.zeros((1, 1)), np.array([ltv]), np.array([growth]), np.array([[level] for level in levels]))


def normal(volatility: float, drift: float = 0.0) -> Normal:
    return Normal(np.array([drift]), np.array([volatility]), ONE)


def reached(fall_to: float, volatility: float, drift: float, days: int) -> float:
    """Return the probability that a daily-watched Brownian motion touches ln(`fall_to`) within `days`."""
    barrier = math.log(fall_to) - SHIFT * volatility
    spread = volatility * math.sqrt(days)
    mirrored = math.exp(2 * drift * barrier / volatility**2)
    return N((barrier - drift * days) / spread) + mirrored * N((barrier + drift * days) / spread)


@pytest.mark.parametrize("days", [30, 90, 365])
@pytest.mark.parametrize("drift", [0.0, -0.001, 0.001])
def test_one_loan_agrees_with_the_closed_form(days: int, drift: float) -> None:
    found = odds(normal(0.03, drift), book(0.5, 0.714, 0.833), days, 50_000, 1)
    assert found is not None
    for chance, level in zip((levels[0] for levels in found.loans), (0.714, 0.833), strict=True):
        assert abs(chance.probability - reached(0.5 / level, 0.03, drift, days)) <= 3 * chance.error


def test_interest_moves_the_barrier_like_a_drift_of_the_price() -> None:
    grown = odds(normal(0.03), book(0.5, 0.714, growth=1.001), 90, 50_000, 2)
    assert grown is not None
    chance = grown.loans[0][0]
    assert abs(chance.probability - reached(0.5 / 0.714, 0.03, -math.log(1.001), 90)) <= 3 * chance.error


def one_by_one(run, chunks):  # type: ignore[no-untyped-def]
    yield from (run(chunk) for chunk in reversed(list(chunks)))


@pytest.mark.parametrize(
    "model",
    [
        normal(0.04),
        FatTailed(np.zeros(1), np.array([0.04]), ONE),
        Blocks(np.linspace(-0.1, 0.1, 50)[:, None]),
    ],
)
def test_a_seed_gives_the_same_odds_however_the_work_is_shared(model: Model) -> None:
    asked = (model, book(0.5, 0.714), 60, 3 * CHUNK, 7)
    assert odds(*asked) == odds(*asked, runner=one_by_one)
    assert odds(*asked) != odds(model, book(0.5, 0.714), 60, 3 * CHUNK, 8)


def test_fat_tails_have_the_volatility_asked_for() -> None:
    model = FatTailed(np.zeros(1), np.array([0.04]), ONE, 5.0)
    drawn = np.concatenate([step[0] for step in model.steps(np.random.default_rng(1), 100)])
    assert abs(drawn.std() - 0.04) < 0.001
    assert abs(drawn.mean()) < 1e-6


def test_assets_move_together_as_they_are_correlated() -> None:
    model = Normal(np.zeros(2), np.array([0.02, 0.05]), np.array([[1, 0.8], [0.8, 1]]))
    drawn = np.concatenate(list(model.steps(np.random.default_rng(1), 50)), axis=1)
    assert abs(np.corrcoef(drawn)[0, 1] - 0.8) < 0.01


def test_blocks_keep_days_of_history_in_their_order() -> None:
    model = Blocks(np.arange(100.0)[:, None], 5)
    drawn = np.concatenate(list(model.steps(np.random.default_rng(1), 10)))
    runs = drawn.reshape(2, 5, CHUNK)
    assert ((np.diff(runs, axis=1) == 1) | (np.diff(runs, axis=1) == -99)).all()


def test_coin_debt_in_the_pledged_coin_has_no_odds() -> None:
    same = Book(ONE, ONE * 0.5, np.zeros(1), np.ones(1), np.array([[0.714]]))
    found = odds(normal(0.1), same, 90, CHUNK, 1)
    assert found is not None
    assert found.loans[0][0].probability == 0


def test_the_share_that_was_reached_grows_by_day_and_any_is_at_least_each() -> None:
    two = Book(np.eye(2), np.zeros((2, 2)), np.array([0.5, 0.6]), np.ones(2), np.array([[0.714, 0.714]]))
    found = odds(Normal(np.zeros(2), np.full(2, 0.04), np.eye(2)), two, 90, CHUNK, 3)
    assert found is not None
    for chance in (*found.loans[0], found.any_loan[0]):
        assert list(chance.by_day) == sorted(chance.by_day)
        assert chance.by_day[-1] == chance.probability
    assert found.any_loan[0].probability >= max(chance.probability for chance in found.loans[0])


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[float] = []

    def go_on(done: float) -> bool:
        told.append(done)
        return len(told) < 2

    assert odds(normal(0.03), book(0.5, 0.714), 10, 4 * CHUNK, 1, go_on=go_on) is None
    assert told == [0.25, 0.5]
