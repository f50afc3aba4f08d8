"""Writes the portfolio file: what was entered, in the form that `portfolio.py` reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.position import Details, EarnTerms, Position, PositionKind
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import in_order
from desktop_app.domain.loans.document import terms_to_document
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.reach import Reach
from desktop_app.feeds.files.counterparties import (
    CreditDoc,
    DependencyDoc,
    FactsDoc,
    HoldingDoc,
    PlatformDoc,
    ReachDoc,
    RouteDoc,
)
from desktop_app.feeds.files.portfolio import (
    VERSION,
    CollateralDoc,
    DebtDoc,
    EventDoc,
    LoanDoc,
    PortfolioDoc,
)
from desktop_app.feeds.files.positions import (
    DualDoc,
    EarnDoc,
    FlowDoc,
    NftDoc,
    PayoutDoc,
    PeerDoc,
    PerpetualDoc,
    PoolDoc,
    PositionDoc,
    RateDoc,
    SharkDoc,
    StakeDoc,
    TermDoc,
)
from desktop_app.feeds.files.terms import InterestDoc, TermsDoc

_D = TypeVar("_D", bound=Struct)

_DETAILS: dict[PositionKind, tuple[str, type[Struct]]] = {
    PositionKind.TERM: ("term", TermDoc),
    PositionKind.STAKE: ("stake", StakeDoc),
    PositionKind.DUAL: ("dual", DualDoc),
    PositionKind.SHARK_FIN: ("shark_fin", SharkDoc),
    PositionKind.POOL: ("pool", PoolDoc),
    PositionKind.PEER_LOAN: ("peer_loan", PeerDoc),
    PositionKind.NFT_LOAN: ("peer_loan", PeerDoc),
    PositionKind.PERPETUAL: ("perpetual", PerpetualDoc),
    PositionKind.NFT: ("nft", NftDoc),
}


def write_portfolio(portfolio: Portfolio) -> bytes:
    """Return the portfolio file (JSON, UTF-8) that is read back as `portfolio`; only events get other identifiers.

    Rules are written out, so that the file says the same wherever a preset has changed. Reviews are not part of it.
    """
    document = PortfolioDoc(
        "plimsoll-portfolio",
        VERSION,
        [_platform(one) for one in portfolio.platforms],
        [_loan(one) for one in portfolio.loans],
        [_holding(one) for one in portfolio.holdings],
        [_position(one) for one in portfolio.positions],
        [_credit(one) for one in portfolio.credits],
        [DependencyDoc(one.platform, one.on, one.share, one.source) for one in portfolio.dependencies],
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _same(form: type[_D], value: Any, **more: Any) -> _D:
    """Return a document with the fields that `value` has under the same names; `more` stands in for some."""
    names = [name for name in form.__struct_fields__ if name not in more]
    return form(**{name: getattr(value, name) for name in names}, **more)


def _moment(at: datetime, zone: str = "UTC") -> str:
    return at.astimezone(zone_of(zone)).isoformat()


def _platform(platform: Platform) -> PlatformDoc:
    facts = platform.facts
    routes = [RouteDoc(route.network, route.asset, route.memo) for route in facts.routes]
    told = None if facts.is_blank else _same(FactsDoc, facts, routes=routes)
    return _same(PlatformDoc, platform, facts=told)


def _reach(reach: Reach) -> ReachDoc | None:
    if reach == Reach():
        return None
    clock = f"{reach.handled_at:%H:%M}" if reach.handled_at is not None else None
    return _same(ReachDoc, reach, handled_at=clock, networks=list(reach.networks))


def _holding(holding: Holding) -> HoldingDoc:
    return _same(HoldingDoc, holding, reach=_reach(holding.reach))


def _credit(line: CreditLine) -> CreditDoc:
    return _same(CreditDoc, line, reach=_reach(line.reach))


def _terms(terms: Terms) -> TermsDoc:
    return msgspec.convert(terms_to_document(terms), TermsDoc)


def _loan(loan: Loan) -> LoanDoc:
    events = in_order(loan.events)
    opening = next(event for event in events if event.kind is EventKind.OPEN)
    assert opening.terms is not None
    pledged = _first(events, EventKind.ADD_COLLATERAL, opening.at)
    drawn = _first(events, EventKind.DRAW, opening.at)
    known = {event.id for event in (opening, *pledged, *drawn)}
    return LoanDoc(
        loan.id,
        loan.name,
        loan.platform,
        _moment(opening.at, opening.zone),
        [CollateralDoc(one.asset, one.amount) for one in pledged if one.amount is not None],
        [DebtDoc(one.asset, one.amount, one.rate or 0) for one in drawn if one.amount is not None],  # type: ignore[arg-type]
        loan.preset,
        _terms(opening.terms),
        opening.zone,
        [_event(event, opening.zone) for event in events if event.id not in known],
    )


def _first(events: Sequence[Event], kind: EventKind, at: datetime) -> list[Event]:
    """Return what of a kind the opening brought; where that was nothing, the first that came later."""
    those = [event for event in events if event.kind is kind]
    return [event for event in those if event.at == at] or those[:1]


def _event(event: Event, zone: str) -> EventDoc:
    terms = _terms(event.terms) if event.terms is not None else None
    return _same(EventDoc, event, at=_moment(event.at, zone), kind=event.kind.value, terms=terms)


def _position(position: Position) -> PositionDoc:
    details: dict[str, Struct] = {}
    if position.details is not None:
        place, kind = _DETAILS[position.kind]
        details[place] = _details(kind, position.details)
    return PositionDoc(
        position.id,
        position.name,
        position.platform,
        position.kind,
        position.asset,
        position.amount,
        _moment(position.opened),
        rates=[RateDoc(_moment(step.at), step.rate) for step in position.rates],
        terms=_earn(position.terms),
        flows=[FlowDoc(_moment(flow.at), flow.amount) for flow in position.flows],
        payouts=[PayoutDoc(_moment(one.at), one.amount, one.asset, one.id) for one in position.payouts],
        reserve=position.reserve,
        reach_hours=position.reach_hours,
        closed=_moment(position.closed) if position.closed is not None else None,
        note=position.note,
        reach=_reach(position.reach),
        **details,  # type: ignore[arg-type]
    )


def _details(kind: type[Struct], details: Details) -> Struct:
    return _same(kind, details)


def _earn(terms: EarnTerms) -> EarnDoc:
    told, payout = terms.interest, terms.payout
    interest = InterestDoc(
        told.period.value,
        told.compounding,
        told.day_count.value,
        told.boundary.value,
        told.zone,
        told.places,
        told.repay_order.value,
    )
    return _same(
        EarnDoc,
        terms,
        interest=interest,
        paid_at=f"{payout.at:%H:%M}",
        paid_zone=payout.zone,
        delay_hours=payout.delay_hours,
    )
