"""The worked examples of venues and teaching texts, as far as the program computes them: to the last digit.

Where a text contradicts itself, the test names the reading that holds.
"""

from datetime import timedelta
from decimal import Decimal

import pytest
from builders import event, level, terms, utc, valued

from desktop_app.domain.earn.accrual import accrue, post, postings
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, DebtBalance, Period
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.cure import cure
from desktop_app.domain.loans.ladder import from_collateral_ratio
from desktop_app.domain.loans.valuation import headroom, level_price
from desktop_app.domain.money import ONE, round_half_up
from desktop_app.domain.portfolio import moment

SIMPLE = Convention(compounding=False)
COMPOUND = Convention()
START = utc("2026-03-02")
CLOSE_ENOUGH = Decimal("1e-40")


def interest(principal: str, rate: str, count: int, convention: Convention = SIMPLE) -> Decimal:
    """Interest of `count` periods at `rate` percent a period."""
    return post(DebtBalance(Decimal(principal)), convention, Decimal(rate) / 100, count).accrued


@pytest.mark.parametrize(
    ("principal", "percent", "periods", "paid"),
    [
        ("10", "0.001", 24, "0.0024"),
        ("10", "0.02", 7, "0.014"),
        ("1", "0.01", 24, "0.0024"),
        ("10", "0.01", 1, "0.001"),
        ("1", "0.01", 1, "0.0001"),
        ("1", "0.05", 30, "0.015"),
        ("10000", "3.5", 2, "700"),
    ],
)
def test_simple_interest_a_period_as_the_texts_print_it(principal: str, percent: str, periods: int, paid: str) -> None:
    assert interest(principal, percent, periods) == Decimal(paid)


@pytest.mark.parametrize(
    ("principal", "percent", "periods", "paid"),
    [
        ("1", "0.01", 24, "0.00240276"),
        ("1", "0.05", 30, "0.0151093"),
        ("10000", "3.5", 2, "712.25"),
        ("1", "0.01", 365, "0.0371724"),
    ],
)
def test_compounding_pays_a_little_more(principal: str, percent: str, periods: int, paid: str) -> None:
    found = interest(principal, percent, periods, COMPOUND)
    assert abs(found / Decimal(paid) - 1) < Decimal("1e-5")


def test_3_65_percent_a_year_is_0_01_percent_a_day_exactly() -> None:
    day = accrue(DebtBalance(Decimal(10)), SIMPLE, Decimal("0.0365"), START, START + timedelta(days=1))
    assert day.accrued == Decimal("0.001")


@pytest.mark.parametrize(("day_count", "paid"), [(DayCount.ACT_365, "1.23"), (DayCount.ACT_360, "1.25")])
def test_90_days_at_5_percent_depend_on_the_year(day_count: DayCount, paid: str) -> None:
    convention = Convention(compounding=False, day_count=day_count)
    found = accrue(DebtBalance(Decimal(100)), convention, Decimal("0.05"), START, START + timedelta(days=90))
    assert round_half_up(found.accrued, 2) == Decimal(paid)


def test_a_million_for_15_days_on_a_year_of_360() -> None:
    convention = Convention(compounding=False, day_count=DayCount.ACT_360)
    found = accrue(DebtBalance(Decimal(1_000_000)), convention, Decimal("0.05"), START, START + timedelta(days=15))
    assert round_half_up(found.accrued, 2) == Decimal("2083.33")


def test_binance_accrues_by_the_minute() -> None:
    convention = Convention(Period.MINUTE, compounding=False)
    day = accrue(DebtBalance(Decimal(1000)), convention, Decimal("0.05"), START, START + timedelta(days=1))
    assert round_half_up(day.accrued, 3) == Decimal("0.137")


