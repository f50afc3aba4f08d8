"""The right to ring: of all programs on one file exactly one has it, and a window goes before a watch."""

from datetime import datetime, timedelta
from uuid import uuid4

from desktop_app.storage.leases import give_back, read_lease, take_lease
from desktop_app.storage.store import Store

WINDOW_KIND, WATCH_KIND = "window", "watch"
LEASE = timedelta(seconds=90)


class Right:
    """One program's part among those on the file; without a `kind` it is alone and always has the right."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self.kind = kind
        self.owner = uuid4().hex
        self._until: datetime | None = None
        self._version = self._data_version() if kind else 0

    def take(self, now: datetime) -> bool:
        """Tell whether this program rings; take or renew the right where it can.

        A watch waits until the right of another runs out or is given back. A window does not wait: whoever
        looks at it must see what rings.
        """
        if not self.kind or self._runs(now):
            return True
        with self._store.write() as db:
            held = take_lease(db, self.owner, self.kind, now, LEASE, force=self.kind == WINDOW_KIND)
        self._until = now + LEASE if held else None
        return held

    def _runs(self, now: datetime) -> bool:
        if self._until is None or not now + LEASE / 2 < self._until <= now + LEASE:
            return False
        held = read_lease(self._store.db)
        return held is not None and held.owner == self.owner

    def leave(self) -> None:
        """Let the right go, so that another program takes over at once."""
        if self.kind and self._until is not None:
            with self._store.write() as db:
                give_back(db, self.owner)
            self._until = None

    def others_wrote(self) -> bool:
        """Tell whether another program wrote to the file since the last call."""
        if not self.kind:
            return False
        before, self._version = self._version, self._data_version()
        return self._version != before

    def _data_version(self) -> int:
        return int(self._store.db.conn.execute("pragma data_version").fetchone()[0])
