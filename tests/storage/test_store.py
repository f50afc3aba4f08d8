"""One connection of one thread; every write whole, on the disk, or refused in words."""
# ruff: noqa: PT012 # what a block leaves when it raises is what is tested, so the block is the statement

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop_app.storage import connection, migrations
from desktop_app.storage.connection import connect
from desktop_app.storage.errors import StoreError, StoreUnwritable
from desktop_app.storage.store import Store

Add = Callable[[Database, str], None]


def names(store: Store) -> list[str]:
    return [row["name"] for row in store.db.query("SELECT name FROM platforms ORDER BY name")]


def pragma(store: Store, name: str) -> object:
    return store.db.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("fullfsync", 1),
        ("checkpoint_fullfsync", 1),
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
        ("journal_size_limit", 4 * 1024 * 1024),
        ("application_id", 0x506C696D),
        ("user_version", len(migrations.MIGRATIONS)),
    ],
)
def test_a_file_is_opened_with_every_safe_setting(store: Store, name: str, value: object) -> None:
    assert pragma(store, name) == value


def test_what_was_written_is_there_after_a_restart(path: Path, add_platform: Add) -> None:
    with Store.open(path) as store, store.write() as db:
        add_platform(db, "Nexo")
    with Store.open(path) as store:
        assert names(store) == ["Nexo"]
        assert store.check() == []


def test_the_fake_in_memory_is_the_same_store(add_platform: Add) -> None:
    with Store.open(None) as store:
        with store.write() as db:
            add_platform(db, "Nexo")
        assert names(store) == ["Nexo"]
        assert store.path is None
        assert pragma(store, "foreign_keys") == 1
        assert store.check() == []


def test_an_exception_undoes_the_whole_block(store: Store, add_platform: Add) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as db:
        add_platform(db, "Nexo")
        raise ZeroDivisionError
    assert names(store) == []
    with store.write() as db:
        add_platform(db, "Ledn")
    assert names(store) == ["Ledn"]


def test_even_an_interrupt_undoes_the_whole_block(store: Store, add_platform: Add) -> None:
    with pytest.raises(KeyboardInterrupt), store.write() as db:
        add_platform(db, "Nexo")
        raise KeyboardInterrupt
    assert names(store) == []


def test_a_broken_rule_of_the_schema_stays_an_error_of_the_program(store: Store, add_platform: Add) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.write() as db:
        add_platform(db, "Nexo")
        add_platform(db, "Nexo")
    assert names(store) == []


def test_a_block_within_a_block_joins_the_outer_one(path: Path, store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
        with store.write() as inner:
            add_platform(inner, "Ledn")
        with Store.open(path, read_only=True) as other:
            assert names(other) == []
    assert names(store) == ["Ledn", "Nexo"]


def test_an_outer_block_that_fails_undoes_the_inner_one_too(store: Store, add_platform: Add) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as db:
        with store.write() as inner:
            add_platform(inner, "Ledn")
        add_platform(db, "Nexo")
        raise ZeroDivisionError
    assert names(store) == []


def test_an_inner_block_that_fails_leaves_nothing_half_done(store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
        with pytest.raises(ZeroDivisionError), store.write() as inner:
            add_platform(inner, "Ledn")
            raise ZeroDivisionError
    assert names(store) == ["Nexo"]


def test_a_write_outside_a_block_is_refused(store: Store, add_platform: Add) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        add_platform(store.db, "Nexo")
    with store.write() as db:
        add_platform(db, "Ledn")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        add_platform(store.db, "Nexo")
    assert names(store) == ["Ledn"]


def test_a_block_holds_the_write_lock_from_its_start(path: Path, store: Store) -> None:
    with connect_quickly(path) as other, store.write(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")


@contextmanager
def connect_quickly(path: Path) -> Iterator[sqlite3.Connection]:
    other = connect(path)
    other.execute("PRAGMA busy_timeout=0")
    yield other
    other.close()


def test_a_busy_file_is_told_in_words(path: Path, store: Store, add_platform: Add) -> None:
    store.db.execute("PRAGMA busy_timeout=20")
    with connect_quickly(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnwritable, match="Another program has kept"), store.write() as db:
            add_platform(db, "Nexo")
        other.execute("ROLLBACK")
    with store.write() as db:
        add_platform(db, "Nexo")


def test_a_busy_file_is_told_at_the_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(path).close()
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.02)
    with connect_quickly(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnwritable, match="Another program has kept"):
            Store.open(path)
        other.execute("ROLLBACK")


def test_no_plugin_runs_inside_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("a plugin of sqlite-utils was asked for")

    monkeypatch.setattr("sqlite_utils.db.ensure_plugins_loaded", refuse)
    with Store.open(path) as store:
        assert store.check() == []


def test_another_thread_may_not_touch_the_store(store: Store) -> None:
    caught: list[BaseException] = []

    def trespass() -> None:
        try:
            with store.write():
                pass
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=trespass)
    thread.start()
    thread.join()
    assert "thread" in str(caught[0])


def test_a_full_disk_is_told_in_words_and_loses_only_the_last_step(store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
    (pages,) = store.db.execute("PRAGMA page_count").fetchone()
    store.db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreUnwritable, match=r"^The disk that holds .*plimsoll\.db is full: "), store.write() as db:
        add_platform(db, "Ledn")
        db["settings"].insert({"name": "long", "value": "x" * 100_000})
    assert names(store) == ["Nexo"]
    store.db.execute("PRAGMA max_page_count=1000000")
    with store.write() as db:
        add_platform(db, "Ledn")
    assert names(store) == ["Ledn", "Nexo"]
    assert store.check() == []


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_that_was_taken_away_while_open_gets_no_writes(path: Path, add_platform: Add, replace: bool) -> None:
    with Store.open(path) as store:
        with store.write() as db:
            add_platform(db, "Nexo")
        away = path.with_name("away.db")
        path.rename(away)
        if replace:
            shutil.copy(away, path)
        with pytest.raises(StoreUnwritable, match="moved, deleted or replaced"), store.write() as db:
            add_platform(db, "Ledn")
        away.replace(path)
        with store.write() as db:
            add_platform(db, "Ledn")


def test_a_reader_reads_beside_the_writer_and_may_not_write(path: Path, store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
    with Store.open(path, read_only=True) as reader:
        assert names(reader) == ["Nexo"]
        with store.write() as db:
            add_platform(db, "Ledn")
        assert names(reader) == ["Ledn", "Nexo"]
        with pytest.raises(StoreUnwritable, match="reading only"), reader.write() as db:
            add_platform(db, "Salt")
        with pytest.raises(sqlite3.OperationalError):
            add_platform(reader.db, "Salt")
    assert names(store) == ["Ledn", "Nexo"]


def test_a_reader_makes_no_file(path: Path) -> None:
    with pytest.raises(StoreUnwritable, match="There is no Plimsoll file"):
        Store.open(path, read_only=True)
    assert list(path.parent.iterdir()) == []


def test_a_reader_does_not_upgrade(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda connection: None))
    with pytest.raises(StoreError, match="older version"):
        Store.open(path, read_only=True)


def test_a_missing_folder_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match="nowhere is not there"):
        Store.open(tmp_path / "nowhere" / "plimsoll.db")


