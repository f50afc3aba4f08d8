"""The running program without its window: from a price on the wire to a Snapshot, through every kind of failure."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from making import write_portfolio
from pytest_httpserver import HTTPServer
from sqlite_utils.utils import sqlite3
from werkzeug import Request, Response

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.platforms import Holding
from desktop_app.domain.prices.book import Price, PriceState
from desktop_app.engine import commands, importing
from desktop_app.engine.demo import fill_with_demo
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.service import Service
from desktop_app.engine.snapshot import FeedHealth, Snapshot
from desktop_app.engine.threads import DatabaseThread, NetworkThread
from desktop_app.feeds.venues.coingecko import CoinGecko
from desktop_app.storage.errors import NewerFile, StoreDamaged, StoreUnwritable
from desktop_app.storage.store import Store

PATIENCE_S = 10.0


class Watcher:
    """A listener that keeps every Snapshot and lets a test wait for the one that it is about."""

    def __init__(self) -> None:
        self.seen: list[Snapshot] = []
        self._news = threading.Condition()

    def __call__(self, snapshot: Snapshot) -> None:
        with self._news:
            self.seen.append(snapshot)
            self._news.notify_all()

    def until(self, told: Callable[[Snapshot], bool]) -> Snapshot:
        """Return the first Snapshot from now on, the last one included, that `told` says yes to."""
        with self._news:
            assert self._news.wait_for(lambda: bool(self.seen) and told(self.seen[-1]), PATIENCE_S)
            return self.seen[-1]


@pytest.fixture
def watcher() -> Watcher:
    """A listener."""
    return Watcher()


@pytest.fixture
def service(watcher: Watcher, tmp_path: Path, httpserver: HTTPServer) -> Iterator[Service]:
    """A service on a new file with one loan, its source on this machine; not started yet."""
    made = Service(tmp_path / "plimsoll.db", watcher, polling=True)
    base = httpserver.url_for("").rstrip("/")
    listen_to(made, base)
    made.run(lambda monitor, now: importing.import_file(monitor, write_portfolio(tmp_path), now)).result()
    yield made
    made.stop()


def listen_to(service: Service, base: str) -> None:
    """Let CoinGecko alone be asked, at `base`, for prices of now."""

    def change(monitor: Monitor, now: datetime) -> None:
        commands.change_setting(monitor, "sources", ("coingecko",))
        commands.change_setting(monitor, "source_bases", {"coingecko": base})
        commands.change_setting(monitor, "backfill", False)

    service.run(change).result()


def bitcoin(price: float) -> dict[str, Any]:
    stamp = int(datetime.now(UTC).timestamp())
    return {"bitcoin": {"usd": price, "last_updated_at": stamp}, "tether": {"usd": 1, "last_updated_at": stamp}}


def answer(server: HTTPServer, *prices: float) -> None:
    """Let the server answer once with each of `prices`, then always with the last one."""
    waiting = list(prices)

    def handle(request: Request) -> Response:
        price = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return _json(bitcoin(price))

    server.clear()
    server.expect_request("/api/v3/simple/price").respond_with_handler(handle)


def _json(body: object) -> Response:
    return Response(json.dumps(body), content_type="application/json")


def price_of(snapshot: Snapshot, asset: str = "BTC") -> Price:
    return next(price for price in snapshot.prices if price.asset == asset)


def feed(snapshot: Snapshot) -> FeedHealth:
    return next(iter(snapshot.feeds), FeedHealth(""))


def failing(count: int) -> Callable[[Snapshot], bool]:
    return lambda snapshot: feed(snapshot).failures >= count


def well(snapshot: Snapshot) -> bool:
    return feed(snapshot).last_good is not None and not feed(snapshot).failures


def levels(snapshot: Snapshot) -> list[str]:
    return sorted(alert.level for alert in snapshot.active_alerts)


def test_a_price_on_the_wire_becomes_a_snapshot_and_an_alert(
    service: Service, watcher: Watcher, httpserver: HTTPServer
) -> None:
    answer(httpserver, 650)
    service.start()
    snapshot = watcher.until(well)
    assert (price_of(snapshot).value, price_of(snapshot).state, price_of(snapshot).source) == (
        650,
        PriceState.FRESH,
        "coingecko",
    )
    assert levels(snapshot) == ["call", "warning"]
    assert sorted(one.channel for one in snapshot.due) == ["tray", "window"]
    view = snapshot.loan("one")
    assert view is not None
    assert view.valuation is not None
    assert view.valuation.known


def test_the_first_snapshot_does_not_wait_for_the_network(
    service: Service, watcher: Watcher, httpserver: HTTPServer
) -> None:
    release = threading.Event()
    httpserver.expect_request("/api/v3/simple/price").respond_with_handler(
        lambda _: release.wait(PATIENCE_S) and _json({})
    )
    before = len(watcher.seen)
    service.start()
    assert len(watcher.seen) > before
    assert price_of(watcher.seen[-1], "USDT").state is PriceState.PAR
    release.set()


def test_polling_recovers_from_every_failure(service: Service, watcher: Watcher, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/api/v3/simple/price").respond_with_data("down", status=503)
    service.start()
    assert "503" in feed(watcher.until(failing(1))).fault
    httpserver.clear()
    httpserver.expect_request("/api/v3/simple/price").respond_with_data("<html>", content_type="text/html")
    service.poll_now()
    assert "not_json" in feed(watcher.until(failing(2))).fault
    httpserver.clear()
    httpserver.expect_request("/api/v3/simple/price").respond_with_json({"dogecoin": {"usd": 1}})
    service.poll_now()
    assert "not asked for" in feed(watcher.until(failing(3))).fault
    answer(httpserver, 1000)
    service.poll_now()
    snapshot = watcher.until(well)
    assert (price_of(snapshot).value, feed(snapshot).fault) == (1000, "")


def test_an_address_that_is_none_is_told_and_can_be_mended(
    service: Service, watcher: Watcher, httpserver: HTTPServer
) -> None:
    base = httpserver.url_for("").rstrip("/")
    answer(httpserver, 1000)
    listen_to(service, "http://[::1")
    service.start()
    assert "address_not_allowed" in feed(watcher.until(failing(1))).fault
    listen_to(service, base)
    service.poll_now()
    watcher.until(well)


def test_a_fault_of_the_program_does_not_end_the_polling(
    service: Service, watcher: Watcher, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    async def broken(*_: object) -> list[object]:
        raise ZeroDivisionError("nobody thought of this")

    expected_log.append("coingecko.*failed")
    answer(httpserver, 1000)
    with monkeypatch.context() as fault:
        fault.setattr(CoinGecko, "quotes", broken)
        service.start()
        assert "nobody thought of this" in feed(watcher.until(failing(1))).fault
    service.poll_now()
    watcher.until(well)


def test_a_store_that_cannot_be_written_does_not_end_the_polling(
    service: Service, watcher: Watcher, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    full = threading.Event()

    def disk_full(*_: object) -> None:
        full.set()
        raise StoreUnwritable("the disk is full")

    expected_log.append("the disk is full")
    answer(httpserver, 650)
    with monkeypatch.context() as fault:
        fault.setattr(Monitor, "accept", disk_full)
        service.start()
        assert full.wait(PATIENCE_S)
    service.poll_now()
    assert levels(watcher.until(well)) == ["call", "warning"]


def test_a_server_that_asks_for_patience_is_not_asked_again(
    service: Service, watcher: Watcher, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/api/v3/simple/price").respond_with_data(
        "{}", status=429, headers={"Retry-After": "600"}
    )
    service.start()
    assert "too_many_requests" in feed(watcher.until(failing(1))).fault
    for _ in range(3):
        before = len(watcher.seen)
        service.poll_now()
        watcher.until(lambda _, before=before: len(watcher.seen) > before)
    assert len(httpserver.log) == 1


def test_a_changed_portfolio_is_priced_by_the_next_poll(
    service: Service, watcher: Watcher, httpserver: HTTPServer
) -> None:
    asked: list[str] = []

    def handle(request: Request) -> Response:
        asked.append(request.args["ids"])
        return _json({name: {"usd": 7} for name in request.args["ids"].split(",")})

    httpserver.expect_request("/api/v3/simple/price").respond_with_handler(handle)
    service.start()
    watcher.until(well)
    held = Holding("h", "bank", "ETH", Decimal(1))
    service.run(lambda monitor, now: commands.save_holding(monitor, held, "", now)).result()
    service.poll_now()
    assert (
        price_of(watcher.until(lambda snapshot: any(p.asset == "ETH" for p in snapshot.prices if p.value)), "ETH").value
        == 7
    )
    assert asked == ["bitcoin,tether", "bitcoin,ethereum,tether"]


def test_nothing_is_asked_while_polling_is_off(tmp_path: Path, watcher: Watcher, httpserver: HTTPServer) -> None:
    service = Service(tmp_path / "plimsoll.db", watcher, polling=False)
    service.start()
    service.poll_now()
    service.stop()
    assert not httpserver.log


def test_the_threads_end_in_no_time_though_a_server_hangs(
    service: Service, httpserver: HTTPServer, watcher: Watcher
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        listen_to(service, base)
        service.start()
        connection, _ = silent.accept()
        names = {thread.name for thread in threading.enumerate()}
        assert {"database", "network"} <= names
        began = time.monotonic()
        service.stop()
        service.stop()
        connection.close()
    assert time.monotonic() - began < 1
    assert not {"database", "network"} & {thread.name for thread in threading.enumerate()}


def test_what_was_running_is_kept_for_the_next_start(
    service: Service, watcher: Watcher, httpserver: HTTPServer, tmp_path: Path
) -> None:
    answer(httpserver, 650)
    service.start()
    before = watcher.until(well)
    service.stop()
    again = Watcher()
    second = Service(tmp_path / "plimsoll.db", again, polling=False)
    second.start()
    second.stop()
    assert again.seen[0].alerts == before.alerts
    assert again.seen[0].due == before.due
    assert price_of(again.seen[0]).value == 650


def test_a_command_that_fails_gives_its_error_to_whoever_asked(service: Service) -> None:
    with pytest.raises(ZeroDivisionError):
        service.run(lambda monitor, now: 1 // 0).result()
    with pytest.raises(ZeroDivisionError):
        service.query(lambda monitor: 1 // 0).result()
    assert service.query(lambda monitor: 7).result() == 7


def test_a_file_that_cannot_be_opened_ends_the_start_and_its_thread(tmp_path: Path, watcher: Watcher) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path):
        pass
    _make_newer(path)
    with pytest.raises(NewerFile):
        Service(path, watcher)


def test_a_damaged_file_ends_the_start_with_a_sentence(tmp_path: Path, watcher: Watcher) -> None:
    path = tmp_path / "plimsoll.db"
    with Store.open(path):
        pass
    sound = path.read_bytes()
    path.write_bytes(sound[:4096] + b"\xff" * (len(sound) - 4096))
    with pytest.raises(StoreDamaged, match="restore the newest backup"):
        Service(path, watcher)


def _make_newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=999")
    connection.close()


def test_a_service_for_reading_shows_and_keeps_nothing(
    service: Service, watcher: Watcher, httpserver: HTTPServer, tmp_path: Path
) -> None:
    answer(httpserver, 650)
    service.start()
    watcher.until(well)
    service.stop()
    before = (tmp_path / "plimsoll.db").read_bytes()
    reading = Watcher()
    reader = Service(tmp_path / "plimsoll.db", reading, polling=False, read_only=True)
    reader.start()
    reader.stop()
    assert levels(reading.seen[-1]) == ["call", "warning"]
    assert reading.seen[-1].due == ()
    assert (tmp_path / "plimsoll.db").read_bytes() == before


def test_the_demonstration_has_an_alert_that_has_just_rung(watcher: Watcher) -> None:
    service = Service(None, watcher, demo=True, polling=False)
    service.run(fill_with_demo).result()
    service.start()
    service.stop()
    snapshot = watcher.seen[-1]
    assert snapshot.demo
    assert len(snapshot.open_loans) == 3
    rung: list[AlertRecord] = [alert for alert in snapshot.active_alerts if not alert.late]
    assert rung
    assert {alert.id for alert in rung} == {one.alert.id for one in snapshot.due}


def test_the_database_thread_runs_in_order_and_survives_what_is_raised() -> None:
    thread = DatabaseThread()
    done: list[int] = []
    futures = [thread.submit(lambda number=number: done.append(number)) for number in range(100)]
    failed = thread.submit(lambda: 1 // 0)
    name = thread.submit(lambda: threading.current_thread().name)
    thread.stop()
    assert done == list(range(100))
    assert isinstance(failed.exception(), ZeroDivisionError)
    assert name.result() == "database"
    assert all(future.done() for future in futures)


def test_the_network_thread_cancels_what_still_runs() -> None:
    thread = NetworkThread()
    cancelled = threading.Event()
    running = threading.Event()

    async def endless() -> None:
        running.set()
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def name() -> str:
        return threading.current_thread().name

    future = thread.submit(endless())
    assert thread.submit(name()).result(PATIENCE_S) == "network"
    assert running.wait(PATIENCE_S)
    thread.stop()
    assert cancelled.is_set()
    assert future.cancelled()
