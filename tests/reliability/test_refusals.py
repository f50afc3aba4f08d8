"""A file that is not ours to write is left as it is, and what is wrong is told in one sentence."""

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
import store_workers as workers
from sqlite_utils.utils import sqlite3

from desktop_app.storage import migrations
from desktop_app.storage.errors import ForeignFile, NewerFile, StoreError
from desktop_app.storage.profile import Profile
from desktop_app.storage.store import Store


def state(folder: Path) -> dict[str, tuple[str, int, int]]:
    """What every file holds, its permissions and its time; SQLite's own index of a log, made anew by each reader, is
    left out, and so is an empty log."""
    return {
        str(path.relative_to(folder)): (
            sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mode,
            path.stat().st_mtime_ns if path.is_file() else 0,
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix != ".db-shm" and not (path.suffix == ".db-wal" and not path.stat().st_size)
    }


def pragma(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        workers.prepare(path)
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return make


def leave_a_log(make: Callable[[Path], None]) -> Callable[[Path], None]:
    """Leave a file as a crash would: with its newest state in the -wal only."""

    def crash(path: Path) -> None:
        made = path.with_name("made.db")
        workers.prepare(made)
        with closing(sqlite3.connect(made)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM loans").fetchall()
            make_on(made)
            for suffix in ("", "-wal"):
                shutil.copy(f"{made}{suffix}", f"{path}{suffix}")
        for left in path.parent.glob("made.db*"):
            left.unlink()
        assert path.with_name(path.name + "-wal").stat().st_size > 0

    def make_on(made: Path) -> None:
        with closing(sqlite3.connect(made)) as connection:
            connection.execute("PRAGMA user_version=99")

    return crash


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE notes (a)")
        connection.execute("INSERT INTO notes VALUES (1)")
        connection.commit()


NEWER = pragma("PRAGMA user_version=99")
CASES = {
    "newer": (NEWER, NewerFile),
    "one newer": (pragma(f"PRAGMA user_version={len(migrations.MIGRATIONS) + 1}"), NewerFile),
    "newer with a log": (leave_a_log(NEWER), NewerFile),
    "foreign id": (pragma("PRAGMA application_id=1"), ForeignFile),
    "foreign id and newer": (pragma("PRAGMA application_id=1", "PRAGMA user_version=99"), ForeignFile),
    "no id but tables": (another_program, ForeignFile),
    "text": (lambda path: path.write_text("asset,amount\nBTC,1\n" * 500), ForeignFile),
    "one byte": (lambda path: path.write_bytes(b"S"), ForeignFile),
    "gzip": (lambda path: path.write_bytes(gzip.compress(os.urandom(9000))), ForeignFile),
    "noise": (lambda path: path.write_bytes(os.urandom(9000)), ForeignFile),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["write", "read"])
@pytest.mark.parametrize("case", CASES)
def test_a_newer_or_foreign_file_is_refused_and_not_a_byte_is_changed(
    tmp_path: Path, case: str, read_only: bool
) -> None:
    make, kind = CASES[case]
    path = tmp_path / "plimsoll.db"
    make(path)
    before = state(tmp_path)
    with pytest.raises(kind) as caught:
        Store.open(path, read_only=read_only)
    assert state(tmp_path) == before
    assert_one_sentence(f"{kind.__name__}: {caught.value}", path)


def assert_one_sentence(answer: object, path: Path) -> None:
    """What people are told: the kind of error, the file, what is wrong and, behind a colon, what would be right."""
    kind, _, message = str(answer).partition(": ")
    assert kind in {error.__name__ for error in (StoreError, *StoreError.__subclasses__())}, answer
    assert str(path) in message
    wrong, _, right = message.replace(str(path), "it").partition(": ")
    assert len(wrong) > 5
    assert len(right) > 5
    assert message.endswith(".")
    assert "\n" not in message
    assert "Traceback" not in message


@pytest.fixture
def ground() -> Iterator[Path]:
    """A folder that a user without rights can reach; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for found in (folder, *folder.rglob("*")):
        found.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def profile(ground: Path) -> Profile:
    """A profile of a user without rights, with one row."""
    profile = Profile(ground / "plimsoll")
    profile.prepare()
    workers.prepare(profile.database)
    if os.geteuid() == 0:
        for found in (profile.folder, *profile.folder.rglob("*")):
            os.chown(found, workers.NOBODY, workers.NOBODY)
    return profile


def attempt(work: str, profile: Profile) -> object:
    return workers.call(workers.as_nobody, work, profile.folder)


def test_a_user_without_rights_can_use_a_profile_of_his_own(profile: Profile) -> None:
    assert [attempt(work, profile) for work in workers.ATTEMPTS] == ["written", "read 1", "prepared", "held"]


@pytest.mark.parametrize("work", ["write", "read"])
def test_a_closed_file_is_told_in_words(profile: Profile, work: str) -> None:
    before = state(profile.folder)
    mode = profile.database.stat().st_mode
    profile.database.chmod(0)
    try:
        assert_one_sentence(attempt(work, profile), profile.database)
    finally:
        profile.database.chmod(mode)
    assert state(profile.folder) == before


def test_a_file_that_may_only_be_read_is_told_in_words(profile: Profile) -> None:
    profile.database.chmod(0o400)
    before = state(profile.folder)
    assert_one_sentence(attempt("write", profile), profile.database)
    assert state(profile.folder) == before
    assert attempt("read", profile) == "read 1"


@pytest.mark.parametrize("work", ["write", "read", "guard"])
def test_a_folder_that_may_only_be_read_is_told_in_words(profile: Profile, work: str) -> None:
    profile.folder.chmod(0o500)
    before = state(profile.folder)
    assert_one_sentence(attempt(work, profile), profile.folder)
    assert state(profile.folder) == before


@pytest.mark.parametrize("work", ["write", "read", "prepare", "guard"])
def test_a_closed_folder_is_told_in_words(profile: Profile, work: str) -> None:
    profile.folder.parent.chmod(0)
    answer = attempt(work, profile)
    profile.folder.parent.chmod(0o755)
    assert_one_sentence(answer, profile.folder)


@pytest.mark.parametrize("work", ["write", "read", "guard"])
def test_a_deleted_folder_is_told_in_words(profile: Profile, work: str) -> None:
    shutil.rmtree(profile.folder)
    assert_one_sentence(attempt(work, profile), profile.folder)
    assert not profile.folder.exists()


def test_a_folder_of_somebody_else_is_told_in_words(ground: Path) -> None:
    profile = Profile(ground / "mine" / "plimsoll")
    profile.folder.parent.mkdir(mode=0o755)
    if os.geteuid() != 0:
        profile.folder.parent.chmod(0o500)
    assert_one_sentence(attempt("prepare", profile), profile.folder)
    assert not profile.folder.exists()


def test_a_backup_folder_that_may_not_be_written_is_told_in_words(profile: Profile, tmp_path: Path) -> None:
    in_the_way = tmp_path / "backups"
    in_the_way.write_text("a file")
    with Store.open(None) as store, pytest.raises(StoreError) as caught:
        store.backup(in_the_way, workers.datetime.now(workers.UTC))
    assert_one_sentence(f"StoreError: {caught.value}", in_the_way)


def test_a_profile_that_is_deleted_while_it_is_open_gets_no_more_writes(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "plimsoll")
    profile.prepare()
    workers.prepare(profile.database)
    with Store.open(profile.database) as store:
        shutil.rmtree(profile.folder)
        with pytest.raises(StoreError) as caught, store.write() as db:
            workers.tick(db, 1)
        assert_one_sentence(f"StoreError: {caught.value}", profile.database)
    assert not profile.folder.exists()


@pytest.mark.parametrize("mask", [0o022, 0o000], ids=["022", "000"])
def test_nobody_else_may_read_anything(tmp_path: Path, mask: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.umask(mask)
    try:
        profile = Profile(tmp_path / "share" / "data" / "plimsoll")
        seen = permissions_of_a_life(profile, monkeypatch)
    finally:
        os.umask(before)
    assert {"plimsoll.db", "plimsoll.db-wal", "plimsoll.db-shm", "plimsoll.lock", "backups", "logs"} <= set(seen)
    assert any(name.endswith(f"-v{len(workers.RELEASED)}.db") for name in seen)
    assert any(".replaced-" in name for name in seen)
    assert any(".partial-" in name for name in seen)
    assert {name: mode for name, mode in seen.items() if mode not in (0o100600, 0o40700)} == {}


def permissions_of_a_life(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Make, write, back up, upgrade and restore; return the permissions of everything that was there at any time."""
    from desktop_app.storage import backup as module
    from desktop_app.storage.profile import ProfileGuard

    seen: dict[str, int] = {}

    def look() -> None:
        top = profile.folder.parents[1]
        seen.update({path.name: path.stat().st_mode for path in top.rglob("*")})

    def look_and_go_on(connection: sqlite3.Connection) -> list[str]:
        look()
        return []

    monkeypatch.setattr(module, "faults", look_and_go_on)
    profile.prepare()
    with ProfileGuard(profile):
        workers.prepare(profile.database)
        with Store.open(profile.database) as store:
            with store.write() as db:
                workers.tick(db, 1)
            saved = store.backup(profile.backups, workers.datetime.now(workers.UTC))
            look()
        module.restore(saved, profile.database)
        monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda connection: look()))
        profile.database.chmod(0o666)
        with Store.open(profile.database) as store:
            with store.write() as db:
                workers.tick(db, 2)
            look()
    return seen
