"""The price of an asset as arrays: which series counts, how many candles, and that no extreme is lost."""

from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.engine.bars import BELIEVED
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_history import asset_details, combined, day_changes, kept_history, price_series
from desktop_app.storage.candles import save_block
from desktop_app.storage.prices import save_candles
from desktop_app.storage.series import Block, SeriesKey
from desktop_app.storage.store import Store

NOW = utc("2026-11-21 12:00")
MINUTE = 60_000
START = int(utc("2026-01-01").timestamp()) * 1000


@pytest.fixture
def monitor():
    with Store.open(None) as store:
        yield Monitor(store)


def block(*rows: tuple[int, float]) -> Block:
    """Return single prices, each (minutes after START, price)."""
    times = np.array([START + minutes * MINUTE for minutes, _ in rows], np.int64)
    return Block(times, np.array([[price] for _, price in rows]))


def key(source: str, period_s: int, currency: str = "USD") -> SeriesKey:
    return SeriesKey("BTC", currency, source, period_s)


def keep(monitor: Monitor, one: SeriesKey, rows: Block) -> None:
    with monitor.store.write() as db:
        save_block(db, one, rows)


def test_what_was_believed_opens_and_closes_and_others_bound_it():
    blocks = {key(BELIEVED, 60): block((0, 100), (1, 101)), key("okx", 60): block((0, 90), (1, 130), (2, 99))}
    found, period = combined(blocks, 100)
    assert period == MINUTE
    assert found.prices.tolist() == [[100, 100, 90, 100], [101, 130, 101, 101], [99, 99, 99, 99]]


def test_a_longer_candle_counts_only_where_nothing_shorter_is():
    hours = Block(np.array([START, START + 60 * MINUTE], np.int64), np.array([[1.0, 2, 0.5, 1.5], [3.0, 4, 2.5, 3.5]]))
    found, period = combined({key("okx", 3600): hours, key(BELIEVED, 60): block((30, 7))}, 1000)
    assert period == MINUTE
    assert [(int(t) - START) // MINUTE for t in found.times] == [30, 60]
    assert found.prices[-1].tolist() == [3.0, 4, 2.5, 3.5]


def test_a_series_in_another_money_does_not_count(monitor):
    keep(monitor, key("file", 3600, "EUR"), block((0, 5), (60, 6)))
    assert price_series(monitor, "BTC", None, None, 100).times.size == 0
    keep(monitor, key("file", 3600, "USDT"), block((0, 5), (60, 6)))
    series = price_series(monitor, "BTC", None, None, 100)
    assert series.close.tolist() == [5, 6]
    assert series.sources == ("file",)
    assert series.first == START / 1000
    assert series.last == START / 1000 + 7200


@given(
    rows=st.dictionaries(st.integers(0, 200_000), st.floats(0.01, 1e9), min_size=1, max_size=300),
    points=st.integers(2, 60),
)
def test_the_extremes_the_first_and_the_last_survive_any_width(rows, points):
    ordered = sorted(rows.items())
    found, _ = combined({key("okx", 60): block(*ordered)}, points)
    prices = list(rows.values())
    assert 1 <= found.times.size <= points
    assert found.prices[:, 1].max() == max(prices)
    assert found.prices[:, 2].min() == min(prices)
    assert found.prices[0, 0] == ordered[0][1]
    assert found.prices[-1, 3] == ordered[-1][1]
    assert np.all(np.diff(found.times) > 0)
    assert np.all((found.prices[:, 2] <= found.prices[:, 3]) & (found.prices[:, 3] <= found.prices[:, 1]))


def test_only_what_is_asked_for_is_read(monitor):
    keep(monitor, key("okx", 60), block(*((minute, 100 + minute) for minute in range(1000))))
    since = utc("2026-01-01") + timedelta(minutes=100)
    series = price_series(monitor, "BTC", since, since + timedelta(minutes=50), 1000)
    assert series.times.size in (50, 51)
    assert series.last == START / 1000 + 60_000, "how far history reaches is told all the same"


def test_a_day_s_change_is_told_where_there_was_a_price_then(monitor):
    then = NOW - timedelta(days=1, hours=1)
    prices = (Decimal(50000),) * 4
    with monitor.store.write() as db:
        save_candles(db, [Candle("BTC", "USD", "okx", 3600, then, *prices)])
        save_candles(db, [Candle("ETH", "USD", "okx", 3600, then - timedelta(days=2), *prices)])
    monitor.accept([Quote(asset, "USD", Decimal(55000), NOW, "okx", NOW) for asset in ("BTC", "ETH")], NOW)
    assert day_changes(monitor, ["BTC", "ETH"], NOW) == {"BTC": Decimal("0.1")}


def test_what_is_kept_and_what_sources_say_is_told(monitor):
    keep(monitor, key("okx", 3600), block((0, 5), (60, 6)))
    (kept,) = kept_history(monitor, "BTC")
    assert (kept.source, kept.period_s, kept.points) == ("okx", 3600, 2)
    monitor.accept([Quote("USDT", "USD", Decimal("0.5"), NOW, "kraken", NOW)], NOW)
    monitor.accept([Quote("BTC", "USDT", Decimal(100), NOW, "okx", NOW)], NOW)
    details = asset_details(monitor, "BTC")
    assert details.converted == {"okx": Decimal(50)}
    assert {one.source for one in details.kept} == {"okx", BELIEVED}
