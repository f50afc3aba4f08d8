"""When to poll next: the interval while all is well, a growing wait while it is not, the server's wish always."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.feeds.schedule import LONGEST_BACKOFF_S, PollState, wait_s

JITTER = st.floats(0, 1)
INTERVALS = st.integers(5, 3600).map(float)


@given(INTERVALS, JITTER)
def test_a_poll_that_went_well_is_followed_by_the_next_at_the_interval(interval: float, jitter: float) -> None:
    assert wait_s(PollState(), interval, jitter) == interval


@given(INTERVALS, JITTER, st.integers(1, 10_000))
def test_a_wait_after_failures_lies_between_the_interval_and_a_quarter_of_an_hour(
    interval: float, jitter: float, failures: int
) -> None:
    wait = wait_s(PollState(failures), interval, jitter)
    assert interval <= wait <= max(LONGEST_BACKOFF_S, interval)


@given(JITTER, st.integers(1, 2))
def test_each_failure_doubles_the_wait(jitter: float, failures: int) -> None:
    assert wait_s(PollState(failures + 1), 60, jitter) == 2 * wait_s(PollState(failures), 60, jitter)


def test_many_clients_do_not_come_back_in_step() -> None:
    waits = {wait_s(PollState(3), 60, jitter / 10) for jitter in range(11)}
    assert len(waits) == 11


@given(INTERVALS, JITTER, st.integers(1, 20), st.floats(0, 3600))
def test_the_servers_wish_is_never_undercut(interval: float, jitter: float, failures: int, wish: float) -> None:
    assert wait_s(PollState(failures, wish), interval, jitter) >= wish
