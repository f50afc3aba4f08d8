"""Positions that earn in a portfolio file: the form of each kind, and what it is read into."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period, RepayOrder
from desktop_app.domain.earn.perpetual import Side
from desktop_app.domain.earn.position import (
    DETAILS,
    Basis,
    Details,
    EarnTerms,
    Flow,
    Payout,
    PayoutTime,
    Position,
    PositionKind,
    RateStep,
    check_position,
)
from desktop_app.domain.earn.structured import DualKind, Knock
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.domain.portfolio import moment
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.counterparties import Clock, ReachDoc, read_reach
from desktop_app.feeds.files.terms import Amount, InterestDoc
from desktop_app.feeds.files.values import Id, Moment, Name, check_rate, code, number, positive

_ZERO = Decimal(0)


class TermDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A term deposit: its length, and the rule for leaving early (shares and rates are fractions)."""

    days: Annotated[int, Meta(ge=1, le=36500)]
    exit: EarlyExit = EarlyExit.ALL_INTEREST_LOST
    forfeit: Amount = _ZERO
    flexible: Amount = _ZERO
    fee: Amount = _ZERO


class StakeDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A stake; `asked_back` is the day from which it unbonds."""

    commission: Amount = _ZERO
    unbonding_days: Annotated[int, Meta(ge=0, le=36500)] = 0
    inflation: Amount = _ZERO
    asked_back: date | None = None


class DualDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A dual investment; `term_yield` is a fraction for the whole term."""

    kind: DualKind
    other: str
    strike: Amount
    term_yield: Amount
    settles: date


class SharkDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A shark fin; its rates are yearly fractions."""

    underlying: str
    low: Amount
    high: Amount
    base: Amount
    inside_from: Amount
    inside_to: Amount
    knocked_out: Amount
    settles: date
    bullish: bool = True
    knock: Knock = Knock.ON_CLOSE


class PoolDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A pool share; `entry`, fees, rewards and costs are told in the other coin."""

    other: str
    entry: Amount
    fees: Amount = _ZERO
    rewards: Amount = _ZERO
    costs: Amount = _ZERO


class PeerDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A loan that was lent to a person or against an NFT."""

    borrower: str = ""
    service_fee: Amount = _ZERO
    ends: date | None = None


class PerpetualDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A perpetual."""

    side: Side
    entry: Amount
    margin: Amount
    currency: str = "USDT"
    maintenance: Amount = Decimal("0.005")
    tolerable: Amount | None = None


class NftDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What a sale of an NFT would cost (fractions)."""

    royalty: Amount = _ZERO
    market_fee: Amount = _ZERO
    spread: Amount = _ZERO


class RateDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The printed yearly rate (fraction) from `at` on."""

    at: Moment
    rate: Amount


class FlowDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Units put in, or (negative) taken out."""

    at: Moment
    amount: Amount


class PayoutDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Interest or a reward that arrived."""

    at: Moment
    amount: Amount
    asset: str = ""
    id: str = ""


class EarnDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """How the printed rate becomes payouts; `kept` is the share of the interest that the platform keeps.

    `follows` is the polled rate, as source/instrument, that a floating one is read off.
    """

    basis: Basis = Basis.APR
    interest: InterestDoc = msgspec.field(default_factory=lambda: InterestDoc(compounding=False))
    kept: Amount = _ZERO
    paid_at: Clock = "00:00"
    paid_zone: str = "UTC"
    delay_hours: Annotated[int, Meta(ge=0, le=8760)] = 0
    source: str = ""
    as_of: str = ""
    follows: str = ""


class PositionDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One position. The details of its kind stand under the kind's own name (an NFT loan's under `peer_loan`)."""

    id: Id
    name: Name
    platform: Id
    kind: PositionKind
    asset: str
    amount: Amount
    opened: Moment
    zone: str = "UTC"
    rate: Amount | None = None
    rates: list[RateDoc] = msgspec.field(default_factory=list)
    terms: EarnDoc = msgspec.field(default_factory=EarnDoc)
    term: TermDoc | None = None
    stake: StakeDoc | None = None
    dual: DualDoc | None = None
    shark_fin: SharkDoc | None = None
    pool: PoolDoc | None = None
    peer_loan: PeerDoc | None = None
    perpetual: PerpetualDoc | None = None
    nft: NftDoc | None = None
    flows: list[FlowDoc] = msgspec.field(default_factory=list)
    payouts: list[PayoutDoc] = msgspec.field(default_factory=list)
    reserve: bool = False
    reach_hours: Amount = _ZERO
    closed: Moment | None = None
    note: str = ""
    reach: ReachDoc | None = None


_PLACES = {kind: kind.value for kind in DETAILS} | {PositionKind.NFT_LOAN: "peer_loan"}
_ASSETS = frozenset({"other", "underlying", "currency"})
_SHARES = frozenset({"forfeit", "fee", "commission", "service_fee", "maintenance", "royalty", "market_fee", "spread"})
_RATES = frozenset({"flexible", "inflation", "term_yield", "base", "inside_from", "inside_to", "knocked_out"})


def read_position(document: PositionDoc) -> Position:
    """Return the position that `document` describes.

    Raises:
        Refused: with its field: details are missing or of another kind, or a figure makes no sense.
    """
    opened = _moment(document.opened, document, "opened")
    steps = [RateStep(opened, check_rate(document.rate, "rate"))] if document.rate is not None else []
    for index, step in enumerate(document.rates):
        place = f"rates[{index}]"
        steps.append(RateStep(_moment(step.at, document, f"{place}.at"), check_rate(step.rate, f"{place}.rate")))
    position = Position(
        document.id,
        document.name,
        document.platform,
        document.kind,
        code(document.asset, "asset"),
        positive(document.amount, "amount"),
        opened,
        tuple(sorted(steps, key=lambda one: one.at)),
        _terms(document.terms),
        _details(document),
        tuple(sorted(_flows(document), key=lambda one: one.at)),
        tuple(sorted(_payouts(document), key=lambda one: one.at)),
        document.reserve,
        max(number(document.reach_hours, "reach_hours"), _ZERO),
        _moment(document.closed, document, "closed") if document.closed is not None else None,
        document.note,
        read_reach(document.reach),
    )
    if position.closed is not None and position.closed < opened:
        raise Refused(Problem.BEFORE_OPENING, field="closed", when=opened.date())
    try:
        return check_position(position, opened)
    except Refused as refused:
        place = _PLACES.get(document.kind, "")
        inside = refused.field in getattr(getattr(document, place, None), "__struct_fields__", ())
        raise (refused.under(place) if inside else refused) from None


def _moment(text: str, document: PositionDoc, field: str) -> datetime:
    try:
        return moment(text, document.zone)
    except Refused as refused:
        raise refused.at(field=field) from None


def _flows(document: PositionDoc) -> list[Flow]:
    return [
        Flow(_moment(flow.at, document, f"flows[{index}].at"), number(flow.amount, f"flows[{index}].amount"))
        for index, flow in enumerate(document.flows)
    ]


def _payouts(document: PositionDoc) -> list[Payout]:
    found = []
    for index, one in enumerate(document.payouts):
        place = f"payouts[{index}]"
        at, asset = _moment(one.at, document, f"{place}.at"), code(one.asset or document.asset, f"{place}.asset")
        found.append(Payout(at, asset, number(one.amount, f"{place}.amount"), one.id))
    return found


def _zone(name: str, field: str) -> str:
    try:
        zone_of(name)
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, field=field, value=name) from None
    return name


def _terms(document: EarnDoc) -> EarnTerms:
    told = document.interest
    interest = Convention(
        Period(told.period),
        told.compounding,
        DayCount(told.day_count),
        Boundary(told.boundary),
        _zone(told.zone, "terms.interest.zone"),
        told.places,
        RepayOrder(told.repay_order),
    )
    payout = PayoutTime(
        time.fromisoformat(document.paid_at), _zone(document.paid_zone, "terms.paid_zone"), document.delay_hours
    )
    kept = _share(document.kept, "terms.kept")
    return EarnTerms(document.basis, interest, kept, payout, document.source, document.as_of, document.follows)


def _share(value: Decimal, field: str) -> Decimal:
    if not 0 <= number(value, field) <= 1:
        raise Refused(Problem.NOT_A_SHARE, field=field, value=value)
    return value


def _details(document: PositionDoc) -> Details | None:
    """Return the details of the position's kind; those of another kind are refused, not passed over."""
    wanted = _PLACES.get(document.kind, "")
    for place in set(_PLACES.values()) - {wanted}:
        if getattr(document, place) is not None:
            raise Refused(Problem.FIELD_UNKNOWN, field=place)
    if not wanted:
        return None
    told = getattr(document, wanted)
    if told is None:
        raise Refused(Problem.FIELD_MISSING, field=wanted)
    values = {name: _value(name, value, f"{wanted}.{name}") for name, value in msgspec.structs.asdict(told).items()}
    return DETAILS[document.kind](**values)


def _value(name: str, value: Any, field: str) -> Any:
    if name in _ASSETS:
        return code(value, field)
    if not isinstance(value, Decimal):
        return value
    if name in _SHARES:
        return _share(value, field)
    return check_rate(value, field) if name in _RATES else number(value, field)
