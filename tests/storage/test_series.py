"""Long series: nothing that goes into a chunk comes out otherwise, whatever came before it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.prices.quote import Candle
from desktop_app.storage import candles as candle_store
from desktop_app.storage import series
from desktop_app.storage.errors import StoreDamaged
from desktop_app.storage.prices import save_candles
from desktop_app.storage.series import Block, Merged, SeriesKey
from desktop_app.storage.store import Store

KEY = SeriesKey("BTC", "USD", "file", 60)
START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE = 60_000


def block(times: list[int], width: int = 1, offset: float = 0.0) -> Block:
    """Return a block whose prices tell their times."""
    stamps = np.array(sorted(set(times)), np.int64)
    return Block(stamps, np.repeat(stamps[:, None] / 7 + 1 + offset, width, axis=1))


def same(one: Block, other: Block) -> bool:
    width = max(one.width, other.width)
    one, other = one.widened(width), other.widened(width)
    return bool(np.array_equal(one.times, other.times) and np.array_equal(one.prices, other.prices))


def minutes(count: int, first: int = 0) -> list[int]:
    return [first + MINUTE * number for number in range(count)]


gaps = st.lists(st.sampled_from([1, MINUTE, MINUTE, MINUTE, 3 * MINUTE, 10**10]), min_size=1, max_size=60)


@st.composite
def pieces(draw: st.DrawFn) -> list[Block]:
    """Return blocks that overlap, leave gaps, repeat and contradict each other."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, 50)) * MINUTE
        times = [first + sum(steps) for steps in [draw(gaps)] for steps in [steps[:n] for n in range(len(steps))]]
        made.append(block(times, draw(st.sampled_from([1, 4])), draw(st.sampled_from([0.0, float(number)]))))
    return made


@given(pieces())
def test_what_was_merged_last_counts_and_the_rest_stays(blocks: list[Block]) -> None:
    expected: dict[int, list[float]] = {}
    with Store.open(None) as store, pytest.MonkeyPatch.context() as small:
        small.setattr(series, "NUMBERS", 32)  # many chunks, few points
        for one in blocks:
            with store.write() as db:
                merged = series.merge(db, KEY, one)
            before = set(expected)
            assert merged.added == len(set(one.times.tolist()) - before)
            assert merged.added + merged.changed + merged.unchanged == one.times.size
            expected |= dict(zip(one.times.tolist(), one.widened(4).prices.tolist(), strict=True))
        found = series.read(store.db, KEY).widened(4)
        assert dict(zip(found.times.tolist(), found.prices.tolist(), strict=True)) == expected
        assert (np.diff(found.times) > 0).all()
        assert store.check() == []
        first, last, points = series.spans(store.db, KEY.asset)[KEY]
        assert (first, last, points) == (min(expected), max(expected), len(expected))


@given(pieces(), st.integers(-5, 200), st.integers(0, 200))
def test_a_range_is_what_the_whole_has_in_it(blocks: list[Block], since: int, length: int) -> None:
    low, high = since * MINUTE, (since + length) * MINUTE
    with Store.open(None) as store:
        with store.write() as db:
            for one in blocks:
                series.merge(db, KEY, one)
        whole = series.read(store.db, KEY)
        assert same(series.read(store.db, KEY, low, high), whole.between(low, high))


def test_a_second_import_of_the_same_changes_nothing() -> None:
    with Store.open(None) as store:
        for expected in (Merged(9000, 0, 0), Merged(0, 0, 9000)):
            with store.write() as db:
                assert series.merge(db, KEY, block(minutes(9000))) == expected
        (count,) = store.db.conn.execute("select count(*) from price_chunks").fetchone()
        assert count == 3


def test_regular_minutes_with_a_few_gaps_take_under_nine_bytes_a_point() -> None:
    times = [time for number, time in enumerate(minutes(100_000)) if number % 997]
    with Store.open(None) as store:
        with store.write() as db:
            series.merge(db, KEY, block(times))
        (size,) = store.db.conn.execute("select sum(length(data)) from price_chunks").fetchone()
        assert size / len(times) < 9
        assert same(series.read(store.db, KEY), block(times))


