"""Funding of perpetual positions: what the rates that are kept came to so far."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from desktop_app.domain.earn.perpetual import Funding, Settlement, funding_of, slot_of
from desktop_app.domain.earn.position import PerpetualDetails, Position
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.engine.past import closes_at
from desktop_app.engine.prices import Prices
from desktop_app.storage.candles import load_blocks
from desktop_app.storage.rates import load_rates


@dataclass(frozen=True, slots=True)
class FundingSoFar:
    """Funding of one position since its opening, in the reporting currency; `missing` settlements have no price."""

    position: str
    source: str
    instrument: str
    funding: Funding
    missing: int


def funding_so_far(db: Database, position: Position, rate: RatePoint, prices: Prices, now: datetime) -> FundingSoFar:
    """Return the funding of a perpetual by the rates that are kept, each at the close before its settlement."""
    assert isinstance(position.details, PerpetualDetails)
    until = position.closed or now
    kept = load_rates(db, rate.source, rate.instrument, position.opened)
    slots = {slot_of(one.at, one.period_s): one.rate for one in kept if position.opened < one.at <= until}
    since = position.opened - timedelta(days=2)
    blocks = load_blocks(db, [position.asset], since, until)
    usable = {key: block for key, block in blocks.items() if prices.counts(key.currency)}
    marks = closes_at(usable, list(slots))
    settled = [Settlement(at, slots[at], mark) for at, mark in zip(slots, marks, strict=True) if mark is not None]
    found = funding_of(position.details.side, position.amount, settled)
    return FundingSoFar(position.id, rate.source, rate.instrument, found, len(slots) - len(settled))
