"""From bytes and answers to how a file is to be read, with the questions that are still open."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.choices import Ask, Choices, DateOrder, Decimals, Hints, Question, Role
from desktop_app.feeds.files.columns import currency_in, pair_of_symbol, role_of
from desktop_app.feeds.files.encoding import UTF_8, Encodings, decode, find_encodings
from desktop_app.feeds.files.layout import Frame, Layout, clock_of, find_frame, make_layout, told_zone
from desktop_app.feeds.files.names import code_of, pair_of
from desktop_app.feeds.files.numbers import find_style
from desktop_app.feeds.files.tables import DELIMITERS, Grid, find_delimiters, split_line
from desktop_app.feeds.files.times import find_order
from desktop_app.feeds.files.workbook import is_workbook, read_workbook

LARGEST_FILE = 100 << 20
_COMPARED = 5000
_POLLED_ROWS = 1024
Poll = Callable[[], None]
_PRICES = (Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read: what was found or chosen, and what is open. Open values hold the likeliest answer."""

    grid: Grid
    frame: Frame
    encodings: Encodings
    sheets: tuple[str, ...]
    sheet: str
    decimals: Decimals
    dates: DateOrder
    zone: str
    asset: str
    currency: str
    questions: tuple[Question, ...]

    def layout(self) -> Layout:
        """Return how to read the rows.

        Raises:
            Refused: the columns have no meaning yet, or the zone is none.
        """
        return make_layout(self.frame, self.decimals, self.dates, self.zone, (self.asset, self.currency))

    def refusal(self, question: Question, hints: Hints) -> Refused:
        """Return the refusal of a file that leaves `question` open; its field is the choice that answers it."""
        if question.kind is Ask.ASSET:
            return Refused(Problem.ASSET_UNCLEAR, value=hints.name)
        if question.kind is Ask.COLUMNS:
            return self.frame.unknown()
        example = " ".join(question.examples)[:60]
        told = ", ".join(repr(one) if one.isspace() else one for one in question.choices)
        return Refused(Problem.CHOICE_NEEDED, field=question.kind.value, value=example, choices=told[:120])


@dataclass(frozen=True, slots=True)
class _Opened:
    grid: Grid
    frame: Frame
    encodings: Encodings
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    questions: tuple[Question, ...] = ()


def make_plan(source: bytes | str, choices: Choices, hints: Hints, poll: Poll) -> Plan:
    """Return how `source`, the bytes of a file or a text that was pasted, is to be read.

    `poll` is called while all rows are searched for a proof, which may take as long as reading them.

    Raises:
        Refused: it is too large, no text, no sound workbook, or has no rows; or an answer does not fit.
    """
    if len(source) > LARGEST_FILE:
        raise Refused(Problem.FILE_TOO_LARGE, value=hints.name, most="100 MB")
    if not source.strip():
        raise Refused(Problem.EMPTY_FILE)
    opened = _workbook(source, choices) if isinstance(source, bytes) and is_workbook(source) else None
    opened = opened or _named_text(source, choices, hints)
    grid, frame, questions = opened.grid, opened.frame, list(opened.questions)
    if not frame.proven or not frame.complete:
        questions.append(Question(Ask.COLUMNS, frame.names, frame.sample[0] if frame.sample else ()))
    decimals = choices.decimals or _decimals(grid, frame, questions, poll)
    dates = choices.dates or _dates(grid, frame, questions, poll)
    asset, currency = _pair(frame, choices, hints, questions)
    zone = choices.zone or told_zone(frame) or "UTC"
    clock_of(zone)
    return Plan(
        grid,
        frame,
        opened.encodings,
        opened.sheets,
        opened.sheet,
        decimals,
        dates,
        zone,
        asset,
        currency,
        tuple(questions),
    )


def _workbook(raw: bytes, choices: Choices) -> _Opened:
    book = read_workbook(raw, choices.sheet)
    opened = [(book.sheet, Grid(cells=book.rows))]
    if not choices.sheet:
        opened += [(name, Grid(cells=read_workbook(raw, name).rows)) for name in book.sheets[1:8]]
    filled = [(name, grid) for name, grid in opened if any(map(any, grid.cells or ()))]
    if not filled:
        raise Refused(Problem.EMPTY_FILE)
    framed = [(name, grid, find_frame(grid, choices)) for name, grid in filled]
    good = [entry for entry in framed if entry[2].complete] or framed
    name, grid, frame = good[0]
    asked = (Question(Ask.SHEET, tuple(entry[0] for entry in good)),) if len(good) > 1 else ()
    return _Opened(grid, frame, Encodings((), True), book.sheets, name, asked)


def _named_text(source: bytes | str, choices: Choices, hints: Hints) -> _Opened:
    try:
        return _text(source, choices, hints)
    except Refused as refused:
        if refused.problem is Problem.NOT_TEXT:
            raise Refused(Problem.NOT_TEXT, value=hints.name) from None
        raise


def _text(source: bytes | str, choices: Choices, hints: Hints) -> _Opened:
    if isinstance(source, str):
        encodings, text = Encodings((UTF_8,), True), source.encode("utf-8", "replace")
        return _delimited(text, choices, encodings)
    if choices.encoding:
        return _delimited(_utf_8(source, choices.encoding), choices, Encodings((choices.encoding,), True))
    encodings = find_encodings(source, hints.language)
    opened = _delimited(_utf_8(source, encodings.names[0]), choices, encodings)
    if encodings.certain:
        return opened
    asked = _encoding_question(source, opened, choices, encodings)
    return replace(opened, questions=(*asked, *opened.questions))


