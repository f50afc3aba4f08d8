"""The banner over the page while the watch stands still: nobody may take silence for safety."""

from PySide6.QtWidgets import QLabel

from desktop_app.engine.monitor import TICK_S
from desktop_app.ui import numbers, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session

STILL_AFTER_S = 2 * TICK_S


class StandstillBanner(QLabel):
    """Hidden while the watch looks as often as it should; looked after once a second."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setWordWrap(True)
        self.setAccessibleName(tr("State of the watch"))
        self.setStyleSheet(
            f"background: {theme.tokens().liquidation}; color: {theme.tokens().ground};"
            "padding: 8px 20px; font-weight: 600;"
        )
        self.hide()

    def look(self) -> None:
        """Let the service start again what ended, and say so where that does not help."""
        runs, still_s = self._session.service.check(), self._session.service.still_s()
        if not runs:
            self.setText(tr("The watch has ended: no alert rings any more. Quit Plimsoll and start it again."))
        elif still_s > STILL_AFTER_S:
            words = tr("The watch stands still: nothing was looked at for {time}. Look at your platforms.")
            self.setText(words.format(time=numbers.duration(int(still_s))))
        self.setVisible(not runs or still_s > STILL_AFTER_S)
