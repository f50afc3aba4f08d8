"""One test of every kind of rule: rings once at its limit, re-arms by hysteresis, says what it does not know."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc
from making import loan, write_portfolio

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import SPECS, QuietHours, Rule, RuleKind, Scope, Severity, make_rule
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.earn.position import Deposit, Position, PositionKind
from desktop_app.domain.platforms import Holding
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.prices.rate import RateKind, RatePoint
from desktop_app.domain.problems import Refused
from desktop_app.engine import alert_commands, commands, importing, position_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import FeedHealth
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import outbox

START = utc("2026-11-21 12:00")
D = Decimal


def at(minute: float) -> datetime:
    return START + timedelta(minutes=minute)


def say(monitor: Monitor, minute: float, **prices: str) -> list[AlertRecord]:
    """Let two sources agree on prices, then let time pass: as a round and the tick behind it do."""
    now = at(minute)
    quotes = [Quote(asset, "USD", D(value), now, name, now) for asset, value in prices.items() for name in ("a", "b")]
    return monitor.accept(quotes, now) + monitor.tick(now)


def keep(monitor: Monitor, kind: RuleKind, limit: str, minute: float = 0, **more: object) -> Rule:
    spec = SPECS[kind]
    made = Rule("mine", kind, D(limit), spec.severity, hysteresis=spec.hysteresis, **more)
    return alert_commands.keep_rule(monitor, made, at(minute))


def mine(monitor: Monitor) -> list[AlertRecord]:
    return [one for one in monitor.snapshot(at(9999)).alerts if one.rule_id == "mine"]


def state(monitor: Monitor) -> AlertState:
    (found,) = [one.state for key, one in monitor.alarms.states.items() if key[0] == "mine"]
    return found


@pytest.fixture
def watching(monitor: Monitor, tmp_path: Path) -> Monitor:
    """One BTC against 500 USDT, with prices."""
    importing.import_file(
        monitor, write_portfolio(tmp_path, loan(debts=[{"asset": "USDT", "amount": "500", "rate": "0.10"}])), at(-60)
    )
    say(monitor, 0, BTC="1000", USDT="1")
    return monitor


Step = tuple[str, int]
PRICED: list[tuple[RuleKind, str, dict[str, object], list[Step]]] = [
    # kind, limit, rule, (price of BTC, alerts so far)
    (RuleKind.PRICE_BELOW, "900", {"scope": "BTC"}, [("901", 0), ("900", 1), ("850", 1), ("901", 1), ("899", 2)]),
    (RuleKind.PRICE_ABOVE, "1100", {"scope": "BTC"}, [("1099", 0), ("1100", 1), ("1200", 1), ("1099", 1), ("1100", 2)]),
    (RuleKind.HEADROOM, "0.2", {}, [("980", 0), ("975", 1), ("980", 1), ("1002", 1), ("970", 2)]),
    (RuleKind.LEVERAGE, "2.5", {}, [("920", 0), ("910", 1), ("920", 1), ("940", 1), ("905", 2)]),
    (RuleKind.PRICE_MOVED, "0.1", {"window_s": 3600}, [("950", 0), ("899", 1), ("905", 1)]),
]


@pytest.mark.parametrize(("kind", "limit", "more", "steps"), PRICED, ids=[entry[0].value for entry in PRICED])
def test_a_rule_about_prices_rings_once_at_its_limit(
    watching: Monitor, kind: RuleKind, limit: str, more: dict[str, object], steps: list[Step]
) -> None:
    keep(watching, kind, limit, **more)
    for minute, (price, rung) in enumerate(steps, start=1):
        say(watching, minute, BTC=price, USDT="1")
        about = [one for one in mine(watching) if one.subject in ("BTC", "one", "")]
        assert len(about) == rung, (minute, price)


@pytest.mark.parametrize("kind", [RuleKind.PRICE_BELOW, RuleKind.HEADROOM, RuleKind.LEVERAGE, RuleKind.NET_CARRY])
def test_a_rule_without_a_price_knows_nothing_and_rings_nothing(
    monitor: Monitor, tmp_path: Path, kind: RuleKind
) -> None:
    importing.import_file(monitor, write_portfolio(tmp_path), at(-60))
    scope = "BTC" if SPECS[kind].scope is Scope.ASSET else ""
    keep(monitor, kind, "1", scope=scope)
    assert state(monitor) is AlertState.NO_DATA
    assert not mine(monitor)


def test_a_rate_over_its_limit_rings_once(watching: Monitor) -> None:
    keep(watching, RuleKind.LOAN_RATE, "0.1")
    (alert,) = mine(watching)
    assert (alert.subject, alert.value, dict(alert.detail)["asset"]) == ("one", D("0.10"), "USDT")
    say(watching, 1, BTC="1000", USDT="1")
    assert len(mine(watching)) == 1


def test_interest_that_has_grown_rings_once(watching: Monitor) -> None:
    keep(watching, RuleKind.INTEREST_DUE, "500")
    assert not mine(watching)
    (alert,) = [one for day in range(0, 4000, 400) for one in later(watching, day) if one.rule_id == "mine"]
    assert alert.value is not None
    assert alert.value >= 500


def later(monitor: Monitor, days: int) -> list[AlertRecord]:
    return say(monitor, days * 1440, BTC="1000", USDT="1")


def test_a_day_that_costs_more_than_it_earns_rings_once(watching: Monitor) -> None:
    keep(watching, RuleKind.NET_CARRY, "-0.1")
    (alert,) = mine(watching)
    assert alert.value is not None
    assert alert.value < D("-0.1")


def test_a_reserve_that_is_short_rings_once(watching: Monitor) -> None:
    reserve = Holding("r", "bank", "USDT", D(50), reserve=True)
    commands.save_holding(watching, reserve, "", at(0))
    keep(watching, RuleKind.RESERVE_SHORT, "0.3")
    say(watching, 1, BTC="800", USDT="1")
    say(watching, 2, BTC="790", USDT="1")
    assert len(mine(watching)) == 1


def test_a_share_of_a_platform_or_an_asset_rings_once(watching: Monitor) -> None:
    commands.save_holding(watching, Holding("h", "other", "ETH", D(1)), "Other", at(0))
    say(watching, 1, BTC="1000", USDT="1", ETH="900")
    keep(watching, RuleKind.PLATFORM_SHARE, "0.6", 1)
    alert_commands.keep_rule(watching, Rule("two", RuleKind.ASSET_SHARE, D("0.6"), Severity.NOTICE), at(1))
    assert not [one for one in watching.snapshot(at(1)).alerts if one.rule_id in ("mine", "two")]
    for minute in (2, 3):
        say(watching, minute, BTC="2000", USDT="1", ETH="900")
    found = {(one.rule_id, one.subject) for one in watching.snapshot(at(3)).active_alerts}
    assert {("mine", "bank"), ("two", "BTC")} <= found


def test_a_coin_off_its_peg_rings_once_and_again_after_it_came_back(watching: Monitor) -> None:
    def rung(minute: float, price: str) -> int:
        say(watching, minute, BTC="1000", USDT=price)
        return len([one for one in watching.snapshot(at(minute)).alerts if one.rule is RuleKind.DEPEG])

    assert [rung(1, "0.981"), rung(2, "0.98"), rung(3, "0.97"), rung(4, "0.984"), rung(5, "0.98")] == [0, 1, 1, 1, 1]
    assert [rung(6, "0.99"), rung(7, "0.975")] == [1, 2]


def test_a_loan_that_ends_soon_rings_once_a_day(watching: Monitor, tmp_path: Path) -> None:
    from making import terms

    ending = loan(terms={**terms(), "ends": "2026-11-28"})
    importing.import_file(watching, write_portfolio(tmp_path, ending), at(1))
    say(watching, 2, BTC="1000", USDT="1")
    (alert,) = [one for one in watching.snapshot(at(2)).alerts if one.rule is RuleKind.DATE_DUE]
    assert (alert.value, dict(alert.detail)["date"]) == (7, str(date(2026, 11, 28)))


def test_funding_over_its_limit_rings_for_its_instrument(watching: Monitor) -> None:
    keep(watching, RuleKind.FUNDING_RATE, "0.3")
    watching.rates = (RatePoint(RateKind.FUNDING, "okx", "BTC", "BTC-USDT-SWAP", at(1), D("0.0004"), 8 * 3600),)
    watching.tick(at(2))
    (alert,) = mine(watching)
    assert dict(alert.detail) == {"source": "okx", "instrument": "BTC-USDT-SWAP"}
    watching.rates = ()
    watching.tick(at(3))
    assert [one.state for one in mine(watching)] == [AlertState.RESOLVED], "a rate that nobody tells any more"


def test_a_dead_channel_rings_once_and_resolves(watching: Monitor) -> None:
    dead = Channel("c", "Phone", "ntfy", failures=3, fault="timeout")
    watching.alarms.channels = (dead,)
    for minute in (1, 2):
        watching.tick(at(minute))
    (alert,) = watching.snapshot(at(2)).active_alerts
    assert (alert.rule, alert.subject_name, dict(alert.detail)) == (
        RuleKind.CHANNEL_DEAD,
        "Phone",
        {"fault": "timeout"},
    )
    watching.alarms.channels = (replace(dead, failures=0),)
    watching.tick(at(3))
    assert not watching.snapshot(at(3)).active_alerts


def test_a_channel_that_was_removed_is_no_longer_dead(watching: Monitor) -> None:
    watching.alarms.channels = (Channel("c", "Phone", "ntfy", failures=3),)
    watching.tick(at(1))
    watching.alarms.channels = ()
    watching.tick(at(2))
    assert not watching.snapshot(at(2)).active_alerts


def feed(name: str, failures: int, answered: float | None) -> FeedHealth:
    return FeedHealth(name, at(answered) if answered is not None else None, failures, "timeout" if failures else "")


def feeds_alerts(monitor: Monitor, minute: float, *feeds: FeedHealth) -> list[str]:
    monitor.feeds = {one.name: one for one in feeds}
    monitor.tick(at(minute))
    return sorted(one.subject for one in monitor.snapshot(at(minute)).active_alerts if one.rule is RuleKind.FEED_DEAD)


def test_a_source_that_fails_five_times_rings_and_all_together_after_three(watching: Monitor) -> None:
    assert feeds_alerts(watching, 1, feed("okx", 4, 0), feed("kraken", 0, 1)) == []
    assert feeds_alerts(watching, 2, feed("okx", 5, 0), feed("kraken", 0, 2)) == ["okx"]
    assert feeds_alerts(watching, 2.5, feed("okx", 6, 0), feed("kraken", 2, 2)) == ["okx"]
    assert feeds_alerts(watching, 2.7, feed("okx", 7, 0), feed("kraken", 3, 2)) == ["all", "okx"]
    assert feeds_alerts(watching, 2.9, feed("okx", 0, 2.9), feed("kraken", 0, 2.9)) == []


def test_a_source_of_once_a_day_does_not_hide_that_all_others_are_dead(watching: Monitor) -> None:
    assert feeds_alerts(watching, 10, feed("okx", 3, 0), feed("ecb", 0, -300)) == ["all"]


def test_a_source_that_was_switched_off_is_no_longer_dead(watching: Monitor) -> None:
    assert feeds_alerts(watching, 1, feed("okx", 5, 0), feed("kraken", 0, 1)) == ["okx"]
    commands.change_setting(watching, "sources", ("kraken",))
    watching.tick(at(2))
    assert not [one for one in watching.snapshot(at(2)).active_alerts if one.rule is RuleKind.FEED_DEAD]


def word(monitor: Monitor, minute: float, price: str) -> list[AlertRecord]:
    now = at(minute)
    return monitor.accept([Quote("BTC", "USD", D(price), now, "a", now)], now)


def moves(monitor: Monitor) -> list[AlertRecord]:
    return [one for one in monitor.snapshot(at(9999)).alerts if one.rule is RuleKind.UNCONFIRMED_MOVE]


@pytest.mark.parametrize("ending", ["confirmed", "withdrawn"])
def test_a_crash_that_one_source_alone_tells_is_noticed_once_and_no_level_rings(watching: Monitor, ending: str) -> None:
    word(watching, 1, "600")
    word(watching, 2, "590")
    (notice,) = moves(watching)
    assert (notice.severity, notice.value) == (Severity.NOTICE, D("0.4"))
    assert dict(notice.detail) == {"price": "600", "down": "1"}
    assert not [one for one in watching.snapshot(at(2)).alerts if one.rule is RuleKind.LTV_LEVEL]
    if ending == "confirmed":
        rung = word(watching, 3, "580")
        assert {one.rule for one in rung} == {RuleKind.LTV_LEVEL}
    else:
        assert not word(watching, 3, "1000")
    assert [one.state for one in moves(watching)] == [AlertState.RESOLVED]


def test_an_unconfirmed_crash_is_not_noticed_again_after_a_restart(watching: Monitor) -> None:
    word(watching, 1, "600")
    again = Monitor(watching.store)
    again.tick(at(1.5))
    assert [one.state for one in moves(again)] == [AlertState.FIRING]
    word(again, 2, "590")
    assert len(moves(again)) == 1


def test_sources_that_stay_apart_ring_after_two_minutes(watching: Monitor) -> None:
    def apart(minute: float) -> int:
        now = at(minute)
        words = [Quote("BTC", "USD", D(price), now, name, now) for name, price in (("a", "1000"), ("b", "1070"))]
        watching.accept(words, now)
        return len([one for one in watching.snapshot(now).alerts if one.rule is RuleKind.SOURCES_DISAGREE])

    assert [apart(1), apart(2.9), apart(3), apart(4)] == [0, 0, 1, 1]


def test_a_price_that_grows_old_rings_after_three_polls_and_a_minute(watching: Monitor) -> None:
    def rung(minute: float) -> list[str]:
        return [one.subject for one in watching.tick(at(minute)) if one.rule is RuleKind.PRICE_STALE]

    assert [rung(2.9), rung(3), rung(3.9)] == [[], [], []]
    assert rung(4) == ["BTC", "USDT"]
    assert rung(30) == []


def test_polls_further_apart_than_three_minutes_make_no_price_stale(watching: Monitor) -> None:
    commands.change_setting(watching, "poll_s", 300)
    for minute in (1, 4, 5, 9):
        watching.tick(at(minute))
    assert not [one for one in watching.snapshot(at(9)).alerts if one.rule is RuleKind.PRICE_STALE]
    assert not watching.snapshot(at(9)).freshness.stale


# Times: for a while, again, quiet, until, once.


def test_a_rule_rings_only_after_its_value_held(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC", for_s=300)
    for minute, price in ((1, "890"), (4, "890"), (5, "901"), (6, "890"), (10, "890")):
        say(watching, minute, BTC=price)
    assert not mine(watching)
    say(watching, 11, BTC="890")
    assert len(mine(watching)) == 1


def test_a_rule_that_waits_is_not_put_off_by_a_clock_set_back(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", 1440, scope="BTC", for_s=300)
    say(watching, 1440, BTC="890")
    for minute in (10, 12, 14, 15.1):
        say(watching, minute, BTC="890")
    assert len(mine(watching)) == 1


def told(monitor: Monitor, minute: float) -> int:
    due = outbox.due(monitor.store.db, ["window"], at(minute))
    alert_commands.told(monitor, [one.key for one in due], at(minute))
    return len([one for one in due if one.alert.rule_id == "mine"])


def test_a_rule_tells_again_as_often_as_it_says(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC", repeat_s=3600)
    say(watching, 0.5, BTC="890")
    heard = [(say(watching, minute, BTC="890"), told(watching, minute))[1] for minute in range(1, 240)]
    assert sum(heard) == 4


NIGHT = QuietHours(utc("2026-11-21 22:00").time(), utc("2026-11-21 07:00").time(), "Europe/Zurich")


def test_a_rule_keeps_quiet_at_night_and_tells_once_in_the_morning(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC", repeat_s=900, quiet=NIGHT)
    night, morning = 10 * 60, 18 * 60  # 23:00 and 07:00 in Zurich
    for minute in range(night, morning, 15):
        say(watching, minute, BTC="890")
        assert told(watching, minute) == 0
    assert told(watching, morning) == 1, "what was said all night is said once"


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-03-28 21:30", "2026-03-29 05:00"),
        ("2026-10-24 20:30", "2026-10-25 06:00"),
        ("2026-11-21 22:30", "2026-11-22 06:00"),
        ("2026-11-22 05:59", "2026-11-22 06:00"),
        ("2026-11-22 06:00", None),
        ("2026-11-21 20:59", None),
    ],
)
def test_quiet_hours_end_by_the_clock_on_the_wall(now: str, until: str | None) -> None:
    assert NIGHT.until(utc(now)) == (utc(until) if until else None)


@pytest.mark.parametrize(
    ("now", "until"), [("2026-10-25 00:10", "2026-10-25 00:30"), ("2026-10-25 01:10", "2026-10-25 01:30")]
)
def test_quiet_hours_that_end_in_the_hour_that_comes_twice(now: str, until: str) -> None:
    quiet = replace(NIGHT, end=utc("2026-10-25 02:30").time())
    assert quiet.until(utc(now)) == utc(until)


def test_a_rule_that_ends_is_resolved_and_rings_no_more(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC", expires=at(5))
    say(watching, 1, BTC="890")
    watching.tick(at(5))
    (alert,) = mine(watching)
    assert alert.state is AlertState.RESOLVED
    assert [change.after for change in alert_rows.transitions(watching.store.db, alert.id)] == [
        AlertState.FIRING,
        AlertState.RESOLVED,
    ]
    say(watching, 6, BTC="950")
    say(watching, 7, BTC="890")
    assert len(mine(watching)) == 1


def test_a_rule_that_rings_once_rests_until_it_is_changed(watching: Monitor) -> None:
    rule = keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC", once=True)
    for minute, price in enumerate(("890", "950", "890", "950"), start=1):
        say(watching, minute, BTC=price)
    assert len(mine(watching)) == 1
    alert_commands.keep_rule(watching, replace(rule, limit=D(880)), at(6))
    say(watching, 7, BTC="870")
    assert len(mine(watching)) == 2


def test_a_price_for_every_asset_is_refused() -> None:
    with pytest.raises(Refused):
        make_rule(Rule("", RuleKind.PRICE_BELOW, D(900), Severity.WARNING))


def test_a_rule_about_an_asset_that_nobody_holds_is_asked_for_and_rings(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "10", scope="SOL")
    assert "SOL" in watching.assets_to_price()
    say(watching, 1, SOL="9")
    assert [one.subject for one in mine(watching)] == ["SOL"]


# Changes of rules and of what they are about (33).

CHANGES: dict[str, Callable[[Monitor, Rule], object]] = {
    "another limit": lambda m, rule: alert_commands.keep_rule(m, replace(rule, limit=D(500)), at(2)),
    "another subject": lambda m, rule: alert_commands.keep_rule(m, replace(rule, scope="ETH"), at(2)),
    "switched off": lambda m, rule: alert_commands.switch_rule(m, rule.id, at(2)),
    "removed": lambda m, rule: alert_commands.remove_rule(m, rule.id, at(2)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_firing_alert_ends_with_its_rule_and_that_is_written_down(watching: Monitor, change: str) -> None:
    rule = keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC")
    say(watching, 1, BTC="890")
    CHANGES[change](watching, rule)
    (alert,) = mine(watching)
    assert alert.state is AlertState.RESOLVED
    assert alert_rows.transitions(watching.store.db, alert.id)[-1].after is AlertState.RESOLVED
    assert not [key for key, one in watching.alarms.states.items() if key[0] == "mine" and one.latched]
    assert Monitor(watching.store).alarms.states == watching.alarms.states


def test_a_rule_is_judged_as_soon_as_it_is_kept(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "1001", scope="BTC")
    assert len(mine(watching)) == 1


def test_a_closed_loan_lets_its_rules_go(watching: Monitor, tmp_path: Path) -> None:
    importing.import_file(watching, write_portfolio(tmp_path), at(0))
    keep(watching, RuleKind.HEADROOM, "0.9")
    assert len(mine(watching)) == 1
    commands.close_loan(watching, "one", at(1), at(1))
    assert [one.state for one in mine(watching)] == [AlertState.RESOLVED]


def test_until_it_gets_worse_counts_from_where_it_is_now(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC")
    say(watching, 1, BTC="890")
    say(watching, 2, BTC="850")
    alert_commands.snooze_until_worse(watching, mine(watching)[0].id, at(2))
    assert not [one for one in say(watching, 3, BTC="855") if one.rule_id == "mine"]
    assert [one.rule_id for one in say(watching, 4, BTC="849") if one.rule_id == "mine"] == ["mine"]


def test_the_end_of_a_mute_tells_what_it_held_back_and_it_outlives_a_restart(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC")
    alert_commands.mute(watching, at(60))
    say(watching, 1, BTC="890")
    again = Monitor(watching.store)
    assert again.snapshot(at(2)).muted_until == at(60)
    assert told(again, 2) == 0
    alert_commands.mute(again, None)
    assert told(again, 3) == 1


def test_what_is_over_before_a_channel_told_it_is_told_all_the_same(watching: Monitor) -> None:
    keep(watching, RuleKind.PRICE_BELOW, "900", scope="BTC")
    say(watching, 1, BTC="890")
    say(watching, 2, BTC="950")
    assert [one.state for one in mine(watching)] == [AlertState.RESOLVED]
    assert told(watching, 3) == 1


def test_a_candle_that_has_yet_to_close_overrules_no_live_price(watching: Monitor, tmp_path: Path) -> None:
    from making import write_prices

    importing.import_file(watching, write_prices(tmp_path, "2026-11-20 1000", "2026-11-21 1000"), at(1))
    say(watching, 2, BTC="600", USDT="1")
    found = watching.book(at(2))["BTC"]
    assert (found.value, found.source) == (600, "a")
    assert {one.level for one in watching.snapshot(at(2)).active_alerts if one.level} >= {"warning", "call", "sale"}


def test_an_ltv_of_ones_own_rings_once_with_the_price_behind_it(watching: Monitor) -> None:
    keep(watching, RuleKind.LTV_ABOVE, "0.65", scope="one")
    rung = []
    for minute, price in enumerate(("850", "835", "830", "845", "900", "835"), 1):
        say(watching, minute, BTC=price, USDT="1")
        rung.append(len(mine(watching)))
    assert rung == [0, 1, 1, 1, 1, 2]
    assert {(one.loan_id, one.price_asset, one.price) for one in mine(watching)} == {("one", "BTC", D(835))}


def test_what_a_deposit_or_a_stake_does_on_a_day_is_told_before_it(watching: Monitor) -> None:
    deposit = Position("term", "Term", "bank", PositionKind.TERM, "USDT", D(100), at(-1440), details=Deposit(days=8))
    position_commands.keep_position(watching, deposit, "Bank", at(0))
    for day in range(3):
        say(watching, day * 1440 + 1, BTC="1000", USDT="1")
    dated = [one for one in watching.snapshot(at(9999)).alerts if one.rule is RuleKind.DATE_DUE]
    assert [(one.subject, one.value, dict(one.detail)["coming"], one.loan_id) for one in dated] == [
        ("term", D(7), "maturity", "")
    ]
