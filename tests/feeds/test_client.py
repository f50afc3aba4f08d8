"""The one HTTP client: one deadline, a cap, strict JSON; nothing else ever comes out of it than a FetchError."""

import asyncio
import gzip
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from raw_server import RawServer, Script

from desktop_app.feeds.client import (
    LONGEST_WAIT_S,
    FetchError,
    FetchFault,
    HttpClient,
    check_address,
    parse_json,
    strict_number,
)

DEADLINE_S = 0.4
SLACK_S = 0.5
Start = Callable[[Script], RawServer]


def fetch(base: str, path: str = "/price", deadline_s: float = 5.0, largest_body: int = 1 << 20) -> Any:
    """Fetch once; return the body."""

    async def once() -> Any:
        async with HttpClient(deadline_s, largest_body) as client:
            return (await client.get(base, path, {"ids": "bitcoin"})).body

    return asyncio.run(once())


def fault(base: str, **more: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(base, **more)
    assert str(caught.value)
    return caught.value


def base_of(server: HTTPServer) -> str:
    return server.url_for("").rstrip("/")


def answer(body: bytes, *headers: bytes, status: bytes = b"200 OK", length: int | None = None) -> bytes:
    size = f"content-length: {len(body) if length is None else length}".encode()
    return b"\r\n".join([b"HTTP/1.1 " + status, size, *headers, b"", body])


def saying(*parts: bytes) -> Script:
    """A script that sends `parts` and closes."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        for part in parts:
            connection.sendall(part)

    return script


def dripping(start: bytes, drop: bytes, pause_s: float = 0.02) -> Script:
    """A script that sends `start`, then `drop` again and again until the test is over."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(start)
        while not over.wait(pause_s):
            connection.sendall(drop)

    return script


def test_numbers_come_exactly_as_they_were_sent(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/price", query_string="ids=bitcoin").respond_with_data(
        '{"a": 0.1, "b": 12345678901234567890.123456789, "c": 7, "d": 1.5e-7}', content_type="application/json"
    )
    body = fetch(base_of(httpserver))
    assert [str(body[name]) for name in "abcd"] == ["0.1", "12345678901234567890.123456789", "7", "1.5E-7"]


def test_the_request_says_what_it_wants(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))
    fetch(server.base)
    (request,) = server.requests
    assert request.startswith(b"GET /price?ids=bitcoin HTTP/1.1\r\n")
    assert b"\r\naccept-encoding: identity\r\n" in request.lower()
    assert b"\r\nuser-agent: plimsoll\r\n" in request.lower()