@pytest.mark.parametrize("name", ["with space.db", "what?.db", "50%41.db", "a#b.db", "ünï.db", "q'uote.db"])
def test_any_file_name_is_that_file(tmp_path: Path, name: str, add_platform: Add) -> None:
    path = tmp_path / name
    with Store.open(path) as store, store.write() as db:
        add_platform(db, "Nexo")
    assert [found.name for found in tmp_path.iterdir()] == [name]
    with Store.open(path, read_only=True) as store:
        assert names(store) == ["Nexo"]


def test_a_file_is_never_seen_half_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: sqlite3.Connection) -> None:
        assert not path.exists()
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, fail))
        with pytest.raises(ZeroDivisionError):
            Store.open(path)
    assert not path.exists()
    Store.open(path).close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_empty_file_counts_as_none(path: Path) -> None:
    path.touch()
    with Store.open(path) as store:
        assert store.check() == []


def test_the_log_of_a_file_that_is_gone_does_not_get_into_the_new_one(path: Path, add_platform: Add) -> None:
    with Store.open(path) as store:
        with store.write() as db:
            add_platform(db, "Nexo")
        shutil.copy(path.with_name("plimsoll.db-wal"), path.with_name("saved"))
    path.unlink()
    os.rename(path.with_name("saved"), path.with_name("plimsoll.db-wal"))
    with Store.open(path) as store:
        assert names(store) == []
        assert store.check() == []
    assert path.with_name("plimsoll.db-wal.orphan").stat().st_size > 0


def test_a_crash_outside_wal_mode_is_mended_at_the_next_start(path: Path, tmp_path: Path, add_platform: Add) -> None:
    with Store.open(path) as store, store.write() as db:
        add_platform(db, "Nexo")
    crashed = tmp_path / "crashed" / "plimsoll.db"
    crashed.parent.mkdir()
    leave_in_mid_write(path, crashed)
    assert crashed.with_name("plimsoll.db-journal").stat().st_size > 0
    with Store.open(crashed) as store:
        assert names(store) == ["Nexo"]
        assert store.check() == []


def leave_in_mid_write(path: Path, copy: Path) -> None:
    """Copy a file in DELETE mode while a transaction is half in it."""
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=DELETE")
    writer.execute("PRAGMA cache_size=2")
    writer.execute("BEGIN")
    writer.execute("UPDATE platforms SET name = 'half'")
    writer.executemany("INSERT INTO settings VALUES (?, ?)", [(str(n), "x" * 1000) for n in range(200)])
    for suffix in ("", "-journal"):
        shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    writer.execute("ROLLBACK")
    writer.close()


def test_a_changed_row_is_named(store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
        add_platform(db, "Ledn")
        db.execute("UPDATE platforms SET share_limit = '0.41' WHERE id = 'ledn'")
    assert store.check() == ["platforms row 'ledn' is not as it was saved"]


def test_a_changed_row_that_is_no_text_any_more_is_named(store: Store, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
        db.execute("UPDATE platforms SET name = CAST(x'4eff' AS TEXT)")
    assert store.check() == ["platforms row 'nexo' is not as it was saved"]
    with pytest.raises(sqlite3.OperationalError, match="UTF-8"):
        names(store)


def test_a_reference_to_nothing_is_named(store: Store) -> None:
    store.db.execute("PRAGMA foreign_keys=OFF")
    with store.write() as db:
        db.execute("INSERT INTO alert_log VALUES ('gone', 0, 'ok', 'firing', NULL)")
    store.db.execute("PRAGMA foreign_keys=ON")
    assert any("alert_log" in fault and "alerts" in fault for fault in store.check())


def test_closing_twice_is_as_good_as_once(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]
