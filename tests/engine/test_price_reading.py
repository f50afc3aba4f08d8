"""Price files off the database thread: the live prices go on, a stop is obeyed, the watched folder is emptied once."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from making import write_prices

from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import folder as folders
from desktop_app.engine.folder import FolderNews, FolderWatch, watch_folder
from desktop_app.engine.importing import expected, import_prices
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_files import (
    Cancelled,
    Choices,
    DateOrder,
    Decimals,
    date_as,
    is_price_file,
    number_as,
    open_source,
    pasted,
    read_all,
    save_rejects,
    throttled,
)
from desktop_app.engine.service import Service, utc_now
from desktop_app.engine.threads import FileThread
from desktop_app.storage.candles import load_candles

DAYS = ("2026-01-02 1000", "2026-01-03 800", "2026-01-04 1000")
EXACT = "0.12345678901234567891"


def careful(count: int) -> str:
    """Return a table that is read row by row."""
    start = 1_600_000_000
    return "time,BTC\n" + "".join(f'"{start + 60 * n}","{n % 977 + 1}.5"\n' for n in range(count))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A program on a file of its own, without polling."""
    made = Service(tmp_path / "plimsoll.db", lambda snapshot: None, polling=False)
    yield made
    made.stop()


def kept(monitor: Monitor, asset: str = "BTC") -> list[tuple[str, str]]:
    found = load_candles(monitor.store.db, [asset])[asset]
    return [(candle.opened.date().isoformat(), str(candle.close)) for candle in found]


