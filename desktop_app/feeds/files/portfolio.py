"""The portfolio file: platforms, loans with their events, holdings, positions and credit lines, as JSON."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from desktop_app.domain.earn.position import Position
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import check_events, in_order
from desktop_app.domain.loans.document import terms_from_document
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.portfolio import Portfolio, moment
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.contagion import Dependency, with_dependency
from desktop_app.feeds.files.counterparties import (
    CreditDoc,
    DependencyDoc,
    HoldingDoc,
    PlatformDoc,
    read_credit,
    read_dependency,
    read_holding,
    read_platform,
)
from desktop_app.feeds.files.document import decode, line_of
from desktop_app.feeds.files.positions import PositionDoc, read_position
from desktop_app.feeds.files.terms import Amount, TermsDoc
from desktop_app.feeds.files.values import Id, Moment, Name, check_rate, code, positive, positive_if_given

FORMAT = "plimsoll-portfolio"
VERSION = 1
LARGEST_FILE = 20 << 20


class CollateralDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What was pledged at the opening."""

    asset: str
    amount: Amount


class DebtDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What was drawn at the opening; `rate` is a yearly fraction (0.10 is 10 %)."""

    asset: str
    amount: Amount
    rate: Amount = Decimal(0)


class EventDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What happened after the opening."""

    at: Moment
    kind: Literal[
        "add_collateral",
        "withdraw_collateral",
        "draw",
        "repay",
        "rate_change",
        "rule_change",
        "fee",
        "liquidation",
        "close",
    ]
    asset: str = ""
    amount: Amount | None = None
    rate: Amount | None = None
    terms: TermsDoc | None = None
    counter_asset: str = ""
    counter_amount: Amount | None = None
    note: str = ""


class LoanDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One loan. Its rules come from `terms`, else from the venue's `preset`."""

    id: Id
    name: Name
    platform: Id
    opened: Moment
    collateral: list[CollateralDoc]
    debts: list[DebtDoc]
    preset: str = ""
    terms: TermsDoc | None = None
    zone: str = "UTC"
    events: list[EventDoc] = msgspec.field(default_factory=list)


class PortfolioDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A Plimsoll portfolio."""

    format: Literal["plimsoll-portfolio"]
    version: Annotated[int, Meta(ge=1)]
    platforms: list[PlatformDoc] = msgspec.field(default_factory=list)
    loans: list[LoanDoc] = msgspec.field(default_factory=list)
    holdings: list[HoldingDoc] = msgspec.field(default_factory=list)
    positions: list[PositionDoc] = msgspec.field(default_factory=list)
    credit_lines: list[CreditDoc] = msgspec.field(default_factory=list)
    dependencies: list[DependencyDoc] = msgspec.field(default_factory=list)


def read_portfolio(path: Path, presets: Mapping[str, Preset]) -> Portfolio:
    """Return the portfolio in the file at `path`; see `parse_portfolio`."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(Problem.FILE_TOO_LARGE, value=path.name, most="20 MB")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except UnicodeDecodeError:
        raise Refused(Problem.NOT_TEXT, value=path.name) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None
    return parse_portfolio(text, presets)


def parse_portfolio(text: str, presets: Mapping[str, Preset]) -> Portfolio:
    """Return the portfolio that `text` (JSON) describes, checked as a whole.

    Raises:
        Refused: with line and field: the form is wrong, a reference leads nowhere, or the events of a
            loan are impossible.
    """
    document = decode(text, PortfolioDoc)
    if document.version > VERSION:
        raise Refused(Problem.NEWER_FORMAT, line=line_of(text, "version"), field="version", value=document.version)
    found = _Found(presets)
    parts: tuple[tuple[str, Sequence[Any], Callable[[Any], None]], ...] = (
        ("platforms", document.platforms, found.take_platform),
        ("loans", document.loans, found.take_loan),
        ("holdings", document.holdings, found.take_holding),
        ("positions", document.positions, found.take_position),
        ("credit_lines", document.credit_lines, found.take_credit),
        ("dependencies", document.dependencies, found.take_dependency),
    )
    for name, entries, take in parts:
        for index, entry in enumerate(entries):
            try:
                take(entry)
            except Refused as refused:
                placed = refused.under(f"{name}[{index}]")
                raise placed.at(line=line_of(text, placed.field)) from None
    return found.portfolio()


