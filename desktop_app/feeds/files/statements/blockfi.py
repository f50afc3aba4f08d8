"""BlockFi's transactions: four columns, signed amounts, times in UTC."""

from collections.abc import Sequence

from desktop_app.feeds.files.statements.statement import (
    Cells,
    Statement,
    StatementRow,
    amount_in,
    asset_in,
    instant_in,
    rows_of,
    table_of,
)

VENUE = "blockfi"
INTEREST = ("Interest Payment",)
_HEADER = ["Cryptocurrency", "Amount", "Transaction Type", "Confirmed At"]


def is_mine(header: Sequence[str]) -> bool:
    """Tell whether a header is BlockFi's."""
    return list(header) == _HEADER


def read(text: str) -> Statement:
    """Return the statement in `text`; equal rows may be two transactions, as there are no identifiers.

    Raises:
        Refused: a row is wrong.
    """
    header, cells = table_of(text)
    return Statement(VENUE, rows_of(header, cells, _row))


def _row(number: int, cells: Cells) -> StatementRow:
    return StatementRow(
        number,
        instant_in(cells, "Confirmed At", number),
        cells["Transaction Type"],
        asset_in(cells, "Cryptocurrency", number),
        amount_in(cells, "Amount", number),
    )
