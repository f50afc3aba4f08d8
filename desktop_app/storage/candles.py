"""Candles of a stretch of time, wherever they lie: the recent ones are rows, older ones sealed chunks."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

import numpy as np
from sqlite_utils import Database

from desktop_app.domain.prices.quote import Candle
from desktop_app.storage import series
from desktop_app.storage.prices import candle_of, candle_rows, latest_rows, save_candles
from desktop_app.storage.rows import instant, milliseconds
from desktop_app.storage.series import Block, Merged, SeriesKey

SEAL_ROWS = 4096
KEPT_ROWS = 512
_RANGE = "from candles where asset = ? and quote = ? and source = ? and period_s = ? and open_ms between ? and ?"


def load_blocks(
    db: Database, assets: Sequence[str], since: datetime | None = None, until: datetime | None = None
) -> dict[SeriesKey, Block]:
    """Return every series of `assets` as arrays: candles that close after `since` and open before `until`."""
    found: dict[SeriesKey, Block] = {}
    latest = milliseconds(until) if until else None
    for key in series.keys_of(db, assets):
        earliest = milliseconds(since) - key.period_s * 1000 + 1 if since else None
        found[key] = series.read(db, key, earliest, latest)
    for key, candles in _by_series(candle_rows(db, assets, since, until)).items():
        found[key] = series.joined(found.get(key, series.empty_block()), block_of(candles))
    return {key: block for key, block in found.items() if block.times.size}


def load_candles(
    db: Database, assets: Sequence[str], since: datetime | None = None, until: datetime | None = None
) -> dict[str, list[Candle]]:
    """Return the candles of each of `assets` that close after `since` and open before `until`, by close.

    A row counts where a sealed candle has its time: it is the newer word.
    """
    found = candle_rows(db, assets, since, until)
    rows = {(candle.asset, candle.currency, candle.source, candle.period_s, candle.opened) for candle in _all(found)}
    latest = milliseconds(until) if until else None
    for key in series.keys_of(db, assets):
        earliest = milliseconds(since) - key.period_s * 1000 + 1 if since else None
        sealed = candles_of(key, series.read(db, key, earliest, latest))
        found[key.asset] += [
            candle
            for candle in sealed
            if (candle.asset, candle.currency, candle.source, candle.period_s, candle.opened) not in rows
        ]
        found[key.asset].sort(key=lambda candle: candle.closed)
    return found


def latest_candles(db: Database, without: str = "") -> list[Candle]:
    """Return for each asset the candle that closes last, of any source but `without`."""
    found = {candle.asset: candle for candle in latest_rows(db, without)}
    for key, block in series.last_points(db):
        (candle,) = candles_of(key, block)
        known = found.get(key.asset)
        if key.source != without and (known is None or candle.closed > known.closed):
            found[key.asset] = candle
    return [found[asset] for asset in sorted(found)]


def spans_of(db: Database, asset: str) -> list[tuple[SeriesKey, datetime, datetime]]:
    """Return every series of `asset` with its first opening and its last close (UTC)."""
    return [(key, first, last) for key, first, last, _ in kept_series(db, asset)]


def kept_series(db: Database, asset: str) -> list[tuple[SeriesKey, datetime, datetime, int]]:
    """Return every series of `asset` with its first opening, its last close (UTC) and how many points it has."""
    found = series.spans(db, asset)
    rows = db.query(
        "select quote, source, period_s, min(open_ms) f, max(open_ms) l, count(*) n from candles where asset = ? "
        "group by quote, source, period_s",
        [asset],
    )
    for row in rows:
        key = SeriesKey(asset, row["quote"], row["source"], row["period_s"])
        first, last, points = found.get(key, (row["f"], row["l"], 0))
        found[key] = min(first, row["f"]), max(last, row["l"]), points + row["n"]
    return [
        (key, instant(first), instant(last + key.period_s * 1000), points)
        for key, (first, last, points) in found.items()
    ]


def assets_of(db: Database, source: str) -> list[str]:
    """Return the assets that a source has candles of."""
    rows = db.query(
        "select asset from candles where source = ? union select asset from price_series where source = ?",
        [source, source],
    )
    return sorted(row["asset"] for row in rows)


def save_block(db: Database, key: SeriesKey, block: Block) -> Merged:
    """Seal many candles of one series at once; what was a row at one of their times is taken over."""
    if not block.times.size:
        return Merged(0, 0, 0)
    span = (*_values(key), int(block.times[0]), int(block.times[-1]))
    rows = db.conn.execute(f"select open_ms {_RANGE}", span).fetchall()
    if not rows:
        return series.merge(db, key, block)
    times = np.array([row[0] for row in rows], np.int64)
    merged = foresee(db, key, block)
    series.merge(db, key, block)
    _drop(db, key, times[series.is_in(times, block.times)].tolist())
    return merged


def save_exact(db: Database, key: SeriesKey, candles: Sequence[Candle]) -> Merged:
    """Keep candles of one series as rows, to the last digit; a row counts where a sealed candle has its time."""
    merged = foresee_exact(db, key, candles)
    save_candles(db, candles)
    return merged


def foresee(db: Database, key: SeriesKey, block: Block) -> Merged:
    """Return what `save_block` would do, without doing it."""
    if not block.times.size:
        return Merged(0, 0, 0)
    return series.compared(_known(db, key, int(block.times[0]), int(block.times[-1])), block)


def foresee_exact(db: Database, key: SeriesKey, candles: Sequence[Candle]) -> Merged:
    """Return what `save_exact` would do, without doing it."""
    if not candles:
        return Merged(0, 0, 0)
    times = [milliseconds(candle.opened) for candle in candles]
    known = set(_known(db, key, min(times), max(times)).times.tolist())
    rows = {candle.opened: candle for candle in _rows(db, key, min(times), max(times))}
    same = sum(rows.get(candle.opened) == candle for candle in candles)
    there = sum(time in known for time in times)
    return Merged(len(candles) - there, there - same, same)


def _known(db: Database, key: SeriesKey, first_ms: int, last_ms: int) -> Block:
    """Return what is kept of a series from `first_ms` to `last_ms`, wherever it lies."""
    sealed = series.read(db, key, first_ms, last_ms + 1)
    rows = _rows(db, key, first_ms, last_ms)
    return series.joined(sealed, block_of(rows)) if rows else sealed


def _rows(db: Database, key: SeriesKey, first_ms: int, last_ms: int) -> list[Candle]:
    return [candle_of(row) for row in db.query(f"select * {_RANGE}", [*_values(key), first_ms, last_ms])]


def _drop(db: Database, key: SeriesKey, times: Iterable[int]) -> None:
    db.conn.executemany(
        "delete from candles where asset = ? and quote = ? and source = ? and period_s = ? and open_ms = ?",
        [(*_values(key), time) for time in times],
    )


def seal(db: Database, before: datetime) -> int:
    """Move rows of long series that close before `before` into chunks; return how many were moved.

    A candle with more digits than a float64 keeps stays a row, so that nothing is lost.
    """
    moved = 0
    counts = db.query(
        "select asset, quote, source, period_s, count(*) n from candles group by asset, quote, source, period_s"
    )
    for count in list(counts):
        key = SeriesKey(count["asset"], count["quote"], count["source"], count["period_s"])
        if count["n"] < SEAL_ROWS:
            continue
        candles = _by_series(candle_rows(db, [key.asset], until=before)).get(key, [])
        exact = [candle for candle in candles[:-KEPT_ROWS] if candle.closed < before and survives(candle)]
        series.merge(db, key, block_of(exact))
        _drop(db, key, (milliseconds(candle.opened) for candle in exact))
        moved += len(exact)
    return moved


def drop_before(db: Database, source: str, period_s: int, before: datetime) -> None:
    """Forget the candles of a source and period that open before `before`, whole chunks at a time."""
    limit = milliseconds(before)
    db.conn.execute("delete from candles where source = ? and period_s = ? and open_ms < ?", (source, period_s, limit))
    db.conn.execute(
        "delete from price_chunks where last_ms < ? and series_id in "
        "(select id from price_series where source = ? and period_s = ?)",
        (limit, source, period_s),
    )


def survives(candle: Candle) -> bool:
    """Tell whether a float64 keeps every digit of a candle's prices."""
    return all(Decimal(repr(float(price))) == price for price in _prices(candle))


