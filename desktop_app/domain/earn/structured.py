"""Structured products: dual investment and shark fin. What they pay, and in which coin."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ONE, ZERO


class DualKind(Enum):
    """SELL_HIGH begins with the coin and may end in the quote currency; BUY_LOW the other way round."""

    SELL_HIGH = "sell_high"
    BUY_LOW = "buy_low"


@dataclass(frozen=True, slots=True)
class Dual:
    """A dual investment: `amount` of the coin (SELL_HIGH) or of the quote currency (BUY_LOW).

    `term_yield` is a fraction for the whole term, not for a year. `strict` means that a settlement exactly
    at the strike does not exercise; most venues exercise there.
    """

    kind: DualKind
    amount: Decimal
    strike: Decimal
    term_yield: Decimal
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What a product pays: coin and quote currency, and both together in the quote currency."""

    exercised: bool
    coin: Decimal
    quote: Decimal
    value: Decimal


def settle_dual(dual: Dual, price: Decimal) -> Settled:
    """Return what a dual investment pays when the coin settles at `price`.

    Sell high: A(1+r) of the coin below the strike, A·K(1+r) of the quote currency from it on. Buy low:
    A(1+r) of the quote currency above the strike, A/K(1+r) of the coin up to it.
    """
    paid = dual.amount * (ONE + dual.term_yield)
    exercised = _exercised(dual, price)
    if dual.kind is DualKind.SELL_HIGH:
        coin, quote = (ZERO, paid * dual.strike) if exercised else (paid, ZERO)
    else:
        coin, quote = (paid / dual.strike, ZERO) if exercised else (ZERO, paid)
    return Settled(exercised, coin, quote, coin * price + quote)


def _exercised(dual: Dual, price: Decimal) -> bool:
    if price == dual.strike:
        return not dual.strict
    return price > dual.strike if dual.kind is DualKind.SELL_HIGH else price < dual.strike


class Knock(Enum):
    """When a shark fin is knocked out: by the price at its end alone, or by any touch on the way."""

    ON_CLOSE = "on_close"
    ON_TOUCH = "on_touch"


@dataclass(frozen=True, slots=True)
class SharkFin:
    """A shark fin of `principal` over `days`; rates are yearly fractions, a year has 365 days.

    Within [`low`, `high`] the rate runs in a straight line from `inside_from` to `inside_to`, rising for a
    bullish one and falling for a bearish one. On the side that disappoints it is `base`, beyond the far
    side it is `knocked_out`.
    """

    principal: Decimal
    days: int
    low: Decimal
    high: Decimal
    base: Decimal
    inside_from: Decimal
    inside_to: Decimal
    knocked_out: Decimal
    bullish: bool = True
    knock: Knock = Knock.ON_CLOSE


@dataclass(frozen=True, slots=True)
class SharkPaid:
    """What a shark fin pays: whether it was knocked out, the yearly rate, interest, and all in one sum."""

    knocked_out: bool
    rate: Decimal
    interest: Decimal
    payout: Decimal


def settle_shark(fin: SharkFin, path: Sequence[Decimal]) -> SharkPaid:
    """Return what a shark fin pays over the prices of its term, the last of which settles it."""
    settle = path[-1]
    seen = path if fin.knock is Knock.ON_TOUCH else [settle]
    out = max(seen) > fin.high if fin.bullish else min(seen) < fin.low
    rate = fin.knocked_out if out else _inside(fin, settle)
    interest = fin.principal * rate * fin.days / 365
    return SharkPaid(out, rate, interest, fin.principal + interest)


def _inside(fin: SharkFin, settle: Decimal) -> Decimal:
    """Return the rate of a settlement that does not knock out; the far edge of the range is still inside."""
    if (settle < fin.low) if fin.bullish else (settle > fin.high):
        return fin.base
    way = settle - fin.low if fin.bullish else fin.high - settle
    return fin.inside_from + (fin.inside_to - fin.inside_from) * way / (fin.high - fin.low)
