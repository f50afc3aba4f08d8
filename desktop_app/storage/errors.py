"""What can go wrong with the stored file, each told in one sentence that people can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils.utils import sqlite3

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}


class StoreError(Exception):
    """Something is wrong with the stored file; the message is one sentence for people, ready to be shown."""


class NewerFile(StoreError):
    """A newer version of the program wrote the file; it was left as it is."""


class ForeignFile(StoreError):
    """The file is none of this program's; it was left as it is."""


class ProfileBusy(StoreError):
    """Another running copy of the program holds the profile.

    Attributes:
        pid: The process that holds it, or None when it has not said so.
    """

    def __init__(self, message: str, pid: int | None = None) -> None:
        super().__init__(message)
        self.pid = pid


class StoreUnwritable(StoreError):
    """The system would not let the file be read or written: disk full, no permission, folder gone."""


class StoreDamaged(StoreError):
    """The contents of the file, or of a backup, are not what was once written."""


_FULL = "The disk that holds {} is full: free some space; nothing of the last step was written."
_CLOSED = "{} may not be written by you: give yourself the right to write it and the folder that it is in."
_BUSY = "Another program has kept {} busy for over 5 seconds: close it and try again."
_DAMAGED = "{} is damaged: restore the newest backup."
_SQLITE: dict[int, tuple[type[StoreError], str]] = {
    5: (StoreUnwritable, _BUSY),
    6: (StoreUnwritable, _BUSY),
    8: (StoreUnwritable, _CLOSED),
    10: (StoreUnwritable, "The disk reported an error at {}: check that it is attached and sound."),
    11: (StoreDamaged, _DAMAGED),
    13: (StoreUnwritable, _FULL),
    14: (StoreUnwritable, _CLOSED),
    26: (
        ForeignFile,
        "{} is not a Plimsoll database, or its first bytes are damaged: choose another file or restore a backup.",
    ),
}


def from_sqlite(error: sqlite3.Error, path: Path | None) -> StoreError | None:
    """Tell what SQLite's error means for a person.

    Args:
        error: What SQLite raised.
        path: The file in use; None for one in memory.

    Returns:
        The error to raise instead, or None when the fault lies in the program and not in file or disk.
    """
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the higher bits only refine the code
    if primary not in _SQLITE:
        return None
    kind, sentence = _SQLITE[primary]
    return kind(sentence.format(path or "memory"))


def from_system(error: OSError, path: Path | None) -> StoreError:
    """Tell what the system's error means for a person.

    Args:
        error: What the system raised.
        path: The file or folder in use, named when the error itself names none.

    Returns:
        The error to raise instead.
    """
    place = error.filename or path or "memory"
    if error.errno in _DISK_FULL:
        return StoreUnwritable(_FULL.format(place))
    if error.errno in _FORBIDDEN:
        return StoreUnwritable(_CLOSED.format(place))
    if error.errno in _ABSENT:
        return StoreUnwritable(f"{place} is not there: put the folder back or choose another one.")
    return StoreUnwritable(f"{place} cannot be used ({error.strerror or error}): choose another folder.")


@contextmanager
def spoken(path: Path | None) -> Iterator[None]:
    """Turn the errors of SQLite and of the system that leave the block into the sentence of a `StoreError`.

    Args:
        path: The file that the block works on; None for one in memory.

    Raises:
        StoreError: For every error that the file or the disk is the cause of.
    """
    try:
        yield
    except sqlite3.Error as error:
        told = from_sqlite(error, path)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise from_system(error, path) from error
    except UnicodeError as error:  # a damaged name of a table or column
        raise StoreDamaged(_DAMAGED.format(path or "memory")) from error
