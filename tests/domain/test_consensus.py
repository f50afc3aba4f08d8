"""What is believed of a price: one bad tick never, two of three at once, a real crash within three polls."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from builders import quote, utc
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.prices.consensus import Belief, Rejection, Thresholds, Verdict, judge
from desktop_app.domain.prices.quote import Quote

LIMITS = Thresholds()
START = utc("2026-11-21 12:00")
MINUTE = timedelta(minutes=1)
BEFORE_THE_CRASH = datetime(2022, 5, 6, tzinfo=UTC)
AFTER_THE_CRASH = datetime(2022, 5, 15, tzinfo=UTC)


def at(minute: float) -> datetime:
    return START + minute * MINUTE


def ask(belief: Belief, *quotes: Quote, now: datetime | None = None) -> Verdict:
    return judge(belief, quotes, now or max(q.at for q in quotes), LIMITS)


def believing(price: str, *sources: str) -> Belief:
    """The belief after all of `sources` said `price` at minute 0."""
    return ask(Belief(), *(quote(price, at(0), source) for source in sources or ("one",))).belief


def polls(prices: Iterable[str | Decimal], belief: Belief) -> list[Verdict]:
    """Judge one quote a minute of one source, from minute 1 on."""
    found = []
    for minute, price in enumerate(prices, start=1):
        found.append(ask(belief, quote(price, at(minute))))
        belief = found[-1].belief
    return found


def reasons(verdict: Verdict) -> list[tuple[str, Rejection]]:
    return [(rejected.source, reason) for rejected, reason in verdict.rejected]


def test_a_first_quote_is_believed() -> None:
    verdict = ask(Belief(), quote("100", at(0)))
    assert verdict.accepted
    assert (verdict.belief.price, verdict.belief.sources) == (100, 1)


@pytest.mark.parametrize("bad", ["10000", "0.01", "100000000", "111", "89"])
def test_a_bad_tick_of_one_source_alone_is_never_believed(bad: str) -> None:
    verdicts = polls(["100", bad, "100.5", bad, "100.2"], believing("100"))
    assert [verdict.belief.price for verdict in verdicts] == [
        100,
        100,
        Decimal("100.5"),
        Decimal("100.5"),
        Decimal("100.2"),
    ]
    assert [verdict.accepted for verdict in verdicts] == [True, False, True, False, True]
    assert reasons(verdicts[1]) == [("one", Rejection.UNCONFIRMED_JUMP)]


def test_bad_ticks_on_both_sides_do_not_confirm_each_other() -> None:
    verdicts = polls(["10000", "1", "10000", "1"], believing("100"))
    assert not any(verdict.accepted for verdict in verdicts)


def test_two_of_three_sources_are_believed_at_once() -> None:
    verdict = ask(believing("100"), quote("60", at(1), "a"), quote("60.5", at(1), "b"), quote("6000", at(1), "c"))
    assert verdict.accepted
    assert verdict.belief.price == Decimal("60.25")
    assert verdict.belief.sources == 2
    assert reasons(verdict) == [("c", Rejection.OUTVOTED)]


def test_a_fall_of_45_percent_that_two_sources_tell_is_believed_in_the_same_poll() -> None:
    verdict = ask(believing("100", "a", "b"), quote("55", at(1), "a"), quote("55.2", at(1), "b"))
    assert verdict.accepted
    assert verdict.belief.price == Decimal("55.1")
    assert verdict.belief.spread == Decimal("0.2") / Decimal("55.1")


def test_two_sources_that_disagree_leave_everything_as_it_was() -> None:
    before = believing("100", "a", "b")
    verdict = ask(before, quote("100", at(1), "a"), quote("55", at(1), "b"))
    assert not verdict.accepted
    assert (verdict.belief.price, verdict.belief.at) == (100, before.at)
    assert reasons(verdict) == [("a", Rejection.DISAGREE), ("b", Rejection.DISAGREE)]


def test_the_agreement_limit_is_two_percent_of_the_smaller() -> None:
    assert ask(Belief(), quote("100", at(0), "a"), quote("102", at(0), "b")).accepted
    assert not ask(Belief(), quote("100", at(0), "a"), quote("102.01", at(0), "b")).accepted


def test_the_middle_one_of_three_sources_is_believed() -> None:
    verdict = ask(Belief(), quote("100", at(0), "a"), quote("101.5", at(0), "b"), quote("100.3", at(0), "c"))
    assert (verdict.belief.price, verdict.belief.sources) == (Decimal("100.3"), 3)


def test_two_against_two_is_no_majority() -> None:
    words = [quote(price, at(1), source) for price, source in zip(("100", "100", "60", "60"), "abcd", strict=True)]
    verdict = ask(believing("100"), *words)
    assert not verdict.accepted
    assert len(verdict.rejected) == 4


@pytest.mark.parametrize(("price", "believed"), [("110", True), ("110.01", False), ("90", True), ("89.99", False)])
def test_a_move_of_more_than_a_tenth_is_a_jump(price: str, believed: bool) -> None:
    assert ask(believing("100"), quote(price, at(1))).accepted is believed


def test_a_jump_that_stays_is_believed_at_the_third_poll() -> None:
    verdicts = polls(["50", "51", "50.5"], believing("100"))
    assert [verdict.accepted for verdict in verdicts] == [False, False, True]
    assert verdicts[-1].belief.price == Decimal("50.5")
    assert verdicts[-1].belief.waiting == ()


def test_a_crash_that_falls_by_more_than_the_jump_each_poll_is_believed_at_the_third() -> None:
    verdicts = polls(["80", "64", "51", "40", "32", "26"], believing("100"))
    assert [verdict.accepted for verdict in verdicts] == [False, False, True, False, False, True]


def test_a_crash_that_bounces_within_itself_is_believed_at_the_third() -> None:
    verdicts = polls(["50", "70", "58"], believing("100"))
    assert [verdict.accepted for verdict in verdicts] == [False, False, True]


def longest_disbelief(closes: Sequence[tuple[datetime, Decimal]]) -> int:
    """Return the longest run of polls of one source, one a close, on one side of a price that stayed believed."""
    belief, run, longest, side = Belief(), 0, 0, False
    for moment, close in closes:
        verdict = ask(belief, quote(close, moment))
        before, belief = belief, verdict.belief
        below = before.price is not None and close < before.price
        run = 0 if verdict.accepted else run + 1 if below == side else 1
        side = below
        longest = max(longest, run)
    return longest


def test_the_luna_crash_is_followed_with_at_most_two_polls_of_doubt(shared: Path) -> None:
    path = shared / "data" / "binance_15m" / "LUNAUSDT.csv"
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    with path.open(encoding="utf-8") as lines:
        rows = [
            (datetime.fromtimestamp(int(row["open_time_ms"]) / 1000, UTC), row["close"])
            for row in csv.DictReader(lines)
        ]
    crash = [(moment, Decimal(close)) for moment, close in rows if BEFORE_THE_CRASH <= moment < AFTER_THE_CRASH]
    assert len(crash) > 600
    assert min(close for _, close in crash) < Decimal("0.001")
    assert longest_disbelief(crash) == 2


@given(st.lists(st.integers(15, 90), min_size=3, max_size=60))
def test_a_steady_fall_is_followed_whatever_its_steps(percentages: list[int]) -> None:
    price, closes = Decimal(100), [(at(0), Decimal(100))]
    for minute, percentage in enumerate(percentages, start=1):
        price = price * (100 - percentage) / 100
        closes.append((at(minute), price))
    assert longest_disbelief(closes) <= 2


@pytest.mark.parametrize("price", ["0", "-1", "NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_price_changes_nothing(price: str) -> None:
    before = believing("100")
    verdict = ask(before, quote(price, at(1)))
    assert verdict.belief == before
    assert reasons(verdict) == [("one", Rejection.NOT_POSITIVE)]


def test_a_quote_from_the_future_changes_nothing() -> None:
    before = believing("100")
    late = ask(before, quote("101", at(1)), now=at(1) - timedelta(seconds=31))
    assert late.belief == before
    assert reasons(late) == [("one", Rejection.FUTURE)]
    assert ask(before, quote("101", at(1)), now=at(1) - timedelta(seconds=30)).belief.price == 101


def test_an_older_quote_changes_nothing() -> None:
    before = believing("100")
    verdict = ask(before, quote("101", at(-1)), now=at(1))
    assert verdict.belief == before
    assert reasons(verdict) == [("one", Rejection.OUT_OF_ORDER)]


def test_a_quote_said_again_changes_nothing() -> None:
    before = believing("100", "a", "b")
    assert before.sources == 2
    again = ask(before, quote("100", at(0), "a"), now=at(5))
    assert again.belief == before
    assert not again.accepted


def test_a_jump_said_again_confirms_nothing() -> None:
    belief = ask(believing("100"), quote("50", at(1))).belief
    for minute in range(2, 9):
        belief = ask(belief, quote("50", at(1)), now=at(minute)).belief
    assert belief.price == 100
    assert len(belief.waiting) == 1


def test_the_last_word_of_one_source_counts_beside_the_new_word_of_another() -> None:
    belief = ask(believing("100", "a"), quote("50", at(1), "a")).belief
    verdict = ask(belief, quote("50", at(1), "a"), quote("50.5", at(2), "b"))
    assert verdict.accepted
    assert verdict.belief.price == Decimal("50.25")


PRICES = st.decimals("0.0001", "1000000", places=4)
STREAMS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(-3, 40), PRICES), min_size=1, max_size=12)


def after(stream: list[tuple[str, int, Decimal]], now: datetime) -> Belief:
    belief = Belief()
    for source, minute, price in stream:
        belief = judge(belief, [quote(price, at(minute), source)], now, LIMITS).belief
    return belief


@given(STREAMS, st.integers(0, 20))
def test_nothing_that_was_said_before_changes_the_state(stream: list[tuple[str, int, Decimal]], which: int) -> None:
    belief = after(stream, at(60))
    source, minute, price = stream[which % len(stream)]
    assume(belief.seen.get(source, at(-9)) >= at(minute))
    again = judge(belief, [quote(price, at(minute), source)], at(60), LIMITS)
    assert again.belief == belief
    assert not again.accepted


@given(STREAMS, PRICES)
def test_the_state_is_not_changed_by_the_future(stream: list[tuple[str, int, Decimal]], price: Decimal) -> None:
    belief = after(stream, at(60))
    verdict = judge(belief, [quote(price, at(61), "a")], at(60), LIMITS)
    assert verdict.belief == belief


@given(STREAMS)
def test_what_is_believed_was_said_by_somebody(stream: list[tuple[str, int, Decimal]]) -> None:
    belief = after(stream, at(60))
    assert belief.price in {price for _, _, price in stream}
    assert belief.sources == 1


@given(st.lists(PRICES, min_size=1, max_size=5), PRICES)
def test_every_quote_is_believed_or_rejected_with_a_reason(prices: list[Decimal], known: Decimal) -> None:
    quotes = [quote(price, at(1), f"source {index}") for index, price in enumerate(prices)]
    verdict = judge(replace(Belief(), price=known, at=at(0)), quotes, at(1), LIMITS)
    believed = verdict.belief.sources if verdict.accepted else 0
    assert believed + len(verdict.rejected) == len(quotes)
