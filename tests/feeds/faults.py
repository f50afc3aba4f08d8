"""What can go wrong with an answer, on the wire and in it."""

import gzip
import json
import socket
import struct
import threading
from collections.abc import Iterator
from functools import cache
from typing import Any

from raw_server import Script
from samples import Sample

TOKENS = ["NaN", "-Infinity", '"NaN"', '"inf"', "0", "-5", '"0"', '"-5"', "-0.0", "1e999999", '"1e999999"', "1e400",
          "null", "true", "[]", "{}", '""', '"much"', '"1,000"', '"0x10"', '"٣"', '"1_000"', '"1 000"']  # fmt: skip
TIMES = ["100000000000000", "-1", '"soon"', "null", "0", "true", "[]", "1e29", "-1e29", '"5138-11-16T09:46:40Z"',
         '"0001-01-01T00:00:00+23:59"', '"9999-12-31T23:59:59-23:59"', '"2026-11-21"', "1795262370000000", "1.5",
         "1795869570000", "1795869570", '"2026-11-28T12:00:00Z"', '"2026-11-28"', "NaN"]  # fmt: skip
ERRORS = [
    '{"code":"50001","msg":"Service temporarily unavailable","data":[]}',
    '{"code":"50011","msg":"Too Many Requests","data":[]}',
    '{"code":"51001","msg":"Instrument ID does not exist","data":[]}',
    '{"code":51001,"msg":null,"data":null}',
    '{"error":["EGeneral:Internal error"]}',
    '{"error":["EGeneral:Too many requests"],"result":{}}',
    '{"error":["EQuery:Unknown asset pair"]}',
    '{"error":"ERR_RATE_LIMIT"}',
    '{"code":"500000","msg":"server error"}',
    '{"code":"900001","msg":"symbol not exists"}',
    '{"code":"429000","msg":"too many requests"}',
    '{"code":-1003,"msg":"Way too much request weight used"}',
    '{"label":"INVALID_CURRENCY_PAIR","message":"invalid"}',
    '{"message":"NotFound"}',
    '{"status":{"error_code":429,"error_message":"You have exceeded the rate limit"}}',
    '["error",10020,"symbol: invalid"]',
    '{"coins":{}}',
    "<error/>",
]
TOPS = ["null", "[]", "{}", "5", '"bitcoin"', "true", "[null]", "[[]]", "[{}]", '{"data":null}', '{"result":[]}']


