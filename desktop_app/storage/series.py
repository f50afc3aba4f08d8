"""Long price series as sealed chunks: float64 arrays in BLOBs, beside the recent candles that are rows.

A chunk holds up to 4,096 numbers of one series in order of time, no two chunks of a series overlap, and each
carries a hash. Reading them is as fast as reading the file; a row for each price is sixty times slower.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from desktop_app.storage.errors import StoreDamaged
from desktop_app.storage.rows import Plain, sealed

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

NUMBERS = 4096
_INSERT = (
    "insert into price_chunks (series_id, first_ms, last_ms, points, width, step_ms, runs, data, row_hash) "
    "values (:series_id, :first_ms, :last_ms, :points, :width, :step_ms, :runs, :data, :row_hash)"
)


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What a series is of: one source's candles of `period_s` seconds of an asset in a currency."""

    asset: str
    currency: str
    source: str
    period_s: int


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Candles as arrays: `times` (n,) are openings in ms since 1970 UTC, strictly ascending.

    `prices` has shape (n, 1) for single prices, or (n, 4) for open, high, low, close.
    """

    times: Times
    prices: Floats

    @property
    def width(self) -> int:
        """1 for single prices, 4 for candles."""
        return int(self.prices.shape[1])

    @property
    def closes(self) -> Floats:
        """The last column, shape (n,)."""
        return self.prices[:, -1]

    @property
    def highs(self) -> Floats:
        """The highs, shape (n,)."""
        return self.prices[:, min(1, self.width - 1)]

    @property
    def lows(self) -> Floats:
        """The lows, shape (n,)."""
        return self.prices[:, min(2, self.width - 1)]

    def widened(self, width: int) -> "Block":
        """Return the block with four columns where `width` asks for them."""
        return Block(self.times, np.repeat(self.prices, 4, axis=1)) if self.width < width else self

    def between(self, since_ms: int | None, until_ms: int | None) -> "Block":
        """Return the part whose times lie in [since_ms, until_ms)."""
        first = 0 if since_ms is None else int(np.searchsorted(self.times, since_ms))
        last = self.times.size if until_ms is None else int(np.searchsorted(self.times, until_ms))
        return Block(self.times[first:last], self.prices[first:last])


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, in points."""

    added: int
    changed: int
    unchanged: int


def empty_block(width: int = 1) -> Block:
    """Return a block without points."""
    return Block(np.empty(0, np.int64), np.empty((0, width), np.float64))


def joined(old: Block, new: Block) -> Block:
    """Return both blocks as one; where they have the same time, `new` counts."""
    if not old.times.size or not new.times.size:
        return new if new.times.size else old
    width = max(old.width, new.width)
    old, new = old.widened(width), new.widened(width)
    if old.times[-1] < new.times[0]:
        return Block(np.concatenate([old.times, new.times]), np.concatenate([old.prices, new.prices]))
    kept = ~is_in(old.times, new.times)
    times = np.concatenate([old.times[kept], new.times])
    order = np.argsort(times, kind="stable")
    return Block(times[order], np.concatenate([old.prices[kept], new.prices])[order])


def compared(old: Block, new: Block) -> Merged:
    """Return how many points of `new` are not in `old`, differ from it, or stand there already."""
    if not old.times.size:
        return Merged(int(new.times.size), 0, 0)
    known = is_in(new.times, old.times)
    count = int(known.sum())
    width = max(old.width, new.width)
    one = old.widened(width).prices[np.searchsorted(old.times, new.times[known])]
    other = new.widened(width).prices[known]
    changed = int(np.any(one != other, axis=1).sum())
    return Merged(int(new.times.size) - count, changed, count - changed)


def is_in(times: Times, known: Times) -> NDArray[np.bool_]:
    """Return which of `times` are among `known`; both ascend."""
    if not known.size:
        return np.zeros(times.size, bool)
    places = np.minimum(np.searchsorted(known, times), known.size - 1)
    return np.asarray(known[places] == times)


