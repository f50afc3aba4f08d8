"""Small curves for tables: asked for off the main thread, one row at a time, and kept for a while."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from desktop_app.engine.monitor import Monitor
from desktop_app.ui.session import Session

Values = tuple[float, ...]
Find = Callable[[Monitor, str, datetime], Values]
POINTS = 48


class Sparks:
    """Values by row. `find` gets them on the database thread; `came` follows each answer.

    A row's values are asked for again after `keep`, or when its `state` differs (its events, say). While a row is
    waited for, no other one is asked for, so that a long list leaves the thread to whatever else is asked.
    """

    def __init__(self, session: Session, find: Find, came: Callable[[], None], keep: timedelta) -> None:
        self._session, self._find, self._came, self._keep = session, find, came, keep
        self._values: dict[str, Values] = {}
        self._known: dict[str, tuple[object, datetime]] = {}
        self._waiting: dict[str, object] = {}
        self._asking = False

    def of(self, row: str) -> Values:
        """Return the values of a row; none while they are unknown."""
        return self._values.get(row, ())

    def want(self, rows: Sequence[tuple[str, object]]) -> None:
        """Ask for rows (identity, state) whose values are unknown or old; others are forgotten."""
        now = self._session.now()
        names = {name for name, _ in rows}
        self._values = {name: values for name, values in self._values.items() if name in names}
        self._waiting = {name: state for name, state in rows if self._is_old(name, state, now)}
        self._go_on()

    def _is_old(self, name: str, state: object, now: datetime) -> bool:
        known = self._known.get(name)
        return known is None or known[0] != state or now - known[1] >= self._keep

    def _go_on(self) -> None:
        if self._asking or not self._waiting:
            return
        name = next(iter(self._waiting))
        state, now = self._waiting.pop(name), self._session.now()
        self._asking = True

        def answered(values: Values) -> None:
            self._asking = False
            self._values[name], self._known[name] = values, (state, now)
            self._came()
            self._go_on()

        self._session.ask(lambda monitor: self._find(monitor, name, now), answered)