def test_a_chunk_of_another_size_is_told_as_damage() -> None:
    with Store.open(None) as store:
        with store.write() as db:
            series.merge(db, KEY, block(minutes(10)))
            db.conn.execute("update price_chunks set data = zeroblob(7)")
        with pytest.raises(StoreDamaged, match="chunk"):
            series.read(store.db, KEY)


def test_a_changed_byte_in_a_chunk_is_found_by_the_check() -> None:
    with Store.open(None) as store:
        with store.write() as db:
            series.merge(db, KEY, block(minutes(10)))
            (data,) = db.conn.execute("select data from price_chunks").fetchone()
            db.conn.execute("update price_chunks set data = ?", (data[:20] + bytes([data[20] ^ 1]) + data[21:],))
        (fault,) = store.check()
        assert "price_chunks" in fault


@given(
    st.lists(st.floats(0.01, 1e6), min_size=1, max_size=200),
    st.sampled_from([2, 5, 60, 10_000]),
)
def test_no_extreme_is_lost_when_a_series_is_thinned(prices: list[float], period: int) -> None:
    times = np.arange(len(prices), dtype=np.int64) * MINUTE
    found = series.resampled(Block(times, np.array(prices)[:, None]), period * MINUTE)
    assert found.highs.max() == max(prices)
    assert found.lows.min() == min(prices)
    assert (found.prices[0, 0], found.closes[-1]) == (prices[0], prices[-1])
    assert found.times.size == (len(prices) - 1) // period + 1


def candle(number: int, price: str, source: str = "venue") -> Candle:
    opened = START + timedelta(minutes=number)
    return Candle("BTC", "USD", source, 60, opened, *[Decimal(price)] * 4)


def test_rows_that_are_old_and_many_are_sealed_and_read_the_same() -> None:
    made = [candle(number, f"{number + 1}.25") for number in range(5000)]
    odd = candle(5000, "1.2345678901234567890")
    with Store.open(None) as store:
        with store.write() as db:
            save_candles(db, [*made, odd])
        before = candle_store.load_candles(store.db, ["BTC"])
        with store.write() as db:
            moved = candle_store.seal(db, START + timedelta(days=5))
        assert moved == 5001 - candle_store.KEPT_ROWS
        assert candle_store.load_candles(store.db, ["BTC"]) == before
        assert candle_store.latest_candles(store.db) == [odd]
        part = candle_store.load_candles(store.db, ["BTC"], START + timedelta(minutes=10), START + timedelta(hours=1))
        assert part["BTC"] == made[10:60]


def test_a_price_with_more_digits_than_a_float_stays_a_row() -> None:
    made = [candle(number, "1.2345678901234567890") for number in range(5000)]
    with Store.open(None) as store:
        with store.write() as db:
            save_candles(db, made)
            assert candle_store.seal(db, START + timedelta(days=5)) == 0
        assert candle_store.load_candles(store.db, ["BTC"])["BTC"] == made


def test_an_import_takes_over_the_rows_at_its_times() -> None:
    with Store.open(None) as store:
        with store.write() as db:
            save_candles(db, [candle(number, "5", "file") for number in range(3)])
            first = (START - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
            times = np.array(minutes(3, first), np.int64)
            merged = candle_store.save_block(db, KEY, Block(times, np.array([[5.0], [6.0], [5.0]])))
        assert (merged.added, merged.unchanged + merged.changed) == (0, 3)
        closes = [str(one.close) for one in candle_store.load_candles(store.db, ["BTC"])["BTC"]]
        assert closes == ["5.0", "6.0", "5.0"]


def test_a_source_corrects_its_own_series_only() -> None:
    other = SeriesKey("BTC", "USD", "venue", 60)
    with Store.open(None) as store:
        with store.write() as db:
            series.merge(db, KEY, block(minutes(5)))
            series.merge(db, other, block(minutes(5), offset=1.0))
        assert same(series.read(store.db, KEY), block(minutes(5)))
        assert same(series.read(store.db, other), block(minutes(5), offset=1.0))
