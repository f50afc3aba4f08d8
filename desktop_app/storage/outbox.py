"""Notifications on their way out: due until a channel says that it delivered them, over every restart."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from desktop_app.domain.alerts.telling import Telling
from desktop_app.storage.alerts import read_alert
from desktop_app.storage.rows import instant, milliseconds

LONGEST_WAIT = timedelta(seconds=30)


def queue(
    db: Database, alert_id: str, channels: Iterable[str], ring: int, at: datetime | None, state: str = "due"
) -> None:
    """Let `channels` tell an alert for the `ring`-th time, from `at` on; what is queued already stays.

    None means at once, whatever the clock says now or after it was set back. An earlier ring that is still
    due rests: the newer one says the same.
    """
    moment = 0 if at is None else milliseconds(at)
    channels = list(channels)
    if ring > 1 and state == "due":
        db.conn.executemany(
            "update notifications set state = 'dropped' "
            "where alert_id = ? and channel = ? and ring < ? and state = 'due'",
            [(alert_id, channel, ring) for channel in channels],
        )
    db.conn.executemany(
        "insert or ignore into notifications (key, alert_id, channel, ring, state, next_ms) values (?, ?, ?, ?, ?, ?)",
        [(f"{alert_id}|{channel}|{ring}", alert_id, channel, ring, state, moment) for channel in channels],
    )


_SELECT = (
    "select alerts.*, n.key as n_key, n.channel, n.ring, n.attempts, n.next_ms, n.state as n_state, n.done_ms, n.fault "
    "from notifications n join alerts on alerts.id = n.alert_id "
)


def due(db: Database, channels: Sequence[str], now: datetime | None) -> list[Telling]:
    """Return what `channels` have yet to tell by `now` (None: at any time), the oldest alert first.

    What was put off further than anything is put off was so by a clock that was set back since: it is due.
    """
    marks = ",".join("?" * len(channels))
    by = 1 << 62 if now is None else milliseconds(now)
    rows = db.query(
        _SELECT + "where n.state = 'due' and (n.next_ms <= ? or (n.attempts > 0 and n.next_ms > ?)) "
        f"and n.channel in ({marks}) order by alerts.at_ms, alerts.id, n.ring",
        [by, by + LONGEST_WAIT // timedelta(milliseconds=1), *channels],
    )
    return [_read(row) for row in rows]


def delivery_log(db: Database, most: int = 300) -> list[Telling]:
    """Return the newest notifications with what became of them."""
    rows = db.query(_SELECT + "order by coalesce(n.done_ms, n.next_ms) desc, n.key limit ?", [most])
    return [_read(row) for row in rows]


def next_due(db: Database, channels: Sequence[str]) -> datetime | None:
    """Return when the next notification of `channels` is due; None without any."""
    marks = ",".join("?" * len(channels))
    (found,) = db.conn.execute(
        f"select min(next_ms) from notifications where state = 'due' and channel in ({marks})",  # noqa: S608
        list(channels),
    ).fetchone()
    return None if found is None else instant(found)


def delivered(db: Database, keys: Iterable[str], at: datetime) -> None:
    """Record that notifications were delivered at `at`."""
    moment = milliseconds(at)
    for key in keys:
        db.conn.execute(
            "update notifications set state = 'done', done_ms = ?, attempts = attempts + 1, fault = '' "
            "where key = ? and state = 'due'",
            (moment, key),
        )
        db.conn.execute(
            "update alerts set told_ms = coalesce(told_ms, ?) where id = "
            "(select alert_id from notifications where key = ?)",
            (moment, key),
        )


def put_off(db: Database, keys: Iterable[str], until: datetime, fault: str) -> None:
    """Record that notifications failed with `fault`; they are tried again at `until`."""
    db.conn.executemany(
        "update notifications set attempts = attempts + 1, next_ms = ?, fault = ? where key = ? and state = 'due'",
        [(milliseconds(until), fault[:300], key) for key in keys],
    )


def drop(db: Database, alert_id: str) -> None:
    """Let what is still due of an alert rest: it was answered or is over."""
    db.conn.execute("update notifications set state = 'dropped' where alert_id = ? and state = 'due'", (alert_id,))


def drop_told(db: Database, alert_id: str) -> None:
    """Let what is still due of an alert that is over rest where its channel has told it before."""
    db.conn.execute(
        "update notifications set state = 'dropped' where alert_id = ? and state = 'due' and exists "
        "(select 1 from notifications d where d.alert_id = notifications.alert_id "
        "and d.channel = notifications.channel and d.state = 'done')",
        (alert_id,),
    )


def release(db: Database, until: datetime) -> None:
    """Let what a mute holds back until `until` be told now."""
    db.conn.execute(
        "update notifications set next_ms = 0 where state = 'due' and attempts = 0 and next_ms = ?",
        (milliseconds(until),),
    )


def _read(row: dict[str, object]) -> Telling:
    done = row["done_ms"]
    return Telling(
        str(row["n_key"]),
        read_alert(row),
        str(row["channel"]),
        int(str(row["ring"])),
        int(str(row["attempts"])),
        instant(int(str(row["next_ms"]))),
        str(row["n_state"]),
        None if done is None else instant(int(str(done))),
        str(row["fault"]),
    )