class _Found:
    """What was read of a portfolio so far; each entry is checked against what stands before it."""

    def __init__(self, presets: Mapping[str, Preset]) -> None:
        self._presets = presets
        self._platforms: dict[str, Platform] = {}
        self._loans: dict[str, Loan] = {}
        self._holdings: dict[str, Holding] = {}
        self._positions: dict[str, Position] = {}
        self._lines: dict[str, CreditLine] = {}
        self._dependencies: tuple[Dependency, ...] = ()

    def portfolio(self) -> Portfolio:
        """Return all of it."""
        return Portfolio(
            tuple(self._platforms.values()),
            tuple(self._loans.values()),
            tuple(self._holdings.values()),
            tuple(self._positions.values()),
            tuple(self._lines.values()),
            self._dependencies,
        )

    def take_platform(self, document: PlatformDoc) -> None:
        """Read a platform."""
        _once(document.id, self._platforms)
        self._platforms[document.id] = read_platform(document)

    def take_loan(self, document: LoanDoc) -> None:
        """Read a loan."""
        _once(document.id, self._loans)
        _platform(document.platform, self._platforms, self._presets)
        self._loans[document.id] = _loan(document, self._presets)

    def take_holding(self, document: HoldingDoc) -> None:
        """Read a holding."""
        _once(document.id, self._holdings)
        _platform(document.platform, self._platforms, self._presets)
        self._holdings[document.id] = read_holding(document)

    def take_position(self, document: PositionDoc) -> None:
        """Read a position."""
        _once(document.id, self._positions)
        _platform(document.platform, self._platforms, self._presets)
        self._positions[document.id] = read_position(document)

    def take_credit(self, document: CreditDoc) -> None:
        """Read a credit line."""
        _once(document.id, self._lines)
        _platform(document.platform, self._platforms, self._presets)
        self._lines[document.id] = read_credit(document)

    def take_dependency(self, document: DependencyDoc) -> None:
        """Read a dependency."""
        _platform(document.platform, self._platforms, self._presets)
        _platform(document.on, self._platforms, self._presets, "on")
        self._dependencies = with_dependency(self._dependencies, read_dependency(document))


def _once(identifier: str, known: Mapping[str, object]) -> None:
    if identifier in known:
        raise Refused(Problem.TWICE, field="id", value=identifier)


def _platform(
    identifier: str, known: dict[str, Platform], presets: Mapping[str, Preset], field: str = "platform"
) -> None:
    if identifier in known:
        return
    named = next((preset for preset in presets.values() if preset.platform == identifier), None)
    if named is None:
        raise Refused(Problem.UNKNOWN_PLATFORM, field=field, value=identifier)
    known[identifier] = Platform(identifier, named.platform_name)


def _terms(document: TermsDoc, field: str) -> Terms:
    try:
        return terms_from_document(msgspec.to_builtins(document))
    except Refused as refused:
        raise refused.under(field) from None


def _loan(document: LoanDoc, presets: Mapping[str, Preset]) -> Loan:
    opening = _opening(document, presets)
    events = [*opening, *(_event(entry, index, document) for index, entry in enumerate(document.events))]
    _check_in_place(document, events, len(opening))
    return Loan(document.id, document.name, document.platform, in_order(events), document.preset)


def _check_in_place(document: LoanDoc, events: list[Event], opening: int) -> None:
    """Check the replay; on a refusal name the first event without which the rest would pass."""
    try:
        check_events(events)
    except Refused as refused:
        for count in range(opening, len(events) + 1):
            try:
                check_events(events[:count])
            except Refused:
                field = f"events[{count - 1 - opening}]" if count > opening else "collateral"
                raise refused.at(field=field) from None
        raise


