"""Everything behind the first picture: session, tray, furnished window, and how they end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from desktop_app.engine.service import Service
from desktop_app.ui import accessible, i18n, theme
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.icons import mark_icon
from desktop_app.ui.session import Session
from desktop_app.ui.shell import Shell
from desktop_app.ui.tray import Tray
from desktop_app.ui.window import Window

_SETTLE_MS = 350


class Main(QObject):
    """Holds the parts of the running window together.

    `theme_name` and `language` win over the settings when they are given (for pictures). `words` is the
    folder of the translations.
    """

    def __init__(
        self,
        shell: Shell,
        service: Service,
        bridge: Bridge,
        words: Path,
        theme_name: str = "",
        language: str = "",
        *,
        tray: bool = True,
    ) -> None:
        super().__init__()
        self.shell = shell
        self.service = service
        self.bridge = bridge
        self._words = words
        self._fixed = (theme_name, language)
        self._look = ("", "")
        self.session = Session(service, bridge, self)
        accessible.install()
        self._dress()
        self.window = Window(shell, self.session)
        self.tray = Tray(self.session, shell, self.window, self) if tray else None
        if self.tray is not None:
            self.window.tray_test.connect(self.tray.test)
        shell.furnished()
        shell.closing.connect(self._closing)
        self.session.changed.connect(self._redress)
        # Kept in a variable: PySide's wrapper of the hints would die at once.
        self._hints = QApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_theme_changed)
        if QSettings("plimsoll", "window").contains("geometry") and not theme_name:
            shell.restoreGeometry(QSettings("plimsoll", "window").value("geometry"))

    def _wanted(self) -> tuple[str, str]:
        settings = self.service.settings
        return self._fixed[0] or settings.theme, self._fixed[1] or settings.language

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._look = self._wanted()
        language = i18n.install(self._look[1], self._words)
        tokens = theme.apply(app, self._look[0], language)
        app.setWindowIcon(mark_icon())
        if not self._fixed[0]:
            QSettings("plimsoll", "window").setValue("theme", tokens.name)

    def _redress(self) -> None:
        """Build the window anew after another theme or language was chosen."""
        if self._wanted() != self._look:
            self._dress()
            self.window.build()

    def _system_theme_changed(self) -> None:
        """Follow the system's theme where that is what was chosen."""
        if self._wanted()[0] == "system":
            self._dress()
            self.window.build()

    def _closing(self, event: QCloseEvent) -> None:
        QSettings("plimsoll", "window").setValue("geometry", self.shell.saveGeometry())
        if self.tray is not None and self.tray.hides_window():
            event.ignore()
            self.shell.hide()
            self.tray.explain()
            return
        event.accept()
        QApplication.quit()

    def when_settled(self, act: Callable[[], None]) -> None:
        """Call `act` once the first Snapshot and what it asks for have been on the screen for a moment."""

        def drawn() -> None:
            QTimer.singleShot(_SETTLE_MS, act)

        if self.session.snapshot is not None:
            self.session.ask(lambda monitor: None, lambda _: drawn())
        else:
            self.session.changed.connect(lambda: self.session.ask(lambda monitor: None, lambda _: drawn()))

    def stop(self) -> None:
        """End the service; nothing reaches the window after that."""
        self._hints.colorSchemeChanged.disconnect(self._system_theme_changed)
        self.bridge.close()
        self.service.stop()
        if self.tray is not None:
            self.tray.remove()
