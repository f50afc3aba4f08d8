"""How far the history of an asset has come, as the screen shows it."""

from desktop_app.engine.snapshot import BackfillView
from desktop_app.storage.backfills import Backfill


def view_of(one: Backfill) -> BackfillView:
    """Return what is shown of a back-fill."""
    key = one.key
    return BackfillView(
        key.asset,
        key.currency,
        key.source,
        key.period_s,
        one.since,
        one.reached,
        one.until,
        one.state.value,
        one.fault,
    )
