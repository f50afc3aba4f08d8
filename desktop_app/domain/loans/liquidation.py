"""What a liquidation sells, repays and leaves: partial to a target, by a close factor, or whole.

Values are in the reporting currency. LTV falls by selling only while it lies under 1 - fee, so some
targets cannot be reached; then everything is sold and a shortfall may remain.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ONE, ZERO


class Infeasible(Enum):
    """Why a partial liquidation cannot reach its target."""

    TARGET_TOO_HIGH = "target_too_high"
    NOT_ENOUGH = "not_enough"
    INDIVISIBLE = "indivisible"


class Remainder(Enum):
    """Who keeps what is left after a full liquidation."""

    RETURNED = "returned"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Sale:
    """The outcome of a liquidation.

    `sold` is collateral value sold or seized, `repaid` debt paid by it, `lost` fee, discount or penalty.
    `shortfall` is debt that no collateral covers any more; `kept` is what the venue keeps of the rest.
    """

    sold: Decimal
    repaid: Decimal
    lost: Decimal
    collateral_left: Decimal
    debt_left: Decimal
    infeasible: Infeasible | None = None
    shortfall: Decimal = ZERO
    kept: Decimal = ZERO

    @property
    def ltv(self) -> Decimal | None:
        """LTV after it; None when debt is left against nothing."""
        if self.collateral_left:
            return self.debt_left / self.collateral_left
        return None if self.debt_left else ZERO

    @property
    def equity(self) -> Decimal:
        """Collateral less debt after it."""
        return self.collateral_left - self.debt_left

    @property
    def feasible(self) -> bool:
        """Whether the target was reached by selling a part."""
        return self.infeasible is None


def partial_sale(collateral: Decimal, debt: Decimal, target: Decimal, fee: Decimal) -> Sale:
    """Return what is sold so that LTV comes down to `target`, when a share `fee` of the sold value is lost.

    S = (D - T·C) / ((1 - f) - T); valid while T < 1 - f and S <= C. A discount d to the liquidator is the
    same with f = d. Where it is not valid the outcome is that of a full liquidation, with the reason.
    """
    if debt <= target * collateral:
        return Sale(ZERO, ZERO, ZERO, collateral, debt)
    if target >= ONE - fee:
        return full_sale(collateral, debt, fee, reason=Infeasible.TARGET_TOO_HIGH)
    sold = (debt - target * collateral) / (ONE - fee - target)
    if sold > collateral:
        return full_sale(collateral, debt, fee, reason=Infeasible.NOT_ENOUGH)
    repaid = sold * (ONE - fee)
    return Sale(sold, repaid, sold - repaid, collateral - sold, debt - repaid)


def penalty_sale(collateral: Decimal, debt: Decimal, target: Decimal, penalty: Decimal) -> Sale:
    """Return what is repaid and seized so that LTV comes down to `target`, with a penalty on the repaid debt.

    R = (D - T·C) / (1 - T·(1 + p)), seized = R·(1 + p). Source: Aave v3 LiquidationLogic (bonus).
    """
    if debt <= target * collateral:
        return Sale(ZERO, ZERO, ZERO, collateral, debt)
    if target * (ONE + penalty) >= ONE:
        return _seize_all(collateral, debt, penalty, Infeasible.TARGET_TOO_HIGH)
    repaid = (debt - target * collateral) / (ONE - target * (ONE + penalty))
    seized = repaid * (ONE + penalty)
    if seized > collateral or repaid > debt:
        return _seize_all(collateral, debt, penalty, Infeasible.NOT_ENOUGH)
    return Sale(seized, repaid, seized - repaid, collateral - seized, debt - repaid)


def _seize_all(collateral: Decimal, debt: Decimal, penalty: Decimal, reason: Infeasible) -> Sale:
    repaid = min(debt, collateral / (ONE + penalty))
    seized = repaid * (ONE + penalty)
    left = debt - repaid
    return Sale(seized, repaid, seized - repaid, collateral - seized, left, reason, shortfall=left)


def close_factor_sale(collateral: Decimal, debt: Decimal, factor: Decimal, penalty: Decimal) -> Sale:
    """Return what one liquidation call may take: at most the share `factor` of the debt, with a penalty.

    Source: Aave v3, close factor 0.5 above a health factor of 0.95, 1 at or under it.
    """
    repaid = min(debt * factor, collateral / (ONE + penalty))
    seized = repaid * (ONE + penalty)
    left, owed = collateral - seized, debt - repaid
    shortfall = owed if not left else ZERO
    return Sale(seized, repaid, seized - repaid, left, owed, shortfall=shortfall)


def aave_close_factor(health_factor: Decimal) -> Decimal:
    """Return the share of a debt that one call may repay at a health factor below 1."""
    return Decimal("0.5") if health_factor > Decimal("0.95") else ONE


def full_sale(
    collateral: Decimal,
    debt: Decimal,
    fee: Decimal,
    remainder: Remainder = Remainder.RETURNED,
    reason: Infeasible | None = None,
) -> Sale:
    """Return what selling everything at a loss of `fee` (share of the sold value) comes to.

    What is over the debt goes back to the borrower or stays with the venue; what is under it is the shortfall.
    """
    proceeds = collateral * (ONE - fee)
    repaid = min(debt, proceeds)
    rest = proceeds - repaid
    returned = rest if remainder is Remainder.RETURNED else ZERO
    return Sale(
        collateral,
        repaid,
        collateral * fee,
        returned,
        debt - repaid,
        reason,
        shortfall=debt - repaid,
        kept=rest - returned,
    )


def indivisible_sale(
    price: Decimal, debt: Decimal, discount: Decimal, remainder: Remainder = Remainder.RETURNED
) -> Sale:
    """Return what the sale of one thing that cannot be split (an NFT) comes to: all of it, at a discount."""
    return full_sale(price, debt, discount, remainder, Infeasible.INDIVISIBLE)
