"""What was missed: loans judged by the candles of their past; what would have rung is kept, marked late."""

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.domain.alerts.record import LADDER, SEVERITIES, AlertRecord
from desktop_app.domain.alerts.state import AlertState, WatchState
from desktop_app.domain.loans.loan import Loan
from desktop_app.engine.gaps import gaps_of_all
from desktop_app.engine.history import loan_history
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.past import Past
from desktop_app.storage import alerts as alert_rows


def catch_up(monitor: Monitor, loan_ids: Iterable[str], now: datetime) -> list[AlertRecord]:
    """Judge the history of loans; keep and return, in order of time, what was never told."""
    found: list[AlertRecord] = []
    with monitor.write() as db:
        for loan_id in loan_ids:
            found += _catch_up_loan(monitor, db, monitor.portfolio.loan(loan_id), now)
    return sorted(found, key=lambda record: record.at)


def _catch_up_loan(monitor: Monitor, db: Database, loan: Loan, now: datetime) -> list[AlertRecord]:
    moving = {event.asset for event in loan.events if event.asset} - monitor.assets.steady(monitor.settings.currency)
    past = loan_history(db, loan, monitor.prices, gaps_of_all(db, sorted(moving), now))
    if past.last is None:
        return []
    known = alert_rows.alerts_of(db, loan.id, LADDER)
    overtaken = _priced_live_after(monitor, loan, past.last)
    fresh: list[AlertRecord] = []
    for crossing in past.crossings:
        stands = crossing.until is None and not overtaken
        record = next(
            (one for one in known if _same_episode(crossing, one) or _stood_through(monitor, db, past, crossing, one)),
            None,
        )
        if record is None:
            record = _late_record(loan, crossing, stands)
            if not alert_rows.save_alert(db, record):
                continue
            monitor.alarms.queue(db, record, now)
            fresh.append(record)
        settled_live = not record.late and record.state is AlertState.RESOLVED  # closes saw less than live prices
        if stands and not settled_live:
            after = WatchState(AlertState.FIRING, crossing.at, crossing.ltv, record.id, latched=True, rung=now, rings=1)
            monitor.alarms.latch(db, (LADDER, loan.id, crossing.level.key), after, now)
            monitor.standing.forget_guards(loan.id)
    return fresh


def _priced_live_after(monitor: Monitor, loan: Loan, moment: datetime) -> bool:
    """Tell whether live prices of all that moves in `loan` came after `moment`, and so judged it since."""
    moving = {event.asset for event in loan.events if event.asset} - monitor.assets.steady(monitor.settings.currency)
    beliefs = monitor.prices.beliefs
    times = [belief.at for asset in moving if (belief := beliefs.get(asset)) is not None]
    return len(times) == len(moving) and all(at is not None and at > moment for at in times)


def _late_record(loan: Loan, crossing: Crossing, stands: bool) -> AlertRecord:
    return AlertRecord(
        uuid4().hex,
        loan.id,
        loan.name,
        crossing.level.key,
        crossing.level.ltv,
        crossing.ltv,
        crossing.at,
        severity=SEVERITIES[crossing.level.kind],
        level_kind=crossing.level.kind,
        price_asset=crossing.price_asset,
        price=crossing.price,
        late=True,
        state=AlertState.FIRING if stands else AlertState.RESOLVED,
    )


def _stood_through(monitor: Monitor, db: Database, past: Past, crossing: Crossing, alert: AlertRecord) -> bool:
    """Tell whether an alert that rang before a crossing stood until then: closes may see late what rang live.

    Where history shows that the level was armed again in between, the crossing is one of its own.
    """
    if alert.level != crossing.level.key or alert.late or alert.at > crossing.at:
        return False
    ended = next((one.at for one in alert_rows.transitions(db, alert.id) if one.after is AlertState.RESOLVED), None)
    if ended is not None and ended < (crossing.opened or crossing.at):
        return False
    return not past.armed_between(alert.at, crossing.at, crossing.level.ltv - monitor.settings.hysteresis)


def _same_episode(crossing: Crossing, alert: AlertRecord) -> bool:
    if alert.level != crossing.level.key:
        return False
    # An alert that rang live is older than the close of the candle that tells of the same fall.
    since = crossing.opened or crossing.at
    return alert.at >= since and (crossing.until is None or alert.at <= crossing.until)
