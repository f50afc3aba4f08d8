"""Copies of the live file that were checked before they got their name, which of them stay, and the way back."""

import os
import re
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path

from sqlite_utils.utils import sqlite3

from desktop_app.storage import migrations
from desktop_app.storage.connection import SIDE_FILES, beside, connect, faults, header, refuse_foreign, remove
from desktop_app.storage.errors import ForeignFile, NewerFile, StoreDamaged, StoreUnwritable, spoken
from desktop_app.storage.profile import private_file, private_folder, sync_to_disk

DAILY, WEEKLY, MONTHLY = 12, 10, 9
ALL_WITHIN = timedelta(days=2)
UPGRADES_KEPT = 3
_DUE = timedelta(days=1)
_NAME = re.compile(r"plimsoll-(\d{8}T\d{6}\.\d{3})Z(?:-v(\d+))?\.db")
_TIME = "%Y%m%dT%H%M%S.%f"
_PARTIAL = ".partial-"


@dataclass(frozen=True, slots=True)
class Backup:
    """One finished backup.

    Attributes:
        path: The file, which needs no other beside it.
        taken: When it was taken, in UTC.
        version: The version of the file before the upgrade that it was taken for; None for any other backup.
    """

    path: Path
    taken: datetime
    version: int | None = None


def write_backup(source: sqlite3.Connection, folder: Path, now: datetime, version: int | None = None) -> Path:
    """Copy a database into a folder; the copy has its name only once it is whole, checked and on the disk.

    Args:
        source: The database, outside a transaction.
        folder: Where the backups lie; made when missing.
        now: The time for the name, with a zone.
        version: The version of the file, when the copy is taken before an upgrade.

    Returns:
        The finished backup.

    Raises:
        StoreDamaged: If the copy is not sound, which tells that the source is not.
        StoreUnwritable: If the folder cannot be written.
    """
    if source.in_transaction:
        raise RuntimeError("a backup inside a transaction would hold what may still be undone")
    private_folder(folder)
    with spoken(folder):
        final = _free_name(folder, now, version)
        _place(source, final, "DELETE", lambda partial: partial.rename(final))
    return final


def backup_names(folder: Path) -> list[Backup]:
    """List the finished backups of a folder.

    Args:
        folder: Where they lie; it may be missing.

    Returns:
        The backups, newest first.
    """
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        if match := _NAME.fullmatch(path.name):
            with suppress(ValueError):  # digits that are no date: not a name that was given here
                taken = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
                found.append(Backup(path, taken, int(match[2]) if match[2] else None))
    return sorted(found, key=lambda backup: (backup.taken, backup.path.name), reverse=True)


def backup_due(folder: Path, now: datetime) -> bool:
    """Tell whether a daily backup should be taken.

    Args:
        folder: Where the backups lie; it may be missing.
        now: The time, with a zone.

    Returns:
        True when no backup is from the last 24 hours. One from the future does not count: a clock was wrong.
    """
    return not any(timedelta(0) <= now - backup.taken < _DUE for backup in backup_names(folder))


