"""Alerts, the state of each watched limit, and what happened to them: load and save."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from desktop_app.domain.alerts.record import AlertRecord, alert_key
from desktop_app.domain.alerts.rule import RuleKind, Severity
from desktop_app.domain.alerts.state import AlertState, Transition, WatchState
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.storage.rows import decimal, instant, to_row
from desktop_app.storage.settings import save_setting

# Debt without collateral has no LTV that a number could tell.
ENDLESS = ""

StateKey = tuple[str, str, str]


_SAVE_ALERT = """
insert into alerts (id, key, rule, rule_id, severity, subject, subject_name, level, level_kind, threshold,
    value, price_asset, price, at_ms, told_ms, late, state, detail)
values (:id, :key, :rule, :rule_id, :severity, :subject, :subject_name, :level, :level_kind, :threshold,
    :value, :price_asset, :price, :at_ms, :told_ms, :late, :state, :detail)
on conflict (key) do nothing
"""


def save_alert(db: Database, alert: AlertRecord) -> bool:
    """Keep `alert`; return False where it is kept already."""
    row = to_row(
        {
            "id": alert.id,
            "key": alert_key(alert.rule_id, alert.subject, alert.level, alert.at),
            "rule": alert.rule,
            "rule_id": alert.rule_id,
            "severity": alert.severity,
            "subject": alert.subject,
            "subject_name": alert.subject_name,
            "level": alert.level,
            "level_kind": alert.level_kind.value if alert.level_kind else "",
            "threshold": alert.threshold,
            "value": ENDLESS if alert.value is None else alert.value,
            "price_asset": alert.price_asset or None,
            "price": alert.price,
            "at_ms": alert.at,
            "told_ms": alert.told,
            "late": alert.late,
            "state": alert.state,
            "detail": msgspec.json.encode(dict(alert.detail)).decode(),
        }
    )
    return db.conn.execute(_SAVE_ALERT, row).rowcount > 0


def load_alerts(db: Database, most: int = 500) -> list[AlertRecord]:
    """Return the newest alerts first; those that are active always, however old."""
    rows = db.query(
        "select * from alerts where state in ('firing', 'acknowledged', 'snoozed', 'no_data') or rowid in "
        "(select rowid from alerts order by at_ms desc limit ?) "
        "order by at_ms desc, cast(threshold as real) desc, id",
        [most],
    )
    return [read_alert(row) for row in rows]


def alert_by_id(db: Database, alert_id: str) -> AlertRecord | None:
    """Return one alert, or None."""
    row = next(db.query("select * from alerts where id = ?", [alert_id]), None)
    return read_alert(row) if row is not None else None


def alerts_of(db: Database, subject: str, rule_id: str) -> list[AlertRecord]:
    """Return all alerts of one subject by one rule, oldest first."""
    rows = db.query("select * from alerts where subject = ? and rule_id = ? order by at_ms", [subject, rule_id])
    return [read_alert(row) for row in rows]


def active_alerts(db: Database, subject: str) -> list[AlertRecord]:
    """Return the alerts of one subject that stand to be dealt with, oldest first."""
    rows = db.query("select * from alerts where subject = ? order by at_ms", [subject])
    return [alert for alert in map(read_alert, rows) if alert.is_active]


def read_alert(row: dict[str, Any]) -> AlertRecord:
    """Return the alert in a row of `alerts`."""
    return AlertRecord(
        row["id"],
        row["subject"],
        row["subject_name"],
        row["level"],
        decimal(row["threshold"]),
        None if row["value"] == ENDLESS else decimal(row["value"]),
        instant(row["at_ms"]),
        RuleKind(row["rule"]),
        row["rule_id"],
        Severity(row["severity"]),
        LevelKind(row["level_kind"]) if row["level_kind"] else None,
        row["price_asset"] or "",
        decimal(row["price"]) if row["price"] is not None else None,
        bool(row["late"]),
        AlertState(row["state"]),
        instant(row["told_ms"]) if row["told_ms"] is not None else None,
        tuple(msgspec.json.decode(row["detail"], type=dict[str, str]).items()),
    )


def set_alert_state(db: Database, alert_id: str, state: AlertState) -> None:
    """Change the state of one alert."""
    db.conn.execute("update alerts set state = ? where id = ?", (state.value, alert_id))


def log_transition(db: Database, change: Transition) -> None:
    """Keep that an alert changed its state."""
    row = {
        "alert_id": change.alert_id,
        "at_ms": change.at,
        "before": change.before,
        "after": change.after,
        "value": change.value,
    }
    db.conn.execute(
        "insert into alert_log (alert_id, at_ms, before, after, value) "
        "values (:alert_id, :at_ms, :before, :after, :value)",
        to_row(row),
    )


def transitions(db: Database, alert_id: str) -> list[Transition]:
    """Return what happened to an alert, in order."""
    return [
        Transition(
            row["alert_id"],
            AlertState(row["before"]),
            AlertState(row["after"]),
            instant(row["at_ms"]),
            decimal(row["value"]) if row["value"] is not None else None,
        )
        for row in db.query("select * from alert_log where alert_id = ? order by rowid", [alert_id])
    ]


_SAVE_STATE = """
insert or replace into alert_states (rule_id, subject, level, state, since_ms, value, alert_id, snooze_until_ms,
    latched, worse_than, kept, rung_ms, rings)
