"""Stretches of the last days in which no live price was seen: sleep, an outage, the program not running."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from desktop_app.engine.bars import BELIEVED, PERIOD_S
from desktop_app.storage.rows import instant, milliseconds

LOOK_BACK = timedelta(days=2)
SHORTEST = timedelta(minutes=5)


def gaps_of(db: Database, asset: str, now: datetime) -> list[tuple[datetime, datetime]]:
    """Return the gaps between the live prices of `asset` in the last two days, the oldest first.

    What lies before the first live price ever is none: nobody was to look. The one that lasts until `now`
    counts as well.
    """
    since = milliseconds(now - LOOK_BACK)
    period, shortest = PERIOD_S * 1000, SHORTEST // timedelta(milliseconds=1)
    before = db.conn.execute(
        "select max(open_ms) from candles where asset = ? and source = ? and period_s = ? and open_ms < ?",
        (asset, BELIEVED, PERIOD_S, since),
    ).fetchone()[0]
    rows = db.conn.execute(
        "select open_ms from candles where asset = ? and source = ? and period_s = ? and open_ms >= ? order by open_ms",
        (asset, BELIEVED, PERIOD_S, since),
    )
    opened = [row[0] for row in rows]
    if before is not None:
        opened.insert(0, max(before, since - period))
    if not opened:
        return []
    ends = [*opened[1:], milliseconds(now)]
    return [
        (instant(first + period), instant(last))
        for first, last in zip(opened, ends, strict=True)
        if last - first - period > shortest
    ]


def gaps_of_all(db: Database, assets: Iterable[str], now: datetime) -> list[tuple[int, int]]:
    """Return the gaps of several assets together (ms, from and to)."""
    return [(milliseconds(first), milliseconds(last)) for asset in assets for first, last in gaps_of(db, asset, now)]
