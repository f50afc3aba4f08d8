"""Settings that keep eyes and slips away: hidden amounts, read-only, the lock and its passphrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from desktop_app.engine.passphrase import hashed
from desktop_app.engine.settings import Settings
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, button, label

_LEAST_LETTERS = 4


class SafetySettings(Card):
    """Each in its place; `keep` keeps a setting by name."""

    def __init__(self, session: Session, settings: Settings, keep: Callable[[str, object], None]) -> None:
        super().__init__(tr("Privacy and safety"))
        self._session, self._keep = session, keep
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(26)
        self._form.setVerticalSpacing(10)
        self.body.addLayout(self._form)
        self._switch(tr("Hide amounts and money"), "hide_amounts", settings.hide_amounts)
        self._switch(tr("Read-only: refuse every change"), "read_only", settings.read_only)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, 1440)
        self.minutes.setSuffix(tr(" min"))
        self.minutes.setSpecialValueText(tr("never"))
        self.minutes.setValue(settings.lock_minutes)
        self.minutes.editingFinished.connect(lambda: keep("lock_minutes", self.minutes.value()))
        self._row(tr("Lock after nobody touched it for"), self.minutes)
        self._row(tr("Passphrase of the lock"), self._passphrase(settings))
        words = tr("The lock covers the window; it does not encrypt the file. Alerts go on, without amounts.")
        self.body.addWidget(label(words, "small", wrap=True))
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)

    def _passphrase(self, settings: Settings) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(tr("a new one") if settings.lock_hash else tr("none yet"))
        self.field.setAccessibleName(tr("Passphrase of the lock"))
        row.addWidget(self.field, 1)
        self.set = button(tr("Set"), self._set, name=tr("Set the passphrase"))
        row.addWidget(self.set)
        return holder

    def _set(self) -> None:
        words = self.field.text()
        if words and len(words) < _LEAST_LETTERS:
            self.problem.setText(tr("A passphrase has at least 4 letters; an empty one takes it away."))
            self.problem.show()
            return
        self.problem.hide()
        self._keep("lock_hash", hashed(words) if words else "")
        self.field.clear()
        self.field.setPlaceholderText(tr("a new one") if words else tr("none yet"))

    def _switch(self, words: str, name: str, value: bool) -> None:
        box = QCheckBox()
        box.setChecked(value)
        box.clicked.connect(lambda checked: self._keep(name, checked))
        self._row(words, box)

    def _row(self, words: str, field: QWidget) -> None:
        field.setAccessibleName(words)
        field.setMaximumWidth(280)
        caption = label(words)
        caption.setMinimumWidth(300)
        caption.setMinimumHeight(field.sizeHint().height())
        self._form.addRow(caption, field)