@pytest.mark.parametrize(
    "script",
    [
        dripping(b"", b""),
        dripping(b"HTTP/1.1 200 OK\r\n", b"x-more: x\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n{", b" "),
        dripping(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    ],
    ids=["silence", "slow headers", "slow body", "slow chunks"],
)
def test_one_deadline_holds_for_a_whole_fetch(raw_server: Start, script: Script) -> None:
    server = raw_server(script)
    began = time.monotonic()
    error = fault(server.base, deadline_s=DEADLINE_S)
    assert error.fault is FetchFault.TIMEOUT
    assert DEADLINE_S <= time.monotonic() - began < DEADLINE_S + SLACK_S


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "999999999999"}, LONGEST_WAIT_S),
        ({"Retry-After": "9" * 500}, LONGEST_WAIT_S),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:30 GMT", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, 90.0),
        ({"Retry-After": "Sat, 21 Nov 2026 11:00:00 GMT", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, 0.0),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:30 -0000", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, 90.0),
        ({"Retry-After": "Sat, 21 Nov 2026 12:01:30 GMT"}, None),
        ({"Retry-After": "Sat, 21 Nov 99999 12:01:30 +999999", "Date": "Sat, 21 Nov 2026 12:00:00 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "\xb2"}, None),
        ({"Retry-After": ""}, None),
        ({}, None),
    ],
    ids=[
        "seconds", "too long", "endless", "date", "past date", "date without zone", "no date to compare",
        "impossible date", "words", "negative", "superscript", "empty", "none",
    ],
)  # fmt: skip
def test_too_many_requests_tells_how_long_to_wait(
    raw_server: Start, headers: dict[str, str], wait_s: float | None
) -> None:
    lines = [f"{name}: {value}".encode("latin-1") for name, value in headers.items()]
    error = fault(raw_server(saying(answer(b"{}", *lines, status=b"429 Too Many Requests"))).base)
    assert (error.fault, error.retry_after_s) == (FetchFault.TOO_MANY, wait_s)


def test_binances_teapot_means_too_many_requests(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/price").respond_with_data("{}", status=418, headers={"Retry-After": "120"})
    error = fault(base_of(httpserver))
    assert (error.fault, error.retry_after_s) == (FetchFault.TOO_MANY, 120)


@pytest.mark.parametrize("status", [500, 502, 503, 404, 403, 204, 206])
def test_any_status_but_200_is_a_fault(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/price").respond_with_data("{}", status=status, headers={"Retry-After": "3"})
    error = fault(base_of(httpserver))
    assert (error.fault, error.detail, error.retry_after_s) == (FetchFault.STATUS, str(status), 3)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["/elsewhere", "file:///etc/passwd", "http://127.0.0.1:9/x", "https://example.org/"])
def test_a_redirect_is_not_followed(httpserver: HTTPServer, status: int, target: str) -> None:
    httpserver.expect_request("/elsewhere").respond_with_json({"never": "asked"})
    httpserver.expect_request("/price").respond_with_data("{}", status=status, headers={"Location": target})
    assert fault(base_of(httpserver)).fault is FetchFault.REDIRECT
    assert [request.path for request, _ in httpserver.log] == ["/price"]


BAD_BODIES = {
    "html": b"<!doctype html><html><body>Just a moment...</body></html>",
    "empty": b"",
    "truncated": b'{"bitcoin": {"usd": 600',
    "nan": b'{"bitcoin": {"usd": NaN}}',
    "infinity": b'{"bitcoin": {"usd": -Infinity}}',
    "key twice": b'{"bitcoin": {"usd": 1}, "bitcoin": {"usd": 2}}',
    "no utf-8": b'{"bitcoin": {"usd": "\xff\xfe"}}',
    "byte order mark": b"\xef\xbb\xbf{}",
    "two values": b"{} {}",
    "nested too deep": b"[" * 100_000,
    "number too large": b"[1e400]",
    "number too long": b"[" + b"9" * 5000 + b"]",
    "number of a million digits": b"[" + b"9" * ((1 << 20) - 2) + b"]",
    "fraction of a million digits": b"[0." + b"9" * ((1 << 20) - 4) + b"]",
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES)
def test_what_is_no_strict_json_is_a_fault(raw_server: Start, body: bytes) -> None:
    assert fault(raw_server(saying(answer(body))).base).fault is FetchFault.NOT_JSON


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        answer(b"{}", length=500),
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}",
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n" + b"x: " + b"y" * 200_000,
    ],
    ids=["closes at once", "no http", "bad status line", "closes early", "bad chunk", "endless header"],
)
def test_what_is_no_http_is_unreachable(raw_server: Start, said: bytes) -> None:
    assert fault(raw_server(saying(said)).base).fault is FetchFault.UNREACHABLE


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert fault(f"http://127.0.0.1:{port}").fault is FetchFault.UNREACHABLE


def test_a_server_that_speaks_no_tls_is_unreachable(raw_server: Start) -> None:
    server = raw_server(saying(answer(b"{}")))
    assert fault(server.base.replace("http:", "https:")).fault is FetchFault.UNREACHABLE


