"""Importing 1,000,000 rows of prices beside plain sqlite3 rows, in turn, on one core.

Use: `python tests/benchmarks/import_rows.py [RUNS [ROWS]]`. Prints medians with their spread and the ratio to a plain
`executemany` of the same rows, prices as texts, into a file with the store's own pragmas. The whole import reads the
file, validates, looks for duplicates, seals the chunks on the disk and judges the loans. Targets: at most 0.5 of it, at
most 9 bytes a row on the disk, at most 250 MB in a fresh process.
"""

import importlib.util
import io
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop_app.engine.importing import import_prices
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_files import Choices, PriceSource, read_all
from desktop_app.feeds.files.choices import Hints
from desktop_app.feeds.files.importing import parse
from desktop_app.storage.connection import connect, remove
from desktop_app.storage.profile import private_file
from desktop_app.storage.store import Store

START = datetime(2015, 1, 1, tzinfo=UTC)
HINTS = Hints("BTCUSDT.csv")
PEAK_MB = "largest memory"
RAW, RAW_CANDLES = "raw executemany", "raw executemany of candles"


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


def raw_rows(rows: list[tuple[int | str, ...]], folder: Path) -> None:
    """Insert rows into a new file as sqlite3 does at its plainest, as durably as the store."""
    path = folder / "raw.db"
    remove(path)
    private_file(path)
    with closing(connect(path)) as db:
        prices = [f"price_{number}" for number in range(len(rows[0]) - 1)]
        columns = ", ".join(f"{name} TEXT" for name in prices)
        db.execute(f"CREATE TABLE price (asset TEXT, at INTEGER, {columns}, PRIMARY KEY (asset, at)) WITHOUT ROWID")
        db.execute("BEGIN")
        db.executemany(f"INSERT INTO price VALUES ('BTC', ?{', ?' * len(prices)})", rows)
        db.execute("COMMIT")


def parsed(raw: bytes) -> None:
    """Parse, validate and look for duplicates; nothing is stored."""
    found = parse(raw, hints=HINTS)
    assert not found.rejects


def whole(raw: bytes, folder: Path) -> int:
    """Import into a new store as the program does; return how many bytes a row takes on the disk, times 100."""
    path = folder / "ours.db"
    remove(path)
    source = PriceSource("BTCUSDT.csv", raw, Path("BTCUSDT.csv"))
    with Store.open(path) as store:
        empty = path.stat().st_size
        found = read_all(source, Choices()).complete()
        done = import_prices(Monitor(store), source, found, datetime.now(UTC), backup=False)
        assert done.added
        assert not done.rejected
    return round(100 * (path.stat().st_size - empty) / done.added)


def pandas(raw: bytes) -> None:
    """Read with pandas, without validation."""
    import pandas

    pandas.read_csv(io.BytesIO(raw))


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def peak_mb(raw: bytes, folder: Path) -> float:
    """Return the most memory of a fresh process that imports `raw`, the file's bytes included."""
    code = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]; import import_rows; "
        f"import_rows.whole(sys.stdin.buffer.read(), import_rows.Path({str(folder)!r})); import_rows.tell_peak()"
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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        candles = [(at, price, price, price, price) for at, price in rows]
        jobs: dict[str, Callable[[], object]] = {
            RAW: lambda: raw_rows(rows, folder),
            RAW_CANDLES: lambda: raw_rows(candles, folder),
        }
        for kind, raw in files.items():
            jobs[f"whole import {kind}"] = lambda raw=raw: whole(raw, folder)
            jobs[f"parsed {kind}"] = lambda raw=raw: parsed(raw)
            if importlib.util.find_spec("pandas"):
                jobs[f"pandas {kind}"] = lambda raw=raw: pandas(raw)
        tell(measure(jobs, runs))
        for kind, raw in files.items():
            print(f"bytes a row {kind:<18} {whole(raw, folder) / 100:.2f} (one price: target 9)")
            peak, size = peak_mb(raw, folder), len(raw) / 2**20
            print(f"{PEAK_MB} {kind:<16} {peak:.0f} MB of which the file {size:.0f} MB (target 250)")
        raw_rows(rows, folder)
        raw_size = (folder / "raw.db").stat().st_size / len(rows)
        print(f"bytes a row {'raw executemany':<18} {raw_size:.2f}")


def measure(jobs: dict[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Return the times of each job, measured in turn after one warm-up of each."""
    for work in jobs.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, work in jobs.items():
            taken[name].append(seconds(work))
    return taken


def tell(taken: dict[str, list[float]]) -> None:
    """Print medians, spread and ratios to the plain rows."""
    for name, times in taken.items():
        bases = taken[RAW_CANDLES if "candle" in name else RAW]
        ratios = sorted(mine / base for mine, base in zip(times, bases, strict=True))
        target = "   target 0.5" if name.startswith("whole") else ""
        print(
            f"{name:<30} median {median(times):.3f} s   {min(times):.3f} to {max(times):.3f} s   "
            f"ratio {median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f}){target}"
        )


if __name__ == "__main__":
    main()
