"""A card that is a titled table, or a sentence while there is nothing to list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt

from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.table import Table


class TableCard(Card):
    """Shows rows by columns; `chosen` is called with the row that is opened, `empty` stands where none are.

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
    ) -> None:
        super().__init__(title)
        self.body.setContentsMargins(8, 12 if title else 6, 8, 8)
        self.title.setContentsMargins(8, 0, 0, 0)
        self.model: RowsModel[Any] = RowsModel(columns, identity)
        self.table = Table(self.model, title or name, chosen)
        self.body.addWidget(self.table, 1)
        self._has_sentence = bool(empty)
        self._nothing = label(empty, "muted", wrap=True)
        self._nothing.setContentsMargins(8, 4, 8, 8)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._nothing)
        self.show_rows([])

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show `rows`; columns are fitted whenever their number changes."""
        fresh = len(rows) != len(self.model.rows)
        self.model.show_rows(rows)
        if fresh:
            self.table.fit()
        self.table.setVisible(bool(rows) or not self._has_sentence)
        self._nothing.setVisible(self._has_sentence and not rows)
