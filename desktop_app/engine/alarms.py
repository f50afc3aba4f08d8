"""The state of every watched limit, kept in step with the store: readings in, alerts and notifications out."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.alerts.channel import BUILT_IN, Channel
from desktop_app.domain.alerts.evaluate import (
    answer_of,
    awoke,
    fired,
    is_due_again,
    is_unanswered,
    rung_again,
    step,
)
from desktop_app.domain.alerts.reading import Reading
from desktop_app.domain.alerts.record import LADDER, AlertRecord
from desktop_app.domain.alerts.rule import REPEAT_S, USUAL, QuietHours, Rule, RuleKind, Severity, default_rules
from desktop_app.domain.alerts.state import LATCHED, AlertState, Transition, WatchState
from desktop_app.engine.rule_book import RuleBook
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import outbox
from desktop_app.storage.alerts import StateKey
from desktop_app.storage.channels import load_channels
from desktop_app.storage.rules import load_rules

ESCALATE_S = 600
ALL_FEEDS = "all"
_FEED_KEY = (f"{USUAL}{RuleKind.FEED_DEAD.value}", ALL_FEEDS, "")


class Alarms:
    """Every limit's state and the rules behind them. One thread uses it."""

    def __init__(self, built_in: Sequence[str] | None) -> None:
        """Tell by the channels `built_in` and those that a person set up; None lets nothing be told."""
        self.built_in = built_in
        self.states: dict[StateKey, WatchState] = {}
        self.rules: dict[str, Rule] = {}
        self.channels: tuple[Channel, ...] = ()
        self.muted_until: datetime | None = None
        self._book: tuple[dict[str, Rule], int, RuleBook] | None = None
        self.newest: dict[StateKey, Decimal | None] = {}
        self._firing: set[StateKey] = set()
        self._timed: set[StateKey] = set()

    def reload(self, db: Database) -> None:
        """Read states, rules and channels from the store again."""
        self.states = alert_rows.load_states(db)
        own = {rule.id: rule for rule in load_rules(db)}
        self.rules = {rule.id: rule for rule in default_rules()} | own
        if self.built_in is not None:
            mine = tuple(channel for channel in BUILT_IN if channel.id in self.built_in)
            self.channels = (*mine, *load_channels(db))
        self.muted_until = alert_rows.load_mute(db)
        self._firing = {key for key, state in self.states.items() if is_unanswered(state)}
        self._timed = {key for key, state in self.states.items() if _has_clock(state)}

    def copied(self) -> "Alarms":
        """Return a copy whose contents are its own, to come back to when a transaction fails."""
        other = Alarms(self.built_in)
        other.states, other.rules, other.channels = dict(self.states), dict(self.rules), self.channels
        other.muted_until, other.newest = self.muted_until, dict(self.newest)
        other._firing, other._timed = set(self._firing), set(self._timed)
        return other

    def book(self, now: datetime) -> RuleBook:
        """Return the rules that hold at `now`; made anew where one ended or changed."""
        ends = [rule.expires for rule in self.rules.values() if rule.expires is not None]
        ended = sum(1 for at in ends if at <= now)
        if self._book is None or self._book[0] is not self.rules or self._book[1] != ended:
            self._book = (self.rules, ended, RuleBook(self.rules.values(), now))
        return self._book[2]

    def waits(self, subject: str) -> bool:
        """Tell whether some limit of `subject` waits for a time to pass: a snooze's end, or how long it holds."""
        return any(key[1] == subject for key in self._timed)

    def judge(self, db: Database, readings: Iterable[Reading], now: datetime) -> list[AlertRecord]:
        """Take every reading's step, keep what came of it, queue what is to be told; return the new alerts."""
        rung: list[tuple[AlertRecord, Reading]] = []
        for reading in readings:
            record = self._judge_one(db, reading)
            if record is not None:
                rung.append((record, reading))
        self._tell(db, rung, now)
        return [record for record, _ in rung]

    def _judge_one(self, db: Database, reading: Reading) -> AlertRecord | None:
        """Take the step of one reading; return its alert where that is new or woke up."""
        before = self.states.get(reading.key, WatchState())
        if reading.sample.known and reading.rule is not RuleKind.LTV_LEVEL:
            self.newest[reading.key] = reading.sample.value
        if reading.once and before.state is AlertState.RESOLVED:
            return None
        after = step(before, reading.limit, reading.sample, reading.for_s)
        if after == before:
            return None
        at = reading.sample.at
        if fired(before, after):
            record = reading.record(uuid4().hex)
            after = replace(after, alert_id=record.id, rung=at, rings=1)
            alert_rows.save_alert(db, record)
            self._move(db, reading.key, before, after, at)
            return record
        if not awoke(before, after):
            self._move(db, reading.key, before, after, at)
            return None
        after = replace(after, rung=at, rings=before.rings + 1)
        self._move(db, reading.key, before, after, at)
        return replace(reading.record(before.alert_id), state=AlertState.FIRING)

    def _move(self, db: Database, key: StateKey, before: WatchState, after: WatchState, at: datetime) -> None:
        """Keep the state that a limit has from `at` on, and with it that of its alert."""
        self.states[key] = after
        alert_rows.save_state(db, key, after)
        self._firing.discard(key)
        self._timed.discard(key)
        if is_unanswered(after):
            self._firing.add(key)
        if _has_clock(after):
            self._timed.add(key)
        alert_id = after.alert_id or before.alert_id
        if not alert_id:
            return
        if after.state is not before.state:
            alert_rows.log_transition(db, Transition(alert_id, before.state, after.state, at, after.value))
        stands = answer_of(after)
        if stands is not answer_of(before) and stands in (*LATCHED, AlertState.RESOLVED):
            alert_rows.set_alert_state(db, alert_id, stands)
            if stands is AlertState.RESOLVED:
                outbox.drop_told(db, alert_id)
            elif stands is not AlertState.FIRING:
                outbox.drop(db, alert_id)

    def _tell(self, db: Database, rung: Sequence[tuple[AlertRecord, Reading]], now: datetime) -> None:
        """Queue the notifications of new alerts; of one loan's levels only the gravest is told."""
        gravest: dict[str, AlertRecord] = {}
        for record, _ in rung:
            if record.rule is RuleKind.LTV_LEVEL:
                known = gravest.get(record.subject)
                gravest[record.subject] = record if known is None or record.rank > known.rank else known
        for record, reading in rung:
            lesser = record.rule is RuleKind.LTV_LEVEL and gravest[record.subject] is not record
            hidden = lesser or self._is_explained(record)
            rings = self.states[reading.key].rings
            self.queue(db, record, now, ring=rings, quiet=reading.quiet, state="inhibited" if hidden else "due")

    def _is_explained(self, record: AlertRecord) -> bool:
        """Tell whether an alert only says in part what the one about all sources says already."""
        of_a_source = record.rule in (RuleKind.PRICE_STALE, RuleKind.FEED_DEAD) and record.subject != ALL_FEEDS
        return of_a_source and self.states.get(_FEED_KEY, WatchState()).latched

    def queue(
        self,
        db: Database,
        record: AlertRecord,
        now: datetime,
        *,
        ring: int = 1,
        quiet: QuietHours | None = None,
        state: str = "due",
        step_reached: int = 0,
    ) -> None:
        """Queue the telling of an alert by every channel that is to tell it by now."""
        at = None
        if record.severity < Severity.CRITICAL:
            held = [quiet.until(now) if quiet is not None else None, self.muted_until]
            at = max((until for until in held if until is not None and until > now), default=None)
        chosen = [one.id for one in self.channels if one.tells(record.severity, step_reached)]
        outbox.queue(db, record.id, chosen, ring, at, state)

    def tend(self, db: Database, now: datetime) -> list[str]:
        """Tell again what nobody answered, and let it widen to further channels; return those alerts' ids."""
        again = []
        for key in sorted(self._firing):
            state = self.states[key]
            record = alert_rows.alert_by_id(db, state.alert_id)
            if record is None:
                continue
            reached = self._steps(record, state, now)
            rule = self.rules.get(key[0])
            quiet = rule.quiet if rule else None
            hidden = "inhibited" if self._is_explained(record) else "due"
            if reached:
                self.queue(db, record, now, ring=state.rings, quiet=quiet, step_reached=reached)
            repeat_s = rule.repeat_s if rule else _repeat_s(record)
            if is_due_again(state, repeat_s, now):
                self.states[key] = after = rung_again(state, repeat_s, now)
                alert_rows.save_state(db, key, after)
                self.queue(db, record, now, ring=after.rings, quiet=quiet, state=hidden, step_reached=reached)
                again.append(record.id)
        return again

    def _steps(self, record: AlertRecord, state: WatchState, now: datetime) -> int:
        """Return how many steps of escalation an alert that nobody answered has reached."""
        if record.severity < Severity.CRITICAL or state.since is None:
            return 0
        return max(0, int((now - state.since) / timedelta(seconds=ESCALATE_S)))

    def answer(self, db: Database, alert_id: str, change: Callable[[WatchState], WatchState], now: datetime) -> None:
        """Let a person's answer to an alert change its state; without data it waits for them."""
        for key, before in list(self.states.items()):
            if before.alert_id == alert_id and before.latched:
                after = change(before)
                if before.state is AlertState.NO_DATA:
                    after = replace(after, state=AlertState.NO_DATA, kept=after.state)
                self._move(db, key, before, after, now)
                return
        outbox.drop(db, alert_id)

    def newest_of(self, alert_id: str) -> Decimal | None:
        """Return the last value known of the limit behind an alert; None where there is none."""
        return next((self.newest.get(key) for key, state in self.states.items() if state.alert_id == alert_id), None)

    def latch(self, db: Database, key: StateKey, state: WatchState, now: datetime) -> None:
        """Let a limit that history left reached count as fired; one that is latched stays as it is."""
        before = self.states.get(key, WatchState())
        if not before.latched:
            self._move(db, key, before, state, now)

    def settle(self, db: Database, gone: Collection[StateKey], now: datetime) -> None:
        """Resolve the alerts of limits that are no more, and forget those."""
        for key in gone:
            before = self.states.pop(key, None)
            if before is None:
                continue
            if before.alert_id and before.latched:
                change = Transition(before.alert_id, before.state, AlertState.RESOLVED, now, None)
                alert_rows.log_transition(db, change)
                alert_rows.set_alert_state(db, before.alert_id, AlertState.RESOLVED)
                outbox.drop(db, before.alert_id)
            self.newest.pop(key, None)
            self._firing.discard(key)
            self._timed.discard(key)
        alert_rows.drop_states(db, gone)

    def keys_of(self, rule_id: str, subject: str) -> set[StateKey]:
        """Return the keys of every limit of a subject by a rule."""
        return {key for key in self.states if key[0] == rule_id and key[1] == subject}


def _has_clock(state: WatchState) -> bool:
    return state.state is AlertState.PENDING or state.snooze_until is not None


def _repeat_s(record: AlertRecord) -> int:
    if record.rule_id != LADDER:
        return 0
    return REPEAT_S if record.severity is Severity.CRITICAL else 4 * REPEAT_S
