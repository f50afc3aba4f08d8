"""Importing 1,000,000 rows of prices beside plain sqlite3 rows, in turn, on one core.

Use: `python tests/benchmarks/import_rows.py [RUNS [ROWS]]`. Prints medians with their spread, the ratio to a plain
`executemany` of as many (int, text) rows, and the most memory of a fresh process that parses. Targets: parsing,
validating and looking for duplicates at most 0.3 of it for `time,price`; at most 250 MB.
"""

import importlib.util
import io
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop_app.feeds.files.choices import Hints
from desktop_app.feeds.files.importing import parse

START = datetime(2015, 1, 1, tzinfo=UTC)
HINTS = Hints("BTCUSDT.csv")
PEAK_MB = "largest memory"


def rows_of(count: int) -> list[tuple[int, str]]:
    """Return (milliseconds, price) a minute apart."""
    first = int(START.timestamp() * 1000)
    return [(first + 60_000 * number, f"{(number * 7919) % 6_000_000 / 100 + 100:.2f}") for number in range(count)]


def epoch_file(rows: list[tuple[int, str]]) -> bytes:
    """Return a file of milliseconds and one price."""
    return ("time,price\n" + "".join(f"{at},{price}\n" for at, price in rows)).encode()


def iso_file(rows: list[tuple[int, str]]) -> bytes:
    """Return a file of ISO times and candles."""
    lines = (
        f"{START + timedelta(minutes=number):%Y-%m-%d %H:%M:%S},{price},{float(price) + 1:.2f},{price},{price}\n"
        for number, (_, price) in enumerate(rows)
    )
    return ("time,open,high,low,close\n" + "".join(lines)).encode()


def raw_rows(rows: list[tuple[int, str]]) -> None:
    """Insert rows as sqlite3 does at its plainest, in memory."""
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE price (asset TEXT, at INTEGER, price TEXT, PRIMARY KEY (asset, at)) WITHOUT ROWID")
        db.executemany("INSERT INTO price VALUES ('BTC', ?, ?)", rows)
    db.close()


def ours(raw: bytes) -> None:
    """Parse, validate and look for duplicates. Storing what comes out as sealed chunks belongs behind this."""
    found = parse(raw, hints=HINTS)
    assert not found.rejects


def pandas(raw: bytes) -> None:
    """Read with pandas, without validation."""
    import pandas

    pandas.read_csv(io.BytesIO(raw))


def seconds(work: Callable[[], None]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def peak_mb(raw: bytes) -> float:
    """Return the most memory of a fresh process that parses `raw`, the file's bytes included."""
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]; import import_rows; "
        "import_rows.ours(sys.stdin.buffer.read()); import_rows.tell_peak()"
    )
    done = subprocess.run([sys.executable, "-c", code], input=raw, capture_output=True, check=True)
    return float(done.stdout)


def tell_peak() -> None:
    """Print the most memory that this process had, in MB."""
    status = Path("/proc/self/status")
    if status.is_file():
        # getrusage would tell the parent's where that had more.
        print(int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 1024)
    else:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    rows = rows_of(int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    files = {"epoch ms, price": epoch_file(rows), "ISO, candle": iso_file(rows)}
    jobs: dict[str, Callable[[], None]] = {"raw executemany": lambda: raw_rows(rows)}
    for name, raw in files.items():
        jobs[f"plimsoll {name}"] = lambda raw=raw: ours(raw)
        if importlib.util.find_spec("pandas"):
            jobs[f"pandas {name}"] = lambda raw=raw: pandas(raw)
    for work in jobs.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, work in jobs.items():
            taken[name].append(seconds(work))
    for name, times in taken.items():
        ratios = sorted(mine / base for mine, base in zip(times, taken["raw executemany"], strict=True))
        print(
            f"{name:<26} median {median(times):.3f} s   {min(times):.3f} to {max(times):.3f} s   "
            f"ratio {median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})"
        )
    for name, raw in files.items():
        print(f"{PEAK_MB} {name:<16} {peak_mb(raw):.0f} MB of which the file {len(raw) / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
