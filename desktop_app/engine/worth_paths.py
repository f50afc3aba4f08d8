"""What positions are worth while prices go their way: hedges and structured products among them."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from desktop_app.domain.earn.position import DualDetails, PerpetualDetails, PoolDetails, Position, SharkDetails
from desktop_app.domain.earn.structured import DualKind, SharkFin, settle_shark
from desktop_app.engine.stress_book import Floats, Item, StressBook

HEDGES = (PerpetualDetails, DualDetails, SharkDetails)


def is_hedge(item: Item) -> bool:
    """Tell whether the worth of something does not just follow one price."""
    return item.position is not None and isinstance(item.position.position.details, HEDGES)


def values_along(item: Item, book: StressBook, grid: Floats, days: Floats, funding: float) -> Floats:
    """Return what an item is worth at each step, shape (steps,).

    `grid` are the factors of prices, shape (steps, assets), `days` the time of each step; `funding` is what a
    long perpetual pays a day (share of its value).
    """
    view = item.position
    if view is None:
        return np.asarray(grid @ item.values)
    position, details, prices = view.position, view.position.details, book.prices
    assert view.value is not None
    paths = {asset: grid[:, number] for number, asset in enumerate(book.assets)}
    now, own = float(view.value), paths[position.asset]
    match details:
        case PerpetualDetails():
            quote = _price(prices, details.currency) * paths[details.currency]
            return _perpetual(position, details, _price(prices, position.asset) * own / quote, days, funding) * quote
        case DualDetails():
            coin, other = _coin_and_quote(position, details)
            coins = _price(prices, coin) * paths[coin]
            quotes = _price(prices, other) * paths[other]
            return _dual(position, details, coins, quotes)
        case SharkDetails():
            marks = _price(prices, details.underlying) * paths[details.underlying]
            return now * own + _shark_interest(position, details, marks) * _price(prices, position.asset) * own
        case PoolDetails():
            # The constant product: both halves of equal value move as the square root of both prices.
            return now * np.sqrt(own * paths[details.other])
    return now * own


def _price(prices: Mapping[str, Decimal], asset: str) -> float:
    return float(prices.get(asset, Decimal(1)))


def _perpetual(position: Position, details: PerpetualDetails, marks: Floats, days: Floats, funding: float) -> Floats:
    """Return the equity in the quote currency; nothing is left from the mark on at which it is liquidated."""
    units, sign = float(position.amount), details.side.sign
    paid = sign * units * marks * funding * days
    equity = float(details.margin) + sign * units * (marks - float(details.entry)) - paid
    gone = np.logical_or.accumulate(equity <= float(details.maintenance) * units * marks)
    return np.where(gone, 0.0, equity)


def _coin_and_quote(position: Position, details: DualDetails) -> tuple[str, str]:
    selling = details.kind is DualKind.SELL_HIGH
    return (position.asset, details.other) if selling else (details.other, position.asset)


def _dual(position: Position, details: DualDetails, coins: Floats, quotes: Floats) -> Floats:
    """Return what a dual investment would pay if it settled at each step: the lesser of its two outcomes."""
    paid = float(position.amount) * (1 + float(details.term_yield))
    strike = float(details.strike)
    if details.kind is DualKind.SELL_HIGH:
        return np.minimum(paid * coins, paid * strike * quotes)
    return np.minimum(paid * quotes, paid / strike * coins)


def _shark_interest(position: Position, details: SharkDetails, marks: Floats) -> Floats:
    """Return the interest (units) that a shark fin would pay if it settled at each step."""
    days = max(1, (details.settles - position.opened.date()).days)
    rates = (details.base, details.inside_from, details.inside_to, details.knocked_out)
    fin = SharkFin(position.amount, days, details.low, details.high, *rates, details.bullish, details.knock)
    way = [Decimal(repr(float(mark))) for mark in marks]
    lowest, highest = way[0], way[0]
    found = []
    for mark in way:
        lowest, highest = min(lowest, mark), max(highest, mark)
        found.append(float(settle_shark(fin, [lowest, highest, mark]).interest))
    return np.array(found)
