"""The watched folder: new and changed price files in it are imported by themselves, each form of a file once.

A file that leaves something open, or has a row that is wrong, waits for a person. Everything here runs on the thread
for files; only what is stored goes to the database thread.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.commands import change_setting
from desktop_app.engine.importing import Imported, import_prices
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_files import ENDINGS, Cancelled, Choices, PriceSource, is_price_file, mark_of, open_source
from desktop_app.engine.price_files import read_all as read_prices
from desktop_app.engine.settings import Settings
from desktop_app.storage.watched import FileMark, FileState, load_marks, save_mark

_T = TypeVar("_T")

POLL_S = 10.0
STEADY_S = 5.0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that needs a person, and why."""

    path: Path
    refused: Refused


@dataclass(frozen=True, slots=True)
class FolderNews:
    """What a look at the folder brought: what was imported, and the files that wait for a person and are new there."""

    imported: tuple[Imported, ...] = ()
    waiting: tuple[Waiting, ...] = ()


class Running(Protocol):
    """What the running program does for the watch (see `Service`)."""

    @property
    def settings(self) -> Settings:
        """The settings as they were last read."""
        ...

    def query(self, question: Callable[[Monitor], _T]) -> "Future[_T]":
        """Run `question` on the database thread."""
        ...

    def run(self, act: Callable[[Monitor, datetime], _T]) -> "Future[_T]":
        """Run `act` on the database thread and publish what came of it."""
        ...

    def repeat(self, every_s: float, job: Callable[[], None]) -> None:
        """Run `job` on the thread for files every so many seconds."""
        ...

    def stopping(self) -> bool:
        """Tell whether the program is ending."""
        ...


NewsListener = Callable[[FolderNews], None]


def watch_folder(monitor: Monitor, folder: str, now: datetime) -> None:
    """Watch `folder` from now on; nothing to watch none.

    Raises:
        Refused: there is no such folder.
    """
    chosen = folder.strip()
    if chosen and not Path(chosen).is_dir():
        raise Refused(Problem.NOT_A_FOLDER, field="watched_folder", value=chosen)
    change_setting(monitor, "watched_folder", str(Path(chosen).absolute()) if chosen else "")


class FolderWatch:
    """Looks at the watched folder every few seconds; `listener` is called on the thread for files.

    A file is taken once its size and time of change have stayed the same for `STEADY_S`. What waits for a person is
    told once in each run of the program.
    """

    def __init__(self, service: Running, listener: NewsListener, language: Callable[[], str]) -> None:
        self._service = service
        self._listener = listener
        self._language = language
        self._seen: dict[FileMark, float] = {}
        self._settled: set[FileMark] = set()
        self._folder = ""

    def start(self) -> None:
        """Begin to look; where no folder is set, a look costs nothing."""
        self._service.repeat(POLL_S, self.look)

    def look(self) -> None:
        """Look at the folder once, and take what has come to rest in it."""
        folder = self._service.settings.watched_folder
        if folder != self._folder:
            self._folder, self._seen, self._settled = folder, {}, set()
        if not folder:
            return
        steady = [mark for mark in self._steady(Path(folder)) if mark not in self._settled]
        if steady:
            self._take(steady)

    def _steady(self, folder: Path) -> list[FileMark]:
        """Return the files that have not changed for a while."""
        now = time.monotonic()
        found = {mark: self._seen.get(mark, now) for mark in _marks(folder)}
        self._seen = found
        return sorted((mark for mark, since in found.items() if now - since >= STEADY_S), key=lambda mark: mark.name)

    def _take(self, marks: list[FileMark]) -> None:
        known = self._service.query(lambda monitor: load_marks(monitor.store.db, self._folder)).result()
        imported: list[Imported] = []
        waiting: list[Waiting] = []
        for mark in marks:
            if self._service.stopping():
                return
            self._settled.add(mark)
            if known.get(mark) in (None, FileState.WAITING):
                self._take_one(mark, imported, waiting)
        if imported or waiting:
            self._listener(FolderNews(tuple(imported), tuple(waiting)))

    def _take_one(self, mark: FileMark, imported: list[Imported], waiting: list[Waiting]) -> None:
        path = Path(mark.folder, mark.name)
        try:
            if not is_price_file(path):
                self._keep(mark, FileState.OTHER)
                return
            source = open_source(path)
            if source.mark != mark:
                self._settled.discard(mark)  # it is being written to after all
                return
            imported.append(self._import(source, first=not imported))
        except Refused as refused:
            self._keep(mark, FileState.WAITING)
            waiting.append(Waiting(path, refused))
        except BaseException as error:
            self._settled.discard(mark)  # the next look tries again
            if not isinstance(error, Cancelled):
                raise

    def _import(self, source: PriceSource, *, first: bool) -> Imported:
        """Import a file; one backup is taken for all that come together."""
        prices = read_prices(source, Choices(), self._language(), cancelled=self._service.stopping).complete()
        return self._service.run(
            lambda monitor, now: import_prices(monitor, source, prices, now, self._service.stopping, backup=first)
        ).result()

    def _keep(self, mark: FileMark, state: FileState) -> None:
        def keep(monitor: Monitor) -> None:
            with monitor.write() as db:
                save_mark(db, mark, state)

        self._service.query(keep).result()


def _marks(folder: Path) -> list[FileMark]:
    """Return the files in `folder` that may be of prices by their ending; none where it cannot be read."""
    try:
        paths = [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and not path.name.startswith(".")]
        return [mark_of(path) for path in paths if path.is_file()]
    except (OSError, Refused):
        return []
