"""A cure that is carried out brings the loan to its target, and never a digit short of it."""

from decimal import Decimal

import pytest
from builders import terms, valued
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.loans.cure import cure, repay_units, top_up_units
from desktop_app.domain.loans.valuation import Valuation, ltv

CLOSE_ENOUGH = Decimal("1e-38")
VALUES = st.decimals("1", "10000000", places=4)
TARGETS = st.decimals("0.05", "0.95", places=4)
PRICES = st.decimals("0.0001", "100000", places=4)
PLACES = st.integers(0, 8)


@given(VALUES, VALUES, TARGETS)
def test_either_cure_leads_to_the_target(debt: Decimal, collateral: Decimal, target: Decimal) -> None:
    found = cure(debt, collateral, target)
    topped, repaid = ltv(debt, collateral + found.top_up_value), ltv(debt - found.repay_value, collateral)
    assert topped is not None
    assert repaid is not None
    if debt / collateral > target:
        assert abs(topped - target) <= CLOSE_ENOUGH
        assert abs(repaid - target) <= CLOSE_ENOUGH
        assert abs(found.top_up_value - found.repay_value * found.top_up_per_repaid) <= CLOSE_ENOUGH * debt
    else:
        assert (found.top_up_value, found.repay_value) == (0, 0)


def loan(quantity: Decimal, price: Decimal, owed: Decimal, weight: str = "1") -> Valuation:
    prices = {"COIN": str(price), "USDT": "1"}
    return valued(f"{quantity} COIN", f"{owed} USDT", prices, terms(weights={"COIN": weight}))


@given(VALUES, PRICES, VALUES, TARGETS, PLACES, st.sampled_from(["1", "0.7"]))
def test_a_top_up_in_units_is_enough_and_one_step_less_is_not(
    quantity: Decimal, price: Decimal, owed: Decimal, target: Decimal, places: int, weight: str
) -> None:
    now = loan(quantity, price, owed, weight)
    units = top_up_units(now, target, "COIN", places)
    assert units is not None
    assert units == units.quantize(Decimal(1).scaleb(-places))
    after = loan(quantity + units, price, owed, weight).ltv
    assert after is not None
    assert after <= target + CLOSE_ENOUGH or units == 0
    if units:
        step = Decimal(1).scaleb(-places)
        short = loan(quantity + units - step, price, owed, weight).ltv
        assert short is not None
        assert short > target - CLOSE_ENOUGH


@given(VALUES, PRICES, VALUES, TARGETS, PLACES)
def test_a_repayment_in_units_is_enough_and_never_more_than_is_owed(
    quantity: Decimal, price: Decimal, owed: Decimal, target: Decimal, places: int
) -> None:
    units = repay_units(loan(quantity, price, owed), target, "USDT", places)
    assert units is not None
    assert 0 <= units <= owed
    after = loan(quantity, price, owed - units).ltv
    assert after is not None
    assert after <= target + CLOSE_ENOUGH


@given(VALUES, VALUES, TARGETS)
def test_a_debt_that_is_too_small_to_cure_alone_is_no_answer(dollars: Decimal, coins: Decimal, target: Decimal) -> None:
    now = valued("1 BTC", f"{dollars} USDT, {coins} DAI", {"BTC": "1000", "USDT": "1", "DAI": "1"})
    need = cure(now.debt_value, now.counted_value, target).repay_value
    assume(need > 0)
    assert (repay_units(now, target, "USDT", 8) is None) == (need > dollars)


@pytest.mark.parametrize("asset", ["DOGE", "ETH"])
def test_without_a_price_or_a_part_in_the_loan_there_is_no_amount(asset: str) -> None:
    now = valued("1 BTC, 5 DOGE", "30000 USDT, 1 DOGE", {"BTC": "40000", "USDT": "1"})
    assert top_up_units(now, Decimal("0.5"), asset, 8) is None
    assert repay_units(now, Decimal("0.5"), asset, 8) is None


def test_collateral_that_does_not_count_cures_nothing() -> None:
    now = valued("1 BTC", "30000 USDT", {"BTC": "40000", "USDT": "1"}, terms(weights={"BTC": "0"}))
    assert top_up_units(now, Decimal("0.5"), "BTC", 8) is None


def test_a_coin_debt_is_repaid_in_coins() -> None:
    now = valued("1000 USDC", "0.5 ETH", {"USDC": "1", "ETH": "1600"})
    assert repay_units(now, Decimal("0.5"), "ETH", 8) == Decimal("0.1875")


def test_a_debt_that_is_just_enough_is_repaid_whole() -> None:
    now = valued("1 BTC", "300 USDT, 500 DAI", {"BTC": "1000", "USDT": "1", "DAI": "1"})
    assert repay_units(now, Decimal("0.5"), "USDT", 2) == 300


def test_nexo_at_the_brink() -> None:
    """5,000 owed against 6,000 and a target of 50 %: repay 2,000 or add 4,000."""
    found = cure(Decimal(5000), Decimal(6000), Decimal("0.5"))
    assert (found.repay_value, found.top_up_value) == (2000, 4000)
