"""Where a person's files lie, that only that person may read them, and that one program writes them."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from desktop_app.storage.errors import ProfileBusy, StoreUnwritable, from_system, spoken

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_PID_WAIT_S = 0.2
# Windows locks bytes against reading too, so the locked byte lies far behind the process number.
_LOCKED_BYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder that holds everything of one person.

    Attributes:
        folder: The folder; `prepare` makes it.
    """

    folder: Path

    @property
    def database(self) -> Path:
        """The live file; only `Store.open` and `restore` may open it."""
        return self.folder / "plimsoll.db"

    @property
    def backups(self) -> Path:
        """The folder of the backups, those before an upgrade among them."""
        return self.folder / "backups"

    @property
    def exports(self) -> Path:
        """The folder that exported files go to unless the person names another one."""
        return self.folder / "exports"

    @property
    def logs(self) -> Path:
        """The folder of the logs and crash reports."""
        return self.folder / "logs"

    @property
    def lock(self) -> Path:
        """The file that `ProfileGuard` locks; it names the process that holds it."""
        return self.folder / "plimsoll.lock"

    @property
    def watch_lock(self) -> Path:
        """The file that a watcher without a window locks, so that there is one of them."""
        return self.folder / "watch.lock"

    def prepare(self) -> None:
        """Make the folder and those in it, readable by their owner alone, and see that they can be written.

        Raises:
            StoreUnwritable: If a folder cannot be made, made private or written.
        """
        for folder in (self.folder, self.backups, self.exports, self.logs):
            private_folder(folder)
        probe = self.folder / f".probe-{os.getpid()}"
        with spoken(self.folder):
            probe.unlink(missing_ok=True)
            private_file(probe)
            probe.unlink()


class ProfileGuard:
    """Keeps every other process from writing a profile, as a context manager.

    The system frees it when the process ends, however it ends. Who only reads may do without.

    Attributes:
        profile: The prepared profile to hold.
    """

    def __init__(self, profile: Profile, *, watching: bool = False) -> None:
        """Hold `profile` for a window or a command; `watching` for a watcher, which goes beside one of them."""
        self.profile = profile
        self._path = profile.watch_lock if watching else profile.lock
        self._descriptor: int | None = None

    def __enter__(self) -> "ProfileGuard":
        """Take the profile.

        Returns:
            This guard.

        Raises:
            ProfileBusy: If another guard holds the profile.
            StoreUnwritable: If the lock's file cannot be opened.
        """
        path = self._path
        with spoken(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            make_private(path)
            if not _lock(descriptor):
                raise _busy(path, _holder(descriptor))
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode())
        except OSError as error:
            os.close(descriptor)
            raise from_system(error, path) from error
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the profile back. The file stays: to remove it would let two processes lock two files."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            try:
                os.ftruncate(descriptor, 0)
            finally:
                os.close(descriptor)


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone.

    Args:
        folder: The folder; one that exists is made private.

    Raises:
        StoreUnwritable: If it cannot be made or made private.
    """
    with spoken(folder):
        for missing in reversed(list(_missing(folder))):
            missing.mkdir(PRIVATE_FOLDER, exist_ok=True)
        if folder.stat().st_mode & 0o777 != PRIVATE_FOLDER:
            folder.chmod(PRIVATE_FOLDER)
        if not os.access(folder, os.W_OK):
            raise StoreUnwritable(f"{folder} may not be written by you: choose a folder of your own.")


def private_file(path: Path) -> None:
    """Make an empty file for its owner alone.

    SQLite gives its -wal and -shm files the permissions of the file that they stand beside.

    Args:
        path: The file to make.

    Raises:
        OSError: If it exists or cannot be made.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))


def make_private(path: Path) -> None:
    """Take a file from everybody but its owner, without opening it.

    Args:
        path: The file; one that is absent is left so.

    Raises:
        OSError: If it belongs to somebody else.
    """
    try:
        if path.stat().st_mode & 0o777 != PRIVATE_FILE:
            path.chmod(PRIVATE_FILE)
    except FileNotFoundError:
        return


def sync_to_disk(path: Path) -> None:
    """Wait until the disk holds a file that SQLite does not have open, or the names in a folder.

    Args:
        path: The file or folder. Windows keeps names safe by itself, so a folder is passed over there.

    Raises:
        OSError: If the disk reports an error.
    """
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        if sys.platform == "darwin":
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _missing(folder: Path) -> Iterator[Path]:
    while not folder.exists():
        yield folder
        folder = folder.parent


def _lock(descriptor: int) -> bool:
    """Try to take the lock at once; False when another holds it."""
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _holder(descriptor: int) -> int | None:
    """Read who holds the lock; the holder writes its number a moment after it took the lock."""
    end = time.monotonic() + _PID_WAIT_S
    while True:
        os.lseek(descriptor, 0, os.SEEK_SET)
        text = os.read(descriptor, 32)
        if text.endswith(b"\n") and text.strip().isdigit():
            return int(text)
        if time.monotonic() > end:
            return None
        time.sleep(0.01)


def _busy(path: Path, pid: int | None) -> ProfileBusy:
    who = f"process {pid}" if pid else "another process"
    return ProfileBusy(
        f"Plimsoll is already running on {path.parent} ({who}): go to that window, or end it first.", pid
    )
