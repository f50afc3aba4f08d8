"""The window's lock: after a while without a touch it covers everything until the passphrase is typed.

It keeps eyes off the window, no more: the file on the disk is not encrypted by it. Alerts go on, without amounts.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop_app.engine.passphrase import opens
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import mark_pixmap
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label

_KINDS = QEvent.Type
_TOUCHES = frozenset({_KINDS.KeyPress, _KINDS.MouseButtonPress, _KINDS.MouseMove, _KINDS.Wheel, _KINDS.TouchBegin})


class LockScreen(QWidget):
    """Covers the window; `opened` is called once the passphrase fits."""

    def __init__(self, session: Session, parent: QWidget, opened: Callable[[], None]) -> None:
        super().__init__(parent)
        self._session, self._opened = session, opened
        self.setObjectName("lock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Locked"))
        column = QVBoxLayout(self)
        column.addStretch(1)
        mark = QLabel()
        mark.setPixmap(mark_pixmap(64, parent.devicePixelRatioF()))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(mark)
        title = label(tr("Plimsoll is locked and keeps watching"), "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Passphrase"))
        self.field.setPlaceholderText(tr("Passphrase"))
        self.field.setFixedWidth(280)
        self.field.returnPressed.connect(self._try)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignCenter)
        self.problem = label("", "error")
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.problem)
        column.addWidget(button(tr("Unlock"), self._try, "primary"), 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def cover(self) -> None:
        """Lie over the whole parent, whatever its size."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _try(self) -> None:
        if opens(self.field.text(), self._session.service.settings.lock_hash):
            self._opened()
            return
        self.field.clear()
        self.problem.setText(tr("That is not the passphrase; try again."))


class Lock(QObject):
    """Watches for touches and locks; `changed` is called with whether it is locked."""

    def __init__(self, session: Session, changed: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._changed = session, changed
        self._touched = time.monotonic()
        self.locked = False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self._touched = time.monotonic()
        return False

    def look(self) -> None:
        """Lock where nobody touched anything for long enough; called every second."""
        minutes = self._session.service.settings.lock_minutes
        if minutes and not self.locked and time.monotonic() - self._touched >= minutes * 60:
            self.lock()

    def lock(self) -> None:
        """Lock now; without a passphrase a press of Unlock opens again."""
        self.locked = True
        numbers.hide(True)
        self._changed(True)

    def unlock(self) -> None:
        """Open again."""
        self.locked = False
        self._touched = time.monotonic()
        numbers.hide(self._session.service.settings.hide_amounts)
        self._changed(False)
