"""Alerts from live prices: once a level, kept over a restart, and never silenced by what is not known."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc
from making import contents, loan, terms, write_portfolio, write_prices

from desktop_app.domain.alerts.record import LADDER, AlertRecord
from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.domain.alerts.state import AlertState, WatchState
from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.prices.book import PriceState
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import alert_commands, commands, importing
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import LoanView
from desktop_app.storage.errors import StoreUnwritable
from desktop_app.storage.store import Store

START = utc("2026-11-21 12:00")
# 1 BTC against 500 USDT: warning at 833.3, call at 714.3, sale at 625.


def at(minute: float) -> datetime:
    return START + timedelta(minutes=minute)


def quote(price: str, minute: float, source: str = "one", asset: str = "BTC") -> Quote:
    return Quote(asset, "USD", Decimal(price), at(minute), source, at(minute))


def tell(monitor: Monitor, price: str, minute: float, source: str = "one") -> list[str]:
    """Let a price come in; return the levels that ring."""
    return levels_of(monitor.accept([quote(price, minute, source)], at(minute)))


def levels_of(rung: list[AlertRecord]) -> list[str]:
    return [alert.level for alert in rung if alert.rule is RuleKind.LTV_LEVEL]


def view(monitor: Monitor, minute: float) -> LoanView:
    found = monitor.snapshot(at(minute)).loan("one")
    assert found is not None
    return found


def states(monitor: Monitor) -> dict[str, AlertState]:
    return {level: state.state for (rule, _, level), state in sorted(monitor.alarms.states.items()) if rule == LADDER}


def alerts(monitor: Monitor, minute: float = 999) -> list[AlertRecord]:
    return [alert for alert in monitor.snapshot(at(minute)).alerts if alert.rule is RuleKind.LTV_LEVEL]


@pytest.fixture
def watching(monitor: Monitor, tmp_path: Path) -> Monitor:
    """A monitor with one loan and a price under every level."""
    importing.import_file(monitor, write_portfolio(tmp_path), at(-60))
    assert tell(monitor, "1000", 0) == []
    return monitor


def _two_words(price: str, minute: float) -> list[Quote]:
    return [quote(price, minute, "one"), quote(price, minute, "two")]


def fall_to(monitor: Monitor, price: str, minute: float) -> list[str]:
    """Let two sources agree, so that any fall is believed at once."""
    return levels_of(monitor.accept(_two_words(price, minute), at(minute)))


def test_each_level_rings_when_it_is_reached_and_not_before(watching: Monitor) -> None:
    assert fall_to(watching, "833.4", 1) == []
    assert fall_to(watching, "833.3", 2) == ["warning"]
    assert fall_to(watching, "820", 3) == []
    assert fall_to(watching, "600", 4) == ["call", "sale"]
    assert view(watching, 4).depth is Depth.LIQUIDATION
    assert len(alerts(watching)) == 3


def test_an_alert_tells_what_rang_it(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    (alert,) = alerts(watching)
    assert (alert.subject_name, alert.threshold, alert.value, alert.at) == (
        "Loan one",
        Decimal("0.6"),
        Decimal("0.625"),
        at(1),
    )
    assert (alert.price_asset, alert.price, alert.late, alert.state) == ("BTC", 800, False, AlertState.FIRING)


def test_an_alert_is_due_on_every_channel_until_that_channel_told_it(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    due = watching.snapshot(at(1)).due
    assert [one.channel for one in due] == list(watching.channels)
    (alert,) = alerts(watching)
    alert_commands.told(watching, [f"{alert.id}|window|1"], at(2))
    assert [one.channel for one in watching.snapshot(at(2)).due] == ["tray"]
    assert alerts(watching)[0].told == at(2)


def test_noise_round_a_level_rings_once(watching: Monitor) -> None:
    rung = [level for minute in range(1, 200) for level in tell(watching, ("832", "834")[minute % 2], minute)]
    assert rung == ["warning"]


def test_a_level_that_was_left_rings_anew_and_the_first_alert_is_resolved(watching: Monitor) -> None:
    fall_to(watching, "830", 1)
    fall_to(watching, "848", 2)
    assert states(watching)["warning"] is AlertState.RESOLVED
    assert [alert.state for alert in alerts(watching)] == [AlertState.RESOLVED]
    assert fall_to(watching, "830", 3) == ["warning"]
    assert [alert.state for alert in alerts(watching)] == [AlertState.FIRING, AlertState.RESOLVED]


@contextmanager
def reopened(path: Path) -> Iterator[Monitor]:
    with Store.open(path) as store:
        yield Monitor(store)


def test_an_alert_survives_the_end_of_the_program_and_does_not_ring_again(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with reopened(path) as monitor:
        importing.import_file(monitor, write_portfolio(tmp_path), at(-60))
        fall_to(monitor, "700", 1)
        before, levels, due = alerts(monitor), states(monitor), monitor.snapshot(at(1)).due
    with reopened(path) as monitor:
        assert alerts(monitor) == before
        assert states(monitor) == levels
        assert monitor.snapshot(at(1)).due == due
        assert fall_to(monitor, "699", 2) == []
        assert tell(monitor, "698", 3) == []
        alert_commands.acknowledge(monitor, before[0].id, at(4))
    with reopened(path) as monitor:
        assert alerts(monitor)[0].state is AlertState.ACKNOWLEDGED
        assert fall_to(monitor, "697", 5) == []
        assert fall_to(monitor, "600", 6) == ["sale"]


def test_what_was_believed_is_believed_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with reopened(path) as monitor:
        importing.import_file(monitor, write_portfolio(tmp_path), at(-60))
        tell(monitor, "1000", 0)
    with reopened(path) as monitor:
        assert view(monitor, 1).valuation is not None
        assert monitor.book(at(1))["BTC"].value == 1000
        assert tell(monitor, "500", 1) == []


def test_a_stale_price_is_no_data_and_never_safe(watching: Monitor) -> None:
    assert watching.book(at(3))["BTC"].state is PriceState.FRESH
    assert view(watching, 3).state not in (PriceState.STALE, PriceState.MISSING)
    assert view(watching, 3.1).state is PriceState.STALE
    assert watching.tick(at(3.1)) == []
    assert set(states(watching).values()) == {AlertState.NO_DATA}
    assert watching.snapshot(at(3.1)).freshness.stale == ("BTC",)


def test_a_missing_price_is_no_data_and_never_safe(monitor: Monitor, tmp_path: Path) -> None:
    importing.import_file(monitor, write_portfolio(tmp_path), at(0))
    found = view(monitor, 0)
    assert found.valuation is not None
    assert (found.valuation.ltv, found.state, found.cure) == (None, PriceState.MISSING, None)
    assert set(states(monitor).values()) == {AlertState.NO_DATA}
    snapshot = monitor.snapshot(at(0))
    assert snapshot.freshness.missing == ("BTC",)
    assert not snapshot.totals.complete
    assert all(level.leading is None and not level.reached for level in found.levels)


def test_data_that_come_back_at_the_same_depth_do_not_ring_again(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    watching.tick(at(60))
    assert states(watching)["warning"] is AlertState.NO_DATA
    assert tell(watching, "801", 61) == []
    assert states(watching)["warning"] is AlertState.FIRING


def test_data_that_come_back_deeper_ring(watching: Monitor) -> None:
    watching.tick(at(60))
    assert fall_to(watching, "700", 61) == ["warning", "call"]


def test_what_was_acknowledged_stays_so_over_a_spell_without_data(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    alert_commands.acknowledge(watching, alerts(watching)[0].id, at(2))
    watching.tick(at(60))
    assert states(watching)["warning"] is AlertState.NO_DATA
    fall_to(watching, "800", 61)
    assert states(watching)["warning"] is AlertState.ACKNOWLEDGED
    assert alerts(watching)[0].state is AlertState.ACKNOWLEDGED


def test_what_is_acknowledged_while_there_are_no_data_is_so_when_they_come_back(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    watching.tick(at(60))
    alert_commands.acknowledge(watching, alerts(watching)[0].id, at(61))
    assert states(watching)["warning"] is AlertState.NO_DATA
    fall_to(watching, "800", 62)
    assert states(watching)["warning"] is AlertState.ACKNOWLEDGED


def test_to_acknowledge_one_level_leaves_the_others_firing(watching: Monitor) -> None:
    fall_to(watching, "700", 1)
    warning = next(alert for alert in alerts(watching) if alert.level == "warning")
    alert_commands.acknowledge(watching, warning.id, at(2))
    assert (states(watching)["warning"], states(watching)["call"]) == (AlertState.ACKNOWLEDGED, AlertState.FIRING)
    assert {alert.level: alert.state for alert in alerts(watching)} == {
        "warning": AlertState.ACKNOWLEDGED,
        "call": AlertState.FIRING,
    }


def test_a_snooze_ends_at_its_time_and_never_mutes_a_worse_level(watching: Monitor) -> None:
    fall_to(watching, "800", 1)
    alert_commands.snooze(watching, alerts(watching)[0].id, 10, at(2))
    assert (states(watching)["warning"], alerts(watching)[0].state) == (AlertState.SNOOZED, AlertState.SNOOZED)
    assert fall_to(watching, "710", 3) == ["call"]
    fall_to(watching, "710", 11.9)
    assert states(watching)["warning"] is AlertState.SNOOZED
    fall_to(watching, "710", 12)
    assert states(watching)["warning"] is AlertState.FIRING
    assert {alert.state for alert in alerts(watching)} == {AlertState.FIRING}


def test_a_bad_tick_rings_nothing_and_is_kept_with_its_reason(watching: Monitor) -> None:
    assert tell(watching, "10", 1) == []
    assert view(watching, 1).depth is Depth.SAFE
    ((kept, reason),) = watching.snapshot(at(1)).quarantine
    assert (kept.price, kept.source, reason) == (10, "one", "unconfirmed_jump")
    assert watching.book(at(1))["BTC"].value == 1000


def test_a_crash_that_stays_is_believed_and_rings_at_the_third_poll(watching: Monitor) -> None:
    assert [tell(watching, price, minute) for minute, price in enumerate(("700", "640", "600"), start=1)] == [
        [],
        [],
        ["warning", "call", "sale"],
    ]


def test_a_crash_that_two_sources_tell_rings_at_once(watching: Monitor) -> None:
    words = [quote("550", 1, "one"), quote("551", 1, "two"), quote("55000", 1, "three")]
    assert [alert.level for alert in watching.accept(words, at(1))] == ["warning", "call", "sale"]
    assert [reason for _, reason in watching.snapshot(at(1)).quarantine] == ["outvoted"]


@pytest.mark.parametrize("price", ["0", "-5", "NaN", "Infinity"])
def test_what_is_no_price_changes_nothing_but_the_quarantine(watching: Monitor, price: str) -> None:
    before = contents(watching.store)
    assert tell(watching, price, 1) == []
    after = contents(watching.store)
    assert watching.book(at(1))["BTC"].value == 1000
    assert {name: rows for name, rows in after.items() if name != "quotes"} == {
        name: rows for name, rows in before.items() if name != "quotes"
    }
    assert len(watching.snapshot(at(1)).quarantine) == (1 if price in ("0", "-5") else 0)


def test_an_old_a_repeated_or_a_future_quote_changes_nothing(watching: Monitor) -> None:
    fall_to(watching, "830", 5)
    before = states(watching), alerts(watching), watching.book(at(5))["BTC"]
    watching.accept([quote("1000", 0)], at(5))
    watching.accept([quote("100", 6)], at(5))
    watching.accept([quote("830", 5)], at(5))
    assert (states(watching), alerts(watching), watching.book(at(5))["BTC"]) == before


def test_a_quote_of_an_asset_that_nobody_holds_harms_nothing(watching: Monitor) -> None:
    assert watching.accept([quote("5", 1, asset="XYZ")], at(1)) == []
    assert watching.book(at(1))["XYZ"].value == 5


def test_a_write_that_failed_is_made_good_by_the_next(watching: Monitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full while an alert is kept: it rings as soon as there is room."""
    before = contents(watching.store)
    with monkeypatch.context() as full:
        full.setattr("desktop_app.engine.alarms.alert_rows.save_state", _disk_full)
        with pytest.raises(StoreUnwritable):
            fall_to(watching, "800", 1)
    assert contents(watching.store) == before
    assert not alerts(watching)
    assert watching.book(at(1))["BTC"].value == 1000
    assert fall_to(watching, "800", 2) == ["warning"]
    assert len(alerts(watching)) == 1


