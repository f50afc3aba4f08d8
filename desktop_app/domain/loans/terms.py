"""The rules of one loan from one date on: LTV formula, weights, ladder, interest convention."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.loans.ladder import Ladder
from desktop_app.domain.money import ONE


class LtvFormula(Enum):
    """How the venue measures depth; all are debt value / weighted collateral value underneath.

    GROSS: debt / collateral. HAIRCUT: debt / Σ(collateral × weight). COLLATERAL_RATIO: printed as
    collateral / debt. HEALTH_FACTOR: printed as Σ(collateral × liquidation threshold) / debt.
    """

    GROSS = "gross"
    HAIRCUT = "haircut"
    COLLATERAL_RATIO = "collateral_ratio"
    HEALTH_FACTOR = "health_factor"


def printed(formula: LtvFormula, ltv: Decimal | None) -> Decimal | None:
    """Return the figure that the venue prints for an LTV: itself, or 1 / LTV for a ratio or a health factor."""
    if formula in (LtvFormula.GROSS, LtvFormula.HAIRCUT) or not ltv:
        return ltv
    return ONE / ltv


@dataclass(frozen=True, slots=True)
class Terms:
    """A venue's rules for a loan.

    `weights` gives the share of each collateral's value that counts (1 where it is not listed);
    GROSS and COLLATERAL_RATIO ignore it. `ends` is the day by which the loan must be repaid, for loans that
    end by date (the lender then keeps the collateral, whatever its price). `source` and `as_of` tell where
    the figures come from.
    """

    ladder: Ladder
    formula: LtvFormula = LtvFormula.GROSS
    interest: Convention = field(default_factory=Convention)
    weights: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    ends: date | None = None
    source: str = ""
    as_of: str = ""
    verified: bool = True

    def weight(self, asset: str) -> Decimal:
        """Return the share of the value of `asset` that the venue counts, a fraction."""
        if self.formula in (LtvFormula.GROSS, LtvFormula.COLLATERAL_RATIO):
            return ONE
        return self.weights.get(asset, ONE)
