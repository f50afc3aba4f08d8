"""Positions that earn: load and save."""

from typing import Any

import msgspec
from sqlite_utils import Database

from desktop_app.domain.earn.position import (
    DETAILS,
    EarnTerms,
    Flow,
    Payout,
    Position,
    PositionKind,
    RateStep,
)
from desktop_app.storage.documents import reach_text, read_reach, text_of
from desktop_app.storage.rows import decimal, instant, sealed


def save_position(db: Database, position: Position) -> None:
    """Keep a position, in place of the one of its identifier."""
    row = {
        "id": position.id,
        "name": position.name,
        "platform_id": position.platform,
        "kind": position.kind,
        "asset": position.asset,
        "amount": position.amount,
        "opened_ms": position.opened,
        "rates": text_of(position.rates),
        "terms": text_of(position.terms),
        "details": text_of(position.details) if position.details is not None else "",
        "flows": text_of(position.flows),
        "payouts": text_of(position.payouts),
        "reserve": position.reserve,
        "reach_hours": position.reach_hours,
        "closed_ms": position.closed,
        "note": position.note,
        "reach": reach_text(position.reach),
    }
    db.table("positions").upsert(sealed(row), pk="id")


def delete_position(db: Database, position_id: str) -> None:
    """Remove a position."""
    db.conn.execute("delete from positions where id = ?", (position_id,))


def load_positions(db: Database) -> tuple[Position, ...]:
    """Return every position, by name."""
    return tuple(_position(row) for row in db.query("select * from positions order by name, id"))


def _position(row: dict[str, Any]) -> Position:
    kind = PositionKind(row["kind"])
    wanted = DETAILS.get(kind)
    return Position(
        row["id"],
        row["name"],
        row["platform_id"],
        kind,
        row["asset"],
        decimal(row["amount"]),
        instant(row["opened_ms"]),
        msgspec.json.decode(row["rates"], type=tuple[RateStep, ...]),
        msgspec.json.decode(row["terms"], type=EarnTerms),
        msgspec.json.decode(row["details"], type=wanted) if wanted is not None and row["details"] else None,
        msgspec.json.decode(row["flows"], type=tuple[Flow, ...]),
        msgspec.json.decode(row["payouts"], type=tuple[Payout, ...]),
        bool(row["reserve"]),
        decimal(row["reach_hours"]),
        instant(row["closed_ms"]) if row["closed_ms"] is not None else None,
        row["note"],
        read_reach(row["reach"]),
    )
