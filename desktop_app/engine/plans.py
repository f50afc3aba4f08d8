"""Plans on a loan as it stands: why LTV moved, what a liquidation would do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.attribution import Attribution, attribute
from desktop_app.domain.loans.liquidation import (
    Remainder,
    Sale,
    close_factor_sale,
    full_sale,
    indivisible_sale,
    partial_sale,
    penalty_sale,
)
from desktop_app.domain.loans.valuation import Valuation, fallen
from desktop_app.domain.money import ONE
from desktop_app.domain.prices.book import Price, PriceBook, PriceState
from desktop_app.engine.bars import BELIEVED
from desktop_app.engine.curves import LtvCurve, ltv_curve, thinned
from desktop_app.engine.history import loan_history
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.past import Past
from desktop_app.storage.candles import load_candles

LOOKBACK = timedelta(days=400)


def loan_past(monitor: Monitor, loan_id: str) -> Past:
    """Return the history of one loan, with its crossings."""
    return loan_history(monitor.store.db, monitor.portfolio.loan(loan_id), monitor.prices)


def loan_curve(monitor: Monitor, loan_id: str) -> LtvCurve:
    """Return the LTV curve of one loan for the screen."""
    return ltv_curve(loan_id, loan_past(monitor, loan_id), monitor.portfolio.loan(loan_id).events)


def recent_ltv(monitor: Monitor, loan_id: str, now: datetime, span: timedelta, points: int) -> tuple[float, ...]:
    """Return the LTV (fractions) of one loan over the last `span`, as at most `points` values; no peak is lost."""
    return thinned(loan_curve(monitor, loan_id), (now - span).timestamp(), points)


def book_at(monitor: Monitor, assets: Iterable[str], at: datetime) -> PriceBook:
    """Return the last known prices of `assets` at `at`, from candles and believed quotes; pegs count as 1."""
    names = sorted(assets)
    found: dict[str, Price] = {}
    # The last stretch at most, so that the price of a moment does not read years of minutes.
    series = monitor.prices.usable(load_candles(monitor.store.db, names, at - LOOKBACK, at + timedelta(seconds=1)))
    for asset, candles in series.items():
        earlier = [candle for candle in candles if candle.closed <= at or candle.source == BELIEVED]
        if earlier:
            last = earlier[-1]
            found[asset] = Price(asset, last.close, PriceState.FRESH, min(last.closed, at), last.source, 1)
    currency = monitor.settings.currency
    for asset in names:
        if asset not in found and (asset == currency or monitor.assets.book.is_peg(asset, currency)):
            found[asset] = Price(asset, ONE, PriceState.PAR)
    return PriceBook(found, currency)


def explain(monitor: Monitor, loan_id: str, start: datetime, end: datetime) -> Attribution:
    """Return why the LTV of a loan moved between two moments; a `start` before the opening is moved to it.

    Raises:
        ValueError: a price is missing at one of them.
    """
    loan = monitor.portfolio.loan(loan_id)
    opened = next(event.at for event in loan.events if event.kind is EventKind.OPEN)
    assets = {event.asset for event in loan.events if event.asset}
    begin = max(start, opened)
    return attribute(loan.events, begin, end, book_at(monitor, assets, begin), book_at(monitor, assets, end))


class LiquidationMode(Enum):
    """How a venue liquidates."""

    PARTIAL = "partial"
    PENALTY = "penalty"
    CLOSE_FACTOR = "close_factor"
    FULL = "full"
    INDIVISIBLE = "indivisible"


@dataclass(frozen=True, slots=True)
class LiquidationForm:
    """What to simulate: the way, the fall before it, loss or penalty, target or close factor (fractions)."""

    mode: LiquidationMode
    fall: Decimal
    loss: Decimal
    target: Decimal
    keeps_rest: bool = False


def simulate(valuation: Valuation, form: LiquidationForm, steady: frozenset[str]) -> tuple[Valuation, Sale]:
    """Return the loan after the fall, and what the liquidation makes of it."""
    after = fallen(valuation, form.fall, steady)
    collateral, debt = after.collateral_value, after.debt_value
    remainder = Remainder.KEPT if form.keeps_rest else Remainder.RETURNED
    match form.mode:
        case LiquidationMode.PARTIAL:
            sale = partial_sale(collateral, debt, form.target, form.loss)
        case LiquidationMode.PENALTY:
            sale = penalty_sale(collateral, debt, form.target, form.loss)
        case LiquidationMode.CLOSE_FACTOR:
            sale = close_factor_sale(collateral, debt, form.target, form.loss)
        case LiquidationMode.FULL:
            sale = full_sale(collateral, debt, form.loss, remainder)
        case LiquidationMode.INDIVISIBLE:
            sale = indivisible_sale(collateral, debt, form.loss, remainder)
    if sale.infeasible is not None and form.keeps_rest:
        sale = replace(sale, kept=sale.kept + sale.collateral_left, collateral_left=sale.collateral_left * 0)
    return after, sale
