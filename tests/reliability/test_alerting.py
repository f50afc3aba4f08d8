"""Alerts over hours, clocks, kills and restarts: told as often as promised, and never lost."""

import random
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import alerting
import pytest
import store_workers as workers
from alerting import CALL, SAFE, SALE, WARNING, alert_of, at, pass_time, price, states, tell

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import RuleKind, Severity
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.prices.book import PriceState
from desktop_app.engine import alert_commands, commands
from desktop_app.engine.clocks import Clock, Moment
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import FeedHealth
from desktop_app.storage import outbox
from desktop_app.storage.channels import save_channel
from desktop_app.storage.store import Store

DAY_S = 86400


@pytest.fixture
def store() -> Store:
    with Store.open(None) as opened:
        alerting.add_loans(opened)
        yield opened


@pytest.fixture
def monitor(store: Store) -> Monitor:
    made = Monitor(store)
    price(made, SAFE, 0)
    return made


# 18: nothing is lost between crossing and display.


def kill_at_crossings(folder: Path, kills: int, seed: int) -> tuple[int, int]:
    """Kill a program so many times while it rings; return how many tellings were shown, and how many twice."""
    chance, shown, twice = random.Random(seed), 0, 0
    for number in range(kills):
        if number % 25 == 0:
            path = folder / f"{number}" / "plimsoll.db"
            path.parent.mkdir()
            with Store.open(path) as store:
                alerting.add_loans(store)
            before: set[str] = set()
        sent = workers.kill_after(
            chance.uniform(0, 0.004), 1 + chance.randrange(40), alerting.cross_until_killed, path, number * 10
        )
        keys = [word for kind, word in sent if kind == "shown"]
        shown, twice = shown + len(keys), twice + len([key for key in keys if key in before])
        before |= set(keys)
        with Store.open(path) as store:
            rows = list(store.db.query("select key, state from notifications where channel = 'window'"))
            crossed = {row["id"] for row in store.db.query("select id from alerts where rule = 'ltv_level'")}
            queued = {row["key"].split("|")[0] for row in rows}
            assert crossed <= queued, "an alert without a telling"
            lost = [row["key"] for row in rows if row["state"] == "done" and row["key"] not in before]
            assert not lost, "recorded as told and never shown"
            dropped = [row["key"] for row in rows if row["state"] == "dropped" and row["key"] not in before]
            assert not dropped, "dropped and never shown"
            assert not store.check()
            accepted = [word for kind, word in sent if kind == "accepted"]
            if accepted and accepted[-1] == SALE:
                found = list(store.db.query("select 1 from alert_states where level = 'sale' and latched = 1"))
                assert found or sent[-1][0] == "price", "an accepted crossing left no state"
    return shown, twice


def test_a_killed_program_loses_no_crossing(tmp_path: Path) -> None:
    shown, twice = kill_at_crossings(tmp_path, 25, 1)
    assert shown > 50
    assert twice <= 25, "at most what was on the screen at the kill"


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_program_killed_a_thousand_times_loses_no_crossing(tmp_path: Path) -> None:
    shown, twice = kill_at_crossings(tmp_path, 1000, 2)
    assert twice <= shown * 0.05


# 22 to 26: noise, repeats, answers, snoozes, escalation, restarts.


def test_ten_thousand_ticks_of_noise_ring_once(monitor: Monitor) -> None:
    noise = random.Random(5)
    rung = []
    for second in range(1, 1001):  # the step itself is tried with 10,000 in tests/domain
        rung += price(monitor, f"{833.33 * (1 + noise.uniform(-0.002, 0.002)):.4f}", second)
    assert rung == ["warning"]


def test_a_margin_call_that_nobody_answers_is_told_every_quarter_of_an_hour(monitor: Monitor) -> None:
    price(monitor, CALL, 60)
    heard = []
    for quarter in range(96):
        first = 60 + quarter * 900
        heard += [(ring, first) for level, ring in tell(monitor, "window", first) if level == "call"]
        pass_time(monitor, CALL, first, first + 900)
    heard += [(ring, 0) for level, ring in tell(monitor, "window", DAY_S + 60) if level == "call"]
    assert len(heard) in (96, 97), "the first telling and one each quarter of an hour"
    assert [ring for ring, _ in heard] == list(range(1, len(heard) + 1))


