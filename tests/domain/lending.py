"""Loans as the tests of the domain speak of them."""

from datetime import UTC, datetime
from decimal import Decimal

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import value_loan
from desktop_app.domain.prices.book import plain_book

OPENED = datetime(2025, 1, 1, tzinfo=UTC)


def terms_of(**changes):
    levels = (
        Level("warning", LevelKind.EARLY_WARNING, Decimal("0.6")),
        Level("call", LevelKind.MARGIN_CALL, Decimal("0.7")),
        Level("sale", LevelKind.LIQUIDATION, Decimal("0.8")),
    )
    return Terms(changes.pop("ladder", make_ladder(levels)), **changes)


def valued_loan(collateral, debts, prices, terms=None):
    """Return the valuation of {asset: units} against {asset: units} at {asset: price}."""
    events = [Event("open", OPENED, EventKind.OPEN, terms=terms or terms_of())]
    for kind, legs in ((EventKind.ADD_COLLATERAL, collateral), (EventKind.DRAW, debts)):
        events += [Event(f"{kind.value}{a}", OPENED, kind, a, Decimal(q)) for a, q in legs.items()]
    book = plain_book({asset: Decimal(price) for asset, price in prices.items()})
    return value_loan(replay(events, OPENED), book)
