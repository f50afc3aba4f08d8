"""The price chart: what is drawn loses no spike; candles, line, keys; the words of prices."""

import numpy as np
import pytest
from builders import utc
from PySide6.QtCore import Qt

from desktop_app.domain.prices.consensus import Rejection
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_history import price_series
from desktop_app.engine.settings import Settings
from desktop_app.feeds.fault import FetchError, FetchFault
from desktop_app.storage.candles import save_block
from desktop_app.storage.series import Block, SeriesKey
from desktop_app.storage.store import Store
from desktop_app.ui import price_words
from desktop_app.ui.charts.price import PriceChart, PriceLevel

START = int(utc("2025-01-01").timestamp()) * 1000
COUNT, SPIKES = 1_000_000, 1_000


@pytest.fixture(scope="module")
def monitor():
    """A store with a million minutes of BTC: a quiet walk with a thousand spikes of one sample, half of them down."""
    chance = np.random.default_rng(7)
    prices = 50_000 + np.cumsum(chance.normal(0, 1, COUNT))
    spikes = chance.choice(COUNT - 1, SPIKES, replace=False)
    prices[spikes[: SPIKES // 2]] = 90_000
    prices[spikes[SPIKES // 2 :]] = 10_000
    times = START + 60_000 * np.arange(COUNT, dtype=np.int64)
    with Store.open(None) as store:
        with store.write() as db:
            save_block(db, SeriesKey("BTC", "USD", "okx", 60), Block(times, prices[:, None]))
        made = Monitor(store)
        made.spikes, made.newest = (times[spikes] / 1000, prices[spikes]), prices[-1]
        yield made


@pytest.mark.parametrize("width", [300, 640, 1280, 2560])
def test_every_spike_and_the_newest_sample_are_drawn(qtbot, monitor, width):
    chart = PriceChart()
    qtbot.addWidget(chart)
    chart.resize(width, 300)
    series = price_series(monitor, "BTC", None, None, chart.points)
    assert series.times.size <= chart.points
    chart.show_series(series)
    at, prices = monitor.spikes
    drawn = np.searchsorted(chart.candles.times, at, "right") - 1
    tops = np.array([wicks[0].y1() for wicks in chart.candles._wicks])[drawn]
    feet = np.array([wicks[1].y2() for wicks in chart.candles._wicks])[drawn]
    assert int(np.sum(np.where(prices > 50_000, tops == 90_000, feet == 10_000))) == SPIKES
    band = chart.tops.getData()[1][drawn], chart.bottoms.getData()[1][drawn]
    assert int(np.sum(np.where(prices > 50_000, band[0] == 90_000, band[1] == 10_000))) == SPIKES
    assert chart.line.getData()[1][-1] == series.close[-1] == monitor.newest


@pytest.fixture
def chart(qtbot, monitor):
    made = PriceChart()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    made.show_series(price_series(monitor, "BTC", None, None, made.points))
    return made


def span(chart: PriceChart) -> float:
    first, last = chart.getPlotItem().getViewBox().viewRange()[0]
    return last - first


def test_keys_zoom_pan_and_point(qtbot, chart):
    chart._range = "All"
    chart.show_series(chart.series)
    before = span(chart)
    with qtbot.waitSignal(chart.wanted) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert span(chart) == pytest.approx(before * 0.7)
    assert asked.args[0] < asked.args[1]
    left = chart.getPlotItem().getViewBox().viewRange()[0][0]
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.getPlotItem().getViewBox().viewRange()[0][0] < left
    with qtbot.waitSignal(chart.pointed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert all(word in told.args[0] for word in ("open", "high", "low", "close", "$"))
    with qtbot.waitSignal(chart.wanted) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert asked.args == [None, None]
    qtbot.waitUntil(lambda: not chart._settle.isActive())


def test_the_price_axis_holds_what_is_seen_and_levels_within_it(chart):
    inside, outside = PriceLevel(60_000.0, "margin call", "call"), PriceLevel(1e6, "liquidation", "liquidation")
    chart._range = "All"
    chart.show_series(chart.series, [inside, outside])
    low, high = chart.getPlotItem().getViewBox().viewRange()[1]
    assert low < 10_000
    assert 90_000 < high < 200_000
    assert [item.toPlainText() for item in chart._level_items if hasattr(item, "toPlainText")] == ["margin call"]


@pytest.mark.parametrize("kind", ["candles", "line"])
def test_candles_and_line_are_painted(chart, kind, tmp_path):
    chart.show_as(kind)
    assert chart.candles.isVisible() == (kind == "candles")
    assert not chart.grab().isNull()
    chart.export_csv(tmp_path / "price.csv")
    rows = (tmp_path / "price.csv").read_text().splitlines()
    assert rows[0] == "time_utc,open,high,low,close"
    assert len(rows) == chart.series.times.size + 1


def test_only_the_candles_that_are_seen_are_drawn(chart):
    times = chart.candles.times
    part = chart.candles.within(times[10], times[20])
    assert 9 <= part.start <= 10
    assert part.stop == 21


@pytest.mark.parametrize("fault", FetchFault)
def test_every_fault_of_a_fetch_has_a_sentence(fault):
    told = price_words.fault(str(FetchError(fault, "detail 7")))
    assert told.endswith(".")
    assert "{" not in told
    assert fault.value not in told
    assert price_words.fault(fault.value).endswith(".")


def test_a_fault_of_the_program_is_told_as_such():
    assert "ZeroDivisionError: x" in price_words.fault("ZeroDivisionError: x")
    assert price_words.fault("") == ""


@pytest.mark.parametrize("reason", Rejection)
def test_every_rejection_has_words(reason):
    words = price_words.rejection(reason.value, Settings())
    assert words
    assert words != reason.value
