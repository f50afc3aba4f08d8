"""A card with one table, a sentence in its place while it is empty, and a search box where it is long."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.basics import Card, button, label
from desktop_app.ui.widgets.table import Act, Table

_R = TypeVar("_R")
LONG = 20


class Listing(Card, Generic[_R]):
    """Shows rows by columns. `chosen` is called with the row that Enter or a double click opens.

    `empty` stands where there are no rows; `key` names the table where its look is kept; `acts` stand in the menu of
    a row. `titled` shows the title over the table; where it `chooses`, the first row is chosen by itself. The search
    box comes with many rows, or where it is `searched`.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[_R]],
        identity: Callable[[_R], str],
        empty: str = "",
        chosen: Callable[[_R], None] | None = None,
        *,
        key: str,
        acts: Sequence[Act] = (),
        searched: bool = False,
        chooses: bool = True,
        titled: bool = False,
    ) -> None:
        super().__init__(title if titled else "")
        self.caption = title
        self.model: RowsModel[_R] = RowsModel(columns, identity)
        self.table = Table(self.model, title, chosen, key=key, acts=acts)
        self.table.arranged.connect(self._show_arrangement)
        self.body.setContentsMargins(6, 12 if titled else 8, 6, 8)
        self.title.setContentsMargins(10, 0, 0, 0)
        self._searched, self._chooses = searched, chooses
        self.body.addWidget(self._tools(title))
        self.body.addWidget(self.table, 1)
        self._nothing = label(empty, "muted", wrap=True)
        self._nothing.setContentsMargins(10, 6, 10, 10)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._nothing)
        self._has_words = bool(empty)
        self.show_rows([])

    def _tools(self, title: str) -> QWidget:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in {name}").format(name=title))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(lambda words: self.table.arrange(search=tuple(words.casefold().split())))
        self._left = label("", "small")
        self.unfilter = button(tr("Take back the filters"), lambda: self.table.arrange(kept={}), "link")
        row.addWidget(self.search, 3)
        row.addWidget(self._left)
        row.addWidget(self.unfilter)
        row.addStretch(1)
        return self._bar

    def show_rows(self, rows: Sequence[_R]) -> None:
        """Show `rows`, those that search and filters leave."""
        grown = len(rows) != len(self.model.given)
        self.model.show_rows(rows)
        if grown:
            self.table.fit()
        self._show_arrangement()
        if self._chooses and self.model.lines and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _show_arrangement(self) -> None:
        """Tell how many rows are left, or that there are none."""
        given = len(self.model.given)
        self.search.setVisible(self._searched or given > LONG or bool(self.search.text()))
        self.unfilter.setVisible(bool(self.model.asked.kept))
        filtered = self.model.asked.leaves_out
        self._left.setVisible(filtered)
        self._left.setText(tr("{shown} of {count}").format(shown=self.model.shown, count=given))
        self._bar.setVisible(not self.search.isHidden() or filtered)
        self.table.setVisible(bool(given) or not self._has_words)
        self._nothing.setVisible(not given and self._has_words)

    def current(self) -> Any | None:
        """Return the row that is chosen, or None."""
        return self.table.current()


class TableCard(Listing[Any]):
    """A listing under its title, without a row that is chosen by itself.

    `name` is the table's accessible name where the card has no title.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        identity: Callable[[Any], str],
        chosen: Callable[[Any], None] | None = None,
        empty: str = "",
        name: str = "",
        *,
        key: str,
        acts: Sequence[Act] = (),
    ) -> None:
        super().__init__(
            title or name, columns, identity, empty, chosen, key=key, acts=acts, titled=bool(title), chooses=False
        )
