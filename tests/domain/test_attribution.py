"""The change of LTV splits into its causes without remainder."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import in_order
from desktop_app.domain.loans.attribution import Cause, attribute
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.prices.book import plain_book

D = Decimal
START = datetime(2025, 1, 1, tzinfo=UTC)
LADDER = make_ladder((Level("sale", LevelKind.LIQUIDATION, D("0.8")),))
prices = st.decimals(min_value="0.5", max_value=100000, places=2)
amounts = st.decimals(min_value="0.01", max_value=5, places=2)


def opening(terms=None):
    return [
        Event("open", START, EventKind.OPEN, terms=terms or Terms(LADDER)),
        Event("btc", START, EventKind.ADD_COLLATERAL, "BTC", D(2)),
        Event("eth", START, EventKind.ADD_COLLATERAL, "ETH", D(10)),
        Event("usdt", START, EventKind.DRAW, "USDT", D(40000), D("0.1")),
        Event("sol", START, EventKind.DRAW, "SOL", D(20), D("0.05")),
    ]


def book(btc, eth, usdt, sol):
    return plain_book({"BTC": btc, "ETH": eth, "USDT": usdt, "SOL": sol})


@given(
    before=st.tuples(prices, prices, prices, prices),
    after=st.tuples(prices, prices, prices, prices),
    added=amounts,
    repaid=amounts,
    days=st.integers(min_value=2, max_value=900),
)
def test_the_effects_add_up_to_the_whole_change_exactly(before, after, added, repaid, days):
    end = START + timedelta(days=days)
    moves = [
        Event("add", START + timedelta(days=1), EventKind.ADD_COLLATERAL, "BTC", added),
        Event("repay", START + timedelta(days=1), EventKind.REPAY, "SOL", repaid),
        Event("new", START + timedelta(days=1), EventKind.ADD_COLLATERAL, "SOL", added),
    ]
    found = attribute(in_order([*opening(), *moves]), START, end, book(*before), book(*after))
    assert sum((effect.change for effect in found.effects), D(0)) == found.after - found.before


def test_each_cause_alone_is_told_alone():
    flat = book(D(50000), D(3000), D(1), D(100))
    day = START + timedelta(days=1)
    cases = {
        Cause.PRICE: ([], book(D(40000), D(3000), D(1), D(100))),
        Cause.DEBT_PRICE: ([], book(D(50000), D(3000), D(1), D(150))),
        Cause.COLLATERAL: ([Event("x", day, EventKind.ADD_COLLATERAL, "BTC", D(1))], flat),
        Cause.DEBT: ([Event("x", day, EventKind.DRAW, "USDT", D(1000))], flat),
    }
    for cause, (events, after) in cases.items():
        end = START + timedelta(hours=1) if not events else day
        found = attribute(in_order([*opening(), *events]), START, end, flat, after)
        told = [effect.cause for effect in found.effects if effect.cause is not Cause.INTEREST]
        assert told == [cause]
        assert (found.after > found.before) is (cause is not Cause.COLLATERAL)


def test_interest_alone_raises_ltv_by_what_was_posted():
    flat = book(D(50000), D(3000), D(1), D(100))
    found = attribute(opening(), START, START + timedelta(days=30), flat, flat)
    assert [effect.cause for effect in found.effects] == [Cause.INTEREST]


def test_a_change_of_rules_is_an_effect_of_its_own():
    haircut = Terms(LADDER, LtvFormula.HAIRCUT, weights={"BTC": D("0.9"), "ETH": D("0.8")})
    day = START + timedelta(hours=1)
    events = in_order([*opening(), Event("rule", day, EventKind.RULE_CHANGE, terms=haircut)])
    flat = book(D(50000), D(3000), D(1), D(100))
    found = attribute(events, START, day, flat, flat)
    assert [effect.cause for effect in found.effects] == [Cause.RULE]
    assert found.after == (D(42000) / D(114000)).quantize(D("1e-24"))


def test_a_missing_price_is_told_and_never_counted_as_nothing():
    with pytest.raises(ValueError, match="ETH has no price"):
        attribute(opening(), START, START, plain_book({"BTC": D(1)}), plain_book({"BTC": D(1)}))
