"""Minute candles of what was believed, so that live prices become history without a gap."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlite_utils import Database

from desktop_app.domain.prices.quote import Candle
from desktop_app.storage.prices import candle_rows, save_candles

BELIEVED = "believed"
PERIOD_S = 60


class Bars:
    """The minute that each asset is in."""

    def __init__(self) -> None:
        self._open: dict[str, Candle] = {}

    def copied(self) -> "Bars":
        """Return a copy whose contents are its own."""
        other = Bars()
        other._open = dict(self._open)
        return other

    def add(self, db: Database, asset: str, currency: str, price: Decimal, now: datetime) -> None:
        """Let a price into the minute of `now`, and keep that minute's candle."""
        opened = now.replace(second=0, microsecond=0)
        before = self._open.get(asset)
        if before is None or before.opened != opened or before.currency != currency:
            candle = Candle(asset, currency, BELIEVED, PERIOD_S, opened, price, price, price, price)
        else:
            high, low = max(before.high, price), min(before.low, price)
            candle = replace(before, high=high, low=low, close=price)
        self._open[asset] = candle
        save_candles(db, [candle])


def extremes(db: Database, asset: str, now: datetime, window_s: int) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest believed price of the last `window_s` seconds; None without any."""
    found = candle_rows(db, [asset], now - timedelta(seconds=window_s))[asset]
    believed = [candle for candle in found if candle.source == BELIEVED]
    if not believed:
        return None
    return min(candle.low for candle in believed), max(candle.high for candle in believed)