@pytest.mark.parametrize(
    "script",
    [
        dripping(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", b"1000\r\n" + b" " * 0x1000 + b"\r\n", 0.0),
        dripping(b"HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\n\r\n", b" " * 4096, 0.0),
        dripping(b"HTTP/1.1 200 OK\r\n\r\n", b" " * 4096, 0.0),
    ],
    ids=["chunks", "length", "until closed"],
)
def test_a_body_over_the_cap_is_cut_off(raw_server: Start, script: Script) -> None:
    error = fault(raw_server(script).base, largest_body=10_000)
    assert error.fault is FetchFault.TOO_LARGE


def test_a_body_at_the_cap_is_read(raw_server: Start) -> None:
    body = b"[" + b" " * 998 + b"]"
    assert fetch(raw_server(saying(answer(body))).base, largest_body=1000) == []


def test_a_gzip_bomb_is_never_unpacked(raw_server: Start) -> None:
    bomb = gzip.compress(b'"' + b" " * 30_000_000 + b'"')
    server = raw_server(saying(answer(bomb, b"content-encoding: gzip")))
    tracemalloc.start()
    try:
        error = fault(server.base)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert error.fault is FetchFault.NOT_JSON
    assert peak < 10_000_000


NOT_ALLOWED = [
    "http://192.0.2.1:8080",
    "http://example.org",
    "http://127.0.0.1.example.org",
    "http://127.0.0.1@example.org",
    "http://0.0.0.0",
    "http://[2001:db8::1]",
    "http://[::1",
    "http://",
    "https://",
    "ftp://example.org",
    "file:///etc/passwd",
    "//127.0.0.1",
    "localhost:80",
    "",
]


@pytest.mark.parametrize("base", NOT_ALLOWED)
def test_an_address_that_is_not_allowed_costs_no_packet(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *words, **_: asked.append(words))
    monkeypatch.setattr(socket.socket, "connect", lambda self, to: asked.append(to))
    monkeypatch.setattr(socket.socket, "connect_ex", lambda self, to: asked.append(to))
    assert fault(base).fault is FetchFault.NOT_ALLOWED
    assert not asked


@pytest.mark.parametrize(
    "base", ["https://example.org", "http://127.0.0.1:80", "http://localhost", "http://[::1]:80", "http://127.9.9.9"]
)
def test_https_anywhere_and_plain_http_to_this_machine_are_allowed(base: str) -> None:
    assert check_address(base) is None


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])
def test_a_proxy_is_not_asked_for_this_machine(
    name: str, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    httpserver.expect_request("/price").respond_with_json([1])
    assert fetch(base_of(httpserver)) == [1]


def test_one_client_serves_one_fetch_after_another(httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/price").respond_with_json([1])
    httpserver.expect_ordered_request("/price").respond_with_data("no", status=500)
    httpserver.expect_ordered_request("/price").respond_with_json([2])

    async def three() -> list[Any]:
        found: list[Any] = []
        async with HttpClient() as client:
            for _ in range(3):
                try:
                    found.append((await client.get(base_of(httpserver), "/price", {})).body)
                except FetchError as error:
                    found.append(error.fault)
        return found

    assert asyncio.run(three()) == [[1], FetchFault.STATUS, [2]]


@given(st.binary(max_size=60))
def test_any_bytes_are_json_or_a_fetch_error(body: bytes) -> None:
    fault_told: FetchFault | None = None
    try:
        parse_json(body)
    except FetchError as error:
        fault_told = error.fault
    assert fault_told in (None, FetchFault.NOT_JSON)


JSON_LIKE = st.text(alphabet='{}[]",:0123456789.eE+-truefalsn \\u', max_size=40).map(str.encode)


@given(JSON_LIKE)
def test_almost_json_is_json_or_a_fetch_error(body: bytes) -> None:
    fault_told: FetchFault | None = None
    try:
        parse_json(body)
    except FetchError as error:
        fault_told = error.fault
    assert fault_told in (None, FetchFault.NOT_JSON)


@pytest.mark.parametrize(
    ("value", "number"), [(Decimal("1.5"), "1.5"), ("1.50", "1.50"), (" 7 ", "7"), ("1e-3", "0.001")]
)
def test_a_number_may_stand_as_a_text(value: object, number: str) -> None:
    assert strict_number(value) == Decimal(number)


@pytest.mark.parametrize(
    "value",
    [
        True,
        None,
        [],
        {},
        "",
        "abc",
        "1,000",
        "NaN",
        "0x1",
        "1e99",
        "\u0663",
        "\uff13",
        "0." + "1" * 99,
        "9" * (1 << 20),
    ],
)
def test_what_is_no_number_is_unexpected(value: object) -> None:
    with pytest.raises(FetchError) as caught:
        strict_number(value)
    assert caught.value.fault is FetchFault.UNEXPECTED
