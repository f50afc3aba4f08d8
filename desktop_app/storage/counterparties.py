"""Credit lines, dependencies between platforms, and reviews of platforms: load and save."""

from datetime import date
from typing import Any

from sqlite_utils import Database

from desktop_app.domain.counterparty import Change, Review
from desktop_app.domain.platforms import CreditLine
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.storage.documents import reach_text, read_reach, text_of, value_of
from desktop_app.storage.rows import decimal, sealed


def save_credit(db: Database, line: CreditLine) -> None:
    """Keep a credit line, in place of the one of its identifier."""
    row = {
        "id": line.id,
        "name": line.name,
        "platform_id": line.platform,
        "asset": line.asset,
        "credit_limit": line.limit,
        "drawn": line.drawn,
        "rate": line.rate,
        "reserve": line.reserve,
        "reach_hours": line.reach_hours,
        "note": line.note,
        "reach": reach_text(line.reach),
    }
    db.table("credit_lines").upsert(sealed(row), pk="id")


def delete_credit(db: Database, line_id: str) -> None:
    """Remove a credit line."""
    db.table("credit_lines").delete_where("id = ?", [line_id])


def load_credits(db: Database) -> tuple[CreditLine, ...]:
    """Return every credit line, by name."""
    return tuple(_credit(row) for row in db.query("select * from credit_lines order by name, id"))


def _credit(row: dict[str, Any]) -> CreditLine:
    return CreditLine(
        row["id"],
        row["name"],
        row["platform_id"],
        row["asset"],
        decimal(row["credit_limit"]),
        decimal(row["drawn"]),
        decimal(row["rate"]),
        bool(row["reserve"]),
        decimal(row["reach_hours"]),
        row["note"],
        read_reach(row["reach"]),
    )


def save_dependency(db: Database, one: Dependency) -> None:
    """Keep a dependency, in place of the one between the same two platforms."""
    row = {"platform_id": one.platform, "on_id": one.on, "share": one.share, "source": one.source}
    db.table("dependencies").upsert(sealed(row), pk=("platform_id", "on_id"))


def delete_dependency(db: Database, platform: str, on: str) -> None:
    """Remove the dependency of `platform` on another."""
    db.table("dependencies").delete_where("platform_id = ? and on_id = ?", [platform, on])


def load_dependencies(db: Database) -> tuple[Dependency, ...]:
    """Return every dependency, by platform."""
    return tuple(
        Dependency(row["platform_id"], row["on_id"], decimal(row["share"]), row["source"])
        for row in db.query("select * from dependencies order by platform_id, on_id")
    )


def save_review(db: Database, review: Review) -> None:
    """Keep a review; what was reviewed is never changed afterwards."""
    row = {
        "id": review.id,
        "platform_id": review.platform,
        "day": review.day.isoformat(),
        "changes": text_of(review.changes),
        "source": review.source,
    }
    db.table("platform_reviews").upsert(sealed(row), pk="id")


def load_reviews(db: Database) -> tuple[Review, ...]:
    """Return every review, the newest first."""
    return tuple(
        Review(
            row["id"],
            row["platform_id"],
            date.fromisoformat(row["day"]),
            value_of(row["changes"], tuple[Change, ...]),
            row["source"],
        )
        for row in db.query("select * from platform_reviews order by day desc, rowid desc")
    )
