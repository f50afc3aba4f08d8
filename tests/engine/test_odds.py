"""Odds against what is known without drawing: one loan, one asset, a barrier."""

import math
from concurrent.futures import ThreadPoolExecutor
from statistics import NormalDist

import numpy as np
import pytest

from desktop_app.engine.market import CHUNK, Blocks, FatTailed, Model, Normal
from desktop_app.engine.odds import Book, Odds, Reserve, highest_share, odds, on_executor, quantile

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


def one_by_one(run, chunks):
    yield from (run(chunk) for chunk in reversed(list(chunks)))


def told(found: Odds | None) -> tuple[object, ...]:
    assert found is not None
    return found.seed, found.loans, found.any_loan, found.tally.peaks.tobytes(), found.tally.fans.tobytes()


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
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(2) as two:
        alike = {told(odds(*asked, runner=runner)) for runner in (one_by_one, on_executor(one, 1), on_executor(two, 2))}
    assert alike == {told(odds(*asked))}
    assert told(odds(*asked)) != told(odds(model, book(0.5, 0.714), 60, 3 * CHUNK, 8))


def test_fat_tails_have_the_volatility_asked_for() -> None:
    model = FatTailed(np.zeros(1), np.array([0.04]), ONE, 5.0)
    drawn = np.log(np.concatenate([step[0].copy() for step in model.steps(np.random.default_rng(1), 100)]))
    assert abs(drawn.std() - 0.04) < 0.001
    assert abs(drawn.mean()) < 1e-6


def test_assets_move_together_as_they_are_correlated() -> None:
    model = Normal(np.zeros(2), np.array([0.02, 0.05]), np.array([[1, 0.8], [0.8, 1]]))
    drawn = np.log(np.concatenate([step.copy() for step in model.steps(np.random.default_rng(1), 50)], axis=1))
    assert abs(np.corrcoef(drawn)[0, 1] - 0.8) < 0.01


def test_blocks_keep_days_of_history_in_their_order() -> None:
    model = Blocks(np.log(np.arange(1.0, 101.0))[:, None], 5)
    drawn = np.rint(np.concatenate(list(model.steps(np.random.default_rng(1), 10))))
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
    heard: list[float] = []

    def go_on(done: float) -> bool:
        heard.append(done)
        return len(heard) < 2

    assert odds(normal(0.03), book(0.5, 0.714), 10, 4 * CHUNK, 1, go_on=go_on) is None
    assert heard == [0.25, 0.5]


def test_more_or_less_debt_brings_the_odds_to_what_was_asked() -> None:
    found = odds(normal(0.03), book(0.5, 0.714), 90, 12 * CHUNK, 5)
    assert found is not None
    for chance in (0.01, 0.05, 0.2):
        factor = highest_share(found, 0, 0.714, chance)
        sized = odds(normal(0.03), book(0.5 * factor, 0.714), 90, 12 * CHUNK, 6)
        assert sized is not None
        assert abs(sized.loans[0][0].probability - chance) <= 4 * sized.loans[0][0].error


def test_the_fan_of_ltv_has_the_quantiles_of_the_market() -> None:
    loans = Book(ONE, np.zeros((1, 1)), np.array([0.5]), np.ones(1), np.array([[9.0]]), fan=(0,))
    found = odds(normal(0.03), loans, 25, 6 * CHUNK, 1)
    assert found is not None
    for share in (0.05, 0.5, 0.95):
        expected = 0.5 * math.exp(NormalDist(0, 0.03 * 5).inv_cdf(share))
        assert quantile(found.tally.fans[0, 24], share) == pytest.approx(expected, rel=0.01)


def with_reserve(steady: float, moving: float = 0.0) -> Odds:
    reserve = Reserve(steady, np.array([moving]), np.array([0.5]), (0,))
    loans = Book(ONE, np.zeros((1, 1)), np.array([0.55]), np.ones(1), np.array([[0.7], [0.8]]), reserve)
    found = odds(normal(0.04), loans, 60, 2 * CHUNK, 4)
    assert found is not None
    return found


def test_a_reserve_leaves_the_odds_of_a_call_and_lowers_those_of_a_sale() -> None:
    none, some, much = with_reserve(0.0), with_reserve(0.1), with_reserve(10.0)
    assert none.loans[0] == some.loans[0] == much.loans[0]
    sales = [one.loans[1][0].probability for one in (none, some, much)]
    assert sales[0] > sales[1] > sales[2]
    assert sales[2] < 0.001, "only a day that falls through both levels at once is beyond a large reserve"
    assert (none.spent, much.spent) == (1.0, 0.0)
    assert 0 < some.spent < 1


def test_a_reserve_held_in_what_falls_does_less() -> None:
    assert with_reserve(0.0, 0.1).loans[1][0].probability > with_reserve(0.1).loans[1][0].probability
