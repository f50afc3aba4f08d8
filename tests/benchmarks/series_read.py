"""Reading a series of 1,000,000 points, and a loan's five legs over 5 years of hours computed into an LTV array.

Use: `python tests/benchmarks/series_read.py [RUNS [POINTS]]`. What is compared runs in turn; medians with spread, and
the ratio to the bare reading of as many bytes of BLOBs. Targets: at most 2 for the series; the loan in 10 ms.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import Terms
from desktop_app.engine.scan import asset_series, scan
from desktop_app.storage.candles import load_blocks, save_block
from desktop_app.storage.series import NUMBERS, Block, SeriesKey, read
from desktop_app.storage.store import Store

START = datetime(2021, 1, 1, tzinfo=UTC)
HOUR_MS, HOURS = 3_600_000, 5 * 365 * 24
LEGS = ("BTC", "ETH", "SOL", "USDT", "USDC")
SERIES = SeriesKey("LTC", "USD", "file", 60)
PEGGED = frozenset({"USD", "USDT", "USDC"})


def block(count: int, step_ms: int, seed: int, width: int = 1) -> Block:
    """Return a random walk."""
    walk = np.exp(np.cumsum(np.random.default_rng(seed).normal(0, 0.001, count))) * 100
    times = int(START.timestamp() * 1000) + step_ms * np.arange(count, dtype=np.int64)
    return Block(times, np.repeat(walk[:, None], width, axis=1))


def fill(folder: Path, points: int) -> Store:
    """Return a store on the disk with the series in it, beside a file of the same numbers as BLOBs and as rows."""
    store = Store.open(folder / "plimsoll.db")
    with store.write() as db:
        save_block(db, SERIES, block(points, 60_000, 0))
        for seed, asset in enumerate(LEGS, start=1):
            save_block(db, SeriesKey(asset, "USD", "file", 3600), block(HOURS, HOUR_MS, seed, 4))
    one = block(points, 60_000, 0)
    chunks = [one.prices[at : at + NUMBERS].tobytes() for at in range(0, points, NUMBERS)]
    with sqlite3.connect(folder / "bare.db") as bare:
        bare.execute("create table chunks (number integer primary key, data blob)")
        bare.executemany("insert into chunks values (?, ?)", enumerate(chunks))
        bare.execute("create table price (asset text, at integer, price real, primary key (asset, at)) without rowid")
        pairs = zip(one.times.tolist(), one.prices[:, 0].tolist(), strict=True)
        bare.executemany("insert into price values ('LTC', ?, ?)", pairs)
    bare.close()
    return store


def bare_blobs(bare: sqlite3.Connection) -> None:
    """Read the prices alone, as plainly as it goes: no times, no check of the size, one array."""
    rows = bare.execute("select data from chunks order by number").fetchall()
    np.concatenate([np.frombuffer(data, "<f8") for (data,) in rows])


def rows_by_sql(bare: sqlite3.Connection) -> None:
    """Read the same numbers as rows."""
    rows = bare.execute("select at, price from price where asset = 'LTC' order by at").fetchall()
    np.array(rows, dtype=[("at", "i8"), ("price", "f8")])


def loan_events() -> list[Event]:
    """Return a loan of three collaterals and two debts with daily interest, and a move every month."""
    levels = (("warning", LevelKind.EARLY_WARNING, "0.65"), ("call", LevelKind.MARGIN_CALL, "0.75"))
    ladder = make_ladder(tuple(Level(key, kind, Decimal(ltv)) for key, kind, ltv in levels))
    terms = Terms(ladder, interest=Convention())
    events = [Event("open", START, EventKind.OPEN, terms=terms)]
    events += [Event(a, START, EventKind.ADD_COLLATERAL, a, Decimal("1.5")) for a in LEGS[:3]]
    events += [Event(a, START, EventKind.DRAW, a, Decimal(80), Decimal("0.1")) for a in LEGS[3:]]
    for month in range(1, 60):
        at = START + timedelta(days=30 * month, hours=7)
        events.append(Event(f"m{month}", at, EventKind.ADD_COLLATERAL, LEGS[month % 3], Decimal("0.01")))
    return events


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(jobs: dict[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Return the times of each job, measured in turn after one warm-up of each."""
    for work in jobs.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, work in jobs.items():
            taken[name].append(seconds(work))
    return taken


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    points = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    events = loan_events()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with fill(folder, points) as store, sqlite3.connect(folder / "bare.db") as bare:
            loaded = asset_series(load_blocks(store.db, LEGS, START))
            taken = measure(
                {
                    "bare BLOBs": lambda: bare_blobs(bare),
                    "plimsoll series": lambda: read(store.db, SERIES),
                    "rows by SQL": lambda: rows_by_sql(bare),
                    "loan: read": lambda: asset_series(load_blocks(store.db, LEGS, START)),
                    "loan: compute": lambda: scan(events, loaded, PEGGED),
                    "loan: both": lambda: scan(events, asset_series(load_blocks(store.db, LEGS, START)), PEGGED),
                },
                runs,
            )
            found = scan(events, loaded, PEGGED)
        bare.close()
    print(f"{points:,} points; a loan of {len(LEGS)} legs, {found.times.size:,} hours, {len(events)} events")
    targets = {"plimsoll series": "target 2 x", "loan: both": "target 10 ms"}
    for job, times in taken.items():
        ratios = sorted(mine / base for mine, base in zip(times, taken["bare BLOBs"], strict=True))
        low, high = 1000 * min(times), 1000 * max(times)
        figures = f"median {1000 * median(times):8.2f} ms ({low:.2f} to {high:.2f})   ratio {median(ratios):7.2f}"
        print(f"{job:<16} {figures} ({ratios[0]:.2f} to {ratios[-1]:.2f})   {targets.get(job, '')}")


if __name__ == "__main__":
    main()
