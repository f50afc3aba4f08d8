"""How the file is opened: the pragmas, whose file it is, and whether it is sound."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlite_utils.utils import sqlite3

from desktop_app.storage.errors import ForeignFile, StoreUnwritable
from desktop_app.storage.rows import HASH_COLUMN, row_hash

APPLICATION_ID = 0x506C696D  # "Plim"
BUSY_SECONDS = 5.0
SIDE_FILES = ("-wal", "-shm", "-journal")
_ALWAYS = ("cell_size_check=ON", "trusted_schema=OFF")
# A commit that was acknowledged is on the disk: only FULL holds that in WAL mode.
_DURABLE = ("synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON", "journal_size_limit=4194304")
_READONLY = 8


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says it is.

    Attributes:
        application_id: Whose file it is; 0 when nobody has said so.
        version: Its `user_version`, the number of migrations applied.
        empty: Whether it has no tables at all.
    """

    application_id: int
    version: int
    empty: bool


def connect(path: Path | None, *, read_only: bool = False, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open a database with the pragmas that keep it safe; the connection belongs to the calling thread.

    Args:
        path: An existing file; None for a new database in memory.
        read_only: Whether to refuse every write.
        foreign_keys: Whether references are enforced; a migration that rebuilds tables needs them off.

    Returns:
        The connection, without implicit transactions.

    Raises:
        sqlite3.Error: If the file cannot be opened.
        StoreUnwritable: If the file's disk has no write-ahead log.
    """
    address = ":memory:" if path is None else _address(path, "ro" if read_only else "rw")
    connection = _raw(address)
    try:
        for pragma in (*_ALWAYS, f"foreign_keys={int(foreign_keys)}"):
            connection.execute(f"PRAGMA {pragma}")
        if read_only:
            return connection
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        if path is not None and mode != "wal":
            raise StoreUnwritable(f"{path.parent} has no write-ahead log: choose a disk of this computer.")
        for pragma in _DURABLE:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def header(path: Path) -> Header:
    """Read whose file it is without changing a byte of it.

    Args:
        path: An existing file.

    Returns:
        What the file says it is.

    Raises:
        ForeignFile: If it is no SQLite database.
        StoreUnwritable: If it cannot be read.
    """
    try:
        return _header(_address(path, "ro"))
    except sqlite3.OperationalError as error:
        # A crash while the file was not yet in WAL mode needs a writer to mend it. Nobody is writing such a file,
        # so it may be read as it lies; the next connection that may write rolls it back.
        hot = getattr(error, "sqlite_errorcode", 0) & 0xFF == _READONLY and beside(path, "-journal").exists()
        if not hot:
            raise
        return _header(_address(path, "ro") + "&immutable=1")


def faults(connection: sqlite3.Connection) -> list[str]:
    """Check the structure of a database: pages, indexes, CHECKs and references.

    Args:
        connection: An open database.

    Returns:
        One sentence a fault; empty when it is sound.
    """
    try:
        structure = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        found = [] if structure == ["ok"] else structure
        found += [
            f"{table} row {rowid} refers to a row of {parent} that is not there"
            for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check")
        ]
    except (sqlite3.DatabaseError, UnicodeError) as error:
        return [str(error)]
    return found


def changed_rows(connection: sqlite3.Connection) -> list[str]:
    """Compare the rows that a person filled in with the hash that each was saved with.

    Args:
        connection: An open database.

    Returns:
        One sentence a row whose contents are no longer those that were saved.
    """
    before = connection.text_factory
    # A changed byte may be no UTF-8 at all; such a row is to be named, not to end the check.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        return [sentence for table in _hashed_tables(connection) for sentence in _changed(connection, table)]
    except (sqlite3.DatabaseError, UnicodeError) as error:
        return [str(error)]
    finally:
        connection.text_factory = before


def beside(path: Path, suffix: str) -> Path:
    """Name a file that stands beside another.

    Args:
        path: The other file.
        suffix: What its name has more, such as one of `SIDE_FILES`.

    Returns:
        Its path.
    """
    return path.with_name(path.name + suffix)


def remove(path: Path) -> None:
    """Delete a database that nobody has open, and what stands beside it.

    Args:
        path: The file; one that is absent is fine.

    Raises:
        OSError: If a file cannot be deleted.
    """
    for suffix in ("", *SIDE_FILES):
        beside(path, suffix).unlink(missing_ok=True)


def refuse_foreign(path: Path, found: Header) -> None:
    """Let through a file of this program, or one that nobody has written yet.

    Args:
        path: The file.
        found: What it says it is.

    Raises:
        ForeignFile: If another program made it.
    """
    fresh = found == Header(0, 0, empty=True) and path.stat().st_size != 1  # SQLite takes one byte for none
    if found.application_id != APPLICATION_ID and not fresh:
        raise ForeignFile(f"{path} belongs to another program: choose another file or folder.")


def _header(address: str) -> Header:
    with closing(_raw(address)) as connection:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return Header(application_id, version, not tables)


def _raw(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _address(path: Path, mode: str) -> str:
    """Name a file so that SQLite never makes one by mistake, whatever characters its name has."""
    name = path.absolute().as_posix()
    root = "" if name.startswith("/") and sys.platform != "win32" else "/"
    return f"file://{root}{quote(name)}?mode={mode}"


def _hashed_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c "
        "WHERE m.type = 'table' AND c.name = ? ORDER BY m.name",
        (HASH_COLUMN,),
    )
    return [name for (name,) in rows]


def _changed(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # the name comes from the schema
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        saved = row.pop(HASH_COLUMN)
        if saved != row_hash(row, row):
            yield f"{table} row {values[0]!r} is not as it was saved"
