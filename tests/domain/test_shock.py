"""Where a scenario brings prices, and what is refused as one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.shock import Market, Scenario, Spread, check_scenario, expected, factors
from desktop_app.engine.resources import episodes, market

D = Decimal
STEADY = frozenset({"USD", "USDT"})
ASSETS = ("BTC", "ETH", "USDT", "XYZ")


def moved(scenario: Scenario) -> dict[str, Decimal]:
    return factors(scenario, ASSETS, STEADY, market())


def test_everything_falls_alike_but_what_is_steady() -> None:
    found = moved(Scenario("x", rest=D("-0.3")))
    assert found == {"BTC": D("0.7"), "ETH": D("0.7"), "USDT": D(1), "XYZ": D("0.7")}


def test_by_beta_and_never_under_nothing() -> None:
    found = moved(Scenario("x", rest=D("-0.5"), spread=Spread.BETA))
    assert found["ETH"] == 1 + market().betas["ETH"] * D("-0.5")
    assert found["XYZ"] == D("0.5")
    assert moved(Scenario("x", rest=D(-1), spread=Spread.BETA))["ETH"] == 0


def test_one_asset_alone_and_a_peg_that_breaks() -> None:
    found = moved(Scenario("x", moves=(("USDT", D("-0.1")), ("ETH", D("-0.2"))), spread=Spread.STILL))
    assert (found["USDT"], found["ETH"], found["BTC"]) == (D("0.9"), D("0.8"), D(1))


def test_the_expected_move_of_two_assets_is_that_of_a_regression() -> None:
    two = Market({}, {"A": D("0.02"), "B": D("0.04")}, {("B", "A"): D("0.5")})
    log = expected(["B"], [("A", D("-0.2"))], two)["B"]
    # beta = 0.5 * 0.04 / 0.02 = 1, in logarithms: the same fall.
    assert abs(log - D("-0.2")) < D("1e-20")


def test_what_is_named_stays_as_it_is_named_and_the_rest_follows() -> None:
    both = (("BTC", D("-0.5")), ("ETH", D("-0.1")))
    found = moved(Scenario("x", moves=both, spread=Spread.CORRELATED))
    assert (found["BTC"], found["ETH"]) == (D("0.5"), D("0.9"))
    assert found["XYZ"] == D("0.5"), "what is not known moves like the first that is named"
    three = factors(Scenario("x", moves=both, spread=Spread.CORRELATED), ("BTC", "ETH", "SOL"), STEADY, market())
    assert D("0.5") < three["SOL"] < D("0.9")


@given(st.sampled_from(sorted(market().volatility)), st.integers(-99, 100))
def test_nobody_falls_by_more_than_everything(asset: str, percent: int) -> None:
    scenario = Scenario("x", moves=((asset, D(percent) / 100),), spread=Spread.CORRELATED)
    assert all(factor >= 0 for factor in factors(scenario, market().volatility, STEADY, market()).values())


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        ({"name": " "}, Problem.NAME_MISSING, "name"),
        ({"rest": D("-1.1")}, Problem.NOT_A_MOVE, "rest"),
        ({"moves": (("BTC", D(-2)),)}, Problem.NOT_A_MOVE, "moves"),
        ({"moves": (("BTC", D(0)), ("BTC", D(0)))}, Problem.TWICE, "moves"),
        ({"hours": D(9000)}, Problem.TOO_LONG, "hours"),
        ({"levels": D(-1)}, Problem.TOO_FAR, "levels"),
        ({"fee": D(1)}, Problem.NOT_A_SHARE, "fee"),
        ({"depth": D(0)}, Problem.NOT_POSITIVE, "depth"),
        ({"rest": D(0)}, Problem.NOTHING_HAPPENS, ""),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(wrong: dict[str, object], problem: Problem, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_scenario(Scenario(**{"id": "x", "name": "x", "rest": D("-0.1"), **wrong}))  # type: ignore[arg-type]
    assert (refused.value.problem, refused.value.field) == (problem, field)


def test_episodes_have_their_lows_under_their_closes_and_know_the_falls_that_happened() -> None:
    lowest = {}
    for one in episodes().values():
        assert set(one.lows) == set(one.closes)
        for asset, closes in one.closes.items():
            assert len(closes) == len(one.lows[asset]) == one.hours // one.step_hours
            assert all(low <= close for low, close in zip(one.lows[asset], closes, strict=True)), asset
        lowest[one.id] = min(one.lows["BTC"])
        assert one.source
    assert lowest["2020-03-12"] < D("0.5"), "Bitcoin lost half of its price within two days"
    assert min(episodes()["2022-05"].closes["LUNC"]) < D("0.00001")
    assert list(episodes()) == ["2020-03-12", "2021-05-19", "2022-05", "2022-11", "2025-10-10"]


def test_the_market_s_correlations_are_those_of_something_real() -> None:
    found = market()
    assert found.correlated("ETH", "BTC") == found.correlated("BTC", "ETH")
    assert all(-1 <= one <= 1 for one in found.correlation.values())
    assert set(found.volatility) == set(found.betas)
