"""The way in of price files: a preview with the questions that are open, then all rows as series and rejects.

Both are functions of the bytes (or a pasted text), the answers and the hints alone.
"""

from dataclasses import dataclass
from itertools import pairwise

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.blocks import Block, block_reader, blocks, odd_rows, part_of
from desktop_app.feeds.files.choices import (
    Cancelled,
    Choices,
    DateOrder,
    Decimals,
    Hints,
    IsCancelled,
    Mapping,
    Progress,
    Question,
)
from desktop_app.feeds.files.collect import Collector
from desktop_app.feeds.files.columns import pair_of_symbol
from desktop_app.feeds.files.layout import Layout
from desktop_app.feeds.files.parsed import ParsedPrices, period_of
from desktop_app.feeds.files.plan import Plan, make_plan
from desktop_app.feeds.files.rows import Pair, RowReader, row_reader
from desktop_app.feeds.files.tables import is_blank, split_line

PREVIEWED = 50
_POLLED_ROWS = 512
# So much work lies between two reports of progress, counted in plain rows; a careful row costs as much as 16.
_REPORTED = 200_000
_CAREFUL = 16


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file looks like before it is imported.

    `rows` are the first rows as texts. What was found or chosen stands beside what is still open; an open value
    holds the likeliest answer. `asset` is "" where rows or columns name it; `pairs` are those of the first rows.
    `ready` tells whether it can be parsed as it is.
    """

    encoding: str
    encodings: tuple[str, ...]
    delimiter: str
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    decimals: Decimals
    dates: DateOrder
    zone: str
    period_s: int
    asset: str
    currency: str
    pairs: tuple[Pair, ...]
    questions: tuple[Question, ...]

    @property
    def ready(self) -> bool:
        """Whether no question is open."""
        return not self.questions


def preview(
    source: bytes | str,
    choices: Choices = Choices(),  # noqa: B008
    hints: Hints = Hints(),  # noqa: B008
    cancelled: IsCancelled | None = None,
) -> Preview:
    """Return what `source`, a file's bytes or a pasted text, holds and what is open about it.

    Raises:
        Refused: it cannot be read at all, or an answer does not fit.
        Cancelled: `cancelled` said so.
    """
    plan = make_plan(source, choices, hints, Watch(None, cancelled).poll)
    frame, text = plan.frame, plan.grid.cells is None
    period, pairs = _first_points(plan)
    return Preview(
        encoding=plan.encodings.names[0] if plan.encodings.names else "",
        encodings=plan.encodings.names,
        delimiter=plan.grid.delimiter if text else "",
        sheets=plan.sheets,
        sheet=plan.sheet,
        header=frame.names,
        rows=frame.sample[:PREVIEWED],
        mapping=frame.mapping,
        decimals=plan.decimals,
        dates=plan.dates,
        zone=plan.zone,
        period_s=period,
        asset=plan.asset,
        currency=plan.currency,
        pairs=pairs,
        questions=plan.questions,
    )


def parse(
    source: bytes | str,
    choices: Choices = Choices(),  # noqa: B008
    hints: Hints = Hints(),  # noqa: B008
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> ParsedPrices:
    """Return all that `source` says, good rows and rejects; a dry run is this without storing.

    `progress(done, total)` is told now and then, in bytes or in rows of a sheet; `cancelled()` is asked often.

    Raises:
        Refused: it cannot be read, has no rows of prices, or a question is open: then the field names it.
        Cancelled: `cancelled` said so.
    """
    watch = Watch(progress, cancelled)
    watch.poll()
    plan = ready_plan(source, choices, hints, watch)
    watch.poll()
    layout = plan.layout()
    collector = Collector(hints.source)
    if not _read_blocks(plan, layout, collector, watch):
        _read_rows(plan, layout, collector, watch)
    found = collector.finish(choices.asset and plan.asset, plan.grid.texts)
    if not found.series and not found.rejects:
        raise Refused(Problem.EMPTY_FILE)
    watch.poll()
    return found


def ready_plan(source: bytes | str, choices: Choices, hints: Hints, watch: "Watch | None" = None) -> Plan:
    """Return the plan of a file that leaves nothing open.

    Raises:
        Refused: something is open (the field of `Choices` that answers it is named), or nothing can be read.
    """
    plan = make_plan(source, choices, hints, (watch or Watch(None, None)).poll)
    plan.layout()
    for question in plan.questions:
        raise plan.refusal(question, hints)
    return plan


class Watch:
    """What looks on while a file is read: tells how far it is, and stops it."""

    def __init__(self, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._work = 0

    def poll(self) -> None:
        """Raise Cancelled where the person stopped."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def worked(self, rows: int, done: int, total: int) -> None:
        """Count work, report it where enough has come together, and poll."""
        self._work += rows
        if self._progress is not None and (self._work >= _REPORTED or done >= total):
            self._work = 0
            self._progress(done, total)
        self.poll()


