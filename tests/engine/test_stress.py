"""What scenarios do to loans, reserve and hedges, against the same in Decimal, one loan at a time."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.counterparty import Facts
from desktop_app.domain.earn.perpetual import Perpetual, Side
from desktop_app.domain.earn.position import DualDetails, PerpetualDetails, Position, PositionKind, SharkDetails
from desktop_app.domain.earn.structured import Dual, DualKind, SharkFin, settle_dual, settle_shark
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.cure import cure
from desktop_app.domain.loans.ladder import Depth, Level, LevelAction, LevelKind, make_ladder
from desktop_app.domain.loans.liquidation import full_sale, partial_sale
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.platforms import Holding, Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import plain_book
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.domain.risk.policy import Policy, Walk, walk
from desktop_app.domain.risk.shock import Scenario, Spread
from desktop_app.domain.risk.spiral import Sold, spiral
from desktop_app.engine.assemble import Inputs, assemble
from desktop_app.engine.resources import episodes, known_assets
from desktop_app.engine.scenarios import bench_of, built_in, followed, stress_test
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.stress import Stressed

NOW = utc("2026-11-21 12:00")
D = Decimal
AT_ONCE = Scenario("x", "x", hours=D(0))
PRICES = {"BTC": D(100), "ETH": D(10), "USDT": D(1)}


def terms(call="0.7", sale="0.8", target="0.5", hours=None, action=None, **more):
    levels = (
        Level("warning", LevelKind.EARLY_WARNING, D(call) - D("0.1")),
        Level("call", LevelKind.MARGIN_CALL, D(call), cure_hours=D(hours) if hours else None),
        Level("sale", LevelKind.LIQUIDATION, D(sale), action=action),
    )
    return Terms(make_ladder(levels, D(target), D(target)), **more)


def loan(name="one", pledged=(("BTC", "10"),), debt="500", rules=None, platform="bank", rate="0"):
    events = [Event(f"{name}:0", NOW, EventKind.OPEN, terms=rules or terms())]
    events += [Event(f"{name}:{asset}", NOW, EventKind.ADD_COLLATERAL, asset, D(units)) for asset, units in pledged]
    events.append(Event(f"{name}:d", NOW, EventKind.DRAW, "USDT", D(debt), D(rate)))
    return Loan(name, name, platform, tuple(events))


def reserve(amount, asset="USDT", platform="safe", hours="0"):
    return Holding(f"{asset}-{platform}", platform, asset, D(amount), reserve=True, reach_hours=D(hours))


def shown(*loans, holdings=(), positions=(), to_target=True, **prices) -> Snapshot:
    portfolio = Portfolio((Platform("bank", "Bank"), Platform("safe", "Safe")), loans, holdings, positions)
    book = plain_book({**PRICES, **prices})
    return assemble(Inputs(portfolio, book, {}, (), Settings(cure_to_target=to_target), known_assets()), NOW)


def outcome(scenario: Scenario, *loans, **more) -> Stressed:
    return bench_of(shown(*loans, **more)).test(scenario)


def close(found: Decimal, expected: Decimal, by: str = "1e-6") -> bool:
    return abs(found - expected) <= D(by) * max(D(1), abs(expected))


amounts = st.integers(1, 100_000).map(lambda cents: D(cents) / 100)
falls = st.integers(0, 99).map(lambda percent: D(percent) / 100)


@given(amounts, falls, st.sampled_from(["0", "0.02", "0.3"]))
def test_a_sale_is_that_of_the_venue(debt: Decimal, fall: Decimal, fee: str) -> None:
    scenario = replace(AT_ONCE, rest=-fall, fee=D(fee))
    found = outcome(scenario, loan(debt=str(debt))).loans[0]
    value = 1000 * (1 - fall)
    expected = partial_sale(value, debt, D("0.5"), D(fee)) if debt >= D("0.8") * value else None
    assert (found.depth is Depth.LIQUIDATION) == (expected is not None)
    if expected is not None:
        assert close(found.sold, expected.sold)
        assert close(found.lost, expected.lost)
        assert close(found.debt, expected.debt_left)
    called = debt >= D("0.7") * value
    assert close(found.need, cure(debt, value, D("0.5")).repay_value if called else D(0))


def test_a_level_that_sells_everything_gives_back_what_is_over() -> None:
    rules = terms(action=LevelAction.SELL_ALL)
    found = outcome(replace(AT_ONCE, rest=D("-0.4"), fee=D("0.1")), loan(debt="500", rules=rules))
    expected = full_sale(D(600), D(500), D("0.1"))
    assert (found.loans[0].collateral, found.loans[0].debt) == (0, expected.debt_left)
    assert close(found.assets, expected.collateral_left)
    assert found.loans[0].ltv is None


@given(st.lists(st.integers(300, 560), min_size=1, max_size=4), st.integers(0, 60), st.integers(50, 5000))
def test_a_spiral_ends_where_one_in_decimal_does(debts: list[int], fall: int, depth: int) -> None:
    loans = [loan(f"l{number}", debt=str(debt)) for number, debt in enumerate(debts)]
    scenario = replace(AT_ONCE, rest=-D(fall) / 100, fee=D("0.02"), depth=D(depth))
    found = outcome(scenario, *loans)
    levels = D("0.8"), D("0.5"), D("0.02")
    expected = spiral([Sold(one.id, D(1000), D(debt), *levels) for one, debt in zip(loans, debts, strict=True)],
                      D(fall) / 100, D(depth))  # fmt: skip
    assert found.settled
    assert close(found.sold, expected.sold, "1e-5")
    assert close(found.impact + 1, expected.price / (1 - D(fall) / 100), "1e-5")


def test_an_episode_takes_the_way_of_a_policy_day_by_day() -> None:
    """The lows and closes of each step, as a policy in Decimal walks them."""
    found = outcome(
        Scenario("x", "x", episode="2020-03-12", fee=D("0.02")),
        loan(debt="550", rules=terms(call="0.75", sale="0.8")),
        holdings=(reserve("60"),),
    )
    episode = episodes()["2020-03-12"]
    marks = [price * 100 for pair in zip(episode.lows["BTC"], episode.closes["BTC"], strict=True) for price in pair]
    days = [(date(2020, 1, 1) + timedelta(days=number), {"BTC": mark}) for number, mark in enumerate(marks)]
    policy = Policy(D("0.75"), D("0.5"), D("0.8"), D("0.5"), D("0.02"))
    expected = walk(Walk({"BTC": D(10)}, D(550), D(60), days[0][0]), days, D(0), policy)
    assert expected.acts, "nothing happened"
    assert close(found.loans[0].debt, expected.debt)
    assert close(found.loans[0].collateral, expected.value)
    assert close(found.left, expected.reserve)
    assert close(found.net, expected.net)


def test_the_day_of_a_replay_tells_when_levels_are_reached() -> None:
    found = outcome(Scenario("x", "x", episode="2020-03-12"), loan(debt="500")).loans[0]
    hours = [hour for _, hour in found.reached]
    assert [level.key for level, _ in found.reached] == ["warning", "call", "sale"]
    assert hours == sorted(hours)
    assert 30 < hours[1] < 51, "the fall began on the morning of the second day"


def test_a_reserve_that_arrives_too_late_saves_nothing() -> None:
    fall = Scenario("x", "x", rest=D("-0.4"), hours=D(24))
    soon = outcome(fall, loan(debt="490"), holdings=(reserve("500", hours="1"),)).loans[0]
    late = outcome(fall, loan(debt="490"), holdings=(reserve("500", hours="12"),)).loans[0]
    assert soon.depth is Depth.MARGIN_CALL
    assert soon.sold == 0
    assert late.depth is Depth.LIQUIDATION
    assert late.sold > 0


def test_a_call_that_nobody_cures_in_its_window_is_sold() -> None:
    fall = replace(AT_ONCE, rest=D("-0.3"))
    assert outcome(fall, loan(rules=terms(hours="24"))).loans[0].sold > 0
    assert outcome(fall, loan(rules=terms())).loans[0].sold == 0
    cured = outcome(fall, loan(rules=terms(hours="24")), holdings=(reserve("500", hours="12"),)).loans[0]
    assert (cured.sold, cured.depth) == (0, Depth.MARGIN_CALL)


def test_the_deepest_loan_is_served_first() -> None:
    found = outcome(
        replace(AT_ONCE, rest=D("-0.35")), loan("a", debt="480"), loan("b", debt="510"), holdings=(reserve("100"),)
    )
    paid = {one.view.loan.id: one.paid for one in found.loans}
    assert paid == {"a": 0, "b": 100}
    assert (found.used, found.left) == (100, 0)
    assert found.short > 0


@given(falls, st.lists(st.integers(1, 800), min_size=1, max_size=4), st.integers(0, 900))
def test_without_sales_what_falls_is_all_that_is_lost(fall: Decimal, debts: list[int], have: int) -> None:
    """Repaying moves money from one pocket to the other."""
    rules = terms(call="0.4", sale="9.9", target="0.3")
    loans = [loan(f"l{number}", debt=str(debt), rules=rules) for number, debt in enumerate(debts)]
    found = outcome(replace(AT_ONCE, rest=-fall), *loans, holdings=(reserve(str(have + 1)),))
    before = 1000 * len(debts) - sum(debts) + have + 1
    assert close(found.net, before - 1000 * len(debts) * fall)
    assert found.used <= min(found.need, have + 1)


def test_haircuts_and_mixed_levels_are_those_of_the_venue() -> None:
    rules = terms(formula=LtvFormula.HAIRCUT, weights={"BTC": D("0.9"), "ETH": D("0.8")})
    view = shown(loan(pledged=(("BTC", "5"), ("ETH", "50")), debt="400", rules=rules))
    found = bench_of(view).test(replace(AT_ONCE, moves=(("BTC", D("-0.3")),), spread=Spread.STILL)).loans[0]
    assert close(found.ltv or D(0), D(400) / (D(500) * D("0.7") * D("0.9") + D(500) * D("0.8")), "1e-12")


def test_new_levels_hold_for_the_lender_s_own_alone() -> None:
    tighter = replace(AT_ONCE, levels=D("-0.25"), venue="bank")
    found = outcome(tighter, loan(debt="500"), loan("other", debt="500", platform="safe"))
    assert {one.view.loan.id: one.depth for one in found.loans} == {"one": Depth.MARGIN_CALL, "other": Depth.SAFE}


def test_a_frozen_platform_keeps_what_lies_there_and_is_owed_all_the_same() -> None:
    holdings = (reserve("500", platform="bank"), reserve("40", platform="safe"))
    found = outcome(replace(AT_ONCE, rest=D("-0.3"), frozen=("bank",)), loan(), holdings=holdings)
    assert (found.used, found.left) == (40, 0)
    assert (found.stuck, found.due) == (1200, 460)
    assert found.loans[0].stuck


def test_a_stablecoin_off_its_peg_makes_its_debt_lighter_and_its_reserve_worth_less() -> None:
    peg = replace(AT_ONCE, moves=(("USDT", D("-0.1")),), spread=Spread.STILL)
    found = outcome(peg, loan(), holdings=(reserve("100"),))
    assert (found.debt, found.left, found.net) == (450, 90, 640)


def test_higher_rates_and_funding_run_for_the_time_of_the_scenario() -> None:
    scenario = Scenario("x", "x", rate=D("0.365"), hours=D(240), spread=Spread.STILL)
    assert close(outcome(scenario, loan(debt="500")).debt, 500 * D("1.001") ** 10)


def perpetual(side=Side.SHORT, units="5", margin="300", **more):
    details = PerpetualDetails(side, D(100), D(margin))
    return Position("p", "Hedge", "safe", PositionKind.PERPETUAL, "BTC", D(units), NOW, details=details, **more)


@given(falls, st.sampled_from(list(Side)))
def test_a_perpetual_counts_with_its_equity_until_it_is_liquidated(fall: Decimal, side: Side) -> None:
    found = outcome(replace(AT_ONCE, rest=-fall), positions=(perpetual(side),))
    mark = 100 * (1 - fall)
    one = Perpetual(side, D(5), D(100), D(300))
    gone = one.equity(mark) <= one.maintenance * one.units * mark
    assert close(found.assets, D(0) if gone else one.equity(mark))
    assert close(found.hedges, found.assets - 300)


def test_a_short_that_is_set_aside_cures_and_covers_more() -> None:
    plain, hedged = shown(loan()), shown(loan(), positions=(perpetual(reserve=True),))
    fall = replace(AT_ONCE, rest=D("-0.45"))
    assert bench_of(plain).test(fall).sales == 1
    saved = bench_of(hedged).test(fall)
    assert saved.used > 0
    assert saved.loans[0].sold == 0
    covers = [bench_of(one).cover() for one in (plain, hedged)]
    assert covers[0] == D("0.285")
    assert covers[1] == 1


def test_funding_is_paid_by_the_long_and_received_by_the_short() -> None:
    spike = Scenario("x", "x", funding=D("0.01"), hours=D(48), spread=Spread.STILL)
    assert outcome(spike, positions=(perpetual(),)).assets == 310
    assert outcome(spike, positions=(perpetual(Side.LONG),)).assets == 290


@given(st.sampled_from(list(DualKind)), st.integers(10, 200))
def test_a_dual_investment_counts_as_it_would_settle(kind: DualKind, price: int) -> None:
    selling = kind is DualKind.SELL_HIGH
    details = DualDetails(kind, "USDT" if selling else "BTC", D(90), D("0.02"), date(2027, 1, 1))
    asset, amount = ("BTC", D(2)) if selling else ("USDT", D(200))
    position = Position("d", "Dual", "safe", PositionKind.DUAL, asset, amount, NOW, details=details)
    move = replace(AT_ONCE, moves=(("BTC", D(price) / 100 - 1),), spread=Spread.STILL)
    found = outcome(move, positions=(position,))
    assert close(found.assets, settle_dual(Dual(kind, amount, D(90), D("0.02")), D(price)).value)


def test_a_bearish_shark_fin_pays_more_in_a_fall() -> None:
    rates = D("0.01"), D("0.02"), D("0.2"), D("0.03")
    details = SharkDetails("BTC", D(60), D(95), *rates, date(2026, 12, 21), bullish=False)
    position = Position("s", "Fin", "safe", PositionKind.SHARK_FIN, "USDT", D(1000), NOW, details=details)
    found = outcome(replace(AT_ONCE, rest=D("-0.35")), positions=(position,))
    fin = SharkFin(D(1000), 30, D(60), D(95), *rates, bullish=False)
    assert close(found.assets, settle_shark(fin, [D(65)]).payout)


def test_today_is_what_the_overview_tells() -> None:
    view = shown(loan(), holdings=(reserve("100"),), positions=(perpetual(),))
    found = stress_test(view)
    assert close(found.today.net, view.totals.net)
    assert found.today.left == 100
    assert found.complete


def test_what_has_no_price_is_told_and_left_out() -> None:
    view = shown(loan(), loan("dark", pledged=(("XYZ", "1"),)))
    found = stress_test(view)
    assert [one.loan.id for one in found.unknown] == ["dark"]
    assert not found.complete
    assert all(len(one.loans) == 1 for one in found.scenarios)


def test_nothing_at_all_is_tested_without_a_fault() -> None:
    found = stress_test(shown())
    assert found.cover is None
    assert all(one.net == 0 for one in found.scenarios)


def test_what_is_built_in_speaks_of_what_is_there() -> None:
    names = [one.id for one in built_in(shown(loan(), holdings=(reserve("1"),)))]
    assert {"all-40", "replay-2020", "peg", "frozen", "rates", "rules"} <= set(names)
    assert "frozen" not in [one.id for one in built_in(shown())]


def test_the_heat_map_agrees_with_the_falls() -> None:
    bench = bench_of(shown(loan(), loan("b", debt="300")))
    for fall, row in zip((D("0.1"), D("0.3"), D("0.5")), bench.heat((D("0.1"), D("0.3"), D("0.5"))), strict=True):
        told = {one.view.loan.id: one for one in bench.test(replace(AT_ONCE, rest=-fall, uses_reserve=False)).loans}
        for view, (depth, ltv) in zip(bench.book.loans, row, strict=True):
            assert depth is told[view.loan.id].depth
            assert ltv == pytest.approx(told[view.loan.id].worst or ltv)


def test_a_cure_stops_under_the_call_unless_the_target_is_wanted() -> None:
    """LTV 500 / 700 over a call at 70 %: 10 bring it under the call, 150 to the target."""
    fall = replace(AT_ONCE, rest=D("-0.3"))
    kept = outcome(fall, loan(), holdings=(reserve("500"),), to_target=False)
    assert close(kept.used, D(10), "1e-4")
    assert kept.loans[0].ltv < D("0.7")
    assert close(outcome(fall, loan(), holdings=(reserve("500"),)).used, D(150))


def test_a_frozen_platform_freezes_those_that_fail_with_it() -> None:
    view = shown(loan())
    safe = Platform("safe", "Safe", facts=Facts(cushion=D("0.1")))
    tied = replace(view, platforms=(view.platforms[0], safe), dependencies=(Dependency("safe", "bank", D("0.2")),))
    assert followed(Scenario("x", frozen=("bank",)), tied).frozen == ("bank", "safe")
    assert followed(Scenario("x", frozen=("safe",)), tied).frozen == ("safe",)
    assert followed(AT_ONCE, tied) is AT_ONCE


def test_today_is_what_every_other_page_says() -> None:
    view = shown(loan(), holdings=(reserve("500"),))
    assert stress_test(view, []).today.net == view.totals.net
