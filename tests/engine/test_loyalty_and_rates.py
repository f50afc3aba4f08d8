"""A loyalty tier as a portfolio stands in it, and floating rates that follow what a venue publishes."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc
from making import loan, write_portfolio

from desktop_app.domain.earn.position import EarnTerms, Flow, Payout, Position, PositionKind, RateStep
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.prices.rate import YEAR_S, RateKind, RatePoint
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import importing, position_commands
from desktop_app.engine.loyalty import standings
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.rates import keep_rates
from desktop_app.engine.resources import programmes

D = Decimal
START = utc("2026-11-21 12:00")
HOUR = timedelta(hours=1)


def savings(**more: object) -> Position:
    return Position("s", "Savings", "okx", PositionKind.SAVINGS, "USDT", D(1000), START - 99 * HOUR, **more)


def rate(hours: int, value: str) -> RatePoint:
    return RatePoint(RateKind.LENDING, "okx_savings", "USDT", "USDT", START + hours * HOUR, D(value), YEAR_S)


def test_a_tier_counts_what_lies_with_the_venue_and_tells_where_it_is_lost(monitor: Monitor, tmp_path: Path) -> None:
    nexo = {"id": "nexo", "name": "Nexo"}
    held = [{"id": "h", "platform": "nexo", "asset": "NEXO", "amount": "600"}]
    path = write_portfolio(tmp_path, {**loan(debt="150"), "platform": "nexo"}, platforms=[nexo], holdings=held)
    importing.import_file(monitor, path, START)
    prices = {"BTC": "10000", "USDT": "1", "NEXO": "1"}
    quotes = [Quote(asset, "USD", D(price), START, name, START) for asset, price in prices.items() for name in "ab"]
    monitor.accept(quotes, START)
    (one,) = standings(monitor.snapshot(START), programmes().values())
    assert (one.units, one.tier.name, one.share) == (600, "Gold", D("0.06"))
    assert one.edge_price == D(500) / 600
    assert (one.following.name, one.missing) == ("Platinum", 400)
    assert one.low_ltv == ("Loan one",)
    assert not one.too_small


def test_a_position_follows_the_rate_that_its_venue_publishes(monitor: Monitor) -> None:
    followed = savings(terms=EarnTerms(follows="okx_savings/USDT"), rates=(RateStep(START - 99 * HOUR, D("0.05")),))
    position_commands.keep_position(monitor, followed, "OKX", START)
    other = replace(savings(), id="other", name="Other", rates=followed.rates)
    position_commands.keep_position(monitor, other, "OKX", START)
    keep_rates(monitor, [rate(-3, "0.02"), rate(-2, "0.02"), rate(-1, "0.03"), rate(5, "9")], START)
    rates = {one.id: [step.rate for step in one.rates] for one in monitor.portfolio.positions}
    assert rates == {"s": [D("0.05"), D("0.02"), D("0.03")], "other": [D("0.05")]}
    keep_rates(monitor, [rate(-1, "0.03")], START)
    assert len(position_commands.position_of(monitor, "s").rates) == 3, "told twice, kept once"


def test_one_of_two_equal_payouts_is_removed_and_a_needed_flow_is_not(monitor: Monitor) -> None:
    twin = Payout(START - HOUR, "USDT", D(1))
    flows = (Flow(START - 9 * HOUR, D(500)), Flow(START - 8 * HOUR, D(-1400)))
    position_commands.keep_position(monitor, savings(payouts=(twin, twin), flows=flows), "OKX", START)
    before = position_commands.remove_entry(monitor, "s", twin, START)
    assert position_commands.position_of(monitor, "s").payouts == (twin,)
    assert before.payouts == (twin, twin)
    with pytest.raises(Refused) as refused:  # more would have been taken out than was in it
        position_commands.remove_entry(monitor, "s", flows[0], START)
    assert refused.value.problem is Problem.COLLATERAL_SHORT
    assert position_commands.position_of(monitor, "s").flows == flows
