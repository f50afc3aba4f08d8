"""The form of a channel: where alerts go besides this window, from which severity on, and after how long."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import Severity
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import channel_commands
from desktop_app.engine.alarms import ESCALATE_S
from desktop_app.ui import alert_text, numbers
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import read_name
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import captioned, label

EXAMPLES = (
    ("ntfy", "ntfy://topic-of-your-own"),
    ("Telegram", "tgram://bot-token/chat-id"),
    ("E-mail", "mailtos://name:password@example.com"),
    ("Webhook", "jsons://example.com/path"),
    ("Discord", "discord://webhook-id/webhook-token"),
    ("Bark", "bark://device-key"),
)
STEPS = 4


class ChannelDialog(Form):
    """Asks for a new channel, or for changes to `channel`; its address is kept in the system's keyring."""

    def __init__(self, session: Session, channel: Channel | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._channel = channel
        self.setWindowTitle(tr("Change a channel") if channel else tr("Add a channel"))
        self.setMinimumWidth(540)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        self.name = Field(tr("Name"), read_name, channel.name if channel else "", tr("such as my phone"))
        self.example = QComboBox()
        self.example.setAccessibleName(tr("Service"))
        for words, address in EXAMPLES:
            self.example.addItem(words, address)
        column.addLayout(in_a_row(self.name, captioned(tr("Service"), self.example)))
        hint = tr("leave empty to keep the one that is known") if channel else ""
        self.address: Field[str] = Field(tr("Address"), self._read_address, "", hint)
        self.address.input.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        column.addWidget(self.address)
        self.step = self._choice(tr("Use it"), [(_step_words(number), number) for number in range(STEPS)])
        self.least = self._choice(tr("From"), [(alert_text.severity(one), one) for one in Severity])
        column.addLayout(in_a_row(captioned(tr("Use it"), self.step), captioned(tr("From"), self.least)))
        self.enabled = QCheckBox(tr("In use"))
        self.enabled.setChecked(channel.enabled if channel else True)
        column.addWidget(self.enabled)
        kept = tr("The address is kept in your system's keyring, never in the profile. It is sent to nobody else.")
        column.addWidget(label(kept, "muted", wrap=True))
        column.addLayout(self.foot())
        if channel is not None:
            self.step.setCurrentIndex(max(0, self.step.findData(channel.step)))
            self.least.setCurrentIndex(max(0, self.least.findData(channel.least)))
        self.example.currentIndexChanged.connect(self._show_example)
        self._show_example()

    def _choice(self, name: str, entries: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in entries:
            box.addItem(words, value)
        return box

    def _show_example(self) -> None:
        if self._channel is None:
            self.address.input.setPlaceholderText(str(self.example.currentData()))

    @staticmethod
    def ask(session: Session, channel: Channel | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = ChannelDialog(session, channel, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _read_address(self, words: str) -> str:
        if words.strip() or self._channel is None:
            channel_commands.check_address(words)
        return words.strip()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        name, address = self.name.value(), self.address.value()
        if name is None or address is None:
            return
        secrets = self._session.service.secrets
        if secrets is None:
            self.refused(Refused(Problem.NOTHING_OUTSIDE))
            return
        made = replace(
            self._channel or Channel(uuid4().hex[:12], name),
            name=name,
            step=self.step.currentData(),
            least=self.least.currentData(),
            enabled=self.enabled.isChecked(),
        )
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: channel_commands.keep_channel(monitor, made, address, secrets),
            lambda _: self.accept(),
            self.refused,
        )


def _step_words(number: int) -> str:
    if not number:
        return tr("at once")
    return tr("after {time} without an answer").format(time=numbers.duration(number * ESCALATE_S))
