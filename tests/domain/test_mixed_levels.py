"""Levels that differ by collateral, blended by value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lending import terms_of, valued_loan

from desktop_app.domain.loans.ladder import Level, LevelAction, LevelKind, make_ladder
from desktop_app.domain.loans.terms import LtvFormula
from desktop_app.domain.loans.valuation import common_fall, health_factor, level_price

D = Decimal
SALE = Level("sale", LevelKind.LIQUIDATION, D("0.8"), by_asset=(("ETH", D("0.75")), ("NEXO", D("0.3"))))
MIXED = terms_of(ladder=make_ladder((Level("call", LevelKind.MARGIN_CALL, D("0.2")), SALE)))
PRICES = {"BTC": "60000", "ETH": "3000", "NEXO": "1", "USDT": "1"}


def test_the_level_is_the_mean_of_its_collaterals_levels_by_value(valued):
    loan = valued({"BTC": "1", "ETH": "10", "NEXO": "10000"}, {"USDT": "30000"}, PRICES, MIXED)
    expected = (D(60000) * D("0.8") + D(30000) * D("0.75") + D(10000) * D("0.3")) / D(100000)
    assert loan.ladder.level("sale").ltv == expected


def test_one_collateral_has_its_own_level_and_others_the_usual_one(valued):
    only_eth = valued({"ETH": "10"}, {"USDT": "10000"}, PRICES, MIXED)
    only_btc = valued({"BTC": "1"}, {"USDT": "10000"}, PRICES, MIXED)
    assert only_eth.ladder.level("sale").ltv == D("0.75")
    assert only_btc.ladder.level("sale").ltv == D("0.8")


@given(
    btc=st.decimals("0.1", "5", places=2),
    eth=st.decimals("1", "50", places=1),
    debt=st.decimals("1000", "60000", places=0),
)
def test_at_the_price_of_a_level_the_blended_level_is_reached(btc, eth, debt):
    loan = valued_loan({"BTC": btc, "ETH": eth}, {"USDT": debt}, PRICES, MIXED)
    found = level_price(loan, loan.ladder.level("sale"), "BTC")
    if found.price is None:
        return
    moved = valued_loan({"BTC": btc, "ETH": eth}, {"USDT": debt}, {**PRICES, "BTC": found.price}, MIXED)
    assert abs(moved.ltv - moved.ladder.level("sale").ltv) < D("1e-40")


def test_a_common_fall_and_a_fall_by_beta_reach_the_blended_level(valued):
    loan = valued({"BTC": "1", "ETH": "10"}, {"USDT": "40000"}, PRICES, MIXED)
    level = loan.ladder.level("sale")
    for betas in (None, {"BTC": D(1), "ETH": D("1.12")}):
        move = common_fall(loan, level, betas)
        after = {
            "BTC": D(60000) * (1 + move),
            "ETH": D(3000) * (1 + move * (betas or {"ETH": D(1)})["ETH"]),
            "USDT": "1",
        }
        moved = valued({"BTC": "1", "ETH": "10"}, {"USDT": "40000"}, after, MIXED)
        assert abs(moved.ltv - moved.ladder.level("sale").ltv) < D("1e-40")


def test_a_blended_threshold_is_the_health_factor_told_otherwise(valued):
    weights = {"BTC": D("0.8"), "ETH": D("0.75"), "NEXO": D("0.3")}
    aave = terms_of(
        ladder=make_ladder((Level("sale", LevelKind.LIQUIDATION, D(1)),)),
        formula=LtvFormula.HEALTH_FACTOR,
        weights=weights,
    )
    legs = ({"BTC": "1", "ETH": "10", "NEXO": "10000"}, {"USDT": "30000"}, PRICES)
    mixed, health = valued(*legs, MIXED), valued(*legs, aave)
    assert abs(mixed.ltv / mixed.ladder.level("sale").ltv - health.ltv) < D("1e-40")
    assert abs(1 / health.ltv - health_factor(mixed, weights)) < D("1e-40")


@pytest.mark.parametrize(
    ("kind", "does"), [(LevelKind.EARLY_WARNING, "own_warning"), (LevelKind.LIQUIDATION, "sell_part")]
)
def test_a_level_does_what_is_usual_unless_it_says_otherwise(kind, does):
    assert Level("x", kind, D("0.5")).does is LevelAction(does)
    assert Level("x", kind, D("0.5"), action=LevelAction.AUCTION).does is LevelAction.AUCTION
