"""Routes, transfers, facts of platforms, dependencies."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.counterparty import Change, Facts, Repledge, changes, check_facts, next_review
from desktop_app.domain.platforms import CreditLine, check_credit
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Reach, Route, check_reach, parse_routes, routes_for, spell_routes
from desktop_app.domain.risk.contagion import Dependency, with_dependency
from desktop_app.domain.risk.transfer import Match, transfer

NAMES = st.text("ABCDEFGH-0123456789", min_size=1, max_size=8).filter(lambda name: any(c.isalnum() for c in name))
ROUTES = st.lists(
    st.builds(Route, st.sampled_from(["BTC", "USDT", "*"]), NAMES, st.sampled_from(["", "104392", "memo 7"])),
    max_size=6,
    unique_by=lambda route: (route.asset, "".join(c for c in route.network.casefold() if c.isalnum())),
)


@given(ROUTES)
def test_routes_read_back_as_they_were_written(routes: list[Route]) -> None:
    assert set(parse_routes(spell_routes(routes))) == set(routes)


@pytest.mark.parametrize("text", ["USDT:", "USDT: #7", "???: ERC-20"])
def test_a_line_without_a_network_or_an_asset_is_refused(text: str) -> None:
    with pytest.raises(Refused) as told:
        parse_routes(text)
    assert told.value.problem is Problem.NOT_A_ROUTE


def test_a_route_of_the_asset_goes_before_one_of_any() -> None:
    routes = parse_routes("Ethereum\nUSDT: TRC-20")
    assert [route.network for route in routes_for(routes, "USDT")] == ["TRC-20"]
    assert [route.network for route in routes_for(routes, "ETH")] == ["Ethereum"]


def told(sends: tuple[str, ...], takes: str, hours: tuple[str, str, str] = ("1", "1", "24"), **more):
    arrives, transit, within = (Decimal(one) for one in hours)
    same = more.get("same_platform", False)
    return transfer("USDT", Decimal(5000), sends, parse_routes(takes), (arrives, transit, within), same_platform=same)


def test_networks_of_both_ends_meet_however_they_are_spelled() -> None:
    found = told(("trc20", "BEP-20"), "USDT: TRC-20 #991, ERC-20")
    assert found.match is Match.COMMON
    assert [(route.network, route.memo) for route in found.routes] == [("TRC-20", "991")]


def test_where_no_network_meets_that_is_told() -> None:
    assert told(("BEP-20",), "USDT: TRC-20").match is Match.NONE
    assert told((), "USDT: TRC-20").match is Match.UNKNOWN
    assert told((), "", same_platform=True).match is Match.SAME_PLATFORM


def test_a_test_goes_first_and_takes_its_time() -> None:
    found = told(("TRC-20",), "USDT: TRC-20", ("13", "12", "24"))
    assert (found.test, found.tested, found.in_time, found.test_in_time) == (50, 25, True, False)


def test_what_changed_is_told_with_old_and_new() -> None:
    before = Facts(region="CH", repledge=Repledge.NEVER, proof_of_reserves=date(2026, 1, 2))
    after = replace(before, repledge=Repledge.FREELY, reused=Decimal("0.6"), routes=(Route("BTC", "Bitcoin"),))
    assert changes(before, after) == (
        Change("repledge", "never", "freely"),
        Change("reused", "0", "0.6"),
        Change("routes", "", "BTC: Bitcoin"),
    )
    assert changes(before, replace(before, source="call", as_of=date(2026, 5, 1))) == ()
    assert next_review(Facts(every_days=30), date(2026, 1, 1)) == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("field", "value"), [("reused", Decimal("1.2")), ("cushion", Decimal(-1)), ("layers", 101), ("every_days", 0)]
)
def test_impossible_facts_are_refused_at_their_field(field: str, value: object) -> None:
    with pytest.raises(Refused) as told:
        check_facts(replace(Facts(), **{field: value}))
    assert told.value.field == field


@pytest.mark.parametrize(
    ("field", "value"), [("fee", Decimal(-1)), ("per_day", Decimal(0)), ("loss", Decimal(2)), ("follows", Decimal(-1))]
)
def test_an_impossible_reach_is_refused_at_its_field(field: str, value: object) -> None:
    with pytest.raises(Refused) as told:
        check_reach(replace(Reach(), **{field: value}))
    assert told.value.field == field


def test_no_more_is_drawn_than_the_line_allows() -> None:
    line = CreditLine("c", "Bank", "bank", "USD", Decimal(100), Decimal(40))
    assert check_credit(line).free == 60
    with pytest.raises(Refused) as told:
        check_credit(replace(line, drawn=Decimal(101)))
    assert (told.value.problem, told.value.field) == (Problem.DRAWN_TOO_MUCH, "limit")


def test_nobody_depends_on_itself_or_with_more_than_it_holds() -> None:
    known = with_dependency((), Dependency("a", "b", Decimal("0.6")))
    assert with_dependency(known, Dependency("a", "b", Decimal("0.9"))) == (Dependency("a", "b", Decimal("0.9")),)
    for one, problem in (
        (Dependency("a", "a", Decimal("0.1")), Problem.ON_ITSELF),
        (Dependency("a", "c", Decimal("0.5")), Problem.SHARES_OVER),
        (Dependency("a", "c", Decimal(0)), Problem.NOT_A_SHARE),
    ):
        with pytest.raises(Refused) as told:
            with_dependency(known, one)
        assert told.value.problem is problem
