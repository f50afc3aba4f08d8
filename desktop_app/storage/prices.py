"""Candles and quotes: load and save."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.storage.rows import decimal, instant, milliseconds

_SAVE_CANDLE = """
insert into candles (asset, quote, source, period_s, open_ms, open, high, low, close)
values (?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (asset, quote, source, period_s, open_ms) do update
set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close
where open <> excluded.open or high <> excluded.high or low <> excluded.low or close <> excluded.close
"""


def save_candles(db: Database, candles: Iterable[Candle]) -> int:
    """Insert `candles`; a source may correct its own. Return how many were new or corrected."""
    before = db.conn.total_changes
    db.conn.executemany(
        _SAVE_CANDLE,
        (
            (
                candle.asset,
                candle.currency,
                candle.source,
                candle.period_s,
                milliseconds(candle.opened),
                str(candle.open),
                str(candle.high),
                str(candle.low),
                str(candle.close),
            )
            for candle in candles
        ),
    )
    return int(db.conn.total_changes - before)


def load_candles(db: Database, assets: Sequence[str], since: datetime | None = None) -> dict[str, list[Candle]]:
    """Return the candles of each of `assets` that close after `since`, ascending by close."""
    found: dict[str, list[Candle]] = {asset: [] for asset in assets}
    marks = ",".join("?" * len(assets))
    earliest = milliseconds(since) if since else 0
    query = f"select * from candles where asset in ({marks}) and open_ms + period_s * 1000 > ?"  # noqa: S608
    for row in db.query(f"{query} order by asset, open_ms + period_s * 1000", [*assets, earliest]):
        found[row["asset"]].append(_candle(row))
    return found


def latest_candles(db: Database) -> list[Candle]:
    """Return for each asset the candle that closes last."""
    rows = db.query("select *, max(open_ms + period_s * 1000) from candles group by asset order by asset")
    return [_candle(row) for row in rows]


def _candle(row: dict[str, Any]) -> Candle:
    return Candle(
        row["asset"],
        row["quote"],
        row["source"],
        row["period_s"],
        instant(row["open_ms"]),
        decimal(row["open"]),
        decimal(row["high"]),
        decimal(row["low"]),
        decimal(row["close"]),
    )


def save_quotes(db: Database, quotes: Iterable[Quote], reason: str = "") -> None:
    """Keep `quotes`: as accepted, or, with a `reason`, in quarantine."""
    db.conn.executemany(
        "insert into quotes (asset, quote, source, at_ms, received_ms, price, state, reason) "
        "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        (
            (
                quote.asset,
                quote.currency,
                quote.source,
                milliseconds(quote.at),
                milliseconds(quote.received),
                str(quote.price),
                "quarantined" if reason else "accepted",
                reason,
            )
            for quote in quotes
        ),
    )


def latest_quotes(db: Database) -> list[Quote]:
    """Return for each asset and source its last accepted quote."""
    rows = db.query("select *, max(at_ms) from quotes where state = 'accepted' group by asset, quote, source")
    return [_quote(row) for row in rows]


def quarantined(db: Database, most: int = 200) -> list[tuple[Quote, str]]:
    """Return the newest quotes that were not believed, each with its reason."""
    rows = db.query("select * from quotes where state = 'quarantined' order by received_ms desc limit ?", [most])
    return [(_quote(row), row["reason"]) for row in rows]


def accepted_quotes(db: Database, assets: Sequence[str], since: datetime | None = None) -> list[Quote]:
    """Return the accepted quotes of `assets` after `since`, ascending."""
    marks = ",".join("?" * len(assets))
    query = f"select * from quotes where state = 'accepted' and asset in ({marks}) and at_ms > ?"  # noqa: S608
    earliest = milliseconds(since) if since else 0
    return [_quote(row) for row in db.query(f"{query} order by at_ms", [*assets, earliest])]


def _quote(row: dict[str, Any]) -> Quote:
    return Quote(
        row["asset"],
        row["quote"],
        decimal(row["price"]),
        instant(row["at_ms"]),
        row["source"],
        instant(row["received_ms"]),
    )
