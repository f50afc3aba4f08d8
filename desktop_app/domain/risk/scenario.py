"""What a common fall does to loans: which levels are reached, what a cure would take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_app.domain.loans.ladder import Depth, Ladder
from desktop_app.domain.loans.valuation import Leg, Valuation, ltv
from desktop_app.domain.money import ONE, ZERO


def fallen(valuation: Valuation, fall: Decimal, steady: frozenset[str]) -> Valuation:
    """Return `valuation` after every asset outside `steady` fell by `fall` (positive fraction).

    The depth is left as it was; `ladder.depth` of the new LTV tells the new one.
    """
    factor = ONE - fall

    def move(leg: Leg) -> Leg:
        return leg if leg.asset in steady else replace(leg, value=leg.value * factor)

    collateral = tuple(move(leg) for leg in valuation.collateral)
    debts = tuple(move(leg) for leg in valuation.debts)
    counted = sum((leg.value * leg.weight for leg in collateral), ZERO)
    owed = sum((leg.value for leg in debts), ZERO)
    return replace(
        valuation,
        collateral=collateral,
        debts=debts,
        collateral_value=sum((leg.value for leg in collateral), ZERO),
        counted_value=counted,
        debt_value=owed,
        ltv=ltv(owed, counted) if valuation.known else None,
    )


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
