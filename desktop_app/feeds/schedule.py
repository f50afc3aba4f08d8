"""When to poll next: pure functions of what happened last."""

from dataclasses import dataclass

LONGEST_BACKOFF_S = 900.0


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
