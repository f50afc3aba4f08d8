"""What the tests of this folder let other processes do with a store, and how they start and kill these.

A child is forked from a small server that has the modules loaded, so that one costs some milliseconds and the test's
own process, which holds Qt and threads, is never forked.
"""

import multiprocessing
import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import sleep

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop_app.storage import migrations
from desktop_app.storage.backup import backup_names, restore
from desktop_app.storage.errors import ProfileBusy, StoreError
from desktop_app.storage.profile import Profile, ProfileGuard
from desktop_app.storage.rows import sealed, to_row
from desktop_app.storage.store import Store

if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(["pytest", "desktop_app.storage.store"])
EVENTS_A_LOAN = 3
CHANNELS = ("popup", "mail")


def start(target: Callable[..., None], *arguments: object) -> tuple[BaseProcess, Connection]:
    """Start `target(pipe, *arguments)` in another process; the pipe's other end is returned."""
    here, there = CONTEXT.Pipe()
    process = CONTEXT.Process(target=target, args=(there, *arguments), daemon=True)
    process.start()
    there.close()
    return process, here


@contextmanager
def running(target: Callable[..., None], *arguments: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """Run `target` in another process for as long as the block lasts at most."""
    process, pipe = start(target, *arguments)
    try:
        yield process, pipe
    finally:
        process.kill()
        process.join()
        process.close()
        pipe.close()


def kill_after(seconds: float, messages: int, target: Callable[..., None], *arguments: object) -> list[object]:
    """Kill -9 a process so many seconds after it has sent so many messages; return all that it had sent.

    To wait for messages first makes the moment random in what the process does, however busy the machine is.
    """
    with running(target, *arguments) as (process, pipe):
        sent = [pipe.recv() for _ in range(messages)]
        sleep(seconds)
        process.kill()
        process.join()
        return sent + rest_of(pipe)


def rest_of(pipe: Connection) -> list[object]:
    """Return what a dead process had sent and nobody has read."""
    sent: list[object] = []
    try:
        while True:
            sent.append(pipe.recv())
    except (EOFError, ConnectionError):  # the end, or a message that was cut
        return sent


def call(target: Callable[..., None], *arguments: object) -> object:
    """Run `target` to its end and return the first thing that it sent."""
    with running(target, *arguments) as (process, pipe):
        answer = pipe.recv()
        process.join()
        return answer


# What a session does: each of these is one transaction, and leaves a trace that `lost` and `broken` look for.


def add(db: Database, n: int) -> None:
    db["loans"].insert(
        sealed({"id": f"loan-{n}", "name": f"Loan {n}", "platform_id": "p", "preset": "", "created_ms": n})
    )
    db["loan_events"].insert_all(event(n, seq) for seq in range(EVENTS_A_LOAN))


def event(n: int, seq: int) -> dict[str, object]:
    values = {"id": f"event-{n}-{seq}", "loan_id": f"loan-{n}", "seq": seq, "at_ms": n, "zone": "UTC", "kind": "draw"}
    figures = {"asset": "USD", "amount": Decimal(n) / 7, "rate": None, "terms": None}
    return sealed({**values, **figures, "counter_asset": None, "counter_amount": None, "note": "x" * 200})


def edit(db: Database, n: int) -> None:
    row = {"id": "p", "name": f"Platform {n}", "share_limit": Decimal(n) / 7, "note": f"{n}" * 50}
    db["platforms"].update("p", sealed(row))
    db["settings"].insert({"name": f"edit-{n}", "value": f"Platform {n}"})


def tick(db: Database, n: int) -> None:
    quote = {"asset": "BTC", "quote": "USD", "source": "s", "at_ms": n, "received_ms": n, "state": "accepted"}
    db["quotes"].insert(to_row({**quote, "price": Decimal(n) / 7, "reason": ""}))
    db["settings"].upsert({"name": "last tick", "value": str(n)}, pk="name")


def alert(db: Database, n: int) -> None:
    row = {
        "id": f"alert-{n}",
        "key": f"key-{n}",
        "rule": "ltv_level",
        "rule_id": "ladder",
        "severity": "critical",
        "subject": "l",
        "subject_name": "L",
        "level": "warn",
    }
    rest = {"threshold": Decimal("0.7"), "value": Decimal("0.71"), "at_ms": n, "late": False, "state": "firing"}
    db["alerts"].insert(to_row({**row, **rest}))
    db["notifications"].insert_all(
        {"key": f"{n}-{channel}", "alert_id": f"alert-{n}", "channel": channel, "state": "due", "next_ms": n}
        for channel in CHANNELS
    )


WORK: dict[str, Callable[[Database, int], None]] = {"add": add, "edit": edit, "tick": tick, "alert": alert}
TRACES = {
    "add": "SELECT id FROM loans WHERE id = 'loan-' || ?",
    "edit": "SELECT name FROM settings WHERE name = 'edit-' || ?",
    "tick": "SELECT at_ms FROM quotes WHERE at_ms = ?",
    "alert": "SELECT id FROM alerts WHERE id = 'alert-' || ?",
}
# Each finds rows of a transaction that was written in part only.
HALVES = (
    f"SELECT loans.id FROM loans WHERE (SELECT count(*) FROM loan_events WHERE loan_id = loans.id) <> {EVENTS_A_LOAN}",
    "SELECT alerts.id FROM alerts WHERE"
    f" (SELECT count(*) FROM notifications WHERE alert_id = alerts.id) <> {len(CHANNELS)}",
    "SELECT name FROM settings WHERE name = 'last tick' AND value <> (SELECT max(at_ms) FROM quotes)",
    "SELECT id FROM platforms WHERE name NOT IN (SELECT value FROM settings) AND name <> 'Platform'",
)


def prepare(path: Path) -> None:
    """Make a file that the work can be done in."""
    with Store.open(path) as store, store.write() as db:
        db["platforms"].insert(sealed({"id": "p", "name": "Platform", "share_limit": None, "note": ""}))


def lost(db: Database, acknowledged: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was acknowledged and is not there."""
    return [(kind, n) for kind, n in acknowledged if db.execute(TRACES[kind], (n,)).fetchone() is None]


def broken(store: Store) -> list[object]:
    """Return what is unsound: structure, references, row hashes, and transactions that are there in part."""
    return [*store.check(), *(row for query in HALVES for row in store.db.execute(query).fetchall())]


def dump(connection: sqlite3.Connection) -> list[object]:
    """Return all of a file's form and all of its rows."""
    form = connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    tables = [name for name, sql in form if sql and sql.lstrip().startswith("CREATE TABLE")]
    return [form, *(sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables)]


def work_until_killed(pipe: Connection, path: Path, seed: int) -> None:
    """Do one thing after the other and acknowledge each once its block has ended."""
    chance = random.Random(seed)
    with Store.open(path) as store:
        for n in range(seed * 1000, seed * 1000 + 1000):
            kind = chance.choice(list(WORK))
            with store.write() as db:
                WORK[kind](db, n)
            pipe.send((kind, n))


def rebuild_loans(connection: sqlite3.Connection) -> None:
    """A step that makes a table anew, with one more column and one more rule."""
    connection.execute(
        "CREATE TABLE loans_new (id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''), name TEXT NOT NULL,"
        " platform_id TEXT NOT NULL REFERENCES platforms (id), preset TEXT NOT NULL DEFAULT '',"
        " created_ms INTEGER NOT NULL, row_hash TEXT NOT NULL, code TEXT UNIQUE CHECK (code <> '')) STRICT"
    )
    connection.execute("INSERT INTO loans_new SELECT *, NULL FROM loans")
    connection.execute("DROP TABLE loans")
    connection.execute("ALTER TABLE loans_new RENAME TO loans")
    connection.execute("CREATE INDEX loans_by_platform ON loans (platform_id)")


def add_tags(connection: sqlite3.Connection) -> None:
    """A step that adds a table and fills it."""
    connection.execute("CREATE TABLE tags (loan_id TEXT NOT NULL REFERENCES loans (id), tag TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO tags SELECT id, 'old' FROM loans")


RELEASED = migrations.MIGRATIONS
LATER = (*RELEASED, rebuild_loans, add_tags)


def upgrade(pipe: Connection, path: Path) -> None:
    """Open a file as a later version of the program; say so at the start, at each step and at the end."""

    def announced(step: migrations.Migration) -> migrations.Migration:
        def take(connection: sqlite3.Connection) -> None:
            pipe.send(len(backup_names(path.parent / "backups")))
            step(connection)

        return take

    migrations.MIGRATIONS = (*RELEASED, *(announced(step) for step in LATER[len(RELEASED) :]))
    pipe.send("begin")
    Store.open(path).close()
    pipe.send("end")


def back_up_until_killed(pipe: Connection, path: Path, folder: Path) -> None:
    """Take one backup after the other."""
    with Store.open(path, read_only=True) as store:
        for number in range(1000):
            store.backup(folder, datetime.now(UTC))
            pipe.send(number)


def restore_until_killed(pipe: Connection, backup: Path, path: Path) -> None:
    """Put a backup in the place of the live file again and again."""
    for number in range(1000):
        kept = restore(backup, path)
        if kept:
            kept.unlink()
        pipe.send(number)


def hold(pipe: Connection, folder: Path) -> None:
    """Take the guard and say so, or say who has it; keep it until told to end."""
    try:
        with ProfileGuard(Profile(folder)):
            pipe.send("held")
            pipe.recv()
    except ProfileBusy as error:
        pipe.send(error.pid)


def count_up(pipe: Connection, path: Path, times: int) -> None:
    """Read a number and write the next one, again and again; send the errors."""
    errors: list[str] = []
    with Store.open(path) as store:
        pipe.send("ready")
        pipe.recv()
        for _ in range(times):
            try:
                with store.write() as db:
                    (row,) = db.query("SELECT value FROM settings WHERE name = 'count'")
                    db["settings"].update("count", {"value": str(int(row["value"]) + 1)})
            except Exception as error:  # noqa: BLE001 # whatever it is, the test is to show it
                errors.append(repr(error))
    pipe.send(errors)


def as_nobody(pipe: Connection, work: str, folder: Path) -> None:
    """Do something with a profile as a user who may only do what the permissions say; send how it ended."""
    if os.name == "posix" and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        pipe.send(ATTEMPTS[work](folder))
    except StoreError as error:
        pipe.send(f"{type(error).__name__}: {error}")
    except BaseException:
        pipe.send(traceback.format_exc())
        raise


def open_and_write(folder: Path) -> str:
    with Store.open(Profile(folder).database) as store, store.write() as db:
        db["settings"].upsert({"name": "language", "value": "en"}, pk="name")
    return "written"


def open_and_read(folder: Path) -> str:
    with Store.open(Profile(folder).database, read_only=True) as store:
        return f"read {store.db['platforms'].count}"


def prepare_profile(folder: Path) -> str:
    Profile(folder).prepare()
    return "prepared"


def take_guard(folder: Path) -> str:
    with ProfileGuard(Profile(folder)):
        return "held"


NOBODY = 65534
ATTEMPTS = {"write": open_and_write, "read": open_and_read, "prepare": prepare_profile, "guard": take_guard}
