"""How far everything can fall before the reserve no longer cures every loan."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.ladder import Level
from desktop_app.domain.loans.valuation import Valuation, fallen
from desktop_app.domain.money import ONE, ZERO

_STEPS = 40


@dataclass(frozen=True, slots=True)
class Watched:
    """A loan for the purpose of reserve: its valuation and the level that must not be reached."""

    id: str
    valuation: Valuation
    level: Level


@dataclass(frozen=True, slots=True)
class ReserveItem:
    """A holding set aside: its asset and its value now, in the reporting currency."""

    asset: str
    value: Decimal


def needed(watched: Watched, fall: Decimal, steady: frozenset[str]) -> Decimal:
    """Return the debt to repay so that the loan stays under its level after a common fall.

    `fall` is a positive fraction; assets in `steady` (fiat, stablecoins) do not fall.
    """
    after = fallen(watched.valuation, fall, steady)
    return max(ZERO, after.debt_value - watched.level.ltv * after.counted_value)


def coverage(loans: Sequence[Watched], items: Sequence[ReserveItem], steady: frozenset[str]) -> Decimal | None:
    """Return the largest common fall (positive fraction) that the reserve can cure; None without loans.

    The reserve falls too where it is not held in a steady asset. Need rises and reserve sinks with the
    fall, so bisection finds the edge; the answer errs to the safe side by at most 2^-40.
    """
    if not loans:
        return None

    def enough(fall: Decimal) -> bool:
        need = sum((needed(loan, fall, steady) for loan in loans), ZERO)
        have = sum((item.value if item.asset in steady else item.value * (ONE - fall) for item in items), ZERO)
        return need <= have

    if not enough(ZERO):
        return ZERO
    if enough(ONE):
        return ONE
    low, high = ZERO, ONE
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if enough(middle):
            low = middle
        else:
            high = middle
    return low
