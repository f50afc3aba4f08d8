"""Collateral that is pledged on: how many claims stand on the same coins."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ONE


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of re-pledges over one collateral.

    `claims` is the sum of all claims on it, `leverage` claims / collateral, `limit` what the leverage would
    tend to if the chain never ended (None where everything is passed on: it has no limit).
    """

    claims: Decimal
    leverage: Decimal
    limit: Decimal | None


def chain(collateral: Decimal, reused: Decimal, layers: int) -> Chain:
    """Return the chain that arises when `reused` (0 to 1) of the collateral is pledged on `layers` times.

    claims = C·Σ r^k for k from 0 to `layers`; limit = 1 / (1 - r).
    """
    leverage = sum((reused**layer for layer in range(layers + 1)), Decimal(0))
    return Chain(collateral * leverage, leverage, ONE / (ONE - reused) if reused < ONE else None)
