"""kill -9 and errors at any moment of an import of prices: nothing of it is there, or all of it."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import store_workers as workers
from sqlite_utils import Database

from desktop_app.engine import importing
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_files import Cancelled, Choices, ParsedPrices, PriceSource, read_all
from desktop_app.engine.service import utc_now
from desktop_app.storage.candles import load_blocks
from desktop_app.storage.series import Block, Merged, SeriesKey
from desktop_app.storage.store import Store

ASSETS = ("BTC", "ETH", "SOL")
ROWS = 40_000
# More digits than a float64 keeps: these rows stay candles beside the sealed chunks.
EXACT = "100.12345678901234567"


def parsed() -> tuple[PriceSource, ParsedPrices]:
    """Return a file with three assets whose import writes chunks and exact rows, and takes over what was a row."""
    sol = [EXACT if n % 500 == 7 else "3" for n in range(ROWS)]
    lines = [f"{1_600_000_000 + 3600 * n},{n % 89 + 1}.5,{n % 97 + 2},{price}" for n, price in enumerate(sol)]
    source = PriceSource("prices.csv", "time,BTC,ETH,SOL\n" + "\n".join(lines) + "\n")
    return source, read_all(source, Choices()).complete()


def counts(path: Path) -> tuple[int, int]:
    """Return how many prices a sound store has in chunks and how many as rows."""
    with Store.open(path) as store:
        assert store.check() == []
        rows = store.db.table("candles").count
        found = load_blocks(store.db, ASSETS)
        return sum(block.times.size for block in found.values()) - rows, rows


WHOLE = (3 * ROWS - ROWS // 500, ROWS // 500)


def import_until_killed(pipe: Connection, path: Path) -> None:
    """Import the file; say when it begins, when each series is written, and when all is acknowledged."""
    source, found = parsed()
    store_block = importing.save_block

    def announced(db: Database, key: SeriesKey, block: Block) -> Merged:
        done = store_block(db, key, block)
        pipe.send(key.asset)
        return done

    importing.save_block = announced
    with Store.open(path) as store:
        monitor = Monitor(store)
        pipe.send("begin")
        importing.import_prices(monitor, source, found, utc_now(), backup=False)
        pipe.send("end")


def kill_imports(folder: Path, kills: int, seed: int) -> set[tuple[int, int]]:
    """Kill an import so many times, each into a file of its own; return what was found after."""
    chance, found = random.Random(seed), set[tuple[int, int]]()
    for number in range(kills):
        path = folder / str(number) / "plimsoll.db"
        path.parent.mkdir()
        Store.open(path).close()
        # The messages are: begin, one for each of three series, end.
        sent = workers.kill_after(chance.uniform(0, 0.004), chance.randint(1, 5), import_until_killed, path)
        state = counts(path)
        assert state in ((0, 0), WHOLE)
        assert "end" not in sent or state == WHOLE
        found.add(state)
    return found


def test_a_killed_import_leaves_nothing_or_all(tmp_path: Path) -> None:
    assert (0, 0) in kill_imports(tmp_path, kills=6, seed=11)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_200_killed_imports_leave_nothing_or_all(tmp_path: Path) -> None:
    assert kill_imports(tmp_path, kills=200, seed=12) == {(0, 0), WHOLE}


def test_an_import_that_fails_at_any_of_its_steps_leaves_nothing(tmp_path: Path) -> None:
    """SQLite is told to give up after so many of its own steps, until the import is through before that."""
    source, found = parsed()
    with Store.open(tmp_path / "plimsoll.db") as store:
        monitor = Monitor(store)
        before = dump(store)
        failures = 0
        for steps in (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000, 1_000_000):
            store.db.conn.set_progress_handler(lambda: 1, steps)
            try:
                done = importing.import_prices(monitor, source, found, utc_now(), backup=False)
            except workers.sqlite3.Error as error:
                failures += "interrupted" in str(error)
            else:
                break
            finally:
                store.db.conn.set_progress_handler(None, 0)
            assert dump(store) == before
        assert failures > 2
        assert done.added == 3 * ROWS


def dump(store: Store) -> list[object]:
    return workers.dump(store.db.conn)


@pytest.mark.parametrize("asked", range(1, 5))
def test_a_stopped_import_leaves_nothing(tmp_path: Path, asked: int) -> None:
    source, found = parsed()
    with Store.open(tmp_path / "plimsoll.db") as store:
        monitor = Monitor(store)
        before = dump(store)
        left = [asked]

        def cancelled() -> bool:
            left[0] -= 1
            return left[0] == 0

        with pytest.raises(Cancelled):
            importing.import_prices(monitor, source, found, utc_now(), cancelled, backup=False)
        assert dump(store) == before
        assert importing.import_prices(monitor, source, found, utc_now()).added == 3 * ROWS
        assert importing.import_prices(monitor, source, found, utc_now()).added == 0, "the same file brings nothing new"