def _when(text: str, zone: str, field: str) -> Event:
    try:
        return Event("", moment(text, zone), EventKind.OPEN)
    except Refused as refused:
        raise refused.at(field=field) from None


def _opening(document: LoanDoc, presets: Mapping[str, Preset]) -> list[Event]:
    opened = _when(document.opened, document.zone, "opened").at
    if not document.collateral:
        raise Refused(Problem.NO_COLLATERAL, field="collateral")
    if not document.debts:
        raise Refused(Problem.NO_DEBT, field="debts")
    changes: list[Event] = []
    if document.terms is not None:
        terms = _terms(document.terms, "terms")
    elif document.preset in presets:
        preset = presets[document.preset]
        terms = preset.rule_when(opened).terms
        for rule in preset.later_rules(opened):
            name = f"{document.id}:rule:{rule.valid_from}"
            changes.append(Event(name, rule.moment, EventKind.RULE_CHANGE, terms=rule.terms, zone=document.zone))
    elif document.preset:
        raise Refused(Problem.UNKNOWN_PRESET, field="preset", value=document.preset)
    else:
        raise Refused(Problem.FIELD_MISSING, field="terms")
    events = [Event(f"{document.id}:open", opened, EventKind.OPEN, terms=terms, zone=document.zone)]
    for index, pledged in enumerate(document.collateral):
        field = f"collateral[{index}]"
        asset = code(pledged.asset, f"{field}.asset")
        amount = positive(pledged.amount, f"{field}.amount")
        name = f"{document.id}:collateral:{index}"
        events.append(Event(name, opened, EventKind.ADD_COLLATERAL, asset, amount, zone=document.zone))
    for index, debt in enumerate(document.debts):
        field = f"debts[{index}]"
        asset = code(debt.asset, f"{field}.asset")
        amount = positive(debt.amount, f"{field}.amount")
        rate = check_rate(debt.rate, f"{field}.rate")
        name = f"{document.id}:debt:{index}"
        events.append(Event(name, opened, EventKind.DRAW, asset, amount, rate, zone=document.zone))
    return [*events, *changes]


_NEEDS_AMOUNT = frozenset(
    {
        EventKind.ADD_COLLATERAL,
        EventKind.WITHDRAW_COLLATERAL,
        EventKind.DRAW,
        EventKind.REPAY,
        EventKind.FEE,
        EventKind.LIQUIDATION,
    }
)


def _event(document: EventDoc, index: int, loan: LoanDoc) -> Event:
    field = f"events[{index}]"
    kind = EventKind(document.kind)
    check_amount = positive if kind in _NEEDS_AMOUNT else positive_if_given
    at = _when(document.at, loan.zone, f"{field}.at").at
    needs_asset = kind in _NEEDS_AMOUNT or kind is EventKind.RATE_CHANGE
    if kind is EventKind.RATE_CHANGE and document.rate is None:
        raise Refused(Problem.FIELD_MISSING, field=f"{field}.rate")
    if kind is EventKind.RULE_CHANGE and document.terms is None:
        raise Refused(Problem.FIELD_MISSING, field=f"{field}.terms")
    if needs_asset and not document.asset:
        raise Refused(Problem.FIELD_MISSING, field=f"{field}.asset")
    return Event(
        f"{loan.id}:event:{index}",
        at,
        kind,
        code(document.asset, f"{field}.asset") if document.asset else "",
        check_amount(document.amount, f"{field}.amount"),
        check_rate(document.rate, f"{field}.rate") if document.rate is not None else None,
        _terms(document.terms, f"{field}.terms") if document.terms is not None else None,
        code(document.counter_asset, f"{field}.counter_asset") if document.counter_asset else "",
        positive_if_given(document.counter_amount, f"{field}.counter_amount"),
        loan.zone,
        document.note,
    )