def block_of(candles: Sequence[Candle]) -> Block:
    """Return candles of one series as arrays; one column where each has a single price."""
    ordered = sorted(candles, key=lambda candle: candle.opened)
    times = np.array([milliseconds(candle.opened) for candle in ordered], np.int64)
    prices = np.array([[float(price) for price in _prices(candle)] for candle in ordered], np.float64).reshape(-1, 4)
    single = bool((prices == prices[:, :1]).all())
    return Block(times, prices[:, -1:] if single else prices)


def candles_of(key: SeriesKey, block: Block) -> list[Candle]:
    """Return a block as candles, each price with the fewest digits that its float64 stands for."""
    wide = block.widened(4)
    return [
        Candle(
            key.asset,
            key.currency,
            key.source,
            key.period_s,
            instant(time),
            *(Decimal(repr(price)) for price in prices),
        )
        for time, prices in zip(wide.times.tolist(), wide.prices.tolist(), strict=True)
    ]


def _prices(candle: Candle) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    return candle.open, candle.high, candle.low, candle.close


def _values(key: SeriesKey) -> tuple[str, str, str, int]:
    return key.asset, key.currency, key.source, key.period_s


def _all(found: dict[str, list[Candle]]) -> Iterable[Candle]:
    return (candle for candles in found.values() for candle in candles)


def _by_series(found: dict[str, list[Candle]]) -> dict[SeriesKey, list[Candle]]:
    split: dict[SeriesKey, list[Candle]] = {}
    for candle in _all(found):
        key = SeriesKey(candle.asset, candle.currency, candle.source, candle.period_s)
        split.setdefault(key, []).append(candle)
    return split
