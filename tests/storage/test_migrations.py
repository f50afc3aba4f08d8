"""The form of the file: what it refuses to hold, and how it is changed without ever being half changed."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop_app.storage import migrations
from desktop_app.storage.backup import backup_names
from desktop_app.storage.connection import connect, faults, header
from desktop_app.storage.errors import StoreDamaged, StoreError
from desktop_app.storage.rows import sealed
from desktop_app.storage.store import Store

Add = Callable[[Database, str], None]
Step = migrations.Migration
NEWEST = len(migrations.MIGRATIONS)
NEXT = NEWEST + 1

LOAN = {"id": "l", "name": "L", "platform_id": "nexo", "preset": "", "created_ms": 1, "row_hash": "h"}
EVENT = {
    "id": "e",
    "loan_id": "l",
    "seq": 0,
    "at_ms": 1,
    "zone": "UTC",
    "kind": "draw",
    "asset": "USD",
    "amount": "1E+3",
    "rate": None,
    "terms": None,
    "counter_asset": None,
    "counter_amount": None,
    "note": "",
    "row_hash": "h",
}
HOLDING = {
    "id": "h",
    "platform_id": "nexo",
    "asset": "BTC",
    "amount": "-0.5",
    "reserve": 0,
    "reach_hours": "1.5",
    "note": "",
    "row_hash": "h",
}
CANDLE = {
    "asset": "BTC",
    "quote": "USD",
    "source": "s",
    "period_s": 60,
    "open_ms": 0,
    "open": "1",
    "high": "2",
    "low": "0.5",
    "close": "1.5",
}
QUOTE = {
    "asset": "BTC",
    "quote": "USD",
    "source": "s",
    "at_ms": 0,
    "received_ms": 1,
    "price": "1",
    "state": "accepted",
    "reason": "",
}
ALERT = {
    "id": "a",
    "key": "k",
    "rule": "ltv_level",
    "rule_id": "ladder",
    "severity": "critical",
    "subject": "gone",
    "subject_name": "L",
    "level": "warn",
    "level_kind": "early_warning",
    "threshold": "0.7",
    "value": "0.71",
    "price_asset": "BTC",
    "price": "1",
    "at_ms": 0,
    "told_ms": None,
    "late": 0,
    "state": "firing",
    "detail": "{}",
}
STATE = {
    "rule_id": "ladder",
    "subject": "l",
    "level": "warn",
    "state": "ok",
    "since_ms": 0,
    "value": None,
    "alert_id": None,
    "latched": 0,
}
NOTIFICATION = {"key": "n", "alert_id": "a", "channel": "popup", "state": "due", "next_ms": 0}
RULE = {
    "id": "r",
    "kind": "price_below",
    "limit_value": "1",
    "severity": "warning",
    "window_s": 0,
    "hysteresis": "0",
    "for_s": 0,
    "repeat_s": 0,
    "once": 0,
    "enabled": 1,
    "row_hash": "h",
}
CHANNEL = {"id": "c", "name": "C", "service": "ntfy", "step": 0, "least": "notice", "enabled": 1, "row_hash": "h"}
SCENARIO = {"id": "s", "name": "S", "happens": "{}", "row_hash": "h"}
SETTING = {"name": "language", "value": "en"}
ROWS = {
    "loans": LOAN,
    "loan_events": EVENT,
    "holdings": HOLDING,
    "positions": {
        "id": "p",
        "name": "P",
        "platform_id": "nexo",
        "kind": "savings",
        "asset": "BTC",
        "amount": "1",
        "opened_ms": 0,
        "rates": "[]",
        "terms": "{}",
        "flows": "[]",
        "payouts": "[]",
        "reserve": 0,
        "reach_hours": "0",
        "row_hash": "h",
    },
    "credit_lines": {
        "id": "k",
        "name": "Bank",
        "platform_id": "nexo",
        "asset": "USD",
        "credit_limit": "1000",
        "drawn": "0",
        "rate": "0.05",
        "reserve": 1,
        "reach_hours": "24",
        "row_hash": "h",
    },
    "dependencies": {"platform_id": "nexo", "on_id": "bank", "share": "0.2", "row_hash": "h"},
    "platform_reviews": {"id": "v", "platform_id": "nexo", "day": "2026-11-21", "changes": "[]", "row_hash": "h"},
    "nft_samples": {
        "collection": "BAYC",
        "kind": "sale",
        "at_ms": 0,
        "token": "1",
        "price": "14.5",
        "currency": "ETH",
        "source": "s",
    },
    "watched_files": {"folder": "/prices", "name": "BTC.csv", "size": 1, "mtime_ns": 1, "state": "imported"},
    "preset_rules": {"preset_id": "nexo", "valid_from": "2026-01-01", "terms": "{}", "row_hash": "0"},
    "candles": CANDLE,
    "quotes": QUOTE,
    "price_series": {"id": 1, "asset": "BTC", "quote": "USD", "source": "s", "period_s": 60},
    "price_chunks": {
        "series_id": 1,
        "first_ms": 0,
        "last_ms": 0,
        "points": 1,
        "width": 1,
        "step_ms": 1,
        "runs": 0,
        "data": b"12345678",
        "row_hash": "h",
    },
    "beliefs": {
        "asset": "BTC",
        "currency": "USD",
        "price": "1",
        "at_ms": 0,
        "source": "s",
        "sources": 1,
        "spread": "0",
        "waiting": "[]",
        "seen": "{}",
    },
    "manual_prices": {"asset": "BTC", "currency": "USD", "price": "1", "at_ms": 0, "note": "", "row_hash": "h"},
    "rates": {
        "kind": "funding",
        "source": "s",
        "asset": "BTC",
        "instrument": "BTCUSDT",
        "at_ms": 0,
        "rate": "0.0001",
        "period_s": 28800,
    },
    "backfills": {
        "asset": "BTC",
        "currency": "",
        "source": "s",
        "period_s": 3600,
        "from_ms": 0,
        "next_ms": 0,
        "until_ms": 1,
        "state": "running",
        "fault": "",
    },
    "alerts": ALERT,
    "alert_states": STATE,
    "alert_log": {"alert_id": "a", "at_ms": 0, "before": "ok", "after": "firing", "value": "0.7"},
    "alert_rules": RULE,
    "channels": CHANNEL,
    "leases": {"name": "watch", "owner": "o", "kind": "window", "until_ms": 0},
    "notifications": NOTIFICATION,
    "scenarios": SCENARIO,
    "settings": SETTING,
}


@pytest.fixture
def filled(store: Store, add_platform: Add) -> Store:
    """A store with one row in every table, but two platforms."""
    with store.write() as db:
        add_platform(db, "Nexo")
        add_platform(db, "Bank")
        for table, row in ROWS.items():
            db[table].insert(row)
    return store


def test_every_table_takes_a_sound_row(filled: Store) -> None:
    assert {table.name: table.count for table in filled.db.tables} == {"platforms": 2, **dict.fromkeys(ROWS, 1)}
    assert faults(filled.db.conn) == []


def test_every_table_is_strict(filled: Store) -> None:
    tables = filled.db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if not strict} <= {"sqlite_schema", "sqlite_stat1", "sqlite_stat4"}
    assert len([name for name, strict in tables if strict]) == len(ROWS) + 1


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("loans", {"id": "", "name": "no id"}),
        ("loans", {"id": None}),
        ("loans", {"id": "l2", "platform_id": "nowhere"}),
        ("loans", {"id": "l2", "created_ms": "soon"}),
        ("loan_events", {"id": "e2"}),
        ("loan_events", {"id": "e2", "seq": -1}),
        ("loan_events", {"id": "e2", "seq": 1, "amount": "NaN"}),
        ("loan_events", {"id": "e2", "seq": 1, "rate": "-Infinity"}),
        ("loan_events", {"id": "e2", "seq": 1, "kind": ""}),
        ("loan_events", {"id": "e2", "seq": 1, "counter_amount": "few"}),
        ("loan_events", {"id": "e2", "seq": 1, "loan_id": "nowhere"}),
        ("holdings", {"id": "h2", "reserve": 2}),
        ("holdings", {"id": "h2", "amount": "much"}),
        ("holdings", {"id": "h2", "amount": None}),
        ("holdings", {"id": "h2", "reach_hours": ""}),
        ("credit_lines", {"id": "k2", "reserve": 2}),
        ("credit_lines", {"id": "k2", "credit_limit": "much"}),
        ("credit_lines", {"id": "k2", "platform_id": "nowhere"}),
        ("dependencies", {}),
        ("dependencies", {"on_id": "nexo"}),
        ("dependencies", {"on_id": "nowhere"}),
        ("dependencies", {"platform_id": "bank", "on_id": "nexo", "share": "few"}),
        ("platform_reviews", {"id": "v2", "changes": "none"}),
        ("platform_reviews", {"id": "v2", "day": ""}),
        ("candles", {}),
        ("candles", {"open_ms": 60, "period_s": 0}),
        ("candles", {"open_ms": 60, "low": "-"}),
        ("quotes", {}),
        ("quotes", {"at_ms": 1, "state": "doubtful"}),
        ("quotes", {"at_ms": 1, "price": ""}),
        ("alerts", {"id": "a2"}),
        ("alerts", {"id": "a2", "key": "k2", "late": 2}),
        ("alerts", {"id": "a2", "key": "k2", "value": "Infinity"}),
        ("alerts", {"id": "a2", "key": "k2", "detail": "{"}),
        ("alert_states", {}),
        ("alert_states", {"level": "high", "latched": 2}),
        ("alert_log", {"alert_id": "nowhere"}),
        ("alert_rules", {}),
        ("alert_rules", {"id": "r2", "limit_value": "much"}),
        ("channels", {"id": "c2", "step": -1}),
        ("leases", {}),
        ("beliefs", {"asset": "ETH", "price": "NaN"}),
        ("manual_prices", {"asset": "ETH", "price": ""}),
        ("rates", {"at_ms": 1, "period_s": 0}),
        ("price_chunks", {"first_ms": -5, "points": 0}),
        ("price_chunks", {"first_ms": -5, "width": 2}),
        ("price_chunks", {"first_ms": -5, "series_id": 99}),
        ("price_series", {"id": 2}),
        ("notifications", {}),
        ("notifications", {"key": "n2", "state": "lost"}),
        ("notifications", {"key": "n2", "alert_id": "nowhere"}),
        ("notifications", {"key": "n2", "attempts": -1}),
        ("settings", {"value": "de"}),
    ],
    ids=str,
)
def test_no_table_takes_an_unsound_row(filled: Store, table: str, change: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError), filled.write() as db:
        db[table].insert({**ROWS[table], **change})


def test_an_alert_without_a_price_may_leave_its_figures_empty(filled: Store) -> None:
    with filled.write() as db:
        db["alerts"].insert({**ALERT, "id": "a2", "key": "k2", "value": "", "price": None})
    assert filled.db["alerts"].count == 2


def test_a_loan_takes_its_events_along_and_leaves_its_alerts(filled: Store) -> None:
    with filled.write() as db:
        db["alerts"].update("a", {"subject": "l"})
        db["loans"].delete("l")
    assert [filled.db[table].count for table in ("loan_events", "alerts")] == [0, 1]


def test_a_platform_in_use_cannot_go(filled: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError), filled.write() as db:
        db["platforms"].delete("nexo")


def test_every_reference_and_every_usual_order_has_an_index(store: Store) -> None:
    indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql NOT NULL ORDER BY name"
    assert [name for (name,) in store.db.execute(indexes)] == [
        "alert_log_by_alert",
        "alerts_by_subject",
        "alerts_by_time",
        "credit_lines_by_platform",
        "dependencies_on",
        "holdings_by_platform",
        "loan_events_in_order",
        "loans_by_platform",
        "notifications_by_alert",
        "notifications_due",
        "platform_reviews_by_platform",
        "positions_by_platform",
    ]


def rebuild_platforms(connection: sqlite3.Connection) -> None:
    """What a later step would do: with references enforced, the DROP would fail or take rows along."""
    connection.execute("ALTER TABLE platforms RENAME TO old")
    connection.execute(
        "CREATE TABLE platforms (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, share_limit TEXT,"
        " note TEXT NOT NULL DEFAULT '', row_hash TEXT NOT NULL, facts TEXT, site TEXT) STRICT"
    )
    connection.execute("INSERT INTO platforms SELECT *, NULL FROM old")
    connection.execute("DROP TABLE old")


def break_a_reference(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM platforms")


def break_a_rule(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE extra (a INTEGER CHECK (a > 0))")
    connection.execute("INSERT INTO extra VALUES (0)")


def with_steps(monkeypatch: pytest.MonkeyPatch, *steps: Step) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, *steps))


def fill(path: Path, add_platform: Add) -> None:
    with Store.open(path) as store, store.write() as db:
        add_platform(db, "Nexo")
        db["loans"].insert(LOAN)


def test_a_step_that_rebuilds_a_table_keeps_its_rows_and_references(
    path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, add_platform)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, rebuild_with_legacy_rename))
    with Store.open(path) as store:
        (row,) = store.db["platforms"].rows
        assert (row["id"], row["site"]) == ("nexo", None)
        assert store.db["loans"].count == 1
        assert store.db["loans"].foreign_keys[0].other_table == "platforms"
        assert [fault for fault in store.check() if "platforms" in fault] == []


def rebuild_with_legacy_rename(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA legacy_alter_table=ON")  # else the references of other tables follow the old one
    rebuild_platforms(connection)
    connection.execute("PRAGMA legacy_alter_table=OFF")


@pytest.mark.parametrize(
    ("step", "kind", "words"),
    [
        (break_a_reference, StoreDamaged, rf"upgrade to version {NEXT} was undone.*refers to a row of platforms"),
        (break_a_rule, StoreError, rf"upgrade to version {NEXT} failed and was undone \(CHECK constraint failed"),
    ],
)
def test_a_step_that_fails_is_undone_whole_and_told_in_words(
    path: Path,
    add_platform: Add,
    monkeypatch: pytest.MonkeyPatch,
    step: Step,
    kind: type[StoreError],
    words: str,
) -> None:
    fill(path, add_platform)
    before = schema(path)
    with monkeypatch.context() as patch:
        with_steps(patch, step)
        with pytest.raises(kind, match=words):
            Store.open(path)
    assert schema(path) == before
    with Store.open(path) as store:
        assert [row["name"] for row in store.db["platforms"].rows] == ["Nexo"]


def schema(path: Path) -> tuple[int, list[tuple[str]]]:
    with closing(connect(path, read_only=True)) as connection:
        return header(path).version, connection.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()


def test_rows_of_the_first_form_are_sound_in_the_newest(
    path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:1])
        with Store.open(path) as store, store.write() as db:
            add_platform(db, "Nexo")
            db["holdings"].insert(sealed({name: value for name, value in HOLDING.items() if name != "row_hash"}))
        assert header(path).version == 1
    with Store.open(path) as store:
        assert store.check() == []
        (platform,), (holding,) = store.db["platforms"].rows, store.db["holdings"].rows
        assert (platform["name"], platform["facts"], holding["amount"], holding["reach"]) == (
            "Nexo",
            None,
            "-0.5",
            None,
        )
    assert header(path).version == NEWEST


def test_the_steps_before_a_failing_one_stay_done(
    path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, add_platform)
    with_steps(monkeypatch, lambda connection: None, break_a_rule)
    with pytest.raises(StoreError, match=f"version {NEXT + 1}"):
        Store.open(path)
    assert header(path).version == NEXT


def test_a_checked_backup_lies_there_before_the_first_change(
    path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, add_platform)
    seen: list[tuple[int | None, list[str], int]] = []

    def look(connection: sqlite3.Connection) -> None:
        (backup,) = backup_names(path.parent / "backups")
        with closing(connect(backup.path, read_only=True)) as copy:
            (loans,) = copy.execute("SELECT count(*) FROM loans").fetchone()
            seen.append((backup.version, faults(copy), loans))
        assert header(backup.path).version == NEWEST

    with_steps(monkeypatch, look)
    Store.open(path).close()
    assert seen == [(NEWEST, [], 1)]
    Store.open(path).close()
    assert len(backup_names(path.parent / "backups")) == 1, "no upgrade, no further backup"


class Overtaken:
    """A connection before whose first transaction somebody else is quicker."""

    def __init__(self, connection: sqlite3.Connection, quicker: Callable[[], None]) -> None:
        self._connection, self._quicker = connection, [quicker]

    def execute(self, sql: str) -> sqlite3.Cursor:
        if sql == "BEGIN IMMEDIATE" and self._quicker:
            self._quicker.pop()()
        return self._connection.execute(sql)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def test_a_step_that_another_process_took_meanwhile_is_not_taken_twice(path: Path) -> None:
    taken: list[str] = []
    steps = (*migrations.MIGRATIONS, lambda _: taken.append("second"), lambda _: taken.append("third"))
    Store.open(path).close()
    with closing(connect(path)) as one, closing(connect(path)) as other:
        migrations.apply(Overtaken(one, lambda: migrations.apply(other, steps[:NEXT])), steps)
        assert one.execute("PRAGMA user_version").fetchone() == (NEXT + 1,)
    assert taken == ["second", "third"]


def test_a_new_file_needs_no_backup(path: Path) -> None:
    Store.open(path).close()
    assert not (path.parent / "backups").exists()


def test_a_file_whose_backup_cannot_be_written_is_not_upgraded(
    path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, add_platform)
    (path.parent / "backups").write_text("in the way")
    with_steps(monkeypatch, lambda connection: None)
    with pytest.raises(StoreError, match="backups"):
        Store.open(path)
    assert header(path).version == NEWEST
