"""The fall that one loan survives, with and without a reserve, in closed form."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Cover:
    """The largest fall (fraction, 0 to 1) of the collateral until a level is reached, by use of the reserve.

    `alone` without it; `repaying` debt with it; `steady` when it is added as collateral that does not
    fall; `alike` when it is held and added in the collateral's own asset, so that it falls too. `used` is
    how much of the level's room the debt takes: LTV / level.
    """

    alone: Decimal
    repaying: Decimal
    steady: Decimal
    alike: Decimal
    used: Decimal


def cover(collateral: Decimal, debt: Decimal, reserve: Decimal, level: Decimal, haircut: Decimal = ZERO) -> Cover:
    """Return what a reserve of value `reserve`, taken at 1 - `haircut`, does for a loan against `level`.

    Solves D = L·C·(1 - x), D - R = L·C·(1 - x), D = L·(C·(1 - x) + R) and D = L·(C + R)·(1 - x) for x.
    """
    have = reserve * (ONE - haircut)
    return Cover(
        _clamped(ONE - debt / (level * collateral)),
        _clamped(ONE - (debt - have) / (level * collateral)),
        _clamped(ONE - (debt / level - have) / collateral),
        _clamped(ONE - debt / (level * (collateral + have))),
        debt / (level * collateral),
    )


def _clamped(fall: Decimal) -> Decimal:
    return min(ONE, max(ZERO, fall))
