"""What comes when: a table by day, and its export as a calendar file."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.agenda import Entry, as_calendar, loan_entries, position_entries, review_entries
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import earn_text
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import earn_columns
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.listing import Listing


def entries_of(snapshot: Snapshot) -> list[Entry]:
    """Return what comes of positions and loans, and which platforms are to be looked at again, by day."""
    found = [
        *position_entries((view.position for view in snapshot.positions), snapshot.at),
        *loan_entries(((view.loan, view.balances.terms) for view in snapshot.open_loans), snapshot.at),
        *review_entries(snapshot.platforms),
    ]
    return sorted(found, key=lambda entry: (entry.day, entry.name))


class AgendaTab(QWidget):
    """Shows what comes when; `tell` says a sentence in the window."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._session = session
        self._tell = tell
        self._entries: list[Entry] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(button(tr("Export as calendar (.ics)…"), self._choose))
        row.addStretch(1)
        row.addWidget(label(tr("Days are those of UTC; each entry of the file reminds you a day before."), "muted"))
        column.addLayout(row)
        self.listing: Listing[Entry] = Listing(
            tr("Calendar"),
            earn_columns.agenda(self._platform, lambda entry: (entry.day - session.now().date()).days),
            lambda entry: f"{entry.day} {entry.coming.value} {entry.subject}",
            tr("Nothing is due: deposits that end, stakes that unlock, payouts, repayments and reviews appear here."),
            key="earn-calendar",
        )
        column.addWidget(self.listing, 1)

    def _platform(self, known: str) -> str:
        snapshot = self._session.snapshot
        return snapshot.platform_name(known) if snapshot is not None else known

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what comes of the positions and loans of `snapshot`."""
        self._entries = entries_of(snapshot)
        self.listing.show_rows(self._entries)

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export the calendar"), "plimsoll.ics", "*.ics")
        if not name:
            return
        try:
            self.export(Path(name), self._session.now())
        except OSError as error:
            self._tell(tr("The file was not written: {why}").format(why=error))
        else:
            self._tell(tr("{name} was written.").format(name=Path(name).name))

    def export(self, path: Path, now: datetime) -> None:
        """Write what comes to `path` as iCalendar.

        Raises:
            OSError: it cannot be written.
        """
        pattern = tr("{what}: {name}")
        worded = [(one, pattern.format(what=earn_text.coming(one.coming), name=one.name)) for one in self._entries]
        path.write_text(as_calendar(worded, now), encoding="utf-8", newline="")
