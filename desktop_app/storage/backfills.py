"""How far the fetching of history has come: load and save."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from sqlite_utils import Database

from desktop_app.storage.rows import instant, to_row
from desktop_app.storage.series import SeriesKey


class BackfillState(Enum):
    """Where a back-fill stands."""

    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Backfill:
    """The history of one series: wanted from `since` to `until` (UTC), everything before `reached` is here."""

    key: SeriesKey
    since: datetime
    reached: datetime
    until: datetime
    state: BackfillState = BackfillState.WAITING
    fault: str = ""

    def grown(self, reached: datetime) -> "Backfill":
        """Return the back-fill after a page up to `reached`."""
        state = BackfillState.DONE if reached >= self.until else BackfillState.RUNNING
        return replace(self, reached=min(reached, self.until), state=state, fault="")


_SAVE = """
insert or replace into backfills (asset, currency, source, period_s, from_ms, next_ms, until_ms, state, fault)
values (:asset, :currency, :source, :period_s, :from_ms, :next_ms, :until_ms, :state, :fault)
"""


def save_backfill(db: Database, one: Backfill) -> None:
    """Keep how far a back-fill has come, in place of what was kept."""
    row = {
        "asset": one.key.asset,
        "currency": one.key.currency,
        "source": one.key.source,
        "period_s": one.key.period_s,
        "from_ms": one.since,
        "next_ms": one.reached,
        "until_ms": one.until,
        "state": one.state,
        "fault": one.fault[:200],
    }
    db.conn.execute(_SAVE, to_row(row))


def load_backfills(db: Database) -> Iterator[Backfill]:
    """Yield every back-fill, by asset."""
    for row in db.query("select * from backfills order by asset, period_s"):
        key = SeriesKey(row["asset"], row["currency"], row["source"], row["period_s"])
        times = (instant(row["from_ms"]), instant(row["next_ms"]), instant(row["until_ms"]))
        yield Backfill(key, *times, BackfillState(row["state"]), row["fault"])


def drop_backfill(db: Database, key: SeriesKey) -> None:
    """Forget a back-fill; what it brought stays."""
    db.conn.execute(
        "delete from backfills where asset = ? and currency = ? and source = ? and period_s = ?",
        (key.asset, key.currency, key.source, key.period_s),
    )
