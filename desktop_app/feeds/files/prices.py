"""Price files: CSV with candles or single prices, recognised by its header."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from desktop_app.domain.assets import asset_code
from desktop_app.domain.money import parse_amount
from desktop_app.domain.prices.quote import Candle
from desktop_app.domain.problems import Problem, Refused

LARGEST_FILE = 100 << 20
_TIME_COLUMNS = ("open_time_ms", "open_time", "unix", "timestamp", "time", "date", "datetime")
_PRICE_COLUMNS = ("open", "high", "low", "close")
_QUOTES = ("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "TWD", "CNY", "JPY")
_LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class PriceFile:
    """The candles of one file, ascending, and how many of its rows said the same thing twice."""

    asset: str
    currency: str
    period_s: int
    candles: tuple[Candle, ...]
    repeated: int = 0


def pair_of(name: str) -> tuple[str, str] | None:
    """Return (asset, currency) as a file's `name` tells them: ``BTCUSDT.csv``, ``ETH.csv``; else None."""
    stem = Path(name).stem
    if stem.lower() in ("prices", "price", "data", "history", "export", "candles"):
        return None
    words = re.split(r"[^A-Za-z0-9]+", stem)
    for word in words:
        for quote in _QUOTES:
            if word.upper().endswith(quote) and len(word) > len(quote) and not word.islower():
                return _pair(word[: -len(quote)], quote)
    if len(words) >= 2 and words[1].upper() in _QUOTES:
        return _pair(words[0], words[1].upper())
    if len(words) == 1 and 1 < len(stem) <= 10 and stem.isalnum() and not stem.islower():
        return _pair(stem, "USD")
    return None


def _pair(asset: str, currency: str) -> tuple[str, str] | None:
    try:
        return asset_code(asset), currency
    except ValueError:
        return None


def _code(text: str, field: str) -> str:
    try:
        return asset_code(text)
    except ValueError:
        raise Refused(Problem.NOT_AN_ASSET, field=field, value=text) from None


def is_price_header(header: Sequence[str]) -> bool:
    """Tell whether a CSV header has a time column and a close or price."""
    names = {_clean(name) for name in header}
    return bool(names & set(_TIME_COLUMNS)) and bool(names & {"close", "price"})


def read_prices(path: Path, asset: str = "", currency: str = "", source: str = "file") -> PriceFile:
    """Return the candles in the CSV file at `path`.

    `asset` and `currency` win over what the file's name tells. The whole file is checked before
    anything is returned.

    Raises:
        Refused: with line and field: the file cannot be read, has an unknown layout, or a row is wrong.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(Problem.FILE_TOO_LARGE, value=path.name, most="100 MB")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except UnicodeDecodeError:
        raise Refused(Problem.NOT_TEXT, value=path.name) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None
    told = pair_of(path.name)
    code = _code(asset, "asset") if asset else told[0] if told else ""
    if not code:
        raise Refused(Problem.ASSET_UNCLEAR, value=path.name)
    quote = _code(currency, "currency") if currency else told[1] if told and told[0] == code else "USD"
    return parse_prices(text, code, quote, source)


def parse_prices(text: str, asset: str, currency: str, source: str) -> PriceFile:
    """Return the candles in CSV `text`; see `read_prices`."""
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [_clean(name) for name in next(rows, [])]
    except csv.Error as error:
        raise Refused(Problem.UNKNOWN_LAYOUT, line=1, value=error) from None
    if not header:
        raise Refused(Problem.EMPTY_FILE)
    if not is_price_header(header):
        raise Refused(Problem.UNKNOWN_LAYOUT, line=1, value=", ".join(header)[:120])
    parsed = list(_rows(rows, header))
    if not parsed:
        raise Refused(Problem.EMPTY_FILE)
    kept, repeated = _without_repeats(parsed)
    period = _period([opened for opened, _, _ in kept])
    candles = tuple(Candle(asset, currency, source, period, opened, *prices) for opened, prices, _ in kept)
    return PriceFile(asset, currency, period, candles, repeated)


_Row = tuple[datetime, tuple[Decimal, Decimal, Decimal, Decimal], int]


def _rows(rows: Iterator[list[str]], header: list[str]) -> Iterator[_Row]:
    time_column = next(name for name in _TIME_COLUMNS if name in header)
    at = header.index(time_column)
    columns = [header.index(name) for name in _PRICE_COLUMNS] if set(_PRICE_COLUMNS) <= set(header) else None
    single = header.index("close" if "close" in header else "price")
    line = 1
    try:
        for line, row in enumerate(rows, start=2):
            if not row:
                continue
            if len(row) != len(header):
                raise Refused(Problem.COLUMN_COUNT, line=line, have=len(row), wanted=len(header))
            opened = _instant(row[at], line, time_column)
            indexes = columns or [single] * 4
            o, h, lo, c = (_price(row[index], line, header[index]) for index in indexes)
            if not lo <= min(o, c) <= max(o, c) <= h:
                raise Refused(Problem.CANDLE_ORDER, line=line, field="high/low", high=h, low=lo)
            yield opened, (o, h, lo, c), line
    except csv.Error as error:
        raise Refused(Problem.UNKNOWN_LAYOUT, line=line + 1, value=error) from None


def _price(text: str, line: int, field: str) -> Decimal:
    try:
        value = parse_amount(text)
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, line=line, field=field, value=text[:40]) from None
    if value <= 0:
        raise Refused(Problem.NOT_POSITIVE, line=line, field=field, value=text[:40])
    return value


def _instant(text: str, line: int, field: str) -> datetime:
    stripped = text.strip()
    try:
        if stripped.isdigit():
            number = int(stripped)
            divisor = {10: 1, 13: 1000, 16: 1_000_000}.get(len(stripped))
            if divisor is None:
                raise ValueError
            found = datetime.fromtimestamp(number // divisor, UTC) + timedelta(seconds=(number % divisor) / divisor)
        else:
            found = datetime.fromisoformat(stripped)
            found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise Refused(Problem.NOT_A_TIME, line=line, field=field, value=text[:40]) from None
    if not 2009 <= found.year < _LAST_YEAR:
        raise Refused(Problem.NOT_A_TIME, line=line, field=field, value=text[:40])
    return found


def _without_repeats(rows: list[_Row]) -> tuple[list[_Row], int]:
    """Return rows ascending, identical repeats dropped and counted; a contradiction is refused."""
    ordered = sorted(rows, key=lambda row: (row[0], row[2]))
    kept: list[_Row] = []
    for row in ordered:
        if kept and kept[-1][0] == row[0]:
            if kept[-1][1] != row[1]:
                raise Refused(Problem.TWICE, line=row[2], field="time", value=row[0].isoformat())
            continue
        kept.append(row)
    return kept, len(ordered) - len(kept)


def _period(instants: list[datetime]) -> int:
    """Return the most frequent seconds between rows (the shorter of two as frequent); a day for a single row."""
    gaps = Counter(int((later - earlier).total_seconds()) for earlier, later in pairwise(instants[:2000]))
    return max(1, min(gaps, key=lambda gap: (-gaps[gap], gap))) if gaps else 86400


def _clean(name: str) -> str:
    return name.strip().lower().replace(" ", "_")
