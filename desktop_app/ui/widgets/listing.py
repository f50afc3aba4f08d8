"""A card with one table, a sentence in its place while it is empty, and a search box where it is long."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.table import Table

_R = TypeVar("_R")


class Listing(Card, Generic[_R]):
    """Shows rows by columns. `chosen` is called with the row that Enter or a double click opens."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[_R]],
        identity: Callable[[_R], str],
        empty: str = "",
        chosen: Callable[[_R], None] | None = None,
        *,
        searched: bool = False,
    ) -> None:
        super().__init__()
        self.caption = title
        self._all: list[_R] = []
        self._model: RowsModel[_R] = RowsModel(columns, identity)
        self.table = Table(self._model, title, chosen)
        self.body.setContentsMargins(6, 8, 6, 8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in {name}").format(name=title))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(searched)
        self.search.textChanged.connect(lambda _: self._show())
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self._nothing = label(empty, "muted", wrap=True)
        self._nothing.setContentsMargins(10, 6, 10, 10)
        self.body.addWidget(self._nothing)
        self._has_words = bool(empty)
        self.show_rows([])

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show `rows`, those that the search leaves."""
        self._all = list(rows)
        self._show()

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        rows = [row for row in self._all if self._matches(row, wanted)] if wanted else self._all
        grown = len(rows) != len(self._model.rows)
        self._model.show_rows(rows)
        if grown:
            self.table.fit()
        self.table.setVisible(bool(rows) or not self._has_words)
        self._nothing.setVisible(not rows and self._has_words)
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _matches(self, row: _R, wanted: Sequence[str]) -> bool:
        words = " ".join(column.words(row) for column in self._model.columns).casefold()
        return all(word in words for word in wanted)

    def current(self) -> Any | None:
        """Return the row that is chosen, or None."""
        return self.table.current()
