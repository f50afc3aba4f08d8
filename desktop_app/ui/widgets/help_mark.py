"""A mark beside a title that tells, in a sentence or two, what the term means."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QToolTip

from desktop_app.ui.i18n import tr

_SHOWN_MS = 60000


class HelpMark(QToolButton):
    """A small question mark: its words come up under the pointer, at a click and at the space bar."""

    def __init__(self, term: str, words: str) -> None:
        super().__init__()
        self.setText("?")
        self.setProperty("role", "help")
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.setToolTip(f"<qt>{words}</qt>")  # rich text wraps
        self.setAccessibleName(tr("What is this: {term}?").format(term=term))
        self.setAccessibleDescription(words)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(below, self.toolTip(), self, self.rect(), _SHOWN_MS)
