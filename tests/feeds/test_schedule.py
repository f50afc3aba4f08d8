"""When to poll next: the interval while all is well, a growing wait while it is not, the server's wish always."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.feeds.schedule import (
    FIRST_SHUT_S,
    LONGEST_BACKOFF_S,
    OPENS_AFTER,
    Breaker,
    PollState,
    abandoned,
    admits,
    began,
    failed,
    shut_s,
    succeeded,
    wait_s,
)

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


NOWS = st.floats(0, 1e9)


def opened(now: float = 0.0, jitter: float = 1.0, failures: int = OPENS_AFTER) -> Breaker:
    breaker = Breaker()
    for _ in range(failures):
        if breaker.shut_until is not None:
            now = breaker.shut_until
            breaker = began(breaker)
        breaker = failed(breaker, now, jitter)
    return breaker


@given(NOWS, JITTER, st.integers(0, OPENS_AFTER - 1))
def test_a_breaker_is_closed_for_the_first_failures(now: float, jitter: float, failures: int) -> None:
    breaker = opened(now, jitter, failures)
    assert admits(breaker, now)
    assert shut_s(breaker, now) == 0


@given(NOWS, JITTER, st.integers(OPENS_AFTER, 60))
def test_an_open_breaker_admits_nothing_until_its_time_at_most_a_quarter_of_an_hour(
    now: float, jitter: float, failures: int
) -> None:
    before = opened(now, jitter, failures - 1)
    at = before.shut_until if before.shut_until is not None else now
    breaker = failed(began(before), at, jitter)
    assert breaker.shut_until is not None
    assert FIRST_SHUT_S / 2 * 0.99 <= breaker.shut_until - at <= LONGEST_BACKOFF_S * 1.01
    assert not admits(breaker, at)
    assert admits(breaker, breaker.shut_until)


@given(NOWS, JITTER)
def test_a_half_open_breaker_admits_exactly_one(now: float, jitter: float) -> None:
    breaker = opened(now, jitter)
    assert breaker.shut_until is not None
    probing = began(breaker)
    assert not admits(probing, breaker.shut_until + 1e6)
    assert shut_s(probing, breaker.shut_until + 1e6) >= 1
    assert admits(abandoned(probing), breaker.shut_until)
    assert succeeded() == Breaker()


@given(st.integers(OPENS_AFTER, OPENS_AFTER + 4))
def test_each_failed_probe_doubles_the_time_shut(failures: int) -> None:
    one, two = opened(failures=failures), opened(failures=failures + 1)
    assert one.shut_until is not None
    assert two.shut_until is not None
    assert two.shut_until - one.shut_until == FIRST_SHUT_S * 2 ** (failures + 1 - OPENS_AFTER)


def test_failures_of_requests_that_were_under_way_prolong_nothing() -> None:
    breaker = opened()
    assert failed(breaker, 3.0, 1.0) == breaker
