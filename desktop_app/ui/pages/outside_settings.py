"""Settings that reach outside the profile: the watched folder, and the address of the sign of life."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.domain.problems import Refused
from desktop_app.engine import channel_commands, commands, heartbeat
from desktop_app.engine.cluster import read_scheduler
from desktop_app.engine.folder import watch_folder
from desktop_app.engine.settings import Settings
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import Field
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, button, label


class OutsideSettings(Card):
    """One field each, with what is wrong told under it; nothing is kept before it is left."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Outside this profile"), parent)
        self._session = session
        self.folder: Field[str] = Field(
            tr("Watched folder"), lambda words: words.strip(), settings.watched_folder, tr("none")
        )
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(button(tr("Choose…"), self._choose))
        self.body.addLayout(row)
        self.body.addWidget(label(tr("New price files in it are imported by themselves."), "small", wrap=True))
        self.address: Field[str] = Field(
            tr("Sign of life"), heartbeat.check_address, settings.heartbeat_url, "https://example.com/ping/your-id"
        )
        self.body.addWidget(self.address)
        words = tr("Asked every five minutes while the watch is well; where it stays away, that service tells you.")
        self.body.addWidget(label(words, "small", wrap=True))
        self.scheduler: Field[str] = Field(
            tr("Scheduler of a Dask cluster"), read_scheduler, settings.scheduler, "tcp://10.0.0.5:8786"
        )
        self.body.addWidget(self.scheduler)
        words = tr("Odds are simulated there instead of on this computer, with the same results for the same seed.")
        self.body.addWidget(label(words, "small", wrap=True))
        self.scheduler.input.editingFinished.connect(self._keep_scheduler)
        self.folder.input.editingFinished.connect(self._keep_folder)
        self.address.input.editingFinished.connect(self._keep_address)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Watched folder"), self.folder.input.text())
        if chosen:
            self.folder.input.setText(chosen)
            self._keep_folder()

    def _keep_folder(self) -> None:
        chosen = self.folder.input.text().strip()
        if chosen != self._session.service.settings.watched_folder:
            self._session.do(lambda monitor, now: watch_folder(monitor, chosen, now), refused=_shown_at(self.folder))

    def _keep_scheduler(self) -> None:
        address = self.scheduler.value()
        if address is not None and address != self._session.service.settings.scheduler:
            self._session.do(lambda monitor, now: commands.change_setting(monitor, "scheduler", address))

    def _keep_address(self) -> None:
        address = self.address.value()
        if address is not None and address != self._session.service.settings.heartbeat_url:
            self._session.do(lambda monitor, now: channel_commands.keep_heartbeat(monitor, address))


def _shown_at(field: Field[str]) -> Callable[[Refused], None]:
    return lambda refused: field.show_problem(text.short_sentence(refused))
