"""Scenarios of one's own: kept to the last digit, changed, removed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.shock import Scenario, Spread
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.scenario_commands import keep_scenario, remove_scenario
from desktop_app.storage.scenarios import load_scenarios, save_scenario
from desktop_app.storage.store import Store

D = Decimal
figures = st.decimals("-0.5", "0.5", places=12)
scenarios = st.builds(
    Scenario,
    st.uuids().map(str),
    st.text(min_size=1, max_size=20),
    st.lists(st.tuples(st.sampled_from(["BTC", "USDT"]), figures), max_size=2).map(tuple),
    figures,
    st.sampled_from(Spread),
    st.decimals(0, 8760, places=3),
    figures,
    figures,
    figures,
    st.sampled_from(["", "bank"]),
    st.lists(st.sampled_from(["bank", "safe"]), max_size=2).map(tuple),
    st.sampled_from(["", "2020-03-12"]),
    st.none() | st.decimals(1, 10**12, places=6),
    st.decimals(0, "0.9", places=9),
    st.booleans(),
)


@given(st.lists(scenarios, max_size=3, unique_by=lambda one: one.id))
def test_a_scenario_comes_back_as_it_was_kept(made: list[Scenario]) -> None:
    with Store.open(None) as store:
        with store.write() as db:
            for one in made:
                save_scenario(db, one)
        assert sorted(load_scenarios(store.db), key=lambda one: one.id) == sorted(made, key=lambda one: one.id)
        assert store.check() == []


def test_it_is_kept_changed_and_removed(monitor: Monitor, now) -> None:
    kept = keep_scenario(monitor, Scenario("", " Bad winter ", rest=D("-0.4")))
    assert (kept.name, monitor.snapshot(now).scenarios) == ("Bad winter", (kept,))
    worse = keep_scenario(monitor, Scenario(kept.id, "Bad winter", rest=D("-0.6")))
    assert monitor.scenarios == (worse,)
    assert remove_scenario(monitor, kept.id) == worse
    assert monitor.scenarios == ()


def test_two_of_one_name_and_one_that_is_not_there_are_refused(monitor: Monitor) -> None:
    keep_scenario(monitor, Scenario("", "Winter", rest=D("-0.4")))
    with pytest.raises(Refused) as twice:
        keep_scenario(monitor, Scenario("", "Winter", rest=D("-0.5")))
    assert (twice.value.problem, twice.value.field) == (Problem.TWICE, "name")
    with pytest.raises(Refused) as unknown:
        remove_scenario(monitor, "nothing")
    assert unknown.value.problem is Problem.UNKNOWN_SCENARIO
