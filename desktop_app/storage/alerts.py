"""Alerts, the state of each watched level, and the notifications that are due: load and save."""

from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from desktop_app.domain.alerts.record import AlertRecord, alert_key
from desktop_app.domain.alerts.state import AlertState, LevelState
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.storage.rows import decimal, instant, milliseconds, to_row

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# Debt without collateral has no LTV that a number could tell.
ENDLESS = ""


def save_alert(db: Database, alert: AlertRecord, channels: tuple[str, ...]) -> bool:
    """Keep `alert` with one due notification a channel; return False where it is kept already."""
    row = to_row(
        {
            "id": alert.id,
            "key": alert_key(alert.loan_id, alert.level, alert.at),
            "loan_id": alert.loan_id,
            "loan_name": alert.loan_name,
            "level": alert.level,
            "kind": alert.kind,
            "threshold": alert.threshold,
            "ltv": ENDLESS if alert.ltv is None else alert.ltv,
            "price_asset": alert.price_asset or None,
            "price": alert.price,
            "at_ms": alert.at,
            "told_ms": alert.told,
            "late": alert.late,
            "state": alert.state,
        }
    )
    if next(db.query("select 1 from alerts where key = ?", [row["key"]]), None):
        return False
    db.table("alerts").insert(row)
    db.table("notifications").insert_all(
        {
            "key": f"{alert.id}|{channel}",
            "alert_id": alert.id,
            "channel": channel,
            "state": "due",
            "attempts": 0,
            "next_ms": row["at_ms"],
            "done_ms": None,
        }
        for channel in channels
    )
    return True


def load_alerts(db: Database, most: int = 500) -> list[AlertRecord]:
    """Return the newest alerts first."""
    return [
        _alert(row)
        for row in db.query(
            "select * from alerts order by at_ms desc, cast(threshold as real) desc, id limit ?", [most]
        )
    ]


def alerts_of_loan(db: Database, loan_id: str) -> list[AlertRecord]:
    """Return all alerts of one loan, oldest first."""
    return [_alert(row) for row in db.query("select * from alerts where loan_id = ? order by at_ms", [loan_id])]


def _alert(row: dict[str, Any]) -> AlertRecord:
    return AlertRecord(
        row["id"],
        row["loan_id"],
        row["loan_name"],
        row["level"],
        LevelKind(row["kind"]),
        decimal(row["threshold"]),
        None if row["ltv"] == ENDLESS else decimal(row["ltv"]),
        instant(row["at_ms"]),
        row["price_asset"] or "",
        decimal(row["price"]) if row["price"] is not None else None,
        bool(row["late"]),
        AlertState(row["state"]),
        instant(row["told_ms"]) if row["told_ms"] is not None else None,
    )


def set_alert_state(db: Database, alert_id: str, state: AlertState) -> None:
    """Change the state of one alert."""
    db.table("alerts").update(alert_id, {"state": state.value})


def due_alerts(db: Database, channel: str) -> list[AlertRecord]:
    """Return the alerts that `channel` has yet to tell, oldest first."""
    rows = db.query(
        "select alerts.* from alerts join notifications on notifications.alert_id = alerts.id "
        "where notifications.channel = ? and notifications.state = 'due' order by alerts.at_ms, alerts.id",
        [channel],
    )
    return [_alert(row) for row in rows]


def mark_told(db: Database, alert_id: str, channel: str, at: datetime) -> None:
    """Record that `channel` delivered the alert at `at`."""
    moment = milliseconds(at)
    db.conn.execute(
        "update notifications set state = 'done', done_ms = ?, attempts = attempts + 1 where key = ?",
        [moment, f"{alert_id}|{channel}"],
    )
    db.conn.execute("update alerts set told_ms = coalesce(told_ms, ?) where id = ?", [moment, alert_id])


def save_level_state(db: Database, loan_id: str, level: str, state: LevelState) -> None:
    """Keep the state of one level of one loan."""
    db.table("alert_states").upsert(
        to_row(
            {
                "loan_id": loan_id,
                "level": level,
                "state": state.state,
                "since_ms": state.since or _LONG_AGO,
                "value": state.value,
                "alert_id": state.alert_id or None,
                "snooze_until_ms": state.snooze_until,
            }
        ),
        pk=("loan_id", "level"),
    )


def drop_level_states(db: Database, loan_id: str) -> None:
    """Forget the states of all levels of a loan."""
    db.table("alert_states").delete_where("loan_id = ?", [loan_id])


def load_level_states(db: Database) -> dict[tuple[str, str], LevelState]:
    """Return the state of every level by (loan, level); a level with an alert is latched."""
    return {
        (row["loan_id"], row["level"]): LevelState(
            AlertState(row["state"]),
            instant(row["since_ms"]),
            decimal(row["value"]) if row["value"] is not None else None,
            row["alert_id"] or "",
            instant(row["snooze_until_ms"]) if row["snooze_until_ms"] is not None else None,
            latched=row["alert_id"] is not None,
        )
        for row in db.query("select * from alert_states")
    }
