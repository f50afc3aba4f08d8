"""The current Snapshot and the way to act: what every page holds on to."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.service import Service
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import text
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.i18n import tr

_T = TypeVar("_T")
log = logging.getLogger(__name__)


class Session(QObject):
    """What the window shows and does. `changed` follows each new Snapshot; `failed` carries a sentence."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, service: Service, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.service = service
        self.snapshot: Snapshot | None = None
        self._bridge = bridge
        bridge.published.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _take(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit()

    def now(self) -> datetime:
        """Return the time now (UTC)."""
        return self.service.now()

    def do(
        self,
        act: Callable[[Monitor, datetime], _T],
        done: Callable[[_T], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        *,
        always: bool = False,
    ) -> None:
        """Let the database thread carry out `act`; then call `done`, or `refused` with what was wrong.

        In read-only mode only what changes nothing of a person's own (`always`) is carried out.
        """
        if self.service.settings.read_only and not always:
            self._fail(Refused(Problem.READ_ONLY), refused)
            return
        self._bridge.when_done(self.service.change(act), done or _nothing, lambda error: self._fail(error, refused))

    def test_channel(self, channel: Channel, title: str, body: str, told: Callable[[str], None]) -> None:
        """Send a test by a channel outside the window; `told` gets the fault, empty where it got out."""
        try:
            sent = self.service.test_channel(channel, title, body)
        except RuntimeError:
            self.failed.emit(text.sentence(Refused(Problem.NOTHING_OUTSIDE)))
            return
        self._bridge.when_done(sent, told, lambda error: self._fail(error, None))

    def ask(self, question: Callable[[Monitor], _T], done: Callable[[_T], None]) -> None:
        """Let the database thread answer `question`, and call `done` with the answer."""
        self._bridge.when_done(self.service.query(question), done, lambda error: self._fail(error, None))

    def follow(self, future: "Future[_T]", done: Callable[[_T], None], failed: Callable[[BaseException], None]) -> None:
        """Call `done` with what `future` brings, or `failed` with its error, in the main thread."""
        self._bridge.when_done(future, done, failed)

    def work(self, job: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None]) -> None:
        """Run `job` on the thread for files; then call `done` with its result, or `failed` with its error."""
        self.follow(self.service.work(job), done, failed)

    def compute(
        self, job: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Run `job`, which takes under a second, on the thread for figures; then call `done` or `failed`."""
        self.follow(self.service.compute(job), done, failed)

    def simulate(
        self, job: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Run `job`, which may take minutes, beside all others; then call `done` or `failed`."""
        self.follow(self.service.simulate(job), done, failed)

    def post(self, act: Callable[[], None]) -> None:
        """Call `act` in the main thread; may come from any thread."""
        self._bridge.post(act)

    def tell_failure(self, error: BaseException) -> str:
        """Return the sentence of an error; what nobody expected goes into the log."""
        if isinstance(error, Refused):
            return text.sentence(error)
        log.error("a command failed", exc_info=error)
        return tr("That did not work: {why}").format(why=error)

    def _fail(self, error: BaseException, refused: Callable[[Refused], None] | None) -> None:
        if isinstance(error, Refused) and refused is not None:
            refused(error)
        else:
            self.failed.emit(self.tell_failure(error))


def _nothing(_: Any) -> None:
    return
