"""Platforms, loans with their events, and holdings: load and save."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from desktop_app.domain.counterparty import Facts
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.document import terms_from_document, terms_to_document
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.platforms import Holding, Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.storage.counterparties import load_credits, load_dependencies, load_reviews
from desktop_app.storage.documents import reach_text, read_reach, text_of, value_of
from desktop_app.storage.positions import load_positions
from desktop_app.storage.rows import decimal, instant, sealed


def save_platform(db: Database, platform: Platform) -> None:
    """Insert `platform`, or replace the one of its identifier."""
    row = {
        "id": platform.id,
        "name": platform.name,
        "share_limit": platform.share_limit,
        "note": platform.note,
        "facts": None if platform.facts.is_blank else text_of(platform.facts),
    }
    db.table("platforms").upsert(sealed(row), pk="id")


def save_holding(db: Database, holding: Holding) -> None:
    """Insert `holding`, or replace the one of its identifier."""
    row = {
        "id": holding.id,
        "platform_id": holding.platform,
        "asset": holding.asset,
        "amount": holding.amount,
        "reserve": holding.reserve,
        "reach_hours": holding.reach_hours,
        "note": holding.note,
        "reach": reach_text(holding.reach),
    }
    db.table("holdings").upsert(sealed(row), pk="id")


def delete_holding(db: Database, holding_id: str) -> None:
    """Remove a holding."""
    db.table("holdings").delete_where("id = ?", [holding_id])


def save_loan(db: Database, loan: Loan, created_ms: int) -> None:
    """Insert `loan` with its events, or replace name, platform and all events of the one of its id.

    `created_ms` is kept from the first time.
    """
    known = list(db.query("select created_ms from loans where id = ?", [loan.id]))
    row = {
        "id": loan.id,
        "name": loan.name,
        "platform_id": loan.platform,
        "preset": loan.preset,
        "created_ms": known[0]["created_ms"] if known else created_ms,
    }
    db.table("loans").upsert(sealed(row), pk="id")
    db.table("loan_events").delete_where("loan_id = ?", [loan.id])
    db.table("loan_events").insert_all(_event_row(loan.id, seq, event) for seq, event in enumerate(loan.events))


def delete_loan(db: Database, loan_id: str) -> None:
    """Remove a loan with its events and level states; its alerts stay as history."""
    db.table("loans").delete_where("id = ?", [loan_id])


def _event_row(loan_id: str, seq: int, event: Event) -> dict[str, Any]:
    row = {
        "id": event.id,
        "loan_id": loan_id,
        "seq": seq,
        "at_ms": event.at,
        "zone": event.zone,
        "kind": event.kind,
        "asset": event.asset or None,
        "amount": event.amount,
        "rate": event.rate,
        "terms": json.dumps(terms_to_document(event.terms), sort_keys=True) if event.terms else None,
        "counter_asset": event.counter_asset or None,
        "counter_amount": event.counter_amount,
        "note": event.note,
    }
    return sealed(row)


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        row["id"],
        instant(row["at_ms"]),
        EventKind(row["kind"]),
        row["asset"] or "",
        decimal(row["amount"]) if row["amount"] is not None else None,
        decimal(row["rate"]) if row["rate"] is not None else None,
        terms_from_document(json.loads(row["terms"])) if row["terms"] else None,
        row["counter_asset"] or "",
        decimal(row["counter_amount"]) if row["counter_amount"] is not None else None,
        row["zone"],
        row["note"],
    )


def load_portfolio(db: Database) -> Portfolio:
    """Return everything that was entered, loans in the order of their creation."""
    events: dict[str, list[Event]] = {}
    for row in db.query("select * from loan_events order by loan_id, seq"):
        events.setdefault(row["loan_id"], []).append(_event(row))
    loans = tuple(
        Loan(row["id"], row["name"], row["platform_id"], tuple(events.get(row["id"], ())), row["preset"])
        for row in db.query("select * from loans order by created_ms, id")
    )
    platforms = tuple(
        Platform(
            row["id"],
            row["name"],
            decimal(row["share_limit"]) if row["share_limit"] is not None else None,
            row["note"],
            Facts() if row["facts"] is None else value_of(row["facts"], Facts),
        )
        for row in db.query("select * from platforms order by id")
    )
    holdings = tuple(
        Holding(
            row["id"],
            row["platform_id"],
            row["asset"],
            decimal(row["amount"]),
            bool(row["reserve"]),
            decimal(row["reach_hours"]),
            row["note"],
            read_reach(row["reach"]),
        )
        for row in db.query("select * from holdings order by id")
    )
    return Portfolio(
        platforms,
        loans,
        holdings,
        load_positions(db),
        load_credits(db),
        load_dependencies(db),
        load_reviews(db),
    )
