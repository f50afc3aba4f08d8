"""A backup is one whole file or none; the right ones stay; and the way back loses nothing."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop_app.storage import backup as backup_module
from desktop_app.storage.backup import (
    Backup,
    backup_due,
    backup_names,
    prune,
    restore,
    thin,
)
from desktop_app.storage.connection import connect
from desktop_app.storage.errors import ForeignFile, NewerFile, StoreDamaged, StoreUnwritable
from desktop_app.storage.store import Store

Add = Callable[[Database, str], None]
NOW = datetime(2026, 11, 21, 10, 11, 12, 345678, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def names(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return sorted(row["name"] for row in store.db["platforms"].rows)


def taken(*ages: timedelta, version: int | None = None) -> list[Backup]:
    return [Backup(Path(f"{age}-{version}"), NOW - age, version) for age in ages]


def test_a_backup_is_one_file_that_needs_no_other(store: Store, tmp_path: Path, add_platform: Add) -> None:
    with store.write() as db:
        add_platform(db, "Nexo")
    made = store.backup(tmp_path / "safe" / "place", NOW)
    assert made.name == "plimsoll-20261121T101112.345Z.db"
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    made.parent.chmod(0o500)
    try:
        with closing(sqlite3.connect(f"file:{made}?mode=ro&immutable=1", uri=True)) as alone:
            assert alone.execute("SELECT name FROM platforms").fetchall() == [("Nexo",)]
            assert alone.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    finally:
        made.parent.chmod(0o700)


def test_a_backup_in_the_same_millisecond_takes_the_next_name(store: Store, tmp_path: Path) -> None:
    made = [store.backup(tmp_path / "backups", NOW) for _ in range(3)]
    assert [backup.path for backup in backup_names(tmp_path / "backups")] == made[::-1]
    assert [backup.taken.microsecond for backup in backup_names(tmp_path / "backups")] == [347000, 346000, 345000]


def test_a_backup_names_its_time_in_utc(store: Store, tmp_path: Path) -> None:
    from datetime import timezone

    made = store.backup(tmp_path, NOW.astimezone(timezone(timedelta(hours=9))))
    assert made.name == "plimsoll-20261121T101112.345Z.db"


def test_what_is_not_committed_is_in_no_backup(store: Store, tmp_path: Path) -> None:
    with store.write(), pytest.raises(RuntimeError):
        store.backup(tmp_path / "backups", NOW)
    assert backup_names(tmp_path / "backups") == []


def test_the_fake_in_memory_can_be_backed_up_too(tmp_path: Path, add_platform: Add) -> None:
    with Store.open(None) as store:
        with store.write() as db:
            add_platform(db, "Nexo")
        made = store.backup(tmp_path, NOW)
    assert names(made) == ["Nexo"]


def test_a_copy_that_is_not_sound_gets_no_name(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_module, "faults", lambda connection: ["page 7 is torn"])
    with pytest.raises(StoreDamaged, match="page 7 is torn"):
        store.backup(tmp_path / "backups", NOW)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_backup_is_on_the_disk_before_it_gets_its_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, rename = os.fsync, Path.rename

    def seen_sync(descriptor: int) -> None:
        steps.append("sync " + Path(os.readlink(f"/proc/self/fd/{descriptor}")).suffix)
        sync(descriptor)

    def seen_rename(self: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", seen_sync)
    monkeypatch.setattr(Path, "rename", seen_rename)
    store.backup(tmp_path / "backups", NOW)
    assert steps == [f"sync .partial-{os.getpid()}", "rename", "sync "]


def test_only_finished_backups_are_listed(tmp_path: Path) -> None:
    good = ["plimsoll-20261121T101112.345Z.db", "plimsoll-20261121T101112.345Z-v3.db"]
    for name in [
        *good,
        ".plimsoll-20261121T101112.345Z.db.partial-7",
        "plimsoll-20269999T101112.345Z.db",
        "plimsoll-20261121T101112.345Z.db-wal",
        "plimsoll.db",
        "other.db",
    ]:
        (tmp_path / name).touch()
    assert {(backup.path.name, backup.version) for backup in backup_names(tmp_path)} == {
        (good[0], None),
        (good[1], 3),
    }
    assert backup_names(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("age", "due"),
    [(timedelta(0), False), (DAY - timedelta(seconds=1), False), (DAY, True), (9 * DAY, True), (-HOUR, True)],
)
def test_a_backup_is_due_after_a_day_and_after_a_wrong_clock(tmp_path: Path, age: timedelta, due: bool) -> None:
    with Store.open(None) as store:
        store.backup(tmp_path, NOW - age)
    assert backup_due(tmp_path, NOW) is due


def test_the_first_backup_is_due(tmp_path: Path) -> None:
    assert backup_due(tmp_path / "nowhere", NOW)


def test_all_of_the_last_two_days_stay() -> None:
    recent = taken(*(n * HOUR for n in range(49)))
    assert thin(recent, NOW) == []
    assert thin(taken(-DAY), NOW) == []


def test_the_newest_of_each_day_week_and_month_stays() -> None:
    # Three years of a backup every six hours; the 21st of November 2026 is a Saturday.
    every = taken(*(n * 6 * HOUR for n in range(4 * 365 * 3)))
    gone = set(thin(every, NOW))
    stay = [backup.taken for backup in every if backup not in gone]
    recent, rest = stay[:9], stay[9:]
    assert NOW - recent[-1] == 2 * DAY
    daily, weekly, monthly = rest[:12], rest[12:22], rest[22:]
    # The 19th of November is partly within the two days, and so has its newest backup already.
    assert [at.strftime("%m-%d %H") for at in daily] == [f"11-{day:02} 22" for day in range(18, 6, -1)]
    assert all(at.isoweekday() == 7 and at.hour == 22 for at in weekly)
    assert (weekly[0].strftime("%m-%d"), weekly[-1].strftime("%m-%d")) == ("11-01", "08-30")
    assert [at.strftime("%Y-%m-%d") for at in monthly] == [
        "2026-07-31",
        "2026-06-30",
        "2026-05-31",
        "2026-04-30",
        "2026-03-31",
        "2026-02-28",
        "2026-01-31",
        "2025-12-31",
        "2025-11-30",
    ]


def test_thinning_each_day_reaches_as_far_back_as_thinning_once() -> None:
    held: list[Backup] = []
    for day in range(700):
        now = NOW + day * DAY
        held.append(Backup(Path(str(day)), now))
        gone = set(thin(held, now))
        held = [backup for backup in held if backup not in gone]
        assert len(held) <= 3 + 12 + 10 + 9
    assert len(held) == 3 + 12 + 10 + 9
    assert now - held[0].taken > 330 * DAY


@given(st.lists(st.timedeltas(-DAY, 900 * DAY), max_size=60), st.timedeltas(timedelta(0), 30 * DAY))
@settings(max_examples=50)
def test_thinning_keeps_the_newest_and_has_nothing_left_to_do(ages: list[timedelta], later: timedelta) -> None:
    backups = taken(*set(ages))
    gone = set(thin(backups, NOW + later))
    stay = [backup for backup in backups if backup not in gone]
    assert thin(stay, NOW + later) == []
    if backups:
        assert max(backups, key=lambda backup: backup.taken) in stay


def test_the_backups_before_the_last_three_upgrades_stay_however_old() -> None:
    upgrades = [*(taken((2000 - 100 * v) * DAY, (2001 - 100 * v) * DAY, version=v) for v in range(1, 6))]
    daily = taken(*(n * DAY for n in range(1600)))
    gone = thin([*daily, *(backup for pair in upgrades for backup in pair)], NOW)
    assert [pair[0] in gone for pair in upgrades] == [True, True, False, False, False]
    assert all(pair[1] in gone for pair in upgrades)


def test_pruning_deletes_what_may_go_and_what_was_left_half_made(tmp_path: Path) -> None:
    with Store.open(None) as store:
        kept = store.backup(tmp_path, NOW - 3 * DAY)
        surplus = store.backup(tmp_path, NOW - 3 * DAY - HOUR)
    old, fresh, foreign = (tmp_path / name for name in (".a.db.partial-7", ".b.db.partial-8", "notes.txt"))
    for path in (old, fresh, foreign):
        path.touch()
    os.utime(old, ((NOW - 2 * DAY).timestamp(),) * 2)
    os.utime(fresh, (NOW.timestamp(),) * 2)
    assert set(prune(tmp_path, NOW)) == {surplus, old}
    assert set(tmp_path.iterdir()) == {kept, fresh, foreign}


def edited(path: Path, tmp_path: Path, add_platform: Add) -> Path:
    """A file with Ledn that was backed up before Ledn came; returns the backup."""
    with Store.open(path) as store:
        with store.write() as db:
            add_platform(db, "Nexo")
        made = store.backup(tmp_path / "backups", NOW)
        with store.write() as db:
            add_platform(db, "Ledn")
    return made


def test_restoring_brings_the_old_state_back_and_keeps_the_replaced_file(
    path: Path, tmp_path: Path, add_platform: Add
) -> None:
    made = edited(path, tmp_path, add_platform)
    before = made.read_bytes()
    kept = restore(made, path)
    assert kept == path.with_name("plimsoll.replaced-1.db")
    assert names(kept) == ["Ledn", "Nexo"]
    assert names(path) == ["Nexo"]
    assert made.read_bytes() == before
    assert restore(kept, path) == path.with_name("plimsoll.replaced-2.db")
    with Store.open(path) as store:
        assert store.check() == []
    assert names(path) == ["Ledn", "Nexo"]


def test_restoring_leaves_no_old_log_beside_the_new_file(path: Path, tmp_path: Path, add_platform: Add) -> None:
    made = edited(path, tmp_path, add_platform)
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    with Store.open(path) as store:
        with store.write() as db:
            add_platform(db, "Salt")
        for suffix in ("", "-wal", "-shm"):
            shutil.copy(f"{path}{suffix}", f"{crashed}{suffix}")
    kept = restore(made, crashed)
    assert kept is not None
    assert {found.name for found in crashed.parent.iterdir()} == {crashed.name, kept.name}
    assert names(crashed) == ["Nexo"]
    assert names(kept) == ["Ledn", "Nexo", "Salt"]


def test_restoring_over_a_damaged_file_keeps_it_with_its_log(path: Path, tmp_path: Path, add_platform: Add) -> None:
    made = edited(path, tmp_path, add_platform)
    path.write_bytes(b"rubbish" * 2000)
    path.with_name("plimsoll.db-wal").write_bytes(b"more rubbish" * 2000)
    kept = restore(made, path)
    assert kept is not None
    assert kept.read_bytes() == b"rubbish" * 2000
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"more rubbish" * 2000
    assert names(path) == ["Nexo"]


def test_restoring_where_there_is_nothing(path: Path, tmp_path: Path, add_platform: Add) -> None:
    made = edited(path, tmp_path, add_platform)
    path.unlink()
    assert restore(made, path) is None
    assert names(path) == ["Nexo"]


def test_restoring_works_where_a_file_has_one_name_only(
    path: Path, tmp_path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no hard links here")

    made = edited(path, tmp_path, add_platform)
    monkeypatch.setattr(os, "link", refuse)
    kept = restore(made, path)
    assert kept is not None
    assert (names(kept), names(path)) == (["Ledn", "Nexo"], ["Nexo"])


def test_the_live_name_has_a_whole_file_at_every_moment(
    path: Path, tmp_path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(self: Path, target: Path) -> Path:
        assert names(target) == ["Ledn", "Nexo"]
        return replace(self, target)

    made, replace = edited(path, tmp_path, add_platform), Path.replace
    monkeypatch.setattr(Path, "replace", look)
    restore(made, path)
    monkeypatch.undo()
    assert names(path) == ["Nexo"]


def tear(backup: Path) -> None:
    raw = bytearray(backup.read_bytes())
    raw[4096 * 2 : 4096 * 4] = bytes(4096 * 2)
    backup.write_bytes(raw)


def grow_newer(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA user_version=99")


def hand_over(backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute("PRAGMA application_id=7")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (tear, StoreDamaged),
        (grow_newer, NewerFile),
        (hand_over, ForeignFile),
        (lambda backup: backup.write_bytes(b""), ForeignFile),
        (lambda backup: backup.write_bytes(b"no database at all" * 100), ForeignFile),
        (lambda backup: backup.unlink(), StoreUnwritable),
    ],
    ids=["torn", "newer", "foreign", "empty", "text", "gone"],
)
def test_an_unusable_backup_replaces_nothing(
    path: Path, tmp_path: Path, add_platform: Add, spoil: Callable[[Path], object], kind: type[Exception]
) -> None:
    made = edited(path, tmp_path, add_platform)
    spoil(made)
    before = {found.name for found in path.parent.iterdir()}
    with pytest.raises(kind) as caught:
        restore(made, path)
    assert str(caught.value).startswith(str(made)), "it is the backup that is at fault"
    assert {found.name for found in path.parent.iterdir()} == before
    assert names(path) == ["Ledn", "Nexo"]


def test_a_backup_of_an_older_form_is_upgraded_at_the_next_start(
    path: Path, tmp_path: Path, add_platform: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.storage import migrations

    made = edited(path, tmp_path, add_platform)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda connection: None))
    restore(made, path)
    with Store.open(path) as store:
        assert store.db.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)


def test_what_a_killed_restore_left_is_cleared_by_the_next(path: Path, tmp_path: Path, add_platform: Add) -> None:
    made = edited(path, tmp_path, add_platform)
    left = path.with_name(".plimsoll.db.partial-7")
    left.touch()
    restore(made, path)
    assert not left.exists()


def test_the_restored_file_is_ready_for_readers_and_writers_at_once(
    path: Path, tmp_path: Path, add_platform: Add
) -> None:
    restore(edited(path, tmp_path, add_platform), path)
    with closing(connect(path, read_only=True)) as reader:
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
