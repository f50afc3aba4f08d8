"""Gathering rows into series while a file is read: plain rows in parts, others singly, rejects with their line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from desktop_app.domain.prices.quote import Candle
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.blocks import Part, apart, settle
from desktop_app.feeds.files.parsed import PERIOD_ROWS, ParsedPrices, PriceSeries, Reject, period_of
from desktop_app.feeds.files.rows import Pair, Point

MOST_REJECTS = 100_000
Texts = Callable[[set[int]], dict[int, str]]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class _Growing:
    parts: list[Part] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    prices: list[tuple[float, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    exact: dict[int, tuple[Decimal, ...]] = field(default_factory=dict)


class Collector:
    """What was read so far."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._series: dict[Pair, _Growing] = {}
        self._rejects: list[Reject] = []
        self._unsure = 0

    def add_part(self, pair: Pair, part: Part) -> None:
        """Add plain rows of one pair."""
        if len(part.lines):
            self._series.setdefault(pair, _Growing()).parts.append(part)

    def add_points(self, line: int, points: Iterable[Point]) -> None:
        """Add what one row says."""
        for point in points:
            series = self._series.setdefault(point.pair, _Growing())
            floats = tuple(map(float, point.prices))
            series.times.append(point.ms)
            series.prices.append(floats)
            series.lines.append(line)
            self._unsure += point.unsure
            if any(Decimal(repr(value)) != price for value, price in zip(floats, point.prices, strict=True)):
                series.exact[line] = point.prices

    def reject(self, line: int, text: str, refused: Refused) -> None:
        """Add a row that was refused.

        Raises:
            Refused: there are so many that the file is none of prices as it is read.
        """
        self._rejects.append(Reject(line, text, refused))
        if len(self._rejects) > MOST_REJECTS:
            first = self._rejects[0]
            raise first.refused.at(line=first.line)

    def finish(self, asset: str, texts: Texts) -> ParsedPrices:
        """Return everything, each series in order; a single one under the name `asset`, where that is given."""
        found: list[PriceSeries] = []
        again: list[tuple[int, int]] = []
        repeated = 0
        for pair, growing in sorted(self._series.items(), key=lambda entry: entry[0]):
            code = (asset, pair[1]) if asset and len(self._series) == 1 else pair
            series, twice, contradicting = self._settled(code, growing)
            found.append(series)
            repeated += twice
            again += contradicting
        told = texts({line for line, _ in again}) if again else {}
        for line, ms in again:
            at = (_EPOCH + timedelta(milliseconds=ms)).isoformat()
            self.reject(line, told.get(line, ""), Refused(Problem.TWICE, field="time", value=at))
        rejects = tuple(sorted(self._rejects, key=lambda reject: reject.line))
        return ParsedPrices(tuple(found), rejects, repeated, self._unsure)

    def _settled(self, pair: Pair, growing: _Growing) -> tuple[PriceSeries, int, list[tuple[int, int]]]:
        parts = growing.parts
        if growing.times:
            parts = [*parts, Part.of(growing.times, growing.prices, growing.lines)]
        whole, repeated, contradicting = settle(parts, growing.exact)
        period = period_of(whole.times_ms[:PERIOD_ROWS].tolist())
        kept, told = apart(whole, list(growing.exact))
        exact = tuple(self._candle(pair, period, ms, growing.exact[line]) for line, ms in told)
        return PriceSeries(*pair, period, kept.times_ms, kept.prices, exact), repeated, contradicting

    def _candle(self, pair: Pair, period: int, ms: int, prices: tuple[Decimal, ...]) -> Candle:
        opened = _EPOCH + timedelta(milliseconds=ms)
        first, high, low, last = prices if len(prices) == 4 else prices * 4
        return Candle(*pair, self._source, period, opened, first, high, low, last)