def test_a_margin_call_is_told_on_while_there_are_no_prices(monitor: Monitor) -> None:
    price(monitor, CALL, 60)
    tell(monitor, "window", 61)
    heard = []
    for second in range(75, 4 * 3600, 15):
        monitor.tick(at(second))
        heard += [level for level, _ in tell(monitor, "window", second) if level == "call"]
    assert len(heard) == 15
    assert states(monitor)["call"].state is AlertState.NO_DATA


def test_what_was_acknowledged_is_told_no_more_and_a_worse_level_at_once(monitor: Monitor) -> None:
    price(monitor, CALL, 60)
    tell(monitor, "window", 61)
    for level in ("warning", "call"):
        alert_commands.acknowledge(monitor, alert_of(monitor, level), at(62))
    assert pass_time(monitor, CALL, 120, DAY_S, 60) == []
    assert tell(monitor, "window", DAY_S) == []
    assert price(monitor, SALE, DAY_S + 60) == ["sale"]
    assert tell(monitor, "window", DAY_S + 60) == [("sale", 1)]


@pytest.mark.parametrize("restart", [False, True], ids=["running", "restarted"])
def test_a_snooze_ends_at_its_time_and_rings_again(store: Store, monitor: Monitor, restart: bool) -> None:
    price(monitor, CALL, 60)
    tell(monitor, "window", 60)
    alert_commands.acknowledge(monitor, alert_of(monitor, "warning"), at(60))
    alert_commands.snooze(monitor, alert_of(monitor, "call"), 30, at(60))
    pass_time(monitor, CALL, 60, 1800)
    if restart:
        monitor = Monitor(store)
    assert tell(monitor, "window", 1800) == []
    pass_time(monitor, CALL, 1800, 1860)
    assert tell(monitor, "window", 1860) == [("call", 2)]
    assert price(monitor, SALE, 1900) == ["sale"]


def test_a_snooze_never_mutes_a_worse_level_and_may_last_until_it_gets_worse(monitor: Monitor) -> None:
    price(monitor, CALL, 60)
    tell(monitor, "window", 60)
    alert_commands.acknowledge(monitor, alert_of(monitor, "warning"), at(60))
    alert_commands.snooze_until_worse(monitor, alert_of(monitor, "call"), at(60))
    pass_time(monitor, CALL, 60, 4 * 3600, 60)
    price(monitor, "695", 4 * 3600 + 60)  # LTV 0.7194: deeper by less than the hysteresis
    assert tell(monitor, "window", 4 * 3600 + 60) == []
    price(monitor, "680", 4 * 3600 + 120)
    assert tell(monitor, "window", 4 * 3600 + 120) == [("call", 2)]
    assert price(monitor, SALE, 4 * 3600 + 180) == ["sale"]


def with_channels(monitor: Monitor, *steps: int) -> None:
    with monitor.write() as db:
        for step in steps:
            save_channel(db, Channel(f"c{step}", f"Channel {step}", "json", step=step, least=Severity.NOTICE))
        monitor.alarms.reload(db)


def test_what_nobody_answers_goes_to_the_next_channel_every_ten_minutes(monitor: Monitor) -> None:
    with_channels(monitor, 0, 1, 2, 3)
    price(monitor, CALL, 60)
    heard: dict[str, float] = {}
    for second in range(60, 3600, 15):
        if second % 60 == 0 and second > 60:
            price(monitor, CALL, second)
        monitor.tick(at(second))
        for step in range(4):
            if [one for one in tell(monitor, f"c{step}", second) if one[0] == "call"]:
                heard.setdefault(f"c{step}", second - 60)
    assert heard == {"c0": 0, "c1": 600, "c2": 1200, "c3": 1800}


def test_an_answer_ends_the_escalation_and_a_spell_without_prices_does_not(monitor: Monitor) -> None:
    with_channels(monitor, 0, 1, 2)
    price(monitor, CALL, 60)
    for second in range(75, 661, 15):
        if second == 330:  # prices came back for one poll
            price(monitor, CALL, second)
        monitor.tick(at(second))
    assert [level for level, _ in tell(monitor, "c1", 660)] == ["call"]
    alert_commands.acknowledge(monitor, alert_of(monitor, "call"), at(665))
    for second in range(675, 3600, 15):
        monitor.tick(at(second))
    assert tell(monitor, "c2", 3600) == []


