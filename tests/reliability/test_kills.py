"""kill -9 at any moment: what was acknowledged is there, nothing is there in part, the next start needs no help."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import store_workers as workers

from desktop_app.storage import migrations
from desktop_app.storage.backup import backup_names, restore
from desktop_app.storage.connection import connect, faults, header
from desktop_app.storage.store import Store


def kill_at_work(folder: Path, kills: int, seed: int) -> int:
    """Kill a session so many times; returns how many steps it had acknowledged in all."""
    chance, total = random.Random(seed), 0
    for number in range(kills):
        if number % 25 == 0:  # a young file now and then: checking an old one takes longer each time
            path = folder / f"{number}" / "plimsoll.db"
            path.parent.mkdir()
            workers.prepare(path)
        acks = workers.kill_after(
            chance.uniform(0, 0.003), chance.randrange(25), workers.work_until_killed, path, number
        )
        with Store.open(path) as store:
            assert workers.lost(store.db, acks) == []
            assert workers.broken(store) == []
        total += len(acks)
    return total


def test_a_killed_session_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_at_work(tmp_path, kills=25, seed=1) > 100


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_1000_killed_sessions_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_at_work(tmp_path, kills=1000, seed=2) > 10_000


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A file of the released form with 40 loans."""
    path = tmp_path / "filled.db"
    workers.prepare(path)
    with Store.open(path) as store, store.write() as db:
        for n in range(40):
            workers.add(db, n)
    return path


def fresh_copies(filled: Path, count: int) -> Iterator[Path]:
    raw = filled.read_bytes()  # nobody has it open
    for number in range(count):
        path = filled.parent / f"copy-{number}" / "plimsoll.db"
        path.parent.mkdir()
        path.write_bytes(raw)
        yield path


def kill_upgrades(filled: Path, kills: int, monkeypatch: pytest.MonkeyPatch, seed: int) -> dict[int, int]:
    """Kill an upgrade so many times; returns how often each version was found after the kill."""
    chance, found = random.Random(seed), dict.fromkeys(range(len(workers.RELEASED), len(workers.LATER) + 1), 0)
    (reference, *copies) = fresh_copies(filled, kills + 1)
    workers.call(workers.upgrade, reference)
    for path in copies:
        # The messages are: begin, a number of backups before each of two steps, end.
        sent = workers.kill_after(chance.uniform(0, 0.002), chance.randint(1, 4), workers.upgrade, path)
        assert [backups for backups in sent if isinstance(backups, int)] in ([], [1], [1, 1])
        version = header(path).version
        found[version] += 1
        backups = backup_names(path.parent / "backups")
        assert backups or version == len(workers.RELEASED), "the form was changed before there was a backup"
        for backup in backups:
            assert header(backup.path).version == backup.version == len(workers.RELEASED)
            with closing(connect(backup.path, read_only=True)) as connection:
                assert faults(connection) == []
        with monkeypatch.context() as patch:
            patch.setattr(migrations, "MIGRATIONS", workers.LATER)
            Store.open(path).close()
        assert dump(path) == dump(reference)
    refuses_the_unsound(reference)
    return found


def dump(path: Path) -> list[object]:
    with closing(connect(path, read_only=True)) as connection:
        assert faults(connection) == []
        return workers.dump(connection)


def refuses_the_unsound(path: Path) -> None:
    """The rules of the rebuilt table hold still."""
    with closing(connect(path)) as connection:
        connection.execute("UPDATE loans SET code = 'a' WHERE id = 'loan-1'")
        for change in ("code = ''", "code = 'a'", "created_ms = 'soon'", "name = NULL", "platform_id = 'nowhere'"):
            with pytest.raises(workers.sqlite3.IntegrityError):
                connection.execute(f"UPDATE loans SET {change} WHERE id = 'loan-2'")


def test_a_killed_upgrade_is_taken_up_at_the_next_start(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = kill_upgrades(filled, kills=25, monkeypatch=monkeypatch, seed=3)
    assert min(found[len(workers.RELEASED)], found[len(workers.LATER)]) > 0


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_400_killed_upgrades_are_taken_up_at_the_next_start(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = kill_upgrades(filled, kills=400, monkeypatch=monkeypatch, seed=4)
    assert min(found.values()) > 0


def kill_backups(filled: Path, kills: int, seed: int) -> int:
    """Kill a process that takes backups so many times; returns how many it had finished."""
    chance, folder, seen = random.Random(seed), filled.parent / "backups", set[Path]()
    with Store.open(filled) as store, store.write() as db:
        db["settings"].insert({"name": "bulk", "value": "x" * 1_000_000})
    for _ in range(kills):
        workers.kill_after(chance.uniform(0, 0.006), chance.randrange(3), workers.back_up_until_killed, filled, folder)
        finished = {path for path in folder.iterdir() if path.name.startswith("plimsoll")} if folder.exists() else set()
        assert finished == {backup.path for backup in backup_names(folder)}
        for path in finished - seen:
            with closing(connect(path, read_only=True)) as connection:
                assert faults(connection) == []
                assert connection.execute("SELECT count(*) FROM loans").fetchone() == (40,)
        seen |= finished
    return len(seen)


def test_a_killed_backup_has_no_final_name(filled: Path) -> None:
    assert kill_backups(filled, kills=15, seed=5) >= 10


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_300_killed_backups_have_no_final_name(filled: Path) -> None:
    assert kill_backups(filled, kills=300, seed=6) >= 200


def check_killed_restores(filled: Path, kills: int, seed: int) -> None:
    """Kill a process that restores so many times: the live name always has one whole file."""
    chance, live = random.Random(seed), filled.parent / "live" / "plimsoll.db"
    backup = filled.with_name("plimsoll-backup.db")
    with Store.open(filled) as store:
        store.backup(filled.parent / "backups", datetime.now(UTC)).rename(backup)
    live.parent.mkdir()
    restore(backup, live)
    for _ in range(kills):
        workers.kill_after(chance.uniform(0, 0.006), chance.randrange(3), workers.restore_until_killed, backup, live)
        with Store.open(live) as store:
            assert workers.broken(store) == []
            assert store.db["loans"].count == 40
            with store.write() as db:
                db["settings"].upsert({"name": "live", "value": "yes"}, pk="name")


def test_a_killed_restore_leaves_a_whole_file(filled: Path) -> None:
    check_killed_restores(filled, kills=15, seed=7)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_300_killed_restores_leave_a_whole_file(filled: Path) -> None:
    check_killed_restores(filled, kills=300, seed=8)


def test_every_backup_can_be_restored_and_is_sound(tmp_path: Path) -> None:
    path, states = tmp_path / "plimsoll.db", list[list[object]]()
    workers.prepare(path)
    with Store.open(path) as store:
        for n in range(12):
            for kind in workers.WORK.values():
                with store.write() as db:
                    kind(db, n)
            store.backup(tmp_path / "backups", datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n))
            states.append(workers.dump(store.db.conn))
    scratch = tmp_path / "scratch" / "plimsoll.db"
    scratch.parent.mkdir()
    backups = backup_names(tmp_path / "backups")[::-1]
    assert len(backups) == len(states)
    for backup, state in zip(backups, states, strict=True):
        restore(backup.path, scratch)
        assert not list(scratch.parent.glob("*.db-*")), "an old -wal or -shm was left"
        with Store.open(scratch) as store:
            assert workers.broken(store) == []
            assert workers.dump(store.db.conn) == state
            with store.write() as db:
                db["settings"].upsert({"name": "later", "value": "x" * 50_000}, pk="name")
