"""What the window offers to do and to open, for its shortcuts and for the find-or-do box."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtGui import QGuiApplication, QKeySequence

from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui.acts import Act
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session


class Acting(Protocol):
    """The window, as far as acts need it."""

    session: Session

    def find(self) -> None:
        """Open the find-or-do box."""

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""

    def visit(self, name: str) -> None:
        """Show a page."""

    def visit_by_key(self, name: str) -> None:
        """Show a page and stand in it."""

    def back(self) -> None:
        """Show the page before."""

    def forward(self) -> None:
        """Show the page that was left."""

    def undo(self) -> None:
        """Take back the newest change."""

    def redo(self) -> None:
        """Do again what was taken back."""

    def toggle_hidden(self) -> None:
        """Show amounts as dots, or as they are."""

    def lock_now(self) -> None:
        """Cover the window."""

    def snooze_all(self, minutes: int) -> None:
        """Quieten all alerts."""

    def open_loan(self, loan_id: str) -> None:
        """Show a loan."""

    def open_asset(self, asset: str) -> None:
        """Show the price of an asset."""

    def add_loan(self) -> None:
        """Ask for a new loan."""

    def add_holding(self) -> None:
        """Ask for a new holding."""

    def add_position(self) -> None:
        """Ask for a new position."""

    def import_file(self) -> None:
        """Ask for files."""

    def paste(self) -> None:
        """Import the clipboard."""


def _standard(key: QKeySequence.StandardKey) -> tuple[str, ...]:
    return tuple(one.toString(QKeySequence.SequenceFormat.PortableText) for one in QKeySequence.keyBindings(key))[:2]


def of_window(window: Acting, pages: Sequence[tuple[str, str]]) -> list[Act]:
    """Return what can be done whatever is watched; `pages` are (name, title)."""
    keys = QKeySequence.StandardKey
    see, change, go = tr("See"), tr("Change"), tr("Go")
    entries: list[tuple[str, Callable[[], object], str, Sequence[str], str]] = [
        (tr("Find or do anything"), window.find, go, ("Ctrl+K", "Ctrl+F"), "find"),
        (tr("Add loan"), window.add_loan, change, _standard(keys.New), "plus"),
        (tr("Add a holding"), window.add_holding, change, ("Ctrl+Shift+H",), "plus"),
        (tr("Add a position that earns"), window.add_position, change, ("Ctrl+Shift+E",), "plus"),
        (tr("Import files"), window.import_file, change, _standard(keys.Open), "import"),
        (tr("Paste a table"), window.paste, change, _standard(keys.Paste), "import"),
        (tr("Undo"), window.undo, change, ("Ctrl+Z",), "undo"),
        (tr("Redo"), window.redo, change, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        (tr("Snooze all alerts for 15 minutes"), partial(window.snooze_all, 15), see, ("Ctrl+Shift+S",), "snooze"),
        (tr("Ask for prices now"), window.session.service.poll_now, see, ("F5",), "prices"),
        (tr("Hide or show amounts"), window.toggle_hidden, see, ("Ctrl+Shift+P",), "close"),
        (tr("Lock the window"), window.lock_now, see, ("Ctrl+L",), "close"),
        (tr("Keyboard shortcuts"), window.show_shortcuts, see, ("?", "F1"), "find"),
        (tr("Back"), window.back, go, ("Alt+Left",), "undo"),
        (tr("Forward"), window.forward, go, ("Alt+Right",), "redo"),
        (tr("Quit"), QGuiApplication.quit, go, _standard(keys.Quit), "close"),
    ]
    found = [Act(words, run, group, shortcuts, "", picture) for words, run, group, shortcuts, picture in entries]
    for number, (name, title) in enumerate(pages, start=1):
        found.append(Act(title, partial(window.visit_by_key, name), go, (f"Ctrl+{number}",), tr("page"), name))
    return found


def of_snapshot(window: Acting, snapshot: Snapshot | None) -> list[Act]:
    """Return what can be opened of what is watched: loans, positions, holdings, platforms, assets."""
    if snapshot is None:
        return []
    loans = [(one.loan.name, one.platform_name, partial(window.open_loan, one.loan.id)) for one in snapshot.loans]
    held = [(one.position.name, one.platform_name, partial(window.visit, "earn")) for one in snapshot.positions]
    coins = [(one.holding.asset, one.platform_name, partial(window.visit, "reserve")) for one in snapshot.holdings]
    found: list[Act] = []
    for entries, pattern, picture in (
        (loans, tr("loan · {name}"), "loans"),
        (held, tr("position · {name}"), "earn"),
        (coins, tr("holding · {name}"), "reserve"),
    ):
        found += [Act(words, run, more=pattern.format(name=place), icon=picture) for words, place, run in entries]
    for one in snapshot.platforms:
        found.append(Act(one.name, partial(window.visit, "platforms"), more=tr("platform"), icon="platforms"))
    for price in snapshot.prices:
        found.append(Act(price.asset, partial(window.open_asset, price.asset), more=tr("price"), icon="prices"))
    return found
