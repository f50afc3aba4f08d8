"""What a person does about positions that earn."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TypeVar
from uuid import uuid4

from desktop_app.domain.earn.position import Flow, Payout, Position, RateStep, check_position
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import loans as loan_rows
from desktop_app.storage.positions import delete_position, save_position

_E = TypeVar("_E", Payout, Flow, RateStep)


def keep_position(monitor: Monitor, position: Position, platform_name: str, now: datetime) -> Position:
    """Add a position or replace the one of its identifier.

    Raises:
        Refused: something about it makes no sense, with the field that is wrong.
    """
    kept = check_position(replace(position, id=position.id or uuid4().hex[:12]), now)
    with monitor.write() as db:
        if not any(platform.id == kept.platform for platform in monitor.portfolio.platforms):
            loan_rows.save_platform(db, Platform(kept.platform, platform_name or kept.platform))
        save_position(db, kept)
        monitor.reload()
        monitor.tick(now)
    return kept


def position_of(monitor: Monitor, position_id: str) -> Position:
    """Return one position.

    Raises:
        Refused: there is none of that identifier.
    """
    for position in monitor.portfolio.positions:
        if position.id == position_id:
            return position
    raise Refused(Problem.UNKNOWN_POSITION, value=position_id)


def remove_position(monitor: Monitor, position_id: str, now: datetime) -> Position:
    """Remove a position; return it, so that the removal can be undone."""
    removed = position_of(monitor, position_id)
    with monitor.write() as db:
        delete_position(db, position_id)
        monitor.reload()
        monitor.tick(now)
    return removed


def close_position(monitor: Monitor, position_id: str, at: datetime, now: datetime) -> Position:
    """Close a position at `at`: it earns nothing from then on and is counted no more.

    Raises:
        Refused: `at` lies in the future or before it was opened.
    """
    position = position_of(monitor, position_id)
    if at > now:
        raise Refused(Problem.IN_THE_FUTURE, field="closed", value=at.date())
    if at < position.opened:
        raise Refused(Problem.BEFORE_OPENING, field="closed", when=position.opened.date())
    return keep_position(monitor, replace(position, closed=at), "", now)


def change_rate(monitor: Monitor, position_id: str, at: datetime, rate: Decimal, now: datetime) -> Position:
    """Let another printed yearly rate hold from `at` on.

    Raises:
        Refused: the rate is beyond 1,000 %.
    """
    position = position_of(monitor, position_id)
    steps = [step for step in position.rates if step.at != at]
    rates = tuple(sorted([*steps, RateStep(at, rate)], key=lambda step: step.at))
    return keep_position(monitor, replace(position, rates=rates), "", now)


def add_flow(monitor: Monitor, position_id: str, flow: Flow, now: datetime) -> Position:
    """Put units in, or take them out.

    Raises:
        Refused: more would be taken out than is in it, or it lies outside the position's time.
    """
    position = position_of(monitor, position_id)
    if not position.opened <= flow.at <= now:
        raise Refused(Problem.BEFORE_OPENING, field="at", when=position.opened.date())
    left = position.amount + sum((one.amount for one in position.flows), flow.amount)
    if left < 0:
        raise Refused(Problem.COLLATERAL_SHORT, asset=position.asset, have=left - flow.amount, wanted=-flow.amount)
    flows = tuple(sorted([*position.flows, flow], key=lambda one: one.at))
    return keep_position(monitor, replace(position, flows=flows), "", now)


def remove_entry(monitor: Monitor, position_id: str, entry: Payout | Flow | RateStep, now: datetime) -> Position:
    """Remove one payout, flow or rate from a position; return the position as it was, so that it can be undone.

    Raises:
        Refused: without the flow more would have been taken out than was in it.
    """
    position = position_of(monitor, position_id)
    match entry:
        case Payout():
            changed = replace(position, payouts=without(position.payouts, entry))
        case Flow():
            changed = replace(position, flows=without(position.flows, entry))
            left = position.amount
            for flow in changed.flows:
                left += flow.amount
                if left < 0:
                    raise Refused(
                        Problem.COLLATERAL_SHORT, asset=position.asset, have=left - flow.amount, wanted=-flow.amount
                    )
        case RateStep():
            changed = replace(position, rates=without(position.rates, entry))
    keep_position(monitor, changed, "", now)
    return position


def without(entries: tuple[_E, ...], entry: object) -> tuple[_E, ...]:
    """Return `entries` without the first that equals `entry`: two may say the same and both be real."""
    number = next((number for number, one in enumerate(entries) if one == entry), len(entries))
    return entries[:number] + entries[number + 1 :]


def follow_rates(monitor: Monitor, points: Sequence[RatePoint], now: datetime) -> int:
    """Let positions that follow a polled rate take each new one of `points` as a step; return how many did."""
    changed = 0
    for position in monitor.portfolio.positions:
        mine = [one for one in points if position.terms.follows == one.name and one.at <= now]
        last = max((step.at for step in position.rates), default=position.opened)
        fresh = [one for one in mine if one.at > last]
        steps = list(position.rates)
        for one in sorted(fresh, key=lambda point: point.at):
            if not steps or steps[-1].rate != one.yearly:
                steps.append(RateStep(one.at, one.yearly))
        if len(steps) > len(position.rates) and position.closed is None:
            keep_position(monitor, replace(position, rates=tuple(steps)), "", now)
            changed += 1
    return changed


def add_payouts(monitor: Monitor, position_id: str, payouts: Sequence[Payout], now: datetime) -> int:
    """Keep payouts that arrived; those that are known already count once.

    Two that say all the same may both be real, as not every venue gives identifiers: of each, as many are
    kept as one statement holds. Return how many were new.
    """
    position = position_of(monitor, position_id)
    known = Counter(position.payouts)
    fresh = list((Counter(payouts) - known).elements())
    if fresh:
        merged = tuple(sorted([*position.payouts, *fresh], key=lambda one: one.at))
        keep_position(monitor, replace(position, payouts=merged), "", now)
    return len(fresh)
