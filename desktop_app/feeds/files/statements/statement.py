"""What a statement says, whoever wrote it: rows with instant, the venue's own word, amounts; what was left out."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from decimal import Decimal

from desktop_app.domain.assets import asset_code
from desktop_app.domain.money import ZERO, parse_amount
from desktop_app.domain.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One row: `number` counts the rows of the file from 1, `kind` is the venue's own word.

    `amount` is signed as the venue signs it; `fee` is what it took besides. `id` is the venue's, as text.
    """

    number: int
    at: datetime
    kind: str
    asset: str
    amount: Decimal
    id: str = ""
    note: str = ""
    fee: Decimal = ZERO
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement: every row, those that the venue itself rejected, and rows that stand twice.

    `zone` is the clock that its times are told by; `heading` what stands above its table.
    """

    venue: str
    rows: tuple[StatementRow, ...]
    duplicates: tuple[StatementRow, ...] = ()
    zone: str = "UTC"
    heading: str = ""

    @property
    def rejected(self) -> tuple[StatementRow, ...]:
        """The rows that the venue says never happened."""
        return tuple(row for row in self.rows if not row.accepted)

    @property
    def booked(self) -> tuple[StatementRow, ...]:
        """The rows that count: accepted, and each once."""
        twice = {row.number for row in self.duplicates}
        return tuple(row for row in self.rows if row.accepted and row.number not in twice)

    def counts(self) -> dict[str, int]:
        """Return how many booked rows each of the venue's words has."""
        return dict(sorted(Counter(row.kind for row in self.booked).items()))

    def interest(self, words: Iterable[str]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
        """Return interest earned and interest paid by asset, of the rows whose kind is one of `words`.

        The sign decides: venues book what a loan costs as negative interest.
        """
        kinds = frozenset(words)
        earned: dict[str, Decimal] = {}
        paid: dict[str, Decimal] = {}
        for row in self.booked:
            if row.kind in kinds:
                side = earned if row.amount > 0 else paid
                side[row.asset] = side.get(row.asset, ZERO) + abs(row.amount)
        return earned, paid


def net_by_asset(rows: Iterable[StatementRow]) -> dict[str, Decimal]:
    """Return the sum of the signed amounts of each asset."""
    found: dict[str, Decimal] = {}
    for row in rows:
        found[row.asset] = found.get(row.asset, ZERO) + row.amount
    return found


Cells = Mapping[str, str]
ReadRow = Callable[[int, Cells], StatementRow]


def table_of(text: str, skipped: int = 0) -> tuple[list[str], list[list[str]]]:
    """Return header and rows of a CSV text, `skipped` lines above the header left out, blank lines too.

    Raises:
        Refused: it is no CSV, is empty, or a row has another number of columns than the header.
    """
    try:
        rows = [row for row in csv.reader(io.StringIO(text), strict=True) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Refused(Problem.UNKNOWN_STATEMENT, line=1, value=error) from None
    rows = rows[skipped:]
    if len(rows) < 2:
        raise Refused(Problem.EMPTY_FILE)
    header = [cell.strip() for cell in rows[0]]
    for number, row in enumerate(rows[1:], start=2 + skipped):
        if len(row) != len(header):
            raise Refused(Problem.COLUMN_COUNT, line=number, have=len(row), wanted=len(header))
    return header, rows[1:]


def rows_of(header: Sequence[str], rows: Sequence[Sequence[str]], read: ReadRow) -> tuple[StatementRow, ...]:
    """Return every row as `read` makes it of its cells by column name."""
    return tuple(
        read(number, dict(zip(header, (cell.strip() for cell in row), strict=True)))
        for number, row in enumerate(rows, start=1)
    )


def repeats(rows: Sequence[Sequence[str]], made: Sequence[StatementRow]) -> tuple[StatementRow, ...]:
    """Return the rows that say the whole of what an earlier one says: identifiers alone may repeat."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for cells, row in zip(rows, made, strict=True):
        key = tuple(cells)
        if key in seen:
            found.append(row)
        seen.add(key)
    return tuple(found)


def amount_in(cells: Cells, column: str, number: int) -> Decimal:
    """Return the number in a column; an empty cell and a dash are 0.

    Raises:
        Refused: it is none, with row and column.
    """
    text = cells[column]
    if text in ("", "-"):
        return ZERO
    try:
        return parse_amount(text.removeprefix("$").replace(",", ""))
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, line=number + 1, field=column, value=text[:40]) from None


def asset_in(cells: Cells, column: str, number: int) -> str:
    """Return the asset code in a column.

    Raises:
        Refused: it is none, with row and column.
    """
    try:
        return asset_code(cells[column])
    except ValueError:
        raise Refused(Problem.NOT_AN_ASSET, line=number + 1, field=column, value=cells[column][:40]) from None


def instant_in(cells: Cells, column: str, number: int, zone: tzinfo = UTC) -> datetime:
    """Return the instant in a column, told as 2026-05-11 21:35:20 on the clock of `zone`.

    Raises:
        Refused: it is none, with row and column.
    """
    try:
        found = datetime.fromisoformat(cells[column])
    except ValueError:
        raise Refused(Problem.NOT_A_TIME, line=number + 1, field=column, value=cells[column][:40]) from None
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
