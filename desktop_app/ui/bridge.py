"""The one place where results of other threads reach the main thread: into slots of a living QObject."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """Lives in the main thread as long as the program. `publish` and futures may come from any thread."""

    published = Signal(object)
    _finished = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._posted.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def publish(self, value: object) -> None:
        """Send a Snapshot to the main thread."""
        if not self._closed:
            self.published.emit(value)

    def post(self, act: Callable[[], None]) -> None:
        """Call `act` in the main thread; whoever posts often does so at most ten times a second."""
        if not self._closed:
            self._posted.emit(act)

    def when_done(
        self, future: "Future[Any]", done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Call `done` with the future's result, or `failed` with its error, in the main thread."""

        def finished(settled: "Future[Any]") -> None:
            if not self._closed and not settled.cancelled():
                self._finished.emit((settled, done, failed))

        future.add_done_callback(finished)

    def close(self) -> None:
        """Let nothing through any more: the window is going."""
        self._closed = True

    @Slot(object)
    def _carry_out(self, act: Callable[[], None]) -> None:
        if not self._closed:
            act()

    @Slot(object)
    def _deliver(self, entry: tuple["Future[Any]", Callable[[Any], None], Callable[[BaseException], None]]) -> None:
        future, done, failed = entry
        if self._closed:
            return
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)
