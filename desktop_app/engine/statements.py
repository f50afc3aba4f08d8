"""Payouts out of a venue's own statement: those of one position, kept once however often a file comes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop_app.domain.earn.position import Payout, Position, PositionKind
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.position_commands import add_payouts, position_of
from desktop_app.feeds.files.statements.registry import read_statement, words_of_product
from desktop_app.feeds.files.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Booked:
    """What a statement brought: payouts of the position in it, and how many of them were new."""

    venue: str
    found: int
    new: int


def payouts_in(statement: Statement, position: Position) -> tuple[Payout, ...]:
    """Return what a statement says was paid on a position: interest in its asset, in its time."""
    words = words_of_product(statement.venue, position.kind is PositionKind.TERM)
    return tuple(
        Payout(row.at, row.asset, row.amount, row.id)
        for row in statement.booked
        if row.kind in words
        and row.asset == position.asset
        and row.amount > 0
        and row.at >= position.opened
        and (position.closed is None or row.at <= position.closed)
    )


def payouts_from_file(path: Path, position_id: str) -> Callable[[Monitor, datetime], Booked]:
    """Read the statement at `path`; return the deed that keeps the payouts of a position that stand in it.

    Raises:
        Refused: the file is no statement that is known, or a row in it is wrong.
    """
    return partial(book_payouts, read_statement(path), position_id)


def book_payouts(statement: Statement, position_id: str, monitor: Monitor, now: datetime) -> Booked:
    """Keep the payouts of a position that stand in `statement`.

    Raises:
        Refused: there is no such position.
    """
    found = payouts_in(statement, position_of(monitor, position_id))
    return Booked(statement.venue, len(found), add_payouts(monitor, position_id, found, now) if found else 0)
