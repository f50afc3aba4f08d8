"""The one HTTP client: one deadline over a whole fetch, a byte cap, strict JSON, no redirects, limits a host."""

import ipaddress
import json
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

import anyio
import httpx2

from desktop_app.domain.money import parse_amount
from desktop_app.feeds.fault import FetchError, FetchFault
from desktop_app.feeds.hosts import DEFAULT_ALLOWANCE, Allowance, Host, HostUsage

__all__ = ["Answer", "FetchError", "FetchFault", "HttpClient", "check_address", "parse_json", "strict_number"]

DEADLINE_S = 8.0
LARGEST_BODY = 1 << 20
LONGEST_WAIT_S = 3600.0
_LONGEST_WORD = 500
_LONGEST_NUMBER = 100
_SAYS_WHY = frozenset({400, 404, 422})

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Answer:
    """A decoded answer: JSON with every number as Decimal, and its size in bytes."""

    body: Any
    size: int


def check_address(url: str) -> None:
    """Allow https anywhere and plain http to this machine alone.

    Raises:
        FetchError: the address is neither.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        raise FetchError(FetchFault.NOT_ALLOWED, url[:80]) from None
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname and _is_loopback(parts.hostname):
        return
    raise FetchError(FetchFault.NOT_ALLOWED, f"{parts.scheme}://{parts.hostname or ''}")


def _host_name(url: str) -> str:
    try:
        parts = urlsplit(url)
        return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
    except ValueError:
        raise FetchError(FetchFault.NOT_ALLOWED, url[:80]) from None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def parse_json(body: bytes) -> Any:
    """Return `body` as JSON with numbers as exact Decimals.

    Raises:
        FetchError: it is no JSON, has a key twice in one object, or NaN or Infinity in it.
    """
    try:
        return json.loads(
            body.decode("utf-8"),
            parse_float=_number,
            parse_int=_number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError) as error:
        raise FetchError(FetchFault.NOT_JSON, str(error)[:120]) from None


def _number(text: str) -> Decimal:
    if len(text) > _LONGEST_NUMBER:
        raise ValueError(f"a number of {len(text)} characters")
    return parse_amount(text)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def strict_number(value: Any) -> Decimal:
    """Return a JSON number, or a string that spells one, as Decimal.

    Raises:
        FetchError: it is neither.
    """
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        try:
            if value.isascii():  # the digits of other scripts are no numbers of a venue
                return _number(value)
        except ValueError:
            pass
        raise FetchError(FetchFault.UNEXPECTED, f"{value[:40]!r} is no number")
    raise FetchError(FetchFault.UNEXPECTED, f"{type(value).__name__} where a number was expected")


class HttpClient:
    """An async HTTP client for one event loop; use it as an async context manager.

    What is known of a host (its limit, its rest after "too many requests", its circuit breaker) is kept
    by host and port, and holds for whoever asks. `clock` is monotonic, in seconds; `jitter` gives 0 to 1.
    """

    def __init__(
        self,
        deadline_s: float = DEADLINE_S,
        largest_body: int = LARGEST_BODY,
        *,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._deadline_s = deadline_s
        self._largest_body = largest_body
        self._clock = clock
        self._jitter = jitter
        self._hosts: dict[str, Host] = {}
        self._client = httpx2.AsyncClient(
            follow_redirects=False,
            timeout=deadline_s,
            headers={"accept": "application/json", "accept-encoding": "identity", "user-agent": "plimsoll"},
            trust_env=True,
            mounts={"http://": None},  # plain http is this machine's alone: no proxy of the environment is asked
        )

    async def __aenter__(self) -> "HttpClient":
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.__aexit__(kind, error, trace)

    def usage(self) -> dict[str, HostUsage]:
        """Return how much of each host's limit is used, by ``host:port``; call it on the client's event loop."""
        return {name: host.usage() for name, host in self._hosts.items()}

    def usage_of(self, base: str) -> HostUsage | None:
        """Return how much of the limit of the host of `base` is used; None where it was not asked yet."""
        try:
            found = self._hosts.get(_host_name(base))
        except FetchError:
            return None
        return found.usage() if found is not None else None

    async def get(
        self, base: str, path: str, query: Mapping[str, str], allowance: Allowance = DEFAULT_ALLOWANCE
    ) -> Answer:
        """Return the JSON that `base` + `path` answers with to `query`.

        The request waits for its turn by `allowance`, at most a minute; the deadline counts from then on.

        Raises:
            FetchError: nothing usable came within the deadline, or the host must not be asked now.
        """
        return await self._ask(base, path, query, allowance, lambda body: Answer(parse_json(body), len(body)))

    async def get_text(
        self, base: str, path: str, query: Mapping[str, str], allowance: Allowance = DEFAULT_ALLOWANCE
    ) -> str:
        """Return the text (UTF-8) that `base` + `path` answers with to `query`, as `get` does for JSON.

        Raises:
            FetchError: nothing usable came within the deadline, or the host must not be asked now.
        """
        return await self._ask(base, path, query, allowance, _parse_text)

    async def _ask(
        self, base: str, path: str, query: Mapping[str, str], allowance: Allowance, read: Callable[[bytes], _T]
    ) -> _T:
        url = base.rstrip("/") + path
        check_address(url)
        host = self._host(url, allowance)
        await host.admit()
        try:
            found = read(await self._within_deadline(url, query, host))
        except FetchError as error:
            host.failed(error)
            raise
        except BaseException:
            host.gave_up()
            raise
        host.answered()
        return found

    def _host(self, url: str, allowance: Allowance) -> Host:
        host = self._hosts.setdefault(_host_name(url), Host(allowance, self._clock, self._jitter))
        host.keep_to(allowance)
        return host

    async def _within_deadline(self, url: str, query: Mapping[str, str], host: Host) -> bytes:
        try:
            with anyio.fail_after(self._deadline_s):
                return await self._read(url, query, host)
        except (TimeoutError, httpx2.TimeoutException):
            raise FetchError(FetchFault.TIMEOUT, f"{self._deadline_s:g} s") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise FetchError(FetchFault.UNREACHABLE, type(error).__name__) from None

    async def _read(self, url: str, query: Mapping[str, str], host: Host) -> bytes:
        async with self._client.stream("GET", url, params=dict(query)) as response:
            host.heard(response.headers)
            said = await _first_words(response) if response.status_code in _SAYS_WHY else ""
            _check_status(response, said)
            body = bytearray()
            async for block in response.aiter_raw():
                body += block
                if len(body) > self._largest_body:
                    raise FetchError(FetchFault.TOO_LARGE, f"over {self._largest_body} bytes")
            return bytes(body)


def _parse_text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FetchError(FetchFault.UNEXPECTED, "no UTF-8") from None


async def _first_words(response: httpx2.Response) -> str:
    found = bytearray()
    async for block in response.aiter_raw():
        found += block
        if len(found) >= _LONGEST_WORD:
            break
    return bytes(found[:_LONGEST_WORD]).decode("utf-8", errors="replace")


def _check_status(response: httpx2.Response, said: str) -> None:
    status = response.status_code
    if status in (418, 429):
        raise FetchError(FetchFault.TOO_MANY, str(status), _retry_after(response), status=status)
    if 300 <= status < 400:
        raise FetchError(FetchFault.REDIRECT, str(status), status=status)
    if status != 200:
        raise FetchError(FetchFault.STATUS, str(status), _retry_after(response), status=status, said=said)


def _retry_after(response: httpx2.Response) -> float | None:
    text = response.headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_WAIT_S)
    try:
        wait_s = (_http_date(text) - _http_date(response.headers["date"])).total_seconds()
    except (KeyError, ValueError, OverflowError):
        return None
    return min(max(wait_s, 0.0), LONGEST_WAIT_S)


def _http_date(text: str) -> datetime:
    found = parsedate_to_datetime(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
