"""Quotes, candles that are rows, and what is believed: load and save. Long series are in `series`."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from desktop_app.domain.prices.book import ManualPrice
from desktop_app.domain.prices.consensus import Belief
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.storage.rows import decimal, instant, milliseconds, sealed, to_row

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


def candle_rows(
    db: Database, assets: Sequence[str], since: datetime | None = None, until: datetime | None = None
) -> dict[str, list[Candle]]:
    """Return those candles of `assets` that are rows, close after `since` and open before `until`, by close."""
    found: dict[str, list[Candle]] = {asset: [] for asset in assets}
    marks = ",".join("?" * len(assets))
    earliest = milliseconds(since) if since else 0
    latest = milliseconds(until) if until else 1 << 62
    query = f"select * from candles where asset in ({marks}) and open_ms + period_s * 1000 > ? and open_ms < ?"  # noqa: S608
    for row in db.query(f"{query} order by asset, open_ms + period_s * 1000", [*assets, earliest, latest]):
        found[row["asset"]].append(candle_of(row))
    return found


def latest_rows(db: Database, without: str = "") -> list[Candle]:
    """Return for each asset the row that closes last, of any source but `without`."""
    rows = db.query(
        "select *, max(open_ms + period_s * 1000) from candles where source <> ? group by asset order by asset",
        [without],
    )
    return [candle_of(row) for row in rows]


def candle_of(row: dict[str, Any]) -> Candle:
    """Return a row of the table of candles as one."""
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


def set_quote_state(db: Database, quote: Quote, state: str) -> None:
    """Move a kept quote to another state: accepted, quarantined or released."""
    db.conn.execute(
        "update quotes set state = ? where asset = ? and quote = ? and source = ? and at_ms = ?",
        (state, quote.asset, quote.currency, quote.source, milliseconds(quote.at)),
    )


def prune_quotes(db: Database, accepted_before: datetime, rejected_before: datetime) -> int:
    """Forget accepted quotes and rejected ones that were received before; return how many."""
    before = db.conn.total_changes
    db.conn.execute(
        "delete from quotes where (state = 'accepted' and received_ms < ?) or received_ms < ?",
        (milliseconds(accepted_before), milliseconds(rejected_before)),
    )
    return int(db.conn.total_changes - before)


def quarantined(db: Database, most: int = 200) -> list[tuple[Quote, str]]:
    """Return the newest quotes that were not believed, each with its reason."""
    rows = db.query("select * from quotes where state = 'quarantined' order by received_ms desc limit ?", [most])
    return [(_quote(row), row["reason"]) for row in rows]


def _quote(row: dict[str, Any]) -> Quote:
    return Quote(
        row["asset"],
        row["quote"],
        decimal(row["price"]),
        instant(row["at_ms"]),
        row["source"],
        instant(row["received_ms"]),
    )


def save_belief(db: Database, asset: str, currency: str, belief: Belief) -> None:
    """Keep what is believed of `asset`, in place of what was."""
    row = to_row(
        {
            "asset": asset,
            "currency": currency,
            "price": belief.price,
            "at_ms": belief.at,
            "source": belief.source,
            "sources": belief.sources,
            "spread": belief.spread,
            "waiting": msgspec.json.encode([str(price) for price in belief.waiting]).decode(),
            "seen": msgspec.json.encode({name: milliseconds(at) for name, at in belief.seen.items()}).decode(),
        }
    )
    db.conn.execute(_SAVE_BELIEF, row)


_SAVE_BELIEF = """
insert or replace into beliefs (asset, currency, price, at_ms, source, sources, spread, waiting, seen)
values (:asset, :currency, :price, :at_ms, :source, :sources, :spread, :waiting, :seen)
"""


def load_beliefs(db: Database, currency: str) -> dict[str, Belief]:
    """Return what was believed of each asset, in `currency`; other currencies are left out."""
    return {
        row["asset"]: Belief(
            decimal(row["price"]) if row["price"] is not None else None,
            instant(row["at_ms"]) if row["at_ms"] is not None else None,
            row["source"],
            row["sources"],
            decimal(row["spread"]),
            tuple(decimal(text) for text in msgspec.json.decode(row["waiting"], type=list[str])),
            {name: instant(at) for name, at in msgspec.json.decode(row["seen"], type=dict[str, int]).items()},
        )
        for row in db.query("select * from beliefs where currency = ?", [currency])
    }


def save_manual(db: Database, manual: ManualPrice) -> None:
    """Keep a price that a person entered, in place of the one before."""
    row = {
        "asset": manual.asset,
        "currency": manual.currency,
        "price": manual.price,
        "at_ms": manual.at,
        "note": manual.note,
    }
    db.table("manual_prices").upsert(sealed(row), pk="asset")


def drop_manual(db: Database, asset: str) -> None:
    """Forget the price that a person entered for `asset`."""
    db.conn.execute("delete from manual_prices where asset = ?", (asset,))


def load_manual(db: Database) -> dict[str, ManualPrice]:
    """Return the prices that a person entered, by asset."""
    return {
        row["asset"]: ManualPrice(
            row["asset"], row["currency"], decimal(row["price"]), instant(row["at_ms"]), row["note"]
        )
        for row in db.query("select * from manual_prices")
    }