values (:rule_id, :subject, :level, :state, :since_ms, :value, :alert_id, :snooze_until_ms, :latched, :worse_than,
    :kept, :rung_ms, :rings)
"""


def save_state(db: Database, key: StateKey, state: WatchState) -> None:
    """Keep the state of one limit: (rule, subject, level)."""
    rule_id, subject, level = key
    row = {
        "rule_id": rule_id,
        "subject": subject,
        "level": level,
        "state": state.state,
        "since_ms": state.since,
        "value": state.value,
        "alert_id": state.alert_id or None,
        "snooze_until_ms": state.snooze_until,
        "latched": state.latched,
        "worse_than": state.worse_than,
        "kept": state.kept,
        "rung_ms": state.rung,
        "rings": state.rings,
    }
    db.conn.execute(_SAVE_STATE, to_row(row))


def drop_states(db: Database, keys: Iterable[StateKey]) -> None:
    """Forget the states of limits."""
    db.conn.executemany("delete from alert_states where rule_id = ? and subject = ? and level = ?", list(keys))


def load_states(db: Database) -> dict[StateKey, WatchState]:
    """Return the state of every limit by (rule, subject, level)."""
    return {
        (row["rule_id"], row["subject"], row["level"]): WatchState(
            AlertState(row["state"]),
            _instant(row["since_ms"]),
            decimal(row["value"]) if row["value"] else None,
            row["alert_id"] or "",
            _instant(row["snooze_until_ms"]),
            bool(row["latched"]),
            decimal(row["worse_than"]) if row["worse_than"] is not None else None,
            AlertState(row["kept"]) if row["kept"] else None,
            _instant(row["rung_ms"]),
            row["rings"],
        )
        for row in db.query("select * from alert_states")
    }


_MUTE = "muted_until"


def load_mute(db: Database) -> datetime | None:
    """Return until when everything that is not critical is held back; None where nothing is."""
    row = next(db.query("select value from settings where name = ?", [_MUTE]), None)
    return datetime.fromisoformat(msgspec.json.decode(row["value"], type=str)) if row is not None else None


def save_mute(db: Database, until: datetime | None) -> None:
    """Keep until when everything that is not critical is held back."""
    if until is None:
        db.conn.execute("delete from settings where name = ?", (_MUTE,))
    else:
        save_setting(db, _MUTE, msgspec.json.encode(until.isoformat()).decode())


def _instant(moment: int | None) -> datetime | None:
    return None if moment is None else instant(moment)
