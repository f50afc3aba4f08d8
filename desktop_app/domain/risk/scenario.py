"""What a common fall does to loans: which levels are reached, what a cure would take."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.ladder import Depth, Ladder
from desktop_app.domain.loans.valuation import Valuation, fallen
from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fall does to all loans: how many are called and liquidated, what cures need, what is left.

    `left` is the reserve after the cures; negative means that it falls short. Values are in the
    reporting currency, counted after the fall.
    """

    fall: Decimal
    calls: int
    liquidations: int
    need: Decimal
    left: Decimal


def common_fall_outcome(
    loans: Sequence[tuple[Valuation, Ladder]],
    reserve: Sequence[tuple[str, Decimal]],
    fall: Decimal,
    steady: frozenset[str],
) -> Outcome:
    """Return what a common `fall` does; `reserve` is (asset, value now) of each item set aside.

    A loan that reaches its margin call needs enough repaid to come back to its cure target.
    """
    calls = liquidations = 0
    need = ZERO
    for valuation, ladder in loans:
        after = fallen(valuation, fall, steady)
        depth = ladder.depth(after.ltv) if valuation.known else Depth.SAFE
        calls += depth is Depth.MARGIN_CALL
        liquidations += depth is Depth.LIQUIDATION
        if depth in (Depth.MARGIN_CALL, Depth.LIQUIDATION):
            need += max(ZERO, after.debt_value - ladder.cure_target * after.counted_value)
    have = sum((value if asset in steady else value * (ONE - fall) for asset, value in reserve), ZERO)
    return Outcome(fall, calls, liquidations, need, have - need)
