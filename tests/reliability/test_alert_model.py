"""Alerts against a simple model: prices, time, restarts, outages and answers in any order; none missed, none double."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop_app.domain.alerts.record import LADDER
from desktop_app.domain.alerts.rule import QuietHours, Rule, RuleKind, Severity
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import alert_commands, commands
from desktop_app.engine.clocks import Clock, Moment
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import outbox
from desktop_app.storage.rows import milliseconds
from desktop_app.storage.store import Store

START = utc("2026-11-21 12:00")
DEBT = Decimal(500)
LADDER_LEVELS = (
    ("warning", LevelKind.EARLY_WARNING, Decimal("0.6"), 3600),
    ("call", LevelKind.MARGIN_CALL, Decimal("0.7"), 900),
    ("sale", LevelKind.LIQUIDATION, Decimal("0.8"), 900),
)
GAP = Decimal("0.01")
STALE_S = 180
STALE_HOLDS_S, STALE_REPEAT_S = 60, 3600
# Under every level, round each of them by less and by more than the hysteresis, and far over all.
PRICES = ("1000", "900", "846", "840", "834", "833", "826", "725", "720", "715", "714", "640", "630", "625", "500")
DAY, HOUR = 86400, 3600


class Looks:
    """Clocks of a machine whose wall somebody sets."""

    def __init__(self) -> None:
        self.second = 0.0
        self.wall_off = 0.0

    def __call__(self) -> Moment:
        return Moment(START.timestamp() + self.second + self.wall_off, 1000 + self.second, 500 + self.second)


@dataclass
class Known:
    """What the model knows of one level."""

    state: str = "quiet"
    value: Decimal | None = None
    until: int | None = None
    rung: int = 0
    rings: int = 0


@dataclass
class Owned:
    """What the model knows of a person's rule: the price below `limit` for `holds` seconds, until `ends`."""

    limit: Decimal
    gap: Decimal = Decimal(0)
    holds: int = 0
    repeat: int = 0
    once: bool = False
    ends: int | None = None
    state: str = "quiet"
    since: int = 0
    rung: int = 0
    alerts: int = 0
    rings: int = 0
    resting: bool = False
    blind: bool = False

    def see(self, price: Decimal | None, at: int) -> None:
        if self.ends is not None and at >= self.ends:
            self.state = "quiet"
            return
        if self.resting:
            return
        if price is None:
            self.state = "quiet" if self.state == "pending" else self.state
            return
        if self.state == "firing":
            if price > self.limit and price >= self.limit + self.gap:
                self.state, self.resting = "quiet", self.once
        elif price > self.limit:
            self.state = "quiet"
        elif self.holds and self.state != "pending":
            self.state, self.since = "pending", at
        elif at - self.since >= self.holds or not self.holds:
            self.state, self.rung = "firing", at
            self.alerts += 1
            self.rings += 1

    def pass_time(self, at: int) -> None:
        if self.state == "firing" and self.repeat and at - self.rung >= self.repeat:
            self.rung += (at - self.rung) // self.repeat * self.repeat
            self.rings += 1


OWNED = {
    "held": Owned(Decimal(830), holds=120, repeat=900),
    "once": Owned(Decimal(720), once=True),
    "ending": Owned(Decimal(715), gap=Decimal(20), ends=4 * HOUR),
    "quiet": Owned(Decimal(640), gap=Decimal(100)),
}
NIGHT = QuietHours(utc("2026-11-21 13:00").time(), utc("2026-11-21 14:00").time())


@dataclass
class Model:
    """The rules of alerting in a few lines: a level rings when it is reached, and again only after it was left."""

    levels: dict[str, Known] = field(default_factory=lambda: {key: Known() for key, *_ in LADDER_LEVELS})
    alerts: int = 0
    ringing: int = 0

    def see(self, ltv: Decimal | None, at: int) -> None:
        fresh = []
        for key, _, level, _ in LADDER_LEVELS:
            if key not in self.levels:
                continue
            known = self.levels[key]
            over = known.state == "asleep" and known.until is not None and at >= known.until
            if over and (ltv is None or ltv > level - GAP):
                self.levels[key] = Known("firing", ltv, None, at, known.rings + 1)
                fresh.append(key)
                continue
            if ltv is None:
                continue
            if known.state == "quiet":
                if ltv >= level:
                    self.levels[key] = Known("firing", ltv, None, at, 1)
                    self.alerts += 1
                    fresh.append(key)
            elif ltv <= level - GAP:
                self.levels[key] = Known()
            elif known.state == "asleep" and known.until is None and known.value and ltv > known.value + GAP:
                self.levels[key] = Known("firing", ltv, None, at, known.rings + 1)
                fresh.append(key)
        self.ringing += bool(fresh)  # of what comes together only the gravest is told

    def pass_time(self, at: int) -> None:
        """Tell again what nobody answered, with data or without, on the beat of its first ring."""
        for key, _, _, repeat in LADDER_LEVELS:
            known = self.levels.get(key)
            if known is not None and known.state == "firing" and at - known.rung >= repeat:
                known.rung += (at - known.rung) // repeat * repeat
                known.rings += 1
                self.ringing += 1