def resampled(block: Block, period_ms: int) -> Block:
    """Return `block` as candles of a longer period (ms): first open, highest high, lowest low, last close.

    No extreme is lost, however long the period.
    """
    if not block.times.size:
        return empty_block(4)
    slots = block.times - block.times % period_ms
    starts = np.flatnonzero(np.concatenate([[True], slots[1:] != slots[:-1]]))
    ends = np.concatenate([starts[1:], [block.times.size]]) - 1
    prices = np.stack(
        [
            block.prices[starts, 0],
            np.maximum.reduceat(block.highs, starts),
            np.minimum.reduceat(block.lows, starts),
            block.closes[ends],
        ],
        axis=1,
    )
    return Block(slots[starts], prices)


def merge(db: Database, key: SeriesKey, block: Block) -> Merged:
    """Write `block` into the sealed chunks of a series; a point that is there already is corrected."""
    if not block.times.size:
        return Merged(0, 0, 0)
    number = _number(db, key)
    first, last = int(block.times[0]), int(block.times[-1])
    # The newest chunk before the block is taken up again while it has room, so that chunks stay full.
    rows = list(
        db.query(
            "select rowid as place, * from price_chunks where series_id = ? and last_ms >= ? and first_ms <= ? "
            "or rowid = (select rowid from price_chunks where series_id = ? and last_ms < ? "
            "order by first_ms desc limit 1) order by first_ms",
            [number, first, last, number, first],
        )
    )
    if rows and rows[0]["last_ms"] < first and rows[0]["points"] * rows[0]["width"] >= NUMBERS:
        rows = rows[1:]
    old = _joined_chunks(rows)
    db.conn.executemany("delete from price_chunks where rowid = ?", [(row["place"],) for row in rows])
    db.conn.executemany(_INSERT, _chunks(number, joined(old, block)))
    return compared(old, block)


def read(db: Database, key: SeriesKey, since_ms: int | None = None, until_ms: int | None = None) -> Block:
    """Return the sealed points of a series that open in [since_ms, until_ms).

    Raises:
        StoreDamaged: a chunk has not the size that it says.
    """
    rows = db.query(
        "select c.* from price_chunks c join price_series s on s.id = c.series_id where s.asset = ? and s.quote = ? "
        "and s.source = ? and s.period_s = ? and c.last_ms >= ? and c.first_ms < ? order by c.first_ms",
        [key.asset, key.currency, key.source, key.period_s, _low(since_ms), _high(until_ms)],
    )
    return _joined_chunks(list(rows)).between(since_ms, until_ms)


def last_points(db: Database, assets: Sequence[str] | None = None) -> Iterator[tuple[SeriesKey, Block]]:
    """Yield for each series its newest chunk's last point."""
    # The newest chunk is found by the index alone; a plain group by would read every chunk's data.
    rows = db.query(
        "select s.asset, s.quote, s.source, s.period_s, c.* from price_series s join price_chunks c "
        "on c.series_id = s.id and c.first_ms = (select max(first_ms) from price_chunks where series_id = s.id)"
    )
    for row in rows:
        if assets is None or row["asset"] in assets:
            block = _opened(row)
            yield _key(row), Block(block.times[-1:], block.prices[-1:])


def keys_of(db: Database, assets: Sequence[str]) -> list[SeriesKey]:
    """Return the sealed series of `assets`."""
    marks = ",".join("?" * len(assets))
    rows = db.query(f"select * from price_series where asset in ({marks}) order by id", list(assets))  # noqa: S608
    return [_key(row) for row in rows]