def test_a_text_that_says_midnight_in_utc_plus_8_is_beijing_8_o_clock_contradicts_itself() -> None:
    """00:00 at UTC+8 is midnight in Beijing, 16:00 UTC of the day before; Beijing 08:00 is 00:00 UTC."""
    assert moment("2026-11-21T00:00", "UTC+8") == moment("2026-11-21T00:00", "Asia/Shanghai") == utc("2026-11-20 16:00")
    assert moment("2026-11-21T08:00", "Asia/Shanghai") == utc("2026-11-21 00:00")
    for zone, mark in (("UTC+8", "2026-11-20 16:00"), ("UTC", "2026-11-21 00:00")):
        at = utc(mark)
        assert postings(Convention(zone=zone), at, at - timedelta(seconds=1), at) == 1


def test_an_older_venue_charges_an_hour_at_least() -> None:
    started = terms(interest=Convention(Period.HOUR, compounding=False, boundary=Boundary.STARTED))
    at = utc("2026-05-01 14:55")
    events = (event(at, "open", terms=started), event(at, "draw 8760 USDT 0.1"))
    assert abs(replay(events, utc("2026-05-01 14:57")).debts["USDT"].accrued - Decimal("0.1")) < CLOSE_ENOUGH


@pytest.mark.parametrize(("ratio", "ltv", "drop"), [("1.25", "0.8", "0.2"), ("2", "0.5", "0.5")])
def test_125_and_200_percent_of_collateral(ratio: str, ltv: str, drop: str) -> None:
    """The same word means loan / collateral in one text and collateral / loan in another."""
    assert from_collateral_ratio(Decimal(ratio)) == Decimal(ltv)
    assert headroom(valued(f"{ratio} BTC", "1 USDT", {"BTC": "1", "USDT": "1"}), level("liq 1")) == Decimal(drop)


@pytest.mark.parametrize(("edge", "price"), [("0.833", "51449"), ("0.8333333333333333", "51429")])
def test_a_nexo_user_with_3_5_bitcoin_against_150_000(edge: str, price: str) -> None:
    loan = valued("3.5 BTC", "150000 USDT", {"BTC": "100000", "USDT": "1"})
    found = level_price(loan, level(f"liq {edge}"), "BTC").price
    assert found is not None
    assert round_half_up(found, 0) == Decimal(price)


def test_binance_cross_collateral() -> None:
    found = valued("143.45 USDC", "100 USDT", {"USDC": "1", "USDT": "1"}).ltv
    assert found is not None
    assert round_half_up(found * 100, 2) == Decimal("69.71")


def test_apx_prints_70_percent_where_it_is_66_7() -> None:
    found = valued("75000 USDC", "50000 USDT", {"USDC": "1", "USDT": "1"}).ltv
    assert found is not None
    assert round_half_up(found * 100, 1) == Decimal("66.7")


def test_a_sale_without_loss_is_a_repayment_out_of_the_collateral() -> None:
    """5,000 owed against 6,000 and back to 50 %: 4,000 are sold, which leaves 1,000 against 2,000."""
    before = cure(Decimal(5000), Decimal(6000), Decimal("0.5"))
    sold = before.repay_value / (ONE - Decimal("0.5"))
    events = (
        event(START, "open", terms=terms()),
        event(START, "pledge 6000 USDC"),
        event(START, "draw 5000 USDT"),
        event(START, f"liquidation {sold} USDC", counter_asset="USDT", counter_amount=sold),
    )
    balances = replay(events, START)
    assert sold == 4000
    assert (balances.collateral["USDC"], balances.debts["USDT"].total) == (2000, 1000)


def test_decimal_keeps_what_binary_floats_lose() -> None:
    assert 0.0365 / 365 != 0.0001
    assert Decimal("0.0365") / 365 == Decimal("0.0001")


def test_one_hundredth_of_a_percent_an_hour_is_not_a_small_rate() -> None:
    """0.01 % an hour beside 0.02 % a day: the hourly one is 87.6 % a year, 140.1 % with its interest on interest."""
    assert interest("100", "0.01", 8760) == Decimal("87.6")
    assert round_half_up(interest("100", "0.01", 8760, COMPOUND), 1) == Decimal("140.1")
    assert interest("100", "0.02", 365) == Decimal("7.3")
