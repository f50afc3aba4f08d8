"""What a liquidation sells and leaves, against the closed forms and by property."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.loans.leverage import stop_plan
from desktop_app.domain.loans.liquidation import (
    Infeasible,
    Remainder,
    aave_close_factor,
    close_factor_sale,
    full_sale,
    indivisible_sale,
    partial_sale,
    penalty_sale,
)
from desktop_app.domain.risk.exposure import leverage

D = Decimal
values = st.decimals(min_value=1, max_value=10**9, places=2)
shares = st.decimals(min_value=0, max_value="0.3", places=4)
targets = st.decimals(min_value="0.05", max_value="0.95", places=4)


@pytest.mark.parametrize(
    ("debt", "collateral", "target", "fee", "sold"),
    [
        ("5000", "6000", "0.5", "0", "4000"),
        ("5000", "6000", "0.5", "0.02", "4166.67"),
        ("5000", "6000", "0.5", "0.05", "4444.44"),
        ("85", "100", "0.6", "0", "62.5"),
        ("85", "100", "0.6", "0.01", "64.10"),
        ("100", "150", "0.5", "0", "50"),
        ("80", "100", "0.5", "0.15", "85.71"),
    ],
)
def test_a_partial_sale_is_the_closed_form(debt, collateral, target, fee, sold):
    sale = partial_sale(D(collateral), D(debt), D(target), D(fee))
    assert sale.feasible
    assert round(sale.sold, 2) == D(sold)
    assert abs(sale.ltv - D(target)) < D("1e-40")


@given(collateral=values, debt=values, target=targets, fee=shares)
def test_a_sale_loses_nothing_but_its_fee(collateral, debt, target, fee):
    sale = partial_sale(collateral, debt, target, fee)
    assert abs(sale.repaid + sale.lost - sale.sold) < D("1e-30") or not sale.feasible
    assert sale.debt_left >= 0
    assert sale.collateral_left >= 0
    if sale.feasible and sale.sold:
        assert abs(sale.debt_left - target * sale.collateral_left) < D("1e-20")
    if not sale.feasible:
        assert sale.shortfall == sale.debt_left


@given(collateral=values, debt=values, target=targets, penalty=shares)
def test_a_penalty_is_taken_on_what_is_repaid(collateral, debt, target, penalty):
    sale = penalty_sale(collateral, debt, target, penalty)
    assert abs(sale.sold - sale.repaid * (1 + penalty)) < D("1e-20")
    assert sale.collateral_left >= D("-1e-20")
    assert sale.debt_left >= D("-1e-20")
    if sale.feasible and sale.sold:
        assert abs(sale.debt_left - target * sale.collateral_left) < D("1e-20")


def test_a_discount_can_make_every_target_unreachable():
    sale = partial_sale(D(100), D(90), D("0.5"), D("0.15"))
    assert (sale.infeasible, sale.repaid, sale.shortfall) == (Infeasible.NOT_ENOUGH, D(85), D(5))
    assert partial_sale(D(10000), D(9700), D("0.95"), D("0.06")).infeasible is Infeasible.TARGET_TOO_HIGH


def test_a_loan_under_its_target_is_left_alone():
    sale = partial_sale(D(100), D(40), D("0.5"), D("0.1"))
    assert (sale.sold, sale.debt_left, sale.collateral_left) == (0, 40, 100)
    assert penalty_sale(D(100), D(40), D("0.5"), D("0.1")).sold == 0


@pytest.mark.parametrize(("remainder", "left", "kept"), [(Remainder.RETURNED, 18, 0), (Remainder.KEPT, 0, 18)])
def test_what_is_over_after_a_full_sale_is_returned_or_kept(remainder, left, kept):
    sale = full_sale(D(100), D(80), D("0.02"), remainder)
    assert (sale.collateral_left, sale.kept, sale.shortfall, sale.repaid) == (left, kept, 0, 80)


def test_an_nft_is_sold_whole_or_not_at_all():
    sale = indivisible_sale(D(40), D(36), D("0.15"))
    assert sale.infeasible is Infeasible.INDIVISIBLE
    assert (sale.sold, sale.repaid, sale.shortfall) == (40, 34, 2)


@pytest.mark.parametrize(("health", "factor"), [("0.96", "0.5"), ("0.95", "1"), ("0.5", "1")])
def test_the_close_factor_is_that_of_the_health_factor(health, factor):
    assert aave_close_factor(D(health)) == D(factor)
    sale = close_factor_sale(D(100), D(90), D(factor), D("0.05"))
    assert sale.repaid == min(D(90) * D(factor), D(100) / D("1.05"))


@given(assets=values, debt=values)
def test_leverage_is_assets_over_own_money(assets, debt):
    found = leverage(assets, debt)
    if debt >= assets:
        assert found is None
    else:
        assert abs(found * (assets - debt) - assets) < D("1e-30")


def test_a_stop_sells_in_time_for_its_target(valued):
    loan = valued({"BTC": "1"}, {"USDT": "30000"}, {"BTC": "60000", "USDT": "1"})
    plan = stop_plan(loan, "BTC", D(45000), D("0.5"), D("0.01"), D("0.001"))
    assert plan.ltv_before == D(30000) / D(45000)
    assert abs(plan.sale.ltv - D("0.5")) < D("1e-40")
    assert abs(plan.units * 45000 - plan.sale.sold) < D("1e-30")
    assert plan.sale.lost > plan.sale.sold * D("0.0109")
    assert stop_plan(loan, "ETH", D(1), D("0.5"), D(0), D(0)) is None


@given(price=st.decimals(min_value=1, max_value=29000, places=0))
def test_a_stop_too_late_sells_all_there_is(price):
    assume(price > 0)
    sale = partial_sale(price, D(30000), D("0.5"), D("0.01"))
    assert sale.shortfall > 0
