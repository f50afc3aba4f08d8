"""Golden cases of statements: what rows of a venue's own export say."""

from pathlib import Path
from typing import Any

from adapters import adapts

from desktop_app.feeds.files.statements.okx import TRANSFER
from desktop_app.feeds.files.statements.registry import interest_words, read_statement
from desktop_app.feeds.files.statements.statement import net_by_asset

Inputs = dict[str, Any]
Outputs = dict[str, Any]


@adapts("imports.nexo")
def _nexo(inputs: Inputs, data: Path) -> Outputs:
    statement = read_statement(data / inputs["file"])
    earned, paid = statement.interest(interest_words("nexo"))
    twice = statement.duplicates[0]
    return {
        "rows": len(statement.rows),
        "rejected": len(statement.rejected),
        "exact_duplicates": len(statement.duplicates),
        "unique_approved": len(statement.booked),
        "count_by_type": statement.counts(),
        "interest_earned": earned,
        "loan_interest_paid": paid,
        "rotki_reports": {
            "total": len(statement.rows),
            "processed": len(statement.rows) - len(statement.rejected),
            "rejected_rows_1_based": [row.number for row in statement.rejected],
            "duplicate": f"{abs(twice.amount)} {twice.asset} {twice.kind.lower()} {twice.at:%Y-%m-%d %H:%M:%S}",
        },
    }


@adapts("imports.blockfi")
def _blockfi(inputs: Inputs, data: Path) -> Outputs:
    statement = read_statement(data / inputs["file"])
    return {
        "rows": len(statement.rows),
        "net_by_asset": net_by_asset(statement.booked),
        "count_by_type": statement.counts(),
    }


@adapts("imports.okx")
def _okx(inputs: Inputs, data: Path) -> Outputs:
    statement = read_statement(data / inputs["file"])
    spot = [row for row in statement.booked if row.kind == "Spot"]
    return {
        "metadata": statement.heading,
        "rows": len(statement.rows),
        "transfers": statement.counts().get(TRANSFER, 0),
        "spot_rows": len(spot),
        "net_balance_change_spot": net_by_asset(spot),
        "second_row_time_utc": f"{statement.rows[1].at:%Y-%m-%dT%H:%M:%SZ}",
    }
