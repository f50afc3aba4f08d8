"""Price files before anything is stored: opened, looked at, read as a whole; off the database thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files import importing
from desktop_app.feeds.files.choices import (
    Ask,
    Cancelled,
    Choices,
    ColumnUse,
    DateOrder,
    Decimals,
    Hints,
    IsCancelled,
    Mapping,
    Progress,
    Question,
    Role,
)
from desktop_app.feeds.files.encoding import ENCODINGS
from desktop_app.feeds.files.importing import Preview
from desktop_app.feeds.files.nft_sales import is_sales_header, read_header
from desktop_app.feeds.files.numbers import parse_number
from desktop_app.feeds.files.opening import read_source
from desktop_app.feeds.files.parsed import ParsedPrices, Reject, SeriesSummary, Summary, reject_file
from desktop_app.feeds.files.tables import DELIMITERS
from desktop_app.feeds.files.times import parse_time
from desktop_app.storage.rows import instant
from desktop_app.storage.watched import FileMark

__all__ = [
    "DELIMITERS",
    "ENCODINGS",
    "Ask",
    "Cancelled",
    "Choices",
    "ColumnUse",
    "DateOrder",
    "Decimals",
    "IsCancelled",
    "Mapping",
    "ParsedPrices",
    "Preview",
    "PriceSource",
    "Progress",
    "Question",
    "Reject",
    "Role",
    "SeriesSummary",
    "Summary",
    "date_as",
    "either",
    "is_portfolio_file",
    "is_price_file",
    "look_at",
    "number_as",
    "open_source",
    "pasted",
    "read_all",
    "save_rejects",
    "throttled",
]

SOURCE = "file"
PORTFOLIO_ENDINGS = (".json", ".plimsoll")
ENDINGS = (".csv", ".txt", ".tsv", ".tab", ".xlsx", ".ods", ".xls")
_TOLD_EVERY_S = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class PriceSource:
    """What is to be imported: the bytes of a file or a pasted text, with its name; `mark` tells which file it was."""

    name: str
    data: bytes | str
    path: Path | None = None
    mark: FileMark | None = None


def open_source(path: Path) -> PriceSource:
    """Return the file at `path`, read.

    Raises:
        Refused: it is not there, cannot be read or is too large.
    """
    before = mark_of(path)
    return PriceSource(path.name, read_source(path), path, before)


def mark_of(path: Path) -> FileMark:
    """Return what tells a file from a changed one: its place, size and time of change.

    Raises:
        Refused: it is not there, or may not be looked at.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None
    return FileMark(str(path.parent), path.name, found.st_size, found.st_mtime_ns)


def pasted(words: str, name: str) -> PriceSource:
    """Return a table that was pasted, under a name for people."""
    return PriceSource(name, words)


def is_portfolio_file(path: Path) -> bool:
    """Tell whether a file is a portfolio, by its ending."""
    return path.suffix.lower() in PORTFOLIO_ENDINGS


def is_price_file(path: Path) -> bool:
    """Tell whether a file may hold prices: a text or a workbook, and no list of NFT sales."""
    return not is_portfolio_file(path) and not is_sales_header(read_header(path))


def look_at(
    source: PriceSource, choices: Choices, language: str = "en", cancelled: IsCancelled | None = None
) -> Preview:
    """Return the first rows of `source`, what was found out about it, and the questions that are open.

    Raises:
        Refused: it cannot be read, or a choice does not fit it.
        Cancelled: `cancelled` said so.
    """
    return importing.preview(source.data, choices, _hints(source, language), cancelled)


def read_all(
    source: PriceSource,
    choices: Choices,
    language: str = "en",
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    period_s: int = 0,
) -> ParsedPrices:
    """Return all that `source` says; nothing is stored. `period_s` wins over the distance found between rows.

    Raises:
        Refused: it cannot be read, holds no prices, or leaves something open.
        Cancelled: `cancelled` said so.
    """
    found = importing.parse(source.data, choices, _hints(source, language), progress, cancelled)
    if not period_s:
        return found
    series = (
        replace(one, period_s=period_s, exact=tuple(replace(candle, period_s=period_s) for candle in one.exact))
        for one in found.series
    )
    return replace(found, series=tuple(series))


def _hints(source: PriceSource, language: str) -> Hints:
    return Hints(source.name if source.path is not None else "", language, SOURCE)


def save_rejects(found: ParsedPrices, path: Path) -> None:
    """Write the rejected rows with line and reason as a CSV file that spreadsheets open.

    Raises:
        Refused: the file cannot be written.
    """
    try:
        path.write_text(reject_file(found.rejects), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise Refused(Problem.NOT_WRITTEN, value=path, why=error.strerror) from None


def date_as(cell: str, order: DateOrder) -> date | None:
    """Return the day that a cell means in an order of day, month and year; None where it is none."""
    try:
        found: datetime = instant(parse_time(cell, dates=order).ms)
    except ValueError:
        return None
    return found.date()


def number_as(cell: str, style: Decimals) -> Decimal | None:
    """Return the number that a cell means in a style; None where it is none."""
    try:
        return parse_number(cell, style)
    except ValueError:
        return None


def throttled(progress: Progress) -> Progress:
    """Return `progress` so that it is told at most ten times a second, and of the end."""
    last = [0.0]

    def tell(done: int, total: int) -> None:
        now = time.monotonic()
        if now - last[0] >= _TOLD_EVERY_S or done >= total:
            last[0] = now
            progress(done, total)

    return tell


def either(*asked: Callable[[], bool] | None) -> IsCancelled:
    """Return whether one of several says that it is cancelled."""
    return lambda: any(one() for one in asked if one is not None)
