"""A person's own rules: load and save."""

from datetime import time

import msgspec
from sqlite_utils import Database

from desktop_app.domain.alerts.rule import QuietHours, Rule, RuleKind, Severity
from desktop_app.storage.rows import decimal, instant, sealed


def save_rule(db: Database, rule: Rule) -> None:
    """Keep a rule, in place of the one of its identifier."""
    row = {
        "id": rule.id,
        "kind": rule.kind,
        "scope": rule.scope,
        "limit_value": rule.limit,
        "severity": rule.severity,
        "window_s": rule.window_s,
        "hysteresis": rule.hysteresis,
        "for_s": rule.for_s,
        "repeat_s": rule.repeat_s,
        "quiet": _quiet_text(rule.quiet),
        "expires_ms": rule.expires,
        "once": rule.once,
        "enabled": rule.enabled,
    }
    db.table("alert_rules").upsert(sealed(row), pk="id")


def delete_rule(db: Database, rule_id: str) -> None:
    """Forget a rule."""
    db.conn.execute("delete from alert_rules where id = ?", (rule_id,))


def load_rules(db: Database) -> list[Rule]:
    """Return every rule that was kept, by identifier."""
    return [
        Rule(
            row["id"],
            RuleKind(row["kind"]),
            decimal(row["limit_value"]),
            Severity(row["severity"]),
            row["scope"],
            row["window_s"],
            decimal(row["hysteresis"]),
            row["for_s"],
            row["repeat_s"],
            _quiet(row["quiet"]),
            instant(row["expires_ms"]) if row["expires_ms"] is not None else None,
            bool(row["once"]),
            bool(row["enabled"]),
        )
        for row in db.query("select * from alert_rules order by id")
    ]


def _quiet_text(quiet: QuietHours | None) -> str:
    if quiet is None:
        return ""
    return msgspec.json.encode([f"{quiet.start:%H:%M}", f"{quiet.end:%H:%M}", quiet.zone]).decode()


def _quiet(text: str) -> QuietHours | None:
    if not text:
        return None
    start, end, zone = msgspec.json.decode(text, type=tuple[str, str, str])
    return QuietHours(time.fromisoformat(start), time.fromisoformat(end), zone)
