"""Each intention of a person as one function on the monitor. Every one is a transaction of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import check_events, in_order, replay
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Holding, Platform
from desktop_app.domain.portfolio import moment
from desktop_app.domain.prices.nft import Sample, SampleKind
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import check_reach
from desktop_app.engine.catch_up import catch_up
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.settings import dump
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import nft as nft_rows
from desktop_app.storage import presets as preset_rows
from desktop_app.storage import settings as setting_rows
from desktop_app.storage.rows import milliseconds


def add_sample(
    monitor: Monitor, collection: str, kind: SampleKind, price: Decimal, currency: str, now: datetime
) -> None:
    """Keep an ask or a bid that a person read off a market."""
    with monitor.write() as db:
        nft_rows.save_samples(db, collection, currency, "by hand", [Sample(now, price, kind)])
        monitor.reload()
        monitor.tick(now)


@dataclass(frozen=True, slots=True)
class LoanForm:
    """What a person enters about a loan: identity, opening, legs and rules."""

    name: str
    platform: str
    platform_name: str
    opened: datetime
    collateral: tuple[tuple[str, Decimal], ...]
    debts: tuple[tuple[str, Decimal, Decimal], ...]
    terms: Terms
    preset: str = ""
    zone: str = "UTC"


def add_loan(monitor: Monitor, form: LoanForm, now: datetime) -> Loan:
    """Store a new loan with its opening events.

    Raises:
        Refused: the form is incomplete or impossible.
    """
    if not form.name.strip():
        raise Refused(Problem.NAME_MISSING, field="name")
    _check_opening(form, now)
    loan_id = uuid4().hex[:12]
    events = in_order(_opening_events(loan_id, form))
    check_events(events)
    loan = Loan(loan_id, form.name.strip(), form.platform, events, form.preset)
    _keep(monitor, loan, now, form.platform_name)
    return loan


def _check_opening(form: LoanForm, now: datetime) -> None:
    if not form.collateral:
        raise Refused(Problem.NO_COLLATERAL, field="collateral")
    if not form.debts:
        raise Refused(Problem.NO_DEBT, field="debts")
    if form.opened > now:
        raise Refused(Problem.IN_THE_FUTURE, field="opened", value=form.opened.date())


def _opening_events(loan_id: str, form: LoanForm) -> list[Event]:
    at, zone = form.opened, form.zone
    return [
        Event(f"{loan_id}:open", at, EventKind.OPEN, terms=form.terms, zone=zone),
        *(
            Event(f"{loan_id}:collateral:{index}", at, EventKind.ADD_COLLATERAL, asset, amount, zone=zone)
            for index, (asset, amount) in enumerate(form.collateral)
        ),
        *(
            Event(f"{loan_id}:debt:{index}", at, EventKind.DRAW, asset, amount, rate, zone=zone)
            for index, (asset, amount, rate) in enumerate(form.debts)
        ),
    ]


def edit_loan(monitor: Monitor, loan_id: str, form: LoanForm, now: datetime) -> Loan:
    """Replace name, platform and opening of a loan; its later events stay.

    Raises:
        Refused: the form is incomplete, or the later events would be impossible after such an opening.
    """
    _check_opening(form, now)
    old = monitor.portfolio.loan(loan_id)
    opening = {event.id for event in old.events if _is_opening(event, old)}
    later = [event for event in old.events if event.id not in opening]
    events = in_order([*_opening_events(loan_id, form), *later])
    check_events(events)
    loan = replace(old, name=form.name.strip() or old.name, platform=form.platform, events=events)
    _keep(monitor, loan, now, form.platform_name)
    return loan


def _is_opening(event: Event, loan: Loan) -> bool:
    opened = next((e.at for e in loan.events if e.kind is EventKind.OPEN), None)
    kinds = (EventKind.OPEN, EventKind.ADD_COLLATERAL, EventKind.DRAW)
    return event.at == opened and event.kind in kinds


def add_event(monitor: Monitor, loan_id: str, event: Event, now: datetime) -> Loan:
    """Add a dated event to a loan; what follows it is replayed.

    Raises:
        Refused: the event, or one after it, would be impossible.
    """
    if event.at > now:
        raise Refused(Problem.IN_THE_FUTURE, field="at", value=event.at.date())
    loan = monitor.portfolio.loan(loan_id)
    opened = next(e.at for e in loan.events if e.kind is EventKind.OPEN)
    if event.at < opened:
        raise Refused(Problem.BEFORE_OPENING, field="at", when=opened.date())
    named = replace(event, id=event.id or f"{loan_id}:{uuid4().hex[:8]}")
    return _with_events(monitor, loan, in_order([*loan.events, named]), now)


def remove_event(monitor: Monitor, loan_id: str, event_id: str, now: datetime) -> Loan:
    """Take an event out of a loan; what follows it is replayed.

    Raises:
        Refused: what follows would be impossible without it.
    """
    loan = monitor.portfolio.loan(loan_id)
    return _with_events(monitor, loan, tuple(e for e in loan.events if e.id != event_id), now)


def close_loan(monitor: Monitor, loan_id: str, at: datetime, now: datetime) -> Loan:
    """Close a loan at `at`: what is still owed is repaid, then the collateral comes back.

    Raises:
        Refused: `at` lies in the future or before the last event.
    """
    if at > now:
        raise Refused(Problem.IN_THE_FUTURE, field="at", value=at.date())
    loan = monitor.portfolio.loan(loan_id)
    if loan.events[-1].at > at:
        raise Refused(Problem.BEFORE_OPENING, field="at", when=loan.events[-1].at.date())
    owed = replay(loan.events, at).debts
    stem = f"{loan_id}:close:{milliseconds(at)}"
    ending = [
        Event(f"{stem}:{asset}", at, EventKind.REPAY, asset, balance.total)
        for asset, balance in owed.items()
        if balance.total
    ]
    events = in_order([*loan.events, *ending, Event(stem, at, EventKind.CLOSE)])
    return _with_events(monitor, loan, events, now)


def delete_loan(monitor: Monitor, loan_id: str, now: datetime) -> Loan:
    """Remove a loan with its events; return it, so that the removal can be undone."""
    loan = monitor.portfolio.loan(loan_id)
    with monitor.write() as db:
        monitor.settle(db, loan_id, now)
        loan_rows.delete_loan(db, loan_id)
        monitor.reload()
    return loan


def restore_loan(monitor: Monitor, loan: Loan, now: datetime) -> None:
    """Bring back a loan that was removed or changed, as it was."""
    _keep(monitor, loan, now)


def _with_events(monitor: Monitor, loan: Loan, events: Sequence[Event], now: datetime) -> Loan:
    check_events(events)
    changed = replace(loan, events=tuple(events))
    _keep(monitor, changed, now)
    return changed


def _keep(monitor: Monitor, loan: Loan, now: datetime, platform_name: str = "") -> None:
    """Store a loan and judge it anew, its history included, in one transaction."""
    with monitor.write() as db:
        _keep_platform(monitor, db, loan.platform, platform_name)
        loan_rows.save_loan(db, loan, milliseconds(now))
        monitor.reload()
        catch_up(monitor, [loan.id], now)
        monitor.tick(now)


def _keep_platform(monitor: Monitor, db: Database, platform_id: str, name: str) -> None:
    """Store a platform that is not known yet."""
    if not any(platform.id == platform_id for platform in monitor.portfolio.platforms):
        loan_rows.save_platform(db, Platform(platform_id, name or platform_id))


def save_holding(monitor: Monitor, holding: Holding, platform_name: str, now: datetime) -> None:
    """Add a holding or replace the one of its identifier.

    Raises:
        Refused: its amount is not greater than zero, or how it is reached makes no sense.
    """
    if holding.amount <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="amount", value=holding.amount)
    check_reach(holding.reach)
    with monitor.write() as db:
        _keep_platform(monitor, db, holding.platform, platform_name)
        loan_rows.save_holding(db, holding)
        monitor.reload()
        monitor.tick(now)


def change_rule(monitor: Monitor, preset_id: str, valid_from: date, terms: Terms, now: datetime, *, apply: bool) -> int:
    """Keep a lender's rule from a date on; with `apply` it becomes an event of its open loans as well.

    Return how many loans it was applied to. Older rules stay, for what happened before.

    Raises:
        Refused: there is no such preset, or the rule is impossible for one of the loans.
    """
    if preset_id not in monitor.presets:
        raise Refused(Problem.UNKNOWN_PRESET, value=preset_id)
    at = moment(valid_from.isoformat(), terms.interest.zone)
    changed = []
    for loan in monitor.portfolio.loans if apply else ():
        if loan.preset != preset_id or loan.events[-1].kind is EventKind.CLOSE or loan.events[0].at >= at:
            continue
        name = f"{loan.id}:rule:{valid_from}"
        others = [event for event in loan.events if event.id != name]
        event = Event(name, at, EventKind.RULE_CHANGE, terms=terms, zone=terms.interest.zone)
        events = in_order([*others, event])
        check_events(events)
        changed.append(replace(loan, events=events))
    with monitor.write() as db:
        preset_rows.save_rule(db, preset_id, valid_from, terms)
        for loan in changed:
            _keep(monitor, loan, now)
        monitor.reload()
    return len(changed)


def change_setting(monitor: Monitor, name: str, value: object) -> None:
    """Keep a setting.

    Raises:
        KeyError: there is no such setting.
        ValueError: the value lies outside its bounds.
    """
    text = dump(name, value)
    with monitor.write() as db:
        setting_rows.save_setting(db, name, text)
        monitor.reload()
