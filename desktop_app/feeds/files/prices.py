"""Price files as candles: everything or nothing, refused at the first row that is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from desktop_app.domain.prices.quote import Candle
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Choices, Hints, is_complete
from desktop_app.feeds.files.columns import by_words
from desktop_app.feeds.files.importing import ready_plan
from desktop_app.feeds.files.names import code_of, pair_of
from desktop_app.feeds.files.opening import read_source
from desktop_app.feeds.files.parsed import period_of
from desktop_app.feeds.files.rows import Point, row_reader

__all__ = ["PriceFile", "is_price_header", "pair_of", "parse_prices", "read_prices"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PriceFile:
    """The candles of one file, ascending, and how many of its rows said the same thing twice."""

    asset: str
    currency: str
    period_s: int
    candles: tuple[Candle, ...]
    repeated: int = 0


def is_price_header(header: Sequence[str]) -> bool:
    """Tell whether a header has a time column and a close or price, or one price for each asset."""
    return is_complete(by_words(header))


def read_prices(
    path: Path, asset: str = "", currency: str = "", source: str = "file", choices: Choices | None = None
) -> PriceFile:
    """Return the candles of one asset in the file at `path`: a text with columns, or a workbook.

    `asset` and `currency` win over what the file or its name tells; `choices` answers what else it leaves open. The
    whole file is checked before anything is returned.

    Raises:
        Refused: with line and field: the file cannot be read, has an unknown layout or several assets, leaves
            something open (the field names the choice), or a row is wrong.
    """
    raw = read_source(path)
    chosen = choices or Choices()
    code = code_of(asset, "asset") if asset else chosen.asset
    quote = code_of(currency, "currency") if currency else chosen.currency
    answers = replace(chosen, asset=code, currency=quote)
    return _candles(raw, answers, Hints(path.name, source=source))


def parse_prices(text: str, asset: str, currency: str, source: str) -> PriceFile:
    """Return the candles in `text`; see `read_prices`."""
    return _candles(text, Choices(asset=asset, currency=currency), Hints(source=source))


@dataclass(frozen=True, slots=True)
class _Placed:
    point: Point
    line: int


def _candles(source: bytes | str, choices: Choices, hints: Hints) -> PriceFile:
    plan = ready_plan(source, choices, hints)
    read = row_reader(plan.layout())
    found: list[_Placed] = []
    for line, cells, _ in plan.grid.rows(plan.frame.first_line):
        try:
            found += (_Placed(point, line) for point in read(cells))
        except Refused as refused:
            raise refused.at(line=line) from None
    if not found:
        raise Refused(Problem.EMPTY_FILE)
    pairs = {placed.point.pair for placed in found}
    if len(pairs) > 1:
        raise Refused(Problem.ASSET_UNCLEAR, field="asset", value=", ".join(sorted(pair[0] for pair in pairs))[:120])
    told = pairs.pop()
    asset, currency = choices.asset or told[0], choices.currency or told[1]
    kept = list(_once(found))
    period = period_of([point.ms for point in kept])
    candles = tuple(
        Candle(asset, currency, hints.source, period, _EPOCH + timedelta(milliseconds=point.ms), *_four(point))
        for point in kept
    )
    return PriceFile(asset, currency, period, candles, len(found) - len(kept))


def _four(point: Point) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    first, high, low, last = point.prices if len(point.prices) == 4 else point.prices * 4
    return first, high, low, last


def _once(found: list[_Placed]) -> Iterator[Point]:
    """Yield the points ascending, each time once; what contradicts an earlier row is refused."""
    last: Point | None = None
    for placed in sorted(found, key=lambda one: (one.point.ms, one.line)):
        point = placed.point
        if last is not None and last.ms == point.ms:
            if last.prices != point.prices:
                at = _EPOCH + timedelta(milliseconds=point.ms)
                raise Refused(Problem.TWICE, line=placed.line, field="time", value=at.isoformat())
            continue
        last = point
        yield point
