"""Funding, lending and borrowing rates: load and save."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from desktop_app.domain.prices.rate import RateKind, RatePoint
from desktop_app.storage.rows import decimal, instant, milliseconds

_SAVE = """
insert into rates (kind, source, asset, instrument, at_ms, rate, period_s) values (?, ?, ?, ?, ?, ?, ?)
on conflict (kind, source, instrument, at_ms) do update set rate = excluded.rate, period_s = excluded.period_s
where rate <> excluded.rate or period_s <> excluded.period_s
"""


def save_rates(db: Database, points: Iterable[RatePoint]) -> int:
    """Keep rates; a source may correct its own. Return how many were new or corrected."""
    before = db.conn.total_changes
    db.conn.executemany(
        _SAVE,
        (
            (
                point.kind.value,
                point.source,
                point.asset,
                point.instrument,
                milliseconds(point.at),
                str(point.rate),
                point.period_s,
            )
            for point in points
        ),
    )
    return int(db.conn.total_changes - before)


def latest_rates(db: Database) -> list[RatePoint]:
    """Return the newest rate of each instrument, by asset."""
    rows = db.query("select *, max(at_ms) from rates group by kind, source, instrument order by asset, source")
    return [_point(row) for row in rows]


def load_rates(db: Database, source: str, instrument: str, since: datetime) -> list[RatePoint]:
    """Return the rates of one instrument from `since` on, ascending."""
    rows = db.query(
        "select * from rates where source = ? and instrument = ? and at_ms >= ? order by at_ms",
        [source, instrument, milliseconds(since)],
    )
    return [_point(row) for row in rows]


def _point(row: dict[str, object]) -> RatePoint:
    return RatePoint(
        RateKind(row["kind"]),
        str(row["source"]),
        str(row["asset"]),
        str(row["instrument"]),
        instant(int(str(row["at_ms"]))),
        decimal(str(row["rate"])),
        int(str(row["period_s"])),
    )
