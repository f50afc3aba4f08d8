"""Settings of the program itself: start with the computer, the notice of newer versions, and what it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.engine import autostart, commands
from desktop_app.engine.settings import Settings
from desktop_app.engine.updates import check_update_address
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.fields import Field
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, button, label


class ProgramSettings(Card):
    """What the system keeps is read from it when the card is built; what the profile keeps comes with `settings`."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("This program"), parent)
        self._session = session
        self.autostart = self._tick(tr("Start with the computer"), tr("It then waits in the tray."))
        self.autostart.clicked.connect(self._switch_autostart)
        self.notice = self._tick(
            tr("Tell me when a newer version is out"),
            tr("Asks the address below once a day. Nothing is sent along, and nothing is ever downloaded by itself."),
        )
        self.notice.setChecked(settings.update_notice)
        self.notice.clicked.connect(lambda on: self._keep("update_notice", on))
        self.address: Field[str] = Field(
            tr("Address that tells the newest version"),
            check_update_address,
            settings.update_url,
            "https://example.com/plimsoll.json",
        )
        self.address.input.editingFinished.connect(self._keep_address)
        self.body.addWidget(self.address)
        self.wrong = label("", "error", wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        row = QHBoxLayout()
        row.addWidget(label(tr("Plimsoll {version}").format(version=__version__)))
        row.addStretch(1)
        row.addWidget(button(tr("About Plimsoll"), self.open_about))
        self.body.addLayout(row)
        if session.service.database is None:
            self.autostart.setEnabled(False)
        session.work(autostart.is_on, self.autostart.setChecked, self._failed)

    def _tick(self, words: str, help_words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setAccessibleDescription(help_words)
        self.body.addWidget(box)
        self.body.addWidget(label(help_words, "small", wrap=True))
        return box

    def open_about(self) -> None:
        """Show the About dialog beside the window."""
        dialog = AboutDialog(self._session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _switch_autostart(self, on: bool) -> None:
        def failed(error: BaseException) -> None:
            self.autostart.setChecked(not on)
            self._failed(error)

        self._session.work(lambda: autostart.switch(on), lambda _: self.wrong.hide(), failed)

    def _failed(self, error: BaseException) -> None:
        self.wrong.setText(self._session.tell_failure(error))
        self.wrong.show()

    def _keep(self, name: str, value: object) -> None:
        self._session.do(lambda monitor, now: commands.change_setting(monitor, name, value))

    def _keep_address(self) -> None:
        address = self.address.value()
        if address is not None and address != self._session.service.settings.update_url:
            self._keep("update_url", address)
