"""One file or pasted table on its way in: looked at, asked about, read, stored. No widgets; the dialog shows it."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from threading import Event
from typing import Any

from desktop_app.domain.problems import Refused
from desktop_app.engine.importing import Imported, SeriesImported, expected, import_prices
from desktop_app.engine.price_files import (
    Ask,
    Cancelled,
    Choices,
    IsCancelled,
    ParsedPrices,
    Preview,
    PriceSource,
    Question,
    either,
    look_at,
    open_source,
    read_all,
    throttled,
)
from desktop_app.ui import i18n
from desktop_app.ui.session import Session

_SLOW_BYTES = 4 << 20


class Stage(Enum):
    """Where a job stands."""

    NEW = "new"
    LOOKING = "looking"
    ASKING = "asking"
    READING = "reading"
    READY = "ready"
    SAVING = "saving"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


RUNNING = (Stage.LOOKING, Stage.READING, Stage.SAVING)


class ImportJob:
    """Looks at a file, reads it as a dry run and stores it, each step off the main thread.

    `changed` is called in the main thread after each step. What was begun before the newest choice is stopped and
    its result let go.
    """

    def __init__(self, session: Session, source: Path | PriceSource, changed: Callable[[], None]) -> None:
        self.name = source.name
        self.path = source if isinstance(source, Path) else source.path
        self.source = source if isinstance(source, PriceSource) else None
        self.stage = Stage.NEW
        self.choices = Choices()
        self.period_s = 0
        self.preview: Preview | None = None
        self.asked: dict[Ask, Question] = {}
        self.parsed: ParsedPrices | None = None
        self.series: tuple[SeriesImported, ...] = ()
        self.whole = True
        self.done: Imported | None = None
        self.refused: Refused | None = None
        self.failure = ""
        self.share: float | None = None
        self._session = session
        self._changed = changed
        self._stop = Event()
        self._round = 0
        self._left = False

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self.stage in RUNNING

    @property
    def slow(self) -> bool:
        """Whether so much is under way that it is worth a progress bar before any progress is told."""
        return self.stage is Stage.SAVING or (self.source is not None and len(self.source.data) > _SLOW_BYTES)

    @property
    def can_save(self) -> bool:
        """Whether nothing stands in the way of storing."""
        found = self.parsed
        return self.stage is Stage.READY and found is not None and not (self.whole and found.rejects)

    def start(self) -> None:
        """Look at the file for the first time."""
        if self.stage is Stage.NEW:
            self.look()

    def choose(self, **choices: Any) -> None:
        """Take a person's answers and look again."""
        if not self._left:
            self.choices = replace(self.choices, **choices)
            self.look()

    def choose_period(self, period_s: int) -> None:
        """Take the period that a person says; the rows are read again."""
        self.period_s = period_s
        if self.preview is not None and self.preview.ready:
            self.read()

    def keep_whole(self, whole: bool) -> None:
        """Take whether rejected rows forbid the import."""
        self.whole = whole
        self._changed()

    def look(self) -> None:
        """Find out what the file holds and what is open about it."""
        language, choices, source, path = i18n.language(), self.choices, self.source, self.path
        cancelled = self._begin(Stage.LOOKING)

        def look() -> tuple[PriceSource, Preview]:
            assert source is not None or path is not None
            opened = source or open_source(path)  # type: ignore[arg-type]
            return opened, look_at(opened, choices, language, cancelled)

        self._session.work(look, self._for_now(self._looked), self._for_now(self._failed))

    def _looked(self, found: tuple[PriceSource, Preview]) -> None:
        self.source, self.preview = found
        self.asked |= {question.kind: question for question in self.preview.questions}
        self.stage = Stage.ASKING
        if self.preview.ready:
            self.read()
        else:
            self._changed()

    def read(self) -> None:
        """Read all rows, as a dry run: nothing is stored."""
        source, choices, period, language = self.source, self.choices, self.period_s, i18n.language()
        assert source is not None
        cancelled = self._begin(Stage.READING)
        show = self._for_now(self._progressed)
        post = throttled(lambda done, total: self._session.post(lambda: show(done / max(1, total))))
        self._session.work(
            lambda: read_all(source, choices, language, post, cancelled, period),
            self._for_now(self._have_read),
            self._for_now(self._failed),
        )

    def _progressed(self, share: float) -> None:
        self.share = share
        self._changed()

    def _have_read(self, found: ParsedPrices) -> None:
        self.parsed = found
        now = self._session.now()
        question = self._session.service.query(lambda monitor: expected(monitor, found, now))
        self._session.follow(question, self._for_now(self._ready), self._for_now(self._failed))

    def _ready(self, series: tuple[SeriesImported, ...]) -> None:
        self.series, self.stage = series, Stage.READY
        self._changed()

    def save(self) -> None:
        """Store what was read."""
        source, parsed = self.source, self.parsed
        if source is None or parsed is None or not self.can_save:
            return
        cancelled = self._begin(Stage.SAVING)
        storing = self._session.service.run(lambda monitor, now: import_prices(monitor, source, parsed, now, cancelled))
        self._session.follow(storing, self._for_now(self._saved), self._for_now(self._failed))

    def _saved(self, done: Imported) -> None:
        self.done, self.stage = done, Stage.DONE
        self._changed()

    def stop(self) -> None:
        """Stop what runs; nothing of it is kept."""
        self._stop.set()

    def leave(self) -> None:
        """Stop what runs, tell nobody of it any more, and begin nothing new."""
        self._round += 1
        self._stop.set()
        self._left = True
        self._changed = lambda: None

    def _begin(self, stage: Stage) -> IsCancelled:
        self._stop.set()
        self._stop = Event()
        self._round += 1
        self.stage, self.refused, self.failure, self.share = stage, None, "", None
        if stage is not Stage.SAVING:
            self.parsed, self.series, self.done = None, (), None
        self._changed()
        return either(self._stop.is_set, self._session.service.stopping)

    def _for_now(self, act: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return `act` so that it does nothing once something newer has begun."""
        number = self._round
        return lambda value: act(value) if number == self._round else None

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.stage = Stage.STOPPED
        else:
            self.stage = Stage.FAILED
            self.refused = error if isinstance(error, Refused) else None
            self.failure = self._session.tell_failure(error)
        self._changed()
