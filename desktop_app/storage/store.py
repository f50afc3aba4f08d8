"""The open file: one connection of one thread, whose every write is a transaction of its own."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop_app.storage import migrations
from desktop_app.storage.backup import write_backup
from desktop_app.storage.connection import (
    SIDE_FILES,
    Header,
    beside,
    changed_rows,
    connect,
    faults,
    header,
    refuse_foreign,
    remove,
)
from desktop_app.storage.errors import NewerFile, StoreError, StoreUnwritable, from_sqlite, spoken
from desktop_app.storage.profile import make_private, private_file, sync_to_disk


class Store:
    """One open database; `open` makes it, and the thread that opened it is the only one that may use it.

    Attributes:
        db: For reading at any time. A write through it is refused outside `write`.
        path: The file; None when it is in memory.
        read_only: Whether `write` is refused.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None, read_only: bool) -> None:
        # Plugins of sqlite-utils come from whatever is installed: none may run inside the file.
        self.db = Database(connection, execute_plugins=False)
        self.path = path
        self.read_only = read_only
        self._file = _identity(path)
        connection.execute("PRAGMA query_only=ON")

    @classmethod
    def open(cls, path: Path | None, *, read_only: bool = False) -> "Store":
        """Open a file, make it when it is missing and bring it to the newest form.

        Who writes a profile holds its guard. Before an upgrade a checked backup goes into `backups` beside the file.

        Args:
            path: The file; None for a new one in memory.
            read_only: Whether only to read, for which no guard is needed.

        Returns:
            The open store, bound to the calling thread.

        Raises:
            NewerFile: If a newer version of the program wrote the file; not a byte is changed.
            ForeignFile: If it is another program's file; not a byte is changed.
            StoreUnwritable: If it cannot be read, or written though it should be.
            StoreDamaged: If its structure is broken.
            StoreError: If an upgrade failed; it is undone.
        """
        with spoken(path):
            connection = _open_memory() if path is None else _open_file(path, read_only)
            try:
                return cls(connection, path, read_only)
            except BaseException:
                connection.close()
                raise

    @contextmanager
    def write(self) -> Iterator[Database]:
        """Run a block as one transaction: committed and on the disk when it ends, undone when it raises.

        A block within a block joins the outer one: it is undone alone when it raises, and kept when the outer one is.

        Yields:
            The database to write to.

        Raises:
            StoreUnwritable: If the disk is full, the file may not be written, is busy or is no longer there.
            StoreDamaged: If the file's structure is broken.
        """
        if self.db.conn.in_transaction:
            with self.db.atomic():
                yield self.db
            return
        self._refuse_to_write_in_vain()
        try:
            with self._transaction():
                yield self.db
        except sqlite3.Error as error:
            told = from_sqlite(error, self.path)
            if told is None:
                raise
            raise told from error

    def backup(self, target_folder: Path, now: datetime) -> Path:
        """Take a backup, checked before it gets its name.

        Args:
            target_folder: Where the backups lie; made when missing.
            now: The time for the name, with a zone.

        Returns:
            The finished backup, one file that needs no other.

        Raises:
            StoreDamaged: If the copy is not sound.
            StoreUnwritable: If the folder cannot be written.
        """
        return write_backup(self.db.conn, target_folder, now)

    def check(self) -> list[str]:
        """Look for damage: the structure, the references, and the rows that a person filled in.

        Returns:
            One sentence a fault; empty when all is as it was saved.
        """
        return faults(self.db.conn) + changed_rows(self.db.conn)

    def close(self) -> None:
        """Close the file; what was not committed is undone. A second call does nothing."""
        self.db.close()

    def __enter__(self) -> "Store":
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        connection = self.db.conn
        connection.execute("PRAGMA query_only=OFF")
        try:
            connection.execute("BEGIN IMMEDIATE")  # a deferred BEGIN fails at once when another process writes
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk makes SQLite undo it by itself
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA query_only=ON")

    def _refuse_to_write_in_vain(self) -> None:
        if self.read_only:
            raise StoreUnwritable(f"{self.path or 'memory'} was opened for reading only: open it in the window.")
        # SQLite goes on writing into a file that has lost its name, and all of it would be lost.
        if self.path is not None and _identity(self.path) != self._file:
            raise StoreUnwritable(
                f"{self.path} was moved, deleted or replaced while it was open: put it back and start again."
            )


def _identity(path: Path | None) -> tuple[int, int] | None:
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


def _open_memory() -> sqlite3.Connection:
    connection = connect(None, foreign_keys=False)
    migrations.apply(connection, migrations.MIGRATIONS)
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _open_file(path: Path, read_only: bool) -> sqlite3.Connection:
    _see_that_it_is_there(path, read_only)
    found = header(path)
    _admit(path, found, read_only)
    if read_only:
        return connect(path, read_only=True)
    for suffix in ("", *SIDE_FILES):
        make_private(beside(path, suffix))
    if found.version < len(migrations.MIGRATIONS):
        _upgrade(path, found.version, datetime.now(UTC))
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")  # what cannot be written is told now, not at the first edit
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _see_that_it_is_there(path: Path, read_only: bool) -> None:
    """Make a missing file; refuse one that the system will not give."""
    if not path.parent.is_dir():
        raise StoreUnwritable(f"{path.parent} is not there: put the folder back or choose another one.")
    missing = not path.exists() or not path.stat().st_size
    if missing and read_only:
        raise StoreUnwritable(f"There is no Plimsoll file at {path}: start the window once, or choose another file.")
    if not read_only and not os.access(path.parent, os.W_OK):
        raise StoreUnwritable(f"{path.parent} may not be written by you: give yourself the right, or choose another.")
    if missing:
        _create(path)
    elif not os.access(path, os.R_OK if read_only else os.R_OK | os.W_OK):
        raise StoreUnwritable(f"{path} may not be read and written by you: give yourself the right to do so.")


def _create(path: Path) -> None:
    """Make a file of the newest form under another name first: the live name never has a half-made one."""
    fresh = path.with_name(f".{path.name}.new")
    remove(fresh)  # what a killed start left
    private_file(fresh)
    with closing(connect(fresh, foreign_keys=False)) as connection:
        migrations.apply(connection, migrations.MIGRATIONS)
    for suffix in SIDE_FILES:
        # SQLite would play the -wal of a file that is gone into the new one.
        if beside(path, suffix).exists():
            beside(path, suffix).replace(beside(path, f"{suffix}.orphan"))
    sync_to_disk(fresh)
    fresh.replace(path)
    sync_to_disk(path.parent)


def _admit(path: Path, found: Header, read_only: bool) -> None:
    refuse_foreign(path, found)
    newest = len(migrations.MIGRATIONS)
    if found.version > newest:
        raise NewerFile(
            f"{path} was written by a newer version of Plimsoll (form {found.version}, this one knows {newest}): "
            "install that version, or restore a backup from before it."
        )
    if read_only and found.version < newest:
        raise StoreError(f"{path} was written by an older version of Plimsoll: start the window once to upgrade it.")


def _upgrade(path: Path, version: int, now: datetime) -> None:
    with closing(connect(path, foreign_keys=False)) as connection:
        if version:
            write_backup(connection, path.parent / "backups", now, version)
        migrations.apply(connection, migrations.MIGRATIONS)