class Alerting(RuleBasedStateMachine):
    """One loan, two sources that agree, a person who answers, a machine that is restarted and set to other times."""

    @initialize()
    def begin(self) -> None:
        self.store = Store.open(None)
        events = (
            Event("open", START - timedelta(days=9), EventKind.OPEN, terms=Terms(ladder())),
            Event("pledge", START - timedelta(days=9), EventKind.ADD_COLLATERAL, "BTC", Decimal(1)),
            Event("draw", START - timedelta(days=9), EventKind.DRAW, "USD", DEBT),
        )
        with self.store.write() as db:
            loan_rows.save_platform(db, Platform("bank", "Bank"))
            loan_rows.save_loan(db, Loan("one", "One", "bank", events), milliseconds(START))
        self.looks = Looks()
        self.clock = Clock(self.looks)
        self.monitor = Monitor(self.store)
        self.model = Model()
        self.owned: dict[str, Owned] = {}
        self.stale = Owned(Decimal(-STALE_S), holds=STALE_HOLDS_S, repeat=STALE_REPEAT_S)
        self.second = 0
        self.price: str | None = None
        self.priced_at = 0
        self.missed_at: int | None = None

    def now(self):
        self.looks.second = self.second
        return self.clock()

    def ltv(self) -> Decimal | None:
        return None if self.is_stale() else DEBT / Decimal(self.price)

    def is_stale(self) -> bool:
        return self.price is None or self.second - self.priced_at > STALE_S

    def look(self) -> None:
        """Let the model see what a tick sees."""
        self.model.see(self.ltv(), self.second)
        self.look_at_the_price()

    def look_at_the_price(self) -> None:
        for one in self.owned.values():
            one.see(None if self.is_stale() else Decimal(self.price), self.second)
        if self.price is not None:
            self.stale.see(Decimal(self.priced_at - self.second), self.second)
            return
        if self.missed_at is None:
            self.missed_at = self.second
        if self.second - self.missed_at > STALE_S:
            self.stale.see(Decimal("-Infinity"), self.second)

    @rule(price=st.sampled_from(PRICES), seconds=st.integers(1, 90))
    def a_price_comes_in(self, price: str, seconds: int) -> None:
        self.second += seconds
        self.price, self.priced_at = price, self.second
        at = self.now()
        self.monitor.accept([Quote("BTC", "USD", Decimal(price), at, name, at) for name in ("a", "b")], at)
        self.look()

    @rule(price=st.sampled_from(PRICES), seconds=st.integers(1, 60))
    def a_bad_tick_comes_in(self, price: str, seconds: int) -> None:
        """One source says a hundredfold, the other repeats what holds: nothing may ring."""
        if self.price is None or self.second + seconds - self.priced_at > STALE_S:
            return
        self.second += seconds
        at = self.now()
        words = [
            Quote("BTC", "USD", Decimal(self.price), at, "a", at),
            Quote("BTC", "USD", Decimal(price) * 100, at, "b", at),
        ]
        self.monitor.accept(words, at)
        self.look_at_the_price()

    @rule(seconds=st.sampled_from([1, 15, 15, 60, 170, 400, 950, 4000]))
    def time_passes(self, seconds: int) -> None:
        self.second += seconds
        self.tick()

    def tick(self) -> None:
        self.monitor.tick(self.now())
        self.everything_takes_a_step()

    def everything_takes_a_step(self) -> None:
        self.look()
        self.model.pass_time(self.second)
        for one in (*self.owned.values(), self.stale):
            one.pass_time(self.second)

    @rule()
    def the_program_is_restarted(self) -> None:
        self.monitor = Monitor(self.store)
        self.missed_at = None

    @rule(by=st.sampled_from([DAY, HOUR, -HOUR, -DAY]))
    def the_wall_clock_is_set(self, by: int) -> None:
        self.looks.wall_off += by

    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]))
    def the_person_acknowledges(self, key: str) -> None:
        self.answer(key, "seen", None, None, lambda alert: alert_commands.acknowledge(self.monitor, alert, self.now()))

    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]), minutes=st.sampled_from([1, 15, 60]))
    def the_person_snoozes(self, key: str, minutes: int) -> None:
        until = self.second + minutes * 60
        act = lambda alert: alert_commands.snooze(self.monitor, alert, minutes, self.now())  # noqa: E731
        self.answer(key, "asleep", None, until, act)

    @precondition(lambda self: not self.is_stale())
    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]))
    def the_person_snoozes_until_it_gets_worse(self, key: str) -> None:
        act = lambda alert: alert_commands.snooze_until_worse(self.monitor, alert, self.now())  # noqa: E731
        self.answer(key, "asleep", self.ltv(), None, act)

    def answer(self, key: str, state: str, value: Decimal | None, until: int | None, act) -> None:
        known = self.model.levels.get(key)
        if known is None or known.state == "quiet":
            return
        act(self.monitor.alarms.states[LADDER, "one", key].alert_id)
        known.state, known.value, known.until = state, value, until

    @rule(name=st.sampled_from(sorted(OWNED)))
    def the_person_adds_a_rule(self, name: str) -> None:
        if name in self.owned:
            return
        one = OWNED[name]
        made = Rule(
            name,
            RuleKind.PRICE_BELOW,
            one.limit,
            Severity.WARNING,
            "BTC",
            hysteresis=one.gap,
            for_s=one.holds,
            repeat_s=one.repeat,
            quiet=NIGHT if name == "quiet" else None,
            expires=START + timedelta(seconds=one.ends) if one.ends is not None else None,
            once=one.once,
        )
        self.owned[name] = Owned(one.limit, one.gap, one.holds, one.repeat, one.once, one.ends)
        alert_commands.keep_rule(self.monitor, made, self.now())
        self.everything_takes_a_step()

    @precondition(lambda self: "warning" in self.model.levels)
    @rule()
    def the_rules_lose_a_level(self) -> None:
        self.model.levels.pop("warning")
        at = self.now()
        changed = Event("fewer", at, EventKind.RULE_CHANGE, terms=Terms(ladder(without="warning")))
        commands.add_event(self.monitor, "one", changed, at)
        self.everything_takes_a_step()

    @rule(seconds=st.sampled_from([600, 7200]))
    def the_person_mutes(self, seconds: int) -> None:
        alert_commands.mute(self.monitor, self.now() + timedelta(seconds=seconds))

    @rule()
    def the_window_tells_what_is_due(self) -> None:
        due = outbox.due(self.store.db, ["window"], self.now())
        held = [one for one in due if one.alert.severity < Severity.CRITICAL]
        muted = self.monitor.alarms.muted_until
        assert not (held and muted is not None and muted > self.now() and any(one.next > self.now() for one in held))
        alert_commands.told(self.monitor, [one.key for one in due], self.now())
        assert not outbox.due(self.store.db, ["window"], self.now())

    @invariant()
    def no_alert_is_missed_and_none_is_double(self) -> None:
        if not hasattr(self, "store"):
            return
        found = self.monitor.snapshot(self.now()).alerts
        assert len([alert for alert in found if alert.rule is RuleKind.LTV_LEVEL]) == self.model.alerts
        assert len([alert for alert in found if alert.rule is RuleKind.PRICE_STALE and alert.subject == "BTC"]) == (
            self.stale.alerts
        )
        for name, one in self.owned.items():
            assert len([alert for alert in found if alert.rule_id == name]) == one.alerts, name
        for key, known in self.model.levels.items():
            state = self.monitor.alarms.states.get((LADDER, "one", key))
            assert (state.latched if state else False) == (known.state != "quiet"), key
            if state is not None and state.latched:
                kept = state.kept.value if state.kept else state.state.value
                names = {"firing": "firing", "seen": "acknowledged", "asleep": "snoozed"}
                assert kept == names[known.state], key
                assert state.rings == known.rings, key
        if "warning" not in self.model.levels:
            assert (LADDER, "one", "warning") not in self.monitor.alarms.states

    @invariant()
    def everything_that_rang_is_told_or_due(self) -> None:
        if not hasattr(self, "store"):
            return
        assert self.told("a.rule = 'ltv_level'") == self.model.ringing
        assert self.told("a.rule = 'price_stale' and a.subject = 'BTC'") == self.stale.rings
        for name, one in self.owned.items():
            assert self.told(f"a.rule_id = '{name}'") == one.rings, name

    def told(self, which: str) -> int:
        (count,) = self.store.db.conn.execute(
            "select count(*) from notifications n join alerts a on a.id = n.alert_id where n.channel = 'window' "
            f"and n.state <> 'inhibited' and {which}"
        ).fetchone()
        return count

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()


def ladder(without: str = ""):
    return make_ladder(tuple(Level(key, kind, ltv) for key, kind, ltv, _ in LADDER_LEVELS if key != without))


def run(examples: int, steps: int) -> None:
    limits = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Alerting, settings=limits)


def test_alerts_follow_the_model() -> None:
    run(60, 40)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_alerts_follow_the_model_in_ten_thousand_runs() -> None:
    run(10_000, 50)
