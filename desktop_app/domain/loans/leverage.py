"""A stop level of one's own: a planned sale that brings a leveraged loan back in time."""

from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_app.domain.loans.liquidation import Sale, partial_sale
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Stop:
    """A planned sale at a price of one's own: units and value to sell, and the loan after it."""

    asset: str
    price: Decimal
    units: Decimal
    ltv_before: Decimal | None
    sale: Sale


def stop_plan(
    valuation: Valuation, asset: str, price: Decimal, target: Decimal, slippage: Decimal, fee: Decimal
) -> Stop | None:
    """Return what to sell of the collateral `asset` once it costs `price`, so that LTV comes to `target`.

    `slippage` and `fee` are shares of the sold value that are lost. Only this asset moves and is sold; None
    where it is not pledged or has no price.
    """
    if not any(leg.asset == asset and leg.price.value for leg in valuation.collateral) or price <= 0:
        return None
    moved = [replace(leg, value=leg.quantity * price) if leg.asset == asset else leg for leg in valuation.collateral]
    owed = sum((leg.quantity * price if leg.asset == asset else leg.value for leg in valuation.debts), ZERO)
    held = sum((leg.value for leg in moved), ZERO)
    own = next(leg.value for leg in moved if leg.asset == asset)
    lost = ONE - (ONE - slippage) * (ONE - fee)
    sale = partial_sale(held, owed, target, lost)
    if sale.sold > own:
        repaid = own * (ONE - lost)
        sale = Sale(own, repaid, own - repaid, held - own, owed - repaid)
    return Stop(asset, price, sale.sold / price, owed / held if held else None, sale)
