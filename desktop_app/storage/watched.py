"""Which files of the watched folder were dealt with: load and save."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class FileMark:
    """What tells a file from a changed one: folder, name, size in bytes and time of change in ns since 1970."""

    folder: str
    name: str
    size: int
    mtime_ns: int


class FileState(Enum):
    """What became of a file: its prices are kept, it waits for a person, or it is not one of prices."""

    IMPORTED = "imported"
    WAITING = "waiting"
    OTHER = "other"


_SAVE = """
insert or replace into watched_files (folder, name, size, mtime_ns, state)
values (?, ?, ?, ?, ?)
"""


def save_mark(db: Database, mark: FileMark, state: FileState) -> None:
    """Keep what became of a file, in place of what was kept of an older form of it."""
    db.conn.execute(_SAVE, (mark.folder, mark.name, mark.size, mark.mtime_ns, state.value))


def load_marks(db: Database, folder: str) -> dict[FileMark, FileState]:
    """Return what became of the files of a folder."""
    rows = db.query("select * from watched_files where folder = ?", [folder])
    return {FileMark(row["folder"], row["name"], row["size"], row["mtime_ns"]): FileState(row["state"]) for row in rows}


def drop_marks(db: Database, marks: Iterable[FileMark]) -> None:
    """Forget files, so that they are taken anew."""
    db.conn.executemany(
        "delete from watched_files where folder = ? and name = ?", [(mark.folder, mark.name) for mark in marks]
    )
