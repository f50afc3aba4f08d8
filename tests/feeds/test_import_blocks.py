"""Reading in blocks brings what reading row by row brings, dirty rows included."""

import threading
import time
from datetime import UTC, datetime
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from importers import DECIDED, HINTS, careful, told

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files import blocks
from desktop_app.feeds.files.choices import Cancelled, Choices, Hints
from desktop_app.feeds.files.importing import parse

MOMENTS = st.datetimes(datetime(2008, 6, 1), datetime(2101, 1, 1))
FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y-%m-%d %H:%M:%S.%f",
    "%Y-%m-%d %H:%M:%S.%f+00:00",
    "%Y-%m-%dT%H:%M:%S+00:00",
    "%Y-%m-%dT%H:%M:%S+08:00",
    "%Y-%m-%d %H:%MZ",
    "%d/%m/%Y",
    "%Y%m%d",
)
ODD_TIMES = (
    "", "1641272400", "1641272400000", "1641272400500", "1641272400000000", "1641272400000000123", "1641272400.0",
    "9999999999", "2022-02-30", "2022-02-29", "2024-02-29", "2022-13-01", "2022-00-10", "2022-01-00",
    "2022-01-04 24:00", "2022-01-04 05:60", "2022-01-04 05:00:60", " 2022-01-04", "2022-01-04 05:00:00.1",
    "2022-01-04 05:00:00.12Z",
    "2022/01/04", "yesterday", "2022-01-04Z", "2022-01-0x", "2022-01-04x05:00:00", "2022-01-04 05:00:00.", "0000000000",
    "5641272400", "2022-01-04 05:00:00.1234567890",
)  # fmt: skip
ODD_PRICES = (
    "", "0", "-1", "+3", " 5", "5 ", ".5", "5.", ".", "1e5", "1.5e-7", "NaN", "inf", "0.00", "007", "1.2.3", "$5",
    "(5)", '"5"', '"5', 'a"b', "1.234", "0.09946999000000001", "123456789012345",
    "1234567890123456", "12345678901234567890",
    "0.000000000000000001", "0.1234567890123456789", "1e400", "1e-400", "５", "é", "9007199254740993", "1,5", "99e29",
)  # fmt: skip
TIMES = st.one_of(
    st.sampled_from(ODD_TIMES),
    st.builds(lambda at, form: at.strftime(form), MOMENTS, st.sampled_from(FORMS)),
    st.integers(1_640_995_200, 1_640_995_290).map(str),
    st.integers(1_640_995_200, 1_640_995_290).map(lambda at: str(at * 1000)),
)
PRICES = st.one_of(
    st.sampled_from(ODD_PRICES),
    st.decimals(0, 10**6, places=4).map(str),
    st.integers(1, 9).map(str),
    st.integers(1, 9).map(str),
)
NAMES = st.sampled_from(["BTC/USDT", "ETHUSDT", "BTC", "", "比特币", "!", " BTC", "A" * 30])
SHAPES = {
    "time,price": [PRICES],
    "date,open,high,low,close,volume": [PRICES] * 5,
    "unix,symbol,close,note": [NAMES, PRICES, st.sampled_from(["", "x", '"x"', "é"])],
    "time,BTC,ETH": [PRICES, PRICES],
}


def joined(header: str, rows: list[tuple[str, ...]], mark: str, ends: list[str]) -> bytes:
    lines = [header.replace(",", mark), *(mark.join(row) for row in rows)]
    return "".join(line + ends[index % len(ends)] for index, line in enumerate(lines)).encode()


@st.composite
def files(draw: st.DrawFn) -> bytes:
    header, cells = draw(st.sampled_from(list(SHAPES.items())))
    plain = draw(st.booleans())
    times = st.integers(1_640_995_200, 1_640_995_260).map(lambda at: str(at * 1000)) if plain else TIMES
    row = st.tuples(times, *cells)
    broken = st.lists(st.sampled_from(["1641272400", "5", "", "x"]), max_size=7).map(tuple)
    rows = draw(st.lists(st.one_of(row, row, row, broken), min_size=1, max_size=30))
    ends = draw(st.lists(st.sampled_from(["\n", "\r\n", "\n\n"]), min_size=1, max_size=3))
    raw = joined(header, rows, draw(st.sampled_from([",", ";", "\t", "|"])), ends)
    return raw.rstrip(b"\n") if draw(st.booleans()) else raw


def same_both_ways(raw: bytes, choices: Choices = DECIDED) -> None:
    outcomes = []
    for way in (parse, careful):
        try:
            outcomes.append(told(way(raw, choices, HINTS)))
        except Refused as refused:
            outcomes.append(refused.args)
    if outcomes[0] == ("empty_file", 0, "", {}):
        return
    assert outcomes[0] == outcomes[1]


