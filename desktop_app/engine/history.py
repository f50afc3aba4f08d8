"""A loan's past by the candles in the store."""

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from desktop_app.domain.loans.loan import Loan
from desktop_app.engine.past import Past, past_of
from desktop_app.engine.prices import Prices
from desktop_app.engine.scan import Span
from desktop_app.storage.candles import load_blocks
from desktop_app.storage.series import Block, SeriesKey


def loan_history(db: Database, loan: Loan, prices: Prices, gaps: Sequence[Span] = ()) -> Past:
    """Return the history of one loan by the candles in the store, judged by lows within `gaps`."""
    settings = prices.settings
    steady = prices.assets.steady(settings.currency)
    return past_of(loan.events, loan_blocks(db, loan, prices), steady, settings.hysteresis, gaps)


def loan_blocks(db: Database, loan: Loan, prices: Prices) -> Mapping[SeriesKey, Block]:
    """Return the series of a loan's assets since its opening, in the reporting currency or its pegs."""
    assets = sorted({event.asset for event in loan.events if event.asset})
    found = load_blocks(db, assets, min(event.at for event in loan.events))
    return {key: block for key, block in found.items() if prices.counts(key.currency)}
