"""The Snapshot as plain JSON for scripts."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.plans import loan_past
from desktop_app.engine.snapshot import LoanView


def report(monitor: Monitor, now: datetime) -> dict[str, Any]:
    """Return everything that the Overview and the Loans page tell, numbers as exact texts."""
    snapshot = monitor.snapshot(now)
    totals = snapshot.totals
    return {
        "format": "plimsoll-report",
        "version": 1,
        "at": _time(snapshot.at),
        "currency": snapshot.currency,
        "totals": {
            "assets": str(totals.assets),
            "debt": str(totals.debt),
            "net": str(totals.net),
            "reserve": str(totals.reserve),
            "interest_per_day": str(totals.interest_per_day),
            "reserve_covers_fall": _text(totals.coverage),
            "complete": totals.complete,
        },
        "prices": [
            {
                "asset": price.asset,
                "value": _text(price.value),
                "state": price.state.value,
                "at": _time(price.at),
                "source": price.source,
                "sources": price.sources,
            }
            for price in snapshot.prices
        ],
        "loans": [_loan(monitor, view) for view in snapshot.loans],
        "alerts": [_alert(alert) for alert in snapshot.alerts],
    }


def _loan(monitor: Monitor, view: LoanView) -> dict[str, Any]:
    past = loan_past(monitor, view.loan.id)
    valuation = view.valuation
    return {
        "id": view.loan.id,
        "name": view.loan.name,
        "platform": view.loan.platform,
        "closed": view.closed,
        "price_state": view.state.value,
        "depth": view.depth.value,
        "ltv": _text(valuation.ltv) if valuation else None,
        "collateral_value": _text(valuation.collateral_value) if valuation else None,
        "debt_value": _text(valuation.debt_value) if valuation else None,
        "collateral": {asset: str(quantity) for asset, quantity in view.balances.collateral.items()},
        "debts": {
            asset: {"principal": str(owed.principal), "interest": str(owed.accrued)}
            for asset, owed in view.balances.debts.items()
        },
        "levels": [
            {
                "level": level.level.key,
                "kind": level.level.kind.value,
                "ltv": str(level.level.ltv),
                "reached": level.reached,
                "asset": level.leading.asset if level.leading else None,
                "price": _text(level.leading.price) if level.leading else None,
                "state": level.state.state.value,
            }
            for level in view.levels
        ],
        "crossings": [_crossing(crossing) for crossing in past.crossings],
        "last_valued": _time(past.last),
    }


def _crossing(crossing: Crossing) -> dict[str, Any]:
    return {
        "level": crossing.level.key,
        "kind": crossing.level.kind.value,
        "threshold": str(crossing.level.ltv),
        "date": crossing.at.date().isoformat(),
        "at": _time(crossing.at),
        "ltv": _text(crossing.ltv),
        "until": _time(crossing.until),
    }


def _alert(alert: AlertRecord) -> dict[str, Any]:
    return {
        "rule": alert.rule.value,
        "severity": alert.severity.value,
        "loan": alert.loan_id or None,
        "subject": alert.subject,
        "subject_name": alert.subject_name,
        "level": alert.level,
        "kind": alert.level_kind.value if alert.level_kind else None,
        "threshold": str(alert.threshold),
        "value": _text(alert.value),
        "at": _time(alert.at),
        "asset": alert.price_asset,
        "price": _text(alert.price),
        "late": alert.late,
        "state": alert.state.value,
        "told": _time(alert.told),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