def spans(db: Database, asset: str) -> dict[SeriesKey, tuple[int, int, int]]:
    """Return for each sealed series of `asset` its first and last opening (ms) and how many points it has."""
    rows = db.query(
        "select s.asset, s.quote, s.source, s.period_s, min(c.first_ms) f, max(c.last_ms) l, sum(c.points) n "
        "from price_series s join price_chunks c on c.series_id = s.id where s.asset = ? group by c.series_id",
        [asset],
    )
    return {_key(row): (row["f"], row["l"], row["n"]) for row in rows}


def _key(row: dict[str, object]) -> SeriesKey:
    return SeriesKey(str(row["asset"]), str(row["quote"]), str(row["source"]), int(str(row["period_s"])))


def _low(since_ms: int | None) -> int:
    return -(1 << 62) if since_ms is None else since_ms


def _high(until_ms: int | None) -> int:
    return 1 << 62 if until_ms is None else until_ms


def _number(db: Database, key: SeriesKey) -> int:
    values = (key.asset, key.currency, key.source, key.period_s)
    db.conn.execute("insert or ignore into price_series (asset, quote, source, period_s) values (?, ?, ?, ?)", values)
    (number,) = db.conn.execute(
        "select id from price_series where asset = ? and quote = ? and source = ? and period_s = ?", values
    ).fetchone()
    return int(number)


def _chunks(number: int, block: Block) -> Iterator[dict[str, Plain]]:
    size = NUMBERS // block.width
    for start in range(0, block.times.size, size):
        times, prices = block.times[start : start + size], block.prices[start : start + size]
        step, heads = _runs(times)
        stamps = heads.tobytes() if step else times.astype("<i8").tobytes()
        yield sealed(
            {
                "series_id": number,
                "first_ms": int(times[0]),
                "last_ms": int(times[-1]),
                "points": int(times.size),
                "width": block.width,
                "step_ms": step,
                "runs": len(heads) if step else 0,
                "data": stamps + np.ascontiguousarray(prices.T, dtype="<f8").tobytes(),
            }
        )


def _runs(times: Times) -> tuple[int, NDArray[np.int64]]:
    """Return the step of mostly regular times and, for each gap, (index, time) after it; step 0: keep the times."""
    if times.size < 2:
        return 1, np.empty((0, 2), "<i8")
    gaps = np.diff(times)
    step = int(np.median(gaps))
    breaks = np.flatnonzero(gaps != step) + 1
    if step <= 0 or breaks.size * 2 > times.size:
        return 0, np.empty((0, 2), "<i8")
    return step, np.stack([breaks, times[breaks]], axis=1).astype("<i8")


def _joined_chunks(rows: Sequence[dict[str, object]]) -> Block:
    blocks = [_opened(row) for row in rows]
    if not blocks:
        return empty_block()
    width = max(block.width for block in blocks)
    wide = [block.widened(width) for block in blocks]
    return Block(np.concatenate([b.times for b in wide]), np.concatenate([b.prices for b in wide]))


def _opened(row: dict[str, object]) -> Block:
    points, width, step, runs = (int(str(row[name])) for name in ("points", "width", "step_ms", "runs"))
    data = row["data"]
    stamps = runs * 16 if step else points * 8
    if not isinstance(data, bytes) or len(data) != stamps + points * width * 8 or points < 1:
        raise StoreDamaged("A chunk of a price series has not the size that it says: restore the newest backup.")
    prices = np.frombuffer(data, "<f8", offset=stamps).reshape(width, points).T
    if not step:
        return Block(np.frombuffer(data, "<i8", points), prices)
    first = int(str(row["first_ms"]))
    times = np.arange(first, first + step * points, step, dtype=np.int64)
    heads = np.frombuffer(data, "<i8", runs * 2).reshape(runs, 2)
    if runs:
        shift = np.zeros(points, np.int64)
        before = np.concatenate([[first], heads[:-1, 1]])
        starts = np.concatenate([[0], heads[:-1, 0]])
        shift[heads[:, 0]] = heads[:, 1] - (before + step * (heads[:, 0] - starts))
        times += np.cumsum(shift)
    return Block(times, prices)
