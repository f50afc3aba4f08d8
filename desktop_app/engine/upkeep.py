"""Backups that are taken by themselves: one a day, and one before an import."""

from datetime import datetime
from pathlib import Path

from desktop_app.storage.backup import backup_due, prune
from desktop_app.storage.store import Store


def backup_folder(store: Store) -> Path | None:
    """Return where the backups of a store lie; None for one in memory."""
    return store.path.parent / "backups" if store.path is not None else None


def daily_backup(store: Store, now: datetime) -> Path | None:
    """Take a backup if the newest is over a day old, and thin the older ones; return it if one was taken.

    Raises:
        StoreError: the copy is not sound, or its folder cannot be written.
    """
    folder = backup_folder(store)
    if folder is None or not backup_due(folder, now):
        return None
    return backup_now(store, now)


def backup_now(store: Store, now: datetime) -> Path | None:
    """Take a backup and thin the older ones; None for a store in memory.

    Raises:
        StoreError: the copy is not sound, or its folder cannot be written.
    """
    folder = backup_folder(store)
    if folder is None:
        return None
    made = store.backup(folder, now)
    prune(folder, now)
    return made
