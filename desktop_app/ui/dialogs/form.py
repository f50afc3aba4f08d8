"""What every form shares: its foot with the sentence of a refusal, Cancel and Save."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.problems import Refused
from desktop_app.ui import text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import button, label


class Form(QDialog):
    """A dialog that is saved or cancelled; `keep` is called by Save.

    What was typed into one that is closed without saving comes back the next time, until it is cleared.
    """

    drafts: ClassVar[dict[str, dict[str, str]]] = {}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brought_back = False
        self._afresh = button(tr("What you typed before is back. Start afresh"), self._start_afresh, "link")
        self._afresh.hide()
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.save = button(tr("Save"), self.keep, "primary")
        self.save.setDefault(True)

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        raise TypeError(f"{type(self).__name__} keeps nothing")

    def foot(self) -> QVBoxLayout:
        """Return the foot of the form."""
        foot = QVBoxLayout()
        foot.addWidget(self.wrong)
        foot.addWidget(self._afresh)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject))
        row.addWidget(self.save)
        foot.addLayout(row)
        return foot

    def _key(self) -> str:
        return f"{type(self).__name__} {self.windowTitle()}"

    def showEvent(self, event: QShowEvent) -> None:
        """Bring back what was typed before, the first time that the form is seen."""
        super().showEvent(event)
        if self._brought_back:
            return
        self._brought_back = True
        draft = self.drafts.get(self._key(), {})
        for line in self.findChildren(QLineEdit):
            if line.accessibleName() in draft and line.echoMode() == QLineEdit.EchoMode.Normal:
                line.setText(draft[line.accessibleName()])
                line.setModified(True)
                self._afresh.show()

    def _start_afresh(self) -> None:
        self.drafts.pop(self._key(), None)
        self._afresh.hide()
        for line in self.findChildren(QLineEdit):
            if line.isModified():
                line.clear()

    def reject(self) -> None:
        """Close without saving, and remember what was typed."""
        typed = {
            line.accessibleName(): line.text()
            for line in self.findChildren(QLineEdit)
            if line.isModified() and line.text() and line.echoMode() == QLineEdit.EchoMode.Normal
        }
        if typed:
            self.drafts[self._key()] = typed
        super().reject()

    def accept(self) -> None:
        """Close after saving; there is nothing to bring back."""
        self.drafts.pop(self._key(), None)
        super().accept()

    def refused(self, refused: Refused) -> None:
        """Say what was refused, and let it be mended."""
        self.save.setEnabled(True)
        self.wrong.setText(text.short_sentence(refused))
        self.wrong.show()