def in_the_answer(sample: Sample) -> Iterator[tuple[str, str]]:
    """Yield name and body of every bad answer that is still well-formed HTTP, of a sample."""
    yield from ((f"price {token}", sample.body(price=token)) for token in TOKENS)
    if "@TIME@" in sample.entry:
        yield from ((f"time {token}", sample.body(time=token)) for token in TIMES)
    if sample.symbol:
        yield "swapped symbol", sample.body(symbol=sample.other, price="777")
        yield "unknown symbol", sample.body(symbol="NOSUCH", price="777")
        yield "no symbol", sample.body(symbol="", price="777")
    yield "twice", sample.twice()
    yield from ((f"error {text}", text) for text in ERRORS)
    yield from ((f"top {text}", text) for text in TOPS)
    good = sample.body()
    yield "html", "<!doctype html><html><body>Just a moment...</body></html>"
    yield "empty", ""
    yield from ((f"cut at {part}/8", good[: len(good) * part // 8]) for part in range(1, 8))
    yield "nested deeply", "[" * 100_000
    yield "nested deeply in XML", "<a>" * 100_000
    yield "two answers", good + good
    yield "entities", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "1">]><a>&b;</a>'
    if sample.is_json:
        yield from mutations(sample)


def mutations(sample: Sample) -> Iterator[tuple[str, str]]:
    """Yield the good answer with each of its parts missing, null or of another kind in turn."""
    good = json.loads(sample.body())
    for path in sorted(paths(good), key=str):
        for bad in (None, True, "x", [], {}, [[]]):
            yield f"{path} = {bad}", json.dumps(replaced(good, path, bad))
        if path:
            yield f"{path} missing", json.dumps(replaced(good, path, MISSING))


MISSING = object()


def paths(value: object, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part of a JSON value, itself first."""
    yield here
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*here, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*here, index))


def replaced(value: Any, path: tuple[Any, ...], new: object) -> Any:
    """Return a JSON value with the part at `path` replaced, or taken out if `new` is MISSING."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1 and new is MISSING:
        del copy[path[0]]
    else:
        copy[path[0]] = replaced(copy[path[0]], path[1:], new)
    return copy


def answer(body: bytes, *headers: bytes, status: bytes = b"200 OK", length: int | None = None) -> bytes:
    """Return the bytes of an HTTP answer."""
    size = f"content-length: {len(body) if length is None else length}".encode()
    return b"\r\n".join([b"HTTP/1.1 " + status, size, b"connection: close", *headers, b"", body])


def saying(*parts: bytes) -> Script:
    """A script that sends `parts` and closes."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        for part in parts:
            connection.sendall(part)

    return script


def dripping(start: bytes, drop: bytes, pause_s: float = 0.02) -> Script:
    """A script that sends `start`, then `drop` again and again until the test is over or the client has enough."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(start)
        while not over.wait(pause_s):
            connection.sendall(drop)

    return script


def gone_silent(start: bytes) -> Script:
    """A script that sends `start` and then nothing until the client has enough."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(start)
        connection.recv(1)

    return script


def switching(scripts: list[Script]) -> Script:
    """A script that does what the first of `scripts` does at the time."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        scripts[0](connection, over)

    return script


def resetting(start: bytes) -> Script:
    """A script that sends `start` and resets the connection."""

    def script(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(start)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return script


def gigabyte(connection: socket.socket, over: threading.Event) -> None:
    """A script that sends a body of 1 GB."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n")
    block = b" " * 1_000_000
    for _ in range(1000):
        connection.sendall(block)


@cache
def bomb() -> bytes:
    """Return 30 MB packed into 30 kB."""
    return gzip.compress(b'"' + b" " * 30_000_000 + b'"')


OVERDUE = {
    "silence": gone_silent(b""),
    "silence after the headers": gone_silent(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n"),
    "slow headers": dripping(b"HTTP/1.1 200 OK\r\n", b"x-more: x\r\n"),
    "slow body": dripping(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n", b" "),
}


def on_the_wire(good: bytes) -> dict[str, Script]:
    """Return a script for every fault of the wire that shows at once; `good` is the good answer's body."""
    found: dict[str, Script] = {
        "429 with seconds": saying(answer(b"{}", b"retry-after: 7", status=b"429 Too Many Requests")),
        "429 with a date": saying(
            answer(b"{}", b"retry-after: Sat, 21 Nov 2026 12:01:30 GMT", b"date: Sat, 21 Nov 2026 12:00:00 GMT",
                   status=b"429 Too Many Requests")),
        "418": saying(answer(good, status=b"418 Teapot")),
        "gzip bomb": saying(answer(bomb(), b"content-encoding: gzip")),
        "gigabyte": gigabyte,
        "endless chunks": dripping(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
                                   b"10000\r\n" + b" " * 0x10000 + b"\r\n", 0.0),
        "no utf-8": saying(answer(good.replace(b"6", b"\xff\xfe", 1) + b"\xff")),
        "reset": resetting(answer(good, length=len(good) + 50)[:-5]),
        "length too long": saying(answer(good, length=len(good) + 50)),
        "length too short": saying(answer(good, length=len(good) // 2)),
        "no http": saying(b"SSH-2.0-OpenSSH_9.2\r\n"),
        "nothing": saying(b""),
    }  # fmt: skip
    for status in (b"500 No", b"502 No", b"503 No", b"403 No", b"451 No", b"404 No", b"400 No", b"204 No", b"206 No"):
        found[status[:3].decode()] = saying(answer(good, status=status))
    for target in (b"http://127.0.0.1:9/", b"http://example.org/", b"file:///etc/passwd", b"https://example.org/"):
        found[f"redirect to {target.decode()}"] = saying(answer(good, b"location: " + target, status=b"302 Found"))
    return found
