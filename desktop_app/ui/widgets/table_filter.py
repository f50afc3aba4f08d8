"""Which words of one column are kept: a list to tick, with a search of its own where it is long."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.arranging import Column
from desktop_app.ui.widgets.plain import button

Kept = Mapping[int, frozenset[str]]
_LONG = 10


class FilterDialog(QDialog):
    """Asks which words of a column (its `number`) are kept; `kept` and `done` are about the filters of all columns."""

    def __init__(
        self,
        column: Column[Any],
        rows: Sequence[Any],
        number: int,
        kept: Kept,
        done: Callable[[Kept], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number, self._done, self._kept = number, done, kept
        title = column.title
        self.setWindowTitle(tr("Filter {column}").format(column=title))
        self.resize(320, 380)
        shape = QVBoxLayout(self)
        shape.setContentsMargins(16, 14, 16, 14)
        shape.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in {name}").format(name=title))
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Kept in {column}").format(column=title))
        self.list.itemActivated.connect(_turn)
        self._fill(rows, column)
        self.search.setVisible(self.list.count() > _LONG)
        shape.addWidget(self.search)
        shape.addWidget(self.list, 1)
        every = QHBoxLayout()
        every.addWidget(button(tr("Tick all"), lambda: self._tick_all(True), "link"))
        every.addWidget(button(tr("Tick none"), lambda: self._tick_all(False), "link"))
        every.addStretch(1)
        shape.addLayout(every)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject))
        row.addWidget(button(tr("Filter"), self._filter, "primary"))
        shape.addLayout(row)

    @staticmethod
    def ask(
        column: Column[Any],
        rows: Sequence[Any],
        number: int,
        kept: Kept,
        done: Callable[[Kept], None],
        parent: QWidget,
    ) -> None:
        """Open the dialog beside the table."""
        dialog = FilterDialog(column, rows, number, kept, done, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fill(self, rows: Sequence[Any], column: Column[Any]) -> None:
        order: dict[str, Any] = {}
        for row in rows:
            order.setdefault(column.words(row), column.order(row))
        kept = self._kept.get(self._number)
        for words in sorted(order, key=order.__getitem__):
            item = QListWidgetItem(words or tr("(nothing)"), self.list)
            item.setData(Qt.ItemDataRole.UserRole, words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(kept is None or words in kept))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _narrow(self, words: str) -> None:
        for item in self._items():
            item.setHidden(words.casefold() not in item.text().casefold())

    def _tick_all(self, ticked: bool) -> None:
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(_state(ticked))

    def _filter(self) -> None:
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        kept = {number: words for number, words in self._kept.items() if number != self._number}
        if len(ticked) < self.list.count():
            kept[self._number] = frozenset(item.data(Qt.ItemDataRole.UserRole) for item in ticked)
        self.accept()
        self._done(kept)


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def _turn(item: QListWidgetItem) -> None:
    item.setCheckState(_state(item.checkState() is not Qt.CheckState.Checked))
