"""Alerts out of the window: channels that fail, hang, lose their address or keep it, and what never gets written."""

import asyncio
import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
from making import write_portfolio
from pytest_httpserver import HTTPServer
from test_service import PATIENCE_S, Watcher, answer, listen_to
from werkzeug import Request, Response

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import RuleKind, Severity
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import channel_commands, commands, importing
from desktop_app.engine.backfill import Backfiller
from desktop_app.engine.dispatch import Dispatcher
from desktop_app.engine.heartbeat import Heartbeat, is_well
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.polling import Poller
from desktop_app.engine.service import Outside, Service
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import NotifyError, NotifyFault, send
from desktop_app.storage import outbox
from desktop_app.ui import alert_text

CANARY = "kanarienvogel-91827"
PASSWORD = "s3cr3t-passwort-55"


class Post:
    """Takes messages in place of the services, or fails as long as it is told to."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str, float]] = []
        self.down: set[str] = set()
        self.tried: list[str] = []
        self.news = threading.Condition()

    def __call__(self, address: str, title: str, body: str) -> None:
        with self.news:
            self.tried.append(address)
            self.news.notify_all()
            if address in self.down:
                raise NotifyError(NotifyFault.REFUSED, "down")
            self.sent.append((address, title, body, time.monotonic()))

    def until(self, told: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(told, PATIENCE_S)

    def to(self, address: str) -> list[str]:
        return [body for where, _, body, _ in self.sent if where == address]


@pytest.fixture
def post() -> Post:
    return Post()


class Hands:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        from datetime import UTC

        return datetime.now(UTC) + self.ahead


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def service(watcher: Watcher, tmp_path: Path, httpserver: HTTPServer, post: Post, hands: Hands) -> Iterator[Service]:
    """A service with one loan, two channels at once and one for later."""
    secrets = Secrets(use_keyring=False)
    outside = Outside(alert_text.message, secrets, post)
    made = Service(tmp_path / "plimsoll.db", watcher, polling=True, outside=outside, clock=hands)
    listen_to(made, httpserver.url_for("").rstrip("/"))
    made.run(lambda monitor, now: importing.import_file(monitor, write_portfolio(tmp_path), now)).result()
    for name, step in (("one", 0), ("two", 0), ("later", 3)):
        channel = Channel(name, name.title(), step=step)
        address = f"json://{name}.example"
        made.run(lambda m, now, c=channel, a=address: channel_commands.keep_channel(m, c, a, secrets)).result()
    yield made
    made.stop()


def nudge(service: Service, hands: Hands, seconds: float) -> None:
    """Let time go on, and the watch tick."""
    hands.ahead += timedelta(seconds=seconds)
    service.run(lambda monitor, now: monitor.tick(now)).result()


def test_a_crossing_reaches_every_channel_at_once_within_ten_seconds(
    service: Service, httpserver: HTTPServer, post: Post
) -> None:
    answer(httpserver, 650)
    began = time.monotonic()
    service.start()
    post.until(lambda: len(post.sent) >= 2)
    assert post.sent[-1][3] - began < 10
    assert {where for where, *_ in post.sent} == {"json://one.example", "json://two.example"}
    assert "Loan one" in post.sent[0][1]


def test_a_channel_that_was_down_for_an_hour_tells_as_soon_as_it_is_back(
    service: Service, httpserver: HTTPServer, post: Post, hands: Hands
) -> None:
    one = "json://one.example"
    post.down = {one}
    answer(httpserver, 650)
    service.start()
    post.until(lambda: len(post.to("json://two.example")) == 1)
    for _ in range(4):
        nudge(service, hands, 31)
        with post.news:
            post.news.wait_for(lambda: bool(post.to("json://later.example")), 1)
    nudge(service, hands, 1)
    assert post.to("json://later.example"), "after three failures another channel tells it"
    dead = [
        a
        for a in service.query(lambda m: m.snapshot(hands())).result().active_alerts
        if a.rule is RuleKind.CHANNEL_DEAD
    ]
    assert [alert.subject for alert in dead] == ["one"]
    nudge(service, hands, 3600)
    with post.news:
        post.down = set()
    waited = 0
    while not post.to(one):
        nudge(service, hands, 15)
        waited += 15
        with post.news:
            post.news.wait_for(lambda: bool(post.to(one)), 0.5)
        assert waited <= 60
    assert "Loan one" in post.to(one)[0]
    nudge(service, hands, 15)
    service.query(lambda m: None).result()


def test_a_task_that_ends_takes_the_others_along_and_all_start_again(
    service: Service, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    expected_log.append("the watch ended")

    async def dies(*_: object) -> None:
        raise asyncio.CancelledError

    answer(httpserver, 1000)
    for kind in (Poller, Dispatcher, Backfiller):
        with monkeypatch.context() as fault:
            fault.setattr(kind, "run", dies)
            service._restarts = []
            if service._network is None:
                service.start()
            else:
                service._watching.cancel()
            end = time.monotonic() + PATIENCE_S
            while not service._watching.done() and time.monotonic() < end:
                time.sleep(0.01)
            assert service._watching.done()
        assert service.check()
        end = time.monotonic() + PATIENCE_S
        while service.still_s() > 0.5 and time.monotonic() < end:
            time.sleep(0.01)
        assert service.still_s() <= 0.5


def test_a_watch_that_ends_again_and_again_says_so(
    service: Service, monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    expected_log.append("the watch ended")

    async def dies(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Poller, "run", dies)
    service.start()
    told = []
    end = time.monotonic() + PATIENCE_S
    while (not told or told[-1]) and time.monotonic() < end:
        told.append(service.check())
        time.sleep(0.01)
    assert told[-1] is False
    assert len(service._restarts) == 3


def test_a_watch_that_hangs_is_started_again(service: Service, httpserver: HTTPServer, expected_log: list[str]) -> None:
    expected_log.append("the watch hangs")
    answer(httpserver, 1000)
    service.start()
    end = time.monotonic() + PATIENCE_S
    while service._poller is None and time.monotonic() < end:
        time.sleep(0.01)
    first = service._poller
    first.beat -= 61
    assert service.check()
    while service._poller in (None, first) and time.monotonic() < end:
        time.sleep(0.01)
    assert service._poller is not first


def test_a_query_behind_a_crossing_keeps_it_from_nobody(service: Service, watcher: Watcher) -> None:
    seen = len(watcher.seen)
    release = threading.Event()
    service.query(lambda monitor: release.wait(5))
    done = service.run(lambda monitor, now: None)
    behind = service.query(lambda monitor: None)
    release.set()
    done.result()
    behind.result()
    assert len(watcher.seen) > seen


def test_short_polls_tick_as_well(service: Service, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    ticked = threading.Event()
    monkeypatch.setattr("desktop_app.engine.polling.TICK_S", 0.3)
    real = Monitor.tick
    calls: list[float] = []

    def tick(self: Monitor, now: datetime) -> list[object]:
        calls.append(time.monotonic())
        if len(calls) > 3:
            ticked.set()
        return real(self, now)

    monkeypatch.setattr(Monitor, "tick", tick)
    answer(httpserver, 1000)
    service.run(lambda monitor, now: commands.change_setting(monitor, "poll_s", 5)).result()
    service.start()
    for _ in range(20):
        service.poll_now()
        if ticked.wait(0.35):
            break
    assert ticked.is_set()


# Real services on this machine.


def test_a_message_is_delivered_by_a_real_service(httpserver: HTTPServer) -> None:
    got: list[dict[str, str]] = []

    def take(request: Request) -> Response:
        got.append(json.loads(request.get_data()))
        return Response("{}", content_type="application/json")

    httpserver.expect_request("/path").respond_with_handler(take)
    send(f"json://127.0.0.1:{httpserver.port}/path", "Title", "Words")
    assert (got[0]["title"], got[0]["message"]) == ("Title", "Words")


def test_a_service_that_does_not_answer_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(NotifyError) as error:
            send(f"json://127.0.0.1:{silent.getsockname()[1]}/", "Title", "Words", timeout_s=2.0)
        assert error.value.fault is NotifyFault.TIMEOUT
        assert time.monotonic() - began < 2.5


@pytest.mark.slow
def test_a_service_that_does_not_answer_is_given_up_after_eight_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(NotifyError):
            send(f"json://127.0.0.1:{silent.getsockname()[1]}/", "Title", "Words")
        assert time.monotonic() - began < 8.5


@pytest.mark.parametrize("address", ["", "nonsense", "nosuch://a.b", "json://", "https//missing.colon"])
def test_an_address_of_no_service_is_refused(address: str) -> None:
    with pytest.raises(Refused) as refused:
        channel_commands.check_address(address)
    assert refused.value.problem is Problem.NOT_AN_ADDRESS


# Secrets.


@pytest.fixture
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


def test_a_secret_is_nowhere_but_in_memory(
    tmp_path: Path, httpserver: HTTPServer, no_keyring: None, caplog: pytest.LogCaptureFixture, watcher: Watcher
) -> None:
    caplog.set_level(logging.DEBUG)
    httpserver.expect_request(f"/{CANARY}").respond_with_data("no", status=403)
    address = f"json://user:{PASSWORD}@127.0.0.1:{httpserver.port}/{CANARY}"
    secrets = Secrets()
    outside = Outside(alert_text.message, secrets)
    service = Service(tmp_path / "plimsoll.db", watcher, polling=True, outside=outside)
    listen_to(service, httpserver.url_for("").rstrip("/"))
    beat = f"{httpserver.url_for('')}{CANARY}-beat"
    service.run(lambda m, now: commands.change_setting(m, "heartbeat_url", beat)).result()
    service.run(lambda m, now: importing.import_file(m, write_portfolio(tmp_path), now)).result()
    lasting = service.run(lambda m, now: channel_commands.keep_channel(m, Channel("c", "C"), address, secrets)).result()
    assert not lasting, "without a keyring the address is asked for again"
    with pytest.raises(Refused) as refused:
        channel_commands.check_address(f"nosuch://{CANARY}:{PASSWORD}@b")
    answer_server = httpserver
    answer_server.expect_request("/api/v3/simple/price").respond_with_data("{}")
    service.start()
    end = time.monotonic() + PATIENCE_S
    while service._dispatcher is None and time.monotonic() < end:
        time.sleep(0.01)
    fault = service.test_channel(Channel("c", "C"), "Title", "Words").result(PATIENCE_S)
    time.sleep(0.3)
    tellings = service.query(lambda m: outbox.delivery_log(m.store.db)).result()
    shown = repr((fault, tellings, refused.value, watcher.seen[-1].channels))
    written = b"".join(path.read_bytes() for path in tmp_path.glob("plimsoll.db*"))
    service.stop()
    logged = "\n".join(
        f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.records if record.name != "werkzeug"
    )
    assert fault.startswith("refused")
    for secret in (PASSWORD, CANARY):
        assert secret not in shown
        assert secret not in logged
    assert PASSWORD.encode() not in written
    assert f"/{CANARY}\x00".encode() not in written
    assert Secrets().recall("c") == ""


class Angry(keyring.backends.fail.Keyring):
    def get_password(self, service: str, username: str) -> str:
        raise RuntimeError(f"a library's own fault with {PASSWORD} in it")

    set_password = delete_password = get_password  # type: ignore[assignment]


def test_whatever_a_keyring_raises_is_an_address_to_be_asked_for_again() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(Angry())
    try:
        assert Secrets().recall("c") == ""
        assert not Secrets().keep("c", "json://x")
        Secrets().forget("c")
    finally:
        keyring.set_keyring(before)


# The sign of life.


def test_the_sign_of_life_stays_away_while_the_watch_is_not_well(service: Service, hands: Hands) -> None:
    def well() -> bool:
        return service.query(lambda monitor: is_well(monitor, hands())).result()

    service.run(lambda m, now: commands.change_setting(m, "polling", False)).result()
    hands.ahead += timedelta(seconds=61)
    assert not well()
    nudge(service, hands, 1)
    assert well()
    hands.ahead += timedelta(seconds=61)
    assert not well(), "nothing was looked at for a minute"
    nudge(service, hands, 1)
    service.run(lambda m, now: commands.change_setting(m, "polling", True)).result()
    assert not well(), "no source answered"


def test_the_sign_of_life_goes_out_and_its_address_into_no_log(
    service: Service, httpserver: HTTPServer, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    from desktop_app.feeds.client import HttpClient

    caplog.set_level(logging.DEBUG)
    httpserver.expect_request(f"/{CANARY}").respond_with_data("ok", content_type="text/plain")
    url = httpserver.url_for(f"/{CANARY}")

    def change(monitor: Monitor, now: datetime) -> None:
        commands.change_setting(monitor, "heartbeat_url", url)
        commands.change_setting(monitor, "polling", False)
        monitor.tick(now)

    service.run(change).result()

    async def beat() -> None:
        async with HttpClient() as client:
            task = asyncio.create_task(Heartbeat(service, hands, 0.05).run(client))
            await asyncio.sleep(0.6)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(beat())
    asked = [request for request, _ in httpserver.log if CANARY in request.path]
    assert asked
    assert CANARY not in "\n".join(record.getMessage() for record in caplog.records if record.name != "werkzeug")


def test_severity_orders_channels() -> None:
    assert not Channel("c", "C", least=Severity.CRITICAL).tells(Severity.WARNING, 99)
