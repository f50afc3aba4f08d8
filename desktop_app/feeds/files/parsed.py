"""What parsing a file of prices brings: series as arrays, what was rejected, and the figures of both."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.domain.money import parse_amount
from desktop_app.domain.prices.quote import Candle
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.blocks import Floats, Ints

DAY_S = 86400
PERIOD_ROWS = 2000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PriceSeries:
    """The prices of one asset in one currency, ascending, each time once.

    `times_ms` is int64[n], milliseconds since 1970 at which a period opens; `columns` is float64[n, 1] of single
    prices or float64[n, 4] of open, high, low and close. `exact` are the rows whose decimals do not survive as floats;
    they are not in the arrays. `period_s` is the most frequent distance between rows.
    """

    asset: str
    currency: str
    period_s: int
    times_ms: Ints
    columns: Floats
    exact: tuple[Candle, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was not taken: its line, its text, and the problem with its field."""

    line: int
    text: str
    refused: Refused


@dataclass(frozen=True, slots=True)
class SeriesSummary:
    """How much a file has of one asset: rows, and the first and last time (milliseconds since 1970)."""

    asset: str
    currency: str
    rows: int
    first_ms: int
    last_ms: int
    period_s: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import would bring, for looking at it before."""

    series: tuple[SeriesSummary, ...]
    rejects: Mapping[Problem, int]
    repeated: int
    unsure: int


@dataclass(frozen=True, slots=True)
class ParsedPrices:
    """All that a file says. `repeated` rows said the same twice and count once.

    `unsure` are the rows whose local time a clock change makes mean two instants or none; the offset before the
    change was taken for them.
    """

    series: tuple[PriceSeries, ...]
    rejects: tuple[Reject, ...] = ()
    repeated: int = 0
    unsure: int = 0

    @property
    def summary(self) -> Summary:
        """The figures of the series and of the rejects."""
        counts = Counter(reject.refused.problem for reject in self.rejects)
        return Summary(tuple(map(_summary, self.series)), dict(counts), self.repeated, self.unsure)

    def complete(self) -> "ParsedPrices":
        """Return the same where nothing was rejected, for a person who wants all or nothing.

        Raises:
            Refused: the first reject, with ``rejects``, how many there are.
        """
        if self.rejects:
            first = self.rejects[0]
            refused = first.refused.at(line=first.line)
            refused.values["rejects"] = str(len(self.rejects))
            raise refused
        return self


def _summary(series: PriceSeries) -> SeriesSummary:
    ends = [int(series.times_ms[0]), int(series.times_ms[-1])] if len(series.times_ms) else []
    ends += [int(candle.opened.timestamp() * 1000) for candle in series.exact]
    rows = len(series.times_ms) + len(series.exact)
    return SeriesSummary(series.asset, series.currency, rows, min(ends), max(ends), series.period_s)


def period_of(times_ms: Sequence[int]) -> int:
    """Return the most frequent seconds between ascending times (the shorter of two as frequent); a day for one."""
    gaps = Counter((later - earlier) // 1000 for earlier, later in pairwise(times_ms[:PERIOD_ROWS]))
    return max(1, min(gaps, key=lambda gap: (-gaps[gap], gap))) if gaps else DAY_S


def reject_file(rejects: Iterable[Reject]) -> str:
    """Return rejected rows as CSV: line, reason, field and the row as it stood.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; a number keeps its sign.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(("line", "reason", "field", "row"))
    for reject in rejects:
        refused = reject.refused
        writer.writerow((reject.line, refused.problem.value, safe_cell(refused.field), safe_cell(reject.text)))
    return buffer.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; numbers stay what they are."""
    if not text.lstrip(" ").startswith(_FORMULA) and not text.startswith(_FORMULA):
        return text
    try:
        parse_amount(text)
    except ValueError:
        return f"'{text}"
    return text
