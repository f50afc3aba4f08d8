"""What every form shares: its foot with the sentence of a refusal, Cancel and Save."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.problems import Refused
from desktop_app.ui import text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import button, label


class Form(QDialog):
    """A dialog that is saved or cancelled; `keep` is called by Save."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject))
        row.addWidget(self.save)
        foot.addLayout(row)
        return foot

    def refused(self, refused: Refused) -> None:
        """Say what was refused, and let it be mended."""
        self.save.setEnabled(True)
        self.wrong.setText(text.short_sentence(refused))
        self.wrong.show()
