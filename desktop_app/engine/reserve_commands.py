"""What a person does about the reserve: credit lines, and what is no longer held."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from desktop_app.domain.platforms import CreditLine, Holding, Platform, check_credit
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import counterparties as rows
from desktop_app.storage import loans as loan_rows


def keep_credit(monitor: Monitor, line: CreditLine, platform_name: str, now: datetime) -> CreditLine:
    """Add a credit line or replace the one of its identifier.

    Raises:
        Refused: something about it makes no sense, with the field that is wrong.
    """
    kept = check_credit(replace(line, id=line.id or uuid4().hex[:12]))
    with monitor.write() as db:
        if not any(platform.id == kept.platform for platform in monitor.portfolio.platforms):
            loan_rows.save_platform(db, Platform(kept.platform, platform_name or kept.platform))
        rows.save_credit(db, kept)
        monitor.reload()
        monitor.tick(now)
    return kept


def remove_credit(monitor: Monitor, line_id: str, now: datetime) -> CreditLine:
    """Remove a credit line; return it, so that the removal can be undone.

    Raises:
        Refused: there is no such credit line.
    """
    removed = next((one for one in monitor.portfolio.credits if one.id == line_id), None)
    if removed is None:
        raise Refused(Problem.UNKNOWN_CREDIT, value=line_id)
    with monitor.write() as db:
        rows.delete_credit(db, line_id)
        monitor.reload()
        monitor.tick(now)
    return removed


def remove_holding(monitor: Monitor, holding_id: str, now: datetime) -> Holding:
    """Remove a holding; return it, so that the removal can be undone.

    Raises:
        Refused: there is no such holding.
    """
    removed = next((one for one in monitor.portfolio.holdings if one.id == holding_id), None)
    if removed is None:
        raise Refused(Problem.UNKNOWN_HOLDING, value=holding_id)
    with monitor.write() as db:
        loan_rows.delete_holding(db, holding_id)
        monitor.reload()
        monitor.tick(now)
    return removed
