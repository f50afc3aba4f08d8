"""One window for a profile: a second start hands its files over to the first one, which comes to the front."""

import hashlib
import json
import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST = 65536
PATIENCE_MS = 3000
ANSWER_MS = 20000
_DONE = b"ok\n"

log = logging.getLogger(__name__)


def address_of(folder: Path) -> str:
    """Return where the window of a profile listens: a place that only its person reaches."""
    name = f"plimsoll-{hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    return os.path.join(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation), name)


def hand_over(folder: Path, files: Sequence[Path]) -> bool:
    """Ask the window of the profile in `folder` to come to the front and take `files`; return whether it did.

    A window that is still being built answers once it is.
    """
    socket = QLocalSocket()
    socket.connectToServer(address_of(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    words = {"files": [str(path) for path in files], "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}
    socket.write(json.dumps(words).encode() + b"\n")
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(ANSWER_MS):
        answer += bytes(socket.readAll().data())
    return answer == _DONE


class Receiver(QObject):
    """Listens for second starts. `arrived` carries the files (list of Path) of one, empty where it had none."""

    arrived = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        address = address_of(folder)
        QLocalServer.removeServer(address)  # of a window that crashed: who holds the profile is alone
        if not self._server.listen(address):
            log.warning("a second start cannot reach this window: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            patience = QTimer(socket)
            patience.setSingleShot(True)
            patience.timeout.connect(partial(self._give_up, socket))
            patience.start(PATIENCE_MS)
            self._read(socket)

    def _give_up(self, socket: QLocalSocket) -> None:
        socket.abort()

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        files = self._understood(bytes(socket.readLine().data()))
        if files is None:
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        socket.disconnectFromServer()
        self.arrived.emit(files)

    def _understood(self, line: bytes) -> list[Path] | None:
        """Return the files of a message, None where it is none; lets its window take the focus on Wayland."""
        try:
            words = json.loads(line)
            files = [Path(one) for one in words["files"] if isinstance(one, str)]
            token = str(words.get("token", ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        return files
