"""A card that is a titled table, or a sentence while there is nothing to list."""

from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.ui.models.rows import Column
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.table import Act


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
