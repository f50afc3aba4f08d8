"""What a product is worth over the price that settles it: curves to draw, with the edges where they break."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.earn.perpetual import Perpetual
from desktop_app.domain.earn.pool import PoolShare, value_pool
from desktop_app.domain.earn.structured import Dual, DualKind, SharkFin, settle_dual, settle_shark
from desktop_app.domain.money import ZERO

_STEPS = 160
_BESIDE = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Payoff:
    """A curve of (price, value), what doing nothing would give at the same prices, and the prices to mark."""

    curve: tuple[tuple[Decimal, Decimal], ...]
    held: tuple[tuple[Decimal, Decimal], ...]
    marks: tuple[Decimal, ...]


def _prices(low: Decimal, high: Decimal, edges: Sequence[Decimal]) -> list[Decimal]:
    """Return prices from `low` to `high`, and those right beside each of `edges`."""
    even = [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]
    beside = [price for edge in edges for price in (edge * (1 - _BESIDE), edge, edge * (1 + _BESIDE))]
    return sorted({price for price in (*even, *beside) if low <= price <= high and price > 0})


def _over(
    prices: Sequence[Decimal], value: Callable[[Decimal], Decimal], held: Callable[[Decimal], Decimal]
) -> tuple[tuple[tuple[Decimal, Decimal], ...], tuple[tuple[Decimal, Decimal], ...]]:
    return tuple((one, value(one)) for one in prices), tuple((one, held(one)) for one in prices)


def dual_payoff(dual: Dual) -> Payoff:
    """Return the value of a dual investment in the quote currency, beside keeping what was put in."""
    prices = _prices(dual.strike / 2, dual.strike * 3 / 2, [dual.strike])
    selling = dual.kind is DualKind.SELL_HIGH
    curve, held = _over(
        prices,
        lambda price: settle_dual(dual, price).value,
        lambda price: dual.amount * price if selling else dual.amount,
    )
    return Payoff(curve, held, (dual.strike,))


def shark_payoff(fin: SharkFin) -> Payoff:
    """Return what a shark fin pays over the price at its end, beside keeping the principal."""
    room = fin.high - fin.low
    prices = _prices(max(ZERO, fin.low - room), fin.high + room, [fin.low, fin.high])
    curve, held = _over(prices, lambda price: settle_shark(fin, [price]).payout, lambda _: fin.principal)
    return Payoff(curve, held, (fin.low, fin.high))


def pool_payoff(share: PoolShare) -> Payoff:
    """Return what a pool share is worth over the price of its coin, fees counted, beside holding both coins."""
    prices = _prices(share.entry / 5, share.entry * 3, [share.entry])
    extra = share.fees + share.rewards - share.costs
    curve, held = _over(
        prices, lambda price: value_pool(share, price).pooled + extra, lambda price: value_pool(share, price).held
    )
    return Payoff(curve, held, (share.entry,))


def perpetual_payoff(one: Perpetual) -> Payoff:
    """Return the equity of a perpetual over the mark price; past its liquidation nothing is left."""
    liquidation = one.liquidation_price
    edges = [one.entry, *([liquidation] if liquidation is not None else [])]
    least, most = min(edges), max(edges)
    room = max(most - least, one.entry / 5)
    prices = _prices(max(ZERO, least - room / 2), most + room, edges)

    def equity(price: Decimal) -> Decimal:
        gone = liquidation is not None and one.side.sign * (price - liquidation) < 0
        return ZERO if gone else one.equity(price)

    curve, held = _over(prices, equity, lambda _: one.margin)
    return Payoff(curve, held, tuple(edges))
