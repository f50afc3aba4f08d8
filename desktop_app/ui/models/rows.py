"""A table model over plain rows: columns as data, filters, groups, sorting by own keys, signals for what is seen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.ui import theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.arranging import Arrangement, Column, Group, arranged

__all__ = ["Column", "Group", "RowsModel"]

_R = TypeVar("_R")
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel, Generic[_R]):
    """Rows shown by columns. `identity` tells which row is which between two sets of rows.

    `lines` are what a view shows: rows, and the headings of groups. A view may set `seen`, which returns the first
    and the last line on the screen: changes of other lines are then not told, as they are read when scrolled to.
    """

    def __init__(
        self, columns: Sequence[Column[_R]], identity: Callable[[_R], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: list[_R | Group] = []
        self.asked = Arrangement()
        self.seen: Callable[[], tuple[int, int]] = lambda: (0, len(self.lines) - 1)
        self._identity = identity
        self._given: list[_R] = []
        self._ids: list[str] = []
        self._keys: list[Any] = []
        self._places: dict[str, int] | None = None
        self._order: list[int | Group] = []
        self._lines_of: dict[int | Group, int] | None = None

    @property
    def rows(self) -> list[_R]:
        """The rows that are shown, in their order."""
        return [line for line in self.lines if not isinstance(line, Group)]

    @property
    def shown(self) -> int:
        """How many rows search and filters leave, those in folded groups too."""
        headings = [line.count for line in self.lines if isinstance(line, Group)]
        return sum(headings) if self.asked.group is not None else len(self.lines)

    @property
    def given(self) -> Sequence[_R]:
        """All rows, those that are filtered out too, as they were given."""
        return self._given

    def line(self, number: int) -> _R | Group | None:
        """Return a line by its number; None beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else None

    def row_at(self, line: int) -> _R | None:
        """Return the row on a line; None for a group's heading and beyond the end."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        return None if isinstance(found, Group) else found

    def line_of(self, identity: str) -> int:
        """Return the line of the row with an identity; -1 where it is not shown."""
        if self._places is None:
            self._places = {name: number for number, name in enumerate(self._ids)}
        place = self._places.get(identity)
        return -1 if place is None else self._line(place)

    def _line(self, entry: int | Group) -> int:
        """Return the line of a given row by its number, or of a heading; -1 where it is not shown."""
        if self._lines_of is None:
            self._lines_of = {one: line for line, one in enumerate(self._order)}
        return self._lines_of.get(entry, -1)

    def identity_at(self, line: int) -> str:
        """Return the identity of the row on a line; empty for a group's heading."""
        row = self.row_at(line)
        return "" if row is None else self._identity(row)

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show `rows`; where they are the same ones in the same order, only what they say is told as changed."""
        given = list(rows)
        changed = self._changed(given)
        if changed is None:
            self.beginResetModel()
            self._given = given
            self._ids = [self._identity(row) for row in given]
            self._places = None
            self._find_keys()
            self._lay_out()
            self.endResetModel()
            return
        self._put(changed, given)
        first, last = self.seen()
        self._tell(range(first, last + 1))  # unchanged rows too: their words may hang on the time of day

    def change_rows(self, rows: Iterable[_R]) -> None:
        """Put rows in the place of those with their identities; the time it takes follows them, not the table."""
        if self._places is None:
            self._places = {name: number for number, name in enumerate(self._ids)}
        found = {self._places[self._identity(row)]: row for row in rows}
        for number, row in found.items():
            self._given[number] = row
        if not self._put(list(found), self._given):
            first, last = self.seen()
            lines = found if self.asked.is_plain else [self._line(number) for number in found]
            self._tell(sorted(line for line in lines if first <= line <= last))

    def renew(self) -> None:
        """Tell that the words of all rows may have changed, though the rows are the same."""
        self._find_keys()
        self._rearrange()

    def _changed(self, given: list[_R]) -> list[int] | None:
        """Return the numbers of rows that are other objects than before; None where they are other rows."""
        if len(given) != len(self._given):
            return None
        pairs = zip(given, self._given, strict=True)
        changed = [number for number, (new, old) in enumerate(pairs) if new is not old]
        if any(self._identity(given[number]) != self._ids[number] for number in changed):
            return None
        return changed

    def _put(self, changed: Sequence[int], given: list[_R]) -> bool:
        """Take over rows that changed; return whether the lines had to be laid out anew."""
        self._given = given
        moved = self.asked.leaves_out or self.asked.group is not None
        if self.asked.sort is not None:
            order = self.columns[self.asked.sort[0]].order
            if len(changed) == len(given):
                keys = [order(row) for row in given]
                moved = moved or keys != self._keys
                self._keys = keys
            for number in changed if len(changed) < len(given) else ():
                key = order(given[number])
                moved = moved or key != self._keys[number]
                self._keys[number] = key
        if moved and changed:
            self._rearrange()
            return True
        if self.asked.is_plain and len(changed) == len(given):
            self.lines = [*given]
        elif self.asked.is_plain:
            for number in changed:
                self.lines[number] = given[number]
        else:
            for number in changed:
                self.lines[self._line(number)] = given[number]
        return False

    def _tell(self, lines: Sequence[int]) -> None:
        """Tell that lines changed, those that follow one another at once."""
        most = len(self.lines) - 1
        start = previous = -2
        for line in (*(line for line in lines if 0 <= line <= most), None):
            if line is not None and line == previous + 1:
                previous = line
                continue
            if start >= 0:
                self.dataChanged.emit(self.index(start, 0), self.index(previous, len(self.columns) - 1))
            start = previous = -2 if line is None else line

    def _find_keys(self) -> None:
        sort = self.asked.sort
        self._keys = [self.columns[sort[0]].order(row) for row in self._given] if sort is not None else []

    def _lay_out(self) -> None:
        self._order = arranged(self._given, self.columns, self._keys, self.asked)
        self._lines_of = None
        self._fill_lines()

    def _fill_lines(self) -> None:
        given = self._given
        if self.asked.group is None:
            numbers = cast("list[int]", self._order)
            self.lines = [given[number] for number in numbers]
        else:
            self.lines = [given[one] if isinstance(one, int) else one for one in self._order]

    def _rearrange(self) -> None:
        """Lay the lines out anew; where they stay the same ones in number, indexes follow their rows."""
        before = self._order
        order = arranged(self._given, self.columns, self._keys, self.asked)
        if order == before:
            self._fill_lines()
            self._tell(range(self.seen()[0], self.seen()[1] + 1))
        elif len(order) == len(before) and set(order) == set(before):
            self.layoutAboutToBeChanged.emit()
            self._order, self._lines_of = order, None
            self._fill_lines()
            old = self.persistentIndexList()
            moved = [self.index(self._line(before[index.row()]), index.column()) for index in old]
            self.changePersistentIndexList(old, moved)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._order, self._lines_of = order, None
            self._fill_lines()
            self.endResetModel()

    def arrange(self, asked: Arrangement) -> None:
        """Search, filter, sort and group as asked."""
        keys = asked.sort != self.asked.sort
        self.asked = asked
        if keys:
            self._find_keys()
        self._rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def fold(self, line: int) -> bool:
        """Fold or unfold the group on a line; return whether there is one."""
        found = self.lines[line] if 0 <= line < len(self.lines) else None
        if not isinstance(found, Group):
            return False
        self.arrange(replace(self.asked, folded=self.asked.folded ^ {found.words}))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 goes back to the given order."""
        self.arrange(replace(self.asked, sort=None if column < 0 else (column, order)))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        row = self.lines[index.row()]
        if isinstance(row, Group):
            return _group_data(row, index.column(), role)
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.words(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column.figures)
            case Qt.ItemDataRole.ForegroundRole:
                return theme.colour(column.token(row)) if column.token else None
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else column.words(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column, marked where it is filtered."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        title = self.columns[section].title
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return tr("{title} (filtered)").format(title=title) if section in self.asked.kept else title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(self.columns[section].figures)
        return None


def _side(figures: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _group_data(group: Group, column: int, role: int) -> Any:
    """Return what the heading of a group shows: words in its first cell, which the view writes over all of them."""
    words = tr("{title}: {value} ({count})").format(title=group.title, value=group.words, count=group.count)
    if role == Qt.ItemDataRole.DisplayRole:
        return words if column == 0 else ""
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return tr("{group}, folded").format(group=words) if group.folded else words
    return None
