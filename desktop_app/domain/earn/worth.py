"""What a position is worth now, what it could become, and what leaving it today would cost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.earn.income import Earned
from desktop_app.domain.earn.perpetual import Perpetual
from desktop_app.domain.earn.pool import PoolShare, value_pool
from desktop_app.domain.earn.position import (
    Deposit,
    DualDetails,
    NftDetails,
    PeerDetails,
    PerpetualDetails,
    PoolDetails,
    Position,
    SharkDetails,
)
from desktop_app.domain.earn.structured import Dual, DualKind, settle_dual
from desktop_app.domain.earn.term import TermDeposit, exit_cost
from desktop_app.domain.money import ONE, ZERO

PriceOf = Callable[[str], Decimal | None]


def worth(position: Position, earned: Earned, price_of: PriceOf) -> Decimal | None:
    """Return the value of a position in the currency of `price_of`; None where a price is missing.

    A structured product counts with what was put in: what it will pay is not known before its end.
    """
    price = price_of(position.asset)
    match position.details:
        case PoolDetails() as pool:
            return _pool_worth(position, pool, price, price_of(pool.other))
        case PerpetualDetails() as details:
            money = price_of(details.currency)
            if price is None or not money:
                return None
            return _perpetual(position, details).equity(price / money) * money
        case NftDetails(royalty=royalty, market_fee=fee, spread=spread):
            return None if price is None else price * position.amount * (ONE - royalty - fee) * (ONE - spread)
    return None if price is None else (earned.principal + earned.interest) * price


def _perpetual(position: Position, details: PerpetualDetails) -> Perpetual:
    return Perpetual(details.side, position.amount, details.entry, details.margin, details.maintenance)


def perpetual_of(position: Position) -> Perpetual | None:
    """Return the perpetual that a position is, for its margin and its liquidation price; None for another kind."""
    return _perpetual(position, position.details) if isinstance(position.details, PerpetualDetails) else None


def _pool_worth(position: Position, pool: PoolDetails, price: Decimal | None, other: Decimal | None) -> Decimal | None:
    if price is None or not other:
        return None
    share = PoolShare(position.amount, pool.entry, pool.fees, pool.rewards, pool.costs)
    found = value_pool(share, price / other)
    return (found.pooled + pool.fees + pool.rewards - pool.costs) * other


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a structured product may pay: units of one asset, and whether the strike decides for it."""

    asset: str
    amount: Decimal
    exercised: bool


def could_become(position: Position) -> tuple[Outcome, ...]:
    """Return everything that a dual investment may turn into at its end; nothing for all other positions."""
    details = position.details
    if not isinstance(details, DualDetails):
        return ()
    dual = Dual(details.kind, position.amount, details.strike, details.term_yield)
    far = details.strike / 2 if details.kind is DualKind.SELL_HIGH else details.strike * 2
    kept, turned = settle_dual(dual, far), settle_dual(dual, details.strike)
    selling = details.kind is DualKind.SELL_HIGH
    return (
        Outcome(position.asset, kept.coin if selling else kept.quote, False),
        Outcome(details.other, turned.quote if selling else turned.coin, True),
    )


def least_worth(position: Position, price_of: PriceOf) -> Decimal | None:
    """Return the value of the worst that a dual investment may turn into, as prices are; None without a price."""
    values = []
    for outcome in could_become(position):
        price = price_of(outcome.asset)
        if price is None:
            return None
        values.append(outcome.amount * price)
    return min(values, default=None)


def leaving_costs(position: Position, at: datetime) -> Decimal | None:
    """Return what leaving a position at `at` gives away (units); 0 for what may be left freely, None: locked.

    Structured products and loans that were lent run to their end.
    """
    details = position.details
    if isinstance(details, DualDetails | SharkDetails | PeerDetails):
        ends = position.ends
        return None if ends is None or at.date() < ends else ZERO
    if not isinstance(details, Deposit):
        return ZERO
    held = min((at - position.opened).days, details.days)
    if held >= details.days:
        return ZERO
    rate = position.rate_at(at)
    deposit = TermDeposit(
        position.amount, rate, details.days, details.exit, details.forfeit, details.flexible, details.fee
    )
    return exit_cost(deposit, held)
