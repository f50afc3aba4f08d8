"""A server that says on the wire whatever a test wants."""

import socket
import threading
from collections.abc import Callable

Script = Callable[[socket.socket, threading.Event], None]


class RawServer:
    """A server that hands every connection, its request read, to a script; it counts them.

    The script gets the socket and an event that is set when the test is over.
    """

    def __init__(self, script: Script) -> None:
        self.requests: list[bytes] = []
        self._script = script
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.01)
        self._thread = threading.Thread(target=self._serve, name="raw server", daemon=True)
        self._thread.start()

    @property
    def base(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def stop(self) -> None:
        """End the script that runs, and the server."""
        self._over.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                self.requests.append(_request(connection))
                try:
                    self._script(connection, self._over)
                except OSError:
                    continue  # the client had enough


def _request(connection: socket.socket) -> bytes:
    found = b""
    while b"\r\n\r\n" not in found and (block := connection.recv(4096)):
        found += block
        if not found.startswith(b"GET"):
            break  # something else than plain HTTP, such as the hello of TLS
    return found