def thin(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Choose the backups that may go.

    All of the last two days stay; of those before, the newest of each of 12 days, then of each of 10 weeks before
    these, then of each of 9 months before those. The newest one before each of the last 3 upgrades stays too.

    Args:
        backups: The backups there are.
        now: The time, with a zone.

    Returns:
        Those to delete, newest first.
    """
    newest_first = sorted(backups, key=lambda backup: backup.taken, reverse=True)
    kept = [backup for backup in newest_first if now - backup.taken <= ALL_WITHIN]
    older = newest_first[len(kept) :]
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        chosen = _newest_of_each(older, period, count, kept)
        kept += chosen
        older = [backup for backup in older if not chosen or backup.taken < chosen[-1].taken]
    staying = {backup.path for backup in (*kept, *_before_upgrades(newest_first))}
    return [backup for backup in newest_first if backup.path not in staying]


def prune(folder: Path, now: datetime) -> list[Path]:
    """Delete the backups that `thin` chooses, and what killed processes left half made over a day ago.

    Args:
        folder: Where the backups lie.
        now: The time, with a zone.

    Returns:
        The deleted files.

    Raises:
        StoreUnwritable: If one cannot be deleted.
    """
    gone = [backup.path for backup in thin(backup_names(folder), now)]
    with spoken(folder):
        day_ago = (now - _DUE).timestamp()
        gone += [path for path in folder.glob(f".*{_PARTIAL}*") if path.stat().st_mtime < day_ago]
        for path in gone:
            path.unlink(missing_ok=True)
    return gone


def restore(backup: Path, target: Path) -> Path | None:
    """Put a backup in the place of the live file, whole or not at all.

    The caller holds the profile's guard and has closed the store.

    Args:
        backup: The backup, which is left as it is.
        target: The live file; it may be missing or damaged.

    Returns:
        Where the replaced file lies now, its -wal beside it if that could not be folded in; None if none was.

    Raises:
        NewerFile: If a newer version of the program made the backup.
        ForeignFile: If the backup is none of this program's.
        StoreDamaged: If the backup is not sound.
        StoreUnwritable: If a file cannot be read or written.
    """
    with spoken(backup):
        _check_usable(backup)
    kept: list[Path] = []
    with spoken(target), closing(connect(backup, read_only=True)) as source:
        for left in target.parent.glob(f".{escape(target.name)}{_PARTIAL}*"):
            left.unlink()
        _place(source, target, "WAL", lambda partial: kept.extend(_exchange(partial, target)))
    return kept[0] if kept else None


def _check_usable(backup: Path) -> None:
    found = header(backup)
    refuse_foreign(backup, found)
    if found.empty:
        raise ForeignFile(f"{backup} is empty: choose another backup.")
    if found.version > len(migrations.MIGRATIONS):
        raise NewerFile(f"{backup} was made by a newer version of Plimsoll: install that version to use it.")
    with closing(connect(backup, read_only=True)) as connection:
        problems = faults(connection)
    if problems:
        raise StoreDamaged(f"{backup} is damaged ({problems[0]}): choose another backup.")


def _place(source: sqlite3.Connection, final: Path, journal_mode: str, publish: Callable[[Path], object]) -> None:
    """Copy `source` to a temporary name beside `final`, check it, and have it published from there."""
    partial = final.with_name(f".{final.name}{_PARTIAL}{os.getpid()}")
    try:
        private_file(partial)
        _copy(source, partial, journal_mode)
        sync_to_disk(partial)
        publish(partial)
        sync_to_disk(final.parent)
    finally:
        remove(partial)


def _copy(source: sqlite3.Connection, partial: Path, journal_mode: str) -> None:
    with closing(sqlite3.connect(partial, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode=OFF")  # a half-made copy is never used: nothing needs undoing
        target.execute("PRAGMA synchronous=OFF")
        source.backup(target, pages=-1)
        target.execute(f"PRAGMA journal_mode={journal_mode}")
        problems = faults(target)
    if problems:
        raise StoreDamaged(f"The database is damaged, no copy was made ({problems[0]}): restore a backup.")


def _exchange(partial: Path, target: Path) -> list[Path]:
    """Put `partial` in the place of `target`, and keep the file that was there under a name of its own."""
    aside, replaced = _aside(target), target.exists()
    if replaced:
        _fold_wal(target)
        try:
            os.link(target, aside)  # at every moment a whole file has the live name
        except OSError:  # this file system has one name a file
            target.rename(aside)
    for suffix in SIDE_FILES:
        if beside(target, suffix).exists():
            beside(target, suffix).rename(beside(aside, suffix))
    partial.replace(target)
    beside(aside, "-shm").unlink(missing_ok=True)
    return [aside] if replaced else []


def _fold_wal(target: Path) -> None:
    """Bring all of a sound file into the one file; a damaged one is left as it is, its -wal beside it."""
    with suppress(sqlite3.Error, StoreUnwritable):
        header(target)  # whoever may write a damaged file changes it by closing it
        with closing(connect(target)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _aside(target: Path) -> Path:
    number = 1
    while (path := target.with_name(f"{target.stem}.replaced-{number}{target.suffix}")).exists():
        number += 1
    return path


def _free_name(folder: Path, now: datetime, version: int | None) -> Path:
    """Name a backup by its time; a second one in the same millisecond takes the next."""
    taken = now.astimezone(UTC)
    mark = "" if version is None else f"-v{version}"
    while (path := folder / f"plimsoll-{taken.strftime(_TIME)[:-3]}Z{mark}.db").exists():
        taken += timedelta(milliseconds=1)
    return path


def _newest_of_each(
    older: list[Backup], period: Callable[[datetime], object], count: int, kept: list[Backup]
) -> list[Backup]:
    """Pick the newest backup of each of `count` periods in which none is kept yet."""
    seen = {period(backup.taken) for backup in kept}
    chosen: list[Backup] = []
    for backup in older:
        if len(chosen) < count and period(backup.taken) not in seen:
            seen.add(period(backup.taken))
            chosen.append(backup)
    return chosen


def _before_upgrades(newest_first: list[Backup]) -> list[Backup]:
    first: dict[int, Backup] = {}
    for backup in newest_first:
        if backup.version is not None:
            first.setdefault(backup.version, backup)
    return [first[version] for version in sorted(first, reverse=True)[:UPGRADES_KEPT]]


def _day(taken: datetime) -> object:
    return taken.date()


def _week(taken: datetime) -> object:
    return taken.isocalendar()[:2]


def _month(taken: datetime) -> object:
    return taken.year, taken.month
