"""The Prices page by what can be seen: a price of one's own, quarantine, history, the chart, the settings."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QPushButton, QSpinBox, QTableView

from desktop_app.domain.prices.book import PriceState
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import price_commands
from desktop_app.engine.service import utc_now
from desktop_app.engine.snapshot import FeedHealth
from desktop_app.storage.backfills import Backfill, BackfillState, save_backfill
from desktop_app.storage.series import SeriesKey
from desktop_app.ui.charts.price import PriceChart


@pytest.fixture
def prices(open_desk):
    """The demonstration at its prices, BTC chosen."""
    desk = open_desk(demo=True)
    desk.main.window.open_page("prices")
    desk.page = desk.main.window.pages["prices"]
    desk.wait_until(lambda: desk.page.assets.model.rows)
    choose(desk, "BTC")
    return desk


def choose(desk, asset):
    table = table_of(desk, "Assets")
    table.selectRow([price.asset for price in desk.page.assets.model.rows].index(asset))
    desk.wait_until(lambda: desk.page.detail._name.text() == asset)


def table_of(desk, name):
    return desk.seen(QTableView, name)


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def price_of(desk, asset="BTC"):
    return next(price for price in desk.snapshot.prices if price.asset == asset)


def hear(desk, *quotes):
    """Let sources say prices in one round, each (source, price)."""
    now = utc_now()
    said = [Quote("BTC", "USD", Decimal(price), now, source, now) for source, price in quotes]
    desk.do(lambda monitor, _: monitor.accept(said, now))


def test_a_price_is_set_and_cleared_by_keyboard(prices):
    before = price_of(prices).value
    button = prices.seen(QPushButton, "Set a price…")
    button.setFocus()
    prices.bot.keyClick(button, Qt.Key.Key_Space)
    prices.wait_until(lambda: "Price of one" in prices.names(QLineEdit))
    field = prices.seen(QLineEdit, "Price of one")
    prices.wait_until(field.hasFocus)
    prices.bot.keyClicks(field, "oops")
    assert "oops is not a number; write it like 1234.5." in prices.words()
    prices.type_into(field, "5")
    assert "yours is far from it" in prices.words()
    prices.type_into(field, "50,123.5")
    prices.type_into(prices.seen(QLineEdit, "Note"), "from my bank")
    prices.bot.keyClick(field, Qt.Key.Key_Return)
    prices.wait_until(lambda: price_of(prices).state is PriceState.MANUAL)
    assert price_of(prices).value == Decimal("50123.5")
    prices.wait_until(lambda: "Your own price since" in prices.words())
    assert "Sources say: Demonstration $57,190." in prices.words()
    assert "Note: from my bank" in prices.words()
    assert "entered by hand" in [row[2] for row in cells(table_of(prices, "Assets"))]
    clear = prices.seen(QPushButton, "Clear my price")
    clear.setFocus()
    prices.bot.keyClick(clear, Qt.Key.Key_Space)
    prices.wait_until(lambda: price_of(prices).state is not PriceState.MANUAL)
    assert price_of(prices).value == before


def test_the_form_clears_too_and_refuses_a_currency_without_a_rate(prices):
    prices.click("Set a price…")
    prices.wait_until(lambda: "Price of one" in prices.names(QLineEdit))
    prices.type_into(prices.seen(QLineEdit, "Price of one"), "50000")
    prices.seen(QComboBox, "Currency").setCurrentText("GBP")
    prices.click("Save")
    prices.wait_until(lambda: "There is no rate from GBP to USD" in prices.words())
    prices.seen(QComboBox, "Currency").setCurrentText("USD")
    prices.click("Save")
    prices.wait_until(lambda: price_of(prices).state is PriceState.MANUAL)
    prices.wait_until(lambda: "Price of one" not in prices.names(QLineEdit))
    prices.click("Set a price…")
    prices.wait_until(lambda: "Price of one" in prices.names(QLineEdit))
    assert prices.seen(QLineEdit, "Price of one").text() == "50000"
    [box for box in prices.shell.findChildren(QPushButton) if box.text() == "Clear my price"][-1].click()
    prices.wait_until(lambda: price_of(prices).state is not PriceState.MANUAL)


def test_sources_are_told_one_by_one_and_rows_are_copied(prices):
    hear(prices, ("okx", "57100"), ("kraken", "57110"), ("bitfinex", "5711000"))
    table = table_of(prices, "By source")
    prices.wait_until(lambda: len(cells(table)) == 4)
    states = {row[0]: row[3] for row in cells(table)}
    assert states["OKX"] == "believed"
    assert states["Bitfinex"] == "outvoted by the other sources"
    assert "2 sources agree" in prices.words()
    prices.wait_until(lambda: {row[0]: row[2] for row in cells(table)}["OKX"] == "$57,100")
    table.selectAll()
    prices.bot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert any(line.startswith("OKX\t$57,100\t$57,100\tbelieved\t") for line in lines)


def test_a_quote_is_released_after_a_question_and_taken_back(prices, monkeypatch):
    asked = []
    monkeypatch.setattr(
        QMessageBox, "question", lambda *words: asked.append(words[2]) or QMessageBox.StandardButton.Yes
    )
    before = price_of(prices).value
    hear(prices, ("okx", "30000"))
    prices.page.detail.tabs.setCurrentIndex(1)
    table = table_of(prices, "Quarantine")
    prices.wait_until(lambda: cells(table))
    assert cells(table)[0][2] == "a jump of over 10%, not confirmed yet"
    prices.click("Release…")
    assert "Choose a quote in the table first." in prices.words()
    table.selectRow(0)
    prices.click("Release…")
    assert asked == ["Believe OKX that BTC costs $30,000, until something newer is said?"]
    prices.wait_until(lambda: price_of(prices).value == 30000)
    prices.wait_until(lambda: not prices.snapshot.quarantine)
    prices.click("Undo the release")
    prices.wait_until(lambda: price_of(prices).value == before)
    assert [quote.price for quote, _ in prices.snapshot.quarantine] == [30000]


def test_a_release_that_was_overtaken_is_not_taken_back(prices):
    hear(prices, ("okx", "30000"))
    quote = prices.snapshot.quarantine[0][0]
    released = prices.do(lambda monitor, now: price_commands.release_quote(monitor, quote, now))
    assert released.believed
    hear(prices, ("okx", "30100"), ("kraken", "30110"))
    assert not prices.do(lambda monitor, now: price_commands.take_back_release(monitor, released, now))
    assert price_of(prices).value == 30105


def test_history_is_listed_and_its_fetching_paused_and_resumed(prices):
    now = utc_now()
    key = SeriesKey("BTC", "", "okx", 3600)
    one = Backfill(key, now - timedelta(days=10), now - timedelta(days=4), now, BackfillState.RUNNING)

    def begin(monitor, _):
        with monitor.write() as db:
            save_backfill(db, one)
            monitor.backfills[key] = one

    prices.do(begin)
    prices.page.detail.tabs.setCurrentIndex(3)
    prices.wait_until(lambda: "being fetched" in prices.words())
    prices.wait_until(lambda: {"1 h", "1 day"} <= {row[2] for row in cells(table_of(prices, "History"))})
    prices.click("Pause fetching history")
    prices.wait_until(lambda: prices.snapshot.backfills[0].state == "paused")
    prices.wait_until(lambda: "paused" in prices.words())
    prices.click("Go on fetching history")
    prices.wait_until(lambda: prices.snapshot.backfills[0].state == "waiting")


def test_the_chart_switches_zooms_and_follows_its_ranges(prices):
    prices.wait_until(lambda: "Price over time" in prices.names(PriceChart))
    chart = prices.seen(PriceChart, "Price over time")
    prices.wait_until(lambda: chart.series is not None and chart.series.asset == "BTC")
    prices.click("Line")
    assert chart.kind == "line"
    prices.click("Candles")
    assert chart.kind == "candles"
    prices.click("Range All")
    prices.wait_until(lambda: chart.series.times[-1] - chart.series.times[0] > 350 * 86400)
    coarse = chart.series.period_s
    chart.setFocus()
    for _ in range(12):
        prices.bot.keyClick(chart, Qt.Key.Key_Plus)
    prices.wait_until(lambda: chart.series.period_s < coarse)
    finer = chart.series.times[-1]
    for _ in range(20):
        prices.bot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    prices.wait_until(lambda: chart.series.times[-1] < finer)
    choose(prices, "ETH")
    prices.wait_until(lambda: chart.series is not None and chart.series.asset == "ETH")
    assert chart.series.close[-1] == pytest.approx(3125)


def test_a_click_goes_to_another_asset_and_its_chart_has_no_history(prices):
    choose(prices, "USDT")
    prices.wait_until(lambda: "There is no price history of USDT yet" in prices.words())
    assert "It follows the currency, and no source was heard: taken as 1." in prices.words()


def test_silence_of_all_sources_is_one_clear_line(open_desk):
    desk = open_desk()
    desk.main.window.open_page("prices")
    desk.page = desk.main.window.pages["prices"]
    assert "No prices yet" in desk.words()
    hear(desk, ("okx", "57000"))
    now = utc_now()

    def fail(monitor, _):
        for name in ("okx", "kraken"):
            monitor.feeds[name] = FeedHealth(name, now, 3, "timeout: 8 s", now + timedelta(minutes=5))

    desk.do(fail)
    line = next(words for words in desk.words().splitlines() if words.startswith("No source has answered since"))
    assert re.search(r"the next try is in [45] minutes\.$", line)
    desk.page.tabs.setCurrentIndex(2)
    rows = {row[0]: row for row in cells(table_of(desk, "Sources"))}
    assert rows["OKX"][1:3] == ["3 failures in a row", "No whole answer came in time (8 s)."]
    assert rows["Binance Futures"][1] == "rates alone, every hour"


def test_settings_of_prices_hold_at_once_and_keep_to_their_bounds(desk):
    desk.main.window.open_page("settings")
    gate = desk.seen(QCheckBox, "Gate")
    gate.click()
    desk.wait_until(lambda: "gate" in desk.snapshot.settings.sources)
    stale = desk.seen(QSpinBox, "Stale after")
    desk.type_into(stale.lineEdit(), "0")
    desk.bot.keyClick(stale, Qt.Key.Key_Return)
    desk.wait_until(lambda: stale.value() >= stale.minimum() == 10)
    desk.type_into(stale.lineEdit(), "120")
    desk.bot.keyClick(stale, Qt.Key.Key_Return)
    desk.wait_until(lambda: desk.snapshot.settings.stale_s == 120)


def test_the_last_source_of_prices_cannot_be_switched_off(desk):
    desk.main.window.open_page("settings")
    for name in ("CoinGecko", "OKX", "Binance", "Kraken", "Coinbase"):
        desk.seen(QCheckBox, name).click()
    desk.wait_until(lambda: desk.snapshot.settings.sources == ("ecb", "binance_futures", "okx_savings"))
    ecb = desk.seen(QCheckBox, "European Central Bank")
    ecb.click()
    assert ecb.isChecked()
    assert "At least one source of prices stays on" in desk.words()
