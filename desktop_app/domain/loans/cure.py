"""Cures: how much collateral to add or debt to repay so that LTV comes back to a target."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.valuation import Valuation, ltv
from desktop_app.domain.money import ONE, ZERO, round_up


@dataclass(frozen=True, slots=True)
class Cure:
    """Two ways to reach `target`, in the reporting currency: add collateral or repay debt."""

    target: Decimal
    top_up_value: Decimal
    repay_value: Decimal

    @property
    def top_up_per_repaid(self) -> Decimal:
        """How many times as much a top-up takes as a repayment: 1 / target."""
        return ONE / self.target


def cure(debt_value: Decimal, counted_value: Decimal, target: Decimal) -> Cure:
    """Return what brings debt / counted collateral down to `target` (fraction); 0 where it is there already.

    Top-up: D/T - C. Repayment: D - T·C.
    """
    repay = max(ZERO, debt_value - target * counted_value)
    return Cure(target, repay / target, repay)


def top_up_units(valuation: Valuation, target: Decimal, asset: str, places: int) -> Decimal | None:
    """Return the units of the collateral `asset` to add, rounded up to `places`; None without a price."""
    leg = next((leg for leg in valuation.collateral if leg.asset == asset), None)
    if leg is None or not leg.price.value or not leg.weight:
        return None
    need = cure(valuation.debt_value, valuation.counted_value, target).top_up_value
    return round_up(need / (leg.price.value * leg.weight), places)


def repay_units(valuation: Valuation, target: Decimal, asset: str, places: int) -> Decimal | None:
    """Return the units of the debt `asset` to repay, rounded up to `places`, at most all of it.

    None without a price, or when repaying all of this asset would not be enough.
    """
    leg = next((leg for leg in valuation.debts if leg.asset == asset), None)
    if leg is None or not leg.price.value:
        return None
    need = cure(valuation.debt_value, valuation.counted_value, target).repay_value / leg.price.value
    if need > leg.quantity:
        return None
    return min(leg.quantity, round_up(need, places))


@dataclass(frozen=True, slots=True)
class Mixed:
    """A cure that repays a part and tops up the rest, in the reporting currency."""

    repay_value: Decimal
    top_up_value: Decimal


def mixed_cure(debt_value: Decimal, counted_value: Decimal, target: Decimal, repay_share: Decimal) -> Mixed:
    """Return the mix that brings LTV to `target`: `repay_share` (0 to 1) of the repayment, the rest as collateral.

    With R = D - T·C the repayment alone: repay s·R, then top up (D - s·R) / T - C.
    """
    whole = cure(debt_value, counted_value, target)
    repay = whole.repay_value * repay_share
    return Mixed(repay, max(ZERO, (debt_value - repay) / target - counted_value) if whole.repay_value else ZERO)


def ltv_after(debt_value: Decimal, counted_value: Decimal, mixed: Mixed) -> Decimal | None:
    """Return LTV after a mixed cure; None when debt is left against nothing."""
    return ltv(debt_value - mixed.repay_value, counted_value + mixed.top_up_value)
