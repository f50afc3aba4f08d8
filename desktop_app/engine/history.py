"""A loan's past by the candles in the store."""

from collections.abc import Mapping

from desktop_app.domain.loans.loan import Loan
from desktop_app.engine.curves import LtvCurve, ltv_curve
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.past import Past, past_of
from desktop_app.storage.candles import load_blocks
from desktop_app.storage.series import Block, SeriesKey


def loan_history(monitor: Monitor, loan_id: str) -> Past:
    """Return the history of one loan by the candles in the store."""
    loan = monitor.portfolio.loan(loan_id)
    steady = monitor.assets.steady(monitor.settings.currency)
    return past_of(loan.events, loan_blocks(monitor, loan), steady, monitor.settings.hysteresis)


def loan_blocks(monitor: Monitor, loan: Loan) -> Mapping[SeriesKey, Block]:
    """Return the series of a loan's assets since its opening, in the reporting currency or its pegs."""
    assets = sorted({event.asset for event in loan.events if event.asset})
    opened = min(event.at for event in loan.events)
    found = load_blocks(monitor.store.db, assets, opened)
    return {key: block for key, block in found.items() if monitor.prices.counts(key.currency)}


def loan_curve(monitor: Monitor, loan_id: str) -> LtvCurve:
    """Return the LTV curve of one loan for the screen."""
    return ltv_curve(loan_id, loan_history(monitor, loan_id), monitor.portfolio.loan(loan_id).events)
