"""Rows of a table put in order: those that a search and filters leave, sorted by a column's own key, in groups."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Column(Generic[_R]):
    """One column: its title, the words of a row, the key to sort by, whether it holds figures.

    `token` gives the colour token of a cell; `tip` its tooltip; `icon` the picture before its words; `spark`
    the values of a small curve in place of the words, which then are what a screen reader says.
    """

    title: str
    words: Callable[[_R], str]
    key: Callable[[_R], Any] | None = None
    figures: bool = False
    token: Callable[[_R], str] | None = None
    tip: Callable[[_R], str] | None = None
    icon: Callable[[_R], QIcon] | None = None
    spark: Callable[[_R], Sequence[float]] | None = None

    @property
    def order(self) -> Callable[[_R], Any]:
        """What returns the key that a row is sorted by."""
        return self.key if self.key is not None else self.words


@dataclass(frozen=True, slots=True)
class Group:
    """The line over the rows that have the same words in the column that is grouped by."""

    title: str
    words: str
    count: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a person asked for: words to find, words kept by column, the column that sorts, the one that groups."""

    search: tuple[str, ...] = ()
    kept: Mapping[int, frozenset[str]] = field(default_factory=dict)
    sort: tuple[int, Qt.SortOrder] | None = None
    group: int | None = None
    folded: frozenset[str] = frozenset()

    @property
    def leaves_out(self) -> bool:
        """Whether it may hide rows."""
        return bool(self.search or self.kept)

    @property
    def is_plain(self) -> bool:
        """Whether rows stand as they are given."""
        return not self.leaves_out and self.sort is None and self.group is None


def left(rows: Sequence[_R], columns: Sequence[Column[_R]], asked: Arrangement) -> Collection[int]:
    """Return the numbers of the rows that search and filters leave."""
    if not asked.leaves_out:
        return range(len(rows))
    found = []
    for number, row in enumerate(rows):
        if any(columns[column].words(row) not in words for column, words in asked.kept.items()):
            continue
        if asked.search:
            told = " ".join(column.words(row) for column in columns).casefold()
            if not all(word in told for word in asked.search):
                continue
        found.append(number)
    return found


def arranged(
    rows: Sequence[_R], columns: Sequence[Column[_R]], keys: Sequence[Any], asked: Arrangement
) -> list[int | Group]:
    """Return the lines of a table: numbers of `rows`, and headings; `keys` are theirs in the column that sorts."""
    found = left(rows, columns, asked)
    if asked.sort is not None:
        down = asked.sort[1] == Qt.SortOrder.DescendingOrder
        found = sorted(found, key=keys.__getitem__, reverse=down)
    if asked.group is None:
        return list(found)
    column = columns[asked.group]
    parts: dict[str, list[int]] = {}
    for number in found:
        parts.setdefault(column.words(rows[number]), []).append(number)
    lines: list[int | Group] = []
    for words in sorted(parts, key=lambda words: column.order(rows[parts[words][0]])):
        folded = words in asked.folded
        lines.append(Group(column.title, words, len(parts[words]), folded))
        lines += [] if folded else parts[words]
    return lines
