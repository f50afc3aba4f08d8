"""One byte of the file changes by itself: no changed row of a person goes unreported."""

import random
from contextlib import closing
from pathlib import Path

import pytest
import store_workers as workers
from sqlite_utils.utils import sqlite3

from desktop_app.storage.errors import StoreError
from desktop_app.storage.rows import sealed
from desktop_app.storage.store import Store

TABLES = ("platforms", "loans", "loan_events", "holdings")


def filled(path: Path) -> bytes:
    """A small file with rows in each table that a person fills."""
    workers.prepare(path)
    with Store.open(path) as store, store.write() as db:
        for n in range(60):
            workers.add(db, n)
            holding = {"id": f"h{n}", "platform_id": "p", "asset": "BTC", "amount": n, "reserve": 1}
            db["holdings"].insert(sealed({**holding, "reach_hours": 4, "note": "kept in the safe"}))
    return path.read_bytes()  # nobody has it open


def rows(path: Path) -> list[object]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = bytes
        return [sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES]


def report(path: Path) -> list[str]:
    try:
        with Store.open(path) as store:
            return store.check()
    except StoreError as error:
        return [str(error)]


def flip_bytes(folder: Path, flips: int, seed: int) -> tuple[int, int]:
    """Flip one bit in so many copies; returns in how many a row changed, and how many of these SQLite alone saw."""
    chance, changed, seen_by_sqlite = random.Random(seed), 0, 0
    raw = filled(folder / "sound.db")
    sound = rows(folder / "sound.db")
    assert report(folder / "sound.db") == []
    path = folder / "flipped.db"
    for _ in range(flips):
        for left in folder.glob("flipped.db*"):
            left.unlink()
        flipped = bytearray(raw)
        flipped[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        try:
            same = rows(path) == sound
        except (sqlite3.DatabaseError, UnicodeError):
            continue  # nobody can read it, so nobody can believe it
        if not same:
            changed += 1
            found = report(path)
            assert found, f"a changed row was not reported: flip {changed} of seed {seed}"
            seen_by_sqlite += not all("is not as it was saved" in fault for fault in found)
    return changed, seen_by_sqlite


def test_every_changed_row_is_reported(tmp_path: Path) -> None:
    changed, seen_by_sqlite = flip_bytes(tmp_path, flips=250, seed=1)
    assert changed > 20
    assert seen_by_sqlite < changed, "the row hash is what sees most of them"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_changed_row_of_2000_flips_is_reported(tmp_path: Path) -> None:
    changed, _ = flip_bytes(tmp_path, flips=2000, seed=2)
    assert changed > 200
