"""One limit, one rest and one breaker a host, whoever asks; and what a person can see of them."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from faults import answer, gone_silent, saying, switching
from hypothesis import given
from hypothesis import strategies as st
from raw_server import RawServer, Script

from desktop_app.feeds import hosts, schedule
from desktop_app.feeds.client import FetchError, FetchFault, HttpClient
from desktop_app.feeds.hosts import Allowance, Host

Start = Callable[[Script], RawServer]
PLENTY = Allowance(100_000, 1.0)


def asked(server: RawServer, work: Callable[[HttpClient], Any], **options: Any) -> Any:
    async def run() -> Any:
        async with HttpClient(2.0, **options) as client:
            return await work(client)

    return asyncio.run(run())


async def outcome(client: HttpClient, base: str, allowance: Allowance = PLENTY) -> FetchFault | None:
    try:
        await client.get(base, "/", {}, allowance)
    except FetchError as error:
        return error.fault
    return None


@given(st.integers(1, 10_000), st.floats(0.1, 300))
def test_a_burst_and_what_flows_after_it_stay_within_the_allowance(requests: int, per_s: float) -> None:
    allowance = Allowance(requests, per_s)
    assert 1 <= allowance.burst <= requests
    assert allowance.burst + allowance.flow * per_s <= max(requests, 2) + 1e-6


@pytest.mark.parametrize("allowance", [Allowance(1, 0.1), Allowance(2, 0.2), Allowance(6, 0.3), Allowance(20, 0.5)])
def test_no_window_holds_more_requests_than_allowed(raw_server: Start, allowance: Allowance) -> None:
    server = raw_server(saying(answer(b"{}")))
    sent: list[float] = []

    async def many(client: HttpClient) -> None:
        async def one() -> None:
            await client.get(server.base, "/", {}, allowance)

        host = client._host(server.base, allowance)
        turn = host._turn

        async def counted() -> None:
            await turn()
            sent.append(time.monotonic())

        host._turn = counted  # type: ignore[method-assign]
        async with anyio.create_task_group() as group:
            for _ in range(allowance.requests * 2):
                group.start_soon(one)

    asked(server, many)
    assert len(sent) == allowance.requests * 2
    for start in sent:
        assert sum(start <= at < start + allowance.per_s - 0.02 for at in sent) <= allowance.requests


def test_quotes_candles_and_rates_share_the_limit_of_their_host(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))

    async def three(client: HttpClient) -> Any:
        for path in ("/quotes", "/candles", "/rates"):
            await client.get(server.base, path, {}, Allowance(100, 60.0))
        return client.usage()

    ((name, usage),) = asked(server, three).items()
    assert name == server.base.removeprefix("http://")
    assert (usage.allowed, usage.per_s, usage.used, usage.blocked_s, usage.failures) == (100, 60.0, 3, 0.0, 0)


def test_the_stricter_of_two_allowances_holds(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))

    async def two(client: HttpClient) -> Any:
        await client.get(server.base, "/", {}, Allowance(100, 60.0))
        await client.get(server.base, "/", {}, Allowance(10, 60.0))
        await client.get(server.base, "/", {}, Allowance(50, 60.0))
        return client.usage()

    (usage,) = asked(server, two).values()
    assert (usage.allowed, usage.used) == (10, 3)


def test_the_hosts_own_word_on_its_limit_is_kept(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}", b"X-MBX-USED-WEIGHT-1M: 34", b"gw-ratelimit-remaining: " + b"9" * 99)))

    async def once(client: HttpClient) -> Any:
        await client.get(server.base, "/", {}, PLENTY)
        return client.usage()

    (usage,) = asked(server, once).values()
    assert dict(usage.told) == {"x-mbx-used-weight-1m": "34", "gw-ratelimit-remaining": "9" * 40}


def test_requests_leave_the_count_after_their_window() -> None:
    clock = [100.0]

    async def run() -> list[int]:
        host = Host(Allowance(10, 30.0), lambda: clock[0], lambda: 1.0)
        counts = []
        for _ in range(3):
            await host.admit()
            counts.append(host.usage().used)
            clock[0] += 20.0
        return [*counts, host.usage().used]

    assert asyncio.run(run()) == [1, 2, 2, 1]


def test_a_turn_that_would_come_too_late_is_refused_at_once(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))

    async def two(client: HttpClient) -> tuple[FetchFault | None, FetchFault | None, float]:
        slow = Allowance(1, 120.0)
        first = await outcome(client, server.base, slow)
        began = time.monotonic()
        second = await outcome(client, server.base, slow)
        return first, second, time.monotonic() - began

    first, second, took = asked(server, two)
    assert (first, second) == (None, FetchFault.RESTING)
    assert took < 0.5
    assert len(server.requests) == 1


def test_waiting_for_a_turn_ends(raw_server: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hosts, "LONGEST_QUEUE_S", 0.2)
    server = raw_server(saying(answer(b"{}")))

    async def many(client: HttpClient) -> list[FetchFault | None]:
        found: list[FetchFault | None] = []

        async def one() -> None:
            found.append(await outcome(client, server.base, Allowance(2, 0.19)))

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(one)
        return found

    found = asked(server, many)
    assert set(found) == {None, FetchFault.RESTING}


def test_the_deadline_begins_after_the_wait_for_the_turn(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))

    async def run() -> list[FetchFault | None]:
        async with HttpClient(0.2) as client:
            return [await outcome(client, server.base, Allowance(1, 0.4)) for _ in range(3)]

    assert asyncio.run(run()) == [None, None, None]


@pytest.mark.parametrize("status", [b"429 Too Many", b"418 Teapot", b"503 Later"])
def test_after_retry_after_nobody_asks_the_host_before_its_time(raw_server: Start, status: bytes) -> None:
    clock = [1000.0]
    says = [answer(b"{}", b"retry-after: 7", status=status)]
    server = raw_server(lambda connection, over: connection.sendall(says[0]))

    async def run(client: HttpClient) -> None:
        first = await outcome(client, server.base)
        assert first in (FetchFault.TOO_MANY, FetchFault.STATUS)
        says[0] = answer(b"{}")
        for waited in (0.0, 3.0, 3.9):
            clock[0] += waited
            with pytest.raises(FetchError) as caught:
                await client.get(server.base, "/another", {}, PLENTY)
            assert caught.value.fault is FetchFault.RESTING
            assert caught.value.retry_after_s == pytest.approx(1007.0 - clock[0])
            (usage,) = client.usage().values()
            assert usage.blocked_s == pytest.approx(1007.0 - clock[0])
        assert len(server.requests) == 1
        clock[0] = 1007.0
        assert await outcome(client, server.base) is None

    asked(server, run, clock=lambda: clock[0])


def test_another_host_is_asked_while_one_rests(raw_server: Start) -> None:
    busy = raw_server(saying(answer(b"{}", b"retry-after: 3600", status=b"429 No")))
    well = raw_server(saying(answer(b"{}")))

    async def run(client: HttpClient) -> Any:
        return [await outcome(client, server.base) for server in (busy, well, busy)]

    assert asked(busy, run) == [FetchFault.TOO_MANY, None, FetchFault.RESTING]


def test_five_failures_open_the_breaker_and_one_probe_closes_it(raw_server: Start) -> None:
    clock = [0.0]
    says = [answer(b"no", status=b"500 No")]
    server = raw_server(lambda connection, over: connection.sendall(says[0]))

    async def run(client: HttpClient) -> None:
        assert [await outcome(client, server.base) for _ in range(7)] == [FetchFault.STATUS] * 5 + [
            FetchFault.RESTING
        ] * 2
        assert len(server.requests) == 5
        clock[0] += schedule.FIRST_SHUT_S
        assert [await outcome(client, server.base) for _ in range(2)] == [FetchFault.STATUS, FetchFault.RESTING]
        clock[0] += schedule.FIRST_SHUT_S
        assert await outcome(client, server.base) is FetchFault.RESTING
        clock[0] += schedule.FIRST_SHUT_S
        says[0] = answer(b"{}")
        assert [await outcome(client, server.base) for _ in range(3)] == [None] * 3

    asked(server, run, clock=lambda: clock[0], jitter=lambda: 1.0)


def test_half_open_lets_exactly_one_of_many_through(raw_server: Start) -> None:
    clock = [0.0]
    script = [saying(answer(b"no", status=b"500 No"))]
    server = raw_server(switching(script))

    async def run() -> list[FetchFault | None]:
        async with HttpClient(0.3, clock=lambda: clock[0], jitter=lambda: 1.0) as client:
            for _ in range(5):
                await outcome(client, server.base)
            clock[0] += schedule.FIRST_SHUT_S
            script[0] = gone_silent(b"")
            found: list[FetchFault | None] = []

            async def one() -> None:
                found.append(await outcome(client, server.base))

            async with anyio.create_task_group() as group:
                for _ in range(8):
                    group.start_soon(one)
            return found

    found = asyncio.run(run())
    assert sorted(str(fault) for fault in found) == sorted(map(str, [FetchFault.RESTING] * 7 + [FetchFault.TIMEOUT]))
    assert len(server.requests) == 6


def test_a_probe_that_is_given_up_leaves_room_for_the_next(raw_server: Start) -> None:
    clock = [0.0]
    script = [saying(answer(b"no", status=b"500 No"))]
    server = raw_server(switching(script))

    async def run(client: HttpClient) -> FetchFault | None:
        for _ in range(5):
            await outcome(client, server.base)
        clock[0] += schedule.FIRST_SHUT_S
        script[0] = gone_silent(b"")
        with anyio.move_on_after(0.1):
            await outcome(client, server.base)
        script[0] = saying(answer(b"{}"))
        return await outcome(client, server.base)

    assert asked(server, run, clock=lambda: clock[0], jitter=lambda: 1.0) is None


@pytest.mark.parametrize("status", [b"400 No", b"404 No"])
def test_a_question_that_the_host_does_not_like_is_not_the_hosts_fault(raw_server: Start, status: bytes) -> None:
    server = raw_server(saying(answer(b'{"code":-1121}', status=status)))

    async def run(client: HttpClient) -> Any:
        return [await outcome(client, server.base) for _ in range(8)]

    assert asked(server, run) == [FetchFault.STATUS] * 8


def test_the_beginning_of_what_a_refusal_says_is_kept(raw_server: Start) -> None:
    server = raw_server(saying(answer(b'{"code":-1121}' + b"\xff" * 9000, status=b"400 No")))

    async def run(client: HttpClient) -> FetchError:
        with pytest.raises(FetchError) as caught:
            await client.get(server.base, "/", {}, PLENTY)
        return caught.value

    error = asked(server, run)
    assert (error.status, error.said[:14], len(error.said)) == (400, '{"code":-1121}', 500)


def test_text_comes_as_it_was_sent(raw_server: Start) -> None:
    server = raw_server(saying(answer("\ufeff<a>é</a>".encode())))

    async def run(client: HttpClient) -> str:
        return await client.get_text(server.base, "/", {}, PLENTY)

    assert asked(server, run) == "<a>é</a>"
