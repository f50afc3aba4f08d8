"""What every page is: a widget that shows the Snapshot and knows how to ask for more."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.alerts.channel import Channel
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import accessible
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import label


class Navigator(Protocol):
    """What a page may ask of the window."""

    def open_page(self, name: str) -> None:
        """Show a page."""
        ...

    def open_loan(self, loan_id: str) -> None:
        """Show the detail of a loan."""
        ...

    def add_loan(self) -> None:
        """Ask for a new loan."""
        ...

    def import_file(self) -> None:
        """Ask for a file to import."""
        ...

    def tell(self, words: str) -> None:
        """Show a sentence at the foot of the window."""
        ...

    def test_channel(self, channel: Channel, title: str, body: str, told: Callable[[str], None]) -> None:
        """Send a test by a channel; `told` gets the fault, empty where it got out."""
        ...


class Page(QWidget):
    """A page; `show_snapshot` is called with each new Snapshot while the page is seen."""

    accessible_role = accessible.PAGE

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__()
        self.session = session
        self.navigator = navigator
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        raise TypeError(f"{type(self).__name__} shows no Snapshot")

    def tick(self, snapshot: Snapshot) -> None:
        """Bring up to date what only time changes, such as ages."""


def scrolled(content: QWidget) -> QScrollArea:
    """Return a scroll area around a page's content."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setObjectName("page")
    area.setWidget(content)
    return area


def heading(words: str, under: str = "") -> tuple[QVBoxLayout, QHBoxLayout]:
    """Return the head of a page (heading with a line under it) and its row for buttons at the right."""
    column = QVBoxLayout()
    column.setSpacing(2)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label(words, "heading"))
    row.addStretch(1)
    column.addLayout(row)
    if under:
        column.addWidget(label(under, "muted", wrap=True))
    return column, row


def under(buttons: QHBoxLayout, listing: QWidget) -> QWidget:
    """Return a listing under a row of its buttons."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    column.addLayout(buttons)
    column.addWidget(listing, 1)
    return page
