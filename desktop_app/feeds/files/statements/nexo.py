"""Nexo's transactions: 9 columns until 2025, 11 or 12 since; times in UTC, the state in the details."""

from collections.abc import Sequence

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.statements.statement import (
    Cells,
    Statement,
    StatementRow,
    amount_in,
    asset_in,
    instant_in,
    repeats,
    rows_of,
    table_of,
)

VENUE = "nexo"
INTEREST = ("Interest", "Fixed Term Interest")
TERM_INTEREST = ("Fixed Term Interest",)
_NEEDED = {"Transaction", "Type", "Input Currency", "Input Amount", "Details", "Date / Time (UTC)"}
_OLD = {"Transaction", "Type", "Currency", "Amount", "Date / Time (UTC)"}
_REJECTED = "rejected"


def is_mine(header: Sequence[str]) -> bool:
    """Tell whether a header is Nexo's."""
    names = set(header)
    return names >= _NEEDED or names >= _OLD


def read(text: str) -> Statement:
    """Return the statement in `text`.

    Identifiers repeat on different rows, so only whole rows count as duplicates.

    Raises:
        Refused: the layout is the one before 2022, which tells one currency of an exchange alone, or a row
            is wrong.
    """
    header, cells = table_of(text)
    if not set(header) >= _NEEDED:
        raise Refused(Problem.UNKNOWN_STATEMENT, line=1, value=", ".join(header)[:120])
    rows = rows_of(header, cells, _row)
    return Statement(VENUE, rows, repeats(cells, rows))


def _row(number: int, cells: Cells) -> StatementRow:
    state, _, note = cells["Details"].partition(" / ")
    return StatementRow(
        number,
        instant_in(cells, "Date / Time (UTC)", number),
        cells["Type"],
        asset_in(cells, "Input Currency", number),
        amount_in(cells, "Input Amount", number),
        cells["Transaction"],
        note,
        amount_in(cells, "Fee", number) if "Fee" in cells else amount_in({"": ""}, "", number),
        state.strip().lower() != _REJECTED,
    )
