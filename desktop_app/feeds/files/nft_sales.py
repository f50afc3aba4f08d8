"""Sales of one NFT collection: CSV with time, token and price, recognised by header."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.domain.money import parse_amount
from desktop_app.domain.prices.nft import Sample, SampleKind
from desktop_app.domain.problems import Problem, Refused

_LONGEST_HEADER = 1 << 16
_TIMES = ("time_utc", "time", "timestamp", "date")
_TOKENS = ("punk_id", "token_id", "token", "id")


def is_sales_header(header: Sequence[str]) -> bool:
    """Tell whether a CSV header has a time, a token and a price."""
    names = {name.strip().lower() for name in header}
    return bool(names & set(_TIMES) and names & set(_TOKENS)) and any(name.startswith("price") for name in names)


def sales_currency(header: Sequence[str]) -> str:
    """Return the currency that the price column of a header names (``price_eth``), else ETH."""
    named = [name.strip().lower() for name in header if name.strip().lower().startswith("price_")]
    return named[0].removeprefix("price_").upper() if named else "ETH"


def read_header(path: Path) -> list[str]:
    """Return the first line of a CSV file as names; nothing where it cannot be read as text."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return next(csv.reader([file.readline(_LONGEST_HEADER)]), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return []


def read_sales(path: Path) -> list[Sample]:
    """Return the sales in the CSV file at `path`, in the order of the file; an untold price (``-``) is None.

    Raises:
        Refused: with line and field: the file cannot be read, has an unknown layout, or a row is wrong.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except UnicodeDecodeError:
        raise Refused(Problem.NOT_TEXT, value=path.name) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None
    rows = csv.reader(io.StringIO(text))
    header = [name.strip().lower() for name in next(rows, [])]
    time = next((header.index(name) for name in _TIMES if name in header), None)
    price = next((index for index, name in enumerate(header) if name.startswith("price")), None)
    token = next((header.index(name) for name in _TOKENS if name in header), None)
    if time is None or price is None:
        raise Refused(Problem.UNKNOWN_LAYOUT, line=1, value=", ".join(header)[:120])
    return [_sale(row, line, time, price, token) for line, row in enumerate(rows, start=2) if row]


def _sale(row: list[str], line: int, time: int, price: int, token: int | None) -> Sample:
    try:
        at = datetime.fromisoformat(row[time])
    except (ValueError, IndexError):
        raise Refused(Problem.NOT_A_TIME, line=line, field="time", value="".join(row[time : time + 1])) from None
    try:
        value = parse_amount(row[price]) if row[price].strip() not in ("", "-") else None
    except (ValueError, IndexError):
        raise Refused(Problem.NOT_A_NUMBER, line=line, field="price", value="".join(row[price : price + 1])) from None
    moment = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Sample(moment, value, SampleKind.SALE, row[token] if token is not None else "")
