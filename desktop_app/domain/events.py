"""Dated facts about a loan: what happened, when, in which asset and how much."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from desktop_app.domain.loans.terms import Terms


class EventKind(Enum):
    """What happened to a loan."""

    OPEN = "open"
    ADD_COLLATERAL = "add_collateral"
    WITHDRAW_COLLATERAL = "withdraw_collateral"
    DRAW = "draw"
    REPAY = "repay"
    RATE_CHANGE = "rate_change"
    RULE_CHANGE = "rule_change"
    FEE = "fee"
    LIQUIDATION = "liquidation"
    CLOSE = "close"

    # Each member is one object; Enum's own hash is Python code that a replay would run for every event.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Event:
    """One dated fact.

    `at` is aware UTC; `zone` is the clock that the person read it on. `amount` is in units of `asset`
    and positive. DRAW may set the yearly `rate` (fraction) of its debt, RATE_CHANGE always does.
    OPEN and RULE_CHANGE carry `terms`. LIQUIDATION sells `amount` of the collateral `asset` and pays
    `counter_amount` of the debt in `counter_asset`.
    """

    id: str
    at: datetime
    kind: EventKind
    asset: str = ""
    amount: Decimal | None = None
    rate: Decimal | None = None
    terms: Terms | None = None
    counter_asset: str = ""
    counter_amount: Decimal | None = None
    zone: str = "UTC"
    note: str = ""