def _utf_8(raw: bytes, encoding: str) -> bytes:
    if encoding == UTF_8 and raw.isascii():
        return raw
    return decode(raw, encoding).encode("utf-8")


def _delimited(text: bytes, choices: Choices, encodings: Encodings) -> _Opened:
    tried = (choices.delimiter,) if choices.delimiter else find_delimiters(text) or (",",)
    if tried[0] not in DELIMITERS:
        raise Refused(Problem.FIELD_TYPE, field="delimiter", value=tried[0][:5], expected=" ".join(DELIMITERS))
    found = [(grid, find_frame(grid, choices)) for grid in (Grid(text, delimiter) for delimiter in tried)]
    good = [entry for entry in found if entry[1].complete and entry[1].proven]
    likely = good or [entry for entry in found if entry[1].complete] or found
    asked = (Question(Ask.DELIMITER, tuple(grid.delimiter for grid, _ in good)),) if len(good) > 1 else ()
    return _Opened(*likely[0], encodings, questions=asked)


def _encoding_question(raw: bytes, opened: _Opened, choices: Choices, encodings: Encodings) -> tuple[Question, ...]:
    """Return the question which encoding is meant, if a cell that is used reads differently in another one."""
    frame, delimiter = opened.frame, opened.grid.delimiter
    used = [index for index, use in enumerate(frame.mapping) if use.role is not Role.IGNORED]
    told = [(number, line) for number, line in enumerate(io.BytesIO(raw), start=1) if not line.isascii()]
    told = [(number, line) for number, line in told if number >= frame.header_line][:_COMPARED]
    examples: dict[str, str] = {}
    for name in encodings.names[1:]:
        for _, line in told:
            first, other = (
                split_line(decode(line, one).strip(), delimiter) or [] for one in (encodings.names[0], name)
            )
            differs = len(first) != len(other) or any(first[i : i + 1] != other[i : i + 1] for i in used)
            if differs or not frame.complete:
                examples[name] = decode(line, name).strip()[:80]
                break
    if not examples:
        return ()
    likely = encodings.names[0]
    shown = (decode(told[0][1], likely).strip()[:80], *examples.values())
    return (Question(Ask.ENCODING, (likely, *examples), shown),)


def _cells(rows: Iterable[Iterable[str]], columns: list[int]) -> Iterator[str]:
    for row in rows:
        cells = list(row)
        yield from (cells[index] for index in columns if index < len(cells))


def _all_rows(grid: Grid, frame: Frame, poll: Poll) -> Iterator[list[str]]:
    for count, (_, cells, _) in enumerate(grid.rows(frame.first_line)):
        if count % _POLLED_ROWS == 0:
            poll()
        if cells is not None:
            yield cells


def _decimals(grid: Grid, frame: Frame, questions: list[Question], poll: Poll) -> Decimals:
    """Return the style that prices prove: in the first rows, else in any."""
    columns = [index for index, use in enumerate(frame.mapping) if use.role in _PRICES]
    proven = find_style(_cells(frame.sample, columns))
    if proven.style is None or not proven.certain:
        proven = find_style(_cells(_all_rows(grid, frame, poll), columns))
    if proven.style is None:
        questions.append(Question(Ask.DECIMALS, tuple(style.value for style in Decimals), (proven.example,)))
    return proven.style or Decimals.POINT


def _dates(grid: Grid, frame: Frame, questions: list[Question], poll: Poll) -> DateOrder:
    columns = [index for index, use in enumerate(frame.mapping) if use.role is Role.TIME]
    order, possible, example = find_order(_cells(frame.sample, columns))
    if order is None:
        order, possible, example = find_order(_cells(_all_rows(grid, frame, poll), columns))
    if order is None:
        questions.append(Question(Ask.DATE_ORDER, tuple(one.value for one in possible), (example,)))
    return order or possible[0]


def _pair(frame: Frame, choices: Choices, hints: Hints, questions: list[Question]) -> tuple[str, str]:
    """Return the asset and currency of rows that do not name theirs; the asset is "" where rows or columns do."""
    told = pair_of(Path(hints.name).name) if hints.name else None
    named = [(i, use) for i, use in enumerate(frame.mapping) if use.role is Role.CLOSE]
    in_columns = len(named) > 1
    in_rows = any(use.role is Role.ASSET for use in frame.mapping)
    header = pair_of_symbol(named[0][1].asset) if len(named) == 1 and named[0][1].asset else ("", "")
    asset = code_of(choices.asset, "asset") if choices.asset else header[0] or (told[0] if told else "")
    currency = code_of(choices.currency, "currency") if choices.currency else ""
    if not currency and named:
        place, use = named[0]
        currency = use.currency or header[1] or role_of(frame.names[place])[2]
        currency = currency or currency_in(_cells(frame.sample, [place]))
    if not currency:
        currency = told[1] if told and told[0] == asset else "USD"
    if in_columns or in_rows:
        return choices.asset and asset, currency
    if not asset and frame.complete:
        questions.append(Question(Ask.ASSET, (), (hints.name,)))
    return asset, currency
