"""The ECB's history of euro reference rates (eurofxref-hist.csv): a day a row, a currency a column."""

import csv
from datetime import date, datetime
from decimal import Decimal

from desktop_app.domain.money import parse_amount
from desktop_app.domain.prices.quote import Quote
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.venues.ecb import LARGEST_RATE, LEAST_RATE, quotes_of

_NOT_FIXED = "N/A"


def parse_reference_rates(text: str, received: datetime) -> list[Quote]:
    """Return what one unit of each currency cost in EUR, for every day and currency of `text`, ascending.

    Days on which a currency was not fixed (N/A) are left out.

    Raises:
        Refused: with the line: it is not the ECB's table, a rate is no positive number, or a day stands twice.
    """
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines()))
    if not rows:
        raise Refused(Problem.EMPTY_FILE, line=1)
    heads = [cell.strip() for cell in rows[0]]
    codes = [code for code in heads[1:] if code]
    if heads[0] != "Date" or not codes or len(set(codes)) != len(codes) or not all(map(_is_code, codes)):
        raise Refused(Problem.UNKNOWN_LAYOUT, line=1, value=",".join(heads)[:80])
    days: dict[date, dict[str, Decimal]] = {}
    for line, row in enumerate(rows[1:], start=2):
        if not row:
            continue
        day = _day(row[0], line)
        if day in days:
            raise Refused(Problem.TWICE, line=line, value=day)
        days[day] = _rates(row[1:], codes, line)
    return [quote for day in sorted(days) for quote in quotes_of(day, days[day], received)]


def _is_code(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isupper()


def _day(text: str, line: int) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(Problem.NOT_A_TIME, line=line, field="Date", value=text[:40]) from None


def _rates(cells: list[str], codes: list[str], line: int) -> dict[str, Decimal]:
    filled = [cell.strip() for cell in cells]
    while len(filled) > len(codes) and not filled[-1]:
        filled.pop()
    if len(filled) != len(codes):
        raise Refused(Problem.COLUMN_COUNT, line=line, have=len(filled) + 1, wanted=len(codes) + 1)
    return {code: _rate(cell, line) for code, cell in zip(codes, filled, strict=True) if cell != _NOT_FIXED}


def _rate(text: str, line: int) -> Decimal:
    try:
        found = parse_amount(text)
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, line=line, value=text[:40]) from None
    if found <= 0:
        raise Refused(Problem.NOT_POSITIVE, line=line, value=text)
    if not LEAST_RATE <= found <= LARGEST_RATE:
        raise Refused(Problem.NOT_A_NUMBER, line=line, value=text[:40])
    return found
