"""Alerts against a simple model: prices, time, restarts, outages and answers in any order; none missed, none double."""

from dataclasses import dataclass
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
from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import alert_commands
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
# Under every level, round each of them by less and by more than the hysteresis, and far over all.
PRICES = ("1000", "900", "846", "840", "834", "833", "826", "725", "720", "715", "714", "640", "630", "625", "500")


@dataclass
class Known:
    """What the model knows of one level."""

    state: str = "quiet"
    value: Decimal | None = None
    until: int | None = None
    rung: int = 0
    rings: int = 0
    told: int = 0


class Model:
    """The rules of alerting in a few lines: a level rings when it is reached, and again only after it was left."""

    def __init__(self) -> None:
        self.levels = {key: Known() for key, *_ in LADDER_LEVELS}
        self.alerts = 0
        self.ringing = 0
        self.blind = True

    def see(self, ltv: Decimal, at: int) -> None:
        self.blind = False
        fresh = []
        for key, _, level, _ in LADDER_LEVELS:
            known = self.levels[key]
            if known.state == "quiet":
                if ltv >= level:
                    self.levels[key] = Known("firing", ltv, None, at, 1)
                    self.alerts += 1
                    fresh.append(key)
            elif ltv <= level - GAP:
                self.levels[key] = Known()
            elif known.state == "asleep" and self._wakes(known, ltv, at):
                self.levels[key] = Known("firing", ltv, None, at, known.rings + 1)
                fresh.append(key)
        self.ringing += bool(fresh)  # of what comes together only the gravest is told

    def _wakes(self, known: Known, ltv: Decimal, at: int) -> bool:
        over = known.until is not None and at >= known.until
        return over or (known.until is None and known.value is not None and ltv > known.value + GAP)

    def pass_time(self, at: int) -> None:
        """Tell again what nobody answered, on the beat of its first ring."""
        for key, _, _, repeat in LADDER_LEVELS:
            known = self.levels[key]
            if not self.blind and known.state == "firing" and at - known.rung >= repeat:
                known.rung += (at - known.rung) // repeat * repeat
                known.rings += 1
                self.ringing += 1


class Alerting(RuleBasedStateMachine):
    """One loan, two sources that agree, a person who answers, a machine that is restarted."""

    @initialize()
    def begin(self) -> None:
        self.store = Store.open(None)
        levels = tuple(Level(key, kind, ltv) for key, kind, ltv, _ in LADDER_LEVELS)
        events = (
            Event("open", START - timedelta(days=9), EventKind.OPEN, terms=Terms(make_ladder(levels))),
            Event("pledge", START - timedelta(days=9), EventKind.ADD_COLLATERAL, "BTC", Decimal(1)),
            Event("draw", START - timedelta(days=9), EventKind.DRAW, "USD", DEBT),
        )
        with self.store.write() as db:
            loan_rows.save_platform(db, Platform("bank", "Bank"))
            loan_rows.save_loan(db, Loan("one", "One", "bank", events), milliseconds(START))
        self.monitor = Monitor(self.store)
        self.model = Model()
        self.second = 0
        self.price: str | None = None
        self.priced_at = 0

    def now(self):
        return START + timedelta(seconds=self.second)

    def ltv(self) -> Decimal:
        assert self.price is not None
        return DEBT / Decimal(self.price)

    def look(self) -> None:
        """Let the model see what a tick sees."""
        if self.price is None or self.second - self.priced_at > STALE_S:
            self.model.blind = True
        else:
            self.model.see(self.ltv(), self.second)

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

    @rule(seconds=st.sampled_from([1, 15, 15, 60, 170, 400, 950, 4000]))
    def time_passes(self, seconds: int) -> None:
        self.second += seconds
        self.monitor.tick(self.now())
        self.look()
        self.model.pass_time(self.second)

    @rule()
    def the_program_is_restarted(self) -> None:
        self.monitor = Monitor(self.store)

    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]))
    def the_person_acknowledges(self, key: str) -> None:
        self.answer(key, "seen", None, None, lambda alert: alert_commands.acknowledge(self.monitor, alert, self.now()))

    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]), minutes=st.sampled_from([1, 15, 60]))
    def the_person_snoozes(self, key: str, minutes: int) -> None:
        until = self.second + minutes * 60
        act = lambda alert: alert_commands.snooze(self.monitor, alert, minutes, self.now())  # noqa: E731
        self.answer(key, "asleep", None, until, act)

    @precondition(lambda self: self.price is not None)
    @rule(key=st.sampled_from([key for key, *_ in LADDER_LEVELS]))
    def the_person_snoozes_until_it_gets_worse(self, key: str) -> None:
        act = lambda alert: alert_commands.snooze_until_worse(self.monitor, alert, self.now())  # noqa: E731
        self.answer(key, "asleep", self.ltv(), None, act)

    def answer(self, key: str, state: str, value: Decimal | None, until: int | None, act) -> None:
        known = self.model.levels[key]
        if known.state == "quiet":
            return
        act(self.monitor.alarms.states[LADDER, "one", key].alert_id)
        known.state, known.value, known.until = state, value, until

    @rule()
    def the_window_tells_what_is_due(self) -> None:
        due = outbox.due(self.store.db, ["window"], self.now())
        alert_commands.told(self.monitor, [one.key for one in due], self.now())
        assert not outbox.due(self.store.db, ["window"], self.now())

    @invariant()
    def no_alert_is_missed_and_none_is_double(self) -> None:
        if not hasattr(self, "store"):
            return
        ladder = [alert for alert in self.monitor.snapshot(self.now()).alerts if alert.rule is RuleKind.LTV_LEVEL]
        assert len(ladder) == self.model.alerts
        for key, _, _, _ in LADDER_LEVELS:
            state = self.monitor.alarms.states.get((LADDER, "one", key))
            known = self.model.levels[key]
            assert (state.latched if state else False) == (known.state != "quiet"), key
            if state is not None and state.latched:
                kept = state.kept.value if state.kept else state.state.value
                names = {"firing": "firing", "seen": "acknowledged", "asleep": "snoozed"}
                assert kept == names[known.state], key
                assert state.rings == known.rings, key

    @invariant()
    def everything_that_rang_is_told_or_due(self) -> None:
        if not hasattr(self, "store"):
            return
        (told,) = self.store.db.conn.execute(
            "select count(*) from notifications n join alerts a on a.id = n.alert_id where n.channel = 'window' "
            "and a.rule = 'ltv_level' and n.state <> 'inhibited'"
        ).fetchone()
        assert told == self.model.ringing

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()


def run(examples: int, steps: int) -> None:
    limits = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Alerting, settings=limits)


def test_alerts_follow_the_model() -> None:
    run(100, 40)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_alerts_follow_the_model_in_ten_thousand_runs() -> None:
    run(10_000, 50)
