"""A page that is a heading, a line of figures and tables."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import theme
from desktop_app.ui.pages.page import Navigator, Page, heading
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import EmptyState, StatCard


class ListingPage(Page):
    """Heading, figures, tables; an empty state in their place while there is nothing to list."""

    def __init__(
        self,
        session: Session,
        navigator: Navigator,
        title: str,
        under: str,
        empty: tuple[str, str, list[tuple[str, Callable[[], object]]]],
    ) -> None:
        super().__init__(session, navigator)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(*empty))
        content = QWidget()
        self._stack.addWidget(content)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(20, 2, 20, 14)
        self.column.setSpacing(theme.SPACE)
        head, self.buttons = heading(title, under)
        self.column.addLayout(head)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(theme.SPACE)
        self.column.addLayout(self._figures)

    def add_figure(self, title: str) -> StatCard:
        """Add one figure to the line of figures."""
        card = StatCard(title)
        self._figures.addWidget(card, 1)
        return card

    def show_content(self, snapshot: Snapshot, *, empty: bool) -> bool:
        """Show the content or the empty state; return whether there is content."""
        self._stack.setCurrentIndex(0 if empty else 1)
        return not empty
