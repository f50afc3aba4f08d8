"""What a person does about alerts: answers, rules, quiet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from desktop_app.domain.alerts.rule import PRICE_GAP, Rule, RuleKind, Severity, default_rules, make_rule
from desktop_app.domain.alerts.state import AlertState, WatchState
from desktop_app.domain.alerts.telling import Telling
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage import outbox
from desktop_app.storage import rules as rule_rows
from desktop_app.storage.alerts import alert_by_id


def acknowledge(monitor: Monitor, alert_id: str, now: datetime) -> None:
    """Mark an alert as seen: it stays in the list, and is quiet until its limit is reached anew."""

    def seen(before: WatchState) -> WatchState:
        return replace(before, state=AlertState.ACKNOWLEDGED, since=now, snooze_until=None, worse_than=None)

    with monitor.write() as db:
        monitor.alarms.answer(db, alert_id, seen, now)
        monitor.standing.forget_guards()


def snooze(monitor: Monitor, alert_id: str, minutes: int, now: datetime) -> None:
    """Quieten an alert for `minutes`; a worse level rings all the same."""

    def asleep(before: WatchState) -> WatchState:
        until = now + timedelta(minutes=minutes)
        return replace(before, state=AlertState.SNOOZED, since=now, snooze_until=until, worse_than=None)

    with monitor.write() as db:
        monitor.alarms.answer(db, alert_id, asleep, now)
        monitor.standing.forget_guards()


def snooze_until_worse(monitor: Monitor, alert_id: str, now: datetime) -> None:
    """Quieten an alert until its value lies clearly deeper than where it is now."""

    def asleep(before: WatchState) -> WatchState:
        deepest = value if value is not None else before.value
        return replace(before, state=AlertState.SNOOZED, since=now, snooze_until=None, worse_than=deepest)

    record = alert_by_id(monitor.store.db, alert_id)
    of_level = record is not None and record.rule is RuleKind.LTV_LEVEL
    value = monitor.ltv_of(record.subject, now) if record and of_level else monitor.alarms.newest_of(alert_id)
    with monitor.write() as db:
        monitor.alarms.answer(db, alert_id, asleep, now)
        monitor.standing.forget_guards()


def told(monitor: Monitor, keys: Sequence[str], now: datetime) -> None:
    """Record that tellings were delivered, by their keys."""
    with monitor.write() as db:
        outbox.delivered(db, keys, now)


def mute(monitor: Monitor, until: datetime | None) -> None:
    """Hold back everything that is not critical until `until`; None ends it, and what was held back is told."""
    with monitor.write() as db:
        if until is None and monitor.alarms.muted_until is not None:
            outbox.release(db, monitor.alarms.muted_until)
        alert_rows.save_mute(db, until)
        monitor.alarms.muted_until = until


def keep_rule(monitor: Monitor, rule: Rule, now: datetime) -> Rule:
    """Add a rule, or replace the one of its identifier; everything is judged by it at once.

    Raises:
        Refused: the rule makes no sense.
    """
    kept = make_rule(replace(rule, id=rule.id or uuid4().hex[:12]))
    with monitor.write() as db:
        rule_rows.save_rule(db, kept)
        resting = {key for key, state in monitor.alarms.states.items() if key[0] == kept.id and not state.latched}
        monitor.alarms.settle(db, resting, now)  # a rule that rang once and was changed may ring again
        monitor.reload()
        monitor.tick(now)
    return kept


def watch_price(monitor: Monitor, asset: str, price: Decimal, now: datetime) -> Rule:
    """Let a price at or under `price` ring as critical, such as that of a stop of one's own; return the rule.

    Raises:
        Refused: the price is not positive.
    """
    gap = abs(price) * PRICE_GAP
    return keep_rule(monitor, Rule("", RuleKind.PRICE_BELOW, price, Severity.CRITICAL, asset, hysteresis=gap), now)


def switch_rule(monitor: Monitor, rule_id: str, now: datetime) -> None:
    """Switch a rule off, or on again."""
    known = monitor.alarms.rules.get(rule_id)
    if known is not None:
        with monitor.write() as db:
            rule_rows.save_rule(db, replace(known, enabled=not known.enabled))
            monitor.reload()
            monitor.tick(now)


def deliveries(monitor: Monitor) -> list[Telling]:
    """Return what was told or is on its way, the newest first."""
    return outbox.delivery_log(monitor.store.db)


def remove_rule(monitor: Monitor, rule_id: str, now: datetime) -> Rule | None:
    """Remove a rule and return it; one that is there by itself is switched off instead."""
    removed = monitor.alarms.rules.get(rule_id)
    if removed is None:
        return None
    with monitor.write() as db:
        if any(rule.id == rule_id for rule in default_rules()):
            rule_rows.save_rule(db, replace(removed, enabled=False))
        else:
            rule_rows.delete_rule(db, rule_id)
        monitor.reload()
        monitor.tick(now)
    return removed
