"""What is done by itself: a backup a day and before an import, old prices sealed, thinned and let go."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from desktop_app.engine.bars import BELIEVED, PERIOD_S
from desktop_app.engine.settings import Settings
from desktop_app.storage.backup import backup_due, prune
from desktop_app.storage.candles import assets_of, drop_before, load_blocks, save_block, seal
from desktop_app.storage.prices import prune_quotes
from desktop_app.storage.series import SeriesKey, resampled
from desktop_app.storage.store import Store

QUOTES_KEPT = timedelta(days=2)
REJECTED_KEPT = timedelta(days=90)
HOUR_MS = 3_600_000


def daily_upkeep(store: Store, settings: Settings, now: datetime) -> Path | None:
    """Take the day's backup, then seal long series, make hours of old minutes and forget old quotes.

    Raises:
        StoreError: the copy is not sound, or its folder cannot be written.
    """
    made = daily_backup(store, now)
    minutes = now - timedelta(days=settings.minutes_kept_days)
    with store.write() as db:
        keep_hours(db, minutes)
        seal(db, now - timedelta(hours=1))
        prune_quotes(db, now - QUOTES_KEPT, now - REJECTED_KEPT)
    return made


def keep_hours(db: Database, before: datetime) -> None:
    """Make hours of the believed minutes that are older than `before`, highs and lows kept, and let those go."""
    limit = before.replace(minute=0, second=0, microsecond=0)
    for key, block in load_blocks(db, assets_of(db, BELIEVED), None, limit).items():
        if key.source == BELIEVED and key.period_s == PERIOD_S:
            hours = resampled(block, HOUR_MS)
            save_block(db, SeriesKey(key.asset, key.currency, BELIEVED, HOUR_MS // 1000), hours)
    drop_before(db, BELIEVED, PERIOD_S, limit)


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
