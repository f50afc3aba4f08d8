"""When to ask next, and when not to ask at all: pure functions of what happened last."""

from dataclasses import dataclass, replace

LONGEST_BACKOFF_S = 900.0
OPENS_AFTER = 5
FIRST_SHUT_S = 15.0


@dataclass(frozen=True, slots=True)
class PollState:
    """A source's polling: consecutive failures, and the wait that the server asked for (seconds)."""

    failures: int = 0
    retry_after_s: float | None = None


def wait_s(state: PollState, interval_s: float, jitter: float) -> float:
    """Return the seconds to wait before the next poll.

    After n failures the wait doubles n times, at most to 15 minutes, spread by `jitter` (0 to 1) so
    that many clients do not come back in step. A server's own wish is a lower bound, never undercut.
    """
    if state.failures == 0:
        return interval_s
    backoff: float = min(interval_s * 2 ** min(state.failures, 16), max(LONGEST_BACKOFF_S, interval_s))
    spread = backoff * (0.5 + 0.5 * jitter)
    return max(float(spread), state.retry_after_s or 0.0, interval_s)


@dataclass(frozen=True, slots=True)
class Breaker:
    """A host's circuit breaker: closed, open until an instant (seconds of a monotonic clock), or half open.

    It is open while `shut_until` lies ahead and half open from then on; `probing` while the one request
    that is let through then is under way.
    """

    failures: int = 0
    shut_until: float | None = None
    probing: bool = False


def admits(breaker: Breaker, now: float) -> bool:
    """Tell whether a request may go out at `now`."""
    return breaker.shut_until is None or (not breaker.probing and now >= breaker.shut_until)


def shut_s(breaker: Breaker, now: float) -> float:
    """Return the seconds after which it is worth trying again; at least 1 while the host is probed."""
    if admits(breaker, now):
        return 0.0
    return max((breaker.shut_until or 0.0) - now, 1.0 if breaker.probing else 0.0)


def began(breaker: Breaker) -> Breaker:
    """Return the breaker after a request that it admitted went out; in a half-open one that is the probe."""
    return breaker if breaker.shut_until is None else replace(breaker, probing=True)


def succeeded() -> Breaker:
    """Return the breaker after the host answered: closed."""
    return Breaker()


def abandoned(breaker: Breaker) -> Breaker:
    """Return the breaker after a request was given up without an outcome; the next one may probe."""
    return replace(breaker, probing=False)


def failed(breaker: Breaker, now: float, jitter: float) -> Breaker:
    """Return the breaker after a request failed by the host's fault.

    The fifth failure in a row opens it for 15 s, each failed probe for twice as long as before, at most
    15 minutes, spread by `jitter` (0 to 1). Requests that were under way when it opened count no more.
    """
    if breaker.shut_until is not None and not breaker.probing:
        return breaker
    failures = breaker.failures + 1
    if failures < OPENS_AFTER:
        return Breaker(failures)
    wait = min(FIRST_SHUT_S * 2.0 ** min(failures - OPENS_AFTER, 16), LONGEST_BACKOFF_S)
    return Breaker(failures, now + wait * (0.5 + 0.5 * jitter))
