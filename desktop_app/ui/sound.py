"""The sound of an alert: by whatever player the system has, else its bell."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess
from PySide6.QtWidgets import QApplication

from desktop_app.engine.resources import resource

PLAYERS: dict[str, Sequence[Sequence[str]]] = {
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q"), ("canberra-gtk-play", "-f")),
    "darwin": (("afplay",),),
}


class Sound(QObject):
    """Plays the chime; one at a time, so that many alerts make no noise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    def ring(self) -> None:
        """Play the chime without waiting for it; where no player works, ring the system's bell."""
        chime = resource("sounds", "alert.wav")
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(chime), winsound.SND_FILENAME | winsound.SND_ASYNC)
            return
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            return
        player = found_player()
        if player is None:
            QApplication.beep()
        else:
            self._play(player, chime)

    def stop(self) -> None:
        """End the chime: the program is going."""
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.finished.disconnect(self._finished)
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None  # the next chime has a player of its own

    def _play(self, player: Sequence[str], chime: Path) -> None:
        if self._process is None:
            self._process = QProcess(self)
            self._process.finished.connect(self._finished)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.start(player[0], [*player[1:], str(chime)])

    def _finished(self, code: int, _: QProcess.ExitStatus) -> None:
        if code != 0:  # a player without a sound server
            QApplication.beep()


def found_player() -> Sequence[str] | None:
    """Return the command of the first player that is installed: its path and arguments; None without any."""
    for name, *arguments in PLAYERS.get(sys.platform, ()):
        path = shutil.which(name)
        if path is not None:
            return (path, *arguments)
    return None
