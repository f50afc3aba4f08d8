"""Rules of lenders that a person entered: load and save."""

import json
from datetime import date

from sqlite_utils import Database

from desktop_app.domain.loans.document import terms_from_document, terms_to_document
from desktop_app.domain.loans.preset import Rule
from desktop_app.domain.loans.terms import Terms
from desktop_app.storage.rows import sealed


def save_rule(db: Database, preset_id: str, valid_from: date, terms: Terms) -> None:
    """Insert the rule of a preset from a date on, or replace the one of that date."""
    row = {
        "preset_id": preset_id,
        "valid_from": valid_from.isoformat(),
        "terms": json.dumps(terms_to_document(terms), sort_keys=True),
    }
    db.table("preset_rules").upsert(sealed(row), pk=("preset_id", "valid_from"))


def load_rules(db: Database) -> dict[str, list[Rule]]:
    """Return a person's own rules by preset, in order of time."""
    found: dict[str, list[Rule]] = {}
    for row in db.query("select * from preset_rules order by preset_id, valid_from"):
        rule = Rule(date.fromisoformat(row["valid_from"]), terms_from_document(json.loads(row["terms"])))
        found.setdefault(row["preset_id"], []).append(rule)
    return found
