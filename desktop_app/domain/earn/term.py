"""Term deposits: what they pay at their end, and what leaving before it costs by the venue's own rule."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ZERO

USUAL_TERMS = (7, 15, 30, 60, 90)


class EarlyExit(Enum):
    """What happens to a deposit that is taken out before its end."""

    LOCKED = "locked"
    ALL_INTEREST_LOST = "all_interest_lost"
    PART_OF_INTEREST_LOST = "part_of_interest_lost"
    FLEXIBLE_RATE = "flexible_rate"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class TermDeposit:
    """`principal` for `days` at a simple yearly `rate` (365 days), with the rule for leaving early.

    `forfeit` is the share of the interest that is lost, `flexible` the yearly rate that is paid instead,
    `fee` the share of the principal that is charged: each counts for its own rule alone.
    """

    principal: Decimal
    rate: Decimal
    days: int
    exit: EarlyExit = EarlyExit.ALL_INTEREST_LOST
    forfeit: Decimal = ZERO
    flexible: Decimal = ZERO
    fee: Decimal = ZERO


def interest(deposit: TermDeposit, days: int) -> Decimal:
    """Return the simple interest of `days` at the deposit's rate."""
    return deposit.principal * deposit.rate * days / 365


def at_term(deposit: TermDeposit) -> Decimal:
    """Return what is paid at the end of the term."""
    return deposit.principal + interest(deposit, deposit.days)


def redeemed_early(deposit: TermDeposit, held_days: int) -> Decimal | None:
    """Return what is paid after `held_days` of the term; None where nothing can be taken out before its end."""
    accrued = interest(deposit, held_days)
    match deposit.exit:
        case EarlyExit.LOCKED:
            return None
        case EarlyExit.ALL_INTEREST_LOST:
            return deposit.principal
        case EarlyExit.PART_OF_INTEREST_LOST:
            return deposit.principal + accrued * (1 - deposit.forfeit)
        case EarlyExit.FLEXIBLE_RATE:
            return deposit.principal + deposit.principal * deposit.flexible * held_days / 365
        case EarlyExit.FEE:
            return deposit.principal + accrued - deposit.principal * deposit.fee


def exit_cost(deposit: TermDeposit, held_days: int) -> Decimal | None:
    """Return what leaving after `held_days` gives away of the interest that had accrued; None where it is locked."""
    paid = redeemed_early(deposit, held_days)
    return None if paid is None else deposit.principal + interest(deposit, held_days) - paid
