"""The find-or-do box: everything that can be done or opened, found by a few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.acts import Act, matching
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import icon
from desktop_app.ui.widgets.basics import label

_MOST = 12
_WIDTH, _ROW = 520, 34


class Palette(QDialog):
    """A field over a list; Enter does what is chosen, Escape or a click elsewhere leaves."""

    def __init__(self, acts: Sequence[Act], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._acts = acts
        self._found: list[Act] = []
        self.setObjectName("palette")
        self.setAccessibleName(tr("Find or do anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find or do anything…"))
        self.field.setAccessibleName(tr("Find or do anything"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _: self._show())
        column.addWidget(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(16, 16))
        self.list.itemClicked.connect(lambda _: self._do())
        column.addWidget(self.list)
        nothing = tr("Nothing of that name. Try a loan, an asset, a page, or what you want to do.")
        self._nothing = label(nothing, "muted", wrap=True)
        column.addWidget(self._nothing)
        self._show()

    def open_at(self, corner: QPoint) -> None:
        """Open with the field at a corner of the screen (global)."""
        self.move(corner)
        self.show()
        self.field.setFocus()

    def _show(self) -> None:
        self._found = matching(self._acts, self.field.text(), _MOST)
        self.list.clear()
        for act in self._found:
            keys = QKeySequence(act.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if act.keys else ""
            more = " · ".join(filter(None, [act.more, keys]))
            entry = QListWidgetItem(f"{act.words}    {more}" if more else act.words)
            entry.setSizeHint(QSize(0, _ROW))
            if act.icon:
                entry.setIcon(icon(act.icon, theme.tokens().muted))
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.list.setFixedHeight(_ROW * len(self._found) + 12)
        self._nothing.setVisible(not self._found)
        self.adjustSize()

    def _do(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            act: Callable[[], object] = self._found[row].run
            self.close()
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field keeps the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._found:
                self.list.setCurrentRow((self.list.currentRow() + step) % len(self._found))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return super().eventFilter(watched, event)