ANSWERS = {
    "firing": lambda monitor: None,
    "acknowledged": lambda monitor: alert_commands.acknowledge(monitor, alert_of(monitor, "call"), at(70)),
    "snoozed": lambda monitor: alert_commands.snooze(monitor, alert_of(monitor, "call"), 60, at(70)),
    "until worse": lambda monitor: alert_commands.snooze_until_worse(monitor, alert_of(monitor, "call"), at(70)),
    "no data": lambda monitor: monitor.tick(at(600)),
    "resolved": lambda monitor: price(monitor, SAFE, 70),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_restart_changes_no_state_and_repeats_nothing(store: Store, monitor: Monitor, answer: str) -> None:
    price(monitor, CALL, 60)
    tell(monitor, "window", 60)
    ANSWERS[answer](monitor)
    before, alerts = dict(monitor.alarms.states), monitor.snapshot(at(601)).alerts
    again = Monitor(store)
    assert again.alarms.states == before
    again.tick(at(601))
    assert states(again) == {key[2]: one for key, one in before.items() if key[0] == "ladder"} or answer != "no data"
    assert [one for one in again.snapshot(at(601)).alerts if one.rule is RuleKind.LTV_LEVEL] == [
        one for one in alerts if one.rule is RuleKind.LTV_LEVEL
    ]
    assert tell(again, "window", 602) == []


def test_what_live_prices_resolved_is_not_raised_again_by_the_closes_of_their_minutes(monitor: Monitor) -> None:
    """Within one minute the price left the level by the hysteresis and came back to just above its price."""
    price(monitor, "714", 54)
    price(monitor, "826", 151)
    price(monitor, "715", 154)
    before = states(monitor)["call"]
    loan = monitor.portfolio.loan("loan 0")
    commands.restore_loan(monitor, loan, at(260))
    assert states(monitor)["call"] == before
    assert before.state is AlertState.RESOLVED


# 29: clocks.


class Looks:
    def __init__(self) -> None:
        self.second, self.off = 0.0, 0.0

    def __call__(self) -> Moment:
        return Moment(alerting.START.timestamp() + self.second + self.off, self.second, self.second)


@pytest.mark.parametrize("jump", [DAY_S, -3600, 3600, 3.6e8], ids=["a day on", "an hour back", "summer time", "2038"])
def test_a_wall_clock_that_is_set_changes_nothing(monitor: Monitor, jump: float) -> None:
    looks = Looks()
    clock = Clock(looks)
    price(monitor, CALL, 60)
    heard = []
    for second in range(60, 7260, 15):
        looks.second = second
        if second == 1800:
            looks.off = jump
        now = (clock() - alerting.START).total_seconds()
        if second % 60 == 0:
            assert price(monitor, CALL, now) == []
        monitor.tick(at(now))
        heard += [level for level, _ in tell(monitor, "window", now) if level == "call"]
        if second > 120:
            assert monitor.snapshot(at(now)).freshness.state is not PriceState.STALE
    assert len(heard) == 8


def test_a_program_whose_clock_was_a_day_ahead_goes_on_telling(store: Store, monitor: Monitor) -> None:
    price(monitor, CALL, DAY_S)
    tell(monitor, "window", DAY_S)
    with_channels(monitor, 0)
    again = Monitor(store)  # started with the right time
    heard = []
    for second in range(60, 3660, 15):
        if second % 60 == 0:
            assert price(again, CALL, second) == []
        again.tick(at(second))
        heard += [level for level, _ in tell(again, "window", second) if level == "call"]
    assert len(heard) == 4
    assert again.book(at(3660))["BTC"].state is PriceState.FRESH


def test_what_a_channel_put_off_by_a_wrong_clock_is_tried_at_once(monitor: Monitor) -> None:
    with_channels(monitor, 0)
    price(monitor, CALL, 60)
    due = outbox.due(monitor.store.db, ["c0"], at(60))
    with monitor.write() as db:
        outbox.put_off(db, [one.key for one in due], at(DAY_S), "timeout")
    assert {one.key for one in outbox.due(monitor.store.db, ["c0"], at(100))} == {one.key for one in due}


def test_a_price_dated_by_a_clock_that_was_ahead_is_not_fresh_and_blocks_no_other(monitor: Monitor) -> None:
    price(monitor, SAFE, DAY_S)
    assert monitor.book(at(120))["BTC"].state is PriceState.STALE
    assert price(monitor, CALL, 180) == ["warning", "call"]
    assert monitor.book(at(180))["BTC"].state is PriceState.FRESH


# 30: outages.


def outages(monitor: Monitor, count: int, seed: int) -> None:
    """Let prices stay away for random times; each that lasts must be shown and told."""
    chance, second = random.Random(seed), 0.0
    for _ in range(count):
        second += 60
        price(monitor, SAFE, second)
        monitor.tick(at(second))
        lasts = chance.uniform(60, 1200)
        began, rung = second, False
        while second < began + lasts:
            second += 15
            rung |= any(one.rule is RuleKind.PRICE_STALE for one in monitor.tick(at(second)))
            if second - began > 195:
                view = monitor.snapshot(at(second)).loans[0]
                assert view.state is PriceState.STALE
                assert {one.state for one in states(monitor).values()} <= {AlertState.NO_DATA}
        assert rung or lasts < 270, f"an outage of {lasts:.0f} s that nobody was told of"
        second += chance.uniform(0, 60)


def test_no_outage_goes_unreported(monitor: Monitor) -> None:
    outages(monitor, 40, 1)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_no_outage_of_a_thousand_goes_unreported(monitor: Monitor) -> None:
    outages(monitor, 1000, 2)


def test_when_all_sources_die_one_alert_says_so(monitor: Monitor) -> None:
    rung: list[tuple[RuleKind, str]] = []
    heard: list[tuple[RuleKind, str]] = []
    for second in range(15, 4 * 3600, 15):
        failures = 0 if second < 60 else 1 if second < 240 else 2 if second < 600 else 3 + second // 900
        monitor.feeds = {
            name: FeedHealth(name, at(45 if second >= 60 else second), failures, "timeout" if failures else "")
            for name in ("okx", "kraken", "coinbase")
        }
        rung += [(one.rule, one.subject) for one in monitor.tick(at(second))]
        due = outbox.due(monitor.store.db, ["window"], at(second))
        alert_commands.told(monitor, [one.key for one in due], at(second))
        heard += [(one.alert.rule, one.alert.subject) for one in due]
    assert heard == [(RuleKind.FEED_DEAD, "all")]
    assert (RuleKind.PRICE_STALE, "BTC") in rung, "it stands in the list all the same"


# Grouping: one fall, one message.


def test_one_fall_is_one_message_for_each_channel_and_names_the_gravest_first(store: Store) -> None:
    from desktop_app.ui import alert_text

    alerting.add_loans(store, 10)
    monitor = Monitor(store)
    with_channels(monitor, 0)
    price(monitor, SAFE, 0)
    price(monitor, SALE, 60)
    snapshot = monitor.snapshot(at(60))
    due = outbox.due(store.db, ["c0"], at(60))
    assert len(due) == 10, "of each loan the gravest level alone"
    title, body = alert_text.message([one.alert for one in due], snapshot)
    assert title == "10 alerts at once"
    assert all(f"Loan {number}:" in body for number in range(10))
    assert {one.alert.level for one in due} == {"sale"}


# The right to ring among several programs on one file.


def pair(path: Path) -> tuple[Monitor, Monitor]:
    window = Monitor(Store.open(path), kind="window")
    watch = Monitor(Store.open(path), kind="watch", channels=())
    return window, watch


def test_exactly_one_of_two_programs_rings_for_each_crossing(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path) as store:
        alerting.add_loans(store)
    window, watch = pair(path)
    second, rung = 0.0, []

    def both(value: str, *order: Monitor) -> list[str]:
        nonlocal second
        second += 30
        return [level for one in order for level in price(one, value, second)]

    both(SAFE, window, watch)
    rung.append(both(WARNING, watch, window))
    rung.append(both(CALL, window, watch))
    window.right.leave()
    rung.append(both(SALE, watch))
    both(SAFE, watch)
    rung.append(both(WARNING, watch))
    window.store.close()
    window = Monitor(Store.open(path), kind="window")  # opened again: it takes over at once
    rung.append(both(CALL, window, watch))
    assert rung == [["warning"], ["call"], ["sale"], ["warning"], ["call"]]
    assert states(window).keys() == {"warning", "call", "sale"}
    watch.store.close()
    window.store.close()


def test_after_a_killed_holder_the_other_rings_within_ninety_seconds(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path) as store:
        alerting.add_loans(store)
    window, watch = pair(path)
    price(window, SAFE, 0)
    price(watch, SAFE, 0)
    window.store.close()  # killed: nothing was given back
    rung = [(second, price(watch, WARNING, second)) for second in (15, 45, 75, 90)]
    assert [second for second, levels in rung if levels == ["warning"]] == [90]
    watch.store.close()


def test_a_window_whose_right_ran_out_while_it_slept_takes_it_back(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path) as store:
        alerting.add_loans(store)
    window, watch = pair(path)
    price(window, SAFE, 0)
    assert price(watch, WARNING, 8 * 3600) == ["warning"]
    assert window.may_ring(at(8 * 3600 + 5))
    assert not watch.may_ring(at(8 * 3600 + 6))
    assert states(window)["warning"].latched, "what the other rang meanwhile is known"
    assert price(window, CALL, 8 * 3600 + 60) == ["call"]
    watch.store.close()
    window.store.close()


def test_each_sees_what_the_other_changes_and_believes(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path) as store:
        alerting.add_loans(store)
    window, watch = pair(path)
    price(window, SAFE, 0)
    price(window, CALL, 60)
    alert_commands.acknowledge(window, alert_of(window, "call"), at(61))
    alert_commands.mute(window, at(600))
    assert not watch.may_ring(at(62))
    assert states(watch)["call"].state is AlertState.ACKNOWLEDGED
    assert watch.alarms.muted_until == at(600)
    assert watch.book(at(62))["BTC"].value == 700
    window.right.leave()
    assert watch.may_ring(at(70))
    assert price(watch, SALE, 70 + timedelta(seconds=50).total_seconds()) == ["sale"]
    watch.store.close()
    window.store.close()


def test_what_stands_since_live_prices_is_not_raised_again_by_closes_that_saw_it_later(monitor: Monitor) -> None:
    """A minute whose low rang live and whose close lies between; then a gap, and a close at the level."""
    from desktop_app.domain.events import Event, EventKind
    from desktop_app.domain.loans.ladder import make_ladder
    from desktop_app.domain.loans.terms import Terms

    price(monitor, "1000", 17)
    assert price(monitor, "833", 61) == ["warning"]  # LTV 0.6002
    price(monitor, "846", 101)  # 0.5910: over 0.59, where it would be armed again
    monitor.tick(at(501))
    assert price(monitor, "833", 531) == []
    loan = monitor.portfolio.loan("loan 0")
    levels = loan.events[0].terms.ladder.levels[1:]
    fewer = Event("fewer", at(540), EventKind.RULE_CHANGE, terms=Terms(make_ladder(levels)))
    commands.add_event(monitor, loan.id, fewer, at(540))
    commands.restore_loan(monitor, monitor.portfolio.loan(loan.id), at(600))
    rung = [one for one in monitor.snapshot(at(601)).alerts if one.rule is RuleKind.LTV_LEVEL]
    assert [(one.level, one.late) for one in rung] == [("warning", False)]


def test_a_level_that_was_left_and_reached_again_in_a_gap_is_told_late_though_an_alert_stands(monitor: Monitor) -> None:
    from desktop_app.domain.prices.quote import Candle
    from desktop_app.storage.prices import save_candles

    assert price(monitor, "833", 61) == ["warning"]
    minutes = {10: "1000", 11: "1000", 12: "700"}  # armed again, then the margin call's level and beyond
    with monitor.write() as db:
        for minute, value in minutes.items():
            D = Decimal(value)
            save_candles(db, [Candle("BTC", "USD", "stub", 60, at(minute * 60), D, D, D, D)])
    price(monitor, "833", 1200)
    commands.restore_loan(monitor, monitor.portfolio.loan("loan 0"), at(1201))
    late = {one.level for one in monitor.snapshot(at(1202)).alerts if one.late}
    assert late == {"warning", "call"}