def test_live_prices_go_on_while_a_file_is_read_and_stored(service: Service) -> None:
    source = pasted(careful(100_000), "pasted")
    reading = service.work(lambda: read_all(source, Choices(), period_s=0))
    waits: list[float] = []
    stored: Future[object] | None = None
    while stored is None or not stored.done():
        begun, now = time.perf_counter(), utc_now()
        quote = Quote("BTC", "USD", Decimal(60000), now, "test", now)
        service.run(lambda monitor, at, quote=quote: monitor.accept([quote], at)).result()
        waits.append(time.perf_counter() - begun)
        if reading.done() and stored is None:
            found = reading.result()
            stored = service.run(lambda monitor, at, found=found: import_prices(monitor, source, found, at))
    assert stored.result().added == 100_000
    assert len(waits) > 20
    assert sorted(waits)[len(waits) // 2] < 0.1


def test_what_runs_gives_up_when_the_program_ends() -> None:
    thread = FileThread()
    begun = threading.Event()

    def long_work() -> None:
        begun.set()
        while not thread.stopping():
            time.sleep(0.001)
        raise Cancelled

    running, waiting = thread.submit(long_work), thread.submit(lambda: 1)
    begun.wait(5)
    thread.stop()
    with pytest.raises(Cancelled):
        running.result(0)
    with pytest.raises(CancelledError):
        waiting.result(0)


@pytest.mark.parametrize("expected_log", [["what is done every few seconds failed: once"]])
def test_what_is_repeated_outlives_a_failure(expected_log: list[str], caplog: pytest.LogCaptureFixture) -> None:
    thread, done = FileThread(), threading.Event()
    turns: list[int] = []

    def look() -> None:
        turns.append(len(turns))
        if len(turns) == 1:
            raise OSError("once")
        done.set()

    with caplog.at_level(logging.ERROR):
        thread.repeat(0.01, look)
        assert done.wait(5)
        assert thread.submit(lambda: "between").result(5) == "between"
        thread.stop()


def test_a_dry_run_tells_what_an_import_would_do(monitor: Monitor) -> None:
    now = utc_now()
    source = pasted("date,BTC\n2026-01-02,1\n2026-01-03,2\n", "pasted")
    import_prices(monitor, source, read_all(source, Choices()), now)
    more = pasted(f"date,BTC\n2026-01-02,1\n2026-01-03,3\n2026-01-04,{EXACT}\n{now.date()},5\n", "pasted")
    found = read_all(more, Choices())
    before = kept(monitor)
    told = expected(monitor, found, now)
    assert kept(monitor) == before
    assert [(one.added, one.changed, one.unchanged, one.running) for one in told] == [(1, 1, 1, 1)]
    assert import_prices(monitor, more, found, now).series == told
    assert kept(monitor) == [("2026-01-02", "1.0"), ("2026-01-03", "3.0"), ("2026-01-04", EXACT)]
    again = expected(monitor, found, now)
    assert [(one.added, one.changed, one.unchanged) for one in again] == [(0, 0, 3)]


def test_an_exact_row_gives_way_to_a_plain_correction_and_back(monitor: Monitor) -> None:
    now = utc_now()
    for price, counts in ((EXACT, (1, 0)), ("0.5", (0, 1)), (EXACT, (0, 1)), (EXACT, (0, 0))):
        source = pasted(f"date,BTC\n2026-01-02,{price}\n", "pasted")
        done = import_prices(monitor, source, read_all(source, Choices()), now)
        assert (done.added, done.changed) == counts
        assert kept(monitor) == [("2026-01-02", price)]


def test_another_period_is_that_of_the_exact_rows_too() -> None:
    found = read_all(pasted(f"date,BTC\n2026-01-02,1\n2026-01-03,{EXACT}\n", "p"), Choices(), period_s=3600)
    (series,) = found.series
    assert (series.period_s, series.exact[0].period_s) == (3600, 3600)


def test_progress_is_told_seldom_and_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    tell = throttled(lambda done, total: told.append((done, total)))
    for done in range(1001):
        tell(done, 1000)
    assert told[-1] == (1000, 1000)
    assert len(told) < 20


def test_examples_are_read_in_each_way() -> None:
    assert str(date_as("03/04/2024", DateOrder.DAY_FIRST)) == "2024-04-03"
    assert date_as("31/12/2024", DateOrder.MONTH_FIRST) is None
    assert (number_as("1.234", Decimals.COMMA), number_as("1.234", Decimals.POINT)) == (1234, Decimal("1.234"))
    assert number_as("x", Decimals.POINT) is None


def test_rejects_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    found = read_all(pasted("date,BTC\n2026-01-02,1\nsoon,2\n", "p"), Choices())
    save_rejects(found, tmp_path / "bad.csv")
    assert "not_a_time" in (tmp_path / "bad.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(Refused) as caught:
        save_rejects(found, tmp_path / "none" / "bad.csv")
    assert caught.value.problem is Problem.NOT_WRITTEN


def test_portfolios_and_sales_are_no_price_files(tmp_path: Path) -> None:
    (tmp_path / "sales.csv").write_text("time,token_id,price_eth\n")
    assert not is_price_file(tmp_path / "mine.json")
    assert not is_price_file(tmp_path / "sales.csv")
    assert is_price_file(write_prices(tmp_path, *DAYS))


Look = Callable[[], list[FolderNews]]


@pytest.fixture
def place(tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is watched."""
    monkeypatch.setattr(folders, "STEADY_S", 0.0)
    made = tmp_path / "prices"
    made.mkdir()
    service.run(lambda monitor, now: watch_folder(monitor, str(made), now)).result()
    return made


@pytest.fixture
def look(service: Service) -> Look:
    """Let a watch look at the folder once, and return all its news so far."""
    news: list[FolderNews] = []
    watch = FolderWatch(service, news.append, lambda: "en")

    def once() -> list[FolderNews]:
        service.work(watch.look).result(10)
        return news

    return once


def in_store(service: Service, asset: str = "BTC") -> list[tuple[str, str]]:
    return service.query(lambda monitor: kept(monitor, asset)).result()


def test_a_file_in_the_folder_is_imported_once_and_again_when_it_changed(
    service: Service, place: Path, look: Look
) -> None:
    assert look() == []
    write_prices(place, *DAYS)
    assert [[done.added for done in one.imported] for one in look()] == [[3]]
    assert len(look()) == 1
    write_prices(place, *DAYS, "2026-01-05 700")
    assert [done.added for done in look()[-1].imported] == [1]
    assert len(in_store(service)) == 4
    assert (place / "BTCUSDT.csv").exists()


def test_a_restart_does_not_import_again(service: Service, place: Path, look: Look) -> None:
    write_prices(place, *DAYS)
    look()
    news: list[FolderNews] = []
    service.work(FolderWatch(service, news.append, lambda: "en").look).result(10)
    assert news == []


def test_a_file_that_is_written_to_is_left_in_peace(
    service: Service, place: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "STEADY_S", 60.0)
    write_prices(place, *DAYS)
    look()
    assert look() == []
    assert in_store(service) == []


def test_what_leaves_something_open_waits_and_is_told_at_each_start(service: Service, place: Path, look: Look) -> None:
    (place / "ETHUSD.csv").write_text("date,close\n03/04/2024,1\n04/04/2024,2\n")
    (place / "bad.csv").write_text("date,SOL\n2026-01-02,x\n2026-01-03,1\n")
    (place / "sales.csv").write_text("time,token_id,price_eth\n2026-01-01,1,2\n")
    (place / "notes.pdf").write_text("no prices")
    (one,) = look()
    assert [(waiting.path.name, waiting.refused.problem) for waiting in one.waiting] == [
        ("ETHUSD.csv", Problem.CHOICE_NEEDED),
        ("bad.csv", Problem.NOT_A_NUMBER),
    ]
    assert len(look()) == 1
    assert in_store(service, "SOL") == [], "one wrong row, and nothing of the file is kept"
    source = open_source(place / "ETHUSD.csv")
    prices = read_all(source, Choices(dates=DateOrder.DAY_FIRST))
    service.run(lambda monitor, now: import_prices(monitor, source, prices, now)).result()
    news: list[FolderNews] = []
    service.work(FolderWatch(service, news.append, lambda: "en").look).result(10)
    assert [[waiting.path.name for waiting in one.waiting] for one in news] == [["bad.csv"]]


def test_a_folder_that_is_gone_or_not_wanted_is_no_trouble(service: Service, place: Path, look: Look) -> None:
    place.rmdir()
    assert look() == []
    service.run(lambda monitor, now: watch_folder(monitor, " ", now)).result()
    assert look() == []
    with pytest.raises(Refused) as caught:
        service.run(lambda monitor, now: watch_folder(monitor, str(place), now)).result()
    assert (caught.value.problem, caught.value.field) == (Problem.NOT_A_FOLDER, "watched_folder")


def test_a_file_whose_import_fails_is_tried_again(
    service: Service, place: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_prices(place, *DAYS)
    with monkeypatch.context() as broken:
        broken.setattr(folders, "import_prices", lambda *_, **__: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            look()
    assert [done.added for done in look()[-1].imported] == [3]


def test_a_candle_of_this_hour_waits_until_it_is_over(monitor: Monitor) -> None:
    now = utc_now().replace(minute=30, second=0, microsecond=0)
    opens = [now.replace(minute=0) - timedelta(hours=back) for back in (2, 1, 0)]
    rows = "".join(f"{int(at.timestamp())},{number + 1}\n" for number, at in enumerate(opens))
    source = pasted(f"time,BTC\n{rows}", "p")
    found = read_all(source, Choices())
    assert import_prices(monitor, source, found, now).series[0].running == 1
    later = opens[-1] + timedelta(hours=1) - timedelta(milliseconds=1)
    assert import_prices(monitor, source, found, later - timedelta(milliseconds=1)).added == 0
    assert import_prices(monitor, source, found, later).added == 1