@given(raw=files(), size=st.sampled_from([40, 200, 1 << 20]))
@example(raw=b"time,price\n1640995200,5\n1640995200,5\n1640995200,6\n", size=40)
@settings(max_examples=100)
def test_blocks_bring_what_careful_rows_bring(raw: bytes, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", size)
        same_both_ways(raw)


@pytest.mark.slow
@given(raw=files(), size=st.sampled_from([40, 200, 1 << 20]))
@settings(max_examples=4_000)
def test_blocks_bring_what_careful_rows_bring_often(raw: bytes, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", size)
        same_both_ways(raw)


@pytest.mark.parametrize("time", ODD_TIMES)
def test_an_odd_time_is_read_alike(time: str) -> None:
    same_both_ways(f"time,price\n2022-01-01,1\n{time},2.5\n1640995200000,3.5\n".encode())
    same_both_ways(f"time,price\n{time},2.5\n2022-01-01 05:00:00,3.5\n".encode())


@pytest.mark.parametrize("price", ODD_PRICES)
def test_an_odd_price_is_read_alike(price: str) -> None:
    same_both_ways(f"time,price\n2022-01-01,1.5\n2022-01-02,{price}\n2022-01-03,1.7\n".encode())


@pytest.mark.parametrize("zone", ["UTC", "UTC+8", "UTC-3:30", "Europe/Brussels"])
def test_a_zone_is_read_alike(zone: str) -> None:
    rows = "".join(f"2021-10-31 {hour:02}:30:00,{hour + 1}\n2021-03-28 {hour:02}:00,{hour + 1}\n" for hour in range(24))
    same_both_ways(f"time,price\n{rows}2021-06-01,7\n2021-06-01T05:00:00Z,8\n".encode(), Choices(zone=zone))


@given(st.integers(1, 10**15 - 1), st.integers(0, 17))
def test_a_price_of_fifteen_digits_is_the_nearest_float(whole: int, places: int) -> None:
    text = format(Decimal(whole).scaleb(-places), "f")
    found = parse(f"time,price\n2022-01-01,{text}\n".encode(), DECIDED, HINTS)
    (series,) = found.series
    assert not series.exact
    assert series.columns.tolist() == [[float(text)]]
    assert Decimal(repr(float(series.columns[0, 0]))) == Decimal(text)


def test_arrays_have_the_promised_types_and_order() -> None:
    found = parse(b"time,price\n2022-01-03,3\n2022-01-01,1\n2022-01-02,2\n", hints=HINTS)
    (series,) = found.series
    assert (series.times_ms.dtype, series.columns.dtype) == (np.int64, np.float64)
    assert series.columns.shape == (3, 1)
    assert (np.diff(series.times_ms) == 86_400_000).all()
    assert series.columns[:, 0].tolist() == [1, 2, 3]


def test_what_does_not_survive_as_float_is_kept_apart_exactly() -> None:
    text = "0.12345678901234567891"
    found = parse(f"time,price\n2022-01-01,{text}\n2022-01-02,0.09946999000000001\n".encode(), hints=HINTS)
    (series,) = found.series
    assert [candle.close for candle in series.exact] == [Decimal(text)]
    assert series.exact[0].opened == datetime(2022, 1, 1, tzinfo=UTC)
    assert series.columns.tolist() == [[0.09946999000000001]]
    assert found.summary.series[0].rows == 2


def test_repeats_are_counted_and_contradictions_rejected_wherever_they_stand() -> None:
    rows = "2022-01-02,2\n2022-01-01,1\n2022-01-02,2.0\n2022-01-02,3\n2022-01-02,2\n"
    found = parse(f"time,price\n{rows}".encode(), hints=HINTS)
    assert found.repeated == 2
    assert [(one.line, one.text, one.refused.problem) for one in found.rejects] == [(5, "2022-01-02,3", Problem.TWICE)]


def many_rows(count: int) -> bytes:
    return b"time,price\n" + b"".join(
        b"%d,%d.25\n" % (1_500_000_000 + 60 * row, 100 + row % 900) for row in range(count)
    )


def test_progress_grows_to_the_end_in_few_steps() -> None:
    raw = many_rows(300_000)
    steps: list[tuple[int, int]] = []
    parse(raw, hints=HINTS, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (len(raw), len(raw))
    assert steps == sorted(steps)
    assert len(steps) <= 4


def test_cancelled_means_nothing_comes_back() -> None:
    with pytest.raises(Cancelled):
        parse(many_rows(100), hints=HINTS, cancelled=lambda: True)


@pytest.mark.slow
@pytest.mark.parametrize("dirty", [False, True], ids=["plain", "dirty"])
def test_a_million_rows_are_cancelled_within_a_second(dirty: bool) -> None:
    raw = many_rows(1_000_000)
    if dirty:
        raw = raw.replace(b".25", b"e0")
    stop = threading.Event()
    begun: list[float] = []

    def cancelled() -> bool:
        if not begun:
            begun.append(time.monotonic())
            threading.Timer(0.05, stop.set).start()
        return stop.is_set()

    with pytest.raises(Cancelled):
        parse(raw, hints=Hints("BTC.csv"), cancelled=cancelled)
    assert time.monotonic() - begun[0] <= 1.05
