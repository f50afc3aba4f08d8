"""Selling that moves the price, which moves LTV, which makes more be sold: followed until it stops."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_app.domain.loans.liquidation import partial_sale
from desktop_app.domain.money import ONE, ZERO

_STEP = Decimal("0.01")
_ROUNDS = 1000
_SMALL = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Sold:
    """A loan in a spiral: collateral at the first price and debt (values), when it is sold, to what, at what fee."""

    id: str
    collateral: Decimal
    debt: Decimal
    sells_at: Decimal
    sells_to: Decimal
    fee: Decimal


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the price (share of the first one) at which was sold, the value sold, which loans it was."""

    price: Decimal
    sold: Decimal
    loans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spiral:
    """Where it stops: the price as a share of the first one, the rounds, the loans as they are left.

    `collateral` of the loans left is in units of the first price; times `price` it is their value.
    """

    price: Decimal
    rounds: tuple[Round, ...]
    left: tuple[Sold, ...]
    settled: bool

    @property
    def sold(self) -> Decimal:
        """The value sold in all rounds."""
        return sum((one.sold for one in self.rounds), ZERO)


def spiral(loans: Sequence[Sold], fall: Decimal, depth: Decimal | None) -> Spiral:
    """Return what a first `fall` (fraction) sets off where sales of the value `depth` move the price by 1 %.

    Each round sells what has reached its level at the price that the round before left behind; then the
    price falls by 0.99^(sold / depth). It has settled once nothing more is sold that matters; without a
    depth (None) selling moves nothing.
    """
    price = ONE - fall
    whole = sum((loan.collateral for loan in loans), ZERO)
    left = list(loans)
    rounds: list[Round] = []
    for _ in range(_ROUNDS):
        sold = ZERO
        named = []
        for index, loan in enumerate(left):
            value = loan.collateral * price
            if not value or loan.debt < loan.sells_at * value:
                continue
            sale = partial_sale(value, loan.debt, loan.sells_to, loan.fee)
            sold += sale.sold
            named.append(loan.id)
            left[index] = replace(loan, collateral=(value - sale.sold) / price, debt=sale.debt_left)
        if sold <= _SMALL * whole:
            return Spiral(price, tuple(rounds), tuple(left), settled=True)
        rounds.append(Round(price, sold, tuple(named)))
        if depth is not None:
            price *= (ONE - _STEP) ** (sold / depth)
    return Spiral(price, tuple(rounds), tuple(left), settled=False)