def _disk_full(*_: object) -> None:
    raise StoreUnwritable("the disk is full")


def test_a_failed_acknowledgement_leaves_the_alert_as_it_was(
    watching: Monitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall_to(watching, "800", 1)
    with monkeypatch.context() as full:
        full.setattr("desktop_app.engine.alarms.alert_rows.save_state", _disk_full)
        with pytest.raises(StoreUnwritable):
            alert_commands.acknowledge(watching, alerts(watching)[0].id, at(2))
    assert states(watching)["warning"] is alerts(watching)[0].state is AlertState.FIRING


@pytest.mark.parametrize("ending", ["closed", "deleted"])
def test_the_end_of_a_loan_settles_its_alerts_and_no_others(watching: Monitor, tmp_path: Path, ending: str) -> None:
    importing.import_file(watching, write_portfolio(tmp_path, loan(), loan(name="two")), at(0))
    fall_to(watching, "700", 1)
    assert len(alerts(watching)) == 4
    if ending == "closed":
        commands.close_loan(watching, "one", at(2), at(2))
    else:
        commands.delete_loan(watching, "one", at(2))
    fall_to(watching, "699", 2)
    standing = {(alert.loan_id, alert.level, alert.state) for alert in alerts(watching)}
    assert standing == {
        ("one", "warning", AlertState.RESOLVED),
        ("one", "call", AlertState.RESOLVED),
        ("two", "warning", AlertState.FIRING),
        ("two", "call", AlertState.FIRING),
    }
    assert {subject for rule, subject, _ in watching.alarms.states if rule == LADDER} == {"two"}
    assert Monitor(watching.store).alarms.states == watching.alarms.states
    assert [alert.subject for alert in watching.accept(_two_words("500", 3), at(3)) if alert.loan_id] == ["two"]


def test_a_level_that_the_rules_no_longer_have_is_settled_and_the_others_stay(
    watching: Monitor, tmp_path: Path
) -> None:
    fall_to(watching, "700", 1)
    fewer = terms(("call", "margin_call", "0.7"), ("sale", "liquidation", "0.8"))
    importing.import_file(watching, write_portfolio(tmp_path, loan(terms=fewer)), at(2))
    assert {alert.level: alert.state for alert in alerts(watching)} == {
        "warning": AlertState.RESOLVED,
        "call": AlertState.FIRING,
    }
    assert {level for rule, _, level in watching.alarms.states if rule == LADDER} <= {"call", "sale"}
    assert watching.alarms.states[LADDER, "one", "call"].latched
    assert Monitor(watching.store).alarms.states == watching.alarms.states


def test_a_changed_loan_is_judged_anew_and_no_alert_stands_twice(watching: Monitor, tmp_path: Path) -> None:
    fall_to(watching, "700", 1)
    assert len(alerts(watching)) == 2
    again = write_portfolio(tmp_path, loan(name="one", debt="501"))
    importing.import_file(watching, again, at(2))
    standing = [alert.level for alert in alerts(watching) if alert.is_active]
    assert sorted(standing) == ["call", "warning"]


def test_a_late_alert_stands_over_a_change_while_prices_are_old(monitor: Monitor, tmp_path: Path) -> None:
    """History left the level open; an edit while no price is fresh must not make it look settled."""
    importing.import_file(monitor, write_prices(tmp_path, "2026-01-02 1000", "2026-01-03 800"), at(0))
    importing.import_file(monitor, write_portfolio(tmp_path), at(0))
    assert [alert.level for alert in alerts(monitor) if alert.is_active] == ["warning"]
    importing.import_file(monitor, write_portfolio(tmp_path, loan(name="one", debt="501")), at(1))
    assert [alert.level for alert in alerts(monitor) if alert.is_active] == ["warning"]
    assert monitor.alarms.states[LADDER, "one", "warning"].latched
    assert fall_to(monitor, "799", 2) == []


@pytest.mark.parametrize("prices_first", [True, False], ids=["prices first", "portfolio first"])
def test_what_history_left_open_does_not_ring_again_live(monitor: Monitor, tmp_path: Path, prices_first: bool) -> None:
    files = [write_prices(tmp_path, "2026-01-02 1000", "2026-01-03 800"), write_portfolio(tmp_path)]
    for path in files if prices_first else reversed(files):
        importing.import_file(monitor, path, at(0))
    assert monitor.alarms.states[LADDER, "one", "warning"].latched
    assert fall_to(monitor, "790", 1) == []
    assert fall_to(monitor, "1000", 2) == []
    assert [alert.state for alert in alerts(monitor)] == [AlertState.RESOLVED]


def test_a_late_alert_tells_the_close_that_rang_it(monitor: Monitor, tmp_path: Path) -> None:
    importing.import_file(monitor, write_portfolio(tmp_path), at(0))
    importing.import_file(monitor, write_prices(tmp_path, "2026-01-02 1000", "2026-01-03 800"), at(0))
    (alert,) = alerts(monitor)
    assert (alert.late, alert.price_asset, alert.price) == (True, "BTC", 800)
    assert (alert.at, alert.value) == (utc("2026-01-03 23:59:59.999"), Decimal("0.625"))


def test_what_rang_live_is_not_found_again_in_the_candles_of_that_day(watching: Monitor, tmp_path: Path) -> None:
    """The alert rang at noon; the candle of the day, which closes at midnight, tells of the same fall."""
    fall_to(watching, "800", 1)
    path = write_prices(tmp_path, "2026-11-19 1000", "2026-11-20 1000", "2026-11-21 800", "2026-11-22 810")
    done = importing.import_file(watching, path, utc("2026-11-23 12:00"))
    assert (done.added, done.found) == (4, ())
    assert [(alert.level, alert.late) for alert in alerts(watching)] == [("warning", False)]


def test_a_fall_before_and_one_after_the_live_alert_are_episodes_of_their_own(
    watching: Monitor, tmp_path: Path
) -> None:
    fall_to(watching, "800", 1)
    days = (
        "2026-11-18 800",
        "2026-11-19 1000",
        "2026-11-20 1000",
        "2026-11-21 800",
        "2026-11-22 1000",
        "2026-11-23 800",
    )
    done = importing.import_file(watching, write_prices(tmp_path, *days), utc("2026-11-24 12:00"))
    assert [(alert.level, alert.at.day) for alert in done.found] == [("warning", 18), ("warning", 23)]


def test_history_stands_until_live_prices_know_every_collateral(monitor: Monitor, tmp_path: Path) -> None:
    both = [{"asset": "BTC", "amount": "1"}, {"asset": "ETH", "amount": "1"}]
    for asset in ("BTC", "ETH"):
        days = ("2026-01-02 500", "2026-01-03 400")
        importing.import_file(monitor, write_prices(tmp_path, *days, name=f"{asset}USDT.csv"), at(0))
    tell(monitor, "5000", 1)
    importing.import_file(monitor, write_portfolio(tmp_path, loan(collateral=both)), at(2))
    assert [(alert.level, alert.state) for alert in alerts(monitor)] == [("warning", AlertState.FIRING)]
    assert monitor.alarms.states[LADDER, "one", "warning"].latched


def test_what_is_believed_is_remembered_with_what_waits_for_its_confirmation(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with reopened(path) as monitor:
        tell(monitor, "1000", 0, "zulu")
        tell(monitor, "800", 1, "zulu")
    with reopened(path) as monitor:
        found = monitor.book(at(1))["BTC"]
        assert (found.value, found.source, found.sources, found.at) == (1000, "zulu", 1, at(0))
        tell(monitor, "790", 2, "zulu")
    with reopened(path) as monitor:
        tell(monitor, "780", 3, "zulu")
        assert monitor.book(at(3))["BTC"].value == 780


def test_history_does_not_overrule_what_live_prices_know(watching: Monitor, tmp_path: Path) -> None:
    """Live prices are under the level; old candles end over it. What they tell is past."""
    importing.import_file(watching, write_prices(tmp_path, "2026-01-02 1000", "2026-01-03 800"), at(1))
    assert not watching.alarms.states.get((LADDER, "one", "warning"), WatchState()).latched
    assert [alert.state for alert in alerts(watching)] == [AlertState.RESOLVED]
