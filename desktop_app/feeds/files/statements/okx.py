"""OKX's trading history: a line with account and time zone, then two legs a fill; changes are net of the fee."""

import re
from collections.abc import Sequence
from datetime import tzinfo

from desktop_app.domain.earn.accrual import zone_of
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

VENUE = "okx"
INTEREST = ("Interest",)
TRANSFER = "Transfer"
_NEEDED = {"id", "Order id", "Time", "Trade Type", "Balance Change", "Balance Unit"}
_ZONE = re.compile(r"Time Zone:\s*(UTC(?:[+-]\d{1,2}(?::\d{2})?)?)")


def is_mine(header: Sequence[str]) -> bool:
    """Tell whether a header is that of OKX's trading history."""
    return set(header) >= _NEEDED


def read(text: str) -> Statement:
    """Return the statement in `text`; without the line above the header its times count as UTC.

    Raises:
        Refused: a row is wrong.
    """
    first = text.splitlines()[0] if text else ""
    heading = first.strip() if first.startswith("UID") else ""
    told = _ZONE.search(heading)
    name = told[1] if told else "UTC"
    header, cells = table_of(text, 1 if heading else 0)
    zone = zone_of(name)
    rows = rows_of(header, cells, lambda number, row: _row(number, row, zone))
    return Statement(VENUE, rows, repeats(cells, rows), name, heading)


def _row(number: int, cells: Cells, zone: tzinfo) -> StatementRow:
    return StatementRow(
        number,
        instant_in(cells, "Time", number, zone),
        cells["Trade Type"],
        asset_in(cells, "Balance Unit", number),
        amount_in(cells, "Balance Change", number),
        cells["id"],
        f"{cells.get('Action', '')} {cells.get('Symbol', '')}".strip(),
        amount_in(cells, "Fee", number),
    )
