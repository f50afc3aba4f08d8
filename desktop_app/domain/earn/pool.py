"""Pool shares of two coins in a constant-product pool: impermanent loss, fees, what holding would have been worth."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO


def impermanent_loss(ratio: Decimal) -> Decimal:
    """Return what a pool share lost against holding when the price moved by `ratio` (new / old); at most 0.

    2·√k / (1 + k) - 1: the constant product keeps both halves of equal value.
    """
    return 2 * ratio.sqrt() / (ONE + ratio) - ONE


@dataclass(frozen=True, slots=True)
class PoolShare:
    """A share that began with `units` of coin A and as much value of the quote coin at `entry`.

    `fees` are those earned, `costs` gas and the like, `rewards` what reward tokens are worth: all in the
    quote coin.
    """

    units: Decimal
    entry: Decimal
    fees: Decimal = ZERO
    rewards: Decimal = ZERO
    costs: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class PoolValue:
    """What a share is worth in the quote coin: held, in the pool, the loss between them, net of fees."""

    held: Decimal
    pooled: Decimal
    loss_share: Decimal
    loss: Decimal
    net: Decimal

    @property
    def break_even(self) -> Decimal:
        """The fees and rewards that would make up for the loss."""
        return -self.loss


def value_pool(share: PoolShare, price: Decimal) -> PoolValue:
    """Return what a pool share is worth when coin A costs `price` of the quote coin."""
    held = share.units * (price + share.entry)
    lost = impermanent_loss(price / share.entry)
    pooled = held * (ONE + lost)
    loss = pooled - held
    return PoolValue(held, pooled, lost, loss, loss + share.fees + share.rewards - share.costs)
