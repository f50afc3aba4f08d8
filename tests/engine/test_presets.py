"""Each lender's own published example, entered with its preset, gives the published figure."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.events import EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.cure import cure
from desktop_app.domain.loans.ladder import Depth, from_collateral_ratio
from desktop_app.domain.loans.liquidation import full_sale, partial_sale
from desktop_app.domain.loans.terms import LtvFormula, printed
from desktop_app.domain.loans.valuation import level_price, value_loan
from desktop_app.domain.prices.book import plain_book
from desktop_app.engine.resources import bands, presets
from desktop_app.feeds.files.portfolio import parse_portfolio

D = Decimal
OPENED = datetime(2026, 1, 1, tzinfo=UTC)


def loan_of(preset, collateral, debts, *, opened="2026-01-01", rate="0", weights=None):
    """Return the loan that a portfolio file with this preset makes."""
    document = {
        "format": "plimsoll-portfolio",
        "version": 1,
        "loans": [
            {
                "id": "x",
                "name": "Example",
                "platform": presets()[preset].platform,
                "preset": preset,
                "opened": opened,
                "collateral": [{"asset": asset, "amount": amount} for asset, amount in collateral.items()],
                "debts": [{"asset": asset, "amount": amount, "rate": rate} for asset, amount in debts.items()],
            }
        ],
    }
    return parse_portfolio(json.dumps(document), presets()).loans[0]


def valued(loan, prices, at=OPENED):
    return value_loan(replay(loan.events, at), plain_book({asset: D(price) for asset, price in prices.items()}))


def test_nexo_five_of_six_thousand_is_83_33_and_repays_itself():
    value = valued(loan_of("nexo", {"BTC": "1"}, {"USDT": "5000"}), {"BTC": "6000", "USDT": "1"})
    assert round(value.ltv * 100, 2) == D("83.33")
    assert value.depth is Depth.LIQUIDATION
    assert [str(level.ltv) for level in value.ladder.levels] == ["0.714", "0.741", "0.769", "0.833"]


def test_nexo_the_case_of_a_user_is_liquidated_at_51_449():
    value = valued(loan_of("nexo", {"BTC": "3.5"}, {"USDT": "150000"}), {"BTC": "80000", "USDT": "1"})
    found = level_price(value, value.ladder.levels[-1], "BTC")
    assert round(found.price) == 51449


def test_okx_counts_collateral_with_its_discount_rate_since_the_announced_hour():
    loan = loan_of("okx_flexible", {"BTC": "1"}, {"USDT": "60000"}, opened="2025-12-01")
    change = next(event for event in loan.events if event.kind is EventKind.RULE_CHANGE)
    assert change.at == datetime(2025, 12, 22, 10, tzinfo=UTC)  # 18:00 UTC+8
    before, after = replay(loan.events, change.at - timedelta(seconds=1)), replay(loan.events, change.at)
    assert (before.terms.formula, after.terms.formula) == (LtvFormula.GROSS, LtvFormula.HAIRCUT)
    assert [str(level.ltv) for level in after.terms.ladder.levels][1:] == ["0.7374", "0.8374"]


def test_okx_compounds_by_the_hour_on_what_is_owed():
    loan = loan_of("okx_flexible", {"BTC": "1"}, {"USDT": "1000"}, rate="0.876")
    owed = replay(loan.events, OPENED + timedelta(hours=2)).debts["USDT"]
    assert owed.total == D(1000) * D("1.0001") ** 2


def test_binance_a_thousand_at_five_percent_costs_0_137_a_day():
    loan = loan_of("binance_flexible", {"BTC": "1"}, {"USDT": "1000"}, rate="0.05")
    owed = replay(loan.events, OPENED + timedelta(days=1)).debts["USDT"]
    assert round(owed.accrued, 3) == D("0.137")
    value = valued(loan, {"BTC": "1098.90", "USDT": "1"})
    assert value.depth is Depth.LIQUIDATION, "91 % and over is liquidated"


@pytest.mark.parametrize(
    ("price", "depth"),
    [("2", Depth.SAFE), ("1.42857", Depth.MARGIN_CALL), ("1.25", Depth.MARGIN_CALL), ("1.2499", Depth.LIQUIDATION)],
)
def test_ledn_calls_at_70_and_sells_only_above_80(price, depth):
    value = valued(loan_of("ledn", {"BTC": "1"}, {"USDC": "1"}), {"BTC": price, "USDC": "1"})
    assert value.depth is depth


def test_ledn_a_call_is_cured_back_to_50():
    value = valued(loan_of("ledn", {"BTC": "1"}, {"USDC": "35000"}), {"BTC": "50000", "USDC": "1"})
    assert cure(value.debt_value, value.counted_value, value.ladder.cure_target).top_up_value == 20000


@pytest.mark.parametrize(
    ("key", "ratio", "hours"),
    [
        ("courtesy", "1.75", None),
        ("margin_call_1", "1.5", 48),
        ("margin_call_2", "1.35", 4),
        ("liquidation", "1.1", None),
    ],
)
def test_unchained_levels_are_collateral_to_principal(key, ratio, hours):
    terms = presets()["unchained"].rules[-1].terms
    level = terms.ladder.level(key)
    assert abs(level.ltv - from_collateral_ratio(D(ratio))) < D("0.0001")
    assert level.cure_hours == (None if hours is None else D(hours))
    assert round(printed(terms.formula, level.ltv), 2) == D(ratio)
    assert round(printed(terms.formula, terms.ladder.target), 2) == D("1.65")


def test_strike_sells_from_85_back_to_60_which_is_62_5_percent_of_the_coins():
    value = valued(loan_of("strike", {"BTC": "1"}, {"USD": "85"}), {"BTC": "100", "USD": "1"})
    assert value.depth is Depth.LIQUIDATION
    assert partial_sale(D(100), D(85), value.ladder.target, D(0)).sold == D("62.5")
    assert value.ladder.level("margin_call").cure_hours == 24


def test_apx_example_of_50_000_on_75_000_is_two_thirds_and_safe():
    value = valued(loan_of("apx", {"BTC": "1"}, {"USD": "50000"}), {"BTC": "75000", "USD": "1"})
    assert round(value.ltv * 100, 1) == D("66.7")
    assert value.depth is Depth.SAFE


def test_youhodler_closes_at_its_price_down_limit_and_mails_after_two_thirds_of_the_way():
    value = valued(loan_of("youhodler", {"BTC": "1"}, {"USD": "70"}), {"BTC": "100", "USD": "1"})
    prices = {level.key: level_price(value, level, "BTC").price for level in value.ladder.levels}
    assert round(prices["price_down_limit"], 1) == 75
    assert round(prices["two_thirds"], 1) == D("83.3")


def test_aave_is_liquidated_under_a_health_factor_of_1_not_at_it():
    prices = {"ETH": "1000", "USDC": "1"}
    at_one = valued(loan_of("aave_v3", {"ETH": "1"}, {"USDC": "830"}), prices)
    under = valued(loan_of("aave_v3", {"ETH": "1"}, {"USDC": "830.01"}), prices)
    assert printed(LtvFormula.HEALTH_FACTOR, at_one.ltv) == 1
    assert (at_one.depth, under.depth) == (Depth.MARGIN_CALL, Depth.LIQUIDATION)


def test_benddao_44_eth_at_90_percent_against_40_is_a_health_factor_of_0_99():
    terms = presets()["benddao"].rules[-1].terms
    assert terms.formula is LtvFormula.HEALTH_FACTOR
    ltv = D(40) / (D(44) * D("0.9"))
    assert round(printed(terms.formula, ltv), 2) == D("0.99")
    assert terms.ladder.depth(ltv) is Depth.LIQUIDATION
    assert full_sale(D(44), D(40), D("0.05")).shortfall == 0


def test_every_rule_of_a_preset_has_its_source_and_date():
    for preset in presets().values():
        for rule in preset.rules:
            assert rule.terms.source, preset.id
            assert datetime.fromisoformat(rule.terms.as_of), preset.id
    assert all(band.source and band.low < band.high for band in bands().values())
    assert {"nexo", "okx_flexible", "ledn", "unchained", "strike", "youhodler", "binance_flexible", "aave_v3"} <= set(
        presets()
    )


def test_every_preset_speaks_each_language():
    for preset in presets().values():
        for language in ("zh_TW", "zh_CN"):
            assert preset.name_in(language) != preset.name, preset.id
            assert preset.note_in(language) != preset.note, preset.id
        assert preset.name_in("en") == preset.name
