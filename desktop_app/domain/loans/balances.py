"""What a loan holds and owes at an instant."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.earn.convention import DebtBalance
from desktop_app.domain.loans.terms import Terms


@dataclass(frozen=True, slots=True)
class Balances:
    """What a loan holds and owes at `at` (UTC), in units of each asset, under `terms`."""

    at: datetime
    collateral: dict[str, Decimal]
    debts: dict[str, DebtBalance]
    rates: dict[str, Decimal]
    terms: Terms | None
    opened: datetime | None = None
    closed: datetime | None = None
