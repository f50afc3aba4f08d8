"""The one HTTP client: one deadline over a whole fetch, a byte cap, strict JSON, no redirects."""

import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from enum import Enum
from types import TracebackType
from typing import Any, NoReturn
from urllib.parse import urlsplit

import anyio
import httpx2

from desktop_app.domain.money import parse_amount

DEADLINE_S = 8.0
LARGEST_BODY = 1 << 20
LONGEST_WAIT_S = 3600.0


class FetchFault(Enum):
    """Why a fetch brought nothing."""

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    TOO_MANY = "too_many_requests"
    STATUS = "status"
    TOO_LARGE = "too_large"
    REDIRECT = "redirect"
    NOT_JSON = "not_json"
    UNEXPECTED = "unexpected_answer"
    NOT_ALLOWED = "address_not_allowed"


class FetchError(Exception):
    """A fetch failed: the fault, a short detail, and how many seconds the server asked to wait."""

    def __init__(self, fault: FetchFault, detail: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail
        self.retry_after_s = retry_after_s


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
            parse_float=parse_amount,
            parse_int=parse_amount,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError) as error:
        raise FetchError(FetchFault.NOT_JSON, str(error)[:120]) from None


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
            return parse_amount(value)
        except ValueError:
            raise FetchError(FetchFault.UNEXPECTED, f"{value[:40]!r} is no number") from None
    raise FetchError(FetchFault.UNEXPECTED, f"{type(value).__name__} where a number was expected")


class HttpClient:
    """An async HTTP client for one event loop; use it as an async context manager."""

    def __init__(self, deadline_s: float = DEADLINE_S, largest_body: int = LARGEST_BODY) -> None:
        self._deadline_s = deadline_s
        self._largest_body = largest_body
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

    async def get(self, base: str, path: str, query: Mapping[str, str]) -> Answer:
        """Return the JSON that `base` + `path` answers with to `query`.

        Raises:
            FetchError: nothing usable came within the deadline.
        """
        url = base.rstrip("/") + path
        check_address(url)
        try:
            with anyio.fail_after(self._deadline_s):
                body = await self._read(url, query)
        except TimeoutError:
            raise FetchError(FetchFault.TIMEOUT, f"{self._deadline_s:g} s") from None
        except httpx2.TimeoutException:
            raise FetchError(FetchFault.TIMEOUT, f"{self._deadline_s:g} s") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise FetchError(FetchFault.UNREACHABLE, type(error).__name__) from None
        return Answer(parse_json(body), len(body))

    async def _read(self, url: str, query: Mapping[str, str]) -> bytes:
        async with self._client.stream("GET", url, params=dict(query)) as response:
            _check_status(response)
            body = bytearray()
            async for block in response.aiter_raw():
                body += block
                if len(body) > self._largest_body:
                    raise FetchError(FetchFault.TOO_LARGE, f"over {self._largest_body} bytes")
            return bytes(body)


def _check_status(response: httpx2.Response) -> None:
    status = response.status_code
    if status in (418, 429):
        raise FetchError(FetchFault.TOO_MANY, str(status), _retry_after(response))
    if 300 <= status < 400:
        raise FetchError(FetchFault.REDIRECT, str(status))
    if status != 200:
        raise FetchError(FetchFault.STATUS, str(status), _retry_after(response))


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
