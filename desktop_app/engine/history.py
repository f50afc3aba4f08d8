"""A loan's past: the points of its replay and the crossings among them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.engine.curves import LtvCurve, ltv_curve
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.replay import Point, history, level_crossings
from desktop_app.storage.prices import load_candles


@dataclass(frozen=True, slots=True)
class LoanHistory:
    """A loan at every close of its collateral, and its upward crossings."""

    points: Sequence[Point]
    crossings: Sequence[Crossing]


def loan_history(monitor: Monitor, loan_id: str) -> LoanHistory:
    """Return the history of one loan by the candles in the store."""
    loan = monitor.portfolio.loan(loan_id)
    assets = sorted({event.asset for event in loan.events if event.asset})
    series = monitor.usable_candles(load_candles(monitor.store.db, assets))
    points = list(history(loan.events, series, monitor.assets.steady(monitor.settings.currency)))
    return LoanHistory(points, level_crossings(points, monitor.settings.hysteresis))


def loan_curve(monitor: Monitor, loan_id: str) -> LtvCurve:
    """Return the LTV curve of one loan for the screen."""
    past = loan_history(monitor, loan_id)
    return ltv_curve(loan_id, past.points, past.crossings, monitor.portfolio.loan(loan_id).events)
