"""The calculators' steps against the venues' own examples and the worked examples of the source documents."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop_app.domain.earn.income import Income
from desktop_app.domain.earn.payoff import dual_payoff, perpetual_payoff, pool_payoff, shark_payoff
from desktop_app.domain.earn.perpetual import Perpetual, Side
from desktop_app.domain.earn.pool import PoolShare
from desktop_app.domain.earn.quoting import DAYS, HOURS, Told, rates_of
from desktop_app.domain.earn.structured import Dual, DualKind, SharkFin
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.incomes import GroupBy, grouped
from desktop_app.ui.widgets.calculators.borrowing import charged_hours, nft_steps, peer_steps
from desktop_app.ui.widgets.calculators.lending import savings, savings_steps, staking, staking_steps, term, term_steps
from desktop_app.ui.widgets.calculators.loyalty import loyalty, loyalty_steps
from desktop_app.ui.widgets.calculators.products import (
    dual_steps,
    perpetual,
    perpetual_steps,
    pool,
    pool_steps,
    shark,
    shark_steps,
)

D = Decimal


def worked(calculator, steps, **more):
    """Return the steps at the values that a calculator begins with, but for those given."""
    values = {ask.key: ask.value for ask in calculator().asks} | more
    return dict(steps(values).steps)


@pytest.mark.parametrize(
    ("amount", "rate", "told", "days", "simple"),
    [
        (10, "0.00001", Told.HOUR, 1, "0.0024"),
        (10, "0.0002", Told.DAY, 7, "0.014"),
        (1, "0.0001", Told.HOUR, 1, "0.0024"),
        (10, "0.0001", Told.DAY, 1, "0.001"),
        (10, "0.0365", Told.APR, 1, "0.001"),
        (10000, "0.035", Told.APR, 730, "700"),
    ],
)
def test_savings_of_the_documents(amount, rate, told, days, simple):
    found = worked(savings, savings_steps, amount=D(amount), rate=D(rate), told=told, days=days)
    assert found["Interest without compounding"] == simple


def test_a_rate_is_told_in_every_way_and_a_yield_is_no_rate():
    found = worked(savings, savings_steps)
    assert found["Rate a day"] == "0.01%"
    assert found["Rate a year with compounding (APY)"] == "3.717241%"
    as_yield = worked(savings, savings_steps, told=Told.APY)
    assert as_yield["Rate a day"] == "0.00982231%"
    assert as_yield["Interest with compounding"] == "0.365"
    assert worked(savings, savings_steps, kept=D("0.15"))["Interest of the first day"] == "0.00085"
    hourly = worked(savings, savings_steps, amount=D(1), rate=D("0.0001"), told=Told.HOUR, postings=HOURS, days=1)
    assert hourly["Interest with compounding"] == "0.00240276"


@pytest.mark.parametrize("told", list(Told))
@pytest.mark.parametrize("postings", [DAYS, HOURS])
def test_telling_a_rate_in_another_way_and_back_changes_nothing(told, postings):
    first = rates_of(D("0.05"), Told.APR, postings)
    back = rates_of(getattr(first, told.value), told, postings)
    assert all(abs(getattr(first, name) - getattr(back, name)) < D("1e-25") for name in ("hour", "day", "apr", "apy"))


def test_a_term_deposit_tells_each_rule_beside_the_others():
    found = worked(term, term_steps)
    assert found["Interest of the whole term"] == "1.23287671"
    assert found["Left early: not possible"] == "—"
    assert found["Left early: all interest is lost"] == "100, gives away 0.4109589"
    assert found["Left early: a fee on the principal"].endswith("gives away 0.2")
    with pytest.raises(Refused):
        worked(term, term_steps, held=91)


def test_a_stake_pays_no_reward_while_its_validator_is_offline():
    whole = worked(staking, staking_steps, amount=D(100), rate=D("0.365"), compounding=False, commission=D("0.1"))
    assert (whole["Days with rewards"], whole["Rewards"]) == ("365", "32.85")
    absent = worked(staking, staking_steps, offline=5, slashed=D("0.05"), compounding=False)
    assert (absent["Days with rewards"], absent["Slashed"]) == ("360", "1.6")


@pytest.mark.parametrize(
    ("kind", "amount", "strike", "rate", "price", "coin", "currency"),
    [
        (DualKind.SELL_HIGH, 10, 58000, "0.002", 57999, "10.02", "0"),
        (DualKind.SELL_HIGH, 10, 58000, "0.002", 58000, "0", "581,160"),
        (DualKind.BUY_LOW, 10000, 50000, "0.0124", 50001, "0", "10,124"),
        (DualKind.BUY_LOW, 10000, 50000, "0.0124", 50000, "0.20248", "0"),
    ],
)
def test_dual_investments_of_the_venue_s_own_page(kind, amount, strike, rate, price, coin, currency):
    values = {"kind": kind, "amount": D(amount), "strike": D(strike), "term_yield": D(rate), "price": D(price)}
    found = dict(dual_steps(values).steps)
    assert (found["Paid in the coin"], found["Paid in the currency"]) == (coin, currency)


@pytest.mark.parametrize(
    ("price", "rate", "interest"), [(17000, "1%", "0.191781"), (19500, "11%", "2.109589"), (24000, "1%", "0.191781")]
)
def test_shark_fins_of_the_venue_s_own_page(price, rate, interest):
    found = worked(shark, shark_steps, price=D(price))
    assert (found["Rate a year"], found["Interest"]) == (rate, interest)


def test_a_range_that_does_not_rise_is_refused():
    with pytest.raises(Refused) as refused:
        worked(shark, shark_steps, low=D(21000))
    assert refused.value.problem is Problem.RANGE_ORDER


@pytest.mark.parametrize(
    ("k", "loss"), [("1.25", "0.619"), ("1.5", "2.02"), ("2", "5.719"), ("4", "20"), ("5", "25.464")]
)
def test_impermanent_loss(k, loss):
    found = worked(pool, pool_steps, entry=D(100), price=D(k) * 100)
    assert found["Impermanent loss"] == f"\N{MINUS SIGN}{loss}%"


def test_a_perpetual_pays_funding_and_tells_its_liquidation():
    found = worked(perpetual, perpetual_steps)
    assert found["Funding received (minus: paid)"] == "\N{MINUS SIGN}459"
    assert found["Liquidation price"] == "45,226.1307"
    short = worked(perpetual, perpetual_steps, side=Side.SHORT)
    assert short["Funding received (minus: paid)"] == "459"


def test_a_loyalty_tier_tells_its_edge_and_the_next_one():
    found = worked(loyalty, loyalty_steps)
    assert (found["Tier"], found["Tier is lost under a price of"]) == ("Gold", "1")
    assert (found["Tokens missing for Platinum"], found["Borrowing rate a year"]) == ("500", "13.9%")
    assert worked(loyalty, loyalty_steps, ltv=D("0.1"))["Borrowing rate a year"] == "5.9%"


def test_payoffs_break_at_their_edges():
    one = dual_payoff(Dual(DualKind.SELL_HIGH, D(10), D(58000), D("0.002")))
    assert max(value for _, value in one.curve) == D(581160)
    assert one.marks == (58000,)
    fin = shark_payoff(SharkFin(D(1000), 7, D(18000), D(21000), D("0.01"), D("0.04"), D("0.18"), D("0.01")))
    values = dict(fin.curve)
    assert values[D(21000)] > 1003
    assert values[max(values)] < 1001
    share = pool_payoff(PoolShare(D(1), D(100)))
    assert all(value <= held for (_, value), (_, held) in zip(share.curve, share.held, strict=True))
    future = Perpetual(Side.LONG, D(1), D(100), D(20))
    assert min(value for _, value in perpetual_payoff(future).curve) == 0
    assert len(perpetual_payoff(replace(future, margin=D(200))).marks) == 1, "nothing brings it to liquidation"


def test_income_is_summed_and_what_is_missing_is_marked():
    month = date(2026, 10, 1)
    entries = [
        Income("a", "okx", "USDT", month, D(10), D(10)),
        Income("b", "okx", "USDT", month, D(10), D(5)),
        Income("c", "okx", "USDT", month, D(1), D(0)),
    ]
    today = datetime(2026, 11, 22, tzinfo=UTC).date()
    assert [one.differs for one in grouped(entries, GroupBy.POSITION, today)] == [False, True, False]
    (whole,) = grouped(entries, GroupBy.PLATFORM, today)
    assert (whole.subject, whole.earned, whole.paid) == ("okx", 21, 15)
    assert not any(one.differs for one in grouped(entries, GroupBy.ASSET, month)), "the month is not over"


def test_a_peer_loan_of_the_documents_costs_by_months_of_30_days():
    """0.05 % a day for 30 days are 1.5 %; the lender is left nine tenths of it."""
    asked = {"principal": D(1000), "rate": D("0.015"), "days": 30, "service": D("0.1"), "fee": D(0)}
    steps = dict(peer_steps(asked).steps)
    assert (steps["Interest of the term"], steps["Left to the lender"]) == ("15", "13.5")
    assert steps["Borrower's rate a year (APR)"] == "18.25%"


@pytest.mark.parametrize(
    ("rule", "start", "minutes", "hours"),
    [
        ("mark", 55, 2, 0),  # borrowed 14:55, repaid 14:57: nothing
        ("mark", 55, 5, 1),  # still open at 15:00: a full hour
        ("started", 55, 2, 1),
        ("started", 0, 60, 1),
        ("elapsed", 55, 59, 0),
        ("elapsed", 55, 120, 2),
    ],
)
def test_hours_are_charged_by_the_venues_rule(rule, start, minutes, hours):
    assert charged_hours(rule, start, minutes) == hours


def test_an_nft_brings_less_than_its_floor():
    steps = dict(nft_steps({"floor": D(10), "spread": D("0.05"), "royalty": D("0.025"), "fee": D("0.02")}).steps)
    assert (steps["Best bid"], steps["Proceeds"]) == ("9.5", "9.0725")
