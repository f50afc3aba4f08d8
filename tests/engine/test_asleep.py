"""What was missed: asleep or not running, a dip that only the lows of minute candles tell is told late, everywhere."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from making import write_portfolio
from pytest_httpserver import HTTPServer
from test_outside import Post
from test_service import PATIENCE_S, Watcher, answer, listen_to, well

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import Rule, RuleKind, Severity
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.engine import alert_commands, channel_commands, importing
from desktop_app.engine.clocks import Moment, look
from desktop_app.engine.polling import Poller
from desktop_app.engine.service import Outside, Service
from desktop_app.feeds.client import HttpClient
from desktop_app.notify.secrets import Secrets
from desktop_app.ui import alert_text

D = Decimal
HOURS = 8
MINUTE = timedelta(minutes=1)


class Minutes:
    """A source of minute candles: 1000 throughout, but for one minute whose low is under every level."""

    name, periods, page = "stub", (60,), 1000

    def __init__(self) -> None:
        self.dip: datetime | None = None

    def knows(self, asset: str, currency: str) -> bool:
        return asset == "BTC"

    async def candles(
        self, client: HttpClient, asset: str, currency: str, period_s: int, since: datetime, now: datetime
    ) -> list[Candle]:
        found, opened = [], since.replace(second=0, microsecond=0)
        while opened + MINUTE <= now and len(found) < self.page:
            low = D(500) if self.dip is not None and opened <= self.dip < opened + MINUTE else D(999)
            found.append(Candle(asset, "USD", self.name, 60, opened, D(1000), D(1001), low, D(1000)))
            opened += MINUTE
        return found


class Sleeper:
    """Clocks of a machine that slept: the wall and the counter of its time went on, its own time did not."""

    def __init__(self) -> None:
        self.slept = 0.0

    def __call__(self) -> Moment:
        real = look()
        return Moment(real.wall + self.slept, real.boot + self.slept, real.steady)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def minutes() -> Minutes:
    return Minutes()


@pytest.fixture
def sleeper() -> Sleeper:
    return Sleeper()


@pytest.fixture
def service(
    tmp_path: Path,
    httpserver: HTTPServer,
    post: Post,
    minutes: Minutes,
    sleeper: Sleeper,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Service]:
    monkeypatch.setattr(Service, "_candle_sources", lambda self: (minutes,))
    secrets = Secrets(use_keyring=False)
    watcher = Watcher()
    outside = Outside(alert_text.message, secrets, post)
    made = Service(tmp_path / "plimsoll.db", watcher, polling=True, outside=outside, looking=sleeper)
    made.watcher = watcher
    listen_to(made, httpserver.url_for("").rstrip("/"))
    made.run(lambda m, now: importing.import_file(m, write_portfolio(tmp_path), now)).result()
    for name in ("one", "two"):
        channel = Channel(name, name.title())
        made.run(
            lambda m, now, c=channel: channel_commands.keep_channel(m, c, f"json://{c.id}.example", secrets)
        ).result()
    yield made
    made.stop()


def live_until(service: Service, ago: timedelta) -> None:
    """Let live prices have come in for ten minutes, until so long ago."""
    rule = Rule("mine", RuleKind.PRICE_BELOW, D(600), Severity.WARNING, "BTC")
    service.run(lambda m, now: alert_commands.keep_rule(m, rule, now)).result()

    def act(monitor, now: datetime) -> None:
        for minute in range(10, 0, -1):
            at = now - ago - minute * MINUTE
            monitor.accept([Quote("BTC", "USD", D(1000), at, name, at) for name in ("a", "b")], at)

    service.run(act).result()


def late_ones(service: Service) -> set[tuple[str, str]]:
    found = service.query(lambda m: m.snapshot(service.now())).result().alerts
    return {(one.rule_id, one.level) for one in found if one.late}


EVERYTHING = {("ladder", "warning"), ("ladder", "call"), ("ladder", "sale"), ("mine", "")}


def expect_late(service: Service, post: Post) -> None:
    post.until(lambda: all(post.to(f"json://{name}.example") for name in ("one", "two")))
    end = datetime.now(UTC) + timedelta(seconds=PATIENCE_S)
    while late_ones(service) != EVERYTHING and datetime.now(UTC) < end:
        service.query(lambda m: None).result()
    assert late_ones(service) == EVERYTHING
    assert "Found late" in post.sent[0][2]
    told = "select distinct channel from notifications n join alerts a on a.id = n.alert_id where late = 1"
    rows = service.query(lambda m: list(m.store.db.query(told))).result()
    channels = {row["channel"] for row in rows}
    assert channels == {"window", "tray", "one", "two"}


def test_a_dip_while_the_program_did_not_run_is_told_late(
    service: Service, post: Post, minutes: Minutes, httpserver: HTTPServer
) -> None:
    live_until(service, timedelta(hours=HOURS))
    minutes.dip = datetime.now(UTC) - timedelta(hours=3)
    answer(httpserver, 1000)
    service.start()
    expect_late(service, post)


def test_a_dip_while_the_machine_slept_is_told_late_within_a_minute(
    service: Service, post: Post, minutes: Minutes, sleeper: Sleeper, httpserver: HTTPServer
) -> None:
    live_until(service, timedelta(0))
    httpserver.expect_request("/api/v3/simple/price").respond_with_handler(lambda _: stamped(service))
    service.start()
    service.watcher.until(well)
    assert not late_ones(service)
    polls = len(httpserver.log)
    minutes.dip = service.now() + timedelta(hours=3)
    sleeper.slept = HOURS * 3600.0
    woke = datetime.now(UTC)
    expect_late(service, post)
    assert (datetime.now(UTC) - woke).total_seconds() < 60
    assert len(httpserver.log) > polls, "prices were asked for at once"


def stamped(service: Service):
    import json

    from werkzeug import Response

    stamp = int(service.now().timestamp())
    body = {"bitcoin": {"usd": 1000, "last_updated_at": stamp}, "tether": {"usd": 1, "last_updated_at": stamp}}
    return Response(json.dumps(body), content_type="application/json")


def test_a_gap_ends_the_wait_at_once() -> None:
    class Passed:
        def __init__(self) -> None:
            self.seconds = [0.0, 0.0, 9000.0]

        def passed_s(self) -> float:
            return self.seconds.pop(0) if self.seconds else 0.0

    from desktop_app.engine.settings import Settings

    async def rest() -> tuple[bool, float]:
        poller = Poller(None, Settings, lambda: datetime.now(UTC), gap=Passed())  # type: ignore[arg-type]
        loop = asyncio.get_running_loop()
        began = loop.time()
        return await poller._rest(15.0), loop.time() - began

    slept, waited = asyncio.run(rest())
    assert slept
    assert waited < 5