def _first_points(plan: Plan) -> tuple[int, tuple[Pair, ...]]:
    """Return the period of the first series in the sample, 0 where unknown, and the pairs that the sample has."""
    if not plan.frame.complete:
        return 0, ()
    read = row_reader(plan.layout())
    times: dict[Pair, list[int]] = {}
    for cells in plan.frame.sample:
        try:
            points = read(cells)
        except Refused:
            continue
        for point in points:
            times.setdefault(point.pair, []).append(point.ms)
    ordered = sorted(set(next(iter(times.values()), [])))
    return period_of(ordered) if len(list(pairwise(ordered))) else 0, tuple(times)


def _read_rows(plan: Plan, layout: Layout, collector: Collector, watch: Watch) -> None:
    read = row_reader(layout)
    grid, done = plan.grid, 0
    for count, (line, cells, text) in enumerate(grid.rows(plan.frame.first_line), start=1):
        _read_row(read, collector, line, cells, text or grid.delimiter.join(cells or ()))
        done += len(text) + 1 if grid.cells is None else 1
        if count % _POLLED_ROWS == 0:
            watch.worked(_CAREFUL * _POLLED_ROWS, min(done, grid.size - 1), grid.size)
    watch.worked(0, grid.size, grid.size)


def _read_row(read: RowReader, collector: Collector, line: int, cells: list[str] | None, text: str) -> None:
    try:
        collector.add_points(line, read(cells))
    except Refused as refused:
        collector.reject(line, text, refused)


def _read_blocks(plan: Plan, layout: Layout, collector: Collector, watch: Watch) -> bool:
    """Read plain rows in blocks and the others singly; False where no row of this file is plain."""
    grid = plan.grid
    read_block = None if grid.cells is not None else block_reader(layout, grid.delimiter)
    start = grid.offset(plan.frame.first_line) if read_block else None
    if read_block is None or start is None:
        return False
    read, line = row_reader(layout), plan.frame.first_line + 1
    for end, lines in blocks(grid.raw, start):
        block = read_block(lines)
        _add_plain(layout, collector, block, line)
        for count, (number, begins, ends) in enumerate(odd_rows(block)):
            text = lines[begins:ends].decode("utf-8").removesuffix("\r")
            if not is_blank(text, grid.delimiter):
                _read_row(read, collector, line + number, split_line(text, grid.delimiter), text)
            if count % _POLLED_ROWS == 0:
                watch.worked(_CAREFUL * _POLLED_ROWS, min(end, grid.size) - 1, grid.size)
        line += len(block.plain)
        watch.worked(len(block.plain), min(end, grid.size), grid.size)
    return True


def _add_plain(layout: Layout, collector: Collector, block: Block, line: int) -> None:
    for number, leg in enumerate(layout.legs):
        columns = slice(number, number + 1) if layout.wide else slice(None)
        if layout.asset < 0:
            pair = (leg.asset or layout.default[0], leg.currency or layout.default[1])
            collector.add_part(pair, part_of(block, line, columns, None))
            continue
        for name, text in enumerate(block.texts):
            try:
                asset, currency = pair_of_symbol(text)
            except ValueError:
                block.plain[block.names == name] = False
                continue
            pair = (asset, currency or layout.default[1])
            collector.add_part(pair, part_of(block, line, columns, name if len(block.texts) > 1 else None))
