"""What is known of one host while the program runs: how often it was asked, and when it may be asked again."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import anyio
from aiolimiter import AsyncLimiter

from desktop_app.feeds import schedule
from desktop_app.feeds.fault import FetchError, FetchFault
from desktop_app.feeds.schedule import Breaker

LONGEST_QUEUE_S = 60.0
_RESTS_ON = frozenset({418, 429, 503})
_LONGEST_WORD = 40
# Headers in which hosts tell how much of their limit is used or left: Binance, Gate, KuCoin, Bitfinex and others.
_QUOTA_HEADERS = (
    "x-mbx-used-weight-1m",
    "x-gate-ratelimit-requests-remain",
    "x-gate-ratelimit-limit",
    "gw-ratelimit-remaining",
    "gw-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-limit",
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often a host may be asked: `requests` in `per_s` seconds, by its own documentation."""

    requests: int
    per_s: float

    @property
    def burst(self) -> int:
        """How many requests may go out at once, so that together with the flow no window holds more than allowed."""
        return max(1, self.requests // 2)

    @property
    def flow(self) -> float:
        """How many requests a second may follow the burst."""
        return (self.requests - self.burst or 1) / self.per_s


DEFAULT_ALLOWANCE = Allowance(60, 60.0)


@dataclass(frozen=True, slots=True)
class HostUsage:
    """How much of a host's limit is used: `used` of `allowed` requests in the last `per_s` seconds.

    `told` is the host's own word on it, header by header. `blocked_s` seconds have to pass before it is
    asked again (0 if it may be asked now); `failures` are those in a row by the host's fault.
    """

    allowed: int
    per_s: float
    used: int
    told: tuple[tuple[str, str], ...]
    blocked_s: float
    failures: int


class Host:
    """The limiter, the rest and the circuit breaker of one host; for one event loop."""

    def __init__(self, allowance: Allowance, clock: Callable[[], float], jitter: Callable[[], float]) -> None:
        self._clock = clock
        self._jitter = jitter
        self._breaker = Breaker()
        self._rests_until = float("-inf")
        self._sent: deque[float] = deque()
        self._told: dict[str, str] = {}
        self._waiting = 0
        self._set(allowance)

    def _set(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self._limiter = AsyncLimiter(allowance.burst, allowance.burst / allowance.flow)

    def keep_to(self, allowance: Allowance) -> None:
        """Take on `allowance` if it is stricter than the present one."""
        if allowance.flow < self._allowance.flow:
            self._set(allowance)

    async def admit(self) -> None:
        """Wait for this request's turn, and count it as sent.

        Raises:
            FetchError: the host rests, or the turn would come too late.
        """
        self._refuse_while_resting()
        await self._turn()
        self._refuse_while_resting()
        self._breaker = schedule.began(self._breaker)
        self._forget_old()
        self._sent.append(self._clock())

    async def _turn(self) -> None:
        wait = (self._waiting + 1) / self._allowance.flow
        if wait > LONGEST_QUEUE_S and not self._limiter.has_capacity():
            raise FetchError(FetchFault.RESTING, "too many requests are waiting", wait)
        self._waiting += 1
        try:
            with anyio.fail_after(LONGEST_QUEUE_S):
                await self._limiter.acquire()
        except TimeoutError:
            raise FetchError(FetchFault.RESTING, "too many requests are waiting", LONGEST_QUEUE_S) from None
        finally:
            self._waiting -= 1

    def _refuse_while_resting(self) -> None:
        now = self._clock()
        if now < self._rests_until:
            left = self._rests_until - now
            raise FetchError(FetchFault.RESTING, f"the host asked to wait, {left:.0f} s are left", left)
        if not schedule.admits(self._breaker, now):
            left = schedule.shut_s(self._breaker, now)
            raise FetchError(FetchFault.RESTING, f"{self._breaker.failures} failures in a row, {left:.0f} s left", left)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Keep what the host says of its limit in the `headers` of an answer."""
        for name in _QUOTA_HEADERS:
            if name in headers:
                self._told[name] = headers[name][:_LONGEST_WORD]

    def answered(self) -> None:
        """Take note that a request went well."""
        self._breaker = schedule.succeeded()

    def gave_up(self) -> None:
        """Take note that a request ended without an outcome."""
        self._breaker = schedule.abandoned(self._breaker)

    def failed(self, error: FetchError) -> None:
        """Take note that a request failed with `error`."""
        now = self._clock()
        if error.status in _RESTS_ON and error.retry_after_s is not None:
            self._rests_until = max(self._rests_until, now + error.retry_after_s)
        if error.blames_host:
            self._breaker = schedule.failed(self._breaker, now, self._jitter())
        else:
            self._breaker = schedule.succeeded()

    def usage(self) -> HostUsage:
        """Return how much of the limit is used now."""
        now = self._clock()
        self._forget_old()
        blocked = max(self._rests_until - now, schedule.shut_s(self._breaker, now), 0.0)
        return HostUsage(
            self._allowance.requests,
            self._allowance.per_s,
            len(self._sent),
            tuple(self._told.items()),
            blocked,
            self._breaker.failures,
        )

    def _forget_old(self) -> None:
        while self._sent and self._sent[0] <= self._clock() - self._allowance.per_s:
            self._sent.popleft()
