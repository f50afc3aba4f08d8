"""What a person does about prices: released quotes and their undoing, back-fills that stay paused."""

from datetime import timedelta
from decimal import Decimal

import pytest
from builders import utc

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.engine import polling
from desktop_app.engine.backfill import keep_page
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_commands import pause_backfill, release_quote, take_back_release
from desktop_app.engine.settings import Settings
from desktop_app.storage.backfills import Backfill, BackfillState, load_backfills, save_backfill
from desktop_app.storage.prices import quarantined
from desktop_app.storage.series import SeriesKey

NOW = utc("2026-11-21 12:00")
KEY = SeriesKey("BTC", "", "okx", 3600)


def say(monitor: Monitor, price: str, minutes: int) -> Quote:
    at = NOW + timedelta(minutes=minutes)
    quote = Quote("BTC", "USD", Decimal(price), at, "okx", at)
    monitor.accept([quote], at)
    return quote


def believed(monitor: Monitor) -> Decimal | None:
    return monitor.prices.beliefs["BTC"].price


def test_a_release_counts_and_is_undone(monitor):
    say(monitor, "50000", 0)
    quote = say(monitor, "20000", 1)
    released = release_quote(monitor, quote, NOW)
    assert (released.believed, believed(monitor), quarantined(monitor.store.db)) == (True, 20000, [])
    assert take_back_release(monitor, released, NOW)
    assert believed(monitor) == 50000
    assert [one for one, _ in quarantined(monitor.store.db)] == [quote]
    monitor.prices.beliefs.clear()
    monitor.reload()
    assert believed(monitor) == 50000, "it is so in the store too"


def test_what_is_older_than_what_is_believed_counts_no_more(monitor):
    say(monitor, "50000", 0)
    quote = say(monitor, "20000", 1)
    say(monitor, "50100", 2)
    released = release_quote(monitor, quote, NOW)
    assert not released.believed
    assert not take_back_release(monitor, released, NOW)
    assert believed(monitor) == 50100


def begun(monitor: Monitor, state: BackfillState = BackfillState.RUNNING) -> Backfill:
    one = Backfill(KEY, NOW - timedelta(days=10), NOW - timedelta(days=5), NOW, state)
    with monitor.write() as db:
        save_backfill(db, one)
        monitor.backfills[KEY] = one
    return one


def page(opened) -> list[Candle]:
    return [Candle("BTC", "USDT", "okx", 3600, opened, *(Decimal(50000),) * 4)]


def test_a_page_that_was_under_way_does_not_end_a_pause(monitor):
    one = begun(monitor)
    pause_backfill(monitor, "BTC", paused=True)
    after = keep_page(monitor, one, page(one.reached), 100, NOW)
    assert after.state is BackfillState.PAUSED
    assert after.reached == one.reached + timedelta(hours=1)
    assert list(load_backfills(monitor.store.db)) == [after]
    pause_backfill(monitor, "BTC", paused=False)
    assert monitor.backfills[KEY].state is BackfillState.WAITING
    assert keep_page(monitor, monitor.backfills[KEY], page(after.reached), 100, NOW).state is BackfillState.RUNNING


def test_the_last_page_ends_a_back_fill_though_it_was_paused(monitor):
    one = begun(monitor)
    pause_backfill(monitor, "BTC", paused=True)
    assert keep_page(monitor, one, page(NOW - timedelta(hours=1)), 100, NOW).state is BackfillState.DONE


@pytest.mark.parametrize(("renewed_s", "again"), [(-1.0, True), (3600.0, False)])
def test_what_a_source_did_not_list_is_forgotten_in_time(monkeypatch, renewed_s, again):
    monkeypatch.setattr(polling, "RENEWED_S", renewed_s)
    poller = polling.Poller(None, Settings, lambda: NOW)
    first = poller.sources()
    poller._turns["okx"] = turn = polling.Turn(due=7.0)
    assert (poller.sources() is not first) == again
    assert poller._turns["okx"] is turn, "when each is asked again stays"
