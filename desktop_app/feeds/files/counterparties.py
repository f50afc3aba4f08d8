"""What a portfolio file says of platforms, of how amounts are reached, of credit lines and dependencies."""

from datetime import date, time
from decimal import Decimal
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop_app.domain.counterparty import Facts, Repledge, check_facts
from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.platforms import CreditLine, Holding, Platform, check_credit
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import ANY_ASSET, Reach, Route, check_reach
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.feeds.files.terms import Amount
from desktop_app.feeds.files.values import Id, Name, check_rate, code, number, positive, positive_if_given

_ZERO = Decimal(0)
Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="A time of day such as 05:00")]


class ReachDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What stands between an amount and a loan.

    `fee` and `per_day` are units, `loss` and `follows` fractions; `handled_at` is the clock of `zone` at which
    requests are dealt with once a day.
    """

    fee: Amount = _ZERO
    loss: Amount = _ZERO
    per_day: Amount | None = None
    handled_at: Clock | None = None
    zone: str = "UTC"
    networks: list[str] = msgspec.field(default_factory=list)
    follows: Amount | None = None
    chain: str = ""


class RouteDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A network by which a platform takes and sends `asset` (all where none is named)."""

    network: Name
    asset: str = ANY_ASSET
    memo: str = ""


class FactsDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What is known of a platform (shares are fractions), where from and of which day."""

    region: str = ""
    terms: str = ""
    insurance: str = ""
    proof_of_reserves: date | None = None
    audits: str = ""
    repledge: Repledge = Repledge.UNKNOWN
    reused: Amount = _ZERO
    layers: Annotated[int, Meta(ge=0, le=100)] = 0
    cushion: Amount | None = None
    recovered: Amount = _ZERO
    token: str = ""
    routes: list[RouteDoc] = msgspec.field(default_factory=list)
    source: str = ""
    as_of: date | None = None
    review: date | None = None
    every_days: Annotated[int, Meta(ge=1, le=3650)] = 90


class PlatformDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A platform; `share_limit` is the largest share of all assets (fraction) that you allow it."""

    id: Id
    name: Name
    share_limit: Amount | None = None
    note: str = ""
    facts: FactsDoc | None = None


class HoldingDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """An amount outside any loan; `reserve` sets it aside for cures."""

    id: Id
    platform: Id
    asset: str
    amount: Amount
    reserve: bool = False
    reach_hours: Amount = _ZERO
    note: str = ""
    reach: ReachDoc | None = None


class CreditDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A credit line: up to `limit` units, of which `drawn` are owed; `rate` is a yearly fraction."""

    id: Id
    name: Name
    platform: Id
    asset: str
    limit: Amount
    drawn: Amount = _ZERO
    rate: Amount = _ZERO
    reserve: bool = True
    reach_hours: Amount = _ZERO
    note: str = ""
    reach: ReachDoc | None = None


class DependencyDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """`platform` has the share `share` (fraction) of what it holds at the platform `on`."""

    platform: Id
    on: Id
    share: Amount
    source: str = ""


def read_reach(document: ReachDoc | None) -> Reach:
    """Return the reach that `document` describes.

    Raises:
        Refused: a figure makes no sense, with its field below ``reach``.
    """
    if document is None:
        return Reach()
    try:
        return check_reach(
            Reach(
                number(document.fee, "fee"),
                number(document.loss, "loss"),
                positive_if_given(document.per_day, "per_day"),
                time.fromisoformat(document.handled_at) if document.handled_at is not None else None,
                _zone(document.zone),
                tuple(name.strip() for name in document.networks if name.strip()),
                number(document.follows, "follows") if document.follows is not None else None,
                document.chain.strip(),
            )
        )
    except Refused as refused:
        raise refused.under("reach") from None


def _zone(text: str) -> str:
    try:
        zone_of(text)
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, field="zone", value=text) from None
    return text


def read_platform(document: PlatformDoc) -> Platform:
    """Return the platform that `document` describes.

    Raises:
        Refused: with its field: a limit or share is out of range.
    """
    limit = document.share_limit
    if limit is not None and not 0 < number(limit, "share_limit") <= 1:
        raise Refused(Problem.NOT_A_FRACTION, field="share_limit", value=limit)
    try:
        facts = _facts(document.facts)
    except Refused as refused:
        raise refused.under("facts") from None
    return Platform(document.id, document.name, limit, document.note, facts)


def _facts(document: FactsDoc | None) -> Facts:
    if document is None:
        return Facts()
    values = msgspec.structs.asdict(document)
    values["routes"] = tuple(_route(route, index) for index, route in enumerate(document.routes))
    values["token"] = code(document.token, "token") if document.token else ""
    for name in ("reused", "recovered", "cushion"):
        if values[name] is not None:
            values[name] = number(values[name], name)
    return check_facts(Facts(**values))


def _route(document: RouteDoc, index: int) -> Route:
    asset = document.asset if document.asset == ANY_ASSET else code(document.asset, f"routes[{index}].asset")
    return Route(asset, document.network, document.memo)


def read_holding(document: HoldingDoc) -> Holding:
    """Return the holding that `document` describes.

    Raises:
        Refused: with its field: an amount or how it is reached makes no sense.
    """
    return Holding(
        document.id,
        document.platform,
        code(document.asset, "asset"),
        positive(document.amount, "amount"),
        document.reserve,
        max(number(document.reach_hours, "reach_hours"), _ZERO),
        document.note,
        read_reach(document.reach),
    )


def read_credit(document: CreditDoc) -> CreditLine:
    """Return the credit line that `document` describes.

    Raises:
        Refused: with its field: a figure makes no sense, or more is drawn than allowed.
    """
    return check_credit(
        CreditLine(
            document.id,
            document.name,
            document.platform,
            code(document.asset, "asset"),
            positive(document.limit, "limit"),
            number(document.drawn, "drawn"),
            check_rate(document.rate, "rate"),
            document.reserve,
            max(number(document.reach_hours, "reach_hours"), _ZERO),
            document.note,
            read_reach(document.reach),
        )
    )


def read_dependency(document: DependencyDoc) -> Dependency:
    """Return the dependency that `document` describes.

    Raises:
        Refused: its share is no number.
    """
    return Dependency(document.platform, document.on, number(document.share, "share"), document.source)
