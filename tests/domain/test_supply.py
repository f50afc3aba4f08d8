"""The reserve in time: what arrives when, who gets it, which fall is covered; against every way there is."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from builders import level, terms, utc, valued
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.position import Deposit, EarnTerms, Position, PositionKind, RateStep, StakeDetails
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.reach import Reach
from desktop_app.domain.risk.allocation import Demand, allocate
from desktop_app.domain.risk.ready import moments_of, ways_from
from desktop_app.domain.risk.rescue import plan
from desktop_app.domain.risk.reserve import Watched, coverage, needed, reserve_of
from desktop_app.domain.risk.supply import ReserveItem, Way

STEADY = frozenset({"USDT", "USD"})
PRICES = {"BTC": "1000", "ETH": "100", "USDT": "1"}
CALL = level("call 0.7")
NOW = utc("2026-11-21 12:00")


def watched(owed: str, hours: int | None = None, name: str = "loan", target: str = "") -> Watched:
    valuation = valued("1 BTC", f"{owed} USDT", PRICES)
    window = None if hours is None else Decimal(hours)
    return Watched(name, valuation, CALL, window, Decimal(target) if target else None)


def item(value: str, hours: str = "0", asset: str = "USDT", **more) -> ReserveItem:
    ways = more.pop("ways", (Way(Decimal(hours)),))
    return ReserveItem(asset, Decimal(value), more.pop("id", f"{asset}-{hours}"), ways, **more)


def covers(loans: list[Watched], *items: ReserveItem) -> Decimal:
    found = coverage(loans, items, STEADY)
    assert found is not None
    return round(found, 6)


def test_what_comes_too_late_covers_nothing() -> None:
    alone = covers([watched("500", 24)])
    assert alone == round(1 - Decimal(500) / 700, 6)
    assert covers([watched("500", 24)], item("100", "25")) == alone
    assert covers([watched("500", 24)], item("100", "24")) == round(1 - Decimal(400) / 700, 6)


def test_each_loan_is_helped_only_by_what_arrives_in_its_own_window() -> None:
    loans = [watched("500", 6, "urgent"), watched("500", 48, "patient")]
    slow = reserve_of(loans, [item("1000", "24")], STEADY).stand(Decimal("0.5"))
    assert slow.lacking == {"urgent": 150, "patient": 0}
    quick = reserve_of(loans, [item("1000", "24"), item("150", "1")], STEADY).stand(Decimal("0.5"))
    assert not quick.gap
    assert quick.left == 1150 - 300


def test_a_daily_limit_lets_through_only_so_much_in_time() -> None:
    limited = item("300", per_day=Decimal("0.25"))
    stands = [
        reserve_of([watched("500", hours)], [limited], STEADY).stand(ZERO).reachable for hours in (0, 23, 24, 71, 72)
    ]
    assert stands == [75, 75, 150, 225, 300]


def test_costs_and_fees_are_taken_off_before_it_arrives() -> None:
    costly = item("1000", loss=Decimal("0.01"), fee=Decimal(10))
    assert reserve_of([watched("500", 24)], [costly], STEADY).stand(ZERO).reachable == 980
    two = [watched("900", 24, "a"), watched("900", 24, "b")]
    assert reserve_of(two, [costly], STEADY).stand(ZERO).reachable == 970, "each loan takes a transfer of its own"


def test_a_product_counts_as_the_worst_that_it_may_become() -> None:
    dual = item("100", asset="BTC", or_else=(("USDT", Decimal(90)),))
    assert [dual.worth(Decimal(fall), STEADY) for fall in ("0", "0.05", "0.5")] == [90, 90, 50]


def test_one_follows_the_market_as_far_as_told() -> None:
    assert item("100", asset="BTC", follows=Decimal("0.4")).worth(Decimal("0.5"), STEADY) == 80


def test_with_a_target_a_called_loan_must_come_back_to_it() -> None:
    loan = watched("500", target="0.5")
    assert needed(loan, Decimal("0.2"), STEADY) == 0, "not called yet"
    assert needed(loan, Decimal("0.3"), STEADY) == 500 - 350
    assert needed(watched("500"), Decimal("0.3"), STEADY) == 500 - 490


def test_levels_that_differ_by_collateral_each_count_with_their_own() -> None:
    rules = terms("call 0.5", weights={"BTC": "0.8"})
    valuation = valued("1 BTC, 5 ETH", "300 USDT", PRICES, rules)
    mixed = level("call 0.5")
    own = type(mixed)(mixed.key, mixed.kind, mixed.ltv, by_asset=(("ETH", Decimal("0.3")),))
    found = needed(Watched("one", valuation, own), Decimal("0.5"), STEADY)
    assert found == max(ZERO, 300 - (400 * Decimal("0.5") + 250 * Decimal("0.3")))


def test_a_deposit_is_left_at_its_cost_only_where_waiting_is_too_long() -> None:
    deposit = item("1000", ways=(Way(Decimal(1), Decimal("0.1")), Way(Decimal(48))), id="deposit")
    for hours, expected in ((24, "0.1"), (72, "0")):
        loan = watched("900", hours)
        found = plan(reserve_of([loan], [deposit], STEADY), {"loan": loan.valuation}, ZERO)
        (step,) = found.steps
        assert round(step.cost / step.taken, 6) == Decimal(expected)
        assert step.waits is (hours == 72)


def test_the_plan_brings_each_loan_to_its_level_with_the_cheapest_that_is_in_time() -> None:
    loans = [watched("800", 48, "patient"), watched("800", 4, "urgent")]
    items = [item("120", "1", id="dear", loss=Decimal("0.05")), item("200", "24", id="cheap")]
    found = plan(reserve_of(loans, items, STEADY), {one.id: one.valuation for one in loans}, ZERO)
    assert {(step.item, step.loan): step.value for step in found.steps} == {
        ("dear", "urgent"): 100,
        ("cheap", "patient"): 100,
    }
    assert found.after == {"patient": Decimal("0.7"), "urgent": Decimal("0.7")}
    assert round(found.cost, 6) == round(100 / Decimal("0.95") - 100, 6)


AMOUNTS = st.integers(1, 2000).map(Decimal)
HOURS = st.sampled_from([0, 1, 6, 24, 48, None])
ITEMS = st.lists(
    st.builds(
        item,
        AMOUNTS.map(str),
        st.sampled_from(["0", "3", "12", "30"]),
        st.sampled_from(["USDT", "BTC"]),
        loss=st.sampled_from([ZERO, Decimal("0.02")]),
        fee=st.sampled_from([ZERO, Decimal(5)]),
        per_day=st.sampled_from([None, Decimal("0.4")]),
    ),
    max_size=4,
).map(lambda made: [ReserveItem(**{**fields(one), "id": str(number)}) for number, one in enumerate(made)])
LOANS = st.lists(st.tuples(AMOUNTS, HOURS), min_size=1, max_size=4)


def fields(one: ReserveItem) -> dict[str, object]:
    return {name: getattr(one, name) for name in ReserveItem.__slots__}


def made(loans: list[tuple[Decimal, int | None]]) -> list[Watched]:
    return [watched(str(owed), hours, f"loan{number}") for number, (owed, hours) in enumerate(loans)]


@given(LOANS, ITEMS, st.integers(0, 10).map(lambda tenth: Decimal(tenth) / 10))
def test_the_quick_way_gives_each_loan_what_the_exact_allocation_gives(loans, items, fall) -> None:
    reserve = reserve_of(made(loans), items, STEADY)
    stand = reserve.stand(fall)
    demands = [
        Demand(need.id, value, None if need.hours.is_infinite() else need.hours)
        for need in reserve.needs
        if (value := need.at(fall))
    ]
    (ways,) = reserve.arrangements()
    exact = allocate(reserve.parts(fall, ways, len(demands)), demands)
    assert stand.lacking.keys() == exact.lacking.keys()
    assert all(abs(stand.lacking[name] - exact.lacking[name]) < Decimal("1e-30") for name in exact.lacking)


@given(LOANS, ITEMS)
def test_every_fall_up_to_the_covered_one_is_cured_and_the_next_is_not(loans, items) -> None:
    reserve = reserve_of(made(loans), items, STEADY)
    covered = reserve.coverage()
    assert covered is not None
    if covered:
        assert all(not reserve.stand(covered * part / 4).gap for part in range(5))
    if covered < ONE:
        assert reserve.stand(min(ONE, covered + Decimal(2) ** -38)).gap


@given(LOANS, ITEMS, st.integers(1, 48))
def test_more_reserve_longer_windows_and_quicker_ways_never_cover_less(loans, items, hours) -> None:
    before = reserve_of(made(loans), items, STEADY).coverage()
    more = reserve_of(made(loans), [*items, item("50", id="more")], STEADY).coverage()
    longer = [(owed, None if window is None else window + hours) for owed, window in loans]
    assert before is not None
    assert more is not None
    later = reserve_of(made(longer), items, STEADY).coverage()
    assert later is not None
    small = Decimal("1e-9")
    assert more >= before - small
    assert later >= before - small


@given(LOANS, ITEMS, st.integers(0, 10).map(lambda tenth: Decimal(tenth) / 10))
def test_a_plan_sends_nothing_late_and_no_more_than_there_is(loans, items, fall) -> None:
    watch = made(loans)
    found = plan(reserve_of(watch, items, STEADY), {one.id: one.valuation for one in watch}, fall)
    for step in found.steps:
        assert step.within is None or step.hours <= step.within
        assert step.taken >= step.value > 0
    for one in items:
        taken = sum((step.taken for step in found.steps if step.item == one.id), ZERO)
        assert taken <= one.worth(fall, STEADY) + Decimal("1e-20")
    for name, lacking in found.lacking.items():
        after = found.after[name]
        assert lacking or (after is not None and after <= Decimal("0.7") + Decimal("1e-20")) or after is None


def position(kind: PositionKind, details=None, opened=NOW - timedelta(days=10)) -> Position:
    rates = (RateStep(opened, Decimal("0.05")),)
    return Position("p", "P", "okx", kind, "USDT", Decimal(1000), opened, rates, EarnTerms(), details)


def test_a_locked_deposit_is_free_at_its_end_alone() -> None:
    locked = position(PositionKind.TERM, Deposit(30, EarlyExit.LOCKED))
    ((free, cost),) = moments_of(locked, Decimal(1000), NOW)
    assert (free, cost) == (datetime(2026, 12, 11, tzinfo=UTC), 0)


def test_a_deposit_may_be_left_at_a_cost_or_waited_for() -> None:
    (now, cost), (end, free) = moments_of(
        position(PositionKind.TERM, Deposit(30, EarlyExit.FEE, fee=Decimal("0.01"))), Decimal(1000), NOW
    )
    assert now == NOW
    assert cost > 0
    assert (end.date().isoformat(), free) == ("2026-12-11", 0)


def test_a_stake_unbonds_from_now_unless_it_was_asked_back() -> None:
    ((free, _),) = moments_of(position(PositionKind.STAKE, StakeDetails(unbonding_days=21)), Decimal(1000), NOW)
    assert free == NOW + timedelta(days=21)
    asked = StakeDetails(unbonding_days=21, asked_back=(NOW - timedelta(days=20)).date())
    ((free, _),) = moments_of(position(PositionKind.STAKE, asked), Decimal(1000), NOW)
    assert free.date() == (NOW + timedelta(days=1)).date()


def test_a_platform_that_deals_with_requests_once_a_day_is_waited_for() -> None:
    at_eight = Reach(handled_at=time(8, 0), zone="UTC+8")
    (one,) = ways_from([(NOW, ZERO)], at_eight, Decimal(2), NOW)
    assert one.hours == 12 + 2, "08:00 in UTC+8 is 00:00 UTC"


@pytest.mark.parametrize("costs", [("0.1", "0.1"), ("0", "0.2")])
def test_a_later_way_that_costs_no_less_is_no_way(costs: tuple[str, str]) -> None:
    moments = [(NOW + timedelta(days=day), Decimal(cost)) for day, cost in enumerate(costs)]
    assert len(ways_from(moments, Reach(), ZERO, NOW)) == 1
